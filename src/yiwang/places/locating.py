"""From what a channel tells of a place to the one `Place` value, with the reason in words."""

import math
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.base.errors import Invalid, NotFound
from yiwang.db.tx import Tx
from yiwang.places.kernels.addresses import Parsed, parse
from yiwang.places.kernels.datums import DATUMS, convert
from yiwang.places.locator import Locator
from yiwang.places.model import Address, Located, Place, PlaceIn
from yiwang.places.store import addresses

# How sure the place is, by how it was found; times the confidence of the point's own location where there is one.
ADDRESS, EXACT, PARTIAL, ROAD, NAMED, GIVEN = 1.0, 0.95, 0.7, 0.4, 0.3, 0.8
COARSE_ADDRESS = 0.6  # times, for an address whose point is not known
FAR = 300.0  # metres between a given point and a given address at which the two are said to disagree


async def locate(tx: Tx, locator: Locator, asked: PlaceIn, at: datetime) -> Place:
    """Return the place. A point decides before an address, an address before words, all before a given jurisdiction.

    Never refuses a place that cannot be found: it has confidence 0 and says why. A point that cannot be one, or an
    address that does not exist, is refused.
    """
    point = checked_point(asked)
    if asked.jurisdiction_id is not None and asked.jurisdiction_id not in locator.nodes:
        raise Invalid("jurisdiction_id", "There is no such jurisdiction in force.")
    address = await _given_address(tx, asked)
    if point:
        return _from_point(locator, asked, point, address)
    if address:
        return _from_address(locator, asked, address, ADDRESS, "address", f"地址为{address.text}。")
    if asked.text.strip():
        return await _from_text(tx, locator, asked, at)
    return _without_point(locator, asked, None, "没有坐标、地址或文字，无法定位。")


def checked_point(asked: PlaceIn) -> tuple[float, float] | None:
    """Return the point in degrees CGCS2000, None when none is given; `Invalid` when it cannot be one."""
    if asked.datum not in DATUMS:
        raise Invalid("datum", f"Name the datum as one of {', '.join(DATUMS)}.")
    if asked.lon is None and asked.lat is None:
        return None
    if asked.lon is None or asked.lat is None:
        raise Invalid("lon" if asked.lon is None else "lat", "Give both longitude and latitude, or neither.")
    if not (math.isfinite(asked.lon) and abs(asked.lon) <= 180):
        raise Invalid("lon", "A longitude lies between -180 and 180 degrees.")
    if not (math.isfinite(asked.lat) and abs(asked.lat) <= 90):
        swapped = " Longitude and latitude seem to be swapped." if abs(asked.lon) <= 90 else ""
        raise Invalid("lat", "A latitude lies between -90 and 90 degrees." + swapped)
    return convert(asked.lon, asked.lat, asked.datum)


async def _given_address(tx: Tx, asked: PlaceIn) -> Address | None:
    if asked.address_id is None:
        return None
    found = await addresses.by_id(tx, asked.address_id)
    if found is None:
        raise NotFound("There is no such address.")
    return found


def _place(asked: PlaceIn, **found: Any) -> Place:
    return Place(
        **{
            "original_lon": asked.lon,
            "original_lat": asked.lat,
            "datum": asked.datum,
            "text": asked.text,
            "address_id": asked.address_id,
            "floor": asked.floor,
        }
        | found
    )


def _from_point(locator: Locator, asked: PlaceIn, point: tuple[float, float], address: Address | None) -> Place:
    lon, lat = point
    found = locator.locate(lon, lat)
    floor = asked.floor or (address.floor if address else None)
    if found.jurisdiction_id is None:
        fallback = _fallback(locator, asked, parse(asked.text) if asked.text else None)
        jurisdiction, method, confidence, reason = fallback
        explanation = found.explanation + reason
        return _place(
            asked,
            lon=lon,
            lat=lat,
            floor=floor,
            grids=found.grids,
            jurisdiction_id=jurisdiction,
            method=method,
            confidence=confidence,
            explanation=explanation,
        )
    confidence, explanation = found.confidence, found.explanation
    if address and address.lon is not None and address.lat is not None:
        away = _metres(lon, lat, address.lon, address.lat)
        if away > FAR:
            confidence *= PARTIAL
            explanation += f"所给地址与点位相距{away:.0f}米。"
    return _place(
        asked,
        lon=lon,
        lat=lat,
        floor=floor,
        grids=found.grids,
        jurisdiction_id=found.jurisdiction_id,
        method="point",
        confidence=round(confidence, 3),
        explanation=explanation,
    )


def _from_address(
    locator: Locator, asked: PlaceIn, address: Address, confidence: float, method: str, reason: str
) -> Place:
    known: dict[str, Any] = {"address_id": address.id, "floor": asked.floor or address.floor, "method": method}
    if address.lon is None or address.lat is None:
        jurisdiction = address.jurisdiction_id or asked.jurisdiction_id or _named(locator, address.district)
        if jurisdiction is None:
            return _place(asked, **known, explanation=f"{reason}该地址没有坐标，所属区划不明。")
        name = locator.nodes[jurisdiction].name if jurisdiction in locator.nodes else "已撤销的区划"
        return _place(
            asked,
            **known,
            jurisdiction_id=jurisdiction,
            confidence=round(confidence * COARSE_ADDRESS, 3),
            explanation=f"{reason}该地址没有坐标，属于{name}。",
        )
    found: Located = locator.locate(address.lon, address.lat)
    jurisdiction = found.jurisdiction_id or address.jurisdiction_id or asked.jurisdiction_id
    sure = found.confidence if found.jurisdiction_id else (GIVEN if jurisdiction else 0.0)
    return _place(
        asked,
        **known,
        lon=address.lon,
        lat=address.lat,
        grids=found.grids,
        jurisdiction_id=jurisdiction,
        confidence=round(confidence * sure, 3),
        explanation=reason + found.explanation,
    )


def _named(locator: Locator, district: str) -> UUID | None:
    named = locator.named_in(district) if district else None
    return named.id if named else None


async def _from_text(tx: Tx, locator: Locator, asked: PlaceIn, at: datetime) -> Place:
    parsed = parse(asked.text)
    wanted = parsed.candidates or [asked.text.strip()]
    found = await addresses.by_path(tx, [*wanted, parsed.rest], parsed.district, at)
    best = [one for one in found if len(one.normalised) == len(found[0].normalised)]
    if len(best) == 1:
        address = best[0]
        confidence, reason = _match(address, parsed)
        floor = asked.floor or parsed.floor
        return _from_address(
            locator, PlaceIn(**(asked.__dict__ | {"floor": floor})), address, confidence, "text", reason
        )
    reason = f"文字与{len(best)}个地址相符，无法确定。" if best else "地址库中没有与文字相符的地址。"
    return _without_point(locator, asked, parsed, reason)


def _match(address: Address, parsed: Parsed) -> tuple[float, str]:
    if address.normalised == parsed.normalised or not parsed.steps:
        return EXACT, f"文字即地址{address.text}。"
    if address.level == "road":
        return ROAD, f"只找到道路{address.text}。"
    if parsed.normalised.endswith(address.normalised):
        return EXACT, f"文字中含地址{address.text}。"
    return PARTIAL, f"地址库中最接近的是{address.text}。"


def _without_point(locator: Locator, asked: PlaceIn, parsed: Parsed | None, reason: str) -> Place:
    jurisdiction, method, confidence, said = _fallback(locator, asked, parsed)
    return _place(
        asked,
        floor=asked.floor or (parsed.floor if parsed else None),
        jurisdiction_id=jurisdiction,
        method=method,
        confidence=confidence,
        explanation=reason + said,
    )


def _fallback(locator: Locator, asked: PlaceIn, parsed: Parsed | None) -> tuple[UUID | None, str, float, str]:
    """Return jurisdiction, method, confidence and reason when no polygon decides."""
    if asked.jurisdiction_id is not None:
        name = locator.nodes[asked.jurisdiction_id].name
        return asked.jurisdiction_id, "given", GIVEN, f"来件指明在{name}。"
    named = locator.named_in(asked.text) if parsed and asked.text else None
    if named:
        return named.id, "text", NAMED, f"文字提到{named.name}。"
    return None, "none", 0.0, ""


def _metres(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Distance of two near points, metres."""
    east = (other_lon - lon) * math.cos(math.radians(lat))
    return math.hypot(east, other_lat - lat) * 111_194.9
