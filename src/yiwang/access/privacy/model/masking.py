"""The one table of masks (PIPL, GB/T 35273): what of a name, a number or an address may be shown without a reason.

Every mask leaves what is masked already as it is, so that masking twice is masking once.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

HIDDEN = "举报人保密"
DELETED = "已删除"
NOTHING = "****"
_SAID = frozenset({HIDDEN, DELETED, NOTHING, ""})
# The street of an address ends here; what follows is the house.
_STREET = re.compile(
    r"^(.*?(?:路|街|大道|公路|巷|弄|镇|街道|乡|村|居委会|road|street|avenue|lane)(?![a-z]))", re.IGNORECASE
)
_DISTRICT = re.compile(r"^(.*?(?:区|县|市))")
_NUMBER = re.compile(r"[+\d][\d*\s\-()]{5,}")


@dataclass(frozen=True)
class Kind:
    """A kind of personal data: its labels, its usual level (L1 public … L4 strictly controlled), its mask."""

    zh: str
    en: str
    level: int
    mask: Callable[[str], str]


def _name(text: str) -> str:
    """张三丰 → 张**."""
    return f"{text[0]}**"


def _phone(text: str) -> str:
    """13812345678 → 138****5678; what is too short for ends shows none."""
    bare = re.sub(r"[\s\-()]", "", text)
    return f"{bare[:3]}****{bare[-4:]}" if len(bare) >= 8 else NOTHING


def _id_number(text: str) -> str:
    """310107199001011234 → 310107********1234."""
    bare = text.replace(" ", "")
    return f"{bare[:6]}********{bare[-4:]}" if len(bare) >= 15 else NOTHING


def _address(text: str) -> str:
    """普陀区曹杨路 510 号 3 室 → 普陀区曹杨路****: to the street, else to the district, else nothing."""
    found = _STREET.match(text) or _DISTRICT.match(text)
    return f"{found[1]}****" if found else NOTHING


def _plate(text: str) -> str:
    """沪A·12345 → 沪A***45."""
    bare = re.sub(r"[\s·.\-]", "", text)
    return f"{bare[:2]}***{bare[-2:]}" if len(bare) >= 6 else NOTHING


def _email(text: str) -> str:
    """zhang@example.com → z***@example.com."""
    local, at, host = text.partition("@")
    return f"{local[:1]}***@{host}" if at else NOTHING


def _contact(text: str) -> str:
    """张三 13812345678 → 张** 138****5678: a name, a number or both in one line, or an e-mail address."""
    if "@" in text:
        return _email(text)
    number = _NUMBER.search(text)
    if number is None:
        return _name(text)
    name = text[: number.start()].strip()
    return f"{_name(name) if name else ''} {_phone(number[0])}".strip()


def _network(text: str) -> str:
    """192.0.2.17 → 192.0.*: whereabouts, not the machine."""
    parts = text.split(":" if ":" in text else ".")
    return f"{'.'.join(parts[:2])}.*" if len(parts) > 2 else NOTHING


def _all(_: str) -> str:
    return NOTHING


KINDS: dict[str, Kind] = {
    "name": Kind("姓名", "Name", 3, _name),
    "phone": Kind("电话号码", "Telephone number", 3, _phone),
    "contact": Kind("联系方式", "Contact", 3, _contact),
    "id_number": Kind("证件号码", "Identity number", 4, _id_number),
    "address": Kind("住址", "Address of a person", 3, _address),
    "plate": Kind("车牌号", "Number plate", 3, _plate),
    "email": Kind("电子邮箱", "E-mail address", 3, _email),
    "network": Kind("网络地址", "Network address", 3, _network),
    "other": Kind("其他个人信息", "Other personal data", 4, _all),
}


def masked(kind: str, text: str | None) -> str | None:
    """Return a value as it is shown by default; None stays None."""
    if text is None:
        return None
    bare = text.strip()
    return bare if bare in _SAID else KINDS[kind].mask(bare)
