"""A week of orders of 12345 that were seen to already, as the city's list has them: given in as a file, once."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

import httpx
import numpy as np

from yiwang.demo.life.sources import Talk

ZONE = ZoneInfo("Asia/Shanghai")
COLUMNS = (
    *("工单编号", "诉求类型", "标题", "诉求内容", "诉求地址", "经度", "纬度", "派单时间", "是否回访", "是否先行联系"),
    *("解决情况", "满意度", "事项代码"),
)
LEAST, A_WEEK = 40, 160  # orders: at least, and of a whole city
SOLVED = ("实际解决",) * 82 + ("解释说明",) * 14 + ("未解决",) * 4
CONTENT = ("满意",) * 72 + ("基本满意",) * 18 + ("一般",) * 7 + ("不满意",) * 3


def week_file(talk: Talk, chance: np.random.Generator, now: datetime, scale: float) -> bytes:
    """Return the list as CSV; the numbers are the same for the same day, so that it is known when it comes again."""
    file = io.StringIO()
    table = csv.writer(file)
    table.writerow(COLUMNS)
    day = now.astimezone(ZONE).strftime("%Y%m%d")
    for number in range(max(LEAST, round(A_WEEK * scale))):
        said = talk.say(f"DM{day}{number:05d}")
        at = (now - timedelta(hours=float(chance.uniform(26, 168)))).astimezone(ZONE)
        table.writerow(
            (
                *(said.number, "投诉", said.text[:20], said.text, said.where, said.lon, said.lat),
                *(at.strftime("%Y-%m-%d %H:%M:%S"), "是", "是" if chance.random() < 0.99 else "否"),
                *(_one(SOLVED, chance), _one(CONTENT, chance), said.matter),
            )
        )
    return file.getvalue().encode("utf-8-sig")


def _one(words: Sequence[str], chance: np.random.Generator) -> str:
    return words[int(chance.integers(len(words)))]


async def bring_week(http: httpx.AsyncClient, file: bytes) -> bool:
    """Give the file in; whether it was taken."""
    shipped = (files("yiwang.cases.hotline") / "mappings" / "sh12345.toml").read_text(encoding="utf-8")
    parts = {"file": ("12345.csv", file, "text/csv")}
    asked = {"mapping_toml": shipped.replace('"GCJ02"', '"CGCS2000"')}  # our points are those of our map
    answer = await http.post("/api/hotline/imports", files=parts, data=asked)
    return answer.is_success
