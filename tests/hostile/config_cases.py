"""Configurations and baselines, which come with a pull request too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hostile.layout import CANARY, CONFIG, Case, Content, Link, Pipe, Sparse, project

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES: dict[str, str | bytes] = {
    "cut": "[tool.claimcheck\n",
    "not-utf8": b'[tool.claimcheck]\nclaims = "caf\xe9"\n',
    "nul": "[tool.claimcheck]\0\n",
    "utf-16": CONFIG.encode("utf-16"),
    "tool-number": "tool = 5\n",
    "section-number": "tool.claimcheck = 5\n",
    "section-list": "[[tool.claimcheck]]\n",
    "key-twice": CONFIG + 'claims = "other"\n',
    "deep-lists": CONFIG + "x = " + "[" * 5000 + "]" * 5000 + "\n",
    "deep-lists-by-line": CONFIG + "x = [\n" + "[\n" * 5000,
    "deep-tables": CONFIG + "x = " + "{a=" * 5000 + "\n",
    "dots-in-key": "a" + ".a" * 20_000 + " = 1\n" + CONFIG,
    "dots-in-header": "[a" + ".a" * 20_000 + "]\n",
    "dots-in-quotes": '["a' + ".a" * 20_000 + '"]\n' + CONFIG,
    "dots-over-lines": CONFIG + "".join(f"a{i}{'.a' * 190} = 1\n" for i in range(600)),
    "digits": CONFIG + "min_origins = " + "9" * 5000 + "\n",
    "5-megabytes": CONFIG + "# " + "x" * 5_000_000 + "\n",
    "many-keys": CONFIG + "".join(f"k{i} = 1\n" for i in range(20_000)),
    "infinite": CONFIG + "min_origins = inf\n",
}
VALUES: dict[str, str] = {
    "claims-outside": 'claims = "../outside/claims"',
    "claims-absolute": 'claims = "/etc"',
    "claims-up": 'claims = ".."',
    "claims-dot": 'claims = "."',
    "claims-empty": 'claims = ""',
    "claims-missing": 'claims = "nope"',
    "claims-number": "claims = 5",
    "claims-list": 'claims = ["a"]',
    "claims-table": "claims = {a = 1}",
    "claims-day": "claims = 2024-01-02",
    "claims-nul": 'claims = "a\\u0000b"',
    "claims-esc": 'claims = "a\\u001b[31mb"',
    "claims-bidi": 'claims = "a\\u202eb"',
    "claims-annotation": 'claims = "\\n::error::x"',
    "claims-glob": 'claims = "**"',
    "claims-url": 'claims = "http://127.0.0.1:9/"',
    "claims-home": 'claims = "~"',
    "claims-git": 'claims = ".git"',
    "claims-file": 'claims = "pyproject.toml"',
    "claims-long": f'claims = "{"x" * 5000}"',
    "claims-deep": f'claims = "{"x/" * 600}y"',
    "sources-outside": 'sources = "../outside"',
    "sources-missing": 'sources = "nope"',
    "sources-bool": "sources = true",
    "reviews-outside": 'reviews = "../outside"',
    "reviews-number": "reviews = 1",
    "unknown-key": 'clams = "x"',
    "unknown-key-esc": '"a\\u001b[31m" = 1',
    "unknown-key-bidi": '"a\\u202e" = 1',
    "unknown-key-long": f"{'k' * 100_000} = 1",
    "min-origins-zero": "min_origins = 0",
    "min-origins-text": 'min_origins = "2"',
    "min-origins-bool": "min_origins = true",
    "min-origins-float": "min_origins = 2.5",
    "min-origins-list": "min_origins = [2]",
    "stale-negative": "stale_after = -1",
    "stale-day": "stale_after = 2024-01-01",
    "rules-text": 'rules = "off"',
    "rules-list": "rules = []",
    "rules-bool": "rules = false",
    "rules-level-number": "rules.quote-altered = 0",
    "rules-level-list": "rules.quote-altered = ['off']",
    "rules-level-table": "rules.quote-altered.x = 'off'",
    "rules-level-unknown": "rules.quote-altered = 'of'",
    "rules-level-case": "rules.quote-altered = 'OFF'",
    "rules-unknown": "rules.quote-alterd = 'off'",
    "rules-unknown-esc": 'rules."\\u001b[31m" = "off"',
    "rules-unknown-long": f"rules.{'r' * 50_000} = 'off'",
    "rules-empty-name": 'rules."" = "off"',
    "require-text": 'require = "all"',
    "require-list": "require = [1]",
    "require-unknown": "require.min_origin = 2",
    "require-origins-text": 'require.min_origins = "2"',
    "require-origins-huge": "require.min_origins = 0x" + "f" * 4000 + "_g",
    "require-verdict-text": 'require.verdict = "yes"',
    "require-verdict-list": "require.verdict = []",
    "require-reviewed-zero": "require.reviewed_by = 0",
    "require-status-text": 'require.status = "supported"',
    "require-status-unknown": 'require.status = ["suported"]',
    "require-status-lists": "require.status = [[]]",
    "require-status-table": "require.status = [{a = 1}]",
    "require-tags-list": "require.tags = []",
    "require-tags-number": "require.tags.x = 5",
    "require-tags-unknown": "require.tags.x.y = 5",
    "require-tags-esc": 'require.tags."\\u001b[31m" = 5',
}
SOUND: dict[str, str] = {
    "stale-huge": "stale_after = 999999999999999999",
    "min-origins-huge": "min_origins = 999999999999999999999",
    "claims-last-slash": 'claims = "claims/"',
    "require-nothing": "require = {}",
    "require-no-tags": "require.tags = {}",
    "rules-nothing": "rules = {}",
    "reviews-missing": 'reviews = "nope"',
}
ENTRY = {"fingerprint": "a" * 64, "rule": "x", "path": "claims/c1.yaml", "message": "m"}
WHOLE = {"schema": "claimcheck/baseline", "schema_version": 1, "findings": [ENTRY]}
BASELINES: dict[str, str | bytes] = {
    "empty": "",
    "cut": '{"schema": "claimcheck/baseline"',
    "list": "[]",
    "null": "null",
    "nan": "NaN",
    "deep": "[" * 100_000,
    "deep-tables": '{"a":' * 50_000,
    "digits": '{"schema_version": ' + "9" * 5000 + "}",
    "key-twice": '{"schema": "claimcheck/baseline", "schema": "claimcheck/baseline"}',
    "utf-16": "{}".encode("utf-16"),
    "not-utf8": b'{"\xff": 1}',
    "nul": '{"a": "\0"}',
    "version-true": json.dumps({**WHOLE, "schema_version": True}),
    "version-2": json.dumps({**WHOLE, "schema_version": 2}),
    "findings-table": json.dumps({**WHOLE, "findings": {}}),
    "findings-of-texts": json.dumps({**WHOLE, "findings": ["a"]}),
    "entry-number": json.dumps({**WHOLE, "findings": [{**ENTRY, "rule": 5}]}),
    "entry-more": json.dumps({**WHOLE, "findings": [{**ENTRY, "more": "x"}]}),
    "entry-twice": json.dumps({**WHOLE, "findings": [ENTRY, ENTRY]}),
    "fingerprint-short": json.dumps({**WHOLE, "findings": [{**ENTRY, "fingerprint": "a"}]}),
    "entries-60k": json.dumps({**WHOLE, "findings": [5] * 60_000}),
    "esc": '\x1b[31m{"\\u001b[31m"}',
    "control-in-message": '{"a": \x1b}',
}
THINGS: dict[str, Content] = {
    "link-outside": Link("../outside/pyproject.toml"),
    "link-dangling": Link("nowhere"),
    "link-itself": Link("pyproject.toml"),
    "link-zero": Link("/dev/zero"),
    "pipe": Pipe(),
    "8-gigabytes": Sparse(8 << 30),
}


def cases() -> Iterator[Case]:
    """Yield every case of this kind."""
    for name, text in FILES.items():
        files = project({"pyproject.toml": text})
        yield Case(f"config-{name}", 2, files, "pyproject.toml", CANARY)
    for name, line in VALUES.items():
        expected = "nope" if name.endswith("-missing") else ""
        files = project({"pyproject.toml": None, "claimcheck.toml": _with(line)})
        yield Case(f"config-{name}", 2, files, expected, CANARY)
    for name, line in SOUND.items():
        files = project({"pyproject.toml": None, "claimcheck.toml": _with(line)})
        yield Case(f"config-sound-{name}", 0, files)
    for name, content in THINGS.items():
        yield Case(f"config-{name}", 2, project({"pyproject.toml": content}), "pyproject", CANARY)
        baseline = project({"claimcheck-baseline.json": content})
        yield Case(f"baseline-{name}", 2, baseline, "claimcheck-baseline.json", CANARY)
    for name, written in BASELINES.items():
        files = project({"claimcheck-baseline.json": written})
        yield Case(f"baseline-{name}", 2, files, "claimcheck-baseline.json")
    linked: dict[str, Content | None] = {
        "pyproject.toml": CONFIG.replace('"claims"', '"linked"'),
        "linked": Link("../outside/claims"),
    }
    yield Case("config-claims-link", 1, project(linked), "linked", CANARY)
    unused = json.dumps({**WHOLE, "findings": [{**ENTRY, "message": "\x1b[31m\u202e::error::x"}]})
    yield Case("baseline-unused", 0, project({"claimcheck-baseline.json": unused}), everywhere=True)


def _with(line: str) -> str:
    key = line.partition("=")[0].strip()
    return (
        line
        + "\n"
        + "".join(f'{name} = "{name}"\n' for name in ("claims", "sources") if name != key)
    )
