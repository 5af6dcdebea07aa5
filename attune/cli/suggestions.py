"""What `attune suggest` answers: as JSON for programs, as cards that read well aloud."""

from typing import Any, NamedTuple

from attune.cli.household import Household
from attune.cli.notices import tell_notices
from attune.cli.output import Sheet
from attune.domain.child import ANY_AGE, Child
from attune.domain.library import Library
from attune.domain.prompting import Prompt, Suggestion
from attune.domain.reading import Reading
from attune.domain.script import Beat, Practice, Then
from attune.domain.wording import filled

_THEN = {Then.PAUSE: "Pause", Then.LOOK: "Look", Then.WAIT: "Wait", None: "Meanwhile"}


class Answer(NamedTuple):
    """A line, what it was understood to say, and what is offered for it."""

    text: str
    reading: Reading
    suggestion: Suggestion
    child: Child | None
    """The child whose name is filled in."""

    @property
    def name(self) -> str:
        """The nickname that is filled in, empty where none was given."""
        return self.child.name if self.child else ""


NO_ANSWER = Answer("", Reading(), Suggestion(), None)
"""What there is to say of a line that could not be looked at."""


def answer_json(answer: Answer) -> dict[str, Any]:
    """Return an answer as other programs read it."""
    reading = answer.reading
    return {
        "query": answer.text,
        "notices": list(answer.suggestion.notices),
        "understood": {
            "age": reading.age,
            "children": [{"id": answer.child.id, "name": answer.child.name}] if answer.child else [],
            "cues": list(reading.cues),
            "situations": list(reading.situations),
            "feelings": list(reading.feelings),
            "needs": list(reading.needs),
            "when": reading.when.isoformat() if reading.when else None,
        },
        "scripts": [_prompt_json(prompt, answer.name) for prompt in answer.suggestion.prompts],
        "choices": list(answer.suggestion.choices),
        "practices": [_practice_json(practice, answer.name) for practice in answer.suggestion.practices],
    }


def _prompt_json(prompt: Prompt, name: str) -> dict[str, Any]:
    script = prompt.script
    return {
        "id": script.id,
        "title": script.title,
        "situations": list(script.situations),
        "ages": list(script.ages),
        "kind": script.kind.value,
        "score": round(prompt.score, 4),
        "because": list(prompt.because),
        "near": prompt.is_near,
        "notices": list(script.notices),
        "beats": [
            {
                "say": filled(beat.say, name),
                "then": beat.then.value if beat.then else None,
                "look_for": filled(beat.look_for, name),
            }
            for beat in script.beats
        ],
    }


def _practice_json(practice: Practice, name: str) -> dict[str, Any]:
    return {
        "id": practice.id,
        "title": practice.title,
        "situations": list(practice.situations),
        "ages": list(practice.ages),
        "minutes": practice.minutes or None,
        "notices": list(practice.notices),
        "steps": [filled(step, name) for step in practice.steps],
        "stop": filled(practice.stop, name),
    }


def tell(answer: Answer, library: Library, household: Household) -> None:
    """Print notices, then each script as a card."""
    sheet = household.sheet()
    tell_notices(sheet, library, answer.suggestion.notices, household)
    prompts = answer.suggestion.prompts
    if not prompts and not answer.suggestion.practices:
        if not answer.suggestion.notices:
            _tell_choices(answer.suggestion.choices, library, sheet)
        return
    if answer.suggestion.is_near:
        sheet.say("There are no words for just this yet; these come near.")
        sheet.say()
    for number, prompt in enumerate(prompts, 1):
        _tell_card(number, prompt, answer.name, library, sheet)
    for practice in answer.suggestion.practices:
        _tell_practice(practice, answer.name, library, sheet)


def _tell_choices(choices: tuple[str, ...], library: Library, sheet: Sheet) -> None:
    sheet.say("Nothing here fits that yet. Other words for it may find some.")
    if choices:
        sheet.say("It may be one of these; try it with a word of theirs:")
    for slug in choices:
        sheet.say(f"· {library.vocabulary.label(slug)}", indent=2)


def _tell_card(number: int, prompt: Prompt, name: str, library: Library, sheet: Sheet) -> None:
    script = prompt.script
    sheet.say(f"{number}. {script.title}", strong=True)
    if prompt.because:
        sheet.say(f"Because: {' · '.join(prompt.because)}", indent=3)
    if script.ages != (ANY_AGE,):
        sheet.say(f"For: {', '.join(script.ages)}", indent=3)
    _tell_notes(script.notices, library, sheet)
    for beat in script.beats:
        _tell_beat(beat, name, sheet)
    for heading, words in (("If it does not land", script.if_not), ("Why", script.why)):
        if words:
            sheet.say(f"{heading}: {filled(words, name)}", indent=3)
    sheet.say(f"From: {_cited(script.sources, library)}", indent=3)
    sheet.say(f"Id: {script.id}", indent=3)
    sheet.say()


def _tell_beat(beat: Beat, name: str, sheet: Sheet) -> None:
    if beat.say:
        sheet.say(f"Say: “{filled(beat.say, name)}”", indent=3, strong=True)
    elif not beat.then and not beat.look_for:
        sheet.say("Say nothing.", indent=3)
    if beat.then or beat.look_for:
        quiet = "" if beat.say else "Say nothing. "
        meanwhile = filled(beat.look_for, name)
        sheet.say(f"{quiet}{_THEN[beat.then]}{f': {meanwhile}' if meanwhile else '.'}", indent=3)


def _tell_practice(practice: Practice, name: str, library: Library, sheet: Sheet) -> None:
    sheet.say(f"Or do: {practice.title}", strong=True)
    if practice.minutes:
        sheet.say(f"For: {practice.minutes} minutes, or as long as it is good", indent=3)
    _tell_notes(practice.notices, library, sheet)
    for number, step in enumerate(practice.steps, 1):
        sheet.say(f"{number}. {filled(step, name)}", indent=3)
    for heading, words in (("Enough", practice.stop), ("Why", practice.why)):
        sheet.say(f"{heading}: {filled(words, name)}", indent=3)
    sheet.say(f"From: {_cited(practice.sources, library)}", indent=3)
    sheet.say(f"Id: {practice.id}", indent=3)
    sheet.say()


def _tell_notes(notices: tuple[str, ...], library: Library, sheet: Sheet) -> None:
    for notice in filter(None, map(library.notice, notices)):
        sheet.say(f"Note: {notice.beside or ' '.join(notice.lines)}", indent=3)


def _cited(codes: tuple[str, ...], library: Library) -> str:
    sources = (library.source(code) for code in codes)
    return "; ".join(dict.fromkeys(source.title for source in sources if source)) or "our own words"
