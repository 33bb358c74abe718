"""What a claim's file says: YAML in, a Claim and its flaws out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.dossier import claim_value
from claimcheck.dossier.fields import Fields, FlawLog, root_mapping
from claimcheck.dossier.keys import Form, Key
from claimcheck.dossier.yaml_nodes import MappingNode
from claimcheck.model import (
    Allowance,
    Basis,
    Claim,
    Evidence,
    Kind,
    Quote,
    Stance,
    Status,
    Translation,
    Verdict,
)
from claimcheck.text.printable import short_repr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.dossier.strict_yaml import YamlDocument

QUOTE_KEYS = {
    "exact": Key(
        Form.TEXT,
        "The source's own words.",
        required=True,
        example="the message was sent in error",
    ),
    "prefix": Key(Form.TEXT, "The words directly before, where the quote appears twice."),
    "suffix": Key(Form.TEXT, "The words directly after, where the quote appears twice."),
}
TRANSLATION_KEYS = {
    "text": Key(
        Form.TEXT, "The quotation in the readers' language; shown, never checked.", required=True
    ),
    "by": Key(Form.TEXT, "Who translated it.", required=True, example="ana"),
}
EVIDENCE_KEYS = {
    "source": Key(
        Form.TEXT,
        "The id of the source: its record's file name without .yaml.",
        required=True,
        example="daily-news-2020-07-10",
    ),
    "stance": Key(
        Form.CHOICE,
        "What the passage does to the claim: a person's judgement; unset in a draft.",
        required=True,
        choices=Stance,
    ),
    "quote": Key(
        Form.TEXT_OR_MAPPING,
        "The source's own words; […] marks words left out.",
        example="the message was sent in error",
        keys=QUOTE_KEYS,
        group="words",
    ),
    "value": Key(
        Form.MAPPING,
        "What cells of the source's tables come to, instead of a quotation or beside one.",
        keys=claim_value.VALUE_KEYS,
        group="words",
    ),
    "speaker": Key(
        Form.TEXT,
        "Whose word the passage is, where that is not the publisher's: a party's id or a name.",
        example="acme",
    ),
    "by": Key(
        Form.CHOICE,
        "What makes an interested party's word count: its own act (a notice, a ruling, a recall), "
        "or an admission against its interest.",
        choices=Basis,
    ),
    "origin": Key(
        Form.TEXT,
        "The id of the source that this passage repeats, or unknown, where the document mixes; "
        "the document's own id means that it reports this itself.",
        example="acme-release-2020-07-10",
    ),
    "translation": Key(
        Form.MAPPING,
        "A foreign quotation in the readers' language; shown, never checked.",
        keys=TRANSLATION_KEYS,
    ),
    "page": Key(
        Form.TEXT,
        "The page that the quote is on, as it calls itself or counted from the first: 12, iv.",
        example="12",
    ),
    "rationale": Key(Form.TEXT, "Why the passage bears on the claim, where that is not plain."),
}
VERDICT_KEYS = {
    "status": Key(Form.CHOICE, "What the person concludes.", required=True, choices=Status),
    "rating": Key(
        Form.TEXT,
        "A word of the project's own list, `ratings` in its configuration.",
        example="misleading",
    ),
    "by": Key(Form.TEXT, "Who signs the verdict.", required=True, example="fact-desk"),
    "on": Key(Form.DAY, "The day on which it was signed.", required=True, example="2026-09-12"),
    "rationale": Key(Form.TEXT, "Why; needed where the verdict differs from the derived status."),
}
KEYS = {
    "id": Key(Form.ID, "The claim's id; when given, the file's name without .yaml."),
    "claim": Key(
        Form.TEXT,
        "The assertion, in one sentence that stands alone.",
        required=True,
        example="The e-mail of 10 July 2020 was sent in error.",
    ),
    "claimant": Key(
        Form.TEXTS, "Who asserts the claim: a party's id or a name, or a list.", example="acme"
    ),
    "claimed_on": Key(Form.DAY, "The day on which it was asserted.", example="2020-07-10"),
    "interested": Key(
        Form.TEXTS,
        "Others whose word on the claim is not independent: parties' ids or names.",
        example=["acme-parent"],
    ),
    "kind": Key(
        Form.CHOICE,
        "An event stays true once it is (the default); a state can stop being true.",
        choices=Kind,
    ),
    "as_of": Key(
        Form.DAY,
        "The day for which the claim is meant; its evidence must date from around it.",
        example="2020-07-10",
    ),
    "review_by": Key(
        Form.DAY, "The day after which the claim counts as stale.", example="2027-01-01"
    ),
    "tags": Key(Form.TAGS, "Words to sort and select claims by.", example=["email"]),
    "rests_on": Key(
        Form.TEXTS,
        "The ids of claims that this one needs: when one of them falls, so may this.",
        example=["email-sent"],
    ),
    "evidence": Key(
        Form.MAPPINGS, "Passages of sources, for the claim or against it.", keys=EVIDENCE_KEYS
    ),
    "verdict": Key(
        Form.MAPPING,
        "A person's signed conclusion; shown beside the derived status, never instead of it.",
        keys=VERDICT_KEYS,
    ),
    "allow": Key(
        Form.REASONS_BY_RULE,
        "Rules that this claim silences, each with the reason.",
        example={"single-origin": "the only witness"},
    ),
}


def read_claim(document: YamlDocument, claim_id: str, log: FlawLog) -> Claim | None:
    """Read a claim; None when the file does not say what is claimed.

    Args:
        document: the file as YAML.
        claim_id: the claim's id, which the file's name gives.
        log: where flaws are noted.
    """
    fields = root_mapping(document, log, "a claim")
    if fields is None:
        return None
    fields.refuse_unknown(KEYS)
    fields.check_id(claim_id)
    text = fields.required_text("claim", "the assertion, in one sentence that stands alone")
    items = fields.mappings("evidence", "an evidence item")
    claim = Claim(
        id=claim_id,
        text=text or "",
        place=fields.place_of("claim"),
        claimants=fields.names("claimant"),
        claimed_on=fields.day("claimed_on"),
        interested=fields.names("interested"),
        kind=fields.choice("kind", Kind) or Kind.EVENT,
        kind_written=fields.node("kind") is not None,
        as_of=fields.day("as_of"),
        review_by=fields.day("review_by"),
        tags=tuple(_tags(fields)),
        rests_on=fields.texts("rests_on"),
        rests_on_place=fields.place_of("rests_on"),
        evidence=tuple(_evidence(items)),
        items_written=len(items),
        verdict=_verdict(fields),
        allow=tuple(_allowances(fields)),
        claimants_place=fields.place_where("claimant"),
        interested_place=fields.place_where("interested"),
        claimed_on_place=fields.place_where("claimed_on"),
        as_of_place=fields.place_where("as_of"),
    )
    return claim if text is not None else None


def _tags(fields: Fields) -> Iterator[str]:
    """Yield the tags; of a tag that holds a comma, which is refused, each part."""
    for tag in fields.texts("tags"):
        if "," in tag:
            fields.note(
                "tags",
                f"`tags` holds {short_repr(tag)}, and a tag holds no comma",
                "write a list: tags: [published, urgent]",
            )
        yield from filter(None, (part.strip() for part in tag.split(",")))


def _evidence(items: list[Fields]) -> Iterator[Evidence]:
    for number, item in enumerate(items, 1):
        item.refuse_unknown(EVIDENCE_KEYS)
        source = item.required_text("source", "the id of a source's record")
        stance_written = item.required_text("stance", "supports, contradicts or context")
        stance = item.choice("stance", Stance) if stance_written is not None else None
        value = claim_value.read_value(item)
        quoted = item.node("quote") is not None or item.node("value") is None
        quote = _quote(item) if quoted else Quote(str(value)) if value else None
        speaker = item.name("speaker")
        page = item.text("page")
        rationale = item.text("rationale")
        basis = item.choice("by", Basis)
        origin = item.text("origin")
        translation = _translation(item)
        is_whole = quote is not None and (value is not None or item.node("value") is None)
        if source is not None and stance is not None and quote is not None and is_whole:
            yield Evidence(
                number=number,
                source=source,
                stance=stance,
                quote=quote,
                speaker=speaker,
                rationale=rationale,
                place=item.place,
                source_place=item.place_of("source"),
                quote_place=item.place_of("quote" if quoted else "value"),
                page=page,
                page_place=item.place_where("page"),
                stance_place=item.place_of("stance"),
                basis=basis,
                basis_place=item.place_where("by"),
                origin=origin,
                origin_place=item.place_where("origin"),
                speaker_place=item.place_where("speaker"),
                translation=translation,
                value=value,
                quoted=quoted,
            )


def _quote(item: Fields) -> Quote | None:
    if not isinstance(item.node("quote"), MappingNode):
        exact = item.required_text("quote", "the source's own words")
        return Quote(exact) if exact is not None else None
    selector = item.mapping("quote", "a quote")
    if selector is None:
        return None
    selector.refuse_unknown(QUOTE_KEYS)
    exact = selector.required_text("exact", "the source's own words")
    if exact is None:
        return None
    return Quote(exact, selector.text("prefix") or "", selector.text("suffix") or "")


def _translation(item: Fields) -> Translation | None:
    fields = item.mapping("translation", "a translation")
    if fields is None:
        return None
    fields.refuse_unknown(TRANSLATION_KEYS)
    text = fields.required_text("text", "the quotation in the readers' language")
    by = fields.required_text("by", "who translated it")
    return Translation(text, by) if text is not None and by is not None else None


def _verdict(claim: Fields) -> Verdict | None:
    fields = claim.mapping("verdict", "a verdict")
    if fields is None:
        return None
    fields.refuse_unknown(VERDICT_KEYS)
    example = "supported, refuted, conflicting or not-enough-evidence"
    status_written = fields.required_text("status", example)
    status = fields.choice("status", Status) if status_written is not None else None
    by = fields.required_name("by", "who signs the verdict")
    day_written = fields.required_text("on", "the day it was signed, such as 2026-01-31")
    on = fields.day("on") if day_written is not None else None
    rationale = fields.text("rationale")
    rating = fields.text("rating")
    if status is None or by is None or on is None:
        return None
    place = fields.place_of("rating")
    return Verdict(status, by, on, rationale, fields.place, rating, place if rating else None)


def _allowances(claim: Fields) -> Iterator[Allowance]:
    example = "allow: {single-origin: the reason}"
    fields = claim.mapping("allow", "the list of allowed rules", example)
    if fields is None:
        return
    for rule, place in fields.key_places():
        reason = fields.reason(rule)
        if reason is not None and not any(map(str.isalnum, reason)):
            message = f"`{rule}` is {short_repr(reason)}, which is no reason"
            fields.note(rule, message, "write why in words, or take it out")
        elif reason is not None:
            yield Allowance(rule, reason, place)
