"""Where things stand in a TOML text: the line of the n-th table, of its field, of the n-th item of that."""

import re

from attune.storage.safe_toml import without_strings

_HEADER = re.compile(r"^[ \t]*\[\[?[ \t]*([\w.~-]+)[ \t]*\]\]?", re.MULTILINE)


class Places:
    """Lines of one TOML text, counted from 1."""

    def __init__(self, text: str) -> None:
        """Read `text` once; it need not be sound TOML."""
        self._bare = without_strings(text)
        self._headers: dict[str, list[tuple[int, int]]] = {}
        found = list(_HEADER.finditer(self._bare))
        ends = [*(header.start() for header in found), len(self._bare)]
        for header, end in zip(found, ends[1:], strict=True):
            self._headers.setdefault(header.group(1), []).append((header.start(), end))
        self._top = (0, ends[0])

    def line(self, table: str = "", index: int = 0, field: str = "", item: int | None = None) -> int:
        """Return the line of the `item`-th of `field` of the `index`-th `[[table]]`, counting from 0.

        What is not there is said to be where it would belong: at its field, or at its table.
        """
        spans = self._headers.get(table, []) if table else [self._top]
        if index >= len(spans):
            return 1
        start, end = spans[index]
        found = re.compile(rf"^[ \t]*{re.escape(field)}[ \t]*[=.]", re.MULTILINE).search(self._bare, start, end)
        if found:
            start = found.end() if item is None else self._item(found.end(), end, item)
        return self._bare.count("\n", 0, start) + 1

    def _item(self, start: int, end: int, item: int) -> int:
        """Return where the `item`-th string or inline table of the array after `start` stands."""
        depth = 0
        for found in re.compile(r"[\[\]{}~]").finditer(self._bare, start, end):
            sign = found.group()
            if depth == 1 and sign in "{~":
                if item == 0:
                    return found.start()
                item -= 1
            depth += (sign in "[{") - (sign in "]}")
            if depth == 0:
                break
        return start
