"""Small questions beside an empty line: how a moment landed, a draft, a copy that was left. Each can be passed by."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from attune.domain.moment import Landed, Moment
from attune.ui.times import spoken_time
from attune.ui.widgets.moment_list import quoted


def _packed(answers: list[Content], width: int) -> list[Content]:
    """Return the answers on as few lines as they fit, none of them broken."""
    lines = [answers[0]]
    for answer in answers[1:]:
        if lines[-1].cell_length + 2 + answer.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], "  ", answer)
        else:
            lines.append(answer)
    return lines


class LandingQuestion(Widget, can_focus=True):
    """Asks how one moment landed; one key answers, another passes."""

    BINDING_GROUP_TITLE = "When asked how it landed"

    DEFAULT_CSS = """
    LandingQuestion { height: auto; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"answer({n})", landed.label, show=False) for n, landed in enumerate(Landed, 1)),
        Binding("s,0,delete", "answer(0)", "Skip", id="landing.skip", tooltip="Leave open how it landed."),
        Binding("down", "app.focus_next", "On", show=False),
        Binding("up", "app.focus_previous", "Back", show=False),
    ]

    @dataclass
    class Answered(Message):
        """How it landed, None for passing."""

        moment: Moment
        landed: Landed | None

    moment: reactive[Moment | None] = reactive(None, layout=True)
    """The moment asked about; None hides the question."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.now: datetime | None = None

    def ask(self, moment: Moment | None, now: datetime) -> None:
        """Ask about `moment`, or about none."""
        self.now = now
        self.moment = moment
        self.display = moment is not None

    def render(self) -> Content:
        """Draw the question and its answers."""
        return self._drawn(self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows it takes at `width` cells, which may be others than it has now."""
        return self._drawn(width).get_height({}, width)

    def _drawn(self, width: int) -> Content:
        if self.moment is None or self.now is None:
            return Content()
        key = "bold $primary" if self.has_focus else "$ink-faint"
        answers = [Content.assemble((f"{n} ", key), landed.label) for n, landed in enumerate(Landed, 1)]
        answers.append(Content.assemble(("s ", key), "skip"))
        return Content("\n").join(
            [
                Content.assemble(
                    ("How did it land?", "bold $primary" if self.has_focus else "bold"),
                    ("" if self.has_focus else "   ↓, then", "$ink-faint"),
                ),
                Content.styled(f"{spoken_time(self.moment.at, self.now)} · {quoted(self.moment)}", "$ink-soft"),
                *_packed(answers, width),
            ]
        )

    def action_answer(self, number: int) -> None:
        """Give the answer with this number; 0 passes."""
        if self.moment is not None:
            self.post_message(self.Answered(self.moment, list(Landed)[number - 1] if number else None))


class Offer(Widget, can_focus=True):
    """Offers one thing in a sentence, with a verb for taking it and one for passing it by; who extends it says which.

    Each binds enter to `take` and delete to `pass_by`.
    """

    TAKES, PASSES = "", ""
    """What Enter does with it, and what x does."""
    DEFAULT_CSS = """
    Offer { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", "On", show=False),
        Binding("up", "app.focus_previous", "Back", show=False),
    ]

    @property
    def sentence(self) -> str:
        """What is offered."""
        raise NotImplementedError

    def render(self) -> Content:
        """Draw the offer."""
        key = "bold $primary" if self.has_focus else "$ink-faint"
        return Content.assemble(
            (f"{self.sentence}\n", "bold" if self.has_focus else "$foreground"),
            ("" if self.has_focus else "↓, then ", "$ink-faint"),
            ("Enter ", key), f"{self.TAKES}  ", ("x ", key), self.PASSES,
        )  # fmt: skip


class DraftOffer(Offer):
    """Offers what was half-written; shows nothing of it."""

    BINDING_GROUP_TITLE = "When a draft is offered"
    TAKES, PASSES = "brings it back", "lets it go"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Bring back", id="draft.bring", tooltip="Go on with what was half-written."),
        Binding("delete,x", "pass_by", "Let go", id="draft.let_go", tooltip="Forget what was half-written."),
    ]

    class BringBack(Message):
        """The draft is wanted."""

    class LetGo(Message):
        """The draft is not wanted."""

    since: reactive[str] = reactive("", layout=True)
    """When it was written, in words; empty hides the offer."""

    @property
    def sentence(self) -> str:
        """Since when it is kept."""
        return f"Something half-written from {self.since} is kept."

    def watch_since(self, since: str) -> None:
        """Show only where there is something to offer."""
        self.display = bool(since)

    def action_take(self) -> None:
        """Ask for the draft."""
        self.post_message(self.BringBack())

    def action_pass_by(self) -> None:
        """Ask to forget the draft."""
        self.post_message(self.LetGo())


class CopyOffer(Offer):
    """Offers to look at a copy of the journal that a sync program left; names nothing of it."""

    BINDING_GROUP_TITLE = "When a copy is offered"
    TAKES, PASSES = "looks at it", "later"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Look at it", id="copy.look", tooltip="See what is new in the copy, and fold it in."),
        Binding("delete,x", "pass_by", "Later", id="copy.later", tooltip="Be asked again at the next start."),
    ]

    class Look(Message):
        """The copy is to be shown."""

    class Later(Message):
        """Not now."""

    @property
    def sentence(self) -> str:
        """That there is one."""
        return "A sync program left a copy of the journal with news in it."

    def action_take(self) -> None:
        """Ask for the copy to be shown."""
        self.post_message(self.Look())

    def action_pass_by(self) -> None:
        """Say that it can wait."""
        self.post_message(self.Later())
