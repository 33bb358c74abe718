"""The schemas of a project's files say what the readers say, and editors can use them offline."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import permutations
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema.exceptions import ValidationError

from claimcheck.dossier import (
    claim_file,
    config,
    parties_file,
    review_file,
    source_file,
    strict_yaml,
)
from claimcheck.dossier.config import read_config
from claimcheck.dossier.fields import FlawLog
from claimcheck.dossier.keys import Form, Key
from claimcheck.dossier.modeline import FOLDER, FileKind, modeline
from claimcheck.dossier.yaml_nodes import MappingNode, Node, SequenceNode
from claimcheck.formats.file_schema import KINDS, Schema, schema
from claimcheck.gate.runner import severities
from claimcheck.model import Config
from claimcheck.model.errors import ProjectError
from claimcheck.system.plain_files import RefusedError
from claimcheck.system.tree import FileContent, TreeEntry
from claimcheck.text.ignorable import is_blank
from support.project import ROOT, CommandResult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

Json = Any
TABLES: dict[FileKind, Mapping[str, Key]] = {
    "claim": claim_file.KEYS,
    "source": source_file.KEYS,
    "reviews": review_file.KEYS,
    "config": config.KEYS,
}
# Two parties of one name, or in a circle, and letters that only look alike: no schema says that.
BEYOND_SCHEMAS = re.compile(
    "cannot be told apart|lead back to itself|not all letters are what they look like"
)


# What the readers say


@dataclass(frozen=True, slots=True)
class Shelf:
    """A tree of given files."""

    files: Mapping[str, bytes]

    def entries(self, folder: str) -> list[TreeEntry]:
        """List nothing: only named files are read."""
        raise RefusedError(f"there is no {folder}")

    def read(self, path: str, limit: int = 0) -> FileContent:
        """Return a given file."""
        if path not in self.files:
            raise RefusedError(f"there is no such file within {limit} bytes")
        return FileContent(self.files[path], "")

    def digest(self, path: str) -> str:
        """Return no hash: nothing here is compared."""
        return self.read(path).sha256


def flaws_of(kind: FileKind, text: str) -> list[str]:
    """Return what the reader of a kind of file has against a text."""
    if kind == "config":
        return config_flaws(text)
    document = strict_yaml.read(text.encode())
    flaws = FlawLog(f"{kind}.yaml")
    if kind == "claim":
        claim_file.read_claim(document, "x", flaws)
    elif kind == "source":
        source_file.read_source(document, "x", Shelf({}), flaws)
    elif kind == "parties":
        parties_file.read_parties(document, flaws)
    else:
        review_file.read_reviews(document, flaws)
    return [flaw.message for flaw in flaws.flaws if not BEYOND_SCHEMAS.search(flaw.message)]


def config_flaws(text: str) -> list[str]:
    """Read a table as claimcheck.toml and as a part of pyproject.toml; both must say the same."""
    result: list[list[str]] = []
    for name, written in (("claimcheck.toml", text), ("pyproject.toml", within_pyproject(text))):
        try:
            config = read_config(Shelf({name: written.encode()}), name)
            assert config is not None
            severities(config)
            result.append([])
        except ProjectError as error:
            result.append([problem.rpartition(": ")[2] for problem in error.problems])
    assert result[0] == result[1]
    return result[0]


def within_pyproject(text: str) -> str:
    return f"[tool.other]\n[tool.claimcheck]\n{text}"


# What the schemas say


def in_ecmascript(validator: Any, pattern: str, value: Json, _schema: Json) -> Iterator[Any]:  # noqa: ANN401 - jsonschema's own types
    """Match as editors do: `$` is the end, never a line's end before it."""
    if validator.is_type(value, "string"):
        there = re.sub(r"\$$", r"\\Z", pattern)
        if not re.search(there, value):
            yield ValidationError(f"{value!r} does not match {pattern!r}")


Validator: Any = jsonschema.validators.extend(  # type: ignore[no-untyped-call]
    jsonschema.Draft7Validator, {"pattern": in_ecmascript}
)
VALIDATORS = {kind: Validator(schema(kind)) for kind in KINDS}


# Documents that a schema describes, and others near them

LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"])
ASCII = st.characters(min_codepoint=32, max_codepoint=126)
LINES = st.characters(min_codepoint=32, max_codepoint=126, include_characters="\n")
ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3000),
    st.sampled_from([0.5, -1.5]),
    st.sampled_from(["", " ", "x", "2020", "2020-02-30", "supports", "https://x.org", "../x", "/"]),
    st.text(LETTERS, max_size=5),
    st.lists(st.sampled_from(["a", 1, None, [], {}]), max_size=2),
    st.dictionaries(st.sampled_from(["exact", "name", "x", "status"]), st.just("a"), max_size=2),
)


def documents(wanted: Schema) -> st.SearchStrategy[Json]:
    """Return a strategy for what a schema of ours accepts."""
    if "enum" in wanted:
        return st.sampled_from(wanted["enum"])
    types = wanted["type"] if isinstance(wanted["type"], list) else [wanted["type"]]
    return st.one_of([TYPES[name](wanted) for name in types])


def strings(wanted: Schema) -> st.SearchStrategy[str]:
    pattern = wanted.get("pattern", "")
    # Names of files and folders: which signs a system cannot write, readers know better.
    letters = LETTERS if pattern in {"", r"\S"} else LINES if r"\n" in pattern else ASCII
    return st.from_regex(re.sub(r"\$$", r"\\Z", pattern), alphabet=letters).filter(
        lambda text: text.partition(".")[0].lower() not in {"con", "prn", "aux", "nul"}
    )


def numbers(wanted: Schema) -> st.SearchStrategy[int | float]:
    if "{64}" in wanted.get("pattern", ""):
        return st.text("0123456789", min_size=63, max_size=63).map(lambda rest: int("1" + rest))
    if "exclusiveMinimum" in wanted:
        return st.one_of(st.integers(1, 10**20), st.just(0.5))
    return st.one_of(st.integers(), st.sampled_from([0.5, -1.5]))


def integers(wanted: Schema) -> st.SearchStrategy[int]:
    return st.integers(wanted.get("minimum"), wanted.get("maximum"))


def lists(wanted: Schema) -> st.SearchStrategy[list[Json]]:
    return st.lists(
        documents(wanted["items"]),
        min_size=wanted.get("minItems", 0),
        max_size=wanted.get("maxItems", 3),
    )


def objects(wanted: Schema) -> st.SearchStrategy[dict[str, Json]]:
    if "oneOf" in wanted:
        return st.one_of([objects(only(wanted, each["required"][0])) for each in wanted["oneOf"]])
    named = {name: documents(value) for name, value in wanted.get("properties", {}).items()}
    required = {
        *wanted.get("required", ()),
        *(name for each in wanted.get("anyOf", ())[:1] for name in each["required"]),
    }
    # An id must be the file's own name, which no schema knows.
    fixed = st.fixed_dictionaries(
        {name: value for name, value in named.items() if name in required},
        optional={name: value for name, value in named.items() if name not in {"id", *required}},
    )
    others = wanted["additionalProperties"]
    if others is False:
        return fixed
    keys = strings(wanted.get("propertyNames", {"pattern": r"\S"}))
    more = st.dictionaries(keys.filter(lambda key: key != "<<"), documents(others), max_size=2)
    return st.builds(lambda members, rest: {**rest, **members}, fixed, more)


def only(wanted: Schema, chosen: str) -> Schema:
    """Return the schema of those objects that have one key of several which exclude each other."""
    others = {each["required"][0] for each in wanted["oneOf"]} - {chosen}
    return {
        **{name: value for name, value in wanted.items() if name != "oneOf"},
        "required": [*wanted.get("required", ()), chosen],
        "properties": {
            name: value for name, value in wanted["properties"].items() if name not in others
        },
    }


TYPES: dict[str, Callable[[Schema], st.SearchStrategy[Json]]] = {
    "string": strings,
    "number": numbers,
    "integer": integers,
    "boolean": lambda _wanted: st.booleans(),
    "null": lambda _wanted: st.none(),
    "array": lists,
    "object": objects,
}
ACCEPTED = {kind: documents(schema(kind)) for kind in KINDS}


@st.composite
def disturbed(draw: st.DrawFn, kind: FileKind) -> Json:
    """Draw a document in which one thing, anywhere, is taken out, put in or replaced."""
    document = draw(ACCEPTED[kind])
    holder = document
    while True:
        inner = [value for value in branches(holder) if isinstance(value, dict | list) and value]
        if not inner or draw(st.booleans()):
            break
        holder = draw(st.sampled_from(inner))
    if isinstance(holder, list):
        holder[draw(st.integers(0, len(holder) - 1))] = draw(ANYTHING)
    else:
        keys = [*holder, "x", "status", "quote", "claims", "name"]
        key = draw(st.sampled_from(keys))
        if key in holder and draw(st.booleans()):
            del holder[key]
        else:
            holder[key] = draw(ANYTHING)
    return document


def branches(node: Json) -> list[Json]:
    return list(node.values()) if isinstance(node, dict) else node


def written(kind: FileKind, document: Json) -> str:
    """Write a document: JSON is YAML, and nearly TOML."""
    if kind != "config":
        return json.dumps(document, ensure_ascii=False)
    return "".join(f"{toml(key)} = {toml(value)}\n" for key, value in document.items())


def toml(value: Json) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(key)} = {toml(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def holds_nothing(node: Json) -> bool:
    return node is None or (
        isinstance(node, dict | list) and any(map(holds_nothing, branches(node)))
    )


def is_composed(document: Json) -> bool:
    """Whether a document is in Unicode's composed form, of which no schema can tell."""
    return unicodedata.is_normalized("NFC", json.dumps(document, ensure_ascii=False))


def holds_short_hash(document: Json) -> bool:
    """Whether a number stands for a hash, whose zeros in front no schema can count."""
    hashes = [document.get(key) for key in ("sha256", "text_sha256", "text_of")]
    return any(isinstance(each, int | float) and each < 1e60 for each in hashes)


def shows_nothing(node: Json) -> bool:
    """Whether a text holds only signs that nobody sees, of which no schema can tell."""
    if isinstance(node, str):
        return bool(node.strip()) and all(unicodedata.category(sign)[0] in "ZCM" for sign in node)
    return isinstance(node, dict | list) and any(map(shows_nothing, branches(node)))


def gives_no_reason(document: Json) -> bool:
    """Whether a reason is of signs that are no letters, which no schema can tell beyond ASCII."""
    reasons = document.get("allow")
    return isinstance(reasons, dict) and any(
        isinstance(reason, str)
        and not reason.isascii()
        and not any(sign.isalnum() for sign in reason)
        for reason in reasons.values()
    )


def has_one_folder_for_two(document: Json) -> bool:
    """Whether two kinds of files have a folder in common, which no schema can tell."""
    defaults = {"claims": "claims", "sources": "sources", "reviews": "reviews"}
    folders = [f"{document.get(key, name)}".rstrip("/") for key, name in defaults.items()]
    return any(
        f"{folder}/".casefold().startswith(f"{other}/".casefold())
        for folder, other in permutations(folders, 2)
    )


# Each draws hundreds of values, of every key that there is; and there are five kinds of files.
FEWER = settings(max_examples=settings().max_examples // 2)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_schema_accepts_the_reader_accepts(kind: FileKind) -> None:
    # A configuration has a key for every rule, and takes a while to be made up.
    @settings(FEWER, suppress_health_check=[HealthCheck.too_slow])
    @given(ACCEPTED[kind])
    def holds(document: Json) -> None:
        assume(not shows_nothing(document) and not gives_no_reason(document))
        assume(kind != "config" or not has_one_folder_for_two(document))
        assert VALIDATORS[kind].is_valid(document)
        assert flaws_of(kind, written(kind, document)) == []

    holds()


@pytest.mark.parametrize("kind", KINDS)
def test_schema_and_reader_agree_about_documents_with_a_slip(kind: FileKind) -> None:
    @FEWER
    @given(disturbed(kind))
    def holds(document: Json) -> None:
        assume(kind != "config" or not holds_nothing(document))  # TOML has no null
        assume(not holds_short_hash(document) and is_composed(document))
        assume(not shows_nothing(document) and not gives_no_reason(document))
        assume(kind != "config" or not has_one_folder_for_two(document))
        flaws = flaws_of(kind, written(kind, document))

        assert VALIDATORS[kind].is_valid(document) == (not flaws), flaws

    holds()


# Texts as people write them, typed as editors type them

PLAIN = [
    "word", "two words", "2020", "1.5", "true", "No", "yes", "on", "0x1F", "0o17", ".inf", "-.Inf",
    ".nan", "1e5", "012", "1_000", "12:30:45", "2020-07-10", "2020-07", "-5", "+7",
]  # fmt: skip
CORE: list[tuple[re.Pattern[str], Callable[[str], Json]]] = [
    (re.compile(r"null|Null|NULL|~|"), lambda _text: None),
    (re.compile(r"true|True|TRUE|false|False|FALSE"), lambda text: text.lower() == "true"),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+"), lambda text: int(text, 0)),
    (re.compile(r"0x[0-9a-fA-F]+"), lambda text: int(text, 16)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
    (
        re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"),
        lambda text: float(text.replace(".", "")),
    ),
]


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def text_forms() -> st.SearchStrategy[str]:
    in_marks = st.text(LETTERS, min_size=1).filter(lambda text: not is_blank(text)).map(quoted)
    return st.one_of(st.sampled_from(PLAIN), in_marks)


def either(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Write a value plainly or in quotation marks."""
    return st.one_of(values, values.map(quoted))


TAGS = text_forms().filter(lambda text: "," not in text)
CELLS = st.sampled_from(
    ["row=Elm; column=injured", "sheet=2021;row=Elm", 'year=2021; "a;b"="c=d"; column=x;']
).map(quoted)
DAYS = st.dates(dt.date(1, 1, 1)).map(str)
# Without quotation marks an editor takes 0987 for 987, or for an octal number.
YEARS = st.integers(1000, 9999).map(str)
WRITTEN: dict[Form, Callable[[Key], st.SearchStrategy[str]]] = {
    Form.TEXT: lambda _key: text_forms(),
    Form.TEXT_OR_NOTHING: lambda _key: st.one_of(text_forms(), st.sampled_from(["~", '""'])),
    Form.TEXTS: lambda _key: st.one_of(text_forms(), flow_list(text_forms())),
    Form.TAGS: lambda _key: st.one_of(TAGS, flow_list(TAGS)),
    Form.ID: lambda _key: either(st.just("x")),
    Form.CELL: lambda _key: CELLS,
    Form.CELLS: lambda _key: st.one_of(CELLS, st.lists(CELLS, min_size=1, max_size=3).map(in_list)),
    Form.CELL_PAIR: lambda _key: st.lists(CELLS, min_size=2, max_size=2).map(in_list),
    Form.RESULT: lambda _key: either(
        st.sampled_from(["14", "-3.25", "1200000", "closed", "2020-07-10", "not known"])
    ),
    Form.ROUNDING: lambda _key: either(
        st.sampled_from(["none", "1000", "to 100", "down to 0.1", "up to 5"])
    ),
    Form.DAY: lambda _key: either(DAYS),
    Form.PARTIAL_DATE: lambda _key: st.one_of(
        either(DAYS), either(st.just("2020-07")), either(YEARS), st.just('"0987"')
    ),
    Form.WEB_ADDRESS: lambda _key: either(
        st.sampled_from(["https://example.org/a#b", "HTTP://x", "http://[::1]/"])
    ).filter(lambda text: not text.startswith("http://[")),
    Form.LANGUAGE: lambda _key: either(st.sampled_from(["en", "pt-BR", "no", "zh-Hant-TW"])),
    Form.SHA256: lambda _key: either(
        st.one_of(
            st.text("0123456789abcdefABCDEF", min_size=63, max_size=63).map("f".__add__),
            st.text("0123456789", min_size=63, max_size=63).map("4".__add__),
        )
    ),
    Form.SPANS: lambda _key: st.one_of(
        st.sampled_from(["0-12", '"4500-4800"']), flow_list(st.sampled_from(["3-9", '"12-4500"']))
    ),
    Form.FINGERPRINT: lambda _key: st.just("sha256:" + 32 * "0f"),
    Form.SIGNATURE: lambda _key: st.sampled_from(
        [
            r'"-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n"',
            r'"-----BEGIN PGP SIGNATURE-----\nVersion: 1\n\niHU=\n-----END PGP SIGNATURE-----"',
        ]
    ),
    Form.FILE: lambda _key: either(
        st.sampled_from(["2020", "1.5", "a/b c.txt", "true", "été.pdf"])
    ),
    Form.CHOICE: lambda key: either(st.sampled_from([str(word) for word in key.choices or ()])),
    Form.YES_NO: lambda _key: either(st.sampled_from(["yes", "no"])),
    Form.MAPPING: lambda key: flow_mapping(key.keys or {}),
    Form.MAPPINGS: lambda key: st.one_of(
        st.sampled_from(["~", "null", "Null", "[]"]), flow_list(flow_mapping(key.keys or {}))
    ),
    Form.TEXT_OR_MAPPING: lambda key: st.one_of(text_forms(), flow_mapping(key.keys or {})),
    Form.REASONS_BY_RULE: lambda _key: (
        text_forms()
        .filter(lambda reason: any(map(str.isalnum, reason)))
        .map("{{single-origin: {0}, 1: {0}}}".format)
    ),
}


def in_list(items: list[str]) -> str:
    return f"[{', '.join(items)}]"


def flow_list(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(items, max_size=3).map(lambda some: f"[{', '.join(some)}]")


def flow_mapping(keys: Mapping[str, Key]) -> st.SearchStrategy[str]:
    return entries(keys).map(
        # In quotation marks, since `on` is a truth value to YAML 1.1.
        lambda some: "{" + ", ".join(f'"{key}": {value}' for key, value in some.items()) + "}"
    )


def entries(keys: Mapping[str, Key]) -> st.SearchStrategy[dict[str, str]]:
    apart = [name for name, key in keys.items() if key.alone]
    if len(apart) > 1:
        rest = {name: key for name, key in keys.items() if name not in apart}
        return st.one_of(
            [entries({**rest, name: replace(keys[name], alone=False)}) for name in apart]
        )
    forms = {name: WRITTEN[key.form](key) for name, key in keys.items()}
    groups = {key.group: name for name, key in [*keys.items()][::-1] if key.group}
    needed = {name for name, key in keys.items() if key.required} | ({"file"} & set(keys))
    needed |= set(groups.values())
    return st.fixed_dictionaries(
        {name: form for name, form in forms.items() if name in needed},
        optional={name: form for name, form in forms.items() if name not in needed},
    )


def as_typed(node: Node) -> Json:
    """Type a document as YAML 1.2's core schema does, which editors follow."""
    if isinstance(node, SequenceNode):
        return [as_typed(item) for item in node.items]
    if isinstance(node, MappingNode):
        return {key: as_typed(value) for key, (_key, value) in node.entries.items()}
    for pattern, typed in CORE if node.plain else ():
        if pattern.fullmatch(node.value):
            return typed(node.value)
    return node.value


def as_typed_of_old(text: str) -> Json:
    """Type a document as YAML 1.1 does, which older tools follow; days are texts in JSON."""
    value = yaml.safe_load(text)
    return json.loads(json.dumps(value, default=str))


@pytest.mark.parametrize("kind", ["claim", "source", "reviews"])
def test_what_the_reader_accepts_the_schema_accepts_in_every_editor(kind: FileKind) -> None:
    @given(entries(TABLES[kind]).filter(bool))
    def holds(document: dict[str, str]) -> None:
        text = "".join(f"{key}: {value}\n" for key, value in document.items())
        read = strict_yaml.read(text.encode())
        assert flaws_of(kind, text) == []
        assert read.root is not None

        VALIDATORS[kind].validate(as_typed(read.root))
        VALIDATORS[kind].validate(as_typed_of_old(text))

    holds()


def files_of_this_repository() -> Iterator[tuple[FileKind, Path]]:
    for folder in (ROOT, *sorted((ROOT / "tests" / "cases").iterdir())):
        for claim in sorted((folder / "claims").rglob("*.yaml")):
            yield "claim", claim
        for name in ("seeds", "sources"):
            for record in sorted((folder / name).rglob("*.yaml")):
                yield ("parties" if record.name == "parties.yaml" else "source"), record
        for review in sorted((folder / "reviews").rglob("*.yaml")):
            yield "reviews", review


def test_the_schemas_accept_every_sound_file_of_this_repository() -> None:
    sound = 0
    for kind, path in files_of_this_repository():
        text = path.read_text("utf-8")
        root = strict_yaml.read(text.encode()).root
        about_id = re.compile(r"`id` is")
        if root is not None and not [
            result for result in flaws_of(kind, text) if not about_id.match(result)
        ]:
            VALIDATORS[kind].validate(as_typed(root))
            sound += 1

    assert sound > 100


# The schemas themselves


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_that_editors_read(kind: FileKind) -> None:
    value = schema(kind)
    jsonschema.Draft7Validator.check_schema(value)

    assert value["$schema"] == "http://json-schema.org/draft-07/schema#"
    for place, mapping in mappings_in(value):
        for name, described in mapping.get("properties", {}).items():
            assert re.fullmatch(r"[A-Z].*\.", described["description"]), f"{place}/{name}"
        assert "additionalProperties" in mapping, place


def mappings_in(node: Json, place: str = "") -> Iterator[tuple[str, Schema]]:
    if isinstance(node, dict):
        if "object" in node.get("type", ""):
            yield place, node
        for key, value in node.items():
            yield from mappings_in(value, f"{place}/{key}")


@pytest.mark.parametrize(("kind", "table"), TABLES.items())
def test_every_key_that_a_reader_knows_is_in_its_schema(
    kind: FileKind, table: Mapping[str, Key]
) -> None:
    held_to(schema(kind), table)


def held_to(described: Schema, table: Mapping[str, Key]) -> None:
    assert list(described["properties"])[: len(table)] == list(table)
    for name, key in table.items():
        inner = described["properties"][name]
        assert inner["description"] == key.description
        assert (name in described.get("required", ())) == key.required
        if key.keys is not None:
            held_to(inner.get("items", inner), key.keys)


@pytest.mark.parametrize("kind", KINDS)
def test_examples_and_defaults_are_what_their_schemas_accept(kind: FileKind) -> None:
    shown = 0
    for _place, mapping in mappings_in(schema(kind)):
        for described in mapping.get("properties", {}).values():
            usual = [described["default"]] if "default" in described else []
            for value in (*described.get("examples", ()), *usual):
                Validator(described).validate(value)
                shown += 1

    assert shown or kind == "reviews"


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("claim", "claim: X\nclaimant: Null\n", "`claimant` is empty"),
        ("claim", 'claim: X\nevidence: ""\n', "`evidence` must be a list, not text"),
        ("source", "title: T\nfile: t.txt\nissued: ٢٠٢٠\n", "`issued` is '٢٠٢٠', which is no date"),
        (
            "reviews",
            "reviews: [{by: a, on: 2026-01-31, fingerprint: sha256:"
            + 32 * "0f"
            + ", claim: X, passages: [{sorce: x}]}]\n",
            "a signed passage has no key 'sorce'",
        ),
    ],
)
def test_what_no_schema_can_tell_apart_the_readers_refuse(
    kind: FileKind, text: str, message: str
) -> None:
    assert flaws_of(kind, text) == [message]


# The command


@pytest.mark.parametrize("kind", KINDS)
def test_schema_prints_the_schema_of_a_file_anywhere(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: FileKind
) -> None:
    monkeypatch.chdir(tmp_path)

    assert json.loads(run("schema", kind).out) == schema(kind)


def test_schema_write_keeps_the_schemas_of_the_project(run: Run, write: Write) -> None:
    root = write({f"{FOLDER}/claim.json": '{"$comment": "Written by `claimcheck schema claim`."}'})

    first, second = run("schema", "--write", "-C", root), run("schema", "--write", "-C", root)

    assert (first.status, first.out) == (
        0,
        (
            "renewed .claimcheck/schemas/claim.json\n"
            "created .claimcheck/schemas/source.json\n"
            "created .claimcheck/schemas/parties.json\n"
            "created .claimcheck/schemas/reviews.json\n"
            "created .claimcheck/schemas/config.json\n"
            "\n"
            "editors use them where a file begins with this line:\n"
            "  a claim:\n"
            "    # yaml-language-server: $schema=../.claimcheck/schemas/claim.json\n"
            "  a source's record:\n"
            "    # yaml-language-server: $schema=../.claimcheck/schemas/source.json\n"
            "  claimcheck.toml:\n"
            "    #:schema .claimcheck/schemas/config.json\n"
        ),
    )
    assert second.out.startswith("kept    .claimcheck/schemas/claim.json\n")
    assert json.loads((root / FOLDER / "claim.json").read_text("utf-8")) == schema("claim")


def test_schema_write_leaves_alone_what_is_not_its_own(run: Run, write: Write) -> None:
    root = write({f"{FOLDER}/claim.json": "{}"})

    result = run("schema", "--write", "-C", root)

    assert (result.status, result.err) == (
        2,
        (
            "error: .claimcheck/schemas/claim.json: was not written by claimcheck\n"
            "  help: move it elsewhere, then try again\n"
        ),
    )
    assert (root / FOLDER / "claim.json").read_text() == "{}"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["clam"],
            "error: there is no schema 'clam'\n  help: did you mean claim?\n",
        ),
        (
            [],
            (
                "error: which schema?\n  help: there are claim, source, parties, reviews, config, "
                "findings, claims, shown-claim, evidence, log, source-log, status, sources, "
                "shown-source, verification, watched, quotation, passages, duplicates, "
                "bulk-quotations, bulk-passages, bulk-findings, article\n"
            ),
        ),
        (["claim", "--write"], "error: --write writes all schemas of files; leave the name out\n"),
    ],
)
def test_schema_says_what_it_lacks(run: Run, arguments: list[str], message: str) -> None:
    result = run("schema", *arguments)

    assert (result.status, result.out, result.err) == (2, "", message)


# The comment


@pytest.mark.parametrize(
    ("kind", "path", "line"),
    [
        (
            "claim",
            "claims/a.yaml",
            "# yaml-language-server: $schema=../.claimcheck/schemas/claim.json",
        ),
        (
            "source",
            "seeds/2021/may/a.yaml",
            "# yaml-language-server: $schema=../../../.claimcheck/schemas/source.json",
        ),
        ("config", "claimcheck.toml", "#:schema .claimcheck/schemas/config.json"),
    ],
)
def test_the_comment_leads_from_the_file_to_its_schema(
    run: Run, write: Write, kind: FileKind, path: str, line: str
) -> None:
    root = write({})
    assert modeline(root, kind, path) == ""  # an editor complains of a schema that is not there
    run("schema", "--write", "-C", root)

    assert modeline(root, kind, path) == f"{line}\n"
    relative = re.split("=| ", line)[-1]
    assert json.loads((root / path).parent.joinpath(relative).resolve().read_text("utf-8")) == (
        schema(kind)
    )


def test_the_strict_reader_takes_the_comment_for_a_comment(run: Run, write: Write) -> None:
    root = write({"claims/a.yaml": "", "sources/a.txt": "The bridge reopened on 4 May 2021.\n"})
    run("schema", "--write", "-C", root)
    config = modeline(root, "config", "claimcheck.toml")
    claim = modeline(root, "claim", "claims/a.yaml")
    record = modeline(root, "source", "sources/a.yaml")
    write(
        {
            "claimcheck.toml": config + 'rules.source-unpinned = "off"\n',
            "claims/a.yaml": claim + "claim: It reopened.\nevidence:\n  - source: a\n"
            "    stance: supports\n    quote: The bridge reopened on 4 May 2021\n",
            "sources/a.yaml": record + "title: A report\nfile: a.txt\n",
        }
    )

    result = run("check", "-C", root)

    assert (result.status, result.out) == (
        0,
        "1 claim, 1 evidence item, 1 source: no findings; 0 unchecked\n",
    )


def test_defaults_are_the_configurations_own() -> None:
    described = schema("config")["properties"]
    usual = Config()

    assert {name: key["default"] for name, key in described.items() if "default" in key} == {
        "claims": usual.claims,
        "sources": usual.sources,
        "min_origins": usual.min_origins,
        "stale_after": usual.stale_after,
        "reviews": usual.reviews,
        "tour": usual.tour,
    }
