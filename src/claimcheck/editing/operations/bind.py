"""Write footnotes into an article: what a bare sentence rests on, and nothing else.

Markdown, plain text, HTML, DOCX and ODT are written. A mark is set behind the sentence, and the
note at the end of the document, or where the format has it; every other byte stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.anchor import Fit, passes, too_short, where_to_look
from claimcheck.assessment.article import QuotationState, SentenceState
from claimcheck.documents.draft import read_draft
from claimcheck.editing import conflicts
from claimcheck.editing.claim import ClaimToWrite, claim_file
from claimcheck.editing.ids import free_claim_id
from claimcheck.editing.operations.note_markup import markup_of
from claimcheck.editing.operations.office_notes import SUFFIXES as OFFICE_SUFFIXES
from claimcheck.editing.operations.office_notes import OfficeMark, with_office_marks
from claimcheck.model import Quote
from claimcheck.model.errors import EditError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from claimcheck.assessment.article import AssessedArticle, AssessedQuotation
    from claimcheck.assessment.assess import Assessment
    from claimcheck.dossier.project import Project
    from claimcheck.editing import EvidenceToWrite
    from claimcheck.editing.operations.note_markup import NoteMarkup

_BOM: Final = b"\xef\xbb\xbf"
_DEFINITION: Final = re.compile(
    r"^[ ]{0,3}\[\^(?P<label>[^\s\[\]^]+)\]:[ \t]*(?P<note>[^\n]*)", re.MULTILINE
)
_LONGEST_WORDS: Final = 240
_FRONT_MATTER: Final = re.compile(r"---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Binding:
    """What is to be written behind a sentence.

    Attributes:
        sentence: the number of the sentence.
        note: what its footnote is to say: `source:gazette "the words"`; "" for a declaration.
        declaration: what is to be declared in brackets: `[unverified]`; "" for a note.
    """

    sentence: int
    note: str = ""
    declaration: str = ""


def can_be_bound(path: str) -> bool:
    """Whether footnotes can be written into a file of that name."""
    return markup_of(path) is not None or path.lower().endswith(OFFICE_SUFFIXES)


def note_of(source: str, words: str, page: str = "") -> str:
    """Return what a footnote says that names a source and words of it.

    Args:
        source: the source's id.
        words: the words; left out where no marks can stand around them.
        page: their page, where it is known.
    """
    shown = " ".join(words.split())
    note = f"source:{source}"
    if shown and len(shown) <= _LONGEST_WORDS:
        if '"' not in shown and "“" not in shown and "”" not in shown:
            note += f' "{shown}"'
        elif "«" not in shown and "»" not in shown:
            note += f" «{shown}»"
    return f"{note} p. {page}" if page else note


def takes_marks(article: AssessedArticle, number: int) -> bool:
    """Whether a mark can be set behind a sentence: not in the front matter of an article.

    Args:
        article: the article as it was judged.
        number: the sentence's number.
    """
    front = _FRONT_MATTER.match(article.article.raw)
    start = article.article.raw_offset(article.sentences[number].start)
    return front is None or start >= front.end()


def safe_bindings(article: AssessedArticle, assessment: Assessment) -> list[Binding]:
    """Return footnotes for the bare quotations that stand word for word in exactly one place."""
    dossier = assessment.dossier
    texts = {
        source.id: assessment.corpus.text(source.id)
        for source in dossier.sources.values()
        if source.text is not None
    }
    bindings = []
    for item in article.quotations:
        if not _is_bare(article, item):
            continue
        quote = Quote(item.words.rstrip(",.;: ") or item.words)
        places = where_to_look([quote], texts)[quote]
        anchors = [(place, passes(quote, texts[place])) for place in places]
        passing = [(source_id, anchor) for source_id, anchor in anchors if anchor is not None]
        if len(passing) != 1 or too_short(quote):
            continue
        source, anchor = passing[0]
        if anchor.fit is Fit.VERBATIM and anchor.count == 1:
            bindings.append(Binding(item.sentence, note_of(source, quote.exact)))
    return bindings


def _is_bare(article: AssessedArticle, item: AssessedQuotation) -> bool:
    if item.note or item.bound or item.quotation.depth or item.sentence < 0:
        return False
    if item.state is not QuotationState.STANDS or item.speaker:
        return False
    if not takes_marks(article, item.sentence):
        return False
    return article.sentences[item.sentence].state in (SentenceState.BARE, SentenceState.QUOTED)


def write_bindings(root: Path, article: AssessedArticle, bindings: Sequence[Binding]) -> bool:
    """Write footnotes and declarations into an article.

    Args:
        root: the project's root.
        article: the article as it was judged.
        bindings: what to write.

    Returns:
        Whether it was written; if not, somebody changed the file meanwhile.

    Raises:
        EditError: the file is none that footnotes are written into, or a place is in doubt.
        ConflictError: it cannot be read or written.
    """
    path = article.article.path
    if not can_be_bound(path):
        raise EditError(
            f"{path}: footnotes are written into Markdown, plain text, HTML, DOCX and ODT alone",
            "write them in your editor: [^1]: source:ID",
        )

    def edit(data: bytes) -> bytes | None:
        return with_bindings(data, article, bindings)

    return conflicts.revise(root, path, edit)


def with_bindings(
    data: bytes, article: AssessedArticle, bindings: Sequence[Binding]
) -> bytes | None:
    """Return an article with footnotes and declarations; None where it is not what was judged.

    Args:
        data: the article's bytes.
        article: the article as it was judged.
        bindings: what to write.

    Raises:
        EditError: it is not UTF-8, or a place in an office file cannot be told for certain.
    """
    is_office = article.article.path.lower().endswith(OFFICE_SUFFIXES)
    write = _in_office_file if is_office else _in_text
    return write(data, article, bindings)


def _in_text(data: bytes, article: AssessedArticle, bindings: Sequence[Binding]) -> bytes | None:
    mark = _BOM if data.startswith(_BOM) else b""
    try:
        written = data[len(mark) :].decode("utf-8")
    except UnicodeDecodeError:
        raise EditError(f"{article.article.path}: is not UTF-8", "save it as UTF-8") from None
    raw = written.replace("\r\n", "\n")
    markup = markup_of(article.article.path)
    if markup is None or raw != article.article.raw:
        return None
    newline = "\r\n" if "\r\n" in written else "\n"
    insertions, notes = _marks_and_notes(article, markup, bindings)
    if notes and markup.before_end:
        insertions.append((markup.end(raw), "".join(f"{note}{newline}" for note in notes)))
        notes = []
    text = _inserted(written, insertions)
    if notes:
        text += _below(text, raw, notes, newline)
    return mark + text.encode("utf-8")


def _marks_and_notes(
    article: AssessedArticle, markup: NoteMarkup, bindings: Sequence[Binding]
) -> tuple[list[tuple[int, str]], list[str]]:
    """Return what goes behind sentences, with the offsets in the original, and the new notes.

    Args:
        article: the article as it was judged.
        markup: how such a file has footnotes.
        bindings: what to write.
    """
    raw, present = article.article.raw, article.article.notes
    labels = {match["note"].strip(): match["label"] for match in _DEFINITION.finditer(raw)}
    taken = set(labels.values()) | {name.removeprefix("fn-") for name in present}
    numbers: dict[str, int] = {}
    insertions: list[tuple[int, str]] = []
    notes: list[str] = []
    for binding in bindings:
        at = markup.behind(raw, _last_letter(article, binding))
        if binding.declaration:
            insertions.append((at, f" {binding.declaration}"))
            continue
        if binding.note not in labels:
            label = labels[binding.note] = _free_label(binding.note, taken)
            taken.add(label)
            numbers[label] = len(present) + len(notes) + 1
            notes.append(markup.note(label, numbers[label], binding.note))
        label = labels[binding.note]
        insertions.append((at, markup.mark(label, numbers.get(label, 0))))
    return insertions, notes


def _last_letter(article: AssessedArticle, binding: Binding) -> int:
    """Where the last letter of a sentence stands in the article's original, in code points."""
    sentence = article.sentences[binding.sentence]
    return article.article.raw_offset(max(sentence.start, sentence.end - 1))


def _below(text: str, raw: str, notes: Sequence[str], newline: str) -> str:
    """What stands below a text with notes: they, behind an empty line where it has none yet."""
    ends = text.endswith(("\n", "\r\n"))
    last_line = raw.rstrip("\n").rpartition("\n")[2]
    gap = "" if _DEFINITION.match(last_line) else newline
    return ("" if ends or not text else newline) + gap + newline.join(notes) + newline


def _in_office_file(
    data: bytes, article: AssessedArticle, bindings: Sequence[Binding]
) -> bytes | None:
    draft = article.article
    if read_draft(draft.path, data).raw != draft.raw:
        return None
    marks = [
        OfficeMark(_last_letter(article, binding), binding.note, binding.declaration)
        for binding in bindings
    ]
    return with_office_marks(draft.path, data, marks)


def _free_label(note: str, taken: Collection[str]) -> str:
    match = re.search(r"(?:claim|source):([\w.-]+)", note)
    stem = match[1].strip(".-") if match else "note"
    label, number = stem, 1
    while label in taken:
        number += 1
        label = f"{stem}-{number}"
    return label


def _inserted(written: str, insertions: Sequence[tuple[int, str]]) -> str:
    """Insert texts into a text, at offsets that count each of its line ends as one character."""
    returns = [match.start() for match in re.finditer("\r\n", written)]
    parts: list[str] = []
    reached, passed = 0, 0
    for at, text in sorted(insertions, key=lambda insertion: insertion[0]):
        while passed < len(returns) and returns[passed] - passed < at:
            passed += 1
        place = at + passed
        parts += [written[reached:place], text]
        reached = place
    parts.append(written[reached:])
    return "".join(parts)


def draft_bare_claims(
    project: Project,
    article: AssessedArticle,
    taken: Collection[str],
    likest: Callable[[str], tuple[EvidenceToWrite, ...]],
) -> list[str]:
    """Write a draft claim for each bare assertion of an article; return their ids, in order.

    Nobody has judged the passage that each of them cites: its stance is unset.

    Args:
        project: the project.
        article: the article as it was judged.
        taken: the ids of claims that there are, in lower case.
        likest: returns the passage that speaks most of what a text says, if there is one.

    Raises:
        EditError: a text cannot stand in a claim's file.
        ConflictError: a file is there already, or cannot be written.
    """
    ids = set(taken)
    drafted = []
    for number, sentence in enumerate(article.sentences):
        if sentence.state is not SentenceState.BARE:
            continue
        if any(
            quotation.sentence == number and not quotation.note for quotation in article.quotations
        ):
            continue
        text = " ".join(article.article.text[sentence.start : sentence.end].split())
        claim_id = free_claim_id(text, ids)
        ids.add(claim_id.casefold())
        place = article.place(sentence.start)
        head = (
            f"# Drafted from {place}: word the claim so that it stands alone, then judge\n"
            "# the passage, if there is one; its stance is supports, contradicts or context.\n"
        )
        data = claim_file(ClaimToWrite(text, evidence=likest(text)), head)
        conflicts.create(project.root, f"{project.config.claims}/{claim_id}.yaml", data)
        drafted.append(claim_id)
    return drafted
