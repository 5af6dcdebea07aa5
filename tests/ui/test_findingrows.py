"""Where the cursor belongs in the list of what was found: on the same words in the same place, else on the first."""

import pytest

from attune.domain.hearing import Hearing
from attune.ui.findingrows import row_for, rows_of
from attune.ui.widgets.finding_list import Found, Row
from tests.domain.test_phrasing import BOOK

HEARING = Hearing(BOOK)


def rows(text: str) -> tuple[Row, ...]:
    checked = HEARING.check(text, frozenset())
    found = [Found(each, text[each.start : each.end]) for each in checked.findings]
    return rows_of(found, checked.works, (), HEARING)


@pytest.mark.parametrize(
    ("before", "row", "now", "at", "wanted"),
    [
        ("Hurry up. Hurry up. Hurry up.", 2, "Hurry up. Hurry up. Hurry up.", 0, 2),
        ("Hurry up. Hurry up. Hurry up.", 1, "Oh. Hurry up. Hurry up. Hurry up.", 0, 1),
        ("Hurry up. Hurry up. Hurry up.", 2, "Hurry up. Hurry up.", 0, 1),
        ("Hurry up. Stop crying. Hurry up.", 1, "Hurry up. I see. Hurry up.", 18, 1),
        ("", 0, "You want it. Hurry up. Stop crying.", 35, 1),
        ("You’re fine. You’re fine.", 1, "Hurry up. Stop crying.", 22, 0),
        ("Hurry up.", 0, "I see.", 0, 0),
    ],
)
def test_the_cursor_stays_with_its_words_and_begins_at_the_first_of_another_text(
    before: str, row: int, now: str, at: int, wanted: int
) -> None:
    earlier = rows(before)
    chosen = earlier[row] if earlier else None
    assert chosen is None or isinstance(chosen, Found)
    assert row_for(rows(now), earlier, chosen, at) == wanted
