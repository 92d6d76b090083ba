"""Forgetting a reporter who followed by a link: link and address end, what they added goes, of a rating the words."""

from datetime import datetime
from uuid import UUID

from yiwang.access import Actor, Keyring
from yiwang.access.privacy.declaring import Declared
from yiwang.db import Tx
from yiwang.events import reporters
from yiwang.notices import outsiders
from yiwang.residents import store


async def forget_reporter(tx: Tx, actor: Actor, keyring: Keyring, person: UUID, at: datetime) -> None:  # noqa: ARG001
    """End the links to a person's reports, with all that was added by them; a score stays a figure."""
    told = await reporters.told_by(tx, keyring, person)
    outsiders.forget(tx, [follow.id for follow in await store.follows_of(tx, list(told.reports))])
    store.forget_reports(tx, told.reports)


DECLARED = Declared(forgets={("reporter", "residents"): forget_reporter})
