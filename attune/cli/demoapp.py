"""The app of `attune demo`, put together."""

from dataclasses import replace

from attune.cli.app import setting_of
from attune.cli.household import Household
from attune.storage.demofamily import ToldFamily, write_demo
from attune.storage.journal import Journal
from attune.ui.demo import DemoApp
from attune.ui.setting import Setting

_ABOUT = "A made-up journal, in a folder of its own that goes when you leave."


def run_demo(household: Household, told: ToldFamily) -> int:
    """Run the app over a made-up household; returns its exit status."""
    app = DemoApp(demo_setting(household, told))
    app.run()
    return app.return_code or 0


def demo_setting(household: Household, told: ToldFamily) -> Setting:
    """Return what the app is given; the journal is made when it is opened, beside the first frame."""
    setting = setting_of(household)
    journal = household.places.journal

    def open_journal(read_only: bool) -> Journal:
        if not journal.exists():
            write_demo(journal, told, setting.library, household.clock)
        return Journal(journal, household.clock, read_only=read_only)

    return replace(
        setting,
        open_journal=open_journal,
        about_journal=_ABOUT,
        change_config=lambda changes: None,  # the app knows them, and nobody else will want to
        fresh_config=lambda config: config,
        keep_crash=lambda error: None,
        told_at_start=(),
    )
