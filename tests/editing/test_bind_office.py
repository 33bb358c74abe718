"""Footnotes are written into DOCX and ODT, and every other part of the file stays as it is."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimcheck.anchor import Effort
from claimcheck.assessment.article import SentenceState
from claimcheck.assessment.articles import assess_articles
from claimcheck.assessment.assess import assess
from claimcheck.documents.draft import read_draft
from claimcheck.dossier.article import DeclarationKind
from claimcheck.dossier.load import load
from claimcheck.editing.operations.bind import Binding, with_bindings
from claimcheck.model.errors import EditError
from support.documents import archive
from support.planted import SCENES, project_of
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck import Assessment
    from support.project import CommandResult

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
QUOTED = "“The bridge is safe and it will stay open for 30 years,” said Ann Moor."
# A sentence ends inside a run, one at the end of a run, one over two runs; one has an entity.
WORD_BODY = (
    f'<w:p><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">{QUOTED} It is </w:t></w:r>'
    "<w:r><w:t>long.</w:t></w:r></w:p><w:p><w:r><w:t>Moor &amp; Sons built it. Nobody knows."
    "</w:t><w:tab/></w:r></w:p>"
)
ODT_BODY = (
    f"<text:p>{QUOTED} It is <text:span>long.</text:span></text:p>"
    "<text:p>Moor &amp; Sons built it. Nobody knows.</text:p>"
)
EXPECTED = [QUOTED, "It is long.", "Moor & Sons built it.", "Nobody knows."]


def word(body: str = WORD_BODY, **more: str) -> bytes:
    """A Word document as programs write it, with its types and relations."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"></Types>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}"></Relationships>',
        "word/document.xml": '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        "word/media/image1.png": "a picture",
    }
    return archive({**parts, **{name.replace("__", "/"): text for name, text in more.items()}})


def open_document(body: str = ODT_BODY) -> bytes:
    """An OpenDocument text with a settings file."""
    names = f'xmlns:office="{ODF}office:1.0" xmlns:text="{ODF}text:1.0"'
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
            "settings.xml": "<settings/>",
        }
    )


FILES = {"a.docx": word(), "a.odt": open_document()}


@pytest.fixture
def dossier(write: Callable[[dict[str, str]], Path]) -> Assessment:
    return assess(load(write(project_of(SCENES["en"]))), TODAY)


def assessed(dossier: Assessment, path: str, data: bytes) -> Assessment:
    claims = {claim.id: claim for claim in dossier.claims}
    draft = read_draft(path, data)
    articles = assess_articles([draft], dossier.dossier, claims, dossier.corpus, Effort())
    return replace(dossier, articles=articles)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.mark.parametrize("path", sorted(FILES))
def test_what_is_written_is_read_back(dossier: Assessment, path: str) -> None:
    article = assessed(dossier, path, FILES[path]).articles[0]
    bindings = [
        Binding(0, note="claim:bridge-reopened"),
        Binding(1, declaration="[opinion]"),
        Binding(2, note='source:gazette "30 years" p. 2'),
        Binding(3, note="source:gazette «a < b & c»"),
    ]

    written = with_bindings(FILES[path], article, bindings)

    assert written is not None
    again = assessed(dossier, path, written).articles[0]
    bound, declared = SentenceState.BOUND, SentenceState.DECLARED
    assert [each.state for each in again.sentences[:4]] == [bound, declared, bound, bound]
    notes = [note.text.strip() for note in again.article.notes.values()]
    assert notes == ["claim:bridge-reopened", 'source:gazette "30 years" p. 2',
                     "source:gazette «a < b & c»"]  # fmt: skip
    assert " ".join(again.article.text.split()) == " ".join(EXPECTED)
    assert "It is long. [opinion]" in again.article.raw


@pytest.mark.parametrize("path", sorted(FILES))
def test_the_other_parts_and_the_rest_of_the_text_stay_as_they_are(
    dossier: Assessment, path: str
) -> None:
    article = assessed(dossier, path, FILES[path]).articles[0]

    written = with_bindings(FILES[path], article, [Binding(0, declaration="[unverified]")])

    before = parts(FILES[path])
    name = "word/document.xml" if path == "a.docx" else "content.xml"
    expected = before[name].replace(b"Ann Moor.", b"Ann Moor. [unverified]")
    assert parts(written or b"") == {**before, name: expected}
    assert list(parts(written or b"")) == list(before)


def test_a_run_is_split_where_its_sentence_ends(dossier: Assessment) -> None:
    article = assessed(dossier, "a.docx", word()).articles[0]

    written = with_bindings(word(), article, [Binding(0, note="source:gazette")]) or b""

    mark = (
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/><w:vertAlign w:val="superscript"/>'
        '</w:rPr><w:footnoteReference w:id="1"/></w:r>'
    )
    rest = '<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve"> It is </w:t></w:r>'
    assert f"Ann Moor.</w:t></w:r>{mark}{rest}" in parts(written)["word/document.xml"].decode()
    assert b'Target="footnotes.xml"' in parts(written)["word/_rels/document.xml.rels"]
    assert b'PartName="/word/footnotes.xml"' in parts(written)["[Content_Types].xml"]


@pytest.mark.parametrize("path", list(FILES))
@pytest.mark.parametrize("number", [0, 1])  # in the middle of a run, and at a paragraph's end
def test_a_sentence_takes_a_note_and_a_declaration(
    dossier: Assessment, path: str, number: int
) -> None:
    article = assessed(dossier, path, FILES[path]).articles[0]
    bindings = [
        Binding(number, note="source:gazette"),
        Binding(number, declaration="[unverified]"),
    ]

    written = with_bindings(FILES[path], article, bindings) or b""

    again = assessed(dossier, path, written).articles[0]
    assert [each.kind for each in again.article.declarations] == [DeclarationKind.UNVERIFIED]
    assert [sentence.sources for sentence in again.sentences] == [
        ("gazette",) if other == number else () for other in range(len(article.sentences))
    ]


def test_footnotes_are_numbered_in_the_order_of_their_marks(dossier: Assessment) -> None:
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>source:gazette</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    body = reference.join(WORD_BODY.rsplit("</w:p>", 1))
    data = archive({**parts(word(body)), "word/footnotes.xml": notes})
    article = assessed(dossier, "a.docx", data).articles[0]

    written = with_bindings(data, article, [Binding(0, note="claim:works-cheap")]) or b""

    again = parts(written)
    numbers = re.findall(rb'<w:footnote [^>]*id="(\d+)"', again["word/footnotes.xml"])
    marks = re.findall(rb'<w:footnoteReference w:id="(\d+)"', again["word/document.xml"])
    assert (numbers, marks) == ([b"0", b"1", b"2"], [b"1", b"2"])
    assert again["word/footnotes.xml"].index(b"works-cheap") < again["word/footnotes.xml"].index(
        b"source:gazette"
    )


def test_footnotes_that_are_there_stay_and_numbers_go_on(dossier: Assessment) -> None:
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="7"><w:p><w:r><w:t>source:gazette</w:t>'
        "</w:r></w:p></w:footnote></w:footnotes>"
    )
    reference = '<w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
    data = word(WORD_BODY.replace("</w:p>", reference, 1), word__footnotes__xml=notes)
    data = archive(
        {name.replace("footnotes/xml", "footnotes.xml"): text for name, text in parts(data).items()}
    )
    article = assessed(dossier, "a.docx", data).articles[0]

    written = with_bindings(data, article, [Binding(3, note="claim:works-cheap")]) or b""

    footnotes = parts(written)["word/footnotes.xml"].decode()
    assert footnotes.startswith(notes.removesuffix("</w:footnotes>") + '<w:footnote w:id="8">')
    assert parts(written)["[Content_Types].xml"] == parts(data)["[Content_Types].xml"]
    again = assessed(dossier, "a.docx", written).articles[0].article
    assert [note.text.strip() for note in again.notes.values()] == [
        "source:gazette", "claim:works-cheap"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (word(_xmlsignatures__sig="x"), "is signed"),
        (word("<w:p><w:r><w:t><![CDATA[It is long.]]></w:t></w:r></w:p>"), "an unusual way"),
        (word("<w:p><w:r><w:t>It is<!-- so --> long.</w:t></w:r></w:p>"), "cannot be told"),
        (
            word("<w:p><w:r><w:drawing><w:r><w:t>It is long.</w:t></w:r></w:drawing></w:r></w:p>"),
            "cannot be told",
        ),
    ],
)
def test_where_a_place_is_in_doubt_nothing_is_written(
    dossier: Assessment, data: bytes, message: str
) -> None:
    article = assessed(dossier, "a.docx", data).articles[0]

    with pytest.raises(EditError, match=message):
        with_bindings(data, article, [Binding(0, note="source:gazette")])


def test_write_safe_binds_a_document_and_the_gate_agrees(
    write: Callable[[dict[str, str]], Path], run: Callable[..., CommandResult]
) -> None:
    root = write(project_of(SCENES["en"]))
    for name, data in FILES.items():
        (root / name).write_bytes(data)

        result = run("-C", str(root), "article", str(root / name), "--write-safe")

        assert (result.status, result.out) == (0, f"{name}: wrote 1 mark\n")
        again = run("-C", str(root), "article", str(root / name), "--write-safe")
        assert again.out == f"{name}: nothing to bind\n"


def test_a_note_in_a_cell_is_no_word_of_its_row(dossier: Assessment) -> None:
    cells = "".join(
        f"<table:table-cell><text:p>{words}</text:p></table:table-cell>"
        for words in ("The bridge", "482")
    )
    table = f'<table:table xmlns:table="{ODF}table:1.0"><table:table-row>{cells}'
    data = open_document(f"{table}</table:table-row></table:table>")
    article = assessed(dossier, "a.odt", data).articles[0]

    written = with_bindings(data, article, [Binding(0, note='source:gazette "482"')])

    assert written is not None
    again = assessed(dossier, "a.odt", written).articles[0]
    assert [again.article.text[each.start : each.end] for each in again.sentences] == [
        "The bridge | 482"
    ]
    assert again.sentences[0].sources == ("gazette",)
