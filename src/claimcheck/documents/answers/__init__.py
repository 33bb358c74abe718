"""The shapes of answers, one file each; see `claimcheck.documents.answer` for what one is."""
