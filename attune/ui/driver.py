"""A terminal driver that survives bytes that are not UTF-8, as a Latin-1 terminal sends them, and a terminal that goes.

Textual's own decoder is strict: one such byte ends the app. Here the byte is read as Windows-1252, so that é is é.
"""

import os
import signal
import time
from codecs import BufferedIncrementalDecoder, utf_8_decode
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import FunctionType
from typing import Any, TextIO

from textual.driver import Driver

from attune.ui.pasting import PasteCleaner

_LOOP = "run_input_thread"
_ASKED = "getincrementaldecoder"


class TolerantDecoder(BufferedIncrementalDecoder):
    """Decodes UTF-8, and what is none of it as Windows-1252; drops control codes inside pastes; never raises."""

    def __init__(self, leave: Callable[[], None]) -> None:
        """Call `leave` when the terminal is gone."""
        super().__init__()
        self._pastes = PasteCleaner()
        self._leave = leave

    def decode(self, data: Any, final: bool = False) -> str:
        """Return the text of `data`; where there is none, the terminal is gone."""
        if not data and not final:
            self._leave()
        return self._pastes.clean(super().decode(data, final))

    def _buffer_decode(self, data: Any, errors: str, final: bool) -> tuple[str, int]:
        text, at = "", 0
        while True:
            try:
                more, used = utf_8_decode(data[at:], "strict", final)
                return text + more, at + used
            except UnicodeDecodeError as stray:
                text += data[at : at + stray.start].decode()
                text += data[at + stray.start : at + stray.end].decode("cp1252", "replace")
                at += stray.end


class LastingFile:
    """A terminal to write to that may be gone: then what is written goes nowhere.

    The thread in which Textual writes ends at the first refusal, and the app, at its end, then waits for it for ever.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write where that can be."""
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Send what was written, where that can be."""
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """Return the number of the file."""
        return self._file.fileno()


def _leave() -> None:
    """Ask the app to leave as when its window is closed.

    A terminal that hung up reads as nothing, at once and for ever; not every lost one sends the signal for it.
    """
    os.kill(os.getpid(), signal.SIGHUP)
    time.sleep(0.1)


def tolerant(stock: type[Driver]) -> type[Driver]:
    """Return `stock` with its input loop seeing our decoder; `stock` itself where its loop asks for none.

    The loop takes its decoder by a name of its module, so it is rebuilt with that one name meaning ours: the rest of
    the loop stays whatever Textual made it.
    """
    loop = getattr(stock, _LOOP, None)
    if not isinstance(loop, FunctionType) or _ASKED not in loop.__code__.co_names:
        return stock
    names = loop.__globals__ | {_ASKED: _decoder}
    rebuilt = FunctionType(loop.__code__, names, _LOOP, loop.__defaults__, loop.__closure__)

    def __init__(self: Any, *args: Any, **settings: Any) -> None:
        stock.__init__(self, *args, **settings)
        self._file = LastingFile(self._file)

    return type(f"Tolerant{stock.__name__}", (stock,), {_LOOP: rebuilt, "__init__": __init__})


def _decoder(encoding: str) -> Callable[[], TolerantDecoder]:
    return partial(TolerantDecoder, _leave)
