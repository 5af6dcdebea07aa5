"""`attune check`: how words may land with a child. Opens no journal, keeps nothing."""

from collections.abc import Callable
from pathlib import Path

import click

from attune.cli.checking import NOT_LOOKED, NOTHING_YET, Looked, looked_json, tell_looked
from attune.cli.command import PATH, WORDS, Command, json_option, pass_household
from attune.cli.folders import folders_of, told_left_out
from attune.cli.household import Household
from attune.cli.output import Sheet, aside
from attune.cli.words import lines_given, prose_given
from attune.domain.limits import MOST_TEXT
from attune.domain.phrasefinding import ALL_FINE, Quiet
from attune.domain.phrasing import PhraseCheck
from attune.domain.prose import prose
from attune.errors import InputError, UsageError
from attune.storage.phrasecache import ready_phrases
from attune.storage.prosefiles import read_prose

_TOO_LONG = f"A line is longer than {MOST_TEXT:,} characters."
_MARKDOWN = (".md", ".markdown", ".mdown")


@click.command(cls=Command)
@click.argument("text", nargs=-1, type=WORDS, metavar="[TEXT | -]")
@click.option("--file", "files", multiple=True, type=PATH, metavar="PATH…", help="Files to look through.")
@click.option("--lines", type=click.Choice(["-"]), metavar="-", help="One text a line in, one JSON object a line out.")
@click.option("--strict", is_flag=True, help="End with status 1 where there are findings.")
@json_option
@pass_household
@click.pass_context
def check(
    ctx: click.Context,
    household: Household,
    text: tuple[str, ...],
    files: tuple[Path, ...],
    lines: str | None,
    strict: bool,
    as_json: bool,
) -> None:
    """Hear how words may land with a child.

    TEXT is what was or will be said; “-” reads it from standard input. With --file, every path is a file to look
    through. Of Markdown, code, quotes and what stands between <!-- attune off --> and <!-- attune on --> are passed by.
    """
    if lines and (text or files):
        raise UsageError("With “--lines -” the texts come from standard input only.")
    if not (lines or text or files):
        raise UsageError(NOTHING_YET, "A sentence is enough: attune check “you’re fine”.")
    look = _looker(household)
    if lines:
        found = _tell_lines(look, household.sheet())
    elif files:
        found = _tell_files(look, (*files, *map(Path, text)), household.sheet(), as_json)
    else:
        looked = look(prose_given(text), None)
        found = bool(looked.checked.findings)
        if as_json:
            household.sheet().say_json(looked_json(looked))
        elif not _is_grave(looked.text, household):
            tell_looked(looked, household.sheet())
    if strict and found:
        ctx.exit(1)


def _is_grave(words: str, household: Household) -> bool:
    """Print the notes that stand alone and that `words` call for; no other words stand beside those."""
    if len(words) > MOST_TEXT:
        return False
    from attune.cli.notices import tell_notices  # JSON, lines and files do without
    from attune.domain.noticing import Noticer
    from attune.storage.packcache import load_cached

    library = load_cached(folders_of(household), household.places.cache / "packs.msgpack").library
    called_for = Noticer.of(library).notices(words)
    grave = [each for each in called_for if (notice := library.notice(each)) and notice.stands_alone]
    tell_notices(household.sheet(), library, grave, household)
    return bool(grave)


_Look = Callable[[str, str | None], Looked]


def _looker(household: Household) -> _Look:
    """Return what looks at a text, with the file it came from."""
    book, left_out = ready_phrases(folders_of(household), household.places.cache / "phrases.msgpack")
    for name in left_out:
        aside(told_left_out(name))
    config = household.config
    quiet = Quiet(frozenset(config.quiet_rules), frozenset(config.right_here))
    check = PhraseCheck(book)

    def look(text: str, file: str | None) -> Looked:
        is_markdown = file is not None and file.lower().endswith(_MARKDOWN)
        return Looked(text, check.check(prose(text) if is_markdown else text, quiet), file)

    return look


def _tell_lines(look: _Look, sheet: Sheet) -> bool:
    """Answer each line of standard input with one line of JSON; return whether anything was found."""
    found, is_whole = False, True
    for words in lines_given():
        if words is None:
            is_whole = False
            sheet.say_json(looked_json(NOT_LOOKED) | {"fault": _TOO_LONG})
            continue
        looked = look(words, None)
        found = found or bool(looked.checked.findings)
        sheet.say_json(looked_json(looked))
    if not is_whole:
        raise InputError(_TOO_LONG, "Its answer says so in “fault”; the others are whole.")
    return found


def _tell_files(look: _Look, paths: tuple[Path, ...], sheet: Sheet, as_json: bool) -> bool:
    """Answer for every file; return whether anything was found. One that cannot be read is told after all others."""
    unread: list[InputError] = []
    answers: list[Looked] = []
    for path in paths:
        try:
            answers.append(look(read_prose(path), str(path)))
        except InputError as fault:
            unread.append(fault)
            continue
        if not as_json:
            tell_looked(answers[-1], sheet)
    found = any(each.checked.findings for each in answers)
    if as_json:
        whole = [looked_json(each) for each in answers]
        sheet.say_json(whole[0] if len(paths) == 1 and whole else whole)
    elif not found and not unread:
        sheet.say(ALL_FINE)
    for told in unread[:-1]:
        aside(str(told))
    if unread:
        raise unread[-1]
    return found
