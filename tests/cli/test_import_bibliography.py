"""What is to be done after a bibliography was imported, told with the files that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("bibtexparser")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]


def test_the_files_that_a_bibliography_names_are_named_with_the_command(
    run: Run, write: Callable[[dict[str, str]], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Zotero and JabRef write where the document lies, from the bibliography's folder on."""
    dossier = write({})
    folder = dossier / "my library"
    folder.mkdir()
    for name in ("Roe; 2020 – Soil.pdf", "b.pdf", "c.pdf"):
        (folder / name).write_bytes(b"%PDF-")
    (folder / "refs.bib").write_text(
        "@article{roe, title={Soil}, file={Full Text:Roe\\; 2020 – Soil.pdf:application/pdf}}\n"
        "@book{doe, title={Sand}, file={Snapshot:gone.html:text/html;PDF:b.pdf:application/pdf}}\n"
        "@book{poe, title={Clay}, file={:c.pdf:PDF}}\n"
        "@book{moe, title={Silt}, file={C\\:\\\\x\\\\no.pdf}}\n"
        "@book{loe, title={Loam}}\n"
    )
    monkeypatch.chdir(dossier)

    outcome = run("import", "bibtex", "my library/refs.bib")

    assert outcome.out.splitlines()[-5:] == [
        "  claimcheck source add 'my library/Roe; 2020 – Soil.pdf' --id roe",
        "  claimcheck source add 'my library/b.pdf' --id doe",
        "  claimcheck source add 'my library/c.pdf' --id poe",
        "  claimcheck source add FILE --id moe",
        "  claimcheck source add FILE --id loe",
    ]
