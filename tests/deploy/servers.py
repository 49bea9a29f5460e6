# SPDX-License-Identifier: Apache-2.0
"""How do tests serve a site as in the world? nginx and Caddy with the files of deploy/, on this machine only.

Only what deploy/README.md tells to change is changed: the name and port, and the path of the site.
"""

import grp
import os
import pwd
import shutil
import signal
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path

from tests.commands.waiting import before_long
from tests.conftest import REPOSITORY

DEPLOY = REPOSITORY / "deploy"
SITE = "/srv/registry/site"
NGINX = """
daemon off;
user {user} {group};
worker_processes 1;
pid {home}/nginx.pid;
error_log stderr;
events {{}}
http {{
    access_log off;
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
    include {home}/site.conf;
}}
"""
CADDY = "{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n}\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came for one request."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate that nobody trusts, and its key."""

    file: Path
    key: Path


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs."""

    port: int
    process: subprocess.Popen[bytes]
    encrypted: bool

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """The answer to one request, with the path sent as it is; header names with _ for -."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        if self.encrypted:
            trusting = ssl._create_unverified_context()
            connection = HTTPSConnection("127.0.0.1", self.port, timeout=10, context=trusting)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in named.items():
                connection.putheader(name, value)
            connection.endheaders()
            return _answer(connection.getresponse())
        finally:
            connection.close()

    def listens(self) -> bool:
        """Whether it takes connections; an assertion fails if it has ended instead."""
        assert self.process.poll() is None, f"it ended with {self.process.returncode}"
        with socket.socket() as tried:
            return tried.connect_ex(("127.0.0.1", self.port)) == 0


def _answer(response: HTTPResponse) -> Answer:
    headers = {name.lower(): value for name, value in response.getheaders()}
    return Answer(response.status, headers, response.read())


def free_port() -> int:
    """A port that nobody has at the moment."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port


def program(name: str) -> str:
    """Where a server is; Debian keeps nginx out of the path of users."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    assert found, f"{name} is missing: make test installs it"
    return found


def certificate_in(folder: Path) -> Certificate:
    """A new certificate for this machine."""
    made = Certificate(folder / "certificate.pem", folder / "key.pem")
    subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    files = ["-keyout", str(made.key), "-out", str(made.file)]
    subprocess.run(
        [program("openssl"), "req", *kind, *subject, *files], check=True, capture_output=True, timeout=20
    )
    return made


def changed(name: str, changes: dict[str, str]) -> str:
    """A file of deploy/ with the lines changed that an administrator changes."""
    text = (DEPLOY / name).read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, f"{name} has no {old}"
        text = text.replace(old, new)
    return text


@contextmanager
def nginx(site: Path, home: Path, certificate: Certificate | None = None) -> Iterator[Served]:
    """The site on nginx, which keeps all its own files below `home`."""
    port = free_port()
    listen = f"listen 127.0.0.1:{port};"
    if certificate:
        own = f"ssl_certificate {certificate.file}; ssl_certificate_key {certificate.key};"
        listen = f"listen 127.0.0.1:{port} ssl; {own}"
    text = changed("nginx.conf", {SITE: str(site), "listen 80;": listen})
    (home / "site.conf").write_text(text, encoding="utf-8")
    (home / "nginx.conf").write_text(_main(home), encoding="utf-8")
    command = [program("nginx"), "-p", str(home), "-c", str(home / "nginx.conf"), "-e", "stderr"]
    with _running(command, port, home, encrypted=certificate is not None) as served:
        yield served


def _main(home: Path) -> str:
    """What surrounds a site on nginx; workers run as whoever runs the test, who alone may read its files."""
    user, group = pwd.getpwuid(os.getuid()).pw_name, grp.getgrgid(os.getgid()).gr_name
    return NGINX.format(home=home, user=user, group=group)


@contextmanager
def caddy(site: Path, home: Path, certificate: Certificate | None = None) -> Iterator[Served]:
    """The site on Caddy, which asks nobody for a certificate."""
    port = free_port()
    changes = {SITE: str(site), "registry.example": f"http://127.0.0.1:{port}"}
    if certificate:
        changes |= {"registry.example": f"https://127.0.0.1:{port}"}
        changes |= {"\troot *": f"\ttls {certificate.file} {certificate.key}\n\troot *"}
    (home / "Caddyfile").write_text(CADDY + changed("Caddyfile", changes), encoding="utf-8")
    command = [program("caddy"), "run", "--adapter", "caddyfile", "--config", str(home / "Caddyfile")]
    with _running(command, port, home, encrypted=certificate is not None) as served:
        yield served


@contextmanager
def _running(command: list[str], port: int, home: Path, *, encrypted: bool) -> Iterator[Served]:
    """A server from when it listens until it was asked to end, by its id."""
    own = os.environ | {"XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home), "HOME": str(home)}
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(command, env=own, stdout=log, stderr=log)
    served = Served(port, process, encrypted)
    try:
        assert before_long(served.listens), (home / "log").read_text(encoding="utf-8")
        yield served
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
