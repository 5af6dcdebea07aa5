"""Commands, as the `BINDINGS` of app, screens and widgets name them: every binding that has an id is one.

Help, palette and the user's keymap are derived from here; nothing lists commands a second time.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import combinations
from typing import Any

from textual.actions import parse
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import KEY_TO_UNICODE_NAME, Keys
from textual.screen import Screen

_MODIFIERS = ("ctrl", "shift", "alt", "super", "hyper", "meta")
_NAMED = frozenset({key.value for key in Keys if "+" not in key.value and "<" not in key.value}) | {
    *KEY_TO_UNICODE_NAME,
    "space",
    "slash",
    "backslash",
    "at",
    "minus",
    "plus",
    "underscore",
}


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does."""

    id: str
    keys: tuple[str, ...]
    """As Textual names them: `ctrl+s`, `f2`, `question_mark` or `?`."""
    description: str
    """One to three words."""
    sentence: str
    """What it does, in one sentence."""
    action: str
    owner: type[DOMNode]
    """The app, screen or widget class that answers to it."""

    @property
    def where(self) -> str:
        """Where its keys work, as a heading."""
        if issubclass(self.owner, App):
            return "Everywhere"
        return self.owner.BINDING_GROUP_TITLE or (
            "On this screen" if issubclass(self.owner, Screen) else "In this part"
        )


def commands_of(owner: type[DOMNode]) -> tuple[Command, ...]:
    """Return the commands of a class and of the classes it is made from, its own first."""
    found: dict[str, Command] = {}
    for base in owner.__mro__:
        for binding in vars(base).get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id and binding.id not in found:
                keys = tuple(key.strip() for key in binding.key.split(","))
                found[binding.id] = Command(
                    binding.id, keys, binding.description, binding.tooltip, binding.action, owner
                )
    return tuple(found.values())


def commands_in(owners: Iterable[type[DOMNode]]) -> tuple[Command, ...]:
    """Return the commands of all classes, each class once."""
    return tuple(command for owner in dict.fromkeys(owners) for command in commands_of(owner))


def with_keymap(commands: Iterable[Command], keymap: Mapping[str, str]) -> tuple[Command, ...]:
    """Return `commands` with the keys that `keymap` (id to keys, comma between) gives them."""
    return tuple(
        replace(command, keys=_keys(keymap[command.id])) if command.id in keymap else command for command in commands
    )


def commands_on(screen: Screen[Any]) -> Iterator[tuple[DOMNode, Command]]:
    """Yield every command of a screen with who answers to it: the screen's own, its widgets', the app's."""
    keymap = screen.app._keymap  # Textual takes a keymap and has no public way to read it back
    seen: set[str] = set()
    for node in (screen, *screen.walk_children(), screen.app):
        for command in with_keymap(commands_of(type(node)), keymap):
            if command.id not in seen:
                seen.add(command.id)
                yield node, command


def key_shown(app: App[Any], binding: Binding) -> str:
    """Return how the key of `binding` is shown: `^s`, `F2`, `pgdn`."""
    shown = app.get_key_display(binding)
    return shown.upper() if shown[:1] == "f" and shown[1:].isdigit() else shown


def can_run(node: DOMNode, command: Command) -> bool:
    """Tell whether `command` would do something now."""
    return bool(_checked(node, command))


def has_use(node: DOMNode, command: Command) -> bool:
    """Tell whether `command` does something here, if not now then a little later: such a check says None."""
    return _checked(node, command) is not False


def _checked(node: DOMNode, command: Command) -> bool | None:
    where, name, parameters = parse(command.action)
    target = {"app": node.app, "screen": node.screen}.get(where, node)
    return target.check_action(name, parameters)


def check_keymap(keymap: Mapping[str, str], known: Iterable[Command]) -> tuple[str, ...]:
    """Say, one sentence each, what of a keymap cannot work: unknown ids, misspelt keys, keys with two meanings."""
    commands = tuple(known)
    ids = {command.id for command in commands}
    faults = [f"There is no command “{asked}”{_meant(asked, ids)}." for asked in keymap if asked not in ids]
    faults += [
        f"“{key}” for {asked} is not a key attune knows{_meant(key, _spellings(key))}."
        for asked, keys in keymap.items()
        for key in _keys(keys)
        if not is_key(key)
    ]
    return tuple(dict.fromkeys((*faults, *_clashes(with_keymap(commands, keymap), keymap))))


def is_key(key: str) -> bool:
    """Tell whether `key` is spelt as Textual spells keys."""
    *modifiers, name = key.split("+")
    if not set(modifiers) <= set(_MODIFIERS) or len(set(modifiers)) < len(modifiers):
        return False
    if len(name) == 1:
        return name.isprintable() and name != " " and not (modifiers and name.isupper())
    return name in _NAMED or _is_character_name(name)


def _keys(text: str) -> tuple[str, ...]:
    return tuple(key.strip() for key in text.split(","))


def _is_character_name(name: str) -> bool:
    try:
        unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return False
    return True


def _spellings(key: str) -> set[str]:
    """Return keys that a misspelt one may stand for: its own name under each modifier, and the named keys."""
    name = key.rpartition("+")[2].lower()
    return {f"{modifier}+{name}" for modifier in _MODIFIERS[:3]} | _NAMED


def _meant(asked: str, choices: Iterable[str]) -> str:
    near = get_close_matches(asked.lower(), sorted(choices), n=1)
    return f"; “{near[0]}” comes near" if near else ""


def _clashes(commands: tuple[Command, ...], keymap: Mapping[str, str]) -> Iterator[str]:
    """Yield keys that mean two things where both could be meant, as far as the keymap brought that about."""
    for one, other in combinations(commands, 2):
        if one.id == other.id or not {one.id, other.id} & set(keymap) or not _can_meet(one.owner, other.owner):
            continue
        for key in one.keys:
            if key in other.keys:
                yield f"“{key}” is asked for by both {one.id} and {other.id}; only one of them will answer."


def _can_meet(one: type[DOMNode], other: type[DOMNode]) -> bool:
    """Tell whether two classes can be listening at once; two screens, or two widgets, have the focus in turn."""
    if one is other or issubclass(one, App) or issubclass(other, App):
        return True
    return issubclass(one, Screen) != issubclass(other, Screen)
