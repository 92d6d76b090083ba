"""A scenario that misbehaves: it peeks."""

from yiwang.cases import store

SCENARIO = store
