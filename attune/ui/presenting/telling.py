"""What the companion is told of a session, and what of it serves to go on where it was."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from attune.domain.session import Session
from attune.domain.workshop import Step, Workshop
from attune.storage.presenting import Shown
from attune.text import one_line
from attune.ui.presenting.sheets import Sheet, page_among, sheets_of

_KEPT = timedelta(hours=12)
"""How long a place is offered again."""


def page_of(session: Session, sheets: Sequence[Sheet]) -> int:
    """Return the number of the page on the wall, as many as there are in this terminal."""
    return page_among(session.page, len(sheets))


def told(session: Session, size: tuple[int, int], now: datetime, *, is_over: bool = False) -> Shown:
    """Return the state of a session in a terminal of `size` (columns, rows) for the companion."""
    sheets = sheets_of(session.slide, *size)
    sheet = sheets[page_of(session, sheets)]
    after = session.turned(1, len(sheets), now)
    after_sheets = sheets_of(after.slide, *size)
    following = after_sheets[page_of(after, after_sheets)]
    has_next = (after.at, after.page) != (session.at, page_of(session, sheets)) or session.is_blank
    step, next_step = session.step, session.next_step if after.at != session.at else None
    workshop, steps = session.workshop, session.workshop.steps
    return Shown(
        session=workshop.id,
        title=one_line(workshop.title),
        at=session.at,
        reveals=len(session.slides) - 2,
        seen=tuple(sorted(session.seen)),
        step=one_line(step.title) if step else "",
        step_number=session.slide.step + 1,
        steps=len(steps),
        above=session.slide.above,
        words=sheet.words,
        then=" ".join(sheet.then),
        next_step=one_line(next_step.title) if next_step else "",
        next_above=after.slide.above if has_next else "",
        next_words=following.words if has_next else "",
        next_then=" ".join(following.then) if has_next else "",
        notes=notes_of(workshop, step, session.slide.step),
        is_blank=session.is_blank,
        started_at=session.started_at,
        planned_minutes=workshop.minutes,
        planned_so_far=session.planned_so_far,
        step_minutes=step.minutes if step else 0,
        seconds=session.slide.seconds,
        countdown_until=session.countdown_until,
        is_over=is_over,
        changed_at=now,
    )


def notes_of(workshop: Workshop, step: Step | None, number: int) -> tuple[str, ...]:
    """Return the speaker's notes; at the opening, for whom it is and what to bring."""
    if step:
        return tuple(map(one_line, step.notes))
    if number >= 0:
        return ("h on the wall’s keyboard writes a handout of what was shown.",)
    whom = (f"For: {one_line(workshop.for_whom)}",) if workshop.for_whom else ()
    return (*whom, *(f"To bring: {one_line(thing)}" for thing in workshop.bring))


def is_kept(shown: Shown | None, workshop: Workshop, now: datetime) -> bool:
    """Tell whether what was shown is a place in `workshop` that is fresh enough to go on from; the end is one too."""
    return (
        shown is not None
        and shown.session == workshop.id
        and 0 < shown.at <= shown.reveals + 1
        and now - _KEPT <= shown.changed_at <= now
    )


def taken_up(session: Session, shown: Shown, now: datetime) -> Session:
    """Return `session` at the place that was kept; the time since then does not count, but for a running countdown."""
    ran = shown.changed_at - shown.started_at if shown.started_at else timedelta()
    taken = session.taken_up(shown.at, shown.seen, max(timedelta(), ran), now)
    runs = shown.countdown_until is not None and shown.countdown_until > now and taken.slide.seconds > 0
    return replace(taken, countdown_until=shown.countdown_until) if runs else taken


def is_same(one: Shown | None, other: Shown) -> bool:
    """Tell whether two states are the same but for when they were told."""
    return one is not None and replace(one, changed_at=other.changed_at) == other
