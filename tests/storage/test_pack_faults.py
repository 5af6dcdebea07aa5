"""`pack check`: every fault of a pack at once, each at its line and field, with a remedy."""

from pathlib import Path

import pytest

from attune.storage.packcheck import check_pack
from attune.storage.problems import Problem
from tests import shipped

PACK = 'id = "our-words"\ntitle = "Our words"\n'

SCRIPT = """[[script]]
id = "park-stay-longer"
title = "Not done at the park"
situations = ["transitions"]
ages = ["toddler"]
kind = "limit"
feelings = ["disappointed"]
needs = ["play"]
beats = [
  { say = "You're holding on to the swing.", then = "pause", look_for = "a look, a looser hand" },
  { say = "Maybe you want more.", then = "wait", look_for = "let them answer in their way" },
  { say = "It's home time now. One last push?", then = "look", look_for = "a nod, or arms up" },
]
if_not = "Carry them, kindly and without more words."
instead_of = "We're leaving without you, then!"
why = "Stopping hurts when play is good. A last push that is kept makes the end real."
sources = ["S0-57", "E1.11"]
words = ["wont leave the park", "one more swing", "screams when we go home"]
"""
"""Sound; its lines are counted in the tables below."""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "our-words"
    (folder / "scripts").mkdir(parents=True)
    (folder / "pack.toml").write_text(PACK, "utf-8")
    return folder


def checked(pack: Path) -> tuple[Problem, ...]:
    return check_pack(pack, shipped.core())


def faults(pack: Path, script: str, name: str = "scripts/park.toml") -> list[tuple[int, str, str]]:
    """Return line, field and message of every fault of a pack that holds this one file."""
    (pack / name).write_text(script, "utf-8")
    found = checked(pack)
    assert all(problem.file == name and problem.remedy.endswith((".", "?")) for problem in found), found
    return [(problem.line, problem.field, problem.message) for problem in found]


def test_a_sound_script_has_none(pack: Path) -> None:
    assert faults(pack, SCRIPT) == []


FIELDS = [
    ('id = "park-stay-longer"', "", 1, "id", "is missing"),
    ('id = "park-stay-longer"', 'id = "Park"', 2, "id", "cannot be used"),
    ('id = "park-stay-longer"', 'id = "../../evil"', 2, "id", "cannot be used"),
    ('id = "park-stay-longer"', 'id = "рark"', 2, "id", "cannot be used"),
    ('id = "park-stay-longer"', f'id = "{"p" * 49}"', 2, "id", "cannot be used"),
    ('id = "park-stay-longer"', 'id = "park\\nstay"', 2, "id", "cannot be used"),
    ('title = "Not done at the park"', "title = 3", 3, "title", "is not a text"),
    ('title = "Not done at the park"', 'title = " "', 3, "title", "is empty"),
    ('title = "Not done at the park"', f'title = "{"x " * 1001}"', 3, "title", "is longer than 2000"),
    ('["transitions"]', '"transitions"', 4, "situations", "is not a list"),
    ('["transitions"]', '["transitions", "transitons"]', 4, "situations[2]", "“transitons” is not known"),
    ('["transitions"]', '["transitions", 4]', 4, "situations[2]", "is not a text"),
    ('["transitions"]', "[]", 4, "situations", "is empty"),
    ('["toddler"]', '["toddler", "toddler"]', 5, "ages", "twice"),
    ('["toddler"]', '["three"]', 5, "ages[1]", "“three” is not known"),
    ('kind = "limit"', 'kind = "limits"', 6, "kind", "“limits” is not a known"),
    ('kind = "limit"', "kind = []", 6, "kind", "is not a known"),
    ('["disappointed"]', '["dissapointed"]', 7, "feelings[1]", "“dissapointed” is not known"),
    ('["play"]', '["plays"]', 8, "needs[1]", "“plays” is not known"),
    ('then = "wait"', 'then = "stop"', 11, "beats[2].then", "“stop” is not a known"),
    ("look_for = \"a nod, or arms up\"", 'lookfor = "a nod"', 12, "beats[3].lookfor", "There is no field"),
    ('say = "Maybe you want more."', "say = false", 11, "beats[2].say", "is not a text"),
    ('say = "Maybe you want more.", ', "", 11, "beats[2].say", "is missing"),
    ('["S0-57", "E1.11"]', '["S0-57", "S9-1"]', 17, "sources[2]", "“S9-1” is not known"),
    ('if_not = "Carry them, kindly and without more words."', "", 1, "if_not", "is missing"),
    ('instead_of = "We\'re leaving without you, then!"', "", 1, "instead_of", "is missing"),
    ('words = ["wont leave the park", "one more swing", "screams when', 'word = ["', 18, "word", "no field"),
    ("why =", 'notices = ["fire"]\nwhy =', 16, "notices[1]", "“fire” is not known"),
    ("why =", "why", 16, "", "There is no “=”"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sound", "faulty", "line", "field", "says"), FIELDS, ids=[f"{row[3]}: {row[4]}" for row in FIELDS]
)
def test_what_does_not_fit_is_told_with_its_place(
    pack: Path, sound: str, faulty: str, line: int, field: str, says: str
) -> None:
    found = faults(pack, SCRIPT.replace(sound, faulty))
    assert any(place[:2] == (line, field) and says in place[2] for place in found), found


def test_every_fault_is_told_at_once_in_order(pack: Path) -> None:
    script = SCRIPT.replace('"limit"', '"limits"').replace('"toddler"', '"todler"').replace('"S0-57"', '"S0-99"')
    second = script.replace("park-stay-longer", "Park Two").replace("toddler", "toddler")
    found = faults(pack, script + "\n" + second)
    lines = [(line, field) for line, field, _ in found]
    assert lines == [
        (5, "ages[1]"),
        (6, "kind"),
        (17, "sources[1]"),
        (21, "id"),
        (24, "ages[1]"),
        (25, "kind"),
        (36, "sources[1]"),
    ]


def test_a_near_word_is_offered(pack: Path) -> None:
    (pack / "scripts/park.toml").write_text(SCRIPT.replace("transitions", "transitons"), "utf-8")
    assert checked(pack)[0].remedy == "Did you mean “transitions”?"


def test_a_misspelt_field_is_recognised(pack: Path) -> None:
    (pack / "scripts/park.toml").write_text(SCRIPT.replace("instead_of", "instead"), "utf-8")
    assert "Did you mean “instead_of”?" in {problem.remedy for problem in checked(pack)}


def test_an_id_that_stands_twice_is_told_at_the_second(pack: Path) -> None:
    found = faults(pack, SCRIPT + "\n" + SCRIPT)
    assert found == [(21, "id", "“park-stay-longer” is taken already.")]


def test_an_id_of_the_pack_that_ships_is_taken(pack: Path) -> None:
    found = faults(pack, SCRIPT.replace("park-stay-longer", "telling-me-something"))
    assert found == [(2, "id", "Another pack has the script “telling-me-something” already.")]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("[[script]]\nid = a b\n", 2, "not in quotes"),
        ('[[script]]\nid = "x"\nid = "y"\n', 3, "stands twice"),
        ("script = 3\n", 1, "not a list of tables"),
        ("[script]\nid = 'x'\n", 1, "not a list of tables"),
        ("[[scripts]]\n", 1, "has no place in this file"),
        ("script = [1]\n", 1, "not a table of fields"),
    ],
)
def test_a_file_of_another_shape_is_told(pack: Path, text: str, line: int, says: str) -> None:
    found = faults(pack, text)
    assert found[0][0] == line
    assert says in found[0][2]


def test_a_file_nobody_asked_for_is_told(pack: Path) -> None:
    found = faults(pack, SCRIPT, name="park.toml")
    assert [message for _, _, message in found] == ["attune does not know what this file is for."]


def test_other_files_may_lie_in_a_pack(pack: Path) -> None:
    (pack / "README.md").write_text("About our words", "utf-8")
    (pack / ".git").mkdir()
    (pack / ".git" / "x.toml").write_text("][", "utf-8")
    assert faults(pack, SCRIPT) == []


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", "id"),
        ('id = "x y"\ntitle = "X"\n', "id"),
        ('id = "our"\n', "title"),
        ('id = "our"\ntitle = "X"\nsize = 3\n', "size"),
    ],
)
def test_pack_toml_says_who_it_is(pack: Path, text: str, field: str) -> None:
    (pack / "pack.toml").write_text(text, "utf-8")
    assert field in {problem.field for problem in checked(pack) if problem.file == "pack.toml"}


def test_a_pack_needs_its_pack_toml(pack: Path) -> None:
    (pack / "pack.toml").unlink()
    assert [problem.message for problem in checked(pack)] == ["The pack has no pack.toml."]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "cannot be read" in checked(tmp_path / "absent")[0].message


def test_faults_of_a_source_and_a_service_are_told(pack: Path) -> None:
    (pack / "sources.toml").write_text(
        '[[source]]\ncode = "b1"\ntitle = "X"\n[source.ideas]\nB1-1 = "Wait."\n', "utf-8"
    )
    (pack / "support.toml").write_text(
        '[[service]]\ncountry = "usa"\nname = "N"\nserves = "us"\nchannel = "fax"\ncontact = "1"\n'
        'owner_url = "javascript:alert(1)"\nreview_after = "soon"\n',
        "utf-8",
    )
    found = {(problem.file, problem.line, problem.field) for problem in checked(pack)}
    assert found == {
        ("sources.toml", 2, "code"),
        ("sources.toml", 1, "ideas"),
        ("support.toml", 2, "country"),
        ("support.toml", 5, "channel"),
        ("support.toml", 7, "owner_url"),
        ("support.toml", 8, "review_after"),
    }
