"""Whether the keys that a family chose can work: for `doctor`, and for the app's start."""

from collections.abc import Iterator, Mapping

from textual.dom import DOMNode

import attune.ui.app  # noqa: F401  whoever answers to a key is known once the app is loaded
from attune.ui.bindings import check_keymap, commands_in


def keymap_problems(keymap: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for each id that is unknown, key that is misspelt, and key that is asked for twice."""
    if not keymap:
        return ()
    # their keys too; only where a family chose any
    import attune.ui.presenting.companion
    import attune.ui.presenting.presenter  # noqa: F401

    return check_keymap(keymap, commands_in(_owners(DOMNode)))


def _owners(base: type[DOMNode]) -> Iterator[type[DOMNode]]:
    """Yield every class of attune's own that may name commands."""
    for owner in base.__subclasses__():
        if owner.__module__.startswith("attune."):
            yield owner
        yield from _owners(owner)
