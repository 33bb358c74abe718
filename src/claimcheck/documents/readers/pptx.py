"""Slides (PPTX): what is seen on each, a page a slide; heads, feet and speakers' notes aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.documents import flow
from claimcheck.documents.chart_text import SILENT, chart_in, in_paragraphs
from claimcheck.documents.diagram_text import diagram_text
from claimcheck.documents.drawing_text import DrawingText
from claimcheck.documents.gaps import hidden_text
from claimcheck.documents.office_flags import is_set
from claimcheck.documents.package import Package, attribute, child, local
from claimcheck.documents.properties import office_properties
from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.documents.slide_ground import covered, grounds, length
from claimcheck.model.errors import UnreadableError
from claimcheck.text.pinned_text import Aside, AsideKind, pinned
from claimcheck.text.plural import count

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

SUFFIXES = (".pptx", ".pptm", ".ppsx")
MEDIA_TYPES = ("application/vnd.openxmlformats-officedocument.presentationml.presentation",)
DISTRIBUTION = ""
EXTRA = ""
_KIND: Final = "PowerPoint file"
_FEET: Final = frozenset({"dt", "ftr", "sldNum"})


def read(data: bytes, options: ExtractOptions) -> Extract:  # noqa: ARG001 - its charset is its own
    """Return the slides as pages; a hidden one is an empty page, so that numbers stay right.

    Raises:
        UnreadableError: it is locked, damaged, declares entities, or unpacks to too much.
    """
    package = Package(data, _KIND)
    main = next((name for _id, kind, name in package.related("") if kind == "officeDocument"), "")
    main = main if main in package.names else "ppt/presentation.xml"
    tree = package.tree(main)
    if tree is None:
        raise UnreadableError(f"it is no {_KIND} ({main} is missing)")
    parts = {name: part for name, _kind, part in package.related(main)}
    slides = _Slides(package, _size(child(tree, "sldSz")))
    for entry in child(tree, "sldIdLst") or ():
        relation = next((entry.get(key, "") for key in entry.attrib if key.endswith("}id")), "")
        slides.add(parts.get(relation, ""))
    asides = slides.asides()
    if not any(map(str.strip, slides.pages)) and not asides:
        raise UnreadableError("it holds no text", "; ".join(slides.gaps()))
    metadata, remarks = office_properties(package, "\n".join(slides.pages))
    return Extract(pinned(slides.pages, asides), metadata, remarks, tuple(slides.gaps()))


class _Slides:
    """Goes through the slides of a file, and keeps what stands beside their flow.

    Args:
        package: the file.
        size: of a slide, width and height; nothing where the file does not say.
    """

    def __init__(self, package: Package, size: tuple[int, int] | None) -> None:
        self._package = package
        self._size = size
        self._beside = 0
        self._covered = 0
        self._hidden_words = 0
        self.pages: list[str] = []
        self._hidden = 0
        self._not_read: dict[str, int] = {}
        self._silent_charts = 0
        self._asides: list[Aside] = []
        self._shared: dict[str, None] = {}
        self._layouts: set[str] = set()

    def add(self, part: str) -> None:
        """Read the next slide."""
        tree = self._package.tree(part) if part else None
        number = len(self.pages) + 1
        self.pages.append("")
        if tree is None:
            return
        if not is_set(tree, "show", otherwise=True):
            self._hidden += 1
            return
        drawing = DrawingText()
        related = list(self._package.related(part))
        shapes, beside = list(_shapes(tree)), _beside(tree, self._size)
        shown = [shape for shape in shapes if shape not in beside]
        self._beside += len(shapes) - len(shown)
        ground = grounds(self._package, part, tree)
        under = covered(tree, ground.colours)
        self._covered += sum(
            child(shape, "txBody") is not None for shape in shown if shape in under
        )
        for shape in sorted((shape for shape in shown if shape not in under), key=_rank):
            drawing.on_ground(ground.of(shape), ground.colours)
            self._shape(shape, drawing, related, number)
        self._hidden_words += drawing.hidden_words
        self.pages[-1] = flow.finished("".join(drawing.pieces))
        self._asides += [
            Aside(AsideKind.STRUCK, flow.finished(text), str(number)) for text in drawing.struck
        ]
        for _id, kind, name in related:
            if kind == "notesSlide":
                self._notes(name, number)
            elif kind == "slideLayout":
                self._layout(name)
            elif kind == "comments":
                self._count("comments")

    def asides(self) -> list[Aside]:
        """Return what stands beside the flow."""
        return [*self._asides, *(Aside(AsideKind.BOX, text) for text in self._shared)]

    def gaps(self) -> list[str]:
        """Return what is not in the text."""
        gaps = [f"hidden slides are left out ({self._hidden:,})"] if self._hidden else []
        if self._beside:
            gaps.append(f"what lies beside its slides is left out ({count(self._beside, 'shape')})")
        if self._covered:
            gaps.append(f"what lies under boxes is left out ({count(self._covered, 'shape')})")
        if self._hidden_words:
            gaps.append(hidden_text(self._hidden_words))
        if self._silent_charts:
            gaps.append(f"{SILENT} ({self._silent_charts:,})")
        return gaps + [
            f"its {kind} are not read ({number:,})"
            for kind, number in sorted(self._not_read.items())
        ]

    def _shape(
        self, shape: Element, drawing: DrawingText, related: list[tuple[str, str, str]], number: int
    ) -> None:
        body = child(shape, "txBody")
        if body is not None:
            if _placeholder(shape) in _FEET:
                foot = DrawingText()
                foot.body(body)
                words = " ".join(flow.finished("".join(foot.pieces)).split())
                self._asides.append(Aside(AsideKind.FOOT, words, str(number)))
            else:
                drawing.body(body)
            return
        content = child(child(shape, "graphic"), "graphicData")
        for node in content if content is not None else ():
            if local(node) == "tbl":
                drawing.table(node)
            elif local(node) == "relIds":
                drawing.pieces.append(flow.PARAGRAPH + self._diagram(related, node))
                drawing.pieces.append(flow.PARAGRAPH)
            elif local(node) == "chart":
                drawing.pieces.append(self._chart(related, node))
            else:
                self._count("embedded objects")

    def _diagram(self, related: list[tuple[str, str, str]], node: Element) -> str:
        text = diagram_text(self._package, related, node)
        if text is None:
            self._count("diagrams")
        return (text or "").replace("\n", flow.PARAGRAPH)

    def _chart(self, related: list[tuple[str, str, str]], node: Element) -> str:
        parts = {name: part for name, _kind, part in related}
        chart = chart_in(self._package, parts.get(attribute(node, "id"), ""))
        if chart is None:
            self._count("charts")
            return ""
        self._silent_charts += chart.has_silent_numbers
        return in_paragraphs(chart.lines)

    def _notes(self, part: str, number: int) -> None:
        tree = self._package.tree(part)
        drawing = DrawingText()
        for shape in _shapes(tree) if tree is not None else ():
            body = child(shape, "txBody")
            if body is not None and _placeholder(shape) == "body":
                drawing.body(body)
        words = " ".join(flow.finished("".join(drawing.pieces)).split())
        self._asides.append(Aside(AsideKind.NOTE, words, f"slide {number}"))

    def _layout(self, part: str) -> None:
        """Take what a layout and its master show on every slide, once."""
        if part in self._layouts:
            return
        self._layouts.add(part)
        tree = self._package.tree(part)
        for shape in _shapes(tree) if tree is not None else ():
            body = child(shape, "txBody")
            if body is not None and not _placeholder(shape):
                drawing = DrawingText()
                drawing.body(body)
                if words := " ".join(flow.finished("".join(drawing.pieces)).split()):
                    self._shared[words] = None
        for _id, kind, name in self._package.related(part):
            if kind == "slideMaster":
                self._layout(name)

    def _count(self, kind: str) -> None:
        self._not_read[kind] = self._not_read.get(kind, 0) + 1


def _shapes(tree: Element) -> Iterator[Element]:
    """Go through the shapes of a slide that are shown, those in groups too."""
    for node in tree:
        name = local(node)
        if name in {"sp", "graphicFrame"}:
            if not _is_hidden(node):
                yield node
        elif name == "AlternateContent":
            choice = child(node, "Choice")
            shown = list(_shapes(choice)) if choice is not None else []
            other = child(node, "Fallback")
            yield from shown or (_shapes(other) if other is not None else ())
        elif name in {"cSld", "spTree", "grpSp"} and not _is_hidden(node):
            yield from _shapes(node)


def _is_hidden(shape: Element) -> bool:
    for node in shape:
        if local(node).startswith("nv"):
            return is_set(child(node, "cNvPr"), "hidden")
    return False


def _size(element: Element | None) -> tuple[int, int] | None:
    lengths = [length(element, name) for name in ("cx", "cy")] if element is not None else []
    width, height = lengths or (0, 0)
    return (width, height) if width > 0 and height > 0 else None


def _beside(tree: Element, size: tuple[int, int] | None) -> set[Element]:
    """Return what lies off a slide, where only who edits it sees it, with all that is in it.

    A shape in a group is at a place in the group's own measure: the group is looked at.
    """
    shapes = child(child(tree, "cSld"), "spTree")
    if shapes is None or size is None:
        return set()
    return {inner for node in shapes if _is_off(node, size) for inner in node.iter()}


def _is_off(shape: Element, size: tuple[int, int]) -> bool:
    properties = child(shape, "spPr" if local(shape) == "sp" else "grpSpPr")
    place = child(properties if properties is not None else shape, "xfrm")
    start, extent = child(place, "off"), child(place, "ext")
    if start is None or extent is None:
        return False
    across, down = length(start, "x"), length(start, "y")
    width, height = length(extent, "cx"), length(extent, "cy")
    return (
        across >= size[0] or down >= size[1] or across + width <= 0 or down + height <= 0
    ) and width * height > 0


def _placeholder(shape: Element) -> str:
    """Return what a shape holds the place of; "" for a shape that stands for itself."""
    place = child(child(child(shape, "nvSpPr"), "nvPr"), "ph")
    return "" if place is None else attribute(place, "type") or "body"


def _rank(shape: Element) -> int:
    """The title is read first; the others as they are drawn."""
    return 0 if _placeholder(shape) in {"title", "ctrTitle"} else 1
