"""Every hostile project, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hostile import (
    busy_cases,
    config_cases,
    excuse_cases,
    file_cases,
    injection_cases,
    scale_cases,
    text_cases,
    yaml_cases,
)

if TYPE_CHECKING:
    from hostile.layout import Case

MODULES = (
    busy_cases,
    yaml_cases,
    file_cases,
    config_cases,
    excuse_cases,
    text_cases,
    injection_cases,
    scale_cases,
)
CASES: dict[str, Case] = {case.name: case for module in MODULES for case in module.cases()}
