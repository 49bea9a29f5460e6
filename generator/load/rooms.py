# SPDX-License-Identifier: Apache-2.0
"""Which kinds of source files are there: where do they stand, how are they named, what do they hold?"""

import re
from dataclasses import dataclass
from typing import Any

from generator.base.identifiers import SLUG
from generator.load.shapes import Shape
from generator.model.accepted import Accepted
from generator.model.designation import Designation
from generator.model.facts import Cases
from generator.model.form import Form
from generator.model.jurisdiction import Jurisdiction
from generator.model.notice import FILE_NAME, Notice
from generator.model.page import PageHead
from generator.model.profile import Profile
from generator.model.redirect import Redirect
from generator.model.ruleset import Ruleset
from generator.model.settings import Settings
from generator.model.vocabulary import Function, InstitutionKind, Metric, StepKind, Topic, Unit

SETTINGS = "site_config/site.yaml"
FOLDERS = ("content", "registry")
LOOK = ("mkdocs.yml", "site_config")
SOURCES = (*FOLDERS, *LOOK)
PICTURES = (".png", ".jpg", ".webp")
DAY = r"[12][0-9]{3}(?:-[0-9]{2}(?:-[0-9]{2})?)?"


@dataclass(frozen=True, slots=True)
class Room:
    """A kind of source file. The first group of the pattern is the id of the record."""

    name: str
    pattern: re.Pattern[str]
    shape: Shape
    folder: str
    naming: str  # how files in the folder are named, told to editors


def _vocabulary(name: str, kind: Any) -> Room:
    """The room of one closed list, which is a single file."""
    file = f"registry/vocabularies/{name}.yaml"
    pattern = re.compile(f"registry/vocabularies/({name})\\.yaml")
    return Room(name.replace("-", "_"), pattern, Shape.of(tuple[kind, ...]), "registry/vocabularies", file)


VOCABULARIES = (
    _vocabulary("functions", Function),
    _vocabulary("metrics", Metric),
    _vocabulary("units", Unit),
    _vocabulary("institution-kinds", InstitutionKind),
    _vocabulary("topics", Topic),
    _vocabulary("step-kinds", StepKind),
)
JURISDICTIONS = _vocabulary("jurisdictions", Jurisdiction)
SITE_SETTINGS = Room(
    "settings", re.compile(f"({re.escape(SETTINGS)})"), Shape.of(Settings), "site_config", SETTINGS
)
RULESETS = Room(
    "rulesets",
    re.compile(rf"registry/rulesets/({SLUG}/[12][0-9]{{3}}(?:-[a-z0-9]+)*)\.yaml"),
    Shape.of(Ruleset),
    "registry/rulesets",
    "registry/rulesets/辖区/版本.yaml，例如 registry/rulesets/xiamen/2021.yaml",
)
DESIGNATIONS = Room(
    "designations",
    re.compile(rf"registry/designations/({SLUG}/{DAY}-{SLUG})\.yaml"),
    Shape.of(Designation),
    "registry/designations",
    "registry/designations/辖区/日期-短名.yaml，例如 registry/designations/linfen/2026-05-20-list.yaml",
)
FORMS = Room(
    "forms",
    re.compile(rf"registry/forms/({SLUG}/{SLUG})\.yaml"),
    Shape.of(Form),
    "registry/forms",
    "registry/forms/辖区/表格编号.yaml，例如 registry/forms/linfen/application-report.yaml",
)
CASES = Room(
    "cases",
    re.compile(rf"registry/cases/({SLUG}/[12][0-9]{{3}}(?:-[a-z0-9]+)*)\.yaml"),
    Shape.of(Cases),
    "registry/cases",
    "registry/cases/辖区/版本.yaml，与办法的文件同名，例如 registry/cases/xiamen/2021.yaml",
)
PROFILES = Room(
    "profiles",
    # A profile stands in the folder of the jurisdiction with which the id of its platform begins.
    re.compile(rf"registry/profiles/(?=[^/]+/({SLUG})\.yaml)([a-z]+(?:-[a-z]+)*)/\2-[0-9]{{4,9}}\.yaml"),
    Shape.of(Profile),
    "registry/profiles",
    "registry/profiles/辖区/平台编号.yaml，例如 registry/profiles/linfen/linfen-0001.yaml",
)
NOTICES = Room(
    "notices",
    re.compile(rf"content/notices/([12][0-9]{{3}}/{DAY}-{SLUG})\.md"),
    Shape.of(Notice),
    "content/notices",
    "content/notices/年份/日期-短名.md，例如 content/notices/2026/2026-05-20-linfen-call.md",
)


def _ledger(name: str, kind: Any) -> Room:
    """The room of one list that the project keeps of itself; it is there when something stands in it."""
    file = f"registry/{name}.yaml"
    return Room(name, re.compile(f"registry/({name})\\.yaml"), Shape.of(tuple[kind, ...]), file, file)


ACCEPTED = _ledger("accepted", Accepted)
REDIRECTS = _ledger("redirects", Redirect)
LOCK = "registry/addresses.lock"  # text, not a record
# Not what the site is made from but what it is held to: a change of one of these makes no shard anew.
LEDGERS = ("registry/accepted.yaml", "registry/redirects.yaml", LOCK)
ROOMS = (
    SITE_SETTINGS,
    JURISDICTIONS,
    *VOCABULARIES,
    RULESETS,
    DESIGNATIONS,
    FORMS,
    CASES,
    PROFILES,
    NOTICES,
    ACCEPTED,
    REDIRECTS,
)
PAGE_HEAD = Shape.of(PageHead)  # the front matter of a page of prose
# A file beside a notice: the first group is the id of the notice, the second the name of the file.
ATTACHMENT = re.compile(rf"content/notices/([12][0-9]{{3}}/{DAY}-{SLUG})/({FILE_NAME})")
ATTACHMENT_NAMING = (
    "附件放在与公告同名的文件夹里，只收 .pdf .docx .xlsx .png .jpg，文件名用小写字母、数字和连字符，"
    "例如 content/notices/2026/2026-05-20-linfen-call/list-of-2026.xlsx"
)
BESIDE_A_NOTICE = re.compile(r"content/notices/[^/]+/[^/]+/")
IN_OLD_FORMATS = re.compile(r"content/notices/.*\.(?:doc|xls|wps|et|docm|xlsm)", re.IGNORECASE)
PROSE = re.compile(r"content/((?!notices/)(?:[a-z0-9-]+/)*[a-z0-9-]+\.md)")
DOORS = ("content/README.md", "registry/README.md")  # read by people who keep the sources, not published


def room_of(file: str) -> tuple[Room, str] | None:
    """The room that a file belongs to and the id of its record; None if it belongs to none."""
    for room in ROOMS:
        if found := room.pattern.fullmatch(file):
            return room, found[1]
    return None


def is_prose(file: str) -> bool:
    """Whether a file is a page of prose or a picture shown in one."""
    return bool(PROSE.fullmatch(file)) or is_picture(file)


def is_picture(file: str) -> bool:
    """Whether a file is a picture shown in prose; beside notices pictures are attachments."""
    return file.endswith(PICTURES) and file.startswith("content/") and not file.startswith(NOTICES.folder)


def naming_of(file: str) -> str:
    """How files are named in the folder that this one stands in."""
    if IN_OLD_FORMATS.fullmatch(file):
        return f"先另存为 .docx、.xlsx 或 .pdf（不带宏）；{ATTACHMENT_NAMING}"
    if BESIDE_A_NOTICE.match(file):
        return ATTACHMENT_NAMING
    known = [room.naming for room in ROOMS if file.startswith(f"{room.folder}/")]
    return (
        "；".join(known)
        or "content/ 下放 .md 页面和 .png、.jpg、.webp 图片，文件名用小写字母、数字和连字符；"
        "registry/ 下按既有文件夹放 .yaml"
    )
