"""attune: notice, wonder, acknowledge, pause, respond; see how it landed; repair."""

__version__ = "0.1.0"
