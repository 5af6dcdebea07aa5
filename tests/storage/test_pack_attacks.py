"""Packs that mean harm: a pack can waste at most 5 s and 400 MB, and reach nothing outside its folder."""

import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from attune.storage.packcheck import check_pack
from attune.storage.packfiles import MOST_FILES
from tests.shipped import core
from tests.storage.attacks import ATTACKS, HEAVY, MEGABYTES, SECONDS, make, pack_toml


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "evil"
    (folder / "scripts").mkdir(parents=True)
    (folder / "pack.toml").write_text(pack_toml("evil"), "utf-8")
    return folder


@pytest.mark.parametrize("attacks", [[each for each in ATTACKS if each not in HEAVY], *([each] for each in HEAVY)])
def test_attacks_are_refused_in_kind_sentences_and_cost_little_even_together(
    tmp_path: Path, attacks: list[str]
) -> None:
    packs = [make(attack, tmp_path / f"evil-{number}") for number, attack in enumerate(attacks)]
    run = limited("pack", "check", *packs)
    assert run.returncode == 1, run.stderr[-2000:]
    assert re.fullmatch(r"[0-9]+ things? to mend in [0-9]+ files?\.\n", run.stderr)
    assert "Traceback" not in run.stdout
    assert not re.search(r"[^\S \n]|[\x00-\x08\x0e-\x1f\x7f]", run.stdout)
    assert "root:" not in run.stdout
    told = set(re.findall(rf"(?m)^{re.escape(str(tmp_path))}/(evil-[0-9]+)\b.*:[0-9]+:", run.stdout))
    assert [attack for attack, pack in zip(attacks, packs, strict=True) if pack.name not in told] == []
    assert run.stdout.count(": well so far: ") == len(packs)


def test_attune_starts_without_packs_that_mean_harm(tmp_path: Path) -> None:
    attacks = {"dotted": "dotted key", "full": "a full pack of inline tables", "pipe": "a pipe nobody writes to"}
    packs = [word for name, attack in attacks.items() for word in ("--pack", make(attack, tmp_path / name))]
    run = limited("suggest", "wont go to bed", *packs, home=tmp_path)
    assert run.returncode == 0, run.stderr[-2000:]
    assert "1. " in run.stdout
    assert run.stderr.splitlines() == [
        f"The pack “{name}” was left out: “attune pack list” says why." for name in attacks
    ]


def limited(*words: str | Path, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command in a process that may take so much time and memory and no more."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 2**20, MEGABYTES * 2**20))

    folders = {f"XDG_{name}_HOME": str(home) for name in ("DATA", "CONFIG", "CACHE", "STATE")} if home else {}
    return subprocess.run(
        [sys.executable, "-m", "attune", *map(str, words)],
        capture_output=True, encoding="utf-8", preexec_fn=limit, timeout=60, check=False,
        env=os.environ | folders, cwd=Path(__file__).parents[2],
    )  # fmt: skip


def messages(pack: Path) -> list[str]:
    return [problem.message for problem in check_pack(pack, core())]


def test_a_file_too_large_is_refused_unread(pack: Path) -> None:
    (pack / "scripts" / "x.toml").write_bytes(b"#" * (256 * 1024 + 1))
    assert messages(pack) == ["The file is larger than 256 KB."]


def test_a_pack_too_large_is_refused(pack: Path) -> None:
    for number in range(41):
        (pack / "scripts" / f"x{number}.toml").write_bytes(b"#" * 256 * 1024)
    assert messages(pack) == ["The pack is larger than 10 MB."]


def test_too_many_files_are_refused(pack: Path) -> None:
    for number in range(MOST_FILES + 1):
        (pack / f"{number}.txt").touch()
    assert "The pack holds more than 500 files." in messages(pack)


def test_folders_too_deep_are_refused(pack: Path) -> None:
    (pack / "a/b/c/d/e").mkdir(parents=True)
    assert messages(pack) == ["Folders are nested too deep."]


def test_a_link_is_not_followed(pack: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.toml"
    secret.write_text("[[script]]\n", "utf-8")
    (pack / "scripts" / "x.toml").symlink_to(secret)
    (pack / "more").symlink_to(tmp_path, target_is_directory=True)
    assert messages(pack) == ["This is a link or a special file."] * 2


def test_a_pipe_is_not_waited_for(pack: Path) -> None:
    os.mkfifo(pack / "scripts" / "x.toml")
    assert messages(pack) == ["This is a link or a special file."]


def test_a_device_is_not_read(pack: Path) -> None:
    (pack / "scripts" / "x.toml").symlink_to("/dev/zero")
    assert messages(pack) == ["This is a link or a special file."]


def test_bytes_that_are_no_text_are_told_with_their_line(pack: Path) -> None:
    (pack / "scripts" / "x.toml").write_bytes(b"# one\n# caf\xe9\n")
    (problem,) = check_pack(pack, core())
    assert (problem.line, problem.message) == (2, "The file is not UTF-8 text.")


def test_a_text_may_begin_with_a_byte_order_mark_and_end_lines_as_windows_does(pack: Path) -> None:
    (pack / "pack.toml").write_bytes(b"\xef\xbb\xbf" + pack_toml("evil").replace("\n", "\r\n").encode())
    assert messages(pack) == ["There is no script and no practice in this pack."]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(pack: Path) -> None:
    (pack / "scripts" / "x.toml").touch(mode=0o000)
    assert "cannot be read" in messages(pack)[0]
