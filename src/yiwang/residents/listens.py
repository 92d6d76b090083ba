"""What residents are told when reports of theirs are answered."""

from yiwang.events.facts import ReportAnswered
from yiwang.ledger.listening import Listener
from yiwang.residents.telling import answered

LISTENER = Listener("residents", {ReportAnswered.TYPE: [answered]})
