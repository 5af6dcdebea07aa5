"""Rhythms: when moments were, by weekday and hour and week by week; all of them, or those with one cue or feeling."""

from collections import Counter
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from attune.domain.moment import Moment
from attune.domain.patternwords import counted, rhythm_told, weeks_told
from attune.domain.rhythms import Span, gaps, grid, weeks, within
from attune.text import one_line
from attune.ui.charts import Ramp, legend
from attune.ui.desk import Desk
from attune.ui.screens.asking import PickScreen
from attune.ui.screens.looking import LookingScreen
from attune.ui.setting import Setting
from attune.ui.widgets.chart_views import ChartView, HoursView, WeeksView
from attune.ui.widgets.found_list import FoundList
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.pane_bar import PaneBar
from attune.ui.widgets.picks import Pick

_ALL = "all moments"
_GAP = "nothing was logged that week"


class RhythmsScreen(LookingScreen):
    """Two charts, each with a sentence above it."""

    BINDING_GROUP_TITLE = "In rhythms"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "cue", "Cue or feeling", id="rhythms.cue", tooltip="Show one cue or feeling, or all moments."),
        Binding("p", "span", "How far back", id="rhythms.span", tooltip="Four weeks, three months or a year."),
    ]
    DEFAULT_CSS = """
    RhythmsScreen {
        #charts { height: 1fr; layout: vertical; overflow-y: auto; }
        .chart { border: round $line; padding: 0 1; background: $surface; border-title-color: $ink-soft; }
        .chart { border-subtitle-color: $ink-faint; }
        .chart:focus-within { border: round $line-focus; border-title-color: $primary; border-title-style: bold; }
        .chart > Static { height: auto; color: $ink-soft; }
        #of-hours { height: auto; }
        #of-weeks { height: 1fr; min-height: 9; }
        &.-vtall .chart { padding: 1 2; }
        &.-tall .told, &.-vtall .told { margin-bottom: 1; }
        &.-vtall #legend { margin-top: 1; }
        &.-wide #charts { layout: horizontal; }
        &.-wide #of-hours, &.-wide #of-weeks { width: 1fr; height: 1fr; }
        &.-wide #of-weeks { margin-left: 1; }
        #of-found { display: none; height: 1fr; min-height: 6; }
        &.-wide #of-found { width: 1fr; }
        &.-wide.-of-hours #of-found { margin-left: 1; }
        &.-of-hours #of-found, &.-of-weeks #of-found { display: block; }
        &.-of-hours #of-weeks, &.-of-weeks #of-hours { display: none; }
    }
    """

    span: var[Span] = var(Span.QUARTER, init=False)
    wanted: var[str | None] = var(None, init=False)
    """Slug of the cue or feeling; None for all moments."""

    def __init__(self, setting: Setting, desk: Desk) -> None:
        super().__init__(setting, desk)
        self._listed: ChartView | None = None
        """The chart of which a cell is listed, in place of the other chart."""

    def compose(self) -> ComposeResult:
        """Lay out the bar, and each chart under its sentence."""
        yield PaneBar("rhythms")
        with Container(id="charts"):
            with Vertical(id="of-hours", classes="chart"):
                yield Static(id="hours-told", classes="told")
                yield HoursView(id="hours")
                yield Static(id="legend")
            with Vertical(id="of-found", classes="chart"):
                yield FoundList(self.needs_told, self.setting.clock, id="found")
            with Vertical(id="of-weeks", classes="chart"):
                yield Static(id="weeks-told", classes="told")
                yield WeeksView(id="weeks")
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the first chart the focus."""
        self.query_one("#of-hours").border_subtitle = "c another cue or feeling · p another time"
        self.query_one("#of-found").border_subtitle = "enter: in the timeline · e changes it · esc: the chart"
        self.query_one(HoursView).focus()
        self.app.theme_changed_signal.subscribe(self, lambda _: self.show_patterns())
        super().on_mount()

    def watch_span(self) -> None:
        """Count anew."""
        self.show_patterns()

    def watch_wanted(self) -> None:
        """Count anew."""
        self.show_patterns()

    def show_patterns(self) -> None:
        """Count anew, and show it."""
        now, theirs = self.setting.clock(), self.theirs
        shown = within(theirs, self.span, now)
        drawn = grid(moment for moment in shown if self._is_wanted(moment))
        series = weeks(theirs, self.wanted, self.span, now)
        about = self.label(self.wanted) if self.wanted else ""
        view = self.query_one(WeeksView)
        self.query_one(HoursView).grid, view.series = drawn, series
        named = f"{about or _ALL} · {self.span.words}"
        child = "" if self.family.is_all else one_line(self.family.named)
        title = f"{child} · {named}" if child else named[:1].upper() + named[1:]
        self.query_one("#of-hours").border_title = Content(title)
        self.query_one("#of-weeks").border_title = "Week by week"
        gap = f"   · {_GAP}" if gaps(series) else ""
        self.query_one("#of-weeks").border_subtitle = Content(self.left_out)
        self.query_one("#hours-told", Static).update(Content(rhythm_told(drawn)))
        told = Content.assemble(weeks_told(series, about), (gap, "$ink-faint"))
        self.query_one("#weeks-told", Static).update(told)
        self.query_one("#legend", Static).update(legend(Ramp.of(self.app.theme_variables), "none logged"))
        self._list_found()

    def _is_wanted(self, moment: Moment) -> bool:
        return self.wanted is None or self.wanted in moment.cues or self.wanted in moment.feelings

    def action_span(self) -> None:
        """Look further back, or begin again with the nearest."""
        spans = tuple(Span)
        self.span = spans[(spans.index(self.span) + 1) % len(spans)]

    @work(group="asking")
    async def action_cue(self) -> None:
        """Ask for a cue or feeling, those seen most often first."""
        shown = within(self.theirs, self.span, self.setting.clock())
        seen = Counter(slug for moment in shown for slug in (*moment.cues, *moment.feelings))
        picks = (Pick("", _ALL), *(Pick(slug, f"{self.label(slug)}  {many}") for slug, many in seen.most_common()))
        picked = await self.app.push_screen_wait(PickScreen("Show which cue or feeling?", picks))
        if picked is not None:
            self.wanted = picked or None

    # -- the moments of a cell ------------------------------------------------------------------

    @on(ChartView.Chosen)
    def show_found(self, event: ChartView.Chosen) -> None:
        """List the moments of a cell beside its chart, in place of the other one."""
        if not event.view.found[1]:
            self.say("Nothing was logged there.")
            return
        self._listed, event.view.is_held = event.view, True
        self.add_class("-of-hours" if isinstance(event.view, HoursView) else "-of-weeks")
        self._list_found()
        self.set_focus(self.query_one(FoundList))

    def _list_found(self) -> None:
        """List the cell as it is now; a cell that is empty by now is left."""
        if self._listed is None:
            return
        title, moments = self._listed.found
        if not moments:
            self._leave_found()
            return
        about = f"{self.label(self.wanted)}, " if self.wanted else ""
        told = f"{about}{title}: {counted(len(moments))}"
        self.query_one("#of-found").border_title = Content(told[:1].upper() + told[1:])
        self.query_one(FoundList).show(moments, self.names_shown)

    def _leave_found(self) -> None:
        if (chart := self._listed) is not None:
            self._listed, chart.is_held = None, False
            self.remove_class("-of-hours", "-of-weeks")
            self.set_focus(chart)

    def on_descendant_focus(self) -> None:
        """Show both charts again where one of them is gone back to."""
        if isinstance(self.focused, ChartView):
            self._leave_found()

    def action_back(self) -> None:
        """From the moments to their chart; from there to Now."""
        if self._listed is not None:
            self._leave_found()
        else:
            super().action_back()
