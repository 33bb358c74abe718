"""Drafts as readers see them, and the way back to the place of every word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.assessment.article_quotations import find_quotations
from claimcheck.documents.draft import read_draft
from claimcheck.dossier.article import BlockKind, DeclarationKind
from claimcheck.model.errors import UnreadableError
from support.documents import archive, docx
from support.planted import SCENES, planted, written

if TYPE_CHECKING:
    from claimcheck.dossier.article import Article

WORDS = st.sampled_from(
    [
        "the bridge",
        "“it is safe”",
        "14 people",
        "naïve",
        "橋は",
        "a_b",
        "*",
        "[",
        "x < y",
        "50 %",
        "b",
    ]
)
INLINE = st.one_of(
    WORDS,
    WORDS.map("*{}*".format),
    WORDS.map("**{}**".format),
    WORDS.map("`{}`".format),
    st.tuples(WORDS, WORDS).map(lambda pair: f'[{pair[0]}](http://b.example/b "{pair[1]}")'),
    st.tuples(WORDS, WORDS).map(lambda pair: f"![{pair[0]}](b.png){pair[1]}"),
    st.sampled_from(
        ["\\*b", "&amp;", "&#8220;b", "[^1]", "[^b]", "^[claim:b]", "[unverified]", "[@b, p. 2]",
         "<b>b</b>", "<http://b.example>", "  \n", "\\\n", "\n", "~~b~~", "[b]", "[b][c]"]
    ),
)  # fmt: skip
LINES = st.lists(INLINE, min_size=1, max_size=6).map(" ".join)
BLOCKS = st.one_of(
    LINES,
    LINES.map("# {}".format),
    LINES.map(lambda text: "\n".join(f"> {line}" for line in text.split("\n"))),
    LINES.map("- {}".format),
    LINES.map("1. {}".format),
    LINES.map(lambda text: f"-\t{text}"),
    st.tuples(LINES, LINES).map(
        lambda pair: f"| {_cell(pair[0])} | b |\n|---|---|\n| {_cell(pair[1])} | b \\| c |"
    ),
    LINES.map("[^1]: {}".format),
    st.just("```\n“code”\n```"),
    st.just("<p>html “b”</p>"),
)
DRAFTS = st.lists(BLOCKS, max_size=6).map("\n\n".join)


def _cell(text: str) -> str:
    return text.replace("\n", " ").replace("|", "")


def mapped(article: Article) -> list[tuple[str, str]]:
    """Return each piece of running text, with what stands in its place in the original."""
    if not article.pieces:
        return []
    ends = [*(start for start, _raw, _length in article.pieces[1:]), len(article.text)]
    return [
        (
            article.text[start : min(end, start + length)],
            article.raw[raw : raw + min(end, start + length) - start],
        )
        for (start, raw, length), end in zip(article.pieces, ends, strict=True)
        if length
    ]


@settings(deadline=None)
@given(DRAFTS)
@example("| b | c |\n|---|---|\n| b | b \\| c |")
def test_every_word_of_a_draft_in_markdown_is_found_again_in_its_place(text: str) -> None:
    article = read_draft("a.md", text.encode())

    for piece, original in mapped(article):
        assert piece == original
    places = [raw for _start, raw, length in article.pieces if length]
    assert places == sorted(places)
    for reference in article.references:
        assert article.raw[reference.raw_start] in "[^"


@settings(deadline=None)
@given(
    st.lists(st.one_of(LINES, st.just("\n\n"), st.just("[1] claim:b")), max_size=8).map("\n".join)
)
def test_every_word_of_plain_text_is_found_again_in_its_place(text: str) -> None:
    article = read_draft("a.txt", text.encode())

    assert all(piece == original for piece, original in mapped(article))


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<b>", "</b>", "<li>", "<td>", "<tr>", "<blockquote>", "</blockquote>",
             "word “b”", "&amp;", "&ldquo;", "\n", " ", '<a href="#fn1">1</a>', '<li id="fn1">',
             "<script>", "</script>", "<h1>", "</h1>", "x < y", "&bogus;", "[^1]", "<br>"]
        ),
        max_size=20,
    ).map("".join)
)  # fmt: skip
def test_every_word_of_a_page_is_found_again_in_its_place(text: str) -> None:
    article = read_draft("a.html", text.encode())

    assert all(piece == original for piece, original in mapped(article))


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("<blockquote>It is safe.</blockquote>\n\nText.\n", ["It is safe."]),
        ("<blockquote>\n\nIt is safe.\n\n</blockquote>\n\nText.\n", ["It is safe."]),
        ("</blockquote>\n\n> It is safe.\n\nText.\n", ["It is safe."]),
        ("Text <blockquote>It is safe.</blockquote> more.\n", ["It is safe."]),
        ("<div>He said <q>it is safe</q>.</div>\n", ["it is safe"]),
        ("<div>He said &ldquo;it is safe&#8221;.</div>\n", ["it is safe"]),
        ("<queue>Text.</queue>\n", []),
        ("<div>\n" + "<!--" * 100_000 + " “It fell.”\n\nHe said “it is safe”.\n", ["it is safe"]),
    ],
)
def test_tags_in_markdown_quote_as_they_do_for_readers(text: str, quotations: list[str]) -> None:
    article = read_draft("a.md", text.encode())

    places, _unclosed = find_quotations(article)

    assert [article.text[each.inner_start : each.inner_end] for each in places] == quotations


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: a bridge", "a bridge"),
        ("title: 'a bridge' \t", "a bridge"),
        ('title: "a bridge', "a bridge"),
        ('title: a "b" bridge', 'a "b" bridge'),
        ("title: >-", None),
        ('title: "', None),
        ("title:", None),
        ("title: a" + " " * 300_000 + "b", "a" + " " * 300_000 + "b"),
        ("title: 'a" + " " * 300_000 + "b", "a" + " " * 300_000 + "b"),
        ("title: " + " " * 300_000 + "b", "b"),
        ("allow:\n  article-unbound: a" + " " * 300_000 + 'b"c', None),
    ],
)
def test_a_title_in_front_is_read_however_many_blanks_it_has(line: str, title: str | None) -> None:
    article = read_draft("a.md", f"---\n{line}\n---\n\nText.\n".encode())

    titles = [article.text[block.start : block.end] for block in article.blocks[:-1]]
    assert titles == ([] if title is None else [title])


def test_a_reason_in_front_of_an_article_may_have_marks() -> None:
    lines = (
        "article-unbound: 'as agreed'",
        'article-figure-differs: rounded "',
        "article-unread: ''",
    )
    text = "---\nallow:\n" + "".join(f"  {line}\n" for line in lines) + "---\n\nText.\n"

    assert read_draft("a.md", text.encode()).allow == {"article-unbound": "as agreed"}


def test_markdown_is_read_as_readers_see_it() -> None:
    text = (
        '---\ntitle: "The “never” closed"\nallow:\n  article-unbound: an opinion piece\n---\n'
        "# A *new* bridge\n\nShe said “it is **safe**”.[^1] Nobody knows. [unverified]\n"
        "He agreed [see @gazette, p. 12; @bridge-open].\n\n> Quoted\n> words\n\n"
        "| place | hurt |\n|---|---|\n| Elm | 14 |\n\n"
        '[^1]: claim:bridge-safe; source:gazette "it is safe" p. 3\n'
    )

    article = read_draft("a.md", text.encode())

    assert [(block.kind, article.text[block.start : block.end]) for block in article.blocks] == [
        (BlockKind.HEADING, "The “never” closed"),
        (BlockKind.HEADING, "A new bridge"),
        (BlockKind.PARAGRAPH, "She said “it is safe”. Nobody knows.  He agreed."),
        (BlockKind.QUOTE, "Quoted words"),
        (BlockKind.HEADING, "place | hurt"),
        (BlockKind.ROW, "Elm | 14"),
    ]
    assert article.allow == {"article-unbound": "an opinion piece"}
    assert [declaration.kind for declaration in article.declarations] == [
        DeclarationKind.UNVERIFIED
    ]
    first, second = article.references
    assert (first.label, article.text[: first.at].endswith("”.")) == ("1", True)
    assert [(citation.kind, citation.id, citation.page) for citation in second.citations] == [
        ("", "gazette", "12"),
        ("", "bridge-open", ""),
    ]
    assert [
        (citation.kind, citation.id, citation.words, citation.page)
        for citation in article.notes["1"].citations
    ] == [
        ("claim", "bridge-safe", "", ""),
        ("source", "gazette", "it is safe", "3"),
    ]
    place = article.place(article.text.index("safe"))
    assert text.split("\n")[place.line - 1][place.column - 1 :].startswith("safe")


@pytest.mark.parametrize("kind", ["md", "txt", "html", "docx", "odt"])
@pytest.mark.parametrize("language", SCENES)
def test_all_kinds_of_files_hold_the_same_sentences_and_notes(kind: str, language: str) -> None:
    scene = SCENES[language]

    article = read_draft(f"a.{kind}", written(planted(scene, ""), kind))

    words = "".join(article.text.split())
    assert words == "".join("".join(text.split()) for text, _label in scene.sentences)
    cited = [
        [citation.id for citation in article.notes[reference.label].citations]
        for reference in article.references
    ]
    ids = {"claim": "bridge-reopened", "gazette": "gazette", "radio": "radio"}
    assert cited == [[ids[label]] for _text, label in scene.sentences]


HOSTILE = {
    "marks that never close": "“" * 20_000,
    "straight marks": '"a ' * 20_000,
    "single marks": "'a ’b ‘c " * 10_000,
    "nested marks": "“‘" * 10_000 + "x" + "’”" * 10_000,
    "one long line": "word “quoted words” 14 people. " * 40_000,
    "brackets": "[" * 200_000,
    "links": "[a](" * 40_000,
    "emphasis": "*a_ " * 50_000,
    "block quotes": ">" * 20_000 + " x",
    "lists": "\n".join("  " * depth + "- x" for depth in range(500)),
    "footnotes": "".join(f"x[^{number}] " for number in range(10_000))
    + "\n\n"
    + "".join(f"[^{number}]: claim:a\n" for number in range(10_000)),
    "digits": "9" * 300_000,
    "grouped digits": "1,000," * 40_000,
    "number words": "one hundred and " * 30_000,
    "bidi": "\u202e“abc”\u202c\u2066 14 \u2069" * 5_000,
    "dashes": "— " * 50_000,
    "tables": "| a " * 20_000 + "|\n" + "|---" * 20_000 + "|\n",
    "html tags": "<div>" * 40_000,
    "declarations": "[unverified]" * 20_000 + "[own reporting: " * 20_000,
    "links to notes": "<a href='#fn1'>" * 30_000,
    "tags that never end": "<a x='" * 30_000,
    "sections that are none": "<![ x <![y[ <![if z]>" * 10_000,
    "nul": "\0“a\0b”\0" * 1000,
}


@pytest.mark.parametrize("kind", ["md", "txt", "html"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_draft_is_read_or_refused(name: str, kind: str) -> None:
    try:
        article = read_draft(f"a.{kind}", HOSTILE[name].encode())
    except UnreadableError:
        return

    assert len(article.text) < 3 * len(HOSTILE[name]) + 1000


def test_a_file_of_no_known_kind_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no reader of articles knows such a file"):
        read_draft("a.xyz", b"x")


def test_of_a_draft_in_latex_pandoc_makes_one_that_is_read() -> None:
    with pytest.raises(UnreadableError, match="no reader of articles knows such a file") as refused:
        read_draft("my thesis/main.tex", b"\\cite{roe}")

    made = "make Markdown of it: pandoc 'my thesis/main.tex' --output main.md"
    assert refused.value.help == made


def test_tables_of_very_many_cells_are_read_as_plain_text_and_said_to_be() -> None:
    small, large = (
        read_draft("a.md", (f"{row}\n{line}\n" + f"{row}\n" * 30).encode())
        for row, line in (("| a " * 40 + "|", "|---" * 40 + "|"), ("|a" * 1700, "|-" * 1700))
    )

    assert (small.gaps, small.blocks[0].kind) == ((), BlockKind.HEADING)
    assert "tables were read as plain text" in large.gaps[0]
    assert {block.kind for block in large.blocks} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize("suffix", ["html", "md"])
def test_quotations_in_tags_get_the_marks_that_browsers_set(suffix: str) -> None:
    raw = "She said <q>it is safe</q> today."

    article = read_draft(f"draft.{suffix}", raw.encode())

    assert article.text.strip() == "She said “it is safe” today."
    assert article.raw_offset(article.text.index("it is")) == raw.index("it is")
    assert article.raw_offset(article.text.index("today")) == raw.index("today")


def blocks(name: str, data: str | bytes) -> list[tuple[str, str]]:
    article = read_draft(name, data.encode() if isinstance(data, str) else data)
    return [(str(block.kind), article.text[block.start : block.end]) for block in article.blocks]


def test_a_page_without_the_end_of_its_head_is_read() -> None:
    for body in ("<body><p>It cost 5 million.</p>", "<p>It cost 5 million.", "It cost 5 million."):
        page = f"<!doctype html><html><head><meta charset=utf-8><title>A bridge</title>{body}"

        assert blocks("a.html", page) == [("paragraph", "It cost 5 million.")]


def test_a_part_of_a_page_that_its_contents_lead_to_is_no_note() -> None:
    page = (
        '<ul><li><a href="#refugees">Refugees</a></ul><section id="refugees"><p>It cost 5 million.'
        '<a href="#fn1"><sup>1</sup></a></p></section><p id="fn1">claim:a<br>source:b</p>'
    )

    article = read_draft("a.html", page.encode())

    assert article.text.split() == ["Refugees", "It", "cost", "5", "million."]
    assert [reference.label for reference in article.references] == ["fn1"]
    assert [citation.id for citation in article.notes["fn1"].citations] == ["a", "b"]


def test_tags_in_markdown_part_words_as_they_do_for_readers() -> None:
    text = (
        "<p>Built in 2019</p>\n<p>15 people</p>\n\n<table>\n<tr><th>year<th>hurt\n"
        "<tr><td>2019</td><td>14</td></tr>\n</table>\n\n<h2>Costs</h2>\n\n"
        "<style>\np { margin: 5px }\n</style>\n\n"
        "<script>\nlet x = '<p>6</p>';\n\nx = 7;\n</script>\n\n<ul><li>Elm<br>Street<li>Oak</ul>\n"
    )

    assert blocks("a.md", text) == [
        ("paragraph", "Built in 2019"),
        ("paragraph", "15 people"),
        ("row", "year | hurt"),
        ("row", "2019 | 14"),
        ("heading", "Costs"),
        ("item", "Elm Street"),
        ("item", "Oak"),
    ]


def test_words_in_cells_and_boxes_of_office_files_stand_apart_and_once() -> None:
    def paragraph(words: str, more: str = "") -> str:
        return f"<w:p><w:r><w:t>{words}</w:t>{more}</w:r></w:p>"

    box = f"<w:txbxContent>{paragraph('It cost 5.')}{paragraph('It is open.')}</w:txbxContent>"
    both = (
        "<mc:AlternateContent xmlns:mc='mc'>"
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    cells = "<w:tc>{}</w:tc>".format(paragraph("In 2019") + paragraph("15 people"))
    row = f"<w:tr>{cells}<w:tc>{paragraph('14')}</w:tc></w:tr>"
    row = f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>"
    word = docx(f"{paragraph('A bridge.', both)}<w:tbl>{row}</w:tbl>{paragraph('The end.')}")

    def lines(*texts: str) -> str:
        return "".join(f"<text:p>{text}</text:p>" for text in texts)

    frame = lines("It cost 5.", "It is open.")
    frame = f"<draw:frame><draw:text-box>{frame}</draw:text-box></draw:frame>"
    inner = f"<table:table>{{}}<table:table-cell>{lines('14')}</table:table-cell>{{}}</table:table>"
    inner = inner.format("<table:table-row>", "</table:table-row>")
    table = (
        f"<table:table><table:table-row><table:table-cell>{lines('In 2019', '15 people')}"
        f"</table:table-cell><table:table-cell>{inner}</table:table-cell></table:table-row></table:table>"
    )
    numbered = f"<text:numbered-paragraph>{lines('The end.')}</text:numbered-paragraph>"
    names = " ".join(f'xmlns:{name}="{name}"' for name in ("office", "text", "table", "draw"))
    content = (
        f"<office:document-content {names}><office:body><office:text>{lines('A bridge.' + frame)}"
        f"{table}{numbered}</office:text></office:body></office:document-content>"
    )
    text = archive({"content.xml": content})

    for name, data, last in (("a.docx", word, "paragraph"), ("a.odt", text, "item")):
        assert blocks(name, data) == [
            ("paragraph", "A bridge."),
            ("paragraph", "It cost 5."),
            ("paragraph", "It is open."),
            ("row", "In 2019 | 15 people | 14"),
            (last, "The end."),
        ]


def test_a_line_in_bold_letters_is_a_heading_and_a_mark_leaves_no_blank_before_a_stop() -> None:
    raw = "**Key findings**\n\nIt closes in June [@council]. **Not** so.\n\n**It closes.**\n"

    article = read_draft("draft.md", raw.encode())

    kinds = [block.kind for block in article.blocks]
    assert kinds == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    assert "It closes in June. Not so." in article.text
    assert article.raw_offset(article.text.index(". Not")) == raw.index(". **Not")
