"""What the phrase check goes by, as it was read last: in a file of its own, so that nothing else waits for it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import msgspec

from attune.domain.phraserule import PhraseBook
from attune.storage import files
from attune.storage.standing import MOST_FILES, made_from, write


class _Kept(msgspec.Struct, array_like=True):
    made_from: list[str]
    book: PhraseBook
    left_out: tuple[str, ...]


class Phrases(NamedTuple):
    """What the phrase check goes by, ready to be looked up."""

    book: PhraseBook
    left_out: tuple[str, ...] = ()
    """Names of the folders whose packs could not be used."""


def load_phrasebook(folders: Sequence[Path], cache: Path) -> PhraseBook:
    """Return the rules alone, for who tells elsewhere which packs could not be used."""
    return ready_phrases(folders, cache).book


def ready_phrases(folders: Sequence[Path], cache: Path) -> Phrases:
    """Return the rules of all packs without their examples; raises as `load_library` does."""
    state = made_from(folders)
    kept = _read(cache)
    if kept is not None and kept.made_from == state:
        return Phrases(kept.book, kept.left_out)
    from attune.domain.phrasing import PhraseCheck  # sorting patterns by word is what the cache is there to spare
    from attune.storage.packs import load_phrases

    book, left_out = load_phrases(folders)
    bare = replace(
        book,
        rules=tuple(replace(rule, flags=(), leaves_alone=()) for rule in book.rules),
        works=tuple(replace(each, examples=()) for each in book.works),
        guards=tuple(replace(guard, leaves_alone=()) for guard in book.guards),
    )
    ready = replace(bare, indexes=PhraseCheck(bare).indexes)
    if len(state) <= MOST_FILES:
        write(cache, msgspec.msgpack.encode(_Kept(state, ready, left_out), enc_hook=dict))
    return Phrases(ready, left_out)


def _read(cache: Path) -> _Kept | None:
    try:
        data, _ = files.read_whole(cache)
        return msgspec.msgpack.decode(data, type=_Kept)
    except (OSError, ValueError, msgspec.MsgspecError):
        return None
