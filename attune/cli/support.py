"""`attune support`: people who can help. Nothing is called or sent; it works offline."""

from datetime import date

import click

from attune.cli.command import WORDS, Command, pass_household
from attune.cli.content import library_of
from attune.cli.household import Household
from attune.cli.output import Sheet
from attune.domain.about import WHAT_IT_IS_NOT
from attune.domain.script import Service
from attune.domain.signposts import signposts


@click.command(cls=Command)
@click.option("--country", metavar="CC", type=WORDS, help="Two letters, such as NZ; else the one in your preferences.")
@pass_household
def support(household: Household, country: str | None) -> None:
    """Show numbers of people who can help."""
    found = signposts(library_of(household).services, household.config.country if country is None else country.strip())
    sheet, today = household.sheet(), household.clock().date()
    sheet.say(found.emergency, strong=True)
    if country and not found.services:
        sheet.say(f"No numbers are known here for {country.strip().upper()}; these serve everywhere.")
    for services in (found.services, found.directories):
        for service in services:
            sheet.say()
            _tell(service, today, sheet)
    sheet.say()
    sheet.say("A doctor, midwife, health visitor or your child’s school is a good first person to ask, too.")
    sheet.say(WHAT_IT_IS_NOT)
    if not country and not found.services:
        sheet.say("“attune support --country CC” shows the numbers of a country, where they are known.")


def _tell(service: Service, today: date, sheet: Sheet) -> None:
    sheet.say(service.name, strong=True)
    sheet.say(f"For {service.serves}.", indent=2)
    sheet.say(f"{service.channel.capitalize()}: {service.contact}", indent=2)
    for heading, words in (("Hours", service.hours), ("Languages", service.languages)):
        if words:
            sheet.say(f"{heading}: {words}", indent=2)
    if service.needs_check(today):
        sheet.say(f"Numbers change: check at {service.owner_url}", indent=2)
