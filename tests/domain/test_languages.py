"""Languages of packs: which tags are well formed, and which rules for good words are held in which language."""

from dataclasses import replace

import pytest

from attune.domain.languages import counts_words, is_english, is_language
from attune.domain.library import Library
from attune.domain.practicerules import practice_faults
from attune.domain.script import Beat, Kind, Pack, Practice, Script, Then
from attune.domain.scriptrules import count_words, script_faults


@pytest.mark.parametrize(
    "tag", ["en", "es", "fa", "pt-BR", "zh-Hant", "zh-Hant-TW", "es-419", "de-1996", "sl-rozaj", "EN", "haw", "zh-yue"]
)
def test_a_tag_is_well_formed(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize(
    "tag", ["", "e", "english", "Español", "pt_BR", "en-", "-en", "en us", "e1", "en\n", "x-secret"]
)
def test_what_is_no_tag(tag: str) -> None:
    assert not is_language(tag)


@pytest.mark.parametrize(("tag", "english", "counted"), [
    ("en", True, True), ("en-GB", True, True), ("EN", True, True), ("es", False, True), ("enm", False, True),
    ("ar", False, True), ("ko", False, True), ("ja", False, False), ("zh-Hant", False, False), ("th", False, False),
])  # fmt: skip
def test_what_a_language_lets_be_checked(tag: str, english: bool, counted: bool) -> None:
    assert (is_english(tag), counts_words(tag)) == (english, counted)


def script(*lines: str, **fields: object) -> Script:
    whole = Script(
        id="x-one", title="Title", situations=("bedtime",), ages=("toddler",), kind=Kind.LIMIT,
        beats=tuple(Beat(line, Then.PAUSE, "mira") for line in lines),
        if_not="Espera.", instead_of="", why="Ayuda.", sources=("S0-1",), words=("a b", "c d", "e f"),
    )  # fmt: skip
    return replace(whole, **fields)


def told(script: Script, language: str) -> list[str]:
    return [fault.message for fault in script_faults(script, language)]


ENGLISH_ONLY = [
    ("La pelota se ha ido.", "La incomprensibilidad extraordinariamente desconcertante."),  # grade
    ("Maybe es tu pelota.", "Aquí está."),  # opening
    ("La pelota.", "Ahora but no."),  # phrase
    ("La pelota.", "Mama está aquí."),  # phrase shown
]


@pytest.mark.parametrize("lines", ENGLISH_ONLY)
def test_english_words_are_looked_for_in_english_packs_only(lines: tuple[str, ...]) -> None:
    assert told(script(*lines), "en")
    assert told(script(*lines), "es") == []


def test_safety_notes_are_asked_for_where_their_words_can_be_read() -> None:
    baby = script("You're warm.", "I'm here on the sofa.", ages=("baby",))
    assert any("safe-sleep" in message for message in told(baby, "en"))
    assert told(baby, "es") == []


@pytest.mark.parametrize("language", ["es", "ar", "ja"])
def test_what_holds_in_every_language(language: str) -> None:
    assert "The first line asks something." in told(script("¿Es tu pelota?", "Aquí."), language)
    assert "The first line asks something." in told(script("هل هذه كرتك؟", "هنا."), language)
    assert "This is the second question." in told(script("ボール。", "ほしい？ まだ？"), language)
    assert "Brackets stand here." in told(script("La pelota.", "Aquí [está]."), language)
    assert "No pause is written down." in told(script("La pelota.", beats=(Beat("Aquí."), Beat("Allí."))), language)


def test_a_name_that_may_be_missing_is_told_where_english_would_stand_in() -> None:
    named = script("La pelota.", "Aquí, {child}.")
    assert told(named, "es") == ["Where no name is known, “your child” stands for {child}, in English."]
    assert not any("{child}" in message for message in told(named, "en"))


LONG = "una dos tres cuatro cinco seis siete ocho nueve diez once"


def test_words_are_counted_where_spaces_part_them() -> None:
    assert "The line has 11 words; 10 is the most for this age." in told(script("La pelota.", LONG), "es")
    assert told(script("La pelota.", LONG), "th") == []
    assert (count_words("one two", "en"), count_words("สวัสดี ครับ", "th")) == (2, 0)


def test_a_practice_is_held_to_its_language_too() -> None:
    practice = Practice(
        id="p-one", title="Extraordinariamente", situations=("bedtime",), ages=("toddler",),
        steps=("Incomprensibilidad desconcertantemente.", "Mama espera."), stop="Se va.", why="Ayuda.",
        sources=("S0-1",), words=("a", "b", "c", "d", "e"),
    )  # fmt: skip
    assert practice_faults(practice, "en")
    assert practice_faults(practice, "es") == ()
    assert practice_faults(replace(practice, steps=(" ".join(["paso"] * 19), "b")), "es")
    assert practice_faults(replace(practice, steps=(" ".join(["step"] * 19), "b")), "ja") == ()


def test_a_word_rule_quotes_the_line_it_is_about() -> None:
    faults = script_faults(script("The ball.", "You naughty thing."), "en")
    assert [fault.quote for fault in faults if "label" in fault.message] == ["You naughty thing."]


def test_a_script_finds_its_pack_and_its_language() -> None:
    library = Library(packs=(Pack(id="core", title="Core"), Pack(id="casa", title="Casa", language="es")))
    found = library.pack("casa")
    assert found is not None
    assert found.language == "es"
    assert library.pack("gone") is None
