#!/bin/sh
# Usage: sh tools/install.sh guide|with-pdf|test
# Makes .venv, installs requirements/NAME.txt and the project into it, or finds that done.
# The stamp holds checksums, not dates: only a real change installs anew.
set -eu

lock=requirements/$1.txt
stamp=.venv/installed-$1

state() {
    pwd
    cksum "$lock" pyproject.toml
}

working() { .venv/bin/python -c 'import pip' 2>/dev/null; }

if [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$(state)" ] && working; then exit 0; fi

# A folder that was moved, or whose Python was removed, needs its environment made again.
if ! working || [ "$(cat .venv/made-in 2>/dev/null)" != "$(pwd)" ]; then
    python=$(sh tools/find-python.sh)
    echo "Making .venv with $("$python" --version)"
    rm -rf .venv
    "$python" -m venv .venv
    pwd > .venv/made-in
fi

echo "Installing $lock into .venv"
export PIP_DISABLE_PIP_VERSION_CHECK=1
.venv/bin/python -m pip install --quiet --require-hashes -r "$lock"
.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
state > "$stamp"
