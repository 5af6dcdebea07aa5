from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from attune.domain.child import ANY_AGE
from attune.domain.landedbefore import Use
from attune.domain.library import Library
from attune.domain.moment import Landed
from attune.domain.prompting import Prompter, Suggestion
from attune.domain.reading import Reading, Weighed
from attune.domain.script import Beat, Kind, Notice, Script
from attune.domain.vocabulary import Situation, Vocabulary

NOW = datetime(2026, 5, 14, 20, 0, tzinfo=UTC)


def script(
    script_id: str, situation: str, *ages: str, kind: Kind = Kind.ACKNOWLEDGE, words: tuple[str, ...] = ()
) -> Script:
    return Script(
        id=script_id, title=script_id, situations=(situation,), ages=ages or (ANY_AGE,), kind=kind, beats=(Beat("x"),),
        if_not="", instead_of="", why="", sources=(), words=words,
    )  # fmt: skip


LIBRARY = Library(
    vocabulary=Vocabulary(
        situations=(
            Situation(slug="bedtime", label="Bedtime", number="22", ages=("toddler", "preschool")),
            Situation(slug="tantrum", label="Tantrum", number="16", ages=("toddler", "preschool")),
            Situation(slug="toilet", label="Toilet", number="24", ages=("toddler",), near=("bedtime", "tantrum")),
        )
    ),
    scripts=(
        script("bed-a", "bedtime", "preschool"),
        script("bed-b", "bedtime", "preschool", kind=Kind.QUIET),
        script("bed-teen", "bedtime", "teen"),
        script("bed-any", "bedtime"),
        script("storm", "tantrum", "preschool", "toddler"),
        script("moon", "tantrum", "preschool", words=("howls at the purple moon",)),
    ),
    notices=(Notice(id="crisis", title="", lines=(), stands_alone=True), Notice(id="mood", title="", lines=())),
)
BEDTIME = Reading(situations=("bedtime",), weights=(Weighed("bedtime", 2.0, ("one more story",)),))


def suggest(reading: Reading, *uses: Use, band: str | None = None) -> Suggestion:
    return Prompter(LIBRARY).suggest(reading, now=NOW, band=band, history=uses)


def ids(suggestion: Suggestion) -> list[str]:
    return [prompt.script.id for prompt in suggestion.prompts]


def reading(**changes: object) -> Reading:
    return Reading(**{"situations": BEDTIME.situations, "weights": BEDTIME.weights} | changes)  # type: ignore[arg-type]


def test_scripts_of_the_situation_come_with_the_reason() -> None:
    best = suggest(BEDTIME).prompts[0]
    assert best.script.situations == ("bedtime",)
    assert best.because[:2] == ("bedtime", "“one more story”")


def test_a_stated_age_leaves_out_what_is_not_for_it() -> None:
    assert set(ids(suggest(reading(age="preschool")))) == {"bed-a", "bed-b", "bed-any"}
    assert ids(suggest(reading(age="teen")))[0] == "bed-teen"


def test_the_age_by_profile_counts_nearly_so_and_a_stated_one_wins() -> None:
    assert ids(suggest(BEDTIME, band="teen"))[0] == "bed-teen"
    assert "bed-teen" not in ids(suggest(reading(age="preschool"), band="teen"))


@pytest.mark.parametrize("ages", [("baby", "newborn"), ("newborn",)])
def test_with_an_age_that_no_script_has_only_words_for_all_are_left(ages: tuple[str, ...]) -> None:
    assert ids(suggest(reading(age=ages[0], ages=ages))) == ["bed-any"]


def test_beside_a_notice_that_stands_alone_there_are_no_words() -> None:
    assert suggest(reading(notices=("crisis",))) == Suggestion(("crisis",))
    assert suggest(reading(notices=("mood",))).prompts


def test_what_landed_comes_first_and_what_missed_comes_last() -> None:
    eased = Use("bed-b", NOW - timedelta(days=2), Landed.EASED)
    missed = Use("bed-a", NOW - timedelta(days=1), Landed.MISSED)
    suggestion = suggest(reading(age="preschool"), eased, missed)
    assert ids(suggestion) == ["bed-b", "bed-any", "bed-a"]
    assert suggestion.prompts[0].because[-1] == "eased on Tuesday"


def test_what_was_not_tried_comes_before_what_was_tried_without_an_outcome() -> None:
    tried = Use("bed-a", NOW - timedelta(days=1), None)
    assert ids(suggest(reading(age="preschool"), tried))[0] == "bed-b"


def test_a_situation_without_scripts_passes_to_its_neighbours_and_says_so() -> None:
    suggestion = suggest(Reading(situations=("toilet",), weights=(Weighed("toilet", 2.0, ("potty",)),)))
    assert suggestion.is_near
    assert suggestion.prompts[0].script.situations == ("bedtime",)


def test_a_situation_chosen_by_hand_is_the_strongest() -> None:
    chosen = Reading(situations=("tantrum",), weights=BEDTIME.weights)
    assert suggest(chosen).prompts[0].script.situations == ("tantrum",)


def test_words_for_two_situations_of_the_line_come_before_words_for_the_stronger_alone() -> None:
    both = script("both", "bedtime", "preschool")
    library = replace(LIBRARY, scripts=(*LIBRARY.scripts, replace(both, situations=("bedtime", "tantrum"))))
    weights = (Weighed("tantrum", 3.0, ()), Weighed("bedtime", 2.0, ()))
    named = Reading(situations=("tantrum", "bedtime"), weights=weights)
    assert ids(Prompter(library).suggest(named, now=NOW))[0] == "both"
    assert ids(Prompter(library).suggest(replace(named, situations=("tantrum",)), now=NOW))[0] == "storm"


def test_a_situation_of_another_age_passes_to_its_nearest_of_the_childs() -> None:
    potty = Situation(slug="potty", label="Potty", number="1", ages=("toddler",), near=("bedtime", "tantrum"))
    vocabulary = replace(LIBRARY.vocabulary, situations=(*LIBRARY.vocabulary.situations, potty))
    library = replace(LIBRARY, vocabulary=vocabulary, scripts=(*LIBRARY.scripts, script("pot", "potty", "toddler")))
    line = Reading(situations=("potty",), weights=(Weighed("potty", 2.0, ()),))
    assert Prompter(library).suggest(line, now=NOW, band="toddler").prompts[0].script.id == "pot"
    assert Prompter(library).suggest(line, now=NOW, band="preschool").prompts[0].script.situations == ("bedtime",)


def test_a_line_that_fits_nothing_gives_no_words() -> None:
    assert suggest(Reading(text="qwertz")).prompts == ()
    assert suggest(Reading(weights=(Weighed("bedtime", 0.4, ()),))).prompts == ()


def test_a_scripts_own_words_find_it() -> None:
    assert ids(suggest(Reading(text="howls at the purple moon")))[0] == "moon"
