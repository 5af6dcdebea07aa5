"""The journal in other forms: files to take along, to print or to share, and files that others made."""
