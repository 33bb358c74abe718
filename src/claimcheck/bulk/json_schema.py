"""The JSON Schema of a row of verdicts, made of the columns of their Arrow table."""

from __future__ import annotations

import json
from typing import Any, Final

import pyarrow as pa

from claimcheck.anchor import Fit
from claimcheck.bulk.tables import VERDICT_FIELDS

_NEVER_NULL: Final = frozenset(
    {"stands", "fit", "difference", "changes", "omissions", "brackets", "count", "similarity"}
    | {"locators", "effort", "version"}
)


def verdict_schema_text() -> str:
    """Return the JSON Schema (2020-12) of a line of verdicts, as it is written."""
    properties = {
        name: {**_schema(kind, null=name not in _NEVER_NULL), "description": about}
        for name, kind, about in VERDICT_FIELDS
    }
    properties["fit"]["enum"] = list(map(str, Fit))
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:claimcheck:schema:verdicts:1",
        "title": "claimcheck/verdicts",
        "description": "A row of what `claimcheck bulk verify` writes. Parquet has the columns, "
        "JSON lines have the fields; in CSV, lists and objects are JSON. New columns may be added "
        "within one version.",
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
