"""What the app is given by the command line."""

from attune.cli.app import setting_of
from attune.cli.household import Household
from attune.storage.config import load_config
from tests.cli.conftest import SMALL, Home


def household(home: Home) -> Household:
    return Household(home.environ, home.clock, core=SMALL)


def test_the_app_gets_the_familys_places_and_opens_nothing_by_itself(home: Home) -> None:
    setting = setting_of(household(home))
    assert list(home.folder.iterdir()) == []
    with setting.open_journal(False) as journal:
        journal.new_child("Mia")
    assert home.journal.exists()
    setting.change_config({"theme": "paper"})
    assert load_config(home.folder / "config.toml")[0].theme == "paper"
    setting.drafts.keep("now", {"text": "x"})
    assert (home.folder / "journal.json.drafts" / "now.json").exists()


def test_what_could_not_be_used_is_told_at_the_start(home: Home) -> None:
    (home.folder / "config.toml").write_text('shade = "blue"\n[keymap]\n"no.such" = "f9"\n')
    (home.folder / "data" / "attune" / "packs" / "broken").mkdir(parents=True)
    told = " ".join(setting_of(household(home)).told_at_start)
    for word in ("broken", "shade", "no.such"):
        assert f"“{word}”" in told


def test_a_key_of_ones_own_that_works_is_not_told(home: Home) -> None:
    (home.folder / "config.toml").write_text('[keymap]\n"app.support" = "f11"\n')
    assert setting_of(household(home)).told_at_start == ()


def test_a_crash_report_lies_where_the_doctor_finds_it(home: Home) -> None:
    setting_of(household(home)).keep_crash(RuntimeError("private"))
    shown = home.run("doctor", "--last-crash").out
    assert "RuntimeError" in shown
    assert "private" not in shown


def test_a_report_that_cannot_be_kept_is_no_second_crash(home: Home) -> None:
    (home.folder / "state").write_text("in the way")
    assert setting_of(household(home)).keep_crash(RuntimeError("x")) is None
