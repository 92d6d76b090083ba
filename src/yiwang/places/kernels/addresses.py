"""The words of Shanghai's addresses: one spelling for each, and their parts from road to room.

Pattern: 上海市 · 区 · 街道/镇/乡 · 居委会/村 · 路/街/大道/公路 · 弄 · 支弄 · 号 · 幢 · 单元 · 层 · 室.
Two crossing roads are an address too.
"""

import re
import unicodedata
from dataclasses import dataclass

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_NUMERAL = "零〇一二两三四五六七八九十百千"
# Only before these does a Chinese numeral count: 四川北路 and 中山北一路 keep theirs.
_COUNTED = re.compile(rf"([{_NUMERAL}]+)(?=支弄|弄|号楼|号|幢|栋|座|单元|层|楼|室)")
_SUFFIX = re.compile(r"(\d+(?:-\d+)?)号([甲乙丙丁戊])")
_NOISE = re.compile(r"[\s,，。.;；:：、()（）\[\]【】「」\"'“”]+")
_NEAR = re.compile(r"(附近|旁边|对面|门口|靠近|旁|边上|近)$")
_ROAD = r"[^\d弄号]{1,12}?(?:路|街|大道|公路|支路|胡同|浜|新村|一村|二村|三村|四村|五村|六村|七村|八村|九村)"
# A middle road keeps its whole name: 中山北路 is not 中山 + 北路, and 曹杨新村街道 is no road.
_ADMIN = re.compile(
    r"(?:上海市?|[^\d路弄号区]{1,6}?市(?!场))?(?P<district>[^\d路弄号]{1,4}?(?:新区|区))?"
    r"(?P<street>[^\d路弄号区]{1,8}?(?:街道|镇|乡))?"
    r"(?P<neighbourhood>[^\d路弄号区]{1,10}?(?:居委会|村委会))?"
)
_PARTS = re.compile(
    rf"(?P<road>{_ROAD})(?![路街])"
    r"(?:(?P<lane>\d+)弄)?(?:(?P<branch_lane>\d+)支弄)?"
    r"(?:(?P<number>\d+(?:-\d+)?[甲乙丙丁戊]?)号(?!楼))?"
    r"(?:(?P<building>\d+|[A-Z])(?:幢|栋|座|号楼))?"
    r"(?:(?P<unit>\d+|[A-Z])单元)?(?:(?P<floor>\d+)(?:层|楼))?(?:(?P<room>\d+[A-Z]?)室)?"
)
_CROSSING = re.compile(rf"(?P<a>{_ROAD})(?:与|和|/|、|近|靠近|靠)?(?P<b>{_ROAD})(?:交叉)?(?:路口|口|交叉口|交界)")
_CROSSING_NEAR = re.compile(rf"(?P<a>{_ROAD})(?:近|靠近|靠|/)(?P<b>{_ROAD})(?:路口|口)?$")
_ENDING = {
    "lane": "弄",
    "branch_lane": "支弄",
    "number": "号",
    "building": "幢",
    "unit": "单元",
    "floor": "层",
    "room": "室",
}


@dataclass(frozen=True)
class Parsed:
    """An address in its parts; `steps` are (level, name) from the road down, or one crossing."""

    district: str
    street: str
    neighbourhood: str
    steps: tuple[tuple[str, str], ...]
    rest: str

    @property
    def normalised(self) -> str:
        """The path from the road down in one spelling; empty when no road was found."""
        return "".join(name for _, name in self.steps)

    @property
    def paths(self) -> list[str]:
        """The paths of all steps, the longest first: 曹杨路1888弄3号, 曹杨路1888弄, 曹杨路."""
        names = [name for _, name in self.steps]
        return ["".join(names[:end]) for end in range(len(names), 0, -1)]

    @property
    def candidates(self) -> list[str]:
        """Paths to look up, the fullest first: in a sentence the road's name may begin after other words."""
        if not self.steps or self.steps[0][0] != "road":
            return self.paths
        road = self.steps[0][1]
        cuts = range(max(len(road) - 2, 1))
        return [path[cut:] for path in self.paths for cut in cuts]

    @property
    def floor(self) -> str | None:
        """The floor named, or the one a room number of three or four digits begins with."""
        named = dict(self.steps)
        if "floor" in named:
            return named["floor"].removesuffix("层")
        digits = re.match(r"(\d{1,2})\d{2}[A-Z]?室$", named.get("room", ""))
        return digits[1] if digits else None


def numeral(words: str) -> int:
    """Return the number of a Chinese numeral up to 9999: 一百二十三 or, digit by digit, 一八八八."""
    if not any(c in _UNITS for c in words):
        return int("".join(str(_DIGITS[c]) for c in words))
    total, digit = 0, 0
    for c in words:
        if c in _UNITS:
            # 十二 is twelve: a ten without a digit before it is one ten.
            total += max(digit, 1) * _UNITS[c]
            digit = 0
        else:
            digit = _DIGITS[c]
    return total + digit


def spelled(text: str) -> str:
    """Return a text in one spelling: half-width, upper case, no spaces, numerals before a unit as digits."""
    text = _NOISE.sub("", unicodedata.normalize("NFKC", text).upper()).replace("—", "-").replace("–", "-")
    text = text.replace("之", "-") if re.search(r"\d之\d", text) else text
    text = _COUNTED.sub(lambda found: str(numeral(found[1])), text)
    return _SUFFIX.sub(r"\1\2号", text)


def parse(text: str) -> Parsed:
    """Return the parts of an address; what was not understood is its `rest`. Never fails."""
    spelling = spelled(text)
    admin = _ADMIN.match(spelling)
    district, street, neighbourhood = (
        (admin["district"] or "", admin["street"] or "", admin["neighbourhood"] or "") if admin else ("", "", "")
    )
    body = spelling[admin.end() :] if admin else spelling
    crossing = _CROSSING.search(body) or _CROSSING_NEAR.search(body)
    if crossing and crossing["a"] != crossing["b"]:
        name = "×".join(sorted((crossing["a"], crossing["b"])))
        rest = body[: crossing.start()] + body[crossing.end() :]
        return Parsed(district, street, neighbourhood, (("crossing", name),), rest)
    found = _PARTS.search(body)
    if found is None:
        return Parsed(district, street, neighbourhood, (), _NEAR.sub("", body))
    steps = [("road", found["road"])]
    steps += [(level, found[level] + ending) for level, ending in _ENDING.items() if found[level]]
    rest = body[: found.start()] + body[found.end() :]
    return Parsed(district, street, neighbourhood, tuple(steps), _NEAR.sub("", rest))
