"""The file of a claim: YAML in, a Claim and its flaws out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

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
    from datetime import date

    from claimcheck.dossier.strict_yaml import YamlDocument
    from claimcheck.model import Place

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

# Most claims and items have no others, and asking ten thousand of them for each takes a while.
_USUAL_CLAIM_KEYS: Final = frozenset({"id", "claim", "claimant", "kind", "tags", "evidence"})
_USUAL_ITEM_KEYS: Final = frozenset({"source", "stance", "quote", "rationale"})


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
    others = _NO_CLAIM_KEYS if fields.has_only(_USUAL_CLAIM_KEYS) else _other_claim_keys(fields)
    claim = Claim(
        id=claim_id,
        text=text or "",
        place=fields.place_of("claim"),
        claimants=fields.names("claimant"),
        claimed_on=others.claimed_on,
        interested=others.interested,
        kind=fields.choice("kind", Kind) or Kind.EVENT,
        kind_written=fields.node("kind") is not None,
        as_of=others.as_of,
        review_by=others.review_by,
        tags=tuple(_tags(fields)),
        rests_on=others.rests_on,
        rests_on_place=others.rests_on_place or fields.place,
        evidence=tuple(_evidence(items)),
        items_written=len(items),
        verdict=others.verdict,
        allow=others.allow,
        claimants_place=fields.place_where("claimant"),
        interested_place=others.interested_place,
        claimed_on_place=others.claimed_on_place,
        as_of_place=others.as_of_place,
    )
    return claim if text is not None else None


class _OtherClaimKeys(NamedTuple):
    """The values of keys that few claims have."""

    claimed_on: date | None = None
    claimed_on_place: Place | None = None
    interested: tuple[str, ...] = ()
    interested_place: Place | None = None
    as_of: date | None = None
    as_of_place: Place | None = None
    review_by: date | None = None
    rests_on: tuple[str, ...] = ()
    rests_on_place: Place | None = None
    verdict: Verdict | None = None
    allow: tuple[Allowance, ...] = ()


_NO_CLAIM_KEYS: Final = _OtherClaimKeys()


def _other_claim_keys(fields: Fields) -> _OtherClaimKeys:
    return _OtherClaimKeys(
        claimed_on=fields.day("claimed_on"),
        claimed_on_place=fields.place_where("claimed_on"),
        interested=fields.names("interested"),
        interested_place=fields.place_where("interested"),
        as_of=fields.day("as_of"),
        as_of_place=fields.place_where("as_of"),
        review_by=fields.day("review_by"),
        rests_on=fields.texts("rests_on"),
        rests_on_place=fields.place_where("rests_on"),
        verdict=_verdict(fields),
        allow=tuple(_allowances(fields)),
    )


def _tags(fields: Fields) -> Iterator[str]:
    """Yield the tags; of a tag that holds a comma, which is refused, each part."""
    for tag in fields.texts("tags"):
        if "," not in tag:
            yield tag.strip()
            continue
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
        is_usual = item.has_only(_USUAL_ITEM_KEYS)
        value = None if is_usual else claim_value.read_value(item)
        quoted = is_usual or item.node("quote") is not None or item.node("value") is None
        quote = _quote(item) if quoted else Quote(str(value)) if value else None
        rationale = item.text("rationale")
        others = _NO_ITEM_KEYS if is_usual else _other_item_keys(item)
        is_whole = quote is not None and (value is not None or item.node("value") is None)
        if source is not None and stance is not None and quote is not None and is_whole:
            yield Evidence(
                number=number,
                source=source,
                stance=stance,
                quote=quote,
                rationale=rationale,
                place=item.place,
                source_place=item.place_of("source"),
                quote_place=item.place_of("quote" if quoted else "value"),
                stance_place=item.place_of("stance"),
                value=value,
                quoted=quoted,
                speaker=others.speaker,
                speaker_place=others.speaker_place,
                page=others.page,
                page_place=others.page_place,
                basis=others.basis,
                basis_place=others.basis_place,
                origin=others.origin,
                origin_place=others.origin_place,
                translation=others.translation,
            )


class _OtherItemKeys(NamedTuple):
    """The values of keys that few evidence items have."""

    speaker: str | None = None
    speaker_place: Place | None = None
    page: str | None = None
    page_place: Place | None = None
    basis: Basis | None = None
    basis_place: Place | None = None
    origin: str | None = None
    origin_place: Place | None = None
    translation: Translation | None = None


_NO_ITEM_KEYS: Final = _OtherItemKeys()


def _other_item_keys(item: Fields) -> _OtherItemKeys:
    return _OtherItemKeys(
        speaker=item.name("speaker"),
        speaker_place=item.place_where("speaker"),
        page=item.text("page"),
        page_place=item.place_where("page"),
        basis=item.choice("by", Basis),
        basis_place=item.place_where("by"),
        origin=item.text("origin"),
        origin_place=item.place_where("origin"),
        translation=_translation(item),
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
