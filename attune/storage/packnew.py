"""A new pack's folder: made where nothing is, and nothing else is touched."""

from contextlib import suppress
from pathlib import Path

from attune.errors import PackError
from attune.storage.faults import why
from attune.storage.packtemplate import template


def new_pack(folder: Path) -> tuple[Path, ...]:
    """Write a template into `folder` and return its files; PackError where something is there, or cannot be written.

    The folder may exist when it is empty. Files may be read by others: a pack is there to be shared.
    """
    _refuse_what_is_there(folder)
    made: list[Path] = []
    try:
        if not folder.is_dir():
            folder.mkdir()
            made.append(folder)
        for name, text in template(folder.resolve().name).items():
            path = folder / name
            if not path.parent.is_dir():
                path.parent.mkdir()
                made.append(path.parent)
            with open(path, "x", encoding="utf-8", newline="\n") as file:  # never over what came in meanwhile
                made.append(path)
                file.write(text)
    except OSError as error:
        _take_back(made)
        raise PackError(f"The pack could not be written: {why(error)}.", "Nothing was left behind.") from None
    return tuple(path for path in made if path.is_file())


def _refuse_what_is_there(folder: Path) -> None:
    hint = "Choose a new name: nothing here was changed."
    try:
        if folder.is_dir():
            if any(folder.iterdir()):
                raise PackError("There is something in that folder already.", hint)
        elif folder.is_symlink() or folder.exists():
            raise PackError("There is a file of that name already.", hint)
        elif not folder.parent.is_dir():
            raise PackError("The folder that it should go into is not there.", "Make that one first.")
    except OSError as error:
        raise PackError(f"That folder cannot be looked into: {why(error)}.", "Choose another place.") from None


def _take_back(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()
