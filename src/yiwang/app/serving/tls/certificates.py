"""Which certificate a platform shows, renewed while it runs, and how phones come to trust it."""

import asyncio
import fcntl
import ssl

import structlog

from yiwang.app.serving.tls.authority import Pair, authority_file, ensure_own, fingerprint, given, own_names
from yiwang.app.settings import Settings
from yiwang.base.clock import SystemClock
from yiwang.base.errors import Invalid

LOOK_EVERY = 5.0  # seconds between looks at whether the certificate's file is another
log = structlog.get_logger()


def ensure(settings: Settings) -> list[str]:
    """See that there is a certificate, where TLS is wanted; return what to tell whoever has phones to connect."""
    if not settings.tls:
        if settings.redirect_port is not None:
            raise Invalid("redirect_port", "There is no HTTPS to lead to: start with --tls, or leave it out.")
        return []
    pair_of(settings)
    if settings.tls_certificate:
        return []
    names = own_names(settings.host, settings.tls_names)
    authority = authority_file(settings.data_dir)
    return [
        f"HTTPS by this platform's own authority, for {', '.join(names)}.",
        f"  Phones and computers trust it once they hold {authority}",
        "  (also at /ca.crt of the address below; compare the fingerprint before you trust it):",
        "  iPhone: open it, install the profile, then Settings › General › About › Certificate Trust Settings.",
        "  Android: Settings › Security › Install a certificate › CA. HarmonyOS: Settings › Security › Certificates.",
        "  Windows: double-click › Install › Trusted Root. macOS: Keychain › System › Always Trust.",
        f"  SHA-256 {fingerprint(authority)}",
    ]


def pair_of(settings: Settings) -> Pair:
    """Return the certificate and key to show: the operator's, or ours, made or renewed where needed."""
    if settings.tls_certificate:
        return given(settings.tls_certificate, settings.tls_key)
    names = own_names(settings.host, settings.tls_names)
    folder = authority_file(settings.data_dir).parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / "lock").open("a") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        return ensure_own(settings.data_dir, names, SystemClock().now())


def renew(settings: Settings) -> None:
    """Renew our own certificate when it comes to its end; the processes notice the new file."""
    if settings.tls and not settings.tls_certificate:
        try:
            pair_of(settings)
        except OSError as error:
            log.error("the certificate could not be renewed; it is tried again", error=str(error))


async def follow(context: ssl.SSLContext, pair: Pair) -> None:
    """Show a renewed certificate to whoever connects next, without a restart, until cancelled."""
    seen = pair.certificate.stat().st_mtime_ns
    while True:
        await asyncio.sleep(LOOK_EVERY)
        try:
            found = await asyncio.to_thread(lambda: pair.certificate.stat().st_mtime_ns)
            if found != seen:
                context.load_cert_chain(pair.certificate, pair.key)
                seen = found
                log.info("the certificate was renewed")
        except (OSError, ssl.SSLError) as error:  # half written yet: the old one serves on
            log.warning("the new certificate cannot be used yet", error=str(error))
