"""Much work asked with few bytes: each took from seven seconds to more than a hundred once."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from hostile.layout import CONFIG, TEXT, Case, Content, Sparse, project, record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LEAD = "the long part of this quote is here for all"


def cases() -> Iterator[Case]:
    """Yield every case of this kind."""
    yield from _vocabularies()
    yield from _names()
    yield from _quotations()
    yield from _sources()


def _vocabularies() -> Iterator[Case]:
    """Misspelt words in masses, each likened to all that exist."""
    allow = {f"quote-alterd{number}": "so" for number in range(4_000)}
    yield _case("allow-unknown", {"claims/c1.yaml": _claim(allow=allow)}, "quote-alterd0")
    tags = "".join(f"tg{number} = {{verdict = true}}\n" for number in range(6_000))
    yield _case(
        "require-tags",
        {
            "pyproject.toml": f"{CONFIG}[tool.claimcheck.require.tags]\n{tags}",
            "claims/c1.yaml": _claim(tags=[f"tag{number}x" for number in range(6_000)]),
        },
        "tg0",
    )
    records = {f"sources/s{number}.yaml": "title: x\n" for number in range(1_000)}
    items = [_item("the bridge is safe", source=f"sx{number}") for number in range(3_000)]
    yield _case("unknown-sources", {**records, "claims/c1.yaml": _claim(items)}, "sx0")


def _names() -> Iterator[Case]:
    """Names in masses, each compared with all others and with all parties."""
    people = [f"Person number {number} of Town {number * 7 % 1000}" for number in range(2_000)]
    items = [
        _item(TEXT[:40], speaker=f"Speaker {number} of {number * 13 % 977} City")
        for number in range(1_000)
    ]
    parties = {
        f"party-{number}": {"name": f"Company {number} Holding {number * 3 % 1000}"}
        for number in range(3_000)
    }
    claim = _claim(items, claimant="Zeta", interested=people)
    files = {"claims/c1.yaml": claim, "sources/parties.yaml": json.dumps(parties)}
    yield _case("names", files, "c1.yaml")
    blanks = "acme" + " " * 200_000 + "x"
    yield _case("blanks-in-a-name", {"claims/c1.yaml": _claim(interested=[blanks])}, "acme")


def _quotations() -> Iterator[Case]:
    """Quotations that stand nowhere, or in very many places."""
    bridge = "The bridge x- is safe for all traffic today"
    yield _quoting("blanks-in-a-source", [bridge], "The bridge x-" + "\n" * 90_000 + "! is safe")
    yield _quoting("blanks-in-a-quote", ["The bridge x-" + "\n" * 20_000 + "! is safe"], bridge)
    hyphens = "a-" * 20_000 + " the bridge is safe for all"
    item = _item("the bridge is safe for all", prefix="a-" * 5_000)
    yield _case("hyphens-in-a-prefix", {"claims/c1.yaml": _claim([item])}, "c1", text=hyphens)
    gaps = (LEAD + " " + "a b " * 300 + "\n") * 200
    quotes = [LEAD + " […] abab abab abab ab" + "ab" * number for number in range(60)]
    yield _quoting("gaps-without-end", quotes, gaps)
    quotes = ["[T]he cat " * 400 + str(number) for number in range(40)]
    yield _quoting("recased-letters", quotes, "the cat " * 50_000)
    quotes = ["ab cd " * (50 + number) + "ab c" for number in range(200)]
    yield _quoting("periodic-quotes", quotes, "ab cd " * 100_000)
    quotes = ["5 percent 5" + " percent 5" * number for number in range(300)]
    yield _quoting("numbers", quotes, "percent 5 " * 80_000)
    near = [f"w{n} w{n + 1} w{n + 2} x{n} w{n + 4}" for n in range(3_000)]
    yield _quoting("near-quotes", near, "".join(f"w{number} " for number in range(100_000)))


def _sources() -> Iterator[Case]:
    """Large documents that take no room."""
    large: dict[str, Content] = {}
    for number in range(8):
        large[f"sources/b{number}.pdf"] = Sparse(1 << 30)
        large[f"sources/b{number}.yaml"] = record(file=f"b{number}.pdf", sha=f"{number:064x}")
    yield _case("gibibytes", large, "GiB")
    yield from _records_of_one_text()


def _records_of_one_text() -> Iterator[Case]:
    """Many records that name one text, which is what they say, or is not."""
    text = "".join(
        f'The village gave {n} evenings; "we have given {n} of ours to it", she said.\n'
        for n in range(7_000)
    )
    sha = hashlib.sha256(text.encode()).hexdigest()
    for name, quote, pinned, many in (
        ("one-text-in-records", "The village gave 7 evenings", sha, 2_000),
        ("one-changed-text-in-records", "The village gave 77777 evenings", "0" * 64, 1_200),
    ):
        files: dict[str, Content] = {"sources/t.txt": text}
        for number in range(many):
            files[f"sources/r{number}.yaml"] = record(file="t.txt", sha=pinned)
        items = [_item(quote, source=f"r{number}") for number in range(many)]
        yield _case(name, {**files, "claims/c1.yaml": _claim(items)}, "t.txt")


def _case(name: str, files: Mapping[str, Content], mention: str, text: str = TEXT) -> Case:
    return Case(f"busy-{name}", 1, project({**files}, text=text), mention)


def _quoting(name: str, quotes: list[str], text: str) -> Case:
    return _case(name, {"claims/c1.yaml": claim_of(quotes)}, "c1.yaml", text)


def claim_of(quotes: list[str]) -> str:
    """A claim that rests on quotations of one source."""
    return _claim(list(map(_item, quotes)))


def _item(exact: str, *, source: str = "doc1", prefix: str = "", **more: str) -> dict[str, object]:
    quote: object = {"exact": exact, "prefix": prefix} if prefix else exact
    return {"source": source, "stance": "supports", "quote": quote, **more}


def _claim(evidence: list[dict[str, object]] | None = None, **more: object) -> str:
    """A claim in one line, as JSON is."""
    return json.dumps({"claim": "It is so.", **more, "evidence": evidence or []})
