#!/bin/sh
# Usage: sh tools/system.sh pango|poppler|browser...
# Sees to programs and libraries that no Python package brings: root on Debian gets them
# installed, everyone else is told what to install.
# shellcheck disable=SC2034,SC2154,SC2317  # the loop puts the names together
set -eu

# What is it, is it here, and what is it called elsewhere?
pango_here() { .venv/bin/python -W ignore -c 'import weasyprint' 2>/dev/null >&2; }
pango_name="Pango, which WeasyPrint draws text with"
# Carlito and Caladea are the first of our print style's fonts that Debian has.
pango_debian="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
    fonts-crosextra-carlito fonts-crosextra-caladea"
pango_macos="brew install pango   (not found all the same? export DYLD_FALLBACK_LIBRARY_PATH=\$(brew --prefix)/lib)"
pango_other="Fedora: dnf install pango. Windows: see WeasyPrint's documentation, 'First Steps'"

poppler_here() { command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null; }
poppler_name="pdftotext and pdftoppm"
poppler_debian="poppler-utils"
poppler_macos="brew install poppler"
poppler_other="The package is mostly called poppler-utils or poppler"

# libatomic1: Playwright's driver needs it, and a small Debian has it not.
browser_here() { sh tools/browser.sh >/dev/null && .venv/bin/playwright --version >/dev/null 2>&1; }
browser_name="Chromium or Chrome, for Playwright to drive"
browser_debian="chromium libatomic1"
browser_macos="brew install --cask chromium"
browser_other="Any Chromium or Chrome serves; name it as IMPPULSE_BROWSER=/path/to/it"

can_install() {
    [ "$(id -u)" = 0 ] && [ -e /etc/debian_version ] && command -v apt-get >/dev/null
}

apt_install() {
    export DEBIAN_FRONTEND=noninteractive
    echo "Installing $*"
    # shellcheck disable=SC2015  # either failing is the same to us
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

status=0
for thing in "$@"; do
    "${thing}_here" && continue
    eval "name=\$${thing}_name debian=\$${thing}_debian macos=\$${thing}_macos other=\$${thing}_other"
    # shellcheck disable=SC2086  # a list of packages
    if can_install && apt_install $debian && "${thing}_here"; then continue; fi
    # Where no system package serves, Playwright may bring a browser of its own.
    if [ "$thing" = browser ] && .venv/bin/playwright install chromium; then continue; fi
    cat >&2 <<EOF

Missing: $name.
  Debian, Ubuntu:  sudo apt install $(printf "%s " $debian | tr -s " ")
  macOS:           $macos
  $other
EOF
    status=1
done
exit $status
