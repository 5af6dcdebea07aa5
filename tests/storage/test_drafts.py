"""Drafts: on the disk when kept, offered until forgotten, never a reason to stop."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from attune.errors import JournalError
from attune.storage.drafts import Draft, Drafts
from tests.storage.tools import Clock, System, watched

FIELDS = {"text": "mia scr", "children": ["c1"], "note": "é \x1b[0m 👩‍👧", "landed": None}

KEEP_AND_BE_KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from attune.storage.drafts import Drafts
Drafts(Path(sys.argv[1]), lambda: datetime.now(UTC)).keep("now-1", {"text": "half a sen"})
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "attune.json.drafts"


def test_a_draft_waits_until_it_is_forgotten(folder: Path) -> None:
    clock = Clock()
    drafts = Drafts(folder, clock)
    assert drafts.waiting() == ()
    drafts.keep("now-20250304T193000", FIELDS)
    kept_at = clock.now
    assert Drafts(folder, clock).waiting() == (Draft("now-20250304T193000", kept_at, FIELDS),)
    drafts.forget("now-20250304T193000")
    drafts.forget("now-20250304T193000")
    assert drafts.waiting() == ()


def test_the_newest_draft_comes_first_and_a_form_has_one(folder: Path) -> None:
    drafts = Drafts(folder, Clock())
    for form, text in (("a", "1"), ("b", "2"), ("a", "3")):
        drafts.keep(form, {"text": text})
    assert [(draft.form, draft.fields["text"]) for draft in drafts.waiting()] == [("a", "3"), ("b", "2")]


def test_a_draft_is_on_the_disk_when_the_call_returns(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = Drafts(folder, Clock())
    drafts.keep("now", {"text": "1"})
    with watched(monkeypatch, System()) as system:
        drafts.keep("now", FIELDS)
    assert [name for name, _ in system.calls if name in ("write", "fsync", "replace")] == [
        "write", "fsync", "replace", "fsync",
    ]  # fmt: skip


def test_a_kill_leaves_the_draft(folder: Path) -> None:
    subprocess.run([sys.executable, "-c", KEEP_AND_BE_KILLED, folder])
    (draft,) = Drafts(folder, Clock()).waiting()
    assert draft.fields == {"text": "half a sen"}


@pytest.mark.parametrize("bad", [b"", b"{", b"[]", b"null", b'{"at": "x", "fields": {}}', b'{"at": 3}', b"[" * 100_000])
def test_a_draft_that_cannot_be_read_is_put_aside(folder: Path, bad: bytes) -> None:
    drafts = Drafts(folder, Clock())
    drafts.keep("good", FIELDS)
    (folder / "bad.json").write_bytes(bad)
    assert [draft.form for draft in drafts.waiting()] == ["good"]
    assert (folder / "bad.json.damaged").read_bytes() == bad


def test_what_cannot_be_kept_is_said_and_the_draft_before_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = Drafts(folder, Clock())
    drafts.keep("now", {"text": "1"})
    with watched(monkeypatch, System()) as system:
        drafts.keep("now", {"text": "2"})
    for fail_at, call in enumerate(system.calls):
        if call[1] == str(folder) or call[0] == "mkdir":
            continue
        with watched(monkeypatch, System(fail_at, 28)), pytest.raises(JournalError, match="disk is full"):
            drafts.keep("now", {"text": "3"})
        (draft,) = drafts.waiting()
        assert draft.fields["text"] == "2"
    assert os.listdir(folder) == ["now.json"]


@pytest.mark.parametrize("form", ["", "../evil", "a/b", ".hidden", "x" * 81])
def test_a_form_is_never_a_path(folder: Path, form: str) -> None:
    with pytest.raises(ValueError, match="letters"):
        Drafts(folder, Clock()).keep(form, {})
