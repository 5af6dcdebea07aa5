"""Whatever is typed or kept: no terminal is commanded by it, nothing ends in a traceback, no word is lost."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from attune.domain.child import Child
from attune.domain.moment import MOST_TEXT
from attune.storage.journal import Journal
from tests.cli.conftest import NOW, Home

HOSTILE = {
    "markup that does not close": "[/] [/b] [link=http://e.vil] [a='",
    "an action": "[@click=app.quit]press[/]",
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "title": "\x1b]0;owned\x1b\\",
    "device query": "\x1b[6n",
    "colour": "\x1b[31mred\x1b[0m",
    "one-byte control sequence": "\x9b31m",
    "reset": "\x1bc",
    "backspaces": "good\b\b\b\bevil",
    "carriage return": "good\revil",
    "nul and delete": "a\x00b\x7fc",
    "override": "\u202egnp.exe\u202c",
    "isolates": "\u2067abc\u2069",
    "line separators": "a\u2028b\u2029c\x0bd\x0ce\x85f",
    "families and flags": "👨‍👩‍👧‍👦 🇳🇿 👍🏽 ❤️",
    "wide": "今日は泣いた " * 40,
    "stacked marks": "Z" + "\u0300\u0301\u0302" * 50,
    "percent": "%s %n %d {0} {child} $HOME `id` $(id)",
    "json": '"}],"moments":{}',
    "slashes": "../../etc/passwd",
    "long word": "x" * 5000,
    "tabs": "\ta\tb\t",
}
COMMANDING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\ud800-\udfff]")


def outputs(home: Home, moment_id: str) -> Iterator[str]:
    for words in (
        ("list",),
        ("list", "--json"),
        ("show", moment_id),
        ("show", moment_id, "--json"),
        ("edit", moment_id, "--landed", "eased"),
        ("delete", moment_id),
        ("undo",),
        ("redo",),
        ("doctor",),
        ("doctor", "--json"),
    ):
        ran = home.run(*words)
        assert ran.status == 0, (words, ran.err)
        yield ran.out + ran.err


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_reaches_the_terminal_as_a_command(home: Home, text: str) -> None:
    with Journal(home.journal, home.clock) as journal:
        journal.put_child(Child(id="0198-a", name=f"Mia {text[:40]}"))
    logged = home.run("log", text, "--note", text, "--said", text, "--tag", text, "--by", text)
    assert logged.status == 0, logged.err
    moment = home.run("list", "--json").json[0]
    for field in ("text", "note", "said", "by"):
        assert moment[field].split() == text.split() if field == "text" else moment[field] == text
    for out in (logged.out, *outputs(home, moment["id"])):
        assert not COMMANDING.search(out)
    for answer in (home.run("suggest", text), home.run("suggest", "--json", text)):
        assert answer.status == 0, answer.err
        assert not COMMANDING.search(answer.out + answer.err)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_refused_is_quoted_harmlessly(home: Home, text: str) -> None:
    for words in (
        ("log", "x", "--cue", text),
        ("log", "x", "--child", text),
        ("log", "x", "--script", text),
        ("log", "x", "--at", text),
        ("show", "--", text),
        ("list", "--since", text),
        ("list", "--child", text),
        ("support", "--country", text),
        ("suggest", "x", "--age", text),
        ("log", "x", "--landed", text),
        ("pack", "check", text.replace("\0", "")),
        (text,),
    ):
        ran = home.run(*words)
        assert ran.status in ((0,) if words[0] == "support" else (1, 2)), words
        assert not COMMANDING.search(ran.out + ran.err), words
        assert len(ran.err.splitlines()) == (0 if words[0] == "support" else 1)


@pytest.mark.parametrize("length", [MOST_TEXT + 1, 1_000_000])
@pytest.mark.parametrize("command", [("log", "-"), ("suggest", "-")])
def test_more_than_a_moment_can_hold_is_refused_kindly(home: Home, command: tuple[str, ...], length: int) -> None:
    ran = home.run(*command, stdin=b"x" * length)
    assert (ran.status, ran.out) == (1, "")
    assert "100,000 characters" in ran.err
    assert not home.journal.exists()


@pytest.mark.parametrize("letter", [b"x", "é".encode()])
@pytest.mark.parametrize("length", [MOST_TEXT + 1, 4 * MOST_TEXT, 4 * MOST_TEXT + 1, 1_000_000])
@pytest.mark.parametrize("end", [b"\n", b""])
def test_a_line_too_long_costs_no_other_its_answer(home: Home, letter: bytes, length: int, end: bytes) -> None:
    long = letter * length
    lines = b"tantrum in the shop\n" + long + b"\nbedtime, tears\n" + long + end
    ran = home.run("suggest", "--lines", "-", stdin=lines)
    before, fault, after, last = map(json.loads, ran.lines)
    assert [each["query"] for each in (before, fault, after, last)] == ["tantrum in the shop", "", "bedtime, tears", ""]
    assert "fault" not in before | after
    assert "100,000 characters" in fault["fault"]
    assert fault == last
    assert before.keys() == fault.keys() - {"fault"}
    assert (ran.status, ran.err.count("A line is longer")) == (1, 1)


def test_the_longest_text_there_may_be_is_kept_whole(home: Home) -> None:
    text = "é" * MOST_TEXT
    assert home.run("log", "-", stdin=text).status == 0
    assert home.run("list", "--json").json[0]["text"] == text


LOCALES = {
    "utf-8": {"LC_ALL": "C.UTF-8"},
    "c": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "latin-1": {"LC_ALL": "en_US.ISO-8859-1", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
}


@pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES.keys())
def test_no_locale_costs_a_letter(home: Home, locale: dict[str, str]) -> None:
    text = "später weinte sie, “nein” 今日 👨‍👩‍👧"
    [logged, listed, shown, suggested, helped, plain] = home.one_by_one(
        ("log", text.encode(), "--note", text.encode()), ("list", "--json"), ("show", "0"),
        ("suggest", text.encode()), ("--help",), ("list",), locale=locale,
    )  # fmt: skip
    assert [status for status, _ in (logged, listed, shown, suggested, helped, plain)] == [0] * 6
    assert logged[1].splitlines()[0] == b"Saved"
    moment = json.loads(listed[1])[0]
    assert (moment["text"], moment["note"]) == (text, text)
    encoding = "latin-1" if "PYTHONIOENCODING" in locale else "utf-8"
    for _, printed in (shown, plain):
        assert "später".encode(encoding) in printed


def test_bytes_that_are_no_text_do_no_harm(home: Home) -> None:
    assert home.process("log", b"caf\xe9 \xff").returncode == 0
    assert home.process("log", "-", stdin=b"caf\xe9").returncode == 0
    listed = home.process("list", "--json")
    texts = [moment["text"] for moment in json.loads(listed.stdout)]
    assert "café" in texts
    assert all(text.startswith("caf") for text in texts)
    for words in (("list",), ("suggest", b"caf\xe9"), ("log", b"--cue=\xff"), (b"\xff",)):
        ran = home.process(*words)
        assert b"Traceback" not in ran.stderr
        assert ran.returncode in (0, 1, 2)


ODD_JOURNALS = {
    "empty": b"",
    "not json": b"<html>",
    "cut": b'{"moments": {"1": {"id": "0198',
    "list": b"[]",
    "nul": b"\x00" * 100,
    "deep": b"[" * 5000,
    "odd record": b'{"moments": {"1": 3, "2": {"id": 5}}, "meta": {"1": {"schema": 1}}}',
    "hostile record": json.dumps(
        {
            "meta": {"1": {"schema": 1}},
            "moments": {
                "1": {
                    "id": "0198\x1b]0;x\x07", "at": NOW.isoformat(), "logged_at": NOW.isoformat(),
                    "changed_at": NOW.isoformat(), "text": "\x1b[2J\ud800", "situations": ["\x1b[31m"],
                    "children": ["\u202e"], "tags": ["\x9b6n"],
                }
            },
        }
    ).encode(),
}  # fmt: skip


@pytest.mark.parametrize("content", ODD_JOURNALS.values(), ids=ODD_JOURNALS.keys())
@pytest.mark.parametrize("words", [("list",), ("list", "--json"), ("doctor",), ("show", "0"), ("undo",), ("log", "x")])
def test_an_odd_journal_is_no_crash(home: Home, content: bytes, words: tuple[str, ...]) -> None:
    home.journal.write_bytes(content)
    ran = home.run(*words)
    assert ran.status in (0, 1)
    assert not COMMANDING.search(ran.out + ran.err)
    kept = [home.journal, *home.folder.glob("journal.json.damaged-*"), *Path(f"{home.journal}.backups").glob("*")]
    assert any(path.read_bytes() == content for path in kept) or not content


@pytest.mark.parametrize("words", [("list",), ("log", "x"), ("doctor",), ("suggest", "x", "--child", "m")])
def test_a_folder_in_the_journals_place_is_told(home: Home, words: tuple[str, ...]) -> None:
    home.journal.mkdir()
    ran = home.run(*words)
    assert ran.status == 1
    assert "folder" in ran.out + ran.err


def test_a_pack_with_a_hostile_name_is_told_harmlessly(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "a\x1b]0;x\x07\n\u202eb"
    folder.mkdir()
    for words in (("support", "--pack", folder), ("pack", "check", folder), ("doctor", "--pack", folder)):
        ran = home.run(*words)
        assert not COMMANDING.search(ran.out + ran.err)
