"""A project's files and their values: found, configured, read strictly, loaded."""
