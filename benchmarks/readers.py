"""Measures what readers make of documents, on sets that lie on this machine: nothing is fetched.

    python benchmarks/readers.py --pdf DIR     # PDFs, against MuPDF and poppler
    python benchmarks/readers.py --html DIR    # web pages, against Chromium
    python benchmarks/readers.py --dates DIR   # days of publication, against days that people wrote

Truth about a PDF is what two other engines agree on (`readers_pdf.py`): it is silent where they do
not, which is where reading is hardest. They are yardsticks alone; their licences keep them out of
the product. Install them with `pip install pymupdf` and the system's `poppler-utils`. Truth about a
web page is what Chromium shows of it without scripts (`readers_html.py`).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import readers_dates
import readers_html
import readers_pdf


def main() -> None:
    """Print the table of each set that is named."""
    parser = argparse.ArgumentParser(description="Measure readers on documents of this machine.")
    parser.add_argument("--pdf", type=Path, metavar="DIR", help="a folder with PDFs, at any depth")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="name the N worst files")
    parser.add_argument("--html", type=Path, metavar="DIR", help="a folder with web pages")
    parser.add_argument("--dates", type=Path, metavar="DIR", help="lists of pages' days, and pages")
    arguments = parser.parse_args()
    if not (arguments.pdf or arguments.html or arguments.dates):
        parser.error("name a set, such as --pdf DIR")
    for folder, table in (
        (arguments.pdf, readers_pdf.table),
        (arguments.html, readers_html.table),
        (arguments.dates, readers_dates.table),
    ):
        for line in table(folder, arguments.worst) if folder else ():
            print(line)


if __name__ == "__main__":
    main()
