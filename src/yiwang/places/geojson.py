"""Reading GeoJSON with every problem named by its feature, and writing it with coordinates of seven decimals."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from yiwang.places.kernels.datums import convert_many
from yiwang.places.model import Problem

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Feature:
    """One sound feature: its place in the file from 1, its code, its geometry in degrees CGCS2000, its properties."""

    row: int
    code: str
    geometry: BaseGeometry
    properties: Mapping[str, Any]


def read_features(
    geojson: Mapping[str, Any], code_property: str, kinds: Sequence[str], datum: str = "CGCS2000"
) -> tuple[list[Feature], list[Problem]]:
    """Return the sound features of a collection and the problems of the others. Z values are dropped."""
    features = geojson.get("features")
    if geojson.get("type") != "FeatureCollection" or not isinstance(features, list):
        return [], [Problem(0, "type", "Send a GeoJSON FeatureCollection.")]
    sound: list[Feature] = []
    problems: list[Problem] = []
    first_row: dict[str, int] = {}
    for row, feature in enumerate(features, 1):
        found = _read(row, feature, code_property, kinds, datum)
        if isinstance(found, Problem):
            problems.append(found)
        elif found.code in first_row:
            sentence = f"The code {found.code} is that of feature {first_row[found.code]} too."
            problems.append(Problem(row, code_property, sentence))
        else:
            first_row[found.code] = row
            sound.append(found)
    return sound, problems


def _read(row: int, feature: Any, code_property: str, kinds: Sequence[str], datum: str) -> Feature | Problem:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return Problem(row, "type", "This is no GeoJSON Feature.")
    given = feature.get("properties")
    properties: dict[str, Any] = given if isinstance(given, dict) else {}
    code = properties.get(code_property)
    if not isinstance(code, str | int) or isinstance(code, bool) or not str(code).strip():
        return Problem(row, code_property, f"The property {code_property} holds no code.")
    geometry = _geometry(row, feature.get("geometry"), kinds)
    if isinstance(geometry, Problem):
        return geometry
    moved = shapely.transform(geometry, lambda points: _moved(points, datum))
    return Feature(row, str(code).strip(), moved, properties)


def _moved(points: Floats, datum: str) -> Floats:
    return np.column_stack(convert_many(points[:, 0], points[:, 1], datum))


def _geometry(row: int, raw: Any, kinds: Sequence[str]) -> BaseGeometry | Problem:
    if not isinstance(raw, dict) or raw.get("type") not in kinds:
        return Problem(row, "geometry", f"The geometry must be one of {', '.join(kinds)}.")
    try:
        geometry = shapely.force_2d(shapely.from_geojson(json.dumps(raw)))
    except (shapely.GEOSException, ValueError) as error:
        return Problem(row, "geometry", f"The coordinates cannot be read: {error}")
    if geometry.is_empty:
        return Problem(row, "geometry", "The geometry is empty.")
    west, south, east, north = geometry.bounds
    if not (west >= -180 and east <= 180 and south >= -90 and north <= 90):
        return Problem(row, "geometry", "Coordinates must be degrees, longitude first.")
    if not geometry.is_valid:
        return Problem(row, "geometry", f"The polygon is not valid: {shapely.is_valid_reason(geometry)}.")
    return geometry


def write_collection(features: Sequence[Mapping[str, Any]]) -> bytes:
    """Return a FeatureCollection of rows with `wkb`; the other values become properties. Seven decimals: 1 cm.

    Rounding works on each vertex alone, so borders that are the same stay the same.
    """
    made = shapely.transform(shapely.from_wkb([f["wkb"] for f in features]), lambda points: np.round(points, 7))
    parts = []
    for f, geometry in zip(features, shapely.to_geojson(made), strict=True):
        properties = json.dumps({k: v for k, v in f.items() if k != "wkb"}, ensure_ascii=False, default=str)
        parts.append(f'{{"type":"Feature","properties":{properties},"geometry":{geometry}}}')
    return ('{"type":"FeatureCollection","features":[' + ",".join(parts) + "]}").encode()
