"""The readers of documents, one file a kind: bytes in, text and metadata out.

Each module is named for a kind of document, and defines

    SUFFIXES: tuple[str, ...]      the endings of such files, the usual one first
    MEDIA_TYPES: tuple[str, ...]   what servers call them
    DISTRIBUTION: str              the library that it needs; "" when none
    EXTRA: str                     the extra of claimcheck-cli that installs it; "" when none
    read(data: bytes, options: ExtractOptions) -> Extract

and, where its files can be told by how they begin, `MAGIC: tuple[bytes, ...]`; and, where they
hold several pages or messages of which one is read, `HAS_PARTS = True`. `read` is pure. It raises
`UnreadableError` with a clause that says why. It runs in a child process that is ended when it
needs too much time or memory (`claimcheck.documents.extract`), so it need not be robust, and its
library is imported inside of it.
"""
