"""What comes between the marks of a paste, made harmless before anything reads keys out of it.

A paste that holds escape sequences or control codes would otherwise be torn: Textual reads on in it as if it were
typed, and a BEL in a copied text would be ctrl+g.
"""

_BEGIN, _END = "\x1b[200~", "\x1b[201~"
_KEPT = "\n\r\t"
_CONTROLS = {code: None for code in (*range(0x20), 0x7F, *range(0x80, 0xA0)) if chr(code) not in _KEPT}


class PasteCleaner:
    """Takes what a terminal sends, piece by piece, as pieces happen to come; drops control codes inside pastes."""

    def __init__(self) -> None:
        self._is_pasting = False
        self._before = ""
        """The last characters let through, where they may be the beginning of a mark that begins a paste."""
        self._held = ""
        """The end of the last piece of a paste, where it may be the beginning of the mark that ends it."""

    def clean(self, piece: str) -> str:
        """Return `piece` fit to be read; inside a paste, what may be half a mark is held back until the next piece."""
        text, self._held = self._held + piece, ""
        done = ""
        while text:
            part, text = self._pasted(text) if self._is_pasting else self._typed(text)
            done += part
        return done

    def _typed(self, text: str) -> tuple[str, str]:
        """Return what is let through, up to and with the mark that begins a paste, and the rest."""
        at = (self._before + text).find(_BEGIN)
        if at < 0:
            self._before = (self._before + text)[-len(_BEGIN) + 1 :]
            return text, ""
        end = at + len(_BEGIN) - len(self._before)
        self._is_pasting, self._before = True, ""
        return text[:end], text[end:]

    def _pasted(self, text: str) -> tuple[str, str]:
        """Return what is let through, up to and with the mark that ends the paste, and the rest."""
        inside, mark, rest = text.partition(_END)
        if mark:
            self._is_pasting = False
        else:
            inside, self._held = _without_half(inside, _END)
        return inside.translate(_CONTROLS) + mark, rest


def _without_half(text: str, mark: str) -> tuple[str, str]:
    """Split off the end of `text` where `mark` may be beginning there."""
    for length in range(min(len(mark) - 1, len(text)), 0, -1):
        if mark.startswith(text[-length:]):
            return text[:-length], text[-length:]
    return text, ""
