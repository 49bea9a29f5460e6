# SPDX-License-Identifier: Apache-2.0
"""On which page stand the words that a reader remembers? Pagefind makes the index that the browser asks.

Pagefind is run, never imported, and is handed the text of guides, notices and prose; platforms are left to
the lookup. It cuts Chinese into words by one dictionary here and by another in the browser, and where the
cuts differ nothing is found. So every character is handed over as a word, and the browser looks up a
phrase of characters (site_config/scripts/find.js): what stands in a text is found, from any place in it.
"""

import base64
import io
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from html import escape
from typing import IO, Any, cast

from generator.base import addresses
from generator.base.output_file import OutputFile
from generator.output.page_text import page_text
from generator.render.page import Page
from generator.render.studio import Prose

FOLDER = "pagefind/"
VOLUME = 2_000  # pages; Pagefind's time for a search grows with the square of what is in one index
UNUSED = re.compile(r"pagefind-(ui|modular-ui|component-ui|highlight)\.(js|css)")
ONLY_ONCE = re.compile(
    r"(pagefind|pagefind-worker)\.js|wasm\..*"
)  # later volumes are read by the first one's
LETTERS = re.compile(r"[^\W_]|[\W_]+")  # each letter, digit and character alone; what is between, together
YEAR = re.compile(r"/([0-9]{4})")
KINDS = ("guides", "forms", "notices", "prose")
LIKE_PROSE = ("data/", addresses.FINDINGS)  # pages of our own that are found beside what editors wrote
REPAIR = "修法：运行 make setup 重新安装，再试"


class SearchFailed(Exception):
    """Pagefind made no index; the message is what it said."""


Record = tuple[str, str, str, str, str]  # kind, address, title, text, where its parts begin


def record_lines(pages: Iterable[Page], prose: Mapping[str, Prose]) -> str:
    """What Pagefind is told of pages, one line of JSON each; of the home page only what editors wrote."""
    return "".join([f"{json.dumps(record, ensure_ascii=False)}\n" for record in _records(pages, prose)])


def _records(pages: Iterable[Page], prose: Mapping[str, Prose]) -> Iterator[Record]:
    for page in pages:
        parts = page.address.split("/")
        if page.address in prose:
            yield _record("prose", page, prose[page.address].html)
        elif page.address in LIKE_PROSE:
            yield _record("prose", page, page.body)
        elif parts[0] in KINDS and len(parts) > 2:
            yield _record(parts[0], page, page.body)


def _record(kind: str, page: Page, html: str) -> Record:
    """A page as it is searched; positions of its parts stand beside it."""
    found = page_text(f"<h1>{escape(page.title)}</h1>{html}")
    return kind, page.address, page.title, found.text, " ".join(f"{at}:{name}" for at, name in found.anchors)


def volumes(pages: str, notices: str, documents: str, forms: str) -> dict[str, list[Record]]:
    """The records by volume, in the order of the results: guides, forms, notices, documents, prose.

    Pages of one kind each: where a filter has several values, Pagefind settles no order of them. Notices and
    documents are bound from the oldest year on, so that a new one changes only the newest volume.
    """
    by_kind: dict[str, list[Record]] = {kind: [] for kind in KINDS}
    for record in _read(pages):
        by_kind[record[0]].append(record)
    found = {
        "guides": by_kind["guides"],
        "forms": _read(forms),
        **_by_years("notices", _read(notices)),
        **_by_years("documents", _read(documents)),
        "prose": by_kind["prose"],
    }
    return {name: records for name, records in found.items() if records}


def _read(lines: str) -> list[Record]:
    """The records of the lines, in order: what is of no year, then the newest year."""
    return sorted((tuple(json.loads(line)) for line in lines.split("\n") if line), key=_order)


def _order(record: Record) -> tuple[int, str]:
    return -(_year(record) or 9999), record[1]


def _year(record: Record) -> int:
    """The year in an address, of a notice or of a version; 0 if there is none."""
    found = YEAR.search(record[1])
    return int(found[1]) if found else 0


def _by_years(name: str, records: list[Record]) -> dict[str, list[Record]]:
    """Records in volumes of whole years where these are small, the newest first."""
    by_year: dict[int, list[Record]] = {}
    for record in records:
        by_year.setdefault(_year(record), []).append(record)
    bound: list[tuple[str, list[Record]]] = []
    for year, of_year in sorted(by_year.items()):
        for number, at in enumerate(range(0, len(of_year), VOLUME), 1):
            piece = of_year[at : at + VOLUME]
            if number == 1 and bound and len(bound[-1][1]) + len(piece) <= VOLUME:
                bound[-1] = (bound[-1][0], piece + bound[-1][1])
            else:
                bound.append((f"{name}-{year}-{number}", piece))
    return dict(bound[::-1])


def volume_list(names: Iterable[str]) -> OutputFile:
    """pagefind/volumes.json: the folders of all volumes but the first, which bears the program."""
    folders = [f"{name}/" for name in list(names)[1:]]
    return OutputFile(f"{FOLDER}volumes.json", json.dumps(folders).encode() + b"\n")


def volume_files(name: str, records: Iterable[Record], *, is_first: bool) -> Iterator[OutputFile]:
    """The files of a volume; SearchFailed if Pagefind refuses, OSError if the system does."""
    return _indexed(records, "" if is_first else f"{name}/")


def _request(record: Record) -> dict[str, Any]:
    """The record as Pagefind wants it."""
    kind, address, title, text, parts = record
    return {
        "type": "AddRecord",
        "index_id": 0,
        "url": address,
        "content": spread(text),
        "language": "zh-cn",
        "meta": {"title": title, "parts": parts},
        "filters": {"kind": [kind]},
        "sort": None,
    }


def spread(text: str) -> str:
    """A text with every letter, digit and character as a word of its own."""
    return " ".join(LETTERS.findall(text))


def _indexed(records: Iterable[Record], folder: str) -> Iterator[OutputFile]:
    """One volume."""
    for path, content in sorted(_run(map(_request, records)).items()):
        name = path.rsplit("/", maxsplit=1)[-1]
        again = folder and ONLY_ONCE.fullmatch(name)
        if not again and not UNUSED.fullmatch(name):
            yield OutputFile(f"{FOLDER}{folder}{path}", content)


def _run(records: Iterable[dict[str, Any]]) -> dict[str, bytes]:
    """The files of an index, whose pages are numbered in the order in which Pagefind is told of them.

    They are asked for in an answer: when Pagefind says that it has written files, some may still be empty.
    """
    requests = [{"type": "NewIndex", "config": {}}, *records, {"type": "GetFiles", "index_id": 0}]
    command = [sys.executable, "-m", "pagefind_bin_extended", "--service"]
    pipe = subprocess.PIPE
    answer: dict[str, Any] = {}
    with tempfile.TemporaryFile() as log:
        with (
            suppress(BrokenPipeError),  # it ended by itself, which its last words tell
            subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=log) as pagefind,  # noqa: S603
        ):
            for number, request in enumerate(requests):
                answer = _answer(pagefind, {"message_id": number, "payload": request})
                if answer["type"] == "Error":
                    break
        log.seek(0)
        last_words = log.read().decode(errors="replace").strip()
    if answer.get("type") != "GetFiles":
        said = answer.get("message") or last_words or "Pagefind 没有回答"
        raise SearchFailed(f"全站搜索的索引没有做成：{said}\n    {REPAIR}")
    return {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}


def _answer(pagefind: subprocess.Popen[bytes], message: dict[str, Any]) -> dict[str, Any]:
    """What Pagefind answers to one message. Messages are JSON in base64, each closed by a comma.

    The next is sent only after the answer: at the end of its input Pagefind drops what it has not answered.
    """
    to_it, from_it = cast("IO[bytes]", pagefind.stdin), cast("io.BufferedReader", pagefind.stdout)
    to_it.write(base64.b64encode(json.dumps(message, ensure_ascii=False).encode()) + b",")
    to_it.flush()
    said = bytearray()
    while not said.endswith(b","):
        part = from_it.read1()
        if not part:
            return {"type": "Error"}
        said += part
    payload: dict[str, Any] = json.loads(base64.b64decode(said[:-1]))["payload"]
    return payload
