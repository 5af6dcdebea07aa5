import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from attune.errors import ConfigError
from attune.storage.config import MOST_BYTES, Config, load_config, save_config


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_a_missing_file_is_all_defaults(path: Path) -> None:
    assert load_config(path) == (Config(), ())
    assert not path.exists()


def test_every_setting_is_read(path: Path) -> None:
    path.write_text(
        'theme = "paper"\ncountry = "nz"\nmotion = false\nwelcomed = true\n'
        'not_for_us = ["a", "b", "a"]\nquiet_rules = ["hush"]\nright_here = ["0f"]\n'
        '[keymap]\n"now.save" = "f9,ctrl+j"\n'
    )
    config, problems = load_config(path)
    assert problems == ()
    assert config == Config(
        theme="paper",
        country="NZ",
        motion=False,
        welcomed=True,
        not_for_us=("a", "b"),
        quiet_rules=("hush",),
        right_here=("0f",),
        keymap={"now.save": "f9,ctrl+j"},
    )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('theme = "neon"', "theme"),
        ("theme = 3", "theme"),
        ('country = "Narnia"', "country"),
        ("country = 64", "country"),
        ('country = "zz"', "country"),
        ('country = "N Z"', "country"),
        ('motion = "yes"', "motion"),
        ("welcomed = 1", "welcomed"),
        ("not_for_us = [1]", "not_for_us"),
        ('quiet_rules = "hush"', "quiet_rules"),
        ("right_here = [7]", "right_here"),
        ("keymap = 3", "keymap"),
        ('keymap = { "now.save" = "" }', "keymap"),
        ('colour = "red"', "colour"),
    ],
)
def test_what_does_not_fit_is_named_and_passed_over(path: Path, line: str, name: str) -> None:
    path.write_text(f'not_for_us = ["kept"]\n{line}\n' if name != "not_for_us" else line)
    config, problems = load_config(path)
    assert len(problems) == 1
    assert f"“{name}”" in problems[0]
    assert config == Config(not_for_us=("kept",) if name != "not_for_us" else ())


@pytest.mark.parametrize(
    "content",
    [
        b"theme = ",
        b"\xff\xfe",
        b'theme = "dusk"\n' * 2,
        b"#" * (MOST_BYTES + 1),
        b"a." * 5000 + b"a = 1",
        b"a=" + b"[" * 9000,
    ],
)
def test_a_damaged_file_is_all_defaults_and_said_once(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    config, problems = load_config(path)
    assert config == Config()
    assert len(problems) == 1
    assert "config.toml" in problems[0]
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe"])
def test_saving_over_a_damaged_file_sets_it_aside(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    path.with_name("config.toml.damaged").write_text("an older one")
    save_config(path, theme="ansi")
    assert load_config(path) == (Config(theme="ansi"), ())
    assert path.with_name("config.toml.damaged").read_text() == "an older one"
    assert path.with_name("config.toml.damaged-2").read_bytes() == content


def test_saving_keeps_comments_order_and_what_is_not_known(path: Path) -> None:
    path.write_text('# ours\nshade = "blue"  # from a newer attune\ntheme = "dusk"  # calm\n\n[keymap]\n"a.b" = "f9"\n')
    save_config(path, theme="paper", country="GB")
    text = path.read_text()
    assert "# ours" in text
    assert 'shade = "blue"  # from a newer attune' in text
    assert 'theme = "paper"  # calm' in text
    config, _ = load_config(path)
    assert (config.theme, config.country, config.keymap) == ("paper", "GB", {"a.b": "f9"})


def test_what_the_phrase_check_keeps_silent_is_kept_and_taken_back_among_comments(path: Path) -> None:
    path.write_text('quiet_rules = ["hush"]  # we say it lovingly\n\n[keymap]\n"a.b" = "f9"\n')
    save_config(path, quiet_rules=("hush", "bark"), right_here=("0f", "1f"))
    save_config(path, right_here=("1f",))
    assert "# we say it lovingly" in path.read_text()
    config, problems = load_config(path)
    assert (config.quiet_rules, config.right_here, problems) == (("hush", "bark"), ("1f",), ())
    save_config(path, quiet_rules=None, right_here=None)
    assert load_config(path)[0] == Config(keymap={"a.b": "f9"})


def test_everything_that_is_saved_is_read_again(path: Path) -> None:
    save_config(path, keymap={"now.save": "f9"}, not_for_us=("b",), motion=False, welcomed=True)
    wanted = Config(keymap={"now.save": "f9"}, not_for_us=("b",), motion=False, welcomed=True)
    assert load_config(path) == (wanted, ())


def test_none_takes_a_setting_out(path: Path) -> None:
    save_config(path, country="GB", theme="paper")
    save_config(path, country=None)
    assert load_config(path) == (Config(theme="paper"), ())


def test_a_setting_of_no_meaning_cannot_be_saved(path: Path) -> None:
    with pytest.raises(TypeError):
        save_config(path, colour="red")


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    save_config(path, theme="ansi")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert os.listdir(path.parent) == ["config.toml"]


def test_a_link_to_the_file_stays_a_link(tmp_path: Path, path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("# mine\n")
    path.symlink_to(real)
    save_config(path, theme="ansi")
    assert path.is_symlink()
    assert real.read_text() == '# mine\ntheme = "ansi"\n'


def test_a_link_that_leads_round_in_a_circle_is_told(path: Path) -> None:
    path.symlink_to(path)
    config, problems = load_config(path)
    assert config == Config()
    assert "circle" in problems[0]


def test_what_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError) as caught:
        save_config(tmp_path / "file" / "config.toml", theme="ansi")
    assert "config.toml" in str(caught.value)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_neither_holds_up_the_start_nor_is_lost(path: Path, make: Callable[[Path], None]) -> None:
    make(path)
    config, problems = load_config(path)
    assert config == Config()
    assert len(problems) == 1
    save_config(path, theme="ansi")
    assert load_config(path) == (Config(theme="ansi"), ())
    assert path.with_name("config.toml.damaged").exists()
