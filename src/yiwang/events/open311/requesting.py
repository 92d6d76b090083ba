"""Sending in a request: a form becomes a report like every other."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from yiwang.access import Actor
from yiwang.base.errors import Invalid
from yiwang.db import Tx
from yiwang.events import reporting
from yiwang.events.books import Books
from yiwang.events.model import Envelope, Reported, Reporter
from yiwang.events.open311.asking import source_of
from yiwang.events.open311.model import BY_CODE, LONGEST_DESCRIPTION, moment, with_link
from yiwang.events.open311.services import service
from yiwang.places import PlaceIn

Fields = dict[str, str]
_ATTRIBUTE = re.compile(r"attribute\[([^\]]{1,60})\](\[\])?")
_PHONE = re.compile(r"\+?[0-9][0-9 \-]{4,19}")
_CJK = re.compile("[\u3400-\u9fff]")
_KNOWN = (
    *("jurisdiction_id", "service_code", "lat", "long", "address_string", "address_id", "email", "device_id"),
    *("account_id", "first_name", "last_name", "phone", "description", "media_url", "api_key"),
)
_LONGEST = {"address_string": 300, "first_name": 30, "last_name": 30, "media_url": 2000, "email": 254}


async def request(
    tx: Tx,
    actor: Actor,
    form: Sequence[tuple[str, str]],
    *,
    books: Books,
    at: datetime,
    key: str | None = None,
) -> Reported:
    """Take in a request of a form; `key` makes it one of its kind where the sender gives one."""
    actor.scope("reports.create")
    fields, attributes = read_form(form)
    code = fields.get("service_code", "")
    if not code:
        raise Invalid("service_code", "Name the service: services.json lists those there are.")
    matter = service(books, code, at)
    answers = {name: _answer(name, values) for name, values in attributes.items()}
    envelope = Envelope(
        channel="api",
        source=source_of(actor),
        text=_text(fields),
        # The key is what opens the platform: it is never kept.
        raw=urlencode([(name, value) for name, value in form if name != "api_key"]).encode(),
        matter=matter.code,
        reporter=_reporter(fields, answers.get("CONFIDENTIAL") == "yes"),
        urgent={"yes": True, "no": False}.get(str(answers.get("URGENT"))),
        occurred_at=answers.get("OCCURRED"),
        idempotency_key=key,
    )
    return await reporting.report(tx, actor, envelope, _place(fields, answers.get("FLOOR")), books=books, at=at)


def read_form(form: Sequence[tuple[str, str]]) -> tuple[Fields, dict[str, list[str]]]:
    """Return the fields of a form and its attributes, each with the values given."""
    fields: Fields = {}
    attributes: dict[str, list[str]] = {}
    for name, value in form:
        found = _ATTRIBUTE.fullmatch(name)
        if found:
            attributes.setdefault(found[1], []).append(value.strip())
        elif name in _KNOWN:
            fields[name] = value.strip()
        # What else a client sends (a version of its own, a locale) means nothing here and is kept with the rest.
    for name, most in _LONGEST.items():
        if len(fields.get(name, "")) > most:
            raise Invalid(name, f"At most {most} characters.")
    return fields, attributes


def _text(fields: Fields) -> str:
    text = fields.get("description", "")
    if len(text) > LONGEST_DESCRIPTION:
        raise Invalid("description", f"At most {LONGEST_DESCRIPTION} characters.")
    return with_link(text, fields.get("media_url", ""))


def _place(fields: Fields, floor: Any) -> PlaceIn:
    """Return where: a point, an address or the id of one; one of them is needed."""
    lat, lon = fields.get("lat", ""), fields.get("long", "")
    if bool(lat) != bool(lon):
        raise Invalid("long" if lat else "lat", "Give lat and long together.")
    address, address_id = fields.get("address_string", ""), fields.get("address_id", "")
    if not lat and not address and not address_id:
        raise Invalid("lat", "Give a location: lat and long, address_string or address_id.")
    return PlaceIn(
        lon=_degrees("long", lon, 180) if lon else None,
        lat=_degrees("lat", lat, 90) if lat else None,
        datum="WGS84",
        text=address,
        address_id=_address_id(address_id) if address_id else None,
        floor=floor,
    )


def _degrees(name: str, text: str, most: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = most + 1
    if not -most <= value <= most:
        raise Invalid(name, f"Degrees of WGS84 between -{most:g} and {most:g}.")
    return value


def _address_id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Invalid("address_id", "This is no id of an address of ours; give address_string instead.") from None


def _reporter(fields: Fields, confidential: bool) -> Reporter | None:
    first, last, phone = (fields.get(name, "") for name in ("first_name", "last_name", "phone"))
    if phone and not _PHONE.fullmatch(phone):
        raise Invalid("phone", "A telephone number of 5 to 20 digits; leave it out where there is none.")
    # A Chinese name is written with the family name first and no space.
    name = last + first if _CJK.search(first + last) else f"{first} {last}".strip()
    if not name and not phone:
        # Somebody who gives a mail address only is kept under a key of their own as well.
        name = fields.get("email", "")[:60]
    return Reporter(name or None, phone or None, confidential) if name or phone else None


def _answer(code: str, values: list[str]) -> Any:
    """Return what was answered to an attribute, in the form the verb takes."""
    attribute, field = BY_CODE.get(code), f"attribute[{code}]"
    if attribute is None:
        raise Invalid(field, f"The service has no such attribute; it has {', '.join(BY_CODE)}.")
    value = next((value for value in values if value), "")
    if len(values) > 1:
        raise Invalid(field, "This attribute takes one value.")
    if not value:
        return None
    if attribute.datatype == "datetime":
        return moment(field, value)
    if attribute.values and value not in {each["key"] for each in attribute.values}:
        raise Invalid(field, f"One of {', '.join(each['key'] for each in attribute.values)}.")
    if len(value) > 20:
        raise Invalid(field, "At most 20 characters.")
    return value
