"""What the exit status of a command means.

Every command imports it, an unchanged check too, so it imports nothing.
"""

from __future__ import annotations

CLEAN = 0
FINDINGS = 1
UNABLE = 2
# As a shell reports SIGINT and SIGPIPE.
INTERRUPTED = 130
BROKEN_PIPE = 141
