"""Many quotations in many documents, as columns: the results of `claimcheck quote` for a table.

    import pyarrow.parquet as pq
    from claimcheck.bulk import verify

    results = verify(pq.read_table("quotes.parquet"), pq.read_table("documents.parquet"))

These are functions over Arrow tables, and know no engine. `claimcheck.bulk.local`,
`claimcheck.bulk.spark` and `claimcheck.bulk.ray` let an engine move the rows to them.
"""

from __future__ import annotations

from claimcheck.bulk.candidates import candidates
from claimcheck.bulk.find import find
from claimcheck.bulk.locate import locate
from claimcheck.bulk.verify import verify

__all__ = ["candidates", "find", "locate", "verify"]
