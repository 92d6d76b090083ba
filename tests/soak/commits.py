"""Which commit a soak ran on."""

import subprocess


def commit() -> str:
    """Return the short name of the checked-out commit, "unknown" outside of a checkout."""
    found = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return found.stdout.strip() or "unknown"
