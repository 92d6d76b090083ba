"""Every field of the API that names a person says so; what only looks like it stands here with its reason."""

from pathlib import Path
from typing import Annotated, Any

import pytest
from fastapi import FastAPI
from pydantic import BaseModel, Field
from tests.access.privacy.personal_fields import unannotated

from yiwang.access.privacy import Personal
from yiwang.app.serving.http import openapi_document

# Shape.field → why it is no person's data.
_SIGN_IN = "what an account signs in with, shown to its owner and to administrators of accounts"
_WHERE_FROM = "where a session comes from, shown to its owner and to who ends sessions"
_FIRST_CONTACT = "how far first contact is: waiting, reached, unreachable"
_PLATFORM = "the name of a platform"
EXCEPTIONS: dict[str, str] = {
    "AccountDetail.username": _SIGN_IN,
    "AccountOut.username": _SIGN_IN,
    "Chosen.username": _SIGN_IN,
    "HalfOut.username": _SIGN_IN,
    "SessionOut.username": _SIGN_IN,
    "AuditOut.actor_name": "who acted, shown to the auditor; the trail itself keeps the id",
    "OwnSession.address": _WHERE_FROM,
    "SessionRow.address": _WHERE_FROM,
    "DraftOut.address": "the address of one's own second factor, for the telephone's camera",
    "OrderOut.contact": _FIRST_CONTACT,
    "OrderDetail.contact": _FIRST_CONTACT,
    "CaseSharingOut.owner": _PLATFORM,
    "StreamOut.address": "the address of the business system that readings are sent to",
    "FederationShare.owner": _PLATFORM,
    "SignDefinitionOut.owner": "the unit that answers for a sign, by its name",
    "IdentityOut.username": "an account of the made-up district, which stands for no person",
}


def test_no_personal_field_of_the_api_is_unannotated() -> None:
    found = unannotated(openapi_document())
    assert found - EXCEPTIONS.keys() == set(), "annotate these with access.Personal, or say here why not"


def test_no_exception_outlives_its_field() -> None:
    assert EXCEPTIONS.keys() - unannotated(openapi_document()) == set()
    assert all(reason.strip() for reason in EXCEPTIONS.values())


class Planted(BaseModel):
    """What somebody might add one day without thinking."""

    caller_phone: str | None = None
    note: str = Field(default="", description="住址和联系方式")
    email: list[str] = []


class Fine(BaseModel):
    reporter: Annotated[str | None, Personal("contact")] = None
    phones: list[Annotated[str, Personal("phone")]] = []
    contact_id: int = 0
    title: str = ""


class Outer(BaseModel):
    inner: list[Planted]
    fine: Fine


@pytest.mark.parametrize("shape", [Planted, Outer, list[Outer], dict[str, Outer]])
def test_a_planted_field_is_found_however_deep_it_lies(shape: Any) -> None:
    app = FastAPI()
    app.get("/planted", response_model=shape)(lambda: None)
    assert unannotated(app.openapi()) == {"Planted.caller_phone", "Planted.note", "Planted.email"}


def test_what_is_only_asked_for_is_not_shown() -> None:
    app = FastAPI()

    @app.post("/ask")
    def ask(body: Planted) -> Fine:
        return Fine()

    assert unannotated(app.openapi()) == set()


def test_nothing_says_it_is_personal_without_being_masked() -> None:
    """A bare note in the description masks nothing: `access.Personal` does both."""
    source = Path(__file__).parents[3] / "src"
    bare = [path.name for path in source.rglob("*.py") if 'json_schema_extra={"personal"' in path.read_text("utf-8")]
    assert bare == []
