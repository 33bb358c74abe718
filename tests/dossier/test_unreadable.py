"""Files that cannot be read are told, each once, and the rest of the project is read."""

from __future__ import annotations

import pytest

from claimcheck.dossier.load import load_tree
from claimcheck.model import Config
from claimcheck.system.git import Blob, Commit
from support.trees import tree_of

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
