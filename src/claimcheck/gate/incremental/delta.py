"""A delta against a base: most checks change few of many entries, and write only those anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = TypeVar("Value")
# Beside the base one entry of so many may lie before all of them are written again.
_MIN_ENTRIES_A_CHANGE = 16


@dataclass(frozen=True, slots=True)
class Delta(Generic[Value]):
    """The entries that are not those of the base, and the names of those that are gone."""

    changed: dict[str, Value]
    removed: list[str]

    @classmethod
    def between(cls, base: Mapping[str, Value], entries: Mapping[str, Value]) -> Delta[Value]:
        """Compare entries with those of a base; an entry taken from there is the same object."""
        return cls(
            {name: value for name, value in entries.items() if base.get(name) is not value},
            [name for name in base if name not in entries],
        )

    def is_large(self, entries: int) -> bool:
        """Whether it is time to write a new base, given how many entries there are."""
        return (len(self.changed) + len(self.removed)) * _MIN_ENTRIES_A_CHANGE > entries

    def applied_to(self, base: Mapping[str, Value]) -> dict[str, Value]:
        """Return the entries that were compared with a base.

        Raises:
            KeyError: the delta is of another base.
        """
        entries = {**base, **self.changed}
        for name in self.removed:
            del entries[name]
        return entries
