"""One value of a file is set or taken away, and nothing but its lines is changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dossier import strict_yaml
from claimcheck.editing.splice import meaning, read_editable
from claimcheck.editing.values import with_value, without_item
from claimcheck.model.errors import EditError

CLAIM = """\
# The bridge, for the desk.
claim: The Elm Street bridge is open.  # as of July
claimant: council
tags: [bridge, elm]

evidence:
  # the only one that counts
  - source: gazette
    stance: supports
    quote: >-
      The bridge reopened on
      Monday
    speaker: mira-kole

  - source: herald
    stance: contradicts
    quote: "The bridge is closed"
verdict:
  status: supported
  by: desk
  on: 2026-01-31
"""


def edit(path: tuple[str | int, ...], value: str | tuple[str, ...] | None) -> str:
    return with_value(CLAIM.encode(), path, value).decode()


@pytest.mark.parametrize(
    ("path", "value", "before", "after"),
    [
        (("claimant",), "mayor", "claimant: council\n", "claimant: mayor\n"),
        (("claimant",), ("mayor", "town"), "claimant: council\n", "claimant: [mayor, town]\n"),
        (("evidence", 2, "source"), ("a", "b"), "- source: herald\n", "- source: [a, b]\n"),
        (("evidence", 1, "speaker"), ("a", "b"), "speaker: mira-kole\n", "speaker: [a, b]\n"),
        (("claim",), "It is shut.", "The Elm Street bridge is open.", "It is shut."),
        (("tags",), ("bridge", "a, b"), "[bridge, elm]", '[bridge, "a, b"]'),
        (("tags",), None, "tags: [bridge, elm]\n", ""),
        (("evidence", 1, "speaker"), None, "    speaker: mira-kole\n", ""),
        (("evidence", 2, "stance"), "context", "stance: contradicts", "stance: context"),
        (
            ("evidence", 2, "page"),
            "12",
            'quote: "The bridge is closed"\n',
            'quote: "The bridge is closed"\n    page: "12"\n',
        ),
        (("evidence", 1, "source"), None, "- source: gazette\n    stance", "- stance"),
        (("verdict", "on"), "2026-02-01", "on: 2026-01-31", "on: 2026-02-01"),
        (("verdict",), None, CLAIM[CLAIM.index("verdict:") :], ""),
        (
            ("allow", "single-origin"),
            "the only witness",
            "  on: 2026-01-31\n",
            "  on: 2026-01-31\nallow:\n  single-origin: the only witness\n",
        ),
        (("as_of",), "2026-01-31", "  on: 2026-01-31\n", "  on: 2026-01-31\nas_of: 2026-01-31\n"),
    ],
)
def test_one_value_changes_and_everything_else_stays(
    path: tuple[str | int, ...], value: str | tuple[str, ...] | None, before: str, after: str
) -> None:
    assert CLAIM.count(before) == 1
    assert edit(path, value) == CLAIM.replace(before, after)


def test_a_value_that_is_there_already_changes_nothing() -> None:
    assert edit(("verdict", "by"), "desk") == CLAIM
    assert edit(("interested",), None) == CLAIM


def test_an_item_that_is_not_there_is_named() -> None:
    with pytest.raises(EditError, match="there is no evidence item 3 in it"):
        edit(("evidence", 3, "page"), "12")


def test_an_item_goes_with_its_lines_and_the_list_with_its_last_item() -> None:
    once = without_item(CLAIM.encode(), "evidence", 2).decode()
    assert once == CLAIM.replace(
        CLAIM[CLAIM.index("  - source: herald") : CLAIM.index("verdict")], ""
    )
    twice = without_item(once.encode(), "evidence", 1)
    assert "evidence" not in read_editable(twice).root.entries
    assert twice.decode().endswith(CLAIM[CLAIM.index("verdict:") :])


FLOW = b"{claim: x, tags: [a, b], evidence: [{source: s, stance: supports, quote: q}]}\n"


@pytest.mark.parametrize(
    ("path", "value", "text"),
    [
        (("claim",), "y: z", FLOW.replace(b"claim: x", b'claim: "y: z"')),
        (("tags",), ("c",), FLOW.replace(b"[a, b]", b"[c]")),
        (("evidence", 1, "page"), "3", FLOW.replace(b"quote: q}", b'quote: q, page: "3"}')),
        (("evidence", 1, "stance"), None, FLOW.replace(b" stance: supports,", b"")),
        (("verdict", "by"), "me", FLOW.replace(b"}]}", b"}], verdict: {by: me}}")),
    ],
)
def test_what_is_written_in_braces_stays_in_braces(
    path: tuple[str | int, ...], value: str | tuple[str, ...] | None, text: bytes
) -> None:
    assert with_value(FLOW, path, value) == text


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=90
)


@given(
    st.sampled_from(
        [("claim",), ("claimant",), ("evidence", 1, "rationale"), ("verdict", "by"), ("allow", "x")]
    ),
    st.one_of(TEXTS, st.lists(TEXTS, max_size=3).map(tuple)),
    st.sampled_from(["\n", "\r\n"]),
)
def test_whatever_is_written_is_read_back(
    path: tuple[str | int, ...], value: str | tuple[str, ...], ending: str
) -> None:
    data = CLAIM.replace("\n", ending).encode()
    try:
        edited = with_value(data, path, value)
    except EditError:
        return  # what a file cannot hold is refused
    root = strict_yaml.read(edited).root
    assert root is not None
    result = meaning(root)
    for step in path:
        result = result[step - 1] if isinstance(step, int) else result[step]  # type: ignore[index,call-overload]
    assert result == (list(value) if isinstance(value, tuple) else value)
    assert edited.count(b"# the only one that counts") == 1
