"""The JSON Schemas of a project's files, made of the tables that their readers know their keys by.

Editors type YAML before they validate it, so a schema accepts every form that an editor may take a
text for: `issued: 2020` is an integer to it, `claim: 42` a number. Draft-07 is what the servers of
all editors read (yaml-language-server, taplo). What a schema cannot say, such as which names
Windows reserves, is left to the readers, which decide.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from claimcheck.dossier import claim_file, config, parties_file, review_file, source_file
from claimcheck.dossier.keys import PATTERNS, Form, Key
from claimcheck.dossier.modeline import FileKind, schema_path
from claimcheck.gate.rulebook import pages
from claimcheck.model import Config
from claimcheck.rules import looks_at_claims

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Schema = dict[str, Any]
KINDS: tuple[FileKind, ...] = get_args(FileKind)

_SCALARS = ["string", "number", "boolean"]
_NAME = r'(?![ ~])[^/\\<>:"|?*]*[^/\\<>:"|?*. ]'

_WILD_NAME = r'(?![ ~])[^/\\<>:"|]*[^/\\<>:"|. ]'


def _whole(form: Form) -> str:
    """Return the pattern of a form, for the whole of a value."""
    return f"^{PATTERNS[form]}$"


_TEXT: Schema = {
    "type": _SCALARS,
    "pattern": r"\S",
    "patternErrorMessage": "write a value, or leave the key out",
}
# Punctuation is no reason; which signs beyond ASCII are letters the reader knows better.
_REASON: Schema = {
    **_TEXT,
    "pattern": r"[^\s!-/:-@\[-`{-~]",
    "patternErrorMessage": "write why in words",
}
_TAG: Schema = {
    **_TEXT,
    "pattern": r"^[^,]*[^,\s][^,]*$",
    "patternErrorMessage": "a tag holds no comma; write a list: [published, urgent]",
}
_PATH_PATTERN: Schema = {
    "type": "string",
    "pattern": f"^{_NAME}(?:/{_WILD_NAME})*$",
    "patternErrorMessage": "begin with the name of a folder: articles/**/*.md",
}
_CELL: Schema = {
    "type": "string",
    "pattern": _whole(Form.CELL),
    "patternErrorMessage": "write keys and what they name: row=Elm; column=injured",
}
_SCHEMAS: dict[Form, Schema] = {
    Form.TEXT: _TEXT,
    Form.TEXT_OR_NOTHING: {"type": [*_SCALARS, "null"]},
    Form.TEXTS: {**_TEXT, "type": ["array", *_SCALARS], "items": _TEXT},
    Form.TAGS: {**_TAG, "type": ["array", *_SCALARS], "items": _TAG},
    Form.WORDS: {"type": "array", "items": {"type": "string", "pattern": r"\S"}},
    Form.PATTERNS: {"type": "array", "items": _PATH_PATTERN},
    Form.SHARE: {"type": "integer", "minimum": 0, "maximum": 100},
    Form.ID: {"type": _SCALARS, "pattern": _whole(Form.ID)},
    Form.SPANS: {
        "type": ["array", "string"],
        "pattern": _whole(Form.SPANS),
        "items": {"type": "string", "pattern": _whole(Form.SPANS)},
    },
    Form.CELL: _CELL,
    Form.CELLS: {**_CELL, "type": ["array", "string"], "minItems": 1, "items": _CELL},
    Form.CELL_PAIR: {"type": "array", "minItems": 2, "maxItems": 2, "items": _CELL},
    Form.RESULT: {
        "type": _SCALARS,
        "pattern": _whole(Form.RESULT),
        "patternErrorMessage": "write a number in digits, with a point and without its unit",
    },
    Form.ROUNDING: {
        "type": ["string", "number"],
        "pattern": _whole(Form.ROUNDING),
        "exclusiveMinimum": 0,
        "patternErrorMessage": "write none, to 1000, down to 0.1 or up to 100",
    },
    Form.DAY: {
        "type": "string",
        "pattern": _whole(Form.DAY),
        "patternErrorMessage": "write year-month-day, such as 2020-07-10",
    },
    Form.PARTIAL_DATE: {
        "type": ["string", "integer"],
        "pattern": _whole(Form.PARTIAL_DATE),
        "minimum": 1000,
        "maximum": 9999,
        "patternErrorMessage": "write 2020-07-10, 2020-07 or 2020",
    },
    Form.WEB_ADDRESS: {
        "type": "string",
        "pattern": _whole(Form.WEB_ADDRESS),
        "patternErrorMessage": "write it whole, beginning with https:// or http://",
    },
    Form.LANGUAGE: {
        # `no` is Norwegian, and a truth value to editors set to YAML 1.1.
        "type": ["string", "boolean"],
        "pattern": _whole(Form.LANGUAGE),
        "patternErrorMessage": "write it as BCP 47 does, such as en or pt-BR",
    },
    Form.SHA256: {
        # A hash of digits alone is a number to an editor, whatever zeros it begins with.
        "type": ["string", "number"],
        "pattern": _whole(Form.SHA256),
        "minimum": 0,
        "patternErrorMessage": "write the 64 hexadecimal digits that `sha256sum` prints",
    },
    Form.FINGERPRINT: {"type": "string", "pattern": _whole(Form.FINGERPRINT)},
    Form.SIGNATURE: {"type": "string", "pattern": _whole(Form.SIGNATURE)},
    Form.FILE: {
        "type": _SCALARS,
        "pattern": f"^{_NAME}(?:/{_NAME})*$",
        "patternErrorMessage": "name a file in the record's own folder or below it, with /",
    },
    Form.FOLDER: {
        "type": "string",
        "pattern": f"^{_NAME}(?:/{_NAME})*/*$",
        "patternErrorMessage": "name a folder of this project, with /",
    },
    Form.PATH: {
        "type": "string",
        "pattern": f"^{_NAME}(?:/{_NAME})*$",
        "patternErrorMessage": "name a file of this project, with /",
    },
    Form.COUNT: {"type": "integer", "minimum": 1},
    Form.FLAG: {"type": "boolean"},
    # Editors that are set to YAML 1.1 take the words for truth values.
    Form.YES_NO: {"type": ["string", "boolean"], "enum": ["yes", "no", True, False]},
}


def schema(kind: FileKind) -> Schema:
    """Return the JSON Schema (draft-07) of a kind of file."""
    parts = {
        "claim": lambda: _mapping(claim_file.KEYS),
        "source": lambda: _mapping(source_file.KEYS),
        "parties": _parties,
        "reviews": lambda: _mapping(review_file.KEYS),
        "config": _config,
    }[kind]()
    title, description = _TITLES_AND_DESCRIPTIONS[kind]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": f"Written by `claimcheck schema {kind}`.",
        "title": title,
        "description": description,
        **parts,
    }


@cache
def schema_text(kind: FileKind) -> str:
    """Return the JSON Schema of a kind of file as it is written."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


def schema_files() -> dict[str, str]:
    """Return the schemas that a project keeps for editors: their texts, by path."""
    return {schema_path(kind): schema_text(kind) for kind in KINDS}


_TITLES_AND_DESCRIPTIONS: dict[FileKind, tuple[str, str]] = {
    "claim": ("A claim", "One checkable assertion, with the passages for it and against it."),
    "source": ("A source's record", "What is known of one pinned document."),
    "parties": ("The parties", "Who is who: ids, and the parties that they belong to."),
    "reviews": ("A claim's reviews", "Who signed a claim, and what it said then."),
    "config": (
        "The configuration",
        "The settings of claimcheck.toml, or of [tool.claimcheck] in pyproject.toml.",
    ),
}


def _parties() -> Schema:
    return {
        "type": "object",
        "propertyNames": {"pattern": _whole(Form.ID)},
        "additionalProperties": {
            **_mapping(parties_file.KEYS),
            "description": "One party; the key is its id.",
        },
    }


def _config() -> Schema:
    settings = _mapping(config.KEYS)
    defaults = Config()
    for name, property_schema in settings["properties"].items():
        if isinstance(default := getattr(defaults, name), str | int) and default != "":
            property_schema["default"] = default
    return settings


def _mapping(keys: Mapping[str, Key]) -> Schema:
    required = [name for name, key in keys.items() if key.required]
    groups = {key.group: key.alone for key in keys.values() if key.group}
    choices = [
        {
            "oneOf" if alone else "anyOf": [
                {"required": [name]} for name, key in keys.items() if key.group == group
            ]
        }
        for group, alone in groups.items()
    ]
    return {
        "type": "object",
        "properties": {name: _property(name, key) for name, key in keys.items()},
        **({"required": required} if required else {}),
        **({"allOf": choices} if len(choices) > 1 else choices[0] if choices else {}),
        "additionalProperties": False,
    }


def _property(name: str, key: Key) -> Schema:
    return {
        "title": name.replace("_", " "),
        "description": key.description,
        **_form(key),
        **({"examples": [key.example]} if key.example else {}),
    }


def _form(key: Key) -> Schema:
    if key.form in _SCHEMAS_BY_KEY:
        return _SCHEMAS_BY_KEY[key.form](key)
    return dict(_SCHEMAS[key.form])


def _choice(key: Key) -> Schema:
    return {"type": "string", "enum": [str(word) for word in key.choices or ()]}


def _reasons(_key: Key) -> Schema:
    rules = {
        page.name: {"description": page.summary, **_REASON} for page in pages() if page.allowable
    }
    return {"type": "object", "properties": rules, "additionalProperties": _REASON}


def _levels(_key: Key) -> Schema:
    rules = {
        page.name: {
            "description": page.summary,
            "type": "string",
            "enum": [
                level for level in config.LEVELS if (page.name, level) != (config.NEVER_OFF, "off")
            ],
            "default": "off" if page.off else str(page.severity),
        }
        for page in pages()
    }
    return {"type": "object", "properties": rules, "additionalProperties": False}


def _allowable(_key: Key) -> Schema:
    names = [
        page.name
        for page in pages()
        if page.name not in config.NEVER_ALLOWABLE and looks_at_claims(page.name)
    ]
    return {"type": "array", "items": {"enum": names}}


def _requirements(key: Key) -> Schema:
    for_all = _mapping(key.keys or {})
    tags = {
        "title": "tags",
        "description": "The same for every claim with a tag; each key is a tag.",
        "type": "object",
        "additionalProperties": _mapping(key.keys or {}),
    }
    return {**for_all, "properties": {**for_all["properties"], "tags": tags}}


def _policies(key: Key) -> Schema:
    for_all = _mapping(key.keys or {})
    folders = {
        "title": "folders",
        "description": "The same for the articles that a pattern of paths names.",
        "type": "object",
        "propertyNames": {"pattern": f"^{_NAME}(?:/{_WILD_NAME})*/*$"},
        "additionalProperties": _mapping(key.keys or {}),
    }
    return {**for_all, "properties": {**for_all["properties"], "folders": folders}}


# Of forms that depend on what the key allows.
_SCHEMAS_BY_KEY: dict[Form, Callable[[Key], Schema]] = {
    Form.CHOICE: _choice,
    Form.CHOICES: lambda key: {"type": "array", "items": _choice(key)},
    Form.MAPPING: lambda key: _mapping(key.keys or {}),
    Form.MAPPINGS: lambda key: {"type": ["array", "null"], "items": _mapping(key.keys or {})},
    Form.TEXT_OR_MAPPING: lambda key: {
        **_TEXT,
        **_mapping(key.keys or {}),
        "type": [*_SCALARS, "object"],
    },
    Form.REASONS_BY_RULE: _reasons,
    Form.LEVELS_BY_RULE: _levels,
    Form.RULES: _allowable,
    Form.REQUIREMENTS: _requirements,
    Form.ARTICLE_POLICIES: _policies,
}
