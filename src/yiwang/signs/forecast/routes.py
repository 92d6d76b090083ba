"""HTTP of the forecasts: of one sign at a place, and how good those of a place are."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel

from yiwang.access.door import Door, Visit
from yiwang.signs.at_place import AtPlace, Code, InBooks
from yiwang.signs.declaring import in_force, one_in_force
from yiwang.signs.forecast import store
from yiwang.signs.forecast.making import ahead

router = APIRouter(prefix="/api", route_class=Door, tags=["signs"])


class ForecastPointOut(BaseModel):
    at: datetime
    expected: float
    low: float
    high: float


class ForecastErrorOut(BaseModel):
    """Mean absolute errors of later starts, of ours and of "as one season ago"; `shown` where ours is no worse."""

    error: float | None
    naive_error: float | None
    starts: int
    shown: bool
    red_at: datetime | None


class ForecastOut(ForecastErrorOut):
    """`points` are empty where there is too little history or the baseline is better."""

    code: str
    made_at: datetime | None
    points: list[ForecastPointOut]


class ForecastRow(ForecastErrorOut):
    code: str
    name_zh: str
    name_en: str
    unit: str
    made_at: datetime


class ForecastsOut(BaseModel):
    items: list[ForecastRow]


@router.get("/signs/{code}/forecast")
async def get_forecast(code: Code, visit: Visit, place: AtPlace, books: InBooks) -> ForecastOut:
    """The short forecast of a sign at a place, with an interval that holds four of five."""
    sign = await one_in_force(visit.tx, code, visit.at)
    row = await store.one(visit.tx, code, place.id)
    if row is None:
        return ForecastOut(
            code=code, made_at=None, points=[], error=None, naive_error=None, starts=0, shown=False, red_at=None
        )
    ends = ahead(sign.period, row["last_at"], books.zone, len(row["expected"])) if row["shown"] else []
    points = [
        ForecastPointOut(at=end, expected=expected, low=low, high=high)
        for end, expected, low, high in zip(ends, row["expected"], row["low"], row["high"], strict=False)
    ]
    told = {name: row[name] for name in ("made_at", "error", "naive_error", "starts", "shown", "red_at")}
    return ForecastOut(code=code, points=points, **told)


@router.get("/forecasts")
async def list_forecasts(visit: Visit, place: AtPlace) -> ForecastsOut:
    """How good the forecasts of a place are beside the seasonal-naive one; those that will cross red first."""
    signs = await in_force(visit.tx, visit.at)
    rows = [row for row in await store.of_node(visit.tx, place.id) if row["sign"] in signs]
    return ForecastsOut(
        items=[
            ForecastRow(
                code=row["sign"], name_zh=signs[row["sign"]].name_zh, name_en=signs[row["sign"]].name_en,
                unit=signs[row["sign"]].unit, **{name: value for name, value in row.items() if name != "sign"},
            )
            for row in rows
        ]
    )  # fmt: skip
