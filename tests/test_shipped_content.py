"""The words that come with attune: every rule kept, every id found, every promised situation covered."""

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from attune.domain.child import ANY_AGE, BANDS
from attune.domain.script import Kind
from attune.storage.packcheck import check_pack
from attune.storage.packfolders import core_folder
from tests.shipped import library

COVERED = (
    "crying-baby", "baby-sleep", "care-routine", "babble-talk", "separation", "reunion", "tantrum", "limit-no",
    "hitting-biting", "new-sibling", "transitions", "bedtime", "hurt-bump", "repair", "quiet-presence",
)  # fmt: skip

SITUATIONS = {
    "1": "crying-baby", "2": "feeding", "3": "baby-sleep", "4": "care-routine", "5": "babble-talk",
    "6": "quiet-presence", "7": "overstimulated", "8": "slow-bond", "9": "parent-edge",
    "10": "touch-rocking-massage", "11": "prefers-other", "12": "strangers-relatives", "13": "separation",
    "14": "carer-change", "15": "reunion", "16": "tantrum", "17": "limit-no", "18": "hitting-biting",
    "19": "new-sibling", "20": "sharing", "21": "transitions", "22": "bedtime", "23": "eating", "24": "toilet",
    "25": "frustration-mastery", "26": "fears-nightmares", "27": "hurt-bump", "28": "procedures",
    "29": "clingy-whining", "30": "shy-greeting", "31": "performing-praise", "32": "joy-play", "33": "solo-play",
    "34": "sibling-fight", "35": "friends-bullying", "36": "school-worry", "37": "homework-mistakes-losing",
    "38": "lying", "39": "screens", "40": "harsh-words", "41": "grief-death-big-questions", "42": "family-change",
    "43": "teen-quiet", "44": "teen-conflict-risk", "45": "heartbreak-body-identity",
    "46": "sensory-neurodivergent", "47": "repair", "48": "parent-feelings", "49": "everyday-connection",
    "S1": "urgent-danger", "S2": "crisis", "S3": "medical", "S4": "safe-sleep",
}  # fmt: skip


def test_nothing_is_to_be_mended() -> None:
    """No fault, and no advice: every script, practice and rule of the phrase check keeps all that holds for it."""
    assert check_pack(core_folder()) == ()


def test_all_that_scripts_and_practices_name_is_there() -> None:
    words, missing = library().vocabulary, []
    for script in library().scripts:
        named = {*script.situations, *script.cues, *script.feelings, *script.needs}
        missing += [(script.id, name) for name in named - words.labels.keys()]
    for each in (*library().scripts, *library().practices):
        missing += [(each.id, age) for age in set(each.ages) - {*BANDS, ANY_AGE}]
        missing += [(each.id, cited) for cited in each.sources if not library().source(cited)]
        missing += [(each.id, notice) for notice in each.notices if not library().notice(notice)]
    assert missing == []


def test_there_are_scripts_enough() -> None:
    assert len(library().scripts) >= 60


@pytest.mark.parametrize("situation", COVERED)
def test_a_promised_situation_has_scripts_for_the_bands_that_meet_it(situation: str) -> None:
    ours = [script for script in library().scripts if situation in script.situations]
    assert len(ours) >= 4
    met = {age for each in library().vocabulary.situations if each.slug == situation for age in each.ages}
    spoken_to = {age for script in ours for age in script.ages}
    assert met - {ANY_AGE} <= spoken_to


@pytest.mark.parametrize("kind", [Kind.QUIET, Kind.ADVOCATE])
def test_there_are_several_scripts_of_silence_and_of_words_to_other_adults(kind: Kind) -> None:
    assert len([script for script in library().scripts if script.kind is kind]) >= 4


def test_every_kind_has_a_script() -> None:
    assert {script.kind for script in library().scripts} == set(Kind)


def test_the_words_asked_for_by_name_are_there() -> None:
    opening = "I see you're telling me something"
    assert [script.id for script in library().scripts if script.spoken and script.spoken[0].startswith(opening)]


def test_words_for_the_adult_are_for_any_age_and_words_to_a_child_name_theirs() -> None:
    for script in library().scripts:
        if ANY_AGE in script.ages:
            assert script.ages == (ANY_AGE,), script.id
            assert script.kind in (Kind.ADVOCATE, Kind.SELF), script.id


def test_no_two_scripts_say_the_same() -> None:
    counted = Counter(line for script in library().scripts for line in script.spoken if len(line.split()) > 4)
    assert [line for line, count in counted.items() if count > 1] == []
    titles = Counter(script.title for script in library().scripts)
    assert [title for title, count in titles.items() if count > 1] == []


def test_the_situations_are_the_numbered_list() -> None:
    assert {each.number: each.slug for each in library().vocabulary.situations} == SITUATIONS


def test_the_notices_are_all_there_and_two_stand_alone() -> None:
    notices = {notice.id: notice for notice in library().notices}
    assert set(notices) == {
        "crisis", "medical", "step-away", "mood", "safe-sleep", "sling-safety", "massage-safety",
    }  # fmt: skip
    assert {notice.id for notice in library().notices if notice.stands_alone} == {"crisis", "medical"}


IDEAS = {"S0": 64, "S1": 32, "S2": 19, "S3": 32, "S4": 50}


@pytest.mark.parametrize(("code", "count"), IDEAS.items())
def test_every_idea_of_a_source_can_be_cited(code: str, count: int) -> None:
    source = library().source(code)
    assert source is not None
    assert list(source.ideas) == [f"{code}-{number}" for number in range(1, count + 1)]


def test_evidence_can_be_cited_by_its_section() -> None:
    for code, count in (("E1", 14), ("E2", 16), ("E3", 10)):
        assert all(library().source(f"{code}.{number}") for number in range(1, count + 1))


def test_help_is_listed_by_country_with_an_emergency_number_and_elsewhere_by_directories() -> None:
    for country in ("US", "CA", "GB", "IE", "AU", "NZ", "IN", "ZA", "EU"):
        ours = [service for service in library().services if service.country == country]
        assert [service.emergency for service in ours].count(True) == 1, country
        assert len(ours) >= 2, country
    directories = [service for service in library().services if not service.country]
    assert len(directories) >= 3
    assert {service.channel for service in directories} == {"web"}


LAST_GONE_THROUGH = date(2026, 11, 22)
"""When those records that were never read at their owner were last compared with what others print."""


def test_no_service_goes_unreviewed_for_more_than_a_year() -> None:
    for service in library().services:
        read = service.verified_on or LAST_GONE_THROUGH
        assert timedelta() < service.review_after - read <= timedelta(days=366), service.name


def test_nothing_is_released_with_a_record_that_is_to_be_read_again() -> None:
    """Fails from the day on that a record is old: read it again at its owner, then move both of its days."""
    today = datetime.now(UTC).date()
    assert [(each.name, each.owner_url) for each in library().services if today > each.review_after] == []
    assert [each.name for each in library().services if each.verified_on and each.verified_on > today] == []


def test_a_record_is_to_be_checked_until_it_was_read_and_again_once_its_day_is_over() -> None:
    service = replace(library().services[0], verified_on=None, review_after=date(2027, 5, 31))
    assert service.needs_check(date(2026, 12, 1))
    read = replace(service, verified_on=date(2026, 11, 30))
    assert [read.needs_check(day) for day in (date(2026, 12, 1), date(2027, 5, 31), date(2027, 6, 1))] == [
        False, False, True,
    ]  # fmt: skip


def test_every_record_names_whom_it_serves_and_a_secure_page_of_its_owner() -> None:
    for service in library().services:
        assert service.owner_url.startswith("https://"), service.name
        assert service.serves, service.name
        assert service.channel == "web" or any(sign.isdigit() for sign in service.contact), service.name
    twice = Counter((service.country, service.contact) for service in library().services)
    assert [place for place, count in twice.items() if count > 1] == []


@pytest.mark.parametrize("country", ["US", "CA", "GB", "IE", "AU", "NZ", "IN", "ZA"])
def test_a_country_has_somebody_for_those_in_despair_for_children_and_for_fear_at_home(country: str) -> None:
    ours = [service.serves for service in library().services if service.country == country and not service.emergency]
    for needed in ("crisis|needs to talk|mental health", "child", "afraid of"):
        assert [serves for serves in ours if re.search(needed, serves)], needed


NOTICES_SAY = {
    "crisis": (
        "put them down somewhere safe", "leave the room", "shaken, dropped or hurt", "afraid of someone at home",
        "listen, believe them, thank them", "not their fault", "Don’t ask them for details",
        "promise to keep it secret",
        "you will get help", "child protection or the police", "ask them plainly", "helpline", "emergency number",
        "Hearing or believing things", "confused", "driven to act", "days without sleep", "common for new parents",
    ),
    "medical": (
        "under 3 months with 38 °C (100.4 °F)", "3 to 6 months with 39 °C", "hard to wake", "floppy",
        "blue, grey or mottled", "struggling to breathe", "a fit", "rash that does not fade", "bulging soft spot",
        "green or bloody vomit", "refusing feeds", "fewer wet nappies", "high-pitched", "nothing eases",
        "knock to the head", "battery or magnet", "poisoning", "pain with peeing", "not eating or drinking",
        "After a vaccine", "itself a reason to call", "emergency number",
    ),
    "step-away": (
        "1. Put the baby on their back in the cot", "2. Close the door and leave the room", "3. Breathe",
        "cold water over your hands", "phone someone", "4. Look in on them after a few minutes", "5. ", "Support",
        "Am I calm? Can I be careful? Will I be caring?", "6–8 weeks", "Never shake or hurt a baby",
        "kill or disable", "Shaken, dropped, limp, won’t wake, has a fit: emergency number now",
    ),
    "mood": (
        "common", "mothers, fathers and other carers", "can be treated", "normal thing to do", "about two weeks",
        "doctor, midwife or health visitor", "not a sign that you will act on them", "ending your life",
        "driven to act", "confused", "not slept for days", "urgent help today",
    ),
    "safe-sleep": (
        "on their back", "firm, flat surface", "own clear space", "same room as you", "pillows", "nests", "sloping",
        "Not too warm", "no smoke", "monitor", "sofa or armchair",
        "If you might doze off, put the baby down in their own flat clear space", "Some countries advise against",
        "smokes", "has drunk", "drugs or medicine", "37 weeks", "2.5 kg", "alone in a big bed",
        "pets or other children",
        "American Academy of Pediatrics", "The Lullaby Trust",
    ),
    "sling-safety": (
        "Tight", "In view at all times", "Close enough to kiss", "Keep the chin off the chest", "Supported back",
        "putting right at once",
    ),
    "massage-safety": (
        "quiet, awake and shows a yes", "turn away, stiffen or cry", "Not while asleep", "30 minutes after a feed",
        "fever or illness", "broken skin or a rash", "vaccine", "health professional", "Oil: advice differs", "nuts",
        "perfume or essential oils", "one spot", "eczema", "Tickling",
    ),
}  # fmt: skip
"""What each notice may not do without."""


@pytest.mark.parametrize(("notice_id", "needed"), NOTICES_SAY.items())
def test_a_notice_says_all_that_keeps_people_safe(notice_id: str, needed: tuple[str, ...]) -> None:
    notice = library().notice(notice_id)
    assert notice is not None
    text = "\n".join(notice.lines)
    assert [words for words in needed if words not in text] == []


def test_notices_name_no_illness_and_promise_nothing() -> None:
    forbidden = re.compile(
        r"depress|psycho|disorder|diagnos|screening|PTSD|OCD|taken away|it works|guarantee|always|everything will",
        re.IGNORECASE,
    )
    for notice in library().notices:
        assert forbidden.findall("\n".join((notice.title, notice.beside, *notice.lines))) == [], notice.id


FORBIDDEN = re.compile(
    r"\b(?:streaks?|missed (?:a )?days?|fall(?:ing|en)? behind|overdue|scor(?:e|es|ing)|violations?|wrong|errors?)\b",
    re.IGNORECASE,
)


def shown_texts() -> list[tuple[str, str]]:
    """Return every text that content shows, with where it stands."""
    texts = []
    for script in library().scripts:
        beats = [text for beat in script.beats for text in (beat.say, beat.look_for)]
        texts += [(script.id, text) for text in (script.title, script.if_not, script.why, *beats)]
    for practice in library().practices:
        texts += [(practice.id, text) for text in (practice.title, *practice.steps, practice.stop, practice.why)]
    texts += [(notice.id, text) for notice in library().notices for text in (notice.title, *notice.lines)]
    texts += [(code, text) for source in library().sources for code, text in source.ideas.items()]
    texts += [(service.name, text) for service in library().services for text in (service.name, service.serves)]
    texts += list(library().vocabulary.labels.items())
    return texts


def test_no_shown_text_judges_or_keeps_count_of_a_person() -> None:
    assert [(where, text) for where, text in shown_texts() if FORBIDDEN.search(text)] == []


def test_texts_are_clean() -> None:
    for where, text in shown_texts():
        assert text == " ".join(text.split()), where
        assert text.isprintable(), where


def test_only_toml_lies_in_the_content() -> None:
    assert {path.suffix for path in Path(core_folder()).rglob("*") if path.is_file()} == {".toml"}
