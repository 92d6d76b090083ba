"""The clocks of cases that are still at work, from now on: what is past fires nothing."""

import numpy as np
import pyarrow as pa

from yiwang.cases.history.entries import Columns
from yiwang.cases.history.kernels import pgcopy
from yiwang.cases.history.kernels.pgcopy import NEVER
from yiwang.cases.history.lives import is_open
from yiwang.cases.history.lot import Lot
from yiwang.cases.history.model import STATE_CODE
from yiwang.cases.steps.choosing import receipt_limit
from yiwang.cases.steps.stepping import RECEIPT, TOTAL

_MINUTE = 60_000_000
_WARN, _DUE = b'{"warn":true}', b"{}"


def timers(lot: Lot) -> Columns:
    """Return the rows of `ledger.timer`: the warning and the due time that lie ahead, and the receipt not given yet.

    A receipt limit that ran out long ago starts anew now: the unit is reminded once its limit has passed again.
    """
    now, dates = lot.by.at, lot.dates
    watched = np.nonzero(is_open(lot) & (dates.filing >= 0) & (dates.due > now))[0]
    start, due = dates.filed[watched], dates.due[watched]
    warning = start + (due - start) // 4 * 3
    ahead = warning > now
    subjects, kinds = [lot.events[watched]], [TOTAL] * len(watched)
    moments, data = [np.where(ahead, warning, due)], np.where(ahead, _WARN, _DUE).astype(object).tolist()
    unsigned = np.nonzero(lot.lives.last == STATE_CODE["to_receive"])[0]
    limits = [receipt_limit(lot.matters[row], bool(lot.urgent[row])).total_seconds() / 60 for row in unsigned.tolist()]
    receipt = dates.receipt_due[lot.sent[unsigned]]
    anew = now + (np.array(limits) * _MINUTE).astype(np.int64)
    subjects.append(lot.events[unsigned])
    kinds += [RECEIPT] * len(unsigned)
    moments.append(np.where((receipt != NEVER) & (receipt > now), receipt, anew))
    data += [f'{{"level":1,"minutes":{minutes:g}}}'.encode() for minutes in limits]
    rows = len(kinds)
    return {
        "subject": pgcopy.fixed(np.concatenate(subjects)),
        "kind": pgcopy.texts(pa.array(kinds, pa.string())),
        "due": pgcopy.moments(np.concatenate(moments)),
        "data": pgcopy.documents(pa.array(data, pa.binary())),
        "origin": pgcopy.same(b"live", rows),
    }
