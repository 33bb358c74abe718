"""Signing a claim as it stands, and noticing when it does not stand so any more."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import assess, load
from claimcheck.assessment.reviews import reviewers
from claimcheck.dossier.fields import FlawLog
from claimcheck.dossier.names import odd_letters
from claimcheck.dossier.review_file import fingerprint, read_reviews, write_reviews
from claimcheck.dossier.strict_yaml import read
from claimcheck.model import ClaimSnapshot, PassageSnapshot, Place, Review
from claimcheck.text.ignorable import is_blank
from support.project import TODAY, at_terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]

TEXT = "The bridge reopened on 4 May 2021. The repairs cost 2.5 million crowns.\n"
CLAIM = """\
claim: The bridge reopened in May 2021.
evidence:
  - {source: report, stance: supports, quote: The bridge reopened on 4 May 2021}
"""


@pytest.fixture
def root(write: Callable[[dict[str, str]], Path]) -> Path:
    return write(
        {
            "claims/bridge.yaml": CLAIM,
            "sources/report.yaml": "title: R\nfile: report.txt\n",
            "sources/report.txt": TEXT,
            "sources/parties.yaml": "report: {name: report}\n",
        }
    )


def sign(run: Run, root: Path, *options: str, by: str = "Ana") -> CommandResult:
    return run("review", "bridge", "--by", by, "--today", "2026-01-02", "-C", root, *options)


def stale(run: Run, root: Path) -> str:
    result = run("check", "-C", root, "--format", "concise")
    lines = [line for line in result.out.splitlines() if "review-stale" in line]
    return "\n".join(lines)


def test_a_signature_is_recorded_with_what_was_signed(run: Run, root: Path) -> None:
    result = sign(run, root)

    assert (result.status, result.out) == (
        0,
        "signed bridge as it stands, by Ana, in reviews/bridge.yaml\n",
    )
    (review,) = load(root).reviews["bridge"]
    assert (review.by, str(review.on)) == ("Ana", "2026-01-02")
    assert review.snapshot.passages[0].passage == "The bridge reopened on 4 May 2021"


def test_the_fingerprint_is_that_of_the_published_canonical_json(run: Run, root: Path) -> None:
    sign(run, root)
    (review,) = load(root).reviews["bridge"]

    value = {
        "claim": "The bridge reopened in May 2021.",
        "kind": "event",
        "passages": [
            {
                "after": ". The repairs cost 2.5 million crowns.",
                "chain": "report",
                "document": "R",
                "outlet": "report (report)",
                "passage": "The bridge reopened on 4 May 2021",
                "quote": "The bridge reopened on 4 May 2021",
                "source": "report",
                "stance": "supports",
                "standing": "independent",
                "voice": "report (report)",
            }
        ],
        "status": "supported",
        "version": 2,
    }
    canonical = json.dumps(value, separators=(",", ":"))
    assert review.fingerprint == "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()


def test_several_people_sign_one_claim(run: Run, root: Path) -> None:
    sign(run, root, by="Ben")
    sign(run, root, by="Ana")

    assessment = assess(load(root), TODAY)
    assert reviewers(assessment.claims[0], assessment.dossier) == ("Ana", "Ben")


def test_one_person_signs_once_however_the_name_is_spelt(run: Run, root: Path) -> None:
    sign(run, root, by="Ana")
    result = sign(run, root, by=" ANA ")

    assert result.out == "ANA has signed this claim as it stands, on 2026-01-02; nothing to do\n"


def test_signing_twice_changes_nothing(run: Run, root: Path) -> None:
    sign(run, root)
    before = (root / "reviews" / "bridge.yaml").read_bytes()

    result = sign(run, root)

    assert result.out == "Ana has signed this claim as it stands, on 2026-01-02; nothing to do\n"
    assert (root / "reviews" / "bridge.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("file", "before", "after", "what"),
    [
        ("claims/bridge.yaml", "in May", "in June", "the claim's words"),
        ("claims/bridge.yaml", "supports", "context", "the claim's status and 1 more"),
        ("sources/report.txt", "4 May", "4  May", ""),
        (
            "sources/report.txt",
            "bridge reopened",
            "bridge re\u00adopened",
            "the passage from report",
        ),
        (
            "claims/bridge.yaml",
            "quote: The bridge reopened on 4 May 2021",
            "quote: The repairs cost 2.5 million crowns",
            "the words quoted from the passage from report",
        ),
        ("sources/report.txt", ". The", "? The", "what comes after the passage from report"),
        (
            "sources/report.txt",
            "The bridge",
            "CORRECTION: we wrote that The bridge",
            "what comes before the passage from report",
        ),
        (
            "claims/bridge.yaml",
            "claim: ",
            "claimant: report\nclaim: ",
            "the claim's status and 2 more",
        ),
        ("claims/bridge.yaml", "claim: ", "interested: [town]\nclaim: ", "the interested parties"),
        ("claims/bridge.yaml", "claim: ", "kind: state\nclaim: ", "the claim's kind"),
        (
            "claims/bridge.yaml",
            "claim: ",
            "as_of: 2021-05-05\nclaim: ",
            "the day for which it is claimed",
        ),
        (
            "claims/bridge.yaml",
            "claim: ",
            "verdict: {status: supported, by: ana, on: 2026-01-01}\nclaim: ",
            "the verdict",
        ),
        (
            "claims/bridge.yaml",
            "stance",
            "speaker: town, stance",
            "the speaker of the passage from report",
        ),
        (
            "claims/bridge.yaml",
            "stance",
            "rationale: So it says, stance",
            "the rationale of the passage from report",
        ),
        (
            "claims/bridge.yaml",
            "stance",
            "by: act, stance",
            "what makes the word of the passage from report count",
        ),
        (
            "sources/report.yaml",
            "title: R",
            "title: R\npublisher: Daily",
            "whose word the passage from report is and 1 more",
        ),
        (
            "sources/report.yaml",
            "title: R",
            "title: R\norigin: unknown",
            "whose word the passage from report is and 1 more",
        ),
        (
            "sources/report.yaml",
            "title: R",
            "title: R\nnotice: corrected",
            "the record of the document of the passage from report",
        ),
        (
            "sources/report.yaml",
            "title: R",
            "title: R\nissued: 2021-05-05",
            "the record of the document of the passage from report",
        ),
        (
            "sources/parties.yaml",
            "report: {name: report}",
            "report: {name: report, parent: town}\ntown: {name: Town}",
            "whose word the passage from report is",
        ),
        (
            "sources/parties.yaml",
            "{name: report}",
            "{name: The Institute}",
            "whose word the passage from report is and 1 more",
        ),
    ],
)
def test_a_change_is_noticed_and_named(
    run: Run, root: Path, file: str, before: str, after: str, what: str
) -> None:
    sign(run, root)
    path = root / file
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")

    result = stale(run, root)

    place = "reviews/bridge.yaml:3:9: warning[review-stale]"
    changed = f"{place} claim 'bridge' is not what Ana signed on 2026-01-02: changed since: {what}"
    assert result == (changed if what else "")


def test_what_bears_on_nothing_that_was_signed_is_not_noticed(run: Run, root: Path) -> None:
    sign(run, root)
    path = root / "sources" / "report.txt"
    path.write_text("A headline.\n\n" + path.read_text())
    path = root / "claims" / "bridge.yaml"
    path.write_text("# a comment\ntags: [roads]\n" + path.read_text())

    assert stale(run, root) == ""


def test_signing_again_shows_both_sides_and_asks(run: Run, root: Path) -> None:
    sign(run, root)
    path = root / "claims" / "bridge.yaml"
    path.write_text(path.read_text().replace("in May", "in June"))

    refused = sign(run, root)
    accepted = sign(run, root, "--again")

    assert refused.status == 1
    assert refused.out == (
        "changed since Ana signed on 2026-01-02:\n"
        "  the claim's words\n"
        "  - The bridge reopened in May 2021.\n"
        "  + The bridge reopened in June 2021.\n"
        "\n"
        "once you have read this, sign the claim as it is now with --again\n"
    )
    assert accepted.status == 0
    assert stale(run, root) == ""


def test_an_edited_record_of_a_review_is_noticed(run: Run, root: Path) -> None:
    sign(run, root)
    for path in (root / "claims" / "bridge.yaml", root / "reviews" / "bridge.yaml"):
        path.write_text(path.read_text().replace("in May", "in June"))

    assert stale(run, root).endswith("the record of the review itself, which was edited")


def test_a_claim_whose_quotes_do_not_stand_cannot_be_signed(run: Run, root: Path) -> None:
    (root / "sources" / "report.txt").write_text("Nothing of it.\n")

    result = sign(run, root)

    assert result.status == 2
    assert not (root / "reviews").exists()


TEXTS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1).filter(
    lambda text: not is_blank(text)
)


@given(
    TEXTS.filter(lambda text: not odd_letters(text)),
    TEXTS.filter(lambda text: text not in {"~", "null"}),
    st.lists(TEXTS, max_size=3),
)
def test_what_is_written_is_read_back(by: str, claim: str, quotes: list[str]) -> None:
    passages = tuple(PassageSnapshot("s", "supports", quote, quote) for quote in quotes)
    signed = ClaimSnapshot(claim, passages)
    review = Review(by, TODAY, fingerprint(signed), signed, Place("r.yaml", 3, 9))
    flaws = FlawLog("r.yaml")

    assert read_reviews(read(write_reviews([review]).encode()), flaws) == (review,)
    assert flaws.flaws == []


@pytest.mark.parametrize("twin", ["\u0410lice", "Alice\u200b"])
def test_nobody_signs_with_letters_that_only_look_right(run: Run, root: Path, twin: str) -> None:
    result = run("review", "bridge", "--by", twin, "-C", str(root))

    assert result.status == 2
    assert "not all of its letters are what they look like" in result.err


def test_one_reviewer_is_not_two_by_a_letter(run: Run, root: Path) -> None:
    run("review", "bridge", "--by", "Alice", "-C", str(root))
    reviews = root / "reviews/bridge.yaml"
    text = reviews.read_text("utf-8")
    twin = text[text.index("  - by:") :].replace("Alice", "\u0410lice")
    reviews.write_text(text + twin, "utf-8")
    assessment = assess(load(root), TODAY)

    assert len(reviewers(assessment.claims[0], assessment.dossier)) == 1
    assert any("U+0410" in flaw.message for flaw in assessment.dossier.flaws)


def test_a_claim_that_cites_nothing_cannot_be_signed(run: Run, root: Path) -> None:
    (root / "claims/bridge.yaml").write_text("claim: The bridge is safe.\n")

    assert "it cites no source\n  help: claimcheck link bridge SOURCE" in sign(run, root).err


def test_a_draft_cannot_be_signed(run: Run, root: Path) -> None:
    (root / "claims/bridge.yaml").write_text(CLAIM.replace("supports", "unset"))

    result = sign(run, root)

    assert result.status == 2
    assert "nobody has judged 1 passage of it" in result.err


LONG = "The bridge reopened on 4 May 2021, a warm day, after repairs, though not to lorries.\n"
OMITTING = """\
claim: The bridge reopened in May 2021.
evidence:
  - {source: report, stance: supports, quote: "The bridge […] after repairs"}
"""


@pytest.fixture
def omitting(write: Callable[[dict[str, str]], Path]) -> Path:
    return write(
        {
            "claims/bridge.yaml": OMITTING,
            "claims/day.yaml": OMITTING.replace("[…] after repairs", "[…] a warm day"),
            "sources/report.yaml": "title: R\nfile: report.txt\n",
            "sources/report.txt": LONG,
            "sources/parties.yaml": "report: {name: report}\n",
        }
    )


def totals(run: Run, root: Path) -> tuple[int, int]:
    counts = json.loads(run("check", "-C", root, "--format", "json").out)["totals"]
    return counts["omissions"], counts["signed_omissions"]


def test_omissions_are_counted_with_those_that_somebody_has_signed(
    run: Run, omitting: Path
) -> None:
    assert totals(run, omitting) == (2, 0)
    sign(run, omitting)
    assert totals(run, omitting) == (2, 1)

    for name in ("terminal", "concise", "github", "markdown"):
        out = " ".join(run("check", "-C", omitting, "--format", name).out.split())
        assert "; 2 omissions, 1 signed" in out


def test_a_signature_holds_only_for_the_words_that_were_left_out(run: Run, omitting: Path) -> None:
    sign(run, omitting)
    text = LONG.replace("a warm day", "a cold day")
    (omitting / "sources/report.txt").write_text(text, "utf-8")

    assert totals(run, omitting) == (1, 0)  # the other quotation is not there any more
    assert "the passage from report" in stale(run, omitting)


def test_where_nothing_is_left_out_no_omissions_are_counted(run: Run, root: Path) -> None:
    assert totals(run, root) == (0, 0)
    assert "omission" not in run("check", "-C", root).out


def test_an_omission_that_is_asked_about_is_not_counted_with_the_silent_ones(
    run: Run, omitting: Path
) -> None:
    text = LONG.replace("a warm day", "although a day too late")
    (omitting / "sources/report.txt").write_text(text, "utf-8")
    (omitting / "claims/day.yaml").unlink()
    claim = OMITTING
    (omitting / "claims/bridge.yaml").write_text(claim, "utf-8")

    assert "quote-elided" in run("check", "-C", omitting).out
    assert totals(run, omitting) == (0, 0)


def test_whoever_signs_is_shown_what_is_left_out_and_put_in(run: Run, omitting: Path) -> None:
    claim = OMITTING.replace("The bridge […]", "[The mill] reopened on 4 May 2021, […]")
    text = LONG.replace("The bridge", "The mill burned down. It")
    (omitting / "sources/report.txt").write_text(text, "utf-8")
    (omitting / "claims/day.yaml").unlink()
    (omitting / "claims/bridge.yaml").write_text(claim, "utf-8")
    result = sign(run, omitting)

    assert result.status == 0, result.err
    lines = " ".join(result.out.split())
    assert "evidence 1: left out by the writer: “a warm day,”" in lines
    assert "evidence 1: inserted by the writer: [The mill] ← “It”" in lines
    assert lines.index("“It”") < lines.index("signed bridge as it stands")
    again = sign(run, omitting)
    assert "nothing to do" in again.out
    assert "left out" not in again.out


@pytest.mark.parametrize(
    ("typed", "status", "answer"),
    [
        ("y\n", 0, "signed bridge as it stands, by Ana, in reviews/bridge.yaml\n"),
        ("n\n", 1, "nothing was signed\n"),
        ("", 1, "nothing was signed\n"),
    ],
)
def test_at_a_terminal_nobody_signs_before_what_is_left_out_was_shown(
    run: Run, omitting: Path, monkeypatch: pytest.MonkeyPatch, typed: str, status: int, answer: str
) -> None:
    prompts = at_terminal(monkeypatch, typed)
    result = sign(run, omitting)

    assert (result.status, result.out) == (status, answer)
    assert "left out by the writer: “reopened on 4 May 2021, a warm day,”" in prompts.getvalue()
    assert prompts.getvalue().endswith("Sign bridge with this? [y/N] ")
    assert (omitting / "reviews/bridge.yaml").exists() == (status == 0)


def test_a_rehearsal_shows_what_is_left_out_and_asks_nothing(
    run: Run, omitting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompts = at_terminal(monkeypatch, "")
    result = sign(run, omitting, "--dry-run")

    assert result.status == 0
    assert result.out.startswith("  evidence 1: left out by the writer: “reopened on 4 May")
    assert prompts.getvalue() == ""
    assert not (omitting / "reviews").exists()


def test_where_nothing_is_left_out_nothing_is_asked(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompts = at_terminal(monkeypatch, "")

    assert sign(run, root).status == 0
    assert prompts.getvalue() == ""


def test_a_project_can_ask_for_signatures_of_all_omissions(run: Run, omitting: Path) -> None:
    (omitting / "claimcheck.toml").write_text("require = {signed_omissions = true}\n", "utf-8")
    (omitting / "claims/day.yaml").unlink()
    result = run("check", "-C", omitting)
    missing = "a current review of what its quotations leave out (1 omission)"
    assert result.status == 1
    assert missing in " ".join(result.out.split())

    sign(run, omitting)
    assert run("check", "-C", omitting).status == 0


def test_claims_that_leave_nothing_out_need_no_signature(run: Run, root: Path) -> None:
    (root / "claimcheck.toml").write_text("require = {signed_omissions = true}\n", "utf-8")

    assert run("check", "-C", root).status == 0
