#!/bin/bash
# Leads every collection through a life with the official clients in Python and TypeScript, against one server: tests/clients/run.sh.
# What a machine lacks is installed from Debian when we may. Where a language or its client is not to be had, that is said.
set -euo pipefail
cd "$(dirname "$0")"

say() { echo "clients: $*"; }
skipped() {
    echo "####################################################################"
    echo "# SKIPPED: the official client in $1 cannot be had here."
    echo "####################################################################"
    echo "$1: 0 passed, 0 failed, 1 skipped"
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

can_python() { python3 -m venv "$folder/venv" >/dev/null 2>&1; }
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! { can_python && command -v npm >/dev/null; }; then
    packages=()
    can_python || packages+=(python3 python3-venv)
    command -v npm >/dev/null || packages+=(nodejs npm)
    say "installing Debian's ${packages[*]}"
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends "${packages[@]}"; } >/dev/null || true
fi

python() { can_python && "$folder/venv/bin/pip" install -q --disable-pip-version-check --no-deps -r python/requirements.txt; }
typescript() { command -v npm >/dev/null && (cd typescript && npm ci --no-audit --no-fund --loglevel=error >/dev/null); }

# The server lives as long as its input is open.
coproc SAMPLES { cd ../.. && cargo run -q --locked -p vestibule-tests --bin samples -- "$folder/python.json" "$folder/typescript.json"; }
input=${SAMPLES[1]} output=${SAMPLES[0]} server=$SAMPLES_PID
if ! read -r ready <&"$output" || [ "$ready" != ready ]; then
    say "no server and no samples"
    exit 1
fi

failed=0
if python; then "$folder/venv/bin/python" python/run.py "$folder/python.json" || failed=1; else skipped python; fi
if typescript; then node typescript/run.mjs "$folder/typescript.json" || failed=1; else skipped typescript; fi
exec {input}>&-
wait "$server" || true
exit "$failed"
