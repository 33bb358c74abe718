"""Which files are claims, records and reviews, and what is said of the others."""

from __future__ import annotations

import pytest

from claimcheck.dossier.listing import list_claims, list_files, list_sources, unrecorded
from claimcheck.model import Config
from claimcheck.model.errors import ProjectError
from claimcheck.system.git import Blob, Commit
from support.trees import tree_of

CONFIG = Config()


def listed(*paths: str) -> Commit:
    return tree_of(dict.fromkeys(("claims/z.yaml", "sources/z.yaml", *paths), ""))


def test_files_are_told_apart_by_their_folders_and_endings() -> None:
    listing = list_files(
        listed(
            "claims/a.yaml",
            "claims/deep/b.yaml",
            "claims/notes.txt",
            "sources/parties.yaml",
            "sources/papers/c.yaml",
            "sources/papers/c.pdf",
            "sources/d.txt",
            "reviews/a.yaml",
            "reviews/gone.yaml",
            "other/e.yaml",
        ),
        CONFIG,
    )

    assert listing.claims == {
        "a": "claims/a.yaml",
        "b": "claims/deep/b.yaml",
        "z": "claims/z.yaml",
    }
    assert listing.sources == {"c": "sources/papers/c.yaml", "z": "sources/z.yaml"}
    assert listing.reviews == {"a": "reviews/a.yaml", "gone": "reviews/gone.yaml"}
    assert listing.parties == "sources/parties.yaml"
    assert listing.documents == ("sources/d.txt", "sources/papers/c.pdf")
    assert (listing.unread, listing.flaws) == ((), ())
    assert listing.orphans == {"gone": "reviews/gone.yaml"}
    assert listing.yaml_files == {
        *listing.claims.values(),
        *listing.sources.values(),
        *listing.reviews.values(),
        listing.parties,
    }
    assert list_claims(listed("claims/a.yaml"), CONFIG) == {
        "a": "claims/a.yaml",
        "z": "claims/z.yaml",
    }
    assert list_sources(listed("sources/parties.yaml"), CONFIG) == {"z": "sources/z.yaml"}


def test_a_file_of_parties_elsewhere_is_a_record() -> None:
    listing = list_files(listed("sources/deep/parties.yaml"), CONFIG)

    assert listing.parties == ""
    assert listing.sources["parties"] == "sources/deep/parties.yaml"
    assert "" not in listing.yaml_files


@pytest.mark.parametrize(
    ("name", "message", "remedy"),
    [
        ("a.yml", "a file ending in .yml is not read", "rename it to end in .yaml"),
        ("a.YAML", "a file ending in .YAML is not read", "rename it to end in .yaml"),
        (
            "a b.yaml",
            "'a b' cannot be an id",
            "name the file with letters from a to z, digits, dots, hyphens and underscores",
        ),
        (".yaml", "'' cannot be an id", "name the file with letters"),
        ("nul.yaml", "'nul' cannot be an id", "Windows keeps this name for a device"),
        (f"{'a' * 101}.yaml", f"'{'a' * 60}…' cannot be an id", "name the file with letters"),
        *(
            (name, f"{name!r} is not read, though it is named much like", "rename it")
            for name in (
                "x.yaml.bak",
                "x.yaml ",
                "x.yamI",
                "x.yam1",
                "x.ymal",
                "x.yalm",
                "x.yam",
                "x.ymI",
                "x.yaml~x",
            )
        ),
        ("x.ｙａｍｌ", "'x.ｙａｍｌ' is not read, though it is named much like", "rename it"),
        ("\u202elmay.x", "'\\u202elmay.x' is not read, though it is named much like", "rename it"),
        ("x.yаml", "'x.yаml' is not read, though it is named much like", "rename it"),
        *(
            (name, f"{name!r} is a document, and is not read here", "pin it with `claimcheck ")
            for name in ("a.pdf", "a.PDF", "a.docx", "a.eml", "a.epub", "a.htm", "a.html", "a.odt",
                         "a.pptx", "a.rtf", "a.xlsx", "a.csv", "a.json", "a.mhtml", "a.odp",
                         "a.ods", "a.vtt", "a.WARC.gz", "a.xlsm")
        ),
    ],
)  # fmt: skip
def test_a_name_that_is_nearly_right_is_told_among_claims(
    name: str, message: str, remedy: str
) -> None:
    listing = list_files(listed(f"claims/{name}"), CONFIG)

    (flaw,) = listing.flaws
    assert flaw.rule == "malformed-file"
    assert flaw.message.startswith(message)
    assert flaw.help.startswith(remedy)
    assert flaw.place.path == f"claims/{name}"
    assert listing.unread == (f"claims/{name}",)
    assert list(listing.claims) == ["z"]


@pytest.mark.parametrize("folder", ["sources", "reviews"])
@pytest.mark.parametrize("name", ["a.yml", "a b.yaml", "x.yaml.bak", "a.pdf"])
def test_what_lies_beside_records_is_a_document_unless_it_is_named_as_a_record(
    folder: str, name: str
) -> None:
    listing = list_files(listed(f"{folder}/{name}"), CONFIG)

    is_record = name in {"a.yml", "a b.yaml"}
    path = f"sources/{name}"
    assert bool(listing.flaws) is (folder == "reviews" or is_record)
    assert listing.unread == ()
    assert listing.documents == ((path,) if folder == "sources" and not is_record else ())
    assert listing.unread_records == ((path,) if folder == "sources" and is_record else ())


@pytest.mark.parametrize(
    "name",
    [".#a.yaml", "._a.yaml", "a.yaml~", ".a.yaml.swp", ".a.yaml.swo", "a.yaml.tmp", "._a.pdf",
     "a.pdf~", "notes.txt", "yaml", "x.yamlish", "x.yml2", "README"],
)  # fmt: skip
def test_what_editors_leave_and_other_files_are_let_be(name: str) -> None:
    listing = list_files(listed(f"claims/{name}"), CONFIG)

    assert (listing.flaws, listing.unread) == ((), ())
    assert list(listing.claims) == ["z"]


@pytest.mark.parametrize(
    ("first", "second", "stem"),
    [
        ("claims/deep/a.yaml", "claims/deeper/a.yaml", "a"),
        ("claims/A.yaml", "claims/a.yaml", "a"),
        ("claims/a.yaml", "claims/b/A.yaml", "A"),
    ],
)
def test_one_id_has_one_file(first: str, second: str, stem: str) -> None:
    listing = list_files(listed(first, second), CONFIG)

    (flaw,) = listing.flaws
    assert flaw.rule == "duplicate-id"
    assert flaw.message == f"the id '{stem}' is taken already, by {first}"
    assert flaw.place.path == second
    assert listing.unread == (second,)
    assert first in listing.claims.values()
    assert second not in listing.claims.values()


def test_what_cannot_be_read_is_told_whatever_its_name() -> None:
    files = {"claims/z.yaml": Blob(""), "sources/z.yaml": Blob("")}
    links = {path: Blob("", "it is a symbolic link") for path in ("claims/a", "sources/b.pdf")}
    debris = {"claims/.#lock": Blob("", "it is a symbolic link")}
    tree = Commit("", files | links | debris, lambda *_: None)

    listing = list_files(tree, CONFIG)

    assert [(flaw.place.path, flaw.message, flaw.help) for flaw in listing.flaws] == [
        (path, "this is not read: it is a symbolic link", "put a plain file here, or remove it")
        for path in ("claims/a", "sources/b.pdf")
    ]
    assert listing.unread == ("claims/a",)


@pytest.mark.parametrize("key", ["claims", "sources"])
def test_a_folder_that_is_missing_is_an_error(key: str) -> None:
    files = {"claims/z.yaml": "", "sources/z.yaml": ""}
    files.pop(f"{key}/z.yaml")

    with pytest.raises(ProjectError) as error:
        list_files(tree_of(files), CONFIG)

    assert error.value.problems == (
        f"the {key} folder {key}/ cannot be read: there is no such folder",
    )
    assert (
        error.value.help
        == f"create it, or set `{key}` in the configuration to the folder that you use"
    )


def test_documents_that_no_record_names_are_told() -> None:
    listing = list_files(
        listed("sources/a.pdf", "sources/b.pdf", "sources/.hidden", "sources/README.md",
               "sources/d/LICENSE"),
        CONFIG,
    )  # fmt: skip

    assert unrecorded(listing, ["sources/a.pdf"]) == ("sources/b.pdf",)
