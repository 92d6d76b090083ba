"""The reference books a report is judged by, held in memory by each process and read anew when they change."""

from dataclasses import dataclass, field
from uuid import UUID
from zoneinfo import ZoneInfo

from yiwang import calendar, matters, people
from yiwang.access import Keyring
from yiwang.calendar import WorkCalendar
from yiwang.calendar.model import Rule
from yiwang.db import Tx
from yiwang.definitions import Kept
from yiwang.matters import Catalogue, Classifier, MatterBook, ResponsibilityIndex
from yiwang.people import Directory
from yiwang.places import Locator, Locators


@dataclass(slots=True)
class Books:
    """Catalogue, responsibility list, units, calendar, map and keys: handed to the verbs that decide by them.

    `home_code` is the jurisdiction that answers for what lies in none.
    """

    keyring: Keyring
    home_code: str
    locators: Locators
    matters: Kept[MatterBook]
    days: Kept[WorkCalendar]
    units: Kept[Directory]
    book: MatterBook = field(init=False)
    calendar: WorkCalendar = field(init=False)
    directory: Directory = field(init=False)

    @classmethod
    async def opened(cls, tx: Tx, keyring: Keyring, *, home_code: str, zone: str, rule: Rule = "china") -> "Books":
        """Return the books as the database has them now."""
        books = cls(keyring, home_code, Locators(), matters.kept(), calendar.kept(rule=rule, zone=zone), people.kept())
        await books.refresh(tx)
        return books

    async def refresh(self, tx: Tx) -> None:
        """Read anew what changed; one short statement each when nothing did. The map looks after itself."""
        for kept in (self.matters, self.days, self.units):
            await kept.refresh(tx)
        self.book = await self.matters.get(tx)
        self.calendar = await self.days.get(tx)
        self.directory = await self.units.get(tx)

    @property
    def catalogue(self) -> Catalogue:
        """Every version of every matter."""
        return self.book.catalogue

    @property
    def classifier(self) -> Classifier:
        """What turns words into a suggestion."""
        return self.book.classifier

    @property
    def responsibility(self) -> ResponsibilityIndex:
        """Who answers for what where."""
        return self.book.responsibility

    @property
    def zone(self) -> ZoneInfo:
        """The platform's time zone: dates in numbers and texts are local."""
        return self.calendar.zone

    def home(self, locator: Locator) -> UUID | None:
        """Return the jurisdiction that answers for what lies in none; None before any is on file."""
        node = locator.by_code.get(self.home_code) or next(iter(locator.nodes.values()), None)
        return node.id if node else None


def name_of(locator: Locator, jurisdiction: UUID) -> str:
    """Return a jurisdiction's name; its id when it is no longer in force."""
    node = locator.nodes.get(jurisdiction)
    return node.name if node else str(jurisdiction)
