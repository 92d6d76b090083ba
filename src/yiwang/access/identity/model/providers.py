"""Settings of a provider of single sign-on, and which addresses it may be asked at: pure rules."""

import ipaddress
import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field

from yiwang.base.errors import Invalid

CODE = re.compile(r"[a-z][a-z0-9-]{1,30}")
# Words of the address /api/sign-in/… that are ours.
RESERVED = frozenset({"ways", "code", "passkey", "enrol", "providers"})
Address = Annotated[str, Field(max_length=300)]
Name = Annotated[str, Field(min_length=1, max_length=200)]


class _Settings(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OidcSettings(_Settings):
    """An OpenID Connect provider; everything else is read from its discovery document.

    `client_auth` says how the secret is sent, where the provider knows several ways and this client one of them only.
    `username_claim` is what an account registered ahead by user name is matched with. `redirect_base` is how browsers
    reach this platform when the request does not tell (https://yiwang.district.example).
    """

    issuer: Address
    client_id: Name
    scope: Annotated[str, Field(max_length=200)] = "openid profile email"
    client_auth: Literal["client_secret_basic", "client_secret_post"] | None = None
    username_claim: Annotated[str, Field(min_length=1, max_length=60)] = "preferred_username"
    redirect_base: Address | None = None


class WecomSettings(_Settings):
    """WeCom, or a private 政务微信: `api` answers cgi-bin, `authorize` is where the app hands out codes.

    A private deployment has both on its own host. Older ones know `/cgi-bin/user/getuserinfo` only.
    """

    corp_id: Name
    agent_id: Annotated[str, Field(max_length=20, pattern=r"^\d*$")] = ""
    api: Address = "https://qyapi.weixin.qq.com"
    authorize: Address = "https://open.weixin.qq.com/connect/oauth2/authorize"
    user_path: Literal["/cgi-bin/auth/getuserinfo", "/cgi-bin/user/getuserinfo"] = "/cgi-bin/auth/getuserinfo"
    redirect_base: Address | None = None

    @property
    def issuer(self) -> str:
        """What stands for the issuer in links: the same userid of another corporation is someone else."""
        return f"{self.api}#{self.corp_id}"


Settings = OidcSettings | WecomSettings


def check_code(code: str) -> None:
    """Refuse a code that cannot stand in an address."""
    if not CODE.fullmatch(code) or code in RESERVED:
        raise Invalid("code", "A code is 2 to 31 small letters, digits or -, begins with a letter and is not ours.")


def check_settings(settings: Settings) -> None:
    """Refuse addresses that are not HTTPS: a provider's word lets people in, so nobody may change it on the way."""
    if isinstance(settings, OidcSettings):
        check_address("settings.issuer", settings.issuer)
        if "openid" not in settings.scope.split():
            raise Invalid("settings.scope", "The scope must contain openid.")
    else:
        check_address("settings.api", settings.api)
        check_address("settings.authorize", settings.authorize)
    if settings.redirect_base is not None:
        check_address("settings.redirect_base", settings.redirect_base)


def check_address(field: str, address: str) -> None:
    """Refuse an address that is not https, or http to this very machine."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        host, parts = "", urlsplit("")
    if not host or parts.username or parts.query or parts.fragment:
        raise Invalid(field, "This is no address: https://name, with a path where there is one.")
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_here(host)):
        raise Invalid(field, "Only https:// addresses are asked (http:// only on this very machine).")


def local_path(path: str | None) -> str | None:
    """Return a path of this platform to come back to; None when it leads elsewhere."""
    if path is None or not re.fullmatch(r"/(?![/\\])[^\x00-\x20\\]{0,500}", path):
        return None
    return path


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
