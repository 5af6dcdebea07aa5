"""A screen that asks a few things, one field after the other; Enter goes on, and none of them is needed."""

from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from attune.domain.child import BAND_LABELS, BANDS
from attune.ui.widgets.picker import Picker

T = TypeVar("T")
_LONGEST_NAME = 40
_NO_AGE = "Choose by what fits; a birthday is not needed."


class FieldByField(Screen[T]):
    """Each of `FIELDS` is a widget of that id, with its question in a label called `ask-` and the id."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", "Back", show=False),
        Binding("down", "app.focus_next", "On", show=False),
    ]
    FIELDS: ClassVar[tuple[str, ...]] = ()
    DEFAULT_CSS = """
    FieldByField {
        background: $background;
        align: center middle;
        #asked { width: 100%; max-width: 78; height: auto; padding: 0 2; }
        #asked > Static { height: auto; }
        #about { color: $ink-soft; margin-bottom: 1; }
        .ask { color: $ink-soft; margin-top: 1; text-style: bold; }
        .ask.-now { color: $primary; }
        Input, Input:focus { border: none; height: 1; padding: 0 1; background: $field; color: $said; }
        Input > .input--cursor { background: $accent; color: $background; }
        Input > .input--placeholder { color: $ink-faint; }
        #hint { color: $ink-faint; }
        #how { color: $ink-faint; margin-top: 1; }
    }
    """

    def child_fields(self, placeholder: str = "a nickname or an initial, or nothing") -> ComposeResult:
        """Lay out what is asked about a child."""
        yield Static("What do you call your child?", classes="ask", id="ask-name")
        yield Input(placeholder=placeholder, max_length=_LONGEST_NAME, id="name")
        yield Static("How old?", classes="ask", id="ask-band")
        yield Picker(BANDS, id="band")
        yield Static(_NO_AGE, id="hint")

    @property
    def band(self) -> str | None:
        """The age band that was chosen."""
        chosen = self.query_one("#band", Picker).chosen
        return None if chosen is None else BANDS[chosen]

    def on_mount(self) -> None:
        """Start with the first field."""
        self.query_one(f"#{self.FIELDS[0]}").focus()

    def on_descendant_focus(self) -> None:
        """Mark the question that is being asked."""
        for field in self.FIELDS:
            self.query_one(f"#ask-{field}").set_class(self.query_one(f"#{field}").has_focus, "-now")

    @on(Picker.Changed)
    def say_age(self) -> None:
        """Say what the chosen age means."""
        self.query_one("#hint", Static).update(Content(self.age_words()))

    def age_words(self) -> str:
        """Return what the age comes to as it is chosen."""
        return BAND_LABELS[self.band] if self.band else _NO_AGE

    @on(Input.Submitted)
    def action_on(self) -> None:
        """Go on to the next field; from the last, take what was said."""
        if self.focused is self.query_one(f"#{self.FIELDS[-1]}"):  # `has_focus` comes later than a quick hand
            self.action_take()
        else:
            self.focus_next()

    def action_take(self) -> None:
        """Dismiss what was said."""
        raise NotImplementedError
