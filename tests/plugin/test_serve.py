"""What an editor sees who runs `mkdocs serve` and saves a mistake."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest


@pytest.fixture
def server(sample):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
        cwd=sample,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    yield f"http://127.0.0.1:{port}"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert "Traceback" not in said


def read(address):
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 our own server
            return answer.read().decode()
    except (OSError, urllib.error.URLError):
        return ""


def wait_for(address, shows):
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if shows(text := read(address)):
            return text
        time.sleep(0.1)
    pytest.fail(f"{address} did not change within 30 s")
    return ""


def test_the_server_shows_a_finding_and_recovers_when_it_is_mended(sample, server):
    record = sample / "experiments/published/door-visits.yml"
    sound = record.read_text(encoding="utf-8")
    address = f"{server}/experiments/door-visits/"
    wait_for(address, lambda text: "Door visits" in text)
    assert "Visites" in read(f"{server}/fr/experiments/door-visits/")

    record.write_text(f"{sound}colour: blue\n", encoding="utf-8")
    home = wait_for(f"{server}/", lambda text: "IMP102" in text)
    assert "door-visits.yml:20:1 error IMP102 unknown key &#39;colour&#39;" in home

    record.write_text(sound.replace("Door visits", "Visits at the door"), encoding="utf-8")
    wait_for(address, lambda text: "Visits at the door" in text)
    assert "IMP102" not in read(f"{server}/")
