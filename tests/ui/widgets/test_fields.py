"""The places to type in: a paste keeps its lines, Enter saves, a paste too long is refused aloud."""

from textual import events
from textual.app import ComposeResult

from attune.domain.moment import MOST_TEXT
from attune.ui.widgets.fields import FormLine, Line, OneLine, Writing
from tests.ui.helpers import HOSTILE, Host, until, until_shown


class FieldHost(Host):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def compose(self) -> ComposeResult:
        yield Line("what is happening", id="line")
        yield Writing("what I said", id="said")
        yield FormLine("now", id="when")
        yield OneLine("note", id="note")

    def on_line_submitted(self) -> None:
        self.heard.append("submitted")

    def on_line_cleared(self) -> None:
        self.heard.append("cleared")

    def on_line_downward(self) -> None:
        self.heard.append("downward")

    def on_writing_refused(self, event: Writing.Refused) -> None:
        self.heard.append(f"refused {event.size}")


async def test_enter_on_the_line_saves_and_a_paste_of_several_lines_is_kept_whole_or_refused_aloud() -> None:
    app = FieldHost()
    async with app.run_test(size=(40, 12)) as pilot:
        line = app.query_one(Line)
        line.focus()
        await pilot.press("h", "i", "enter")
        await until(pilot, lambda: app.heard == ["submitted"])
        assert line.text == "hi"

        line.put("")
        app.post_message(events.Paste("first\nsecond\nthird"))
        await until(pilot, lambda: line.text == "first\nsecond\nthird")
        assert app.heard == ["submitted"]

        line.put("kept")  # beyond what a moment holds nothing is taken
        app.post_message(events.Paste("x" * (MOST_TEXT + 1)))
        await until(pilot, lambda: app.heard == ["submitted", f"refused {MOST_TEXT + 1}"])
        assert line.text == "kept"

        note = app.query_one("#note", OneLine)
        note.focus()  # a field of one line keeps them all on it
        await pilot.pause()
        app.post_message(events.Paste("first\nsecond\r\nthird"))
        await until(pilot, lambda: note.value == "first second third")


async def test_down_on_an_empty_line_leads_beside_it_and_on_a_written_one_to_the_next_field() -> None:
    app = FieldHost()
    async with app.run_test(size=(40, 12)) as pilot:
        line = app.query_one(Line)
        line.focus()
        await pilot.press("down")
        await until(pilot, lambda: app.heard == ["downward"])
        line.put("words")
        await pilot.press("down")
        await until(pilot, lambda: app.focused is app.query_one("#said"))
        for key, field in (("down", "#when"), ("down", "#note"), ("shift+tab", "#when"), ("up", "#said")):
            await pilot.press(key)
            await until(pilot, lambda field=field: app.focused is app.query_one(field))
        await pilot.press("up")
        await until(pilot, lambda: app.focused is line)


async def test_hostile_text_is_shown_and_stays_as_it_was_typed() -> None:
    app = FieldHost()
    async with app.run_test(size=(60, 12)) as pilot:
        for text in HOSTILE:
            for field in app.query(Writing):
                field.put(text)
            await pilot.pause()
            assert all(field.text == text for field in app.query(Writing))


async def test_words_stay_whole_when_the_field_gets_narrower() -> None:
    app = FieldHost()
    async with app.run_test(size=(60, 12)) as pilot:
        app.query_one("#said", Writing).put("You wanted it to last longer. It's so hard to stop, and we have to go.")
        await pilot.resize_terminal(44, 12)
        await until_shown(pilot, "have to go.")
