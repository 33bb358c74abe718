"""The repository's own claims: they check clean, and no tampering with them does."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import shutil
from typing import TYPE_CHECKING

import pytest
import yaml

from claimcheck import assess, check, load
from claimcheck.model import Severity, Stance, Status
from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck import Report
    from support.project import CommandResult

# After the day of the last verdict.
TODAY = dt.date(2026, 12, 1)
CLAIMS = sorted((ROOT / "claims").glob("*.yaml"))
DOCUMENTS = sorted((ROOT / "seeds").glob("*.txt"))


def report_on(root: Path) -> Report:
    return check(assess(load(root), TODAY))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in ("articles", "claims", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_dossier_checks_clean() -> None:
    report = report_on(ROOT)

    assert report.findings == ()
    assert report.totals.unchecked == 0
    assert report.totals.claims >= 24


def test_every_document_and_every_stance_is_used() -> None:
    items = [item for claim in load(ROOT).claims for item in claim.evidence]

    assert {item.source for item in items} == set(load(ROOT).sources)
    assert {item.stance for item in items} == set(Stance) - {Stance.UNSET}


def test_the_article_of_this_repository_stands(
    copy: Path, run: Callable[..., CommandResult]
) -> None:
    draft = copy / "articles" / "the-e-mail-of-10-july-2020.md"
    sound = run("-C", str(copy), "article", str(draft), "--strict")
    draft.write_text(draft.read_text("utf-8").replace("sent in", "sent with"), "utf-8")

    faulty = run("-C", str(copy), "article", str(draft))

    assert (sound.status, sound.out.splitlines()[-1]) == (0, "no findings")
    assert faulty.status == 1
    assert "article-quote-altered" in faulty.out


@pytest.mark.parametrize("claim_id", ["email-sent-in-error", "servers-in-us"])
def test_what_only_the_company_says_is_self_attested(claim_id: str) -> None:
    assessed = {claim.claim.id: claim for claim in report_on(ROOT).assessment.claims}

    assert assessed[claim_id].derivation.status is Status.SELF_ATTESTED


@pytest.mark.parametrize(
    ("document", "sha256"),
    [
        ("000", "1618effb87ef811ee84b5129722a9ef5bffb0903bd1188016cfde2e796954ed9"),
        ("001", "e1e3cad11afd2638877a46f738cdd6cfca74f309a9371a7ea56f7cf2f8a49bcc"),
        ("002", "824641bf8beaba40daf588e2d3d5c6a84c0b0b1d1b51e45dd527611cefb6a13d"),
        ("003", "9ce7b6d0c2a491da6100e729c42f737683adf1a84e2dad36257856cd1eadf4d8"),
    ],
)
def test_the_documents_are_those_that_were_given(document: str, sha256: str) -> None:
    (path,) = (ROOT / "seeds").glob(f"{document}_*.txt")

    assert hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def test_each_claim_without_its_evidence_turns_the_gate_red(copy: Path) -> None:
    for claim in CLAIMS:
        written = yaml.load(claim.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - it makes texts only
        del written["evidence"]
        text = yaml.safe_dump(written, allow_unicode=True)
        (copy / "claims" / claim.name).write_text(text, "utf-8")

    errors = [each for each in report_on(copy).findings if each.severity is Severity.ERROR]

    assert {each.place.path for each in errors if each.rule == "no-evidence"} == {
        f"claims/{claim.name}" for claim in CLAIMS
    }


@pytest.mark.parametrize("where", [0.0, 0.31, 0.77, 1.0])
def test_one_changed_byte_of_each_document_turns_the_gate_red(copy: Path, where: float) -> None:
    for document in DOCUMENTS:
        data = bytearray(document.read_bytes())
        data[int(where * (len(data) - 1))] ^= 1
        (copy / "seeds" / document.name).write_bytes(data)

    errors = [each for each in report_on(copy).findings if each.severity is Severity.ERROR]

    assert {each.source for each in errors if each.rule == "source-changed"} == set(
        load(ROOT).sources
    )


def test_one_changed_word_or_digit_of_any_quote_turns_the_gate_red() -> None:
    """Alter every word of every quote in turn, and each digit, against the real documents."""
    from claimcheck.anchor import Text, passes

    dossier = load(ROOT)
    texts = {source.id: Text(source.text or "") for source in dossier.sources.values()}
    for claim in dossier.claims:
        for item in claim.evidence:
            exact = item.quote.exact
            assert passes(item.quote, texts[item.source]) is not None
            for word in re.finditer(r"\w+", exact):
                for other in ("not", word[0] + "x", word[0].swapcase(), ""):
                    if other == word[0]:
                        continue
                    altered = exact[: word.start()] + other + exact[word.end() :]
                    # Dropping a word at either end leaves a shorter, still true quotation.
                    at_an_end = word.start() == 0 or not re.search(r"\w", exact[word.end() :])
                    if not (other == "" and at_an_end):
                        assert passes(altered, texts[item.source]) is None, altered
