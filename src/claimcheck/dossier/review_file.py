"""What a claim's review file says: who signed the claim, when, and as it stood."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimcheck.dossier.fields import Fields, FlawLog, root_mapping
from claimcheck.dossier.keys import Form, Key, has_form
from claimcheck.model import ClaimSnapshot, PassageSnapshot, Review
from claimcheck.text.printable import short_repr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.dossier.strict_yaml import YamlDocument

PASSAGE_KEYS = {
    "source": Key(Form.TEXT_OR_NOTHING, "The id of the source."),
    "stance": Key(Form.TEXT_OR_NOTHING, "What the passage did to the claim."),
    "quote": Key(Form.TEXT_OR_NOTHING, "The words that were quoted."),
    "passage": Key(Form.TEXT_OR_NOTHING, "What the source printed there."),
}
REVIEW_KEYS = {
    "by": Key(Form.TEXT, "Who signed.", required=True),
    "on": Key(Form.DAY, "The day on which it was signed.", required=True),
    "fingerprint": Key(
        Form.FINGERPRINT, "The hash of what was signed, as it was written.", required=True
    ),
    "claim": Key(Form.TEXT, "The claim as it was signed.", required=True),
    "passages": Key(Form.MAPPINGS, "The passages as they were signed.", keys=PASSAGE_KEYS),
}
KEYS = {"reviews": Key(Form.MAPPINGS, "Who signed the claim, one entry each.", keys=REVIEW_KEYS)}
HEADER = "# Written by `claimcheck review`: who signed this claim, and what it said then.\n"


def read_reviews(document: YamlDocument, log: FlawLog) -> tuple[Review, ...]:
    """Read the sign-offs on one claim."""
    fields = root_mapping(document, log, "a review file")
    if fields is None:
        return ()
    fields.refuse_unknown(KEYS)
    return tuple(_reviews(fields, log))


def _reviews(fields: Fields, log: FlawLog) -> Iterator[Review]:
    for item in fields.mappings("reviews", "a review"):
        item.refuse_unknown(REVIEW_KEYS)
        by = item.required_text("by", "who signs")
        day_written = item.required_text("on", "the day it was signed, such as 2026-01-31")
        on = item.day("on") if day_written is not None else None
        fingerprint = item.required_text("fingerprint", "what `claimcheck review` writes")
        claim = item.required_text("claim", "the claim as it was signed")
        passages = tuple(map(_passage, item.mappings("passages", "a signed passage")))
        if fingerprint is not None and not has_form(fingerprint, Form.FINGERPRINT):
            value = short_repr(fingerprint)
            message = f"`fingerprint` is {value}, which `claimcheck review` never writes"
            log.note(message, item.place_of("fingerprint"), "sign the claim again")
        elif by and on and fingerprint and claim:
            yield Review(by, on, fingerprint, ClaimSnapshot(claim, passages), item.place_of("by"))


def _passage(fields: Fields) -> PassageSnapshot:
    fields.refuse_unknown(PASSAGE_KEYS)
    return PassageSnapshot(*(fields.text_or_empty(key) for key in PASSAGE_KEYS))


def write_reviews(reviews: Iterable[Review]) -> str:
    """Return a review file's text, in the order of the reviewers' names."""
    lines = [HEADER, "reviews:\n"]
    for review in sorted(reviews, key=lambda review: review.by):
        lines += [
            f"  - by: {_quoted(review.by)}\n",
            f"    on: {review.on}\n",
            f"    fingerprint: {review.fingerprint}\n",
            f"    claim: {_quoted(review.snapshot.claim)}\n",
            "    passages:\n" if review.snapshot.passages else "    passages: []\n",
        ]
        for passage in review.snapshot.passages:
            lines += [
                f"      - source: {_quoted(passage.source)}\n",
                f"        stance: {_quoted(passage.stance)}\n",
                f"        quote: {_quoted(passage.quote)}\n",
                f"        passage: {_quoted(passage.passage)}\n",
            ]
    return "".join(lines)


def _quoted(text: str) -> str:
    # JSON's strings are YAML's, and need no decision about quoting.
    return json.dumps(text, ensure_ascii=False)
