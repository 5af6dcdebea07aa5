"""A fault of our own: nothing private on the terminal, a report, status 1."""

import pytest

from attune.ui.crash import PrivateCrash
from tests.ui.pty_run import run_in_pty

PROGRAM = """
import sys
from attune.ui.crash import PrivateCrash
from textual.widgets import Static

class Failing(PrivateCrash):
    def compose(self):
        yield Static("ready")
    def keep_crash(self, error):
        if isinstance(error, KeyError):
            raise OSError(28, "disk full")
        return "/somewhere/crash-" + type(error).__name__
    def on_key(self):
        private = "Maya bit her brother"
        {fault}

app = Failing()
app.run()
sys.exit(app.return_code or 0)
"""


@pytest.mark.parametrize(
    ("fault", "report"),
    [
        ("raise RuntimeError(private)", "/somewhere/crash-RuntimeError"),
        ("self.panic(private)", ""),
        ("raise KeyError(private)", ""),
        ("self.call_later(lambda: 1 / 0)", "/somewhere/crash-ZeroDivisionError"),
    ],
)
def test_a_crash_shows_nothing_private_and_ends_with_status_1(fault: str, report: str) -> None:
    status, sent = run_in_pty(PROGRAM.format(fault=fault), (("ready", b"x"),))
    assert status == 1
    assert "Maya" not in sent
    assert "Traceback" not in sent
    shown = sent.replace("\r\n", "")
    assert "attune stopped because of a fault of its own." in sent
    assert report in shown
    assert sent.rstrip().count("attune stopped") == 1


async def test_the_hook_that_textual_calls_is_ours() -> None:
    class Failing(PrivateCrash):
        def keep_crash(self, error: BaseException) -> object:
            kept.append(error)
            return None

        def on_mount(self) -> None:
            raise LookupError("private")

    kept: list[BaseException] = []
    with pytest.raises(LookupError):
        async with Failing().run_test() as pilot:
            await pilot.pause()
    assert [type(error) for error in kept] == [LookupError]
