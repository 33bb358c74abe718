"""What every format of a view keeps to, so that one may take another's place."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimcheck.formats import article
from claimcheck.formats.screen import Screen
from claimcheck.gate.report import Failure
from claimcheck.system import plugins
from support import views

if TYPE_CHECKING:
    from claimcheck import Report


@pytest.mark.parametrize("view", views.VIEWS)
def test_every_view_has_a_format_for_people_and_one_for_programs(view: str) -> None:
    assert {"terminal", "json"} <= {*plugins.names(views.VIEWS[view])}


@pytest.mark.parametrize(("view", "name"), views.ALL)
def test_a_format_renders_as_its_folder_says(view: str, name: str) -> None:
    package = views.VIEWS[view]
    (contract,) = re.findall(r"(?m)^ {4}render(\(.*\) -> str)$", package.__doc__ or "")
    module = plugins.module(package, name)

    assert str(inspect.signature(module.render)).replace("'", "") == contract


@pytest.mark.parametrize("name", plugins.names(article))
def test_every_format_of_an_article_tells_of_a_rule_that_broke(small: Report, name: str) -> None:
    report = views.with_article(small)
    broken = replace(report, findings=(), failures=(Failure("quote-cut", ValueError("x")),))

    text = plugins.module(article, name).render(broken, Screen())

    assert "quote-cut" in text
    assert "ValueError" in text
    assert "The article stands" not in text


@pytest.mark.parametrize(("view", "name"), views.ALL)
def test_a_format_offers_nothing_but_render(view: str, name: str) -> None:
    module = plugins.module(views.VIEWS[view], name)
    functions = [
        function
        for function, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__
    ]

    assert [function for function in functions if not function.startswith("_")] == ["render"]
