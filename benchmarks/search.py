"""Measures how well and how quickly passages are ranked, on claims whose passages people chose.

    python benchmarks/search.py --data DIR [--semantic]

DIR holds `*_corpus.jsonl.gz` (doc_id, title, sentences) and `*_claims_*.jsonl.gz` (claim,
cited_docs, gold_passages as "doc_id:sentence"). The figure is nDCG@10, of claims with an answer.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.search import build
from claimcheck.search.encoder import load_encoder

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

CUT = 10


def lines(folder: Path, pattern: str) -> list[dict[str, object]]:
    """Every record of the first file that fits."""
    path = next(iter(sorted(folder.glob(pattern))))
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def ndcg(ranked: Sequence[str], wanted: Collection[str]) -> float:
    """Normalized discounted cumulative gain, every wanted answer worth the same."""
    gain = sum(1 / math.log2(at + 2) for at, name in enumerate(ranked[:CUT]) if name in wanted)
    return gain / sum(1 / math.log2(at + 2) for at in range(min(CUT, len(wanted))))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--semantic", action="store_true", help="rank by meaning, too")
    arguments = parser.parse_args()
    folder = arguments.data
    corpus = lines(folder, "*_corpus.jsonl*")
    claims = lines(folder, "*_claims_*.jsonl*")
    start = time.perf_counter()
    texts = [
        (str(document["doc_id"]), str(document["title"]), document["sentences"])
        for document in corpus
    ]
    index = build(texts, load_encoder() if arguments.semantic else None)  # type: ignore[arg-type] # JSON
    print(f"index of {len(corpus):,} documents: {time.perf_counter() - start:.1f} s")
    halves: list[tuple[list[float], list[float]]] = [([], []), ([], [])]
    took = []
    for number, claim in enumerate(claims):
        documents, passages = halves[number % 2]
        start = time.perf_counter()
        sentences = index.rank_sentences(str(claim["claim"]), CUT)
        took.append(time.perf_counter() - start)
        if claim["cited_docs"]:
            whole = [hit[0] for hit in index.rank_documents(str(claim["claim"]), CUT)]
            documents.append(ndcg(whole, {str(each) for each in claim["cited_docs"]}))  # type: ignore[attr-defined] # JSON
        if claim["gold_passages"]:
            keys = [f"{hit[0]}:{hit[1]}" for hit in sentences]
            passages.append(ndcg(keys, claim["gold_passages"]))  # type: ignore[arg-type] # JSON
    for name, (documents, passages) in zip(("even", "odd"), halves, strict=True):
        print(
            f"{name} claims: documents {statistics.mean(documents):.3f}, "
            f"sentences {statistics.mean(passages):.3f}"
        )
    print(f"a query: {1000 * statistics.median(took):.1f} ms at the median")


if __name__ == "__main__":
    main()
