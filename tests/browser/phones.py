"""What tests of the phone do again and again: work is put in its way, and its buttons are pressed."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from random import uniform
from typing import Any

import httpx
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.serving import Served

PATIENCE = 60_000  # milliseconds: the machine may be busy
TOILET = "03001"  # a matter that the district's own department answers for


def sent(answer: httpx.Response) -> dict[str, Any]:
    assert answer.is_success, answer.text
    found: dict[str, Any] = answer.json()
    return found


def dispatched(officer: httpx.Client, text: str) -> dict[str, Any]:
    """File a case with a photo from before and send it to the department of the handler."""
    out = BytesIO()
    Image.new("RGB", (640, 480), "grey").save(out, "JPEG")
    photo = sent(officer.post("/api/files", files={"file": ("before.jpg", out.getvalue())}))["id"]
    # Somewhere of its own, so that it is merged with nothing that others have reported.
    place = {"lon": round(uniform(121.37, 121.42), 5), "lat": round(uniform(31.235, 31.265), 5), "datum": "CGCS2000"}
    report = {"channel": "desk", "matter": TOILET, "text": text, "place": place, "photos": [photo]}
    case: dict[str, Any] = sent(officer.post("/api/reports", json=report))["case"]
    found = sent(officer.get(f"/api/cases/{case['id']}"))
    if found["state"] == "to_confirm":
        sent(officer.post(f"/api/cases/{case['id']}/confirm", json={"passed": True}))
    return sent(officer.post(f"/api/cases/{case['id']}/dispatch", json={}))


def sign_in(phone: Page, platform: Served, path: str, username: str = "lvhua") -> None:
    phone.goto(path)
    phone.get_by_label("账号").fill(username)
    phone.get_by_label("密码").fill(platform.passwords[username])
    phone.get_by_role("button", name="登录").click()


def sign_out(phone: Page) -> None:
    phone.get_by_role("link", name="我的").click()
    phone.get_by_role("button", name="退出登录").click()
    phone.get_by_label("账号").wait_for()


def put_on_duty(officer: httpx.Client, unit: str, staff: str) -> None:
    """Publish a shift of some hours around now."""
    (found,) = [one for one in sent(officer.get("/api/organisations"))["items"] if one["code"] == unit]
    hour = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    starts, ends = hour.isoformat(), (hour + timedelta(hours=4)).isoformat()
    roster = sent(officer.post("/api/command/rosters", json={"unit": found["id"], "starts": starts, "ends": ends}))
    lines = f"post,staff,starts,ends,mode\nDUTY,{staff},{starts},{ends},on_site\n"
    assert sent(officer.post(f"/api/command/rosters/{roster['id']}/csv", json={"csv": lines}))["problems"] == []
    sent(officer.post(f"/api/command/rosters/{roster['id']}/publish", json={"accept": True}))


def action(phone: Page, name: str) -> Locator:
    return phone.locator(".l-actions").get_by_role("button", name=name, exact=True)


def shoot(phone: Page, button: str) -> None:
    phone.get_by_role("button", name=button).click()
    camera = phone.get_by_role("dialog", name=button)
    camera.locator("video").wait_for()
    phone.wait_for_function("() => (document.querySelector('video')?.videoWidth ?? 0) > 0")
    camera.get_by_role("button", name="拍摄", exact=True).click()
    expect(phone.locator("dialog video")).to_have_count(0, timeout=PATIENCE)
