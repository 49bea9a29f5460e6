# SPDX-License-Identifier: Apache-2.0
"""Is it known before anything is written what a check would find in it, and nothing besides?"""

from pathlib import Path

import pytest

from generator.model.outcome import Outcome
from generator.model.site import Site
from generator.pipeline import reading
from generator.pipeline.shards import Examined, examined
from generator.pipeline.trial import tried
from tests.builders import TINY, TINY_DAY

FILE = "registry/designations/yangli/2023-06-01-more.yaml"
FIRST = "registry/designations/yangli/2020-06-01-first-list.yaml"
MORE = (TINY / FIRST).read_text(encoding="utf-8").replace("2020", "2023").replace("yangli-000", "yangli-100")
MORE = MORE.replace("服务中心", "咨询中心")


CALL = "content/notices/2023/2023-11-01-yangli-call.md"
NOTICE = CALL.replace("call", "second-call")
FUNCTIONS = "registry/vocabularies/functions.yaml"


def found(root: Path, new: dict[str, str]) -> list[tuple[str, str]]:
    contents = {file: text.encode() for file, text in new.items()}
    return [(finding.location.file, finding.check) for finding in tried(root, TINY_DAY, contents)]


def test_what_is_right_is_found_right_and_nothing_is_written(root: Path) -> None:
    assert found(root, {FILE: MORE}) == []
    assert not (root / FILE).exists()


def test_what_is_wrong_in_a_new_file_is_found_at_its_line(root: Path) -> None:
    wrong = MORE.replace("stated_count: 3", "stated_count: 4").encode()
    (finding,) = tried(root, TINY_DAY, {FILE: wrong})

    assert (finding.location.file, finding.location.line) == (FILE, 8)
    assert finding.check == "counts-agree-with-rows"


def test_what_a_new_file_makes_wrong_in_another_is_found(root: Path) -> None:
    changes = (TINY / "registry/designations/yangli/2021-03-15-changes.yaml").read_text(encoding="utf-8")
    _, revoked = changes.split("  - kind: revoke")
    earlier = FILE.replace("2023-06-01", "2021-06-01")
    head = MORE.split("acts:")[0].replace("2023", "2021").replace("yangli/2021", "yangli/2020")
    acts = f"acts:\n  - kind: revoke{revoked.replace('yangli-0003', 'yangli-0001').replace('丙', '甲')}"

    assert found(root, {earlier: head + acts}) == [
        ("registry/designations/yangli/2023-05-20-renewal.yaml", "acts-fit-what-came-before")
    ]


def test_what_was_wrong_before_is_not_told_again(root: Path) -> None:
    first = root / FIRST
    wrong = first.read_text(encoding="utf-8").replace("stated_count: 3", "stated_count: 4")
    first.write_text(wrong, encoding="utf-8")

    assert found(root, {FILE: MORE}) == []


def test_a_file_that_cannot_be_read_as_a_record_is_found(root: Path) -> None:
    assert found(root, {FILE: MORE.replace("issuer:", "isuer:")}) == [(FILE, "fields")]


def test_a_new_file_may_cite_what_stands_in_lists_that_it_does_not_touch(root: Path) -> None:
    notice = (TINY / CALL).read_text(encoding="utf-8").replace("kind: call", "kind: other").split("windows:")
    cited = notice[0] + "follows: [yangli/2020-06-01-first-list]\n" + notice[1].split("\n", maxsplit=2)[2]

    assert found(root, {NOTICE: cited}) == []
    assert found(root, {NOTICE: cited.replace("first-list", "third-list")}) != []


def test_what_an_edited_file_of_the_base_makes_wrong_in_a_list_is_found(root: Path) -> None:
    shorter = (root / FUNCTIONS).read_text(encoding="utf-8").replace("id: training", "id: teaching")

    assert FIRST in {file for file, _ in found(root, {FUNCTIONS: shorter})}


def test_what_was_built_as_it_is_is_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(
        project: Path, base: Site, files: tuple[str, ...], key: str, last: Outcome | None
    ) -> tuple[Site, Examined]:
        read.extend(files)
        return examined(project, base, files, key, last)

    monkeypatch.setattr(reading, "examined", noted)

    assert found(root, {NOTICE: (TINY / CALL).read_text(encoding="utf-8")}) == []
    assert read == [CALL, NOTICE]
