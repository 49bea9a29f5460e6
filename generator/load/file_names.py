# SPDX-License-Identifier: Apache-2.0
"""What should a file be called that has no place where it stands under its name, or should it go?"""

import re
import unicodedata
from pathlib import PurePosixPath

from generator.base.days import meant
from generator.base.finding import Finding
from generator.base.location import Location
from generator.base.nearest import nearest
from generator.load import rooms
from generator.load.records import read_record

CODE = "files"
LEFT_BEHIND = re.compile(
    r"~\$.*|\.~.*|\._.*|\.DS_Store|Thumbs\.db|desktop\.ini|.*(?:\.(?:bak|orig|rej|tmp|swp|old)|~)",
    re.IGNORECASE,
)
COPY = re.compile(r" *(?:\([0-9]+\)|（[0-9]+）|- *副本.*|- *Copy.*)$", re.IGNORECASE)
SUFFIX = re.compile(r"((?:\.(?:yaml|yml|md|markdown|txt))+)$", re.IGNORECASE)
DATED = re.compile(r"([0-9]{4}(?:[-._年]?[0-9]{1,2}(?:[-._月]?[0-9]{1,2}日?)?)?)[-_ ]+(.+)")
LIST = re.compile(r"registry/.*\.(?:xlsx|xls|csv|et)", re.IGNORECASE)
OF_A_JURISDICTION = {
    "认定文件": rooms.DESIGNATIONS,
    "办法": rooms.RULESETS,
    "表格": rooms.FORMS,
    "检验条件的例子": rooms.CASES,
    "平台简介": rooms.PROFILES,
}
ROOM_FOLDERS = [room.folder.rpartition("/")[2] for room in (*OF_A_JURISDICTION.values(), rooms.JURISDICTIONS)]
CHINESE = re.compile("[\u2e80-\u9fff]")


def unexpected(file: str) -> Finding:
    """The finding for a file that has no place here."""
    message, repair = _problem(file)
    return Finding(Location(file), message, repair, CODE).placed(1, 1)


def elsewhere(room: rooms.Room, text: str, file: str) -> tuple[str, str] | None:
    """What kind of record a text is that does not belong in its room, and where it belongs."""
    for word, other in OF_A_JURISDICTION.items():
        right = f"{other.folder}/{file.removeprefix(f'{room.folder}/')}"
        if other is not room and other.pattern.fullmatch(right) and read_record(other.shape, text, file)[0]:
            return word, right
    return None


def moved(file: str, word: str, right: str) -> Finding:
    """The finding for a good record in the folder of another kind."""
    message = f"这是一份{word}，放错了文件夹"
    return Finding(Location(file), message, f"移到 {right}", CODE).placed(1, 1)


def _problem(file: str) -> tuple[str, str]:
    """What is wrong with the name, and the name that was meant where it can be told."""
    name = PurePosixPath(file).name
    if LEFT_BEHIND.fullmatch(name):
        return "这是系统或别的程序自动留下的文件", "删去它"
    if right := name_meant(file):
        if PurePosixPath(right).parent == PurePosixPath(file).parent:
            return f"文件名“{name}”不合约定", f"改名为 {PurePosixPath(right).name}"
        return "文件放错了地方", f"移到 {right}"
    if LIST.fullmatch(file):
        return "表格不放在这里", f"用 platform-registry import 读入名单，写成：{rooms.naming_of(file)}"
    named = rooms.naming_of(file)
    if CHINESE.search(name) and not rooms.BESIDE_A_NOTICE.match(file):
        return "文件名里有中文", f"用小写字母、数字和连字符命名：{named}"
    return "这里不该有这个文件，或文件名不合约定", f"按约定命名或移走：{named}"


def name_meant(file: str) -> str | None:
    """The path that was probably meant; None where nothing near it has a place."""
    folder, _, name = unicodedata.normalize("NFKC", file).rpartition("/")
    suffix = (
        ".md" if folder.startswith("content") and not name.lower().endswith((".yaml", ".yml")) else ".yaml"
    )
    if not SUFFIX.search(name):
        return None
    stem = COPY.sub("", SUFFIX.sub("", name))
    if dated := DATED.fullmatch(stem):
        day = meant(dated[1].replace("_", "-"))
        stem = f"{day}-{dated[2]}" if day else stem
    top, *inner = folder.lower().split("/")
    if top == "registry" and inner:
        inner[0] = nearest(inner[0], ROOM_FOLDERS) or inner[0]
    right = f"{'/'.join([top, *inner])}/{re.sub('[ _]+', '-', stem.lower())}{suffix}"
    notice = re.fullmatch(r"content/notices/([12][0-9]{3}-.*)", right)
    places = (right, f"content/notices/{right.split('/')[2][:4]}/{notice[1]}" if notice else right)
    return next((place for place in places if place != file and _has_place(place)), None)


def _has_place(file: str) -> bool:
    return rooms.room_of(file) is not None or rooms.is_prose(file)
