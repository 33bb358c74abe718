"""Run a command line of claimcheck in a process of its own, watched, and note what it touched.

A file takes what was touched, and the seconds of the processor, as JSON.
"""

from __future__ import annotations

import gc
import json
import time
from pathlib import Path

from claimcheck.__main__ import main
from hostile.watching import watched


def run(arguments: list[str]) -> int:
    """Run a command line in the working folder, and return its status.

    The first argument is the file that takes what was touched.
    """
    gc.disable()  # as the program does
    with watched(Path.cwd()) as seen:
        began = time.process_time()
        status = main(arguments[1:])
        took = time.process_time() - began
    Path(arguments[0]).write_text(json.dumps({"seen": seen, "seconds": took}), "utf-8")
    return status
