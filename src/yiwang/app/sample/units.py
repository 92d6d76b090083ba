"""The units of the sample district, made from the tree of places."""

from typing import Literal

from yiwang.people import OrganisationRow
from yiwang.places import Locator

NOTE = "sample-accounts.txt"  # in the data folder: whoever has it was filled with the sample
SPECIALISTS = ("PT-LHSR", "PT-CGZF", "PT-JGW", "PT-FGJ", "PT-SHJ", "PT-YJJ")
_NAMES = {
    "PT-LHSR": ("普陀区绿化和市容管理局", "区绿化市容局"),
    "PT-CGZF": ("普陀区城市管理行政执法局", "区城管执法局"),
    "PT-JGW": ("普陀区建设和管理委员会", "区建管委"),
    "PT-FGJ": ("普陀区住房保障和房屋管理局", "区房管局"),
    "PT-SHJ": ("普陀区生态环境局", "区生态环境局"),
    "PT-YJJ": ("普陀区应急管理局", "区应急局"),
}
# matter code or major, unit, role: who answers in the whole district where no street does
DUTIES: tuple[tuple[str, str, Literal["lead", "assist"]], ...] = (
    ("01", "PT-JGW", "lead"),
    ("02", "PT-JGW", "lead"),
    ("03", "PT-LHSR", "lead"),
    ("04", "PT-LHSR", "lead"),
    ("05", "PT-FGJ", "lead"),
    ("06", "PT-LHSR", "lead"),
    ("06", "PT-CGZF", "assist"),
    ("07", "PT-CGZF", "lead"),
    ("08", "PT-JGW", "lead"),
    ("08", "PT-SHJ", "assist"),
    ("09", "PT-CGZF", "lead"),
    ("10", "PT-YJJ", "lead"),
)


def unit_rows(locator: Locator, district: str) -> list[OrganisationRow]:
    """Return centre, street centres, sector and neighbourhood stations of a district, and its departments."""
    home = locator.by_code[district]
    rows = [OrganisationRow("PT-CENTRE", "centre", f"{home.name}城市运行管理中心", "区城运中心", None, home.id)]
    rows += [
        OrganisationRow(code, "department", name, short, "PT-CENTRE", home.id) for code, (name, short) in _NAMES.items()
    ]
    kinds = {
        "street": ("PT-S", "street_centre", "城运中心"),
        "sector": ("PT-P", "sector_station", "工作站"),
        "neighbourhood": ("PT-N", "neighbourhood_station", "工作站"),
        "station": ("PT-K", "key_place_station", "工作站"),
    }
    codes = {home.id: "PT-CENTRE"}
    below = sorted((n for n in locator.nodes.values() if n.level in kinds), key=lambda n: len(locator.chain(n.id)))
    for node in below:
        chain = locator.chain(node.id)
        if home.id not in chain or node.level not in kinds:
            continue
        prefix, kind, ending = kinds[node.level]
        code = f"{prefix}{node.code[:9] if node.level == 'street' else node.code}"
        codes[node.id] = code
        parent = next(codes[one] for one in chain[1:] if one in codes)
        short = node.name.removesuffix("街道").removesuffix("居委会")
        rows.append(OrganisationRow(code, kind, f"{node.name}{ending}", f"{short}{ending}", parent, node.id))
    return rows
