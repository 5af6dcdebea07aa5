"""Rules of the phrase check in packs: read, refused in plain words, run against their examples, and kept ready."""

from collections.abc import Callable
from pathlib import Path

import pytest

from attune.domain.phraserule import PhraseBook, PhraseRule
from attune.domain.phrasing import PhraseCheck
from attune.storage.packcheck import look_over
from attune.storage.packs import load_library, load_phrases
from attune.storage.phrasecache import load_phrasebook
from tests.shipped import SMALL, small

PACK = 'id = "ours"\ntitle = "Ours"\n'
SOURCES = '[[source]]\ncode = "OUR"\ntitle = "Us"\n[source.ideas]\nOUR-1 = "Hush."\n'
RULE = """\
[[rule]]
id = "ours-hush"
label = "dismissing"
confidence = "clear"
heard = "My crying is too much."
why = "Crying eases when it is met."
sources = ["OUR-1"]
instead = ["You're crying. I'm here."]
patterns = ["^ hush|shush", "wheesht"]
unless = ["hush puppy"]
flags = [
  "Hush!",
  "Oh, shush now.",
  "Wheesht.",
]
leaves_alone = ["A hush fell.", "Hush puppy shoes.", "The room was quiet."]

[[works]]
id = "ours-hears"
what = "hears"
patterns = ["^ i hear"]
examples = ["I hear you."]
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def make(rules: str, name: str = "phrases/hush.toml") -> Path:
        folder = tmp_path / "ours"
        (folder / "phrases").mkdir(parents=True, exist_ok=True)
        (folder / "pack.toml").write_text(PACK)
        (folder / "sources.toml").write_text(SOURCES)
        (folder / name).write_text(rules)
        return folder

    return make


def ours(book: PhraseBook) -> tuple[PhraseRule, ...]:
    return tuple(rule for rule in book.rules if rule.pack == "ours")


def test_a_pack_brings_rules_that_the_check_goes_by(write: Callable[[str], Path], tmp_path: Path) -> None:
    folder = write(RULE)
    assert look_over(folder, core=small()).problems == ()
    loaded = load_library([SMALL, folder])
    assert loaded.problems == ()
    cache = tmp_path / "cache" / "phrases.msgpack"
    text = "Shush. I hear you."
    kept = [load_phrasebook([SMALL, folder], cache) for _ in range(2)]
    for book in (load_phrases([SMALL, folder])[0], *kept):
        checked = PhraseCheck(book).check(text)
        assert [(each.rule, each.label, each.source) for each in checked.findings] == [
            ("ours-hush", "dismissing", "OUR-1")
        ]
        assert [each.what for each in checked.works] == ["hears"]
    assert cache.exists()


def test_a_kept_rule_is_read_again_when_it_changes_and_when_the_cache_is_damaged(
    write: Callable[[str], Path], tmp_path: Path
) -> None:
    cache = tmp_path / "cache" / "phrases.msgpack"
    folder = write(RULE)
    assert [rule.heard for rule in ours(load_phrasebook([SMALL, folder], cache))] == ["My crying is too much."]
    write(RULE.replace("is too much", "bothers you"))
    assert [rule.heard for rule in ours(load_phrasebook([SMALL, folder], cache))] == ["My crying bothers you."]
    cache.write_bytes(b"\x92junk")
    assert len(ours(load_phrasebook([SMALL, folder], cache))) == 1


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "said"),
    [
        ('"dismissing"', '"hushing"', 3, "label", "“hushing” is not a known “label”."),
        ('"clear"', '"sure"', 4, "confidence", "“sure” is not a known “confidence”."),
        ('"OUR-1"', '"OUR-9"', 7, "sources[1]", "“OUR-9” is not known here."),
        ('"wheesht"', '"<nobody>"', 9, "patterns[2]", "“<nobody>” in “<nobody>” is no class of words."),
        ('"hush puppy"', '"hush .."', 10, "unless[1]", "“hush ..” ends in a gap."),
        ('"Wheesht.",', "", 11, "flags", "“flags” has fewer than 3 lines."),
        ('heard = "My crying is too much."', "", 1, "heard", "“heard” is missing."),
        ("[\"You're crying. I'm here.\"]", "[]", 8, "instead", "“instead” is empty."),
    ],
)
def test_a_rule_that_cannot_be_used_is_told_with_its_line(
    write: Callable[[str], Path], old: str, new: str, line: int, field: str, said: str
) -> None:
    folder = write(RULE.replace(old, new))
    problems = {(each.file, each.line, each.field, each.message) for each in look_over(folder, core=small()).problems}
    assert ("phrases/hush.toml", line, field, said) in problems
    book, left_out = load_phrases([SMALL, folder])
    assert (ours(book), left_out) == ((), (folder.name,))


def test_an_id_is_given_once(write: Callable[[str], Path]) -> None:
    (problem,) = look_over(write(RULE + RULE.partition("\n[[works]]")[0]), core=small()).problems
    assert (problem.field, problem.message) == ("id", "“ours-hush” is taken already.")


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "said"),
    [
        ('"Oh, shush now."', '"Quiet now."', 13, "flags[2]", "The rule does not flag this line."),
        ('"A hush fell."', '"Hush fell."', 16, "leaves_alone[1]", "“ours-hush” flags “Hush” here."),
        ("[\"You're crying. I'm here.\"]", '["Shush, love."]', 8, "instead[1]", "“ours-hush” flags “Shush” here."),
        ('"I hear you."', '"You hear me."', 22, "examples[1]", "This is not seen to work."),
    ],
)
def test_an_example_that_is_not_kept_is_advice_with_its_line(
    write: Callable[[str], Path], old: str, new: str, line: int, field: str, said: str
) -> None:
    (problem,) = look_over(write(RULE.replace(old, new)), core=small()).problems
    assert (problem.kind, problem.line, problem.field, problem.message) == ("advice", line, field, said)


def test_guards_come_with_attune_alone(write: Callable[..., Path]) -> None:
    folder = write('[[guard]]\nid = "all"\npatterns = ["a"]\n', "phrases/guards.toml")
    (problem,) = [each for each in look_over(folder, core=small()).problems if each.file.startswith("phrases")]
    assert problem.message == "Only the pack that comes with attune holds the vocabulary, the notices and the guards."
