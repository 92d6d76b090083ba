"""Columns on disk: every fact as Delta tables, copied from the log within a minute and read through Ibis on DuckDB."""

from yiwang.lake.copies import keep_copy
from yiwang.lake.following import LakeWriter, followed
from yiwang.lake.reading import Lake

__all__ = ["Lake", "LakeWriter", "followed", "keep_copy"]
