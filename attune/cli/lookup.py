"""What an option names: a child, a slug, a script, a practice. What is not found is refused, never guessed."""

from collections.abc import Iterable

from attune.domain.library import Library
from attune.domain.lookup import near, short
from attune.domain.moment import UsedScript
from attune.domain.vocabulary import Term
from attune.domain.wording import words_of
from attune.errors import InputError

_COMPLETION = "With “attune completion”, tab offers all."


def slug_named(given: str, terms: Iterable[Term], what: str) -> str:
    """Return `given` where it is the slug of one of `terms`; `what` says what they are: `a cue`."""
    wanted = given.strip().lower()
    slugs = [term.slug for term in terms]
    if wanted in slugs:
        return wanted
    raise InputError(f"“{short(given)}” is not {what} that attune knows.", near(wanted, slugs, _COMPLETION))


def script_named(given: str, library: Library, child: str) -> UsedScript:
    """Return the script with this id as it is kept with a moment, in the words that `child` (a nickname) would hear."""
    script = library.script(given.strip())
    if script is None:
        ids = [each.id for each in library.scripts]
        raise InputError(f"There is no script “{short(given)}”.", near(given.strip().lower(), ids, _COMPLETION))
    return UsedScript(script.id, script.title, words_of(script, child))


def practice_named(given: str, library: Library) -> str:
    """Return `given` where it is the id of a practice."""
    if library.practice(given.strip()) is None:
        ids = [each.id for each in library.practices]
        raise InputError(f"There is no practice “{short(given)}”.", near(given.strip().lower(), ids, _COMPLETION))
    return given.strip()
