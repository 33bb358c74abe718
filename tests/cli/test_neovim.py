"""`claimcheck lsp` in a real editor: Neovim without a window, where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pygls")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NEOVIM = shutil.which("nvim")
SCRIPT = """\
local function out(...) io.stdout:write(table.concat({...}, " "), "\\n") end
local function codes()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do table.insert(found, each.code) end
  table.sort(found)
  return table.concat(found, ",")
end
local function ask(method, line, more)
  local place = { line = line, character = 14 }
  local params = { textDocument = vim.lsp.util.make_text_document_params(), position = place }
  params.range = { start = place, ["end"] = place }
  params.context = { diagnostics = {} }
  for _, told in pairs(vim.lsp.buf_request_sync(0, method, params, 60000) or {}) do
    return told.result
  end
end
vim.cmd("edit claims/closed.yaml")
local client = vim.lsp.start_client({
  name = "claimcheck", cmd = { vim.env.PYTHON, "-P", "-m", "claimcheck", "lsp" },
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(0, client)
vim.wait(60000, function() return ask("textDocument/codeLens", 0) ~= nil end, 100)
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

    done = subprocess.run(
        [NEOVIM or "", "--headless", "-n", "-u", "NONE", "-c", "luafile script.lua"],
        cwd=root, env={**os.environ, "PYTHON": sys.executable}, capture_output=True, check=True,
        encoding="utf-8", timeout=240,
    )  # fmt: skip

    lines = [line.strip() for line in done.stdout.splitlines()]
    assert lines[:2] == ["opened", "typed quote-altered true"]
    assert lines[2].startswith(r"hover **altered**\(number\) in The Daily")
    assert lines[3:] == [
        "action quote what is printed instead: The bridge was closed on 3 April",
        "mended      quote: The bridge was closed on 3 April",
    ]
    assert (root / "claims" / "closed.yaml").read_text() == claim
