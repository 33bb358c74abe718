"""Run a command line of claimcheck in a process of its own, watched, and note what it touched.

    python -P tests/hostile/watched_run.py FILE ARGUMENT...

FILE takes what was touched, and the seconds of the processor, as JSON.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from claimcheck.__main__ import main
from hostile.watching import watched


def run() -> int:
    """Run the command line in the working folder, and return its status."""
    gc.disable()  # as the program does
    with watched(Path.cwd()) as seen:
        began = time.process_time()
        status = main(sys.argv[2:])
        took = time.process_time() - began
    Path(sys.argv[1]).write_text(json.dumps({"seen": seen, "seconds": took}), "utf-8")
    return status


if __name__ == "__main__":
    sys.exit(run())
