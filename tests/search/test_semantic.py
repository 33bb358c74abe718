"""Ranking by meaning, too: with a model of a few words, and with the one that packages ship."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model.errors import MissingLibraryError
from claimcheck.search import build
from claimcheck.search.encoder import DIMENSIONS, Encoder, load_encoder
from claimcheck.system import cache

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

np = pytest.importorskip("numpy", reason="numpy is not installed: the extra `semantic`")

DOCUMENTS = [
    ("bridge", "Elm Street", ["The bridge was closed in April.", "Nobody was hurt."]),
    ("bread", "Prices", ["Bread cost more than in the year before.", ""]),
    ("crossing", "Notes", ["The span across the river was shut in spring.", "It rained."]),
]
# Words of one meaning have one number, and lie in one direction.
MEANINGS = {"bridge": 0, "span": 0, "closed": 1, "shut": 1, "april": 2, "spring": 2, "bread": 3}


class Words:
    """A model that knows seven words."""

    id = "seven words"

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Any:  # noqa: ANN401 - an array
        """Return a vector for each text."""
        self.encoded += texts
        vectors = np.zeros((len(texts), DIMENSIONS), np.float32)
        for row, text in zip(vectors, texts, strict=True):
            for word in text.lower().rstrip(".").split():
                if word in MEANINGS:
                    row[MEANINGS[word]] = 1.0
        return vectors / np.maximum(1.0, np.linalg.norm(vectors, axis=1, keepdims=True))


def places(hits: Sequence[tuple[str, int | None, float]]) -> list[tuple[str, int | None]]:
    return [hit[:2] for hit in hits]


@pytest.fixture(autouse=True)
def own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a cache of its own."""
    folder = tmp_path_factory.mktemp("own") / "cache"
    monkeypatch.setenv(cache.VARIABLE, str(folder))
    return folder


def test_what_is_said_in_other_words_is_found() -> None:
    question = "bridge closed"

    assert places(build(DOCUMENTS).rank_sentences(question, 5)) == [("bridge", 0)]
    assert places(build(DOCUMENTS, Words()).rank_sentences(question, 5)) == [
        ("bridge", 0),
        ("crossing", 0),
    ]
    assert places(build(DOCUMENTS, Words()).rank_documents(question, 5)) == [
        ("bridge", None),
        ("crossing", None),
    ]


def test_what_is_not_alike_is_not_offered() -> None:
    assert build(DOCUMENTS, Words()).rank("snow", 5) == []
    assert build([], Words()).rank("bridge", 5) == []


def test_only_the_documents_that_are_asked_for_are_ranked() -> None:
    index = build(DOCUMENTS, Words())

    hits = index.rank("bridge closed", 9, within={"crossing"}.__contains__)

    assert {hit[0] for hit in hits} == {"crossing"}


def test_vectors_are_made_once_for_a_text() -> None:
    model = Words()

    build(DOCUMENTS, model)
    assert len(model.encoded) == sum(1 + len(sentences) for _id, _title, sentences in DOCUMENTS)

    model.encoded.clear()
    build([("other", *DOCUMENTS[0][1:]), ("new", "Snow", ["It fell in spring."])], model)
    assert model.encoded == ["Snow", "It fell in spring."]


@given(
    text=st.lists(st.sampled_from([*MEANINGS, "river", "year", "snow"]), max_size=4).map(" ".join),
    order=st.permutations(DOCUMENTS),
)
@settings(max_examples=settings().max_examples * 2 // 5, deadline=None)
def test_the_order_of_documents_changes_nothing(
    text: str, order: list[tuple[str, str, list[str]]]
) -> None:
    hits = build(order, Words()).rank(text, 9)

    assert hits == build(DOCUMENTS, Words()).rank(text, 9)
    assert [hit[2] for hit in hits] == sorted((hit[2] for hit in hits), reverse=True)


@pytest.fixture
def model() -> Encoder:
    """The model that packages ship."""
    try:
        return load_encoder()
    except MissingLibraryError:
        pytest.skip("the model is not installed: the extra `semantic`")


def test_the_model_puts_near_what_says_the_same(model: Encoder) -> None:
    texts = ["The bridge was closed.", "They shut the crossing over the river.", "Bread is dear."]

    vectors = model.encode([*texts, ""])

    assert vectors.shape == (4, DIMENSIONS)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2
    assert np.linalg.norm(vectors, axis=1).round(3).tolist() == [1, 1, 1, 0]
    assert (load_encoder().encode(texts[:1])[0] == vectors[0]).all()


@pytest.mark.usefixtures("model")
def test_find_offers_what_is_said_in_other_words(run: Run, write: Write) -> None:
    root = write(
        {
            "claims/none.yaml": "claim: None.\n",
            "sources/daily.yaml": "title: Daily\nfile: daily.txt\n",
            "sources/daily.txt": "The crossing over the river was shut in spring. Bread is dear.\n",
        }
    )
    question = ("find", "they closed a bridge")

    assert run("-C", root, *question).status == 1
    first, second = (run("-C", root, *question, "--semantic") for _ in range(2))
    assert first.status == 0
    assert "The crossing over the river was shut in spring." in first.out
    assert "1 passage; 1 source searched" in first.out
    assert second.out == first.out


def test_find_says_what_to_install(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    root = write({"sources/daily.yaml": "title: Daily\nfile: a.txt\n", "sources/a.txt": "Shut.\n"})

    result = run("-C", root, "find", "closed", "--semantic")

    assert result.status == 2
    assert "the model that finds what is said in other words is not installed" in result.err
    assert "pip install" in result.err
