# SPDX-License-Identifier: Apache-2.0
"""Do all files of a project become one site, and is every file that has no place there told?"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.base.finding import Finding
from generator.base.location import Location
from generator.load.tree import load, located
from generator.model.site import Site
from tests.builders import TINY_DAY, tiny_site
from tests.load.attaching import picture

CALL = "content/notices/2023/2023-11-01-yangli-call.md"
LIST = "registry/designations/yangli/2020-06-01-first-list.yaml"


def told(root: Path) -> list[tuple[str, str, str]]:
    """File, place and message of every finding."""
    _, findings = load(root, TINY_DAY)
    return [(f.location.file, f"{f.location.line}:{f.location.column}", f.message) for f in findings]


def site_of(root: Path) -> Site:
    site, _ = load(root, TINY_DAY)
    assert site is not None
    return site


def test_the_tiny_site_is_read_whole_and_without_findings() -> None:
    site = tiny_site()

    assert site.as_of == TINY_DAY
    assert list(site.rulesets) == ["yangli/2017", "yangli/2020", "yangli/2023"]
    assert list(site.designations) == [
        "yangli/2020-06-01-first-list",
        "yangli/2021-03-15-changes",
        "yangli/2023-05-20-renewal",
    ]
    assert list(site.notices) == ["2023/2023-11-01-yangli-call"]
    assert list(site.forms) == ["yangli/application", "yangli/report"]
    assert list(site.jurisdictions) == ["national", "yangli"]
    assert list(site.prose) == ["about.md", "accessibility.md", "index.md"]
    assert [topic.id for topic in site.vocabularies.topics] == ["principle"]
    assert site.unreadable == frozenset()


def test_a_notice_is_read_with_its_text_and_the_line_it_begins_on(tiny_root: Path) -> None:
    written = site_of(tiny_root).notices["2023/2023-11-01-yangli-call"]
    lines = (tiny_root / CALL).read_text(encoding="utf-8").split("\n")

    assert written.front.issued_on.exact == date(2023, 11, 1)
    assert written.body.startswith("请按时报送。\n")
    assert lines[written.body_line - 1] == "请按时报送。"


def test_the_doors_for_editors_are_no_sources(tiny_root: Path) -> None:
    for door in ("content/README.md", "registry/README.md"):
        (tiny_root / door).write_text("说明", encoding="utf-8")

    assert told(tiny_root) == []
    assert "README.md" not in site_of(tiny_root).prose


@pytest.mark.parametrize(
    "file",
    [
        "registry/notes.txt",
        "registry/rulesets/README.md",
        "registry/designations/2020-06-01-list.yaml",
        "registry/profiles/other/yangli-0001.yaml",
        "content/notices/README.md",
        "content/notices/2023/picture.txt",
        "content/video.mp4",
    ],
)
def test_a_file_that_has_no_place_is_told(tiny_root: Path, file: str) -> None:
    (tiny_root / file).parent.mkdir(parents=True, exist_ok=True)
    (tiny_root / file).write_bytes(b"\xff\x00 whatever")

    assert told(tiny_root) == [(file, "1:1", "这里不该有这个文件，或文件名不合约定")]


def test_pictures_stand_beside_prose(tiny_root: Path) -> None:
    (tiny_root / "content" / "help").mkdir()
    (tiny_root / "content" / "help" / "map.png").write_bytes(picture("PNG"))
    text = "---\ntitle: 怎样查询\ndescription: 查询的步骤\n---\n\n![地图](map.png)\n"
    (tiny_root / "content" / "help" / "how-to.md").write_text(text, encoding="utf-8")

    assert told(tiny_root) == []
    assert site_of(tiny_root).prose["help/how-to.md"] == text


@pytest.mark.parametrize(
    "text",
    ["--\ntitle: 怎样查询\n---\n", "title: 怎样查询\n---\n", "---\ntitel: 怎样查询\n---\n", "1、甲\n2、乙\n"],
)
def test_a_page_of_prose_is_looked_at_before_the_site_engine_sees_it(tiny_root: Path, text: str) -> None:
    (tiny_root / "content" / "how-to.md").write_text(text, encoding="utf-8")

    assert [file for file, _, _ in told(tiny_root)] == ["content/how-to.md"]
    assert "how-to.md" not in site_of(tiny_root).prose


def test_byte_order_marks_and_windows_line_ends_change_nothing(tiny_root: Path) -> None:
    files = [*tiny_root.rglob("registry/**/*.yaml"), *tiny_root.rglob("content/**/*.md")]
    files += [tiny_root / "site_config" / "site.yaml"]
    for file in files:
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))

    assert told(tiny_root) == []
    assert replace(site_of(tiny_root), design=tiny_site().design) == tiny_site()


def test_files_outside_the_data_folders_do_not_matter(tiny_root: Path) -> None:
    for file in ("notes.txt", "build/site/index.html", "site_config/extra.yaml", ".git/config"):
        (tiny_root / file).parent.mkdir(parents=True, exist_ok=True)
        (tiny_root / file).write_bytes(b"\xff")

    assert told(tiny_root) == []


@pytest.mark.parametrize(
    "file", ["registry/rulesets/yangli/2020.yaml", "site_config/site.yaml", CALL, "content/about.md"]
)
def test_a_link_in_place_of_a_file_is_refused_and_nothing_else_is_said(tiny_root: Path, file: str) -> None:
    outside = tiny_root / "outside"
    (tiny_root / file).rename(outside)
    (tiny_root / file).symlink_to(outside)

    assert told(tiny_root) == [(file, "1:1", "这是符号链接")]


def test_a_link_that_leads_nowhere_or_to_a_folder_is_refused(tiny_root: Path) -> None:
    (tiny_root / "registry" / "rulesets" / "lost").symlink_to("/nonexistent")
    (tiny_root / "registry" / "rulesets" / "loop").symlink_to(tiny_root / "registry")

    assert told(tiny_root) == [
        ("registry/rulesets/loop", "1:1", "这是符号链接"),
        ("registry/rulesets/lost", "1:1", "这是符号链接"),
    ]


@pytest.mark.parametrize(
    "file",
    [
        "site_config/site.yaml",
        *(
            f"registry/vocabularies/{name}.yaml"
            for name in (
                "jurisdictions", "functions", "metrics", "units", "institution-kinds", "topics", "step-kinds",
            )
        ),
    ],
)  # fmt: skip
def test_without_settings_and_words_there_is_no_site(tiny_root: Path, file: str) -> None:
    (tiny_root / file).unlink()

    site, findings = load(tiny_root, TINY_DAY)

    assert site is None
    assert [str(finding) for finding in findings] == [
        f"{file}:1:1: 错误：缺少这个文件 [files]\n    修法：从版本库恢复它"
    ]


def test_a_list_of_words_that_cannot_be_read_is_not_told_as_missing_too(tiny_root: Path) -> None:
    (tiny_root / "registry" / "vocabularies" / "topics.yaml").write_text("- {id: 1}\n", encoding="utf-8")

    site, findings = load(tiny_root, TINY_DAY)

    assert site is None
    assert {finding.location.file for finding in findings} == {"registry/vocabularies/topics.yaml"}
    assert {finding.check for finding in findings} == {"fields", "values"}


def test_a_file_that_cannot_be_read_is_known_to_be_there(tiny_root: Path) -> None:
    for file, content in [(LIST, b"\xff"), (CALL, "没有字段".encode()), ("content/about.md", b"a\0\n")]:
        (tiny_root / file).write_bytes(content)

    site = site_of(tiny_root)

    assert site.unreadable == {LIST, CALL, "content/about.md"}
    assert site.notices == {}
    assert "about.md" not in site.prose


def test_of_two_places_with_one_id_the_second_is_told(tiny_root: Path) -> None:
    file = "registry/vocabularies/jurisdictions.yaml"
    text = (tiny_root / file).read_text(encoding="utf-8")
    again = "- {id: national, name: 又一个, short_name: 又, level: national}\n"
    (tiny_root / file).write_text(text + again, encoding="utf-8")

    assert told(tiny_root) == [(file, f"{text.count(chr(10)) + 1}:8", "编号“national”前面已经用过")]


def test_findings_of_many_files_are_in_the_order_of_their_places(tiny_root: Path) -> None:
    for file in (LIST, CALL, "registry/forms/yangli/application.yaml"):
        text = (tiny_root / file).read_text(encoding="utf-8")
        (tiny_root / file).write_text(
            text.replace("issuer", "isuer").replace("title:", "titel:"), encoding="utf-8"
        )

    places = [(file, *map(int, place.split(":"))) for file, place, _ in told(tiny_root)]

    assert len(places) == 6
    assert places == sorted(places)


def test_the_order_of_the_disk_does_not_matter(tiny_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    straight, rglob, seen = site_of(tiny_root), Path.rglob, []

    def backwards(folder: Path, pattern: str) -> list[Path]:
        found = sorted(rglob(folder, pattern), reverse=True)
        seen.extend(found)
        return found

    monkeypatch.setattr(Path, "rglob", backwards)
    turned = site_of(tiny_root)

    assert seen != sorted(seen)
    for name in ("rulesets", "designations", "notices", "forms", "prose", "design"):
        assert list(getattr(turned, name).items()) == list(getattr(straight, name).items())


def located_at(root: Path, location: Location) -> tuple[int, int]:
    (finding,) = located(root, [Finding(location, "错", "改", "check")])
    return finding.location.line, finding.location.column


@pytest.mark.parametrize(
    ("location", "place"),
    [
        (Location(LIST), (1, 1)),
        (Location(LIST, ("issued_on",)), (4, 12)),
        (Location(LIST).key("issued_on"), (4, 1)),
        (Location(LIST, ("acts", 0, "platforms", 1)), (12, 9)),
        (Location(LIST, ("acts", 0, "platforms", 1, "name")), (12, 39)),
        (Location(LIST).at("acts", 0, "platforms", 1).key("name"), (12, 33)),
        (Location(LIST, ("acts", 0, "platforms", 0, "functions", 0)), (11, 79)),
        (Location(LIST, ("acts", 0, "platforms", 1, "credit_code")), (12, 9)),
        (Location(LIST, ("acts", 7)), (6, 1)),
        (Location(LIST, ("acts", 0, "through")), (7, 5)),
        (Location(CALL), (2, 1)),
        (Location(CALL, ("issued_on",)), (7, 12)),
        (Location(CALL, ("windows", 0, "through")), (11, 58)),
        (Location("content/about.md"), (2, 1)),
        (Location("registry/gone.yaml", ("a",)), (1, 1)),
    ],
)
def test_findings_of_checks_get_their_line_and_column(
    tiny_root: Path, location: Location, place: tuple[int, int]
) -> None:
    assert located_at(tiny_root, location) == place


def test_a_finding_that_knows_its_place_keeps_it(tiny_root: Path) -> None:
    known = Finding(Location(LIST), "错", "改", "check").placed(9, 9)

    assert located(tiny_root, [known]) == [known]


def test_a_file_that_cannot_be_read_any_more_is_told_at_its_beginning(tiny_root: Path) -> None:
    (tiny_root / LIST).write_bytes(b"\xff")
    (tiny_root / CALL).write_bytes(b"no front matter")

    assert located_at(tiny_root, Location(LIST, ("acts", 0))) == (1, 1)
    assert located_at(tiny_root, Location(CALL, ("title",))) == (1, 1)
