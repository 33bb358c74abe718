"""`claimcheck serve`: the reader's pages on this machine, live, and with a form to sign."""

from __future__ import annotations

import importlib.util
import socket
import sys
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.options import NoHistoryOption, ProjectOption, SigningDayOption, TitleOption
from claimcheck.cli.reporting import SiteOptions, require_jinja, site_look, with_history
from claimcheck.cli.result import CommandResult
from claimcheck.cli.servers.live_report import LiveReport
from claimcheck.dossier.project import Project, find_project
from claimcheck.model.errors import MissingLibraryError
from claimcheck.system.folder import Folder
from claimcheck.system.installation import install_command

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.formats.site.site import Site

_HOST = "127.0.0.1"


@command("serve", "The reader's pages on this machine, live after a save, with a form to sign.")
def serve_command(
    context: typer.Context,
    port: Annotated[
        int, typer.Option(metavar="PORT", min=0, max=65535, help="The port; 0 takes a free one.")
    ] = 0,
    title: TitleOption = "",
    no_history: NoHistoryOption = False,
    directory: ProjectOption = None,
    today: SigningDayOption = None,
) -> CommandResult:
    """Show the pages of `claimcheck report` on loopback; they follow every save.

    On a claim's page a reviewer signs what they have read, or sends it back with a remark, as
    `claimcheck review` does. Only this machine can reach the server, and only who has the address
    that is printed. Ctrl-C ends it.

    \b
    Examples:
      claimcheck serve
      claimcheck serve --port 8080 --no-history
    """
    require_jinja()
    _require_server()
    project = session.project_of(context.obj, directory)
    options = SiteOptions(title, "", None, not no_history, today)
    live_report = LiveReport(today)

    def build() -> Site:
        present = find_project(project.root, Folder)
        look, report = site_look(present, options), live_report.of(present)
        site, _notes = with_history(
            context.obj, present, report, look, looked_at=options.with_history
        )
        return replace(site, live=True)

    def is_past(site: Site) -> bool:
        return site.report.assessment.today != (today or session.present_day())

    _serve(project, port, build, is_past)
    return CommandResult()


def _require_server() -> None:
    for library in ("python_multipart", "starlette", "uvicorn", "watchfiles"):
        if importlib.util.find_spec(library) is None:
            raise MissingLibraryError(
                f"pages cannot be served: the library {library} is not installed",
                f"install it with: {install_command('serve')}",
            )


def _serve(
    project: Project, port: int, build: Callable[[], Site], is_past: Callable[[Site], bool]
) -> None:
    import uvicorn  # an extra, with the next two
    import watchfiles

    from claimcheck.cli.servers.pages import LiveSite, application

    live = LiveSite(project, build, is_past)
    live.site()
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.bind((_HOST, port))
        # Whoever follows the address before the server has started waits for it.
        listening.listen()
    except OSError as error:
        console.refuse(f"port {port} cannot be used: {(error.strerror or '').lower()}",
                       "--port 0 takes a free one")  # fmt: skip
    bound = listening.getsockname()[1]
    hosts = frozenset({f"{_HOST}:{bound}", f"localhost:{bound}"})
    ended = threading.Event()

    def watch() -> None:
        for _changes in watchfiles.watch(project.root, stop_event=ended, rust_timeout=500):
            live.changed()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    stream = sys.__stdout__ or sys.stdout
    stream.write(f"http://{_HOST}:{bound}/{live.token}/\nCtrl-C ends it\n")
    stream.flush()
    config = uvicorn.Config(application(live, hosts), log_level="warning", access_log=False)
    try:
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        ended.set()
