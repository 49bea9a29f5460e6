# SPDX-License-Identifier: Apache-2.0
"""Is personal data kept out of the site, and out of everything that is said or left on the disk?"""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator import pipeline
from generator.__main__ import application
from generator.base.personal_data import personal_numbers
from generator.model.outcome import Outcome
from generator.output.preview import Preview
from generator.output.release import Build
from tests.builders import TINY_DAY
from tests.load import attaching
from tests.output.published import digests
from tests.pipeline.editing import CALL, NOTICES, appended, built, replaced, silent, without_build

MOBILE, IDENTITY, CARD = "13800138000", "11010519491231002X", "6222021234567890128"
SPELLINGS = [MOBILE, "138 0013 8000", "138-0013-8000", "１３８００１３８０００", IDENTITY, CARD]
PIECES = re.compile("0013.?8000|００１３８０００|0138000|19491231|49123100|0212345678")
BESIDE = CALL.removesuffix(".md")
LIST = "registry/designations/yangli/2020-06-01-first-list.yaml"


def plant(root: Path) -> None:
    """Put numbers into a file of every kind, and the name of one."""
    replaced(LIST, "name: 样例甲服务中心", f"name: 样例甲{SPELLINGS[1]}")(root)
    replaced("registry/profiles/yangli/yangli-0001.yaml", "0990-5550101", SPELLINGS[2])(root)
    replaced("registry/rulesets/yangli/2020.yaml", "title: ", f"title: [{IDENTITY}, ")(root)
    appended(CALL, f"\n{SPELLINGS[3]}，{CARD}\n")(root)
    appended("content/about.md", "\n138**0013**8000\n")(root)
    (root / BESIDE).mkdir()
    for suffix, makers in attaching.FORMATS.items():
        for number, make in enumerate(makers.values()):
            value = SPELLINGS[number % len(SPELLINGS)]
            (root / BESIDE / f"list-{number}.{suffix}").write_bytes(make(value.translate(attaching.ASCII)))
    (root / NOTICES / f"2023-{MOBILE}.md").write_text("样例", encoding="utf-8")


def said_and_left(root: Path) -> dict[str, str]:
    """Everything that commands say, what the preview shows, and every file below build/ and .cache/."""
    texts = {}
    for command in ("check", "build"):
        result = CliRunner().invoke(
            application(), [command, "--root", str(root), "--as-of", str(TINY_DAY)], catch_exceptions=False
        )
        assert result.exit_code == 1
        texts[command] = result.output
    findings = pipeline.examine(root, TINY_DAY)
    texts["findings"] = repr(findings)
    texts["kept"] = Outcome(key="", made_on=TINY_DAY, findings=findings).model_dump_json()
    preview = Preview(Build(root / "build"), 0)
    preview.refused("\n".join(map(str, findings)) + MOBILE)
    texts["preview"] = json.loads(next(preview.events("")).split("data: ")[1])
    preview._server.server_close()
    for folder in ("build", ".cache"):
        for file in sorted((root / folder).rglob("*")):
            texts[str(file)] = f"{file.name} " + (
                file.read_bytes().decode("utf-8", "ignore") if file.is_file() else ""
            )
    return texts


def test_planted_numbers_are_found_everywhere_and_repeated_nowhere(root: Path) -> None:
    before = digests(root / "build" / "site")
    plant(root)

    texts = said_and_left(root)

    files = {finding.location.file for finding in pipeline.examine(root, TINY_DAY)}
    planted = {str(file.relative_to(root)) for file in (root / BESIDE).iterdir()}
    assert files == {
        *planted,
        *(LIST, "registry/profiles/yangli/yangli-0001.yaml", "registry/rulesets/yangli/2020.yaml"),
        *(CALL, "content/about.md", f"{NOTICES}/2023-***********.md"),
    }
    assert {name: PIECES.findall(text) for name, text in texts.items() if PIECES.search(text)} == {}
    assert [name for name, text in texts.items() if personal_numbers(text)] == []
    assert digests(root / "build" / "site") == before


@pytest.mark.parametrize(
    ("file", "right"),
    [
        ("site_config/templates/pages/notice.html", "<h1"),
        ("site_config/templates/pages/platform.html", "<h1"),
        ("site_config/templates/pages/home.html", "<section"),
        ("site_config/scripts/day.js", "export"),
        ("site_config/brand/site.css", "\n"),
    ],
)
@pytest.mark.parametrize("value", [MOBILE, "110105 19491231 002X"])
def test_a_number_that_no_source_holds_stops_the_build_and_the_site_stays(
    root: Path, file: str, right: str, value: str
) -> None:
    before = digests(root / "build" / "site")
    text = (root / file).read_text(encoding="utf-8")
    around = {"css": "/* {} */", "s": "// {}\n"}.get(
        file.rsplit(".", maxsplit=1)[-1][-3:].removeprefix("j"), "<b>{}</b>"
    )
    (root / file).write_text(text.replace(right, around.format(value) + right, 1), encoding="utf-8")

    with pytest.raises(pipeline.Stopped) as stopped:
        pipeline.build(root, TINY_DAY, silent)

    assert "生成的网页里有个人信息" in str(stopped.value)
    assert PIECES.search(str(stopped.value)) is None
    assert digests(root / "build" / "site") == before
    left = [path for path in (root / "build").rglob("*") if path.is_file()]
    assert [path for path in left if PIECES.search(path.read_bytes().decode("utf-8", "ignore"))] == []


def attach(root: Path, **files: bytes) -> None:
    """Attach files to the call."""
    lines = [f"  - {{title: 样例{name}, file: {name}.pdf}}\n" for name in files]
    replaced(CALL, "\nsource:", "\nattachments:\n" + "".join(lines) + "source:")(root)
    (root / BESIDE).mkdir(exist_ok=True)
    for name, content in files.items():
        (root / BESIDE / f"{name}.pdf").write_bytes(content)


def test_an_attachment_is_published_below_its_notice_with_size_and_checksum(
    root: Path, tmp_path: Path
) -> None:
    content = attaching.printed(attaching.page())
    attach(root, list=content)

    site = built(root)

    page = (site / "notices/2023/yangli-call/index.html").read_text(encoding="utf-8")
    assert (site / "notices/2023/yangli-call/list.pdf").read_bytes() == content
    assert 'href="../../../notices/2023/yangli-call/list.pdf" download' in page
    assert attaching.checksum(content) in page
    assert digests(site) == digests(built(without_build(root, tmp_path / "at-once")))


def test_a_changed_attachment_is_read_and_published_anew(root: Path) -> None:
    attach(root, list=attaching.printed(attaching.page()))
    built(root)
    changed = attaching.printed(attaching.page("another"))
    (root / BESIDE / "list.pdf").write_bytes(changed)

    site = built(root)

    assert (site / "notices/2023/yangli-call/list.pdf").read_bytes() == changed
    (root / BESIDE / "list.pdf").write_bytes(attaching.on_a_page(MOBILE))
    assert [f.check for f in pipeline.build(root, TINY_DAY, silent).findings] == ["personal-data"]


def test_an_attachment_that_is_gone_is_gone_from_the_site(root: Path) -> None:
    call = (root / CALL).read_bytes()
    attach(root, list=attaching.printed(attaching.page()))
    built(root)
    (root / BESIDE / "list.pdf").unlink()
    (root / CALL).write_bytes(call)

    assert not (built(root) / "notices/2023/yangli-call/list.pdf").exists()


def test_attachments_are_read_again_by_another_generator_only(root: Path) -> None:
    attach(root, list=attaching.printed(attaching.page()))
    built(root)
    release = Build(root / "build").current
    assert release is not None
    kept = release.outcome("notices/2023")
    assert kept is not None

    assert "notices/2023/yangli-call/list.pdf" in kept.vouched(kept.key)
    assert kept.vouched("another." + kept.key.partition(".")[2]) == {}
