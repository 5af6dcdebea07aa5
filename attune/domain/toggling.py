"""What a chip that was switched on or off by hand changes of a form."""

from dataclasses import replace

from attune.domain.correcting import Choice, Form
from attune.domain.moment import Landed, UsedScript
from attune.domain.reading import Reading
from attune.domain.script import Script
from attune.domain.wording import words_of


def toggled(form: Form, reading: Reading, row: str, slug: str) -> Form:
    """Return `form` after `slug` of the row called `row` was switched; `reading` is what the line says by itself."""
    match row:
        case "children":
            return replace(form, children=form.children.toggled(slug, reading.children))
        case "cues":
            return replace(form, cues=form.cues.toggled(slug, reading.cues))
        case "situations":
            return replace(form, situations=form.situations.toggled(slug, reading.situations))
        case "feelings":
            return replace(form, feelings=form.feelings.toggled(slug, reading.feelings))
        case "guess":
            return replace(form, guess=form.guess.toggled(slug, reading.needs))
        case "turned-out":
            return replace(form, turned_out=Choice().toggled(slug, form.turned_out).over(form.turned_out))
        case "practice":
            return replace(form, practice=None if form.practice == slug else slug)
        case _:
            return replace(form, landed=None if form.landed == slug else Landed(slug))


def script_toggled(form: Form, slug: str, script: Script | None, child: str) -> Form:
    """Return `form` with `script` as the words that were used, or with none where those with the id `slug` were.

    Only what was used is told so; what was said stays as it was written. `child` is the nickname the words name.
    """
    if script is None or (form.script and form.script.id == slug):
        return replace(form, script=None)
    return replace(form, script=UsedScript(script.id, script.title, words_of(script, child)))
