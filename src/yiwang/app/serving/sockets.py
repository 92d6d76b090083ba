"""Ports: held by the supervisor, listened on by each process for itself."""

import socket

from yiwang.base.errors import Conflict


def reserve(host: str, port: int) -> socket.socket:
    """Hold a port for the processes that will listen on it; port 0 takes a free one. Refused when it is taken."""
    try:
        _bound(host, port, shared=False).close()
        return _bound(host, port, shared=True)
    except OSError as error:
        raise Conflict(
            f"Port {port} of {host} cannot be had ({error.strerror}); choose another: YIWANG_PORT."
        ) from None


def answers(host: str, port: int) -> bool:
    """Say whether a process listens on the port."""
    try:
        with socket.create_connection((host, port), 0.5):
            return True
    except OSError:
        return False


def listen_on(host: str, port: int) -> socket.socket:
    """Return a listening socket of this process's own; the system shares connections out among those of one port.

    One socket for all would leave it to chance who takes a connection: mostly one process takes them all.
    """
    opened = _bound(host, port, shared=True)
    opened.listen(1024)
    return opened


def _bound(host: str, port: int, *, shared: bool) -> socket.socket:
    opened = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if shared:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    opened.bind((host, port))
    return opened
