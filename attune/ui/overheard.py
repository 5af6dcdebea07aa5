"""What is told in one line of words that are being typed. Pure: a text and a cursor in, one thing to tell out."""

from attune.domain.hearing import Hearing, distance, key_of, rank
from attune.storage.config import Config
from attune.ui.widgets.finding_line import NOTHING, Told


def told_of(hearing: Hearing, text: str, at: int, config: Config, silenced: frozenset[str]) -> Told:
    """Return what works and what matters most near the cursor `at`.

    Of what was right in its sentence nothing is told; where it was `silenced` just now, the way back is.
    """
    checked = hearing.near(text, at, frozenset(config.quiet_rules))
    works = min(checked.works, key=lambda each: distance(each.start, each.end, at), default=None)
    praise = works.what if works else ""
    ranked = sorted(checked.findings, key=lambda each: rank(each, at))
    keyed = [(finding, key_of(finding, text)) for finding in ranked]
    for finding, key in keyed:
        if key not in config.right_here:
            return Told(praise, finding.heard, finding.instead[0] if finding.instead else "", finding.rule, key)
    for finding, key in keyed:
        if key in silenced:
            return Told(praise, rule=finding.rule, key=key, is_quiet=True)
    return Told(praise) if praise else NOTHING
