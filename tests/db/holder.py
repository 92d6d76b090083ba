"""A process that holds an embedded server: `holder.py FOLDER [SECONDS]` prints its address, then waits."""

import sys
import time
from pathlib import Path

import psycopg

from yiwang.base.errors import Refusal
from yiwang.db.cluster import running

if __name__ == "__main__":
    try:
        with running(Path(sys.argv[1]), settings={"shared_buffers": "16MB"}) as server:
            with psycopg.connect(server.owner_url) as connection:
                version = connection.execute("SELECT current_setting('server_version_num')").fetchone()
            pid = (server.home.data / "postmaster.pid").read_text().split()[0]
            print("ready", pid, version[0] if version else "", server.owner_url, flush=True)
            time.sleep(float(sys.argv[2]) if len(sys.argv) > 2 else 60)
    except Refusal as refusal:
        print("refused", refusal, flush=True)
