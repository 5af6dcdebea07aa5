"""`attune patterns`, as `docs/commands.md` describes it: counts with their moments, and nothing said of too few."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Home
from tests.ui.helpers import ESCAPES

DOCS = (Path(__file__).parents[2] / "docs" / "commands.md").read_text()


def nights_of_crying(home: Home, number: int, *more: str) -> None:
    for days in range(1, number + 1):
        home.log(
            "tears", "--at", f"{days} days ago", "--cue", "crying", "--situation", "bedtime", "--guess", "closeness",
            "--turned-out", "rest", *more,
        )  # fmt: skip


def test_an_empty_journal_has_nothing_to_show(home: Home) -> None:
    ran = home.run("patterns")
    assert (ran.status, ran.out, ran.err) == (0, "", "No moment was saved yet.\n")
    shown = home.run("patterns", "--json").json
    assert (shown["moments"], shown["dictionary"], shown["landed"], shown["repairs"]) == (0, [], [], [])


def test_it_says_what_a_cue_turned_out_to_be_and_what_was_guessed(home: Home) -> None:
    nights_of_crying(home, 6)
    home.log("tears", "--cue", "crying", "--guess", "rest")
    out = home.run("patterns").out
    assert "  Crying: rest 6 of 6\n" in out
    assert "turned out: rest 6 · not said yet 1\n" in out
    assert "guessed: closeness 6 · rest 1\n" in out


def test_a_few_moments_are_said_to_be_few(home: Home) -> None:
    nights_of_crying(home, 3)
    ran = home.run("patterns")
    assert "Crying: too few to say: 3 moments" in ran.out
    assert "\n      2026-03-03 19:40: rest\n" in ran.out, "each is listed"
    assert "Too few moments to say anything of a rhythm; here they are." in ran.out
    (row,) = home.run("patterns", "--json").json["dictionary"]
    assert (row["few"], row["usual"], row["told"]) == (True, None, 3)


def test_weeks_without_a_moment_are_gaps(home: Home) -> None:
    home.log("tears", "--at", "21 days ago")
    home.log("tears")
    shown = home.run("patterns", "--json").json["rhythms"]["weeks"]
    assert [week["count"] for week in shown] == [1, None, None, 1]
    assert home.run("patterns").out.count("nothing logged") == 2


def test_the_table_of_hours_stands_in_columns(home: Home) -> None:
    nights_of_crying(home, 3)
    lines = home.run("patterns").lines
    hours = next(line for line in lines if line.split()[:2] == ["0", "2"])
    days = [line for line in lines if line.strip()[:3] in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")]
    assert len(days) == 7
    assert {len(line) for line in (hours, *days)} == {len(hours)}
    assert [line.split()[0] for line in days if line[hours.index("18") + 1] == "1"] == ["Monday", "Tuesday", "Sunday"]


def test_words_and_practices_are_counted_by_situation_and_how_they_landed(home: Home) -> None:
    for landed in ("eased", "eased", "lost-it"):
        home.log("x", "--situation", "bedtime", "--script", "bedtime-1", "--landed", landed)
    ran = home.run("patterns")
    assert "eased 2 · I lost it 1" in ran.out
    (outcome,) = home.run("patterns", "--json").json["landed"]
    assert outcome["situation"] == "bedtime"
    assert {how: len(ids) for how, ids in outcome["tried"][0]["landed"].items()} == {
        "connected": 0, "eased": 2, "not-yet": 0, "missed": 0, "lost-it": 1,
    }  # fmt: skip


def test_each_child_has_a_dictionary_of_their_own(home: Home) -> None:
    home.child("Mia")
    home.child("Ben")
    nights_of_crying(home, 5, "--child", "mia")
    home.log("x", "--cue", "crying", "--child", "ben", "--turned-out", "closeness")
    home.log("x", "--cue", "clinging", "--child", "")
    rows = home.run("patterns", "--json").json["dictionary"]
    named = [(row["child"] and row["child"]["name"], row["cue"], len(row["moments"])) for row in rows]
    assert named == [("Mia", "crying", 5), ("Ben", "crying", 1), (None, "clinging", 1)]
    out = home.run("patterns").out
    assert out.index("Mia") < out.index("Ben") < out.index("No child named")
    only = home.run("patterns", "--child", "mia", "--json").json
    assert [row["child"]["name"] for row in only["dictionary"]] == ["Mia"]
    assert only["moments"] == 5


def test_it_can_be_narrowed_to_a_time(home: Home) -> None:
    nights_of_crying(home, 6)
    shown = home.run("patterns", "--since", "3 days ago", "--until", "yesterday", "--json").json
    assert (shown["since"], shown["until"], shown["moments"]) == ("2026-03-01", "2026-03-03", 3)
    assert home.run("patterns", "--since", "soonish").status == 1


def test_every_key_is_described(home: Home) -> None:
    nights_of_crying(home, 6)
    home.log("x", "--situation", "bedtime", "--script", "bedtime-1", "--landed", "eased")
    described = DOCS[DOCS.index("### `attune patterns`") :]

    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*(keys(each) for each in value.values()))
        return set().union(*(keys(each) for each in value)) if isinstance(value, list) else set()

    undescribed = keys(home.run("patterns", "--json").json) - set(re.findall(r'"([a-z_-]+)":', described))
    assert undescribed == set()


@pytest.mark.parametrize("hostile", ESCAPES)
def test_nothing_outside_reaches_the_terminal_as_a_command(home: Home, hostile: str) -> None:
    mia, ben = home.child(f"Mia{hostile}"), home.child("Ben")
    for child in (mia, ben):
        home.log("x", "--cue", "crying", "--child", child.id)
    out = home.run("patterns").out
    assert "Mia" in out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", out)
