"""Packs of words: what is joined into the library, and what keeps a pack out of it."""

import shutil
from pathlib import Path

import pytest

from attune.errors import PackError
from attune.storage.packcheck import check_pack
from attune.storage.packfolders import pack_folders
from attune.storage.packs import load_library
from attune.storage.problems import Problem
from tests.shipped import SMALL, small

PACK = 'id = "our-words"\ntitle = "Our words"\n'

SCRIPT = """
[[script]]
id = "park-stay-longer"
title = "Not done at the park"
situations = ["transitions"]
ages = ["toddler"]
kind = "limit"
cues = ["clinging"]
feelings = ["sad"]
needs = ["rest"]
beats = [
  { say = "You're holding on to the swing.", then = "pause", look_for = "a look, a looser hand" },
  { say = "Maybe you want more.", then = "wait", look_for = "let them answer in their way" },
  { say = "It's home time now. One last push?", then = "look", look_for = "a nod, or arms up" },
]
if_not = "Carry them, kindly and without more words."
instead_of = "We're leaving without you, then!"
why = "Stopping hurts when play is good. A last push that is kept makes the end real."
sources = ["E1.1"]
words = ["wont leave the park", "one more swing", "screams when we go home"]
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Return a sound pack with one script."""
    folder = tmp_path / "our-words"
    (folder / "scripts").mkdir(parents=True)
    (folder / "pack.toml").write_text(PACK, "utf-8")
    (folder / "scripts" / "park.toml").write_text(SCRIPT, "utf-8")
    return folder


def write(pack: Path, name: str, text: str) -> None:
    path = pack / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def loaded_with(*packs: Path) -> tuple[set[str], tuple[Problem, ...]]:
    loaded = load_library([SMALL, *packs])
    return {script.id for script in loaded.library.scripts}, loaded.problems


def test_a_sound_pack_adds_its_scripts(pack: Path) -> None:
    ids, problems = loaded_with(pack)
    assert problems == ()
    assert "park-stay-longer" in ids


def test_a_sound_pack_has_nothing_to_mend(pack: Path) -> None:
    assert check_pack(pack, small()) == ()


def test_a_script_carries_its_pack_and_all_its_fields(pack: Path) -> None:
    script = load_library([SMALL, pack]).library.script("park-stay-longer")
    assert script is not None
    assert script.pack == "our-words"
    assert script.spoken == (
        "You're holding on to the swing.",
        "Maybe you want more.",
        "It's home time now. One last push?",
    )
    assert [beat.then for beat in script.beats] == ["pause", "wait", "look"]
    assert script.words[1] == "one more swing"


def test_a_pack_may_bring_sources_practices_and_people_who_help(pack: Path) -> None:
    write(pack, "sources.toml", '[[source]]\ncode = "B1"\ntitle = "A book"\n[source.ideas]\nB1-3 = "Wait."\n')
    write(
        pack,
        "practices.toml",
        '[[practice]]\nid = "ten-slow-minutes"\ntitle = "Ten slow minutes"\nsituations = ["bedtime"]\n'
        'ages = ["school"]\nsteps = ["Sit down.", "Look up."]\nstop = "They go off to play."\n'
        'why = "Arriving takes time."\nsources = ["B1-3"]\n',
    )
    write(
        pack,
        "support.toml",
        '[[service]]\ncountry = "NZ"\nname = "Nurse down the road"\nserves = "us"\nchannel = "call"\ncontact = "555"\n'
        'owner_url = "https://example.org"\nverified_on = 2026-10-01\nreview_after = 2027-10-01\n',
    )
    loaded = load_library([SMALL, pack])
    assert loaded.problems == ()
    assert [practice.id for practice in loaded.library.practices if practice.pack == "our-words"] == [
        "ten-slow-minutes"
    ]
    assert loaded.library.services[-1].name == "Nurse down the road"
    source = loaded.library.source("B1-3")
    assert source is not None
    assert source.title == "A book"


def test_a_pack_with_a_fault_is_left_out_whole_and_the_rest_stands(pack: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(pack, other)
    write(other, "pack.toml", 'id = "other"\ntitle = "Other"\n')
    write(other, "scripts/park.toml", SCRIPT.replace("park-stay-longer", "other-park"))
    write(pack, "scripts/more.toml", SCRIPT.replace("park-stay-longer", "park-two").replace("toddler", "toddlers"))
    ids, problems = loaded_with(pack, other)
    assert "other-park" in ids
    assert ids.isdisjoint({"park-stay-longer", "park-two"})
    assert [(problem.file, problem.field) for problem in problems] == [("our-words/scripts/more.toml", "ages[1]")]


def test_an_id_of_another_pack_cannot_be_taken(pack: Path, tmp_path: Path) -> None:
    double = tmp_path / "double"
    shutil.copytree(pack, double)
    write(double, "pack.toml", 'id = "double"\ntitle = "Double"\n')
    loaded = load_library([SMALL, pack, double])
    assert [(problem.file, problem.field) for problem in loaded.problems] == [("double/scripts/park.toml", "id")]
    script = loaded.library.script("park-stay-longer")
    assert script is not None
    assert script.pack == "our-words"


PRACTICE = """[[practice]]
id = "ten-slow-minutes"
title = "Ten slow minutes"
situations = ["bedtime"]
ages = ["school"]
steps = ["Sit down.", "Look up."]
stop = "They go off to play."
why = "Arriving takes time."
sources = ["E1.1"]
"""
SOURCE = '[[source]]\ncode = "B1"\ntitle = "A book"\n[source.ideas]\nB1-1 = "Wait."\n'


@pytest.mark.parametrize(
    ("name", "text", "field", "says"),
    [
        ("practices.toml", PRACTICE, "id", "Another pack has the practice “ten-slow-minutes” already."),
        ("sources.toml", SOURCE, "code", "Another pack has the source “B1” already."),
        ("scripts/again.toml", SCRIPT, "id", "Another pack has the script “park-stay-longer” already."),
    ],
)
def test_nothing_of_another_pack_is_replaced(
    pack: Path, tmp_path: Path, name: str, text: str, field: str, says: str
) -> None:
    write(pack, "practices.toml", PRACTICE)
    write(pack, "sources.toml", SOURCE)
    write(tmp_path / "other", "pack.toml", 'id = "other"\ntitle = "Other"\n')
    write(
        tmp_path / "other", name, text.replace("Not done", "Taken").replace("slow minutes", "taken").replace("A b", "B")
    )
    before, after = load_library([SMALL, pack]), load_library([SMALL, pack, tmp_path / "other"])
    assert after.library == before.library
    assert after.left_out == ("other",)
    (problem,) = after.problems
    assert (problem.field, problem.message) == (field, says)
    assert problem.remedy.startswith("Packs add words and never replace any")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sources.toml", '[[source]]\ncode = "E1"\ntitle = "Mine"\n'),
        ("scripts/x.toml", SCRIPT.replace("park-stay-longer", "bedtime-1")),
        ("vocabulary.toml", '[[cue]]\nslug = "crying"\nlabel = "weeping"\ngroup = "crying"\n'),
        ("notices.toml", '[[notice]]\nid = "crisis"\ntitle = "No"\nlines = ["Never mind."]\n'),
    ],
)
def test_nothing_of_the_pack_that_ships_is_replaced(pack: Path, name: str, text: str) -> None:
    write(pack, name, text)
    loaded = load_library([SMALL, pack])
    assert loaded.library == load_library([SMALL]).library
    assert loaded.left_out == ("our-words",)
    (problem,) = loaded.problems
    assert problem.file == f"our-words/{name}"
    assert problem.remedy.endswith(".")


def test_two_ids_alike_in_one_pack_are_told_apart_from_those_of_others(pack: Path) -> None:
    write(pack, "scripts/again.toml", SCRIPT)
    (problem,) = load_library([SMALL, pack]).problems
    assert problem.message == "“park-stay-longer” is taken already."


def test_packs_are_loaded_in_the_order_they_are_given_each_time(pack: Path, tmp_path: Path) -> None:
    others = []
    for name in ("c", "a", "b"):
        write(tmp_path / name, "pack.toml", f'id = "{name}-pack"\ntitle = "{name}"\n')
        write(tmp_path / name, "scripts/z.toml", SCRIPT.replace("park-stay-longer", f"{name}-two"))
        write(tmp_path / name, "scripts/a.toml", SCRIPT.replace("park-stay-longer", f"{name}-one"))
        others.append(tmp_path / name)
    library = load_library([SMALL, *others]).library
    assert [each.id for each in library.packs] == ["core", "c-pack", "a-pack", "b-pack"]
    assert [each.id for each in library.scripts[-6:]] == ["c-one", "c-two", "a-one", "a-two", "b-one", "b-two"]


def test_the_same_pack_twice_is_one_pack(pack: Path, tmp_path: Path) -> None:
    shutil.copytree(pack, tmp_path / "copy")
    _, problems = loaded_with(pack, tmp_path / "copy")
    assert problems == (
        Problem(
            "copy/pack.toml",
            1,
            "id",
            "The pack “Our words” has the id “our-words” already.",
            "Choose an id of your own, and remove copies of the pack.",
        ),
    )


@pytest.mark.parametrize("name", ["vocabulary.toml", "notices.toml"])
def test_only_the_pack_that_ships_holds_vocabulary_and_notices(pack: Path, name: str) -> None:
    write(pack, name, "")
    assert [problem.file for problem in check_pack(pack, small())] == [name]


def test_without_the_words_that_ship_nothing_can_start(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="are missing"):
        load_library([tmp_path])


def test_packs_are_found_by_name_and_an_absent_folder_holds_none(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
    (tmp_path / "note.txt").write_text("not a pack")
    assert [path.name for path in pack_folders(tmp_path)] == ["a", "b"]
    assert pack_folders(tmp_path / "absent") == ()
