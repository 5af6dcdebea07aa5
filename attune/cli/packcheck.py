"""`attune pack check`: what is to be mended in a pack, line by line, and what is well."""

from itertools import groupby
from pathlib import Path
from typing import Any

import click

from attune.cli.command import PATH, Command, json_option, pass_household
from attune.cli.household import Household
from attune.cli.output import Sheet
from attune.errors import PackError
from attune.storage.packcheck import Checked, look_over
from attune.storage.packfolders import core_folder, pack_folders
from attune.storage.packs import CorePack
from attune.storage.problems import Problem, ProblemKind
from attune.text import one_line

_NAMES = {
    "script": "scripts",
    "practice": "practices",
    "source": "sources",
    "service": "services",
    "rule": "rules",
    "workshop": "workshops",
}


@click.command(cls=Command)
@click.argument("folders", metavar="PATH...", nargs=-1, required=True, type=PATH)
@json_option
@pass_household
def check(household: Household, folders: tuple[Path, ...], as_json: bool) -> None:
    """Say everything that is to be mended in a pack at once, each with its file, line, field and remedy."""
    sheet = household.sheet()
    core = CorePack(household.core or core_folder())
    found = []
    for number, folder in enumerate(folders):
        beside, taken = _around(folder, household, folders[:number])
        found.append((folder, look_over(folder, beside, core, taken)))
    if as_json:
        sheet.say_json([_problem_json(folder, each) for folder, checked in found for each in checked.problems])
    else:
        for folder, checked in found:
            _tell(folder, checked, sheet)
    told = [(str(folder / each.file), each.kind) for folder, checked in found for each in checked.problems]
    faults = sum(kind is ProblemKind.FAULT for _, kind in told)
    if faults:
        raise PackError(_summary(faults, len(told) - faults, len({file for file, _ in told})))
    if told and not as_json:
        sheet.say(_summary(0, len(told), len({file for file, _ in told})))


def _around(folder: Path, household: Household, before: tuple[Path, ...]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the packs that are loaded before this one, and those whose ids are not free for it.

    Where it is not among those that are loaded, it may be a copy of any of them, and of none looked over `before` it.
    """
    own, place = (*pack_folders(household.places.packs), *household.packs), folder.resolve()
    taken = tuple(each for each in before if each.resolve() != place)
    places = [each.resolve() for each in own]
    if place not in places:
        return own, taken
    beside = own[: places.index(place)]
    return beside, (*beside, *taken)


def _problem_json(folder: Path, problem: Problem) -> dict[str, Any]:
    return problem._asdict() | {"file": str(_place(folder, problem)), "kind": problem.kind.value}


def _place(folder: Path, problem: Problem) -> Path:
    """Return the file as an editor finds it from here; the folder where it is meant as a whole."""
    return folder if problem.file == folder.name else folder / problem.file


def _tell(folder: Path, checked: Checked, sheet: Sheet) -> None:
    for place, problems in groupby(checked.problems, key=lambda each: _place(folder, each)):
        for problem in problems:
            field = f" {problem.field}" if problem.field else ""
            advice = " (advice)" if problem.kind is ProblemKind.ADVICE else ""
            sheet.say(f"{one_line(str(place))}:{problem.line}:{field}{advice}", strong=True)
            sheet.say(problem.message, indent=4)
            sheet.say(problem.remedy, indent=4)
            if problem.quote:
                sheet.say(f"› {one_line(problem.quote)}", indent=4)
        sheet.say()
    sheet.say(f"{one_line(checked.pack.title) or folder.name}: {_well(checked)}")


def _well(checked: Checked) -> str:
    """Return what a pack holds, and how much of it is as it should be."""
    if not checked.problems:
        counts = (f"{count} {table if count == 1 else _NAMES[table]}" for table, count, _ in checked.counts)
        return f"{', '.join(counts) or 'nothing in it yet'}, all is well."
    counts = (
        f"{well} of {count} {table if count == 1 else _NAMES[table]}" for table, count, well in checked.counts if well
    )
    return f"well so far: {', '.join(counts) or 'nothing'}."


def _summary(faults: int, advice: int, files: int) -> str:
    """Return the last sentence: how much there is to mend, and where."""
    where = f"in {files} file{'' if files == 1 else 's'}"
    pieces = f"{advice} piece{'' if advice == 1 else 's'} of advice"
    if not faults:
        return f"Nothing has to be mended; {pieces} {where}."
    things = f"{faults} thing{'' if faults == 1 else 's'} to mend"
    return f"{things} {where}; {pieces} besides." if advice else f"{things} {where}."
