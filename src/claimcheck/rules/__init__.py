"""One rule a file; `claimcheck.rule` says what a rule is."""
