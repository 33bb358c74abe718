"""One output format a file; `claimcheck.formats.screen` says what a format is."""
