"""A network between two platforms that can be cut: a TCP proxy on a thread of its own."""

import random
import socket
import threading
from dataclasses import dataclass, field


@dataclass
class Wire:
    """Forwards connections to `target`. While `cut` it takes none; else each is broken with the chance `breaks`.

    A broken one ends before the request went over, after it went over with the answer lost, or within the answer.
    """

    target: int
    chance: random.Random
    breaks: float = 0.0
    cut: bool = False
    broken: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def close(self) -> None:
        self._listening.close()

    def _accept(self) -> None:
        while True:
            try:
                taken, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(taken,), daemon=True).start()

    def _carry(self, taken: socket.socket) -> None:
        how = self.chance.choice(("request", "answer", "half")) if self.chance.random() < self.breaks else ""
        with taken:
            if self.cut:
                self.broken.append("cut")
                return
            try:
                with socket.create_connection(("127.0.0.1", self.target), timeout=60) as there:
                    self._between(taken, there, how)
            except OSError:
                self.broken.append("away")

    def _between(self, taken: socket.socket, there: socket.socket, how: str) -> None:
        request = _whole(taken)
        if how == "request":
            self.broken.append(how)
            there.sendall(request[: len(request) // 2])
            return
        there.sendall(request)
        answer = _whole(there)
        if how:
            self.broken.append(how)
        if how != "answer":
            taken.sendall(answer[: len(answer) // 2] if how == "half" else answer)


def _whole(connection: socket.socket) -> bytes:
    """Read one HTTP message with its length, or what there is of it."""
    connection.settimeout(60)
    got = b""
    while b"\r\n\r\n" not in got:
        more = connection.recv(65536)
        if not more:
            return got
        got += more
    head, _, body = got.partition(b"\r\n\r\n")
    length = 0
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            length = int(line.partition(b":")[2])
    while len(body) < length:
        more = connection.recv(65536)
        if not more:
            break
        body += more
    return head + b"\r\n\r\n" + body
