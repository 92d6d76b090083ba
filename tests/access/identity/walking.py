"""A browser that walks through the pages of the provider: as little as a person needs to sign in there."""

import re
from html import unescape
from urllib.parse import urljoin

import httpx

_FORM = re.compile(r'<form[^>]*action="([^"]+)"[^>]*>(.*?)</form>', re.DOTALL)
_FIELD = re.compile(r"<input[^>]*>")
_PART = re.compile(r'(name|value)="([^"]*)"')


async def sign_in_there(address: str, login: str, site: str) -> str:
    """Go to the provider, log in and agree; return the address on `site` that one is sent back to."""
    async with httpx.AsyncClient(trust_env=False) as person:
        answer = await person.get(address)
        for _ in range(20):
            if answer.is_redirect:
                address = urljoin(str(answer.url), answer.headers["location"])
                if address.startswith(site):
                    return address
                answer = await person.get(address)
                continue
            assert answer.status_code == 200, answer.text
            form = _FORM.search(answer.text)
            assert form, answer.text
            parts = [dict(_PART.findall(field)) for field in _FIELD.findall(form[2])]
            fields = {part["name"]: unescape(part.get("value", "")) for part in parts if "name" in part}
            if "login" in fields:
                fields |= {"login": login, "password": "any will do"}
            answer = await person.post(urljoin(str(answer.url), unescape(form[1])), data=fields)
    raise AssertionError("the provider never sends one back")
