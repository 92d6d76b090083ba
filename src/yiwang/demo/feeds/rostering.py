"""A roster for the patrols: whoever leads the shift puts them on duty when nobody planned it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import httpx

UNIT, POST = "PT-CENTRE", "DUTY"
HOURS = 20


async def roster(leader: httpx.AsyncClient, staff: Sequence[str], now: datetime) -> bool:
    """Publish a roster of the centre from this hour on with these staff numbers; whether that was done."""
    found = (await leader.get("/api/organisations", params={"q": UNIT, "limit": 1})).json().get("items")
    if not found:
        return False
    starts = now.replace(minute=0, second=0, microsecond=0)
    ends = starts + timedelta(hours=HOURS)
    draft = {"unit": found[0]["id"], "starts": starts.isoformat(), "ends": ends.isoformat(), "note": "演示巡查"}
    made = await leader.post("/api/command/rosters", json=draft)
    if not made.is_success:
        return False
    path = f"/api/command/rosters/{made.json()['id']}"
    lines = [f"{POST},{number},{starts.isoformat()},{ends.isoformat()},on_site" for number in staff]
    file = "\n".join(["post,staff,starts,ends,mode", *lines]) + "\n"
    planned = await leader.post(f"{path}/csv", json={"csv": file})
    published = await leader.post(f"{path}/publish", json={"accept": True})
    return planned.is_success and published.is_success
