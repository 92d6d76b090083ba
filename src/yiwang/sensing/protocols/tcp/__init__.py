"""What every gateway shares: limits, gathering into the log, the server for device protocols over TCP."""
