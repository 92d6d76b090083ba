"""Measurements a user can repeat: throw-away data, the real server, real sockets, fsync on."""
