"""The file of signers: whose keys sign reviews for whom.

A line for each key, as `ssh-keygen` reads it: names, apart by commas and in quotation marks where
one holds a blank, then options, then the key. For OpenPGP a line has names, the word `openpgp` and
the fingerprint of the primary key; the keys themselves stand in the same file, as `gpg --armor
--export` writes them.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.dossier.names import name_key
from claimcheck.model import Signers
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from claimcheck.system.tree import Tree

MAX_BYTES: Final = 256 << 10
_OPENPGP: Final = "openpgp"
_BLOCK = re.compile(
    r"^-----BEGIN PGP PUBLIC KEY BLOCK-----$.*?^-----END PGP PUBLIC KEY BLOCK-----$",
    re.MULTILINE | re.DOTALL,
)
_SSH_KEY = re.compile(r"(?:^|\s)((?:ssh|ecdsa|sk)-\S+) (AAAA[A-Za-z0-9+/=]+)")


class SignerLine(NamedTuple):
    """A line of the file.

    Attributes:
        names: for whom the key signs, as they are written.
        key: the key: its kind and its letters for SSH, the fingerprint in capitals for OpenPGP.
        is_openpgp: which of the two it is.
    """

    names: tuple[str, ...]
    key: str
    is_openpgp: bool = False


def read_signers(tree: Tree, path: str) -> Signers:
    """Read the file of signers.

    Args:
        tree: where the project's files are.
        path: the file; "" for none.
    """
    if not path:
        return Signers()
    try:
        text = tree.read(path, MAX_BYTES).data.decode("utf-8-sig")
    except RefusedError as error:
        return Signers(path, read_error=str(error))
    except UnicodeDecodeError:
        return Signers(path, read_error="it is not UTF-8")
    text = text.replace("\r\n", "\n")
    lines = (line.strip() for line in _BLOCK.sub("", text).split("\n"))
    return Signers(
        path,
        tuple(line for line in lines if line and not line.startswith("#")),
        tuple(block.strip() for block in _BLOCK.findall(text)),
    )


def shared_signers(signers: Signers, earlier: Signers) -> Signers:
    """Return the signers that two files name, so that a change's own keys sign nothing in it.

    Args:
        signers: those of the file that a change brings.
        earlier: those of the file as the change found it.
    """
    return Signers(
        signers.path,
        tuple(line for line in signers.lines if line in earlier.lines),
        tuple(key for key in signers.keys if key in earlier.keys),
        signers.read_error,
    )


def parse_line(line: str) -> SignerLine:
    """Read a line as far as messages need it; ssh-keygen reads it by itself."""
    if line.startswith('"'):
        names, _, rest = line[1:].partition('"')
    else:
        names, _, rest = line.partition(" ")
    written = tuple(name.strip() for name in names.split(",") if name.strip())
    kind, _, fingerprint = rest.strip().partition(" ")
    if kind == _OPENPGP:
        return SignerLine(written, "".join(fingerprint.split()).upper(), is_openpgp=True)
    match = _SSH_KEY.search(f" {rest}")
    return SignerLine(written, f"{match[1]} {match[2]}" if match else "")


def parsed(signers: Signers) -> list[SignerLine]:
    """Return all lines as far as messages need them."""
    return list(map(parse_line, signers.lines))


def ssh_lines(signers: Signers) -> str:
    """Return the lines that ssh-keygen is to read."""
    return "".join(f"{line}\n" for line in signers.lines if not parse_line(line).is_openpgp)


def openpgp_keys(signers: Signers) -> bytes:
    """Return the OpenPGP keys as bytes, without those that cannot be read."""
    keys = []
    for block in signers.keys:
        _head, _, body = block.partition("\n\n")
        letters = [line for line in body.split("\n")[:-1] if not line.startswith("=")]
        try:
            keys.append(base64.b64decode("".join(letters), validate=True))
        except binascii.Error:
            continue
    return b"".join(keys)


def names_of_key(signers: Signers, key: str) -> tuple[str, ...]:
    """Return for whom a key signs.

    Args:
        signers: the contents of the file.
        key: the key, as `SignerLine` has it.
    """
    names = (name for line in parsed(signers) if line.key == key for name in line.names)
    return tuple(dict.fromkeys(names))


def signs_for(signers: Signers, fingerprint: str, name: str) -> bool:
    """Whether an OpenPGP key signs for somebody.

    Args:
        signers: the contents of the file.
        fingerprint: that of the primary key.
        name: the person's.
    """
    wanted = name_key(name)
    return any(wanted == name_key(signer) for signer in names_of_key(signers, fingerprint.upper()))


def line_for(name: str, key: str, *, is_openpgp: bool) -> str:
    """Return the line that lets a key sign for somebody.

    Args:
        name: the person's.
        key: the key, as `SignerLine` has it.
        is_openpgp: whether it is one of OpenPGP.
    """
    is_one_word = len(name.split()) == 1 and not name.startswith("#")
    written = name if is_one_word else f'"{name}"'
    return (
        f"{written} {_OPENPGP} {key}" if is_openpgp else f'{written} namespaces="claimcheck" {key}'
    )
