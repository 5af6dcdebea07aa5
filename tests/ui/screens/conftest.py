"""A small family and a small library for the screens, over a real journal in a folder of its own."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from attune.domain.library import Library
from attune.domain.prompting import Prompter
from attune.domain.reading import Reader
from attune.domain.script import Beat, Kind, Notice, Practice, Script, Service, Source, Then
from attune.domain.vocabulary import Cue, Feeling, Need, Situation, Vocabulary
from attune.storage.config import Config
from attune.storage.drafts import Drafts
from attune.storage.journal import Journal
from attune.ui.app import AttuneApp
from attune.ui.setting import Setting

BEDTIME_WORDS = ("You’ve got my sleeve.", "I’ll check after two songs.")


class Clock:
    """The only stand-in: a clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


def a_script(script_id: str, title: str, situation: str, *lines: str, cues: tuple[str, ...] = ()) -> Script:
    beats = tuple(Beat(line, Then.PAUSE, "let them look away") for line in lines)
    return Script(
        id=script_id, title=title, situations=(situation,), ages=("any",), kind=Kind.ACKNOWLEDGE, beats=beats,
        if_not="Say nothing more.", instead_of="You’re fine.", why="The wish is heard first. Then the plan.",
        sources=("S0-42",), words=(), cues=cues,
    )  # fmt: skip


@pytest.fixture(scope="session")
def library() -> Library:
    def situation(slug: str, *words: str) -> Situation:
        return Situation(slug=slug, label=slug.replace("-", " "), number="1", ages=("any",), words=words)

    vocabulary = Vocabulary(
        situations=(
            situation("bedtime", "bedtime"),
            situation("tantrum", "tantrum"),
            situation("repair", "i shouted"),
            situation("crisis"),
            situation("medical"),
        ),
        cues=(
            Cue(slug="screaming", label="screaming", group="crying", words=("screaming",), suggests=("closeness",)),
            Cue(slug="rubbing-eyes", label="rubbing eyes", group="tired", words=("rubbing eyes",), suggests=("rest",)),
        ),
        feelings=(Feeling(slug="sad", label="sad", words=("sad",)), Feeling(slug="scared", label="scared")),
        needs=(Need(slug="closeness", label="closeness"), Need(slug="rest", label="rest")),
    )
    return Library(
        vocabulary=vocabulary,
        scripts=(
            a_script("sleeve", "Doesn’t want you to leave", "bedtime", *BEDTIME_WORDS, cues=("screaming",)),
            a_script("one-more", "One more story", "bedtime", "You’re holding out another book.", "One page more."),
            a_script("floor", "On the floor", "tantrum", "Your fists are tight.", "I’m staying near."),
            a_script("sorry", "After a shout", "repair", "I shouted. That was loud.", "It wasn’t your fault."),
        ),
        practices=(
            Practice(
                id="lie-beside", title="Lie down beside them", situations=("tantrum",), ages=("any",), minutes=5,
                steps=("Lie down where they can see you.", "Breathe out slowly."), stop="they get up",
                why="A low body is a calm one.", sources=("S0-42",),
            ),
        ),
        notices=(
            Notice(
                id="crisis", title="Someone may be in danger", lines=("Ask for help now.",), stands_alone=True,
                support=True, triggers=("kill myself",),
            ),
            Notice(
                id="medical", title="This needs a doctor", lines=("Call a doctor first.",), stands_alone=True,
                support=True, triggers=("floppy",),
            ),
            Notice(id="safe-sleep", title="For every sleep", lines=("On the back.",), triggers=("my bed",)),
            Notice(id="step-away", title="It is all right to step away", lines=("Put your baby down.",)),
        ),
        sources=(Source(code="S0", title="A talk", author="Somebody", ideas={"S0-42": "guess, then wait"}),),
        services=(
            Service(
                country="NZ", name="Need to talk?", serves="anyone", channel="call or text", contact="1737",
                owner_url="https://1737.org.nz", review_after=datetime(2027, 1, 1, tzinfo=UTC).date(),
            ),
        ),
    )  # fmt: skip


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal_path(tmp_path: Path) -> Path:
    return tmp_path / "family" / "attune.json"


@pytest.fixture
def make_app(library: Library, clock: Clock, journal_path: Path) -> Callable[..., AttuneApp]:
    """Returns a function that builds an app over the journal; each call is one start of attune."""

    def make(**config: object) -> AttuneApp:
        preferences = Config(**{"welcomed": True, "motion": False, **config})  # type: ignore[arg-type]
        return AttuneApp(
            Setting(
                library=library,
                reader=Reader.of(library),
                prompter=Prompter(library),
                clock=clock,
                open_journal=lambda read_only: Journal(journal_path, clock, read_only=read_only),
                drafts=Drafts(journal_path.with_name("attune.json.drafts"), clock),
                config=preferences,
                change_config=lambda changes: None,
            )
        )

    return make
