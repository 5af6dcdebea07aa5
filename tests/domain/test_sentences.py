import pytest
from hypothesis import given
from hypothesis import strategies as st

from attune.domain.edges import BEGINS, BEGINS_ALL, ENDS, ENDS_ALL, Edges
from attune.domain.quotations import quotations
from attune.domain.sentences import MOST_WORDS, Sentence, paragraphs

EDGES = Edges(
    {
        "opening": ("oh", "come_on", "no", "well"),
        "closing": ("please", "right_now"),
        "address": ("sweetie",),
        "kin": ("grandma",),
    }
)


def read(text: str) -> list[list[str]]:
    return [[sentence.plain for sentence in group] for group in paragraphs(text)]


def only(text: str) -> Sentence:
    ((sentence,),) = paragraphs(text)
    return sentence


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Stop it. You’re fine!", [["stop it", "youre fine"]]),
        ("stop it", [["stop it"]]),
        ("Go… to bed", [["go to bed"]]),
        ("Well... You'll live.", [["well", "youll live"]]),
        ("Ask Mrs. Jones at 4.30 about 3.5 cm.", [["ask mrs jones at 4 30 about 3 5 cm"]]),
        ("Stop crying.You're fine", [["stop crying", "youre fine"]]),
        ("One\n\nTwo", [["one"], ["two"]]),
        ("One\r\n\r\nTwo", [["one"], ["two"]]),
        ("no shoes\nno park", [["no shoes", "no park"]]),
        (
            "This line is as long as a line can be when it is wrapped\nsomewhere.",
            [["this line is as long as a line can be when it is wrapped somewhere"]],
        ),
        ("This line is as long as a line can be when it is wrapped:\n- stop\n- go", None),
        ("time-out, drop-off", [["time out drop off"]]),
        ("👩‍👧 Don’t 😭 cry 😭", [["dont cry"]]),
        ("Zoë isn't crying", [["zoe isnt crying"]]),
        ("گریه نکن. 你好。", [["گریه نکن", "你好"]]),
        ("", []),
        ("… !!! ,", []),
    ],
)
def test_a_text_falls_into_paragraphs_and_sentences(text: str, sentences: list[list[str]] | None) -> None:
    if sentences is None:
        assert [len(group) for group in paragraphs(text)] == [3]
    else:
        assert read(text) == sentences


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nooo", {"no", "noo"}),
        ("stoppp", {"stop", "stopp"}),
        ("u", {"you"}),
        ("ur", {"your", "youre"}),
        ("your so rude", {"youre", "your"}),
        ("ok", {"okay"}),
        ("cannot", {"cant"}),
        ("Leo’s", {"leos", "leo"}),
        ("ten", {"<num>"}),
        ("10", {"<num>"}),
    ],
)
def test_what_is_typed_for_short_or_drawn_out_is_heard(text: str, words: set[str]) -> None:
    assert words <= only(text).masks.keys()


def test_your_stays_your_before_what_somebody_has() -> None:
    assert "youre" not in only("your bad dream").masks


def test_a_capital_within_a_sentence_is_a_name_and_shouting_is_not() -> None:
    assert only("Give Leo the cup").masks["<name>"] == 0b10
    assert "<name>" not in only("Give it to me, I said").masks
    assert "<name>" not in only("GIVE ME THE CUP").masks


def test_a_sentence_that_does_not_end_is_cut() -> None:
    assert [len(sentence.words) for sentence in next(paragraphs("go " * 100))] == [MOST_WORDS, 20]


def _places(edge: str, text: str) -> list[int]:
    sentence = only(text)
    bits = EDGES.of(sentence, edge)
    return [place for place in range(len(sentence.words) + 1) if bits >> place & 1]


@pytest.mark.parametrize(
    ("edge", "text", "places"),
    [
        (BEGINS, "stop it", [0]),
        (BEGINS, "Oh come on stop it", [0, 1, 3]),
        (BEGINS, "I said, stop it", [0, 2]),
        (BEGINS, "when it stops - oh no", [0, 3, 4]),
        (BEGINS_ALL, "I said, stop it", [0]),
        (BEGINS_ALL, "Oh, come on, stop it", [0, 1, 3]),
        (BEGINS_ALL, "Rosalind, stop it", [0, 1]),
        (BEGINS_ALL, "Grandma stop it", [0, 1]),
        (ENDS, "stop it please", [2, 3]),
        (ENDS, "stop it right now, sweetie", [2, 4, 5]),
        (ENDS, "stop it Leo", [2, 3]),
        (ENDS_ALL, "stop it, then go", [4]),
        (ENDS_ALL, "stop it, Rosalind", [2, 3]),
        (ENDS_ALL, "stop it, please, sweetie", [2, 3, 4]),
    ],
)
def test_edges_lie_past_what_is_said_around_them(edge: str, text: str, places: list[int]) -> None:
    assert _places(edge, text) == places


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “go away” to me", ["“go away”"]),
        ('He said "go away" to me', ['"go away"']),
        ("He said «go away» to me", ["«go away»"]),
        ("She said ‘the kids’ room is mine’ twice", ["‘the kids’"]),
        ("She said 'go away' and I didn't", ["'go away'"]),
        ("don't go, it isn't the kids' room", []),
        ('a 5" shelf and a 6" one', []),
        ('one " alone', []),
        ("“It goes on\n\nhere”", ["“It goes on"]),
        ('"It is lost\n\nhere"', []),
        ("“a “b” c” d", ["“a “b”"]),
    ],
)
def test_quotations_are_found(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted


@given(st.text(max_size=200))
def test_places_count_in_code_points_and_never_overlap(text: str) -> None:
    last = 0
    for group in paragraphs(text):
        for sentence in group:
            for start, end in zip(sentence.starts, sentence.ends, strict=True):
                assert last <= start < end <= len(text)
                last = end
    for start, end in quotations(text):
        assert 0 <= start < end <= len(text)
