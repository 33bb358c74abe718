"""What commands do to a project, for any front end: one operation a file, nothing printed.

Each takes values and returns what was written and where. What cannot be done is an error of
`claimcheck.model.errors`: `RequestError` where something was asked that does not go, `EditError`
where a file cannot be edited safely, `ConflictError` where it is not there, or not as it was.
"""
