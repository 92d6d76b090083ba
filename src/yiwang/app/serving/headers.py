"""What every answer carries for the browser's sake, by what kind of answer it is. Pure."""

from collections.abc import Iterable, Sequence

Header = tuple[bytes, bytes]
NONCE = "__CSP_NONCE__"  # stands in the built page where each answer puts its own

# Scripts and styles come from our own files. Ant Design writes its styles into the page while it runs: they carry the
# nonce of the page's answer. Photos that were just taken are shown from memory (blob:), the map's marks from data:.
_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:{tiles}; "
    "font-src 'self'; connect-src 'self'{tiles}; worker-src 'self'; manifest-src 'self'; media-src 'self' blob:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
)
# What is no page shows and runs nothing, even opened by itself.
_NO_PAGE = b"default-src 'none'; frame-ancestors 'none'; sandbox"
# A worker that keeps a page for when there is no network: it reads from us, and a sandbox has no store to keep it in.
WORKER_POLICY = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'"
_ALWAYS: tuple[Header, ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"geolocation=(self), camera=(self), microphone=(), payment=(), usb=()"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
_HSTS: Header = (b"strict-transport-security", b"max-age=31536000")
_NO_STORE: Header = (b"cache-control", b"no-store")


def page_policy(nonce: str, tiles: str | None = None) -> str:
    """Return the policy of a page whose styles carry this nonce; `tiles` is the origin of a basemap of one's own."""
    return _PAGE.format(nonce=nonce, tiles=f" {tiles}" if tiles else "")


def completed(given: Iterable[Header], *, path: str, secure: bool, request_id: bytes) -> Sequence[Header]:
    """Return an answer's headers with ours added; what a route set itself stays as it is."""
    headers = [_framed(header) for header in given]
    names = {name for name, _ in headers}
    headers += [header for header in _ALWAYS if header[0] not in names]
    if b"content-security-policy" not in names:
        headers.append((b"content-security-policy", _NO_PAGE))
    if b"cache-control" not in names and path.startswith("/api/"):
        headers.append(_NO_STORE)  # what the API tells may name a person
    if secure:
        headers.append(_HSTS)
    headers.append((b"x-request-id", request_id))
    return headers


def _framed(header: Header) -> Header:
    """Return a route's own policy with what no answer of ours may leave out: nobody puts us into a frame."""
    name, value = header
    if name == b"content-security-policy" and b"frame-ancestors" not in value:
        return name, value + b"; frame-ancestors 'none'"
    return header
