"""The modules of a folder, by the names that users see."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType


@cache
def names(package: ModuleType) -> tuple[str, ...]:
    """Return the names of a package's modules, spelt as users see them (`quote-altered`)."""
    modules = (info.name for info in pkgutil.iter_modules(package.__path__))
    return tuple(sorted(name.strip("_").replace("_", "-") for name in modules))


@cache
def modules(package: ModuleType) -> Mapping[str, ModuleType]:
    """Import all modules of a package, by the names that users see, in the order of the names."""
    return {name: module(package, name) for name in names(package)}


def module(package: ModuleType, name: str) -> ModuleType:
    """Import the module of a package that users know by `name`.

    Raises:
        ModuleNotFoundError: the package has no such module.
    """
    return _imported(f"{package.__name__}.{name.replace('-', '_')}")


@cache
def _imported(path: str) -> ModuleType:
    # What is asked for several times takes longer to import again than to know.
    return importlib.import_module(path)
