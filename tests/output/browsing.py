# SPDX-License-Identifier: Apache-2.0
"""How do tests look at a preview as a browser does?"""

import http.client
import time
import urllib.request
from http.client import HTTPResponse

from tests.commands.waiting import SECONDS


def port(address: str) -> int:
    """The port that a preview is shown at."""
    return int(address.rsplit(":", 1)[1].strip("/"))


def get(address: str, path: str = "/") -> HTTPResponse:
    """The answer to a request, whatever its status; the path is sent as it is."""
    connection = http.client.HTTPConnection("127.0.0.1", port(address), timeout=SECONDS)
    connection.request("GET", path)
    answer = connection.getresponse()
    connection.close()
    return answer


def text(address: str, path: str = "/") -> str:
    """What is shown there."""
    return get(address, path).read().decode()


class Listener:
    """An open page that listens to what it is told."""

    def __init__(self, address: str, release: str = "") -> None:
        self.stream = urllib.request.urlopen(f"{address}__preview/events?{release}", timeout=SECONDS)
        assert self.stream.headers["Content-Type"] == "text/event-stream"

    def next(self) -> tuple[str, str]:
        """The next event: its name and what it says."""
        event = ""
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:  # the stream itself never falls silent
            line = self.stream.readline().decode().rstrip("\n")
            if line.startswith("data: "):
                return event, line.removeprefix("data: ")
            event = line.removeprefix("event: ") if line.startswith("event: ") else event
        raise TimeoutError("nothing was told")

    def close(self) -> None:
        """Leave."""
        self.stream.close()
