#!/bin/bash
# Runs a command with a throw-away PostgreSQL server: tests/postgres.sh COMMAND...
#
# The command finds the administrator's URL in VESTIBULE_TEST_POSTGRES. A value given from outside is used as it is. Otherwise a
# cluster is made from Debian's package, which is installed when it is missing and we may. Where there is no PostgreSQL to be had,
# the command is run without the variable, and that is said.
set -euo pipefail

if [ -n "${VESTIBULE_TEST_POSTGRES:-}" ]; then
    exec "$@"
fi

say() { echo "postgres: $*" >&2; }

binaries() { find /usr/lib/postgresql -maxdepth 2 -name bin -type d 2>/dev/null | sort -V | tail -n 1; }

bin=$(binaries)
if [ -z "$bin" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing Debian's package"
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends postgresql; } >&2 || true
    bin=$(binaries)
fi
if [ -z "$bin" ] || ! command -v psql >/dev/null; then
    say "#############################################################################"
    say "# SKIPPED: no PostgreSQL here. Every test on PostgreSQL counts as ignored.  #"
    say "#############################################################################"
    exec "$@"
fi

# PostgreSQL refuses to run as root.
as_user=()
folder=$(mktemp -d)
if [ "$(id -u)" = 0 ]; then
    as_user=(runuser -u postgres --)
    chown postgres "$folder"
fi

stop() {
    "${as_user[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT

free_port() {
    local port
    for port in $(shuf -i 20000-40000 -n 50); do
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            echo "$port"
            return
        fi
    done
}

password=$(head -c 18 /dev/urandom | base64 | tr -dc 'a-zA-Z0-9')
echo "$password" >"$folder/password"
chmod 644 "$folder/password"
port=$(free_port)
cd "$folder" # a folder that the other user may read
"${as_user[@]}" "$bin/initdb" -D "$folder/data" -U vestibule -A scram-sha-256 --pwfile "$folder/password" -E UTF8 --locale C.UTF-8 >"$folder/initdb.log"
# The cluster dies with the run: it need not survive a power cut.
options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c max_connections=400 -c fsync=off -c full_page_writes=off"
"${as_user[@]}" "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -o "$options" -w start >/dev/null || { cat "$folder/log" >&2; exit 1; }
cd - >/dev/null
say "$("$bin/postgres" --version), port $port"

export VESTIBULE_TEST_POSTGRES="postgres://vestibule:$password@127.0.0.1:$port/postgres"
code=0
"$@" || code=$?
exit "$code"
