"""Providers as processes of their own, and whoever has to be set up before somebody signs in."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from joserfc.jwk import ECKey, RSAKey
from tests.access.visitors import person, sign_in

from yiwang.base.clock import FixedClock
from yiwang.db import Database

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SITE = "http://yiwang.test"
CLIENT = {
    "client_id": "yiwang",
    "client_secret": "what only the two know, and nobody else",
    "redirect_uris": [f"{SITE}/api/sign-in/district/callback"],
}
# Claims by subject; one logs in there as the subject.
PEOPLE = {
    "u-1001": {"preferred_username": "ZhangSan", "email": "ZhangSan@district.example", "email_verified": True},
    "u-1002": {"preferred_username": "lisi", "email": "lisi@district.example", "email_verified": False},
}
SUBJECTS = {"zhangsan": "u-1001", "lisi": "u-1002"}


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass
class Process:
    """A server of the test, listening on `port`."""

    port: int
    process: subprocess.Popen[str]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def stop(self) -> None:
        # The whole group: what the package's `node` starts is a process of its own.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(20)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()


def started(command: list[str], port: int, told: object | None = None) -> Process:
    """Start a server and wait until it says that it listens."""
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    assert process.stdin and process.stdout
    process.stdin.write(json.dumps(told) if told else "")
    process.stdin.close()
    while line := process.stdout.readline():
        if line.startswith("listening"):
            return Process(port, process)
    process.stdout.close()
    raise AssertionError(f"{command} ended with {process.wait()}")


class OidcProvider:
    """The certified provider of npm; `restart` gives it other keys at the same address."""

    def __init__(self) -> None:
        if not (ROOT / "web/node_modules/oidc-provider").is_dir():
            if os.environ.get("CI") == "true":
                pytest.fail("oidc-provider is missing: npm ci in web/ installs it.")
            pytest.skip("oidc-provider is not installed: npm ci in web/ does.")
        self.port = free_port()
        self.running: Process | None = None
        self.plain = False
        self.reset()

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def reset(self) -> None:
        """Be as at the beginning, for the next test."""
        if not self.plain:
            self.restart("first", "RS256")
            self.plain = True

    def restart(self, kid: str, algorithm: str, **client: Any) -> None:
        """Start anew with one signing key of this id."""
        self.stop()
        made = RSAKey.generate_key(2048) if algorithm.startswith("RS") else ECKey.generate_key("P-256")
        key = {**made.as_dict(private=True), "kid": kid, "use": "sig", "alg": algorithm}
        wanted = {**CLIENT, "id_token_signed_response_alg": algorithm, **client}
        told = {"port": self.port, "clients": [wanted], "accounts": PEOPLE, "keys": [key]}
        script = [str(ROOT / "scripts/node.sh"), "node", str(HERE / "oidc_provider.mjs"), str(ROOT / "web")]
        self.running = started(script, self.port, told)

    def stop(self) -> None:
        if self.running:
            self.running.stop()
            self.running = None
        self.plain = False


@pytest.fixture(scope="session")
def one_provider() -> Iterator[OidcProvider]:
    provider = OidcProvider()
    yield provider
    provider.stop()


@pytest.fixture
def oidc(one_provider: OidcProvider) -> OidcProvider:
    one_provider.reset()
    return one_provider


@pytest.fixture
def wecom() -> Iterator[Process]:
    port = free_port()
    process = started([sys.executable, str(HERE / "wecom_server.py"), str(port)], port)
    yield process
    process.stop()


@pytest.fixture
def now(clock: FixedClock) -> FixedClock:
    """The clock at the real time: a provider's tokens are of now."""
    clock.at = datetime.now(UTC).replace(microsecond=0)
    return clock


@dataclass
class Staff:
    """The three administrators, each in a browser of their own."""

    system: httpx.AsyncClient
    security: httpx.AsyncClient
    audit: httpx.AsyncClient


def browser(application: FastAPI, base_url: str = SITE) -> httpx.AsyncClient:
    """Another browser: no cookies yet."""
    transport = httpx.ASGITransport(application, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url=base_url)


@pytest.fixture
async def staff(application: FastAPI, database: Database) -> AsyncIterator[Staff]:
    async with browser(application) as system, browser(application) as security, browser(application) as audit:
        for client, role in ((system, "system_admin"), (security, "security_admin"), (audit, "audit_admin")):
            await person(database, role, role)
            await sign_in(client, role)
        yield Staff(system, security, audit)


async def answered(client: httpx.AsyncClient, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
    """Send and return what came back, which must be good."""
    answer = await client.request(method, path, json=body)
    assert answer.is_success, answer.text
    return answer.json() if answer.content else None
