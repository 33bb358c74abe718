"""One format a file, named as `--format` names it."""
