"""Claim files, records, parties and reviews that are hostile as YAML."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from hostile.layout import QUOTE, Case, Content, Folder, Sparse, claim, project, record

if TYPE_CHECKING:
    from collections.abc import Iterator

GOOD = claim()
HEAD = "claim: x is so\nevidence:\n  - source: doc1\n    stance: supports\n    "
LAUGHS = 'a0: &a0 ["lol","lol","lol"]\n' + "".join(
    f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 10)
)
BOMBS: dict[str, str] = {
    "alias-bomb": GOOD + LAUGHS,
    "alias-bomb-as-claim": LAUGHS + GOOD.replace('claim: "', 'claim: *a9\nx: "'),
    "alias-once": GOOD.replace('claim: "', 'claim: &x "') + "note: *x\n",
    "alias-of-itself": GOOD + "x: &x [*x]\n",
    "merge-bomb": "m0: &m0 {a: b}\n"
    + "".join(f"m{i}: &m{i}\n  <<: [{','.join([f'*m{i - 1}'] * 9)}]\n" for i in range(1, 9)),
    "merge-key": GOOD + '<<: {claim: "other"}\n',
    "anchors-20k": GOOD + "".join(f"k{i}: &a{i} v\n" for i in range(20_000)),
    "tag-directives": "".join(f"%TAG !{i}! x\n" for i in range(10_000)) + "---\n" + GOOD,
    "keys-100k": GOOD + "".join(f"k{i}: v\n" for i in range(90_000)),
    "null-keys": GOOD + "x: {" + "?," * 200_000 + "}\n",
    "depth-flow-maps": GOOD + "x: " + "{a: " * 100_000 + "}" * 100_000 + "\n",
    "depth-flow-lists": GOOD + "x: " + "[" * 400_000 + "\n",
    "depth-block-lists": "- " * 30_000 + "x\n",
    "depth-keys": GOOD + "? " * 100_000 + "\n",
    "depth-17": GOOD + "x: " + "[" * 17 + "]" * 17 + "\n",
    "key-of-a-megabyte": GOOD + "k" * 900_000 + ": v\n",
    "digits-5000": GOOD.replace('claim: "', f"claim: {'9' * 5000}\nx: " + '"'),
}
DOUBLED: dict[str, str] = {
    "key-twice": GOOD + "claim: the opposite\n",
    "key-twice-quoted": GOOD + '"claim": the opposite\n',
    "key-twice-escaped": GOOD + '"cl\\x61im": the opposite\n',
    "key-twice-inside": HEAD + f"quote: {QUOTE}\n    quote: not there\n",
    "two-documents": GOOD + "---\n" + GOOD,
    "conflict": "<<<<<<< HEAD\n" + GOOD + "=======\n" + GOOD + ">>>>>>> branch\n",
}
SHAPES: dict[str, str] = {
    "empty": "",
    "only-comments": "# nothing\n",
    "list": "- a\n",
    "text": "just words\n",
    "number": "5\n",
    "null": "~\n",
    "key-int": GOOD + "1: x\n",
    "key-null": GOOD + "~: x\n",
    "key-bool": GOOD + "yes: x\n",
    "key-empty": GOOD + '"": x\n',
    "key-list": GOOD + "? [a]\n: x\n",
    "key-map": GOOD + "{a: b}: x\n",
    "no-claim": GOOD.partition("\n")[2],
    "no-evidence": GOOD.partition("\n")[0] + "\n",
    "evidence-text": "claim: x is so\nevidence: words\n",
    "evidence-map": "claim: x is so\nevidence: {source: doc1}\n",
    "evidence-of-texts": "claim: x is so\nevidence: [a, b]\n",
    "evidence-of-lists": "claim: x is so\nevidence: [[a], []]\n",
    "evidence-of-nothing": "claim: x is so\nevidence: [~, ~]\n",
    "item-without-source": "claim: x\nevidence:\n  - stance: supports\n    quote: agency said\n",
    "item-without-stance": "claim: x\nevidence:\n  - source: doc1\n    quote: the agency said\n",
    "item-without-quote": "claim: x\nevidence:\n  - source: doc1\n    stance: supports\n",
    "stance-unknown": claim(stance="Supports"),
    "quote-null": HEAD + "quote:\n",
    "quote-map": HEAD + "quote: {a: b}\n",
    "quote-exact-list": HEAD + "quote: {exact: [a]}\n",
    "quote-list": HEAD + "quote: [a, b]\n",
    "quote-bool": HEAD + "quote: yes\n",
    "quote-octal": HEAD + "quote: 017\n",
    "quote-float": HEAD + "quote: 2.50\n",
    "quote-cut-by-comment": HEAD + "quote: The unemployment rate was #1\n",
    "claim-map": GOOD.replace('claim: "', 'claim: {a: b}\nx: "'),
    "claimed-on-nonsense": claim(more="claimed_on: 2024-13-45\n"),
    "claimed-on-year-0": claim(more="claimed_on: 0000-01-01\n"),
    "claimed-on-digits": claim(more="claimed_on: ２０２４-01-01\n"),
    "review-by-list": claim(more="review_by: [2024-01-01]\n"),
    "kind-unknown": claim(more="kind: stat\n"),
    "tags-map": claim(more="tags: {a: b}\n"),
    "tags-of-lists": claim(more="tags: [[a], {b: c}]\n"),
    "verdict-text": claim(more="verdict: refuted\n"),
    "verdict-list": claim(more="verdict: [refuted]\n"),
    "verdict-status-list": claim(more="verdict: {status: [refuted], by: x, on: 2024-01-01}\n"),
    "allow-list": claim(more="allow: [quote-altered]\n"),
    "allow-without-reason": claim(more="allow: {quote-altered: }\n"),
    "id-of-another": claim(more="id: other\n"),
    "id-empty": claim(more='id: ""\n'),
}
TAGS: dict[str, str] = {
    "python-apply": '!!python/object/apply:os.system ["touch PWNED"]',
    "python-name": "!!python/name:os.system",
    "python-module": "!!python/module:os",
    "binary": "!!binary aGVsbG8=",
    "set": "!!set {a, b}",
    "omap": "!!omap [a: b]",
    "unknown": "!foo bar",
    "timestamp": "!!timestamp x",
    "int": "!!int abc",
    "float": "!!float abc",
    "str-on-map": "!!str {a: b}",
    "verbatim": "!<tag:yaml.org,2002:python/name:os.system> x",
    "percent-escape": "!%1B%5D0;x%07 y",
}
BYTES: dict[str, bytes] = {
    "nul": b"\0", "esc": b"\x1b[31m", "bell": b"\x07", "del": b"\x7f", "csi": b"\xc2\x9b31m",
    "nel": b"\xc2\x85", "line-separator": b"\xe2\x80\xa8", "noncharacter": b"\xef\xbf\xbe",
    "bad-utf8": b"\xff", "overlong": b"\xc0\xaf", "surrogate": b"\xed\xa0\x80",
    "form-feed": b"\x0c", "vertical-tab": b"\x0b", "five-byte": b"\xf8\x88\x80\x80\x80",
}  # fmt: skip
ESCAPES: dict[str, str] = {
    "lone-surrogate": "\\ud800", "surrogate-pair": "\\ud83d\\ude00", "beyond": "\\UFFFFFFFF",
    "unknown": "\\q", "esc": "\\e[31m", "nul": "\\0", "csi": "\\x9b", "bell": "\\a", "nel": "\\N",
    "line-separator": "\\L", "cut": "\\x4-",
}  # fmt: skip
FOREIGN: dict[str, bytes] = {
    "gzip": b"\x1f\x8b\x08\0\0\0\0\0\2\3" + bytes(range(200)),
    "elf": b"\x7fELF\2\1\1" + bytes(100),
    "zip": b"PK\3\4" + bytes(60),
    "html": b"<!doctype html><html><body>hi</body></html>",
    "random": hashlib.sha512(b"x").digest() * 40,
    "lfs-pointer": b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"a" * 64 + b"\n",
    "utf-16": GOOD.encode("utf-16"),
    "utf-16-be": GOOD.encode("utf-16-be"),
    "utf-32": GOOD.encode("utf-32"),
    "latin-1": GOOD.replace("was", "wäs").encode("latin-1"),
    "utf-7": GOOD.replace("percent", "pércent").encode("utf-7"),
    "only-cr": GOOD.replace("\n", "\r").encode() + b"a: b: c\r",
    "tab": GOOD.replace("    quote", "\tquote").encode(),
    "bom-inside": GOOD.encode().replace(b"claim: ", b"claim: \xef\xbb\xbf"),
}
SOUND: dict[str, str] = {
    "crlf": GOOD.replace("\n", "\r\n"),
    "bom": "\ufeff" + GOOD,
    "document-start": "---\n" + GOOD,
    "document-end": GOOD + "...\n",
    "comments": "# top\n\n" + GOOD.replace("evidence:", "# mid\nevidence:   # end") + "# tail\n",
    "block-scalar": f"claim: >-\n  Two lines\n  folded.\nevidence:\n  - source: doc1\n"
    f"    stance: supports\n    quote: |-\n      {QUOTE}\n",
    "flow-style": "claim: x is so\nevidence: "
    f'[{{source: doc1, stance: supports, quote: "{QUOTE}"}}]\n',
    "plain-scalar": HEAD + f"quote: {QUOTE}\n",
    "many-scripts": claim("日本語 — العربية café 😀", "café owners objected"),
    "quote-over-lines": claim(quote="the agency said. The unemployment rate"),
    "no-last-newline": GOOD.rstrip("\n"),
}
RECORDS: dict[str, str | bytes] = {
    "empty": "",
    "list": "- a\n",
    "text": "x\n",
    "null": "~\n",
    "nul": record() + "\0",
    "latin-1": record().encode() + "# café".encode("latin-1"),
    "bomb": LAUGHS + record(),
    "python-tag": record() + 'type: !!python/object/apply:os.system ["touch PWNED"]\n',
    "merge": record() + "<<: {a: b}\n",
    "file-list": record().replace('file: "doc1.txt"', "file: [doc1.txt]"),
    "file-map": record().replace('file: "doc1.txt"', "file: {a: b}"),
    "file-null": record().replace('file: "doc1.txt"', "file: ~"),
    "no-file": "title: A report\n",
    "sha-short": record(sha="abc"),
    "sha-list": "title: A\nfile: doc1.txt\nsha256: [a]\n",
    "sha-wrong": record(sha="0" * 64),
    "author-map": record() + "author: {a: b}\n",
    "issued-nonsense": record(issued="spring"),
    "issued-month-13": record(issued="2024-13"),
    "issued-list": record().replace('issued: "2024-01-02"', "issued: [2024]"),
    "notice-unknown": record() + "notice: retractd\n",
    "origin-self": record() + "origin: doc1\n",
    "origin-unknown": record() + "origin: nowhere\n",
    "origin-list": record() + "origin: [a]\n",
    "url-number": record() + "url: 5\n",
}
PARTIES: dict[str, str | bytes] = {
    "list": "- a\n",
    "of-texts": "acme: words\n",
    "of-lists": "acme: [a]\n",
    "parent-itself": "acme: {name: Acme, parent: acme}\n",
    "parent-circle": "".join(
        f"p{i}: {{name: Party {i}, parent: p{(i + 1) % 9}}}\n" for i in range(9)
    ),
    "twins": "acme: {name: Acme}\nacme2: {name: ACME}\n",
    "id-with-escape": '"a\\e": {name: A}\n',
    "id-path": '"../x": {name: A}\n',
    "bomb": LAUGHS,
    "binary": b"\xff\xfe\0",
}
REVIEWS: dict[str, str | bytes] = {
    "list": "- a\n",
    "of-texts": "reviews: [a, b]\n",
    "of-lists": "reviews: [[a]]\n",
    "text": "reviews: yes\n",
    "forged": "reviews:\n  - {by: a, on: 2024-01-01, fingerprint: 'sha256:0', claim: x}\n",
    "by-list": "reviews:\n  - {by: [a], on: 2024-01-01, fingerprint: x, claim: x}\n",
    "day-nonsense": "reviews:\n  - {by: a, on: never, fingerprint: x, claim: x}\n",
    "unknown-key": "review: []\n",
    "bomb": LAUGHS,
    "binary": b"\x00\xff",
}


def cases() -> Iterator[Case]:
    """Yield every case of this kind."""
    for kind, texts in (("yaml", BOMBS), ("yaml", DOUBLED), ("shape", SHAPES)):
        for name, text in texts.items():
            yield _claim_file(f"{kind}-{name}", text)
    for name, value in TAGS.items():
        yield _claim_file(f"tag-{name}", GOOD.replace('claim: "', f'claim: {value} #"'))
    for name, raw in BYTES.items():
        inside = GOOD.encode().replace(b'claim: "', b'claim: "a' + raw + b"b ")
        yield _claim_file(f"byte-{name}-inside", inside)
        yield _claim_file(f"byte-{name}-first", raw + GOOD.encode())
    for name, escape in ESCAPES.items():
        text = GOOD.replace('claim: "', f'claim: "a{escape}b ')
        yield _claim_file(f"escape-{name}", text)
    for name, raw in FOREIGN.items():
        yield _claim_file(f"foreign-{name}", raw, placed=False)
    for name, text in SOUND.items():
        yield Case(f"sound-{name}", 0, project({"claims/c1.yaml": text}))
    yield from _records()


def _records() -> Iterator[Case]:
    for folder, texts_of_folder in (("sources", RECORDS), ("reviews", REVIEWS)):
        stem = "doc1" if folder == "sources" else "c1"
        for name, content in texts_of_folder.items():
            path = f"{folder}/{stem}.yaml"
            yield Case(f"{folder}-{name}", 1, project({path: content}), stem)
    for name, content in PARTIES.items():
        path = "sources/parties.yaml"
        yield Case(f"parties-{name}", 1, project({path: content}), "parties.yaml")
    for folder in ("claims", "sources", "reviews"):
        yield from _large(folder)


def _claim_file(name: str, content: str | bytes, *, placed: bool = True) -> Case:
    return Case(name, 1, project({"claims/c1.yaml": content}), "c1.yaml", placed=placed)


def _large(folder: str) -> Iterator[Case]:
    stem = "doc1" if folder == "sources" else "c1"
    path = f"{folder}/{stem}.yaml"
    contents: dict[str, Content] = {
        "100-megabytes": Sparse(100 << 20),
        "8-gigabytes": Sparse(8 << 30),
        "a-folder": Folder(),
    }
    for name, content in contents.items():
        yield Case(f"{folder}-file-of-{name}", 1, project({path: content}), stem)
