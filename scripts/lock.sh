#!/bin/sh
# Write the locks anew: versions and hashes for every platform, and no word of where they are fetched from.
# `make lock` keeps what is locked and still fits; `make lock UPGRADE=--upgrade` takes the newest.
set -eu
uv=.make/uv/bin/uv
lock() {
    out=$1
    shift
    "$uv" pip compile "$@" --quiet --generate-hashes --universal --python-version 3.11 --no-annotate \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" ${UPGRADE:-} --output-file "$out"
}
lock requirements.txt pyproject.toml
lock requirements-dev.txt pyproject.toml --group dev --constraint requirements.txt
lock requirements-web.txt --group web
lock requirements-soak.txt --group soak
echo uv | lock requirements-uv.txt -
