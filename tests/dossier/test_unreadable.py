"""Files that cannot be read are told, each once, and the rest of the project is read."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from claimcheck import load
from claimcheck.dossier.load import load_tree
from claimcheck.model import Config
from claimcheck.model.errors import ProjectError
from claimcheck.system.git import Blob, Commit
from support.trees import tree_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Write = Callable[[dict[str, str]], Path]

FILES = {
    "claims/a.yaml": "claim: A.\n",
    "claims/b.yaml": "claim: B.\n",
    "sources/parties.yaml": "acme: {name: Acme}\n",
    "sources/s.yaml": "title: S\nfile: s.txt\n",
    "sources/s.txt": "Words.\n",
    "reviews/a.yaml": "reviews: []\n",
    "reviews/gone.yaml": "reviews: []\n",
}


@pytest.mark.parametrize("path", [path for path in FILES if path.endswith(".yaml")])
@pytest.mark.parametrize("trouble", ["large", "vanished"])
def test_a_file_that_cannot_be_read_is_told(path: str, trouble: str) -> None:
    large = {path: "#" * ((1 << 20) + 1)}
    if trouble == "large":
        tree, reason = tree_of({**FILES, **large}), "it is larger than 1,048,576 bytes"
    else:
        whole = tree_of(FILES)
        files = {name: Blob(name) for name in FILES}
        gone = {name: blob for name, blob in files.items() if name != path}
        tree, reason = Vanishing("", gone, whole.stream), "there is no such file"

    dossier = load_tree(tree, Config())

    (flaw,) = dossier.flaws
    assert (flaw.rule, flaw.place.path, flaw.place.line) == ("malformed-file", path, 0)
    assert flaw.message == f"the file cannot be read: {reason}"
    assert flaw.help == "mend it, or move it elsewhere"
    assert [claim.id for claim in dossier.claims] == [
        name for name in ("a", "b") if path != f"claims/{name}.yaml"
    ]
    assert dossier.unread == ((path,) if path.startswith("claims") else ())
    assert set(dossier.parties) == (set() if "parties" in path else {"acme"})
    assert set(dossier.sources) == (set() if path == "sources/s.yaml" else {"s"})
    assert set(dossier.reviews) == {
        name for name in ("a", "gone") if path != f"reviews/{name}.yaml"
    }
    assert path not in dossier.texts


class Vanishing(Commit):
    """A tree of which a file goes between listing and reading."""

    __slots__ = ()

    def entries(self, folder: str) -> list[object]:  # type: ignore[override] # entries, all
        """List a folder as it was."""
        return list(tree_of(FILES).entries(folder))


@pytest.fixture
def close(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Return what lets the machine deny a folder or a file, as it denies root none."""
    closed: list[str] = []
    scan, open_file = os.scandir, os.open

    def deny(name: object) -> None:
        if str(name).endswith(tuple(closed)):
            raise PermissionError(errno.EACCES, "Permission denied", str(name))

    def scanned(path: str) -> Iterator[os.DirEntry[str]]:
        deny(path)
        return scan(path)

    def opened(path: str, *how: int, **where: int) -> int:
        deny(path)
        return open_file(path, *how, **where)

    with monkeypatch.context() as patch:
        patch.setattr("os.scandir", scanned)
        patch.setattr("os.open", opened)
        yield closed.append


@pytest.mark.parametrize("key", ["claims", "sources", "reviews"])
def test_a_folder_that_may_not_be_read_is_no_empty_one(
    write: Write, close: Callable[[str], None], key: str
) -> None:
    """It had been read as one without records: "no sources yet", and every citation was blamed."""
    root = write(FILES)
    close(f"/{key}")

    with pytest.raises(ProjectError) as refused:
        load(root)

    assert refused.value.problems == (f"the {key} folder {key}/ cannot be read: permission denied",)
    assert refused.value.help == "allow yourself to read it, such as with `chmod u+r`"


@pytest.mark.parametrize("path", ["claims/b.yaml", "sources/parties.yaml", "sources/more"])
def test_a_file_that_may_not_be_read_is_told_with_what_to_do(
    write: Write, close: Callable[[str], None], path: str
) -> None:
    root = write({**FILES, "sources/more/t.txt": "Words.\n"})
    close(path.rpartition("/")[2])

    dossier = load(root)

    (flaw,) = dossier.flaws
    assert (flaw.place.path, flaw.help) == (
        path,
        "allow yourself to read it, such as with `chmod u+r`",
    )
    assert "sources/more" not in dossier.unrecorded
