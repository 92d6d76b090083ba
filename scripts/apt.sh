#!/bin/sh
# `apt.sh FILE PACKAGE…`: see that FILE is there, by installing the Debian packages where we may, else by naming them.
set -eu
file=$1
shift
case $file in /*) [ -e "$file" ] && exit 0 ;; esac
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing $*" >&2
    # Debian's PostgreSQL is wanted for its programs alone: it must not start a server of its own.
    if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        mkdir -p /etc/postgresql-common
        echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    fi
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o Dpkg::Options::=--force-confold "$@" >/dev/null && exit 0
fi
echo "Missing here: $*. Install with: sudo apt-get install $*" >&2
# On a developer's machine the tests that need it say that they are skipped; a build server skips nothing.
[ "${CI:-}" = true ] && exit 1
exit 0
