"""What each table of a pack holds, and how it becomes a value of the domain.

A field with a fault gets a stand-in here: a value with any fault is thrown away by whoever asked for it.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from attune.domain.child import ANY_AGE, BANDS
from attune.domain.countries import known_country
from attune.domain.phrasenotation import Notation
from attune.domain.script import Beat, IdeaKind, Kind, Notice, Practice, Script, Service, Source, Then
from attune.storage.packentry import Entry

AGES = (*BANDS, ANY_AGE)
CHANNELS = ("call", "text", "call or text", "web")
NOTICES = ("crisis", "medical", "step-away", "mood", "safe-sleep", "sling-safety", "massage-safety")
LONGEST_TIMER = 60
"""The most minutes of a practice."""
_SOURCE_CODE = re.compile(r"[A-Z][A-Z0-9]{0,11}")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Known:
    """The words a pack may use for what is defined elsewhere."""

    situations: Collection[str] = ()
    cues: Collection[str] = ()
    feelings: Collection[str] = ()
    needs: Collection[str] = ()
    notices: Collection[str] = ()
    sources: Collection[str] = ()
    """Codes of sources and of their ideas."""
    scripts: Collection[str] = ()
    pack: str = ""
    """The id of the pack that is being read."""
    notation: Notation | None = None
    """Tries the patterns of the phrase check; None where that was done long before."""


def script(entry: Entry, known: Known) -> Script:
    """Return a script."""
    beats = tuple([_beat(entry.inner(each, "beats", place)) for place, each in enumerate(entry.tables("beats"))])
    if beats and not 2 <= len(beats) <= 5:
        entry.fault("beats", f"There are {len(beats)} beats.", "Give two to five beats.")
    return Script(
        id=entry.name("id"),
        title=entry.text("title"),
        situations=entry.slugs("situations", known.situations, needed=True),
        ages=entry.slugs("ages", AGES, needed=True),
        kind=entry.choice("kind", Kind) or Kind.ACKNOWLEDGE,
        beats=beats,
        if_not=entry.text("if_not"),
        instead_of=entry.text("instead_of"),
        why=entry.text("why"),
        sources=entry.slugs("sources", known.sources, needed=True),
        words=entry.texts("words", needed=True),
        cues=entry.slugs("cues", known.cues),
        feelings=entry.slugs("feelings", known.feelings),
        needs=entry.slugs("needs", known.needs),
        notices=entry.slugs("notices", known.notices),
        pack=known.pack,
    )


def _beat(entry: Entry) -> Beat:
    beat = Beat(
        say=entry.text("say", may_be_empty=True),
        then=entry.choice("then", Then, needed=False),
        look_for=entry.text("look_for", needed=False),
    )
    entry.close()
    return beat


def practice(entry: Entry, known: Known) -> Practice:
    """Return a practice."""
    return Practice(
        id=entry.name("id"),
        title=entry.text("title"),
        situations=entry.slugs("situations", known.situations, needed=True),
        ages=entry.slugs("ages", AGES, needed=True),
        steps=entry.texts("steps", needed=True),
        stop=entry.text("stop"),
        minutes=entry.number("minutes", LONGEST_TIMER),
        why=entry.text("why"),
        sources=entry.slugs("sources", known.sources, needed=True),
        words=entry.texts("words"),
        notices=entry.slugs("notices", known.notices),
        pack=known.pack,
    )


def notice(entry: Entry, known: Known) -> Notice:
    """Return a safety note; only those that the code knows by name can ever be shown."""
    name = entry.name("id")
    if name and name not in NOTICES:
        entry.fault("id", f"“{name}” is not a known notice.", f"Use one of: {', '.join(NOTICES)}.")
    return Notice(
        id=name,
        title=entry.text("title"),
        lines=entry.texts("lines", needed=True),
        beside=entry.text("beside", needed=False),
        stands_alone=entry.flag("stands_alone"),
        support=entry.flag("support"),
        triggers=entry.texts("triggers"),
        unless=entry.texts("unless"),
        sources=entry.slugs("sources", known.sources),
    )


def source(entry: Entry, known: Known) -> Source:
    """Return a source with its ideas."""
    code = entry.text("code")
    if code and not _SOURCE_CODE.fullmatch(code):
        entry.fault(
            "code",
            f"“{code[:60]}” cannot be used as “code”.",
            "Begin with a capital letter, then capital letters and digits: “B2”.",
        )
    ideas: dict[str, str] = {}
    for idea, words in entry.pairs("ideas").items():
        if not re.fullmatch(rf"{re.escape(code)}[-.][0-9]{{1,3}}", idea):
            entry.fault(
                "ideas",
                f"“{idea[:60]}” is not numbered under “{code}”.",
                f"Number ideas like “{code}-1” or “{code}.1”.",
            )
        elif not isinstance(words, str) or not words.strip():
            entry.fault("ideas", f"“{idea}” is not a text.", "Say the idea in a few words of your own, in quotes.")
        else:
            ideas[idea] = words
    return Source(
        code=code,
        title=entry.text("title"),
        author=entry.text("author", needed=False),
        address=_address(entry, "address", needed=False),
        year=entry.text("year", needed=False),
        ideas=MappingProxyType(ideas),
        kinds=_kinds(entry, ideas),
    )


def _kinds(entry: Entry, ideas: Collection[str]) -> Mapping[IdeaKind, tuple[str, ...]]:
    """Return which of a source's ideas are of which kind."""
    table = entry.inner(entry.pairs("kinds"), "kinds")
    kinds = {kind: table.slugs(kind, ideas) for kind in IdeaKind}
    table.close()
    return MappingProxyType({kind: codes for kind, codes in kinds.items() if codes})


def service(entry: Entry, known: Known) -> Service:
    """Return a support service."""
    country = entry.text("country", needed=False)
    if country and known_country(country) != country:
        entry.fault("country", f"“{country[:60]}” is not a country code.", "Use two capital letters: “NZ”, “GB”.")
    channel = entry.text("channel")
    if channel and channel not in CHANNELS:
        entry.fault("channel", f"“{channel[:60]}” is not a known channel.", f"Use one of: {', '.join(CHANNELS)}.")
    return Service(
        country=country,
        name=entry.text("name"),
        serves=entry.text("serves"),
        channel=channel,
        contact=entry.text("contact"),
        hours=entry.text("hours", needed=False),
        languages=entry.text("languages", needed=False),
        owner_url=_address(entry, "owner_url", needed=True),
        verified_on=entry.day("verified_on", needed=False),
        review_after=entry.day("review_after") or date.min,
        emergency=entry.flag("emergency"),
    )


def _address(entry: Entry, field: str, *, needed: bool) -> str:
    address = entry.text(field, needed=needed)
    if address and not _ADDRESS.fullmatch(address):
        entry.fault(field, f"“{field}” is not a web address.", "Begin it with https://.")
    return address


Build = Callable[[Entry, Known], object]

BUILDERS: Mapping[str, Build] = MappingProxyType(
    {
        "script": script,
        "practice": practice,
        "notice": notice,
        "source": source,
        "service": service,
    }
)
"""What a table of each name becomes."""
