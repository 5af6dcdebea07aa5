"""The library: everything that all loaded packs hold, and lookups over it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from attune.domain.languages import is_english
from attune.domain.script import Notice, Pack, Practice, Script, Service, Source
from attune.domain.vocabulary import Vocabulary
from attune.domain.wordindex import WordIndex, held, patterns_among
from attune.domain.workshop import Workshop


@dataclass(frozen=True)
class Library:
    """All packs, joined; ids are unique over all of them."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    scripts: tuple[Script, ...] = ()
    practices: tuple[Practice, ...] = ()
    notices: tuple[Notice, ...] = ()
    sources: tuple[Source, ...] = ()
    services: tuple[Service, ...] = ()
    packs: tuple[Pack, ...] = ()
    unused: Mapping[str, str] = field(default_factory=dict)
    """Ideas of sources that nothing here is drawn from, each with the reason."""
    workshops: tuple[Workshop, ...] = ()
    index: WordIndex | None = field(default=None, compare=False)
    """Of exactly these words, scripts and notices, where it was made before; who changes them takes it out."""

    @cached_property
    def _scripts_by_id(self) -> Mapping[str, Script]:
        return {script.id: script for script in self.scripts}

    @cached_property
    def _practices_by_id(self) -> Mapping[str, Practice]:
        return {practice.id: practice for practice in self.practices}

    @cached_property
    def _notices_by_id(self) -> Mapping[str, Notice]:
        return {notice.id: notice for notice in self.notices}

    @cached_property
    def _not_english(self) -> frozenset[str]:
        """Ids of the packs that are written in other languages."""
        return frozenset(pack.id for pack in self.packs if not is_english(pack.language))

    @cached_property
    def phrases(self) -> tuple[tuple[str, Script], ...]:
        """What people type for each script in English, with the script."""
        other = self._not_english
        return tuple((phrase, script) for script in self.scripts if script.pack not in other for phrase in script.words)

    @cached_property
    def practice_phrases(self) -> tuple[tuple[str, Practice], ...]:
        """What people type for each practice in English, with the practice."""
        other = self._not_english
        return tuple((phrase, one) for one in self.practices if one.pack not in other for phrase in one.words)

    @cached_property
    def other_phrases(self) -> Mapping[str, tuple[tuple[str, Script], ...]]:
        """The same by language, for the scripts of packs in other languages."""
        languages = {pack.id: pack.language.lower() for pack in self.packs if not is_english(pack.language)}
        found: dict[str, list[tuple[str, Script]]] = {}
        for script in self.scripts:
            if script.pack in languages:
                found.setdefault(languages[script.pack], []).extend((phrase, script) for phrase in script.words)
        return {language: tuple(phrases) for language, phrases in found.items()}

    @cached_property
    def holding(self) -> Mapping[str, list[int]]:
        """Word to the numbers of the `phrases` that hold it."""
        return self.index.phrases if self.index else held(phrase for phrase, _ in self.phrases)

    @cached_property
    def patterns(self) -> list[int]:
        """Numbers of the `phrases` that are written as patterns."""
        return self.index.patterns if self.index else patterns_among(phrase for phrase, _ in self.phrases)

    @cached_property
    def covered(self) -> frozenset[str]:
        """Slugs of the situations that have scripts."""
        return frozenset(slug for script in self.scripts for slug in script.situations)

    def pack(self, pack_id: str) -> Pack | None:
        """Return the pack with this id, None where it is not loaded."""
        return next((pack for pack in self.packs if pack.id == pack_id), None)

    def script(self, script_id: str) -> Script | None:
        """Return the script with this id, None where no loaded pack has it."""
        return self._scripts_by_id.get(script_id)

    def practice(self, practice_id: str) -> Practice | None:
        """Return the practice with this id, None where no loaded pack has it."""
        return self._practices_by_id.get(practice_id)

    def workshop(self, workshop_id: str) -> Workshop | None:
        """Return the workshop with this id, None where no loaded pack has it."""
        return next((workshop for workshop in self.workshops if workshop.id == workshop_id), None)

    def notice(self, notice_id: str) -> Notice | None:
        """Return the notice with this id, None where no loaded pack has it."""
        return self._notices_by_id.get(notice_id)

    def source(self, cited: str) -> Source | None:
        """Return the source that an idea code (`S0-42`, `E1.4`) belongs to."""
        return next((source for source in self.sources if cited == source.code or cited in source.ideas), None)
