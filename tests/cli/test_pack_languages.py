"""Packs in other languages on the command line: found by their own words, printed letter for letter."""

from dataclasses import replace
from pathlib import Path

import pytest

from attune.storage.packs import in_order
from tests.cli.conftest import Home
from tests.shipped import core

PACKS = Path(__file__).parents[1] / "packs"
SPANISH, PERSIAN = PACKS / "palabras-de-casa", PACKS / "harf-haye-ma"
BOTH = ("--pack", SPANISH, "--pack", PERSIAN)
CASES = [
    ("casa-otro-cuento", "no quiere dormir y pide otro cuento"),
    ("casa-puerta-del-cole", "se agarra a mi pierna en la guarderia"),
    ("khane-shokolat", "تو سوپرمارکت جیغ میزنه"),
    ("khane-daad", "سرش داد زدم، پشیمونم"),
]


@pytest.fixture
def whole(home: Home) -> Home:
    return replace(home, core=None)


def test_packs_keep_every_rule_that_holds_in_their_language(whole: Home) -> None:
    ran = whole.run("pack", "check", SPANISH, PERSIAN)
    assert (ran.status, ran.err) == (0, "")
    assert [line.endswith(" scripts, all is well.") for line in ran.lines] == [True] * 2
    listed = whole.run("pack", "list", "--json", *BOTH).json[1:]
    assert [(each["used"], each["language"]) for each in listed] == [(True, "es"), (True, "fa")]


def test_suggest_finds_and_prints_them_unaltered(whole: Home) -> None:
    *_, added = in_order(core(), [SPANISH, PERSIAN])
    for script_id, text in CASES:
        script = added.library.script(script_id)
        assert script is not None
        found = whole.run("suggest", text, *BOTH, "--json").json
        assert found["query"] == text
        assert found["scripts"][0]["id"] == script_id
        assert [beat["say"] for beat in found["scripts"][0]["beats"]] == [beat.say for beat in script.beats]
        told = whole.run("suggest", text, *BOTH)
        assert told.lines[0] == f"1. {script.title}"
        for beat in script.beats:
            assert f"   Say: “{beat.say}”" in told.lines
            assert any(beat.look_for in line for line in told.lines)


def test_a_pipe_that_knows_ascii_only_is_given_utf_8(whole: Home) -> None:
    ran = whole.process("suggest", "سرش داد زدم", *BOTH, locale={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert ran.returncode == 0
    assert "تقصیر تو نبود".encode() in ran.stdout


def test_a_moment_keeps_the_words_that_were_used_in_their_own_letters(whole: Home, home: Home) -> None:
    moment = whole.log("سرش داد زدم", "--script", "khane-daad", *BOTH)
    assert moment["text"] == "سرش داد زدم"
    assert moment["script"]["words"].split("\n")[2] == "تقصیر تو نبود. متأسفم."
    shown = home.run("show", moment["id"])
    assert "سرش داد زدم" in shown.out
    assert "شاید ترسیدی." in shown.out
    assert "سرش داد زدم" in home.run("list").out


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("spanish", "Use a short tag: “en”, “es”, “pt-BR”, “fa”, “zh-Hant”."),
        ("pt_BR", "Did you mean “pt-BR”?"),
        ("", None),
        ("es-MX", None),
    ],
)
def test_a_language_is_named_by_its_tag(home: Home, tmp_path: Path, tag: str, told: str | None) -> None:
    pack = tmp_path / "ours"
    pack.mkdir()
    (pack / "pack.toml").write_text(f'id = "ours"\ntitle = "Ours"\nlanguage = "{tag}"\n', "utf-8")
    problems = home.run("pack", "check", pack, "--json").json
    assert [(each["line"], each["field"], each["remedy"]) for each in problems if each["field"]] == (
        [(3, "language", told)] if told else []
    )


def test_english_rules_are_held_against_english_packs_only(whole: Home, tmp_path: Path) -> None:
    text = (SPANISH / "scripts" / "casa.toml").read_text("utf-8").replace("Me agarras fuerte", "Maybe me agarras")
    for language in ("es", "en-GB"):
        pack = tmp_path / language
        (pack / "scripts").mkdir(parents=True)
        told = f'id = "{language.lower()}"\ntitle = "Ours"\nlanguage = "{language}"\n'
        (pack / "pack.toml").write_text(told, "utf-8")
        (pack / "scripts" / "casa.toml").write_text(text, "utf-8")
    problems = whole.run("pack", "check", tmp_path / "es", tmp_path / "en-GB", "--json").json
    guesses = [each["file"] for each in problems if "begins with a guess" in each["message"]]
    assert guesses == [str(tmp_path / "en-GB" / "scripts" / "casa.toml")]
