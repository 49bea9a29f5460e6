# SPDX-License-Identifier: Apache-2.0
"""What must a web server say about each file? Its type, how long it keeps, who may use it, and the policy.

One table, written for nginx and for Caddy into `server/` of the site, so that it comes and goes with the
pages that it is about. The policy is sent only while the file named by its digest is in the site that is
served: a server that has not yet read the settings of a new site leaves it to the pages, which state the
same, and never sends that of another.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.base.output_file import OutputFile

FOLDER = "server/"
UTF8 = "charset=utf-8"
OPAQUE = "application/octet-stream"
OFFICE = "application/vnd.openxmlformats-officedocument"
TEXTS = {  # worth compressing, all in UTF-8; kind → extensions
    "text/html": ("html",),
    "text/css": ("css",),
    "text/javascript": ("js",),
    "application/json": ("json",),
    "text/csv": ("csv",),
    "text/plain": ("txt",),
    "text/calendar": ("ics",),
    "application/xml": ("xml",),
    "application/atom+xml": ("atom",),
    "image/svg+xml": ("svg",),
    "application/manifest+json": ("webmanifest",),
}
OTHERS = {
    "application/pdf": ("pdf",),
    f"{OFFICE}.wordprocessingml.document": ("docx",),
    f"{OFFICE}.spreadsheetml.sheet": ("xlsx",),
    "application/zip": ("zip",),
    "image/png": ("png",),
    "image/jpeg": ("jpg",),
    "image/webp": ("webp",),
    OPAQUE: ("bin", "conf", "caddy", "pagefind", "pf_filter", "pf_fragment", "pf_index", "pf_meta"),
}
PAGES = r"(/|\.html)$"
NEVER_CHANGED = (
    r"\.([0-9a-f]{8}\.min\.css|pf_(filter|fragment|index|meta))$"  # their names tell their content
)
OPEN = r"^/(api/v1/|registry/[^/]+/badge\.svg$)"
A_MINUTE = "max-age=60, must-revalidate"
ONE_YEAR = "max-age=31536000"
EVERYWHERE = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)


class Rule(NamedTuple):
    """What a header says for paths of one form; of several rules for one header the last holds."""

    paths: str  # a regular expression that nginx and Caddy read alike
    header: str
    value: str


RULES = (
    Rule("^/", "Cache-Control", "max-age=300, must-revalidate"),  # data, feeds, calendars, documents
    Rule(PAGES, "Cache-Control", A_MINUTE),
    # What pages are made to run with must be of the same release: asked for each time, seldom sent.
    Rule("^/(assets|lookup|pagefind)/", "Cache-Control", "no-cache"),
    Rule(NEVER_CHANGED, "Cache-Control", f"{ONE_YEAR}, immutable"),
    Rule("^/", "Cross-Origin-Resource-Policy", "same-origin"),
    Rule(OPEN, "Cross-Origin-Resource-Policy", "cross-origin"),
    Rule(OPEN, "Access-Control-Allow-Origin", "*"),
)
HEAD = (
    "# What {name} says about the files of this site. Made with them; changes here are lost.",
    "# How to include it: deploy/README.md in the repository of the site.",
)


def server_files(policy: str, moved: Mapping[str, str]) -> Iterator[OutputFile]:
    """The settings for each server, and the policy in a file named by its digest.

    `moved` are addresses of pages with those where they are now. There are small pages at the old ones that
    lead on; a server does it at once.
    """
    whole = f"{policy}; frame-ancestors 'none'"
    mark = f"{FOLDER}policy-{hashlib.sha256(whole.encode()).hexdigest()[:12]}.txt"
    yield _file(mark, [whole])
    yield _file(f"{FOLDER}nginx.conf", [*_nginx(whole, mark), *_nginx_moved(moved)])
    yield _file(f"{FOLDER}site.caddy", [*_caddy(whole, mark), *_caddy_moved(moved)])


def _file(path: str, lines: Iterable[str]) -> OutputFile:
    return OutputFile(path, "".join(f"{line}\n" for line in lines).encode())


def _nginx(policy: str, mark: str) -> Iterator[str]:
    """For the server block of nginx; conditions there only set variables, and an empty header is not sent."""
    yield from (line.format(name="nginx") for line in HEAD)
    texts = " ".join(kind for kind in TEXTS if kind != "text/html")  # which is always meant
    yield from ("", "types {")
    yield from (f"    {kind} {' '.join(extensions)};" for kind, extensions in (TEXTS | OTHERS).items())
    yield from ("}", f"default_type {OPAQUE};")
    yield from ("charset utf-8;", f"charset_types {texts};", f"gzip_types {texts};", "")
    yield from (f'add_header {name} "{value}" always;' for name, value in EVERYWHERE)
    for header in dict.fromkeys(rule.header for rule in RULES):
        variable = f"${header.lower().replace('-', '_')}"
        yield from ("", f'set {variable} "";')
        for rule in RULES:
            if rule.header == header:
                yield f'if ($uri ~ "{rule.paths}") {{ set {variable} "{rule.value}"; }}'
        yield f"add_header {header} {variable} always;"
    yield from ("", 'set $strict_transport_security "";')
    yield f'if ($scheme = https) {{ set $strict_transport_security "{ONE_YEAR}"; }}'
    yield "add_header Strict-Transport-Security $strict_transport_security always;"
    yield from ("", 'set $content_security_policy "";')
    yield f'if (-f $document_root/{mark}) {{ set $content_security_policy "{policy}"; }}'
    yield f'if ($uri !~ "{PAGES}") {{ set $content_security_policy ""; }}'
    yield "add_header Content-Security-Policy $content_security_policy always;"


def _nginx_moved(moved: Mapping[str, str]) -> Iterator[str]:
    for old, new in sorted(moved.items()):
        yield f"location = /{old} {{ return 301 /{new}$is_args$args; }}"


def _caddy_moved(moved: Mapping[str, str]) -> Iterator[str]:
    for number, (old, new) in enumerate(sorted(moved.items())):
        yield f"@moved-{number} path /{old}"
        yield from (f"route @moved-{number} {{", f"\trewrite * /{new}", "\tredir {uri} 301", "}")


def _caddy(policy: str, mark: str) -> Iterator[str]:
    """For the site block of Caddy; the page for missing addresses must undo what was said of the address."""
    yield from (line.format(name="Caddy") for line in HEAD)
    yield from ("", "encode gzip {", "\tminimum_length 1024", "\tmatch {")
    yield from (f"\t\theader Content-Type {kind}*" for kind in TEXTS)
    yield from ("\t}", "}", "")
    for number, (kind, extensions) in enumerate((TEXTS | OTHERS).items()):
        yield f"@type-{number} path {' '.join(f'*.{extension}' for extension in extensions)}"
        yield f'header @type-{number} Content-Type "{kind}{f"; {UTF8}" if kind in TEXTS else ""}"'
    yield ""
    yield from (f'header {name} "{value}"' for name, value in EVERYWHERE)
    for number, rule in enumerate(RULES):
        yield f'@rule-{number} path_regexp "{rule.paths}"'
        yield f'header @rule-{number} {rule.header} "{rule.value}"'
    yield from ("", "@tls protocol https", f'header @tls Strict-Transport-Security "{ONE_YEAR}"', "")
    yield from _caddy_policy("policy", [f'path_regexp "{PAGES}"'], policy, mark)
    yield from ("", "handle_errors {", "\t@missing expression {http.error.status_code} == 404")
    yield from ("\thandle @missing {", "\t\trewrite * /404.html")
    yield from (f"\t\t{line}" for line in _caddy_missing(policy, mark))
    yield from ("\t\tfile_server", "\t}", "}")


def _caddy_missing(policy: str, mark: str) -> Iterator[str]:
    """What is said of the page for missing addresses, whatever was said of the address that is missing."""
    yield f'header Content-Type "text/html; {UTF8}"'
    yield f'header Cache-Control "{A_MINUTE}"'
    yield 'header Cross-Origin-Resource-Policy "same-origin"'
    yield "header -Access-Control-Allow-Origin"
    yield from _caddy_policy("policy-of-missing", [], policy, mark)


def _caddy_policy(name: str, paths: Iterable[str], policy: str, mark: str) -> Iterator[str]:
    """The policy for some paths, while its mark is in the site."""
    yield from (f"@{name} {{", *(f"\t{path}" for path in paths), f"\tfile /{mark}", "}")
    yield f'header @{name} Content-Security-Policy "{policy}"'
