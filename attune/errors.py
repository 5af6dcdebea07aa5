"""The errors attune raises on purpose: one kind sentence, and what to do next."""


class AttuneError(Exception):
    """Something a person can act on; shown in the app and on stderr, never with a traceback."""

    exit_status = 1

    def __init__(self, message: str, hint: str = "") -> None:
        """Hold `message` (what happened, what was kept) and `hint` (what to do). Neither quotes private text."""
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Return the message and the hint as one line."""
        return f"{self.message} {self.hint}".strip()


class JournalError(AttuneError):
    """The journal could not be opened, read or saved; what was saved before is untouched."""


class JournalBusyError(JournalError):
    """Another attune holds the journal."""


class JournalReadOnlyError(JournalError):
    """The journal may be read, not changed: a newer schema, a read-only file, or opened so."""


class PackError(AttuneError):
    """A content pack, or a part of one, cannot be used."""


class ConfigError(AttuneError):
    """The config file cannot be read or written."""


class InputError(AttuneError):
    """What was typed or passed cannot be used."""


class UsageError(AttuneError):
    """A command was called in a way it does not know."""

    exit_status = 2
