"""Any chip that is switched by hand changes its own field, and the same chip switched again changes it back."""

import pytest

from attune.domain.correcting import Choice, Form
from attune.domain.moment import Landed, UsedScript
from attune.domain.reading import Reading
from attune.domain.script import Beat, Kind, Script
from attune.domain.toggling import script_toggled, toggled

READING = Reading(cues=("screaming",), needs=("rest",))
SCRIPT = Script(
    id="sleeve", title="Holding on", situations=("bedtime",), ages=("any",), kind=Kind.ACKNOWLEDGE,
    beats=(Beat("I see you, {child}."), Beat("I’m near.")), if_not="", instead_of="", why="", sources=(), words=(),
)  # fmt: skip


@pytest.mark.parametrize(
    ("row", "slug", "field", "value"),
    [
        ("children", "mia", "children", Choice(added=("mia",))),
        ("cues", "screaming", "cues", Choice(removed=("screaming",))),
        ("situations", "bedtime", "situations", Choice(added=("bedtime",))),
        ("feelings", "sad", "feelings", Choice(added=("sad",))),
        ("guess", "rest", "guess", Choice(removed=("rest",))),
        ("turned-out", "play", "turned_out", ("play",)),
        ("practice", "rocking", "practice", "rocking"),
        ("landed", "eased", "landed", Landed.EASED),
    ],
)
def test_a_chip_changes_its_own_field_and_back(row: str, slug: str, field: str, value: object) -> None:
    once = toggled(Form(text="x"), READING, row, slug)
    assert getattr(once, field) == value
    assert toggled(once, READING, row, slug) == Form(text="x")


def test_the_words_that_were_used_are_told_by_their_script_and_leave_what_was_said_alone() -> None:
    form = script_toggled(Form(said="mine"), "sleeve", SCRIPT, "Mia")
    assert form == Form(said="mine", script=UsedScript("sleeve", "Holding on", "I see you, Mia.\nI’m near."))
    assert script_toggled(form, "sleeve", SCRIPT, "Mia") == Form(said="mine")


def test_words_of_a_pack_that_is_gone_can_be_taken_away() -> None:
    gone = Form(script=UsedScript("gone", "Gone", "Once."))
    assert script_toggled(gone, "gone", None, "") == Form()
