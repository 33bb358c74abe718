#!/usr/bin/env bash
# Puts the Markdown report under a pull request: one comment, known by its first line, edited at each
# run.
#
#   REPORTS   the folder with claimcheck.md
#   NUMBER    the pull request's number
set -euo pipefail

marker='<!-- claimcheck -->'
comments="repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments"
body=$(mktemp)
{
    echo "$marker"
    cat "$REPORTS/claimcheck.md"
} >"$body"
known=$(gh api --paginate "$comments" \
    --jq ".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$marker\"))) | .id")
# Two runs at once may have left two comments. A pipe that closes after the first would end gh.
known=${known%%$'\n'*}
if [ -n "$known" ]; then
    gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$known" \
        --field "body=@$body"
else
    gh api --silent --method POST "$comments" --field "body=@$body"
fi
