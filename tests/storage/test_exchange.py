"""Files to take along and files of others: nothing lost, nothing run, nothing half taken in."""

import csv
import io
import json
import os
import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attune.domain.child import Child
from attune.domain.initials import Initials
from attune.domain.library import Library
from attune.domain.moment import Landed, Moment, UsedScript
from attune.domain.ourwords import OwnWords
from attune.domain.vocabulary import Cue, Need, Situation, Vocabulary
from attune.errors import InputError
from attune.storage.contents import Contents
from attune.storage.exchange import markdown, page, portable, spreadsheet
from attune.storage.exchange.cells import apart, guarded, joined, unguarded
from attune.storage.exchange.foreign import Known
from attune.storage.exchange.incoming import Incoming, read_incoming
from attune.storage.exchange.outgoing import write_new
from attune.storage.exchange.selection import selected, with_initials
from attune.storage.merging import taken_in
from attune.text import shown
from tests.storage.family_contents import CONTENTS
from tests.storage.test_merging import told
from tests.storage.tools import START, everything_in

NOW = datetime(2026, 3, 4, 19, 40, tzinfo=timezone(timedelta(hours=1)))
MIA = Child(id="c-mia", name="Mia")
WORDS = Vocabulary(
    situations=(Situation(slug="bedtime", label="bedtime", number="1", ages=("any",)),),
    cues=(Cue(slug="rubbing-eyes", label="rubbing eyes", group="tired"),),
    needs=(Need(slug="rest", label="rest"), Need(slug="closeness", label="closeness")),
)
LIBRARY = Library(vocabulary=WORDS)
HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "'=1", "=cmd|' /C calc'!A0")
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(HOSTILE)


def moment(number: int = 1, **fields: object) -> Moment:
    at = START + timedelta(hours=number)
    return Moment(**{"id": f"m-{number}", "at": at, "logged_at": at, "changed_at": at, "text": "x", **fields})


def taken(data: bytes, *columns: tuple[str, str], children: tuple[Child, ...] = (), now: datetime = NOW) -> Incoming:
    return read_incoming(data, columns, lambda: Known(children=children, vocabulary=WORDS, now=now))


# ---- json


@given(contents=CONTENTS)
@settings(max_examples=150, deadline=None)
def test_json_gives_back_everything(contents: Contents) -> None:
    data = portable.written(contents, NOW)
    assert data.isascii()
    assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", data)
    found = taken(data)
    assert (found.kind, found.only_new) == ("attune", False)
    assert told(found.contents) == told(contents)


def test_json_has_the_shape_that_is_described() -> None:
    child, script = replace(MIA, extra={"new": 1}), UsedScript("s", "Title", "Words.")
    found = json.loads(
        portable.written(Contents(moments=(moment(script=script, children=("c-mia",)),), children=(child,)), NOW)
    )
    assert list(found) == [
        "format", "version", "made_at", "names", "children", "words", "moments", "asked", "other",
    ]  # fmt: skip
    assert (found["format"], found["version"], found["names"]) == ("attune-export", 1, "in full")
    assert found["moments"][0]["children"] == [{"id": "c-mia", "name": "Mia"}]
    assert found["children"][0]["new"] == 1


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"version": 2}, "newer attune"),
        ({"version": None}, "which version"),
        ({"moments": 3}, "moments: not a list"),
        ({"moments": [{"id": "m"}, {}, 7]}, "3 places.*moments, number 1: .* moments, number 2: .*moments, number 3"),
        ({"children": [{"id": "c", "name": "x" * 100}]}, "children, number 1"),
        ({"children": [{"id": "c", "name": "Mia", "born": "soon"}]}, "children, number 1"),
        ({"children": [{"id": "", "name": "Mia"}]}, "children, number 1"),
        ({"asked": [1]}, "asked"),
        ({"other": {"cards": 1}}, "other"),
    ],
)
def test_json_that_is_not_as_it_should_be_is_refused_whole(change: dict[str, object], says: str) -> None:
    given_file = json.loads(portable.written(Contents(moments=(moment(),)), NOW)) | change
    with pytest.raises(InputError, match=says):
        taken(json.dumps(given_file).encode())


@pytest.mark.parametrize(
    "data",
    [b"{", b"[]", b"[1]", b"{}", b'{"format": "other"}', b'{"a": NaN}', b"[" * 100_000, b'{"a":' * 100_000, b"{\xff}"],
)
def test_json_of_something_else_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="Nothing was imported"):
        taken(data)


def test_a_journal_is_told_apart_from_an_export() -> None:
    with pytest.raises(InputError, match="attune merge"):
        taken(b'{"meta": {"1": {"schema": 1}}, "moments": {}}')


# ---- csv


@given(text=ANY)
def test_a_guard_is_taken_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(text=ANY)
def test_no_cell_is_a_formula(text: str) -> None:
    first = guarded(shown(text)).lstrip(" \n")[:1]
    assert first not in ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@given(values=st.lists(ANY.map(str.strip).filter(bool), max_size=4, unique=True))
def test_several_values_share_a_cell(values: list[str]) -> None:
    assert apart(joined(values)) == tuple(values)


@given(contents=CONTENTS)
@settings(max_examples=60, deadline=None)
def test_our_table_gives_back_what_can_be_seen(contents: Contents) -> None:
    named = tuple(replace(child, name=f"child {number}") for number, child in enumerate(contents.children))
    known = {child.id for child in named}
    visible = tuple(
        replace(each, children=tuple(dict.fromkeys(one for one in each.children if one in known)))
        for each in contents.moments
        if each.deleted_at is None
    )
    found = taken(spreadsheet.written(replace(contents, moments=visible, children=named)), children=named).contents
    for back, was in zip(found.moments, visible, strict=True):
        assert (back.id, back.at, back.changed_at, back.landed) == (was.id, was.at, was.changed_at, was.landed)
        assert (back.text, back.note, back.said) == (shown(was.text), shown(was.note), shown(was.said))
        assert (back.children, set(back.tags)) == (was.children, {shown(tag).strip() for tag in was.tags} - {""})


def test_our_table_is_one_that_excel_and_the_csv_of_others_read() -> None:
    made = moment(
        note='two\nlines, "quoted"; and =1', tags=("a;b", "c"), children=("c-mia", "gone"), landed=Landed.NOT_YET
    )
    data = spreadsheet.written(Contents(moments=(made, moment(2, deleted_at=START)), children=(MIA,)))
    assert data.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert (row["date"], row["time"], row["child"]) == ("2025-03-04", "20:30", "Mia; gone")
    assert (row["note"], row["tags"], row["landed"]) == ('two\nlines, "quoted"; and =1', "a\\;b; c", "not-yet")


TABLE = (
    "Date,Time,What,Who,Kind\r\n"
    '2026-03-01,18:30,"cried, then slept",Mia,evening; tears\r\n'
    "2026/3/2,7:20,=laughed,Jo,\r\n"
)
COLUMNS = (("date", "at"), ("Time", "at"), ("What", "note"), ("Who", "child"), ("Kind", "tags"))


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        re.sub(r",(?! )", ";", TABLE.replace("evening; tears", '"evening; tears"')).encode(),
        TABLE.replace(",", "\t").replace("cried\t", "cried,").encode(),
        TABLE.replace("\r\n", "\n\n").encode(),
        TABLE.replace("=laughed", "'=laughed").encode(),
    ],
    ids=["plain", "marked", "utf-16", "semicolons", "tabs", "empty rows", "guarded"],
)
def test_a_table_of_another_program_is_read_by_its_columns(data: bytes) -> None:
    found = taken(data, *COLUMNS, children=(MIA,)).contents
    assert [(f"{each.at:%d %H:%M}", each.note, each.tags) for each in found.moments] == [
        ("01 18:30", "cried, then slept", ("evening", "tears")),
        ("02 07:20", "=laughed", ()),
    ]
    assert {child.name for child in found.children} == {"Mia", "Jo"}
    assert found.moments[0].children == ("c-mia",)
    assert found.moments[0].changed_at == found.moments[0].at


def test_a_row_has_the_same_id_wherever_and_whenever_it_is_read() -> None:
    def ids(data: str, **settings: object) -> list[str]:
        return [each.id for each in taken(data.encode(), *COLUMNS, **settings).contents.moments]

    once = ids(TABLE)
    elsewhere = NOW.astimezone(timezone(timedelta(hours=-8))) + timedelta(days=40)
    assert ids(TABLE, children=(MIA,), now=elsewhere) == once
    assert set(ids(TABLE + TABLE.split("\r\n", 1)[1])) > set(once)
    assert all(
        re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", each) for each in once
    )
    assert len(set(ids(TABLE.replace("slept", "woke"))) & set(once)) == 1
    assert len(set(ids(TABLE + TABLE.split("\r\n", 1)[1]))) == 4  # two rows that say the same are two moments


def test_a_table_read_again_in_another_zone_changes_nothing() -> None:
    first = taken(TABLE.encode(), *COLUMNS).contents
    again = taken(TABLE.encode(), *COLUMNS, now=NOW.astimezone(timezone(timedelta(hours=-8))))
    assert again.contents.moments[0].changed_at > first.moments[0].changed_at
    assert again.only_new
    assert told(taken_in(first, again.contents, only_new=again.only_new)) == told(first)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (",,x,,", "row 4: it has no time"),
        ("03/04/2026,,x,,", "row 4: “03/04/2026”: which is the day and which the month"),
        ("soonish,,x,,", "row 4: “soonish”: that could not be read as a time"),
        ("2026-02-31,,x,,", "row 4: “2026-02-31”: "),
        ("2027-01-01,,x,,", "row 4: “2027-01-01”: that time has not come yet"),
        (f"2026-01-01,,x,{'y' * 70},", "row 4: a nickname has"),
        (f"2026-01-01,,{'y' * 100_001},,", "row 4: that is longer than a moment can hold"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_nothing_is_taken(row: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        taken((TABLE + row + "\r\n").encode(), *COLUMNS)


def test_words_of_attunes_own_are_known_by_label_or_refused() -> None:
    table = b"at,cues,landed,turned_out\n2026-01-01,Rubbing Eyes,not yet,rest\n"
    names = tuple((name, name) for name in ("at", "cues", "landed", "turned_out"))
    (found,) = taken(table, *names).contents.moments
    assert (found.cues, found.landed, found.turned_out) == (("rubbing-eyes",), Landed.NOT_YET, ("rest",))
    with pytest.raises(InputError) as refused:
        taken(table.replace(b"Rubbing Eyes", b"yodelling; rubing eyes") + b"2026-01-02,yodelling,,\n", *names)
    known, *rest = [line for line in refused.value.details if "can hold" in line]
    assert refused.value.details[:2] == (
        "“yodelling”, 2 times under “cues”: not a word that attune knows there.",
        "“rubing eyes”, 1 time under “cues”: not a word that attune knows there; did you mean “rubbing eyes”?",
    )
    assert "rubbing eyes" in known
    assert not rest
    with pytest.raises(InputError, match="row 2: how it landed"):
        taken(table.replace(b"not yet", b"badly"), *names)


def test_a_row_with_nothing_but_a_time_is_passed_over() -> None:
    assert taken(b"at,note,child\n2026-01-01,,Mia\n", ("at", "at"), ("note", "note")).contents == Contents()


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ((), "which column holds the time.*--map"),
        ((("What", "note"),), "which column holds the time"),
        ((("Date", "at"),), "which column holds what happened.*--map.*It becomes one of: text, said"),
        ((("When", "at"),), "no column “When”.*Date, Time, What"),
        ((("Date", "at"), ("What", "mood")), "“mood” is not what a column can become"),
    ],
)
def test_what_the_columns_are_has_to_be_said(columns: tuple[tuple[str, str], ...], says: str) -> None:
    with pytest.raises(InputError) as refused:
        taken(TABLE.encode(), *columns)
    assert re.search(says, str(refused.value))


@pytest.mark.parametrize("data", [b"", b"\n\n", b'"a","b\n', b'a,b\n"x"y,z\n'])
def test_what_is_no_table_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        taken(data, ("a", "at"))


@pytest.mark.parametrize(
    "data",
    [
        b"\x7fELF\x02\x01\x01\0\0\xc3\xb0a,p@G\n8,1\n",
        b"PK\x03\x04\x14\0\x06\0\x08,word/document.xml\n",
        b"\x1f\x8b\x08\x01q\xe9k,\x90\n1,2\n",
        b"at,note\n2026-02-01,hidden\0\n",
        "at,note\n2026-02-01,x\n".encode("utf-16-le"),
    ],
)
def test_of_what_is_no_text_nothing_is_shown(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^This is no file that attune can read in. Nothing was imported.") as refused:
        taken(data)
    assert "attune export" in str(refused.value.hint)
    assert "--map" not in str(refused.value)


def test_a_column_may_be_named_in_any_script() -> None:
    joined = "چه\u200cشد"
    found = taken(f"زمان,{joined}\n2026-02-01,x\n".encode(), ("زمان", "at"), (joined, "note"))
    assert found.contents.moments[0].note == "x"


# ---- jrnl

JRNL = {
    "tags": {"@bath": 1},
    "entries": [
        {"title": "Splashing @bath", "body": "for an hour", "date": "2026-01-02", "time": "18:30", "tags": ["@bath"],
         "starred": True},
        {"title": "Short.", "body": "", "date": "2026-01-03", "time": "07:05", "tags": [], "starred": False},
    ],
}  # fmt: skip


def test_entries_of_jrnl_become_moments() -> None:
    found = taken(json.dumps(JRNL).encode())
    assert found.kind == "jrnl"
    assert [(each.text, each.note, each.tags, f"{each.at:%m-%d %H:%M}") for each in found.contents.moments] == [
        ("Splashing @bath", "for an hour", ("bath", "starred"), "01-02 18:30"),
        ("Short.", "", (), "01-03 07:05"),
    ]
    assert told(taken(json.dumps(JRNL).encode()).contents) == told(found.contents)


@pytest.mark.parametrize("entry", [7, {"title": 1}, {"tags": "x"}, {"title": "x", "date": "soon", "time": ""}])
def test_an_entry_that_cannot_be_read_is_named(entry: object) -> None:
    with pytest.raises(InputError, match="entry 3"):
        taken(json.dumps(JRNL | {"entries": [*JRNL["entries"], entry]}).encode())


# ---- md and html


class Page(HTMLParser):
    """What a page is made of, and the text that it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.text += "\n" if tag == "br" else ""
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(contents: Contents) -> Page:
    found = Page()
    found.feed(page.written(contents, LIBRARY).decode())
    return found


EVIL = '<script>alert(1)</script><img src=x onerror="x"> <style>*{}</style> & "quoted" \'too\' <!-- --> ]]> &lt; http://e.vil'


def test_a_page_runs_nothing_and_asks_for_nothing() -> None:
    everywhere = {name: EVIL for name in ("text", "said", "note", "by")}
    made = moment(**everywhere, tags=(EVIL,), cues=(EVIL,), turned_out=(EVIL,), practice=EVIL, situations=(EVIL,),
                  script=UsedScript(EVIL, EVIL, EVIL), children=("c",))  # fmt: skip
    found = parsed(Contents(moments=(made,), children=(Child(id="c", name=EVIL),)))
    assert found.tags.count("style") == 1
    assert not {"script", "img", "link", "iframe", "a", "object", "svg", "base", "form"} & set(found.tags)
    assert not {"src", "href", "onerror", "style", "action"} & {name for name, _ in found.attributes}
    assert found.text.count("alert(1)") >= 10
    data = page.written(Contents(moments=(made,)), LIBRARY).decode()
    assert "default-src 'none'" in data
    assert not re.search(r"url\(|@import|javascript:", data)


def test_a_page_shows_what_the_screens_of_looking_back_show() -> None:
    sleeve = UsedScript("sleeve", "Doesn’t want you to leave", "You’ve got my sleeve.")
    met = [
        moment(number * 24, cues=("rubbing-eyes",), turned_out=("rest" if number < 7 else "closeness",))
        for number in range(9)
    ]
    met += [
        moment(900 + number, situations=("bedtime",), script=sleeve, landed=landed)
        for number, landed in enumerate((Landed.EASED, Landed.EASED, Landed.LOST_IT, None))
    ]
    met.append(moment(910, situations=("repair",), practice="rocking", text="first\nsecond"))
    found = parsed(Contents(moments=tuple(met), children=(MIA,)))
    text = " ".join(found.text.split())
    for words in (
        "Rubbing eyes: rest 7 of 9 turned out: rest 7 · closeness 2",
        "of 14 moments. It counts what was logged, not what happened.",
        "What landed Making it right again: 1 moment.",
        "Bedtime Doesn’t want you to leave: eased 2 · I lost it 1 · not said yet 1",
        "Repair to do: rocking: not said yet 1",
        "Tuesday 4 March 2025",
    ):
        assert words in text
    assert found.tags.count("td") == 7 * 12 + 1 + 6  # the hours, their corner, and six weeks
    assert found.tags.count("br") == 1 + 1  # in a row of the dictionary, and between the lines of a text
    assert "%" not in found.text.replace("width: 100%", "")
    assert "No child named" not in text


def test_markdown_shows_them_too_and_a_week_without_moments_is_a_gap() -> None:
    jo = Child(id="c-jo", name="J*o")
    met = (
        moment(1, cues=("rubbing-eyes",), children=("c-mia",), turned_out=("rest",)),
        moment(2, cues=("rubbing-eyes",), children=("c-jo",), guess=("rest",), practice="rocking", text="*"),
        moment(24 * 15),
    )
    text = markdown.written(Contents(moments=met, children=(MIA, jo)), LIBRARY).decode()
    for words in (
        "\n### Mia\n\n- *Rubbing eyes:* too few to say: 1 moment  \n  turned out: rest 1\n",
        "\n### J\\*o\n\n- *Rubbing eyes:* too few to say: 1 moment, none known yet  \n  guessed: rest 1\n",
        "| Tuesday | · | · | · | · | · | · | · | · | · | · | 2 | · |\n",
        "- week of 3 March 2025: 2 moments\n- week of 10 March 2025: nothing logged\n- week of 17 March 2025: 1 m",
        "\n## What landed\n\n### No situation named\n\n- *to do: rocking:* not said yet 1\n",
    ):
        assert words in text
    assert "###" not in text.partition("## When it was")[2].partition("## What landed")[0]
    of_mia = markdown.written(Contents(moments=met[:1], children=(MIA, jo)), LIBRARY, MIA.id).decode()
    assert "### Mia" not in of_mia
    assert "rest 1" in of_mia


def test_a_page_of_few_moments_says_that_they_are_few() -> None:
    text = " ".join(parsed(Contents(moments=(moment(cues=("rubbing-eyes",), turned_out=("rest",)),))).text.split())
    assert "Too few moments to say anything of a rhythm" in text
    assert "Rubbing eyes: too few to say: 1 moment" in text
    assert "What landed" not in text
    empty = " ".join(parsed(Contents()).text.split())
    assert "Moments 0 moments" in empty
    assert "When it was" not in empty


def test_markdown_reads_well_by_day() -> None:
    contents = Contents(
        moments=(
            moment(
                1,
                text="tears",
                situations=("bedtime",),
                children=("c-mia",),
                landed=Landed.EASED,
                note="the lamp\nhelped",
            ),
            moment(2, text="", said="I see you.", deleted_at=None),
            moment(3, deleted_at=START),
        ),
        children=(MIA,),
    )
    text = markdown.written(contents, LIBRARY).decode()
    assert text.startswith("# Moments, Tuesday 4 March 2025\n\nMia · 2 moments\n\n## When it was\n\nToo few")
    assert text.endswith(
        "\n- week of 3 March 2025: 2 moments\n\n## Tuesday 4 March 2025\n"
        "\n### 20:30 · Mia · bedtime · eased\n\ntears\n\n- *Note:* the lamp  \n  helped\n"
        "\n### 21:30\n\n- *Said:* I see you.\n"
    )


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("# not a heading", r"\# not a heading"),
        ("> - + 1. x", r"\> - + 1. x"),
        ("1. x", r"1\. x"),
        ("12) x", r"12\) x"),
        ("<b> *a* _b_ `c` [d](e)", r"\<b> \*a\* \_b\_ \`c\` \[d\](e)"),
        ("snake_case 2*3", r"snake_case 2\*3"),
        ("&lt; & co", r"\&lt; & co"),
        ("--- \x1b[31m", r"\--- [31m".replace("[", r"\[")),
        ("3.5 hours", "3.5 hours"),
    ],
)
def test_what_was_typed_is_no_markdown(typed: str, written: str) -> None:
    assert f"\n{written}\n" in markdown.written(Contents(moments=(moment(text=typed),)), LIBRARY).decode()


# ---- some of it, and initials


def test_what_is_chosen_is_all_there_is() -> None:
    jo = Child(id="c-jo", name="Jo")
    own = tuple(
        OwnWords(id=f"w-{number}", words="x", changed_at=START, **fields)
        for number, fields in enumerate(({}, {"children": ("c-jo",)}, {"deleted_at": START}))
    )
    contents = Contents(
        moments=(moment(1, children=("c-mia",)), moment(2, children=("c-jo",)), moment(3, deleted_at=START)),
        children=(MIA, jo), own=own, asked=frozenset(("m-1", "m-2")), other={"cards": ({"id": "k"},)},
    )  # fmt: skip
    found = selected(contents, lambda each: "c-mia" in each.children, "c-mia")
    assert [each.id for each in (*found.moments, *found.children, *found.own)] == ["m-1", "c-mia", "w-0"]
    assert (found.asked, found.other) == (frozenset(("m-1",)), {})


NAMES = Initials(["Mia", "Max", "Little Bear", "🦊", "小明", "Zoë"], ["Anna", "grandpa"])


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("mia and MAX", "M1 and M2"),
        ("Mia’s cup, Mias cup, #mia, _mia_, @Mia!", "M1’s cup, M1s cup, #M1, _M1_, @M1!"),
        ("miami maximal Jo", "miami maximal Jo"),
        ("little\n bear slept", "L. slept"),
        ("🦊 ran; 今天小明哭了", "C1 ran; 今天C2哭了".replace("C2", "小.").replace("C1", "C.")),
        ("ZOE\u0308 zoë", "Z. Z."),
        ("Anna said; anna; grandpa", "A. said; anna; grandpa"),
        ("", ""),
    ],
)
def test_nicknames_become_initials_where_they_stand_as_words(text: str, shared: str) -> None:
    assert NAMES.within(text) == shared


@given(names=st.lists(st.text(min_size=1, max_size=6), max_size=4), text=st.text(max_size=30))
@settings(max_examples=200, deadline=None)
def test_initials_take_any_name_and_any_text(names: list[str], text: str) -> None:
    initials = Initials(names, names)
    initials.within(text)
    assert all(initials.of(name) for name in names if name.strip())


def test_no_nickname_is_left_anywhere() -> None:
    text = "Mia and Otto"
    everywhere = {name: text for name in ("text", "said", "note", "by")}
    hidden = Child(id="c-2", name="Otto", hidden_at=START)
    contents = Contents(
        moments=(moment(**everywhere, tags=(text,), script=UsedScript("s", text, text), extra={"new": [{"Mia": text}]},
                        children=("c-mia", "c-2")),
                 moment(2, text=text, deleted_at=START)),
        children=(replace(MIA, extra={"x": text}), hidden),
        own=(OwnWords(id="w", words=text, changed_at=START, extra={"x": text}),),
        other={"cards": ({"id": "k", "text": text},)},
    )  # fmt: skip
    shared = with_initials(contents, contents.children)
    for data in (
        portable.written(shared, NOW, has_initials=True),
        spreadsheet.written(shared),
        markdown.written(shared, LIBRARY),
        page.written(shared, LIBRARY),
    ):
        assert not re.search(rb"\b(mia|otto)\b", data.replace(b"c-mia", b""), re.I)
    assert taken(portable.written(shared, NOW, has_initials=True)).only_new


# ---- files


def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    former = os.umask(0)
    try:
        path = write_new(tmp_path / "x.json", b"abc")
    finally:
        os.umask(former)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"abc", 0o600)
    assert everything_in(tmp_path).keys() == {"x.json"}


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    for name in ("file", "folder", "link", "dangling"):
        with pytest.raises(InputError, match=r"something at .* already"):
            write_new(tmp_path / name, b"theirs")
    with pytest.raises(InputError, match="the folder is not there"):
        write_new(tmp_path / "none" / "x", b"theirs")
    assert everything_in(tmp_path) == {"file": b"mine", "link": b"mine"}
