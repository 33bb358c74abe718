// Starts `claimcheck lsp` for YAML and Markdown files; the server does all the rest.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = (context) => {
  const [command, ...args] = workspace.getConfiguration("claimcheck").get("command");
  client = new LanguageClient(
    "claimcheck",
    "claimcheck",
    // Windows looks for a program in the working directory first, where a stranger's could lie; the
    // client tells the server which folder is open.
    { command, args, options: { cwd: context.extensionPath } },
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
