"""Places: jurisdictions, grids, addresses, map features, coordinates and counts; where a point or an address lies."""

from yiwang.places.addressing import AddressRow, end_address, import_addresses, search
from yiwang.places.boundaries import add_grid_system, import_boundaries, import_grid, load_district_boundaries
from yiwang.places.codes import load_codes
from yiwang.places.counting import CountRow, counts, import_counts, measures
from yiwang.places.drawing import draw_schematic
from yiwang.places.features import features_in, import_features, outline_of
from yiwang.places.kernels.datums import DATUMS, convert, convert_many
from yiwang.places.locating import locate
from yiwang.places.locator import LocatedMany, Locator, Locators, load_locator
from yiwang.places.model import (
    LEVELS,
    Address,
    Count,
    ImportReport,
    Jurisdiction,
    JurisdictionRow,
    Located,
    Measure,
    Place,
    PlaceIn,
    Problem,
)
from yiwang.places.tree import add_jurisdiction, end, ensure_jurisdictions, jurisdictions, move, rename

__all__ = [
    "DATUMS",
    "LEVELS",
    "Address",
    "AddressRow",
    "Count",
    "CountRow",
    "ImportReport",
    "Jurisdiction",
    "JurisdictionRow",
    "Located",
    "LocatedMany",
    "Locator",
    "Locators",
    "Measure",
    "Place",
    "PlaceIn",
    "Problem",
    "add_grid_system",
    "add_jurisdiction",
    "convert",
    "convert_many",
    "counts",
    "draw_schematic",
    "end",
    "end_address",
    "ensure_jurisdictions",
    "features_in",
    "import_addresses",
    "import_boundaries",
    "import_counts",
    "import_features",
    "import_grid",
    "jurisdictions",
    "load_codes",
    "load_district_boundaries",
    "load_locator",
    "locate",
    "measures",
    "move",
    "outline_of",
    "rename",
    "search",
]
