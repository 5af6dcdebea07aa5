"""What is listed of a text that was looked at, and where the cursor belongs in it. Pure."""

from collections.abc import Sequence

from attune.domain.hearing import Hearing, distance
from attune.domain.phrasefinding import Works
from attune.ui.widgets.finding_list import Found, Remark, Row, TurnedOff


def rows_of(
    found: Sequence[Found], works: Sequence[Works], off: Sequence[str], hearing: Hearing | None
) -> tuple[Row, ...]:
    """Return what works, what may be heard otherwise, and the rules that are `off`."""
    praise = "; ".join(dict.fromkeys(each.what for each in works))
    rows: list[Row] = [Remark(f"What works here: {praise}", works=True)] if praise else []
    rows += found
    if off and hearing:
        rules = ((each, hearing.rule(each)) for each in off)
        rows += [Remark("Turned off"), *(TurnedOff(each, rule.heard if rule else each) for each, rule in rules)]
    return tuple(rows)


def row_for(rows: Sequence[Row], earlier: Sequence[Row], before: Found | None, at: int) -> int:
    """Return the row of what was read `before`, a little earlier or later in the text by now.

    Where its rule is turned off by now, that row, so that the same key takes it back. Of the same words in several
    places, the nearest to where it was; where it is gone, what is nearest to the place
    `at` in the text. Where nothing that was listed `earlier` is there still, the text is another, read from its first.
    """
    if before:
        for number, row in enumerate(rows):
            if isinstance(row, TurnedOff) and row.rule == before.finding.rule:
                return number
    places = [(number, row) for number, row in enumerate(rows) if isinstance(row, Found)]
    known = {_kind(row) for row in earlier if isinstance(row, Found)}
    if not any(_kind(row) in known for _, row in places):
        return places[0][0] if places else 0
    if before:
        same = [place for place in places if _kind(place[1]) == _kind(before)]
        if same:
            return min(same, key=lambda place: abs(place[1].finding.start - before.finding.start))[0]
    return min(places, key=lambda place: away(place[1], at), default=(0, None))[0]


def away(found: Found, at: int) -> int:
    """Return how far a place in the text is from the words, 0 within them."""
    return distance(found.finding.start, found.finding.end, at)


def _kind(found: Found) -> tuple[str, str]:
    return found.finding.rule, found.words
