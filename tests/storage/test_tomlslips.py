"""A slip of the hand in a pack's file is told in plain words, with its line."""

import pytest

from attune.storage.safe_toml import TomlError, parse

SLIPS = [
    ("title = “x”", 1, "quotes are curly"),
    ('a = ["x", “y”]', 1, "quotes are curly"),
    ('title = "x"”', 1, "quotes are curly"),
    ("title = hello there", 1, "not in quotes"),
    ("ages = [toddler, preschool]", 1, "not in quotes"),
    ('b = [{ say = "x", then = wait },]', 1, "not in quotes"),
    ('a = [\n"x"\n"y",\n]', 3, "comma is missing"),
    ('b = [\n  { say = "x" }\n  { say = "y" }\n]', 3, "comma is missing"),
    ('b = [{ say = "x" then = "y" }]', 1, "comma is missing"),
    ('b = [\n{ say = "x", then = "y"\n{ say = "z" }]', 2, "step that begins here is not closed"),
    ('a = [\n"x",\n"y",\nkind = "b"', 1, "list that begins here is not closed"),
    ('a = ["x"\nkind = "b"\n', 1, "list that begins here is not closed"),
    ('z = 1\na = ["x",\n\n[[script]]\nid = "x"', 2, "list that begins here is not closed"),
    ('a = ["x",\n"y"', 1, "list that begins here is not closed"),
    ('title = "She said "no" again"', 1, "ends at its second quote"),
    ('a = ["she said "no" x"]', 1, "ends at its second quote"),
    ("title = 'don't'", 1, "ends at its apostrophe"),
    ('a = [\n"x",\n"y\n]', 3, "no quote at its end"),
    ('a="x', 1, "no quote at its end"),
    ("why Stopping", 1, "no “=”"),
    ('title: "x"', 1, "no “=”"),
    ("a =", 1, "Nothing stands behind"),
    ('a = "\\q"', 1, "backslash"),
    ("[[script]\nid=1", 1, "brackets are not alike"),
    ('id="x"\nid="y"', 2, "same name stands twice"),
    ("x = true false", 1, "cannot be read"),
]


@pytest.mark.parametrize(("text", "line", "says"), SLIPS)
def test_a_slip_is_told_in_plain_words(text: str, line: int, says: str) -> None:
    with pytest.raises(TomlError) as caught:
        parse(text)
    error = caught.value
    assert (error.line, says in error.message) == (line, True), error.message
    assert error.quote == text.split("\n")[line - 1].strip()
    assert not {"TOML", "array", ".md"} & set(f"{error.message} {error.remedy}".replace(":", " ").split())


@pytest.mark.parametrize("heading", ["script", "rule"])
def test_a_heading_is_shown_as_it_was_meant(heading: str) -> None:
    with pytest.raises(TomlError) as caught:
        parse(f'[[{heading}]\nid = "x"')
    assert caught.value.remedy == f"Write two on each side: [[{heading}]]."


def test_a_long_line_is_quoted_in_part() -> None:
    with pytest.raises(TomlError) as caught:
        parse("a = “" + "x" * 100_000)
    assert len(caught.value.quote) < 200
