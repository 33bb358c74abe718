"""The style sheets of a web page, as far as they can hide a text.

Sheets that lie elsewhere are not fetched. Values are declared ones after the cascade (importance,
inline style, layers, specificity, order); what is inherited is the walk's affair.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import tinycss2

from claimcheck.documents.custom_properties import names_used, resolve
from claimcheck.documents.hidden import four_sides
from claimcheck.documents.selector import Matcher, Selector, parted, selectors_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimcheck.documents.page_element import PageElement

PROPERTIES: Final = frozenset(
    {
        "-webkit-text-fill-color", "animation", "animation-name", "appearance", "background",
        "background-color", "bottom", "clip", "clip-path", "color", "contain", "content",
        "content-visibility",
        "counter-increment", "counter-reset", "counter-set", "display", "filter", "float",
        "font-size", "grid-template-rows", "height", "left", "list-style-type", "margin-left",
        "max-height", "max-width", "opacity", "overflow", "overflow-x", "overflow-y",
        "padding-left", "position", "quotes", "right", "scale", "text-decoration",
        "text-decoration-line", "text-indent", "top", "transform", "translate", "vertical-align",
        "visibility", "white-space", "width", "zoom",
    }
)  # fmt: skip
_ALIASES: Final = {
    "-webkit-animation": "animation", "-webkit-appearance": "appearance",
    "-webkit-clip-path": "clip-path",
    "-webkit-filter": "filter", "-webkit-transform": "transform", "block-size": "height",
    "inline-size": "width", "max-block-size": "max-height", "max-inline-size": "max-width",
}  # fmt: skip
_FOUR_SIDED: Final = {
    "inset": ("top", "right", "bottom", "left"),
    "margin": ("", "", "", "margin-left"),
    "padding": ("", "", "", "padding-left"),
}
# What is looked at: most declarations of most sheets are about something else.
_READ: Final = PROPERTIES | _ALIASES.keys() | _FOUR_SIDED.keys() | {"font", "list-style"}
# Of these what a name stands for is followed (`var()`); of colours and the like it is not.
_HIDING: Final = frozenset(
    {
        "bottom", "clip", "clip-path", "content-visibility", "display", "height", "left",
        "max-height", "max-width", "opacity", "overflow", "overflow-x", "overflow-y", "position",
        "right", "scale", "text-indent", "top", "transform", "translate", "visibility", "width",
        "zoom",
    }
)  # fmt: skip
_NAMING: Final = r"--[\w-]+\s*:"
_NO_SIZE: Final = re.compile(r"(?:^|\s)0(?:px|em|rem|pt|%)?(?:\s|/)")
# A rule that sets none of these neither hides nor shows a text, nor parts it into blocks.
_TELLING: Final = re.compile(
    r"display|visibility|clip|opacity|text-indent|text-decoration|max-height|max-width|float|"
    r"position|font(?:-size)?\s*:\s*0|transparent|scale|height\s*:\s*[01](?:px)?\b|"
    r"width\s*:\s*[01](?:px)?\b|overflow|vertical-align|[:\s(]-\d{3}|contain\s*:|grid-template-rows|"
    r"rotate|matrix|animation|text-fill|size\s*:\s*[01](?:px)?\b|(?<!-)content\s*:|counter-|"
    r"list-style|quotes\s*:|zoom\s*:\s*(?:0?\.0|\d(?:\.\d+)?%)",
    re.IGNORECASE,
)
_COLOURS: Final = re.compile(f"{_TELLING.pattern}|color|background", re.IGNORECASE)
# What may lie behind letters, and is no colour of a box that they stand in.
_COVERS: Final = re.compile(
    r"url\(|gradient\(|var\(|@import|position\s*:\s*(?:absolute|fixed|sticky)|mix-blend|"
    r"grid-(?:area|row|column)|margin[a-z-]*\s*:[^;]*-\d|background-clip",
    re.IGNORECASE,
)
_PAPER: Final = "white"
_TOKEN: Final = re.compile(
    r"""/\*.*?(?:\*/|\Z)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|url\([^)"']*\)""", re.DOTALL
)
_RULE: Final = re.compile(r"([^{}]*)\{([^{}]*)\}")
_BRACE: Final = re.compile(r"[{}]")
_BRACE_IN_QUERY: Final = re.compile(r"\([^(){}]*\}[^(){}]*\)")  # it holds nowhere
# XML's mark is none of HTML's: what it encloses is the begin of one rule, which is no rule then.
_MARKED: Final = re.compile(r"<!\[CDATA\[.*?(?:\]\][^{}]*\{[^{}]*\}|\Z)", re.DOTALL)
_LENGTH: Final = re.compile(r"([\d.]+)(px|em|rem)")
_WIDTH: Final = 1280.0
_HEIGHT: Final = 2000.0
_CONTAINER_WIDTH: Final = 640.0  # as wide as a column of text: nothing here measures boxes
_EM: Final = 16.0
_ELSEWHERE: Final = re.compile(
    r"prefers-reduced|orientation\s*:\s*portrait|prefers-color-scheme\s*:\s*dark|"
    r"hover\s*:\s*none|pointer\s*:\s*coarse|-ms-high|forced-colors\s*:\s*active|resolution|"
    r"device-pixel-ratio|display-mode"
)
# What `@supports` is asked to tell Internet Explorer, Firefox or Safari from the rest.
_OTHER_BROWSERS: Final = re.compile(
    r"^\s*-(?:ms|moz|o|khtml|apple)-|:\s*-(?:ms|moz|o|apple)-|-webkit-(?:marquee|touch-callout|"
    r"overflow-scrolling|hyphens|backdrop-filter|sticky|named-image)"
)
_OTHER_CONTAINERS: Final = re.compile(r"\b(?:style|scroll-state|not|or)\b|height|block-size|aspect")
_SCOPE: Final = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*")
_MOST_RULES: Final = 60_000
_MOST_STEPS: Final = 4_000_000
_DEEPEST: Final = 6
_UNLAYERED: Final = 1_000_000
_LONGEST_NESTED: Final = 500

Declared = dict[str, str]
_Declarations = dict[str, tuple[str, bool]]  # a value, and whether it is important


@dataclass(frozen=True, slots=True)
class PageStyles:
    """The styles of elements, and of generated words before and after them.

    Attributes:
        declared: what is declared for elements.
        before: what is declared for what stands before their text, where there is any.
        after: the same for what stands after it.
        complete: false where the sheets were too large to be followed to the end.
        ground: the colour of the page where nothing else is declared; "" where pictures, boxes
            over others, or sheets that are not here may lie behind its letters.
    """

    declared: dict[PageElement, Declared] = field(default_factory=dict)
    before: dict[PageElement, Declared] = field(default_factory=dict)
    after: dict[PageElement, Declared] = field(default_factory=dict)
    complete: bool = True
    ground: str = ""


@dataclass(slots=True)
class _Rules:
    """Rules in order: their selectors' text, what they declare, and the layer's rank.

    Attributes:
        entries: the rules.
        layers: the ranks of layers, by their names.
        complete: whether all rules were taken in.
        names: the names of values that are followed (`--x`).
    """

    entries: list[tuple[str, _Declarations, int]] = field(default_factory=list)
    layers: dict[str, int] = field(default_factory=dict)
    complete: bool = True
    names: frozenset[str] = frozenset()

    def layer(self, name: str) -> int:
        """Return a layer's rank: layers named later go before those named earlier."""
        return self.layers.setdefault(name or f" {len(self.layers)}", len(self.layers))


def styles_of(tree: PageElement, linked: Callable[[str], str] | None = None) -> PageStyles:
    """Return what the sheets of a page, and its elements' own styles, declare.

    Args:
        tree: the page, as lxml parsed it.
        linked: returns a sheet that was saved beside the page, by what the page calls it; None
            where none was.
    """
    matcher = Matcher(tree, _MOST_STEPS)
    rules = _Rules()
    sheets = list(_sheets(tree, linked))
    own = [style for element in matcher.elements if (style := element.get("style"))]
    is_plain = _is_plain(tree, sheets, own)
    telling = _COLOURS if is_plain else _TELLING
    slim_sheets, rules.names = _slim_sheets(sheets, own, matcher, telling)
    for sheet in slim_sheets:
        _gather(sheet, rules)
    winners = {"": _Winners(), "before": _Winners(), "after": _Winners()}
    order = 0
    for text, declared, layer in rules.entries:
        for selector in _possible(text, matcher):
            order += 1
            rank = (False, layer, selector.specificity, order)
            if selector.beside and all(name.startswith("--") for name in declared):
                continue  # of generated words, names are not followed
            for element in matcher.matching(selector):
                winners[selector.beside].add(element, declared, rank)
    winners[""].add_inline(matcher.elements, rules.names)
    before, after = (
        {
            element: values
            for element, values in winners[side].values().items()
            if "content" in values
        }
        for side in ("before", "after")
    )
    complete = rules.complete and matcher.complete
    ground = _PAPER if is_plain else ""
    resolved = resolve(winners[""].values(), rules.names)
    return PageStyles(resolved, before, after, complete, ground)


def inline_styles_of(tree: PageElement) -> PageStyles:
    """Return what the elements of a page declare for themselves, its sheets left out."""
    winners = _Winners()
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    winners.add_inline(elements, frozenset())
    return PageStyles(winners.values())


_Rank = tuple[bool, int, tuple[int, int, int], int]


class _Winners:
    """The declarations that win for each element, by importance and rank."""

    def __init__(self) -> None:
        self._of: dict[PageElement, dict[str, tuple[tuple[bool, _Rank], str]]] = {}

    def add(self, element: PageElement, declared: _Declarations, rank: _Rank) -> None:
        """Take in what a rule declares for an element.

        Args:
            element: the element.
            declared: the values, by property.
            rank: what decides between rules of the same importance.
        """
        mine = self._of.setdefault(element, {})
        for name, (value, important) in declared.items():
            full = (important, rank)
            if name not in mine or full >= mine[name][0]:
                mine[name] = (full, value)

    def add_inline(self, elements: Iterable[PageElement], names: frozenset[str]) -> None:
        """Take in what elements declare for themselves, and the values of some names."""
        for element in elements:
            if style := element.get("style"):
                self.add(element, _declarations(style, names), (True, _UNLAYERED, (0, 0, 0), 0))

    def values(self) -> dict[PageElement, Declared]:
        """Return the values alone."""
        return {
            element: {name: value for name, (_rank, value) in mine.items()}
            for element, mine in self._of.items()
        }


def _sheets(tree: PageElement, linked: Callable[[str], str] | None) -> Iterator[str]:
    for element in tree.iter("style", "link"):
        kind = (element.get("type") or "text/css").strip().lower()
        media = element.get("media")
        if kind != "text/css" or (media and not _applies(media.lower())):
            continue
        if next(element.iterancestors("noscript"), None) is not None:
            continue  # it is for browsers without scripts, as the text there is
        if element.tag == "style":
            yield "".join(element.itertext()) or " "
        elif _is_sheet(element):
            yield linked(element.get("href") or "") if linked is not None else ""


def _is_sheet(link: PageElement) -> bool:
    kinds = (link.get("rel") or "").lower().split()
    is_other = "alternate" in kinds or link.get("disabled") is not None
    return "stylesheet" in kinds and not is_other


def _possible(text: str, matcher: Matcher) -> tuple[Selector, ...]:
    return tuple(selector for selector in selectors_of(text) if matcher.knows(selector))


def _is_plain(tree: PageElement, sheets: list[str], own: list[str]) -> bool:
    """Whether nothing but colours lies behind the letters of a page, and all sheets are here.

    Args:
        tree: the page.
        sheets: its sheets, empty where they are not here.
        own: the styles that its elements declare for themselves.
    """
    painted = tree.xpath("boolean(//*[@bgcolor or @background])")
    missing = any(not sheet for sheet in sheets)
    return not (painted or missing or any(map(_COVERS.search, (*sheets, *own))))


def _slim_sheets(
    sheets: list[str], own: list[str], matcher: Matcher, telling: re.Pattern[str]
) -> tuple[list[str], frozenset[str]]:
    """Leave out of sheets what can do nothing here; return the names on which the rest depends.

    Args:
        sheets: the sheets of a page.
        own: the styles that its elements declare for themselves.
        matcher: knows what the page has.
        telling: what a rule must declare.
    """
    if not any("var(" in text for text in (*sheets, *own)):
        return [_slim(sheet, matcher, telling) for sheet in sheets], frozenset()
    naming = re.compile(f"{telling.pattern}|{_NAMING}", re.IGNORECASE)
    sheets = [_slim(sheet, matcher, naming) for sheet in sheets]
    names = names_used([*sheets, *own], _HIDING)
    if names:
        named = "|".join(map(re.escape, names))
        telling = re.compile(f"{telling.pattern}|(?:{named})\\s*:", re.IGNORECASE)
    return [_slim(sheet, matcher, telling) for sheet in sheets], names


def _slim(sheet: str, matcher: Matcher, telling: re.Pattern[str]) -> str:
    """Leave out comments, and rules that can do nothing here: reading them takes long.

    These are rules that declare nothing of interest, or are for classes and ids that the page has
    not.

    Args:
        sheet: the sheet.
        matcher: knows what the page has.
        telling: what a rule must declare.
    """

    def relevant_part(rule: re.Match[str]) -> str:
        before, _, prelude = rule[1].rpartition(";")
        if not telling.search(rule[2]) or prelude.lstrip().startswith("@font-face"):
            return f"{before};" if before else ""
        if prelude.lstrip().startswith("@"):
            return rule[0]
        return rule[0] if any(map(matcher.may_have, parted(prelude))) else ""

    plain = _TOKEN.sub(_without_braces, sheet)
    plain = _MARKED.sub("", plain) if "<![CDATA[" in plain else plain
    if plain.count("{") < plain.count("}"):
        plain = _without_stray_ends(plain)
    return _RULE.sub(relevant_part, plain)


def _without_stray_ends(sheet: str) -> str:
    """Leave out ends of blocks that never began, each with the rule behind it, as browsers do."""
    sheet = _BRACE_IN_QUERY.sub("(max-width:0px)", sheet)
    pieces, start, depth = [], 0, 0
    is_left_out = False
    for brace in _BRACE.finditer(sheet):
        if brace[0] == "{":
            depth += 1
        elif depth == 0 and not is_left_out:
            pieces.append(sheet[start : brace.start()])
            is_left_out = True
        elif depth == 1 and is_left_out:
            start, is_left_out = brace.end(), False
        depth -= brace[0] == "}" and depth > 0
    return "".join(pieces) + ("" if is_left_out else sheet[start:])


def _without_braces(hit: re.Match[str]) -> str:
    token = hit[0]
    if token.startswith("/*"):
        return " "
    if token.startswith(("url", "URL")):
        return "url()"
    return token if not any(sign in token for sign in "{};") else '""'


def _gather(sheet: str, rules: _Rules) -> None:
    nodes = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    _gather_nodes(nodes, rules, _UNLAYERED, 0)


def _gather_nodes(nodes: list[Any], rules: _Rules, layer: int, depth: int) -> None:
    for node in nodes:
        if len(rules.entries) >= _MOST_RULES:
            rules.complete = False
            return
        if node.type == "qualified-rule":
            _rule(_written(node.prelude), node.content, rules, layer, depth)
        elif node.type == "at-rule" and depth < _DEEPEST:
            _at_rule(node, rules, layer, depth)


def _rule(prelude: str, content: Any, rules: _Rules, layer: int, depth: int) -> None:
    """Take in a rule, and those that are nested in it.

    Args:
        prelude: its selectors.
        content: what stands in its braces.
        rules: those taken in so far.
        layer: the rank of its layer.
        depth: how deeply it is nested.
    """
    nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    if declared := _declared(nodes, rules.names):
        rules.entries.append((prelude, declared, layer))
    if depth >= _DEEPEST:
        return
    for node in nodes:
        if node.type == "qualified-rule":
            inner = _nested(prelude, _written(node.prelude))
            _rule(inner, node.content, rules, layer, depth + 1)
        elif node.type == "at-rule" and node.content and _is_met(node):
            _rule(prelude, node.content, rules, layer, depth + 1)


def _nested(outer: str, inner: str) -> str:
    """Return the selectors of a rule that is nested in another."""
    whole = outer.strip() if len(parted(outer)) == 1 else f":is({outer})"
    return ", ".join(
        part.replace("&", whole) if "&" in part else f"{whole} {part}"
        for part in parted(inner.replace(":scope", "&"))
    )[:_LONGEST_NESTED]


def _at_rule(node: Any, rules: _Rules, layer: int, depth: int) -> None:
    if node.lower_at_keyword == "layer":
        names = _written(node.prelude).strip().lower().split(",")
        ranks = [rules.layer(name.strip()) for name in names]
        layer = min(layer, ranks[-1])
    if node.lower_at_keyword == "scope" and node.content is not None:
        if root := _SCOPE.fullmatch(_written(node.prelude)):
            _rule(f":where({root[1]})", node.content, rules, layer, depth + 1)
    elif node.content is not None and _is_met(node):
        inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
        _gather_nodes(inner, rules, layer, depth + 1)


def _is_met(node: Any) -> bool:
    """Whether the rules in an at-rule hold on a desktop's screen."""
    prelude = _written(node.prelude).strip().lower()
    if node.lower_at_keyword == "media":
        return _applies(prelude)
    if node.lower_at_keyword == "container":
        return not _OTHER_CONTAINERS.search(prelude) and _applies(prelude, _CONTAINER_WIDTH)
    if node.lower_at_keyword == "supports":
        return _supports(node.prelude, 0)
    return bool(node.lower_at_keyword == "layer")


def _supports(tokens: Iterable[Any], depth: int) -> bool:
    """Whether a current browser does what `@supports` asks for; what only others do is told."""
    parts = [token for token in tokens if token.type not in {"whitespace", "comment"}]
    words = [token.lower_value if token.type == "ident" else "" for token in parts]
    for word, combined in (("or", any), ("and", all)):
        if word in words:
            at = words.index(word)
            return combined(_supports(some, depth) for some in (parts[:at], parts[at + 1 :]))
    if words[:1] == ["not"]:
        return not _supports(parts[1:], depth)
    if len(parts) != 1 or parts[0].type != "() block" or depth >= _DEEPEST:
        return True
    inner = parts[0].content
    if any(token.type == "literal" and token.value == ":" for token in inner):
        return not _OTHER_BROWSERS.search(_written(inner).lower())
    return _supports(inner, depth + 1)


def _applies(query: str, width: float = _WIDTH) -> bool:
    """Whether a media query holds on a desktop's screen, or one for a box of another width."""
    return any(_holds(condition.strip(), width) for condition in query.split(","))


def _holds(query: str, width: float) -> bool:
    if query.startswith("not "):
        return not _holds(query.removeprefix("not ").lstrip(), width)
    if query.startswith(("print", "speech", "only print")) or _ELSEWHERE.search(query):
        return False
    for feature, length in re.findall(r"\(\s*([a-z-]+)\s*:\s*([^)]+)\)", query):
        size = _length(length)
        if size is None:
            continue
        most = _HEIGHT if feature.endswith("height") else width
        if (feature.startswith("max-") and size < most) or (
            feature.startswith("min-") and size > most
        ):
            return False
    for sign, length in re.findall(r"width\s*([<>]=?)\s*([\d.]+(?:px|em|rem))", query):
        size = _length(length) or 0.0
        if (sign.startswith("<") and size < width) or (sign.startswith(">") and size > width):
            return False
    return True


def _length(text: str) -> float | None:
    hit = _LENGTH.match(text.strip())
    return float(hit[1]) * (1.0 if hit[2] == "px" else _EM) if hit else None


def _declarations(content: Any, names: frozenset[str]) -> _Declarations:
    nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return _declared(nodes, names)


def _declared(nodes: Iterable[Any], names: frozenset[str]) -> _Declarations:
    """Return the values of the properties that matter, the short forms written out.

    Args:
        nodes: what stands in the braces of a rule.
        names: the names whose values matter, too.
    """
    declared: _Declarations = {}
    for node in nodes:
        if node.type != "declaration":
            continue
        if node.lower_name in names:
            declared[node.lower_name] = (_written(node.value).strip(), node.important)
        elif node.lower_name in _READ:
            value = _written(node.value).strip()
            value = value if node.lower_name == "content" else value.lower()
            for name, part in _written_out(node.lower_name, value):
                if part and name in PROPERTIES:
                    declared[name] = (part, node.important)
    return declared


def _written(tokens: Any) -> str:
    """Return tokens as text; nothing where they are nested too deeply."""
    try:
        return str(tinycss2.serialize(tokens))
    except RecursionError:
        return ""


def _written_out(name: str, value: str) -> Iterator[tuple[str, str]]:
    """Yield the properties that a declaration sets, and their values."""
    if name == "font":
        if _NO_SIZE.search(value):
            yield "font-size", "0"
        else:
            yield "font-size", "inherit" if value in {"inherit", "unset"} else "medium"
    elif name == "list-style":
        yield "list-style-type", _type_of_list(value)
    elif name in _FOUR_SIDED:
        yield from zip(_FOUR_SIDED[name], four_sides(value.split()), strict=True)
    else:
        yield _ALIASES.get(name, name), value


def _type_of_list(value: str) -> str:
    """Return the kind of marks in the short form of a list's style."""
    if value in {"inherit", "unset", "initial", "revert"}:
        return value
    words = [word for word in value.split() if word not in {"inside", "outside"}]
    kinds = [word for word in words if not word.startswith("url(")]
    return kinds[0] if kinds else "disc"
