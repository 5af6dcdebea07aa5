"""log, list, show, edit, delete, undo, redo, as `docs/commands.md` describes them."""

import threading
import time
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from attune.domain.child import Child
from attune.domain.vocabulary import Vocabulary
from attune.storage.journal import Journal
from attune.storage.packs import load_library
from tests.cli.conftest import NOW, SMALL, Home

KEYS = [
    "id", "at", "logged_at", "changed_at", "deleted_at", "text", "children", "by", "cues", "situations", "feelings",
    "guess", "turned_out", "said", "script", "practice", "landed", "note", "tags",
]  # fmt: skip


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return load_library([SMALL]).library.vocabulary


# -- log ----------------------------------------------------------------------------------------


def test_log_says_saved_first_then_what_was_understood_then_the_id(home: Home) -> None:
    ran = home.run("log", "tantrum in the shop, 20m ago")
    assert ran.status == 0
    assert ran.lines[0] == "Saved"
    assert "When: Wed 04 Mar 2026 19:20" in ran.lines
    assert ran.lines[-1] == home.run("list", "--json").json[0]["id"]


def test_log_with_json_prints_the_moment_and_nothing_else(home: Home) -> None:
    moment = home.log("tantrum in the shop")
    assert list(moment) == KEYS
    assert moment["text"] == "tantrum in the shop"
    assert datetime.fromisoformat(moment["at"]) == NOW
    assert (moment["script"], moment["practice"], moment["landed"], moment["deleted_at"]) == (None, None, None, None)


def test_every_field_can_be_named(home: Home, words: Vocabulary) -> None:
    mia = home.child("Mia")
    script = load_library([SMALL]).library.scripts[0]
    need, other = words.needs[0].slug, words.needs[1].slug
    moment = home.log(
        "words", "--at", "yesterday 19:00", "--child", "mia", "--cue", words.cues[0].slug, "--cue", words.cues[1].slug,
        "--situation", "bedtime", "--feeling", words.feelings[0].slug, "--guess", need, "--turned-out", other,
        "--said", "I am here", "--script", script.id, "--landed", "eased", "--note", "it rained", "--tag", "rain",
        "--tag", "late", "--by", "Opa",
    )  # fmt: skip
    assert moment["at"] == "2026-03-03T19:00:00+01:00"
    assert moment["children"] == [{"id": mia.id, "name": "Mia"}]
    assert moment["cues"] == [words.cues[0].slug, words.cues[1].slug]
    assert moment["situations"] == ["bedtime"]
    assert moment["feelings"] == [words.feelings[0].slug]
    assert (moment["guess"], moment["turned_out"]) == ([need], [other])
    assert (moment["said"], moment["note"], moment["by"]) == ("I am here", "it rained", "Opa")
    assert list(moment["script"]) == ["id", "title", "words"]
    assert moment["script"]["id"] == script.id
    assert (moment["landed"], moment["tags"]) == ("eased", ["rain", "late"])


def test_what_an_option_names_wins_over_what_was_read(home: Home) -> None:
    assert home.log("tantrum in the shop")["situations"] == ["tantrum"]
    assert home.log("tantrum in the shop", "--situation", "transitions")["situations"] == ["transitions"]
    assert home.log("tantrum in the shop", "--situation", "")["situations"] == []


def test_a_crisis_is_never_kept_even_by_name(home: Home) -> None:
    ran = home.run("log", "a hard night", "--situation", "crisis")
    assert ran.status == 1
    assert home.run("list", "--json").json == []


@pytest.mark.parametrize("option", [("--landed", "eased"), ("--note", "tears"), ("--said", "hush"), ("--tag", "x")])
def test_any_one_field_is_enough(home: Home, option: tuple[str, str]) -> None:
    assert home.run("log", *option).status == 0


@pytest.mark.parametrize("words", [(), ("",), ("  ",), ("--by", "Opa"), ("--at", "now")])
def test_nothing_to_save_is_said_kindly(home: Home, words: tuple[str, ...]) -> None:
    ran = home.run("log", *words)
    assert ran.status == 1
    assert ran.err.startswith("There is nothing yet to save.")
    assert home.run("list", "--json").json == []


def test_words_need_no_quotes_and_an_option_may_stand_between(home: Home) -> None:
    assert home.log("cried", "--note", "x", "at", "dinner")["text"] == "cried at dinner"


def test_standard_input_keeps_words_out_of_the_shells_history(home: Home) -> None:
    home.run("log", "-", stdin="first line\nsecond line\n")
    assert home.run("list", "--json").json[0]["text"] == "first line\nsecond line"


def test_after_two_dashes_nothing_is_an_option(home: Home) -> None:
    assert home.run("log", "--", "--landed", "eased").status == 0
    moment = home.run("list", "--json").json[0]
    assert (moment["text"], moment["landed"]) == ("--landed eased", None)


def test_an_only_child_need_not_be_named(home: Home) -> None:
    mia = home.child("Mia")
    assert home.log("cried")["children"] == [{"id": mia.id, "name": "Mia"}]
    home.child("Ben")
    assert home.log("cried")["children"] == []
    assert home.log("cried", "--child", "BEN", "--child", mia.id)["children"][0]["name"] == "Ben"
    assert home.log("ben cried")["children"][0]["name"] == "Ben"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--situation", "bedtme"), "Did you mean “bedtime”?"),
        (("--cue", "no-such-cue"), "is not a cue"),
        (("--feeling", "no-such-feeling"), "is not a feeling"),
        (("--guess", "no-such-need"), "is not a need"),
        (("--turned-out", "no-such-need"), "is not a need"),
        (("--script", "no-such-script"), "There is no script"),
        (("--child", "nobody"), "No child"),
        (("--at", "gestern"), "--at “gestern”: that could not be read as a time"),
        (("--child", "mia"), "None was named yet: “attune children add NAME” names one."),
        (("--at", "2999-01-01"), "has not come yet"),
        (("--at", "0001-01-01"), ""),
        (("--tag", "a", "--tag", ""), "stands alone"),
    ],
)
def test_what_is_not_known_is_refused_in_one_sentence_and_nothing_is_saved(
    home: Home, words: tuple[str, ...], said: str
) -> None:
    ran = home.run("log", "cried", *words)
    if said:
        assert (ran.status, ran.out) == (1, "")
        assert said in ran.err
        assert len(ran.err.splitlines()) == 1
        assert home.run("list", "--json").json == []
    else:
        assert ran.status in (0, 1)


def test_an_outcome_that_is_none_is_a_use_it_does_not_know(home: Home) -> None:
    ran = home.run("log", "cried", "--landed", "badly")
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1


def test_a_line_that_calls_for_a_notice_is_saved_and_shows_it(home: Home) -> None:
    ran = home.run("log", "I want to kill myself")
    assert ran.lines[0] == "Saved"
    assert "attune support" in ran.out


# -- while another attune has the journal -------------------------------------------------------


def test_log_while_the_journal_is_held_goes_to_the_inbox_and_says_saved(home: Home) -> None:
    with Journal(home.journal, home.clock) as journal:
        journal.new_child("Mia")
        ran = home.run("log", "mia cried")
        assert (ran.status, ran.lines[0]) == (0, "Saved")
        assert "Child: Mia" in ran.lines
        assert [path.stem for path in Path(f"{home.journal}.inbox").iterdir()] == [ran.lines[-1]]
        assert home.run("list", "--json").json[0]["id"] == ran.lines[-1]
        assert home.run("show", ran.lines[-1]).status == 0
        assert journal.moments() == ()
        assert [moment.id for moment in journal.take_inbox()] == [ran.lines[-1]]
    assert len(home.run("list", "--json").json) == 1


@pytest.mark.parametrize("words", [("edit", "0", "--note", "x"), ("delete", "0"), ("undo",), ("redo",)])
def test_other_writers_say_who_holds_the_journal(home: Home, words: tuple[str, ...]) -> None:
    with Journal(home.journal, home.clock):
        ran = replace(home, patience=0.0).run(*words)
    assert (ran.status, ran.out) == (1, "")
    assert "19:40" in ran.err
    assert "process" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_writer_waits_for_one_that_is_soon_done(home: Home) -> None:
    moment = home.log("cried")
    journal = Journal(home.journal, home.clock)
    threading.Timer(0.3, journal.close).start()
    began = time.monotonic()
    assert home.run("edit", moment["id"], "--note", "later").status == 0
    assert time.monotonic() - began >= 0.2


# -- list and show ------------------------------------------------------------------------------


def test_an_empty_journal_is_said_on_stderr_and_is_not_made(home: Home) -> None:
    ran = home.run("list")
    assert (ran.status, ran.out) == (0, "")
    assert "No moment was saved yet." in ran.err
    assert home.run("list", "--json").json == []
    assert sorted(path.name for path in home.folder.iterdir()) == []


def test_list_prints_one_line_a_moment_newest_first(home: Home) -> None:
    home.log("tantrum at the till", "--at", "2 days ago")
    home.log("bedtime, many\nlines\tof it", "--landed", "lost-it")
    ran = home.run("list")
    assert len(ran.lines) == 2
    assert "2026-03-04 19:40" in ran.lines[0]
    assert "I lost it" in ran.lines[0]
    assert "many lines of it" in ran.lines[0]
    assert "tantrum at the till" in ran.lines[1]
    assert "\x1b" not in ran.out


def test_the_ids_that_list_shows_are_enough_to_name_a_moment(home: Home) -> None:
    texts = ["one", "two", "three"]
    for text in texts:
        home.log(text)
    shown = {line.split()[0]: line for line in home.run("list").lines}
    assert len(shown) == 3
    for short, line in shown.items():
        assert home.run("show", short, "--json").json["text"] in line


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ((), ["now", "monday", "may"]),
        (("--limit", "1"), ["now"]),
        (("--since", "2026-03-01"), ["now", "monday"]),
        (("--since", "monday"), ["now", "monday"]),
        (("--since", "monday 09:30"), ["now"]),
        (("--since", "3 days ago", "--until", "yesterday"), ["monday"]),
        (("--until", "2026-03-02"), ["monday", "may"]),
        (("--until", "2026-03-01"), ["may"]),
        (("--until", "today"), ["now", "monday", "may"]),
        (("--until", "2026-03-02T08:00"), ["may"]),
        (("--child", "ben"), ["monday"]),
        (("--situation", "tantrum"), ["now"]),
        (("--landed", "eased"), ["may"]),
        (("--tag", "shop"), ["now", "may"]),
        (("--tag", "shop", "--landed", "eased"), ["may"]),
        (("--tag", "shop", "--limit", "1"), ["now"]),
        (("--tag", "nowhere"), []),
    ],
)
def test_filters_narrow_a_list(home: Home, filters: tuple[str, ...], found: list[str]) -> None:
    home.child("Ben")
    home.child("Mia")
    home.log("--note", "may", "--at", "2025-05-12T09:00", "--landed", "eased", "--tag", "shop")
    home.log("--note", "monday", "--at", "2026-03-02 09:00", "--child", "Ben")
    home.log("--note", "now", "--situation", "tantrum", "--tag", "shop")
    ran = home.run("list", *filters, "--json")
    assert ran.status == 0, ran.err
    assert [moment["note"] for moment in ran.json] == found


def test_a_list_by_cue_and_feeling(home: Home, words: Vocabulary) -> None:
    cue, feeling = words.cues[0].slug, words.feelings[0].slug
    home.log("--note", "a", "--cue", cue)
    home.log("--note", "b", "--feeling", feeling)
    assert [moment["note"] for moment in home.run("list", "--cue", cue, "--json").json] == ["a"]
    assert [moment["note"] for moment in home.run("list", "--feeling", feeling, "--json").json] == ["b"]


def test_a_list_names_what_it_does_not_know_and_says_what_there_is(home: Home) -> None:
    home.log("cried")
    ran = home.run("list", "--cue", "no-such-cue", "--json")
    assert (ran.status, ran.out) == (1, "")
    assert "“no-such-cue” is not a cue that attune knows." in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        (("shoes",), ["park", "door"]),
        (("SHOES", "wet"), ["park"]),
        (("wet shoes",), ["park"]),
        (('"wet shoes"',), []),
        (("ben",), ["park"]),
        (("child:ben ali",), ["park"]),
        (("child:Ben Ali",), ["park"]),
        (("shoes", "tag:outside"), ["park"]),
        (("shoes", "--tag", "outside"), ["park"]),
        (("since:today",), ["door"]),
        (("since:3 days ago", "shoes"), ["park", "door"]),
        (("landed:eased shoes",), ["door"]),
        (("landed:unknown", "--limit", "1"), ["park"]),
        (("situation:tantrum",), ["till"]),
        (("tantrum",), ["till"]),
        (("café",), ["till"]),
        (("cafe",), ["till"]),
        (("nothing-like-this",), []),
        ((), ["door", "park", "till"]),
    ],
)
def test_a_search_takes_words_filters_and_options(home: Home, terms: tuple[str, ...], found: list[str]) -> None:
    home.child("Ben Ali")
    home.child("Mia")
    home.log("--note", "till", "--said", "in the Café", "--at", "2025-05-12T09:00", "--situation", "tantrum")
    park = ("--note", "park", "--said", "wet grass, wet in the shoes", "--at", "2 days ago")
    home.log(*park, "--child", "Ben Ali", "--tag", "outside")
    home.log("--note", "door", "--said", "no shoes", "--landed", "eased", "--child", "Mia")
    ran = home.run("search", *terms, "--json")
    assert ran.status == 0, ran.err
    assert sorted(moment["note"] for moment in ran.json) == sorted(found)
    assert len(home.run("search", *terms).lines) == len(found)


def test_a_search_line_may_come_on_standard_input(home: Home) -> None:
    home.log("one", "--tag", "rain day")
    home.log("two")
    ran = home.run("search", "-", "--json", stdin='tag:"rain day"\n')
    assert [moment["text"] for moment in ran.json] == ["one"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("log", "x", "--landed", "nope"),
            "“nope” is not one of “connected”, “eased”, “not-yet”, “missed”, “lost-it”. See",
        ),
        (("list", "--limit", "0"), "Invalid value for “--limit”: 0 is too small; 1 is the least. See"),
        (("lst",), "No such command “lst”."),
    ],
)
def test_a_use_it_does_not_know_is_refused_in_words_of_its_own(home: Home, words: tuple[str, ...], said: str) -> None:
    ran = home.run(*words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert "'" not in ran.err


def test_an_option_is_never_told_to_do_without_a_colon(home: Home) -> None:
    home.log("now")
    assert "colon" not in home.run("list", "--situation", "xyz").err
    assert "without a colon" in home.run("search", "situation:xyz").err


def test_a_filter_that_there_is_not_is_refused_with_those_there_are(home: Home) -> None:
    ran = home.run("search", "colour:red")
    assert (ran.status, ran.out) == (1, "")
    assert "There is no filter “colour”. There are child, cue, situation" in ran.err


@pytest.mark.parametrize("words", [("list", "--deleted"), ("search", "is:deleted"), ("search", "--deleted", "gone")])
def test_what_was_deleted_can_be_listed(home: Home, words: tuple[str, ...]) -> None:
    assert "Nothing is deleted." in home.run(*words).err
    gone, kept = home.log("gone"), home.log("kept")
    home.run("delete", gone["id"])
    [moment] = home.run(*words, "--json").json
    assert moment["text"] == "gone"
    assert moment["deleted_at"]
    assert home.run(*words).lines[0].split()[0] in gone["id"]
    assert [moment["id"] for moment in home.run("list", "--json").json] == [kept["id"]]


def test_what_was_deleted_long_ago_is_found_and_brought_back(home: Home) -> None:
    gone, kept = home.log("gone"), home.log("kept")
    with Journal(home.journal, lambda: NOW - timedelta(days=400)) as journal:
        journal.delete([gone["id"]])
    home.log("later")
    [row] = home.run("list", "--deleted").lines
    short = row.split()[0]
    shown = home.run("show", short)
    assert "Typed: gone" in shown.lines
    assert any(line.startswith("Deleted: ") for line in shown.lines)
    [back] = home.run("undelete", short, "--json").json
    assert (back["id"], back["deleted_at"]) == (gone["id"], None)
    assert [moment["text"] for moment in home.run("list", "--json").json].count("gone") == 1
    assert not any(line.startswith("Deleted") for line in home.run("show", short).lines)
    again = home.run("undelete", short)
    assert (again.status, again.out) == (1, "")
    assert "is not deleted" in again.err
    home.run("delete", gone["id"])
    assert home.run("undelete", gone["id"], kept["id"]).status == 1
    assert home.run("undelete", "zzz").status == 1
    assert home.run("undelete", gone["id"]).lines[0] == "Brought back"
    assert home.run("undo").lines[0] == "Taken back: bringing moments back"
    assert len(home.run("list", "--deleted").lines) == 1


def test_show_says_everything_that_was_given(home: Home) -> None:
    home.child("Mia")
    moment = home.log("tears at bedtime", "--note", "it\nrained", "--said", "I am here", "--tag", "rain", "--by", "Opa")
    ran = home.run("show", moment["id"])
    for words in ("Typed: tears at bedtime", "Child: Mia", "Said: I am here", "Tags: rain", "With: Opa"):
        assert words in ran.lines
    assert "Note: it" in ran.lines
    assert "rained" in ran.lines
    assert ran.lines[-1] == f"Id: {moment['id']}"
    assert home.run("show", moment["id"], "--json").json == moment


@pytest.mark.parametrize("command", ["show", "edit", "delete"])
@pytest.mark.parametrize("prefix", ["zzz", ""])
def test_an_id_that_nothing_has_is_refused(home: Home, command: str, prefix: str) -> None:
    home.log("cried")
    ran = home.run(command, prefix, *(["--note", "x"] if command == "edit" else []))
    assert (ran.status, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1


def test_an_id_that_several_begin_with_is_refused(home: Home) -> None:
    home.log("one")
    home.log("two")
    ran = home.run("delete", "0")
    assert ran.status == 1
    assert len(home.run("list").lines) == 2


# -- edit, delete, undo, redo -------------------------------------------------------------------


def test_edit_changes_the_named_fields_only(home: Home) -> None:
    before = home.log("tantrum in the shop", "--note", "loud", "--tag", "shop", "--said", "hush")
    after = home.run("edit", before["id"], "--landed", "eased", "--note", "", "--json").json
    assert (after["landed"], after["note"]) == ("eased", "")
    unchanged = set(KEYS) - {"landed", "note", "changed_at"}
    assert {key: after[key] for key in unchanged} == {key: before[key] for key in unchanged}
    assert after["changed_at"] > before["changed_at"]


@pytest.mark.parametrize(
    ("option", "key", "empty"),
    [
        ("--tag", "tags", []), ("--situation", "situations", []), ("--landed", "landed", None),
        ("--script", "script", None), ("--said", "said", ""), ("--by", "by", ""), ("--text", "text", ""),
        ("--child", "children", []),
    ],
)  # fmt: skip
def test_an_empty_text_empties_its_field(home: Home, option: str, key: str, empty: object) -> None:
    home.child("Mia")
    script = load_library([SMALL]).library.scripts[0].id
    before = home.log(
        "tantrum", "--tag", "x", "--landed", "eased", "--script", script, "--said", "x", "--by", "x", "--note", "kept"
    )
    assert before[key] != empty
    assert home.run("edit", before["id"], option, "", "--json").json[key] == empty


def test_edit_says_what_changed(home: Home) -> None:
    moment = home.log("tantrum")
    ran = home.run("edit", moment["id"][:20], "--landed", "not-yet")
    assert ran.lines[0] == "Changed: landed"
    assert "not yet" in ran.lines[1]


def test_edit_leaves_something_to_keep(home: Home) -> None:
    moment = home.log("--note", "x")
    ran = home.run("edit", moment["id"], "--note", "")
    assert ran.status == 1
    assert "attune delete" in ran.err
    assert home.run("show", moment["id"], "--json").json["note"] == "x"


def test_edit_without_a_field_is_a_use_it_does_not_know(home: Home) -> None:
    assert home.run("edit", home.log("x")["id"]).status == 2


def test_deleting_can_be_taken_back_and_done_again(home: Home) -> None:
    first, second = home.log("one"), home.log("two")
    gone = home.run("delete", first["id"], second["id"], "--json").json
    assert {moment["id"] for moment in gone} == {first["id"], second["id"]}
    assert all(moment["deleted_at"] for moment in gone)
    assert home.run("list", "--json").json == []
    assert len(home.run("undo", "--json").json) == 2
    assert len(home.run("list", "--json").json) == 2
    assert len(home.run("redo", "--json").json) == 2
    assert home.run("list", "--json").json == []


def test_undo_says_what_it_took_back(home: Home) -> None:
    home.log("one")
    ran = home.run("undo")
    assert ran.lines[0].startswith("Taken back:")
    assert home.run("redo").lines[0].startswith("Done again:")


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_nothing_to_take_back_is_no_fault(home: Home, command: str) -> None:
    ran = home.run(command)
    assert (ran.status, ran.out.strip()) == (0, f"There is nothing to {command}.")
    assert home.run(command, "--json").json == []


def test_one_id_that_is_unknown_leaves_all_moments_where_they_are(home: Home) -> None:
    moment = home.log("one")
    assert home.run("delete", moment["id"], "zzz").status == 1
    assert len(home.run("list").lines) == 1


# -- a journal from a newer attune --------------------------------------------------------------


def test_a_newer_journal_is_read_and_never_changed(home: Home, newer_journal: Path) -> None:
    before = newer_journal.read_bytes()
    listed = home.run("list", "--json")
    assert listed.status == 0
    assert len(listed.json) == 1
    for words in (("log", "x"), ("edit", "0", "--note", "x"), ("delete", "0"), ("undo",)):
        ran = home.run(*words)
        assert (ran.status, ran.out) == (1, "")
        assert len(ran.err.splitlines()) == 1
        assert "newer" in ran.err
    assert newer_journal.read_bytes() == before


@pytest.fixture
def newer_journal(home: Home) -> Path:
    home.log("from the future")
    text = home.journal.read_text().replace('"schema": 1', '"schema": 99').replace('"schema":1', '"schema":99')
    assert "99" in text
    home.journal.write_text(text)
    return home.journal


def test_children_are_found_by_id_and_by_nickname(home: Home) -> None:
    one, other = home.child("Mia"), home.child("Ben")
    assert isinstance(one, Child)
    for name in ("mia", "MIA", " Mia ", one.id):
        assert home.log("x", "--child", name)["children"] == [{"id": one.id, "name": "Mia"}]
    assert home.log("x", "--child", other.id)["children"][0]["name"] == "Ben"


def test_what_was_done_is_told_by_its_title(home: Home) -> None:
    whole = replace(home, core=None)
    moment = whole.log("hello", "--practice", "quiet-watching")
    assert "Did: Quiet watching" in whole.run("show", moment["id"]).lines
    assert " · Quiet watching · " in whole.run("list").out
    assert "Did: quiet-watching" in home.run("show", moment["id"]).lines
