"""One screen an activity."""
