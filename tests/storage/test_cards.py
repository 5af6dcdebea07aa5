"""Cards of rehearsal in a real file: each rating kept by itself, taken back, merged, carried along, purged."""

import json
from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from attune.domain.card import Rating
from attune.domain.moment import Entry
from attune.errors import JournalReadOnlyError
from attune.storage.folding import difference
from attune.storage.journal import Journal
from attune.storage.merging import merged
from attune.storage.records import card_from, card_record
from tests.storage.tools import START, Clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "attune.json"


def in_file(path: Path) -> list[dict[str, Any]]:
    with TinyDB(path, access_mode="r") as database:
        return [dict(record) for record in database.table("cards").all()]


def test_a_rating_is_in_the_file_when_it_is_kept_and_plain_tinydb_reads_it(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        card = journal.cards.rate("tantrum-floor", Rating.NOT_YET)
        (record,) = in_file(path)
    assert card.rated_at is not None
    assert record == {
        "id": "tantrum-floor",
        "phase": "learning",
        "step": 0,
        "stability": card.stability,
        "difficulty": card.difficulty,
        "rated_at": card.rated_at.isoformat(),
        "due": (card.rated_at + timedelta(days=1)).isoformat(),
        "not_yet": 1,
        "rests_until": None,
        "changed_at": card.rated_at.isoformat(),
    }
    assert record["rated_at"].startswith("2025-03-04T18:30:")  # half past seven, an hour east of Greenwich
    with Journal(path, Clock()) as journal:
        assert journal.cards.all() == {"tantrum-floor": card}


def test_one_card_a_script_however_often_it_is_rated(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        for _ in range(3):
            journal.cards.rate("tantrum-floor", Rating.NOT_YET)
        journal.cards.rate("bedtime-sleeve", Rating.CAME)
        assert {each.id: each.not_yet for each in journal.cards.all().values()} == {
            "tantrum-floor": 3,
            "bedtime-sleeve": 0,
        }
    assert len(in_file(path)) == 2


def test_undo_and_redo_reach_cards_after_a_restart_and_say_which(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        first = journal.cards.rate("tantrum-floor", Rating.CAME)
        journal.cards.rate("tantrum-floor", Rating.NOT_YET)
        journal.cards.rest("tantrum-floor")
    with Journal(path, Clock()) as journal:
        done = [journal.undo() for _ in range(2)]
        assert [each and (each.what, each.cards) for each in done] == [
            ("letting a card rest", ("tantrum-floor",)),
            ("rating a card", ("tantrum-floor",)),
        ]
        back = journal.cards.all()["tantrum-floor"]
        assert replace(back, changed_at=first.changed_at) == first
        journal.undo()
        assert not journal.cards.all()["tantrum-floor"].is_met
        for _ in range(3):
            journal.redo()
        assert journal.cards.all()["tantrum-floor"].rests_until is not None
        assert journal.redo() is None


def test_the_last_change_is_the_one_that_is_taken_back_whatever_it_was(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        journal.cards.rate("tantrum-floor", Rating.CAME)
        journal.add(Entry(text="bath"))
        journal.words.keep("Ahoy.", script="tantrum-floor")
        said = [undone.what for _ in range(3) if (undone := journal.undo())]
    assert said == ["keeping words of yours", "saving a moment", "rating a card"]


def test_a_card_that_rests_is_rated_as_before_when_it_comes_again(path: Path) -> None:
    clock = Clock()
    with Journal(path, clock) as journal:
        rated = journal.cards.rate("tantrum-floor", Rating.CAME)
        resting = journal.cards.rest("tantrum-floor")
        assert (resting.stability, resting.due) == (rated.stability, rated.due)
        assert resting.rests(clock())
        clock.now += timedelta(days=8)
        assert not resting.rests(clock())
        assert journal.cards.rate("tantrum-floor", Rating.CAME).rests_until is None


def test_nothing_is_kept_where_the_journal_can_only_be_read(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        journal.cards.rate("tantrum-floor", Rating.CAME)
        with Journal(path, Clock(), read_only=True) as reader, pytest.raises(JournalReadOnlyError):
            reader.cards.rate("tantrum-floor", Rating.NOT_YET)
        assert journal.cards.all()["tantrum-floor"].not_yet == 0


def test_of_two_computers_the_newest_rating_counts_in_whatever_order_they_meet(tmp_path: Path) -> None:
    contents = []
    for number, ratings in enumerate(("y", "ny", "nnn")):
        clock = Clock(START + timedelta(hours=number))
        with Journal(tmp_path / f"{number}.json", clock) as journal:
            for each in ratings:
                journal.cards.rate("tantrum-floor", Rating.CAME if each == "y" else Rating.NOT_YET)
            journal.cards.rate(f"own-{number}", Rating.CAME)
            contents.append(journal.folding.contents())
    outcomes = []
    for number, (one, two, three) in enumerate(permutations(contents)):
        path = tmp_path / f"all-{number}.json"
        with Journal(path, Clock()) as journal:
            for other in (one, two, three, one):
                mine = journal.folding.contents()
                change = difference(mine, merged(mine, other))
                journal.folding.take_in(change, before="merge", what="folding another journal in")
            outcomes.append(journal.cards.all())
    assert all(outcome == outcomes[0] for outcome in outcomes)
    assert outcomes[0]["tantrum-floor"].not_yet == 3
    assert set(outcomes[0]) == {"tantrum-floor", "own-0", "own-1", "own-2"}


def test_purging_words_of_ones_own_leaves_their_card_and_nothing_of_them(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        own = journal.words.keep("Ahoy, small captain.", script="tantrum-floor")
        journal.cards.rate("tantrum-floor", Rating.CAME)
        journal.keeping.purge((own.id,))
        assert journal.cards.all()["tantrum-floor"].is_met
        assert journal.undo() is not None
    left = [file.read_bytes() for file in path.parent.rglob("*") if file.is_file()]
    assert left
    assert not any(b"small captain" in data or own.id.encode() in data for data in left)


def test_fields_of_a_newer_attune_are_kept_through_a_rating(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        journal.cards.rate("tantrum-floor", Rating.CAME)
    with TinyDB(path) as database:
        database.table("cards").update({"mood": "tired"})
    with Journal(path, Clock()) as journal:
        journal.cards.rate("tantrum-floor", Rating.CAME)
    assert [record["mood"] for record in in_file(path)] == ["tired"]


@pytest.mark.parametrize(
    "changes",
    [
        {"stability": -1.0},
        {"stability": None},
        {"stability": 1e400},
        {"difficulty": 0},
        {"due": None},
        {"due": "2025-03-05T18:30:02"},
        {"phase": "asleep"},
        {"not_yet": -1},
        {"rated_at": "yesterday"},
        {"changed_at": None},
    ],
)
def test_a_record_that_cannot_be_scheduled_is_left_alone(path: Path, changes: dict[str, Any]) -> None:
    with Journal(path, Clock()) as journal:
        record = card_record(journal.cards.rate("tantrum-floor", Rating.CAME))
    assert card_from(record) is not None
    assert card_from(record | changes) is None


def test_a_card_survives_a_file_that_is_torn(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        journal.cards.rate("tantrum-floor", Rating.CAME)
        journal.add(Entry(text="bath"))
    for file in path.with_name(f"{path.name}.backups").iterdir():
        file.unlink()
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b'"changes"') - 2])
    with Journal(path, Clock()) as journal:
        assert journal.cards.all()["tantrum-floor"].is_met


def test_every_rating_is_its_own_save(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        for number in range(3):
            journal.cards.rate(f"script-{number}", Rating.CAME)
            assert len(json.loads(path.read_bytes())["cards"]) == number + 1


def test_a_journal_says_all_there_is_of_its_cards(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        card = journal.cards.rate("tantrum-floor", Rating.CAME)
        contents = journal.folding.contents()
    assert [card_from(record) for record in contents.other["cards"]] == [card]
