"""Widgets: immutable values come down, messages go up; none knows the journal or the app."""
