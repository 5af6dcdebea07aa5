"""Whether the keys that a family chose can work: for `doctor`, and for the app's start."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules

from textual.dom import DOMNode

import attune.ui.app  # whoever answers to a key is known once the app and all its screens are loaded
import attune.ui.presenting
import attune.ui.screens
from attune.ui.bindings import check_keymap, commands_in


def keymap_problems(keymap: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for each id that is unknown, key that is misspelt, and key that is asked for twice."""
    if not keymap:
        return ()
    for package in (attune.ui.screens, attune.ui.presenting):  # else each is loaded when it is wanted
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    return check_keymap(keymap, commands_in(_owners(DOMNode)))


def _owners(base: type[DOMNode]) -> Iterator[type[DOMNode]]:
    """Yield every class of attune's own that may name commands."""
    for owner in base.__subclasses__():
        if owner.__module__.startswith("attune."):
            yield owner
        yield from _owners(owner)
