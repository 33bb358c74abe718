"""One rule a file; `claimcheck.assessment.finding` says what a rule is."""
