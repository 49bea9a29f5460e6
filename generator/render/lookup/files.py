# SPDX-License-Identifier: Apache-2.0
"""Which files make up the lookup? A directory of everything, and beside it the parts that searches fetch.

Platforms are numbered by jurisdiction and id; that number, the ordinal, stands for them in all files.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from generator.base.output_file import OutputFile
from generator.render.json_text import compact
from generator.render.lookup import columns
from generator.render.lookup.branches import BACKWARDS, FORWARDS, Branches, grow_codes, grow_texts
from generator.render.lookup.entry import LookupDocument, LookupEntry
from generator.render.lookup.folding import fold, folding_json
from generator.render.lookup.rows import FOLDER, TOGETHER, document_files, row_files
from generator.render.lookup.texts import codes_of, texts_of

SET_FILE = 16_000  # bytes; sets share files up to this size
Jurisdictions = Mapping[str, tuple[str, str | None]]  # name and parent by id


def lookup_files(
    entries: Iterable[LookupEntry],
    documents: Iterable[LookupDocument],
    jurisdictions: Jurisdictions,
    functions: Mapping[str, str],
) -> Iterator[OutputFile]:
    """Every file below lookup/; `functions` gives each function's label."""
    order = {id_: number for number, id_ in enumerate(jurisdictions)}
    sorted_entries = sorted(entries, key=lambda entry: place_of(entry.id, order))
    sorted_documents = sorted(documents, key=lambda d: (fold(d.number or ""), d.on, d.address))
    ordinals = {entry.id: ordinal for ordinal, entry in enumerate(sorted_entries)}

    branches, readings = _grown(sorted_entries, sorted_documents)
    facts, fact_files = _facts(sorted_entries)
    starts, set_files = _set_files(branches.sets)

    directory = {
        "platforms": len(sorted_entries),
        "documents": len(sorted_documents),
        "together": TOGETHER,
        "jurisdictions": list(_jurisdictions(sorted_entries, jurisdictions)),
        "functions": list(functions.items()),
        "readings": readings,
        "keys": branches.keys,
        "whole": list(branches.whole.items()),
        "sizes": [len(content) for content in branches.sets],
        "starts": starts,
        "pages": [[page.parent, page.first] for page in branches.pages],
        "facts": facts,
    }
    yield OutputFile(f"{FOLDER}/directory.json", compact(directory).encode())
    yield OutputFile(f"{FOLDER}/folding.json", folding_json())
    yield from fact_files
    yield from set_files
    for number, page in enumerate(branches.pages):
        yield OutputFile(f"{FOLDER}/pages/{number}.bin", page.content)
    yield from row_files(sorted_entries)
    yield from document_files(sorted_documents, ordinals)


def _grown(entries: Sequence[LookupEntry], documents: Sequence[LookupDocument]) -> tuple[Branches, object]:
    """The trees of codes and texts, and how characters are read in Pinyin."""
    branches = Branches()
    grow_codes(branches, codes_of(entries, backwards=False), FORWARDS)
    grow_codes(branches, codes_of(entries, backwards=True), BACKWARDS)
    return branches, grow_texts(branches, texts_of(entries, documents)).plain()


def place_of(id_: str, order: Mapping[str, int]) -> tuple[int, str, int, str]:
    """Where a platform stands among all."""
    jurisdiction, _, number = id_.rpartition("-")
    return order.get(jurisdiction, len(order)), jurisdiction, int(number), number


def _jurisdictions(entries: Sequence[LookupEntry], known: Jurisdictions) -> Iterator[list[object]]:
    """Id, name, parent, first ordinal, number of platforms, and their numbers in stretches.

    A stretch is how many neighbours have how many digits, and how far the first is from its predecessor.
    """
    first = 0
    seen: dict[str, list[str]] = {}
    for jurisdiction, members in groupby(entries, key=lambda entry: entry.id.rpartition("-")[0]):
        seen[jurisdiction] = [entry.id.rpartition("-")[2] for entry in members]
    for id_, (name, parent) in {**known, **{id_: (id_, None) for id_ in seen if id_ not in known}}.items():
        numbers = seen.get(id_, [])
        yield [id_, name, parent, first, len(numbers), _stretches(numbers)]
        first += len(numbers)


def _stretches(numbers: Sequence[str]) -> list[int]:
    stretches: list[int] = []
    last = 0
    for text in numbers:
        number = int(text)
        if stretches and number == last + 1 and stretches[-2] == len(text):
            stretches[-1] += 1
        else:
            stretches += [number - last, len(text), 1]
        last = number
    return stretches


def _facts(entries: Sequence[LookupEntry]) -> tuple[dict[str, object], list[OutputFile]]:
    """The tables of the columns, and the columns."""
    functions, functions_bytes = columns.functions_column(entries)
    categories, categories_bytes = columns.categories_column(entries)
    histories, histories_bytes = columns.histories_column(entries)
    tables: dict[str, object] = {"functions": functions, "categories": categories}
    contents = {
        "functions.bin": functions_bytes,
        "categories.bin": categories_bytes,
        "histories.bin": histories_bytes,
        "histories.json": compact(histories).encode(),
    }
    return tables, [OutputFile(f"{FOLDER}/facts/{name}", content) for name, content in contents.items()]


def _set_files(sets: Sequence[bytes]) -> tuple[list[int], list[OutputFile]]:
    """The first set of each file, and the files."""
    starts: list[int] = []
    files: list[list[bytes]] = []
    size = 0
    for number, content in enumerate(sets):
        if not files or size + len(content) > SET_FILE:
            starts.append(number)
            files.append([])
            size = 0
        files[-1].append(content)
        size += len(content)
    joined = (
        OutputFile(f"{FOLDER}/sets/{number}.bin", b"".join(parts)) for number, parts in enumerate(files)
    )
    return starts, list(joined)
