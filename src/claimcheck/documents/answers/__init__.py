"""The shapes of models' answers, one file each: JSON in, statements and what they cite out.

Each module is named for what it reads, says so in its docstring, and defines

    SERVICES: tuple[str, ...]      whose answers have this shape: services and libraries, by name
    recognizes(value: JsonValue) -> bool
    statements(value: JsonValue) -> Iterator[Statement]

both functions pure. An answer is written by strangers, or by a machine: `JsonValue` asks each value
for its type, and refuses what is wrong with its place. Size, depth and number are bounded before a
module is asked (`claimcheck.documents.answer.read_answer`), and streams and batches are made whole
answers (`answer_stream`). A text with marks or offsets becomes statements by `answer_text`.

`recognizes` is exact: it says yes to answers of its own shape alone, so that no order matters.
Shapes that anybody may write, and that must be guessed at, stand in `BROAD_SHAPES`.
"""

# Tried after all exact shapes, in this order.
BROAD_SHAPES = (
    "claims-list",
    "litellm",
    "perplexity",
    "openai-chat",
    "llamaindex",
    "anthropic-messages",
)
