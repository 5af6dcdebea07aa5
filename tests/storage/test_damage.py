"""Damaged, foreign and odd files in the journal's place: never silently empty, never destroyed, never a traceback."""

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from attune.domain.moment import Entry
from attune.errors import JournalError
from attune.storage.damage import read_any, salvage
from attune.storage.journal import Journal
from attune.storage.snapshot import read_journal
from attune.storage.tables import record_of
from tests.storage.tools import Clock, filled, in_time, plain, texts

WORDS = ("first", "second", "third")
Spoil = Callable[[bytes], bytes]


def cut(part: float) -> Spoil:
    return lambda data: data[: int(len(data) * part)]


def rewritten(change: Callable[[dict[str, object]], object]) -> Spoil:
    """Return what plain JSON writes after `change` to what was read."""

    def spoil(data: bytes) -> bytes:
        found = json.loads(data)
        return json.dumps(change(found) or found).encode()

    return spoil


def conflict(data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = next(number for number, line in enumerate(lines) if b"second" in line)
    theirs = lines[at].replace(b"second", b"theirs")
    return b"\n".join([*lines[:at], b"<<<<<<< HEAD", lines[at], b"=======", theirs, b">>>>>>> sync", *lines[at + 1 :]])


PAGE = b"<!DOCTYPE html><html><body>Sign in to the hotel's network</body></html>"

REPAIRED: dict[str, Spoil] = {
    "byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "UTF-16": lambda data: data.decode().encode("utf-16"),
    "the old tail of a longer file": lambda data: data + data[-200:],
    "something after the end": lambda data: data + b" x",
    "NULs after the end": lambda data: data + b"\0" * 512,
    "a page after the end": lambda data: data + PAGE,
    "a table that is a list": rewritten(lambda found: found.update(moments=list(found["moments"].values()))),
    "a record id that is a word": rewritten(
        lambda found: found["moments"].update(last=found["moments"].pop("3"))  # type: ignore[attr-defined]
    ),
    "a record id with a nought before": lambda data: data.replace(b'"3": {"id"', b'"03": {"id"'),
    "a record that is a list": rewritten(lambda found: found["moments"].update({"9": ["stray"]})),
    "a record that is null": rewritten(lambda found: found["moments"].update({"9": None})),
    "a number of 5,000 digits": lambda data: data.replace(b'"text": "first"', b'"text": "first", "n": ' + b"9" * 5_000),
    "NaN": lambda data: data.replace(b'"text": "first"', b'"text": "first", "n": NaN'),
    "Infinity": lambda data: data.replace(b'"text": "first"', b'"text": "first", "n": -Infinity'),
    "the same record id twice": lambda data: data.replace(b'"3": {"id"', b'"2": {"id"'),
    "the same table twice": lambda data: data.replace(b'"words": {}', b'"moments": {}'),
}
"""What is certain to repair from the file alone: nothing is lost even without any backup."""

UNREPAIRABLE: dict[str, Spoil] = {
    "zero bytes": lambda _: b"",
    "null": lambda _: b"null",
    "white space": lambda _: b" \n\t\n",
    "only NULs": lambda data: b"\0" * len(data),
    "emptied": lambda _: b"{}",
    "tables without records": lambda _: b'{"moments": {}, "meta": {}}',
    **{f"cut at {part:.1%}": cut(part) for part in (0.001, 0.01, 0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 0.999)},
    "the beginning gone": lambda data: data[100:],
    "NULs in the middle": lambda data: data[:700] + b"\0" * 300 + data[1000:],
    "one bit": lambda data: data[:40] + bytes([data[40] ^ 0x40]) + data[41:],
    "a conflict of a merge": conflict,
    "a page of a website": lambda _: PAGE,
    "a list": lambda _: b"[1, 2, 3]",
    "a string": lambda _: b'"moments"',
    "a number": lambda _: b"42",
    "tables that are numbers": lambda _: b'{"moments": 3, "meta": 1}',
    "100,000 brackets": lambda _: b'{"moments": ' + b"[" * 100_000,
    "100,000 records in each other": lambda _: b'{"moments": ' + b'{"1": ' * 100_000,
    "settings of another program": lambda _: b'{"scripts": {"test": "pytest"}, "dependencies": {}}',
    "random bytes": lambda _: bytes(range(256)) * 8,
    "a lone byte of Latin-1": lambda data: data.replace(b"first", b"f\xefrst"),
}
"""What cannot be repaired from the file with certainty; the backups know the rest."""

FOREIGN = {"a page of a website", "settings of another program", "a list", "a number", "random bytes"}
"""Without backups there is no sign that these ever were a journal."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "attune.json"
    filled(path, *WORDS)
    return path


def without_backups(path: Path) -> None:
    shutil.rmtree(path.with_name("attune.json.backups"))


def kept(path: Path) -> list[bytes]:
    return [copy.read_bytes() for copy in path.parent.glob("attune.json.damaged-*")]


@pytest.mark.parametrize("what", REPAIRED)
@pytest.mark.parametrize("backups", [True, False], ids=["backups", "alone"])
def test_what_is_certain_is_repaired_from_the_file_itself(path: Path, what: str, backups: bool) -> None:
    bad = REPAIRED[what](path.read_bytes())
    assert bad != path.read_bytes()
    path.write_bytes(bad)
    if not backups:
        without_backups(path)
    with Journal(path, Clock()) as journal:
        (told,) = journal.opened.sentences()
        assert "repaired" in told
        assert sorted(texts(journal)) == sorted(WORDS)
        assert sorted(record["text"] for record in plain(path).values()) == sorted(WORDS)
        journal.add(Entry(text="after"))
    assert kept(path) == [bad]
    with Journal(path, Clock()) as journal:
        assert journal.opened.sentences() == ()
        assert len(journal.moments()) == 4


@pytest.mark.parametrize("what", UNREPAIRABLE)
def test_with_backups_every_moment_comes_back(path: Path, what: str) -> None:
    bad = UNREPAIRABLE[what](path.read_bytes())
    path.write_bytes(bad)
    with Journal(path, Clock()) as journal:
        (told,) = journal.opened.sentences()
        assert re.search(r"[34] moments, the newest from Tuesday 04 March 2025, 19:3", told)
        assert re.search(r"kept as attune\.json\.damaged-\d{8}T\d{6}Z\.$", told)
        assert set(texts(journal)) | {"theirs"} == {*WORDS, "theirs"}
        assert {record["text"] for record in plain(path).values()} == set(texts(journal))
        journal.undo()
        assert "third" not in texts(journal)
    assert kept(path) == [bad]
    assert len(plain(path)) >= 3


@pytest.mark.parametrize("what", sorted(UNREPAIRABLE.keys() - FOREIGN))
def test_without_backups_what_can_be_read_is_kept_and_nothing_is_silent(path: Path, what: str) -> None:
    bad = UNREPAIRABLE[what](path.read_bytes())
    path.write_bytes(bad)
    readable = {record_of(line)["text"] for line in salvage(bad).get("moments", {}).values()}
    without_backups(path)
    with Journal(path, Clock()) as journal:
        assert set(texts(journal)) == readable
        if bad != b"{}":
            (told,) = journal.opened.sentences()
            assert "damaged" in told or "empty" in told
            assert kept(path) == [bad]
        journal.add(Entry(text="after"))
    assert "after" in {record["text"] for record in plain(path).values()}


@pytest.mark.parametrize("what", sorted(FOREIGN))
def test_a_file_that_never_was_a_journal_is_left_alone(path: Path, what: str) -> None:
    bad = UNREPAIRABLE[what](path.read_bytes())
    path.write_bytes(bad)
    without_backups(path)
    for opening in (lambda: Journal(path, Clock()), lambda: read_journal(path, Clock())):
        with pytest.raises(JournalError, match="not an attune journal"):
            opening()
    assert path.read_bytes() == bad
    assert not path.with_name("attune.json.owner").exists()


@pytest.mark.parametrize("what", [*REPAIRED, *UNREPAIRABLE])
def test_reading_repairs_nothing_on_the_disk_and_says_what_it_found(path: Path, what: str) -> None:
    bad = (REPAIRED | UNREPAIRABLE)[what](path.read_bytes())
    path.write_bytes(bad)
    snapshot = read_journal(path, Clock())
    assert len(snapshot.moments) >= 3
    assert len(snapshot.sentences) == 1
    assert path.read_bytes() == bad
    assert kept(path) == []


def test_a_file_that_is_gone_comes_back_from_its_backups(path: Path) -> None:
    path.unlink()
    with Journal(path, Clock()) as journal:
        (told,) = journal.opened.sentences()
        assert "is gone" in told
        assert sorted(texts(journal)) == sorted(WORDS)


def test_children_and_words_come_back_too(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        child = journal.new_child("Mia")
    for bad in (b"", path.read_bytes()[:400]):
        path.write_bytes(bad)
        with Journal(path, Clock()) as journal:
            assert journal.children() == (child,)


def test_an_unreadable_newest_backup_is_passed_over(path: Path) -> None:
    newest = sorted(path.with_name("attune.json.backups").glob("0*.json"))[-1]
    newest.write_bytes(b"{")
    path.write_bytes(b"")
    with Journal(path, Clock()) as journal:
        assert "first" in texts(journal)


def test_a_bad_file_is_copied_aside_once_however_often_it_is_opened(path: Path) -> None:
    path.write_bytes(b"\0\0")
    without_backups(path)
    for _ in range(3):
        Journal(path, Clock()).close()
    assert kept(path) == [b"\0\0"]
    assert path.read_bytes() == b"\0\0"


def test_the_copy_of_a_bad_file_is_private(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:300])
    path.chmod(0o644)
    Journal(path, Clock()).close()
    (copy,) = path.parent.glob("attune.json.damaged-*")
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_field_that_stands_twice_is_read_as_every_reader_does_and_left_as_it_is(path: Path) -> None:
    bad = path.read_bytes().replace(b'"text": "first"', b'"text": "old", "text": "first"')
    path.write_bytes(bad)
    with Journal(path, Clock()) as journal:
        assert sorted(texts(journal)) == sorted(WORDS)
        journal.add(Entry(text="after"))
    assert b'"text": "old", "text": "first"' in path.read_bytes()


def test_a_lone_surrogate_in_the_file_is_read_and_can_be_printed(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"first", b"f\\udce9rst \\ud800"))
    with Journal(path, Clock()) as journal:
        assert any(text.encode("utf-8") for text in texts(journal) if text.startswith("f"))
        journal.add(Entry(text="after"))
    assert b"f\\udce9rst \\ud800" in path.read_bytes()


UNFIT: dict[str, Callable[[Path], object]] = {
    "a folder": lambda path: path.mkdir(),
    "a FIFO": lambda path: os.mkfifo(path),
    "a link to nothing": lambda path: path.symlink_to(path.with_name("nowhere.json")),
    "a link to itself": lambda path: path.symlink_to(path),
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
}


@pytest.mark.parametrize("what", UNFIT)
def test_what_is_no_file_is_refused_at_once_in_a_sentence(tmp_path: Path, what: str) -> None:
    path = tmp_path / "attune.json"
    UNFIT[what](path)
    before = sorted(os.listdir(tmp_path))
    told: list[str] = []

    def opening() -> None:
        for attempt in (lambda: Journal(path, Clock()), lambda: read_journal(path, Clock())):
            try:
                attempt()
            except JournalError as error:
                told.append(str(error))

    in_time(opening)
    assert len(told) == 2
    assert sorted(os.listdir(tmp_path)) == before


def test_a_folder_in_place_of_a_parent_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(JournalError):
        read_journal(tmp_path / "file" / "attune.json", Clock())
    with pytest.raises(JournalError):
        Journal(tmp_path / "file" / "attune.json", Clock())


def test_another_programs_tinydb_file_keeps_its_tables(tmp_path: Path) -> None:
    path = tmp_path / "tasks.json"
    with TinyDB(path) as database:
        database.insert({"task": "milk"})
    filled(path, "one")
    with TinyDB(path, access_mode="r") as database:
        assert database.all() == [{"task": "milk"}]


@given(data=st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_no_bytes_at_all_bring_reading_down(data: bytes) -> None:
    read_any(data)
    salvage(data)


def test_a_record_that_lost_its_end_swallows_nothing(path: Path) -> None:
    bad = re.sub(rb'("text": "first"), .*', rb"\1,", path.read_bytes(), count=1)
    assert {record_of(line)["text"] for line in salvage(bad)["moments"].values()} == set(WORDS)


@given(start=st.integers(0, 3_000), length=st.integers(0, 3_000), filler=st.binary(max_size=50))
@settings(max_examples=300, deadline=None)
@example(start=808, length=670, filler=b"")
def test_whatever_happens_to_a_stretch_the_records_outside_it_survive(start: int, length: int, filler: bytes) -> None:
    records = {str(n): {"id": f"m{n}", "at": "2025", "logged_at": "2025", "text": "x" * 20} for n in range(1, 40)}
    data = b"{\n" + b",\n".join(f'"{n}": {json.dumps(record)}'.encode() for n, record in records.items()) + b"\n}"
    bad = data[:start] + filler + data[start + length :]
    found = {record_of(line)["id"] for line in salvage(bad).get("moments", {}).values()}
    whole = {
        record["id"]
        for n, record in records.items()
        if (at := data.index(f'"{n}": '.encode())) + len(f'"{n}": {json.dumps(record)}') <= start
        or at >= start + length
    }
    if filler.isascii() and b'"' not in filler and b"{" not in filler:
        assert whole <= found
