"""The house: `domain` ← `storage` ← `ui` ← `cli`, and who may import what from outside."""

import ast
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "attune"
MODULES = sorted(PACKAGE.rglob("*.py"))
LAYERS = ("base", "domain", "storage", "ui", "cli")
"""Lowest first; a module imports from its own layer and those below. `base`: what lies beside the layers."""

OUTSIDE = {
    "base": set(),
    "domain": {"fsrs"},
    "storage": {"filelock", "msgspec", "tinydb", "tomli", "tomlkit"},
    "ui": {"pyfiglet", "pyperclip", "rich", "textual"},
    "cli": {"click", "msgspec", "platformdirs", "rich"},
}
"""Packages beyond the standard library that each layer may use."""

CLOCK_READERS = ("cli/clock.py:", "ui/app.py:")


def layer_of(place: str) -> str:
    """Return the layer of a path or dotted name below `attune`."""
    first = re.split(r"[./]", place)[0]
    if first in LAYERS:
        return first
    return "cli" if first == "__main__" else "base"


def place_of(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


@cache
def text_of(module: Path) -> str:
    return module.read_text("utf-8")


@cache
def nodes_of(source: str) -> tuple[ast.AST, ...]:
    """Return all that a source is made of; each module is read once for all that is asked of it."""
    return tuple(ast.walk(ast.parse(source)))


def imported(source: str) -> Iterator[tuple[ast.stmt, str]]:
    """Yield each import with the dotted name it brings in."""
    for node in nodes_of(source):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node, "." * node.level + (node.module or "")


def lines_with(faults: Callable[[str], list[int]]) -> list[str]:
    """Return each place of our modules where something is found."""
    return [f"{place_of(module)}:{line}" for module in MODULES for line in faults(text_of(module))]


def faults_of(place: str, source: str) -> list[str]:
    """Return what a module at `place` does that its layer may not."""
    layer = layer_of(place)
    faults = []
    for node, name in imported(source):
        root, _, rest = name.partition(".")
        if not root:
            faults.append(f"{place}:{node.lineno} relative import")
        elif root == "attune":
            if LAYERS.index(layer_of(rest)) > LAYERS.index(layer):
                faults.append(f"{place}:{node.lineno} {layer} imports {name}")
        elif root not in sys.stdlib_module_names and root not in OUTSIDE[layer]:
            faults.append(f"{place}:{node.lineno} {layer} imports {name}")
    return faults


def test_imports_run_one_way() -> None:
    assert {layer_of(place_of(module)) for module in MODULES} == set(LAYERS), "all of them are looked at"
    assert [fault for module in MODULES for fault in faults_of(place_of(module), text_of(module))] == []


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("domain/reading.py", "import textual"),
        ("domain/reading.py", "from attune.storage.packs import load_library"),
        ("domain/reading.py", "import msgspec"),
        ("storage/packs.py", "from textual.app import App"),
        ("storage/packs.py", "def f():\n    from attune.ui.app import AttuneApp"),
        ("ui/app.py", "import tinydb"),
        ("ui/app.py", "from attune.cli.root import attune"),
        ("cli/log.py", "import tinydb"),
        ("text.py", "from attune.domain.child import BANDS"),
        ("cli/log.py", "from . import output"),
    ],
)
def test_an_import_that_runs_the_other_way_is_found(place: str, line: str) -> None:
    assert len(faults_of(place, line)) == 1


def test_no_module_imports_for_type_checkers_alone() -> None:
    assert [place_of(module) for module in MODULES if "TYPE_CHECKING" in text_of(module)] == []


def unexplained(source: str) -> list[int]:
    """Return the lines of imports inside functions that give no reason on the line or just above."""
    at_top = {id(node) for node in ast.iter_child_nodes(nodes_of(source)[0])}
    inner = [node for node, _ in imported(source) if id(node) not in at_top]
    if not inner:
        return []
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    commented = {token.start[0] for token in tokens if token.type == tokenize.COMMENT}
    explained: set[int] = set()
    lines = []
    for node in sorted(inner, key=lambda node: node.lineno):
        spans = range(node.lineno - 1, (node.end_lineno or node.lineno) + 1)
        # One reason may stand for a block of imports.
        if commented & set(spans) or node.lineno - 1 in explained:
            explained.add(node.end_lineno or node.lineno)
        else:
            lines.append(node.lineno)
    return lines


def test_an_import_inside_a_function_says_why() -> None:
    assert lines_with(unexplained) == []


def clock_reads(source: str) -> list[int]:
    """Return the lines that ask the computer what time it is."""
    return [
        node.lineno
        for node in nodes_of(source)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr)
        in {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time")}
    ]


def test_only_the_composition_root_reads_the_clock() -> None:
    assert [line for line in lines_with(clock_reads) if not line.startswith(CLOCK_READERS)] == []


def catches_everything(source: str) -> list[int]:
    """Return the lines of handlers that catch any error and let it rest; clearing up and raising on is fine."""
    handlers = [node for node in nodes_of(source) if isinstance(node, ast.ExceptHandler)]
    return [
        node.lineno
        for node in handlers
        if (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
        and not (isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None)
    ]


def test_nothing_catches_everything() -> None:
    assert lines_with(catches_everything) == []


def run_without(
    packages: tuple[str, ...], code: str, *arguments: str, folder: Path
) -> subprocess.CompletedProcess[str]:
    """Run `code` where importing any of `packages` fails."""
    refuse = f"import sys; sys.modules.update(dict.fromkeys({packages!r}))\n"
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "PYTHONPATH": str(PACKAGE.parent), "LANG": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-c", refuse + code, *arguments],
        capture_output=True, text=True, env=home, timeout=60, cwd=folder, check=False,
    )  # fmt: skip


def test_domain_and_storage_need_no_terminal_library(tmp_path: Path) -> None:
    names = [
        "attune." + place_of(module).removesuffix(".py").replace("/", ".")
        for module in MODULES
        if layer_of(place_of(module)) in ("base", "domain", "storage") and module.name != "__init__.py"
    ]
    code = "import importlib; [importlib.import_module(name) for name in sys.argv[1:]]"
    run = run_without(("textual", "rich", "click"), code, *names, folder=tmp_path)
    assert run.returncode == 0, run.stderr


COMMANDS = (
    ("suggest", "crying at bedtime, wont let me leave"),
    ("suggest", "--json", "bit the other child at nursery"),
    ("log", "cried when I left"),
    ("list",),
    ("list", "--json"),
    ("search", "crying", "cue:crying", "--json"),
    ("support",),
)
ONE_BY_ONE = f"""
from attune.__main__ import main
for words in {COMMANDS!r}:
    print("attune", *words, file=sys.stderr)
    sys.argv = ["attune", *words]
    try:
        main()
    except SystemExit as end:
        assert not end.code, end.code
"""


def test_commands_never_load_textual(tmp_path: Path) -> None:
    run = run_without(("textual",), ONE_BY_ONE, folder=tmp_path)
    assert run.returncode == 0, run.stderr
    assert run.stderr.splitlines() == [" ".join(("attune", *words)) for words in COMMANDS]


def test_a_command_that_needs_textual_would_be_noticed(tmp_path: Path) -> None:
    run = run_without(("textual",), "import attune.ui.app", folder=tmp_path)
    assert run.returncode == 1
