"""A folder for what is not to be kept: owner-only, and removed with all that is in it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def passing_folder(name: str) -> Iterator[Path]:
    """Make a folder where the system has its passing files, `name` in its name; it goes however this is left."""
    with tempfile.TemporaryDirectory(prefix=f"attune-{name}-", ignore_cleanup_errors=True) as folder:  # mode 0700
        yield Path(folder)
