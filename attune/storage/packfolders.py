"""Where packs lie."""

from pathlib import Path

import attune


def content_folder() -> Path:
    """Return the words that ship: beside the code when installed, beside the code's folder in a checkout."""
    package = Path(attune.__file__).parent
    installed = package / "_content"
    return installed if installed.is_dir() else package.parent / "content"


def core_folder() -> Path:
    """Return the pack that ships."""
    return content_folder() / "core"


def pack_folders(folder: Path) -> tuple[Path, ...]:
    """Return the folders in the one that holds a family's packs, by name; hidden ones aside."""
    try:
        return tuple(sorted(each for each in folder.iterdir() if each.is_dir() and not each.name.startswith(".")))
    except OSError:
        return ()  # none was ever made
