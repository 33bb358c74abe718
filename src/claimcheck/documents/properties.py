"""Title and author from a file's properties: what a program or a template put there, often.

A program's word or a login name is taken for nothing. What may be right is taken, and where the
document does not bear it out, a remark asks a person to look.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.documents.package import local
from claimcheck.documents.placeholders import is_name, is_title
from claimcheck.documents.reader import DocumentMetadata

if TYPE_CHECKING:
    from claimcheck.documents.package import Package

_BEGINNING: Final = 3000  # characters in which a document names itself and its author
_TEMPLATE: Final = re.compile(r"template|vorlage|modèle|plantilla|draft|entwurf", re.IGNORECASE)


def declared(title: str, author: str, text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the title and the authors that a file's properties give, and remarks about them.

    Args:
        title: the title in the file's properties; "" where there is none.
        author: the author there; several are parted by semicolons.
        text: the document's text.
    """
    beginning = _folded(text[:_BEGINNING])
    title = " ".join(title.split())
    names = [" ".join(name.split()) for name in author.split(";") if name.strip()]
    remarks = []
    taken_title = title if _folded(title) in beginning or _is_likely(title) else ""
    if title and _folded(title) not in beginning:
        remarks.append(_remark("title", title, is_taken=bool(taken_title)))
    # One word may be a paper's name, and is somebody's login more often.
    taken = tuple(
        name for name in names if is_name(name) and (" " in name or _folded(name) in beginning)
    )
    remarks += [
        _remark("author", name, is_taken=name in taken)
        for name in names
        if name not in taken or _folded(name) not in beginning
    ]
    return taken_title, taken, tuple(remarks)


def office_properties(package: Package, text: str) -> tuple[DocumentMetadata, tuple[str, ...]]:
    """Return the metadata of an office file, and remarks about it.

    Args:
        package: the file.
        text: its text.
    """
    names = [name for _id, kind, name in package.related("") if kind == "core-properties"]
    tree = package.properties(names[0] if names else "docProps/core.xml")
    properties = {
        local(element): (element.text or "").strip()
        for element in (tree if tree is not None else ())
    }
    title, authors, remarks = declared(
        properties.get("title", ""), properties.get("creator", ""), text
    )
    language = properties.get("language", "")
    day = properties.get("created", "")[:10]
    made = [f"the file was made on {day}; if it appeared then, write issued: {day}"] if day else []
    return DocumentMetadata(title=title, author=authors, language=language), (*remarks, *made)


def _is_likely(title: str) -> bool:
    return is_title(title) and not _TEMPLATE.search(title)


def _remark(key: str, value: str, *, is_taken: bool) -> str:
    remark = f"the {key} '{value}' is in the file's properties alone"
    return (
        f"{remark}: look whether it is right"
        if is_taken
        else f"{remark}, and is not taken from them"
    )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
