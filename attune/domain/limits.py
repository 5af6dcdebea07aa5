"""How much a text may hold; apart from what holds it, for what only checks a text."""

MOST_TEXT = 100_000
"""The most characters one text field of a moment may hold."""
MOST_PROSE = 4_000_000
"""The most characters of a text that is checked: some two thousand pages."""
