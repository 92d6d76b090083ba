"""HTTPS by our own authority or a given certificate; several processes, renewal, and the hint for http://."""

import re
import shutil
import socket
import ssl
import stat
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from tests import serving
from tests.app.visitors import Site
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from yiwang.app.serving.tls.authority import Pair, authority_file, context, ensure_own, fingerprint, given
from yiwang.app.serving.tls.redirecting import hint
from yiwang.base.errors import Invalid

NOW = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)
NAMES = ["localhost", "127.0.0.1", "desk.district.example"]
PASSWORD = "苏州河边的四季桂花 blooms"


def certificate(path: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(path.read_bytes())


def test_the_authority_is_made_once_and_its_keys_are_ours_alone(tmp_path: Path) -> None:
    pair = ensure_own(tmp_path, NAMES, NOW)
    for name in ("ca.key", "server.key"):
        assert stat.S_IMODE((tmp_path / "tls" / name).stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "tls").stat().st_mode) == 0o700
    authority, own = certificate(authority_file(tmp_path)), certificate(pair.certificate)
    own.verify_directly_issued_by(authority)
    names = own.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert set(names.get_values_for_type(x509.DNSName)) == {"localhost", "desk.district.example"}
    assert own.not_valid_after_utc - own.not_valid_before_utc <= timedelta(days=398)
    before = (authority_file(tmp_path).read_bytes(), pair.certificate.read_bytes())
    ensure_own(tmp_path, NAMES, NOW + timedelta(days=100))
    assert (authority_file(tmp_path).read_bytes(), pair.certificate.read_bytes()) == before


def test_a_spent_or_too_narrow_certificate_is_made_anew_by_the_same_authority(tmp_path: Path) -> None:
    pair = ensure_own(tmp_path, NAMES, NOW)
    first, authority = certificate(pair.certificate), authority_file(tmp_path).read_bytes()
    ensure_own(tmp_path, NAMES, NOW + timedelta(days=350))
    renewed = certificate(pair.certificate)
    assert renewed.serial_number != first.serial_number
    ensure_own(tmp_path, [*NAMES, "10.1.2.3"], NOW + timedelta(days=350))
    wider = certificate(pair.certificate)
    assert wider.serial_number != renewed.serial_number
    assert authority_file(tmp_path).read_bytes() == authority
    wider.verify_directly_issued_by(certificate(authority_file(tmp_path)))


def test_a_given_certificate_is_looked_at_before_anything_listens(tmp_path: Path) -> None:
    mine, other = ensure_own(tmp_path / "a", NAMES, NOW), ensure_own(tmp_path / "b", NAMES, NOW)
    assert given(mine.certificate, mine.key) == mine
    for wrong, sentence in (
        (Pair(mine.certificate, other.key), "do not belong together"),
        (Pair(mine.certificate, tmp_path / "nowhere.key"), "There is no file"),
    ):
        with pytest.raises(Invalid, match=sentence):
            given(wrong.certificate, wrong.key)
    with pytest.raises(Invalid, match="needs its key"):
        given(mine.certificate, None)
    mine.key.chmod(0o644)
    with pytest.raises(Invalid, match="chmod 600"):
        given(mine.certificate, mine.key)


def test_old_protocols_are_not_spoken(tmp_path: Path) -> None:
    made = context(ensure_own(tmp_path, NAMES, NOW))
    assert made.minimum_version == ssl.TLSVersion.TLSv1_2
    spoken = {cipher["name"] for cipher in made.get_ciphers()}
    assert spoken
    assert all(name.startswith(("ECDHE-", "TLS_")) and ("GCM" in name or "CHACHA20" in name) for name in spoken)


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("GET /cases?x=1 HTTP/1.1\r\nHost: desk.example\r\n\r\n", "https://desk.example:8443/cases?x=1"),
        ("GET / HTTP/1.1\r\nHost: desk.example:80\r\n\r\n", "https://desk.example:8443/"),
        ("GET / HTTP/1.1\r\nhost: [::1]:80\r\n\r\n", "https://[::1]:8443/"),
    ],
)
def test_plain_http_is_told_where_https_is(head: str, place: str) -> None:
    answer = hint(head, 8443).decode()
    assert answer.startswith("HTTP/1.1 308 ")
    assert f"Location: {place}\r\n" in answer


@pytest.mark.parametrize(
    "head",
    ["GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: <script>\r\n\r\n", "GET /\x01 HTTP/1.1\r\nHost: a\r\n\r\n", ""],
)
def test_what_names_no_host_is_led_nowhere(head: str) -> None:
    assert hint(head, 8443).startswith(b"HTTP/1.1 400 ")


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("trusted", "peer", "address", "secure"),
    [
        (["127.0.0.1"], "127.0.0.1", "203.0.113.9", True),
        (["10.0.0.0/8"], "10.20.30.40", "203.0.113.9", True),
        (["127.0.0.1"], "198.51.100.7", "198.51.100.7", False),
        ([], "127.0.0.1", "127.0.0.1", False),
    ],
)
async def test_a_proxy_is_believed_only_where_it_is_trusted(
    site: Site, trusted: list[str], peer: str, address: str, secure: bool
) -> None:
    await site.person("wang")
    app = ProxyHeadersMiddleware(site.app, trusted)  # type: ignore[arg-type]
    transport = httpx.ASGITransport(app, client=(peer, 4000))  # type: ignore[arg-type]
    forwarded = {"X-Forwarded-For": "6.6.6.6, 203.0.113.9", "X-Forwarded-Proto": "https"}
    async with httpx.AsyncClient(transport=transport, base_url="http://yiwang.test", headers=forwarded) as client:
        entered = await client.post("/api/session", json={"username": "wang", "password": PASSWORD})
        assert entered.status_code == 200, entered.text
        assert ("Secure" in entered.headers["set-cookie"]) is secure
        session = entered.cookies["yiwang_session"]
        own = await client.get("/api/sessions", headers={"Cookie": f"yiwang_session={session}"})
    assert [one["address"] for one in own.json()["items"] if one["current"]] == [address]


@pytest.fixture(scope="module")
def secured() -> Iterator[tuple[str, int, Path]]:
    """A platform under HTTPS with two processes that answer; its address, the http port, its folder."""
    folder = Path(tempfile.mkdtemp(prefix="yiwang-tls-"))
    with socket.create_server(("127.0.0.1", 0)) as probe:
        plain = probe.getsockname()[1]
    settings = {
        "YIWANG_TLS": "true",
        "YIWANG_API_WORKERS": "2",
        "YIWANG_REDIRECT_PORT": str(plain),
        "YIWANG_SAMPLE": "false",
        "YIWANG_TLS_NAMES": "desk.district.example",
    }
    process = serving.serve(folder, settings=settings)
    try:
        until = time.monotonic() + serving.LONGEST_START
        address = None
        while not address and time.monotonic() < until and process.poll() is None:
            time.sleep(0.2)
            address = re.search(r"一网 · (https://\S+)", (folder / "serve.log").read_text("utf-8"))
        assert address, (folder / "serve.log").read_text("utf-8")
        yield address[1], plain, folder
    finally:
        serving.stop(process)
        serving._wait_for_database(folder)
        shutil.rmtree(folder, ignore_errors=True)


def shown(port: int, folder: Path) -> int:
    """Return the serial number of the certificate a new connection is shown, checked against the authority."""
    trust = ssl.create_default_context(cafile=str(authority_file(folder)))
    with (
        socket.create_connection(("127.0.0.1", port), 10) as opened,
        trust.wrap_socket(opened, server_hostname="desk.district.example") as spoken,
    ):
        assert spoken.version() == "TLSv1.3"
        found = spoken.getpeercert(binary_form=True)
        assert found
        return x509.load_der_x509_certificate(found).serial_number


@pytest.mark.slow
def test_it_serves_by_its_own_authority_and_a_renewal_needs_no_restart(secured: tuple[str, int, Path]) -> None:
    url, plain, folder = secured
    port = int(url.rpartition(":")[2])
    trust = ssl.create_default_context(cafile=str(authority_file(folder)))
    with httpx.Client(verify=trust, base_url=f"https://localhost:{port}", timeout=60) as client:
        until = time.monotonic() + 180  # the second process, and the worker's first sign, may come later
        while client.get("/readyz").status_code != 200:
            assert time.monotonic() < until, client.get("/readyz").text
            time.sleep(0.5)
        answer = client.get("/ca.crt")
        assert answer.headers["content-type"] == "application/x-x509-ca-cert"
        assert answer.content == authority_file(folder).read_bytes()
        assert client.get("/").headers["strict-transport-security"]
    said = (folder / "serve.log").read_text("utf-8")
    assert fingerprint(authority_file(folder)) in "".join(said.split())
    assert "Certificate Trust Settings" in said
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"https://127.0.0.1:{port}/healthz", timeout=60)  # who does not trust the authority stays out
    led = httpx.get(f"http://127.0.0.1:{plain}/cases?tab=mine", timeout=60)
    assert led.status_code == 308
    assert led.headers["location"] == f"https://127.0.0.1:{port}/cases?tab=mine"
    old = {shown(port, folder) for _ in range(8)}
    assert len(old) == 1
    authority = authority_file(folder).read_bytes()
    # Half a year later, as the certificate sees it.
    names = ["127.0.0.1", "desk.district.example", "localhost"]
    ensure_own(folder, names, datetime.now(UTC) + timedelta(days=380))
    ensure_own(folder, [*names, "10.9.8.7"], datetime.now(UTC))
    until = time.monotonic() + 120
    while old & {shown(port, folder) for _ in range(8)}:
        assert time.monotonic() < until
        time.sleep(0.5)
    assert authority_file(folder).read_bytes() == authority
