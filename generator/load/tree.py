# SPDX-License-Identifier: Apache-2.0
"""What do all source files of a project hold together?

Identity comes from the path. Every file below the data folders is either known by its place or a
finding; a file that cannot be read leaves its path in `unreadable`, so that no other file is blamed for
referring to it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.base import addresses
from generator.base.finding import Finding, in_reading_order
from generator.base.location import Location
from generator.base.output_file import OutputFile
from generator.load import rooms
from generator.load.attachments import read_attachment
from generator.load.design import read_design
from generator.load.file_names import elsewhere, moved, name_meant, unexpected
from generator.load.lock_file import read_lock
from generator.load.markdown_file import Parts, has_front_matter, split
from generator.load.pasted import pasted
from generator.load.personal_data import in_name, masked_path, personal_data
from generator.load.records import place, read_record
from generator.load.survey import survey
from generator.load.text_file import read_text
from generator.load.yaml_file import Node, read_nodes
from generator.model.jurisdiction import Jurisdiction
from generator.model.site import Attached, Site, WrittenNotice
from generator.model.vocabulary import Vocabularies


@dataclass(slots=True)
class _Harvest:
    """What has been read so far, by room and id."""

    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    prose: dict[str, str] = field(default_factory=dict)
    attached: dict[str, dict[str, Attached]] = field(default_factory=dict)
    lock: tuple[str, ...] = ()
    unreadable: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    # Checksums of attachments that were read through already, by the paths at which they are published.
    vouched: Mapping[str, str] = field(default_factory=dict)


def load(root: Path, as_of: date) -> tuple[Site | None, list[Finding]]:
    """The whole project and every finding of reading it; no site without settings and vocabularies."""
    return load_files(root, as_of, survey(root).files)


def load_files(root: Path, as_of: date, files: Iterable[str]) -> tuple[Site | None, list[Finding]]:
    """The same for some of the files, the settings and vocabularies among them."""
    harvest = _read(root, files, {})
    for room in (rooms.SITE_SETTINGS, rooms.JURISDICTIONS, *rooms.VOCABULARIES):
        if room.name not in harvest.records and not _is_told(room, harvest):
            missing = Finding(Location(room.naming), "缺少这个文件", "从版本库恢复它", "files")
            harvest.findings.append(missing.placed(1, 1))
    return _site(harvest, read_design(root), as_of), in_reading_order(harvest.findings)


def load_shard(
    root: Path, base: Site, files: Iterable[str], vouched: Mapping[str, str]
) -> tuple[Site, list[Finding]]:
    """The records of a shard, with what the base holds for the jurisdictions that they name.

    `vouched` are the checksums of attachments that were read through before, by their published paths.
    """
    harvest = _read(root, files, vouched)
    whole = replace(
        base,
        designations=harvest.records.get("designations", {}),
        notices=harvest.records.get("notices", {}),
        profiles=harvest.records.get("profiles", {}),
        attached=harvest.attached,
        unreadable=base.unreadable | harvest.unreadable,
    )
    return whole.within(whole.jurisdictions_named()), in_reading_order(harvest.findings)


def attachments(root: Path, files: Iterable[str]) -> Iterator[OutputFile]:
    """The files beside notices as they are published, one after another."""
    for file in files:
        if beside := rooms.ATTACHMENT.fullmatch(file):
            yield OutputFile(addresses.attachment(beside[1], beside[2]), (root / file).read_bytes())


def _read(root: Path, files: Iterable[str], vouched: Mapping[str, str]) -> _Harvest:
    harvest = _Harvest(vouched=vouched)
    for file in files:
        _read_file(root, file, harvest)
    return harvest


def _is_told(room: rooms.Room, harvest: _Harvest) -> bool:
    return any(room.pattern.fullmatch(file) for file in harvest.unreadable)


def _read_file(root: Path, file: str, harvest: _Harvest) -> None:
    """Read one file into the harvest, with everything there is to say about it."""
    belongs = rooms.room_of(file)
    path = root / file
    if file in rooms.DOORS:
        return
    if file == rooms.LOCK and not path.is_symlink():
        _read_lock(path.read_bytes(), harvest)
        return
    if named := in_name(file):  # whatever else is said would repeat the name
        harvest.findings += named
        harvest.unreadable.add(masked_path(file))
        return
    beside = rooms.ATTACHMENT.fullmatch(file)
    if path.is_symlink() or (belongs is None and beside is None and not rooms.is_prose(file)):
        link = Finding(Location(file), "这是符号链接", "换成文件本身", "files").placed(1, 1)
        harvest.findings.append(link if path.is_symlink() else unexpected(file))
        harvest.unreadable |= {file, name_meant(file) or file}
        return
    if beside or rooms.is_picture(file):
        _read_attachment(path.read_bytes(), file, harvest)
        return
    text, findings = read_text(path.read_bytes(), file)
    if text is not None:
        findings = personal_data(
            text, file, belongs and belongs[0].shape
        )  # if there is any, nothing else is said that might repeat it
    harvest.findings += findings
    if findings or text is None:
        harvest.unreadable.add(file)
    elif belongs is None:
        _read_prose(text, file, harvest)
    else:
        _read_record(belongs, text, file, harvest)


def _read_prose(text: str, file: str, harvest: _Harvest) -> None:
    """Look at a page of prose, which goes to the site engine as it is."""
    parts, findings = split(text, file) if has_front_matter(text) else (Parts("", text, 1), [])
    if parts and parts.front:
        _, findings = read_record(rooms.PAGE_HEAD, parts.front, file, lines_before=1)
    if parts:
        findings += pasted(parts.body, file, parts.body_line - 1)
    harvest.findings += findings
    if findings:
        harvest.unreadable.add(file)
    else:
        harvest.prose[file.removeprefix("content/")] = text


def _read_lock(content: bytes, harvest: _Harvest) -> None:
    lock, findings = read_lock(content, rooms.LOCK)
    harvest.findings += findings
    if lock is None:
        harvest.unreadable.add(rooms.LOCK)
    else:
        harvest.lock = lock


def _read_attachment(content: bytes, file: str, harvest: _Harvest) -> None:
    """Look at a file that is published as it is: beside a notice, or a picture in prose."""
    beside = rooms.ATTACHMENT.fullmatch(file)
    known = harvest.vouched.get(addresses.attachment(beside[1], beside[2])) if beside else None
    attached, findings = read_attachment(content, file, known)
    harvest.findings += findings
    if attached is None:
        harvest.unreadable.add(file)
    elif beside:
        harvest.attached.setdefault(beside[1], {})[beside[2]] = attached


def _read_record(belongs: tuple[rooms.Room, str], text: str, file: str, harvest: _Harvest) -> None:
    """Read the record of one room, a notice together with its body."""
    room, id_ = belongs
    record: Any
    if room is rooms.NOTICES:
        parts, findings = split(text, file)
        record = None
        if parts:
            front, findings = read_record(room.shape, parts.front, file, lines_before=1)
            findings += pasted(parts.body, file, parts.body_line - 1)
            record = WrittenNotice(front, parts.body, parts.body_line) if front else None
    else:
        record, findings = read_record(room.shape, text, file)
        right = None if record else elsewhere(room, text, file)
        if right:
            findings = [moved(file, *right)]
            harvest.unreadable.add(right[1])
    if room is rooms.JURISDICTIONS and record:
        findings = _repeated(record, text, file)
    harvest.findings += findings
    if record is None:
        harvest.unreadable.add(file)
    else:
        harvest.records.setdefault(room.name, {})[id_] = record


def _repeated(jurisdictions: tuple[Jurisdiction, ...], text: str, file: str) -> list[Finding]:
    """A finding for each id that stands here already: by id, the site can hold each but once."""
    ids = [jurisdiction.id for jurisdiction in jurisdictions]
    repeated = [index for index, id_ in enumerate(ids) if id_ in ids[:index]]
    nodes = read_nodes(text, file)[0] if repeated else None
    repair = "换一个没有用过的编号；是同一个辖区的，只留一处"
    return [
        place(
            nodes, Finding(Location(file, (i, "id")), f"编号“{ids[i]}”前面已经用过", repair, "jurisdictions")
        )
        for i in repeated
    ]


def _site(harvest: _Harvest, design: Mapping[str, bytes], as_of: date) -> Site | None:
    """The site, if settings and vocabularies could be read."""
    records = harvest.records
    settings = records.get("settings", {}).get(rooms.SETTINGS)
    jurisdictions = records.get("jurisdictions", {}).get("jurisdictions")
    words: dict[str, Any] = {
        room.name: next(iter(records.get(room.name, {}).values()), None) for room in rooms.VOCABULARIES
    }
    if settings is None or jurisdictions is None or None in words.values():
        return None
    return Site(
        as_of=as_of,
        settings=settings,
        vocabularies=Vocabularies.model_construct(**words),
        jurisdictions={place_.id: place_ for place_ in jurisdictions},
        rulesets=records.get("rulesets", {}),
        designations=records.get("designations", {}),
        notices=records.get("notices", {}),
        forms=records.get("forms", {}),
        profiles=records.get("profiles", {}),
        cases=records.get("cases", {}),
        accepted=records.get("accepted", {}).get("accepted", ()),
        redirects=records.get("redirects", {}).get("redirects", ()),
        lock=harvest.lock,
        prose=harvest.prose,
        attached=harvest.attached,
        design=design,
        unreadable=frozenset(harvest.unreadable),
    )


def located(root: Path, findings: list[Finding]) -> list[Finding]:
    """The findings of checks with line and column, in reading order; each file is read once more."""
    trees: dict[str, Node | None] = {}
    placed = []
    for finding in findings:
        file = finding.location.file
        if finding.location.line:
            placed.append(finding)
            continue
        if file not in trees:
            trees[file] = _nodes(root, file)
        placed.append(place(trees[file], finding))
    return in_reading_order(placed)


def _nodes(root: Path, file: str) -> Node | None:
    """The tree of a file's record with positions; None if it has none."""
    path = root / file
    if not path.is_file():
        return None
    text, _ = read_text(path.read_bytes(), file)
    if text is None:
        return None
    if not file.endswith(".md"):
        return read_nodes(text, file)[0]
    parts, _ = split(text, file)
    return read_nodes(parts.front, file, lines_before=1)[0] if parts else None
