"""What the phrase check never says a word about: care for life, warning shouts, leave to cry, our own words."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from attune.domain.library import Library
from attune.domain.phrasing import PhraseCheck
from tests.shipped import core

QUOTED = re.compile("“([A-Z][^”]+)”")

ASKING = (
    "Are you thinking about killing yourself?",
    "Are you thinking of suicide?",
    "are you thinking about ending your life",
    "Do you want to die?",
    "Do you ever wish you were dead?",
    "Have you hurt yourself?",
    "Have you been cutting?",
    "Are you cutting yourself again, love?",
    "Did you take something? What did you take, and how many?",
    "Do you have a plan for how you would kill yourself?",
    "Sometimes people who feel this low think about killing themselves. Do you?",
    "I'm going to ask you straight. Are you having thoughts of suicide?",
    "Have you ever tried to kill yourself?",
    "Do you feel safe tonight, or might you hurt yourself?",
    "When you said you wanted to disappear, did you mean you want to die?",
    "Is it that you don't want to be here any more?",
    "Are you self-harming?",
    "R u thinking about hurting urself",
    "You're not in trouble. Are you thinking about ending it all?",
    "Answer me. Are you thinking about suicide?",
    "How many tablets did you take? Tell me right now.",
    "Do you wish you'd never been born?",
    "Is someone hurting you?",
    "Stop for a second, sweetheart, and look at me. Do you want to kill yourself?",
)
SHOUTS = (
    "STOP!",
    "Stop! Car!",
    "Stop right now! There's a road!",
    "No! Hot!",
    "Hot! Don't touch!",
    "Freeze! There's glass everywhere!",
    "Get down from there now! You'll fall!",
    "Get out of the road this instant!",
    "Hold my hand right now, there's a lorry coming!",
    "Come back here now! The platform edge!",
    "Put the knife down. Now.",
    "Put that knife down right now!",
    "Spit it out! Now!",
    "Don't you dare go near that water without me!",
    "Hurry up, out of the building, there's a fire!",
    "Quick, quick, out of the house, it's on fire!",
    "Let go of the dog! He bites!",
    "Get away from the edge!",
    "Sit down in the boat, you'll fall in!",
    "Seat belt on now or I can't drive, it's dangerous.",
    "Don't move! There's a wasp on you!",
    "Look out!",
    "GET DOWN NOW!",
    "Get down! Now!",
    "Stop it! You're hurting him!",
    "Stay there! Don't move!",
    "Leave it! It's broken glass.",
    "Everybody out! Fire!",
)
PERMISSION = (
    "You can cry.",
    "You can cry as long as you need.",
    "It's okay to cry.",
    "It's ok to cry sweetheart",
    "Its alright to cry.",
    "You're allowed to cry.",
    "You're allowed to be angry with me.",
    "Cry all you want, I've got you.",
    "Cry if you need to.",
    "Let it out.",
    "Let it all out, love, I'm here.",
    "You don't have to stop crying.",
    "You don't need to be brave.",
    "No need to stop crying.",
    "Boys cry too.",
    "Big boys can cry.",
    "Everyone cries sometimes.",
    "Tears are welcome here.",
    "Have a good cry, I'm not going anywhere.",
    "It's okay to be scared, and it's okay to say so.",
    "Don't hold it in. Cry.",
    "I cry too when I'm sad.",
    "You can cry, big boy.",
    "Don't stop crying for my sake.",
    "There's nothing wrong with crying.",
    "You don't have to be brave for me.",
)


@cache
def check() -> PhraseCheck:
    return PhraseCheck(core().book)


@pytest.mark.parametrize("line", [*ASKING, *SHOUTS, *PERMISSION])
def test_care_for_life_and_leave_to_feel_are_never_flagged(line: str) -> None:
    for typed in (line, line.lower(), line.upper(), line.replace("'", "’"), line.rstrip("?!."), f"Oh {line}"):
        assert [(each.rule, each.start) for each in check().check(typed).findings] == [], typed


def words_of(library: Library) -> Iterator[tuple[str, str]]:
    """Yield each line that somebody is given to say, with where it stands; of a practice, whole sentences in quotes."""
    for script in library.scripts:
        yield from ((script.id, line) for line in script.spoken)
    for practice in library.practices:
        yield from ((practice.id, line) for step in practice.steps for line in QUOTED.findall(step))
    for workshop in library.workshops:
        for step in workshop.steps:
            yield from ((f"{workshop.id}: {step.title}", line) for line in (*step.says, *step.guesses, *step.tries))


def test_nothing_is_found_in_the_words_that_ship() -> None:
    told = [
        (where, line, [each.rule for each in findings])
        for where, line in words_of(core().library)
        if (findings := check().check(line).findings)
    ]
    assert told == []
