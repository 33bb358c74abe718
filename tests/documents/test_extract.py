"""The child process in which documents are read: what it is given, and what it is not."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from claimcheck.documents import extract
from claimcheck.documents.reader import ExtractOptions

TEXT = b"The bridge was closed on Monday.\n"


@pytest.mark.skipif(
    not Path("/proc/self/environ").exists(), reason="Linux shows a process's environment"
)
def test_the_child_is_given_nothing_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that is taken over by a document finds no token in it."""
    monkeypatch.setenv("FORGE_TOKEN", "a secret")
    monkeypatch.setenv("LD_PRELOAD", "")
    environments: list[bytes] = []

    class Watched(subprocess.Popen[bytes]):
        def wait(self, timeout: float | None = None) -> int:
            if not environments:
                environments.append(Path(f"/proc/{self.pid}/environ").read_bytes())
            return super().wait(timeout)

    monkeypatch.setattr(subprocess, "Popen", Watched)
    extraction = extract.extract(TEXT, "text", ExtractOptions())

    assert extraction.extract.text == TEXT.decode()
    assert environments == [b""]


def test_the_child_imports_nothing_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "signal", "claimcheck", "sitecustomize", "usercustomize"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    extraction = extract.extract(TEXT, "text", ExtractOptions())

    assert extraction.extract.text == TEXT.decode()
