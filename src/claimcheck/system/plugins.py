"""The modules of a folder, by the names that users see."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def names(package: ModuleType) -> tuple[str, ...]:
    """Return the names of a package's modules, spelt as users see them (`quote-altered`)."""
    found = (info.name for info in pkgutil.iter_modules(package.__path__))
    return tuple(sorted(name.strip("_").replace("_", "-") for name in found))


def module(package: ModuleType, name: str) -> ModuleType:
    """Import the module of a package that users know by `name`.

    Raises:
        ModuleNotFoundError: the package has no such module.
    """
    return importlib.import_module(f"{package.__name__}.{name.replace('-', '_')}")


def defining(package: ModuleType, function: str) -> tuple[str, ...]:
    """Return the names of a package's modules that define a function, without importing them."""
    return tuple(name for name in names(package) if _holds(package, name, f"\ndef {function}("))


def sets(package: ModuleType, name: str, constant: str) -> bool:
    """Whether a module of a package sets a constant to true, without importing it."""
    return _holds(package, name, f"\n{constant} = True\n")


def _holds(package: ModuleType, name: str, code: str) -> bool:
    source = pkgutil.get_data(package.__name__, f"{name.replace('-', '_')}.py") or b""
    return code.encode() in source.replace(b"\r\n", b"\n")
