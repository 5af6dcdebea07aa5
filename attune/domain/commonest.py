"""The moments a family has most often, as lines to start from."""

from collections import Counter
from collections.abc import Callable

from attune.domain.moment import Moment

STARTERS = (
    "crying and I don't know why",
    "bedtime, doesn't want me to leave",
    "won't stop playing, time to go",
    "hit the other child",
    "I shouted",
)
"""Lines to start from while the journal holds few."""

_LONGEST = 90


def commonest(
    moments: tuple[Moment, ...], limit: int = 5, *, may_be_offered: Callable[[Moment], bool] = lambda moment: True
) -> tuple[str, ...]:
    """Return the newest line of each situation that comes up most, the commonest first; `moments` are newest first.

    `may_be_offered` is asked only of lines about to be used.
    """
    lines: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for moment in moments:
        line = " ".join(moment.text.split())
        if moment.situations and 0 < len(line) <= _LONGEST:
            counts[moment.situations[0]] += 1
            if moment.situations[0] not in lines and may_be_offered(moment):
                lines[moment.situations[0]] = line
    ranked = [lines[slug] for slug, _ in counts.most_common() if slug in lines][:limit]
    return tuple(dict.fromkeys((*ranked, *STARTERS)))[:limit]
