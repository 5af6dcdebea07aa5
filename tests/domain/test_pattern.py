import pytest
from hypothesis import given
from hypothesis import strategies as st

from attune.domain.line import Line
from attune.domain.matching import Matcher
from attune.domain.pattern import PatternReader
from attune.errors import InputError

CLASSES = {"kid": ("he", "she", "son", "little_one")}


def found(pattern: str, text: str) -> list[str]:
    reader = PatternReader(CLASSES)
    matcher = Matcher(reader, [(pattern, None)])
    line = Line(text, reader.words)
    return [line.words(first, last) for _, _, stretches in matcher.find(line) for first, last in stretches]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("wont let go", "She won’t LET go!", ["won’t LET go"]),
        ("scream", "screaming, screamed, screams", ["screaming, screamed, screams"]),
        ("bite|scratch the baby", "he scratches the baby", ["scratches the baby"]),
        ("drop_off", "at drop-off", ["drop-off"]),
        ("drop_off", "at dropoff", ["dropoff"]),
        ("bedtime", "bed time again", ["bed time"]),
        ("scream .. leave", "screaming, doesnt want me to leave", ["screaming, doesnt want me to leave"]),
        ("scream .. leave", "screaming. We leave", []),
        ("scream .. leave", "screaming one two three four five leave", []),
        ("scream ... leave", "screaming one two three four five leave", ["screaming one two three four five leave"]),
        ("i miss my? mum", "i miss mum", ["i miss mum"]),
        ("i miss my? mum", "i miss my mummy", ["i miss my mummy"]),
        ("feed .. again?", "feeding her once more", ["feeding"]),
        ("<kid> hit <kid>", "my son hits she", ["son hits she"]),
        ("<kid> cry", "my little one cries", ["little one cries"]),
        ("<num> week", "3 weeks or six wks", ["3 weeks", "six wks"]),
        ("scared & upstairs", "upstairs alone? scared", ["scared", "upstairs"]),
        ("!not hungry", "so hungry", ["hungry"]),
        ("!not hungry", "not hungry", []),
        ("kill !for", "kill for a coffee", []),
        ("=bit me", "bit me", ["bit me"]),
        ("=bit me", "biting me", []),
        ("colour", "what color", ["color"]),
        ("apologise", "apologizing now", ["apologizing"]),
        ("breastfeed", "brestfeeding", ["brestfeeding"]),
        ("tantrum", "tantrm", ["tantrm"]),
        ("tantrum", "tantra", []),
        ("night", "light", []),
        ("so", "soooo", ["soooo"]),
        ("temperature .. 38", "temp is 38.4", ["temp is 38.4"]),
    ],
)
def test_a_pattern_finds_what_it_says(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text) == expected


@pytest.mark.parametrize("pattern", ["", "a ..", "word?", "& scared", "<nobody> hit", "!not", "|"])
def test_a_pattern_that_cannot_be_read_is_refused(pattern: str) -> None:
    with pytest.raises(InputError):
        PatternReader(CLASSES).read(pattern)


def test_places_count_in_code_points_of_the_text_as_typed() -> None:
    assert found("baby", "👩‍👧 “Baby” 🍼") == ["Baby"]


@given(st.text(alphabet="ab c.?!&|<>=_'", max_size=40), st.text(alphabet="abc .", max_size=60))
def test_any_notation_is_read_or_refused(pattern: str, text: str) -> None:
    try:
        PatternReader(CLASSES).read(pattern)
    except InputError:
        return
    assert all(stretch in text for stretch in found(pattern, text))


@pytest.mark.parametrize("pattern", ["won't sleep", "won’t sleep", "Wont Sleep", "sleep & won't|cant", "=won't sleep"])
def test_apostrophes_and_capitals_of_a_pattern_do_not_count(pattern: str) -> None:
    assert found(pattern, "She won’t sleep")
