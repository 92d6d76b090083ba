"""Coming in as one of the made-up district's identities, as a phone does; on another platform nobody can."""

import httpx

PHONE = "Mozilla/5.0 (Linux; Android 14; Mobile) YiwangDemo/1.0"


async def as_phone(base_url: str, username: str) -> httpx.AsyncClient | None:
    """Return a client signed in as an identity, None where one cannot come in by a click."""
    client = httpx.AsyncClient(base_url=base_url, headers={"User-Agent": PHONE}, timeout=60)
    answer = await client.post("/api/demo/session", json={"username": username})
    if answer.is_success:
        client.headers["X-CSRF-Token"] = answer.json()["csrf"]
        return client
    await client.aclose()
    return None
