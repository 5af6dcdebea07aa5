"""What leads from one activity to another, as messages: whoever sends one knows no other activity."""

from dataclasses import dataclass

from textual.message import Message

from attune.domain.script import Script


@dataclass
class TextTaken(Message):
    """A text is what was said in a moment."""

    text: str
    came_as: str
    """The text as it came from the moment; empty where it did not."""


@dataclass
class ScriptWanted(Message):
    """Words of the library are to be read."""

    script: Script
