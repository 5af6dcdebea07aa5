"""Which cards come today: five at most, what was hard first, never what is not for this family."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attune.domain.card import Card, Rating
from attune.domain.fronts import front_of
from attune.domain.landed import Landed
from attune.domain.library import Library
from attune.domain.moment import Moment, UsedScript
from attune.domain.recall import rated
from attune.domain.rehearsal import MOST_CARDS, Practising, todays_cards
from attune.domain.script import Beat, Kind, Notice, Script, Then
from attune.domain.sitting import LONGEST, Sitting, silence_after
from attune.domain.vocabulary import Cue, Situation, Vocabulary

NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
SITUATIONS = ("bedtime", "tantrum", "limit-no", "separation")


def a_script(script_id: str, situation: str = "bedtime", *, ages: tuple[str, ...] = ("any",), **more: Any) -> Script:
    return Script(
        id=script_id, title=more.pop("title", script_id), situations=(situation,), ages=ages, kind=Kind.ACKNOWLEDGE,
        beats=more.pop("beats", (Beat("I see.", Then.PAUSE), Beat("I stay.", Then.WAIT))), if_not="", instead_of="",
        why="", sources=(), words=(), **more,
    )  # fmt: skip


def a_library(*scripts: Script, notices: tuple[Notice, ...] = ()) -> Library:
    situations = tuple(
        Situation(slug=slug, label=slug, number="1", ages=("toddler", "preschool")) for slug in SITUATIONS
    )
    cues = (Cue(slug="screaming", label="screaming", group="crying"), Cue(slug="stiff", label="stiff", group="body"))
    return Library(vocabulary=Vocabulary(situations=situations, cues=cues), scripts=scripts, notices=notices)


def a_moment(number: int = 1, *, script: str = "", days: float = 1, **fields: Any) -> Moment:
    at = NOW - timedelta(days=days)
    used = UsedScript(script, script, "I see.") if script else None
    given = {"landed": Landed.MISSED, "situations": ("tantrum",), **fields}
    return Moment(id=f"m-{number}", at=at, logged_at=at, changed_at=at, script=used, **given)


def a_card(script_id: str, rating: Rating = Rating.CAME, *, days: float) -> Card:
    at = NOW - timedelta(days=days)
    return rated(Card(id=script_id, changed_at=at), rating, at)


def cards(*cards: Card) -> dict[str, Card]:
    return {card.id: card for card in cards}


def ids(practising: Practising, now: datetime = NOW) -> list[str]:
    return [script.id for script in todays_cards(practising, now)]


MANY = tuple(a_script(f"{slug}-{n}", slug) for n in range(4) for slug in SITUATIONS)


def test_what_was_hard_comes_before_what_is_due_before_what_was_put_aside_before_what_is_new() -> None:
    practising = Practising(
        library=a_library(*MANY),
        cards=cards(a_card("limit-no-3", days=9)),
        moments=(a_moment(script="tantrum-2"),),
        put_aside=("separation-3",),
        band="toddler",
    )
    assert ids(practising) == ["tantrum-2", "limit-no-3", "separation-3", "tantrum-0", "limit-no-0"]


@pytest.mark.parametrize(
    ("fields", "comes"),
    [
        ({"landed": Landed.NOT_YET}, True),
        ({"landed": Landed.MISSED}, True),
        ({"landed": Landed.LOST_IT}, True),
        ({"landed": Landed.EASED}, False),
        ({"landed": None}, False),
        ({"days": 6.9}, True),
        ({"days": 7.1}, False),
    ],
)
def test_hard_this_week(fields: dict[str, Any], comes: bool) -> None:
    practising = Practising(library=a_library(*MANY), moments=(a_moment(script="separation-3", **fields),))
    assert ("separation-3" in ids(practising)) is comes


def test_a_hard_moment_without_words_brings_the_first_that_is_offered_for_it_and_may_come() -> None:
    library = a_library(
        a_script("teens", "tantrum", ages=("teen",)),
        a_script("any", "tantrum"),
        a_script("no-words", "tantrum", beats=(Beat("", Then.LOOK),)),
        a_script("stiff", "separation"),
        a_script("loud", "separation"),
    )
    offered = ("own-refrain", "teens", "no-words", "loud", "stiff", "any")

    def first(moment: Moment, **more: Any) -> str:
        practising = Practising(library=library, moments=(moment,), band="toddler", **more)
        return todays_cards(practising, NOW, offered_for=lambda each: offered if each is moment else ())[0].id

    assert first(a_moment()) == "loud"
    assert first(a_moment(), away=frozenset({"loud"})) == "stiff"
    assert first(a_moment(script="of-a-pack-that-is-gone")) == "loud"


def test_without_a_child_and_a_moment_the_first_words_are_for_every_day() -> None:
    library = a_library(
        *(a_script(slug, slug) for slug in ("repair", "parent-edge", "bedtime", "limit-no")),
        replace(a_script("after-shouting", "bedtime"), situations=("bedtime", "repair")),
        a_script("safety", "tantrum", notices=("step-away",)),
        notices=(Notice(id="step-away", title="", lines=()),),
    )
    more = tuple(Situation(slug=slug, label=slug, number="1", ages=("any",)) for slug in ("repair", "parent-edge"))
    library = replace(
        library, vocabulary=replace(library.vocabulary, situations=(*library.vocabulary.situations, *more))
    )
    everyday = cards(a_card("bedtime", days=0), a_card("limit-no", days=0))
    assert set(ids(Practising(library=library))[:2]) == {"bedtime", "limit-no"}
    assert set(ids(Practising(library=library, cards=everyday))) == {
        "repair", "parent-edge", "after-shouting", "safety"
    }  # fmt: skip
    assert "safety" in ids(Practising(library=library, band="toddler"))[:2]


def test_words_of_a_hard_moment_come_once_until_they_are_hard_again() -> None:
    practising = Practising(library=a_library(*MANY[:4]), moments=(a_moment(script="separation-0", days=2),))
    before, since = a_card("separation-0", days=3), a_card("separation-0", days=1)
    assert ids(replace(practising, cards=cards(before)))[0] == "separation-0"
    assert "separation-0" not in ids(replace(practising, cards=cards(since)))


def test_a_moment_that_called_for_help_brings_nothing_back() -> None:
    practising = Practising(library=a_library(*MANY), moments=(a_moment(script="separation-3", text="grave"),))
    chosen = todays_cards(practising, NOW, lambda moment: moment.text != "grave")
    assert "separation-3" not in [script.id for script in chosen]


def test_of_what_is_due_the_least_likely_to_come_is_first() -> None:
    due = cards(a_card("bedtime-0", days=3), a_card("tantrum-0", days=40), a_card("limit-no-0", days=0))
    assert ids(Practising(library=a_library(*MANY[:4]), cards=due, band="toddler")) == [
        "tantrum-0",
        "bedtime-0",
        "separation-0",
    ]


def test_new_words_are_those_of_the_commonest_situations_for_this_age() -> None:
    library = a_library(
        a_script("any-words", "bedtime"),
        a_script("just-right", "bedtime", ages=("preschool",)),
        a_script("for-teens", "bedtime", ages=("teen",)),
        a_script("own", "separation"),
        a_script("no-words", "bedtime", beats=(Beat("", Then.LOOK),)),
        a_script("grave", "bedtime", notices=("crisis",)),
        notices=(Notice(id="crisis", title="", lines=(), stands_alone=True),),
    )
    assert ids(Practising(library=library, band="preschool")) == ["just-right", "own", "any-words"]


def test_new_words_begin_with_what_this_family_has_most() -> None:
    often = tuple(a_moment(n, landed=None, situations=("separation",)) for n in range(3))
    practising = Practising(library=a_library(*MANY), band="preschool")
    assert ids(practising) == ["tantrum-0", "limit-no-0", "bedtime-0", "separation-0", "tantrum-1"]
    assert ids(replace(practising, moments=often))[0] == "separation-0"


def test_what_was_put_aside_comes_once_it_is_met_only_when_it_is_due() -> None:
    practising = Practising(library=a_library(*MANY[:1]), put_aside=("bedtime-0", "a-practice"))
    assert ids(practising) == ["bedtime-0"]
    assert ids(replace(practising, cards=cards(a_card("bedtime-0", days=1)))) == []


def test_a_card_that_rests_comes_again_after_its_week() -> None:
    resting = Card(id="bedtime-0", rests_until=NOW + timedelta(days=7), changed_at=NOW)
    practising = Practising(library=a_library(*MANY[:1]), cards=cards(resting), moments=(a_moment(script="bedtime-0"),))
    assert ids(practising) == []
    assert ids(practising, NOW + timedelta(days=7)) == ["bedtime-0"]


@given(
    met=st.dictionaries(
        st.sampled_from([script.id for script in MANY]),
        st.tuples(st.lists(st.sampled_from(Rating), min_size=1, max_size=5), st.booleans()),
    ),
    away=st.frozensets(st.sampled_from([script.id for script in MANY])),
    hard=st.lists(st.sampled_from([script.id for script in MANY]), max_size=8),
    aside=st.lists(st.sampled_from([script.id for script in MANY]), max_size=8),
    absence=st.integers(min_value=0, max_value=4000),
)
def test_after_any_past_and_any_absence_five_at_most_and_never_what_is_not_wanted(
    met: dict[str, tuple[list[Rating], bool]],
    away: frozenset[str],
    hard: list[str],
    aside: list[str],
    absence: int,
) -> None:
    known, now = {}, NOW + timedelta(days=absence)
    for script_id, (ratings, rests) in met.items():
        card = Card(id=script_id, changed_at=NOW)
        for rating in ratings:
            card = rated(card, rating, NOW)
        known[script_id] = replace(card, rests_until=now + timedelta(days=1)) if rests else card
    moments = tuple(replace(a_moment(n, script=each), at=now, changed_at=now) for n, each in enumerate(hard))
    practising = Practising(library=a_library(*MANY), cards=known, moments=moments, put_aside=aside, away=away)
    chosen = todays_cards(practising, now)
    of = [script.id for script in chosen]
    assert len(of) == len(set(of)) <= MOST_CARDS
    assert not away & set(of)
    assert not [each for each in of if each in known and known[each].rests(now)]
    slugs = [script.situations[0] for script in chosen]
    most = max((slugs.count(slug) for slug in slugs), default=0)
    if most <= (len(slugs) + 1) // 2:
        assert all(one != other for one, other in pairwise(slugs))


@pytest.mark.parametrize(
    ("title", "front"),
    [
        ("Doesn’t want you to leave", "Doesn’t want you to leave"),
        ("I see you're telling me something", "Bedtime"),
        ("", "Bedtime"),
    ],
)
def test_the_front_says_what_goes_on_and_gives_no_words_away(title: str, front: str) -> None:
    script = a_script(
        "one", title=title, cues=("screaming", "stiff"), beats=(Beat("I see you’re telling me something…"),)
    )
    shown = front_of(script, a_library().vocabulary)
    assert (shown.happens, shown.notice) == (front, ("screaming", "stiff"))


def test_a_sitting_ends_with_its_cards() -> None:
    sitting = Sitting(scripts=MANY[:2], began=NOW).revealed().revealed()
    assert (sitting.script, sitting.beats) == (MANY[0], 2)
    sitting = sitting.after(NOW)
    assert (sitting.script, sitting.beats) == (MANY[1], 0)
    assert sitting.after(NOW).script is None


def test_a_sitting_ends_after_three_minutes_and_breaks_no_card_off() -> None:
    sitting = Sitting(scripts=MANY[:5], began=NOW).revealed()
    assert sitting.after(NOW + LONGEST - timedelta(seconds=1)).script is MANY[1]
    ended = sitting.after(NOW + LONGEST)
    assert ended.script is None
    back = ended.back_at(MANY[0].id)
    assert back is not None
    assert (back.script, back.beats) == (MANY[0], 1)
    assert back.back_at(MANY[0].id) == back
    assert ended.back_at("of-another-day") is None


def test_the_longest_silence_is_the_one_for_the_child() -> None:
    pause, look, wait, none = (silence_after(Beat("", then)) for then in (Then.PAUSE, Then.LOOK, Then.WAIT, None))
    assert 0 == none < pause < look < wait
