"""doctor, support, completion, --version: what looks after attune itself."""

import os
import shutil
import stat
import subprocess
import sys
from dataclasses import replace

import pytest

from attune import __version__
from attune.storage.crash import write_crash
from attune.storage.journal import Journal
from tests.cli.conftest import NOW, Home

# -- doctor -------------------------------------------------------------------------------------


def test_doctor_says_where_everything_lies_before_anything_was_made(home: Home) -> None:
    ran = home.run("doctor")
    for place in (home.journal, home.folder / "config.toml", home.folder / "data" / "attune" / "packs"):
        assert str(place) in ran.out
    assert list(home.folder.iterdir()) == []


def test_doctor_as_json_has_every_key(home: Home) -> None:
    home.child("Mia")
    home.log("mia cried")
    found = home.run("doctor", "--json").json
    assert list(found) == [
        "attune", "python", "system", "well", "faults", "warnings", "journal", "config", "packs", "crash",
    ]  # fmt: skip
    journal = found["journal"]
    assert list(journal) == [
        "path", "mode", "schema", "moments", "children", "odd", "held", "inbox", "drafts", "backups", "damaged",
        "conflicts",
    ]  # fmt: skip
    assert (journal["path"], journal["mode"], journal["schema"]) == (str(home.journal), "600", 1)
    assert (journal["moments"], journal["children"], journal["held"], journal["damaged"]) == (1, 1, None, [])
    assert list(found["config"]) == ["path", "mode", "problems"]
    assert list(found["packs"]) == ["path", "loaded", "problems"]
    assert found["packs"]["loaded"] == [{"id": "core", "title": "A small pack", "version": "1", "scripts": 12}]
    assert found["attune"] == __version__


def test_doctor_holds_no_word_of_the_familys(home: Home) -> None:
    home.child("Mia")
    home.log("she screamed", "--note", "private")
    for ran in (home.run("doctor"), home.run("doctor", "--json")):
        for word in ("Mia", "screamed", "private"):
            assert word not in ran.out + ran.err


def test_doctor_says_who_has_the_journal_open(home: Home) -> None:
    with Journal(home.journal, home.clock) as journal:
        journal.new_child("Mia")
        held = home.run("doctor", "--json").json["journal"]["held"]
        assert "19:40" in held
        assert str(os.getpid()) in held
    assert home.run("doctor", "--json").json["journal"]["held"] is None


def test_doctor_counts_what_lies_beside_the_journal(home: Home) -> None:
    with Journal(home.journal, home.clock) as journal:
        journal.new_child("Mia")
        home.log("waiting in the inbox")
        assert home.run("doctor", "--json").json["journal"]["inbox"] == 1
    (home.folder / "journal.json.damaged-20260304T184000Z").write_text("{")
    assert home.run("doctor", "--json").json["journal"]["damaged"] == [
        str(home.folder / "journal.json.damaged-20260304T184000Z")
    ]


def test_doctor_names_what_is_amiss_and_says_so_with_its_status(home: Home) -> None:
    (home.folder / "config.toml").write_text('shade = "blue"\n')
    ran = home.run("doctor")
    assert ran.status == 1
    assert "“shade”" in ran.out
    found = home.run("doctor", "--json").json
    assert found["well"] is False
    assert "“shade”" in found["config"]["problems"][0]


def test_doctor_reads_a_damaged_journal_and_leaves_it_as_it_is(home: Home) -> None:
    home.log("one")
    damaged = home.journal.read_bytes()[:-40]
    home.journal.write_bytes(damaged)
    ran = home.run("doctor", "--json")
    assert ran.status == 1
    assert len(ran.json["faults"]) == 1
    assert home.journal.read_bytes() == damaged


def test_doctor_tells_of_files_that_others_may_read(home: Home) -> None:
    home.log("one")
    home.journal.chmod(0o644)
    ran = home.run("doctor")
    assert "Others on this computer may read" in ran.out
    assert ran.status == home.run("doctor").status


def test_doctor_tells_of_a_folder_that_is_copied_elsewhere(home: Home) -> None:
    folder = home.folder / "Dropbox" / "notes"
    ran = home.run("doctor", "--journal", folder / "journal.json")
    assert "copied to other computers" in ran.out
    assert "copied to other computers" not in home.run("doctor").out


def test_doctor_names_keys_that_cannot_work(home: Home) -> None:
    (home.folder / "config.toml").write_text('[keymap]\n"no.such" = "f9"\n')
    ran = home.run("doctor", "--json")
    assert ran.status == 1
    assert "no.such" in ran.json["config"]["problems"][0]


def test_the_last_crash_can_be_shown(home: Home) -> None:
    assert "No crash" in home.run("doctor", "--last-crash").out
    try:
        raise RuntimeError("private words")
    except RuntimeError as error:
        write_crash(home.folder / "state" / "attune", error, NOW, __version__)
    ran = home.run("doctor", "--last-crash")
    assert "RuntimeError" in ran.out
    assert "private words" not in ran.out
    assert home.run("doctor", "--json").json["crash"].startswith(str(home.folder))


# -- support ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("country", "above", "shown"),
    [("GB", "999", "Samaritans"), ("us", "911", "988"), ("BR", "your local emergency number", "findahelpline.com")],
)
def test_support_stands_under_the_emergency_number(home: Home, country: str, above: str, shown: str) -> None:
    ran = replace(home, core=None).run("support", "--country", country)
    assert ran.status == 0
    assert above in ran.lines[0]
    assert shown in ran.out


def test_support_without_a_country_never_takes_one_for_granted(home: Home) -> None:
    ran = home.run("support")
    assert "not medical, psychological or legal advice, not for emergencies" in ran.out
    assert "your local emergency number" in ran.lines[0]
    assert "111" not in ran.out
    assert "A directory" in ran.out


def test_support_knows_the_country_of_the_preferences(home: Home) -> None:
    (home.folder / "config.toml").write_text('country = "NZ"\n')
    assert "1737" in home.run("support").out
    assert "1737" not in home.run("support", "--country", "").out


def test_a_number_that_was_not_read_at_its_owner_lately_says_where_to_check(home: Home) -> None:
    assert "check at https://example.org/1737" in home.run("support", "--country", "NZ").out


# -- the rest -----------------------------------------------------------------------------------


def test_the_version_is_said(home: Home) -> None:
    assert home.run("--version").out == f"attune {__version__}\n"


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("log", "--help"), ("pack", "check", "-h")])
def test_help_is_there(home: Home, words: tuple[str, ...]) -> None:
    ran = home.run(*words)
    assert ran.status == 0
    assert "--journal" in ran.out


@pytest.mark.parametrize("words", [("no-such-command",), ("--no-such-option",), ("log", "--no-such-option"), ("show",)])
def test_a_use_it_does_not_know_is_one_sentence_and_status_2(home: Home, words: tuple[str, ...]) -> None:
    ran = home.run(*words)
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert "--help" in ran.err


@pytest.fixture
def on_path(home: Home) -> dict[str, str]:
    """Put an `attune` on the path, as an installation does."""
    command = home.folder / "bin" / "attune"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m attune "$@"\n')
    command.chmod(stat.S_IRWXU)
    return os.environ | {"PATH": f"{command.parent}:{os.environ['PATH']}"}


COMPLETERS = {
    "bash": "source {script}; COMP_WORDS=(attune {words}); COMP_CWORD={last}; _attune_completion attune; "
    'printf "%s\\n" "${{COMPREPLY[@]}}"',
    "fish": 'source {script}; complete -C "attune {words}"',
    "zsh": "autoload -Uz compinit; compinit -u -D; source {script}; whence -w _attune_completion",
}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_take_in_the_completion(home: Home, on_path: dict[str, str], shell: str) -> None:
    script = home.folder / "script"
    script.write_text(home.run("completion", shell).out)
    if shutil.which(shell) is None:
        assert "attune" in script.read_text()  # the shell is not on this computer: its script is at least there
        return
    asked = COMPLETERS[shell].format(script=script, words="log --situation bedt", last=3)
    ran = subprocess.run([shell, "-c", asked], env=on_path, capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    assert ("_attune_completion" if shell == "zsh" else "bedtime") in ran.stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("l", ["log", "list"]),
        ("log --situation bedt", ["bedtime"]),
        ("log --child m", ["Mia"]),
        ("log --landed lo", ["lost-it"]),
        ("suggest --age te", ["teen"]),
        ("pack c", ["check"]),
        ("completion f", ["fish"]),
    ],
)
def test_tab_completes_commands_slugs_and_names(home: Home, words: str, offered: list[str]) -> None:
    home.child("Mia")
    assert _completions(home, words) == offered


def test_tab_completes_ids_and_shows_nothing_that_was_written(home: Home) -> None:
    moment = home.log("private words")
    said = _completed(home, f"show {moment['id'][:6]}")
    assert moment["id"] in said
    assert "private" not in said


def test_tab_is_silent_where_something_is_amiss(home: Home) -> None:
    home.journal.mkdir()
    assert _completions(home, "log --child m") == []


def _completed(home: Home, words: str) -> str:
    asked = {
        "_ATTUNE_COMPLETE": "bash_complete",
        "COMP_WORDS": f"attune {words}",
        "COMP_CWORD": str(len(words.split())),
    }
    ran = home.run(environ=asked)
    assert ran.err == ""
    return ran.out


def _completions(home: Home, words: str) -> list[str]:
    return [line.split(",")[1] for line in _completed(home, words).splitlines() if line]
