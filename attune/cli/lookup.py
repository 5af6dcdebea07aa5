"""What an option names: a child, a slug, a script, a practice. What is not found is refused, never guessed."""

from collections.abc import Iterable

from attune.domain.child import Child
from attune.domain.library import Library
from attune.domain.moment import UsedScript
from attune.domain.vocabulary import Term
from attune.domain.wording import words_of
from attune.errors import InputError
from attune.text import one_line

_MOST_QUOTED = 40


def child_named(given: str, children: Iterable[Child]) -> Child:
    """Return the child with this nickname or id, or the only one whose id begins so."""
    known = tuple(children)
    wanted = given.strip().casefold()
    exact = tuple(child for child in known if wanted in (child.name.casefold(), child.id))
    found = exact or tuple(child for child in known if wanted and child.id.startswith(wanted))
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(
            "More than one child is called that.", "Give the id instead: “attune show” prints it with --json."
        )
    raise InputError("No child in the journal is called that.", "The names are those given in the app.")


def slug_named(given: str, terms: Iterable[Term], what: str) -> str:
    """Return `given` where it is the slug of one of `terms`; `what` says what they are: `a cue`."""
    wanted = given.strip().lower()
    slugs = [term.slug for term in terms]
    if wanted in slugs:
        return wanted
    raise InputError(f"“{_short(given)}” is not {what} that attune knows.", _near(wanted, slugs))


def script_named(given: str, library: Library, child: str) -> UsedScript:
    """Return the script with this id as it is kept with a moment, in the words that `child` (a nickname) would hear."""
    script = library.script(given.strip())
    if script is None:
        ids = [each.id for each in library.scripts]
        raise InputError(f"There is no script “{_short(given)}”.", _near(given.strip().lower(), ids))
    return UsedScript(script.id, script.title, words_of(script, child))


def practice_named(given: str, library: Library) -> str:
    """Return `given` where it is the id of a practice."""
    if library.practice(given.strip()) is None:
        ids = [each.id for each in library.practices]
        raise InputError(f"There is no practice “{_short(given)}”.", _near(given.strip().lower(), ids))
    return given.strip()


def _near(wanted: str, known: list[str]) -> str:
    from difflib import get_close_matches  # only where something was not found

    near = get_close_matches(wanted, known, n=3)
    if not near:
        some = ", ".join(known[:: max(1, len(known) // 8)][:8])
        return f"Some of them: {some}. With “attune completion”, tab offers all."
    return f"Did you mean {' or '.join(f'“{slug}”' for slug in near)}?"


def _short(given: str) -> str:
    line = one_line(given)
    return line if len(line) <= _MOST_QUOTED else line[: _MOST_QUOTED - 1] + "…"
