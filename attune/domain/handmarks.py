"""What the marks of a line say: marks made by hand win over all that is read from words."""

from collections.abc import Iterable, Mapping

from attune.domain.child import Child
from attune.domain.landed import Landed
from attune.domain.marks import Mark, landed_named
from attune.domain.understood import Says, Span


class Marked:
    """What the marks of a line say."""

    def __init__(self, marks: Iterable[Mark], kinds: Mapping[str, Says], children: tuple[Child, ...]) -> None:
        by_name = {child.name.casefold(): child.id for child in children}
        spans: list[Span] = []
        self.landed: Landed | None = None
        said: list[str] = []
        for mark in marks:
            says, value = Says.TAG, mark.name
            if mark.sign == '"':
                says = Says.SAID
                said.append(value)
            elif mark.sign == "@":
                known = by_name.get(value.casefold())
                if known is None:
                    continue
                says, value = Says.CHILD, known
            elif mark.sign == "!":
                landed = landed_named(value)
                if landed is None:
                    continue
                self.landed, says, value = landed, Says.LANDED, landed.value
            elif value.lower() in kinds:
                says, value = kinds[value.lower()], value.lower()
            spans.append(Span(mark.start, mark.end, says, value))
        self.spans = tuple(spans)
        self.said = "\n".join(said)
        self.tags = tuple(dict.fromkeys(span.value for span in spans if span.says is Says.TAG))
        self.children = tuple(span.value for span in spans if span.says is Says.CHILD)
        self.slugs = tuple(
            dict.fromkeys(span.value for span in spans if span.value in kinds and span.says in kinds.values())
        )
