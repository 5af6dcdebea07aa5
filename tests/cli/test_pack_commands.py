"""`attune pack new`, `check` and `list`: a pack is begun, looked over and found, and nothing else is touched."""

import json
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from attune.storage.packcheck import check_pack
from attune.storage.packtemplate import fit_id, template
from tests.cli.conftest import Home
from tests.shipped import SMALL, core, library

SCRIPT = """[[script]]
id = "park-stay-longer"
title = "Not done at the park"
situations = ["transitions"]
ages = ["toddler"]
kind = "limit"
beats = [
  { say = "You're holding on to the swing.", then = "pause", look_for = "a look, a looser hand" },
  { say = "Maybe you want more.", then = "wait", look_for = "let them answer in their way" },
]
if_not = "Carry them, kindly and without more words."
instead_of = "We're leaving without you, then!"
why = "Stopping hurts when play is good. A last push that is kept makes the end real."
sources = ["E1.1"]
words = ["wont leave the park", "one more swing", "screams when we go home"]
"""
POOR = SCRIPT.replace("Maybe you want more.", "That was naughty.")
FAULTY = SCRIPT.replace('"toddler"', '"todler"').replace('"limit"', '"limits"')


@pytest.fixture
def whole(home: Home) -> Home:
    """Return the home with the pack that ships."""
    return replace(home, core=None)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Stand in a folder of its own, so that paths are written as a person would."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def write_pack(folder: Path, script: str = SCRIPT, **fields: str) -> Path:
    (folder / "scripts").mkdir(parents=True)
    told = {"id": folder.name, "title": folder.name.capitalize()} | fields
    (folder / "pack.toml").write_text("".join(f'{name} = "{value}"\n' for name, value in told.items()), "utf-8")
    (folder / "scripts" / "park.toml").write_text(script, "utf-8")
    return folder


# -- new ------------------------------------------------------------------------------------------


def test_a_new_pack_keeps_every_rule_and_is_used_at_once(whole: Home, here: Path) -> None:
    ran = whole.run("pack", "new", "our-words")
    assert (ran.status, ran.err) == (0, "")
    assert check_pack(here / "our-words", core()) == ()
    found = whole.run("suggest", "one shoe off again and we are late", "--pack", "our-words", "--json").json
    assert "our-words-one-shoe-on" in [script["id"] for script in found["scripts"]]


def test_it_says_what_to_do_next_in_words_that_can_be_typed(home: Home, here: Path) -> None:
    ran = home.run("pack", "new", "our words")
    assert "attune pack check 'our words'" in ran.out
    assert "attune --pack 'our words'" in ran.out
    assert str(Path("our words") / "scripts" / "first-words.toml") in ran.out
    assert str(home.folder / "data" / "attune" / "packs") in ran.out


def test_each_field_of_a_script_is_explained_in_the_template(home: Home, here: Path) -> None:
    home.run("pack", "new", "ours")
    text = (here / "ours" / "scripts" / "first-words.toml").read_text("utf-8")
    fields = "id title situations ages kind beats if_not instead_of why sources words"
    for field in fields.split():
        explained = re.search(rf"^#[^\n]+\n(?:#[^\n]*\n)*{field} = ", text, re.MULTILINE)
        assert explained, field


def test_the_practice_in_the_template_is_sound_once_its_signs_are_taken_away(whole: Home, here: Path) -> None:
    whole.run("pack", "new", "ours")
    practices = here / "ours" / "practices.toml"
    text = practices.read_text("utf-8")
    practices.write_text(text.replace("# ", ""), "utf-8")
    assert check_pack(here / "ours", core()) == ()
    assert "1 practice" in whole.run("pack", "check", "ours").out


def test_the_extra_fields_in_the_template_are_sound_once_their_signs_are_taken_away(home: Home, here: Path) -> None:
    home.run("pack", "new", "ours")
    script = here / "ours" / "scripts" / "first-words.toml"
    text = script.read_text("utf-8")
    assert len(re.findall(r"(?m)^# (?=[a-z]+ = \[)", text)) == 4
    script.write_text(re.sub(r"(?m)^# (?=[a-z]+ = \[)", "", text), "utf-8")
    assert check_pack(here / "ours", core()) == ()


NAMES = {
    "our-words": "our-words", "Our Words": "our-words", "Café à deux": "cafe-a-deux", "قلب": "our-words",
    "x": "x-words", "core": "core-words", "--": "our-words", "9 lives": "9-lives", "a" * 80: "a" * 48,
    'say "hi" \\': "say-hi", "a\x1b[31m\n\u202eb": "a-31m-b", "con": "con",
}  # fmt: skip


@pytest.mark.parametrize(("name", "pack_id"), NAMES.items(), ids=list(NAMES.values()))
def test_the_id_is_the_name_of_the_folder_made_fit(name: str, pack_id: str) -> None:
    assert fit_id(name) == pack_id


def test_the_template_lists_every_situation() -> None:
    listed = re.findall(r"(?m)^#   ([a-z -]+)$", template("ours")["scripts/first-words.toml"])
    situations = library().vocabulary.situations
    assert " ".join(listed).split() == [each.slug for each in situations]


def test_any_name_of_a_folder_will_do_and_new_packs_stand_beside_each_other(whole: Home, here: Path) -> None:
    names = ["Café à deux", "قلب", 'say "hi" \\', "a\x1b[31m\n\u202eb"]
    for name in names:
        assert whole.run("pack", "new", "--", name).status == 0
    packs = [word for name in names for word in ("--pack", here / name)]
    _, *listed = whole.run("pack", "list", "--json", *packs).json
    assert [(each["id"], each["used"], each["problems"]) for each in listed] == [
        (NAMES[name], True, []) for name in names
    ]


def test_where_something_is_nothing_is_written(home: Home, here: Path) -> None:
    full = here / "full"
    full.mkdir()
    (full / "pack.toml").write_text("mine")
    (here / "file").write_text("mine")
    (here / "lost").symlink_to(here / "nowhere")
    for name in ("full", "file", "lost", "absent/ours", "file/ours"):
        ran = home.run("pack", "new", name)
        assert ran.status == 1
        assert len(ran.err.splitlines()) == 1
    assert sorted(path.name for path in here.iterdir()) == ["file", "full", "lost"]
    assert [path.read_text() for path in full.iterdir()] == ["mine"]


def test_an_empty_folder_is_filled(home: Home, here: Path) -> None:
    (here / "ours").mkdir()
    assert home.run("pack", "new", "ours").status == 0
    assert check_pack(here / "ours", core()) == ()


def test_nothing_but_the_folder_is_touched_and_others_may_read_it(home: Home, here: Path) -> None:
    before = {path for path in home.folder.rglob("*")}
    mask = os.umask(0o022)
    try:
        home.run("pack", "new", "ours")
    finally:
        os.umask(mask)
    new = {path for path in home.folder.rglob("*")} - before
    assert all(path == here / "ours" or path.is_relative_to(here / "ours") for path in new)
    assert {stat.S_IMODE(path.stat().st_mode) for path in new if path.is_file()} == {0o644}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_that_cannot_be_written_is_told(home: Home, here: Path) -> None:
    here.chmod(0o500)
    ran = home.run("pack", "new", "ours")
    here.chmod(0o700)
    assert (ran.status, len(ran.err.splitlines())) == (1, 1)


def test_what_was_begun_is_taken_back_where_it_cannot_be_finished(
    home: Home, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("attune.storage.packnew.template", lambda name: {"pack.toml": "x", "\0": "y"})
    with pytest.raises(ValueError, match="null"):
        home.run("pack", "new", "ours")
    monkeypatch.setattr("attune.storage.packnew.template", lambda name: {"pack.toml": "x", "n" * 300: "y"})
    ran = home.run("pack", "new", "theirs")
    assert ran.status == 1
    assert "Nothing was left behind." in ran.err
    assert not (here / "theirs").exists()


# -- check ----------------------------------------------------------------------------------------


def test_the_pack_that_others_build_on_is_looked_over_by_itself(home: Home) -> None:
    ran = home.run("pack", "check", SMALL)
    assert (ran.status, ran.err) == (0, "")
    assert ran.lines[-2:] == [
        "A small pack: well so far: 1 of 1 source, 3 of 3 services, 2 of 2 rules.",
        "Nothing has to be mended; 24 pieces of advice in 1 file.",
    ]


def test_what_is_well_is_said_too(home: Home, here: Path) -> None:
    write_pack(here / "ours")
    ran = home.run("pack", "check", "ours")
    assert (ran.status, ran.out, ran.err) == (0, "Ours: 1 script, all is well.\n", "")


def test_a_fault_is_told_where_an_editor_finds_it_with_sentence_and_remedy(home: Home, here: Path) -> None:
    write_pack(here / "ours", FAULTY)
    ran = home.run("pack", "check", "ours")
    assert ran.status == 1
    assert ran.out == (
        "ours/scripts/park.toml:5: ages[1]\n"
        "    “todler” is not known here.\n"
        "    Did you mean “toddler”?\n"
        "ours/scripts/park.toml:6: kind\n"
        "    “limits” is not a known “kind”.\n"
        "    Did you mean “limit”?\n"
        "\n"
        "Ours: well so far: nothing.\n"
    )
    assert ran.err == "2 things to mend in 1 file.\n"


def test_a_rule_for_good_words_is_advice_that_quotes_the_line(home: Home, here: Path) -> None:
    write_pack(here / "ours", POOR)
    ran = home.run("pack", "check", "ours")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "ours/scripts/park.toml:9: beats[2].say (advice)\n"
        "    “naughty” is a label.\n"
        "    Say what was done, not what someone is.\n"
        "    › That was naughty.\n"
        "\n"
        "Ours: well so far: nothing.\n"
        "Nothing has to be mended; 1 piece of advice in 1 file.\n"
    )


def test_what_is_only_advice_keeps_no_script_out(home: Home, here: Path) -> None:
    write_pack(here / "ours", POOR)
    found = home.run("suggest", "wont leave the park, one more swing", "--pack", "ours", "--json")
    assert found.err == ""
    assert "park-stay-longer" in [script["id"] for script in found.json["scripts"]]


def test_faults_and_advice_of_several_packs_are_counted_at_the_end(home: Home, here: Path) -> None:
    write_pack(here / "one", FAULTY)
    write_pack(here / "two", POOR)
    (here / "one" / "odd.toml").write_text("")
    ran = home.run("pack", "check", "one", "two")
    assert ran.status == 1
    assert ran.err == "3 things to mend in 3 files; 1 piece of advice besides.\n"
    assert ran.out.index("one/odd.toml:1:") < ran.out.index("one/scripts/park.toml:5:") < ran.out.index("two/scripts")


def test_other_programs_read_it_as_json(home: Home, here: Path) -> None:
    write_pack(here / "one", FAULTY)
    write_pack(here / "two", POOR)
    ran = home.run("pack", "check", "one", "two", "--json")
    assert ran.status == 1
    assert [list(each) for each in ran.json] == [["file", "line", "field", "message", "remedy", "kind", "quote"]] * 3
    assert [(each["file"], each["line"], each["field"], each["kind"]) for each in ran.json] == [
        ("one/scripts/park.toml", 5, "ages[1]", "fault"),
        ("one/scripts/park.toml", 6, "kind", "fault"),
        ("two/scripts/park.toml", 9, "beats[2].say", "advice"),
    ]
    assert ran.json[2]["quote"] == "That was naughty."
    assert home.run("pack", "check", "two", "--json").status == 0


def test_a_sound_pack_is_an_empty_array(home: Home, here: Path) -> None:
    write_pack(here / "ours")
    ran = home.run("pack", "check", "ours", "--json")
    assert (ran.status, ran.json, ran.err) == (0, [], "")


@pytest.mark.parametrize("path", ["nowhere", "file"])
def test_what_is_no_pack_is_told(home: Home, here: Path, path: str) -> None:
    (here / "file").write_text("x")
    ran = home.run("pack", "check", path)
    assert ran.status == 1
    assert ran.lines[0] == f"{path}:1:"
    assert ran.err == "1 thing to mend in 1 file.\n"


def test_a_clash_with_a_pack_at_hand_is_told(home: Home, here: Path) -> None:
    write_pack(home.folder / "data" / "attune" / "packs" / "first")
    second = write_pack(here / "second")
    ran = home.run("pack", "check", second)
    assert ran.status == 1
    assert "Another pack has the script “park-stay-longer” already." in ran.out
    assert home.run("pack", "check", home.folder / "data" / "attune" / "packs" / "first", "--pack", second).status == 0


def test_a_copy_of_a_pack_at_hand_is_looked_over_in_its_place(home: Home, here: Path) -> None:
    write_pack(home.folder / "data" / "attune" / "packs" / "ours")
    assert home.run("pack", "check", write_pack(here / "ours")).status == 0


def test_a_pack_that_calls_itself_core_is_told_so(home: Home, here: Path) -> None:
    write_pack(here / "ours", id="core")
    ran = home.run("pack", "check", "ours")
    assert "has the id “core” already" in ran.out


def test_a_pack_with_nothing_in_it_is_not_well(home: Home, here: Path) -> None:
    write_pack(here / "ours", "")
    ran = home.run("pack", "check", "ours")
    assert ran.status == 1
    assert ran.lines[1].strip() == "There is no script and no practice in this pack."


@pytest.mark.parametrize(
    "name", ["scripts/park.toml.txt", "scripts/park.txt", "scripts/park.docx", "scripts/park.TOML"]
)
def test_a_file_with_another_ending_is_named(home: Home, here: Path, name: str) -> None:
    ours = write_pack(here / "ours")
    (ours / "scripts" / "park.toml").rename(ours / name)
    ran = home.run("pack", "check", "ours")
    assert (ran.status, ran.lines[0]) == (1, f"ours/{name}:1:")
    assert "“park.toml”" in ran.lines[2]


def test_a_note_beside_the_scripts_is_only_remarked_on(home: Home, here: Path) -> None:
    (write_pack(here / "ours") / "scripts" / "ideas.txt").write_text("x")
    ran = home.run("pack", "check", "ours")
    assert (ran.status, ran.lines[0]) == (0, "ours/scripts/ideas.txt:1: (advice)")


def test_of_two_packs_with_one_id_the_second_is_told_so(home: Home, here: Path) -> None:
    packs = home.folder / "data" / "attune" / "packs"
    write_pack(packs / "a", id="ours")
    write_pack(packs / "b", id="ours")
    assert home.run("pack", "check", packs / "a").status == 0
    ran = home.run("pack", "check", packs / "b")
    assert (ran.status, "has the id “ours” already" in ran.out) == (1, True)
    script = SCRIPT.replace("park-stay-longer", "mine")
    one, other = write_pack(here / "one", script, id="mine"), write_pack(here / "other", script, id="mine")
    ran = home.run("pack", "check", one, other)
    assert (ran.status, ran.out.count("has the id “mine” already")) == (1, 1)
    assert home.run("pack", "check", one, one).status == 0


def test_a_pack_within_a_folder_of_its_own_is_found(home: Home, here: Path) -> None:
    write_pack(here / "zip" / "ours")
    ran = home.run("pack", "check", "zip")
    assert ran.status == 1
    assert ran.lines[1].strip() == "The pack lies further down, in “ours”."
    assert ran.err == "1 thing to mend in 1 file.\n"


def test_a_file_is_no_pack(home: Home, here: Path) -> None:
    (here / "file").write_text("x")
    assert home.run("pack", "check", "file").lines[1].strip() == "This is a file, not a folder."


def test_a_line_that_cannot_be_read_is_shown(home: Home, here: Path) -> None:
    write_pack(here / "ours", SCRIPT.replace('"limit"', "“limit”"))
    lines = home.run("pack", "check", "ours").lines
    assert lines[0] == "ours/scripts/park.toml:6:"
    assert lines[3].strip() == "› kind = “limit”"


# -- list -----------------------------------------------------------------------------------------


def test_packs_are_listed_in_the_order_they_are_loaded(home: Home, here: Path) -> None:
    own = home.folder / "data" / "attune" / "packs"
    for number, name in enumerate(("b", "a", "B2")):
        write_pack(own / name, SCRIPT.replace("park-stay-longer", f"park-{number}"), id=f"{name.lower()}-pack")
    named = write_pack(here / "ours", SCRIPT.replace("park-stay-longer", "park-9"))
    listed = home.run("pack", "list", "--json", "--pack", named).json
    assert [each["id"] for each in listed] == ["core", "b2-pack", "a-pack", "b-pack", "ours"]


def test_a_pack_is_listed_with_all_there_is_to_know(home: Home, here: Path) -> None:
    write_pack(here / "ours", title="Ours", version="2", author="Sam", language="en-GB")
    core, ours = home.run("pack", "list", "--json", "--pack", here / "ours").json
    assert list(ours) == [
        "id", "title", "version", "author", "language", "scripts", "practices", "path", "hash", "used", "problems",
    ]  # fmt: skip
    assert {**ours, "hash": ""} == {
        "id": "ours", "title": "Ours", "version": "2", "author": "Sam", "language": "en-GB", "scripts": 1,
        "practices": 0, "path": str(here / "ours"), "hash": "", "used": True, "problems": [],
    }  # fmt: skip
    assert re.fullmatch(r"[0-9a-f]{12}", ours["hash"])
    assert ours["hash"] != core["hash"]
    text = home.run("pack", "list", "--pack", here / "ours").out
    for told in ("Ours", "ours, version 2 by Sam, language en-GB", "1 script, 0 practices", str(here), ours["hash"]):
        assert told in text


def test_the_hash_is_that_of_the_texts(home: Home, here: Path) -> None:
    def told(folder: Path) -> str:
        return str(home.run("pack", "list", "--json", "--pack", folder).json[1]["hash"])

    one, other = write_pack(here / "ours"), write_pack(here / "copies" / "ours")
    assert told(one) == told(other)
    script = other / "scripts" / "park.toml"
    script.write_bytes(SCRIPT.replace("\n", "\r\n").encode())
    assert told(one) == told(other)
    script.write_text(SCRIPT + "# more\n", "utf-8")
    assert told(one) != told(other)


def test_a_pack_that_is_left_out_is_listed_with_the_reason_and_what_to_do(home: Home, here: Path) -> None:
    write_pack(here / "our words", FAULTY, id="ours")
    ran = home.run("pack", "list", "--pack", "our words")
    assert ran.status == 0
    assert "Our words (left out)" in ran.out
    assert "Left out because of scripts/park.toml:5:ages[1]: “todler” is not known here. (1 more)" in ran.out
    assert "attune pack check 'our words'" in ran.out
    (listed,) = home.run("pack", "list", "--json", "--pack", "our words").json[1:]
    assert (listed["used"], len(listed["problems"]), listed["problems"][0]["kind"]) == (False, 2, "fault")


def test_a_copy_of_the_pack_that_ships_is_said_to_be_left_out(home: Home, here: Path) -> None:
    write_pack(home.folder / "data" / "attune" / "packs" / "core")
    assert "“core” was left out: “attune pack list” says why." in home.run("suggest", "bedtime").err


def test_a_folder_named_twice_is_one_pack(home: Home, here: Path) -> None:
    write_pack(here / "ours")
    (here / "link").symlink_to(here / "ours")
    listed = home.run("pack", "list", "--json", "--pack", "ours", "--pack", "link", "--pack", here / "ours").json
    assert [(each["id"], each["used"]) for each in listed][1:] == [("ours", True)]


def test_nothing_a_pack_says_of_itself_reaches_the_terminal_as_a_command(home: Home, here: Path) -> None:
    evil = "\\u001b]52;c;eA==\\u0007\\u001b[2J\\r\\n\\u202e[/]"
    write_pack(here / "ours", title=f"T{evil}", version=evil, author=evil)
    write_pack(here / "two", SCRIPT.replace('"Not', f'"{evil}Not').replace("Maybe", f"{evil}But he"), author=evil)
    write_pack(here / "three", f'[[script]]\nid = "{evil}"\n"{evil}" = 3\n', id=evil)
    for words in (("list",), ("check", "ours", "two", "three")):
        ran = home.run("pack", *words, "--pack", "ours", "--pack", "two", "--pack", "three")
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", ran.out + ran.err)
        assert "[/]" in ran.out


def test_json_goes_through_any_pipe(home: Home, here: Path) -> None:
    write_pack(here / "ours", title="Nuestras palabras ñ 漢")
    ran = home.run("pack", "list", "--json", "--pack", "ours")
    assert ran.out.isascii()
    assert json.loads(ran.out)[1]["title"] == "Nuestras palabras ñ 漢"


def test_pack_alone_shows_what_it_can(home: Home) -> None:
    told = home.run("pack", "--help").out
    assert all(name in told for name in ("new", "check", "list"))
