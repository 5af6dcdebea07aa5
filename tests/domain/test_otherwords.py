"""Lines in other languages: found by the words that packs in those languages bring, whatever their letters."""

import json
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from attune.domain.library import Library
from attune.domain.otherwords import OtherWords, runs
from attune.domain.prompting import Prompter, Suggestion
from attune.domain.reading import Reader
from attune.storage.packfolders import pack_folders
from attune.storage.packs import in_order
from tests.domain.content import reader as english
from tests.domain.content import shipped
from tests.shipped import core

PACKS = Path(__file__).parents[1] / "packs"
LINES = [json.loads(line) for line in (Path(__file__).parent / "otherlines.jsonl").read_text("utf-8").splitlines()]
NOW = datetime(2026, 3, 4, 19, 40, tzinfo=UTC)


@cache
def library() -> Library:
    added = tuple(in_order(core(), pack_folders(PACKS)))
    assert [each.contents.problems for each in added] == [[]] * len(added)
    return added[-1].library


@cache
def parts() -> tuple[Reader, Prompter]:
    return Reader.of(library()), Prompter(library())


def suggested(text: str) -> Suggestion:
    reader, prompter = parts()
    return prompter.suggest(reader.read(text, now=NOW), now=NOW)


def test_hurried_lines_find_the_words_of_their_language() -> None:
    meant = [row for row in LINES if row["script"]]
    first = [row for row in meant if [p.script.id for p in suggested(row["text"]).prompts][:1] == [row["script"]]]
    assert len(first) / len(meant) >= 0.9, [row["text"] for row in meant if row not in first]


@pytest.mark.parametrize("text", [row["text"] for row in LINES if not row["script"]])
def test_a_line_about_something_else_finds_none_of_them(text: str) -> None:
    assert [prompt.script.id for prompt in suggested(text).prompts if prompt.script.pack != "core"] == []


@pytest.mark.parametrize(
    "text", ["wont leave the park", "screaming in the shop", "she hit her brother", "no sleep again"]
)
def test_packs_in_other_languages_change_nothing_of_how_english_is_read(text: str) -> None:
    among_others, _ = parts()
    assert among_others.read(text, now=NOW) == english().read(text, now=NOW)
    assert library().phrases == shipped().phrases


def test_a_line_that_is_surely_not_english_is_not_read_as_english_but_as_it_was_chosen() -> None:
    text = "no quiere dormir y pide otro cuento"  # “pide” may be a slip of “pride”
    assert [prompt.script.id for prompt in suggested(text).prompts][:1] == ["casa-otro-cuento"]
    reader, prompter = parts()
    by_mark = reader.read(f"{text} #repair", now=NOW)
    by_hand = replace(reader.read(text, now=NOW), situations=("harsh-words",))
    for reading, slug in ((by_mark, "repair"), (by_hand, "harsh-words")):
        chosen = prompter.suggest(reading, now=NOW).prompts
        assert slug in {situation for prompt in chosen for situation in prompt.script.situations}


SPELLINGS = [
    ("le grité y ahora me siento fatal", "LE GRITE Y AHORA ME SIENTO FATAL"),
    ("habitación", "habitacion"),
    ("habitación", unicodedata.normalize("NFD", "habitación")),
    ("می‌خوابه", "میخوابه"),  # a joiner
    ("كتاب علي", "کتاب علی"),  # Arabic and Persian letters
    ("أُمّي", "امی"),  # vowel signs
    ("شَلُومـ", "شلوم"),
    ("שָׁלוֹם", "שלום"),
    ("Straße", "strasse"),
    ("Łódź", "lodz"),
    ("ＡＢＣＤＥ", "abcde"),
    ("ΟΔΟΣ", "οδος"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_a_word_is_the_same_however_it_is_typed(one: str, other: str) -> None:
    assert runs(one) == runs(other) != frozenset()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dormir", {"_dor", "dorm", "ormi", "rmir"}),
        ("no va", {"_no", "_va"}),
        ("不想睡觉", {"不想", "想睡", "睡觉"}),
        ("寝る", {"寝る"}),
        ("ไม่ยอม", {"ไมย", "มยอ", "ยอม"}),
        ("नींद", {"_नीं", "नींद"}),
        ("¿…? !، 。", set()),
        ("", set()),
    ],
)
def test_runs(text: str, found: set[str]) -> None:
    assert runs(text) == {run.replace("่", "") for run in found}


@pytest.mark.parametrize(
    ("phrases", "text"),
    [
        (["不肯睡觉", "一直哭", "在商店里大喊大叫"], "今晚又不肯睡觉"),
        (["なかなか寝ない", "ずっと泣いている", "お店で大声を出す"], "今日もなかなか寝ない"),
        (["ไม่ยอมนอน", "ร้องไห้ตลอด", "กรี๊ดในร้าน"], "ลูกไม่ยอมนอน"),
        (["잠을 안 자요", "계속 울어요", "가게에서 소리를 질러요"], "오늘도 잠을 안자요"),
        (["ne veut pas dormir", "pleure tout le temps", "crie au magasin"], "il veut jamais dormir"),
        (["uyumak istemiyor", "sürekli ağlıyor", "markette bağırıyor"], "gece uyumuyor istemiyor"),
        (["не хочет спать", "всё время плачет", "кричит в магазине"], "опять не спит, не хочет"),
        (["सोना नहीं चाहती", "बहुत रोती है", "दुकान में चिल्लाती है"], "सोना नहीं चाहता"),
        (["לא רוצה לישון", "בוכה כל הזמן", "צורחת בחנות"], "לא רוצה ללכת לישון"),
        (["لا تريد النوم", "تبكي طوال الوقت", "تصرخ في المتجر"], "ما تريد تنام، لا تريد النوم"),
    ],
)
def test_the_likest_phrase_is_found_in_any_script(phrases: list[str], text: str) -> None:
    found = OtherWords([(phrase, str(number)) for number, phrase in enumerate(phrases)]).like(text)
    assert max(found, key=lambda owner: found[owner]) == "0"
    assert found["0"] > 0.6
    assert all(likeness < 0.6 for owner, likeness in found.items() if owner != "0")


def test_the_same_words_are_surely_alike_and_others_not_at_all() -> None:
    words = OtherWords([("no quiere dormir", "a"), ("llora en la puerta", "b")])
    assert words.like("no quiere dormir") == {"a": 1.0}
    assert words.like("xyzzy") == {}
    assert words.like("") == {}
    assert OtherWords([]).like("no quiere") == {}
