"""What does not fit in a part of a pack."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a script or another table; where it stands in its file is not known here."""

    field: str
    """Dotted below the table: `beats.say`; empty for the table itself."""
    item: int | None
    """Which item of the field's list, 0 the first; None for the field itself."""
    message: str
    """What does not fit, in a plain sentence."""
    remedy: str
    """What to do about it, in a plain sentence."""
    quote: str = ""
    """The text it is about, where reading it again helps."""

    @property
    def where(self) -> str:
        """The field as a person would name it: `beats[2].say`, counted from 1."""
        if self.item is None:
            return self.field
        first, dot, rest = self.field.partition(".")
        return f"{first}[{self.item + 1}]{dot}{rest}"
