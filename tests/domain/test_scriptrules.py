"""The rules of a good script: poor lines are found with a reason, natural good ones are let be."""

from dataclasses import replace

import pytest

from attune.domain.script import Beat, Kind, Script, Then
from attune.domain.scriptrules import count_words, limits_of, script_faults

SOUND = Script(
    id="park-one-last-push",
    title="Not done at the park",
    situations=("transitions",),
    ages=("toddler",),
    kind=Kind.LIMIT,
    beats=(
        Beat("You're holding on to the swing.", Then.PAUSE, "a look, a looser hand"),
        Beat("Maybe you want more.", Then.WAIT, "let them answer in their own way"),
        Beat("It's home time now.", Then.LOOK, "a nod, or arms up"),
    ),
    if_not="Carry them, kindly and without more words.",
    instead_of="You naughty boy, say sorry or else! It won't hurt, but mummy is sad because you cried.",
    why="Stopping hurts when play is good. A last push that is kept makes the end real.",
    sources=("S0-57",),
    words=("wont leave the park", "one more swing", "screams when we go home"),
)


def saying(*lines: str, kind: Kind = Kind.LIMIT, ages: tuple[str, ...] = ("toddler",)) -> Script:
    """Return the sound script with other words to say."""
    return replace(SOUND, kind=kind, ages=ages, beats=tuple(Beat(line, Then.PAUSE, "a look") for line in lines))


def told(script: Script) -> list[str]:
    return [f"{fault.where}: {fault.message}" for fault in script_faults(script)]


def test_a_sound_script_keeps_all_and_may_quote_what_slips_out() -> None:
    assert told(SOUND) == []


POOR_SECOND_LINES = {
    "states a feeling as a fact": [
        "You're angry.", "You are so sad.", "You’re feeling really left out.", "You feel scared.", "You were jealous.",
    ],
    "takes back": ["I hear you, but it's time.", "But we have to go."],
    "is a time that nobody keeps": ["Just a second.", "Wait a minute.", "I'll be there in a moment.", "I'm back soon."],
    "may not be true": ["It won't hurt.", "That didn’t hurt.", "There's nothing to be scared of.", "All better!"],
    "hurries the feeling away": [
        "Don't cry.", "You're fine.", "You're okay.", "Calm down now.", "Cheer up!", "Be brave.", "Shh, shh.",
        "At least it's sunny.", "You're too big for that.", "Never mind.",
    ],
    "is a threat": ["Come now or else.", "If you don't come, I go.", "Last warning."],
    "is a label": [
        "You're being silly.", "That was naughty.", "What a good boy.", "You're so clever.", "You're a bit shy.",
        "Such a drama queen.", "You are spoiled.",
    ],
    "compares": ["Your sister can do it.", "Look at the other kids.", "Walk like your brother.", "At your age I did."],
    "asks for a performance": ["Can you say bus?", "Say sorry to Sam.", "Show Grandma how you clap.", "Say hello."],
    "is not how people talk": ["You're dysregulated.", "That's a boundary.", "Big emotions.", "I validate you."],
    "puts one person’s": ["I'm sad because you shout.", "You make me cross.", "After all I did.", "You never stop."],
    "assumes who is in the family": ["Mummy's here.", "Dad is at work.", "Your mother said no."],
    "assumes how a baby is fed": ["Here's the breast."],
    "assumes a faith": ["God bless you.", "Grandpa is in heaven."],
    "assumes who somebody is": ["He took your car.", "Look at her face.", "She’ll be back."],
}  # fmt: skip


@pytest.mark.parametrize(
    ("reason", "line"), [(reason, line) for reason, lines in POOR_SECOND_LINES.items() for line in lines]
)
def test_a_poor_line_is_found(reason: str, line: str) -> None:
    found = told(saying("The ball is gone.", line))
    assert [fault for fault in found if fault.startswith("beats[2].say") and reason in fault], found


GOOD_LINES = [
    "You're crying.",
    "You look cross about it.",
    "Maybe you're sad.",
    "You sound so cross.",
    "I wonder if you're hungry.",
    "You said you're sad.",
    "You can be sad here.",
    "You're okay to cry.",
    "When you're tired, I'm here.",
    "I won't let you hit.",
    "You really don't like this.",
    "I was cross, and I shouted.",
    "I'm sorry. It wasn't your fault.",
    "I said you're fine. You weren't.",
    "You told me “just a second”.",
    "I'll be back after your nap.",
    "First shoes, then park.",
    "The dog barked. Such a big sound.",
    "Here's your button.",
    "They took the bus you had.",
    "That hurt.",
    "It's good to see you.",
    "We'll stop at the next safe place.",
    "That's enough pages for now.",
    "Nothing I try is helping yet.",
]


@pytest.mark.parametrize("line", GOOD_LINES)
def test_a_natural_line_is_let_be(line: str) -> None:
    assert told(saying("The ball is gone.", line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "Are you cross?",
        "Maybe you're cross.",
        "I wonder what you want.",
        "Sounds like you're sad.",
        "Looks like rain to you.",
    ],
)
def test_the_first_line_neither_asks_nor_guesses(line: str) -> None:
    assert [fault for fault in told(saying(line, "I'm here.")) if fault.startswith("beats[1].say: The first line")]


@pytest.mark.parametrize(
    "line", ["You yawned. Maybe tired.", "I heard a bang.", "Stop! Car!", "Hi.", "You ran! It's cold."]
)
def test_the_first_line_says_what_is_seen_or_heard(line: str) -> None:
    assert told(saying(line, "I'm here.")) == []


def test_words_to_adults_may_ask_first_and_say_but() -> None:
    script = saying(
        "Could you hold back a bit?", "They like you, but they need time.", kind=Kind.ADVOCATE, ages=("any",)
    )
    assert told(script) == []


def test_the_adult_may_name_their_own_state_flatly() -> None:
    assert told(saying("You're tired, and it's late.", "One thing at a time.", kind=Kind.SELF, ages=("any",))) == []


def test_one_question_is_enough() -> None:
    found = told(saying("The ball is gone.", "Do you want mine?", "Or shall we look?"))
    assert found == ["beats[3].say: This is the second question."]


LENGTHS = [
    (("newborn",), Kind.WONDER, 10, 35, 5),
    (("baby", "school"), Kind.WONDER, 10, 35, 5),
    (("teen", "toddler"), Kind.WONDER, 10, 35, 5),
    (("preschool",), Kind.WONDER, 14, 45, 5),
    (("school", "tween"), Kind.WONDER, 14, 45, 5),
    (("tween",), Kind.WONDER, 18, 40, 3),
    (("teen",), Kind.WONDER, 18, 40, 3),
    (("any",), Kind.WONDER, 10, 35, 5),
    (("any",), Kind.ADVOCATE, 18, 45, 5),
    (("any",), Kind.SELF, 18, 45, 5),
]


@pytest.mark.parametrize(("ages", "kind", "line", "total", "lines"), LENGTHS)
def test_the_youngest_decides_how_much_can_be_said(
    ages: tuple[str, ...], kind: Kind, line: int, total: int, lines: int
) -> None:
    limits = limits_of(replace(SOUND, ages=ages, kind=kind))
    assert (limits.line, limits.total, limits.lines) == (line, total, lines)


def test_too_much_is_told_by_line_in_all_and_by_number_of_lines() -> None:
    eleven = "One two three four five six seven eight nine ten eleven."
    assert told(saying("The ball is gone.", eleven)) == [
        "beats[2].say: The line has 11 words; 10 is the most for this age."
    ]
    ten = "We go up and then we go down and out."
    assert told(saying(ten, ten, ten, ten)) == ["beats: There are 40 words to say; 35 is the most."]
    assert told(saying("Hey.", "Rough day.", "I'm around.", "Toast?", ages=("teen",))) == [
        "beats: There are 4 lines to say; 3 is the most from ten years on."
    ]


@pytest.mark.parametrize(("text", "count"), [("You’re here.", 2), ("Up — or down?", 3), ("…", 0), ("10 more", 2)])
def test_words_are_counted_as_a_reader_would(text: str, count: int) -> None:
    assert count_words(text) == count


def test_hard_words_for_a_small_child_are_told() -> None:
    found = told(saying("Unfortunately everything disappeared.", "Eventually another opportunity materializes."))
    assert found
    assert "school grade" in found[0]


def test_a_pause_is_written_after_each_thought_with_what_to_look_for() -> None:
    beats = (Beat("The ball is gone."), Beat("Maybe you want it.", Then.WAIT), Beat("I'm here."))
    assert told(replace(SOUND, beats=beats)) == [
        "beats[1].then: No pause is written down.",
        "beats[2].look_for: The pause says nothing of what to look for.",
    ]


def test_silence_belongs_at_the_end_or_in_a_quiet_script() -> None:
    silent = Beat("", Then.LOOK, "stay near")
    assert told(replace(SOUND, beats=(*SOUND.beats, silent))) == []
    assert told(replace(SOUND, kind=Kind.QUIET, beats=(silent, silent))) == []
    assert told(replace(SOUND, beats=(silent, *SOUND.beats))) == ["beats[1].say: The first beat is silent."]
    assert "kind: No line is spoken." in told(replace(SOUND, beats=(silent, silent)))


@pytest.mark.parametrize("field", ["title", "if_not", "why"])
@pytest.mark.parametrize("text", ["Ask Mum.", "He may want more.", "This builds the brain.", "You should have known."])
def test_what_the_adult_reads_assumes_nothing_and_promises_nothing(field: str, text: str) -> None:
    (found,) = told(replace(SOUND, **{field: text}))
    assert found.startswith(f"{field}: “")


@pytest.mark.parametrize("text", ["Hold {her}.", "Hold [child].", "<b>Hold</b>"])
def test_only_the_name_of_the_child_is_filled_in(text: str) -> None:
    beats = (Beat("The ball is gone.", Then.PAUSE, text), *SOUND.beats[1:])
    assert any("Brackets" in fault for fault in told(replace(SOUND, beats=beats)))
    assert told(saying("{child}, the ball is gone.", "I'm here.")) == []


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("Sit on the sofa with them.", "safe-sleep"),
        ("If you doze off, call someone.", "safe-sleep"),
        ("Keep rocking, slower and slower.", "safe-sleep"),
        ("Hum through the night feed.", "safe-sleep"),
        ("Go on, skin to skin.", "safe-sleep"),
        ("Babywearing can help.", "sling-safety"),
        ("A sling may help.", "sling-safety"),
        ("Massage one foot.", "massage-safety"),
    ],
)
def test_a_safety_note_comes_with_what_needs_it(text: str, notice: str) -> None:
    baby = replace(SOUND, ages=("baby",), if_not=text)
    assert [fault.split(": ")[0] for fault in told(baby)] == ["notices"]
    assert told(replace(baby, notices=(notice,))) == []
    assert told(replace(baby, ages=("school",))) == []


def test_every_fault_says_what_to_do() -> None:
    poor = replace(saying("Are you cross?", "But it won't hurt, good boy.", "Calm down?"), why="Brains " * 60, words=())
    assert len(script_faults(poor)) > 8
    assert all(fault.remedy.endswith((".", "…”.", '".')) for fault in script_faults(poor))
