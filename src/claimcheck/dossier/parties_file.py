"""What the parties file says: who is who, and who belongs to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.dossier.fields import Fields, FlawLog, is_id, root_mapping, shown
from claimcheck.dossier.keys import Form, Key
from claimcheck.dossier.party_names import name_key
from claimcheck.model import LONGEST_CHAIN, Party

if TYPE_CHECKING:
    from claimcheck.dossier.strict_yaml import YamlDocument

KEYS = {
    "name": Key(Form.TEXT, "The name that readers know.", required=True, example="Acme Ltd"),
    "parent": Key(Form.TEXT, "The id of the party that it belongs to.", example="acme-group"),
}


def read_parties(document: YamlDocument, flaws: FlawLog) -> dict[str, Party]:
    """Read the parties, keyed by id; an empty file means that there are none."""
    if document.root is None and not document.flaws:
        return {}
    fields = root_mapping(document, flaws, "the parties file")
    if fields is None:
        return {}
    parties = {}
    for party_id, place in fields.key_places():
        if not is_id(party_id):
            message = f"{shown(party_id)} cannot be a party's id"
            flaws.note(message, place, "use letters, digits, dots and hyphens")
        party = fields.mapping(party_id, f"party {shown(party_id)}")
        if party is None:
            continue
        party.refuse_unknown(KEYS)
        name = party.required_text("name", "the name that readers know")
        if name is not None:
            parties[party_id] = Party(party_id, name, place, party.text("parent"))
    _refuse_twins(parties, fields, flaws)
    _refuse_cycles(parties, fields, flaws)
    return parties


def _refuse_twins(parties: dict[str, Party], fields: Fields, flaws: FlawLog) -> None:
    first: dict[str, str] = {}
    for party in parties.values():
        for name in {name_key(party.id), name_key(party.name)}:
            other = first.setdefault(name, party.id)
            if other != party.id:
                message = f"{shown(party.id)} and {shown(other)} cannot be told apart by name"
                flaws.note(
                    message, fields.place_of(party.id), "give them different names, or be one party"
                )


def _refuse_cycles(parties: dict[str, Party], fields: Fields, flaws: FlawLog) -> None:
    for party in parties.values():
        seen = {party.id}
        above = party.parent
        while above in parties and above not in seen and len(seen) <= LONGEST_CHAIN:
            seen.add(above)
            above = parties[above].parent
        if len(seen) > LONGEST_CHAIN:
            message = f"the parents of {shown(party.id)} go on for more than {LONGEST_CHAIN} steps"
            flaws.note(message, fields.place_of(party.id), "name the topmost party as its parent")
        elif above == party.id:
            message = f"the parents of {shown(party.id)} lead back to itself"
            flaws.note(message, fields.place_of(party.id), "take one `parent` out of the circle")
