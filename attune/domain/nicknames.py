"""The children a line names, by their nicknames."""

from collections.abc import Iterator

from attune.domain.child import Child
from attune.domain.understood import Says, Span


def children_named(text: str, children: tuple[Child, ...], marked: tuple[str, ...]) -> Iterator[Span]:
    """Yield where nicknames stand as whole words; a child marked by hand is not looked for again."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    for child in children:
        name = child.name.strip().lower()
        if not name or child.id in marked or child.hidden_at:
            continue
        at = lowered.find(name)
        while at >= 0:
            end = at + len(name)
            before, after = lowered[at - 1 : at], lowered[end : end + 1]
            is_whole = not (before.isalnum() or (before in "_#@" and before)) and not after.isalnum()
            is_possessive = lowered[end : end + 1] == "s" and not lowered[end + 1 : end + 2].isalnum()
            if is_whole or (is_possessive and len(name) > 2 and not before.isalnum()):
                yield Span(at, end, Says.CHILD, child.id)
                break
            at = lowered.find(name, at + 1)
