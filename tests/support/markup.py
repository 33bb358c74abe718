"""Foreign text that wants to come alive in a comment on a forge, and whether it did."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

# What GitHub and GitLab make something of, in Markdown or in the text that it leaves.
HOSTILE_TEXTS = {
    "mention": "@everyone",
    "mention of a team": "see @team/desk, and @a",
    "address": "desk@paper.example",
    "issue": "#123 and paper/dossier#4",
    "GitHub's short issue": "GH-7 or gh-7",
    "GitLab's merge request": "!8 and paper/dossier!8",
    "GitLab's epic": "&12",
    "GitLab's snippet": "$12",
    "GitLab's label": 'ask for ~bug or ~"needs evidence"',
    "GitLab's milestone": '%12 and %"next year"',
    "GitLab's alert": "^alert#3",
    "GitLab's vulnerability": "[vulnerability:4]",
    "GitLab's page of a wiki": "[[Home]]",
    "link": "[here](https://evil.example)",
    "link by reference": "[here][a]\n\n[a]: https://evil.example",
    "image": "![i](//evil.example/x.png)",
    "address in angles": "<https://evil.example>",
    "bare address": "https://evil.example and ftp://evil.example",
    "address without a scheme": "www.evil.example WWW.evil.example",
    "mail": "mailto:desk@paper.example xmpp:a@b.example",
    "HTML": "<img src=x onerror=alert(1)> <script>alert(1)</script>",
    "end of our HTML": "</del></ins></details><!-- x --> -->",
    "entities": "&lt;b&gt; &#64;everyone &amp;#35;1",
    "heading": "# head\n## head",
    "underlined heading": "head\n====",
    "rule": "a\n\n---\n\n***",
    "list": "- item\n+ item\n* item\n1. item\n1) item",
    "quotation": "> quote",
    "table": "| a | b |\n|---|---|\n| c | d |",
    "fence": "```\ncode\n```\n~~~\ncode\n~~~~",
    "code span": "`tick` ``two`` ` one",
    "touching code spans": "x```@y`c` and `c`x```@y and `a``b`@c",
    "backslashes": "a\\`@b` \\@everyone \\\\#1 \\[a](b) \\",
    "stress": "**bold** _a_ *b* ~~gone~~ __c__",
    "formula": "$x^2$ and $`x`$",
    "emoji": ":tada: :100: :+1:",
    "footnote": "[^1] [^1]: note",
    "task": "[ ] not [x] done",
    "order to a bot": "/close\n/assign @team",
    "signs that hide": "a\x1b[31mb\x07c\x9bd \u202egnp\u2066 \u200b@\ufeff#1 \ufffe \U000e0041",
    "half a character": "\ud800@everyone",
    "another script": "é 漢字。＠everyone",
}
ANY_TEXT = (
    st.text(st.characters(), max_size=60)
    | st.text("`|\\ \n@#<>[]()!~*_-:%,./&$^=+a1", max_size=40)
    | st.lists(st.sampled_from([*HOSTILE_TEXTS.values(), "www.", "gh-", "://"]), max_size=3).map(
        "".join
    )
)
# Where a forge begins to read in the finished text, in which no escape is left.
_LIVE = re.compile(
    r"""[@#!%~](?="?\w)|[&$](?=\d)|\^(?=alert)|\[(?=\[|\w+:)|\bgh-(?=\d+\b)|:(?=//)|\bwww(?=\.\w)"""
    r"""|:(?=[\w+-]+:)|(?:mailto|xmpp):(?=\w)""",
    re.IGNORECASE,
)
_INERT = {
    "heading", "paragraph", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "inline",
    "text", "softbreak", "code_inline", "fence", "strong", "bullet_list", "list_item",
}  # fmt: skip


def tokens(text: str) -> Iterator[Token]:
    """Read Markdown as forges do; yield its blocks, and what stands in them."""
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        yield token
        yield from token.children or ()


def living(text: str, *, html: tuple[str, ...] = ()) -> list[str]:
    """Return what in a comment is alive: a link, an image, HTML, a mention, an order.

    Args:
        text: Markdown.
        html: the tags that are our own.
    """
    fences = {
        line
        for token in tokens(text)
        for line in token.content.split("\n")
        if token.type == "fence"
    }
    alive = [line for line in text.split("\n") if line.startswith("/") and line not in fences]
    for token in tokens(text):
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if kind == "text":
            alive += [token.content for _match in _LIVE.finditer(token.content)]
        elif kind not in _INERT and not (kind == "html_inline" and token.content in html):
            alive.append(f"{kind}: {token.content}")
    return alive
