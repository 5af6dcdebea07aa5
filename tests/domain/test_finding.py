"""Searching and filtering moments: free words, filters, dates, what is refused, what is offered while typing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attune.domain.child import Child
from attune.domain.completions import completions
from attune.domain.filters import NAMES, Known
from attune.domain.finding import find, read, wanted
from attune.domain.folded import folded, stretches
from attune.domain.haystack import Haystack, Names, text_of
from attune.domain.library import Library
from attune.domain.moment import Landed, Moment, UsedScript
from attune.domain.script import Practice
from attune.domain.searchline import pieces_of, pieces_of_arguments, written
from attune.domain.vocabulary import Cue, Feeling, Need, Situation, Vocabulary
from attune.errors import InputError

NOW = datetime(2026, 3, 4, 19, 40, tzinfo=timezone(timedelta(hours=1)))  # a Wednesday
LIBRARY = Library(
    vocabulary=Vocabulary(
        situations=(Situation(slug="bedtime", label="going to bed", number="1", ages=("any",)),),
        cues=(
            Cue(slug="rubbing-eyes", label="rubbing eyes", group="tired"),
            Cue(slug="rubbing-ears", label="rubbing ears", group="tired"),
            Cue(slug="crying", label="crying", group="crying"),
        ),
        feelings=(Feeling(slug="sad", label="sad"),),
        needs=(Need(slug="rest", label="a rest"), Need(slug="food", label="something to eat")),
    ),
    practices=(
        Practice(id="rock", title="Rocking", situations=(), ages=(), steps=(), stop="", why="", sources=()),
    ),
)  # fmt: skip
MIA, ZOE = Child(id="c-1", name="Mia"), Child(id="c-2", name="Zoë Ann")
CHILDREN = (MIA, ZOE)


def a_moment(name: str, hours_ago: float = 0, **fields: object) -> Moment:
    at = NOW - timedelta(hours=hours_ago)
    return Moment(id=name, at=at, logged_at=at, changed_at=at, **fields)  # type: ignore[arg-type]


MOMENTS = (
    a_moment("tired", 0, text="wouldn’t lie down", cues=("rubbing-eyes",), situations=("bedtime",), children=("c-1",),
             guess=("food",), turned_out=("rest",), landed=Landed.EASED, tags=("handoff day",)),
    a_moment("park", 26, text="Fell at the PARK", said="Ouch. That hurt.", feelings=("sad",), children=("c-1", "c-2"),
             landed=Landed.LOST_IT, by="Opa José"),
    a_moment("shop", 24 * 3, note="crème brûlée on the floor", cues=("crying",), children=("c-2",), practice="rock"),
    a_moment("old", 24 * 300, text="the eyes again", cues=("humming",),
             script=UsedScript("gone", "Of a pack that is gone", "You hear it.\nI hear it too.")),
)  # fmt: skip
KNOWN = Known(LIBRARY, NOW, CHILDREN, MOMENTS)
NAMES_HERE = Names.of(LIBRARY, CHILDREN)


def texts(moments: tuple[Moment, ...] = MOMENTS) -> list[str]:
    return [text_of(moment, NAMES_HERE) for moment in moments]


def among(moments: tuple[Moment, ...] = MOMENTS) -> Haystack:
    haystack = Haystack()
    haystack.follow(moments, NAMES_HERE)
    return haystack


def found(line: str, *, is_typing: bool = False) -> list[str]:
    return [moment.id for moment in find(read(line, KNOWN, is_typing=is_typing), among())]


ALL = ["tired", "park", "shop", "old"]


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("", ALL),
        ("   ", ALL),
        ("park", ["park"]),
        ("PaRk", ["park"]),
        ("wouldn't", ["tired"]),
        ("wouldn’t lie", ["tired"]),
        ("creme brulee", ["shop"]),
        ("CRÈME", ["shop"]),
        ("ouch", ["park"]),
        ("handoff", ["tired"]),
        ("opa jose", ["park"]),
        ("pack that", ["old"]),
        ("hear it too", ["old"]),
        ("going", ["tired"]),
        ("bedtime", ["tired"]),
        ("eyes", ["tired", "old"]),
        ("rubbing eyes", ["tired"]),
        ("sad", ["park"]),
        ("something eat", ["tired"]),
        ("rest", ["tired"]),
        ("mia", ["tired", "park"]),
        ("zoe", ["park", "shop"]),
        ("rocking", ["shop"]),
        ("lost it", ["park"]),
        ("it lost", ["park"]),
        ('"it lost"', []),
        ("“lost it”", ["park"]),
        ('"going to bed', ["tired"]),
        ("park crying", []),
        ("note: floor", []),
        ("cue:crying", ["shop"]),
        ("cue:rubbing-eyes", ["tired"]),
        ('cue:"Rubbing Eyes"', ["tired"]),
        ("CUE:crying", ["shop"]),
        ("cue:humming", ["old"]),
        ("situation:bedtime", ["tired"]),
        ("feeling:sad", ["park"]),
        ("guess:food", ["tired"]),
        ("guess:rest", []),
        ("turned-out:rest", ["tired"]),
        ('turned-out:"a rest"', ["tired"]),
        ("landed:eased", ["tired"]),
        ("landed:lost-it", ["park"]),
        ("landed:lostit", ["park"]),
        ("landed:unknown", ["shop", "old"]),
        ("script:gone", ["old"]),
        ("practice:rock", ["shop"]),
        ('tag:"handoff day"', ["tired"]),
        ("tag:nobody-has-this", []),
        ('by:"opa jose"', ["park"]),
        ("by:Nobody", []),
        ("child:mia", ["tired", "park"]),
        ('child:"zoë ann"', ["park", "shop"]),
        ("child:c-2", ["park", "shop"]),
        ("since:today", ["tired"]),
        ("since:yesterday", ["tired", "park"]),
        ('since:"3 days ago"', ["tired", "park", "shop"]),
        ("until:yesterday", ["park", "shop", "old"]),
        ("since:sunday until:tuesday", ["park", "shop"]),
        ("until:2026-03-01", ["shop", "old"]),
        ("child:mia landed:eased eyes", ["tired"]),
        ("child:mia cue:crying", []),
    ],
)  # fmt: skip
def test_what_a_line_finds(line: str, ids: list[str]) -> None:
    assert found(line) == ids


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("cues:crying", "There is no filter “cues”. There are child, cue, situation,"),
        ("cue:cryin", "“cryin” is not a cue that attune knows. Did you mean “crying”?"),
        ("landed:badly", "is not a way of landing that attune knows. Some of them: "),
        ("child:otto", "No child in the journal is called that."),
        ("since:whenever", "That could not be read as a time. Try “20m ago”"),
        ("until:2030-01-01", "That time has not come yet"),
        ("is:gone", "“is:deleted” shows what was deleted."),
        ("cue:", "“cue:” wants a word after it."),
        ('cue:" "', "“cue:” wants a word after it."),
    ],
)
def test_what_is_not_known_is_told_with_what_there_is(line: str, told: str) -> None:
    with pytest.raises(InputError) as fault:
        read(line, KNOWN)
    assert told in str(fault.value)


def test_what_the_family_writes_freely_is_quoted_by_no_error() -> None:
    for line in ("child:otto", "cue:zzz", "tagg:x"):
        with pytest.raises(InputError) as fault:
            read(line, KNOWN)
        assert not any(private in str(fault.value) for private in ("Mia", "Zo", "handoff", "Opa"))


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("cue:", ALL),
        ("cue:c", ["shop"]),
        ("cue:rub", ["tired"]),
        ("landed:e", ["tired"]),
        ("child:z", ["park", "shop"]),
        ("since:y", ALL),
        ("since:yesterday", ["tired", "park"]),
        ('tag:"hand', ["tired"]),
        ("tag:zzz", []),
        ("situation:going", ["tired"]),
        ("is:", ALL),
    ],
)
def test_while_typing_the_last_piece_may_be_half_a_word(line: str, ids: list[str]) -> None:
    assert found(line, is_typing=True) == ids


@pytest.mark.parametrize("line", ["cue:rub park", "cue:zz", "since:y park", "child:x"])
def test_what_is_behind_the_typist_must_be_whole(line: str) -> None:
    with pytest.raises(InputError):
        read(line, KNOWN, is_typing=True)


def test_a_value_that_is_whole_means_no_longer_one() -> None:
    longer = replace(MOMENTS[2], cues=("crying-hard",))
    known = replace(KNOWN, moments=(*MOMENTS, longer), _counted={})
    asked = read("cue:crying", known, is_typing=True)
    assert find(asked, among((longer,))) == ()


def test_deleted_moments_are_asked_for_by_a_filter() -> None:
    assert read("is:deleted eyes", KNOWN).is_deleted
    assert read("is:del", KNOWN, is_typing=True).is_deleted
    assert not read("deleted", KNOWN).is_deleted
    assert read("", KNOWN).is_everything


def test_since_and_until_go_by_the_instant_not_by_the_wall() -> None:
    elsewhere = replace(
        MOMENTS[0], at=datetime(2026, 3, 4, 9, 0, tzinfo=timezone(timedelta(hours=12)))
    )  # 3 March, 22:00 here
    assert find(read("until:tuesday", KNOWN), among((elsewhere,))) == (elsewhere,)


@pytest.mark.parametrize(
    ("arguments", "pieces"),
    [
        (("rubbing", "eyes"), [("", "rubbing"), ("", "eyes")]),
        (("rubbing eyes",), [("", "rubbing"), ("", "eyes")]),
        (("since:3 days ago",), [("since", "3 days ago")]),
        (("child:zoë ann", "park"), [("child", "zoë ann"), ("", "park")]),
        (("child:mia cue:crying",), [("child", "mia"), ("cue", "crying")]),
        (('since:"3 days ago" park',), [("since", "3 days ago"), ("", "park")]),
        (("landed:eased park",), [("landed", "eased"), ("", "park")]),
        (("park since:monday",), [("", "park"), ("since", "monday")]),
    ],
)
def test_arguments_from_a_shell(arguments: tuple[str, ...], pieces: list[tuple[str, str]]) -> None:
    assert [(piece.name, piece.value) for piece in pieces_of_arguments(arguments)] == pieces


WRITTEN = st.text(max_size=30)


@given(st.sampled_from(sorted(NAMES)), WRITTEN.filter(lambda text: not set(text) & set('"“”')))
def test_a_filter_that_is_written_is_read_again(name: str, value: str) -> None:
    [piece] = pieces_of(written(name, value))
    assert (piece.name, piece.value) == (name, value)


@given(WRITTEN)
def test_any_line_is_read_or_kindly_refused(line: str) -> None:
    for is_typing in (True, False):
        try:
            asked = read(line, KNOWN, is_typing=is_typing)
        except InputError:
            continue
        assert {each.id for each in find(asked, among())} <= set(ALL)
    completions(line, KNOWN)


@given(WRITTEN, st.data())
def test_every_stretch_of_what_was_written_finds_it(text: str, data: st.DataObject) -> None:
    moment = a_moment("one", text=text)
    words = folded(text).split()
    if words:
        word = data.draw(st.sampled_from(words))
        asked = wanted([piece for piece in pieces_of(f'"{word}"') if piece.value], KNOWN)
        if not set(word) & set('"“”'):
            assert find(asked, among((moment,))) == (moment,)


@given(WRITTEN)
def test_marks_lie_within_the_text(text: str) -> None:
    for start, end in stretches(text, [folded(text)[:3], "e", ""]):
        assert 0 <= start < end <= len(text)


def test_marks_stand_where_the_words_are() -> None:
    assert [("Zoë’s Straße"[a:b]) for a, b in stretches("Zoë’s Straße", ["zoe's", "strasse", "ss"])] == [
        "Zoë’s", "Straße", "ß",
    ]  # fmt: skip


# -- the texts, kept in step --------------------------------------------------------------------

CHANGES = st.lists(st.tuples(st.sampled_from(["add", "edit", "delete", "move"]), st.integers(0, 9)), max_size=6)


@given(CHANGES, st.lists(st.integers(0, 4), max_size=6))
def test_texts_stay_in_step_however_moments_change(changes: list[tuple[str, int]], slices: list[int]) -> None:
    haystack, moments = Haystack(), list(MOMENTS)
    for number, (what, at) in enumerate(changes):
        haystack.follow(tuple(moments), NAMES_HERE)
        haystack.make(slices[number % len(slices)] if slices else 100)
        at %= len(moments) + 1
        if what == "add":
            moments.insert(at, a_moment(f"new-{number}", text=f"new {number}"))
        elif what == "delete":
            del moments[at : at + 1]
        elif moments[at : at + 1]:
            moment = moments.pop(at)
            moments.insert(0 if what == "move" else at, replace(moment, note=f"changed {number}"))
    haystack.follow(tuple(moments), NAMES_HERE)
    assert list(haystack.texts) == texts(tuple(moments))


def test_a_text_that_is_known_is_not_made_again() -> None:
    haystack = Haystack()
    haystack.follow(MOMENTS, NAMES_HERE)
    before = list(haystack.texts)
    haystack.follow((a_moment("new"), *MOMENTS[:1], *MOMENTS[2:]), NAMES_HERE)
    assert [id(text) for text in haystack.texts[1:]] == [id(text) for text in (before[0], *before[2:])]


def test_a_child_that_is_called_otherwise_is_found_so() -> None:
    haystack = Haystack()
    haystack.follow(MOMENTS, NAMES_HERE)
    haystack.make(2)
    haystack.follow(MOMENTS, Names.of(LIBRARY, (replace(MIA, name="Bo"), ZOE)))
    asked = read("bo", KNOWN)
    assert [moment.id for moment in find(asked, haystack)] == ["tired", "park"]


@given(st.lists(st.lists(st.text("aeisr ", max_size=3), max_size=3).map(" ".join), min_size=1, max_size=6))
def test_what_is_found_while_a_line_changes_is_what_is_found_at_once(lines: list[str]) -> None:
    haystack = among()
    for line in lines:
        asked = read(line, KNOWN, is_typing=True)
        assert find(asked, haystack) == find(asked, among())


def test_what_was_found_is_looked_for_anew_once_the_moments_are_others() -> None:
    haystack, asked = among(), read("e", KNOWN)
    assert len(find(asked, haystack)) > 1
    haystack.follow(MOMENTS[1:], NAMES_HERE)
    assert find(asked, haystack) == find(asked, among(MOMENTS[1:]))


# -- what may come next -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("", ["child:", "cue:", "situation:"]),
        ("park ", ["child:", "cue:", "situation:"]),
        ("c", ["child:", "cue:"]),
        ("cue:", ["cue:rubbing-eyes", "cue:crying", "cue:humming", "cue:rubbing-ears"]),
        ("cue:rub", ["cue:rubbing-eyes", "cue:rubbing-ears"]),
        ("cue:ears", ["cue:rubbing-ears"]),
        ("park cue:cr", ["cue:crying"]),
        ("rub", ["cue:rubbing-eyes", "cue:rubbing-ears"]),
        ("bed", ["situation:bedtime"]),
        ('"bed', []),
        ('cue:"rub', ["cue:rubbing-eyes"]),
        ("zo", ['child:"Zoë Ann"']),
        ("child:", ["child:Mia", 'child:"Zoë Ann"']),
        ("tag:", ['tag:"handoff day"']),
        ("since:", ["since:today", "since:yesterday"]),
        ("is:", ["is:deleted"]),
        ("is:deleted", []),
        ("zzz:", []),
        ("park", []),
    ],
)
def test_what_may_come_next(line: str, first: list[str]) -> None:
    offered = [each.shown for each in completions(line, KNOWN)]
    assert offered[: len(first)] == first
    if not first:
        assert offered == []


def test_what_is_taken_is_the_whole_line_ready_for_the_next_word() -> None:
    assert completions("park cue:cr", KNOWN)[0].line == "park cue:crying "
    assert completions("park c", KNOWN)[0].line == "park child:"


def test_times_are_compared_in_one_zone() -> None:
    assert read("since:today", KNOWN).tests[0](replace(MOMENTS[0], at=NOW.astimezone(UTC)))
