"""Everyday words that are never taken for a misspelling of another word."""

_WORDS = """
about above after again against almost alone along already also another around asked away back because been before
behind being below best better between both brought came child children could didnt doesnt doing done dont down
"""

EVERYDAY_WORDS = frozenset(_WORDS.split())
