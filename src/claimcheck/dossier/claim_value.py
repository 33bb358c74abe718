"""The key `value` of an evidence item: cells of a table, and the number that they come to."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from claimcheck.dossier.keys import Form, Key, has_form
from claimcheck.dossier.yaml_nodes import ScalarNode, SequenceNode
from claimcheck.model import CellAddress, CellValue, Operation
from claimcheck.text.printable import short_repr

if TYPE_CHECKING:
    from claimcheck.dossier.fields import Fields

_TWO: Final = 2
# Adding up more cells than these takes an address that leads to all of them.
_MOST_ADDRESSES: Final = 200
_ADDRESS: Final = "sheet=2021; row=Elm; column=injured"


class Marks(StrEnum):
    """The sign before decimals in a table."""

    POINT = "point"
    COMMA = "comma"

    @property
    def sign(self) -> str:
        """The sign itself."""
        return "." if self is Marks.POINT else ","

    @classmethod
    def of(cls, sign: str) -> Marks:
        """Return the mark that a sign is."""
        return cls.POINT if sign == "." else cls.COMMA


VALUE_KEYS = {
    "at": Key(
        Form.CELL,
        "The cell, by the content of its keys: sheet, row and column, or any column's name.",
        example=_ADDRESS,
        group="cells",
        alone=True,
    ),
    "sum": Key(
        Form.CELLS,
        "Cells to add up; an address without a row leads to all of its column.",
        example=["row=Elm; column=injured", "row=Oak; column=injured"],
        group="cells",
        alone=True,
    ),
    "share": Key(
        Form.CELL_PAIR,
        "Two cells, the part and the whole; in hundredths where the unit is %.",
        example=["row=Elm; column=injured", "row=Total; column=injured"],
        group="cells",
        alone=True,
    ),
    "change": Key(
        Form.CELL_PAIR,
        "Two cells, the earlier and the later; in hundredths of the earlier where the unit is %.",
        example=["row=Elm; column=2020", "row=Elm; column=2021"],
        group="cells",
        alone=True,
    ),
    "is": Key(
        Form.RESULT,
        "What the cells come to: a number in digits with a point, or the cell's words.",
        required=True,
        example="14",
    ),
    "unit": Key(Form.TEXT, "Of what it is so much.", example="people"),
    "rounding": Key(
        Form.ROUNDING,
        "How the number was rounded: none (the default), to 1000, down to 0.1, up to 100.",
        example="none",
    ),
    "decimal": Key(
        Form.CHOICE,
        "The sign before decimals in the table, where that is not plain.",
        choices=Marks,
    ),
}


def read_value(item: Fields) -> CellValue | None:
    """Read the value of an evidence item; None where there is none, or what is there is flawed."""
    fields = item.mapping("value", "a value")
    if fields is None:
        return None
    fields.refuse_unknown(VALUE_KEYS)
    operation = _operation(fields)
    expected = fields.required_text("is", "what the cells come to, such as 14")
    plain = expected is not None and _is_plain(fields, expected)
    addresses = _addresses(fields, operation) if operation else None
    unit, rounding = fields.text("unit"), _rounding(fields)
    mark = fields.choice("decimal", Marks)
    if operation is None or expected is None or not plain or not addresses or rounding is None:
        return None
    return CellValue(
        operation,
        addresses,
        expected,
        fields.place,
        unit or "",
        rounding,
        mark.sign if mark else "",
    )


def written(value: CellValue) -> dict[str, str | tuple[str, ...]]:
    """Return the keys of a value as they are written, each with its text or its list."""
    texts = tuple(address.text for address in value.addresses)
    parts: dict[str, str | tuple[str, ...]] = {
        str(value.operation): texts[0] if value.operation is Operation.CELL else texts,
        "is": value.expected,
    }
    marks = {each.sign: str(each) for each in Marks}
    optional = (
        ("unit", value.unit),
        ("rounding", value.rounding),
        ("decimal", marks.get(value.decimal, "")),
    )
    return parts | {key: text for key, text in optional if text}


def _operation(fields: Fields) -> Operation | None:
    written = [each for each in Operation if fields.node(each) is not None]
    if len(written) == 1:
        return written[0]
    if not written:
        fields.required_text(Operation.CELL, _ADDRESS)
        return None
    keys = " and ".join(f"`{each}`" for each in written)
    fields.note(written[1], f"a value has {keys}, and takes one of them", "write two items")
    return None


def _addresses(fields: Fields, operation: Operation) -> tuple[CellAddress, ...] | None:
    """Read the addresses of a value; None where one is none, or their number is wrong."""
    key = str(operation)
    single = fields.text(key) if operation is Operation.CELL else None
    texts = fields.texts(key) if operation is not Operation.CELL else (single,) if single else ()
    node = fields.node(key)
    if isinstance(node, SequenceNode) and not node.items:
        fields.note(key, f"`{key}` names no cell", f"write a list of cells: [{_ADDRESS}]")
        return None
    pair = operation in {Operation.SHARE, Operation.CHANGE}
    if pair and (len(texts) != _TWO or isinstance(node, ScalarNode)):
        ends = "the part and the whole" if operation is Operation.SHARE else "before and after"
        fields.note(key, f"`{key}` takes two cells", f"write a list of two: {ends}")
        return None
    if len(texts) > _MOST_ADDRESSES:
        message = f"`{key}` names more than {_MOST_ADDRESSES} cells"
        fields.note(key, message, "leave `row` out, and it leads to the whole column")
        return None
    for text in texts:
        if not has_form(text, Form.CELL):
            message = f"`{key}` is {short_repr(text)}, which names no cell"
            fields.note(key, message, f"write keys and what they name: {_ADDRESS}")
            return None
    from claimcheck.anchor.table_cells import address_of  # few claims cite tables

    return tuple(map(address_of, texts)) or None


def _is_plain(fields: Fields, expected: str) -> bool:
    """Whether what cells come to is a number as it has to be written, or the words of a cell."""
    if has_form(expected, Form.RESULT):
        return True
    remedy = "write digits and at most one point; its unit is `unit`, and its rounding `rounding`"
    fields.note("is", f"`is` is {short_repr(expected)}, which is no plain number", remedy)
    return False


def _rounding(fields: Fields) -> str | None:
    """Read how a number was rounded, "" for not at all; None for what is no rounding."""
    written = fields.text("rounding")
    if written is None:
        return "" if fields.node("rounding") is None else None
    if has_form(written, Form.ROUNDING):
        return "" if written == "none" else written
    remedy = "write none, to 1000, down to 0.1 or up to 100"
    fields.note("rounding", f"`rounding` is {short_repr(written)}, which says nothing", remedy)
    return None
