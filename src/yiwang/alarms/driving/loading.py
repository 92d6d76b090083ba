"""Taking a shard over: its kept state, the frames since stepped once more, the alarms that stand."""

import asyncio
from dataclasses import replace

import numpy as np

from yiwang.alarms.driving.keeping import unpack_bound, unpack_state
from yiwang.alarms.driving.shard import Shard, begun, warm
from yiwang.alarms.driving.world import World
from yiwang.alarms.store import shards as store
from yiwang.alarms.store import standing
from yiwang.db import Tx
from yiwang.sensing.readings import log as frames_log
from yiwang.sensing.readings.log import Lease

_AT_ONCE = 2_000_000  # readings


async def load(tx: Tx, lease: Lease, world: World) -> Shard:
    """Return a shard as of its cursor, under the plans of its last frame; whoever calls binds it to today's."""
    await asyncio.to_thread(warm)
    await world.refresh(tx)
    row = await store.load(tx, lease.shard)
    if row is None:
        layout = world.layouts({lease.shard: 0})[lease.shard]
        shard = begun(lease, layout, await asyncio.to_thread(world.bound, layout))
        shard.version, shard.rules_version, shard.rebound = world.version, world.rules_version, True
    else:
        bound, state = await asyncio.to_thread(lambda: (unpack_bound(row["plans"]), unpack_state(row["state"])))
        layout = world.layouts({lease.shard: bound.plans.series})[lease.shard]
        shard = replace(begun(lease, layout, bound), seq=row["seq"], state=state)
    shard.online = np.full(len(shard.layout.devices), -1, np.int8)
    turns = await store.turns(tx, lease.shard)
    await _catch_up(tx, shard, turns)
    shard.standing = await standing.of_shard(tx, lease.shard)
    shard.withheld = await store.withheld(tx, lease.shard)
    shard.turned = max(0, shard.state.watermark)
    shard.kept_at = asyncio.get_running_loop().time()
    return shard


async def _catch_up(tx: Tx, shard: Shard, turns: dict[int, int]) -> None:
    """Step what the one before has stepped and not kept; frames that were forgotten lie before what is kept."""
    await asyncio.to_thread(shard.again, [], turns)
    while shard.seq < shard.lease.seq:
        frames = await frames_log.read(tx, shard.number, shard.seq, most=_AT_ONCE)
        mine = [frame for frame in frames if frame.seq <= shard.lease.seq]
        if not mine:
            break
        await asyncio.to_thread(shard.again, mine, turns)
    shard.seq = max(shard.seq, shard.lease.seq)
