"""Time of `claimcheck article`: an article of 5,000 words against 1,000 sources of 20 KB.

    python benchmarks/article.py [--sources 1000] [--words 5000]

Prints seconds of processor time of the first run, of one in which nothing has changed, and of an
article of twice the length, which must not cost four times as much.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

_TEXT = (
    "bridge council river works engineer town mayor traffic accounts budget summer report paper "
    "meeting street harbour ferry lorry repairs winter invoice cracks steel bank north vote"
)
_WORDS = _TEXT.split()
_BYTES = 20_000


def main() -> None:
    """Make a project, and time three runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=int, default=1000)
    parser.add_argument("--words", type=int, default=5000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as cache:
        root = Path(folder)
        sentences = _project(root, options.sources)
        _article(root / "once.md", sentences, options.words)
        _article(root / "twice.md", sentences, 2 * options.words)
        environment = {**os.environ, "CLAIMCHECK_CACHE_DIR": cache}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for name, what in (
            ("once.md", "warming up"),
            ("once.md", "unchanged"),
            ("twice.md", "twice the words"),
        ):
            print(f"{what:16} {_seconds(root, name, environment):6.2f} s")


def _project(root: Path, sources: int) -> list[tuple[str, str]]:
    """Write a project of made-up sources; return sentences of theirs, each with its source."""
    chance = random.Random(7)
    (root / "claims").mkdir()
    (root / "sources").mkdir()
    (root / "claimcheck.toml").write_text("")
    sentences = []
    for number in range(sources):
        lines: list[str] = []
        length = 0
        while length < _BYTES:
            words = [chance.choice(_WORDS) for _ in range(chance.randint(8, 20))]
            line = f"The {' '.join(words)} {chance.randint(10, 9999)} times."
            lines.append(line)
            length += len(line) + 1
        (root / f"sources/s{number}.txt").write_text("\n".join(lines))
        (root / f"sources/s{number}.yaml").write_text(f"title: S{number}\nfile: s{number}.txt\n")
        sentences += [(line, f"s{number}") for line in lines[:4]]
    return sentences


def _article(path: Path, sentences: list[tuple[str, str]], words: int) -> None:
    chance = random.Random(11)
    parts: list[str] = []
    notes: dict[str, None] = {}
    written = 0
    while written < words:
        sentence, source = chance.choice(sentences)
        notes[source] = None
        quoted = chance.random() < 1 / 3
        text = f"“{sentence}” said the paper.[^{source}]" if quoted else f"{sentence}[^{source}]"
        parts.append(text)
        written += len(sentence.split())
    body = "\n\n".join(" ".join(parts[at : at + 5]) for at in range(0, len(parts), 5))
    below = "\n".join(f"[^{source}]: source:{source}" for source in notes)
    path.write_text(f"{body}\n\n{below}\n")


def _seconds(root: Path, name: str, environment: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "claimcheck", "article", name, "--format", "concise"]
    subprocess.run(  # noqa: S603 - our own program
        command, cwd=root, env=environment, stdout=subprocess.DEVNULL, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    main()
