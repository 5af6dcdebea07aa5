"""The search line that finds when the same came up before."""

from collections.abc import Iterable, Sequence

from attune.domain.searchline import written


def same_again(cues: Sequence[str], situations: Sequence[str], children: Iterable[str] = ()) -> str:
    """Return the line for the first of the cues, else of the situations, with these `children` (nicknames).

    Empty where there is neither.
    """
    named = [written("cue", cues[0])] if cues else [written("situation", slug) for slug in situations[:1]]
    return " ".join((*named, *(written("child", name) for name in children))) if named else ""
