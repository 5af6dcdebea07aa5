"""Presenting to a room: an app of its own, which knows no family."""
