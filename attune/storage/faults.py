"""What the system says went wrong with a file, in plain words."""

import errno

_WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EFBIG: "the file may not grow any further here",
    errno.EIO: "the disk reported a fault",
    errno.EROFS: "this disk can only be read",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.ENOENT: "the folder is not there",
    errno.ENOTDIR: "a file stands where a folder should be",
    errno.EISDIR: "a folder stands where a file should be",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ELOOP: "a link leads round in a circle",
}


def why_unread(error: OSError) -> str:
    """Return likewise why a file that somebody named cannot be read."""
    return "there is no such file" if isinstance(error, FileNotFoundError) else why(error)


def why(error: OSError) -> str:
    """Return the reason as the end of a sentence: `the disk is full`."""
    return _WORDS.get(error.errno or 0) or (error.strerror or "the system gave no reason").lower()
