"""Long runs of text that two sources share."""

from __future__ import annotations
