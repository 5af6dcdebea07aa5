"""attune: notice, wonder, acknowledge, pause, respond; see how it landed; repair."""
