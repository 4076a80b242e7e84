#!/bin/bash
# Holds the OpenAPI document that we declare against the contract, where that is at hand beside the repository: the differences must be
# those of contract-differences.txt. The list may only shrink: one that is gone must be taken off it.
set -euo pipefail
cd "$(dirname "$0")/.."

target="${CARGO_TARGET_DIR:-target}"
measure=../shared/tools/api-diff
if [ ! -x "$measure" ] || ! command -v python3 >/dev/null; then
    echo "contract: SKIPPED: there is no $measure, or no python3 to run it"
    exit 0
fi
cargo xtask openapi >"$target/openapi.json"
"$measure" "$target/openapi.json" --all >"$target/contract.txt" || true
tail -n 1 "$target/contract.txt"
grep '^- ' "$target/contract.txt" | sort >"$target/contract-differences.txt" || true
if ! diff -u tests/contract-differences.txt "$target/contract-differences.txt"; then
    echo "contract: what we declare differs from the contract otherwise than tests/contract-differences.txt says"
    exit 1
fi
echo "contract: 1 passed, 0 failed"
