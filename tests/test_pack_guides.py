"""What the guides to packs show is true: their examples are sound, their lists whole, their sample answers real."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from attune.cli.household import Household
from attune.cli.root import attune
from attune.domain.child import ANY_AGE, BANDS
from attune.domain.phraserule import Label, PhraseRule
from attune.domain.script import Beat, Kind, Script, Then
from attune.domain.scriptrules import script_faults
from attune.storage.packcheck import check_pack, look_over
from attune.storage.packfiles import MOST_FILES
from attune.storage.packs import in_order
from tests.shipped import core
from tests.shipped import library as shipped_library

DOCS = Path(__file__).parents[1] / "docs"
GUIDE = (DOCS / "writing-packs.md").read_text("utf-8")
REFERENCE = (DOCS / "packs.md").read_text("utf-8")
PHRASES = (DOCS / "phrase-check.md").read_text("utf-8")
PACK, SCRIPT, SOURCE, PRACTICE = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
RULES = re.findall(r"^\| ([A-Z][^|]+) \| ([^|]+) \| ([^|]+) \|$", GUIDE[GUIDE.index("| rule |") :], re.MULTILINE)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Return the pack that the guide comes to."""
    folder = tmp_path / "our-words"
    (folder / "scripts").mkdir(parents=True)
    for name, text in (("pack", PACK), ("scripts/first-words", SCRIPT), ("sources", SOURCE), ("practices", PRACTICE)):
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return folder


def checked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(folder.parent)
    household = Household({"HOME": str(folder.parent), "XDG_DATA_HOME": str(folder.parent)}, lambda: None)  # type: ignore[arg-type,return-value]
    return CliRunner().invoke(attune, ["pack", "check", folder.name], obj=household, catch_exceptions=False).stdout


def test_the_pack_of_the_guide_is_sound(pack: Path) -> None:
    assert check_pack(pack, core()) == ()


def test_the_script_that_is_typed_for_in_the_guide_is_found_by_it(pack: Path) -> None:
    *_, added = in_order(core(), [pack])
    library = added.library
    assert library.script("our-words-park-last-push") is not None
    assert library.practice("our-words-moon") is not None


def test_an_idea_of_the_books_in_the_guide_can_be_cited(pack: Path) -> None:
    script = pack / "scripts" / "first-words.toml"
    script.write_text(SCRIPT.replace('"E1.11"', '"OURBOOKS-1"'), "utf-8")
    assert check_pack(pack, core()) == ()


def test_the_answers_of_the_check_are_those_that_the_guide_shows(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (pack / "practices.toml").unlink()
    shown = re.search(r"\n(our-words/scripts.*?)```", GUIDE, re.DOTALL)
    assert shown
    second = SCRIPT.replace("park-last-push", "park-two").replace("Maybe you want more.", "That was naughty.")
    script = pack / "scripts" / "first-words.toml"
    script.write_text(SCRIPT.replace('"limit"', '"limits"') + "\n" + second, "utf-8")
    assert checked(pack, monkeypatch).partition("\n\n")[0] == shown.group(1).rstrip("\n")
    script.write_text(SCRIPT, "utf-8")
    said = checked(pack, monkeypatch).strip()
    assert said == "Words we use at home: 1 script, 1 source, all is well."
    assert said in GUIDE


def with_line(first: str, second: str) -> Script:
    beats = (Beat(first, Then.PAUSE, "a look"), Beat(second, Then.WAIT, "a breath"))
    return Script(
        id="an-example", title="An example", situations=("transitions",), ages=("toddler",), kind=Kind.LIMIT,
        beats=beats, if_not="Stay near.", instead_of="", why="It helps many families.", sources=("S0-57",),
        words=("one", "two", "three"),
    )  # fmt: skip


def straight(text: str) -> str:
    return text.strip().replace("’", "'")


@pytest.mark.parametrize(("rule", "poor", "good"), RULES, ids=[row[0] for row in RULES])
def test_a_rule_of_the_guide_remarks_on_one_example_and_lets_the_other_be(rule: str, poor: str, good: str) -> None:
    sound = "You're holding on to the swing."
    scripts = (with_line(straight(poor), sound), with_line(sound, straight(poor)))
    assert any(script_faults(script) for script in scripts), rule
    assert script_faults(with_line(sound, straight(good))) == ()
    if "first" in rule.lower():
        assert script_faults(with_line(straight(good), sound)) == ()


def test_the_guide_gives_an_example_of_each_rule() -> None:
    assert len(RULES) >= 12


def test_the_lengths_in_the_guide_are_those_that_are_held() -> None:
    told = " ".join(GUIDE.split())
    assert "at most 10 words a line and 35 in all; from three to nine 14 and 45; from ten on 18 and 40" in told
    for line, age in ((10, "toddler"), (14, "preschool"), (18, "teen")):
        long = replace(with_line("a " * line, "b"), ages=(age,))
        assert not any("The line has" in fault.message for fault in script_faults(long))
        longer = replace(with_line("a " * (line + 1), "b"), ages=(age,))
        assert any("The line has" in fault.message for fault in script_faults(longer))


def test_the_lists_name_every_word_a_pack_may_use() -> None:
    library = shipped_library()
    named = set(re.findall(r"`([a-z0-9-]+)`", REFERENCE[REFERENCE.index("## Lists") :]))
    notices = {notice.id for notice in library.notices}
    assert named == {*library.vocabulary.labels, *notices, *Kind, *BANDS, ANY_AGE}


def test_the_limits_are_those_that_are_held() -> None:
    assert f"a pack {MOST_FILES} files and 10 MB" in REFERENCE


def heading_anchors(text: str) -> Iterator[str]:
    for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE):
        yield re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("name", ["writing-packs.md", "packs.md", "commands.md", "workshops.md", "phrase-check.md"])
def test_links_between_the_guides_lead_somewhere(name: str) -> None:
    text = (DOCS / name).read_text("utf-8")
    links = re.findall(r"\]\(([\w.-]*\.md)?(?:#([^)]*))?\)", text)
    assert links
    for file, anchor in links:
        target = (DOCS / (file or name)).read_text("utf-8")
        assert not anchor or anchor in set(heading_anchors(target)), (file, anchor)


def test_the_example_of_sources_in_the_reference_is_sound(pack: Path) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", REFERENCE, re.DOTALL)
    (pack / "sources.toml").write_text(re.sub(r"(?m)^  ", "", block), "utf-8")
    assert check_pack(pack, core()) == ()


def test_the_rule_of_the_guide_to_phrases_is_sound_and_keeps_its_examples(pack: Path) -> None:
    [rule] = re.findall(r"```toml\n(.*?)```", PHRASES, re.DOTALL)
    (pack / "phrases").mkdir()
    (pack / "phrases" / "ours.toml").write_text(rule, "utf-8")
    other = re.sub(r'(?m)^id = ".*"', 'id = "another"', rule).replace("This towel is a softie.", "You're a softie.")
    (pack / "phrases" / "theirs.toml").write_text(other, "utf-8")
    found = look_over(pack, core=core())
    assert {(each.file, each.quote) for each in found.problems} == {("phrases/theirs.toml", "You're a softie.")}
    assert ("rule", 2, 1) in found.counts


def test_the_guide_to_phrases_names_every_field_and_label() -> None:
    for name in (*PhraseRule.__dataclass_fields__, *Label):
        assert name == "pack" or re.search(rf"[`\s]{name}[`\s.]", PHRASES), name
