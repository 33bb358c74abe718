"""A project's settings, read from its configuration file."""

from __future__ import annotations

import re
import tomllib
from itertools import permutations
from typing import TYPE_CHECKING, TypeVar

from claimcheck.dossier.keys import Form, Key
from claimcheck.model import ArticlePolicy, Bindable, Config, Requirement, Status
from claimcheck.model.errors import ProjectError
from claimcheck.system.folder import portable_parts
from claimcheck.system.plain_files import MissingError, RefusedError, reading_remedy
from claimcheck.text.printable import short_repr
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from claimcheck.system.tree import Tree

Scoped = TypeVar("Scoped")

OWN_FILE = "claimcheck.toml"
SHARED_FILE = "pyproject.toml"
MAX_CONFIG_BYTES = 256 << 10
_MAX_DOTS_IN_LINE = 200
_MAX_NESTING = 100
_MAX_PROBLEMS = 20
_LONGEST_NAME = 60  # characters of a rule's name that a message shows
NEVER_OFF = "malformed-file"
# No project lets a claim silence these: what cannot be read, and what speaks of silencing itself.
NEVER_ALLOWABLE = (NEVER_OFF, "allow-added", "allow-unused")
LEVELS = ("error", "warning", "note", "off")
REQUIREMENT_KEYS = {
    "min_origins": Key(Form.COUNT, "Independent parties that must stand behind its status."),
    "verdict": Key(Form.FLAG, "Whether it needs a person's signed verdict."),
    "reviewed_by": Key(Form.COUNT, "People who must have signed it as it stands."),
    "status": Key(Form.CHOICES, "The statuses that it may have.", choices=Status),
    "signed_omissions": Key(
        Form.FLAG, "Whether somebody must have signed it where its quotations leave words out."
    ),
    "signature": Key(
        Form.FLAG, "Whether a review counts, and must be there, only with a key's valid signature."
    ),
}
ARTICLE_POLICY_KEYS = {
    "bind": Key(Form.CHOICES, "What of it must rest on a claim or a source.", choices=Bindable),
    "coverage": Key(Form.SHARE, "The least share of assertions that must, in hundredths."),
    "status": Key(
        Form.CHOICES, "The statuses of claims that an article may assert.", choices=Status
    ),
}
_POLICY_NAMES = ", ".join(ARTICLE_POLICY_KEYS)
_REQUIREMENT_NAMES = ", ".join(REQUIREMENT_KEYS)
KEYS = {
    "claims": Key(Form.FOLDER, "The folder of the claims, one YAML file each."),
    "sources": Key(
        Form.FOLDER, "The folder of the sources: documents, and one YAML record beside each."
    ),
    "min_origins": Key(Form.COUNT, "Independent parties that make a claim corroborated."),
    "stale_after": Key(Form.COUNT, "Days after which evidence for a state of affairs is old."),
    "reviews": Key(Form.FOLDER, "The folder that `claimcheck review` writes into."),
    "signers": Key(
        Form.PATH,
        "The file that says whose keys sign reviews, as `ssh-keygen` reads it.",
        example="reviews/allowed_signers",
    ),
    "ratings": Key(
        Form.WORDS,
        "The words that a verdict's `rating` may be.",
        example=["half true", "misleading"],
    ),
    "stamp_roots": Key(
        Form.WORDS,
        "The SHA-256 of the certificates whose time stamps are trusted, in hexadecimal.",
        example=["9f2feb0f1ef425b292f2f94bc8482494df430413b6e5d8c1c5f5a3d2c1b0a998"],
    ),
    "rules": Key(Form.LEVELS_BY_RULE, "How much each rule weighs: error, warning, note or off."),
    "allowable": Key(
        Form.RULES, "Rules that a claim may `allow` besides those that it may in every project."
    ),
    "require": Key(
        Form.REQUIREMENTS,
        "What every claim needs, or under `tags` every claim with a tag.",
        keys=REQUIREMENT_KEYS,
    ),
    "articles": Key(
        Form.PATTERNS,
        "The articles that a check holds against the dossier, as patterns of paths.",
        example=["articles/**/*.md"],
    ),
    "article_policy": Key(
        Form.ARTICLE_POLICIES,
        "What every article must keep to, or under `folders` those that a pattern names.",
        keys=ARTICLE_POLICY_KEYS,
    ),
    "tour": Key(
        Form.FLAG, "Whether commands say which comes next, as `claimcheck init --tour` asks."
    ),
}


def read_config(tree: Tree, name: str) -> Config | None:
    """Read a configuration file; None for a pyproject.toml that does not speak of claimcheck.

    Raises:
        MissingError: there is no such file.
        ProjectError: the file cannot be read, or means nothing.
    """
    table = _table(tree, name)
    return None if table is None else _config(table, name)


def _table(tree: Tree, name: str) -> Mapping[str, object] | None:
    try:
        data = tree.read(name, MAX_CONFIG_BYTES).data
    except MissingError:
        raise
    except RefusedError as error:
        message = f"{name}: cannot be read: {error}"
        raise ProjectError(message, help=reading_remedy(str(error))) from None
    parsed = parse_toml(data, name)
    if name == OWN_FILE:
        return parsed
    tool = parsed.get("tool", {})
    if not isinstance(tool, dict):
        raise ProjectError(f"{name}: `tool` must be a table")
    table = tool.get("claimcheck")
    if table is not None and not isinstance(table, dict):
        raise ProjectError(f"{name}: [tool.claimcheck] must be a table")
    return table


def parse_toml(data: bytes, name: str) -> Mapping[str, object]:
    """Parse TOML, refusing beforehand what would keep the parser busy for minutes.

    Raises:
        ProjectError: the text is not TOML, or too deeply nested.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ProjectError(f"{name}:{line}: is not UTF-8", help="save the file as UTF-8") from None
    _refuse_explosive(text, name)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        from claimcheck.dossier import merge_marks  # only where a file is broken

        if line := merge_marks.conflict_line(text):
            message = f"{name}:{line}: {merge_marks.CONFLICT}"
            raise ProjectError(message, help=merge_marks.REMEDY) from None
        raise ProjectError(
            f"{name}: is not well-formed TOML: {error}",
            help='write key = value, a line each, with texts in quotation marks: claims = "claims"',
        ) from None
    except (RecursionError, ValueError) as error:
        raise ProjectError(f"{name}: cannot be read as TOML: {error}") from None


def _refuse_explosive(text: str, name: str) -> None:
    # tomllib needs seconds and gigabytes for a long dotted key, and overflows on deep nesting.
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith("#"):
            continue
        if line.count(".") > _MAX_DOTS_IN_LINE:
            raise ProjectError(f"{name}:{number}: more than {_MAX_DOTS_IN_LINE} dots in one line")
        depth += len(re.findall(r"[\[{]", line)) - len(re.findall(r"[\]}]", line))
        if depth > _MAX_NESTING or line.count("[") > _MAX_NESTING:
            raise ProjectError(f"{name}:{number}: brackets are nested too deeply")


def _config(table: Mapping[str, object], name: str) -> Config:
    readers: dict[Form, Callable[[object], object]] = {
        Form.FOLDER: _folder,
        Form.PATH: _path,
        Form.COUNT: _count,
        Form.WORDS: _words,
        Form.LEVELS_BY_RULE: _rules,
        Form.RULES: _allowable,
        Form.REQUIREMENTS: _requirements,
        Form.PATTERNS: _patterns,
        Form.ARTICLE_POLICIES: _policies,
        Form.FLAG: _flag,
    }
    where = name if name == OWN_FILE else f"{name}: [tool.claimcheck]"
    problems, values = [], {}
    for key, value in table.items():
        if key not in KEYS:
            hint = did_you_mean(key, KEYS) or f"known keys: {', '.join(KEYS)}"
            problems.append(f"{where}: unknown key {short_repr(key)}; {hint}")
            if len(problems) >= _MAX_PROBLEMS:
                problems.append(f"{where}: too many problems; the rest was not read")
                break
            continue
        try:
            values[key] = readers[KEYS[key].form](value)
        except ValueError as error:
            problems.append(f"{where}: {key}: {error}")
    if problems:
        raise ProjectError(*problems)
    config = Config(**values, file=name)  # type: ignore[arg-type] # each value was read by its key's own reader
    _refuse_one_folder_for_two(config, where)
    return config


def _refuse_one_folder_for_two(config: Config, where: str) -> None:
    """Refuse to take the same files for claims, for records of sources and for reviews."""
    folders = {"claims": config.claims, "sources": config.sources, "reviews": config.reviews}
    for (key, folder), (other, around) in permutations(folders.items(), 2):
        if f"{folder}/".casefold().startswith(f"{around}/".casefold()):
            raise ProjectError(
                f"{where}: {key}: {short_repr(folder)} is the folder of `{other}`, or lies in it; "
                "each needs one of its own"
            )


def _folder(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("must be the name of a folder, in quotation marks")
    try:
        return "/".join(portable_parts(value.rstrip("/")))
    except RefusedError as error:
        raise ValueError(f"{short_repr(value)} is no folder of this project: {error}") from None


def _path(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("must be the name of a file, in quotation marks")
    try:
        return "/".join(portable_parts(value))
    except RefusedError as error:
        raise ValueError(f"{short_repr(value)} is no file of this project: {error}") from None


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError("must be a whole number, 1 or more")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(
        isinstance(word, str) and word.strip() for word in value
    ):
        raise ValueError("must be a list of texts, such as ['half true', 'misleading']")
    return tuple(value)


def _rules(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError("must be a table of rule = level")
    if value.get(NEVER_OFF) == "off":
        raise ValueError(f"{NEVER_OFF} cannot be off: what nobody can read is no dossier")
    for rule, level in value.items():
        if level not in LEVELS and rule in KEYS:
            raise ValueError(
                f"{rule} is no rule, but a key of its own: write it above the first [table]"
            )
        if level not in LEVELS:
            raise ValueError(
                f"{rule[:_LONGEST_NAME]}: the level must be one of {', '.join(LEVELS)}"
            )
    return dict(value)


def _allowable(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(rule, str) for rule in value):
        raise ValueError("must be a list of rules")
    for rule in NEVER_ALLOWABLE:
        if rule in value:
            raise ValueError(f"no claim may silence {rule}")
    return tuple(value)


def _in_scopes(
    value: object,
    scopes: tuple[str, str],
    names: str,
    read: Callable[[str | None, object], Scoped],
) -> tuple[Scoped, ...]:
    """Read a table of keys for everything, with the same keys for parts of it in a table below.

    Args:
        value: the table.
        scopes: the key of the table below, and what stands in that.
        names: the keys, in words.
        read: reads the keys of a part, given its name; of everything, for none.

    Raises:
        ValueError: it is something else.
    """
    key, content = scopes
    if not isinstance(value, dict):
        raise ValueError(f"must be a table with {names} or {key}")
    of_all = {name: setting for name, setting in value.items() if name != key}
    parts = value.get(key, {})
    if not isinstance(parts, dict):
        raise ValueError(f"{key}: must be a table of {content}")
    general = [read(None, of_all)] if of_all else []
    return (*general, *(read(part, table) for part, table in parts.items()))


def _requirements(value: object) -> tuple[Requirement, ...]:
    """Read `require`: keys for all claims, and under `tags` the same keys for those with a tag."""
    return _in_scopes(value, ("tags", "tag = requirement"), _REQUIREMENT_NAMES, _requirement)


def _requirement(tag: str | None, table: object) -> Requirement:
    where = f"tags.{tag}: " if tag is not None else ""
    if not isinstance(table, dict):
        raise ValueError(f"{where}must be a table with {_REQUIREMENT_NAMES}")
    for key in table:
        if key not in REQUIREMENT_KEYS:
            hint = _where_to(key, REQUIREMENT_KEYS, _REQUIREMENT_NAMES)
            raise ValueError(f"{where}unknown key {short_repr(key)}; {hint}")
    for flag in ("verdict", "signed_omissions", "signature"):
        if not isinstance(table.get(flag, False), bool):
            raise ValueError(f"{where}{flag}: must be true or false")
    statuses = table.get("status", [])
    if not isinstance(statuses, list) or not all(word in list(Status) for word in statuses):
        raise ValueError(f"{where}status: must be a list of {', '.join(Status)}")
    try:
        return Requirement(
            tag=tag,
            min_origins=_count(table.get("min_origins", 1)) if "min_origins" in table else 0,
            verdict=table.get("verdict", False),
            reviewed_by=_count(table.get("reviewed_by", 1)) if "reviewed_by" in table else 0,
            status=tuple(Status(word) for word in statuses),
            signed_omissions=table.get("signed_omissions", False),
            signature=table.get("signature", False),
        )
    except ValueError as error:
        raise ValueError(f"{where}min_origins and reviewed_by: {error}") from None


def _where_to(key: str, keys: Iterable[str], names: str) -> str:
    """Say what an unknown key of a table may be meant for.

    Args:
        key: the key.
        keys: those of the table.
        names: the same, in words.
    """
    if key in KEYS:
        return "it is no key of this table: write it above the first [table]"
    return did_you_mean(key, keys) or f"known keys: {names}"


def _patterns(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ValueError("must be a list of patterns of paths, such as ['articles/**/*.md']")
    for pattern in value:
        _refuse_pattern(pattern)
    return tuple(value)


def _refuse_pattern(pattern: str) -> None:
    """Refuse a pattern that leads out of the project, or through all of it."""
    first, _, _rest = pattern.partition("/")
    try:
        portable_parts(pattern.replace("*", "x").replace("?", "x"))
    except RefusedError as error:
        raise ValueError(f"{short_repr(pattern)} names no files here: {error}") from None
    if "*" in first or "?" in first:
        raise ValueError(f"{short_repr(pattern)} must begin with the name of a folder")


def _policies(value: object) -> tuple[ArticlePolicy, ...]:
    """Read `article_policy`: keys for all articles, and under `folders` keys for some of them."""
    return _in_scopes(value, ("folders", "pattern = policy"), _POLICY_NAMES, _policy)


def _policy(pattern: str | None, table: object) -> ArticlePolicy:
    where = f"folders.{pattern}: " if pattern else ""
    if not isinstance(table, dict):
        raise ValueError(f"{where}must be a table with {_POLICY_NAMES}")
    for key in table:
        if key not in ARTICLE_POLICY_KEYS:
            hint = _where_to(key, ARTICLE_POLICY_KEYS, _POLICY_NAMES)
            raise ValueError(f"{where}unknown key {short_repr(key)}; {hint}")
    bind = table.get("bind", list(Bindable))
    if not isinstance(bind, list) or not all(word in list(Bindable) for word in bind):
        raise ValueError(f"{where}bind: must be a list of {', '.join(Bindable)}")
    coverage = table.get("coverage", 0)
    if not isinstance(coverage, int) or isinstance(coverage, bool) or not 0 <= coverage <= 100:
        raise ValueError(f"{where}coverage: must be a whole number from 0 to 100")
    statuses = table.get("status", [])
    if not isinstance(statuses, list) or not all(word in list(Status) for word in statuses):
        raise ValueError(f"{where}status: must be a list of {', '.join(Status)}")
    files = (pattern or "").rstrip("/")
    if pattern:
        _refuse_pattern(files)
    return ArticlePolicy(files, tuple(map(Bindable, bind)), coverage, tuple(map(Status, statuses)))
