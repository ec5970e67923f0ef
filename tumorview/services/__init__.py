"""Use cases: analyse frames, scan a folder, keep a journal and settings. No Qt."""
