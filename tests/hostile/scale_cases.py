"""Many of something, long ones, and chains: what costs more than its size where care is lacking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hostile.layout import QUOTE, Case, Content, claim, project, record

if TYPE_CHECKING:
    from collections.abc import Iterator

MANY = 8_000
CHAIN = 1_500
SOUND_IDS = (
    "null", "true", "no", "on", "y", "1", "1e3", "0x1", "NaN", "None", "class", "def", "a..b",
    "README", "index", "parties", "git", "a.yaml",
)  # fmt: skip
WRONG_IDS = (
    "con", "CON.x", "lpt9", "aux", "nul.x", "COM0", "conin$", "__init__", "-", "_", "~", ".", "..",
    ".git",
)  # fmt: skip
DAYS = (
    "0000-00-00", "0000-01-01", "2020-02-30", "2020-13-01", "-001-01-01", "2020-1-1",
    "10000-01-01", "２０２０-01-01", "2020-01-01T00:00:00", "12:30", "9" * 400,
)  # fmt: skip
FAR_DAYS = ("0001-01-01", "9999-12-31")


def cases() -> Iterator[Case]:
    """Yield every case of this kind."""
    numbers = range(MANY)
    keys = "".join(f"key{number}: v\n" for number in numbers)
    yield Case("many-keys", 1, project({"claims/c1.yaml": claim() + keys}), "too many", placed=True)
    listed = "x: [" + "a," * 40_000 + " " * 700_000 + "] # end\n"
    yield Case("many-values-in-a-line", 1, project({"claims/c1.yaml": claim() + listed}), "'x'")
    short = "claim: So.\nevidence:\n" + "- {source: a, stance: context, quote: b}\n" * 3_000
    yield Case("many-items", 1, project({"claims/c1.yaml": short}), "c1.yaml", placed=True)
    empty = {f"claims/empty{number}.yaml": "" for number in range(1_400)}
    yield Case("many-empty-claims", 1, project(empty), "1,400 unread", placed=True)
    for name, text in {"word": "w" * 1_000_000, "line": "many words " * 90_000}.items():
        yield Case(f"long-{name}-claim", 0, project({"claims/c1.yaml": claim(text)}))
        wrong = project({"claims/c1.yaml": claim(quote=text)})
        yield Case(f"long-{name}-quote", 1, wrong, "c1.yaml", placed=True)
    yield from _chains()
    for name in SOUND_IDS:
        yield Case(f"id-sound-{name}", 0, project({f"claims/{name}.yaml": claim()}), "2 claims")
    for name in WRONG_IDS:
        files = project({f"claims/{name}.yaml": claim()})
        yield Case(f"id-wrong-{name}", 1, files, f"claims/{name}.yaml: error[malformed-file]")
    for day in DAYS:
        for key in ("claimed_on", "as_of", "review_by"):
            files = project({"claims/c1.yaml": claim(more=f'{key}: "{day}"\n')})
            yield Case(f"day-{key}-{day[:20]}", 1, files, key, placed=True)
        dated = project({"sources/doc1.yaml": record(issued=day)})
        yield Case(f"day-issued-{day[:20]}", 1, dated, "issued", placed=True)
    for day in FAR_DAYS:
        more = f"kind: state\nclaimed_on: {day}\nas_of: {day}\nreview_by: {day}\n"
        files = project(
            {"claims/c1.yaml": claim(more=more), "sources/doc1.yaml": record(issued=day)}
        )
        yield Case(f"day-far-{day}", 0, files, everywhere=True)


def _chains() -> Iterator[Case]:
    for name, last in {"chain": "unknown", "circle": "s0"}.items():
        files: dict[str, Content | None] = {"claims/c1.yaml": claim(source="s0")}
        for number in range(CHAIN):
            origin = f"s{number + 1}" if number + 1 < CHAIN else last
            files[f"sources/s{number}.yaml"] = record(origin=origin)
        yield Case(f"origins-in-a-{name}", 1, project(files), "more than 100 steps", placed=True)
        above = {number: number + 1 for number in range(MANY)}
        if name == "circle":
            above[MANY - 1] = 0
        parties = "".join(
            f"p{each}: {{name: P{each}, parent: p{up}}}\n" for each, up in above.items()
        )
        claims = claim(quote=QUOTE, more="claimant: p0\n")
        files = {"claims/c1.yaml": claims, "sources/parties.yaml": parties}
        yield Case(f"parents-in-a-{name}", 1, project(files), "more than 100 steps", placed=True)
