"""A dossier made up from a seed: the same files every time, and every quotation stands."""

from __future__ import annotations

import hashlib
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SEED = 20200710
WORDS = 8_000
SOURCE_BYTES = 20_000
RATIONALE = 60


def write_dossier(root: Path, claims: int, sources: int) -> dict[str, list[str]]:
    """Write a dossier of claims with two quotes each; return the quotes by source.

    The sources are the same however many claims there are.
    """
    chance = random.Random(SEED)
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 10))) for _ in range(WORDS)]
    for folder in ("claims", "sources"):
        (root / folder).mkdir(parents=True)
    (root / "claimcheck.toml").write_text("")
    texts = []
    for number in range(sources):
        text = _sentences(chance, words)
        texts.append(text)
        printed = "\n\n".join(" ".join(text[at : at + 5]) for at in range(0, len(text), 5)) + "\n"
        data = printed.encode()
        (root / f"sources/s{number}.txt").write_bytes(data)
        (root / f"sources/s{number}.yaml").write_text(
            f"title: Source {number}\npublisher: Paper {number % 50}\nissued: 2021-05-01\n"
            f"file: s{number}.txt\nsha256: {hashlib.sha256(data).hexdigest()}\n"
        )
    quotes: dict[str, list[str]] = {}
    for number in range(claims):
        rationale = " ".join(chance.choices(words, k=RATIONALE))
        items = ""
        for stance in ("supports", "context"):
            cited = chance.randrange(sources)
            quote = chance.choice(texts[cited])
            quotes.setdefault(f"s{cited}", []).append(quote)
            items += (
                f"  - source: s{cited}\n    stance: {stance}\n    quote: {quote}\n"
                f"    rationale: {rationale}\n"
            )
        (root / f"claims/c{number}.yaml").write_text(
            f"claim: {' '.join(chance.choices(words, k=14))} {number}\n"
            f"claimant: party {number % 100}\nkind: event\ntags: [a, b{number % 10}]\n"
            f"evidence:\n{items}"
        )
    return quotes


def _sentences(chance: random.Random, words: list[str]) -> list[str]:
    """Sentences of invented words, as many as fill a source."""
    made, size = [], 0
    while size < SOURCE_BYTES:
        sentence = " ".join(chance.choices(words, k=chance.randint(8, 22))).capitalize() + "."
        made.append(sentence)
        size += len(sentence) + 1
    return made


class Edits:
    """Edits of one claim and one source, each of them another one than those before."""

    def __init__(self, root: Path) -> None:
        self._claim = root / "claims/c1.yaml"
        self._text = root / "sources/s1.txt"
        self._record = root / "sources/s1.yaml"
        self._number = 0

    def claim(self) -> None:
        """Write one more word into a rationale."""
        self._claim.write_text(f"{self._claim.read_text().rstrip()} {self._word()}\n")

    def text(self) -> None:
        """Write one more sentence at the end of a source's text, which its record denies."""
        self._text.write_text(f"{self._text.read_text()}One more {self._word()}.\n")

    def pin(self) -> None:
        """Put the hash of the text into the record, as `claimcheck pin` does."""
        lines = self._record.read_text().splitlines()
        sha256 = hashlib.sha256(self._text.read_bytes()).hexdigest()
        self._record.write_text("\n".join((*lines[:-1], f"sha256: {sha256}", "")))

    def source(self) -> None:
        """Write one more sentence into a source, and the new hash into its record."""
        self.text()
        self.pin()

    def _word(self) -> str:
        self._number += 1
        return f"word{self._number}"
