"""SM4 of HJ 212-2025: ECB without padding; whole blocks of the CP as `{0xE4,…}`, a shorter tail stays plain."""

from functools import lru_cache
from typing import Any

from yiwang.base.errors import Invalid
from yiwang.sensing.protocols.fault import Bad

KEY = 16  # bytes, as a block


def is_sealed(content: bytes) -> bool:
    """Return whether the content of a CP is enciphered: it begins with `{0x`, which no name does."""
    return content[:3] in (b"{0x", b"{0X")


def unseal(content: bytes, key: bytes) -> bytes:
    """Return the plain content of an enciphered CP; with a wrong key it is noise, and the CRC says so."""
    end = content.find(b"}")
    written = content[1:end].lower() + b","
    try:
        blocks = bytes.fromhex(written.replace(b"0x", b"").replace(b",", b"").decode("ascii"))
    except ValueError:
        blocks = b""
    if end < 0 or not blocks or len(written) != 5 * len(blocks):
        raise Bad("cipher", "cp", "The enciphered part is not written {0xE4,0x3E,…}.")
    if len(blocks) % KEY:
        raise Bad("cipher", "cp", f"SM4 works on blocks of {KEY} bytes; here are {len(blocks)} bytes.")
    decryptor = _sm4(key).decryptor()
    plain: bytes = decryptor.update(blocks) + decryptor.finalize()
    return plain + content[end + 1 :]


def seal(content: bytes, key: bytes) -> bytes:
    """Return the content of a CP enciphered; one shorter than a block stays as it is."""
    whole = len(content) - len(content) % KEY
    if not whole:
        return content
    encryptor = _sm4(key).encryptor()
    blocks = encryptor.update(content[:whole]) + encryptor.finalize()
    return b"{" + b",".join(b"0x%02X" % byte for byte in blocks) + b"}" + content[whole:]


@lru_cache(maxsize=256)
def _sm4(key: bytes) -> Any:
    """Return the cipher of a key; loaded only when something is enciphered."""
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers import Cipher  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.algorithms import SM4  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.modes import ECB  # noqa: PLC0415

    if len(key) != KEY:
        raise Invalid("key", f"An SM4 key has {KEY} bytes, this one {len(key)}.")
    cipher = Cipher(SM4(key), ECB())  # noqa: S305 - the standard says ECB
    try:
        cipher.encryptor()
    except UnsupportedAlgorithm as error:
        raise Invalid("key", "The OpenSSL of this machine has no SM4.") from error
    return cipher
