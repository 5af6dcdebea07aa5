"""The storage under TinyDB itself: the same file, through TinyDB's own tables."""

import math
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from attune.errors import JournalError
from attune.storage.tables import decode, encode, line_of
from attune.storage.tinyfile import TinyFile
from tests.storage.tools import Clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "any.json"


def test_tinydb_works_over_it(path: Path) -> None:
    with TinyDB(path, Clock(), storage=TinyFile) as database:
        table = database.table("plants")
        table.insert_multiple([{"name": "fern", "pots": [1]}, {"name": "ivy", "pots": []}])
        table.update({"name": "oak"}, where("name") == "ivy")
        table.update(lambda plant: plant["pots"].append(2), where("name") == "fern")
        table.remove(where("name") == "none")
        assert [plant["name"] for plant in table] == ["fern", "oak"]
    with TinyDB(path, access_mode="r") as database:
        assert database.table("plants").all() == [{"name": "fern", "pots": [1, 2]}, {"name": "oak", "pots": []}]


def test_a_change_that_failed_is_not_in_memory_either(path: Path) -> None:
    with TinyDB(path, Clock(), storage=TinyFile) as database:
        database.insert({"a": 1})
        path.unlink()
        path.mkdir()
        with pytest.raises(JournalError):
            database.insert({"a": 2})
        path.rmdir()
        assert database.all() == [{"a": 1}]


@pytest.mark.parametrize(
    "record", [{"n": math.nan}, {"n": math.inf}, {1: "x"}, {"in": [{2: "x"}]}, {"s": {1}}, [], None]
)
def test_what_plain_tinydb_could_not_read_back_is_refused_before_anything_is_touched(
    path: Path, record: object
) -> None:
    storage = TinyFile(path, Clock())
    storage.write({"t": {"1": {"fine": True}}})
    before = path.read_bytes()
    with pytest.raises(JournalError, match="nothing was saved"):
        storage.write({"t": {"1": record}})  # type: ignore[dict-item]
    assert path.read_bytes() == before


def test_the_file_has_one_record_a_line() -> None:
    tables = {"meta": {"1": line_of("1", {"schema": 1})}, "empty": {}, "m": {"1": line_of("1", {"é": "a\nb"})}}
    data = encode(tables)
    assert data.decode("ascii").splitlines() == [
        "{", '"meta": {', '"1": {"schema": 1}', "},", '"empty": {},', '"m": {', '"1": {"\\u00e9": "a\\nb"}', "}", "}",
    ]  # fmt: skip
    assert decode(data) == tables
    assert decode(encode({})) is None or decode(encode({})) == {}


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b'{"t": {"1": 3}}', b'{\n"t": {\n"x": {}\n}\n}\n', b'{\n"t": {\n"1": []\n}\n}\n', b'{"t": {"1": {}}}'],
)
def test_only_a_file_as_it_is_written_is_read_the_quick_way(data: bytes) -> None:
    assert decode(data) is None
