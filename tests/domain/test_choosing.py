"""A line that fits nothing says so, and offers situations to choose from."""

from datetime import UTC, datetime
from functools import cache

import pytest

from attune.domain.child import BANDS
from attune.domain.choosing import choices_for
from attune.domain.prompting import Prompter, Suggestion
from attune.domain.reading import Reader
from attune.domain.understood import Weighed
from tests.domain.content import shipped

NOW = datetime(2026, 5, 14, 20, 0, tzinfo=UTC)


@cache
def parts() -> tuple[Reader, Prompter]:
    return Reader.of(shipped()), Prompter(shipped())


def suggest(text: str, band: str | None = None) -> Suggestion:
    reader, prompter = parts()
    return prompter.suggest(reader.read(text, now=NOW), now=NOW, band=band)


@pytest.mark.parametrize("text", ["", "qwertz", "the", "went to the shops", "blue car", "we had tea at half past four"])
def test_a_line_that_fits_nothing_offers_situations_and_no_words(text: str) -> None:
    suggestion = suggest(text)
    assert suggestion.prompts == ()
    assert 5 <= len(suggestion.choices) <= 7


@pytest.mark.parametrize("band", BANDS)
def test_what_is_common_at_every_age_is_met_at_that_age(band: str) -> None:
    met = {one.slug for one in shipped().vocabulary.situations if {"any", band} & set(one.ages)}
    choices = suggest("qwertz", band).choices
    assert len(choices) == 7
    assert set(choices) <= met
    assert set(choices).isdisjoint(("crisis", "medical"))


def test_with_words_or_a_notice_that_stands_alone_there_is_nothing_to_choose() -> None:
    assert suggest("wont leave the park").prompts
    assert suggest("wont leave the park").choices == ()
    assert suggest("she is floppy and wont wake up").choices == ()


def test_an_age_that_the_line_states_counts_before_that_of_the_child() -> None:
    assert suggest("my 15yo", "toddler").choices == suggest("qwertz", "teen").choices


def test_what_the_line_leans_to_comes_first_and_leaves_room_for_the_commonest() -> None:
    situations = {one.slug: one for one in shipped().vocabulary.situations}
    leans = [
        Weighed(slug, 0.6, ()) for slug in ("eating", "sharing", "toilet", "feeding", "crisis", "lying", "screens")
    ]
    chosen = choices_for([*leans, Weighed("repair", 0.1, ())], situations, ("preschool",))
    assert chosen == ("eating", "sharing", "toilet", "lying", "tantrum", "limit-no", "bedtime")
