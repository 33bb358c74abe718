"""The dossier of the tour: three invented documents, three claims, and one misquotation."""

from __future__ import annotations

import hashlib

COURIER = """\
This document is invented, like the ferry and the harbour in it.

THE EXAMPLETON COURIER, 4 May 2024

Ferry strikes harbour wall

The ferry Petrel struck the north wall of Exampleton harbour at a quarter past
eight yesterday morning. Of the 61 passengers on board, 14 were treated for
cuts and bruises at the quay, and nobody was taken to hospital.

The harbour was closed until noon.
"""
STATEMENT = """\
This document is invented, like the company that speaks in it.

NORTH LINE FERRIES: statement of 4 May 2024

The Petrel sailed with a full crew, as she does every day.
We thank our passengers for their patience.
"""
INQUIRY = """\
This document is invented, like the office that wrote it.

MARINE SAFETY OFFICE
Report on the Petrel, 20 November 2024

1. On 3 May 2024 the ferry Petrel struck the north wall of Exampleton harbour.

2. Her safety certificate asks for a crew of six. Four people were on duty that
morning: two deckhands had called in sick, and nobody had been found in their place.
"""
PARTIES = """\
# Who is who: an id, the name that readers know, and other names.
courier: {name: The Exampleton Courier}
north-line: {name: North Line Ferries}
safety-office: {name: Marine Safety Office}
"""
RECORDS = {
    "courier": """\
title: Ferry strikes harbour wall
type: article-newspaper
publisher: courier
issued: 2024-05-04
""",
    "statement": """\
title: Statement of North Line Ferries
type: webpage
publisher: north-line
issued: 2024-05-04
""",
    "inquiry": """\
title: Report on the Petrel
type: report
publisher: safety-office
issued: 2024-11-20
""",
}
DOCUMENTS = {"courier": COURIER, "statement": STATEMENT, "inquiry": INQUIRY}
CLAIMS = {
    "ferry-struck-wall": """\
claim: The ferry Petrel struck the wall of Exampleton harbour on 3 May 2024.
kind: event
evidence:
  - source: courier
    stance: supports
    quote: The ferry Petrel struck the north wall of Exampleton harbour
  - source: inquiry
    stance: supports
    quote: On 3 May 2024 the ferry Petrel struck the north wall of Exampleton harbour.
""",
    "full-crew": """\
claim: The Petrel sailed with a full crew on 3 May 2024.
claimant: north-line
kind: event
evidence:
  - source: statement
    stance: supports
    quote: The Petrel sailed with a full crew
  - source: inquiry
    stance: contradicts
    quote: Her safety certificate asks for a crew of six. Four people were on duty that morning
""",
    "passengers-hurt": """\
claim: Fourteen passengers of the Petrel were hurt.
kind: event
evidence:
  - source: courier
    stance: supports
    quote: Of the 61 passengers on board, 40 were treated for cuts and bruises
""",
}
# The misquotation that is planted above, as its source prints it.
PRINTED = "Of the 61 passengers on board, 14 were treated for cuts and bruises"
CONFIG = """\
# The settings of a dossier. This one is invented, for a tour of five commands.
claims = "claims"        # one YAML file a claim
sources = "sources"      # one YAML record a source, beside the document that it pins
tour = true              # each command says what the next one is; take this line out to end it
"""


def source_files(sources: str) -> dict[str, str]:
    """Return the documents of the tour and their records, by path, each after what it names.

    Args:
        sources: the folder of the sources.
    """
    files: dict[str, str] = {}
    for name, text in DOCUMENTS.items():
        pins = f"file: {name}.txt\nsha256: {hashlib.sha256(text.encode()).hexdigest()}\n"
        files[f"{sources}/{name}.txt"] = text
        files[f"{sources}/{name}.yaml"] = RECORDS[name] + pins
    return files
