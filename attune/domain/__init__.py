"""What attune knows and decides, as plain Python: no files, no clock, no terminal."""
