"""What claims stand on: read again only where a file changed, and told by hashes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from claimcheck.dossier.foundation import (
    EarlierRecords,
    Foundation,
    PinDigest,
    SourceDigest,
    hash_of,
    read_foundation,
    sources_hash,
)
from claimcheck.dossier.listing import list_files
from claimcheck.dossier.on_demand import Sources, Texts
from claimcheck.model import Config, PinnedText, Signers
from claimcheck.system.overlay import EditedTree
from support.trees import tree_of

if TYPE_CHECKING:
    from claimcheck.model import Content, Source
    from claimcheck.system.tree import Tree

FILES: dict[str, str | bytes] = {
    "claims/c.yaml": "claim: c",
    "sources/a.yaml": "title: A\nfile: a.txt\npublisher: Elm\nissued: 2020-01-02\n"
    "accessed: 2021-03-04\n",
    "sources/a.txt": "Words.\n",
    "sources/b.yaml": "title: B\nfile: b.pdf\ntext: b.txt\ncontainer_title: ELM\nsupersedes: a\n"
    "issued: 2022\n",
    "sources/b.pdf": "%PDF",
    "sources/b.txt": "More words.\n",
    "sources/flawed.yaml": "tilte: B\nfile: none.txt\nsupersedes: a\nstamp: a.txt\n",
    "sources/broken.yaml": "title: [",
    "sources/parties.yaml": "elm: {name: Elm, parent: Group}\n",
    "reviews/gone.yaml": "reviews: []\n",
}


def sha256(path: str) -> str:
    content = FILES[path]
    return hashlib.sha256(content if isinstance(content, bytes) else content.encode()).hexdigest()


def foundation(
    tree: Tree, earlier: Foundation | None = None, config: Config | None = None
) -> Foundation:
    config = config or Config()
    records = earlier and EarlierRecords(earlier.digests, earlier.dossier.flaws)
    return read_foundation(tree, config, list_files(tree, config), records)


@pytest.fixture
def first() -> Foundation:
    return foundation(tree_of(FILES))


def test_records_are_told_by_hashes(first: Foundation) -> None:
    assert first.digests == {
        "a": SourceDigest(
            "sources/a.yaml",
            sha256("sources/a.yaml"),
            described=True,
            pins=(PinDigest("sources/a.txt", sha256("sources/a.txt")),),
            publisher="Elm",
            party="elm",
            latest_day="2021-03-04",
        ),
        "b": SourceDigest(
            "sources/b.yaml",
            sha256("sources/b.yaml"),
            described=True,
            pins=(
                PinDigest("sources/b.pdf", sha256("sources/b.pdf")),
                PinDigest("sources/b.txt", sha256("sources/b.txt")),
            ),
            publisher="ELM",
            party="elm",
            latest_day="2022-01-01",
            supersedes="a",
        ),
        "broken": SourceDigest(
            "sources/broken.yaml", sha256("sources/broken.yaml"), described=False
        ),
        "flawed": SourceDigest(
            "sources/flawed.yaml",
            sha256("sources/flawed.yaml"),
            described=True,
            pins=(PinDigest("sources/none.txt", "!there is no such file"),),
            supersedes="a",
            stamp=(PinDigest("sources/a.txt", sha256("sources/a.txt")),),
        ),
    }
    assert list(first.digests) == ["a", "b", "broken", "flawed"]
    assert first.sources_hash == sources_hash(first.digests)
    assert first.parties_hash == sha256("sources/parties.yaml")


def test_the_dossier_has_what_stands_in_the_files(first: Foundation) -> None:
    dossier = first.dossier

    assert dict(dossier.sources) == dict(first.sources)
    assert sorted(dossier.sources) == ["a", "b", "flawed"]
    assert dossier.sources["b"].outlet == "elm"
    assert first.sources.as_written("b").outlet == "ELM"
    assert dossier.parties["elm"].parent == "Group"
    assert dossier.successors == {"a": ("b", "flawed")}
    assert dossier.extracts == 1
    assert dossier.claim_ids == {"c"}
    assert dossier.unrecorded == ()
    assert dossier.reviews == {"gone": ()}
    assert sorted({flaw.source for flaw in dossier.flaws if flaw.source}) == ["broken", "flawed"]
    assert "sources/flawed.yaml" in dossier.texts


@pytest.mark.parametrize(
    ("path", "content", "read"),
    [
        (None, None, set()),
        ("sources/a.txt", b"Other words.\n", {"a", "flawed"}),  # of which it is the stamp
        ("sources/b.pdf", b"%PDF-2", {"b"}),
        ("sources/b.txt", b"Other.", {"b"}),
        ("sources/a.yaml", b"title: A\nfile: a.txt\n", {"a"}),
        ("sources/none.txt", b"It came.", {"flawed"}),
        ("sources/broken.yaml", b"title: B\nfile: a.txt\n", {"broken"}),
    ],
)
def test_only_what_changed_is_read_again(
    first: Foundation, path: str | None, content: bytes | None, read: set[str]
) -> None:
    edits = {path: content} if path else {}
    tree = EditedTree(tree_of(FILES), edits)
    reads: list[str] = []

    class Watched:
        entries, digest = tree.entries, tree.digest

        def read(self, name: str, limit: int = 1 << 24) -> object:
            reads.append(name)
            return tree.read(name, limit)

    second = foundation(Watched(), first)  # type: ignore[arg-type] # it answers likewise

    records = {name for name in first.digests if f"sources/{name}.yaml" in reads}
    assert records == read
    assert second.digests == foundation(tree).digests
    assert sorted(map(repr, second.dossier.flaws)) == sorted(
        map(repr, foundation(tree).dossier.flaws)
    )
    assert dict(second.dossier.sources) == dict(foundation(tree).dossier.sources)


def test_a_stamp_that_changed_makes_its_record_read_again(first: Foundation) -> None:
    edited = EditedTree(tree_of(FILES), {"sources/a.txt": b"Other.\n"})

    assert foundation(edited, first).digests["flawed"].stamp != first.digests["flawed"].stamp


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("sources/parties.yaml", b"elm: {name: Other}\n"),
        ("sources/parties.yaml", None),
        ("sources/d.yaml", b"title: D\n"),
        ("sources/d.pdf", b""),
        ("claims/x y.yaml", b""),
        ("reviews/gone.yaml", b"reviews: \n"),
        ("reviews/gone.yaml", None),
        ("reviews/other.yaml", b""),
    ],
)
def test_what_is_listed_otherwise_has_another_hash(
    first: Foundation, path: str, content: bytes | None
) -> None:
    edited = foundation(EditedTree(tree_of(FILES), {path: content}))

    assert edited.listing_hash != first.listing_hash


def test_whose_keys_sign_is_part_of_who_the_parties_are(first: Foundation) -> None:
    config = Config(signers="signers")
    by_desk, by_other = (
        foundation(tree_of({**FILES, "signers": lines}), config=config)
        for lines in ("desk key", "other key")
    )

    assert len({each.parties_hash for each in (first, by_desk, by_other)}) == 3
    assert by_desk.dossier.signers == by_desk.verifier.signers == Signers("signers", ("desk key",))


def test_a_document_that_was_altered_is_known() -> None:
    record = f"title: A\nfile: a.txt\nsha256: {'0' * 64}\n"

    altered = foundation(tree_of({**FILES, "sources/a.yaml": record}))

    assert altered.altered == {"a"}
    assert foundation(tree_of(FILES)).altered == set()


def test_sources_are_looked_up_by_their_ids(first: Foundation) -> None:
    sources = first.sources

    assert len(sources) == 3
    assert ("a" in sources, "broken" in sources, "none" in sources) == (True, False, False)
    for name in ("broken", "none"):
        with pytest.raises(KeyError):
            _ = sources[name]


def test_a_source_that_is_stored_is_read_only_where_its_text_is_asked_for(
    first: Foundation,
) -> None:
    tree = tree_of(FILES)
    again = foundation(tree, first)
    reads = []

    def stored(name: str, content: Content) -> Source | None:
        reads.append(name)
        return first.sources["a"]._replace(content=content) if name == "a" else None

    sources = again.sources.with_stored(stored)

    source = sources["a"]
    assert reads == ["a"]
    assert (source.text, source.locators, source.asides) == ("Words.\n", (), ())
    assert not isinstance(source.content, PinnedText)
    assert sources["b"].text == "More words.\n"
    assert sources["a"] is source
    with pytest.raises(KeyError):
        _ = sources["broken"]
    assert reads == ["a", "b"]


def test_a_record_that_is_none_any_more_is_missing(first: Foundation) -> None:
    changed = EditedTree(tree_of(FILES), {"sources/a.yaml": b"- none"})
    gone = Sources(changed, {"a": "sources/a.yaml"}, first.names, {})

    with pytest.raises(KeyError, match="a"):
        _ = gone["a"]


def test_texts_are_read_when_they_are_asked_for() -> None:
    tree = tree_of({"a.yaml": "a: 1", "b.yaml": "b: 2", "c.yaml": "c: 3"})
    texts = Texts(tree, {"a.yaml", "b.yaml"}, {"a.yaml": "known", "d.yaml": "kept"})

    assert [texts[path] for path in ("a.yaml", "b.yaml", "b.yaml", "d.yaml")] == [
        "known",
        "b: 2",
        "b: 2",
        "kept",
    ]
    assert (len(texts), sorted(texts)) == (2, ["a.yaml", "b.yaml"])
    with pytest.raises(KeyError):
        _ = texts["c.yaml"]


def test_one_hash_over_texts_tells_them_apart() -> None:
    hashes = [hash_of(*parts) for parts in (("ab", "c"), ("a", "bc"), ("abc",), (), ("", ""))]

    assert len(set(hashes)) == len(hashes)
    assert hash_of("\ud800") != hash_of("\ud801")


def test_a_record_that_is_too_large_has_a_hash_all_the_same() -> None:
    large = "#" * ((1 << 20) + 1)
    first, second = (
        foundation(tree_of({**FILES, "sources/a.yaml": content}))
        for content in (large, f"{large}#")
    )

    assert first.digests["a"] == SourceDigest(
        "sources/a.yaml", hashlib.sha256(large.encode()).hexdigest(), described=False
    )
    assert first.sources_hash != second.sources_hash
