"""rehearse: questions and answers on plain lines, kept one by one; without a terminal it says what works."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from attune.domain.card import Rating
from attune.domain.moment import Entry, Landed, UsedScript
from attune.storage.config import load_config
from attune.storage.journal import Journal
from tests.cli.conftest import NOW, Home


@dataclass(frozen=True)
class Later(Home):
    """The same home, some days on."""

    days: int = 1

    def clock(self) -> datetime:
        return NOW + timedelta(days=self.days)


def answered(home: Home, *answers: str) -> str:
    ran = home.run("rehearse", "--plain", stdin="".join(f"{each}\n" for each in answers))
    assert ran.status == 0, ran.err
    return ran.out


def cards(path: Path) -> dict[str, dict[str, Any]]:
    with TinyDB(path, access_mode="r") as database:
        return {record["id"]: dict(record) for record in database.table("cards").all()}


def fronts(out: str) -> list[str]:
    """Return what is asked about, in order: the line after each empty one."""
    lines = out.splitlines()
    return [after for before, after in pairwise(lines) if not before]


def test_a_card_is_asked_turned_over_line_by_line_and_rated(home: Home) -> None:
    front, *_ = fronts(answered(home))
    out = answered(home, "", "", "", "", "", "1")
    assert (
        out.index("Say aloud what you would say.") < out.index(front) < out.index("  “") < out.index("Kept: not yet.")
    )
    assert out.index("(pause, about 3 seconds") < out.index("1 not yet, 2 it came to me?")
    (card,) = cards(home.journal).values()
    assert card["not_yet"] == 1
    assert out.splitlines()[-1] == "Until another time. What you answered is kept."


def test_what_was_answered_is_kept_where_the_answers_end(home: Home) -> None:
    answered(home, "2", "1")
    assert sorted(card["not_yet"] for card in cards(home.journal).values()) == [0, 1]


def test_it_ends_by_itself_and_has_nothing_more_that_day_but_what_is_new(home: Home) -> None:
    asked: list[str] = []
    for _ in range(100):
        out = answered(home, *("2" for _ in range(9)))
        if "Nothing to rehearse today." in out:
            break
        assert "That is enough for now." in out
        assert 1 <= len(fronts(out)) <= 5
        asked += fronts(out)
    else:
        raise AssertionError("new words never end")
    assert asked
    assert len(asked) == len(set(asked))


def test_answers_are_taken_back(home: Home) -> None:
    out = answered(home, "2", "u", "1")
    assert "Taken back." in out
    assert fronts(out)[0] == fronts(out)[2]
    assert [card["not_yet"] for card in cards(home.journal).values() if card["rated_at"]] == [1]


def test_the_last_answer_too_is_taken_back(home: Home) -> None:
    answers = ["2"] * 5
    out = answered(home, *answers, "u", "1")
    assert out.count("Enter ends.") == 2
    assert out.splitlines()[-1].startswith("That is enough for now.")
    assert fronts(out)[-1] == fronts(out)[-2]
    assert [card["not_yet"] for card in cards(home.journal).values()].count(1) == 1


@pytest.mark.parametrize(("before", "mark"), [((), "f"), ((), "z"), ((), "x"), (("",), "f"), (("",), "z")])
def test_what_was_seen_before_is_seen_again_and_the_rest_is_still_to_come(
    home: Home, before: tuple[str, ...], mark: str
) -> None:
    out = answered(home, *before, mark, "u", *[""] * (5 - len(before)), "2")
    whole = answered(home, *[""] * 5)
    words = [line for line in whole.splitlines() if line.startswith("  “")]
    after = out[out.index("Taken back.") :]
    to_come = words[len(before) :]
    assert [line for line in after.splitlines() if line.startswith("  “")][-len(to_come) :] == to_come
    asked = "Say it aloud, then Enter."
    assert asked in after
    assert after.index(asked) < after.index(words[-1]) < after.index("1 not yet, 2 it came to me?")


def test_words_of_ones_own_taken_back_on_the_front_lie_as_before(home: Home) -> None:
    out = answered(home, "w", "Ahoy.", "", "u", "", "q")
    after = out[out.index("Taken back.") :]
    assert after.index("Say it aloud, then Enter.") < after.index("  “")


def test_not_for_us_and_favourites_are_preferences_and_can_be_taken_back(home: Home) -> None:
    assert load_config(home.folder / "config.toml")[0].not_for_us == ()
    answered(home, "x", "u", "f", "x")
    config, _ = load_config(home.folder / "config.toml")
    assert (len(config.not_for_us), config.favourites) == (1, ())
    answered(home, "f", "q")
    assert len(load_config(home.folder / "config.toml")[0].favourites) == 1
    assert not home.journal.exists()


def test_hard_moments_of_this_week_come_first_and_what_rests_does_not_come(home: Home) -> None:
    title = "Staying near at bedtime, 3"
    assert fronts(answered(home))[0] != title
    with Journal(home.journal, home.clock) as journal:
        used = UsedScript("bedtime-3", title, "")
        journal.add(Entry(at=NOW - timedelta(days=1), text="bath", script=used, landed=Landed.MISSED))
    assert fronts(answered(home, "z"))[0] == title
    assert title not in fronts(answered(home, *"22222"))


def test_a_hard_moment_without_words_brings_what_suggest_offers_first(home: Home) -> None:
    shipped = replace(home, core=None)
    line = "bedtime tears, didn't want me to leave"
    shipped.log("--landed", "missed", line)
    assert fronts(answered(shipped))[0] == shipped.run("suggest", line, "--json").json["scripts"][0]["title"]


def test_with_several_children_it_says_for_whom(home: Home) -> None:
    home.child("Mia")
    assert "For " not in answered(home)
    home.child("Jo")
    assert "For Mia." in answered(home)
    assert "“I see you, Mia.”" in answered(home, "")


def test_own_words_are_kept_heard_and_said_from_then_on(home: Home) -> None:
    with Journal(home.journal, home.clock) as journal:
        before = journal.words.all()
    out = answered(home, "w", "Stop crying now.", "I am here.", "", "2")
    assert "Kept. From now on these words come in your wording." in out
    assert "A child may hear: “My crying is too much for you.” Perhaps: “I'm right here.”" in out
    with Journal(home.journal, home.clock) as journal:
        (own,) = journal.words.all()
    assert before == ()
    assert own.lines == ("Stop crying now.", "I am here.")


def test_four_times_not_yet_offers_ones_own_words(home: Home) -> None:
    answered(home, "1")
    (script_id,) = cards(home.journal)
    moved = Later(home.folder, home.environ)
    with Journal(home.journal, moved.clock) as journal:
        for _ in range(2):
            journal.cards.rate(script_id, Rating.NOT_YET)
    later = Later(home.folder, home.environ, days=3)
    ended = answered(later, "1", "q", "2")
    assert ended.splitlines()[-1] == "Until another time. What you answered is kept."
    assert cards(home.journal)[script_id]["not_yet"] == 4
    with Journal(home.journal, later.clock) as journal:
        journal.cards.rate(script_id, Rating.CAME)
        for _ in range(3):
            journal.cards.rate(script_id, Rating.NOT_YET)
    later = Later(home.folder, home.environ, days=6)
    again = answered(later, "1", "u", "q")
    assert again.index("w says it your way") < again.index("Taken back.")
    assert cards(home.journal)[script_id]["not_yet"] == 3
    out = answered(later, "1", "2", "w", "Ahoy.", "", "q")
    assert out.count("w says it your way") == 2
    with Journal(home.journal, later.clock) as journal:
        journal.cards.rate(script_id, Rating.CAME)
        for _ in range(3):
            journal.cards.rate(script_id, Rating.NOT_YET)
    later = Later(home.folder, home.environ, days=9)
    own = answered(later, "1", "z", "q")
    assert "may not be your words" not in own
    assert own.index("w changes them; z lets them rest") < own.index("Not this week.")
    assert out.index("w says it your way") < out.index("Kept. From now on")
    with Journal(home.journal, home.clock) as journal:
        assert [(own.script, own.words) for own in journal.words.all()] == [(script_id, "Ahoy.")]


def test_cards_go_with_an_export_and_come_with_an_import_and_a_merge(home: Home, tmp_path: Path) -> None:
    answered(home, "2", "1")
    mine, elsewhere, folded = cards(home.journal), tmp_path / "elsewhere.json", tmp_path / "folded.json"
    exported = home.run("export", "--format", "json")
    assert exported.status == 0, exported.err
    (tmp_path / "all.json").write_text(exported.out, "utf-8")
    assert home.run("--journal", elsewhere, "import", tmp_path / "all.json").status == 0
    assert home.run("--journal", folded, "merge", home.journal).status == 0
    assert cards(elsewhere) == cards(folded) == mine


def test_without_a_terminal_it_names_what_works(home: Home) -> None:
    ran = home.process("rehearse")
    assert ran.returncode == 2
    assert ran.stdout == b""
    assert b"attune rehearse --plain" in ran.stderr


def test_as_a_process_through_pipes_without_a_colour_code(home: Home) -> None:
    ran = home.process("rehearse", "--plain", stdin=b"\n\n\n\n\n2\n")
    assert ran.returncode == 0, ran.stderr
    assert b"Kept: it came to me." in ran.stdout
    assert b"\x1b" not in ran.stdout
    assert len(cards(home.journal)) == 1


def test_while_the_app_has_the_journal_it_says_so(home: Home) -> None:
    with Journal(home.journal, home.clock):
        ran = replace(home, patience=0.0).run("rehearse", "--plain", stdin="2\n")
    assert ran.status == 1
    assert ran.err
