"""Flags of office files."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

import pytest

from claimcheck.documents.office_flags import has_flag, is_on, is_open_set, is_set


def _with_strike(**attributes: str) -> Element:
    element = Element("rPr")
    SubElement(element, "strike", attributes)
    return element


@pytest.mark.parametrize("word", ["0", "false", "off", "False", " 0 "])
def test_what_turns_a_flag_of_open_xml_off(word: str) -> None:
    assert not is_on(word, otherwise=True)
    assert not is_set(Element("x", hidden=word), "hidden", otherwise=True)
    assert not has_flag(_with_strike(val=word), "strike")


@pytest.mark.parametrize("word", ["1", "true", "on"])
def test_what_turns_a_flag_of_open_xml_on(word: str) -> None:
    assert is_on(word, otherwise=False)
    assert is_set(Element("x", hidden=word), "hidden")
    assert has_flag(_with_strike(val=word), "strike")


@pytest.mark.parametrize("otherwise", [False, True])
def test_a_flag_that_is_not_written_is_what_the_standard_says(otherwise: bool) -> None:
    assert is_on("", otherwise=otherwise) is otherwise
    assert is_set(Element("x"), "show", otherwise=otherwise) is otherwise
    assert is_set(None, "show", otherwise=otherwise) is otherwise
    assert is_open_set(Element("x"), "display", otherwise=otherwise) is otherwise


def test_an_element_without_a_value_is_on_and_none_is_off() -> None:
    assert has_flag(_with_strike(), "strike")
    assert not has_flag(Element("x"), "strike")
    assert not has_flag(None, "strike")


def test_open_document_knows_true_and_false_alone() -> None:
    assert is_open_set(Element("x", display="true"), "display")
    assert not is_open_set(Element("x", display="false"), "display", otherwise=True)
    assert not is_open_set(Element("x", display="1"), "display")
    assert is_open_set(Element("x", display="0"), "display", otherwise=True)
