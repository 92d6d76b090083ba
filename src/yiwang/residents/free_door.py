"""The door for photos of people without an account: it holds no connection while a photo is re-encoded."""

from collections.abc import Callable, Coroutine
from typing import Any
from urllib.parse import urlsplit

from fastapi import Request, Response
from fastapi.routing import APIRoute

from yiwang.base.errors import Forbidden, TooLarge

Handler = Callable[[Request], Coroutine[Any, Any, Response]]
MOST = 16 << 20  # bytes of a body


class FreeDoor(APIRoute):
    """A route for everyone whose handler opens the transactions it needs."""

    def get_route_handler(self) -> Handler:
        """Take the whole body in, up to its limit, before anything is done."""
        handle = super().get_route_handler()

        async def enter(request: Request) -> Response:
            origin = request.headers.get("origin")
            if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
                raise Forbidden("This request comes from a page of another site.")
            declared = request.headers.get("content-length", "")
            if declared.isdigit() and int(declared) > MOST:
                raise TooLarge("A photo has at most 15 MiB.")
            taken = bytearray()
            async for chunk in request.stream():
                taken += chunk
                if len(taken) > MOST:
                    raise TooLarge("A photo has at most 15 MiB.")
            request._body = bytes(taken)
            return await handle(request)

        return enter
