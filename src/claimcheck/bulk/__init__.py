"""Many quotations in many documents, as columns: the verdicts of `claimcheck quote` for a table."""
