"""Commands and the user's keymap, derived from BINDINGS."""

from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input

from attune.ui.bindings import can_run, check_keymap, commands_in, commands_of, commands_on, is_key
from tests.ui.helpers import Host


class Line(Input):
    BINDING_GROUP_TITLE = "The line"
    BINDINGS = (Binding("ctrl+l", "clear", "Clear", id="line.clear", tooltip="Empties the line."),)


class Desk(Screen[None]):
    BINDINGS = (
        Binding("ctrl+s,f2", "save", "Save", id="desk.save", tooltip="Keeps this moment."),
        Binding("u", "undo", "Undo", id="desk.undo", tooltip="Takes back the last change."),
        Binding("z", "nap", "No id, no command"),
    )

    def compose(self) -> ComposeResult:
        yield Line()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        return action != "undo"


class Shelf(Screen[None]):
    BINDINGS = (Binding("ctrl+s", "sort", "Sort", id="shelf.sort"),)


class House(Host):
    BINDINGS = (Binding("f1,question_mark", "help", "Help", id="app.help", tooltip="Shows the keys."),)


KNOWN = commands_in((House, Desk, Shelf, Line))


def test_a_binding_with_an_id_is_a_command() -> None:
    save, undo = commands_of(Desk)
    assert (save.id, save.keys, save.description, save.sentence) == (
        "desk.save",
        ("ctrl+s", "f2"),
        "Save",
        "Keeps this moment.",
    )
    assert undo.id == "desk.undo"


@pytest.mark.parametrize(("owner", "where"), [(House, "Everywhere"), (Desk, "On this screen"), (Line, "The line")])
def test_commands_say_where_they_work(owner: type[Any], where: str) -> None:
    assert {command.where for command in commands_of(owner)} == {where}


def test_a_class_listed_twice_is_counted_once() -> None:
    assert commands_in((Desk, Desk)) == commands_of(Desk)


@pytest.mark.parametrize(
    "key", ["a", "A", "?", "f2", "ctrl+s", "ctrl+shift+f5", "question_mark", "space", "shift+tab", "pagedown", "ctrl+]"]
)
def test_keys_spelt_right(key: str) -> None:
    assert is_key(key)


@pytest.mark.parametrize("key", ["", " ", "ctlr+s", "ctrl+S", "ctrl+ctrl+s", "f99", "pgdown", "ctrl+", "strg+s", "^s"])
def test_keys_misspelt(key: str) -> None:
    assert not is_key(key)


@pytest.mark.parametrize(
    ("keymap", "said"),
    [
        ({}, ()),
        ({"desk.save": "f9"}, ()),
        ({"desk.save": "f9, ctrl+j"}, ()),
        ({"desk.sav": "f9"}, ("There is no command “desk.sav”; “desk.save” comes near.",)),
        ({"zzz": "f9"}, ("There is no command “zzz”.",)),
        ({"desk.save": "ctlr+s"}, ("“ctlr+s” for desk.save is not a key attune knows; “ctrl+s” comes near.",)),
        ({"desk.save": "§§"}, ("“§§” for desk.save is not a key attune knows.",)),
        ({"desk.save": "f1"}, ("“f1” is asked for by both app.help and desk.save; only one of them will answer.",)),
        ({"desk.save": "ctrl+l"},
         ("“ctrl+l” is asked for by both desk.save and line.clear; only one of them will answer.",)),
        ({"desk.save": "u", "desk.undo": "f2"}, ()),
        ({"shelf.sort": "u"}, ()),
    ],
)  # fmt: skip
def test_a_keymap_is_checked_by_name(keymap: dict[str, str], said: tuple[str, ...]) -> None:
    assert check_keymap(keymap, KNOWN) == said


async def test_the_commands_of_a_screen_its_parts_and_the_app_with_the_keys_they_have_now() -> None:
    app = House()
    async with app.run_test():
        await app.push_screen(Desk())
        app.set_keymap({"desk.save": "f12"})
        found = {command.id: (type(node), command.keys) for node, command in commands_on(app.screen)}
        assert found == {
            "desk.save": (Desk, ("f12",)),
            "desk.undo": (Desk, ("u",)),
            "line.clear": (Line, ("ctrl+l",)),
            "app.help": (House, ("f1", "question_mark")),
        }


async def test_a_command_that_is_switched_off_cannot_run() -> None:
    app: App[Any] = House()
    async with app.run_test():
        await app.push_screen(Desk())
        runs = {command.id: can_run(node, command) for node, command in commands_on(app.screen)}
        assert runs["desk.save"]
        assert not runs["desk.undo"]
