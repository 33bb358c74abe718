"""The file of parties: their names, and who belongs to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.dossier.fields import Fields, FlawLog, is_id, root_mapping
from claimcheck.dossier.keys import Form, Key
from claimcheck.dossier.names import name_key
from claimcheck.model import Party
from claimcheck.model.chain import LONGEST_CHAIN, follow
from claimcheck.system.folder import is_reserved
from claimcheck.text.printable import short_repr

if TYPE_CHECKING:
    from claimcheck.dossier.strict_yaml import YamlDocument

KEYS = {
    "name": Key(Form.TEXT, "The name that readers know.", required=True, example="Acme Ltd"),
    "aliases": Key(
        Form.TEXTS,
        "Other names that mean the same party; legal forms and titles need none.",
        example=["Acme Widgets"],
    ),
    "parent": Key(Form.TEXT, "The id of the party that it belongs to.", example="acme-group"),
}


def read_parties(document: YamlDocument, log: FlawLog) -> dict[str, Party]:
    """Read the parties, keyed by id; an empty file means that there are none."""
    if document.root is None and not document.flaws:
        return {}
    fields = root_mapping(document, log, "the parties file")
    if fields is None:
        return {}
    parties = {}
    for party_id, place in fields.key_places():
        if not is_id(party_id):
            message = f"{short_repr(party_id)} cannot be a party's id"
            log.note(
                message,
                place,
                "Windows keeps this name for a device: choose another"
                if is_reserved(party_id)
                else "use letters from a to z, digits, dots and hyphens",
            )
        party = fields.mapping(party_id, f"party {short_repr(party_id)}")
        if party is None:
            continue
        party.refuse_unknown(KEYS)
        name = party.required_name("name", "the name that readers know")
        if name is not None:
            aliases = party.names("aliases")
            parties[party_id] = Party(party_id, name, place, party.text("parent"), aliases)
    _refuse_shared_names(parties, fields, log)
    _refuse_cycles(parties, fields, log)
    return parties


def _refuse_shared_names(parties: dict[str, Party], fields: Fields, log: FlawLog) -> None:
    owners: dict[str, str] = {}
    for party in parties.values():
        for name in dict.fromkeys(map(name_key, (party.id, party.name, *party.aliases))):
            owner = owners.setdefault(name, party.id)
            if owner != party.id:
                pair = f"{short_repr(party.id)} and {short_repr(owner)}"
                remedy = "give them different names, or be one party"
                message = f"{pair} cannot be told apart by name"
                log.note(message, fields.place_of(party.id), remedy)


def _refuse_cycles(parties: dict[str, Party], fields: Fields, log: FlawLog) -> None:
    for party in parties.values():
        chain = follow(party.id, lambda name: _parent_of(name, parties))
        parents = f"the parents of {short_repr(party.id)}"
        if chain.is_too_long:
            message = f"{parents} go on for more than {LONGEST_CHAIN} steps"
            log.note(message, fields.place_of(party.id), "name the topmost party as its parent")
        elif chain.leads_back:
            message = f"{parents} lead back to itself"
            log.note(message, fields.place_of(party.id), "take one `parent` out of the circle")


def _parent_of(party_id: str, parties: dict[str, Party]) -> str | None:
    party = parties.get(party_id)
    return party.parent if party else None
