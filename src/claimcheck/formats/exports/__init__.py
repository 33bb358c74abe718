"""`claimcheck export`: a dossier for other programs, one file a format, each with who reads it.

A format is a module with `READERS` (who reads it, in a clause), `BINARY` where it is no text,
`render(report, options)`, which yields the file's bytes piece by piece, and `losses(report,
options)`, which yields what the format cannot say, a sentence each. Where whole claims may be in no
such file, `left_out(report, options)` returns how many. The same dossier gives the same bytes.
"""
