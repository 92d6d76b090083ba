"""The demo's own client: what any other system would send over HTTP, and a plain error when it is refused."""

import json
import time
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

import httpx

from yiwang.base.errors import Conflict

PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)  # seconds


class Client:
    """A connection to a platform with the key of an application."""

    def __init__(self, url: str, key: str) -> None:
        self._http = httpx.Client(base_url=url, headers={"Authorization": f"Bearer {key}"}, timeout=300)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._http.close()

    def _ask(self, method: str, path: str, **how: Any) -> httpx.Response:
        """Send a request; again after a pause while the platform is not there or too busy: ours may come twice."""
        for pause in PAUSES:
            try:
                answer = self._http.request(method, path, **how)
            except httpx.TransportError:
                time.sleep(pause)
                continue
            if answer.status_code < 500:
                return answer
            time.sleep(pause)
        return self._http.request(method, path, **how)

    def get(self, path: str, **params: Any) -> Any:
        """GET a path; return the JSON answered."""
        return self._answer(self._ask("GET", path, params=params))

    def text(self, path: str, **params: Any) -> str:
        """GET a path; return the text answered."""
        return self._good(self._ask("GET", path, params=params)).text

    def post(
        self, path: str, body: Mapping[str, Any] | str | bytes, *, kind: str = "application/octet-stream", **params: Any
    ) -> Any:
        """POST JSON (a string is JSON already), or bytes as a file of a `kind`; return the JSON answered."""
        kind = kind if isinstance(body, bytes) else "application/json"
        content = body if isinstance(body, str | bytes) else json.dumps(body, ensure_ascii=False)
        return self._answer(
            self._ask(
                "POST",
                path,
                content=content.encode() if isinstance(content, str) else content,
                params=params,
                headers={"Content-Type": kind},
            )
        )

    def _answer(self, answer: httpx.Response) -> Any:
        return self._good(answer).json()

    @staticmethod
    def _good(answer: httpx.Response) -> httpx.Response:
        if not answer.is_success:
            told = f"{answer.request.method} {answer.request.url.path}: {answer.status_code} {answer.text[:500]}"
            raise Conflict(told)
        return answer
