"""The native clipboard, for terminals that do not take a copy themselves."""

import pyperclip


def copy(text: str) -> None:
    """Copy `text` with this system's clipboard program, where it has one; blocks while that runs."""
    try:
        pyperclip.copy(text)
    except pyperclip.PyperclipException:
        return  # no such program here; the terminal may have taken it by OSC 52
