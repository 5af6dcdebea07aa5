"""What a word names: a child, or one of many known words. What is not found is refused, never guessed."""

from collections.abc import Iterable, Sequence

from attune.domain.child import Child
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
    hint = "“attune children” shows the names."
    if not known:
        hint = "None was named yet: “attune children add NAME” names one."
    raise InputError("No child in the journal is called that.", hint)


def near(wanted: str, known: Sequence[str], more: str = "") -> str:
    """Return a hint on which of the `known` words, likeliest first, may be meant; else some of them and `more`."""
    from difflib import get_close_matches  # only where something was not found

    alike = [word for word in known if wanted and wanted in word] + get_close_matches(wanted, known, n=3)
    found = tuple(dict.fromkeys(alike))[:3]
    if not found:
        some = ", ".join(known[:8])
        return f"Some of them: {some}. {more}".strip()
    return f"Did you mean {' or '.join(f'“{slug}”' for slug in found)}?"


def short(given: str) -> str:
    """Return `given` on one line, cut to what a sentence can quote."""
    line = one_line(given)
    return line if len(line) <= _MOST_QUOTED else line[: _MOST_QUOTED - 1] + "…"
