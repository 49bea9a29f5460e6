# SPDX-License-Identifier: Apache-2.0
"""Is the built tiny site, byte for byte, what was agreed? Read the diff, then `make golden`."""

import re
from pathlib import Path

import pytest

from tests.conftest import Golden

DIGEST = re.compile("(?<=zh-cn_)[0-9a-f]+")  # names in the search index follow from every text
AGREED = [
    "404.html",
    "about/index.html",
    "api/v1/amendments/yangli/2020.json",
    "api/v1/changes.json",
    "api/v1/comparison.json",
    "api/v1/comparison/yangli/2020.json",
    "api/v1/designations/yangli/changes.json",
    "api/v1/forms.json",
    "api/v1/forms/yangli/2020-checklist.json",
    "api/v1/forms/yangli/2020-self-assessment.json",
    "api/v1/forms/yangli/report.json",
    "api/v1/index.json",
    "api/v1/jurisdictions.json",
    "api/v1/notices.json",
    "api/v1/platforms.json",
    "api/v1/platforms/yangli-0001.json",
    "api/v1/platforms/yangli-0003.json",
    "api/v1/rulesets.json",
    "api/v1/rulesets/yangli/2020.json",
    "assets/scripts/words.js",
    "compare/index.html",
    "data/datapackage.json",
    "data/index.html",
    "data/notices.csv",
    "data/platforms.csv",
    "data/terms.csv",
    "data/thresholds.csv",
    "forms/index.html",
    "forms/yangli/2020-checklist/index.html",
    "forms/yangli/2020-self-assessment/index.html",
    "forms/yangli/application/index.html",
    "forms/yangli/report/index.html",
    "guides/yangli/2020/index.html",
    "guides/yangli/2023/index.html",
    "guides/yangli/index.html",
    "index.html",
    "lookup/directory.json",
    "lookup/rows/0.json",
    "notices/2020/yangli-first-list/index.html",
    "notices/2020/yangli-first-list/list.csv",
    "notices/2021/index.html",
    "notices/2021/yangli-changes/index.html",
    "notices/2023/index.html",
    "notices/2023/yangli-call/index.html",
    "notices/index.html",
    "registry/index.html",
    "registry/letters/index.html",
    "registry/letters/y/index.html",
    "registry/yangli-0001/badge.svg",
    "registry/yangli-0001/index.html",
    "registry/yangli-0002/index.html",
    "registry/yangli-0003/index.html",
    "registry/yangli/index.html",
    "registry/years/2020/index.html",
    "registry/years/2021/index.html",
    "registry/years/index.html",
    "review/index.html",
    "robots.txt",
    "sitemap.xml",
]


@pytest.mark.parametrize("path", AGREED)
def test_golden_file_of_the_tiny_site_is_as_agreed(path: str, tiny_built: Path, golden: Golden) -> None:
    golden(f"tiny/{path}", (tiny_built / path).read_bytes())


def test_golden_list_of_all_paths_of_the_tiny_site_is_as_agreed(tiny_built: Path, golden: Golden) -> None:
    files = (p.relative_to(tiny_built).as_posix() for p in tiny_built.rglob("*") if p.is_file())
    paths = sorted({DIGEST.sub("<digest>", path) for path in files})

    golden("tiny-paths.txt", "".join(f"{path}\n" for path in paths).encode())
