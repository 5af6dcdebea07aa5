"""A finding with what belongs to it: its sources, and words of the library for the moment that the text names."""

from attune.domain.hearing import Hearing
from attune.domain.reading import Reading
from attune.domain.script import Script
from attune.domain.taste import Taste
from attune.storage.config import Config
from attune.ui.findinginfull import Shown
from attune.ui.setting import Setting
from attune.ui.widgets.finding_list import Found
from attune.ui.wording import Family

_AROUND = 1_000
"""Characters on either side in which a paragraph is looked for, to know what the words are about."""
_SCRIPTS = 3


def situated(found: Found, text: str, hearing: Hearing, setting: Setting, config: Config, family: Family) -> Shown:
    """Return what is read of a finding in `text`."""
    library = setting.library
    rule = hearing.rule(found.finding.rule)
    reading = setting.reader.read(around(found, text), now=setting.clock(), children=family.children)
    return Shown(
        found.finding,
        found.words,
        sources=rule.sources if rule else (),
        is_right=found.is_right,
        about=library.vocabulary.label(reading.situations[0]) if reading.situations else "",
        scripts=_scripts(reading, setting, config, family) if reading.situations else (),
        rehearsed=frozenset(config.rehearse),
    )


def _scripts(reading: Reading, setting: Setting, config: Config, family: Family) -> tuple[Script, ...]:
    """Return words for a situation, as they came: what the family says instead is shown where they are opened."""
    child, now = family.meant(reading.children), setting.clock()
    taste = Taste(frozenset(config.not_for_us), frozenset(config.favourites), (), child.id if child else None)
    band = child.band_on(now.date()) if child else None
    asked = setting.prompter.suggest(reading, now=now, band=band, taste=taste, limit=_SCRIPTS)
    return tuple(prompt.script for prompt in asked.prompts[:_SCRIPTS])


def around(found: Found, text: str) -> str:
    """Return the paragraph that the words stand in."""
    start, end = found.finding.start, found.finding.end
    first = text.rfind("\n\n", max(0, start - _AROUND), start)
    last = text.find("\n\n", end, end + _AROUND)
    begin = first if first >= 0 else max(0, start - _AROUND)
    return text[begin : last if last >= 0 else end + _AROUND]
