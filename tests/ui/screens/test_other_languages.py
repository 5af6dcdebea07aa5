"""Packs in other languages on the screens: found as one types, shown letter for letter, in the order they are read."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from attune.domain.library import Library
from attune.domain.moment import Moment
from attune.domain.prompting import Prompt, Prompter
from attune.domain.reading import Reader
from attune.storage.config import Config
from attune.storage.drafts import Drafts
from attune.storage.journal import Journal
from attune.storage.packfolders import core_folder, pack_folders
from attune.storage.packs import load_library
from attune.storage.snapshot import read_journal
from attune.ui.app import AttuneApp
from attune.ui.bigtext import load_faces, set_large
from attune.ui.card import Card, draw
from attune.ui.screens.present import PresentScreen
from attune.ui.setting import Setting
from tests.ui.helpers import SIZES, Host, rows, screen_text, until, until_shown

PACKS = Path(__file__).parents[2] / "packs"
NOW = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)
DIRECTING = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Signs that tell a terminal which way to write: attune adds none."""

LINES = {
    "casa-otro-cuento": "no quiere dormir y pide otro cuento mas",
    "casa-le-grite": "le he gritado delante de todos",
    "khane-aastin": "نمیخواد بخوابه، می‌گه پیشم بمون",
    "khane-daad": "سرش داد زدم",
}


@cache
def library() -> Library:
    return load_library([core_folder(), *pack_folders(PACKS)]).library


def app_over(journal: Path) -> AttuneApp:
    words = library()
    return AttuneApp(
        Setting(
            library=words,
            reader=Reader.of(words),
            prompter=Prompter(words),
            clock=lambda: NOW,
            open_journal=lambda read_only: Journal(journal, lambda: NOW, read_only=read_only),
            drafts=Drafts(journal.with_name("drafts"), lambda: NOW),
            config=Config(welcomed=True, motion=False),
            change_config=lambda changes: None,
        )
    )


def moments_in(folder: Path) -> tuple[Moment, ...]:
    return read_journal(folder / "journal.json", lambda: NOW).moments


async def typed(pilot: Pilot[Any], text: str) -> None:
    app = pilot.app
    assert isinstance(app, AttuneApp)
    await until(pilot, lambda: app.is_open)
    app.post_message(events.Paste(text))
    await until(pilot, lambda: app.now.reading.text == text)


async def test_words_in_a_language_of_their_own_are_found_and_shown(tmp_path: Path) -> None:
    app = app_over(tmp_path / "journal.json")
    async with app.run_test(size=SIZES[0]) as pilot:
        for number, (script_id, line) in enumerate(LINES.items(), 1):
            script = library().script(script_id)
            assert script is not None
            await typed(pilot, line)
            for size in SIZES[::2]:
                await pilot.resize_terminal(*size)
                await until(pilot, lambda size=size: len(rows(app)) == size[1])
                await until_shown(pilot, script.title)
                for word in (*script.beats[0].say.split(), *line.split()):
                    await until_shown(pilot, word)
                assert not set(screen_text(app)) & set(DIRECTING), (script_id, size)
            await pilot.press("ctrl+t", "enter")
            await until(pilot, lambda number=number: len(moments_in(tmp_path)) == number)
            [moment] = [each for each in moments_in(tmp_path) if each.text == line]
            assert moment.script is not None
            assert moment.script.words == "\n".join(script.spoken)


@pytest.mark.parametrize("pack", ["palabras-de-casa", "harf-haye-ma"])
@pytest.mark.parametrize(("width", "height"), [(38, 20), (60, 30), (100, 40)])
def test_a_card_holds_every_spoken_word_in_the_order_it_is_read(pack: str, width: int, height: int) -> None:
    for script in library().scripts:
        if script.pack == pack:
            shown = " ".join(draw(Card((Prompt(script, 1.0, ()),), 0), library(), width, height).plain.split())
            bare = " ".join(shown.replace("▌", "").split())
            for line in script.spoken:
                assert " ".join(line.split()) in bare
            assert not set(shown) & set(DIRECTING)


class Room(Host):
    def __init__(self, script_id: str) -> None:
        super().__init__()
        self.script_id = script_id

    def on_mount(self) -> None:
        super().on_mount()
        script = library().script(self.script_id)
        assert script is not None
        self.push_screen(PresentScreen(script))


async def test_letters_that_no_block_face_has_are_presented_in_plain_bold() -> None:
    app = Room("khane-aastin")
    script = library().script("khane-aastin")
    assert script is not None
    async with app.run_test(size=SIZES[0]) as pilot:
        for number, beat in enumerate(script.beats, 1):
            for size in SIZES:
                await pilot.resize_terminal(*size)
                await until(pilot, lambda size=size: len(rows(app)) == size[1])
                await until_shown(pilot, f"beat {number} of 3")
                await until_shown(pilot, beat.say)
            await pilot.press("space")


async def test_accents_are_presented_in_block_letters() -> None:
    app = Room("casa-vaso-azul")
    async with app.run_test(size=(200, 50)) as pilot:
        await pilot.press("space")
        await until_shown(pilot, "beat 2 of 3")
        assert sum("█" in row for row in rows(app)) >= 5


def test_letters_written_from_right_to_left_are_never_set_large() -> None:
    faces = load_faces()
    for text in ("آستینم رو گرفتی.", "שלום", "مرحبا"):
        assert set_large(text, 500, 100, faces) is None
