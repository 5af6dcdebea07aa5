"""What the tables of a pack hold that name what is seen: situations, cues, feelings and needs."""

from collections.abc import Mapping
from types import MappingProxyType

from attune.domain.vocabulary import Cue, Feeling, Need, Situation
from attune.storage.packentry import Entry
from attune.storage.packtables import AGES, Build, Known

CUE_GROUPS = ("hungry", "full", "tired", "engaged", "enough", "crying", "overload", "contact", "space", "body", "adult")


def situation(entry: Entry, known: Known) -> Situation:
    """Return a situation."""
    return Situation(
        slug=entry.name("slug"),
        label=entry.text("label"),
        number=entry.text("number"),
        ages=entry.slugs("ages", AGES, needed=True),
        near=entry.texts("near"),
        suggests=entry.texts("suggests"),
        words=entry.texts("words"),
        hints=entry.texts("hints"),
    )


def cue(entry: Entry, known: Known) -> Cue:
    """Return a cue."""
    group = entry.text("group")
    if group and group not in CUE_GROUPS:
        entry.fault("group", f"“{group[:60]}” is not a known group.", f"Use one of: {', '.join(CUE_GROUPS)}.")
    return Cue(
        slug=entry.name("slug"),
        label=entry.text("label"),
        group=group,
        ages=entry.slugs("ages", AGES),
        suggests=entry.texts("suggests"),
        words=entry.texts("words"),
        hints=entry.texts("hints"),
    )


def feeling(entry: Entry, known: Known) -> Feeling:
    """Return a feeling word."""
    return Feeling(
        slug=entry.name("slug"),
        label=entry.text("label"),
        ages=entry.slugs("ages", AGES),
        words=entry.texts("words"),
        hints=entry.texts("hints"),
    )


def need(entry: Entry, known: Known) -> Need:
    """Return a need."""
    return Need(
        slug=entry.name("slug"), label=entry.text("label"), words=entry.texts("words"), hints=entry.texts("hints")
    )


VOCABULARY_BUILDERS: Mapping[str, Build] = MappingProxyType(
    {"situation": situation, "cue": cue, "feeling": feeling, "need": need}
)
"""What a table of each name becomes."""
