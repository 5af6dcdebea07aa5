"""What a journal does, seen from outside; every test reads the file again to believe it."""

import json
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from attune.domain.moment import Entry, Landed, UsedScript
from attune.errors import InputError, JournalError, JournalReadOnlyError
from attune.storage.journal import Journal
from attune.storage.snapshot import read_journal
from tests.storage.tools import START, Clock, everything_in, filled, plain, texts

FULL = Entry(
    text="mia screaming at bedtime",
    at=START - timedelta(minutes=20),
    by="grandpa",
    cues=("screaming",),
    situations=("bedtime", "separation"),
    feelings=("scared",),
    guess=("closeness",),
    turned_out=("rest",),
    said="I see you're telling me something…",
    script=UsedScript("bedtime-stay", "Staying near", "I see you.\nI am here."),
    practice="quiet-watching",
    landed=Landed.EASED,
    note="the lamp helped",
    tags=("evening",),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "attune.json"


@pytest.fixture
def journal(path: Path) -> Journal:
    opened = Journal(path, Clock())
    yield opened
    opened.close()


def test_opening_writes_no_journal_yet(journal: Journal, path: Path) -> None:
    assert journal.moments() == ()
    assert journal.opened.sentences() == ()
    assert not path.exists()


def test_every_field_of_a_moment_comes_back(journal: Journal, path: Path) -> None:
    child = journal.new_child("Mia", band="toddler")
    saved = journal.add(replace(FULL, children=(child.id,)))
    assert read_journal(path, Clock()).moments == (saved,)
    assert (saved.text, saved.landed, saved.script) == (FULL.text, FULL.landed, FULL.script)


def test_a_moment_without_a_time_is_now(journal: Journal) -> None:
    assert journal.add(Entry(text="now")).at == journal.moments()[0].logged_at


def test_an_empty_entry_is_not_saved(journal: Journal, path: Path) -> None:
    with pytest.raises(InputError, match="nothing here to save"):
        journal.add(Entry(text="  ", at=START))
    assert not path.exists()


@pytest.mark.parametrize("field", ["text", "said", "note"])
def test_a_text_longer_than_a_moment_holds_is_refused_and_not_cut(journal: Journal, field: str) -> None:
    assert journal.add(Entry(**{field: "x" * 100_000}))
    with pytest.raises(InputError, match="100,000"):
        journal.add(Entry(**{field: "x" * 100_001}))
    assert len(journal.moments()) == 1


def test_moments_come_newest_first_by_when_they_happened(journal: Journal) -> None:
    for text, minutes in (("b", 20), ("d", 60), ("a", 10), ("c", 30)):
        journal.add(Entry(text=text, at=START - timedelta(minutes=minutes)))
    assert texts(journal) == ["a", "b", "c", "d"]
    journal.edit(journal.moments()[3].id, Entry(text="d", at=START))
    assert texts(journal) == ["d", "a", "b", "c"]


def test_editing_replaces_what_was_given_and_keeps_the_rest(journal: Journal) -> None:
    saved = journal.add(FULL)
    edited = journal.edit(saved.id, Entry(text="it was the dark", landed=Landed.CONNECTED))
    assert (edited.id, edited.at, edited.logged_at) == (saved.id, saved.at, saved.logged_at)
    assert (edited.text, edited.landed, edited.note) == ("it was the dark", Landed.CONNECTED, "")
    assert edited.changed_at > saved.changed_at


def test_an_edit_that_changes_nothing_is_no_change(journal: Journal, path: Path) -> None:
    saved = journal.add(FULL)
    before = path.read_bytes()
    assert journal.edit(saved.id, FULL) == saved
    assert path.read_bytes() == before


def test_deleting_hides(journal: Journal, path: Path) -> None:
    first, second = (journal.add(Entry(text=text)) for text in ("first", "second"))
    (gone,) = journal.delete([first.id])
    assert journal.moments() == (second,)
    assert plain(path)[first.id]["deleted_at"] == gone.deleted_at.isoformat()
    assert plain(path)[first.id]["text"] == "first"


def test_a_moment_is_found_by_any_unique_beginning_of_its_id(journal: Journal) -> None:
    saved = journal.add(Entry(text="one"))
    assert journal.moment(saved.id[:4]) == saved
    other = journal.add(Entry(text="two"))
    with pytest.raises(InputError, match="2 ids"):
        journal.moment(other.id[:4])
    for unknown in ("zzz", ""):
        with pytest.raises(InputError, match="no moment"):
            journal.moment(unknown)


def test_the_newest_change_wins_even_when_the_clock_is_set_back(path: Path) -> None:
    clock = Clock()
    with Journal(path, clock) as journal:
        saved = journal.add(Entry(text="one"))
        clock.now -= timedelta(days=3)
        edited = journal.edit(saved.id, Entry(text="two"))
        (deleted,) = journal.delete([saved.id])
    assert saved.changed_at < edited.changed_at < deleted.changed_at


def test_children_have_names_that_tell_them_apart(journal: Journal, path: Path) -> None:
    mia = journal.new_child(" Mia ", born="2023-05")
    assert mia.name == "Mia"
    for name in ("mia", "", "x" * 61):
        with pytest.raises(InputError):
            journal.new_child(name)
    with pytest.raises(InputError, match="2023-05"):
        journal.new_child("Tom", born="May")
    with pytest.raises(InputError, match="newborn"):
        journal.new_child("Tom", band="grown")
    renamed = journal.put_child(replace(mia, name="Mimi"))
    assert read_journal(path, Clock()).children == (renamed,)


def test_what_was_asked_is_asked_once(journal: Journal, path: Path) -> None:
    first, second, done = (
        journal.add(entry) for entry in (Entry(text="1"), Entry(text="2"), Entry(landed=Landed.EASED))
    )
    journal.mark_asked([first.id, done.id])
    journal.mark_asked([second.id])
    assert journal.asked() == {first.id, second.id}
    journal.close()
    with Journal(path, Clock()) as again:
        assert again.asked() == {first.id, second.id}


def test_fields_and_tables_of_a_newer_attune_live_through_every_save(path: Path) -> None:
    (saved,) = filled(path, "one")
    with TinyDB(path) as database:
        database.table("moments").update({"mood_ring": {"colour": ["teal", 1.5]}})
        database.table("weather").insert({"rain": True})
    with Journal(path, Clock()) as journal:
        assert journal.moment(saved.id).extra == {"mood_ring": {"colour": ["teal", 1.5]}}
        journal.edit(saved.id, Entry(text="two"))
        journal.delete([saved.id])
        journal.undo()
        journal.add(Entry(text="three"))
    assert plain(path)[saved.id]["mood_ring"] == {"colour": ["teal", 1.5]}
    assert plain(path)[saved.id]["text"] == "two"
    assert json.loads(path.read_bytes())["weather"] == {"1": {"rain": True}}


def test_a_record_with_a_field_too_few_and_one_too_many_keeps_it(path: Path) -> None:
    (saved,) = filled(path, "one")
    found = json.loads(path.read_bytes())
    del found["moments"]["1"]["tags"]
    found["moments"]["1"]["mood"] = "teal"
    path.write_text(json.dumps(found))
    with Journal(path, Clock()) as journal:
        journal.edit(saved.id, Entry(text="two"))
    assert plain(path)[saved.id]["mood"] == "teal"


ODD_RECORDS = [
    {},
    {"id": 7},
    {"id": "x", "at": "yesterday", "logged_at": "?", "changed_at": "?"},
    {"id": "x", "at": "2025-03-04T10:00:00", "logged_at": "2025-03-04T10:00:00", "changed_at": "2025-03-04T10:00:00"},
    {"id": "x", "at": START.isoformat(), "logged_at": START.isoformat(), "changed_at": START.isoformat(), "tags": 3},
]


@pytest.mark.parametrize("odd", ODD_RECORDS)
def test_a_record_that_is_no_moment_is_kept_and_not_shown(path: Path, odd: dict[str, object]) -> None:
    filled(path, "one")
    with TinyDB(path) as database:
        document = database.table("moments").insert(odd)
    assert read_journal(path, Clock()).odd == 1
    with Journal(path, Clock(START + timedelta(hours=1))) as journal:
        journal.add(Entry(text="two"))
        assert texts(journal) == ["two", "one"]
    assert json.loads(path.read_bytes())["moments"][str(document)] == odd


def test_plain_tinydb_reads_the_file_while_attune_is_open(journal: Journal, path: Path) -> None:
    journal.new_child("Mia")
    saved = journal.add(FULL)
    assert path.read_bytes().isascii()
    with TinyDB(path, access_mode="r") as database:
        assert database.tables() == {"meta", "children", "words", "cards", "moments", "changes"}
        assert database.table("meta").get(doc_id=1)["schema"] == 1
        assert database.table("moments").all()[0]["id"] == saved.id


def test_a_file_rewritten_by_plain_tinydb_is_read_without_a_word(path: Path) -> None:
    filled(path, "one", "two")
    with TinyDB(path) as database:
        database.table("words").insert({"refrain": "here we go"})
    with Journal(path, Clock()) as journal:
        assert journal.opened.sentences() == ()
        assert texts(journal) == ["two", "one"]


def test_opened_for_reading_nothing_is_touched(path: Path, tmp_path: Path) -> None:
    filled(path, "one")
    left = tmp_path / "attune.json.inbox" / ".a.json.1.x.tmp"
    left.parent.mkdir()
    left.touch()
    os.utime(left, (0, 0))
    before = everything_in(tmp_path)
    with Journal(path, Clock(), read_only=True) as journal:
        assert journal.opened.read_only
        assert texts(journal) == ["one"]
        for change in (lambda: journal.add(Entry(text="x")), lambda: journal.undo(), lambda: journal.new_child("Mia")):
            with pytest.raises(JournalReadOnlyError):
                change()
    assert everything_in(tmp_path) == before


def test_after_closing_nothing_can_be_saved_without_the_lock(path: Path) -> None:
    journal = Journal(path, Clock())
    journal.close()
    journal.close()
    with pytest.raises(JournalError):
        journal.add(Entry(text="too late"))
    assert not path.exists()


def test_a_missing_journal_reads_as_empty_and_is_not_made(path: Path) -> None:
    assert read_journal(path, Clock()).moments == ()
    assert not path.exists()


def test_a_link_is_followed_and_kept(tmp_path: Path) -> None:
    target = tmp_path / "disk" / "real.json"
    filled(target, "one")
    link = tmp_path / "attune.json"
    link.symlink_to(target)
    with Journal(link, Clock()) as journal:
        journal.add(Entry(text="two"))
        with pytest.raises(JournalError, match="open already"):
            Journal(target, Clock())
    assert link.is_symlink()
    assert len(plain(target)) == 2


def test_missing_folders_are_made(tmp_path: Path) -> None:
    filled(tmp_path / "a" / "b" / "attune.json", "one")
    assert len(plain(tmp_path / "a" / "b" / "attune.json")) == 1
