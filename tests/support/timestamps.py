"""An authority and a time-stamp server of the tests' own, which `openssl ts` answers for."""

from __future__ import annotations

import contextlib
import datetime as dt
import http.server
import shutil
import subprocess
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OPENSSL = shutil.which("openssl")
_CONFIG = """\
[ts]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512, sha3-256
ess_cert_id_alg = sha256
"""
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Authority:
    """A certificate in PEM, and a folder from which tokens are signed."""

    root: bytes
    folder: Path

    def token(self, query: bytes) -> bytes:
        """Return the answer to a query."""
        (self.folder / "query").write_bytes(query)
        subprocess.run(
            [
                str(OPENSSL), "ts", "-reply", "-config", "config", "-section", "ts",
                "-queryfile", "query", "-signer", "signer.pem", "-inkey", "key.pem",
                "-out", "token",
            ],
            cwd=self.folder,
            check=True,
            capture_output=True,
        )  # fmt: skip
        return (self.folder / "token").read_bytes()


def authority(folder: Path, name: str, ended: dt.timedelta = -300 * _DAY) -> Authority:
    """Make an authority whose signer's certificate ended so long ago; by default it has not yet."""
    folder.mkdir(parents=True)
    now = dt.datetime.now(dt.UTC)
    root_key = ec.generate_private_key(ec.SECP256R1())
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    root = (
        _certificate(subject, subject, root_key.public_key(), now - 900 * _DAY, now + 900 * _DAY)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    signer_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"{name}, signer")])
    signer = (
        _certificate(subject, signer_name, key.public_key(), now - 800 * _DAY, now - ended)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "key.pem").write_bytes(pem)
    (folder / "signer.pem").write_bytes(signer.public_bytes(Encoding.PEM))
    (folder / "serial").write_text("01\n")
    (folder / "config").write_text(_CONFIG.format(folder=folder))
    return Authority(root.public_bytes(Encoding.PEM), folder)


def _certificate(
    issuer: x509.Name,
    subject: x509.Name,
    key: ec.EllipticCurvePublicKey,
    begins: dt.datetime,
    ends: dt.datetime,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .issuer_name(issuer)
        .subject_name(subject)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
    )


@contextlib.contextmanager
def serving(of: Authority) -> Iterator[str]:
    """Run a time-stamp server on this machine alone; yield its address."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's
            """Keep quiet."""

        def do_POST(self) -> None:
            query = self.rfile.read(int(self.headers["Content-Length"]))
            token = of.token(query)
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(token)))
            self.end_headers()
            self.wfile.write(token)

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
