"""OpenID Connect: discovery, the authorization code with PKCE, and an ID token whose signature is checked."""

import unicodedata
from base64 import b64encode
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode

from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from yiwang.access.identity.model.providers import OidcSettings
from yiwang.access.identity.model.tokens import ALGORITHMS, TokenWrong, challenge_of, check_claims
from yiwang.access.identity.outside import Outside, ProviderFailed, later
from yiwang.access.identity.trips import NotAllowed, Person, Trip

DISCOVERY_SECONDS = 3600.0
KEYS_SECONDS = 3600.0
KEYS_ANEW_SECONDS = 30.0  # an unknown key has them read anew, but not by every request
_UNSOUND = (JoseError, ValueError, KeyError, TypeError)


async def discover(outside: Outside, settings: OidcSettings, at: datetime) -> dict[str, Any]:
    """Return the provider's discovery document (OpenID Connect Discovery 1.0 §4)."""
    found = outside.remembered("discovery", settings.issuer, at)
    if found is None:
        found = await outside.get(f"{settings.issuer.rstrip('/')}/.well-known/openid-configuration")
        if found.get("issuer") != settings.issuer:
            raise ProviderFailed(f"the provider calls itself {found.get('issuer')!r}, not as set")
        for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
            if not isinstance(found.get(name), str):
                raise ProviderFailed(f"the discovery document lacks {name}")
        outside.keep("discovery", settings.issuer, found, later(at, DISCOVERY_SECONDS))
    document: dict[str, Any] = found
    return document


async def address(outside: Outside, settings: OidcSettings, trip: Trip, at: datetime) -> str:
    """Return where the browser is sent to sign in."""
    document = await discover(outside, settings, at)
    asked = {
        "response_type": "code",
        "client_id": settings.client_id,
        "redirect_uri": trip.redirect_uri,
        "scope": settings.scope,
        "state": trip.state,
        "nonce": trip.nonce,
        "code_challenge": challenge_of(trip.verifier),
        "code_challenge_method": "S256",
    }
    to = str(document["authorization_endpoint"])
    return f"{to}{'&' if '?' in to else '?'}{urlencode(asked)}"


async def person(
    outside: Outside, settings: OidcSettings, secret: str | None, answer: Mapping[str, str], trip: Trip, at: datetime
) -> Person:
    """Return who came back with this answer."""
    document = await discover(outside, settings, at)
    _check_answer(document, settings, answer)
    form = {
        "grant_type": "authorization_code",
        "code": answer["code"],
        "redirect_uri": trip.redirect_uri,
        "code_verifier": trip.verifier,
    }
    headers = _authenticate(document, settings, secret, form)
    tokens = await outside.post(str(document["token_endpoint"]), form, headers=headers)
    claims = await _claims(outside, document, tokens.get("id_token"), at)
    try:
        check_claims(claims, settings.issuer, settings.client_id, trip.nonce, at)
    except TokenWrong as wrong:
        raise ProviderFailed(str(wrong)) from None
    return _person(settings, claims | await _told(outside, document, tokens, claims["sub"]))


def _check_answer(document: dict[str, Any], settings: OidcSettings, answer: Mapping[str, str]) -> None:
    if answer.get("error") == "access_denied":
        raise NotAllowed
    if "error" in answer or "code" not in answer:
        raise ProviderFailed(f"the provider answers {answer.get('error', 'without a code')[:60]}")
    told = answer.get("iss")  # RFC 9207: a mix-up of providers
    if told != settings.issuer and (
        told is not None or document.get("authorization_response_iss_parameter_supported") is True
    ):
        raise ProviderFailed("the answer is of another issuer")


def _authenticate(
    document: dict[str, Any], settings: OidcSettings, secret: str | None, form: dict[str, str]
) -> dict[str, str]:
    """Put the client's name and secret where the provider wants them; return the headers."""
    ways = document.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    if secret is None:
        form["client_id"] = settings.client_id
        return {}
    basic = "client_secret_basic" in ways or "client_secret_post" not in ways
    if settings.client_auth == "client_secret_basic" or (settings.client_auth is None and basic):
        pair = f"{quote(settings.client_id, safe='')}:{quote(secret, safe='')}"
        return {"authorization": f"Basic {b64encode(pair.encode()).decode()}"}
    form |= {"client_id": settings.client_id, "client_secret": secret}
    return {}


async def _claims(outside: Outside, document: dict[str, Any], token: Any, at: datetime) -> dict[str, Any]:
    """Return what an ID token says, once a key of the provider is found to have signed it."""
    if not isinstance(token, str):
        raise ProviderFailed("the provider sent no ID token")
    try:
        header = jws.extract_compact(token.encode()).headers()
    except _UNSOUND as error:
        raise ProviderFailed("the ID token cannot be read") from error
    algorithm = header.get("alg")
    if algorithm not in ALGORITHMS:
        raise ProviderFailed(f"the ID token is signed with {algorithm}, which does not count")
    keys = await _keys(outside, document, header.get("kid"), at)
    for key in keys:
        try:
            return dict(jwt.decode(token, KeySet.import_key_set({"keys": [key]}), algorithms=[algorithm]).claims)
        except _UNSOUND:
            continue
    raise ProviderFailed("no key of the provider has signed the ID token")


async def _keys(outside: Outside, document: dict[str, Any], kid: Any, at: datetime) -> list[dict[str, Any]]:
    """Return the provider's signing keys of this id; read anew when there is none of it: they change now and then."""
    uri = str(document["jwks_uri"])
    found = outside.remembered("keys", uri, at)
    fitting = _fitting(found, kid)
    if not fitting and (found is None or outside.remembered("keys anew", uri, at) is None):
        found = (await outside.get(uri)).get("keys")
        outside.keep("keys", uri, found, later(at, KEYS_SECONDS))
        outside.keep("keys anew", uri, True, later(at, KEYS_ANEW_SECONDS))
        fitting = _fitting(found, kid)
    return fitting


def _fitting(keys: Any, kid: Any) -> list[dict[str, Any]]:
    if not isinstance(keys, list):
        return []
    signing = [key for key in keys if isinstance(key, dict) and key.get("use", "sig") == "sig"]
    return [key for key in signing if kid is None or key.get("kid") == kid]


async def _told(outside: Outside, document: dict[str, Any], tokens: dict[str, Any], subject: str) -> dict[str, Any]:
    """Return what the provider says of the person where the ID token does not; only of the same person."""
    uri, access = document.get("userinfo_endpoint"), tokens.get("access_token")
    if not isinstance(uri, str) or not isinstance(access, str):
        return {}
    told = await outside.get(uri, headers={"authorization": f"Bearer {access}"})
    if told.get("sub") != subject:
        raise ProviderFailed("the provider tells of somebody else than it signed in")
    return told


def _person(settings: OidcSettings, claims: Mapping[str, Any]) -> Person:
    known: dict[str, str] = {}
    username, email = claims.get(settings.username_claim), claims.get("email")
    if isinstance(username, str) and username:
        known["username"] = normal(username)
    if isinstance(email, str) and email and claims.get("email_verified") is True:
        known["email"] = normal(email)
    return Person(settings.issuer, str(claims["sub"]), known)


def normal(text: str) -> str:
    """Return a user name or address in the one form they are compared in."""
    return unicodedata.normalize("NFKC", text).strip().casefold()[:255]
