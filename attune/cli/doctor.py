"""`attune doctor`: where everything lies and whether it is well. It holds no word of the family's."""

import platform
from collections import Counter
from collections.abc import Iterator
from typing import Any

import click

from attune import __version__
from attune.cli.command import Command, json_option, pass_household
from attune.cli.content import loaded_packs
from attune.cli.household import Household
from attune.cli.output import Sheet
from attune.errors import AttuneError
from attune.storage.checkup import look, mode_of
from attune.storage.crash import last_crash as last_crash_in


@click.command(cls=Command)
@click.option("--last-crash", is_flag=True, help="Show the report of the last crash; it holds none of your words.")
@json_option
@pass_household
def doctor(household: Household, last_crash: bool, as_json: bool) -> None:
    """Say where everything lies and whether it is well."""
    if last_crash:
        _tell_crash(household)
        return
    found = findings(household)
    if as_json:
        household.sheet().say_json(found)
    else:
        _tell(found, household.sheet())
    if not found["well"]:
        click.get_current_context().exit(1)


def findings(household: Household) -> dict[str, Any]:
    """Return all that is to be said, as `--json` prints it."""
    places = household.places
    journal = look(places.journal, household.clock)
    problems = household.preferences[1] + _keymap_problems(household)
    loaded, missing = _packs(household)
    crash = last_crash_in(places.state)
    return {
        "attune": __version__,
        "python": platform.python_version(),
        "system": platform.system(),
        "well": not (journal.faults or problems or missing or loaded["problems"]),
        "faults": [*journal.faults, *missing],
        "warnings": list(journal.warnings),
        "journal": {
            "path": str(journal.path),
            "mode": journal.mode,
            "schema": journal.schema,
            "moments": journal.moments,
            "children": journal.children,
            "odd": journal.odd,
            "held": journal.held,
            "inbox": journal.inbox,
            "drafts": journal.drafts,
            "backups": journal.backups,
            "damaged": [str(path) for path in journal.damaged],
            "conflicts": [str(path) for path in journal.conflicts],
        },
        "config": {"path": str(places.config), "mode": mode_of(places.config), "problems": list(problems)},
        "packs": {"path": str(places.packs), **loaded},
        "crash": str(crash[0]) if crash else None,
    }


def _keymap_problems(household: Household) -> tuple[str, ...]:
    if not household.config.keymap:
        return ()
    from attune.ui.keymap import keymap_problems  # brings in Textual, which knows the keys

    return keymap_problems(household.config.keymap)


def _packs(household: Household) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return what is loaded with its problems, and what keeps everything from loading."""
    try:
        packs = loaded_packs(household)
    except AttuneError as error:
        return {"loaded": [], "problems": []}, (str(error),)
    loaded = [
        {
            "id": pack.id,
            "title": pack.title,
            "version": pack.version,
            "scripts": sum(script.pack == pack.id for script in packs.library.scripts),
        }
        for pack in packs.library.packs
    ]
    return {"loaded": loaded, "problems": [problem._asdict() for problem in packs.problems]}, ()


def _tell(found: dict[str, Any], sheet: Sheet) -> None:
    journal, config, packs = found["journal"], found["config"], found["packs"]
    sheet.say(f"attune {found['attune']}, Python {found['python']}, {found['system']}")
    sheet.say(f"Journal: {journal['path']} ({_mode(journal['mode'])})")
    counts = ("moments", "children", "inbox", "drafts", "backups")
    sheet.say(", ".join(f"{name} {journal[name]}" for name in counts), indent=2)
    sheet.say(f"File format {journal['schema']}. {journal['held'] or 'Nobody has it open.'}", indent=2)
    if journal["odd"]:
        sheet.say(f"Records that cannot be shown, and are kept: {journal['odd']}", indent=2)
    for path in journal["damaged"]:
        sheet.say(f"Set aside: {path}", indent=2)
    sheet.say(f"Preferences: {config['path']} ({_mode(config['mode'])})")
    sheet.say(f"Packs of your own: {packs['path']}")
    for pack in packs["loaded"]:
        sheet.say(f"“{pack['title']}”, version {pack['version']}, {_scripts(pack['scripts'])}", indent=2)
    sheet.say(f"Last crash: {found['crash']} (attune doctor --last-crash shows it)" if found["crash"] else "No crash.")
    sheet.say()
    told = [*found["faults"], *config["problems"], *_told(packs["problems"])]
    for sentence in (*told, *found["warnings"]):
        sheet.say(sentence)
    if found["well"]:
        sheet.say("All is well.")


def _scripts(count: int) -> str:
    return f"{count} script{'' if count == 1 else 's'}"


def _mode(mode: str | None) -> str:
    return f"mode {mode}" if mode else "not made yet"


def _told(problems: list[dict[str, Any]]) -> Iterator[str]:
    for folder, faults in Counter(problem["file"].split("/", 1)[0] for problem in problems).items():
        yield f"The pack “{folder}” has {faults} to mend: “attune pack check” says what."


def _tell_crash(household: Household) -> None:
    found = last_crash_in(household.places.state)
    household.sheet().say(found[1] if found else "No crash was kept.")
