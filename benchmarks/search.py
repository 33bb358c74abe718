"""Measures how well and how quickly passages are ranked, on texts whose passages people chose.

    python benchmarks/search.py [--scifact DIR] [--checkthat DIR] [--climate FILE] [--semantic]

SciFact: DIR holds `*_corpus.jsonl.gz` (doc_id, title, sentences) and `*_claims_*.jsonl.gz` (claim,
cited_docs, gold_passages as "doc_id:sentence"). CheckThat! (2020, task 2): DIR holds
`verified_claims.docs.tsv` and, in any folders, `tweets.queries.tsv` beside
`tweet-vclaim-pairs.qrels`. Climate-FEVER: FILE is `climate-fever.jsonl`; its articles are the
documents, with the sentences that were judged, and those are wanted that support or refute. Beside
each figure stands that of plain BM25 on the same stems, with the best of some k1 and b.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import math
import statistics
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.search import build
from claimcheck.search.encoder import load_encoder
from claimcheck.search.languages import ENGLISH
from claimcheck.search.terms import terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimcheck.search import Index

    Document = tuple[str, str, list[str]]
    Measure = Callable[[list[str], frozenset[str]], float]

CUT, CUT_OF_TWEETS = 10, 5
# k1 and b of plain BM25.
PLAIN = ((0.9, 0.4), (1.2, 0.4), (1.2, 0.75), (1.5, 0.75))


class Task(NamedTuple):
    """Texts to be looked up, each with what is wanted: documents, or sentences (`document:1`)."""

    name: str
    measure: Measure
    queries: list[tuple[str, frozenset[str]]]
    of_sentences: bool = False


class PlainBM25:
    """BM25 of texts, each one field."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.ids = list(texts)
        counts = [Counter(terms(text, ENGLISH)) for text in texts.values()]
        lengths = [count.total() for count in counts]
        mean = statistics.mean(lengths)
        self.relative_lengths = [length / mean for length in lengths]
        self.postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, count in enumerate(counts):
            for term, frequency in count.items():
                self.postings[term].append((number, frequency))

    def rank(self, text: str, k1: float, b: float) -> list[str]:
        """Return the ids of the best texts, best first."""
        scores: dict[int, float] = defaultdict(float)
        for term in sorted(set(terms(text, ENGLISH)) & self.postings.keys()):
            postings = self.postings[term]
            idf = math.log(1 + (len(self.ids) - len(postings) + 0.5) / (len(postings) + 0.5))
            for number, frequency in postings:
                norm = k1 * (1 - b + b * self.relative_lengths[number])
                scores[number] += idf * frequency * (k1 + 1) / (frequency + norm)
        best = sorted(scores, key=lambda number: (-scores[number], self.ids[number]))
        return [self.ids[number] for number in best[:CUT]]


def ndcg(ranked: list[str], wanted: frozenset[str]) -> float:
    """Normalized discounted cumulative gain, every wanted answer worth the same."""
    gain = sum(1 / math.log2(at + 2) for at, name in enumerate(ranked[:CUT]) if name in wanted)
    return gain / sum(1 / math.log2(at + 2) for at in range(min(CUT, len(wanted))))


def average_precision(ranked: list[str], wanted: frozenset[str]) -> float:
    """Average precision of the first five, whose mean is MAP@5."""
    ranks = [at for at, name in enumerate(ranked[:CUT_OF_TWEETS], 1) if name in wanted]
    precisions = (number / at for number, at in enumerate(ranks, 1))
    return sum(precisions) / min(CUT_OF_TWEETS, len(wanted))


def recall(ranked: list[str], wanted: frozenset[str]) -> float:
    """The share of what is wanted that is among the first ten."""
    return len(wanted.intersection(ranked[:CUT])) / len(wanted)


def scifact(folder: Path) -> tuple[list[Document], list[Task]]:
    """Read abstracts, and claims with the abstracts and sentences that are cited for them."""

    def lines(pattern: str) -> list[dict[str, Any]]:
        with gzip.open(min(folder.glob(pattern)), "rt", encoding="utf-8") as file:
            return [json.loads(line) for line in file]

    documents: list[Document] = [
        (str(row["doc_id"]), str(row["title"]), row["sentences"])
        for row in lines("*_corpus.jsonl*")
    ]
    claims = lines("*_claims_*.jsonl*")

    def wanted(field: str) -> list[tuple[str, frozenset[str]]]:
        cited = ((str(row["claim"]), row[field]) for row in claims)
        return [(text, frozenset(map(str, names))) for text, names in cited if names]

    return documents, [
        Task("SciFact, abstracts, nDCG@10", ndcg, wanted("cited_docs")),
        Task("SciFact, sentences, nDCG@10", ndcg, wanted("gold_passages"), of_sentences=True),
    ]


def checkthat(folder: Path) -> tuple[list[Document], list[Task]]:
    """Read verified claims with their titles, and tweets with the claims that they repeat."""

    def rows(path: Path) -> Iterator[list[str]]:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, delimiter="\t")
            next(reader)
            yield from reader

    claims = min(folder.rglob("verified_claims.docs.tsv"))
    documents: list[Document] = [(name, title, [claim]) for name, claim, title in rows(claims)]
    tasks = []
    for tweets in sorted(folder.rglob("tweets.queries.tsv")):
        wanted: defaultdict[str, set[str]] = defaultdict(set)
        for line in tweets.with_name("tweet-vclaim-pairs.qrels").read_text().splitlines():
            tweet, _round, claim, _relevance = line.split()
            wanted[tweet].add(claim)
        queries = [(text, frozenset(wanted[name])) for name, text in rows(tweets) if name in wanted]
        name = f"CheckThat!, {tweets.parent.name}, MAP@5"
        tasks.append(Task(name, average_precision, queries))
    return documents, tasks


def climate(path: Path) -> tuple[list[Document], list[Task]]:
    """Read articles of the sentences that were judged, and claims with those that decide them."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    articles: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        for item in row["evidences"]:
            articles[item["article"]][item["evidence_id"]] = item["evidence"]
    places = {
        name: f"{article}:{number}"
        for article, sentences in articles.items()
        for number, name in enumerate(sentences)
    }
    by_sentence: list[tuple[str, frozenset[str]]] = []
    by_article: list[tuple[str, frozenset[str]]] = []
    for row in rows:
        deciding = [
            item for item in row["evidences"] if item["evidence_label"] in {"SUPPORTS", "REFUTES"}
        ]
        if deciding:
            by_sentence.append(
                (row["claim"], frozenset(places[item["evidence_id"]] for item in deciding))
            )
            by_article.append((row["claim"], frozenset(item["article"] for item in deciding)))
    documents = [(name, name, list(sentences.values())) for name, sentences in articles.items()]
    return documents, [
        Task("Climate-FEVER, sentences, R@10", recall, by_sentence, of_sentences=True),
        Task("Climate-FEVER, articles, R@10", recall, by_article),
    ]


def rank(index: Index, task: Task, text: str) -> list[str]:
    """Return the best documents or sentences for a text, as a task names them."""
    if task.of_sentences:
        return [f"{name}:{number}" for name, number, _score in index.rank_sentences(text, CUT)]
    return [name for name, _number, _score in index.rank_documents(text, CUT)]


def build_plain(documents: list[Document], *, of_sentences: bool) -> PlainBM25:
    """Return plain BM25 of whole documents, or of their sentences, each with its title."""
    if of_sentences:
        texts = {
            f"{name}:{number}": f"{title} {sentence}"
            for name, title, sentences in documents
            for number, sentence in enumerate(sentences)
        }
    else:
        texts = {name: " ".join([title, *sentences]) for name, title, sentences in documents}
    return PlainBM25(texts)


def plain_figure(plain: PlainBM25, task: Task) -> float:
    """Return what plain BM25 reaches on a task with the best of its k1 and b."""
    return max(
        statistics.mean(
            task.measure(plain.rank(text, k1, b), wanted) for text, wanted in task.queries
        )
        for k1, b in PLAIN
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--scifact", type=Path, metavar="DIR")
    parser.add_argument("--checkthat", type=Path, metavar="DIR")
    parser.add_argument("--climate", type=Path, metavar="FILE")
    parser.add_argument("--semantic", action="store_true", help="rank by meaning, too")
    arguments = parser.parse_args()
    encoder = load_encoder() if arguments.semantic else None
    for reader, path in (
        (scifact, arguments.scifact),
        (checkthat, arguments.checkthat),
        (climate, arguments.climate),
    ):
        if path is None:
            continue
        documents, tasks = reader(path)
        start = time.perf_counter()
        index = build(documents, encoder)
        print(f"index of {len(documents):,} documents: {time.perf_counter() - start:.1f} s")
        plain = {
            of_sentences: build_plain(documents, of_sentences=of_sentences)
            for of_sentences in {task.of_sentences for task in tasks}
        }
        for task in tasks:
            figures, took = [], []
            for text, wanted in task.queries:
                start = time.process_time()
                ranked = rank(index, task, text)
                took.append(time.process_time() - start)
                figures.append(task.measure(ranked, wanted))
            even, odd, every = (
                statistics.mean(part) for part in (figures[::2], figures[1::2], figures)
            )
            plain_best = plain_figure(plain[task.of_sentences], task)
            print(
                f"{task.name}: {every:.3f} (even {even:.3f}, odd {odd:.3f}; "
                f"plain BM25 {plain_best:.3f}) of {len(figures):,} texts, "
                f"{1000 * statistics.median(took):.1f} ms of a processor each at the median"
            )


if __name__ == "__main__":
    main()
