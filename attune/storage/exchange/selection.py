"""What of a journal is exported: all of it, or what somebody outside the family is meant to see."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from attune.domain.child import Child
from attune.domain.initials import Initials
from attune.domain.moment import Moment, UsedScript
from attune.domain.ourwords import OwnWords
from attune.storage.contents import Contents


def selected(contents: Contents, passes: Callable[[Moment], bool], child: str | None = None) -> Contents:
    """Return the moments that pass, with the children they name, and own words for `child` (an id; None: for any).

    What was deleted, hidden words and further tables stay behind: what was chosen is all there is.
    """
    moments = tuple(moment for moment in contents.moments if moment.deleted_at is None and passes(moment))
    named = {each for moment in moments for each in moment.children} | ({child} if child else set())
    own = (each for each in contents.own if each.deleted_at is None)
    return Contents(
        moments=moments,
        children=tuple(each for each in contents.children if each.id in named),
        own=tuple(each for each in own if child is None or each.serves(child)),
        asked=contents.asked & {moment.id for moment in moments},
    )


def with_initials(contents: Contents, everybody: tuple[Child, ...]) -> Contents:
    """Return the contents without nicknames, free text included; `everybody` are all children of the family."""
    by = {moment.by for moment in contents.moments}
    initials = Initials([child.name for child in everybody], by)
    return Contents(
        moments=tuple(_moment(moment, initials) for moment in contents.moments if moment.deleted_at is None),
        children=tuple(_child(child, initials) for child in contents.children),
        own=tuple(_own(own, initials) for own in contents.own if own.deleted_at is None),
        asked=contents.asked,
    )


def _moment(moment: Moment, initials: Initials) -> Moment:
    script = moment.script
    return replace(
        moment,
        text=initials.within(moment.text),
        by=initials.of(moment.by),
        said=initials.within(moment.said),
        note=initials.within(moment.note),
        tags=tuple(map(initials.within, moment.tags)),
        script=script and UsedScript(script.id, initials.within(script.title), initials.within(script.words)),
        extra=_extra(moment.extra, initials),
    )


def _child(child: Child, initials: Initials) -> Child:
    return replace(child, name=initials.of(child.name), extra=_extra(child.extra, initials))


def _own(own: OwnWords, initials: Initials) -> OwnWords:
    return replace(own, words=initials.within(own.words), extra=_extra(own.extra, initials))


def _extra(extra: Any, initials: Initials) -> Any:
    return initials.throughout(extra) if extra else extra
