"""Two journals made one: in whatever order, however often, with nothing lost."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings

from attune.domain.child import Child
from attune.domain.moment import Entry, Moment
from attune.storage.contents import Contents, contents_of, item_record, read_contents
from attune.storage.folding import difference
from attune.storage.journal import Journal
from attune.storage.merging import merged, namesakes, taken_in
from tests.storage.family_contents import CONTENTS
from tests.storage.tools import START, Clock, plain, texts


def told(contents: Contents) -> str:
    """Return contents as text: equal only where every record is written alike."""
    items = [[item_record(item) for item in items] for items in (contents.moments, contents.children, contents.own)]
    return json.dumps([*items, sorted(contents.asked), dict(contents.other)], sort_keys=True)


@given(one=CONTENTS, other=CONTENTS)
@settings(max_examples=100, deadline=None)
def test_it_makes_no_difference_which_is_folded_into_which(one: Contents, other: Contents) -> None:
    assert told(merged(one, other)) == told(merged(other, one))


@given(one=CONTENTS, other=CONTENTS, third=CONTENTS)
@settings(max_examples=100, deadline=None)
def test_it_makes_no_difference_in_which_order(one: Contents, other: Contents, third: Contents) -> None:
    assert told(merged(merged(one, other), third)) == told(merged(one, merged(other, third)))


@given(one=CONTENTS, other=CONTENTS)
@settings(max_examples=100, deadline=None)
def test_it_makes_no_difference_how_often(one: Contents, other: Contents) -> None:
    both = merged(one, other)
    assert told(merged(one, one)) == told(one)
    assert told(merged(both, other)) == told(both)
    assert not difference(both, merged(both, one))


@given(one=CONTENTS, other=CONTENTS)
@settings(max_examples=80, deadline=None)
def test_nothing_is_left_out_and_the_newest_change_stays(one: Contents, other: Contents) -> None:
    both = merged(one, other)
    for kind in ("moments", "own"):
        found = {item.id: item for item in getattr(both, kind)}
        assert found.keys() == {item.id for each in (one, other) for item in getattr(each, kind)}
        for each in (*getattr(one, kind), *getattr(other, kind)):
            assert found[each.id].changed_at >= each.changed_at
    assert {child.id for child in both.children} == {child.id for each in (one, other) for child in each.children}
    assert both.asked == one.asked | other.asked


@given(one=CONTENTS, other=CONTENTS)
@settings(max_examples=80, deadline=None)
def test_importing_twice_changes_nothing_more(one: Contents, other: Contents) -> None:
    both = taken_in(one, other)
    assert not difference(both, taken_in(both, other))
    assert {each.id for each in both.moments} == {each.id for each in (*one.moments, *other.moments)}


def comes_again(mine: Moment, theirs: Moment | None) -> bool:
    """Whether a moment is out of sight here without a change of its own: it came in and was taken back."""
    is_the_same = theirs is not None and theirs.changed_at == mine.changed_at
    return is_the_same and theirs.deleted_at is None and mine.deleted_at is not None


@given(one=CONTENTS, other=CONTENTS)
@settings(max_examples=100, deadline=None)
def test_with_only_what_is_new_nothing_that_is_here_changes(one: Contents, other: Contents) -> None:
    theirs = {each.id: each for each in other.moments}
    both = {each.id: each for each in taken_in(one, other, only_new=True).moments}
    for each in one.moments:
        assert both[each.id] is (theirs[each.id] if comes_again(each, theirs.get(each.id)) else each)


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two journals that began as one and went on apart."""
    mine, theirs = tmp_path / "mine.json", tmp_path / "theirs.json"
    clock = Clock()
    with Journal(mine, clock) as journal:
        journal.new_child("Mia")
        for text in ("both", "deleted here", "edited there", "edited twice"):
            journal.add(Entry(text=text))
        journal.words.keep("over and out")
    theirs.write_bytes(mine.read_bytes())
    return mine, theirs


def ids(journal: Journal) -> dict[str, str]:
    return {moment.text: moment.id for moment in journal.moments()}


def fold(path: Path, other: Path, clock: Clock) -> str | None:
    with Journal(path, clock) as journal:
        mine = journal.folding.contents()
        result = merged(mine, read_contents(other, clock).contents)
        return journal.folding.take_in(difference(mine, result), before="merge", what="folding another journal in")


def test_two_computers_come_to_the_same(two: tuple[Path, Path]) -> None:
    mine, theirs = two
    clock = Clock(START + timedelta(hours=1))
    with Journal(mine, clock) as journal:
        journal.delete([ids(journal)["deleted here"]])
        journal.edit(ids(journal)["edited twice"], Entry(text="edited here first"))
        journal.add(Entry(text="new here"))
    with Journal(theirs, clock) as journal:
        journal.edit(ids(journal)["edited there"], Entry(text="edited there by now"))
        journal.edit(ids(journal)["edited twice"], Entry(text="edited there last"))
        journal.put_child(replace(journal.children()[0], name="Mia Rose"))
    before = theirs.read_bytes()
    fold(mine, theirs, clock)
    assert theirs.read_bytes() == before
    fold(theirs, mine, clock)
    contents = [told(read_contents(path, clock).contents) for path in two]
    assert contents[0] == contents[1]
    with Journal(mine, clock) as journal:
        assert sorted(texts(journal)) == ["both", "edited there by now", "edited there last", "new here"]
        assert [child.name for child in journal.children()] == ["Mia Rose"]
    assert plain(mine)  # plain TinyDB reads it
    assert fold(mine, theirs, clock) is None


def test_merging_is_one_change_that_undo_takes_back_and_a_backup_is_kept(two: tuple[Path, Path]) -> None:
    mine, theirs = two
    clock = Clock(START + timedelta(hours=1))
    with Journal(theirs, clock) as journal:
        journal.edit(ids(journal)["both"], Entry(text="changed"))
        journal.add(Entry(text="new"))
        journal.new_child("Jo")
    was = mine.read_bytes()
    name = fold(mine, theirs, clock)
    assert name
    assert (mine.with_name("mine.json.backups") / name).read_bytes() == was
    with Journal(mine, clock) as journal:
        assert {"changed", "new"} <= set(texts(journal))
        undone = journal.undo()
        assert undone
        assert undone.what == "folding another journal in"
        assert sorted(texts(journal)) == ["both", "deleted here", "edited there", "edited twice"]
        assert [child.hidden_at is None for child in journal.children()] == [True, False]
        journal.redo()
        assert {"changed", "new"} <= set(texts(journal))


def test_lists_of_changes_are_not_mixed(two: tuple[Path, Path]) -> None:
    mine, theirs = two
    clock = Clock(START + timedelta(hours=1))
    with Journal(theirs, clock) as journal:
        journal.add(Entry(text="there"))
    fold(mine, theirs, clock)
    changes = json.loads(mine.read_bytes())["changes"].values()
    assert [change["what"] for change in changes].count("folding another journal in") == 1
    assert sum(change["kind"] == "add" for change in changes) == 6


def test_a_child_of_one_nickname_on_each_computer_stays_two_and_is_told() -> None:
    one, other = Child(id="a", name="Mia"), Child(id="b", name="mia")
    both = merged(Contents(children=(one,)), Contents(children=(other,)))
    assert both.children == (one, other)
    assert namesakes(both.children) == ("Mia",)


def test_of_two_children_with_one_nickname_either_can_be_changed(tmp_path: Path) -> None:
    path, clock = tmp_path / "journal.json", Clock()
    with Journal(path, clock) as journal:
        child = journal.new_child("Mia")
        namesake = replace(child, id="0198f3aa-0000-7000-8000-000000000001")
        change = difference(journal.folding.contents(), Contents(children=(child, namesake)))
        journal.folding.take_in(change, before="merge", what="x")
        journal.put_child(replace(namesake, band="baby"))
        journal.put_child(replace(namesake, name="Mia L."))
        assert [each.name for each in journal.children()] == ["Mia", "Mia L."]


def test_very_many_moments_are_one_change_to_undo_and_redo(tmp_path: Path) -> None:
    path, clock = tmp_path / "journal.json", Clock()
    moments = tuple(
        Moment(text=str(number), id=f"id-{number:05}", at=START, logged_at=START, changed_at=START)
        for number in range(1_500)
    )
    with Journal(path, clock) as journal:
        journal.add(Entry(text="first"))
        mine = journal.folding.contents()
        change = difference(mine, merged(mine, Contents(moments=moments)))
        journal.folding.take_in(change, before="import", what="importing much")
        grown = path.stat().st_size
        assert len(journal.moments()) == 1_501
        journal.undo()
        assert texts(journal) == ["first"]
    with Journal(path, clock) as journal:
        journal.redo()
        assert len(journal.moments()) == 1_501
    record = json.dumps(item_record(moments[0]))
    assert grown < 1.5 * 1_500 * len(record)  # the change names them and does not hold each a second time


@given(contents=CONTENTS)
@settings(max_examples=25, deadline=None)
def test_a_journal_that_takes_everything_in_holds_just_that(
    contents: Contents, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path, clock = tmp_path_factory.mktemp("folding") / "journal.json", Clock()
    with Journal(path, clock) as journal:
        journal.folding.take_in(difference(Contents(), contents), before="import", what="x")
        assert told(journal.folding.contents()) == told(contents)
    assert told(read_contents(path, clock).contents) == told(contents)


def test_what_is_replaced_leaves_none_of_its_unknown_fields_behind(tmp_path: Path) -> None:
    path, clock = tmp_path / "journal.json", Clock()
    old = Moment(text="x", id="m", at=START, logged_at=START, changed_at=START, extra={"mood": 1})
    new = replace(old, changed_at=START + timedelta(hours=1), extra={})
    with Journal(path, clock) as journal:
        for each in (old, new):
            mine = journal.folding.contents()
            journal.folding.take_in(difference(mine, merged(mine, Contents(moments=(each,)))), before="merge", what="x")
        assert journal.folding.contents().moments == (new,)
    assert "mood" not in plain(path)["m"]


def test_contents_of_no_tables_are_empty() -> None:
    assert contents_of((), {}) == Contents()


@given(one=CONTENTS, other=CONTENTS)
@settings(max_examples=80, deadline=None)
def test_an_import_replaces_only_what_was_changed_later(one: Contents, other: Contents) -> None:
    theirs, both = {each.id: each for each in other.moments}, {each.id: each for each in taken_in(one, other).moments}
    for each in one.moments:
        is_later = each.id in theirs and theirs[each.id].changed_at > each.changed_at
        is_new = is_later or comes_again(each, theirs.get(each.id))
        assert both[each.id] is (theirs[each.id] if is_new else each)
