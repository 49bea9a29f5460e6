# SPDX-License-Identifier: Apache-2.0
"""How do tests put a small site somewhere? In a folder, or on a host on this machine that may misbehave."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.deploy.servers import Certificate
from tests.output.published import files


def site_in(folder: Path, **texts: str) -> Path:
    """A folder with a small site and its manifest."""
    for file in files(**(texts or {"index": "首页", "a__index": "甲", "b": "乙"})):
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.content)
    return folder


@dataclass
class Host:
    """A host that serves a folder, but for some paths does something else."""

    address: str = ""
    asked: list[str] = field(default_factory=list)
    instead: dict[str, Callable[["Handler"], None]] = field(default_factory=dict)


class Handler(SimpleHTTPRequestHandler):
    """Does what the host says instead, or serves a file."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, host: Host, folder: Path) -> None:
        self.host = host
        super().__init__(*arguments, directory=str(folder))

    def do_GET(self) -> None:
        """Answer one request."""
        self.host.asked.append(self.path)
        self.host.instead.get(self.path, SimpleHTTPRequestHandler.do_GET)(self)

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        """One whole answer; header names with _ for -."""
        self.send_response(status)
        for name, value in ({"Content_Length": str(len(body))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  (the library's name)
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, host: Host, folder: Path) -> None:
        self.host, self.folder = host, folder
        super().__init__(("127.0.0.1", 0), SimpleHTTPRequestHandler)

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Handle one connection."""
        Handler(request, client_address, self, host=self.host, folder=self.folder)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing where the other end left."""


@contextmanager
def hosting(folder: Path, certificate: Certificate | None = None) -> Iterator[Host]:
    """A host that serves a folder meanwhile, with a certificate if one is given."""
    host = Host()
    with _Server(host, folder) as server:
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate.file, certificate.key)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        host.address = f"http{'s' if certificate else ''}://127.0.0.1:{server.server_port}/"
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield host
        finally:
            server.shutdown()
