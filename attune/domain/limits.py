"""How much a moment may hold; apart from the moment, for what only checks a text."""

MOST_TEXT = 100_000
"""The most characters one text field of a moment may hold."""
