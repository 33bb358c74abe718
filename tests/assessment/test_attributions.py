"""Who speaks by what sources print, and what that does to statuses and findings."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from claimcheck import Report, assess, check, load
from support.project import TODAY

if TYPE_CHECKING:
    from pathlib import Path

PARTIES = (
    "acme: {name: Acme Ltd, aliases: [The Acme Works]}\n"
    "acme-shops: {name: Corner Shops, parent: acme}\n"
    "mayor: {name: Ada Pine}\n"
)


def report_of(folder: Path, text: str, quote: str, extra: str = "", claim: str = "") -> Report:
    """What is reported of one claim, whose quotation stands in one text."""
    for name in ("claims", "sources"):
        (folder / name).mkdir()
    (folder / "claimcheck.toml").write_text("")
    (folder / "sources/parties.yaml").write_text(PARTIES)
    (folder / "sources/daily.txt").write_text(text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    (folder / "sources/daily.yaml").write_text(
        f"title: The river\npublisher: The Elm Gazette\nfile: daily.txt\nsha256: {digest}\n"
    )
    (folder / "claims/river.yaml").write_text(
        f"claim: The river ran clean in May.\nkind: event\n{claim}evidence:\n"
        f"  - source: daily\n    stance: supports\n    quote: {quote}\n{extra}"
    )
    return check(assess(load(folder), TODAY))


def places_of(report: Report, rule: str) -> list[str]:
    return [str(finding.severity) for finding in report.findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("text", "claim", "severities"),
    [
        ("The river is clean again, Acme said on Monday.", "claimant: acme\n", ["error"]),
        ("The river is clean again, Acme said on Monday.", "", ["warning"]),
        ("The river is clean again, Ada Pine said on Monday.", "claimant: acme\n", ["warning"]),
        ("“The river is clean again,” said the Acme Works.", "interested: [acme]\n", ["error"]),
        (
            "“The river is clean again,” a Corner Shops spokesman said.",
            "claimant: acme\n",
            ["error"],
        ),
        ("“The river is clean again,” said Bo Kim.", "claimant: Bo Kim\n", ["error"]),
        ("It rained. The river is clean again. The mill is old.", "claimant: acme\n", []),
    ],
)
def test_words_of_an_interested_party_without_a_speaker_are_an_error(
    tmp_path: Path, text: str, claim: str, severities: list[str]
) -> None:
    report = report_of(tmp_path, text, "The river is clean again", claim=claim)

    assert places_of(report, "speaker-unstated") == severities


def test_a_project_that_sets_a_severity_means_all_findings_of_the_rule(tmp_path: Path) -> None:
    text = "The river is clean again, Acme said on Monday."
    report_of(tmp_path, text, "The river is clean again", claim="claimant: acme\n")
    (tmp_path / "claimcheck.toml").write_text('[rules]\nspeaker-unstated = "note"\n')

    assert places_of(check(assess(load(tmp_path), TODAY)), "speaker-unstated") == ["note"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("REPORTER: Is it?\n\nACME: The river is clean again.\n\nREPORTER: Oh.", "self-attested"),
        ("Acme Ltd: The river is clean again.", "self-attested"),
        ("REPORTER: The river is clean again.\n\nACME: It is.\n\nREPORTER: Oh.", "supported"),
        ("Ada Pine: The river is clean again.", "supported"),
        ("The river is clean again.", "supported"),
    ],
)
def test_a_passage_in_a_labelled_turn_is_its_speakers_word(
    tmp_path: Path, text: str, status: str
) -> None:
    report = report_of(tmp_path, text, "The river is clean again", claim="claimant: acme\n")

    assert report.assessment.claims[0].derivation.status == status


@pytest.mark.parametrize(
    ("text", "speaker", "differs"),
    [
        ("“The river is clean again,” said Acme on Monday.", "mayor", True),
        ("“The river is clean again,” said Acme on Monday.", "acme", False),
        ("“The river is clean again,” said Acme on Monday.", "acme-shops", False),
        ("“The river is clean again,” said Acme, quoting Ada Pine.", "mayor", False),
        ("“The river is clean again,” said Acme's engineer on Monday.", "mayor", False),
        ("“The river is clean again,” she said.", "mayor", False),
        # A short name is one, and a namesake is somebody else.
        ("“The river is clean again,” Poe told Acme.", "Kim Poe", False),
        ("“The river is clean again,” the BBC told Acme.", "BBC", False),
        ("“The river is clean again,” said Acme. A poe sang.", "Kim Poe", True),
        ("“The river is clean again,” said Ada Pine on Monday.", "Bob Pine", True),
        ("“The river is clean again,” said Pine, who is no kin of Ada Pine.", "Bob Pine", False),
        ("MS PINE: The river is clean again.\n\nACME: It is.\n\nMS PINE: Oh.", "mayor", False),
        ("ACME: The river is clean again.\n\nMS PINE: It is.\n\nACME: Oh.", "mayor", True),
        ("HOST: The river is clean again.\n\nMS PINE: It is.\n\nHOST: Oh.", "mayor", True),
        ("HOST: The river is clean again.\n\nGUEST: It is.\n\nHOST: Oh.", "mayor", False),
    ],
)
def test_a_speaker_who_is_not_the_one_that_the_source_names(
    tmp_path: Path, text: str, speaker: str, *, differs: bool
) -> None:
    report = report_of(tmp_path, text, "The river is clean again", f"    speaker: {speaker}\n")

    assert places_of(report, "speaker-differs") == ["warning"] * differs


@pytest.mark.parametrize(
    ("text", "quote", "speaker", "differs"),
    [
        # Somebody else is named beside the words, and no party of the dossier.
        ("“We shall not pay,” said Carl Dunne. Piers Gower left.", "We shall not pay", "", True),
        ("“We shall not pay,” Dunne told Piers Gower.", "We shall not pay", "", False),
        ("“We shall not pay,” he said. Carl Dunne laughed.", "We shall not pay", "", False),
        (
            "Carl Dunne said that the ferry had sunk. Piers Gower left.",
            "the ferry had sunk",
            "",
            True,
        ),
        (
            "„Wir zahlen keinen Cent“, sagte Carl Dunne. Piers Gower ging.",
            "Wir zahlen keinen",
            "",
            True,
        ),
        # A spokesperson may speak for whom the text names elsewhere.
        (
            "Acme Foods regrets it. “We are sorry,” said spokesman Carl Dunne.",
            "We are sorry",
            "Acme Foods",
            False,
        ),
        (
            "Acme Foods regrets it. “We are sorry,” the chief executive Carl Dunne said.",
            "We are sorry",
            "Acme Foods",
            False,
        ),
        # The speaker relays what another says, within what they say.
        (
            "“They keep telling us that the harbour is dead,” Piers Gower said.",
            "the harbour is dead",
            "",
            True,
        ),
        (
            "“My wife told me that the harbour is dead,” Piers Gower said.",
            "the harbour is dead",
            "",
            True,
        ),
        (
            "“I was told that the harbour is dead,” Piers Gower said.",
            "the harbour is dead",
            "",
            True,
        ),
        (
            "“I have always said that the harbour is dead,” Piers Gower said.",
            "the harbour is dead",
            "",
            False,
        ),
        (
            "“We told them that the harbour is dead,” Piers Gower said.",
            "the harbour is dead",
            "",
            False,
        ),
        (
            "“Everybody knows that the harbour is dead,” Piers Gower said.",
            "the harbour is dead",
            "",
            False,
        ),
        (
            "“Let me say that the harbour is dead,” Piers Gower said.",
            "the harbour is dead",
            "",
            False,
        ),
        (
            "HOST: Well?\n\nMR GOWER: My wife said the harbour is dead.\n\nHOST: Oh.",
            "the harbour is dead",
            "",
            True,
        ),
        (
            "HOST: Well?\n\nMR GOWER: I said the harbour is dead.\n\nHOST: Oh.",
            "the harbour is dead",
            "",
            False,
        ),
        (
            "«Me dijeron que el puerto está muerto», dijo Piers Gower.",
            "el puerto está muerto",
            "",
            True,
        ),
        ("«Creo que el puerto está muerto», dijo Piers Gower.", "el puerto está muerto", "", False),
        # Or reads out and quotes it.
        (
            "Piers Gower read out a letter by a tenant: “The roof has holes.”",
            "The roof has holes",
            "",
            True,
        ),
        (
            "Piers Gower quoted Carl Dunne: “The roof has holes.”",
            "The roof has holes",
            "Carl Dunne",
            False,
        ),
        (
            "Quoting Carl Dunne, Piers Gower told us: “The roof has holes.”",
            "The roof has holes",
            "",
            True,
        ),
        (
            "Piers Gower was quoted as saying: “The roof has holes.”",
            "The roof has holes",
            "",
            False,
        ),
        (
            "Piers Gower said his tenant Carl Dunne had told him, “The roof has holes.”",
            "The roof has holes",
            "",
            True,
        ),
        (
            "Piers Gower said his tenant Carl Dunne had told him, “The roof has holes.”",
            "The roof has holes",
            "Carl Dunne",
            False,
        ),
    ],
)
def test_a_speaker_who_does_not_speak_or_relays_another(
    tmp_path: Path, text: str, quote: str, speaker: str, *, differs: bool
) -> None:
    report = report_of(tmp_path, text, quote, f"    speaker: {speaker or 'Piers Gower'}\n")

    assert places_of(report, "speaker-differs") == ["warning"] * differs
