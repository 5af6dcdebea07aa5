"""How words may be heard, for a screen on which words are written."""

import asyncio
from collections.abc import Awaitable, Callable

from attune.storage.config import Config
from attune.ui.setting import Setting
from attune.ui.widgets.finding_line import Told

Ear = Callable[[str, int], Awaitable[Told]]
"""Returns what there is to tell of a text, most of all near a place in it."""


def ear_of(setting: Setting, config: Config) -> Ear:
    """Return what hears words as a child may; the phrase book is loaded when it is first asked, beside the screen."""

    async def hear(text: str, at: int) -> Told:
        hearing = await asyncio.to_thread(setting.check)
        from attune.ui.overheard import told_of  # came with the phrase book: no start pays for it

        return told_of(hearing, text, at, config, frozenset())

    return hear
