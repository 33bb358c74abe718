"""One output format a file; `claimcheck.format` says what a format is."""
