"""Messages to people and systems: one outbox, many carriers; today the inbox of every account."""

from yiwang.notices.model import Inbox, Notice
from yiwang.notices.reading import inbox, mark_all_read, mark_read
from yiwang.notices.sending import notify, prune_outbox

__all__ = ["Inbox", "Notice", "inbox", "mark_all_read", "mark_read", "notify", "prune_outbox"]
