"""All that a moment holds, to be read. Pure: a width in, lines of `Content` out."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from textual.content import Content

from attune.domain.library import Library
from attune.domain.moment import Moment
from attune.text import shown
from attune.ui.momentrow import sign_of
from attune.ui.times import spoken_day, spoken_time

_LABEL = 12


def moment_in_full(
    moment: Moment, library: Library, names: Mapping[str, str], now: datetime, width: int
) -> list[Content]:
    """Return the lines; `names` are nicknames by id, empty where children need not be told apart."""
    at = f"{spoken_day(moment.at.date(), now.date())}, {moment.at:%H:%M}"
    lines = [Content.styled(at, "bold $primary")]
    for words in (moment.text,):
        lines += [Content(), *_wrapped(words, "bold $said", width)] if words.strip() else []
    pairs = [line for label, words in _facts(moment, library, names) if words for line in _pair(label, words, width)]
    lines += [Content(), *pairs] if pairs else []
    if moment.landed:
        sign, style = sign_of(moment.landed)
        lines += [
            *([] if pairs else [Content()]),
            _fact("Landed", Content.styled(f"{sign} {moment.landed.label}", style)),
        ]
    lines += _part("What I said", moment.said, "$said", width)
    if moment.script:
        lines += _part(f"Words used: {moment.script.title}", moment.script.words, "$ink-soft", width)
    lines += _part("Note", moment.note, "$foreground", width)
    saved = f"saved {spoken_time(moment.logged_at, now)}"
    if moment.changed_at != moment.logged_at:
        saved += f", changed {spoken_time(moment.changed_at, now)}"
    if moment.deleted_at:
        saved += f", deleted {spoken_time(moment.deleted_at, now)}"
    return [*lines, Content(), *_wrapped(saved, "$ink-faint", width)]


def _facts(moment: Moment, library: Library, names: Mapping[str, str]) -> Sequence[tuple[str, str]]:
    label = library.vocabulary.label

    def labels(slugs: Sequence[str]) -> str:
        return ", ".join(label(slug) for slug in slugs)

    practice = library.practice(moment.practice) if moment.practice else None
    return (
        ("Child", ", ".join(names.get(child, "another child") for child in moment.children) if names else ""),
        ("With", moment.by),
        ("Cue", labels(moment.cues)),
        ("Going on", labels(moment.situations)),
        ("Feeling", labels(moment.feelings)),
        ("Guess", labels(moment.guess)),
        ("Turned out", labels(moment.turned_out)),
        ("Did", practice.title if practice else moment.practice or ""),
        ("Tags", ", ".join(moment.tags)),
    )


def _fact(label: str, words: Content) -> Content:
    return Content.assemble((label.ljust(_LABEL), "$ink-soft"), words)


def _pair(label: str, words: str, width: int) -> list[Content]:
    wrapped = _wrapped(" ".join(words.split()), "$foreground", max(8, width - _LABEL))
    return [_fact("" if number else label, line) for number, line in enumerate(wrapped)]


def _part(heading: str, words: str, style: str, width: int) -> list[Content]:
    if not words.strip():
        return []
    bar = ("▌ ", "$line")
    lines = [Content.assemble(bar, line) for line in _wrapped(words, style, max(8, width - 2))]
    return [Content(), *_wrapped(" ".join(heading.split()), "$ink-soft", width), *lines]


def _wrapped(words: str, style: str, width: int) -> list[Content]:
    return [
        line for part in shown(words).strip().split("\n") for line in Content.styled(part, style).wrap(max(8, width))
    ]
