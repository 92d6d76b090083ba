"""Access: who may do what where. Accounts, sessions, keys, roles over the tree of scopes, key file, audit."""

from yiwang.access.accounts import Account, create_account
from yiwang.access.grants import grant_role
from yiwang.access.keys import NewKey, create_key
from yiwang.access.model import ADMINISTRATORS, PERMISSIONS, ROLES, Actor, Grant, Role, Scope, platform_actor
from yiwang.access.privacy.model import Personal
from yiwang.access.scopes import Reach, add_node, add_nodes, may_see, move_node, reached, within
from yiwang.access.sessions import OpenSession, open_session
from yiwang.access.setup import first_token
from yiwang.access.signing_in import sweep
from yiwang.access.trail import TrailBroken, Verdict, audit, export_audit, seal_audit, verify_audit
from yiwang.access.vault import Keyring, erase_key, seal_for, seal_new, unseal_for

__all__ = [
    "ADMINISTRATORS",
    "PERMISSIONS",
    "ROLES",
    "Account",
    "Actor",
    "Grant",
    "Keyring",
    "NewKey",
    "OpenSession",
    "Personal",
    "Reach",
    "Role",
    "Scope",
    "TrailBroken",
    "Verdict",
    "add_node",
    "add_nodes",
    "audit",
    "create_account",
    "create_key",
    "erase_key",
    "export_audit",
    "first_token",
    "grant_role",
    "may_see",
    "move_node",
    "open_session",
    "platform_actor",
    "reached",
    "seal_audit",
    "seal_for",
    "seal_new",
    "sweep",
    "unseal_for",
    "verify_audit",
    "within",
]
