#!/bin/sh
# Prints the path of a Chromium or Chrome on this machine, for the browser tests.
# The variable IMPPULSE_BROWSER names one outright. Fails without a word if there is none.
for candidate in "${IMPPULSE_BROWSER:-}" chromium chromium-browser google-chrome-stable \
    google-chrome "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -n "$candidate" ] && command -v "$candidate"; then exit 0; fi
done
exit 1
