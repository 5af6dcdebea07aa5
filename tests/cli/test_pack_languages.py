"""Packs in other languages on the command line: found by their own words, printed letter for letter."""

from dataclasses import replace
from pathlib import Path

import pytest

from attune.storage.packfolders import core_folder
from attune.storage.packs import load_library
from tests.cli.conftest import Home

PACKS = Path(__file__).parents[1] / "packs"
SPANISH, PERSIAN = PACKS / "palabras-de-casa", PACKS / "harf-haye-ma"
CASES = [
    (SPANISH, "casa-otro-cuento", "no quiere dormir y pide otro cuento"),
    (SPANISH, "casa-puerta-del-cole", "se agarra a mi pierna en la guarderia"),
    (PERSIAN, "khane-shokolat", "تو سوپرمارکت جیغ میزنه"),
    (PERSIAN, "khane-daad", "سرش داد زدم، پشیمونم"),
]


@pytest.fixture
def whole(home: Home) -> Home:
    return replace(home, core=None)


@pytest.mark.parametrize("pack", [SPANISH, PERSIAN], ids=lambda pack: pack.name)
def test_the_pack_keeps_every_rule_that_holds_in_its_language(whole: Home, pack: Path) -> None:
    ran = whole.run("pack", "check", pack)
    assert (ran.status, ran.lines[-1].endswith("scripts, all is well.")) == (0, True)
    listed = whole.run("pack", "list", "--json", "--pack", pack).json[1]
    assert (listed["used"], listed["language"]) == (True, "es" if pack is SPANISH else "fa")


@pytest.mark.parametrize(("pack", "script_id", "text"), CASES, ids=[case[1] for case in CASES])
def test_suggest_finds_and_prints_them_unaltered(whole: Home, pack: Path, script_id: str, text: str) -> None:
    script = load_library([core_folder(), pack]).library.script(script_id)
    assert script is not None
    found = whole.run("suggest", text, "--pack", pack, "--json").json
    assert found["query"] == text
    assert found["scripts"][0]["id"] == script_id
    assert [beat["say"] for beat in found["scripts"][0]["beats"]] == [beat.say for beat in script.beats]
    told = whole.run("suggest", text, "--pack", pack)
    assert told.lines[0] == f"1. {script.title}"
    for beat in script.beats:
        assert f"   Say: “{beat.say}”" in told.lines
        assert any(beat.look_for in line for line in told.lines)


def test_a_pipe_that_knows_ascii_only_is_given_utf_8(whole: Home) -> None:
    ran = whole.process("suggest", "سرش داد زدم", "--pack", PERSIAN, locale={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert ran.returncode == 0
    assert "تقصیر تو نبود".encode() in ran.stdout


def test_a_moment_keeps_the_words_that_were_used_in_their_own_letters(whole: Home) -> None:
    moment = whole.log("سرش داد زدم", "--script", "khane-daad", "--pack", PERSIAN)
    assert moment["text"] == "سرش داد زدم"
    assert moment["script"]["words"].split("\n")[2] == "تقصیر تو نبود. متأسفم."
    shown = whole.run("show", moment["id"])
    assert "سرش داد زدم" in shown.out
    assert "شاید ترسیدی." in shown.out
    assert "سرش داد زدم" in whole.run("list").out


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("spanish", "Use a short tag: “en”, “es”, “pt-BR”, “fa”, “zh-Hant”."),
        ("pt_BR", "Did you mean “pt-BR”?"),
        ("", None),
        ("es-MX", None),
    ],
)
def test_a_language_is_named_by_its_tag(whole: Home, tmp_path: Path, tag: str, told: str | None) -> None:
    pack = tmp_path / "ours"
    pack.mkdir()
    (pack / "pack.toml").write_text(f'id = "ours"\ntitle = "Ours"\nlanguage = "{tag}"\n', "utf-8")
    problems = whole.run("pack", "check", pack, "--json").json
    assert [(each["line"], each["field"], each["remedy"]) for each in problems if each["field"]] == (
        [(3, "language", told)] if told else []
    )


def test_english_rules_are_held_against_english_packs_only(whole: Home, tmp_path: Path) -> None:
    for language, told in (("es", 0), ("en-GB", 1)):
        pack = tmp_path / language
        (pack / "scripts").mkdir(parents=True)
        (pack / "pack.toml").write_text(f'id = "ours"\ntitle = "Ours"\nlanguage = "{language}"\n', "utf-8")
        text = (SPANISH / "scripts" / "casa.toml").read_text("utf-8").replace("Me agarras fuerte", "Maybe me agarras")
        (pack / "scripts" / "casa.toml").write_text(text, "utf-8")
        problems = whole.run("pack", "check", pack, "--json").json
        assert len([each for each in problems if "begins with a guess" in each["message"]]) == told
