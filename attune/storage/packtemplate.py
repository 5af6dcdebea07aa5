"""A new pack: a few files to write into, which keep every rule as they are."""

import re
import unicodedata
from collections.abc import Mapping

from attune.storage.packcontents import CORE
from attune.text import one_line

_LONGEST_ID = 48
_LONGEST_PREFIX = 32
"""Of an id, so that the ids of its scripts have room for a name of their own."""
_FALLBACK = "our-words"

PACK = """\
# This file says who the pack is. A line that begins with # is a note to yourself; attune passes over it.

id = {id}            # never change it once the pack is in use
title = {title}
version = "1"
author = ""                     # your name, if you like
language = "en"                 # the language of your words: "es", "fr", "pt-BR", "ar", "fa" …

# Rules for the phrase check go into a folder named phrases, beside scripts: docs/phrase-check.md shows how.
"""

SCRIPTS = """\
# Words to say. Each script begins with [[script]]; a file holds as many as you like (up to 500), one below the other.
# Change the words in quotes, then run:  attune pack check {folder}
# A guide, and the lists of all cues, feelings, needs and sources: docs/writing-packs.md and docs/packs.md

[[script]]
# A name for the script that stays for ever: small letters, digits, hyphens. Saved moments remember it.
id = {script}

# How it is listed: what you would call this moment. Up to 12 words.
title = "One shoe on, one shoe off"

# When it helps. The first is the main one. One or more of:
#   crying-baby feeding baby-sleep care-routine babble-talk quiet-presence overstimulated slow-bond
#   parent-edge touch-rocking-massage prefers-other strangers-relatives separation carer-change reunion
#   tantrum limit-no hitting-biting new-sibling sharing transitions bedtime eating toilet frustration-mastery
#   fears-nightmares hurt-bump procedures clingy-whining shy-greeting performing-praise joy-play solo-play
#   sibling-fight friends-bullying school-worry homework-mistakes-losing lying screens harsh-words
#   grief-death-big-questions family-change teen-quiet teen-conflict-risk heartbreak-body-identity
#   sensory-neurodivergent repair parent-feelings everyday-connection urgent-danger crisis medical safe-sleep
situations = ["transitions", "limit-no"]

# Whose age it suits: newborn baby toddler preschool school tween teen. Write "any" for words to an adult.
ages = ["toddler", "preschool"]

# What it does: acknowledge wonder narrate limit goodbye reunion repair advocate connect quiet self
kind = "limit"

# Two to five steps. Say first what you see or hear. Then, if you like, a guess. A pause after each.
# say: your words, up to 10 in a line for children under three
# then: "pause", "look" or "wait"
# look_for: what to watch for meanwhile
beats = [
  {{ say = "One shoe is on. One is in your hand.", then = "pause", look_for = "a look at you, or at the shoe" }},
  {{ say = "Maybe you're not done playing.", then = "wait", look_for = "let them answer in their own way" }},
  {{ say = "We go now. I'll hold the shoe for you.", then = "look", look_for = "a foot held out, or arms up" }},
]

# What to say or do when it does not land.
if_not = "Carry shoe and child to the door, with few words. The shoe can wait for the hallway."

# What tends to slip out, which these words replace.
instead_of = "How many times do I have to tell you?"

# Why it may help, in one or two plain sentences.
why = "Leaving play is hard. Seeing what they are busy with first makes it easier to come along."

# Where the idea comes from: at least one code. {source}-1 is in sources.toml beside this folder.
sources = ["{source}-1", "S0-57"]

# What a hurried parent would type, three lines or more. This is how attune finds the script.
words = [
  "wont put shoes on",
  "one shoe off again",
  "we are late and still no shoes",
  "sits in the hallway and plays",
]

# These may be left out: take away the # in front, or leave the lines as they are.
# cues = ["ignoring-you"]
# feelings = ["frustrated"]
# needs = ["play"]
# notices = ["step-away"]       # a safety note that must stand with these words
"""

SOURCES = """\
# Where your ideas come from: a book, an article, a neighbour, or what you noticed yourselves.
# The code is a capital letter and more capitals or digits. Ideas are numbered under it.

[[source]]
code = "{source}"
title = "What we noticed ourselves"
author = ""
# address = "https://example.org"
# year = "2026"

[source.ideas]
{source}-1 = "Name what the hands are doing before saying that it is time."
"""

PRACTICES = """\
#: Things to do rather than say. To use this one, take away the "# " at the beginning of each line below.
#: minutes is for a soft timer, up to 60; leave the line out for none.

# [[practice]]
# id = {practice}
# title = "Five minutes on the floor"
# situations = ["everyday-connection"]
# ages = ["toddler", "preschool"]
# minutes = 5
# steps = [
#   "Sit down on the floor, phone in another room.",
#   "Watch what they do. Say little.",
# ]
# stop = "They turn away, or pull you up to do something else."
# why = "A few whole minutes often count for more than a long half hour."
# sources = ["{source}-1"]
# words = ["no time today", "only half there", "always on my phone", "want to play with them", "busy all day"]
"""


def template(folder: str) -> Mapping[str, str]:
    """Return the texts of a new pack by file name, for a folder of this name."""
    pack_id = fit_id(folder)
    prefix = pack_id[:_LONGEST_PREFIX].strip("-")
    source = _source_code(pack_id)
    named = one_line(folder).strip() or _FALLBACK
    title = named if any(sign.isalnum() for sign in named) else _FALLBACK
    return {
        "pack.toml": PACK.format(id=_quoted(pack_id), title=_quoted(title[:100])),
        "scripts/first-words.toml": SCRIPTS.format(
            folder=named, script=_quoted(f"{prefix}-one-shoe-on"), source=source
        ),
        "sources.toml": SOURCES.format(source=source),
        "practices.toml": PRACTICES.format(practice=_quoted(f"{prefix}-on-the-floor"), source=source),
    }


def fit_id(name: str) -> str:
    """Return a name made fit to be the id of a pack: small letters, digits and hyphens."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    found = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:_LONGEST_ID].strip("-")
    if found == CORE:
        return f"{CORE}-words"
    return found if len(found) > 1 else f"{found}-words" if found else _FALLBACK


def _source_code(pack_id: str) -> str:
    """Return a code that is likely to be the pack's alone; three signs or more, as those that ship have two."""
    letters = re.sub(r"[^A-Z0-9]", "", pack_id.upper())
    if not letters[0].isalpha():
        letters = f"P{letters}"
    return letters[:12].ljust(3, "X")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
