#!/bin/sh
# Prints a Python that can build the guide: 3.11 or newer, able to make virtual environments.
# The variable PYTHON names one outright.
set -eu

old=
bare=
for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    version=$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) ||
        continue
    if ! "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        old="$old $candidate is $version;"
    elif ! "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
        bare=${bare:-$version}
    else
        command -v "$candidate"
        exit 0
    fi
done

if [ -n "$bare" ]; then
    cat >&2 <<EOF
Python $bare is here, but cannot make virtual environments: venv or ensurepip is missing.
On Debian or Ubuntu:  sudo apt install python3-venv   (or python$bare-venv)
EOF
else
    cat >&2 <<EOF
The guide needs Python 3.11 or newer; none was found${PYTHON:+ as PYTHON=$PYTHON}.${old:+ Too old:$old}
On Debian or Ubuntu:  sudo apt install python3 python3-venv
On macOS:             brew install python
If it is installed under another name:  make guide PYTHON=/path/to/python3
EOF
fi
exit 1
