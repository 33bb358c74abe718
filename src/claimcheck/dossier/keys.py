"""Tables of keys and patterns of values: readers read by them, JSON Schemas are made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from enum import StrEnum
from functools import cache


class Form(Enum):
    """The form that a key's value must have."""

    TEXT = auto()
    TEXT_OR_NOTHING = auto()
    TEXTS = auto()
    TAGS = auto()
    WORDS = auto()
    ID = auto()
    DAY = auto()
    PARTIAL_DATE = auto()
    WEB_ADDRESS = auto()
    LANGUAGE = auto()
    SHA256 = auto()
    SPANS = auto()
    FINGERPRINT = auto()
    SIGNATURE = auto()
    FILE = auto()
    FOLDER = auto()
    PATH = auto()
    COUNT = auto()
    FLAG = auto()
    YES_NO = auto()
    CHOICE = auto()
    CHOICES = auto()
    MAPPING = auto()
    MAPPINGS = auto()
    TEXT_OR_MAPPING = auto()
    REASONS_BY_RULE = auto()
    LEVELS_BY_RULE = auto()
    RULES = auto()
    REQUIREMENTS = auto()
    PATTERNS = auto()
    ARTICLE_POLICIES = auto()
    SHARE = auto()
    CELL = auto()
    CELLS = auto()
    CELL_PAIR = auto()
    RESULT = auto()
    ROUNDING = auto()


_LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_DAY = (
    "[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    f"|{_LEAP_YEAR}-02-29"
)
_QUOTED_KEY = '"[^"]*[^"\\s][^"]*"\\s*'
_CELL_KEY = rf'\s*(?:{_QUOTED_KEY}|[^\s;="][^;="]*)=\s*(?:{_QUOTED_KEY}|[^\s;"][^;"]*)'
# A sheet and a table hold many cells: a row, or a column, has to be named.
_ROW_OR_COLUMN = rf"(?!\s*(?:sheet|table)\s*=){_CELL_KEY}"
_NUMBER_OTHERWISE = r"\s*[-+−–]?\s*[$€£¥]?\s*[0-9][0-9.,'’\s]*[$€£¥%]?\s*"
_NUMBER_WITH_WORDS = r"\s*[-+−]?[0-9][0-9.,]*\s+[^\s0-9.,:;]+\s*"
PLAIN_NUMBER = r"[-+−]?[0-9]{1,100}(?:\.[0-9]{1,100})?"
_STEP = r"(?=[0-9.]*[1-9])[0-9]{1,30}(?:\.[0-9]{1,30})?"
# Each stands for the whole value, and means the same to Python and to the JavaScript of editors.
PATTERNS = {
    Form.ID: "[A-Za-z0-9][A-Za-z0-9._-]{0,99}",
    Form.DAY: f"(?!0000)(?:{_DAY})",
    Form.PARTIAL_DATE: f"(?!0000)(?:{_DAY}|[0-9]{{4}}(?:-(?:0[1-9]|1[0-2]))?)",
    Form.WEB_ADDRESS: r"""[hH][tT][tT][pP][sS]?://[A-Za-z0-9\[][^\s<>"'`\\@]*""",
    Form.LANGUAGE: "[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*",
    Form.SHA256: "[0-9a-fA-F]{64}",
    Form.SPANS: "[0-9]{1,9}-[0-9]{1,9}",
    Form.FINGERPRINT: "sha256:[0-9a-f]{64}",
    # What `ssh-keygen -Y sign` and `gpg --armor --detach-sign` write, and nothing besides.
    Form.SIGNATURE: (
        r"-----BEGIN (SSH|PGP) SIGNATURE-----\n(?:(?:[A-Za-z]+: [ -~]{0,200}\n){0,9}\n)?"
        r"(?:[A-Za-z0-9+/=]{1,100}\n){1,300}-----END \1 SIGNATURE-----\n?"
    ),
    Form.CELL: rf"(?:{_CELL_KEY};)*{_ROW_OR_COLUMN}(?:;{_CELL_KEY})*;?\s*",
    Form.RESULT: (
        rf"(?:{PLAIN_NUMBER}"
        rf"|(?!(?:{_NUMBER_OTHERWISE}|{_NUMBER_WITH_WORDS})$)[^\n]*\S[^\n]*)"
    ),
    Form.ROUNDING: rf"(?:none|(?:(?:up|down) )?(?:to )?{_STEP})",
}


# A dossier uses few of them, and the others take longer to compile than a small check takes.
@cache
def _compiled(form: Form) -> re.Pattern[str]:
    return re.compile(PATTERNS[form])


def has_form(text: str, form: Form) -> bool:
    """Whether a text has one of the forms that `PATTERNS` describes."""
    return _compiled(form).fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a file.

    Attributes:
        form: what its value must be.
        description: what it means, in one sentence; editors show it.
        required: whether it must be there.
        example: a value; a list or a mapping where the form is one.
        choices: the words of `CHOICE` and `CHOICES`.
        keys: what the mappings of the other forms hold.
        group: a word that several keys share of which at least one must be there.
        alone: whether no other key of its group may be there beside it.
    """

    form: Form
    description: str
    required: bool = False
    example: str | Sequence[str] | Mapping[str, str] = ""
    choices: type[StrEnum] | None = None
    keys: Mapping[str, Key] | None = None
    group: str = ""
    alone: bool = False
