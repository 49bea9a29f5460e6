# SPDX-License-Identifier: Apache-2.0
"""To which kind of record does each file belong, and which files belong to none?"""

from pathlib import Path

import pytest

from generator.load import rooms
from tests.builders import TINY
from tests.conftest import REPOSITORY


@pytest.mark.parametrize(
    ("file", "room", "id_"),
    [
        ("site_config/site.yaml", "settings", "site_config/site.yaml"),
        ("registry/vocabularies/jurisdictions.yaml", "jurisdictions", "jurisdictions"),
        ("registry/vocabularies/step-kinds.yaml", "step_kinds", "step-kinds"),
        ("registry/rulesets/yangli/2020.yaml", "rulesets", "yangli/2020"),
        ("registry/rulesets/yang-li/2021-draft-2.yaml", "rulesets", "yang-li/2021-draft-2"),
        (
            "registry/designations/yangli/2020-06-01-first-list.yaml",
            "designations",
            "yangli/2020-06-01-first-list",
        ),
        ("registry/designations/yangli/2020-06-list.yaml", "designations", "yangli/2020-06-list"),
        ("registry/designations/yangli/2020-list.yaml", "designations", "yangli/2020-list"),
        ("registry/forms/yangli/application.yaml", "forms", "yangli/application"),
        ("registry/profiles/yangli/yangli-0001.yaml", "profiles", "yangli-0001"),
        ("registry/profiles/yang-li/yang-li-00012.yaml", "profiles", "yang-li-00012"),
        ("content/notices/2023/2023-11-01-yangli-call.md", "notices", "2023/2023-11-01-yangli-call"),
    ],
)
def test_a_file_belongs_to_a_room_and_its_path_is_its_id(file: str, room: str, id_: str) -> None:
    belongs = rooms.room_of(file)

    assert belongs is not None
    assert (belongs[0].name, belongs[1]) == (room, id_)


@pytest.mark.parametrize(
    "file",
    [
        "registry/rulesets/2020.yaml",
        "registry/rulesets/yangli/v2020.yaml",
        "registry/rulesets/yangli/2020.yml",
        "registry/rulesets/yangli/2020.YAML",
        "registry/rulesets/yangli/sub/2020.yaml",
        "registry/rulesets/yangli/２０２０.yaml",
        "registry/rulesets/Yangli/2020.yaml",
        "registry/designations/yangli/2020-6-1-list.yaml",
        "registry/designations/yangli/2020-06-01.yaml",
        "registry/designations/yangli/2020-06-01-List.yaml",
        "registry/designations/yangli/list.yaml",
        "registry/forms/application.yaml",
        "registry/vocabularies/colours.yaml",
        "registry/profiles/other/yangli-0001.yaml",
        "registry/profiles/yangli/yangli-1.yaml",
        "registry/profiles/yangli/yangli-0001-new.yaml",
        "registry/profiles/yangli-0001.yaml",
        "content/notices/2023/call.md",
        "content/notices/2023-11-01-yangli-call.md",
        "site_config/site.yaml.bak",
        "content/about.md",
    ],
)
def test_other_files_belong_to_no_room(file: str) -> None:
    assert rooms.room_of(file) is None


@pytest.mark.parametrize(
    ("file", "is_prose"),
    [
        ("content/about.md", True),
        ("content/help/how-to.md", True),
        ("content/picture.png", True),
        ("content/help/photo.webp", True),
        ("content/About.md", False),
        ("content/说明.md", False),
        ("content/about.html", False),
        ("content/notices/about.md", False),
        ("content/photo.gif", False),
        ("registry/about.md", False),
        ("registry/picture.png", False),
    ],
)
def test_prose_is_markdown_and_pictures_below_content(file: str, is_prose: bool) -> None:
    assert rooms.is_prose(file) is is_prose


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("registry/rulesets/yangli/v1.yaml", "registry/rulesets/辖区/版本.yaml"),
        ("registry/designations/list.yaml", "registry/designations/辖区/日期-短名.yaml"),
        ("registry/forms/a.yaml", "registry/forms/辖区/表格编号.yaml"),
        ("registry/profiles/a.yaml", "registry/profiles/辖区/平台编号.yaml"),
        ("content/notices/a.md", "content/notices/年份/日期-短名.md"),
        ("registry/vocabularies/a.yaml", "registry/vocabularies/topics.yaml"),
        ("registry/a.yaml", "registry/ 下按既有文件夹放 .yaml"),
    ],
)
def test_an_editor_is_told_how_files_are_named_in_that_folder(file: str, told: str) -> None:
    assert told in rooms.naming_of(file)


@pytest.mark.parametrize("root", [TINY, REPOSITORY], ids=["tiny", "real"])
def test_every_file_of_both_sites_belongs_somewhere(root: Path) -> None:
    files = [
        p.relative_to(root).as_posix() for f in rooms.FOLDERS for p in (root / f).rglob("*") if p.is_file()
    ]

    assert len(files) > 10
    known = (*rooms.DOORS, rooms.LOCK)
    assert [f for f in files if not (rooms.room_of(f) or rooms.is_prose(f) or f in known)] == []


def test_examples_told_to_editors_follow_their_own_convention() -> None:
    for room in rooms.ROOMS:
        example = room.naming.rsplit("例如 ", 1)[-1]
        assert room.pattern.fullmatch(example), example
    assert rooms.ATTACHMENT.fullmatch(rooms.ATTACHMENT_NAMING.rsplit("例如 ", 1)[-1])
