"""The journal at hand for a command."""

from attune.cli.household import Household
from attune.cli.output import aside
from attune.errors import JournalReadOnlyError
from attune.storage.journal import Journal
from attune.storage.snapshot import Snapshot, read_journal


def open_journal(household: Household, *, wait: float) -> Journal:
    """Open the journal to write; what was mended on the way is told on stderr. JournalBusyError names who holds it."""
    journal = Journal(household.places.journal, household.clock, wait=wait)
    for note in journal.opened.notes:
        aside(note)
    if journal.opened.read_only:
        journal.close()
        raise JournalReadOnlyError(journal.opened.read_only_reason, "Nothing was changed.")
    return journal


def snapshot(household: Household) -> Snapshot:
    """Read the journal without a lock; a missing one is empty and is not made."""
    found = read_journal(household.places.journal, household.clock)
    for sentence in (*found.sentences, found.read_only_reason):
        if sentence:
            aside(sentence)
    return found
