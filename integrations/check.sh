#!/usr/bin/env bash
# The gate in CI: checks a dossier once, and leaves every report that a CI can show.
#
#   PROJECT   the project's folder                                   (default: .)
#   BASE      judge only what changed since this git reference       (default: judge everything)
#   REPORTS   where to leave claimcheck.sarif, .xml, .md and .json   (default: claimcheck-reports)
#   FORMAT    what to print: terminal, concise, github               (default: terminal)
#
# The exit status is claimcheck's own: 0 clean, 1 errors found, 2 could not check.
set -uo pipefail

project=${PROJECT:-.}
reports=${REPORTS:-claimcheck-reports}
arguments=(check --project "$project" --format "${FORMAT:-terminal}")
if [ -n "${BASE:-}" ]; then
    arguments+=(--base "$BASE")
fi
mkdir -p "$reports"
for report in sarif=claimcheck.sarif junit=claimcheck.xml markdown=claimcheck.md \
    gitlab=claimcheck-codequality.json json=claimcheck.json; do
    arguments+=(--output "${report%%=*}=$reports/${report#*=}")
done

claimcheck "${arguments[@]}"
status=$?

# On a branch the comment begins with what the change does; forges take 65,536 characters.
if [ -n "${BASE:-}" ] && [ -f "$reports/claimcheck.md" ]; then
    {
        claimcheck diff "$BASE" --merge-base --project "$project" --format markdown && echo
        cat "$reports/claimcheck.md"
    } | head -c 65000 >"$reports/comment.md" && mv "$reports/comment.md" "$reports/claimcheck.md"
fi
if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$reports/claimcheck.md" ]; then
    cat "$reports/claimcheck.md" >>"$GITHUB_STEP_SUMMARY"
fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
    printf 'status=%s\nreports=%s\n' "$status" "$reports" >>"$GITHUB_OUTPUT"
fi
exit "$status"
