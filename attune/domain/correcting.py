"""A moment in the making: what the line says, and what its writer changed by hand."""

from collections.abc import Container
from dataclasses import dataclass, field, fields, replace
from datetime import datetime

from attune.domain.moment import Entry, Landed, Moment, UsedScript
from attune.domain.reading import Reading

CRISIS = "crisis"
"""A notice, and a situation that is answered and never kept: nobody is to find it beside a moment later."""
_CALLING = (CRISIS, "medical", "safe-sleep")
"""Situations that are notices too: who chooses one by hand is shown the notice."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen or taken away by hand, on top of what a line is understood to say."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def over(self, understood: tuple[str, ...]) -> tuple[str, ...]:
        """Return `understood` with the changes by hand: choices by hand first."""
        kept = tuple(slug for slug in understood if slug not in self.removed and slug not in self.added)
        return (*self.added, *kept)

    def toggled(self, slug: str, understood: tuple[str, ...]) -> "Choice":
        """Return the choice after `slug` was switched on or off."""
        added = tuple(each for each in self.added if each != slug)
        removed = tuple(each for each in self.removed if each != slug)
        if slug in self.over(understood):
            return Choice(added, (*removed, slug) if slug in understood else removed)
        return Choice(added if slug in understood else (*added, slug), removed)

    def among(self, known: Container[str]) -> "Choice":
        """Return the choice without what is no longer `known`."""
        return Choice(
            tuple(slug for slug in self.added if slug in known), tuple(slug for slug in self.removed if slug in known)
        )

    @classmethod
    def between(cls, understood: tuple[str, ...], wanted: tuple[str, ...]) -> "Choice":
        """Return the choice that turns `understood` into `wanted`."""
        return cls(
            tuple(slug for slug in wanted if slug not in understood),
            tuple(slug for slug in understood if slug not in wanted),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Everything a half-written moment holds; what a draft keeps."""

    text: str = ""
    when: str = ""
    """When it happened, as typed by hand; empty for what the line says, or now; of a saved moment, for its own time."""
    children: Choice = field(default_factory=Choice)
    cues: Choice = field(default_factory=Choice)
    situations: Choice = field(default_factory=Choice)
    feelings: Choice = field(default_factory=Choice)
    guess: Choice = field(default_factory=Choice)
    turned_out: tuple[str, ...] = ()
    landed: Landed | None = None
    """Chosen by hand; None for what the line says."""
    said: str = ""
    script: UsedScript | None = None
    practice: str | None = None
    """Id of what was done."""
    note: str = ""
    tags: Choice = field(default_factory=Choice)
    by: str = ""
    """Who was with the child, where a family wants that."""
    editing: str | None = None
    """Id of the moment that is being corrected; None for a new one."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed or chosen by hand."""
        return self == Form(editing=self.editing)


def still_saying(before: Reading, now: Reading) -> Reading:
    """Return `now` with every label of `before`, the reading of the same line as it was saved.

    Mending a line adds to what its moment was about; only its writer takes something off.
    """

    def both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*one, *other)))

    return replace(
        now,
        children=both(before.children, now.children),
        cues=both(before.cues, now.cues),
        situations=both(before.situations, now.situations),
        feelings=both(before.feelings, now.feelings),
        needs=both(before.needs, now.needs),
        tags=both(before.tags, now.tags),
    )


def corrected(reading: Reading, form: Form) -> Reading:
    """Return the reading as its writer wants it understood; beside a crisis, nothing is guessed."""
    if CRISIS in reading.notices:
        reading = replace(reading, feelings=(), needs=())
    chosen = form.situations.over(reading.situations)
    called = tuple(slug for slug in _CALLING if slug in chosen and slug not in reading.notices)
    return replace(
        reading,
        children=form.children.over(reading.children),
        cues=form.cues.over(reading.cues),
        notices=(*called, *reading.notices),
        situations=tuple(slug for slug in chosen if slug != CRISIS),
        feelings=form.feelings.over(reading.feelings),
        needs=form.guess.over(reading.needs),
        landed=form.landed or reading.landed,
        tags=form.tags.over(reading.tags),
        weights=tuple(weighed for weighed in reading.weights if weighed.slug not in form.situations.removed),
    )


def entry_of(form: Form, reading: Reading, *, at: datetime | None, children: tuple[str, ...]) -> Entry:
    """Return what is to be saved.

    Args:
        form: What was typed and chosen.
        reading: What its line is understood to say.
        at: When it happened, where the form's own `when` says so.
        children: Ids it belongs to where neither line nor hand names one.
    """
    meant = corrected(reading, form)
    return Entry(
        text=form.text if form.text.strip() else "",
        at=at or meant.when,
        children=meant.children or children,
        cues=meant.cues,
        situations=meant.situations,
        feelings=meant.feelings,
        guess=meant.needs,
        turned_out=form.turned_out,
        said=form.said if form.said.strip() else meant.said,
        script=form.script,
        landed=meant.landed,
        note=form.note if form.note.strip() else "",
        tags=meant.tags,
        by=form.by.strip(),
        practice=form.practice,
    )


def merged(opened: Entry, edited: Entry, current: Entry) -> Entry:
    """Return `current` with what was changed between `opened` and `edited`: what came in meanwhile stays."""
    changed = {
        each.name: getattr(edited, each.name)
        for each in fields(Entry)
        if getattr(edited, each.name) != getattr(opened, each.name)
    }
    return replace(current, **changed)


def form_of(moment: Moment, reading: Reading) -> Form:
    """Return the form that shows a saved `moment`, given the `reading` of its line."""
    return Form(
        text=moment.text,
        children=Choice.between(reading.children, moment.children),
        cues=Choice.between(reading.cues, moment.cues),
        situations=Choice.between(reading.situations, moment.situations),
        feelings=Choice.between(reading.feelings, moment.feelings),
        guess=Choice.between(reading.needs, moment.guess),
        turned_out=moment.turned_out,
        landed=moment.landed,
        said=moment.said,
        script=moment.script,
        practice=moment.practice,
        note=moment.note,
        tags=Choice.between(reading.tags, moment.tags),
        by=moment.by,
        editing=moment.id,
    )
