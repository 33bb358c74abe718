"""What of a large file is not as it was written: the small file that lies beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = TypeVar("Value")
# Of so many entries one may lie beside the large file before all of them are written again.
_MOST = 16


@dataclass(frozen=True, slots=True)
class Since(Generic[Value]):
    """The entries that are not those that were filed, and the names of those that are gone."""

    changed: dict[str, Value]
    gone: list[str]

    @classmethod
    def of(cls, now: Mapping[str, Value], filed: Mapping[str, Value]) -> Since[Value]:
        """Compare entries with those that were filed; what was taken from there is the same one."""
        return cls(
            {name: one for name, one in now.items() if filed.get(name) is not one},
            [name for name in filed if name not in now],
        )

    def is_much_of(self, entries: int) -> bool:
        """Whether it is time to write all entries again, given how many there are."""
        return (len(self.changed) + len(self.gone)) * _MOST > entries

    def on(self, filed: Mapping[str, Value]) -> dict[str, Value]:
        """Return the entries of today, given those that were filed.

        Raises:
            KeyError: one that is gone was not filed.
        """
        now = {**filed, **self.changed}
        for name in self.gone:
            del now[name]
        return now
