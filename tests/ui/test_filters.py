"""No control character reaches the terminal, whatever a widget was given to draw."""

from collections.abc import Sequence

import pytest
from rich.cells import cell_len
from rich.control import Control
from rich.segment import Segment
from textual.app import ComposeResult
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter
from textual.widgets import Button, DataTable, Input, Label, Log, OptionList, Static, TextArea

from attune.ui.filters import HarmlessLines
from tests.ui.helpers import ESCAPES, Host, screen_text, until_shown

BLACK = Color(0, 0, 0)
FILTER = HarmlessLines()


@pytest.mark.parametrize("hostile", [*ESCAPES, "\r", "\x7f", "\u2028"])
def test_control_characters_go_and_the_words_around_them_stay(hostile: str) -> None:
    (segment,) = FILTER.apply([Segment(f"before{hostile}after")], BLACK)
    assert segment.text.startswith("before")
    assert segment.text.endswith("after")
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in segment.text)


@pytest.mark.parametrize("text", ["plain", "👩‍👩‍👧", "می‌خواهم", "漢字", "e\u0301", "⁦isolated⁩"])
def test_ordinary_text_of_any_script_passes_untouched(text: str) -> None:
    segments = [Segment(text)]
    assert FILTER.apply(segments, BLACK) is segments


@pytest.mark.parametrize("hostile", [*ESCAPES, "\ud800"])
def test_a_line_keeps_its_width(hostile: str) -> None:
    (segment,) = FILTER.apply([Segment(f"a{hostile}b")], BLACK)
    assert cell_len(segment.text) == cell_len(f"a{hostile}b")


def test_a_lone_surrogate_becomes_something_that_can_be_sent() -> None:
    (segment,) = FILTER.apply([Segment("a\ud800")], BLACK)
    assert segment.text.encode() == "a\N{REPLACEMENT CHARACTER}".encode()


def test_what_textual_itself_sends_to_move_the_cursor_passes() -> None:
    home = Control.home().segment
    assert FILTER.apply([home, Segment("\x1b")], BLACK)[0] == home


class Guarded(Host):
    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), FILTER]


class Everything(Guarded):
    def compose(self) -> ComposeResult:
        hostile = f"here {ESCAPES[0]}{ESCAPES[1]} there"
        yield Static(Content(hostile))
        yield Label(Content(hostile))
        yield Button(Content(hostile))
        yield Input(hostile)
        yield Input(placeholder=hostile)
        yield TextArea(hostile)
        yield OptionList(Content(hostile), markup=False)
        yield Log()
        yield DataTable()
        bordered = Static("bordered")
        bordered.styles.border = ("round", "red")
        bordered.border_title = Content(hostile)
        yield bordered


async def test_a_screen_of_widgets_that_hold_escapes_sends_none() -> None:
    app = Everything()
    async with app.run_test(size=(60, 90), notifications=True) as pilot:
        app.query_one(Log).write(f"here {ESCAPES[0]} there")
        table: DataTable[str] = app.query_one(DataTable)
        table.add_column(f"here{ESCAPES[1]}")
        app.notify(f"toast {ESCAPES[2]}", markup=False)
        await until_shown(pilot, "toast")
        shown = screen_text(app)
        assert shown.count("there") >= 8
        assert not any(code in shown for code in ("\x1b", "\x07", "\x9b"))
