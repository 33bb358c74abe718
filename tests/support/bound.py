"""A command that modes of files bind, though root runs it: a fork gives up that right by itself."""

from __future__ import annotations

import ctypes

_VERSION_3 = 0x20080522  # two words of each set of capabilities
_DAC_OVERRIDE = 1 << 1  # in the first word


def main(arguments: list[str]) -> int:
    """Run a command line without the right to write whatever its mode says."""
    from claimcheck.__main__ import main as command

    system = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_VERSION_3, 0)
    sets = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; and again
    assert system.capget(header, sets) == 0, ctypes.get_errno()
    for number in range(3):
        sets[number] &= ~_DAC_OVERRIDE & 0xFFFFFFFF
    assert system.capset(header, sets) == 0, ctypes.get_errno()
    return command(arguments)
