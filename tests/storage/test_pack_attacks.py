"""Packs that mean harm: a pack can waste at most 5 s and 400 MB, and reach nothing outside its folder."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from attune.storage.packcheck import check_pack
from attune.storage.packfiles import MOST_FILES

PACK = 'id = "evil"\ntitle = "Evil"\n'
SECONDS = 5
MEGABYTES = 400


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "evil"
    (folder / "scripts").mkdir(parents=True)
    (folder / "pack.toml").write_text(PACK, "utf-8")
    return folder


ATTACKS = {
    "dotted key": "a." * 60_000 + "a = 1\n",
    "dotted keys in an inline table": "x = [" + "{" + "a." * 60_000 + "a = 1}]\n",
    "dotted key after a text with quotes": 'x = ["""y""""", {' + "a." * 60_000 + "a=1}]\n",
    "dotted header": "[" + "a." * 60_000 + "a]\n",
    "quoted dotted key": '"a" . ' * 30_000 + '"a" = 1\n',
    "many deep headers": "".join(f"[a.b.c.d.e.f.g.x{n}]\n" for n in range(12_000)),
    "arrays in arrays": "a = " + "[" * 100_000 + "]" * 100_000,
    "arrays in arrays, never closed": "a = " + "[" * 200_000,
    "tables in tables": "a = " + "{a = " * 40_000,
    "tables of dotted keys in tables": "a = " + "{b.c.d.e.f.g = " * 350 + "1" + "}" * 350,
    "many tables": "[[script]]\n" * 20_000,
    "many tables with many faults": '[[script]]\nages = ["x1", "x2", "x3", "x4"]\n' * 500,
    "many unknown words": "[[script]]\nsituations = [" + ",".join(f'"bed{n}time"' for n in range(500)) + "]\n",
    "a huge number": "a = " + "9" * 200_000,
    "quotes never closed": '"""\\"' * 50_000,
    "a long line": 'a = "' + "x" * 250_000 + '"',
    "long ids": f'[[script]]\nid = "{"a-" * 100_000}"\n',
    "no text at all": "\0" * 200_000,
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_costs_little_and_ends_in_a_sentence(pack: Path, attack: str) -> None:
    (pack / "scripts" / "x.toml").write_text(ATTACKS[attack], "utf-8")
    run = checked_within_limits(pack)
    assert run.returncode == 0, run.stderr[-2000:]
    assert "Traceback" not in run.stderr
    assert run.stdout.strip()


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"k{n}={n}\n" for n in range(23_900)),
        "a = [" + "{b=1}," * 4_900 + "]",
        "".join(f"[t{n}]\n" for n in range(4_900)),
        "a = [" + "'0123456'," * 23_900 + "]",
    ],
    ids=["values", "inline tables", "headers", "texts"],
)
def test_a_pack_as_large_as_it_may_be_costs_little(pack: Path, text: str) -> None:
    for number in range(39):
        (pack / "scripts" / f"x{number}.toml").write_text(text, "utf-8")
    assert checked_within_limits(pack).returncode == 0


def test_many_small_packs_of_faults_cost_little(pack: Path) -> None:
    text = '[[script]]\nid = "x"\nages = ["x1", "x2", "x3", "x4", "x5"]\nsituations = ["bedtim", "bedtimes"]\n' * 450
    for number in range(MOST_FILES - 1):
        (pack / "scripts" / f"x{number}.toml").write_text(text[:20_000], "utf-8")
    assert checked_within_limits(pack).returncode == 0


def checked_within_limits(pack: Path) -> subprocess.CompletedProcess[str]:
    """Check a pack in a process that may take so much time and memory and no more."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 2**20, MEGABYTES * 2**20))

    code = (
        "import sys; from pathlib import Path; from attune.storage.packcheck import check_pack; "
        "[print(each) for each in check_pack(Path(sys.argv[1]))]"
    )
    root = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, "-c", code, str(pack)],
        capture_output=True, text=True, preexec_fn=limit, timeout=60, cwd=root, check=False,
    )  # fmt: skip


def messages(pack: Path) -> list[str]:
    return [problem.message for problem in check_pack(pack)]


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
    (problem,) = check_pack(pack)
    assert (problem.line, problem.message) == (2, "The file is not UTF-8 text.")


def test_a_text_may_begin_with_a_byte_order_mark_and_end_lines_as_windows_does(pack: Path) -> None:
    (pack / "pack.toml").write_bytes(b"\xef\xbb\xbf" + PACK.replace("\n", "\r\n").encode())
    assert messages(pack) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(pack: Path) -> None:
    (pack / "scripts" / "x.toml").touch(mode=0o000)
    assert "cannot be read" in messages(pack)[0]
