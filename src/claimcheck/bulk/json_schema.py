"""The JSON Schemas of rows that bulk jobs write, made of the columns of their Arrow tables."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from claimcheck.anchor import Fit
from claimcheck.bulk.check import FINDING_FIELDS
from claimcheck.bulk.find import PASSAGE_FIELDS
from claimcheck.bulk.tables import RESULT_FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEVER_NULL: Final = frozenset(
    {"stands", "fit", "difference", "changes", "omissions", "brackets", "count", "similarity"}
    | {"locators", "effort", "version", "severity", "message", "project"}
)
_PARQUET: Final = (
    "Parquet has the columns, JSON lines have the fields; in CSV, lists and objects are JSON. "
    "New columns may be added within one version."
)


def quotation_schema_text() -> str:
    """Return the JSON Schema (2020-12) of a row of results, as it is written."""
    about = "A row of what `claimcheck bulk verify` and `bulk locate` write."
    return _schema_text("bulk-quotations", about, RESULT_FIELDS)


def passage_schema_text() -> str:
    """Return the JSON Schema (2020-12) of a row of passages, as it is written."""
    return _schema_text(
        "bulk-passages", "A row of what `claimcheck bulk find` writes.", PASSAGE_FIELDS
    )


def finding_schema_text() -> str:
    """Return the JSON Schema (2020-12) of a row of findings, as it is written."""
    return _schema_text(
        "bulk-findings", "A row of what `claimcheck bulk check` writes.", FINDING_FIELDS
    )


def _schema_text(name: str, about: str, fields: Sequence[tuple[str, pa.DataType, str]]) -> str:
    properties = {
        column: {**_schema(kind, null=column not in _NEVER_NULL), "description": meaning}
        for column, kind, meaning in fields
    }
    if "fit" in properties:
        properties["fit"]["enum"] = list(map(str, Fit))
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:claimcheck:schema:{name}:1",
        "title": f"claimcheck/{name}",
        "description": f"{about} {_PARQUET}",
        "type": "object",
        "required": list(properties),
        "properties": properties,
    }
    return json.dumps(schema, indent=2, ensure_ascii=True) + "\n"


def _schema(kind: pa.DataType, *, null: bool) -> dict[str, Any]:
    """The schema of a column's type."""
    if pa.types.is_list(kind):
        return {"type": "array", "items": _schema(kind.value_type, null=False)}
    if pa.types.is_struct(kind):
        fields = {field.name: _schema(field.type, null=True) for field in kind}
        name: str | list[str] = ["object", "null"] if null else "object"
        return {"type": name, "required": list(fields), "properties": fields}
    names = {pa.string(): "string", pa.int64(): "integer", pa.float64(): "number"}
    plain = names.get(kind, "boolean")
    return {"type": [plain, "null"] if null else plain}
