"""TOML from strangers: what is sound is read as ever, and no key of many parts slips by."""

from itertools import product

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from attune.storage.safe_toml import TomlError, parse, without_strings
from attune.storage.toml_places import Places

BOMB = "a." * 9 + "a"
PIECES = ['"', '""', '"""', "'", "'''", "\\", '\\"', "\\\\", "#", "x", " ", "1.2.3.4.5.6.7.8.9.0", "\n", "=", "[", "]"]
QUOTES = ('"', '"""', "'", "'''")


def is_sound(value: str) -> bool:
    """Return whether a literal is one value of TOML."""
    try:
        return tomli.loads(f"k = [{value}, 1]\n")["k"][1:] == [1]
    except tomli.TOMLDecodeError:
        return False


TEXTS = ("".join(pieces) for length in range(4) for pieces in product(PIECES, repeat=length))
SOUND = sorted(filter(is_sound, (quote + text + quote for text in TEXTS for quote in QUOTES)))
"""Strings of every kind, with quotes, brackets and dots in them."""
VALUES = st.lists(st.sampled_from(SOUND), max_size=4)


def document_of(values: list[str]) -> str:
    return "".join(f"k{number} = {value} # {BOMB}\n" for number, value in enumerate(values))


@given(VALUES)
def test_dots_in_texts_and_comments_are_no_keys(values: list[str]) -> None:
    assert parse(document_of(values)) == tomli.loads(document_of(values))


@given(VALUES, VALUES)
def test_no_text_can_hide_a_key_of_many_parts(before: list[str], after: list[str]) -> None:
    for bomb in (f"{BOMB} = 1\n", f"[{BOMB}]\n", f"z = {{{BOMB} = 1}}\n", f"z = [{{ {BOMB} = 1 }}]\n"):
        with pytest.raises(TomlError, match="parts"):
            parse(document_of(before) + bomb + document_of(after))


@given(VALUES)
def test_no_text_of_a_list_can_hide_a_key_of_many_parts(values: list[str]) -> None:
    with pytest.raises(TomlError, match="parts"):
        parse(f"k = [{''.join(f'{value}, ' for value in values)}{{ {BOMB} = 1 }}]")


@given(VALUES)
def test_taking_texts_out_leaves_every_line_where_it_was(values: list[str]) -> None:
    assert without_strings(document_of(values)).count("\n") == document_of(values).count("\n")


@pytest.mark.parametrize("key", ["a.b.c.d.e.f.g.h", '"a b".c.d', "a . b"])
def test_a_key_of_few_parts_is_fine(key: str) -> None:
    assert parse(f"{key} = 1") == tomli.loads(f"{key} = 1")


PLACED = """top = 1 # [[no]]
[[script]]
id = "a"
beats = [
  { say = "x [y]", then = "pause" },
  { say = "z" },
]
words = ["a",
  "b", 'c']

[[script]]
text = '''
[[script]]
id = "inside a text"
'''
id = "b"
"""


@pytest.mark.parametrize(
    ("table", "index", "field", "item", "line"),
    [
        ("", 0, "top", None, 1),
        ("script", 0, "", None, 2),
        ("script", 0, "id", None, 3),
        ("script", 0, "beats", None, 4),
        ("script", 0, "beats", 0, 5),
        ("script", 0, "beats", 1, 6),
        ("script", 0, "words", 0, 8),
        ("script", 0, "words", 2, 9),
        ("script", 1, "", None, 11),
        ("script", 1, "id", None, 16),
        ("script", 1, "beats", 3, 11),
        ("script", 7, "id", None, 1),
        ("nothing", 0, "id", None, 1),
    ],
)
def test_a_field_is_found_in_the_text(table: str, index: int, field: str, item: int | None, line: int) -> None:
    assert Places(PLACED).line(table, index, field, item) == line


@pytest.mark.parametrize("text", ['"""', "[[", "a = [", "'''x", "\\", "[[script]]\n" * 3, "\0"])
def test_places_can_be_asked_of_any_text(text: str) -> None:
    assert Places(text).line("script", 2, "id", 1) >= 1
