"""The field of the Check screen: marks stay with their words, and one that is read about stands out."""

from textual.app import ComposeResult

from attune.ui.widgets.check_text import CheckText
from tests.ui.helpers import HOSTILE, Host, screen_text, until

TEXT = "Stop crying.\nIt is late\nnow. Hurry up."


class TextHost(Host):
    def compose(self) -> ComposeResult:
        yield CheckText("words", id="text")


def underlined(app: Host) -> list[str]:
    """Return the words on the screen that are underlined, row by row."""
    strips = app.screen._compositor.render_strips()
    rows = ("".join(part.text for part in strip if part.style and part.style.underline) for strip in strips)
    return [row for row in rows if row]


async def test_marks_stay_with_their_words_while_the_text_around_them_changes() -> None:
    app = TextHost()
    async with app.run_test(size=(40, 12)) as pilot:
        field = app.query_one(CheckText)
        field.put(TEXT)
        field.mark(TEXT, ((0, 11), (19, 27), (29, 37)))
        await until(pilot, lambda: underlined(app) == ["Stop crying", "late", "nowHurry up"])
        field.choose((29, 37))
        field.go_to(29)
        assert field.cursor_location == (2, 5)
        assert field.place == 29
        field.insert("\nNew. ", (0, 12))
        await until(pilot, lambda: "New." in screen_text(app))
        assert underlined(app) == ["Stop crying", "late", "nowHurry up"]
        field.go_to(0)
        assert field.cursor_location != (0, 0)  # the text is another by now
        field.insert("Do. ", (0, 0))
        await until(pilot, lambda: underlined(app) == ["late", "nowHurry up"])


async def test_a_long_line_and_hostile_text_are_marked_too() -> None:
    app = TextHost()
    async with app.run_test(size=(40, 6)) as pilot:
        field = app.query_one(CheckText)
        long = "word " * 1_000 + "Hurry up."
        field.put(long)
        field.mark(long, ((0, 4), (5_000, 5_008)))
        await until(pilot, lambda: underlined(app) == ["Hurry up"])
        for text in HOSTILE:
            field.put(text)
            field.mark(field.words, ((0, len(field.words)),))
            field.choose((0, len(field.words)))
            await pilot.pause()
            assert field.text == text
