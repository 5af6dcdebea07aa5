"""A row of figures in little room: its count is the last thing to give."""

from attune.domain.moment import Moment
from attune.domain.patternwords import Figure
from attune.ui.widgets.figure_list import FigureList, FigureRow
from tests.ui.helpers import Host, until, until_shown
from tests.ui.screens.conftest import Clock

NOW = Clock()()
MOMENT = Moment(id="m", at=NOW, logged_at=NOW, changed_at=NOW)


async def test_where_there_is_too_little_room_the_words_give_and_the_count_stays() -> None:
    class App(Host):
        def compose(self):  # type: ignore[no-untyped-def]
            yield FigureList(id="figures")

    app = App()
    async with app.run_test(size=(61, 6)) as pilot:
        rows = app.query_one(FigureList)
        rows.show((FigureRow("Whining at home", "to be seen and understood 42 of 64", (MOMENT,)),))
        for width, shown in (
            (61, "to be seen and understood 42 of 64"),
            (45, "to be seen a… 42 of 64"),
            (31, " 42 of 64"),
        ):
            await pilot.resize_terminal(width, 6)
            await until(pilot, lambda width=width: app.screen.size.width == width)
            await until_shown(pilot, shown)
        assert rows.told == "Whining at home: 1 moment"
        rows.show((FigureRow("Whining", "x 1 of 2", (MOMENT,), (Figure("rest", (MOMENT,)),)),))
        rows.action_figure(1)
        assert rows.told == "Whining: rest, 1 moment"
