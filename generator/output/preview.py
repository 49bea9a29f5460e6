# SPDX-License-Identifier: Apache-2.0
"""How does an editor see the site while working? A server on this machine only, and a watch on the sources.

Pages come from the current release; a small script is added to each on its way out, never on the disk.
It loads the page again when there is a newer release than its own and shows findings over it.
"""

import json
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any

import watchfiles

from generator.base.personal_data import masked
from generator.load.rooms import SOURCES
from generator.output.release import Build

PREFIX = "/__preview/"
NOTHING_YET = (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>预览</title></head>'
    "<body></body></html>"
)
RELOAD = "event: reload\ndata: \n\n"
HEARTBEAT_SECONDS = 15
TICK_MILLISECONDS = 100  # how soon stopping is noticed


class Preview:
    """The server, and what it tells the pages that are open."""

    def __init__(self, build: Build, port: int) -> None:
        """Take the port; nothing is served before `start`."""
        self.build = build
        self._listeners: set[queue.SimpleQueue[str]] = set()
        self._findings = ""
        self._server = _Server(port, self)

    @property
    def address(self) -> str:
        """Where the site is shown."""
        return f"http://127.0.0.1:{self._server.server_port}/"

    def start(self) -> None:
        """Serve in the background."""
        tick = TICK_MILLISECONDS / 1000
        threading.Thread(target=self._server.serve_forever, args=(tick,), daemon=True).start()

    def stop(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()

    def built(self) -> None:
        """Tell open pages that there is a new release."""
        self._findings = ""
        self._tell(RELOAD)

    def refused(self, findings: str) -> None:
        """Show open pages, and those opened later, why there is none."""
        self._findings = masked(findings)
        self._tell(self._findings_event())

    def _tell(self, event: str) -> None:
        for listener in list(self._listeners):
            listener.put(event)

    def _findings_event(self) -> str:
        return f"event: findings\ndata: {json.dumps(self._findings)}\n\n"

    def addition(self) -> bytes:
        """What stands at the end of the head of a page, which tells it from which release it is."""
        return (
            f'<link rel="stylesheet" href="{PREFIX}preview.css">'
            f'<script src="{PREFIX}preview.js?{self.build.shown}" type="module"></script></head>'
        ).encode()

    def events(self, release: str) -> Iterator[str]:
        """What an open page that came from this release is told, from now on."""
        listener: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._listeners.add(listener)
        try:
            yield self._findings_event()
            if release and release != self.build.shown:
                yield RELOAD
            while True:
                try:
                    yield listener.get(timeout=HEARTBEAT_SECONDS)
                except queue.Empty:
                    yield ": \n\n"
        finally:
            self._listeners.discard(listener)


class _Server(ThreadingHTTPServer):
    """The server with the preview that it belongs to."""

    daemon_threads = True

    def __init__(self, port: int, preview: Preview) -> None:
        self.preview = preview
        super().__init__(("127.0.0.1", port), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing where a browser left before its answer was written."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Serves the current release, the preview's own files, and the stream of events."""

    server: _Server

    def __init__(self, request: Any, client: Any, server: _Server) -> None:
        super().__init__(request, client, server, directory=str(server.preview.build.site))

    def do_GET(self) -> None:
        """Answer one request."""
        path, _, query = self.path.partition("?")
        if path == f"{PREFIX}events":
            self._stream(query)
        elif path in {f"{PREFIX}preview.js", f"{PREFIX}preview.css"}:
            name = path.removeprefix(PREFIX)
            kind = "text/javascript" if name.endswith("js") else "text/css"
            self._answer(HTTPStatus.OK, kind, files(__package__).joinpath(name).read_bytes())
        else:
            self._file(path)

    def _file(self, path: str) -> None:
        """A page with the addition, any other file as it is, or the page for missing addresses."""
        target = Path(self.translate_path(path))
        if target.is_dir() and path.endswith("/"):
            target /= "index.html"
        addition = self.server.preview.addition()
        if target.suffix == ".html" and target.is_file():
            page = target.read_bytes().replace(b"</head>", addition, 1)
            self._answer(HTTPStatus.OK, "text/html", page)
        elif target.exists():
            super().do_GET()  # a folder without its slash is redirected
        else:
            missing = self.server.preview.build.site / "404.html"
            page = missing.read_bytes() if missing.is_file() else NOTHING_YET.encode()
            self._answer(HTTPStatus.NOT_FOUND, "text/html", page.replace(b"</head>", addition, 1))

    def _answer(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _stream(self, release: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        try:
            for event in self.server.preview.events(release):
                self.wfile.write(event.encode())
                self.wfile.flush()
        except OSError:
            return  # the page was closed

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  (the library's name)
        """Say nothing: requests of a preview interest nobody."""


def watch(root: Path, changed: Callable[[], None], stop: threading.Event | None = None) -> None:
    """Call `changed` at once, and again after every change of a source from then on, until stopped."""
    sources = [root / name for name in SOURCES if (root / name).exists()]
    begun = False
    for changes in watchfiles.watch(
        *sources, stop_event=stop, rust_timeout=TICK_MILLISECONDS, yield_on_timeout=True
    ):
        if changes or not begun:
            begun = True
            changed()
