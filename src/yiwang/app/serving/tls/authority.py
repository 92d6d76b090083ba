"""HTTPS: an authority of our own, made once, and certificates by it that are made anew in time; or given ones."""

import ipaddress
import os
import secrets
import socket
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from yiwang.base.errors import Invalid

AUTHORITY_YEARS = 10
DAYS = 397  # phones refuse longer ones
RENEW_BEFORE = timedelta(days=60)
_SLACK = timedelta(hours=1)  # a phone's clock may be behind ours
_CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL"


@dataclass(frozen=True)
class Pair:
    """A certificate chain and its key, as PEM files."""

    certificate: Path
    key: Path


def authority_file(data_dir: Path) -> Path:
    """Return where the certificate of our own authority lies."""
    return data_dir / "tls" / "ca.crt"


def own_names(host: str, further: str) -> list[str]:
    """Return the names and addresses by which this machine is reached, and those an operator adds."""
    names = {"localhost", "127.0.0.1", "::1", socket.gethostname(), socket.getfqdn(), *_addresses()}
    names |= {name.strip() for name in further.split(",")}
    if not _is_any(host):
        names.add(host)
    return sorted(name for name in names if name and not _is_any(name))


def ensure_own(data_dir: Path, names: Sequence[str], at: datetime) -> Pair:
    """Return a certificate by our own authority for these names; both are made when missing, spent or too narrow.

    The authority stays what it is: phones that trust it go on trusting.
    """
    folder = data_dir / "tls"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    pair = Pair(folder / "server.crt", folder / "server.key")
    authority, key = _authority(folder, at)
    if not _serves(pair, authority, names, at):
        _issue(pair, authority, key, names, at)
    return pair


def given(certificate: Path, key: Path | None) -> Pair:
    """Return the operator's own certificate and key, looked at before anything listens."""
    if key is None:
        raise Invalid("tls_key", "A certificate needs its key: set YIWANG_TLS_KEY too.")
    for name, path in (("tls_certificate", certificate), ("tls_key", key)):
        if not path.is_file():
            raise Invalid(name, f"There is no file {path}.")
    if key.stat().st_mode & 0o077:
        raise Invalid("tls_key", f"{key} can be read by others: chmod 600 it.")
    pair = Pair(certificate, key)
    try:
        context(pair)
    except (ssl.SSLError, ValueError) as error:
        raise Invalid("tls_certificate", f"{certificate} and {key} do not belong together ({error}).") from error
    return pair


def context(pair: Pair) -> ssl.SSLContext:
    """Return how we speak TLS: 1.2 and 1.3, forward secret, authenticated ciphers only."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    made.set_ciphers(_CIPHERS)
    made.options |= ssl.OP_NO_COMPRESSION | ssl.OP_CIPHER_SERVER_PREFERENCE | ssl.OP_NO_RENEGOTIATION
    made.set_alpn_protocols(["http/1.1"])
    made.load_cert_chain(pair.certificate, pair.key)
    return made


def fingerprint(certificate: Path) -> str:
    """Return the SHA-256 fingerprint that a phone shows of a certificate, in pairs."""
    found = x509.load_pem_x509_certificate(certificate.read_bytes())
    return found.fingerprint(hashes.SHA256()).hex(":").upper()


def _authority(folder: Path, at: datetime) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    key_file, certificate_file = folder / "ca.key", folder / "ca.crt"
    if key_file.exists():
        key = serialization.load_pem_private_key(key_file.read_bytes(), None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise Invalid("tls", f"{key_file} is not a key that we made; restore it from the backup.")
        if certificate_file.exists():
            return x509.load_pem_x509_certificate(certificate_file.read_bytes()), key
    else:
        key = ec.generate_private_key(ec.SECP256R1())
        write_private(key_file, _key_pem(key))
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, f"Yiwang {socket.gethostname()}"[:64]),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Yiwang 一网"),
        ]
    )
    usage = x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=True,
        crl_sign=True,
        encipher_only=False,
        decipher_only=False,
    )
    made = (
        _builder(name, name, key.public_key(), at, timedelta(days=365 * AUTHORITY_YEARS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    certificate_file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return made, key


def _issue(
    pair: Pair, authority: x509.Certificate, key: ec.EllipticCurvePrivateKey, names: Sequence[str], at: datetime
) -> None:
    own = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0][:64])])
    made = (
        _builder(subject, authority.subject, own.public_key(), at, timedelta(days=DAYS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([_general(name) for name in names]), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    chain = made.public_bytes(serialization.Encoding.PEM) + authority.public_bytes(serialization.Encoding.PEM)
    # The key first: whoever looks at the certificate's time finds both.
    write_private(pair.key, _key_pem(own))
    write_private(pair.certificate, chain)


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, at: datetime, length: timedelta
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - _SLACK)
        .not_valid_after(at + length)
    )


def _serves(pair: Pair, authority: x509.Certificate, names: Sequence[str], at: datetime) -> bool:
    if not (pair.certificate.is_file() and pair.key.is_file()):
        return False
    found = x509.load_pem_x509_certificate(pair.certificate.read_bytes())
    if found.not_valid_after_utc - at < RENEW_BEFORE or found.issuer != authority.subject:
        return False
    covered = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return set(covered) >= {_general(name) for name in names}


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name.encode("idna").decode())


def _addresses() -> set[str]:
    """Return the addresses by which this machine reaches others; nothing is sent to find out."""
    found = set()
    for family, far in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((far, 9))
            except OSError:
                continue
            found.add(str(probe.getsockname()[0]))
    return found


def _is_any(host: str) -> bool:
    return host in ("0.0.0.0", "::", "")  # noqa: S104 - told apart, not bound


def _key_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def write_private(path: Path, data: bytes) -> None:
    """Write a file that only we may read, whole or not at all."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(6)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
