"""Text that would be more than text to a terminal, a log, a table, a page or another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hostile.layout import MARK, Case, claim, item, project, record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hostile.layout import Content

# May stand in a file as it is: it is text, and must be shown as text.
PLAIN: dict[str, str] = {
    "percent": f"x%0A::error::{MARK}",
    "property": f"a,line=9999::{MARK}",
    "cdata": f"]]>{MARK}<![CDATA[",
    "formula": f'=HYPERLINK("http://evil.example","{MARK}")',
    "formula-at": f"@SUM(1+1)*cmd|{MARK}",
    "formula-plus": f"+1+cmd|{MARK}",
    "formula-minus": f"-1+cmd|{MARK}",
    "links": f"[x](javascript:{MARK}) ![x](http://evil.example/{MARK})",
    "mention": f"@everyone @octocat #1 {MARK}",
    "html": f"</details><img src=x onerror={MARK}>",
    "script": f"</script><script>{MARK}</script>",
    "comment": f"<!-- {MARK}",
    "table": f"a | b {MARK}",
    "fence": f"``` {MARK} ~~~",
    "backticks": f"`````````` {MARK}",
    "markup": f"[/] [bold red]{MARK}[/bold] [link=http://evil.example]x[/link]",
    "emoji": f":smile: :100: {MARK}",
    "last-backslash": f"{MARK} \\",
    "entity": f"&lt;script&gt;{MARK}&#10;",
    "template": "{{" + MARK + "}}${" + MARK + "}<%=x%>",
    "format": "{0} {x.__class__} %s %(x)s " + MARK,
    "shell": f"$(touch PWNED) `touch PWNED` {MARK}",
    "old-command": f"##[add-mask]{MARK}",
    "command": f"::error::{MARK}",
    "json": f'", "x": "{MARK}',
    "zalgo": f"{MARK}" + "\u0301\u0323" * 300,
    "wide": "ＷＩＤＥ" * 200 + MARK,
    "no-blanks": "x" * 5000 + MARK,
    "right-to-left": f"العربية {MARK} עברית",
}
# Refused by the reader wherever it stands, escaped or not: it hides, moves or reorders text.
CONTROL: dict[str, str] = {
    "title": "\x1b]0;x\x07", "link": "\x1b]8;;https://evil.example\x1b\\x\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;cHduZWQ=\x07", "clear": "\x1b[2J\x1b[H", "c1": "\x9b31m\x9d0;x\x9c",
    "backspace": "no\b\byes", "line-separator": "a\u2028PASS\u2029",
    "illegal-in-xml": "x\ufffe\uffff",
    "delete": "a\x7fb", "nul": "a\0b",
}  # fmt: skip
# Accepted as text, since honest texts hold it, and always shown escaped or folded into a blank.
UNSEEN: dict[str, str] = {
    "bidi-override": "\u202etnemeergasid\u202c", "bidi-isolate": "\u2067abc\u2069",
    "zero-width": "p\u200ba\u200cs\u200ds\u2060", "tags": "ok\U000e0049\U000e0067",
    "newlines": f"a\n\n\n::error::{MARK}\nPASS: everything\n", "soft-hyphen": "un\xademployed",
    "return": f"FAIL\rPASS\r::error::{MARK}", "variation": "a\ufe0f\u180e", "tab": "a\tb",
}  # fmt: skip
DISGUISED = frozenset({
    "wide", "bidi-override", "bidi-isolate", "zero-width", "tags", "soft-hyphen", "variation",
})  # fmt: skip
ADDRESSES: dict[str, str] = {
    "javascript": "javascript:x", "javascript-case": " JaVaScRiPt:x",
    "javascript-tab": "java\tscript:x",
    "data": "data:text/html,<script>x</script>", "file": "file:///etc/passwd",
    "no-scheme": "//evil.example/x", "breakout": 'https://ok.example/" onmouseover="x',
    "user": "https://gov.example@evil.example/x",
    "newline": f"https://ok.example/\n::error::{MARK}",
    "idn": "https://аpple.com/x", "blob": "blob:https://x/x", "long": "ftp://" + "x" * 5000,
}  # fmt: skip
ON_GITHUB = {"GITHUB_ACTIONS": "true", "CI": "true"}


def cases() -> Iterator[Case]:
    """Yield every case of this kind."""
    for kind, texts, accepted in (
        ("plain", PLAIN, True),
        ("control", CONTROL, False),
        ("unseen", UNSEEN, True),
    ):
        for name, text in texts.items():
            status = 0 if accepted else 1
            # A name is refused whose letters are not what they look like.
            as_name = 1 if name in DISGUISED else status
            yield from _in_a_claim(f"{kind}-{name}", text, status, as_name)
            yield from _in_a_record(f"{kind}-{name}", text, as_name)
    for name, address in ADDRESSES.items():
        files = project({"sources/doc1.yaml": record(url=address)})
        yield _shown(f"url-{name}", 1, files, "doc1")
    for name, text in {**PLAIN, **CONTROL, **UNSEEN}.items():
        # The document itself may hold anything at all; what it prints is shown beside the quote.
        lines = f"The start of it. Before {text} after the rate was 3.7 percent. The end of it.\n"
        wrong = claim(quote="after the rate was 3.8 percent. The end of it")
        files = project({"claims/c1.yaml": wrong}, text=lines)
        yield _shown(f"printed-{name}", 1, files, "c1.yaml")


def _in_a_claim(name: str, text: str, status: int, as_name: int) -> Iterator[Case]:
    yield _shown(f"claim-{name}", status, project({"claims/c1.yaml": claim("Claim " + text)}))
    files = project({"claims/c1.yaml": claim(quote=text)})
    yield _shown(f"quote-{name}", 1, files, "c1.yaml")
    files = project({"claims/c1.yaml": claim(source=text)})
    yield _shown(f"cited-{name}", 1, files, "c1.yaml")
    keys = "".join(f"{key}: {_yaml(text)}\n" for key in ("claimant", "interested", "tags"))
    signed = f"by: {_yaml(text)}, rationale: {_yaml(text)}"
    verdict = f"verdict: {{status: refuted, on: 2024-01-01, {signed}}}\n"
    allow = f"allow: {{quote-altered: {_yaml(text)}}}\n"
    more = item().replace("An agency", _yaml(text)) + f"    rationale: {_yaml(text)}\n"
    whole = f"claim: x is so\n{keys}{verdict}{allow}evidence:\n{more}"
    # A comma in a tag is refused: somebody meant two.
    refused = 1 if "," in text else as_name
    yield _shown(f"keys-{name}", refused, project({"claims/c1.yaml": whole}))
    files = project({"claims/c1.yaml": claim(more=f"{_yaml(text)}: x\n")})
    yield _shown(f"key-{name}", 1, files, "c1.yaml")


def _in_a_record(name: str, text: str, status: int) -> Iterator[Case]:
    keys = {"title": text, "publisher": text, "author": text, "container_title": text, "type": text}
    files = project({"sources/doc1.yaml": record(**keys)})
    yield _shown(f"record-{name}", status, files)
    party = f"acme: {{name: {_yaml(text)}}}\n"
    files = project({"sources/parties.yaml": party, "sources/doc1.yaml": record(publisher="acme")})
    yield _shown(f"party-{name}", status, files)


def _shown(name: str, status: int, files: Mapping[str, Content], mention: str = "") -> Case:
    return Case(name, status, files, mention, everywhere=True, environment=ON_GITHUB)


def _yaml(text: str) -> str:
    return claim(text).partition("\n")[0].removeprefix("claim: ")
