"""A small district to test with."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from yiwang.access import platform_actor
from yiwang.db import Database
from yiwang.people import OrganisationRow, PostRow, ensure_organisations, ensure_posts

AT = datetime(2026, 11, 1, tzinfo=UTC)
PLATFORM = platform_actor("tests")
ORGANISATIONS = (
    OrganisationRow("S05-01", "sector_station", "曹杨第一片区", parent_code="S05"),
    OrganisationRow("C", "centre", "普陀区城市运行管理中心", "区城运中心", phones=("021-12345678",)),
    OrganisationRow("S05", "street_centre", "曹杨新村街道城运中心", "曹杨城运中心", "C"),
    OrganisationRow("N1", "neighbourhood_station", "南梅园居委会", parent_code="S05"),
    OrganisationRow("GREEN", "department", "绿化市容局", parent_code="C"),
)
POSTS = (
    PostRow("S05", "duty", "值班长", urgent=True, phones=("021-52560001",)),
    PostRow("S05", "desk", "受理席"),
    PostRow("N1", "station", "居村工作站"),
    PostRow("GREEN", "office", "办公室"),
)


@pytest.fixture
async def units(database: Database) -> dict[str, UUID]:
    async with database.tx() as tx:
        return await ensure_organisations(tx, PLATFORM, ORGANISATIONS, AT)


@pytest.fixture
async def posts(database: Database, units: dict[str, UUID]) -> dict[tuple[str, str], UUID]:
    async with database.tx() as tx:
        return await ensure_posts(tx, PLATFORM, POSTS, AT)
