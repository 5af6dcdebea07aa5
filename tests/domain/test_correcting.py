"""A moment in the making: what the line says, changed by hand, is what is saved."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attune.domain.correcting import Choice, Form, corrected, entry_of, form_of, merged, still_saying
from attune.domain.moment import Entry, Landed, Moment
from attune.domain.reading import Reading, Weighed

NOW = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)
SLUGS = st.lists(st.sampled_from("abcdef"), unique=True).map(tuple)


@given(SLUGS, SLUGS)
def test_the_choice_between_two_lists_turns_the_one_into_the_other(
    understood: tuple[str, ...], wanted: tuple[str, ...]
) -> None:
    assert set(Choice.between(understood, wanted).over(understood)) == set(wanted)


@given(SLUGS, st.lists(st.sampled_from("abcdef")))
def test_switching_a_chip_twice_leaves_what_was_there(understood: tuple[str, ...], switched: list[str]) -> None:
    choice = Choice()
    for slug in switched:
        before = set(choice.over(understood))
        choice = choice.toggled(slug, understood)
        assert set(choice.over(understood)) == before ^ {slug}


def test_what_was_taken_away_stays_away_while_the_line_goes_on() -> None:
    choice = Choice().toggled("crying", ("crying",))
    assert choice.over(("crying", "screaming")) == ("screaming",)


def test_what_was_chosen_by_hand_comes_first() -> None:
    assert Choice().toggled("tired", ("sad",)).over(("sad",)) == ("tired", "sad")


def test_a_situation_taken_away_weighs_nothing() -> None:
    reading = Reading(
        situations=("bedtime", "tantrum"), weights=(Weighed("bedtime", 2.0, ()), Weighed("tantrum", 1.0, ()))
    )
    meant = corrected(reading, Form(situations=Choice(removed=("bedtime",))))
    assert meant.situations == ("tantrum",)
    assert [each.slug for each in meant.weights] == ["tantrum"]


def test_a_crisis_is_never_kept_with_a_moment() -> None:
    reading = Reading(situations=("crisis", "crying-baby"), feelings=("want",), needs=("grieve",), notices=("crisis",))
    entry = entry_of(Form(text="x"), reading, at=None, children=())
    assert (entry.situations, entry.feelings, entry.guess) == (("crying-baby",), (), ())


def test_words_typed_as_said_win_over_words_quoted_in_the_line() -> None:
    reading = Reading(said="from the line")
    assert entry_of(Form(said="by hand"), reading, at=None, children=()).said == "by hand"
    assert entry_of(Form(), reading, at=None, children=()).said == "from the line"


def test_the_line_is_saved_as_it_was_typed() -> None:
    assert entry_of(Form(text="  two\nlines "), Reading(), at=None, children=()).text == "  two\nlines "
    assert entry_of(Form(text="  \n "), Reading(), at=None, children=()).is_empty


def test_a_saved_moment_opened_and_saved_unchanged_is_the_same() -> None:
    reading = Reading(cues=("crying",), situations=("bedtime",), needs=("rest",))
    moment = Moment(
        id="m1", at=NOW, logged_at=NOW, changed_at=NOW, text="crying at bedtime", cues=("screaming",),
        situations=("bedtime",), feelings=("sad",), guess=(), turned_out=("rest",), said="I hear you.", note="long day",
        landed=Landed.EASED, by="grandad", practice="watching", tags=("car",), children=("c1",),
    )  # fmt: skip
    saved = entry_of(form_of(moment, reading), reading, at=moment.at, children=("other",))
    assert saved == replace(moment.entry, at=NOW)


@pytest.mark.parametrize(
    ("line_says_now", "form", "saved"),
    [
        ((), Form(), ("screaming", "crying")),
        (("rubbing-eyes",), Form(), ("screaming", "crying", "rubbing-eyes")),
        (("crying",), Form(cues=Choice(added=("screaming",), removed=("crying",))), ("screaming",)),
    ],
)
def test_mending_a_saved_line_adds_and_takes_nothing_off_but_by_hand(
    line_says_now: tuple[str, ...], form: Form, saved: tuple[str, ...]
) -> None:
    before = Reading(cues=("crying",), tags=("car",))
    moment = Moment(id="m1", at=NOW, logged_at=NOW, changed_at=NOW, cues=("screaming", "crying"), tags=("car",))
    form = form if form.cues != Choice() else form_of(moment, before)
    entry = entry_of(form, still_saying(before, Reading(cues=line_says_now)), at=None, children=())
    assert (entry.cues, entry.tags) == (saved, ("car",))


def test_what_came_in_while_a_moment_was_open_stays_beside_what_was_changed_in_it() -> None:
    opened = Entry(text="cried", note="")
    current = Entry(text="cried", note="", landed=Landed.EASED)
    assert merged(opened, Entry(text="cried, then slept"), current) == Entry(
        text="cried, then slept", landed=Landed.EASED
    )


def test_a_child_or_a_time_alone_is_nothing_to_save() -> None:
    assert Entry(children=("c1",), at=NOW, by="me").is_empty
    assert not Entry(landed=Landed.MISSED).is_empty
