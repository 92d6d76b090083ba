"""Access: who may do what where. Accounts, sessions, keys, roles over the tree of scopes, key file, audit."""

from yiwang.access.model import ADMINISTRATORS, PERMISSIONS, ROLES, Actor, Grant, Role, Scope, platform_actor
from yiwang.access.scopes import add_node, add_nodes, may_see, move_node, within
from yiwang.access.trail import audit
from yiwang.access.vault import Keyring, erase_key, seal_for, seal_new, unseal_for

__all__ = [
    "ADMINISTRATORS",
    "PERMISSIONS",
    "ROLES",
    "Actor",
    "Grant",
    "Keyring",
    "Role",
    "Scope",
    "add_node",
    "add_nodes",
    "audit",
    "erase_key",
    "may_see",
    "move_node",
    "platform_actor",
    "seal_for",
    "seal_new",
    "unseal_for",
    "within",
]
