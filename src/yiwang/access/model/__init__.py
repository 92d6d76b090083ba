"""Who acts and what they may do: pure types and tables."""

from yiwang.access.model.actor import Actor, Grant, Scope, platform_actor
from yiwang.access.model.roles import ADMINISTRATORS, PERMISSIONS, ROLES, Role

__all__ = ["ADMINISTRATORS", "PERMISSIONS", "ROLES", "Actor", "Grant", "Role", "Scope", "platform_actor"]
