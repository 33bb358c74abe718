"""What every format of a view keeps to, so that one may take another's place."""

from __future__ import annotations

import inspect
import re

import pytest

from claimcheck.system import plugins
from support import views


@pytest.mark.parametrize("view", views.VIEWS)
def test_every_view_has_a_format_for_people_and_one_for_programs(view: str) -> None:
    assert {"terminal", "json"} <= {*plugins.names(views.VIEWS[view])}


@pytest.mark.parametrize(("view", "name"), views.ALL)
def test_a_format_renders_as_its_folder_says(view: str, name: str) -> None:
    package = views.VIEWS[view]
    (contract,) = re.findall(r"(?m)^ {4}render(\(.*\) -> str)$", package.__doc__ or "")
    module = plugins.module(package, name)

    assert str(inspect.signature(module.render)).replace("'", "") == contract


@pytest.mark.parametrize(("view", "name"), views.ALL)
def test_a_format_offers_nothing_but_render(view: str, name: str) -> None:
    module = plugins.module(views.VIEWS[view], name)
    functions = [
        function
        for function, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__
    ]

    assert [function for function in functions if not function.startswith("_")] == ["render"]
