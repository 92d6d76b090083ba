#!/bin/sh
# Put uv, from its lock, into a place of its own (.make/uv), and make the virtual environment .venv.
set -eu
# The system's own is asked first: it is built with optimisation, which a version manager's often is not (1.6 times the
# time for the same loop was measured).
python=
for needs in "ensurepip, venv" "sys"; do
    for name in ${PYTHON:-/usr/bin/python3.11 python3.11 python3.12 python3.13 python3.14 python3}; do
        if "$name" -c "import sys, $needs; sys.exit(sys.version_info < (3, 11))" 2>/dev/null; then
            python=$name
            break 2
        fi
    done
done
if [ -z "$python" ]; then
    echo "Yiwang needs Python 3.11 or newer, and there is none here." >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    scripts/apt.sh "$python" python3-venv
fi
mkdir -p .make
"$python" -m venv --clear .make/uv
.make/uv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-uv.txt
[ -x .venv/bin/python ] || "$python" -m venv --without-pip .venv
