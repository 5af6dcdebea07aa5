"""Bytes that are not UTF-8 are read, not the end."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.drivers.headless_driver import HeadlessDriver

from attune.ui.driver import LastingFile, TolerantDecoder, tolerant
from tests.ui.pty_run import run_in_pty


def decoded(chunks: list[bytes]) -> str:
    decoder = TolerantDecoder(lambda: None)
    return "".join(decoder.decode(chunk) for chunk in chunks) + decoder.decode(b"", final=True)


@pytest.mark.parametrize(
    ("chunks", "text"),
    [
        ([b"plain"], "plain"),
        (["é漢👩".encode()], "é漢👩"),
        ([b"caf\xe9 au lait"], "café au lait"),
        ([b"\xe9"], "é"),
        ([b"\x93quoted\x94"], "“quoted”"),
        (["é".encode()[:1], "é".encode()[1:]], "é"),
        ([b"\xe9", b"t\xe9"], "été"),
        ([b"\xff\xfe"], "ÿþ"),
        ([b"\x81"], "\N{REPLACEMENT CHARACTER}"),
        ([b"\x1b[200~caf\xe9\x1b[201~"], "\x1b[200~café\x1b[201~"),
    ],
)
def test_what_is_not_utf_8_is_read_as_windows_1252(chunks: list[bytes], text: str) -> None:
    assert decoded(chunks) == text


@given(st.text(), st.integers(min_value=1, max_value=7))
def test_utf_8_is_read_as_utf_8_however_it_is_cut(text: str, size: int) -> None:
    data = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode()
    assert decoded([data[at : at + size] for at in range(0, len(data), size)]) == data.decode()


@given(st.lists(st.binary()))
def test_no_bytes_are_the_end(chunks: list[bytes]) -> None:
    decoded(chunks)


def test_a_terminal_that_reads_as_nothing_is_left() -> None:
    left: list[bool] = []
    decoder = TolerantDecoder(lambda: left.append(True))
    assert decoder.decode(b"a") == "a"
    assert not left
    assert decoder.decode(b"") == ""
    assert left == [True]


class Gone(io.StringIO):
    def write(self, text: str) -> int:
        raise OSError(5, "Input/output error")

    def flush(self) -> None:
        raise OSError(5, "Input/output error")


def test_a_terminal_that_is_gone_is_written_to_without_a_fault() -> None:
    lasting = LastingFile(Gone())
    lasting.write("nobody reads this")
    lasting.flush()


def test_a_driver_that_asks_for_no_decoder_stays_as_it_is() -> None:
    assert tolerant(HeadlessDriver) is HeadlessDriver


PROGRAM = """
import sys
from attune.ui.driver import tolerant
from textual.app import App
from textual.widgets import Input

class Line(App):
    def get_driver_class(self):
        return {driver}(super().get_driver_class())
    def compose(self):
        yield Input(placeholder="ready")
    def on_input_submitted(self, event):
        self.exit(message="typed: " + ascii(event.value))

app = Line()
app.run()
sys.exit(app.return_code or 0)
"""


def test_a_latin_1_byte_typed_in_a_terminal_arrives_as_its_letter() -> None:
    status, sent = run_in_pty(PROGRAM.format(driver="tolerant"), (("eady", b"caf\xe9"), ("caf", b"\r")))
    assert "typed: 'caf\\xe9'" in sent
    assert status == 0


def test_without_it_the_same_byte_ends_the_app() -> None:
    _, sent = run_in_pty(PROGRAM.format(driver=""), (("eady", b"caf\xe9"), ("caf", b"\r")))
    assert "typed:" not in sent
