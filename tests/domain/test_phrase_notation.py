import pytest
from hypothesis import given
from hypothesis import strategies as st

from attune.domain.edges import Edges
from attune.domain.phraseindex import PhraseIndex
from attune.domain.phrasenotation import Notation
from attune.domain.sentences import paragraphs
from attune.errors import InputError

CLASSES = {
    "kid": ("boy", "girl", "little_one"),
    "person": ("<kid>", "teacher"),
    "opening": ("oh", "come_on", "well"),
    "closing": ("please",),
    "kin": ("grandma",),
    "loop": ("a", "<loop>"),
}


def found(pattern: str, text: str) -> str | None:
    """Return the words of the first sentence that a pattern matches, as typed."""
    index = PhraseIndex([pattern], Notation(CLASSES), Edges(CLASSES))
    for group in paragraphs(text):
        for sentence in group:
            for _, first, last in index.find(sentence):
                return text[sentence.starts[first] : sentence.ends[last]]
    return None


@pytest.mark.parametrize(
    ("pattern", "text", "stretch"),
    [
        ("stop crying", "Please STOP crying now", "STOP crying"),
        ("stop crying", "stop. Crying", None),
        ("stop crying", "stopped crying", None),
        ("stop it", "Stop, it hurts", "Stop, it"),
        ("dont cry", "Don’t cry", "Don’t cry"),
        ("dont cry", "do not cry", "do not cry"),
        ("dont cry", "DONT CRY", "DONT CRY"),
        ("do not cry", "don't cry", "don't cry"),
        ("don't cry", "dont cry", "dont cry"),
        ("youre mean", "u are mean", "u are mean"),
        ("youre mean", "ur mean", "ur mean"),
        ("youre mean", "your mean", None),
        ("im gonna go", "I am going to go", "I am going to go"),
        ("cant go", "you cannot go", "cannot go"),
        ("id go", "I had go", "I had go"),
        ("stop|quit it", "quit it", "quit it"),
        ("a_lot|too_much fuss", "too much fuss", "too much fuss"),
        ("youre_not|isnt sad", "you are not sad", "you are not sad"),
        ("cry*", "what a crybaby", "crybaby"),
        ("cry* now", "cry now", "cry now"),
        ("no more? tears", "no tears", "no tears"),
        ("no more? tears", "no more tears", "no more tears"),
        ("no more? tears", "no big tears", None),
        ("!not sad", "so sad", "sad"),
        ("!not sad", "not sad", None),
        ("you !may cry|may", "you may", None),
        ("stop .. crying", "stop all of that silly crying", "stop all of that silly crying"),
        ("stop .. crying", "stop all of that very silly crying", None),
        ("stop ... crying", "stop all of that very silly crying", "stop all of that very silly crying"),
        ("dont .. !alone cry", "don't you cry", "don't you cry"),
        ("dont .. !alone cry", "don't alone cry", None),
        ("crying & stop", "if you stop, no more crying", "stop, no more crying"),
        ("<kid> is", "the little one is here", "little one is"),
        ("<person> is", "a girl is here", "girl is"),
        ("like <name>", "be like Leo", "like Leo"),
        ("like <name>", "be like grandma", "like grandma"),
        ("like <name>", "be like him", None),
        ("<num> more", "two more", "two more"),
        ("<num> more", "10 more", "10 more"),
        ("^ stop", "Oh come on, stop", "stop"),
        ("^ stop", "I said: stop", "stop"),
        ("^ stop", "I stop", None),
        ("^^ stop", "I said: stop", None),
        ("^^ stop", "Leo, stop", "stop"),
        ("stop $", "stop please, and go", "stop"),
        ("stop $$", "stop, and go", None),
        ("stop $?", "will you stop?", "stop"),
        ("stop $?", "you stop", None),
        ("stop $!", "stop please!!", "stop"),
        ("stop now|$", "stop", "stop"),
        ("stop now|$", "stop now ok", "stop now"),
        ("stop now|$", "stop later on", None),
        ("stop now|$?", "will you stop?", "stop"),
        ("stop now|$?", "stop now", "stop now"),
        ("stop now|$?", "you stop here", None),
        ("well|youll go", "then we’ll go", "we’ll go"),
        ("well|youll go", "then we will go", "we will go"),
        ("well|youll go", "then well go", "well go"),
        ("=well done|go", "then we’ll go", None),
        ("=well done|go", "then we will go", None),
        ("=well done|go", "well done", "well done"),
        ("=ill|poorly", "I’ll come", None),
        ("=ill|poorly", "he is ILL today", "ILL"),
        ("^ stop", "Well, stop", "stop"),
        ("^ stop", "We’ll stop", None),
        ("lets go", "let's go", "let's go"),
        ("stooop", "stooop", "stooop"),
        ("so sad", "sooo sad", "sooo sad"),
        ("okay", "ok", "ok"),
    ],
)
def test_a_pattern_finds_what_it_says(pattern: str, text: str, stretch: str | None) -> None:
    assert found(pattern, text) == stretch


@pytest.mark.parametrize(
    ("pattern", "named"),
    [
        ("", "nothing to look for"),
        ("word?", "nothing to look for"),
        ("!word", "nothing to look for"),
        ("^ $", "nothing to look for"),
        ("a & ", "nothing to look for"),
        ("a ..", "ends in a gap"),
        ("<nobody> hit", "<nobody>"),
        ("<loop>", "holds itself"),
        ("cr*", "cr*"),
        ("cry*ing", "cry*ing"),
        ("my?|your dog", "my?"),
        ("a|", "cannot be read"),
        ("stop.", "stop."),
        (".. stop", "begins with a gap"),
    ],
)
def test_a_pattern_that_cannot_be_read_is_refused_in_words(pattern: str, named: str) -> None:
    with pytest.raises(InputError) as refused:
        Notation(CLASSES).read(pattern, may_be_bare=False)
    assert named in refused.value.message
    assert refused.value.hint


def test_an_edge_alone_is_a_pattern_where_no_word_has_to_be_looked_up() -> None:
    assert Notation({}).read("$?").parts


@given(st.text(alphabet="ab c.?!&|<>_^$*'", max_size=40), st.text(alphabet="abc .,?", max_size=60))
def test_any_notation_is_read_or_refused(pattern: str, text: str) -> None:
    try:
        Notation(CLASSES).read(pattern, may_be_bare=False)
    except InputError:
        return
    stretch = found(pattern, text)
    assert stretch is None or stretch in text
