"""Finding fields of the API's answers that look personal and do not say that they are."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

# Parts of a field's name, between underscores, that mostly name a person or a way to reach one.
_WORDS = """
reporter caller complainant applicant contact contacts person resident owner victim informant visitor sender
phone phones mobile mobiles telephone telephones tel cell fax email mail wechat weixin openid
idcard idnumber passport plate plates birthday birthdate address ip
username nickname realname fullname firstname lastname surname
"""
WORDS = frozenset(_WORDS.split())
# Whole ends of names.
ENDS = (
    "id_number", "id_card", "card_number", "first_name", "last_name", "real_name", "full_name", "nick_name",
    "staff_name", "actor_name", "user_name", "by_name", "reporter_name", "account_name", "person_name", "handler_name",
    "contact_name", "caller_name", "leader_name", "officer_name", "date_of_birth", "home_address", "number_plate",
)  # fmt: skip
CHINESE = re.compile(
    r"姓名|电话|手机|身份证|证件号|住址|家庭地址|联系人|联系方式|邮箱|车牌|出生|微信号|举报人|报告人|来电人"
)


def unannotated(document: Mapping[str, Any]) -> set[str]:
    """Return "Shape.field" of every answer's field that looks personal and carries no annotation."""
    schemas = document.get("components", {}).get("schemas", {})
    names = set()
    for methods in document["paths"].values():
        for operation in methods.values():
            for status, answer in operation.get("responses", {}).items():
                if status.startswith("2"):
                    for body in answer.get("content", {}).values():
                        names |= set(_names(body.get("schema", {}), schemas, set()))
    return {found for name in names for found in _fields(name, schemas[name])}


def _names(schema: Any, schemas: Mapping[str, Any], seen: set[str]) -> Iterator[str]:
    """Yield the shapes that a schema reaches."""
    if isinstance(schema, list):
        for one in schema:
            yield from _names(one, schemas, seen)
    if not isinstance(schema, dict):
        return
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    if name and name not in seen:
        seen.add(name)
        yield name
        yield from _names(schemas.get(name), schemas, seen)
    for value in schema.values():
        yield from _names(value, schemas, seen)


def _fields(name: str, shape: Mapping[str, Any]) -> Iterator[str]:
    for field, said in shape.get("properties", {}).items():
        if _looks_personal(field, said) and not _is_annotated(said) and not _is_id(said):
            yield f"{name}.{field}"


def _looks_personal(field: str, said: Mapping[str, Any]) -> bool:
    words = f"{said.get('title', '')} {said.get('description', '')}"
    return bool(set(field.split("_")) & WORDS) or field.endswith(ENDS) or bool(CHINESE.search(words))


def _is_annotated(said: Any) -> bool:
    if isinstance(said, list):
        return any(map(_is_annotated, said))
    return isinstance(said, dict) and ("personal" in said or any(map(_is_annotated, said.values())))


def _is_id(said: Mapping[str, Any]) -> bool:
    """Whether a field holds nothing but an id, a number, a moment or a yes, or shapes that are looked at themselves."""
    forms = [one for one in said.get("anyOf", [said]) if one.get("type") != "null"]
    plain = ("integer", "number", "boolean")
    return bool(forms) and all(
        one.get("format") in {"uuid", "date-time", "date"}
        or one.get("type") in plain
        or "$ref" in one
        or "$ref" in one.get("items", {})
        for one in forms
    )
