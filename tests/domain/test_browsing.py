"""Looking through the library: every word counts, filters narrow, what is not for us comes last."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from attune.domain.browsing import (
    AWAY,
    FAVOURITES,
    LAST,
    OWN,
    PRACTICES,
    Heading,
    Shelved,
    Wanted,
    ages_shown,
    facets_of,
    shelve,
    sift,
)  # fmt: skip
from attune.domain.library import Library
from attune.domain.ourwords import OwnWords
from attune.domain.script import Beat, Kind, Pack, Practice, Script, Source, Then
from attune.domain.taste import Taste
from attune.domain.vocabulary import Situation, Vocabulary


def script(script_id: str, title: str, *situations: str, said: str = "You are here.", **fields: object) -> Script:
    return Script(
        id=script_id, title=title, situations=situations, beats=(Beat(said, Then.PAUSE, ""),), if_not="", instead_of="",
        why="", **{"ages": ("toddler",), "kind": Kind.LIMIT, "sources": ("S0-1",), "words": (), **fields},
    )  # type: ignore[arg-type]  # fmt: skip


def situation(slug: str, label: str) -> Situation:
    return Situation(slug=slug, label=label, number="1", ages=("any",))


LIBRARY = Library(
    vocabulary=Vocabulary(situations=(situation("bedtime", "bedtime"), situation("bite", "hitting and biting"))),
    scripts=(
        script("teeth", "Teeth in an arm", "bite", "bedtime", said="That HURT.", words=("he bit me at bedtime",)),
        script("lamp", "The lamp goes off", "bedtime", ages=("school", "tween"), kind=Kind.GOODBYE, pack="more"),
        script("sleeve", "Straße und Bedtime", "bedtime", sources=("E1.2",)),
    ),
    practices=(
        Practice(
            id="hum", title="Hum low", situations=("bedtime",), ages=("any",), steps=("Hum one note.",), stop="",
            why="", sources=("S0-2",), minutes=3,
        ),
    ),
    sources=(
        Source(code="S0", title="A talk", author="Ada Bell", ideas={"S0-1": "x", "S0-2": "y"}),
        Source(code="E1", title="Research", author="", ideas={"E1.2": "z"}),
    ),
    packs=(Pack(id="core", title="Ours"), Pack(id="more", title="Lantern words")),
)  # fmt: skip
SHELF = shelve(LIBRARY)
NOTHING = Taste()


def found(search: str = "", *facets: str, taste: Taste = NOTHING) -> list[str]:
    rows = sift(SHELF, Wanted(search, facets), taste, LIBRARY.vocabulary.labels)
    return [row.item.id if isinstance(row, Shelved) else f"[{row.words}]" for row in rows if row != Heading("")]


def own(words: str, script_id: str | None = "lamp") -> Taste:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    return Taste(own=(OwnWords(id="w1", words=words, script=script_id, changed_at=now),))


def test_all_stands_situation_by_situation_words_before_things_to_do() -> None:
    assert found() == ["[bedtime]", "lamp", "sleeve", "hum", "[hitting and biting]", "teeth"]


@pytest.mark.parametrize(
    ("search", "hits"),
    [
        ("lamp", ["lamp"]),
        ("LAMP off", ["lamp"]),
        ("off   lamp ", ["lamp"]),
        ("lamp bite", []),
        ("hurt", ["teeth"]),
        ("he bit me", ["teeth"]),
        ("biting", ["teeth"]),
        ("ada", ["lamp", "hum", "teeth"]),
        ("research", ["sleeve"]),
        ("tween", ["lamp"]),
        ("goodbye", ["lamp"]),
        ("practice", ["hum"]),
        ("hum one", ["hum"]),
        ("lantern", ["lamp"]),
        ("STRASSE", ["sleeve"]),
        ("[/]", []),
    ],
)
def test_every_word_has_to_stand_somewhere(search: str, hits: list[str]) -> None:
    assert found(search) == hits


def test_what_has_it_in_its_title_comes_first_then_what_is_called_so() -> None:
    assert found("bedtime") == ["sleeve", "lamp", "hum", "teeth"]


@pytest.mark.parametrize(
    ("facets", "hits"),
    [
        (["age:school"], ["lamp"]),
        (["kind:limit"], ["sleeve", "teeth"]),
        (["kind:limit", "kind:goodbye"], ["lamp", "sleeve", "teeth"]),
        (["kind:limit", "age:school"], []),
        (["source:E1"], ["sleeve"]),
        (["pack:more"], ["lamp"]),
        ([PRACTICES], ["hum"]),
        ([FAVOURITES], []),
    ],
)
def test_of_one_group_any_of_several_groups_all(facets: list[str], hits: list[str]) -> None:
    assert [each for each in found("", *facets) if not each.startswith("[")] == hits


def test_under_a_situation_that_is_asked_for_stands_all_that_serves_it() -> None:
    assert found("", "situation:bedtime") == ["[bedtime]", "lamp", "sleeve", "hum", "teeth"]


def test_what_is_not_for_us_stands_last_under_its_own_heading() -> None:
    taste = Taste(away=frozenset({"lamp"}))
    assert found(taste=taste)[-2:] == [f"[{LAST}]", "lamp"]
    assert found("bedtime", taste=taste) == ["sleeve", "hum", "teeth", f"[{LAST}]", "lamp"]
    assert found("", AWAY, taste=taste) == [f"[{LAST}]", "lamp"]
    assert found("not for us", taste=taste) == [f"[{LAST}]", "lamp"]


def test_favourites_are_shown_alone_or_found_by_their_name() -> None:
    taste = Taste(favourites=frozenset({"teeth"}))
    assert found("", FAVOURITES, taste=taste)[-1] == "teeth"
    assert found("favourite", taste=taste) == ["teeth"]


def test_own_words_are_found_by_what_they_say() -> None:
    taste = own("Click goes the moon.")
    assert found("moon", taste=taste) == ["lamp"]
    assert found("", OWN, taste=taste)[-1] == "lamp"
    assert found("moon", taste=own("Click goes the moon.", None)) == []
    assert found("bedtime", taste=own("Bedtime, my dear.", "teeth")) == ["sleeve", "teeth", "lamp", "hum"]


@pytest.mark.parametrize(
    ("ages", "shown"),
    [
        (("newborn",), "0–3 mo"),
        (("baby",), "4–11 mo"),
        (("newborn", "baby"), "0–11 mo"),
        (("newborn", "baby", "toddler"), "0–2"),
        (("toddler",), "1–2"),
        (("preschool", "toddler"), "1–5"),
        (("toddler", "tween"), "1–2, 10–12"),
        (("teen",), "13–18"),
        (("any",), "any age"),
        (("newborn", "baby", "toddler", "preschool", "school", "tween", "teen"), "any age"),
        ((), "any age"),
        (("elder",), "any age"),
    ],
)
def test_ages_are_said_in_years(ages: tuple[str, ...], shown: str) -> None:
    assert ages_shown(ages) == shown


def test_only_what_there_is_can_be_chosen() -> None:
    offered = dict(facets_of(LIBRARY, SHELF))
    assert {FAVOURITES, OWN, AWAY, PRACTICES, "age:school", "kind:goodbye", "source:E1", "pack:more"} <= set(offered)
    assert "kind:repair" not in offered
    assert "age:baby" not in offered
    assert offered["situation:bite"] == "hitting and biting"
    alone = replace(LIBRARY, packs=LIBRARY.packs[:1])
    assert not [facet for facet, _ in facets_of(alone, shelve(alone)) if facet.startswith("pack:")]
