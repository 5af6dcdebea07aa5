"""A card of rehearsal on plain lines: what happens, and each thing that is said with its silence."""

from attune.cli.output import Sheet
from attune.domain.fronts import Front
from attune.domain.script import Beat
from attune.domain.sitting import silence_after
from attune.domain.wording import filled


def tell_front(sheet: Sheet, front: Front) -> None:
    """Say what happens."""
    sheet.say()
    sheet.say(front.happens, strong=True)
    if front.notice:
        sheet.say(f"You may notice: {', '.join(front.notice)}.")


def tell_beat(sheet: Sheet, beat: Beat, child: str) -> None:
    """Say one thing that is said, to a `child` of that nickname, and what to watch for meanwhile."""
    sheet.say(f"“{filled(beat.say, child)}”" if beat.say else "Say nothing.", indent=2)
    seconds = silence_after(beat)
    if seconds or beat.look_for:
        silence = f"{beat.then.value}, about {seconds} seconds" if beat.then else ""
        parts = (silence, filled(beat.look_for, child) if beat.look_for else "")
        sheet.say(f"({': '.join(part for part in parts if part)})", indent=4)
