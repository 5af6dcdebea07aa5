"""The wheel: all of the code, all of the content, nothing else; and it works from there."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    return Path(next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])))


def names_below(folder: Path) -> set[str]:
    """Return every file of a folder but caches, relative to it."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }


def test_the_wheel_holds_all_code_and_all_content_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    code = {f"attune/{name}" for name in names_below(ROOT / "attune")}
    content = {f"attune/_content/{name}" for name in names_below(ROOT / "content")}
    assert {"attune/ui/app.tcss", "attune/_content/core/vocabulary.toml"} <= names
    assert names == code | content


def test_the_wheel_says_its_licence_and_its_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        listed = [name for name in archive.namelist() if ".dist-info/" in name]
        info = {name.split("/", 1)[1]: archive.read(name).decode() for name in listed}
    assert "MIT License" in info["licenses/LICENSE"]
    assert "attune = attune.__main__:main" in info["entry_points.txt"]


def test_an_unpacked_wheel_finds_its_words(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "XDG_DATA_HOME": str(tmp_path / "home")}
    code = (
        "from attune.storage.packfolders import core_folder\n"
        "from attune.storage.packs import load_library\n"
        "loaded = load_library([core_folder()])\n"
        "print(core_folder(), loaded.problems, len(loaded.library.scripts) > 0, sep='\\n')"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, cwd=tmp_path, check=False
    )
    assert run.stderr == ""
    assert run.stdout.splitlines() == [str(tmp_path / "site/attune/_content/core"), "()", "True"]


def test_the_source_archive_holds_what_its_tests_need(tmp_path: Path) -> None:
    archive = Path(next(SdistBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])))
    with tarfile.open(archive) as opened:
        names = {name.split("/", 1)[1] for name in opened.getnames()}
    assert {"pyproject.toml", "README.md", "attune/ui/app.tcss", "content/core/pack.toml"} <= names
    assert {f"tests/{name}" for name in names_below(ROOT / "tests")} <= names
