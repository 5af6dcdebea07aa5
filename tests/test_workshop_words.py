"""The sessions that are shipped fit a wall and a room, and the guide to writing one shows a sound one."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from attune.domain.handout import handout_of
from attune.domain.library import Library
from attune.domain.reveals import reveals_of
from attune.domain.session import session_of
from attune.domain.workshop import StepKind
from attune.storage.packcheck import check_pack
from attune.storage.packs import in_order
from tests.shipped import core

GUIDE = (Path(__file__).parents[1] / "docs" / "workshops.md").read_text("utf-8")
MOST_WORDS = 14
"""On the wall at once, so that they fit in large letters."""


def too_much(library: Library) -> Iterator[str]:
    for workshop in library.workshops:
        if not 20 <= workshop.minutes <= 45:
            yield f"{workshop.id}: {workshop.minutes} minutes"
        for reveal in reveals_of(workshop, library):
            step = workshop.steps[reveal.step]
            if not reveal.words:
                yield f"{workshop.id}: nothing to see in “{step.title}”"
            if step.kind is not StepKind.SCRIPT and len(reveal.words.split()) > MOST_WORDS:
                yield f"{workshop.id}: {reveal.words}"


def test_the_shipped_sessions_are_short_and_carry_notes_at_every_step() -> None:
    library = core().library
    assert library.workshops
    assert list(too_much(library)) == []
    unspoken = [(each.id, step.title) for each in library.workshops for step in each.steps if not step.notes]
    assert unspoken == []


def test_who_relies_on_a_helper_is_told_to_bring_one_and_where_danger_is_spoken_of_paper_names_help() -> None:
    library = core().library
    for workshop in library.workshops:
        notes = " ".join(note for step in workshop.steps for note in step.notes)
        assert ("helper" in notes) <= any("helper" in thing for thing in workshop.bring), workshop.id
    [mending] = [each for each in library.workshops if each.id == "after-it-went-wrong"]
    shown = session_of(mending, library)
    for number, step in enumerate(mending.steps):
        at = shown.at_step(number, datetime(2026, 11, 22, tzinfo=UTC))
        handout = handout_of(at, library, date(2026, 11, 22), with_notes=False)
        if step.title in ("Arriving", "Help before words"):
            assert handout.names_help, step.title


def test_the_session_of_the_guide_is_sound_and_has_a_step_of_each_kind(tmp_path: Path) -> None:
    (tmp_path / "workshops").mkdir()
    (tmp_path / "pack.toml").write_text(
        'id = "our-words"\ntitle = "Ours"\nversion = "1"\nauthor = "Sam"\nlanguage = "en"\n', "utf-8"
    )
    blocks = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    (tmp_path / "workshops" / "shoes.toml").write_text("\n".join(blocks), "utf-8")
    assert check_pack(tmp_path, core()) == ()
    *_, added = in_order(core(), [tmp_path])
    (shoes,) = [each for each in added.library.workshops if each.pack == "our-words"]
    assert {step.kind for step in shoes.steps} == set(StepKind)
