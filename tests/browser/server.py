# SPDX-License-Identifier: Apache-2.0
"""How does a browser reach a built site? A static server on this machine that sends no headers of its own."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class _Server(ThreadingHTTPServer):
    """Serves one folder below one path, as a host would that knows nothing of the site."""

    daemon_threads = True

    def __init__(self, folder: Path, below: str) -> None:
        self.folder = folder
        self.below = below
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(SimpleHTTPRequestHandler):
    """Files as they are, and the page for missing addresses."""

    server: _Server

    def __init__(self, request: Any, client: Any, server: _Server) -> None:
        self.below = server.below
        super().__init__(request, client, server, directory=str(server.folder))

    def translate_path(self, path: str) -> str:
        """The file of an address below the site's root; nothing outside it exists."""
        inside = path.startswith(self.below)
        return super().translate_path(path.removeprefix(self.below.rstrip("/")) if inside else "/nothing")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for missing addresses."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        content = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  (the library's name)
        """Say nothing."""


@contextmanager
def served(folder: Path, below: str = "/") -> Iterator[str]:
    """The address at which a built site is served meanwhile."""
    with _Server(folder, below) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{below}"
        finally:
            server.shutdown()
