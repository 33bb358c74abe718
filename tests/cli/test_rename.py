"""A new id, wherever the old one is named: what held holds, and nothing else changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from support.documents import docx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]

TEXT = "The bridge reopened on Monday, the council said. Nobody was hurt in the storm.\n"
COPY = "From the Gazette. The bridge reopened on Monday, the council said.\n"
FILES = {
    "claimcheck.toml": 'articles = ["articles/*"]\n[rules]\nunreviewed = "warning"\n',
    "sources/gazette.txt": TEXT,
    "sources/gazette.yaml": "id: gazette\ntitle: Gazette\npublisher: Gazette\nfile: gazette.txt\n",
    "sources/paper.txt": COPY,
    "sources/paper.yaml": (
        "title: Paper\npublisher: Paper\norigin: gazette  # word for word\nfile: paper.txt\n"
    ),
    "sources/parties.yaml": "council: {name: Elm Council}\n",
    "claims/bridge.yaml": (
        "# bridge: for the desk.\nid: bridge\nclaim: The bridge is open.  # since Monday\n"
        "kind: state\nas_of: 2021-05-01\nevidence:\n"
        "  - {source: gazette, stance: supports, quote: The bridge reopened on Monday, "
        "speaker: council}\n"
        "  - source: 'paper'\n    stance: supports\n    quote: The bridge reopened on Tuesday\n"
        "    speaker: council\n"
    ),
    "claims/storm.yaml": (
        "claim: The storm was weak.\nrests_on: [bridge]\nkind: event\nevidence:\n"
        "  - source: paper\n    stance: supports\n    quote: The bridge reopened on Monday\n"
        "    speaker: council\n"
    ),
    "articles/note.md": (
        "# A note\n\nThe bridge is open.[^1] It said “Nobody was hurt”.[^2] Nobody doubts it "
        "[@bridge; @gazette, p. 1]. The code `claim:bridge` is text, and so is "
        "[this](http://example.org/@bridge), a bridge.\n\n"
        '[^1]: claim:bridge\n[^2]: source:gazette "Nobody was hurt", and claim: bridge'
        "; Claim:bridge\n"
    ),
    "articles/page.html": (
        '<p>The bridge is open.<a href="#fn1">1</a></p>\r\n<p id="fn1">claim:bridge</p>\r\n'
    ),
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "dossier"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
    monkeypatch.chdir(root)
    return root


def files(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_signatures_below_the_folder_of_reviews_follow_their_claim(run: Run, root: Path) -> None:
    quoted = "quote: The bridge reopened on Monday"
    claim = (root / "claims/bridge.yaml").read_text()
    (root / "claims/bridge.yaml").write_text(claim.replace(f"{quoted[:-6]}Tuesday", quoted))
    for name in ("bridge", "storm"):
        assert run("review", name, "--by", "Ana").status == 0
        (root / "reviews" / "2021").mkdir(exist_ok=True)
        (root / f"reviews/{name}.yaml").rename(root / f"reviews/2021/{name}.yaml")

    assert run("review", "bridge", "--by", "Bo").status == 0
    assert run("rename", "bridge", "2021-bridge").status == 0

    reviews = {name: text for name, text in files(root).items() if name.startswith("reviews/")}
    assert set(reviews) == {"reviews/2021/2021-bridge.yaml", "reviews/2021/storm.yaml"}
    assert '"Bo"' in reviews["reviews/2021/2021-bridge.yaml"]
    assert not [finding for finding in findings(run) if finding[0] == "review-stale"]
    run("rm", "2021-bridge", "--force")
    assert [name for name in files(root) if name.startswith("reviews/")] == [
        "reviews/2021/storm.yaml"
    ]


def findings(run: Run) -> list[tuple[str, ...]]:
    """What every rule says, beside the ids."""
    report = json.loads(run("check", "--format", "json", "--today", "2021-05-02").out)
    return sorted(
        (finding["rule"], str(finding["place"]["line"]), finding["severity"])
        for finding in report["findings"]
    )


def test_a_claim_is_named_by_its_new_id_everywhere(run: Run, root: Path) -> None:
    before, earlier = files(root), findings(run)

    assert run("rename", "bridge", "elm-bridge").status == 0

    after = files(root)
    assert before.keys() - after.keys() == {"claims/bridge.yaml"}
    assert after.keys() - before.keys() == {"claims/elm-bridge.yaml"}
    assert after["claims/elm-bridge.yaml"] == before["claims/bridge.yaml"].replace(
        "id: bridge", "id: elm-bridge"
    )
    assert "rests_on: [elm-bridge]" in after["claims/storm.yaml"]
    assert after["articles/note.md"] == before["articles/note.md"].replace(
        "[^1]: claim:bridge", "[^1]: claim:elm-bridge"
    ).replace("claim: bridge; Claim:bridge", "claim: elm-bridge; Claim:elm-bridge").replace(
        "[@bridge;", "[@elm-bridge;"
    )
    assert after["articles/page.html"] == before["articles/page.html"].replace(
        "claim:bridge", "claim:elm-bridge"
    )
    assert findings(run) == earlier


def test_a_source_is_named_by_its_new_id_everywhere(run: Run, root: Path) -> None:
    before, earlier = files(root), findings(run)

    assert run("source", "rename", "gazette", "elm-gazette").status == 0

    after = files(root)
    assert after["sources/elm-gazette.yaml"] == before["sources/gazette.yaml"].replace(
        "id: gazette", "id: elm-gazette"
    )
    assert "origin: elm-gazette  # word for word" in after["sources/paper.yaml"]
    assert "{source: elm-gazette, stance" in after["claims/bridge.yaml"]
    assert after["articles/note.md"] == before["articles/note.md"].replace(
        "source:gazette", "source:elm-gazette"
    ).replace("@gazette", "@elm-gazette")
    assert after["sources/gazette.txt"] == TEXT
    assert findings(run) == earlier


def test_a_signature_that_held_holds_and_one_that_did_not_does_not(run: Run, root: Path) -> None:
    claim = root / "claims" / "bridge.yaml"
    claim.write_text(claim.read_text().replace("Tuesday", "Monday"))
    for name in ("bridge", "storm"):
        assert run("review", name, "--by", "Ana").status == 0
    storm = root / "claims" / "storm.yaml"
    storm.write_text(storm.read_text().replace("was weak", "was mild"))
    assert run("review", "storm", "--by", "Bo").status == 0

    for arguments in (
        ("rename", "bridge", "elm-bridge"),
        ("source", "rename", "gazette", "elm-gazette"),
        ("source", "rename", "paper", "elm-paper"),
    ):
        assert run(*arguments).status == 0

    signed = [
        line.partition("signed")[2].strip()
        for name in ("elm-bridge", "storm")
        for line in run("show", name).out.splitlines()
        if "signed" in line
    ]
    checked = run("check", "--today", "2021-05-02").out
    assert len(signed) >= 3
    assert checked.count("review-stale") == 1
    assert "Ana" in checked
    review = files(root)["reviews/storm.yaml"]
    assert 'rests_on: "elm-bridge"' in review
    assert 'source: "elm-paper"' in review
    assert '"elm-paper < elm-gazette"' in review
    assert "bridge.yaml" not in files(root)["reviews/elm-bridge.yaml"].replace("elm-bridge", "")


@pytest.mark.parametrize(
    "arguments",
    [("rename", "bridge", "elm-bridge"), ("source", "rename", "paper", "elm-paper"),
     ("source", "rename", "gazette", "elm-gazette")],
)  # fmt: skip
def test_a_baseline_accepts_what_it_accepted(
    run: Run, root: Path, arguments: tuple[str, ...]
) -> None:
    assert run("baseline").status == 0
    accepted = json.loads(files(root)["claimcheck-baseline.json"])["findings"]
    assert any(each["rule"] == "quote-altered" for each in accepted)
    before = run("check", "--format", "json").out

    assert run(*arguments).status == 0

    renamed = json.loads(files(root)["claimcheck-baseline.json"])["findings"]
    assert [each["rule"] for each in renamed] == [each["rule"] for each in accepted]
    old = arguments[-2]
    assert not any(f"'{old}'" in each["message"] for each in renamed)
    after = run("check", "--format", "json").out
    rules = [
        [finding["rule"] for finding in json.loads(result)["findings"]]
        for result in (before, after)
    ]
    assert rules[0] == rules[1]
    assert "baseline-unused" not in rules[1]


def test_an_article_that_is_no_text_is_told(run: Run, root: Path) -> None:
    article = root / "articles" / "old.docx"
    article.write_bytes(docx("<w:p><w:r><w:t>Open [@bridge], they say.</w:t></w:r></w:p>"))

    result = run("rename", "bridge", "elm-bridge")

    assert result.status == 0
    assert result.err == (
        "articles/old.docx: names the old id, and is not edited here: change it in its program\n"
    )
    assert "article-citation-unknown" in run("check").out


def test_signatures_of_another_claim_are_not_taken_over(run: Run, root: Path) -> None:
    claim = root / "claims" / "bridge.yaml"
    claim.write_text(claim.read_text().replace("Tuesday", "Monday"))
    assert run("review", "bridge", "--by", "Ana").status == 0
    (root / "reviews" / "old.yaml").write_text("reviews: []\n")
    before = files(root)

    refused = run("rename", "bridge", "old")

    assert refused.status == 2
    assert "signatures of another claim" in refused.err
    assert files(root) == before


def test_its_own_id_changes_nothing(run: Run, root: Path) -> None:
    before = files(root)
    assert run("rename", "bridge", "bridge").out == "nothing to change\n"
    assert run("source", "rename", "paper", "paper").out == "nothing to change\n"
    assert files(root) == before


def test_a_renaming_is_taken_back_whole(run: Run, root: Path) -> None:
    assert run("baseline").status == 0
    before = files(root)
    assert run("rename", "bridge", "elm-bridge").status == 0
    assert files(root) != before
    assert run("undo").status == 0
    assert files(root) == before
