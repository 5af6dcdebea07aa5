"""`attune present`: what it takes, and that nothing of a family is opened."""

from pathlib import Path

import pytest

from attune.cli.present import workshop_named
from attune.errors import InputError
from attune.storage.journal import Journal
from tests.cli.conftest import NOW, Home
from tests.presented import LIBRARY
from tests.ui.pty_run import run_in_pty

_WATCHED = """
import os, sys
out = os.open({log!r}, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
def hear(event, arguments):
    if event in ("open", "os.listdir", "os.scandir", "os.mkdir", "os.rename", "os.link", "os.remove") and arguments:
        if isinstance(arguments[0], (str, bytes, os.PathLike)):
            os.write(out, os.fsencode(arguments[0]) + b"\\n")
sys.addaudithook(hear)
sys.argv = ["attune", *{words!r}]
from attune.__main__ import main
main()
"""


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("goodbyes", "Leaving and coming back"),
        (" Leaving and coming back ", "Leaving and coming back"),
        ("an-end", "When something good has to end"),
        ("when something good has to END", "When something good has to end"),
    ],
)
def test_a_session_or_a_script_is_named_by_id_or_title(given: str, title: str) -> None:
    assert workshop_named(given, LIBRARY).title == title


def test_a_name_that_is_none_gets_a_hint() -> None:
    with pytest.raises(InputError) as caught:
        workshop_named("goodbys", LIBRARY)
    assert str(caught.value) == "There is no workshop and no script “goodbys”. Did you mean “goodbyes”?"


@pytest.mark.parametrize("words", [(), ("--notes",), ("an-end",)])
def test_without_a_terminal_it_says_so(words: tuple[str, ...], home: Home) -> None:
    ran = home.run("present", *words)
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)
    assert list(home.folder.iterdir()) == []


def opened(home: Home, *words: str, typed: tuple[tuple[str, bytes], ...]) -> list[str]:
    """Run attune in a terminal; return every path that it opened, listed, made or moved."""
    log = home.folder / "opened.log"
    status, sent = run_in_pty(_WATCHED.format(log=str(log), words=words), typed)
    assert status == 0, sent
    return log.read_text("utf-8", "replace").splitlines()


_SESSION = (
    ("In this terminal", b"\r"), ("blank", b" "), ("step 1", b"\x1b[6~"), ("step 1", b"2\r"), ("step 2", b"?"),
    ("Presenting", b"\x1b"), ("step 2", b"\x1b"),
)  # fmt: skip


@pytest.mark.parametrize("is_first", [True, False], ids=["the very first start", "a family's computer"])
@pytest.mark.parametrize("words", [("present", "leaving-and-coming-back"), ("present", "--notes")])
def test_nothing_of_a_family_is_opened(
    words: tuple[str, ...], is_first: bool, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    family = home.folder / "data" / "attune"
    monkeypatch.delenv("ATTUNE_JOURNAL")  # it lies where it lies by itself
    if not is_first:
        with Journal(family / "journal.json", lambda: NOW) as journal:
            journal.new_child("Mia")
    before = sorted(family.rglob("*"))
    typed = _SESSION if words[-1] != "--notes" else (("Nothing is being presented", b"q"),)
    paths = opened(home, *words, typed=typed)
    assert any("content/core" in path for path in paths) or "--notes" in words
    ours = [path for path in paths if path.startswith(str(home.folder))]
    assert [path for path in ours if "journal" in Path(path).name] == []
    assert sorted(family.rglob("*")) == before
    names = {Path(path).relative_to(home.folder).as_posix() for path in ours if "cache" not in path}
    state = {"state", "state/attune", "state/attune/presenting.json", "state/attune/.presenting.json.tmp"}
    assert names <= state | {".", "config.toml", "data/attune/packs"}


def test_presenting_brings_in_no_journal(tmp_path: Path) -> None:
    code = (
        "import sys, attune.cli.present, attune.ui.presenting.presenter, attune.ui.presenting.companion;"
        "sys.exit('attune.storage.journal' in sys.modules or 'tinydb' in sys.modules)"
    )
    status, sent = run_in_pty(code, ())
    assert status == 0, sent
