"""On which side of a line a point lies, decided as GEOS decides it, so that a point on an edge is found to be on it.

A fast filter first; what it cannot decide is computed with pairs of doubles (106 bits). For degrees stored as doubles
the differences of coordinates are then exact, and so is the sign (unless they are below 1e-150). The order of
operations is that of `CGAlgorithmsDD::orientationIndex` in GEOS 3.14, so that the two round alike.
"""

from numba import njit

SAFE = 1e-15
SPLIT = 134217729.0  # 2**27 + 1, halves a double's digits


@njit(cache=True, inline="always")
def _add(ahi: float, alo: float, bhi: float, blo: float) -> tuple[float, float]:
    big, small = ahi + bhi, alo + blo
    e, f = big - ahi, small - alo
    s, t = big - e, small - f
    s = (bhi - e) + (ahi - s)
    t = (blo - f) + (alo - t)
    e = s + small
    high = big + e
    low = e + (big - high)
    e = t + low
    top = high + e
    return top, e + (high - top)


@njit(cache=True, inline="always")
def _multiply(ahi: float, alo: float, bhi: float, blo: float) -> tuple[float, float]:
    big = SPLIT * ahi
    hx = big - ahi
    c = SPLIT * bhi
    hx = big - hx
    tx = ahi - hx
    hy = c - bhi
    big = ahi * bhi
    hy = c - hy
    ty = bhi - hy
    c = ((((hx * hy - big) + hx * ty) + tx * hy) + tx * ty) + (ahi * blo + alo * bhi)
    top = big + c
    hx = big - top
    return top, c + hx


@njit(cache=True)
def _exact(ax: float, ay: float, bx: float, by: float, px: float, py: float) -> int:
    dx1 = _add(bx, 0.0, -ax, 0.0)
    dy1 = _add(by, 0.0, -ay, 0.0)
    dx2 = _add(px, 0.0, -bx, 0.0)
    dy2 = _add(py, 0.0, -by, 0.0)
    left = _multiply(dx1[0], dx1[1], dy2[0], dy2[1])
    right = _multiply(dy1[0], dy1[1], dx2[0], dx2[1])
    high, low = _add(left[0], left[1], -right[0], -right[1])
    if high > 0.0 or (high == 0.0 and low > 0.0):
        return 1
    if high < 0.0 or (high == 0.0 and low < 0.0):
        return -1
    return 0


@njit(cache=True)
def orientation(ax: float, ay: float, bx: float, by: float, px: float, py: float) -> int:
    """Return 1 when p lies to the left of the line a→b, -1 to the right, 0 on it."""
    left = (ax - px) * (by - py)
    right = (ay - py) * (bx - px)
    det = left - right
    if left > 0.0 and right > 0.0:
        total = left + right
    elif left < 0.0 and right < 0.0:
        total = -left - right
    else:
        return (det > 0.0) - (det < 0.0)
    if abs(det) >= SAFE * total:
        return (det > 0.0) - (det < 0.0)
    return _exact(ax, ay, bx, by, px, py)
