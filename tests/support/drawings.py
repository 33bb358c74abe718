"""Drawings of the code for docs/architecture.md: the packages, and the three values."""

from __future__ import annotations

import ast
import configparser
import dataclasses
import inspect
import re
import textwrap
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from claimcheck import model
from claimcheck.anchor import result
from claimcheck.assessment import assess, independence, status
from claimcheck.gate import report
from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = ROOT / "src" / "claimcheck"
_MODULES = (model, result, independence, status, assess, report)
# Where a person wrote something, which nearly every value has; and what only quickens rules.
_LEFT_OUT = {"Place", "Corpus"}
_WIDTH = 96
_LABEL = 44


def layers() -> list[list[str]]:
    """Return the packages as the import contract orders them, those of a line side by side."""
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter", "utf-8")
    (ordered,) = (
        section["layers"] for section in contract.values() if section.get("type") == "layers"
    )
    return [re.split(r" *[|:] *", line) for line in ordered.strip().splitlines()]


def packages() -> str:
    """Draw the packages and their order, in Mermaid."""
    lines = ["```mermaid", "flowchart TB"]
    ordered = layers()
    lines += [
        f'  {name.strip("_")}["<b>{name}</b><br>{_about(name)}"]'
        for line in ordered
        for name in line
    ]
    for upper, lower in pairwise(ordered):
        ends = [" & ".join(name.strip("_") for name in line) for line in (upper, lower)]
        lines.append(f"  {ends[0]} --> {ends[1]}")
    return "\n".join((*lines, "```"))


def _about(name: str) -> str:
    path = SOURCE / name / "__init__.py" if (SOURCE / name).is_dir() else SOURCE / f"{name}.py"
    page = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    summary = " ".join(page.partition("\n\n")[0].split()).rstrip(".")
    # What would end a label or a line in Mermaid.
    plain = summary.replace('"', "'").replace(";", ",")
    return "<br>".join(textwrap.wrap(plain, _LABEL))


def values() -> str:
    """Draw the report and what it holds, down to what people wrote: a line a value."""
    return "\n".join(("```text", *_drawn("", "Report", "", set()), "```"))


def _drawn(field: str, name: str, margin: str, seen: set[str]) -> Iterator[str]:
    """Yield the lines of a field's value, and of the values in it.

    Args:
        field: what the value's field is called; nothing where it has none.
        name: what the field is said to be, such as `tuple[Claim, ...]`.
        margin: what stands before the line.
        seen: the values that are drawn already.
    """
    kind = next(word for word in re.findall(r"\w+", name) if word in _VALUES)
    many = "*" if name.startswith(("tuple", "Mapping")) else ""
    head = f"{margin}{field}: {kind}{many}" if field else f"{margin}{kind}"
    if kind in seen:
        yield f"{head}, as above"
        return
    seen.add(kind)
    fields = _fields(_VALUES[kind])
    inner = {each: type_ for each, type_ in fields.items() if _value(type_)}
    plain = [each for each, type_ in fields.items() if not _value(type_) and not _out(type_)]
    yield from _wrapped(f"{head} ", plain, margin)
    for each, type_ in inner.items():
        if not each.startswith("_"):
            yield from _drawn(each, type_, f"{margin}  ", seen)


def _fields(value: Any) -> dict[str, str]:  # noqa: ANN401 - of a dataclass or a named tuple
    """Return the names of a value's fields, each with what it is said to be."""
    if dataclasses.is_dataclass(value):
        return {each.name: str(each.type) for each in dataclasses.fields(value)}
    types = value.__annotations__
    return {
        name: str(getattr(types[name], "__forward_arg__", types[name])) for name in value._fields
    }


def _wrapped(head: str, fields: list[str], margin: str) -> Iterator[str]:
    line = head + ("(" if fields else "")
    for number, field in enumerate(fields, 1):
        piece = field + (")" if number == len(fields) else ", ")
        if len(line) + len(piece.rstrip()) > _WIDTH:
            yield line.rstrip()
            line = f"{margin}    "
        line += piece
    yield line.rstrip()


def _value(type_: str) -> bool:
    return not _out(type_) and any(word in _VALUES for word in re.findall(r"\w+", type_))


def _out(type_: str) -> bool:
    return any(word in _LEFT_OUT for word in re.findall(r"\w+", type_))


def _is_named_tuple(value: type) -> bool:
    return issubclass(value, tuple) and hasattr(value, "_fields")


def _dataclasses() -> dict[str, Any]:
    return {
        name: value
        for module in _MODULES
        for name, value in vars(module).items()
        if inspect.isclass(value)
        and (dataclasses.is_dataclass(value) or _is_named_tuple(value))
        and not issubclass(value, Enum)
    }


_VALUES = _dataclasses()
