"""The handout: what was shown and nothing else, whatever the words are made of."""

import dataclasses
import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest

from attune.domain.about import WHAT_IT_IS_NOT
from attune.domain.handout import Handout, as_markdown_text, as_page, handout_of
from attune.domain.session import Session, session_of
from tests.presented import LIBRARY, WORKSHOP, hostile
from tests.ui.helpers import HOSTILE

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
DAY = date(2026, 11, 22)


def shown(*steps: int, workshop: object = WORKSHOP) -> Session:
    """A session in which all of these steps were on the wall."""
    session = session_of(WORKSHOP if workshop is WORKSHOP else workshop, LIBRARY)  # type: ignore[arg-type]
    for number in steps:
        session = session.at_step(number, NOW)
        while session.slides[session.at + 1].step == number:
            session = session.turned(1, 1, NOW)
    return session


def handout(*steps: int, with_notes: bool = False) -> Handout:
    return handout_of(shown(*steps), LIBRARY, DAY, with_notes=with_notes)


def both(given: Handout) -> tuple[str, str]:
    return as_markdown_text(given), as_page(given)


def test_it_holds_what_was_shown_in_the_order_of_the_session_and_nothing_else() -> None:
    for text in both(handout(3, 0)):
        assert text.index("A goodbye can be trusted.") < text.index("So can a hello.") < text.index("I’m going now.")
        for absent in ("She turns her back.", "Said slowly", "One look first."):
            assert absent not in text


def test_of_a_step_that_was_left_early_only_the_reveals_that_were_reached() -> None:
    session = session_of(WORKSHOP, LIBRARY).turned(1, 1, NOW)
    for text in both(handout_of(session, LIBRARY, DAY, with_notes=False)):
        assert "A goodbye can be trusted." in text
        assert "So can a hello." not in text


def test_as_markdown_it_reads_so() -> None:
    assert as_markdown_text(handout(0, 3, with_notes=True)) == (
        "# Leaving and coming back\n\nEveryone leaves with one true thing to say.\n\n22 November 2026\n\n"
        "## A message\n\n- A goodbye can be trusted.\n- So can a hello.\n\n*Notes*\n\n"
        "> Wait at the door.  \n> Smile.  \n\n"
        "## At the coat\n\n*Instead of*\n\n- Don’t cry.\n\n*Try*\n\n- I’m going now.\n\n"
        "## Where the ideas come from\n\n- On doors · A. Writer · 1999 · https://example.org/doors\n"
        "  - a goodbye is a message\n\n"
        f"{WHAT_IT_IS_NOT}\n"
    )


@pytest.mark.parametrize("with_notes", [True, False])
def test_notes_are_there_only_when_wanted(with_notes: bool) -> None:
    assert all(("Wait at the door." in text) is with_notes for text in both(handout(0, with_notes=with_notes)))


def test_pauses_stand_with_the_words_and_sources_of_a_script_are_listed() -> None:
    for text in both(handout(2)):
        assert "one slow breath" in text
        assert "(name) can say no." in text
        assert "On doors" in text
        assert "an end needs time" in text


def test_before_anything_was_shown_it_says_so() -> None:
    for text in both(handout()):
        assert "Nothing was shown." in text
        assert "On doors" not in text


def test_sources_of_the_whole_session_are_listed_only_when_all_of_it_was_shown() -> None:
    whole = dataclasses.replace(WORKSHOP, sources=("S9-1", "S9-2"), steps=WORKSHOP.steps[:2])
    for steps, is_listed in (((0,), False), ((1,), False), ((0, 1), True)):
        for text in both(handout_of(shown(*steps, workshop=whole), LIBRARY, DAY, with_notes=False)):
            assert ("an end needs time" in text) is is_listed
            assert WHAT_IT_IS_NOT in text


@pytest.mark.parametrize(
    ("words", "notes", "is_named"),
    [
        ("Afraid of someone at home? There’s help.", (), True),
        ("Help first.", ("“Afraid of someone at home? Then mending it isn't your job.”",), True),
        ("A child is hurt? Help first.", ("You hear of a child in danger: thank them.",), True),
        ("A goodbye can be trusted.", ("She is afraid of the dark.",), False),
    ],
)
def test_where_a_step_speaks_of_danger_it_is_said_where_help_is_listed(
    words: str, notes: tuple[str, ...], is_named: bool
) -> None:
    step = dataclasses.replace(WORKSHOP.steps[0], says=(words,), notes=notes)
    session = shown(0, workshop=dataclasses.replace(WORKSHOP, steps=(step, *WORKSHOP.steps[1:])))
    for text in both(handout_of(session, LIBRARY, DAY, with_notes=False)):
        assert ("attune support" in text) is is_named
    assert "attune support" not in as_page(handout_of(shown(1), LIBRARY, DAY, with_notes=False))


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_and_takes_nothing_from_elsewhere() -> None:
    text = as_page(handout(0, 1, 2, 3, 4, 5, 6, with_notes=True))
    page = Page(text)
    assert page.open == []
    assert not {"script", "link", "img", "iframe", "a"} & set(page.tags)
    assert not {"src", "href", "onload"} & page.attributes
    assert "url(" not in text
    assert "@import" not in text


def test_it_prints_on_a4_and_letter() -> None:
    style = re.sub(r"\s+", " ", as_page(handout(0)))
    assert re.search(r"@page \{ margin: [^}]*mm", style)
    assert "size:" not in re.search(r"@page \{[^}]*\}", style)[0]  # type: ignore[index]
    assert "@media print" in style


@pytest.mark.parametrize("words", [*HOSTILE, "<script>alert(1)</script>", "# not a heading", "x" * 2000, "a\n## b"])
def test_hostile_words_are_only_words(words: str) -> None:
    session = shown(*range(7), workshop=hostile(words))
    markdown, page = both(handout_of(session, LIBRARY, DAY, with_notes=True))
    for text in (markdown, page):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text)
    assert Page(page).open == []
    assert "script" not in Page(page).tags
    headings = [line for line in markdown.splitlines() if line.startswith("#")]
    assert len(headings) == 1 + 7 + 1
