"""A scenario that misbehaves: it leaves."""

import sys

sys.exit(3)
