"""PostgreSQL: the embedded server or a given one, transactions, bulk copy, migrations."""

from yiwang.db.database import Database
from yiwang.db.tx import Tx

__all__ = ["Database", "Tx"]
