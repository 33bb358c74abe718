"""Hostile projects: what a stranger's pull request may hold, and what must happen to each."""
