"""Preferences: a small TOML file that a person may also write by hand. Nothing in it keeps attune from starting."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from attune.domain.countries import known_country
from attune.errors import ConfigError
from attune.storage import files
from attune.storage.faults import why

THEMES = ("dusk", "paper", "contrast", "ansi")
MOST_BYTES = 64 * 1024
MARKS = ("favourites", "not_for_us", "quiet_rules", "right_here", "rehearse")
"""Settings that are lists of what was marked, one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What was chosen; every field has a default that suits most."""

    theme: str = "dusk"
    country: str | None = None
    """ISO 3166 code, capitals; None where the family did not say."""
    motion: bool = True
    carers: bool = False
    """Whether moments say who was with the child."""
    welcomed: bool = False
    """Whether the first start is over."""
    keymap: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Id of a command to its keys, `now.save` to `f9,ctrl+j`; ids are checked where commands are known."""
    not_for_us: tuple[str, ...] = ()
    """Ids of scripts that are not to be offered."""
    favourites: tuple[str, ...] = ()
    """Ids of scripts that a family likes, in the order in which they were marked."""
    quiet_rules: tuple[str, ...] = ()
    """Ids of rules of the phrase check that are turned off."""
    right_here: tuple[str, ...] = ()
    """Keys of sentences in which a rule stays silent, from `domain/phrasefinding.py`: nobody reads words from them."""
    rehearse: tuple[str, ...] = ()
    """Ids of scripts put aside to be said aloud another time, in the order in which they were."""


def load_config(path: Path) -> tuple[Config, tuple[str, ...]]:
    """Return the preferences and a sentence for each setting that was passed over; a missing file is all defaults."""
    try:
        given = _read(path)
    except ConfigError as error:
        return Config(), (str(error),)
    values: dict[str, Any] = {}
    problems: list[str] = []
    for name, value in given.items():
        if name not in _SETTINGS:
            problems.append(f"{path.name}: “{name}” is not a setting that attune knows. It was passed over.")
            continue
        setting, wanted = _SETTINGS[name]
        try:
            values[name] = setting(value)
        except ValueError:
            problems.append(f"{path.name}: “{name}” should be {wanted}. It was passed over.")
    return Config(**values), tuple(problems)


def _read(path: Path) -> dict[str, Any]:
    """Return the file's tables; ConfigError where it is no readable TOML."""
    try:
        data, _ = files.read_whole(Path(os.path.realpath(path)))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ConfigError(f"{path.name} was passed over: {why(error)}.", f"Look at {path}.") from None
    if len(data) > MOST_BYTES:
        raise ConfigError(f"{path.name} was passed over: it is too large to be preferences.", f"Look at {path}.")
    from attune.storage.safe_toml import TomlError, parse  # costs 6 ms, and most families write no preferences

    try:
        return parse(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ConfigError(f"{path.name} was passed over: it is not UTF-8 text.", f"Look at {path}.") from None
    except TomlError as error:
        raise ConfigError(
            f"{path.name} was passed over. Its line {error.line} cannot be read: {error.message}", f"Look at {path}."
        ) from None


def _theme(value: Any) -> str:
    if value not in THEMES:
        raise ValueError
    return str(value)


def _country(value: Any) -> str | None:
    if value == "":
        return None
    code = known_country(value) if isinstance(value, str) else None
    if code is None:
        raise ValueError
    return code


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError
    return tuple(dict.fromkeys(value))


def _keys(value: Any) -> Mapping[str, str]:
    if not isinstance(value, dict) or not all(isinstance(keys, str) and keys.strip() for keys in value.values()):
        raise ValueError
    return MappingProxyType(value)


_SETTINGS: Mapping[str, tuple[Callable[[Any], Any], str]] = {
    "theme": (_theme, f"one of {', '.join(THEMES)}"),
    "country": (_country, "the code of a country, two letters such as “NZ”, “GB” or “ZA”"),
    "motion": (_switch, "true or false"),
    "carers": (_switch, "true or false"),
    "welcomed": (_switch, "true or false"),
    "keymap": (_keys, "a table of command ids and keys, such as “now.save” = “f9”, each in straight quotes"),
    "not_for_us": (_texts, "a list of script ids"),
    "favourites": (_texts, "a list of script ids"),
    "quiet_rules": (_texts, "a list of ids of phrase rules"),
    "right_here": (_texts, "a list of keys that attune writes"),
    "rehearse": (_texts, "a list of script ids"),
}


def save_config(path: Path, **changes: Any) -> None:
    """Write `changes` into the file at `path`, keeping its comments, order and unknown settings; None takes one out.

    A file that cannot be read as TOML is first set aside beside it, under a name of its own. Raises ConfigError.
    """
    import tomlkit  # costs 60 ms, and most starts write no preferences

    unknown = changes.keys() - _SETTINGS.keys()
    if unknown:
        raise TypeError(f"no such setting: {', '.join(sorted(unknown))}")
    target = Path(os.path.realpath(path))
    try:
        _read(target)
        document = tomlkit.parse(target.read_text("utf-8-sig")) if target.exists() else tomlkit.document()
    except (ConfigError, ValueError):  # tomlkit is stricter than tomli here and there
        _set_aside(target)
        document = tomlkit.document()
    for name, value in changes.items():
        if value is None:
            document.pop(name, None)
        else:
            document[name] = _storable(value)
    try:
        files.make_folder(target.parent)
        files.write_whole(target, tomlkit.dumps(document).encode())
    except OSError as error:
        raise ConfigError(
            f"Your preferences could not be saved: {why(error)}. What was there before is kept.",
            f"Look at {target}.",
        ) from None


def _storable(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def _set_aside(path: Path) -> None:
    """Give the file at `path` a free name beside it; nothing is overwritten."""
    try:
        files.replace(path, files.free_name(path.with_name(f"{path.name}.damaged")))
    except OSError as error:
        raise ConfigError(f"{path.name} can neither be read nor set aside: {why(error)}.", f"Look at {path}.") from None
