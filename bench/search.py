"""How long a search takes at a million cases, beside a scan with LIKE: `python bench/search.py [rows]`, as JSON.

`p50` and `p95` are what passes, `cpu` is the processor time of server and search in the middle of the tries: while
other work runs on the machine, that is what can be compared.
"""

import asyncio
import json
import os
import random
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from uuid import UUID

import psycopg

from yiwang import access
from yiwang.access import Actor, Grant, platform_actor
from yiwang.base.clock import FixedClock
from yiwang.base.ids import uuid7
from yiwang.base.words import document, question
from yiwang.cases.store.searching import span_of
from yiwang.cases.views import searching
from yiwang.db import Database
from yiwang.db.cluster import running
from yiwang.db.migrate import migrate

NOW = datetime(2026, 11, 16, 2, tzinfo=UTC)
YEARS = timedelta(days=1000)
STREETS, NEIGHBOURHOODS, UNITS, ROUNDS = 10, 30, 400, 15
PLATFORM = platform_actor("bench")
LETTERS = "中山金沙江曹杨武宁长寿宜川真如万里桃浦甘泉石泉长征光新兰溪梅岭枣阳云岭大渡河新村东西南北"
TITLES = """暴露垃圾 道路破损 路灯不亮 占道经营 违法搭建 井盖缺失 积水 噪声扰民 机动车乱停放 非机动车乱停放 绿化缺株
河道漂浮物 渣土撒漏 店外经营 油烟扰民 乱张贴小广告 工地扬尘 树枝折断 公厕不洁 管道破裂 燃气泄漏 电梯故障 高空坠物 群租
犬只扰民 飞线充电 楼道堆物 消防通道堵塞 供水中断 污水外溢 交通信号灯故障 护栏损坏 广告牌破损 无照经营 架空线垂落"""
SENTENCES = """小区门口的路灯不亮已经三天|垃圾堆放在路口没有人清理|有人把电动车停在消防通道里充电|半夜施工影响居民休息
下雨之后积水很深行人无法通过|井盖松动车辆经过有异响|树枝压到电线比较危险|希望尽快派人处理|已经打过电话没有回音
广告牌摇晃可能会掉下来|污水从井里冒出来味道很大|street light is out near the school|broken pavement in front of the gate
狗没有牵绳吓到老人小孩|电梯经常停在半路|楼上往下扔东西|共享单车占满了人行道"""
# Words of a season, and of a time that is over: many cases have them, and none of the newest.
SNOW, FORMER = "积雪", "核酸"
RARE = ["白鹭", "锦鲤", "无人机", "孔明灯", "氨水", "cobblestone", "紫藤", "黄蜂"]


def main(rows: int) -> None:
    folder = Path(tempfile.mkdtemp(prefix="yiwang-bench-"))
    folder.chmod(0o711)
    try:
        with running(folder) as server:
            migrate(server.owner_url, NOW, app_url=server.app_url)
            print(
                json.dumps(asyncio.run(measure(server.app_url, server.owner_url, rows)), ensure_ascii=False, indent=1)
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def measure(app_url: str, owner_url: str, rows: int) -> dict[str, Any]:
    async with Database(app_url, FixedClock(NOW)) as database:
        district, streets, neighbourhoods, units = await tree(database)
        start = time.perf_counter()
        fill(owner_url, rows, neighbourhoods, units)
        figures: dict[str, Any] = {"rows": rows, "filled in seconds": round(time.perf_counter() - start)}
        people = {
            "whole city": PLATFORM,
            "a street": Actor(UUID(int=1), "account", "x", (Grant("supervisor", streets[3]),)),
            "four streets": Actor(
                UUID(int=5), "account", "x", tuple(Grant("supervisor", street) for street in streets[4:8])
            ),
            "a neighbourhood": Actor(UUID(int=2), "account", "x", (Grant("supervisor", neighbourhoods[7]),)),
            "a department": Actor(UUID(int=3), "account", "x", (Grant("handler", None, units[5]),)),
            "nowhere": Actor(UUID(int=4), "account", "x", (Grant("supervisor", district, units[6]),)),
        }
        words = [
            "路灯",
            "灯不",
            "中山",
            "中山北路",
            "白鹭",
            "无人机 金沙江",
            "电梯 兰溪",
            "灯",
            "street light",
            "cobblestone",
        ]
        words += ["1578弄", "弄", "P20251010", "000777", "垃圾 路口 曹杨", "不存在的词", SNOW, FORMER]
        for name, actor in people.items():
            figures[name] = {text: await spans(database, actor, text) for text in words}
            print(name, figures[name], file=sys.stderr, flush=True)
        figures["LIKE over the same rows, 白鹭, ms"] = await scan(database)
        figures["index, MB"] = await size(database)
        figures["load"] = os.getloadavg()[0]
        return figures


async def spans(database: Database, actor: Actor, text: str) -> dict[str, float]:
    """Milliseconds of a search as the route runs it, and how many it shows."""
    taken, worked, shown = [], [], 0
    for _ in range(ROUNDS):
        async with database.tx() as tx:
            server = int(await tx.value("SELECT pg_backend_pid()"))
            before = _worked(server)
            start = time.perf_counter()
            hits, _ = await searching.search(tx, actor, question(text), at=NOW)
            taken.append((time.perf_counter() - start) * 1000)
            worked.append((_worked(server) - before) / 1e6)
        shown = len(hits)
    cuts = quantiles(taken, n=20)
    return {
        "p50": round(cuts[9], 1),
        "p95": round(cuts[18], 1),
        "cpu": round(median(worked), 1),
        "most cpu": round(max(worked), 1),
        "shown": shown,
    }


def _worked(server: int) -> int:
    """Return the processor time of the server's process and of this one so far, nanoseconds."""
    return int(Path(f"/proc/{server}/schedstat").read_text().split()[0]) + time.process_time_ns()


async def scan(database: Database) -> float:
    start = time.perf_counter()
    async with database.tx() as tx:
        await tx.rows("SELECT id FROM cases.search WHERE doc LIKE '%%白鹭%%' ORDER BY at DESC LIMIT 20")
    return round((time.perf_counter() - start) * 1000, 1)


async def size(database: Database) -> dict[str, int]:
    async with database.tx() as tx:
        row = await tx.row(
            """SELECT pg_relation_size('cases.search_grams') >> 20 AS grams,
            pg_total_relation_size('cases.search') >> 20 AS whole"""
        )
    return dict(row or {})


async def tree(database: Database) -> tuple[UUID, list[UUID], list[UUID], list[UUID]]:
    async with database.tx() as tx:
        district = uuid7(NOW)
        streets = [uuid7(NOW) for _ in range(STREETS)]
        neighbourhoods = [uuid7(NOW) for _ in range(STREETS * NEIGHBOURHOODS)]
        units = [uuid7(NOW) for _ in range(UNITS)]
        nodes: list[Any] = [
            (district, None, "jurisdiction"),
            *((street, district, "jurisdiction") for street in streets),
        ]
        nodes += [(each, streets[n // NEIGHBOURHOODS], "jurisdiction") for n, each in enumerate(neighbourhoods)]
        await access.add_nodes(tx, nodes, NOW - YEARS)
        await access.add_nodes(tx, [(unit, None, "organisation") for unit in units], NOW - YEARS)
    return district, streets, neighbourhoods, units


def fill(owner_url: str, rows: int, neighbourhoods: list[UUID], units: list[UUID]) -> None:
    """Copy documents as the platform writes them, then make their cases and indexes in one statement each."""
    chance = random.Random(2026)
    titles, sentences = TITLES.split(), SENTENCES.replace("\n", "|").split("|")
    roads = sorted({"".join(chance.sample(LETTERS, 2)) + "路" for _ in range(400)} | {"中山北路", "金沙江路", "兰溪路"})
    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute("SET maintenance_work_mem = '512MB'; SET synchronous_commit = off")
        for index in ("search_grams", "search_newest"):
            connection.execute(f"DROP INDEX cases.{index}".encode())
        with (
            connection.cursor() as cursor,
            cursor.copy("COPY cases.search (id, jurisdiction_id, unit_id, at, doc, grams) FROM STDIN") as copy,
        ):
            for n in range(rows):
                at = NOW - YEARS + YEARS * (n / rows)
                text = " ".join(chance.sample(sentences, 2)) + (chance.choice(RARE) if chance.random() < 0.0005 else "")
                if at.month in (1, 2) and chance.random() < 0.2:
                    text += f" {SNOW}未清扫"
                if n < 0.3 * rows and chance.random() < 0.8:
                    text += f" {FORMER}检测点排队"
                title = titles[min(int(chance.expovariate(0.12)), len(titles) - 1)]
                place = f"{chance.choice(roads)}{chance.randint(1, 2500)}弄{chance.randint(1, 90)}号"
                doc, grams = document(f"P{at:%Y%m%d}-{n:06d}", title, place, text)
                vector = " ".join(f"'{gram}'" for gram in (*grams, span_of(at)))
                copy.write_row((uuid7(at), chance.choice(neighbourhoods), chance.choice(units), at, doc, vector))
        connection.execute(
            """INSERT INTO cases.case (id, number, state, matter_id, matter_code, major, title, channel, urgent,
            jurisdiction_id, unit_id, place_text, opened_at, deadline, dispatch_reason, check_asked, limit_provisional,
            self_handled, platform, drill)
            SELECT id, split_part(doc, E'\n', 1), 'closed', id, '06010', '06', split_part(doc, E'\n', 2), 'desk', false,
            jurisdiction_id, unit_id, split_part(doc, E'\n', 3), at, '{}', '{}', false, false, false, 'bench', false
            FROM cases.search"""
        )
        connection.execute("CREATE INDEX search_grams ON cases.search USING gin (grams)")
        connection.execute("CREATE INDEX search_newest ON cases.search (at DESC, id DESC)")
        connection.execute("VACUUM ANALYZE cases.search")
        connection.execute("VACUUM ANALYZE cases.case")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
