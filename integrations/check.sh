#!/usr/bin/env bash
# The gate in CI: checks a dossier once, and leaves every report that a CI can show.
#
#   PROJECT   the project's folder                                   (default: .)
#   BASE      judge only what changed since this git reference       (default: judge everything)
#   REPORTS   where to leave claimcheck.sarif, .xml, .md and .json   (default: claimcheck-reports)
#   FORMAT    what to print: terminal, concise, github               (default: terminal)
#
# The exit status is claimcheck's own: 0 clean, 1 errors found, 2 could not check.
#
# REPORTS may lie in the checkout of a stranger's branch, which may have put links there. None is
# written through, and nothing is shown that was not written here.
set -uo pipefail

project=${PROJECT:-.}
reports=${REPORTS:-claimcheck-reports}
names=(claimcheck.sarif claimcheck.xml claimcheck.md claimcheck-codequality.json claimcheck.json)

# Links above the folder of reports: all on the way to it, or those below here when it is absolute.
part=$reports
while [ "$part" != . ] && [ "$part" != / ] && [ "$part" != "$PWD" ]; do
    case "$part" in
    /*) case "$part" in "$PWD"/*) ;; *) break ;; esac ;;
    esac
    if [ -L "$part" ]; then
        echo "error: the folder of reports, $reports, lies behind a symbolic link: $part" >&2
        exit 2
    fi
    part=$(dirname -- "$part")
done
mkdir -p -- "$reports" && (cd -- "$reports" && rm -f -- "${names[@]}") || exit 2

# Documents are read again in child processes with bounds: on a branch those that it touches.
arguments=(check --re-extract --project "$project" --format "${FORMAT:-terminal}")
if [ -n "${BASE:-}" ]; then
    arguments+=(--base "$BASE")
fi
for report in sarif=claimcheck.sarif junit=claimcheck.xml markdown=claimcheck.md \
    gitlab=claimcheck-codequality.json json=claimcheck.json; do
    arguments+=(--output "${report%%=*}=$reports/${report#*=}")
done

claimcheck "${arguments[@]}"
status=$?

# On a branch the comment ends with what the change does. Forges take 65,536 characters; both parts
# together have fewer, and each says what it leaves out.
if [ -n "${BASE:-}" ] && [ -f "$reports/claimcheck.md" ]; then
    comment=$(mktemp)
    {
        cat -- "$reports/claimcheck.md" && echo
        claimcheck diff --merge-base --project "$project" --format markdown -- "$BASE"
    } >"$comment" && rm -f -- "$reports/claimcheck.md" &&
        cp -- "$comment" "$reports/claimcheck.md"
    rm -f -- "$comment"
fi
if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$reports/claimcheck.md" ]; then
    cat -- "$reports/claimcheck.md" >>"$GITHUB_STEP_SUMMARY"
fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
    printf 'status=%s\nreports=%s\n' "$status" "$reports" >>"$GITHUB_OUTPUT"
fi
exit "$status"
