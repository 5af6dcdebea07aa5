"""Practices of a pack, and what its sources say of their ideas: which kind they are of, and why some are not used."""

from pathlib import Path

import pytest

from attune.domain.script import IdeaKind
from attune.storage.packcheck import check_pack
from attune.storage.packs import load_library
from tests.shipped import SMALL, small

PRACTICE = """[[practice]]
id = "ten-slow-minutes"
title = "Ten slow minutes"
situations = ["bedtime"]
ages = ["school"]
minutes = 10
steps = ["Sit down.", "Look up."]
stop = "They go off to play."
why = "Arriving takes time."
sources = ["B1-1"]
words = ["home from school", "after school", "just got in", "pick up time", "end of the school day"]
"""

SOURCES = """[[source]]
code = "B1"
title = "A book we like"

[source.ideas]
B1-1 = "Wait longer than feels natural."
B1-2 = "A list of shops."

[source.kinds]
practice = ["B1-1"]
framing = ["B1-2"]

[unused]
B1-2 = "Advertising."
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "our-words"
    folder.mkdir()
    (folder / "pack.toml").write_text('id = "our-words"\ntitle = "Our words"\n', "utf-8")
    (folder / "practices.toml").write_text(PRACTICE, "utf-8")
    (folder / "sources.toml").write_text(SOURCES, "utf-8")
    return folder


def faults(pack: Path, name: str, text: str) -> list[tuple[str, int, str, str]]:
    (pack / name).write_text(text, "utf-8")
    return [(problem.file, problem.line, problem.field, problem.message) for problem in check_pack(pack, small())]


def test_a_practice_and_what_is_said_of_ideas_arrive(pack: Path) -> None:
    assert check_pack(pack, small()) == ()
    library = load_library([SMALL, pack]).library
    assert [each.minutes for each in library.practices if each.pack == "our-words"] == [10]
    assert library.unused["B1-2"] == "Advertising."
    source = library.source("B1")
    assert source is not None
    assert source.kinds == {IdeaKind.PRACTICE: ("B1-1",), IdeaKind.FRAMING: ("B1-2",)}


def test_a_practice_without_minutes_has_no_timer(pack: Path) -> None:
    assert faults(pack, "practices.toml", PRACTICE.replace("minutes = 10\n", "")) == []
    assert [each.minutes for each in load_library([SMALL, pack]).library.practices if each.pack].count(0) > 0


@pytest.mark.parametrize("minutes", ["61", "-1", "true", '"10"', "2.5"])
def test_a_timer_is_a_whole_number_of_minutes_up_to_an_hour(pack: Path, minutes: str) -> None:
    found = faults(pack, "practices.toml", PRACTICE.replace("minutes = 10", f"minutes = {minutes}"))
    assert found == [("practices.toml", 6, "minutes", "“minutes” is not a whole number from 0 to 60.")]


def test_a_practice_that_breaks_a_rule_is_told_with_its_place(pack: Path) -> None:
    found = faults(pack, "practices.toml", PRACTICE.replace('"Look up."', '"Ask mum."'))
    assert found == [("practices.toml", 7, "steps[2]", "“mum” assumes who is in the family.")]


@pytest.mark.parametrize(
    ("sound", "faulty", "line", "field", "says"),
    [
        ('framing = ["B1-2"]', 'framing = ["B1-9"]', 1, "kinds.framing", "“B1-9” is not known here."),
        ('framing = ["B1-2"]', 'framing = "B1-2"', 1, "kinds.framing", "“framing” is not a list."),
        ("framing =", "frames =", 1, "kinds.frames", "There is no field “frames” here."),
        ("B1-2 = \"Advertising.\"", 'B1-9 = "Advertising."', 14, "B1-9", "“B1-9” is no idea of a source in this file."),
        ("B1-2 = \"Advertising.\"", 'S0-1 = "Advertising."', 14, "S0-1", "“S0-1” is no idea of a source in this file."),
        ("B1-2 = \"Advertising.\"", 'B1-2 = " "', 14, "B1-2", "“B1-2” is empty."),
        ("B1-2 = \"Advertising.\"", "B1-2 = 3", 14, "B1-2", "“B1-2” is not a text."),
    ],
)  # fmt: skip
def test_what_is_said_of_ideas_has_to_fit_them(
    pack: Path, sound: str, faulty: str, line: int, field: str, says: str
) -> None:
    assert ("sources.toml", line, field, says) in faults(pack, "sources.toml", SOURCES.replace(sound, faulty))


def test_unused_ideas_may_stand_above_their_source(pack: Path) -> None:
    head, tail = SOURCES.split("[unused]")
    assert faults(pack, "sources.toml", f"[unused]{tail}\n{head}") == []


def test_unused_has_to_be_a_table(pack: Path) -> None:
    found = faults(pack, "sources.toml", "unused = 3\n" + SOURCES.split("[unused]")[0])
    assert [message for _, _, _, message in found] == ["This is not a table of fields."]
