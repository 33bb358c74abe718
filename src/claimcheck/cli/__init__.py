"""The command line: typer, the session, the console and the commands."""
