"""The native clipboard, for terminals that do not take a copy themselves."""


def copy(text: str) -> None:
    """Copy `text` with this system's clipboard program, where it has one; blocks while that runs."""
    import pyperclip  # costs a start 15 ms, and most sittings copy nothing

    try:
        pyperclip.copy(text)
    except pyperclip.PyperclipException:
        return  # no such program here; the terminal may have taken it by OSC 52
