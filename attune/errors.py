"""The errors attune raises on purpose: one kind sentence, and what to do next."""


class AttuneError(Exception):
    """Something a person can act on; shown in the app and on stderr, never with a traceback."""

    exit_status = 1

    def __init__(self, message: str, hint: str = "", details: tuple[str, ...] = ()) -> None:
        """Hold `message` (what happened, what was kept) and `hint` (what to do). Neither quotes private text.

        `details` stand between them, a line each; they may quote what should have been a word or a time.
        """
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.details = details

    def __str__(self) -> str:
        """Return all of it as one line."""
        return " ".join(self.lines())

    def lines(self) -> tuple[str, ...]:
        """Return it as lines: one, but where there are details."""
        if not self.details:
            return (f"{self.message} {self.hint}".strip(),)
        return (self.message, *self.details, self.hint)


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
