"""Tables of keys: readers know their keys by them, and JSON Schemas are made of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from enum import StrEnum


class Form(Enum):
    """The form that a key's value must have."""

    TEXT = auto()
    TEXT_OR_NOTHING = auto()
    TEXTS = auto()
    ID = auto()
    DAY = auto()
    PARTIAL_DATE = auto()
    WEB_ADDRESS = auto()
    LANGUAGE = auto()
    SHA256 = auto()
    FINGERPRINT = auto()
    FILE = auto()
    FOLDER = auto()
    COUNT = auto()
    FLAG = auto()
    CHOICE = auto()
    CHOICES = auto()
    MAPPING = auto()
    MAPPINGS = auto()
    TEXT_OR_MAPPING = auto()
    REASONS_BY_RULE = auto()
    LEVELS_BY_RULE = auto()
    REQUIREMENTS = auto()


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a file.

    Attributes:
        form: what its value must be.
        says: what it means, in one sentence; editors show it.
        required: whether it must be there.
        example: a value; a list or a mapping where the form is one.
        choices: the words of `CHOICE` and `CHOICES`.
        keys: what the mappings of the other forms hold.
    """

    form: Form
    description: str
    required: bool = False
    example: str | Sequence[str] | Mapping[str, str] = ""
    choices: type[StrEnum] | None = None
    keys: Mapping[str, Key] | None = None
