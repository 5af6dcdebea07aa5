"""`attune demo`: everything works, nothing of a family is opened, and nothing is left of it."""

from pathlib import Path

import pytest
from textual import events

from attune.cli.demoapp import demo_setting, household_in
from attune.cli.household import Household
from attune.storage.config import Config
from attune.storage.demofamily import told_family
from attune.storage.journal import Journal
from attune.ui.demo import BANNER, DemoApp
from tests.cli.conftest import NOW, Home
from tests.ui.helpers import rows, screen_text, until, until_shown
from tests.ui.pty_run import run_in_pty

_WATCHED = """
import os, sys
out = os.open({log!r}, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
def hear(event, arguments):
    if event in ("open", "os.listdir", "os.scandir", "os.mkdir", "os.rename", "os.link", "os.remove") and arguments:
        for each in arguments[:2]:
            if isinstance(each, (str, bytes, os.PathLike)):
                os.write(out, os.fsencode(each) + b"\\n")
sys.addaudithook(hear)
sys.argv = ["attune", *{words!r}]
{fault}
from attune.__main__ import main
main()
"""
_CRASH = "from attune.ui.app import AttuneApp; AttuneApp.action_support = lambda self: 1 / 0"
_END = "from attune.ui.app import AttuneApp; AttuneApp.action_support = lambda self: os.kill(os.getpid(), 15)"


@pytest.fixture
def passing(home: Home, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the system has its passing files."""
    folder = home.folder / "passing"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def household(home: Home) -> Household:
    return Household(home.environ, home.clock)


def test_without_a_terminal_it_says_so_and_makes_nothing(home: Home) -> None:
    ran = home.run("demo")
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)
    assert "terminal" in ran.err
    assert list(home.folder.iterdir()) == []


def test_its_help_says_which_journal_it_does_not_take(home: Home) -> None:
    said = home.run("demo", "--help").out
    assert "--journal" in said
    assert "ATTUNE_JOURNAL" in said


def test_it_looks_as_the_visitor_likes_and_takes_nothing_else_of_theirs(home: Home, tmp_path: Path) -> None:
    (home.folder / "config.toml").write_text(
        'theme = "paper"\nmotion = false\ncountry = "NZ"\nfavourites = ["mine"]\nnot_for_us = ["theirs"]\n'
        '[keymap]\n"app.support" = "f11"\n'
    )
    before = (home.folder / "config.toml").read_bytes()
    told = told_family()
    setting = demo_setting(household_in(tmp_path / "demo", household(home), told), told)
    assert setting.config == Config(
        theme="paper", motion=False, keymap={"app.support": "f11"}, favourites=told.favourites, welcomed=True,
    )  # fmt: skip
    setting.change_config({"theme": "dusk"})
    assert setting.keep_crash(RuntimeError("private")) is None
    assert (home.folder / "config.toml").read_bytes() == before
    assert [each.name for each in home.folder.iterdir()] == ["config.toml"]


async def test_every_activity_says_that_it_is_made_up_and_presenting_does_not(home: Home, tmp_path: Path) -> None:
    folder, told = tmp_path / "demo", told_family()
    folder.mkdir()
    app = DemoApp(demo_setting(household_in(folder, household(home), told), told))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.is_open)
        await until_shown(pilot, "How did it land?")
        await until_shown(pilot, "Pebble F10")
        assert rows(app)[1].strip() == BANNER
        assert "anything to remember" in screen_text(app)  # the last field of the form
        app.post_message(events.Paste("tears at bedtime"))
        await until_shown(pilot, "One more story")
        await pilot.press("ctrl+r")
        await until_shown(pilot, "beat 1 of")
        assert BANNER not in screen_text(app)
        await pilot.press("escape", "ctrl+u", "escape")
        for key, shown in (
            ("t", "one more story. no, ONE"),
            ("i", "Whining, 17:00 to 21:00"),
            ("r", "Most often between"),
            ("w", "Making it right again"),
            ("l", "crying baby"),
            ("h", "By heart"),
            ("comma", "goes when you leave"),
        ):
            await pilot.press(key)
            await until_shown(pilot, shown)
            assert rows(app)[1].strip() == BANNER, key


_VISIT = (
    ("Start from", b"tears at bedtime"), ("Or try", b"\r"), ("Saved", b"\x1b"), ("Write", b"t"), ("Timeline", b"w"),
    ("Making", b"l"), ("Library", b","), ("Theme", b"\r"), ("Kept", b"\x1b"), ("Library", b"\x11"),
)  # fmt: skip


def test_nothing_of_a_family_is_opened_and_nothing_is_left(home: Home, passing: Path) -> None:
    with Journal(home.journal, lambda: NOW) as journal:
        journal.new_child("Mia")
    (home.folder / "config.toml").write_text('theme = "paper"\n')
    before = {path: path.read_bytes() for path in home.folder.rglob("*") if path.is_file()}
    log = home.folder.parent / f"{home.folder.name}.log"
    words = ["demo", "--journal", str(home.journal)]
    status, sent = run_in_pty(_WATCHED.format(log=str(log), words=words, fault=""), _VISIT)
    assert status == 0, sent
    assert "gone, and all that you tried" in sent
    paths = [Path(line) for line in log.read_text("utf-8", "replace").splitlines()]
    assert any(path.is_relative_to(passing) and path.name == "journal.json" for path in paths)
    ours = [path for path in paths if path.is_relative_to(home.folder) and not path.is_relative_to(passing)]
    names = {path.relative_to(home.folder).as_posix() for path in ours}
    assert names <= {"config.toml", "data/attune/packs"}
    assert list(passing.iterdir()) == []
    assert {path: path.read_bytes() for path in home.folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(("fault", "status"), [(_CRASH, 1), (_END, 0)], ids=["a fault of our own", "SIGTERM"])
def test_it_goes_too_when_it_does_not_end_by_itself(fault: str, status: int, home: Home, passing: Path) -> None:
    program = _WATCHED.format(log="/dev/null", words=["demo"], fault=fault)
    ended, sent = run_in_pty(program, (("Start from", b"\x1b"), ("Write", b"s")))
    assert ended == status, sent
    assert list(passing.iterdir()) == []
    assert not home.journal.exists()
