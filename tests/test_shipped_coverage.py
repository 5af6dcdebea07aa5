"""What the shipped words cover: every idea of the sources, every situation at every age, every kind; no claim in them.

A cell of the table or an idea that is left out on purpose is named here or in the content, with its reason.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import attune
from attune.domain.child import ANY_AGE, BANDS
from attune.domain.script import IdeaKind, Kind, Practice, Script
from attune.storage.packfolders import core_folder
from attune.storage.safe_toml import parse
from tests.shipped import library

ROOT = Path(__file__).parent.parent

ARTICLES = {"S0": 32, "S1": 13, "S2": 15, "S3": 17, "S4": 29}
"""How many ideas of each article ask to be acted on."""
ASKS = (IdeaKind.PRACTICE, IdeaKind.EXAMPLE, IdeaKind.ANSWER, IdeaKind.WARNING)


def shown() -> tuple[Script | Practice, ...]:
    return (*library().scripts, *library().practices)


def asking() -> dict[str, set[str]]:
    """Return the ideas that tell people to do or not to do something, by the code of their source."""
    return {
        source.code: {idea for kind in ASKS for idea in source.kinds.get(kind, ())}
        for source in library().sources
        if source.code in ARTICLES
    }


def cited() -> set[str]:
    """Return every idea that something shipped is drawn from."""
    return {code for each in shown() for code in each.sources} | {
        code for notice in library().notices for code in notice.sources
    }


@pytest.mark.parametrize("code", ARTICLES)
def test_every_idea_of_an_article_has_a_kind(code: str) -> None:
    source = library().source(code)
    assert source is not None
    assert {idea for ideas in source.kinds.values() for idea in ideas} == set(source.ideas)
    assert len(asking()[code]) == ARTICLES[code]


def test_every_idea_that_asks_to_be_acted_on_is_cited_or_left_out_with_a_reason() -> None:
    every = {idea for ideas in asking().values() for idea in ideas}
    assert sorted(every - cited() - library().unused.keys()) == []


def test_an_idea_is_not_left_out_and_cited_as_well() -> None:
    assert sorted(library().unused.keys() & cited()) == []


def test_only_ideas_that_ask_to_be_acted_on_need_a_reason_to_be_left_out() -> None:
    assert sorted(library().unused.keys() - {idea for ideas in asking().values() for idea in ideas}) == []
    assert [idea for idea, reason in library().unused.items() if len(reason.split()) < 4] == []


CLAIMS = {
    "heartbeats that match": (
        r"heart ?(?:beat|rate)s?\b[^.]*\b(?:match\w*|sync\w*|rhythm|same|tune|together|one)\b",
        ["Held close, your heartbeats soon sync.", "The baby’s heart rate comes to match yours."],
    ),
    "hormones": (
        r"hormon\w+|cortisol|serotonin|oxytocin|dopamine|adrenalin\w*|endorphins?",
        ["Stress hormones shoot up when you leave.", "Stroking swaps cortisol for serotonin."],
    ),
    "building the brain": (
        r"\bbrains?\b|neuro(?!div)\w+|\bneur(?:al|ons?)\b|synaps\w+|nervous system"
        r"|\bIQ\b|intelligen\w+|cleverer|smarter",
        ["This builds your child’s brain.", "It develops the nervous system.", "Bonded babies have a higher IQ."],
    ),
    "damage by day care": (
        r"(?:day ?care|nurser(?:y|ies)|childcare|paid carers?|childminders?)\b[^.]*\b(?:damag|harm|scar|hurt)\w*"
        r"|(?:damag|harm|scar)\w*[^.]*\b(?:day ?care|nurser(?:y|ies)|childcare|paid carers?|childminders?)\b"
        r"|superhuman",
        ["Day care too early can damage a child.", "Lasting harm from nursery.", "A superhuman task for paid carers."],
    ),
    "toxins": (r"\btoxi(?:n|c)\w*|detox\w*", ["Massage flushes out toxins."]),
    "immunity and disease": (
        r"\bimmun\w+|disease|infections?\b[^.]*\bfewer|fewer\b[^.]*\binfections?",
        ["Closeness boosts immunity.", "Bonding protects from disease."],
    ),
    "preventing illness": (
        r"(?:prevent\w*|reduc\w+|protects?|lowers?|cures?|treats?)\b[^.]*"
        r"\b(?:SIDS|cot death|depression|ADHD|autism|colic)",
        ["A fan prevents SIDS.", "Skin to skin reduces depression."],
    ),
    "a share of being in tune": (
        r"\d+(?:\.\d+)? ?(?:%|per ?cent)|\b(?:thirty|seventy|fifty|half) ?(?:%|per ?cent)|a third of the time",
        ["Be in tune 30 % of the time.", "Thirty percent is enough.", "Being matched a third of the time will do."],
    ),
    "proof": (
        r"\b(?:clinically|scientifically)\b|\bproven\b|evidence-based"
        r"|(?:studies|research|science) (?:shows?|proves?|says?)",
        ["Clinically proven words.", "Research shows that this works."],
    ),
    "sleep and space": (
        r"deep(?:er|ens)\b[^.]*\bsleep|sleeps? (?:deeper|longer)\b|sense of space|nourish\w*",
        ["Massage deepens sleep.", "Rocking speeds the sense of space."],
    ),
    "ruin for life": (
        r"\bfor life\b[^.]*\b(?:scar|damag|harm)\w*|(?:scar|damag)\w*[^.]*\b(?:for life|for ever)\b"
        r"|attachment (?:disorder|style)s?",
        ["This scars them for life.", "It leads to an attachment disorder."],
    ),
}  # fmt: skip
"""What the sources claim, or what is claimed of such tools, and is not to be repeated; each with sentences it finds."""
TITLES_OF_OTHERS = ("5 Steps for Brain-Building Serve and Return",)
RECOGNISED_BY = ("words", "hints", "triggers", "unless", "classes", "patterns", "near", "flags", "leaves_alone")


def texts_of(value: object) -> Iterator[str]:
    """Yield every text of a TOML value, but for those that say how a line is recognised."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            is_pattern = name == "beside" and isinstance(each, list)  # a rule's; a notice's is a sentence that is shown
            if name not in RECOGNISED_BY and not is_pattern:
                yield from texts_of(each)


@cache
def shipped_texts() -> tuple[tuple[str, str], ...]:
    """Return all that people can come to read but for titles of others, with where it stands."""
    title = re.compile("|".join(map(re.escape, TITLES_OF_OTHERS)))
    return tuple((where, title.sub("", text)) for where, text in _shipped_texts())


def _shipped_texts() -> Iterator[tuple[str, str]]:
    """Yield all that people can come to read: content, guides, what screens (not their styles) and commands say."""
    for path in sorted(core_folder().rglob("*.toml")):
        for text in texts_of(parse(path.read_text("utf-8"))):
            yield path.name, text
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for paragraph in path.read_text("utf-8").split("\n\n"):
            yield path.name, paragraph
    for layer in ("ui", "cli"):
        for path in sorted((Path(attune.__file__).parent / layer).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and "{" not in node.value:
                    yield path.name, node.value


@pytest.mark.parametrize(
    ("claim", "sentence"), [(claim, sentence) for claim, (_, found) in CLAIMS.items() for sentence in found]
)
def test_a_claim_would_be_found(claim: str, sentence: str) -> None:
    assert re.search(CLAIMS[claim][0], sentence, re.IGNORECASE)


@pytest.mark.parametrize("claim", CLAIMS)
def test_no_claim_is_repeated(claim: str) -> None:
    pattern = re.compile(CLAIMS[claim][0], re.IGNORECASE)
    assert [(where, text) for where, text in shipped_texts() if pattern.search(text)] == []


def test_all_that_ships_is_looked_through() -> None:
    counted = Counter(where for where, _ in shipped_texts())
    assert len(counted) > 100
    assert min(counted[name] for name in ("practices.toml", "notices.toml", "README.md", "support.toml")) > 20
    shown_small = {notice.beside for notice in library().notices if notice.beside}
    assert shown_small
    assert shown_small <= {text for _, text in shipped_texts()}


NOT_FOR_SCRIPTS = ("crisis", "medical")
"""Help comes before words there: they have notices."""


def test_every_situation_is_met_twice_at_every_age() -> None:
    """Words to an adult, for any age, come on top, but where the situation is the adult's own."""
    met = Counter((script.situations[0], age) for script in library().scripts for age in script.ages)
    situations = [each for each in library().vocabulary.situations if each.slug not in NOT_FOR_SCRIPTS]
    cells = [(each.slug, band) for each in situations for band in each.ages]
    assert len(cells) > 150
    assert [cell for cell in cells if met[cell] < 2] == []


def test_help_comes_before_words_in_a_crisis_and_in_illness() -> None:
    assert [script.id for script in library().scripts if set(NOT_FOR_SCRIPTS) & set(script.situations)] == []
    assert [each.id for each in library().practices if set(NOT_FOR_SCRIPTS) & set(each.situations)] == []
    assert {notice.id for notice in library().notices if notice.stands_alone} == set(NOT_FOR_SCRIPTS)


def test_there_are_scripts_and_practices_enough() -> None:
    assert len(library().scripts) >= 240
    assert len(library().practices) >= 26


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_dozen_scripts(kind: Kind) -> None:
    assert len([script for script in library().scripts if script.kind is kind]) >= 12


@pytest.mark.parametrize("band", BANDS)
def test_every_age_has_practices_of_its_own(band: str) -> None:
    assert len([practice for practice in library().practices if band in practice.ages]) >= 2


def test_scripts_differ_in_title_in_first_line_and_as_a_whole() -> None:
    def twice(texts: list[str]) -> list[str]:
        return [text for text, count in Counter(text.casefold() for text in texts).items() if count > 1]

    assert twice([each.title for each in shown()]) == []
    assert twice([script.spoken[0] for script in library().scripts if script.spoken]) == []
    assert twice([str([(beat.say, beat.look_for) for beat in script.beats]) for script in library().scripts]) == []
    assert twice([script.why for script in library().scripts]) == []
    assert twice([script.if_not for script in library().scripts]) == []


TOPICS = {
    "quiet-watching": (), "first-look-home": (), "telling-before-touch": (), "ten-minutes-theirs": (),
    "reading-at-night": ("safe-sleep",), "rocking": ("safe-sleep",), "baby-massage": ("massage-safety",),
    "skin-to-skin": ("safe-sleep",), "carrying-close": ("sling-safety", "safe-sleep"), "little-ritual": (),
    "mirror-a-little": (), "the-pause": (), "let-them-come": (), "one-true-thing": (), "asking-for-help": ("mood",),
    "three-breaths": ("step-away",), "body-first": ("step-away", "medical"),
}  # fmt: skip


@pytest.mark.parametrize(("practice_id", "notices"), TOPICS.items())
def test_a_promised_practice_is_there_with_its_safety_notes(practice_id: str, notices: tuple[str, ...]) -> None:
    practice = {each.id: each for each in library().practices}[practice_id]
    assert practice.notices == notices


def told(each: Script | Practice) -> str:
    """Return what it tells people to say or to do."""
    if isinstance(each, Practice):
        return " ".join((*each.steps, each.stop, each.why))
    return " ".join((*each.spoken, *(beat.look_for for beat in each.beats), each.if_not, each.why))


def test_nobody_is_told_to_share_a_bed_with_a_baby() -> None:
    bed = re.compile(r"\bbed-?shar\w+|\bco-?sleep\w*|\bin(?:to)? (?:your|my|our) bed\b")
    with_babies = [each for each in shown() if {"newborn", "baby", ANY_AGE} & set(each.ages)]
    assert [each.id for each in with_babies if bed.search(told(each)) and "safe-sleep" not in each.notices] == []


BRINGS = {
    "S2-11": {"safe-sleep"}, "S2-12": {"safe-sleep"}, "S2-13": {"safe-sleep"}, "S2-19": {"safe-sleep"},
    "S3-17": {"safe-sleep"}, "S3-18": {"sling-safety", "safe-sleep"}, "S2-16": {"massage-safety"},
    "E3.1": {"safe-sleep"}, "E3.2": {"sling-safety"},
}  # fmt: skip
"""Ideas that are never passed on without their safety notes: rocking, night feeds, skin to skin, slings, massage."""


@pytest.mark.parametrize(("idea", "notices"), BRINGS.items())
def test_an_idea_with_a_danger_in_it_brings_its_safety_notes(idea: str, notices: set[str]) -> None:
    assert [each.id for each in shown() if idea in each.sources and not notices <= set(each.notices)] == []
