// Starts `claimcheck lsp` for YAML and Markdown files; the server does all the rest.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = () => {
  const [command, ...args] = workspace.getConfiguration("claimcheck").get("command");
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  client = new LanguageClient(
    "claimcheck",
    "claimcheck",
    { command, args, options: { cwd: folder } },
    {
      documentSelector: [
        { scheme: "file", language: "yaml" },
        { scheme: "file", language: "markdown" },
      ],
    },
  );
  return client.start();
};

exports.deactivate = () => client?.stop();
