"""Whom the second stage hears: the alarms of the first."""

from yiwang.alarms.driving.combining import combine
from yiwang.ledger.listening import Listener

LISTENER = Listener("combinations", {"alarm.raised": (), "alarm.recovered": (), "alarm.resolved": ()}, together=combine)
