"""Pushes: documents that operators' platforms send by HTTP, read by a declared mapping."""

from yiwang.sensing.pushes.declaring import PushBook, kept
from yiwang.sensing.pushes.door import PushDoor
from yiwang.sensing.pushes.model import PUSH, PushDeclared

__all__ = ["PUSH", "PushBook", "PushDeclared", "PushDoor", "kept"]
