"""The rules of a good practice: what does not keep them is found with a reason and a remedy."""

from dataclasses import replace

import pytest

from attune.domain.practicerules import practice_faults
from attune.domain.script import Practice

SOUND = Practice(
    id="sit-by-the-window",
    title="Sit by the window",
    situations=("quiet-presence",),
    ages=("baby", "toddler"),
    steps=("Put the phone in a drawer.", "Sit where they can see your face.", "Look where they look, and wait."),
    stop="They turn away, or go back to what they were doing.",
    why="Many children come near a person who is not busy.",
    sources=("S0-8",),
    minutes=3,
    words=("sit with my baby", "quiet time", "just be with her", "slow down", "no phone time"),
)


def told(practice: Practice) -> list[str]:
    return [f"{fault.where}: {fault.message}" for fault in practice_faults(practice)]


def test_a_sound_practice_keeps_all() -> None:
    assert told(SOUND) == []


@pytest.mark.parametrize(
    ("poor", "found"),
    [
        (replace(SOUND, steps=("Sit.",)), "steps: There are 1 steps."),
        (replace(SOUND, steps=("Sit.",) * 7), "steps: There are 7 steps."),
        (replace(SOUND, steps=("Sit.", "and " * 19)), "steps[2]: The step has 19 words; 18 is the most."),
        (replace(SOUND, title="so " * 13), "title: “title” has 13 words; 12 is the most."),
        (replace(SOUND, stop="so " * 31), "stop: “stop” has 31 words; 30 is the most."),
        (replace(SOUND, why="so " * 46), "why: “why” has 46 words; 45 is the most."),
        (replace(SOUND, words=SOUND.words[:4]), "words: These are few lines that a parent would type."),
        (replace(SOUND, steps=("Sit.", "Ask mum.")), "steps[2]: “mum” assumes who is in the family."),
        (replace(SOUND, stop="He looks away."), "stop: “He” assumes who somebody is."),
        (replace(SOUND, why="It builds brains."), "why: “brains” promises more than anyone can know."),
        (replace(SOUND, title="Co-regulate"), "title: “Co-regulate” is not how people talk."),
        (replace(SOUND, steps=("Sit in the rocking chair.", "Hum.")),
         "notices: “rocking chair” needs the safety note “safe-sleep”."),
        (replace(SOUND, why="Massage can calm."), "notices: “Massage” needs the safety note “massage-safety”."),
        (replace(SOUND, steps=("Put on the sling.", "Walk.")),
         "notices: “sling” needs the safety note “sling-safety”."),
    ],
)  # fmt: skip
def test_what_breaks_a_rule_is_found(poor: Practice, found: str) -> None:
    assert told(poor) == [found]
    assert all(fault.remedy.endswith((".", "”.", '".')) for fault in practice_faults(poor))


def test_what_is_hard_to_read_is_found() -> None:
    hard = ("Accommodating individual peculiarities necessitates extraordinary patience.",) * 3
    assert ["school grade" in each for each in told(replace(SOUND, steps=hard))] == [True]


def test_a_safety_note_that_is_there_is_enough() -> None:
    slung = replace(SOUND, steps=("Put on the sling.", "Walk."), notices=("sling-safety",))
    assert told(slung) == []
    assert told(replace(slung, notices=(), ages=("teen",))) == []
