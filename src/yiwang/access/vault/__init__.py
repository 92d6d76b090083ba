"""Keys: the key file, and a data key per person and per machine source."""

from yiwang.access.vault.envelope import erase_key, seal_for, seal_new, unseal_for
from yiwang.access.vault.keyring import Keyring

__all__ = ["Keyring", "erase_key", "seal_for", "seal_new", "unseal_for"]
