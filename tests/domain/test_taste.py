"""What a family likes, does not, and says in its own way: how it moves words, and how that is told."""

from datetime import UTC, datetime, timedelta

import pytest

from attune.domain.child import ANY_AGE
from attune.domain.landedbefore import Use
from attune.domain.library import Library
from attune.domain.moment import Landed
from attune.domain.ourwords import OwnWords, as_script, refrains, reworded, wording_of
from attune.domain.prompting import Prompter, Suggestion, Taste
from attune.domain.reading import Reading, Weighed
from attune.domain.script import Beat, Kind, Script, Then
from attune.domain.vocabulary import Situation, Vocabulary

NOW = datetime(2026, 5, 14, 20, 0, tzinfo=UTC)
BEDTIME = Reading(situations=("bedtime",), weights=(Weighed("bedtime", 2.0, ("one more story",)),))


def script(script_id: str, *situations: str, words: tuple[str, ...] = ()) -> Script:
    beats = (Beat("The lamp is off.", Then.PAUSE, "their breath"), Beat("I'm here.", Then.WAIT, "a hand"))
    return Script(
        id=script_id, title=script_id, situations=situations or ("bedtime",), ages=(ANY_AGE,), kind=Kind.ACKNOWLEDGE,
        beats=beats, if_not="", instead_of="", why="", sources=(), words=words,
    )  # fmt: skip


LIBRARY = Library(
    vocabulary=Vocabulary(
        situations=(
            Situation(slug="bedtime", label="Bedtime", number="22", ages=(ANY_AGE,)),
            Situation(slug="everyday-connection", label="Everyday closeness", number="49", ages=(ANY_AGE,)),
        )
    ),
    scripts=(script("a"), script("b"), script("c"), script("d", words=("one more story about the moon",))),
)


def own(own_id: str = "own", *, words: str = "Moon's up.", ago: int = 0, **fields: object) -> OwnWords:
    return OwnWords(id=own_id, words=words, changed_at=NOW - timedelta(days=ago), **fields)  # type: ignore[arg-type]


def suggest(taste: Taste, *uses: Use, reading: Reading = BEDTIME) -> Suggestion:
    return Prompter(LIBRARY).suggest(reading, now=NOW, history=uses, taste=taste)


def ids(suggestion: Suggestion) -> list[str]:
    return [prompt.script.id for prompt in suggestion.prompts]


def test_what_is_not_for_the_family_never_comes() -> None:
    assert ids(suggest(Taste())) == ["a", "b", "c", "d"]
    away = Taste(away=frozenset({"a", "r"}), own=(own("r", situations=("bedtime",)),))
    landed = Use("a", NOW - timedelta(days=2), Landed.CONNECTED)
    told = Reading(text="one more story about the moon", situations=("bedtime",), weights=BEDTIME.weights)
    for reading in (BEDTIME, told):
        assert set(ids(suggest(away, landed, reading=reading))) == {"b", "c", "d"}


def test_with_everything_put_away_situations_are_offered_instead() -> None:
    suggestion = suggest(Taste(away=frozenset("abcd")))
    assert suggestion.prompts == ()
    assert suggestion.choices == ("bedtime",)


def test_a_favourite_comes_earlier_and_says_so() -> None:
    best = suggest(Taste(favourites=frozenset({"c"}))).prompts[0]
    assert best.script.id == "c"
    assert best.because == ("bedtime", "a favourite", "“one more story”")


def test_a_favourite_breaks_ties_and_never_passes_words_that_fit_the_line_better() -> None:
    told = Reading(text="one more story about the moon", situations=("bedtime",), weights=BEDTIME.weights)
    assert ids(suggest(Taste(favourites=frozenset({"a"})), reading=told))[:2] == ["d", "a"]
    other = Library(vocabulary=LIBRARY.vocabulary, scripts=(script("a", "everyday-connection"), script("b")))
    near = Reading(
        weights=(Weighed("bedtime", 2.0, ()), Weighed("everyday-connection", 1.8, ())), situations=("bedtime",)
    )
    liked = Taste(favourites=frozenset({"a"}))
    assert ids(Prompter(other).suggest(near, now=NOW, taste=liked))[0] == "b"


def test_their_own_wording_comes_first_in_their_words_with_the_pauses_kept() -> None:
    best = suggest(Taste(own=(own(script="b", words="Moon's up.\n\nI'm by the door.\nSleep comes."),))).prompts[0]
    assert best.script.id == "b"
    assert best.script.spoken == ("Moon's up.", "I'm by the door.", "Sleep comes.")
    assert [beat.then for beat in best.script.beats] == [Then.PAUSE, Then.WAIT, Then.PAUSE]
    assert best.because[1] == "your own words"


def test_what_landed_comes_before_what_is_only_more_like_the_line_and_before_a_favourite() -> None:
    told = Reading(text="one more story about the moon", situations=("bedtime",), weights=BEDTIME.weights)
    assert ids(suggest(Taste(), reading=told))[0] == "d"
    eased = Use("b", NOW - timedelta(days=2), Landed.EASED)
    assert ids(suggest(Taste(favourites=frozenset({"c"})), eased, reading=told))[0] == "b"


def test_reasons_fit_one_line_and_keep_how_it_landed() -> None:
    eased = Use("b", NOW - timedelta(days=2), Landed.EASED)
    best = suggest(Taste(favourites=frozenset({"b"})), eased).prompts[0]
    assert best.because == ("bedtime", "a favourite", "eased on Tuesday")


@pytest.mark.parametrize(
    ("child", "words"),
    [("mia", "for mia"), ("ben", "for all"), (None, "for all")],
)
def test_a_wording_for_one_child_wins_over_one_for_all(child: str | None, words: str) -> None:
    every = (
        own("1", words="for mia", ago=9, script="a", children=("mia",)),
        own("2", words="old", ago=5, script="a"),
        own("3", words="for all", ago=1, script="a"),
        own("4", words="gone", script="a", deleted_at=NOW),
        own("5", words="of another", script="b"),
    )
    found = wording_of("a", every, child)
    assert found is not None
    assert found.words == words
    assert Taste(own=every, child=child).worded(script("a")).spoken == (words,)


def test_a_refrain_is_offered_in_its_situations_and_otherwise_every_day() -> None:
    moon, hello = own("moon", situations=("bedtime",)), own("hello", words="Hello you.\nThere you are.")
    assert "moon" in ids(suggest(Taste(own=(moon, hello))))
    assert "hello" not in ids(suggest(Taste(own=(moon, hello))))
    assert as_script(hello).situations == ("everyday-connection",)
    assert as_script(hello).spoken == ("Hello you.", "There you are.")


def test_refrains_are_for_their_children_the_newest_first() -> None:
    every = (own("old", ago=3), own("new"), own("mias", children=("mia",), ago=1), own("gone", deleted_at=NOW))
    assert [each.id for each in refrains(every, "mia")] == ["new", "mias", "old"]
    assert [each.id for each in refrains(every, "ben")] == ["new", "old"]


def test_an_empty_refrain_is_not_offered() -> None:
    assert "empty" not in ids(suggest(Taste(own=(own("empty", words=" \n ", situations=("bedtime",)),))))


def test_fewer_lines_than_the_script_had_keep_only_their_pauses() -> None:
    assert reworded(script("a"), own(words="Night.")).beats == (Beat("Night.", Then.PAUSE, "their breath"),)
