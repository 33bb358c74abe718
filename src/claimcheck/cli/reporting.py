"""What `report` is asked for, made into a site: read, checked, with its history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claimcheck.cli import session
from claimcheck.cli.history import project_history
from claimcheck.documents.document import refuse_unless_folder
from claimcheck.gate.check import check
from claimcheck.model.errors import MissingLibraryError, ProjectError, RequestError
from claimcheck.system import checkout
from claimcheck.system.folder import Folder
from claimcheck.system.installation import install_command
from claimcheck.system.plain_files import RefusedError
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from claimcheck.cli.session import Session
    from claimcheck.dossier.project import Project
    from claimcheck.formats.site.site import Site
    from claimcheck.gate.report import Report

_SHORT_COMMIT = 10


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """How a site is to be.

    Attributes:
        title: what it is called; by default the name of the project's folder.
        base_url: where it will be published.
        templates: a folder of templates that take the place of single ones.
        with_history: whether commits are looked at.
        today: the day to judge as of; by default the present one.
    """

    title: str = ""
    base_url: str = ""
    templates: Path | None = None
    with_history: bool = True
    today: dt.date | None = None


@dataclass(frozen=True, slots=True)
class SiteLook:
    """How a site looks, whatever it shows: its title, its address, and templates by name."""

    title: str
    base_url: str
    templates: Mapping[str, str]


def site_look(project: Project, options: SiteOptions) -> SiteLook:
    """Return how a site is to look.

    Args:
        project: the project.
        options: what was asked for.

    Raises:
        RequestError: the site cannot be made in this way.
        MissingLibraryError: the library for templates is not installed.
    """
    require_jinja()
    title = options.title or project.root.name or "Claims"
    templates = _templates(options.templates) if options.templates else {}
    return SiteLook(title, public_address(options.base_url), templates)


def site_of(run: Session, project: Project, options: SiteOptions) -> tuple[Site, str]:
    """Return the site of a project, and what its maker should know.

    Args:
        run: the run of the command line.
        project: the project.
        options: how the site is to be.

    Raises:
        ProjectError: the project cannot be read.
        RequestError: the site cannot be made in this way.
        MissingLibraryError: the library for templates is not installed.
    """
    look = site_look(project, options)
    report = check(session.assessment_of(project, options.today))
    return with_history(run, project, report, look, looked_at=options.with_history)


def with_history(
    run: Session, project: Project, report: Report, look: SiteLook, *, looked_at: bool
) -> tuple[Site, str]:
    """Return the site of a report, and what its maker should know.

    Args:
        run: the run of the command line.
        project: the project.
        report: the report on it.
        look: how the site is to look.
        looked_at: whether commits are looked at.
    """
    from claimcheck.formats.site.site import Site  # only once its library is known to be there

    history, notes = None, ""
    if looked_at and (checkout.top(project.root) / ".git").exists():
        try:
            history = project_history(run, project, report.assessment.today)
        except ProjectError as error:
            notes = f"note: the history is not shown: {error.problems[0]}\n"
    if history and history.is_shallow and history.oldest:
        notes = (
            f"note: the history begins on {history.oldest.day}: earlier commits are not in this "
            "clone; `git fetch --unshallow` fetches them\n"
        )
    commit = history.head[:_SHORT_COMMIT] if history else ""
    return Site(report, look.title, look.base_url, commit, history, look.templates), notes


def require_jinja() -> None:
    """Make sure that pages can be made.

    Raises:
        MissingLibraryError: they cannot.
    """
    try:
        import jinja2  # noqa: F401 - asked for before any work is done
    except ImportError:
        raise MissingLibraryError(
            "pages cannot be made: the library Jinja2 is not installed",
            f"install it with: {install_command('report')}",
        ) from None


def public_address(address: str) -> str:
    """Return the address of a folder of pages, with a slash at its end; "" for none.

    Raises:
        RequestError: it is none.
    """
    if not address:
        return ""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise RequestError(
            f"--base-url {address}: is no address of a folder of pages",
            help="write one such as https://facts.example.org/",
        )
    return address if address.endswith("/") else f"{address}/"


def _templates(folder: Path) -> Mapping[str, str]:
    from claimcheck.formats.site.templating import template_names

    refuse_unless_folder(str(folder))
    names, tree = template_names(), Folder(folder)
    texts = {}
    for file in sorted(folder.glob("*.html")):
        if file.name not in names:
            hint = did_you_mean(file.name, names) or f"there are {', '.join(names)}"
            raise RequestError(f"--templates {file}: there is no template of that name", help=hint)
        try:
            texts[file.name] = tree.read(file.name).data.decode("utf-8")
        except (RefusedError, UnicodeDecodeError) as error:
            raise RequestError(f"--templates {file}: cannot be read: {error}") from None
    if not texts:
        raise RequestError(f"--templates {folder}: holds no template", help=", ".join(names))
    return texts
