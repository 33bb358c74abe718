"""Any text: made printable, likened to words that are there, read as strict JSON."""
