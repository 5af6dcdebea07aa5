"""Who may write where."""

import os
import stat
import sys
from pathlib import Path


def others_can_write(folder: Path) -> bool:
    """Whether other people could put their files in place of ours in a folder. A group of one's own does not count."""
    if sys.platform == "win32":
        return False
    found = os.stat(folder)
    shared = found.st_mode & 0o002 or (found.st_mode & 0o020 and found.st_gid != found.st_uid)
    return bool(shared) and not found.st_mode & stat.S_ISVTX


def is_read_only(path: Path) -> bool:
    """Whether the file is not to be written to: replacing it would get round that."""
    return not os.access(path, os.W_OK) or not os.stat(path).st_mode & 0o222
