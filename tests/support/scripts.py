"""Scripts that lie outside of the package, as modules."""

from __future__ import annotations

import importlib.util
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


def script(path: Path) -> ModuleType:
    """Run a script as a module of its own name, and return it."""
    name = f"script_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # its data classes look themselves up there
    spec.loader.exec_module(module)
    return module
