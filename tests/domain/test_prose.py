import pytest
from hypothesis import given
from hypothesis import strategies as st

from attune.domain.prose import prose


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Stop crying.", "Stop crying."),
        ("Stop `Shut up.` there", "Stop there"),
        ("A ``shut ` up`` b", "A b"),
        ("One ` tick and no more", "One ` tick and no more"),
        ("```\nShut up.\n```\nGo on.", "Go on."),
        ("~~~ text\nShut up.\n```\n~~~\nGo on.", "Go on."),
        ("```\nShut up.", ""),
        ("> Shut up.\nand more of it\n\nGo on.", "Go on."),
        ("---\ntitle: Shut up\n---\nGo on.", "Go on."),
        ("---\n\nGo on.", "--- Go on."),
        ("Go <!-- shut up --> on.", "Go on."),
        ("Go <!-- shut up on.", "Go <!-- shut up on."),
        ("<!-- attune off -->\n\nShut up.\n\n<!-- here -->\n<!-- attune on -->Go on.", "Go on."),
        ("Go on.\n<!-- Attune Off -->\nShut up.", "Go on."),
        ("<!--attune  off: a list\nof them -->Shut up.<!--   attune   on   -->Go on.", "Go on."),
        ("<!-- attune off : -->Shut up.<!-- attune only --><!-- attune on: done -->Go on.", "Go on."),
        ("```\n<!-- attune off -->\n```\nGo on.", "Go on."),
        ("[Go on](https://example.org/shut_up_(now))!", "[Go on] !"),
        ("[Go on][shut-up]\n\n[shut-up]: https://example.org", "[Go on]"),
        ("Go on.\n\n    Shut up.\n\n\tShut up.\n\nAnd on.", "Go on. And on."),
        ("    Shut up.\r\n    Shut up.\r\nGo on.", "Go on."),
        ("Go on\n    and on.", "Go on and on."),
        ("1. Go on.\n\n    And on.\n- And\n\n    on.\n\nSo.\n\n    Shut up.", "1. Go on. And on. - And on. So."),
        ("Go <PRE class='a'>Shut up.\n\nShut up.</pre > on.", "Go on."),
        ("`<pre>` and `</pre>`. Go on.<pre>\nAnd on.", "and . Go on. And on."),
        ("See https://example.org/shut-up now <b>here</b>", "See now here"),
    ],
)
def test_only_prose_is_left(text: str, kept: str) -> None:
    assert " ".join(prose(text).split()) == kept


@given(st.text(alphabet="ab `~>-<!\n()[]:/.+", max_size=80))
def test_every_place_stays_where_it_is(text: str) -> None:
    left = prose(text)
    assert len(left) == len(text)
    assert all(now in (was, " ") for was, now in zip(text, left, strict=True))
    assert left.count("\n") == text.count("\n")
