"""The readers, one file a kind of document; `claimcheck.reader` says what a reader is."""
