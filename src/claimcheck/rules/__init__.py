"""The rules, one flaw a file; what a rule is and what it says.

A rule is a module in this folder, named as it is reported (`quote_altered.py` is
`quote-altered`). Its docstring is its page. It defines `SEVERITY` and one of these functions, or
both, where it speaks of claims and of the dossier:

    check_claims(assessment: Assessment) -> Iterator[Finding]     about claims, each by itself
    check(assessment: Assessment) -> Iterator[Finding]            about the dossier as a whole

`check_claims` looks at each of `assessment.claims` with all that it cites, and at no other claim;
every finding names its claim. So what was found in a claim holds until the claim, or something that
it cites, is changed. `check` sees the sources and the parties, and of the claims their `census`.

A rule about what the other rules found has this function instead:

    check_findings(assessment: Assessment, findings: Sequence[Finding], ran: Collection[str])
        -> Iterator[Finding]

(`ran` names the rules that run). It is asked about the findings in claims with the claims, and then
about all findings with none.

A rule that compares the texts of all sources may have `prepare(corpus: Corpus) -> None`, which does
the long part of it while a second process looks at claims.

Where a project has to ask for the rule, it has `OFF_BY_DEFAULT = True`. A rule sees values only: it
never reads a file, and it does not name itself, since `claimcheck.gate.check` signs what it finds.
"""
