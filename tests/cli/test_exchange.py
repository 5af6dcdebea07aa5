"""export, import and merge, as `docs/commands.md` and `docs/exchange.md` describe them."""

import json
import re
from pathlib import Path

import pytest

from attune.domain.child import Child
from attune.domain.moment import Entry
from attune.storage.journal import Journal
from attune.storage.snapshot import read_journal
from tests.cli.conftest import Home
from tests.cli.test_hostile import COMMANDING, HOSTILE

FORMATS = ("json", "csv", "md", "html")


@pytest.fixture
def family(home: Home) -> Home:
    home.child("Mia")
    home.child("Jo")
    home.log("mia cried", "--child", "Mia", "--at", "2026-03-01T10:00")
    home.log("jo laughed", "--child", "Jo", "--at", "2026-03-02T10:00")
    gone = home.log("a slip", "--at", "2026-03-03T10:00")
    home.run("delete", gone["id"])
    return home


def names(children: tuple[Child, ...]) -> list[str]:
    return [child.name for child in children]


def elsewhere(home: Home, name: str = "other.json") -> list[str]:
    return ["--journal", str(home.folder / name)]


def test_json_makes_an_equal_journal_elsewhere(family: Home) -> None:
    file = family.folder / "export.json"
    written = family.run("export", "--format", "json", "--to", file, "--json").json
    assert written == {"path": str(file), "format": "json", "moments": 2, "deleted": 1, "children": 2, "words": 0}
    assert file.stat().st_mode & 0o777 == 0o600
    taken = family.run("import", file, *elsewhere(family), "--json").json
    assert taken["kind"] == "attune"
    assert taken["moments"] == {"read": 3, "new": 3, "changed": 0, "same": 0}
    mine, other = (read_journal(family.folder / name, family.clock) for name in ("journal.json", "other.json"))
    assert mine.moments == other.moments
    assert set(names(mine.children)) == set(names(other.children)) == {"Mia", "Jo"}
    again = family.run("export", "--format", "json", *elsewhere(family))
    assert again.out == file.read_text()


def test_importing_twice_changes_nothing(family: Home) -> None:
    file = family.folder / "diary.csv"
    file.write_text("Date,Notes\n2026-02-01,slept\n2026-02-02,ate\n")
    columns = ("--map", "Date=at", "--map", "Notes=note")
    first = family.run("import", file, *columns, "--json").json
    assert (first["kind"], first["moments"]["new"]) == ("csv", 2)
    assert first["backup"].startswith("before-import-")
    was = family.journal.read_bytes()
    second = family.run("import", file, *columns)
    assert second.lines == ["Nothing in it is new: it is all here already."]
    assert family.journal.read_bytes() == was
    assert family.run("undo").lines[0] == "Taken back: importing 2 moments"
    again = family.run("import", file, *columns)
    assert again.lines[0] == "2 moments in the file: 2 new"


def test_what_was_deleted_here_is_told_with_the_way_back(family: Home) -> None:
    file = family.folder / "export.json"
    family.run("export", "--format", "json", "--to", file)
    for moment in family.run("list", "--json").json:
        family.run("delete", moment["id"])
    ran = family.run("import", file)
    assert ran.lines == [
        "Nothing in it is new.",
        "2 moments of it were deleted here and stay so. “attune list --deleted” shows what was, “attune undelete ID” "
        "brings it back.",
    ]
    assert family.run("import", file, "--json").json["deleted_here"] == 2
    other = family.folder / "other.json"
    family.run("import", file, *elsewhere(family))
    family.run("undelete", *(each["id"] for each in family.run("list", "--deleted", "--json").json[1:]))
    assert family.run("merge", other, "--json").json["deleted_here"] == 0


def test_what_was_changed_after_an_import_stays(family: Home) -> None:
    file = family.folder / "diary.csv"
    file.write_text("at,note\n2026-02-01,slept\n")
    columns = ("--map", "at=at", "--map", "note=note")
    family.run("import", file, *columns)
    moment = family.run("list", "--json", "--until", "2026-02-01").json[0]
    family.run("edit", moment["id"], "--note", "woke")
    assert family.run("import", file, *columns, "--json").json["moments"]["same"] == 1
    assert family.run("show", moment["id"], "--json").json["note"] == "woke"


def test_a_dry_run_touches_nothing_and_needs_no_lock(family: Home) -> None:
    file = family.folder / "export.json"
    family.run("export", "--format", "json", "--to", file)
    files = sorted(family.folder.iterdir())
    ran = family.run("import", file, "--dry-run", *elsewhere(family))
    assert ran.lines[0] == "3 moments in the file: 3 new"
    assert ran.lines[-1] == "This was a dry run. Nothing was changed."
    assert sorted(family.folder.iterdir()) == files
    with Journal(family.journal, family.clock):
        assert family.run("import", file, "--dry-run", "--json").json["moments"]["same"] == 3


def test_one_bad_row_keeps_the_whole_file_out(family: Home) -> None:
    file = family.folder / "diary.csv"
    file.write_text("Date,Notes\n2026-02-01,slept\n03/04/2026,my secret\n")
    was = family.journal.read_bytes()
    ran = family.run("import", file, "--map", "Date=at", "--map", "Notes=note")
    assert (ran.status, ran.out) == (1, "")
    assert "row 3: “03/04/2026”: which is the day and which the month?" in ran.err.splitlines()[1]
    assert "secret" not in ran.err
    assert family.journal.read_bytes() == was


def test_import_reads_standard_input_too(home: Home) -> None:
    ran = home.run("import", "-", "--map", "at=at", "--map", "n=note", "--json", stdin="at,n\n2026-02-01,é\n")
    assert (ran.status, ran.json["moments"]["new"], ran.json["backup"]) == (0, 1, None)
    assert home.run("list", "--json").json[0]["note"] == "é"


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("export",), 2, "--format"),
        (("export", "--format", "pdf"), 2, "pdf"),
        (("export", "--format", "json", "--json"), 2, "--to FILE"),
        (("export", "--format", "json", "--child", "Nobody"), 1, "No child"),
        (("export", "--format", "json", "--since", "someday"), 1, "as a time"),
        (("export", "--format", "csv", "--to", "{home}"), 1, "left as it is"),
        (("import", "{home}/none.csv"), 1, "no such file"),
        (("import", "{home}"), 1, "cannot be read"),
        (("import", "{home}/journal.json"), 1, "attune merge"),
        (("import", "{home}/journal.json", "--map", "x"), 2, "--map"),
        (("merge", "{home}/none.json"), 1, "no such file"),
        (("merge", "{home}"), 1, "no such file"),
        (("merge", "-"), 1, "cannot come on standard input"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    family: Home, words: tuple[str, ...], status: int, says: str
) -> None:
    was = family.journal.read_bytes()
    ran = family.run(*(word.format(home=family.folder) for word in words))
    assert (ran.status, ran.out) == (status, "")
    assert says in ran.err
    assert ran.err.count("\n") == 1
    assert family.journal.read_bytes() == was


def test_an_export_is_no_journal_to_merge(family: Home) -> None:
    file = family.folder / "export.json"
    family.run("export", "--format", "json", "--to", file)
    ran = family.run("merge", file)
    assert ran.status == 1
    assert "attune import" in ran.err


def test_a_journal_of_a_newer_attune_is_not_merged(family: Home) -> None:
    newer = family.folder / "newer.json"
    newer.write_text('{"meta": {"1": {"schema": 99}}, "moments": {}}')
    ran = family.run("merge", newer)
    assert ran.status == 1
    assert "newer attune" in ran.err


def test_only_what_is_asked_for_is_exported(family: Home) -> None:
    def texts(*filters: str) -> list[str]:
        return [each["text"] for each in json.loads(family.run("export", "--format", "json", *filters).out)["moments"]]

    assert sorted(texts()) == ["a slip", "jo laughed", "mia cried"]
    assert texts("--child", "mia") == ["mia cried"]
    assert texts("--since", "2026-03-02") == ["jo laughed"]
    assert texts("--until", "2026-03-01") == ["mia cried"]
    assert texts("--since", "2026-03-02", "--child", "Mia") == []


@pytest.mark.parametrize("form", FORMATS)
def test_initials_leave_no_nickname(family: Home, form: str) -> None:
    out = family.run("export", "--format", form, "--names", "initials").out
    assert not re.search(r"\b(mia|jo)\b", out, re.I)
    assert "M. cried" in out


def test_two_computers_merge_into_one(family: Home) -> None:
    other = family.folder / "other.json"
    other.write_bytes(family.journal.read_bytes())
    family.log("new there", *elsewhere(family))
    first = family.run("list", *elsewhere(family), "--json").json[-1]
    family.run("delete", first["id"], *elsewhere(family))
    was = other.read_bytes()
    ran = family.run("merge", other)
    assert ran.status == 0
    assert ran.lines[0] == "4 moments in the file: 1 new, 1 changed since, 2 here already"
    assert ran.lines[1] == "Deleted there and so here too: 1"
    assert other.read_bytes() == was
    assert [each["text"] for each in family.run("list", "--json").json] == ["new there", "jo laughed"]
    assert family.run("merge", other, "--json").json["moments"] == {"read": 4, "new": 0, "changed": 0, "same": 4}
    assert family.run("merge", family.journal).status == 0


def test_children_of_one_nickname_are_told(family: Home) -> None:
    with Journal(family.folder / "other.json", family.clock) as journal:
        child = journal.new_child("mia")
        journal.add(Entry(text="there", children=(child.id,)))
    ran = family.run("merge", family.folder / "other.json")
    told = "more than one child is called “mia” now. all are kept; a new nickname tells them apart."
    assert told in [line.lower() for line in ran.lines]


def test_a_conflict_copy_is_told_by_doctor_and_can_be_merged(family: Home) -> None:
    copy = family.folder / "journal (conflicted copy).json"
    copy.write_bytes(family.journal.read_bytes())
    found = family.run("doctor", "--json").json
    assert found["journal"]["conflicts"] == [str(copy)]
    assert found["well"]
    assert family.run("merge", copy).status == 0


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_reaches_the_terminal_as_a_command(home: Home, text: str) -> None:
    home.log("x", "--note", text, "--said", text, "--tag", text, "--by", text)
    for form in FORMATS:
        ran = home.run("export", "--format", form)
        assert ran.status == 0
        assert not COMMANDING.search(ran.out.replace("\r\n", "\n"))
    file = home.folder / "export.json"
    home.run("export", "--format", "json", "--to", file)
    assert home.run("import", file, "--json").json["moments"]["same"] == 1
    assert home.run("import", file, *elsewhere(home)).status == 0
    assert home.run("list", *elsewhere(home), "--json").json[0]["note"] == text


def test_a_table_we_wrote_is_known_again(family: Home) -> None:
    file = family.folder / "table.csv"
    family.run("export", "--format", "csv", "--to", file)
    assert family.run("import", file, "--json").json["moments"] == {"read": 2, "new": 0, "changed": 0, "same": 2}
    ran = family.run("import", file, *elsewhere(family), "--json").json
    assert (ran["moments"]["new"], ran["children"]["new"]) == (2, 2)


def test_paths_with_blanks_and_a_home_sign_are_taken(family: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(family.folder))
    assert family.run("export", "--format", "md", "--to", "~/my moments.md").status == 0
    assert (family.folder / "my moments.md").read_text().startswith("# Moments")
    assert Path(family.folder / "my moments.md").stat().st_mode & 0o777 == 0o600


def test_taking_much_back_is_told_in_few_lines(home: Home) -> None:
    rows = "".join(f"2026-02-01 10:{number:02},x\n" for number in range(25))
    home.run("import", "-", "--map", "at=at", "--map", "n=note", stdin=f"at,n\n{rows}")
    lines = home.run("undo").lines
    assert (lines[0], len(lines), lines[-1]) == ("Taken back: importing 25 moments", 22, "and 5 more")
    assert home.run("list", "--json").json == []
