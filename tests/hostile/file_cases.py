"""Names, links and things that are no plain files."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

from hostile.layout import (
    CANARY,
    MARK,
    QUOTE,
    TEXT,
    Case,
    Content,
    Folder,
    Link,
    Pipe,
    Socket,
    Sparse,
    claim,
    project,
    record,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

WRONG = claim(quote="these words stand nowhere in the document")
PATHS: dict[str, str] = {
    "up": "../../outside/secret.txt", "up-deep": "sub/../../../outside/secret.txt",
    "passwd-up": "../" * 12 + "etc/passwd", "passwd": "/etc/passwd",
    "drive": "C:\\Windows\\win.ini",
    "drive-slash": "C:/Windows/win.ini", "drive-relative": "C:x.txt",
    "share": "\\\\127.0.0.1\\s\\x",
    "share-slash": "//127.0.0.1/share/x", "file-url": "file:///etc/passwd",
    "http-url": "http://127.0.0.1:9/x", "home": "~/.ssh/id_rsa", "variable": "$HOME/.profile",
    "percent": "%2e%2e/outside/secret.txt", "backslash-up": "..\\..\\outside\\secret.txt",
    "fullwidth-dots": "．．/outside/secret.txt", "con": "CON", "nul-device": "nul.txt",
    "com-superscript": "com¹.txt", "stream": "doc1.txt:evil", "last-dot": "doc1.txt.",
    "last-blank": "doc1.txt ", "empty": "", "dot": ".", "dots": "..", "slash": "/", "folder": "sub",
    "last-slash": "doc1.txt/", "double-slash": "sub//doc1.txt", "nul-byte": "doc1.txt\0.png",
    "newline": "doc1\n.txt", "esc": "doc1\x1b[31m.txt", "bidi": "doc1\u202etxt.exe",
    "zero-width": "doc\u200b1.txt", "long": "x" * 5000, "long-name": "x" * 300,
    "many-parts": "x/" * 3000 + "y", "git": "../.git/config", "git-short": "GIT~1/config",
    "zero": "/dev/zero", "stdin": "/dev/stdin", "environ": "/proc/self/environ", "glob": "*.txt",
    "missing": "no-such-file.txt", "nfd": unicodedata.normalize("NFD", "café.txt"),
    "annotation": "::error::x", "surrogate-escape": "doc\udcff.txt",
}  # fmt: skip
CITED: dict[str, str] = {
    "unknown": "nope", "up": "../outside/secret", "absolute": "/etc/passwd", "glob": "*",
    "newline": "doc1\n", "blank": " doc1", "case": "DOC1", "nul": "doc1\0",
    "esc": "doc1\x1b]0;x\x07", "url": "http://127.0.0.1:9/", "long": "d" * 100_000,
    "homoglyph": "dоc1", "zero-width": "doc1\u200b", "fullwidth": "ｄoc1",
}  # fmt: skip
IDS: dict[str, str] = {
    "slash": "a/b", "up": "../../x", "absolute": "/var/x", "dot": ".",
    "con": "CON",
    "blank": "a b", "newline": "a\nb", "nul": "a\0b", "long": "x" * 300, "html": '"><b>',
    "option": "--help", "hidden": ".hidden", "esc": "a\x1b[31m", "bidi": "a\u202eb",
    "zero-width": "c1\u200b", "percent": "a%2e", "backslash": "a\\b", "colon": "a:b",
    "homoglyph": "с1",
}  # fmt: skip
STRAY_NAMES: dict[str, str] = {
    "upper-suffix": "C2.YAML", "yml": "c2.yml", "upper-yml": "C2.Yml", "blank": "c 2.yaml",
    "option": "-rf.yaml", "umlaut": "über.yaml", "nfd": "u\u0308ber.yaml", "con": "con.yaml",
    "con-dotted": "con.x.yaml", "hidden": ".c2.yaml", "long": "x" * 120 + ".yaml",
    "homoglyph": "с1.yaml", "zero-width": "c1\u200b.yaml", "bidi": "c\u202elmay.yaml",
    "newline": "c\n2.yaml", "esc": "c\x1b[31m.yaml", "annotation": "::error::c.yaml",
    "workflow-newline": f"c\n::error::{MARK}.yaml", "html": "<b>.yaml", "bytes": "c\udcff.yaml",
    "markup": "[red]c[/].yaml", "colon": "c:1:2.yaml", "backslash": "c\\2.yaml",
    "percent": "c%0A2.yaml",
}  # fmt: skip
LIKE_YAML: dict[str, str] = {
    "kept-copy": "c2.yaml.bak", "copy": "c2.yaml (copy)", "cyrillic": "c2.yаml",
    "blank-behind": "c2.yaml ", "unseen-behind": "c2.yaml\u200b", "look-alike": "c2.yamI",
    "full-width": "c2.ｙaml", "slip": "c2.ymal", "short": "c2.yam", "full-width-dot": "c2．yml",
}  # fmt: skip
DEBRIS = (".#c2.yaml", "._c2.yaml", "c2.yaml~", "c2.yaml.swp", ".c2.yaml.swp", ".c1.yaml.x.tmp")
TWINS: dict[str, tuple[str, str]] = {
    "case": ("claims/bridge.yaml", "claims/Bridge.yaml"),
    "folders": ("claims/a/bridge.yaml", "claims/b/bridge.yaml"),
    "folders-and-case": ("claims/a/bridge.yaml", "claims/b/BRIDGE.yaml"),
    "nfc-nfd": ("claims/café.yaml", "claims/cafe\u0301.yaml"),
    "sources": ("sources/a/doc9.yaml", "sources/b/Doc9.yaml"),
    "reviews": ("reviews/a/c1.yaml", "reviews/b/C1.yaml"),
}
OUTSIDE = "../../outside/"
SOURCE_LINKS: dict[str, str] = {
    "outside": OUTSIDE + "secret.txt", "passwd": "/etc/passwd", "dangling": "nowhere.txt",
    "itself": "doc1.txt", "zero": "/dev/zero", "pipe": OUTSIDE + "pipe",
    "environ": "/proc/self/environ", "inside": "real.txt",
}  # fmt: skip
SPECIAL: dict[str, dict[str, Content | None]] = {
    "link-claim": {"claims/c2.yaml": Link(OUTSIDE + "secret.yaml")},
    "link-claim-inside": {"claims/c2.yaml": Link("c1.yaml")},
    "link-claims-folder": {"claims/more": Link(OUTSIDE + "claims")},
    "link-claims-loop": {"claims/loop": Link("."), "claims/up": Link("..")},
    "link-to-itself": {"claims/a.yaml": Link("a.yaml")},
    "link-record": {"sources/doc1.yaml": Link(OUTSIDE + "secret.yaml")},
    "link-parties": {"sources/parties.yaml": Link(OUTSIDE + "secret.yaml")},
    "link-sources-folder": {"sources/more": Link(OUTSIDE)},
    "link-review": {"reviews/c1.yaml": Link(OUTSIDE + "secret.yaml")},
    "link-reviews-root": {"reviews": Link("../outside/claims")},
    "pipe-claim": {"claims/c2.yaml": Pipe()},
    "pipe-source": {"sources/doc1.txt": Pipe()},
    "pipe-record": {"sources/doc1.yaml": Pipe()},
    "pipe-parties": {"sources/parties.yaml": Pipe()},
    "pipe-review": {"reviews/c1.yaml": Pipe()},
    "socket-claim": {"claims/c2.yaml": Socket()},
    "socket-source": {"sources/doc1.txt": Socket()},
    "folder-claim": {"claims/c2.yaml": Folder()},
    "folder-record": {"sources/doc1.yaml": Folder()},
    "folder-source": {"sources/doc1.txt": Folder()},
    "source-of-20-gigabytes": {"sources/doc1.txt": Sparse(20 << 30)},
    "source-of-2-gigabytes": {"sources/doc1.txt": Sparse(2 << 30)},
    "source-of-100-megabytes": {"sources/doc1.txt": Sparse(100 << 20)},
    "source-missing": {"sources/doc1.txt": None},
    "record-missing": {"sources/doc1.yaml": None},
    "deep-folders": {"claims/" + "d/" * 40 + "c2.yaml": WRONG},
}
SHADOWS = (
    "sitecustomize.py", "usercustomize.py", "yaml.py", "claimcheck.py", "rich.py", "typer.py",
    "conftest.py", "claimcheck/__init__.py", "claims/plugin.py", "sources/rule.py", "x.pth", ".env",
    "setup.py", "src/claimcheck/rules/evil.py", ".claimcheck/cache.db",
    ".claimcheck_cache/x.sqlite",
)  # fmt: skip


def cases() -> Iterator[Case]:
    """Yield every case of this kind."""
    for name, path in PATHS.items():
        files = project({"sources/doc1.yaml": record(file=path), "sources/sub/keep.txt": "x"})
        yield Case(f"path-{name}", 1, files, "doc1", CANARY)
    for name, source in CITED.items():
        yield Case(f"cited-{name}", 1, project({"claims/c1.yaml": claim(source=source)}), "c1.yaml")
    for name, given in IDS.items():
        files = project({"claims/c1.yaml": claim(more=f"id: {_quoted(given)}\n")})
        yield Case(f"id-{name}", 1, files, "c1.yaml", placed=True)
    yield from _names()
    for name, (first, second) in TWINS.items():
        content = claim() if first.startswith("claims") else record(file="../doc1.txt")
        files = project({first: content, second: content})
        yield Case(f"twins-{name}", 1, files, "error[")
    for name, target in SOURCE_LINKS.items():
        files = project({"sources/doc1.txt": Link(target), "sources/real.txt": TEXT})
        yield Case(f"link-source-{name}", 1, files, "doc1", CANARY)
    for name, changes in SPECIAL.items():
        yield Case(f"special-{name}", 1, project(changes), "error[", CANARY)
    for name in SHADOWS:
        code = "open('PWNED', 'w').close()\nimport os; os.system('touch PWNED')\n"
        yield Case(f"shadow-{name.replace('/', '-')}", 0, project({name: code}))
    yield from _bulk()


def _names() -> Iterator[Case]:
    for name, file in STRAY_NAMES.items():
        yield Case(f"name-{name}", 1, project({f"claims/{file}": WRONG}), "malformed-file")
        if not file.startswith("c\n"):
            yield Case(f"name-{name}-record", 1, project({f"sources/{file}": "x"}), "malformed")
    for name, file in LIKE_YAML.items():
        yield Case(f"name-{name}", 1, project({f"claims/{file}": WRONG}), "malformed-file")
        stray = project({f"sources/{file}": "x"})
        yield Case(f"name-{name}-beside-records", 0, stray, "source-unrecorded")
    yield Case("name-debris", 0, project({f"claims/{name}": WRONG for name in DEBRIS}))


def _quoted(text: str) -> str:
    return claim(text).partition("\n")[0].removeprefix("claim: ")


def _bulk() -> Iterator[Case]:
    many: dict[str, Content | None] = {f"claims/n{i}.yaml": claim() for i in range(200)}
    yield Case("bulk-200-claims", 0, project(many))
    stray: dict[str, Content | None] = {f"claims/n{i}.yml": "" for i in range(300)}
    yield Case("bulk-300-stray", 1, project(stray))
    reviews: dict[str, Content | None] = {f"reviews/n{i}.yaml": "reviews: []\n" for i in range(200)}
    yield Case("bulk-200-reviews", 0, project(reviews))
    items = "".join(
        f"  - source: doc1\n    stance: supports\n    quote: {QUOTE}\n" for _ in range(500)
    )
    yield Case(
        "bulk-500-items", 0, project({"claims/c1.yaml": "claim: x is so\nevidence:\n" + items})
    )
    origins: dict[str, Content | None] = {
        f"sources/s{i}.yaml": record(file="doc1.txt") + f"origin: s{i + 1}\n" for i in range(300)
    }
    yield Case("bulk-300-origins", 1, project(origins))
    circle: dict[str, Content | None] = {
        f"sources/s{i}.yaml": record(file="doc1.txt") + f"origin: s{(i + 1) % 90}\n"
        for i in range(90)
    }
    yield Case("bulk-circle-of-90", 1, project(circle), "origin-cycle")
    if os.name == "posix":
        deep: dict[str, Content | None] = {"sources/" + "d/" * 200 + "doc2.yaml": record()}
        yield Case("bulk-200-folders-deep", 1, project(deep))
