"""`claimcheck mend`: quotations written as they are printed, and nothing else in a file."""

from __future__ import annotations

import contextlib
import hashlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.anchor import Fit, Text, locate
from claimcheck.dossier.source_file import restore_line_ends
from claimcheck.editing.as_printed import as_printed
from claimcheck.model import Quote

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

SOURCE = (
    "The bridge was “closed” on 3 April — for a month. Nobody was hurt.\n"
    "It’s a long way round, said the *Daily*: “We saw no work…” The exam-\nple of the café's "
    "owner.\n"
)
CLAIM = """\
# ours
claim: The bridge was closed.   # in April
evidence:
- source: daily
  stance: supports
  quote: 'was "closed" on 3 April - for a month'  # typed
- source: daily
  stance: context
  quote: nobody was hurt
- {source: daily, stance: context, quote: "It's a long way round, said the Daily"}
# the end"""
MENDED = CLAIM.replace('"closed"', "“closed”").replace("April -", "April —").replace("It's", "It’s")
SHOWN = """\
claims/bridge.yaml:6:10: typography
   quote: was [["closed"]] on 3 April [[-]] for a month
  source: was [[“closed”]] on 3 April [[—]] for a month
claims/bridge.yaml:9:10: capitals, to be judged
   quote: [[nobody]] was hurt
  source: [[Nobody]] was hurt
claims/bridge.yaml:10:43: typography
   quote: [[It's]] a long way round, said the Daily
  source: [[It’s]] a long way round, said the Daily
"""


def files(claim: str = CLAIM, source: str = SOURCE) -> dict[str, str | bytes]:
    pinned = hashlib.sha256(SOURCE.encode()).hexdigest()
    return {
        "claims/bridge.yaml": claim.encode(),
        "sources/daily.yaml": f"title: Daily\npublisher: D\nfile: daily.txt\nsha256: {pinned}\n",
        "sources/daily.txt": source.encode(),
    }


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_all_that_is_safe_is_written_and_not_one_byte_besides(
    run: Run, write: Write, ending: str
) -> None:
    root = write(files(CLAIM.replace("\n", ending)))

    result = run("-C", root, "mend", "--all-safe")

    assert (result.status, result.err) == (1, "")
    assert result.out.endswith("3 corrections: 2 written, 1 left, to be judged at a terminal\n")
    assert (root / "claims/bridge.yaml").read_bytes() == MENDED.replace("\n", ending).encode()
    assert sorted(path.name for path in (root / "claims").iterdir()) == ["bridge.yaml"]


def test_a_dry_run_shows_and_writes_nothing(run: Run, write: Write) -> None:
    root = write(files())

    result = run("-C", root, "mend", "--dry-run")

    assert (result.status, result.err) == (1, "")
    assert result.out == SHOWN + "3 corrections: 0 written, 3 left, 2 of them safe\n"
    assert (root / "claims/bridge.yaml").read_text("utf-8") == CLAIM


def test_without_a_terminal_nothing_is_asked_nor_written(run: Run, write: Write) -> None:
    root = write(files())

    result = run("-C", root, "mend")

    assert result.status == 1
    assert result.out.startswith(SHOWN)
    assert result.err == (
        "nobody was asked, since this is no terminal, and nothing was written\n"
        "  help: --all-safe writes what cannot change a meaning\n"
    )
    assert (root / "claims/bridge.yaml").read_text("utf-8") == CLAIM


def test_what_is_as_printed_needs_no_mending(run: Run, write: Write) -> None:
    root = write(files(MENDED.replace("nobody was", "Nobody was")))

    result = run("-C", root, "mend")

    assert (result.status, result.out, result.err) == (0, "nothing to mend\n", "")


def test_what_changes_a_meaning_is_never_offered(run: Run, write: Write) -> None:
    other = CLAIM.replace("nobody was hurt", "Somebody was hurt").replace("3 April", "4 April")
    root = write(files(other))

    result = run("-C", root, "mend", "--all-safe")

    assert result.status == 0
    assert result.out.endswith(
        "1 correction: 1 written, 0 left\n"
        "2 more quotes are not in their sources, and cannot be mended here; see "
        "`claimcheck check`\n"
    )
    assert (root / "claims/bridge.yaml").read_text("utf-8") == other.replace("It's", "It’s")


def test_what_could_not_be_checked_is_not_said_to_be_missing(run: Run, write: Write) -> None:
    root = write({"claims/bridge.yaml": CLAIM, "sources/daily.yaml": "title: D\nfile: gone.txt\n"})

    result = run("-C", root, "mend")

    assert result.out == "nothing to mend\n3 quotes could not be checked; see `claimcheck check`\n"


def test_only_the_claims_that_are_named_are_mended(run: Run, write: Write) -> None:
    root = write({**files(), "claims/other.yaml": CLAIM})

    result = run("-C", root, "mend", "other", "other", "--all-safe")

    assert "3 corrections: 2 written, 1 left" in result.out
    assert (root / "claims/bridge.yaml").read_text("utf-8") == CLAIM
    assert (root / "claims/other.yaml").read_text("utf-8") == MENDED
    assert run("-C", root, "mend", "nothing").status == 2


def test_line_ends_are_restored_where_the_hash_proves_them(run: Run, write: Write) -> None:
    root = write(files(MENDED.replace("nobody", "Nobody"), SOURCE.replace("\n", "\r\n")))

    assert run("-C", root, "mend", "--dry-run").status == 1
    result = run("-C", root, "mend", "--all-safe")

    assert result.status == 0
    assert result.out == (
        "sources/daily.txt: line ends; the file that 'daily' pins had others\n"
        "restored the line ends of sources/daily.txt\n"
        "1 correction: 1 written, 0 left\n"
    )
    assert (root / "sources/daily.txt").read_text("utf-8") == SOURCE
    assert run("-C", root, "check").status == 0


@given(st.lists(st.sampled_from([b"a", b"\n", b"\r\n", b"\r", b"\0"])).map(b"".join), st.binary())
@settings(deadline=None)
def test_no_other_bytes_are_ever_restored(pinned: bytes, document: bytes) -> None:
    expected = hashlib.sha256(pinned).hexdigest()

    assert restore_line_ends(document, expected) in {None, pinned}
    assert restore_line_ends(pinned.replace(b"\r\n", b"\n"), expected) in {None, pinned}


def test_a_signature_that_a_correction_makes_stale_is_named(run: Run, write: Write) -> None:
    root = write(files(CLAIM.replace("nobody", "Nobody")))
    assert run("-C", root, "review", "bridge", "--by", "ana").status == 0

    result = run("-C", root, "mend", "--all-safe")

    assert "note: ana signed bridge as it was; have it signed again\n" in result.out


MARKS = {"“": '"', "”": '"', "’": "'", "—": "-", "–": "-", "…": "..."}
WORDS = st.sampled_from(
    ["bridge", "it’s", "“so”", "May", "—", "–", "so…", "exam-\nple", "*very*", "ofﬁce", "é", "\n",
     "[…]", "10", "4%", "(x)", "[y]", "naïve\u00ad", "‘a’", "漢字", "«", "x:", "the"]
)  # fmt: skip


@given(st.lists(WORDS, min_size=3, max_size=12).map(" ".join), st.data())
@settings(deadline=None)
def test_a_quote_that_was_typed_gets_the_printed_marks_and_keeps_its_words(
    printed: str, data: st.DataObject
) -> None:
    typed = "".join(MARKS.get(sign, sign) if data.draw(st.booleans()) else sign for sign in printed)
    text = Text(f"Before it. {printed} After it.")
    before = locate(Quote(typed), text)

    quote = as_printed(Quote(typed), text)

    after = locate(quote, text)
    if before.fit in {Fit.NORMALIZED, Fit.ELIDED}:
        assert after.fit.passes
        assert (after.start, after.end, after.parts) == (before.start, before.end, before.parts)
        assert as_printed(quote, text) == quote
    else:
        assert quote.exact == typed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (
            'The bridge was "closed" [...] for a month. Nobody was hurt. It\'s a long way round',
            "The bridge was “closed” [...] for a month. Nobody was hurt. It’s a long way round",
        ),
        (
            'was "closed" on 3 April ... It\'s a long way',
            "was “closed” on 3 April ... It’s a long way",
        ),
        (
            'was "closed" [in the town] on 3 April - for a month',
            "was “closed” [in the town] on 3 April — for a month",
        ),
    ],
)
def test_the_parts_of_an_elided_quote_get_their_marks_too(typed: str, printed: str) -> None:
    text = Text(SOURCE)

    assert as_printed(Quote(typed), text).exact == printed
    assert locate(Quote(printed), text).fit is Fit.ELIDED
    assert as_printed(Quote(printed), text).exact == printed


def test_layout_is_not_taken_for_spelling() -> None:
    def printed(quote: str) -> str:
        return as_printed(Quote(quote), Text(SOURCE)).exact

    assert printed("The example of the café's owner") == "The example of the café's owner"
    assert printed('"We saw no work..." The example') == "“We saw no work…” The example"
    assert printed("It's a long way round, said the Daily:").endswith("said the Daily:")


def _all_of(terminal: int) -> bytes:
    """What came over a terminal whose other end is closed; it may come in pieces."""
    read = b""
    with contextlib.suppress(OSError):
        while part := os.read(terminal, 100_000):
            read += part
    return read


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
@pytest.mark.parametrize(
    ("typed", "status", "expected", "closing"),
    [
        ("y\nn\nyes\n", 1, MENDED, "2 written, 1 left, to be judged at a terminal"),
        ("n\ny\nn\n", 1, CLAIM.replace("nobody", "Nobody"), "1 written, 2 left, 2 of them safe"),
        ("?\na\na\ny\n", 0, MENDED.replace("nobody", "Nobody"), "3 written, 0 left"),
        ("q\n", 1, CLAIM, "0 written, 3 left, 2 of them safe"),
        ("\x04", 1, CLAIM, "0 written, 3 left, 2 of them safe"),
    ],
)
def test_a_person_at_a_terminal_is_asked_one_by_one(
    write: Write, forked: list[str], typed: str, status: int, expected: str, closing: str
) -> None:
    import pty  # not on Windows

    root = write(files())
    person, terminal = pty.openpty()
    os.write(person, typed.encode())
    with subprocess.Popen(
        [*forked, "mend"],
        cwd=root, stdin=terminal, stderr=terminal, stdout=subprocess.PIPE, encoding="utf-8",
    ) as process:  # fmt: skip
        out, _nothing = process.communicate(timeout=60)
    os.close(terminal)
    questions = _all_of(person).decode().replace("\r\n", "\n")
    os.close(person)

    assert process.returncode == status
    assert "(1 of 3) claims/bridge.yaml:6:10: typography\n" in questions
    assert "write it as printed? [y]es, [n]o, [a]ll that are safe, [q]uit: " in questions
    assert out.endswith(f"3 corrections: {closing}\n")
    assert (root / "claims/bridge.yaml").read_text("utf-8") == expected


def test_of_several_at_once_none_undoes_what_another_wrote(write: Write, forked: list[str]) -> None:
    items = "".join(
        f'- {{source: daily, stance: context, quote: "It\'s a long way round", rationale: r{n}}}\n'
        for n in range(12)
    )
    root = write(files(f"claim: The bridge was closed.\nevidence:\n{items}"))
    running = [
        subprocess.Popen(
            [*forked, "-C", str(root), "mend", "--all-safe"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        for _ in range(3)
    ]  # fmt: skip

    assert {process.wait(60) for process in running} <= {0, 1}

    text = (root / "claims/bridge.yaml").read_text("utf-8")
    assert text == f"claim: The bridge was closed.\nevidence:\n{items.replace(chr(39), '’')}"


@given(st.lists(st.sampled_from(["plain", "'", '"', "|-", ">-"]), min_size=1, max_size=5))
@settings(
    max_examples=settings().max_examples // 4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_mending_touches_only_the_lines_of_quotations(
    run: Run, write: Write, styles: list[str]
) -> None:
    quote = "It's a long way round, said the Daily"
    forms = {
        "plain": f"{quote}  # typed",
        "'": f"'{quote.replace(chr(39), chr(39) * 2)}'",
        '"': f'"{quote}"   # typed',
        "|-": f"|-\n      {quote}\n",
        ">-": ">-\n      It's a long\n      way round, said the Daily\n  # after",
    }
    items = "".join(
        f"  - source: daily   # {n}\n    quote: {forms[style]}\n    stance: context\n"
        for n, style in enumerate(styles)
    )
    before = f"# It's ours\nevidence:\n{items}claim: It's closed.\n"
    root = write(files(before))

    assert run("-C", root, "mend", "--all-safe").status == 0

    after = (root / "claims/bridge.yaml").read_text("utf-8")
    assert after.count("It’s") == len(styles)
    assert rest_of(after) == rest_of(before)


def rest_of(text: str) -> list[str]:
    """The lines of a file that are no quotation's."""
    quoted = ("It's a long", "It''s a long", "It’s a long", "way round")
    return [line for line in text.split("\n") if not any(words in line for words in quoted)]
