"""Templates and what every page carries: its style, its scripts, and the policy that names them."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from claimcheck.formats.site.foreign import visible
from claimcheck.model.errors import RequestError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

    from jinja2 import Template

_FOLDER = "claimcheck.formats.site"


@dataclass(frozen=True, slots=True)
class Assets:
    """What is written into pages: the style sheet, and scripts by name."""

    style: Markup
    scripts: Mapping[str, Markup]

    def policy(self, *names: str, live: bool = False) -> str:
        """Return the Content-Security-Policy of a page with these scripts, and nothing else.

        Args:
            names: the scripts.
            live: whether the page is served, and may ask its own server and send it a form.
        """
        return _policy(self.style, tuple(self.scripts[name] for name in names), live=live)


# Very many pages have the same.
@cache
def _policy(style: str, scripts: tuple[str, ...], *, live: bool) -> str:
    own = "'self'" if live else "'none'"
    asks = "; connect-src 'self'" if live else ""
    hashes = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {hashes}; "
        f"img-src data:; base-uri 'none'; form-action {own}{asks}"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@cache
def assets() -> Assets:
    """Return the style sheet and the scripts of every page."""
    folder = files(_FOLDER) / "assets"
    scripts = {
        file.name.removesuffix(".js"): _markup(file)
        for file in folder.iterdir()
        if file.name.endswith(".js")
    }
    return Assets(_markup(folder / "site.css"), scripts)


def _markup(file: Traversable) -> Markup:
    lines = (line.strip() for line in file.read_text("utf-8").split("\n"))
    return Markup("\n".join(filter(None, lines)))  # noqa: S704 - a file of our own


@cache
def _own_templates() -> dict[str, str]:
    folder = files(_FOLDER) / "templates"
    return {file.name: file.read_text("utf-8") for file in folder.iterdir()}


def template_names() -> tuple[str, ...]:
    """Return the names of the templates, each of which another may take the place of."""
    return tuple(sorted(_own_templates()))


class _OwnEnvironment(Environment):
    """Looks first for what a dictionary holds, of which nearly all values of our templates are."""

    def getattr(self, obj: object, attribute: str) -> object:
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def _environment(kind: type[Environment], others: Mapping[str, str]) -> Environment:
    return kind(
        loader=DictLoader({**_own_templates(), **others}),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=visible,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


# Whoever serves a site makes it again after every save; to compile the templates takes longer.
@cache
def _own_environment() -> Environment:
    return _environment(_OwnEnvironment, {})


class Templates:
    """The templates of a site, compiled once.

    Args:
        others: texts of templates that take the place of ours, by name.
    """

    def __init__(self, others: Mapping[str, str]) -> None:
        # Somebody else's template may show whatever a page knows, and reach nothing beyond.
        self._environment = (
            _environment(SandboxedEnvironment, others) if others else _own_environment()
        )
        self._compiled: dict[str, Template] = {}

    def render(self, name: str, values: Mapping[str, object]) -> bytes:
        """Return a page.

        Raises:
            RequestError: the template is broken, or asks for what is not there.
        """
        try:
            if name not in self._compiled:
                self._compiled[name] = self._environment.get_template(name)
            return self._compiled[name].render(values).encode("utf-8", "backslashreplace")
        except TemplateError as error:
            raise RequestError(f"template {name} cannot be used: {error.message}") from None
