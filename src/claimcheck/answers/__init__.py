"""The shapes of answers, one file each; see `claimcheck.answer` for what one is."""
