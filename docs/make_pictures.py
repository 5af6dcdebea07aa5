"""Makes the pictures of the documentation from the app itself, over a made-up family.

    pip install -e ".[pictures]" && python docs/make_pictures.py

Needs the font DejaVu Sans Mono. Writes docs/pictures/*.png.
"""

import asyncio
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.color import Color

from attune.domain.moment import Entry, Landed
from attune.domain.prompting import Prompter
from attune.domain.reading import Reader
from attune.storage.config import Config
from attune.storage.drafts import Drafts
from attune.storage.journal import Journal
from attune.storage.packfolders import core_folder
from attune.storage.packs import load_library
from attune.ui.app import AttuneApp
from attune.ui.setting import Setting

PICTURES = Path(__file__).parent / "pictures"
NOW = datetime(2026, 5, 19, 18, 42, tzinfo=UTC)
LINE = "mia screaming at bedtime doesnt want me to leave"
CELL = (9, 18)
FONTS = {
    (bold, slanted): ImageFont.truetype(f"DejaVuSansMono{name}.ttf", 15)
    for (bold, slanted), name in {
        (False, False): "", (True, False): "-Bold", (False, True): "-Oblique", (True, True): "-BoldOblique",
    }.items()
}  # fmt: skip


@dataclass(frozen=True)
class Picture:
    """One picture: a theme, a size, the keys that lead there."""

    name: str
    theme: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()


ALL = (
    Picture("now-dusk", "dusk", (120, 36)),
    Picture("now-paper-80x24", "paper", (80, 24)),
    Picture("present-dusk", "dusk", (100, 30), ("ctrl+r",)),
)


def family(folder: Path) -> AttuneApp:
    """Return the app of a made-up family."""
    library = load_library([core_folder()]).library
    path = folder / "attune.json"
    if not path.exists():
        with Journal(path, lambda: NOW - timedelta(hours=3)) as journal:
            journal.new_child("Mia", band="preschool")
            journal.add(
                Entry(
                    text="clung to my leg at the nursery gate", situations=("separation",), cues=("clinging",),
                    said="You want me to stay. I come back after snack.", landed=Landed.EASED,
                    at=NOW - timedelta(hours=10),
                )
            )  # fmt: skip
    return AttuneApp(
        Setting(
            library=library,
            reader=Reader.of(library),
            prompter=Prompter(library),
            clock=lambda: NOW,
            open_journal=lambda read_only: Journal(path, lambda: NOW, read_only=read_only),
            drafts=Drafts(folder / "attune.json.drafts", lambda: NOW),
            journal=str(path),
            config=Config(welcomed=True, motion=False),
            change_config=lambda changes: None,
        )
    )


async def take(picture: Picture) -> None:
    """Run the app, type the line, press the keys, draw what is on the screen."""
    with tempfile.TemporaryDirectory() as folder:
        app = family(Path(folder))
        async with app.run_test(size=picture.size) as pilot:
            app.theme = picture.theme
            while not app.is_open:
                await pilot.pause(0.01)
            app.post_message(events.Paste(LINE))
            while app.now.reading.text != LINE:
                await pilot.pause(0.01)
            await pilot.press(*picture.keys)
            await pilot.pause(0.1)
            draw(app).save(PICTURES / f"{picture.name}.png", optimize=True)


def draw(app: AttuneApp) -> Image.Image:
    """Return the screen, drawn cell by cell."""
    width, height = CELL
    image = Image.new("RGB", (app.size.width * width, app.size.height * height))
    pen = ImageDraw.Draw(image)
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        segments = list(strip)
        for each in app.get_line_filters():
            segments = each.apply(segments, Color(0, 0, 0))
        x = 0
        for text, style, control in segments:
            for character in "" if control else text:
                cells = cell_len(character)
                _cell(pen, character, x * width, y * height, cells * width, style or Style())
                x += cells
    return image


def _cell(pen: ImageDraw.ImageDraw, character: str, x: int, y: int, width: int, style: Style) -> None:
    height = CELL[1]
    ink, ground = _colour(style, ink=True), _colour(style, ink=False)
    pen.rectangle((x, y, x + width - 1, y + height - 1), fill=ground)
    if character == "▌":
        pen.rectangle((x, y, x + width // 2 - 1, y + height - 1), fill=ink)
    elif character in "█▀▄":
        top, bottom = (
            (y + height // 2 if character == "▄" else y),
            (y + height // 2 if character == "▀" else y + height),
        )
        pen.rectangle((x, top, x + width - 1, bottom - 1), fill=ink)
    elif character != " ":
        pen.text((x, y), character, font=FONTS[bool(style.bold), bool(style.italic)], fill=ink)
    if style.underline:
        pen.line((x, y + height - 2, x + width - 1, y + height - 2), fill=ink)


def _colour(style: Style, *, ink: bool) -> tuple[int, int, int]:
    colour = style.color if ink != bool(style.reverse) else style.bgcolor
    return tuple(colour.get_truecolor()) if colour else (0, 0, 0)  # type: ignore[return-value]


if __name__ == "__main__":
    for each in ALL:
        asyncio.run(take(each))
