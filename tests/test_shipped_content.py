"""The words that come with attune: every rule kept, every id found, every promised situation covered."""

import re
import textwrap
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from attune.domain.child import ANY_AGE, BANDS
from attune.domain.library import Library
from attune.domain.script import Kind, Script
from attune.domain.scriptrules import script_faults
from attune.storage.packcheck import check_pack
from attune.storage.packfolders import core_folder
from attune.storage.packs import load_library

LIBRARY: Library = load_library([core_folder()]).library

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


def ids_of(scripts: tuple[Script, ...]) -> list[str]:
    return [script.id for script in scripts]


def test_nothing_is_to_be_mended() -> None:
    assert check_pack(core_folder()) == ()


@pytest.mark.parametrize("script", LIBRARY.scripts, ids=ids_of(LIBRARY.scripts))
def test_a_script_keeps_every_rule(script: Script) -> None:
    assert [(fault.where, fault.message) for fault in script_faults(script)] == []


@pytest.mark.parametrize("script", LIBRARY.scripts, ids=ids_of(LIBRARY.scripts))
def test_all_that_a_script_names_is_there(script: Script) -> None:
    words = LIBRARY.vocabulary
    assert {*script.situations, *script.cues, *script.feelings, *script.needs} <= words.labels.keys()
    assert set(script.ages) <= {*BANDS, ANY_AGE}
    assert all(LIBRARY.source(cited) for cited in script.sources)
    assert all(LIBRARY.notice(notice) for notice in script.notices)


def test_there_are_scripts_enough() -> None:
    assert len(LIBRARY.scripts) >= 60


@pytest.mark.parametrize("situation", COVERED)
def test_a_promised_situation_has_scripts_for_the_bands_that_meet_it(situation: str) -> None:
    ours = [script for script in LIBRARY.scripts if situation in script.situations]
    assert len(ours) >= 4
    met = {age for each in LIBRARY.vocabulary.situations if each.slug == situation for age in each.ages}
    spoken_to = {age for script in ours for age in script.ages}
    assert met - {ANY_AGE} <= spoken_to


@pytest.mark.parametrize("kind", [Kind.QUIET, Kind.ADVOCATE])
def test_there_are_several_scripts_of_silence_and_of_words_to_other_adults(kind: Kind) -> None:
    assert len([script for script in LIBRARY.scripts if script.kind is kind]) >= 4


def test_every_kind_has_a_script() -> None:
    assert {script.kind for script in LIBRARY.scripts} == set(Kind)


def test_the_words_asked_for_by_name_are_there() -> None:
    opening = "I see you're telling me something"
    assert [script.id for script in LIBRARY.scripts if script.spoken and script.spoken[0].startswith(opening)]


def test_words_for_the_adult_are_for_any_age_and_words_to_a_child_name_theirs() -> None:
    for script in LIBRARY.scripts:
        if ANY_AGE in script.ages:
            assert script.ages == (ANY_AGE,), script.id
            assert script.kind in (Kind.ADVOCATE, Kind.SELF), script.id


def test_no_two_scripts_say_the_same() -> None:
    counted = Counter(line for script in LIBRARY.scripts for line in script.spoken if len(line.split()) > 4)
    assert [line for line, count in counted.items() if count > 1] == []
    titles = Counter(script.title for script in LIBRARY.scripts)
    assert [title for title, count in titles.items() if count > 1] == []


def test_the_situations_are_the_numbered_list() -> None:
    assert {each.number: each.slug for each in LIBRARY.vocabulary.situations} == SITUATIONS


def test_the_notices_are_all_there_and_two_stand_alone() -> None:
    notices = {notice.id: notice for notice in LIBRARY.notices}
    assert set(notices) == {
        "crisis", "medical", "step-away", "mood", "safe-sleep", "sling-safety", "massage-safety",
    }  # fmt: skip
    assert {notice.id for notice in LIBRARY.notices if notice.stands_alone} == {"crisis", "medical"}


IDEAS = {"S0": 64, "S1": 32, "S2": 19, "S3": 32, "S4": 50}


@pytest.mark.parametrize(("code", "count"), IDEAS.items())
def test_every_idea_of_a_source_can_be_cited(code: str, count: int) -> None:
    source = LIBRARY.source(code)
    assert source is not None
    assert list(source.ideas) == [f"{code}-{number}" for number in range(1, count + 1)]


def test_evidence_can_be_cited_by_its_section() -> None:
    for code, count in (("E1", 14), ("E2", 16), ("E3", 10)):
        assert all(LIBRARY.source(f"{code}.{number}") for number in range(1, count + 1))


def test_help_is_listed_by_country_with_an_emergency_number_and_elsewhere_by_directories() -> None:
    for country in ("US", "CA", "GB", "IE", "AU", "NZ", "IN", "ZA", "EU"):
        ours = [service for service in LIBRARY.services if service.country == country]
        assert [service.emergency for service in ours].count(True) == 1, country
        assert len(ours) >= 2, country
    directories = [service for service in LIBRARY.services if not service.country]
    assert len(directories) >= 3
    assert {service.channel for service in directories} == {"web"}


def test_no_service_goes_unreviewed_for_more_than_a_year() -> None:
    for service in LIBRARY.services:
        read = service.verified_on or date(2026, 11, 22)
        assert service.review_after - read <= timedelta(days=366), service.name


FORBIDDEN = re.compile(
    r"\b(?:streaks?|missed (?:a )?days?|fall(?:ing|en)? behind|overdue|scor(?:e|es|ing)|violations?|wrong|errors?)\b",
    re.IGNORECASE,
)


def shown_texts() -> list[tuple[str, str]]:
    """Return every text that content shows, with where it stands."""
    texts = []
    for script in LIBRARY.scripts:
        beats = [text for beat in script.beats for text in (beat.say, beat.look_for)]
        texts += [(script.id, text) for text in (script.title, script.if_not, script.why, *beats)]
    texts += [(notice.id, text) for notice in LIBRARY.notices for text in (notice.title, *notice.lines)]
    texts += [(code, text) for source in LIBRARY.sources for code, text in source.ideas.items()]
    texts += [(service.name, text) for service in LIBRARY.services for text in (service.name, service.serves)]
    texts += list(LIBRARY.vocabulary.labels.items())
    return texts


def test_no_shown_text_judges_or_keeps_count_of_a_person() -> None:
    assert [(where, text) for where, text in shown_texts() if FORBIDDEN.search(text)] == []


def test_texts_are_clean() -> None:
    for where, text in shown_texts():
        assert text == " ".join(text.split()), where
        assert text.isprintable(), where


def test_only_toml_lies_in_the_content() -> None:
    assert {path.suffix for path in Path(core_folder()).rglob("*") if path.is_file()} == {".toml"}


def test_the_guide_to_packs_lists_every_word_a_pack_may_use() -> None:
    guide = (Path(__file__).parent.parent / "docs" / "packs.md").read_text("utf-8")
    lists = guide[guide.index("## Lists") :]
    named = set(re.findall(r"`([a-z0-9-]+)`", lists))
    notices = {notice.id for notice in LIBRARY.notices}
    assert named == {*LIBRARY.vocabulary.labels, *notices, *Kind, *BANDS, ANY_AGE}


def test_the_example_in_the_guide_to_packs_is_sound(tmp_path: Path) -> None:
    guide = (Path(__file__).parent.parent / "docs" / "packs.md").read_text("utf-8")
    pack, script, source = (textwrap.dedent(block) for block in re.findall(r"```toml\n(.*?)```", guide, re.DOTALL))
    (tmp_path / "scripts").mkdir()
    (tmp_path / "pack.toml").write_text(pack, "utf-8")
    (tmp_path / "scripts" / "park.toml").write_text(script, "utf-8")
    (tmp_path / "sources.toml").write_text(source, "utf-8")
    assert check_pack(tmp_path) == ()
