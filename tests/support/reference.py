"""The reference pages, made of the code.

Commands are made of their help, rules of their docstrings, keys of the tables that files are read
by. `pytest --update` writes what is made here into `docs/reference`.
"""

from __future__ import annotations

import inspect
import pkgutil
import re
from typing import TYPE_CHECKING

from claimcheck import formats
from claimcheck.cli.articles import article_formats
from claimcheck.documents import readers
from claimcheck.dossier import claim_file, config, parties_file, review_file, source_file
from claimcheck.dossier.keys import Form, Key
from claimcheck.gate import rulebook
from claimcheck.model import Config
from claimcheck.system import plugins
from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from types import ModuleType

# What stands in a command's help behind "Exit status:", beside the 1.
_ONE = re.compile(r"^ +Exit status:\n(?:.+\n)*? +1  (.+(?:\n {4,}\D.*)*)", re.MULTILINE)
_OPTION = re.compile(r"(--[a-z]+)")
_HEAD_OF_RULES = "| rule | severity | a claim may allow it | what it finds |"
_ALLOWED = " A claim may allow it."
_MADE = "<!-- Written by `pytest --update`; do not edit. -->\n"
_FORMS = {
    Form.TEXT: "text",
    Form.TEXT_OR_NOTHING: "text",
    Form.TEXTS: "a text, or a list of texts",
    Form.TAGS: "a text without commas, or a list of them",
    Form.WORDS: "a list of texts",
    Form.ID: "letters from a to z, digits, `.`, `_` and `-`",
    Form.DAY: "a day: `2020-07-10`",
    Form.PARTIAL_DATE: "`2020-07-10`, `2020-07` or `2020`",
    Form.WEB_ADDRESS: "an address: `https://…`",
    Form.LANGUAGE: "a language: `en`, `pt-BR`",
    Form.SHA256: "64 hexadecimal digits",
    Form.SPANS: "spans of the text, such as `120-4500`",
    Form.FINGERPRINT: "`sha256:` and 64 hexadecimal digits",
    Form.SIGNATURE: "a signature in letters, of SSH or OpenPGP",
    Form.FILE: "a file's name",
    Form.FOLDER: "a folder's name",
    Form.PATH: "a file of the project",
    Form.COUNT: "a whole number, 1 or more",
    Form.FLAG: "`true` or `false`",
    Form.YES_NO: "`yes` or `no`",
    Form.MAPPING: "a mapping",
    Form.MAPPINGS: "a list of mappings",
    Form.TEXT_OR_MAPPING: "text, or a mapping",
    Form.REASONS_BY_RULE: "rules, each with a reason",
    Form.LEVELS_BY_RULE: "rules, each with a level",
    Form.RULES: "a list of rules",
    Form.REQUIREMENTS: "a mapping",
    Form.PATTERNS: "a list of patterns of paths",
    Form.ARTICLE_POLICIES: "a mapping",
    Form.SHARE: "a whole number from 0 to 100",
    Form.CELL: "keys of a cell: `row=Elm; column=injured`",
    Form.CELLS: "keys of a cell, or a list of them",
    Form.CELL_PAIR: "two of them, in a list",
    Form.RESULT: "a number, such as `1234.5`; or words",
    Form.ROUNDING: "`none`, `to 1000`, `down to 0.1`, `up to 100`",
}
TABLES: dict[str, Mapping[str, Key]] = {
    "claim": claim_file.KEYS,
    "record": source_file.KEYS,
    "parties": parties_file.KEYS,
    "reviews": review_file.KEYS,
    "configuration": config.KEYS,
}


_ABOUT_COMMANDS = """\
What `claimcheck COMMAND -h` says, for every command. [Exit statuses](exit-statuses.md) are told
together.
"""
_ABOUT_RULES = """\
Each rule looks for one flaw. An **error** fails the gate, a **warning** only with `--strict`, a
**note** never. A rule that is **off** runs only where the project's
[configuration](files.md#claimchecktoml) gives it a level. `claimcheck rules` lists them with their
levels in your project.

A claim can silence a rule that is marked so below, with a reason (`allow`). It can silence none
that finds its evidence void, or that holds it to what the project asks of every claim: then the
file that is checked would decide what is found in it. A project may add rules with `allowable` in
its configuration. With `check --base`, every exception that a change brings is a finding that names
its reason ([`allow-added`](#allow-added)).
"""


def commands(names: Iterable[tuple[str, ...]], ask: Callable[..., str]) -> str:
    """Return the page of commands.

    Args:
        names: the words of each command, groups included, in the order to show them.
        ask: what the command line says to some arguments.
    """
    parts = ["# Commands\n", _MADE, _ABOUT_COMMANDS, _shown(ask("--help"))]
    for name in names:
        parts += [f"## {' '.join(name)}\n", _shown(ask(*name, "--help"))]
    return "\n".join(parts)


def rules() -> str:
    """Return the page of rules: a table, then each rule with its reason and what it says."""
    pages = rulebook.pages()
    rows = [
        f"| [`{page.name}`](#{page.name}) | {_level(page)} | {'yes' if page.allowable else ''} "
        f"| {page.summary.rstrip('.')} |"
        for page in pages
    ]
    table = "\n".join((_HEAD_OF_RULES, "|---|---|---|---|", *rows, ""))
    parts = ["# Rules\n", _MADE, _ABOUT_RULES, table]
    for page in pages:
        case = ROOT / "tests" / "cases" / page.name / "expected.txt"
        assert case.exists(), f"{page.name}: run pytest --update tests/rules, which writes {case}"
        parts += [
            f"## {page.name}\n",
            f"{page.summary} Severity: {_level(page)}.{_ALLOWED if page.allowable else ''}\n",
            f"*Why:* {page.why}\n",
            f"*How to mend it:* {page.mend}\n",
            f"*Example:* {page.example}\n",
            _shown(case.read_text("utf-8")),
        ]
    return "\n".join(parts)


def _shown(text: str) -> str:
    return f"```text\n{text.strip()}\n```\n"


def _level(page: rulebook.Page) -> str:
    return "off" if page.off else str(page.severity)


def filled(page: str, tables: Mapping[str, str]) -> str:
    """Put tables into a page, each between `<!-- table: NAME -->` and `<!-- end -->`."""

    def table(place: re.Match[str]) -> str:
        return f"{place[1]}\n\n{tables[place[2]].strip()}\n\n{place[3]}"

    return re.sub(r"(<!-- table: (\S+) -->)\n.*?(<!-- end -->)", table, page, flags=re.DOTALL)


def keys(name: str) -> str:
    """Return the table of a file's keys."""
    defaults = Config() if name == "configuration" else None
    head = "default" if defaults else "needed"
    rows = [f"| key | value | {head} | meaning |", "|---|---|---|---|"]
    for path, key in _rows(TABLES[name]):
        needed = "yes" if key.required else ""
        if defaults:
            default = getattr(defaults, path, "")
            needed = f"`{default}`" if isinstance(default, str | int) and default else ""
        rows.append(f"| `{path}` | {_form(key)} | {needed} | {key.description} |")
    return "\n".join(rows)


def paths(name: str) -> list[str]:
    """Return the keys of a file, those of mappings behind the key that holds them."""
    return [path for path, _key in _rows(TABLES[name])]


def _rows(table: Mapping[str, Key], before: str = "") -> Iterator[tuple[str, Key]]:
    for name, key in table.items():
        yield before + name, key
        if key.keys:
            listed = "[]." if key.form is Form.MAPPINGS else "."
            yield from _rows(key.keys, f"{before}{name}{listed}")


def _form(key: Key) -> str:
    if key.choices:
        words = ", ".join(f"`{word}`" for word in key.choices)
        return words if key.form is Form.CHOICE else f"a list of {words}"
    return _FORMS[key.form]


def exit_statuses(names: Iterable[tuple[str, ...]], ask: Callable[..., str]) -> str:
    """Return the table of what status 1 means, of each command whose help tells it.

    Args:
        names: the words of each command, in the order to show them.
        ask: what the command line says to some arguments.
    """
    meanings = ((name, _ONE.search(ask(*name, "--help"))) for name in names)
    rows = (
        f"| `{' '.join(name)}` | {' '.join(meaning[1].split())} |"
        for name, meaning in meanings
        if meaning
    )
    return _OPTION.sub(r"`\1`", "\n".join(("| command | 1 means |", "|---|---|", *rows)))


def views() -> str:
    """Return, for each command that has `--format`, its formats with what each is for."""
    parts = []
    for info in pkgutil.iter_modules(formats.__path__):
        if not info.ispkg or info.name == "site":  # pages have no `--format`
            continue
        view = plugins.module(formats, info.name)
        command = re.search(r"`(claimcheck [^`]+)`", _summary(view))
        assert command, f"{info.name}: the first line of its docstring names no command"
        rows = [
            f"| `{name}` | {_summary(plugins.module(view, name)).rstrip('.')} |"
            for name in plugins.names(view)
        ]
        parts.append(
            "\n".join((f"### {command[1]}\n", "| format | what it is |", "|---|---|", *rows, ""))
        )
        if view is formats.article:
            shared = [name for name in article_formats() if name not in plugins.names(view)]
            names = ", ".join(f"`{name}`" for name in shared)
            parts.append(f"And {names}, as `claimcheck check` has them.\n")
    return "\n".join(parts)


def document_kinds() -> str:
    """Return the table of the kinds of documents that are read, with what is kept of each."""
    rows = ["| endings | extra | what is kept |", "|---|---|---|"]
    for name in plugins.names(readers):
        reader = plugins.module(readers, name)
        endings = ", ".join(f"`{suffix}`" for suffix in reader.SUFFIXES)
        extra = f"`{reader.EXTRA}`" if reader.EXTRA else ""
        rows.append(f"| {endings} | {extra} | {_summary(reader).rstrip('.')} |")
    return "\n".join(rows)


def _summary(module: ModuleType) -> str:
    return " ".join((inspect.getdoc(module) or "").partition("\n\n")[0].split())
