"""The line below what was said: one thing to tell, in the rows it has, whatever the words are."""

from textual.app import ComposeResult

from attune.ui.widgets.finding_line import NOTHING, FindingLine, Told
from tests.ui.helpers import HOSTILE, Host, rows, screen_text

HEARD = Told("names the wish", "My crying is too much.", "You’re crying. I’m here.", "hush", "0f")


class LineHost(Host):
    def compose(self) -> ComposeResult:
        yield FindingLine(id="heard")


async def test_it_tells_praise_first_then_what_may_be_heard_and_never_takes_more_rows() -> None:
    app = LineHost()
    async with app.run_test(size=(70, 6)) as pilot:
        line = app.query_one(FindingLine)
        await pilot.pause()
        assert screen_text(app).strip() == ""
        for told, shown in (
            (Told("names the wish"), "✓ names the wish"),
            (Told("", "Hush.", "I’m here."), "≈ a child may hear: “Hush.” · try: “I’m here.”"),
            (
                Told("names the wish", "Hush.", "I’m here."),
                "✓ names the wish · ≈ a child may hear: “Hush.” · try: “I’m here.”",
            ),
            (Told(key="0f", is_quiet=True), "quiet here · ^j to hear it again"),
            (NOTHING, ""),
        ):
            line.key, line.told = "^j", told
            await pilot.pause()
            assert " ".join(screen_text(app).split()) == shown
            assert line.size.height == 2
        line.told = HEARD
        await pilot.resize_terminal(24, 6)
        await pilot.pause()
        assert rows(app)[1].endswith("…")
        assert not any(rows(app)[2:])
        for text in HOSTILE:
            line.told = Told(text, text, text, text, "0f")
            await pilot.pause()
            assert "\x1b" not in screen_text(app)
            assert not any(rows(app)[2:])
