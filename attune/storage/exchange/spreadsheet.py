"""Moments as a table for a spreadsheet: UTF-8 with a mark that Excel looks for, every cell quoted and guarded."""

import csv
import io
from collections.abc import Callable, Mapping

from attune.domain.moment import Moment
from attune.storage.contents import Contents
from attune.storage.exchange.cells import guarded, joined
from attune.text import shown

Names = Mapping[str, str]

_COLUMNS: Mapping[str, Callable[[Moment, Names], str]] = {
    "date": lambda moment, names: f"{moment.at:%Y-%m-%d}",
    "time": lambda moment, names: f"{moment.at:%H:%M}",
    "child": lambda moment, names: joined(names.get(each, each) for each in moment.children),
    "text": lambda moment, names: moment.text,
    "situations": lambda moment, names: joined(moment.situations),
    "cues": lambda moment, names: joined(moment.cues),
    "feelings": lambda moment, names: joined(moment.feelings),
    "guess": lambda moment, names: joined(moment.guess),
    "turned_out": lambda moment, names: joined(moment.turned_out),
    "said": lambda moment, names: moment.said,
    "words_used": lambda moment, names: moment.script.title if moment.script else "",
    "practice": lambda moment, names: moment.practice or "",
    "landed": lambda moment, names: moment.landed or "",
    "note": lambda moment, names: moment.note,
    "tags": lambda moment, names: joined(moment.tags),
    "by": lambda moment, names: moment.by,
    "script_id": lambda moment, names: moment.script.id if moment.script else "",
    "script_words": lambda moment, names: moment.script.words if moment.script else "",
    "id": lambda moment, names: moment.id,
    "at": lambda moment, names: moment.at.isoformat(),
    "logged_at": lambda moment, names: moment.logged_at.isoformat(),
    "changed_at": lambda moment, names: moment.changed_at.isoformat(),
}
"""What stands in each column: first what is read, last what an import needs to know a moment again."""

COLUMNS = tuple(_COLUMNS)


def written(contents: Contents) -> bytes:
    """Return the moments that are not deleted, oldest first, a row each under the names of the columns."""
    names = {child.id: child.name for child in contents.children}
    table = io.StringIO()
    rows = csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for moment in sorted(contents.moments, key=lambda each: (each.at, each.id)):
        if moment.deleted_at is None:
            rows.writerow([guarded(shown(cell(moment, names))) for cell in _COLUMNS.values()])
    return table.getvalue().encode("utf-8-sig")
