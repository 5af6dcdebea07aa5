"""The moments a family has most often, as lines to start from."""

from collections import Counter

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


def commonest(moments: tuple[Moment, ...], limit: int = 5) -> tuple[str, ...]:
    """Return the newest line of each situation that comes up most, the commonest first; `moments` are newest first."""
    lines: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for moment in moments:
        line = " ".join(moment.text.split())
        if moment.situations and 0 < len(line) <= _LONGEST:
            counts[moment.situations[0]] += 1
            lines.setdefault(moment.situations[0], line)
    ranked = (lines[slug] for slug, _ in counts.most_common(limit))
    return tuple(dict.fromkeys((*ranked, *STARTERS)))[:limit]
