from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from attune.domain.indexing import indexed
from attune.domain.prompting import Prompter
from attune.domain.reading import Reader
from attune.errors import PackError
from attune.storage.loaded import Loaded
from attune.storage.packcache import load_cached
from attune.storage.packfolders import core_folder
from attune.storage.packs import load_library
from tests.shipped import SMALL, library

PACK = 'id = "ours"\ntitle = "Ours"\nversion = "1"\nauthor = "us"\nlanguage = "en"\n'


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    folder = tmp_path / "ours"
    (folder / "scripts").mkdir(parents=True)
    (folder / "pack.toml").write_text(PACK)
    return folder


@pytest.fixture
def load_small(tmp_path: Path, ours: Path) -> Callable[[], Loaded]:
    return lambda: load_cached([SMALL, ours], tmp_path / "cache" / "packs.msgpack")


def test_what_is_kept_is_what_was_read(tmp_path: Path, ours: Path, load_small: Callable[[], object]) -> None:
    (ours / "odd.toml").write_text("x = ")
    fresh = load_library([SMALL, ours])
    assert fresh.problems
    assert load_small() == fresh
    cache = tmp_path / "cache" / "packs.msgpack"
    before = cache.stat().st_mtime_ns
    assert load_small() == fresh
    assert cache.stat().st_mtime_ns == before
    assert cache.stat().st_mode & 0o777 == 0o600


def test_the_words_that_ship_are_kept_as_they_were_sorted_and_found_by_that(tmp_path: Path) -> None:
    load_cached([core_folder()], tmp_path / "packs.msgpack")
    kept, fresh = load_cached([core_folder()], tmp_path / "packs.msgpack").library, library()
    assert kept == fresh
    assert kept.index == indexed(fresh).index
    now = datetime(2026, 3, 4, 19, 40, tzinfo=UTC)
    assert kept.index is not None
    quick, slow = Reader(kept.vocabulary, kept.notices, kept.index.reading), Reader(fresh.vocabulary, fresh.notices)
    for line in ("screaming at bed time, dosent want me to leave", "3yo bit the baby at dropoff", "i cant go on"):
        reading = slow.read(line, now=now)
        assert quick.read(line, now=now) == reading
        assert Prompter(kept).suggest(reading, now=now) == Prompter(fresh).suggest(reading, now=now)


@pytest.mark.parametrize(
    "change",
    [
        lambda ours: (ours / "pack.toml").write_text(PACK.replace("Ours", "Hers")),
        lambda ours: (ours / "scripts" / "new.toml").write_text("x = "),
        lambda ours: (ours / "pack.toml").unlink(),
        lambda ours: (ours / "scripts").rmdir(),
    ],
)
def test_any_change_of_a_pack_is_seen(
    ours: Path, load_small: Callable[[], object], change: Callable[[Path], object]
) -> None:
    load_small()
    change(ours)
    assert load_small() == load_library([SMALL, ours])


@pytest.mark.parametrize("content", [b"", b"\x00", b"\x93\x90\x80\x90", b"junk" * 1000])
def test_a_damaged_cache_is_made_again(
    tmp_path: Path, ours: Path, load_small: Callable[[], object], content: bytes
) -> None:
    load_small()
    (tmp_path / "cache" / "packs.msgpack").write_bytes(content)
    assert load_small() == load_library([SMALL, ours])
    assert (tmp_path / "cache" / "packs.msgpack").stat().st_size > 1000


def test_without_room_for_a_cache_packs_are_read_all_the_same(tmp_path: Path, load_small: Callable[[], object]) -> None:
    (tmp_path / "cache").write_text("in the way")
    assert load_small() == load_small()


def test_missing_words_are_told_and_not_kept(tmp_path: Path, ours: Path) -> None:
    for _ in range(2):
        with pytest.raises(PackError):
            load_cached([ours], tmp_path / "cache")
    assert not (tmp_path / "cache").exists()
