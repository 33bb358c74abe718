#!/usr/bin/env bash
# Puts the Markdown report under a pull request: one comment, edited at each run.
#
#   REPORTS   the folder with claimcheck.md
#   NUMBER    the pull request's number
set -euo pipefail

report="$REPORTS/claimcheck.md"
gh pr comment "$NUMBER" --repo "$GITHUB_REPOSITORY" --body-file "$report" --edit-last 2>/dev/null ||
    gh pr comment "$NUMBER" --repo "$GITHUB_REPOSITORY" --body-file "$report"
