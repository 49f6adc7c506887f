#!/bin/sh
# Writes requirements/*.txt: every package with its hashes, for all platforms and Python
# versions we support. Versions stay as they are where pyproject.toml allows it; with
# UPGRADE=1 they move to the newest. Run it through `make lock`.
set -eu

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
python=$(sh tools/find-python.sh)
"$python" -m venv "$scratch"
"$scratch/bin/python" -m pip install --quiet uv

# lock NAME EXTRA... : requirements/NAME.txt for the project with these extras.
lock() {
    name=$1
    shift
    extras=
    for extra in "$@"; do extras="$extras --extra $extra"; done
    # shellcheck disable=SC2086  # the extras are meant to be split
    "$scratch/bin/uv" --no-config pip compile pyproject.toml --group build $extras \
        --universal --python-version 3.11 --generate-hashes \
        --no-header --no-emit-index-url --no-emit-find-links --quiet \
        ${UPGRADE:+--upgrade} --output-file "$scratch/$name.txt"
    {
        echo "# Every package with its hashes, for Python 3.11 and newer on any platform."
        echo "# Written by \`make lock\` from pyproject.toml; do not edit."
        cat "$scratch/$name.txt"
    } > "requirements/$name.txt"
}

# The test lock holds all. The others start from it, so that they name the same versions.
if [ -e requirements/test.txt ]; then cp requirements/test.txt "$scratch/test.txt"; fi
lock test test with-pdf
UPGRADE=
for name in with-pdf guide; do cp "$scratch/test.txt" "$scratch/$name.txt"; done
lock with-pdf with-pdf
lock guide

for name in with-pdf guide; do
    if grep '^[a-z0-9]' "requirements/$name.txt" | grep -vxF -f requirements/test.txt; then
        echo "requirements/$name.txt has the above otherwise than requirements/test.txt." >&2
        exit 1
    fi
done
if grep -nE 'https?:|file:|index-url|find-links| @ ' requirements/*.txt; then
    echo "A lock names where a package comes from. It must not: see above." >&2
    exit 1
fi
