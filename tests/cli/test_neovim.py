"""`claimcheck lsp` in a real editor: Neovim without a window, where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pygls")

from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NEOVIM = shutil.which("nvim")
FUNCTIONS = """\
local function out(...) io.stdout:write(table.concat({...}, " "), "\\n") end
local function codes()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do table.insert(found, each.code) end
  table.sort(found)
  return table.concat(found, ",")
end
local function ask(method, line, more, patience)
  local place = { line = line, character = 14 }
  local params = { textDocument = vim.lsp.util.make_text_document_params(), position = place }
  params.range = { start = place, ["end"] = place }
  params.context = { diagnostics = {} }
  for key, value in pairs(more or {}) do params[key] = value end
  for _, told in pairs(vim.lsp.buf_request_sync(0, method, params, patience or 60000) or {}) do
    return told.result
  end
end
local client = vim.lsp.start_client({
  name = "claimcheck", cmd = { vim.env.PYTHON, "-P", "-m", "claimcheck", "lsp" },
  root_dir = vim.fn.getcwd(),
})
local function open(name)
  vim.cmd("edit " .. name)
  vim.lsp.buf_attach_client(0, client)
  vim.wait(60000, function() return ask("textDocument/codeLens", 0, nil, 500) ~= nil end, 100)
end
"""
SCRIPT = (
    FUNCTIONS
    + """\
open("claims/closed.yaml")
out("opened", codes())
vim.api.nvim_buf_set_lines(0, 4, 5, false, { "    quote: The bridge was closed on 4 April" })
vim.wait(60000, function() return codes() ~= "" end, 50)
out("typed", codes(), tostring(vim.bo.modified))
out("hover", (ask("textDocument/hover", 4).contents.value:gsub("\\n", " ")))
local action = ask("textDocument/codeAction", 4)[1]
out("action", action.title)
vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
vim.wait(60000, function() return codes() == "" end, 50)
out("mended", codes(), vim.api.nvim_buf_get_lines(0, 4, 5, false)[1])
vim.cmd("qa!")
"""
)
# This repository, as it is: its own claims, documents and article.
OWN_SCRIPT = (
    FUNCTIONS
    + """\
local function line_of(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    if line:find(words, 1, true) then return number - 1 end
  end
end
open("claims/email-sent-in-error.yaml")
out("opened", codes())
local at = line_of("our employees was sent in error")
local before = vim.api.nvim_buf_get_lines(0, at, at + 1, false)[1]
local typed = before:gsub("was sent", "was not sent")
vim.api.nvim_buf_set_lines(0, at, at + 1, false, { typed })
vim.wait(60000, function() return codes():find("quote%-altered") ~= nil end, 50)
out("typed", tostring(codes():find("quote%-altered") ~= nil), tostring(vim.bo.modified))
out("hover", (ask("textDocument/hover", at).contents.value:gsub("\\n.*", "")))
local action = ask("textDocument/codeAction", at)[1]
out("action", action.title)
vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
vim.wait(60000, function() return codes() == "" end, 50)
out("mended", tostring(vim.api.nvim_buf_get_lines(0, at, at + 1, false)[1] == before))
local edit = ask("textDocument/rename", 0, { newName = "message-sent-in-error" })
vim.lsp.util.apply_workspace_edit(edit, "utf-16")
vim.cmd("wall")
out("renamed", vim.fn.fnamemodify(vim.api.nvim_buf_get_name(0), ":t"))
vim.cmd("qa!")
"""
)


def run_script(root: Path) -> list[str]:
    """Run `script.lua` of a folder in Neovim, and return what it said."""
    done = subprocess.run(
        [NEOVIM or "", "--headless", "-n", "-u", "NONE", "-c", "luafile script.lua", "-c", "qa!"],
        cwd=root, env={**os.environ, "PYTHON": sys.executable}, capture_output=True, check=True,
        encoding="utf-8", timeout=240,
    )  # fmt: skip
    return [line.strip() for line in done.stdout.splitlines()]


@pytest.mark.skipif(NEOVIM is None, reason="Neovim is not installed")
def test_neovim_underlines_hovers_and_mends_before_anything_is_saved(
    write: Callable[[dict[str, str | bytes]], Path],
) -> None:
    claim = (
        "claim: The bridge was closed.\nevidence:\n  - source: daily\n    stance: supports\n"
        "    quote: The bridge was closed on 3 April\n"
    )
    root = write(
        {
            "claims/closed.yaml": claim,
            "sources/daily.yaml": "title: The Daily\npublisher: D\nfile: daily.txt\n",
            "sources/daily.txt": "The bridge was closed on 3 April.\n",
            "script.lua": SCRIPT,
        }
    )

    lines = run_script(root)

    assert lines[:2] == ["opened", "typed quote-altered true"]
    assert lines[2].startswith(r"hover **altered**\(number\) in The Daily")
    assert lines[3:] == [
        "action quote what is printed instead: The bridge was closed on 3 April",
        "mended      quote: The bridge was closed on 3 April",
    ]
    assert (root / "claims" / "closed.yaml").read_text() == claim


@pytest.mark.skipif(NEOVIM is None, reason="Neovim is not installed")
def test_neovim_edits_mends_and_renames_in_this_repository(tmp_path: Path) -> None:
    root = tmp_path / "claimcheck"
    for folder in ("claims", "seeds", "articles"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "pyproject.toml", root)
    (root / "script.lua").write_text(OWN_SCRIPT)

    lines = run_script(root)

    assert lines == [
        "opened",
        "typed true true",
        (
            r"hover **altered**\(negation\) in Amazon asks employees to delete TikTok "
            "'due to security risks'"
        ),
        (
            "action quote what is printed instead: This morning's email to some of our employees "
            "was sent in error."
        ),
        "mended true",
        "renamed message-sent-in-error.yaml",
    ]
    name = "email-sent-in-error"
    assert not (root / "claims" / f"{name}.yaml").exists()
    renamed = (root / "claims" / f"message-{name.removeprefix('email-')}.yaml").read_text("utf-8")
    assert renamed == (ROOT / "claims" / f"{name}.yaml").read_text("utf-8")
    article = root / "articles" / "the-e-mail-of-10-july-2020.md"
    assert "[^error]: claim:message-sent-in-error" in article.read_text("utf-8")
