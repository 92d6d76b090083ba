"""Keys: the key file, and a data key per person and per machine source."""

from yiwang.access.vault.envelope import erase_key, seal_for, seal_new, unseal_for
from yiwang.access.vault.keyring import Keyring
from yiwang.access.vault.rotating import Rotated, rotate

__all__ = ["Keyring", "Rotated", "erase_key", "rotate", "seal_for", "seal_new", "unseal_for"]
