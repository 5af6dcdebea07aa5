"""Copying: through the terminal, and with the native clipboard for terminals that do not take a copy themselves."""

from functools import partial
from typing import Any

from textual.app import App


def copy_out(app: App[Any], text: str) -> None:
    """Copy `text` both ways; neither says whether it went well."""
    app.copy_to_clipboard(text)
    app.run_worker(partial(copy, text), thread=True, group="clipboard")


def copy(text: str) -> None:
    """Copy `text` with this system's clipboard program, where it has one; blocks while that runs."""
    import pyperclip  # costs a start 15 ms, and most sittings copy nothing

    try:
        pyperclip.copy(text)
    except pyperclip.PyperclipException:
        return  # no such program here; the terminal may have taken it by OSC 52
