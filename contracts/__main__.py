"""`python -m contracts`: print every complaint, end with 1 if there is any."""

import sys
from pathlib import Path

from contracts import documents, generate, sources, web

if __name__ == "__main__":
    root = Path(__file__).parents[1]
    found = [*generate.stale(root), *sources.complaints(root), *documents.complaints(root), *web.complaints(root)]
    for complaint in found:
        sys.stderr.write(complaint + "\n")
    sys.exit(1 if found else 0)
