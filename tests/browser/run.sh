#!/bin/bash
# Runs the browser journey with Debian's Chromium, which is installed when it is missing and we may. Where there is no browser or no
# Node to be had, that is said.
set -euo pipefail
cd "$(dirname "$0")"

missing() { ! command -v chromium >/dev/null || ! command -v npm >/dev/null; }

if missing && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    packages=()
    command -v chromium >/dev/null || packages+=(chromium)
    command -v npm >/dev/null || packages+=(nodejs npm)
    echo "browser: installing Debian's ${packages[*]}"
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends "${packages[@]}"; } >/dev/null || true
fi
if missing; then
    echo "###########################################################"
    echo "# SKIPPED: no Chromium or no Node here, no browser tests. #"
    echo "###########################################################"
    echo "browser: 0 passed, 0 failed, 3 skipped"
    exit 0
fi
npm ci --no-audit --no-fund --loglevel=error
CHROMIUM=$(command -v chromium) exec node journey.mjs "$@"
