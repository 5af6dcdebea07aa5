"""From a form to the words beside it: reading, ranking, notices. Pure but for the clock it is given."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from attune.domain.child import Child
from attune.domain.correcting import Form, corrected, form_of
from attune.domain.moment import Moment
from attune.domain.ourwords import OwnWords
from attune.domain.prompting import Suggestion, Taste, Use
from attune.domain.reading import Reading
from attune.domain.script import Notice
from attune.domain.usual import Usual, with_usual
from attune.storage.config import Config
from attune.ui.card import Card
from attune.ui.setting import Setting
from attune.ui.widgets.picks import Pick
from attune.ui.widgets.words import Shown

_MOST = 7
EVERYONE = "all children"


@dataclass(frozen=True, slots=True)
class Family:
    """What is known of the family when words are chosen."""

    children: tuple[Child, ...] = ()
    current: str | None = None
    """Id of the child that is meant where none is named."""
    history: Mapping[str | None, tuple[Use, ...]] = field(default_factory=dict)
    """What was tried with each child, by id; by None, with all."""
    own: tuple[OwnWords, ...] = ()
    """The family's own words."""
    usual: Usual = field(default_factory=Usual)
    """What cues have usually turned out to be."""
    hidden: tuple[Child, ...] = ()
    """Children out of sight; what was saved still names them."""
    is_all: bool = False
    """Whether, looking back, the moments of all children are shown together."""

    @property
    def names(self) -> Mapping[str, str]:
        """The nickname of each child by id; none where there is but one child, who is never named."""
        everyone = (*self.children, *self.hidden)
        return {child.id: child.name for child in everyone} if len(everyone) > 1 else {}

    @property
    def named(self) -> str:
        """Whose moments are shown or meant, where there are several children to choose from."""
        if self.is_all:
            return EVERYONE
        child = self.meant(()) if len(self.children) > 1 else None
        return child.name if child else ""

    def meant(self, named: tuple[str, ...]) -> Child | None:
        """Return the child that a moment is about: the first named, else the current one."""
        wanted = named[0] if named else self.current
        return next((child for child in self.children if child.id == wanted), None)


@dataclass(frozen=True, slots=True)
class Wording:
    """Words for a form."""

    setting: Setting
    config: Config
    """Preferences as they are now."""
    aside: frozenset[str] = field(default_factory=frozenset)
    """Notices that were put aside for this line."""

    def read(self, form: Form, family: Family) -> Reading:
        """Return what the line says, as of now; of a new moment, with what its cues have usually turned out to be."""
        now = self.setting.clock()
        reading = self.setting.reader.read(form.text, now=now, children=family.children)
        if form.editing:
            return reading
        meant = corrected(reading, form)
        child = family.meant(meant.children)
        return with_usual(reading, family.usual.needs(meant.cues, child.id if child else None, reading.when or now))

    def leaves_no_room(self, reading: Reading) -> bool:
        """Whether a note that stands alone was put aside: even so, no words take its place."""
        return any(notice.stands_alone for notice in self._notices(tuple(self.aside & set(reading.notices))))

    def is_grave(self, moment: Moment) -> bool:
        """Whether a saved moment's own line calls for a notice that stands alone: it is offered and asked nothing."""
        return any(notice.stands_alone for notice in self.notices_of(moment))

    def notices_of(self, moment: Moment) -> tuple[Notice, ...]:
        """Return the notices that a saved moment's own line calls for."""
        return self._notices(self.setting.reader.read(moment.text, now=moment.at).notices)

    def _notices(self, ids: tuple[str, ...]) -> tuple[Notice, ...]:
        return tuple(found for each in ids if isinstance(found := self.setting.library.notice(each), Notice))

    def suggest(self, reading: Reading, form: Form, family: Family) -> Suggestion:
        """Return notices and ranked words for the reading as it was corrected by hand."""
        meant = corrected(reading, form)
        if self.leaves_no_room(meant):
            return Suggestion()
        left = tuple(notice for notice in meant.notices if notice not in self.aside)
        return self._ranked(replace(meant, notices=left), family, self.setting.clock())

    def offered_for(self, moment: Moment, family: Family) -> tuple[str, ...]:
        """Return the ids of the words that are offered for a saved moment, the first best."""
        reading = self.setting.reader.read(moment.text, now=moment.at, children=family.children)
        suggestion = self.suggest(reading, form_of(moment, reading), family)
        return tuple(prompt.script.id for prompt in suggestion.prompts)

    def repair(self, family: Family, children: tuple[str, ...]) -> Shown:
        """Return words for repairing with these children."""
        meant = Reading(situations=("repair",), children=children)
        return self.shown(self._ranked(meant, family, self.setting.clock()), family, meant)

    def shown(self, suggestion: Suggestion, family: Family, meant: Reading) -> Shown:
        """Return what stands on the right for `suggestion`, which was made for the reading as it is `meant`."""
        notices = self._notices(suggestion.notices)
        child = family.meant(meant.children)
        name = child.name if child else ""
        card = None
        if suggestion.prompts:
            card = Card(suggestion.prompts, 0, 0, not meant.situations, name, suggestion.practices)
        label = self.setting.library.vocabulary.label
        choices = tuple(Pick(slug, label(slug)) for slug in suggestion.choices)
        return Shown(notices, card, is_overview=False, choices=choices)

    def _ranked(self, reading: Reading, family: Family, now: datetime) -> Suggestion:
        child = family.meant(reading.children)
        band = child.band_on(now.date()) if child else None
        config, about = self.config, child.id if child else None
        taste = Taste(frozenset(config.not_for_us), frozenset(config.favourites), family.own, about)
        return self.setting.prompter.suggest(
            reading, now=now, band=band, history=family.history.get(about, ()), taste=taste, limit=_MOST
        )
