"""What a city is made of, as columns. Geometries are in metres of a local plane; `Plane` leads there and back."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

Shapes = NDArray[Any]  # of shapely geometries
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
METRES_A_DEGREE = 111_320.0


@dataclass(frozen=True)
class Plane:
    """A flat map around a middle (degrees): good to a metre over a district."""

    lon: float
    lat: float

    @property
    def _scale(self) -> Floats:
        return np.array([METRES_A_DEGREE * np.cos(np.radians(self.lat)), METRES_A_DEGREE])

    def flat(self, shapes: Shapes) -> Shapes:
        """Return shapes in degrees as shapes in metres."""
        return shapely.transform(shapes, lambda xy: (xy - [self.lon, self.lat]) * self._scale)  # type: ignore[no-any-return]

    def round(self, shapes: Shapes) -> Shapes:
        """Return shapes in metres as shapes in degrees, to a tenth of a metre."""
        return shapely.transform(shapes, lambda xy: np.round(xy / self._scale + [self.lon, self.lat], 6))  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Neighbourhoods:
    """The boundaries everything grows in: codes, names, polygons in metres, and the people who live in each."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    shapes: Shapes
    people: Ints


@dataclass(frozen=True)
class Roads:
    """Pieces of roads: what each is called, its line and how wide it is (metres)."""

    names: tuple[str, ...]
    lines: Shapes
    widths: Floats


@dataclass(frozen=True)
class Buildings:
    """Houses by row: their neighbourhood (row), kind, outline, floors, height (metres) and address."""

    home: Ints
    kinds: NDArray[np.str_]
    shapes: Shapes
    floors: Ints
    heights: Floats
    addresses: tuple[str, ...]


@dataclass(frozen=True)
class Devices:
    """Sensors and cameras by row: class, code, point in metres, address, floor, neighbourhood (row)."""

    classes: NDArray[np.str_]
    codes: tuple[str, ...]
    points: Floats
    addresses: tuple[str, ...]
    floors: tuple[str, ...]
    home: Ints


@dataclass(frozen=True)
class City:
    """Everything that stands."""

    plane: Plane
    homes: Neighbourhoods
    river: Any
    roads: Roads
    blocks: Shapes
    buildings: Buildings
    devices: Devices
