"""The readers, one file a kind of document; `claimcheck.documents.reader` says what a reader is."""
