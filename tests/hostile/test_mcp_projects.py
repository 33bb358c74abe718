"""Every hostile project through the server for agents: no crash, bounded, nothing outside."""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pytest

pytest.importorskip("anyio")
pytest.importorskip("mcp")

from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import Client

from claimcheck.cli.servers.mcp.server import build
from claimcheck.cli.servers.mcp.warm_project import WarmProject
from hostile.cases import CASES
from hostile.invariants import broken_anyhow
from hostile.layout import QUOTE, fingerprint, lay_out, lay_out_surroundings
from hostile.watching import watched

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_SECONDS: Final = 20  # of the processor, for all calls about one project
MAX_ANSWER: Final = 2_000_000  # characters of one answer
# All of them take a quarter of an hour (CLAIMCHECK_HOSTILE=all); else every third one, and whatever
# leads out of the folder. Of these, what is heavy for a check is left to test_limits: the server
# checks by the same function. Projects stay that are heavy for a search, or for an article.
_HEAVY_FOR_A_CHECK: Final = frozenset(
    {
        "busy-names", "busy-recased-letters", "busy-one-changed-text-in-records",
        "busy-near-quotes", "busy-300-far-quotes",
    }
)  # fmt: skip
_HEAVY_FOR_AN_ARTICLE: Final = "busy-one-text-in-records"
_CHOSEN: Final = [
    name
    for number, name in enumerate(CASES)
    if os.environ.get("CLAIMCHECK_HOSTILE") == "all"
    or (number % 3 == 0 and name not in _HEAVY_FOR_A_CHECK)
    or name == _HEAVY_FOR_AN_ARTICLE
    or name.startswith(("link", "special", "path"))
]
_LISTED: Final = 3  # claims and sources that are asked for one by one


@pytest.fixture(scope="module")
def above(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    lay_out_surroundings(folder)
    return folder


@pytest.fixture(scope="module")
def served(above: Path) -> Iterator[Served]:
    """A server that runs on while one project after the other lies in its folder."""
    root = above / "project"
    with start_blocking_portal() as portal:
        client = Client(build(WarmProject(root)))
        with portal.wrap_async_context_manager(client):
            yield Served(root, client, portal)


@dataclass(frozen=True)
class Served:
    """A folder, a client of its server, and the thread in which both run."""

    root: Path
    client: Client
    portal: BlockingPortal


async def _told(client: Client, wrong: list[str], tool: str, **arguments: object) -> dict[str, Any]:
    """Call a tool, note what no answer may be, and return the answer; nothing for an error."""
    result = await client.call_tool(tool, arguments)
    text = "".join(part.text for part in result.content if part.type == "text")
    wrong += [f"{tool}: {each}" for each in _broken(text)]
    if result.is_error:
        if ". next: " not in text:
            wrong.append(f"{tool}: does not say what to do next: {text[:300]}")
        return {}
    return dict(result.structured_content or {})


def _broken(text: str) -> Iterator[str]:
    if len(text) > MAX_ANSWER:
        yield f"{len(text):,} characters"
    # JSON writes signs as escapes, which are signs again for whoever reads it.
    try:
        answer = "\n".join(_strings(json.loads(text)))
    except ValueError:
        answer = text
    for each in broken_anyhow(CASES[next(iter(CASES))], 1, answer[:MAX_ANSWER]):
        if "characters of output" not in each:
            yield each


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


async def look_everywhere(client: Client, names: list[str]) -> list[str]:
    """Call every reading tool about a project, and say what is wrong with the answers.

    Args:
        client: of the project's server.
        names: files of it to look for a quotation in.
    """
    wrong: list[str] = []
    quotes = [QUOTE, "the café owners objected \u202e", "Nobody ever said this anywhere"]
    await _told(client, wrong, "verify_quote", quotes=quotes)
    for name in names:
        await _told(client, wrong, "verify_quote", quotes=quotes[:1], files=[name])
        await _told(client, wrong, "check_article", file=name)
    await _told(client, wrong, "find_passages", text="unemployment rate")
    await _told(client, wrong, "check_dossier")
    await _told(client, wrong, "check_article", text=f"It says “{QUOTE}” [@doc1].\n")
    claims = await _told(client, wrong, "list_claims", limit=200)
    for claim in claims.get("claims", [])[:_LISTED]:
        await _told(client, wrong, "get_claim", claim=claim["id"])
    sources = await _told(client, wrong, "list_sources", limit=200)
    for source in sources.get("sources", [])[:_LISTED]:
        await _told(client, wrong, "get_source", source=source["id"], lines=400)
    return wrong


@pytest.mark.parametrize("case_name", _CHOSEN)
def test_a_hostile_project_through_the_server(
    monkeypatch: pytest.MonkeyPatch, above: Path, served: Served, case_name: str
) -> None:
    case, root = CASES[case_name], served.root
    if root.exists():
        root.rename(above / f"before-{case_name}")
    try:
        lay_out(root, case.files)
    except (OSError, AttributeError, UnicodeError) as error:
        pytest.skip(f"this machine cannot hold it: {error}")
    for variable, value in case.environment.items():
        monkeypatch.setenv(variable, value)
    monkeypatch.chdir(root)
    before, outside = fingerprint(root), fingerprint(above / "outside")
    names = [name for name in case.files if name.endswith((".txt", ".md"))][:_LISTED]

    with watched(root) as seen:
        began = time.process_time()
        names += ["../outside/secret.txt"]
        wrong = served.portal.call(look_everywhere, served.client, names)
        took = time.process_time() - began

    if wrong or seen:
        pytest.fail("\n".join(dict.fromkeys([*wrong, *seen])), pytrace=False)
    assert took < MAX_SECONDS
    assert fingerprint(root) == before
    assert fingerprint(above / "outside") == outside
