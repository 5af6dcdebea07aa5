"""Packs that mean harm, by what they try: each makes a folder of what one file, or a few, can do at most."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from attune.storage.packfiles import MOST_FILES

SECONDS = 5
MEGABYTES = 400
"""What a pack may cost at most, of a processor and of address space."""

TEXTS = {
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
    "hostile ids": "".join(
        f"[[script]]\nid = '{name}'\n" for name in ("../../evil", "/etc/passwd", "a/b", "..", "рark", "a" * 300, "a\\b")
    ),
    "commands for a terminal": '[[script]]\nid = "\\u001b]52;c;eA==\\u0007"\ntitle = "\\u001b[2J\\u202e[/]"\n',
    "a link that runs something": '[[source]]\ncode = "X1"\naddress = "javascript:alert(1)"\n',
}
"""What one file of scripts may hold."""

FULL = {
    "values": "".join(f"k{n}={n}\n" for n in range(23_900)),
    "inline tables": "a = [" + "{b=1}," * 4_900 + "]",
    "headers": "".join(f"[t{n}]\n" for n in range(4_900)),
    "texts": "a = [" + "'0123456'," * 23_900 + "]",
}
"""Files as full as they may be, of which a pack holds as many as it may."""


def _one_file(text: str) -> Callable[[Path], None]:
    return lambda pack: _write(pack, "x", text)


def _many_files(text: str) -> Callable[[Path], None]:
    return lambda pack: [_write(pack, f"x{number}", text) for number in range(39)][-1]


def _many_small_files(pack: Path) -> None:
    text = '[[script]]\nid = "x"\nages = ["x1", "x2", "x3", "x4", "x5"]\nsituations = ["bedtim", "bedtimes"]\n' * 450
    for number in range(MOST_FILES - 1):
        _write(pack, f"x{number}", text[:20_000])


def _too_many_files(pack: Path) -> None:
    for number in range(5_000):
        os.close(os.open(f"{pack}/{number}", os.O_CREAT))


def _endless_device(pack: Path) -> None:
    (pack / "scripts" / "x.toml").symlink_to("/dev/zero")


def _link_to_a_secret(pack: Path) -> None:
    (pack / "scripts" / "x.toml").symlink_to("/etc/passwd")


def _folder_in_itself(pack: Path) -> None:
    (pack / "scripts" / "again").symlink_to(pack)


def _pipe(pack: Path) -> None:
    os.mkfifo(pack / "scripts" / "x.toml")


def _deep_folders(pack: Path) -> None:
    (pack / "/".join("d" * 100).lstrip("/")).mkdir(parents=True)


def _large_file(pack: Path) -> None:
    with open(pack / "scripts" / "x.toml", "wb") as file:
        file.truncate(2 * 2**30)


ATTACKS: Mapping[str, Callable[[Path], None]] = {
    **{name: _one_file(text) for name, text in TEXTS.items()},
    **{f"a full pack of {name}": _many_files(text) for name, text in FULL.items()},
    "many small files of faults": _many_small_files,
    "five thousand files": _too_many_files,
    "a device without an end": _endless_device,
    "a link to a secret": _link_to_a_secret,
    "a folder in itself": _folder_in_itself,
    "a pipe nobody writes to": _pipe,
    "a hundred folders deep": _deep_folders,
    "a file of 2 GB": _large_file,
}

HEAVY = ("a full pack of texts", "many small files of faults")
"""Those that come near to what a pack may cost."""


def make(attack: str, pack: Path) -> Path:
    """Make the folder `pack` of one attack, and return it."""
    (pack / "scripts").mkdir(parents=True)
    (pack / "pack.toml").write_text(pack_toml(pack.name), "utf-8")
    ATTACKS[attack](pack)
    return pack


def pack_toml(name: str) -> str:
    """Return what a pack says of itself."""
    return f'id = "{name}"\ntitle = "Evil"\n'


def _write(pack: Path, name: str, text: str) -> None:
    (pack / "scripts" / f"{name}.toml").write_text(text, "utf-8")
