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
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import IO, Any, cast

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
YEAR = re.compile(r"/(\d{4})")
KINDS = ("guides", "notices", "prose")
DATA_PAGE = "data/"
REPAIR = "修法：运行 make setup 重新安装，再试"


class SearchFailed(Exception):  # noqa: N818  (its message is for editors)
    """Pagefind made no index; the message is what it said."""


@dataclass(frozen=True, slots=True)
class _Record:
    """What Pagefind is told about one page."""

    kind: str
    address: str
    title: str
    html: str

    @property
    def order(self) -> tuple[int, int, str]:
        """Guides, notices, prose; what is of no year, then the newest year. Results come in this order."""
        year = YEAR.search(self.address)
        return KINDS.index(self.kind), -int(year[1]) if year else -9999, self.address

    @property
    def request(self) -> dict[str, Any]:
        """The record as Pagefind wants it; positions of parts stand beside the title."""
        found = page_text(f"<h1>{escape(self.title)}</h1>{self.html}")
        return {
            "type": "AddRecord",
            "index_id": 0,
            "url": self.address,
            "content": spread(found.text),
            "language": "zh-cn",
            "meta": {"title": self.title, "parts": " ".join(f"{at}:{name}" for at, name in found.anchors)},
            "filters": {"kind": [self.kind]},
            "sort": None,
        }


def search_files(pages: Iterable[Page], prose: Mapping[str, Prose]) -> tuple[OutputFile, ...]:
    """The index below pagefind/, in volumes; SearchFailed if Pagefind refuses, OSError if the system does."""
    volumes = list(_volumes(sorted(_records(pages, prose), key=lambda record: record.order)))
    folders = ["", *(f"{number}/" for number in range(2, len(volumes) + 1))]
    files = [OutputFile(f"{FOLDER}volumes.json", json.dumps(folders[1:]).encode() + b"\n")]
    for folder, volume in zip(folders, volumes, strict=True):
        files += _indexed(volume, folder)
    return tuple(files)


def _volumes(records: Iterable[_Record]) -> Iterator[list[_Record]]:
    """Some pages of one kind each: where a filter has several values, Pagefind settles no order of them."""
    for _, group in groupby(records, key=lambda record: record.kind):
        shelf = list(group)
        yield from (shelf[at : at + VOLUME] for at in range(0, len(shelf), VOLUME))


def _records(pages: Iterable[Page], prose: Mapping[str, Prose]) -> Iterator[_Record]:
    """The pages that are searched; of the home page only what editors wrote."""
    for page in pages:
        parts = page.address.split("/")
        if page.address in prose:
            yield _Record("prose", page.address, page.title, prose[page.address].html)
        elif page.address == DATA_PAGE:
            yield _Record("prose", page.address, page.title, page.body)
        elif parts[0] in KINDS and len(parts) > 2:
            yield _Record(parts[0], page.address, page.title, page.body)


def spread(text: str) -> str:
    """A text with every letter, digit and character as a word of its own."""
    return " ".join(LETTERS.findall(text))


def _indexed(records: Iterable[_Record], folder: str) -> Iterator[OutputFile]:
    """One volume."""
    for path, content in sorted(_run([record.request for record in records]).items()):
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
