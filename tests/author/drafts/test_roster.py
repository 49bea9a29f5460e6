# SPDX-License-Identifier: Apache-2.0
"""Are the platforms of a short list recognized, new ones given ids, and doubtful rows refused?"""

import pytest

from generator.author.drafts.roster import roster
from generator.base.identifiers import credit_code_check_character
from generator.base.misfit import Misfit
from generator.derive.register import Register
from generator.model.designation import ActKind
from tests.builders import act, designation, register, row

CODE = f"91990101MA0000001{credit_code_check_character('91990101MA0000001')}"
OTHER = f"91990101MA0000002{credit_code_check_character('91990101MA0000002')}"


def known() -> Register:
    rows = [
        row(credit_code=CODE),
        row("yangli-0002", "样例乙"),
        row("yangli-0003", "样例丙"),
        row("yangli-0005", "样例丙"),
    ]
    renamed = designation(act("rename", row("yangli-0002", "样例新乙")), issued_on="2021-06-01")
    return register(
        designations={
            "yangli/2020-06-01-list": designation(act("designate", *rows)),
            "yangli/2021-06-01-renaming": renamed,
        }
    )


def ids(*lines: str, kind: ActKind = ActKind.RENEW) -> list[tuple[str, str]]:
    return [(row["platform"], row["name"]) for row in roster(known(), "yangli", kind, lines).rows]


@pytest.mark.parametrize(
    ("line", "id_", "name"),
    [
        ("样例甲服务中心", "yangli-0001", "样例甲服务中心"),
        ("1、样例甲服务中心", "yangli-0001", "样例甲服务中心"),
        ("12\t样例甲服务中心\t样例市", "yangli-0001", "样例甲服务中心"),
        (f"样例甲（新名）|{CODE.lower()}", "yangli-0001", "样例甲（新名）"),
        (CODE, "yangli-0001", "样例甲服务中心"),
        ("样例乙", "yangli-0002", "样例乙"),  # a former name
        ("样 例甲服务中心", "yangli-0001", "样例甲服务中心"),
        ("yangli-0003", "yangli-0003", "样例丙"),
        ("样例丙，yangli-0005", "yangli-0005", "样例丙"),
        ("样例丁", "yangli-0006", "样例丁"),
    ],
)
def test_a_platform_is_known_by_its_code_its_names_or_its_id(line: str, id_: str, name: str) -> None:
    assert ids(line) == [(id_, name)]


def test_heads_and_empty_lines_are_passed_over_and_new_platforms_counted_on() -> None:
    found = roster(
        known(), "yangli", ActKind.DESIGNATE, ["序号|名称", "", "1|样例丁|样例市", f"2|样例戊|{OTHER}"]
    )

    assert found.rows == (
        {"platform": "yangli-0006", "name": "样例丁", "location": "样例市"},
        {"platform": "yangli-0007", "name": "样例戊", "credit_code": OTHER},
    )
    assert found.told == ("样例丁：新平台，编号 yangli-0006", "样例戊：新平台，编号 yangli-0007")
    assert found.has_new


def test_a_new_platform_whose_name_is_near_to_a_known_one_is_asked_about() -> None:
    found = roster(known(), "yangli", ActKind.REVOKE, ["样例甲服务中新"])

    assert found.rows == ({"platform": "yangli-0006", "name": "样例甲服务中新"},)
    doubt = "与 yangli-0001 名称只差一个字：样例甲服务中心，是不是同一个平台？"
    assert found.told == (f"样例甲服务中新：新平台，编号 yangli-0006；{doubt}",)


def test_a_new_or_corrected_name_stands_behind_the_known_one() -> None:
    assert ids("样例甲服务中心|样例甲总站", kind=ActKind.RENAME) == [("yangli-0001", "样例甲总站")]
    corrected = roster(known(), "yangli", ActKind.CORRECT, [f"样例新乙|{OTHER}"])
    assert corrected.rows == ({"platform": "yangli-0002", "name": "样例新乙", "credit_code": OTHER},)
    assert corrected.told == ("样例新乙：已有的平台 yangli-0002（样例新乙）",)
    assert not corrected.has_new


@pytest.mark.parametrize(
    ("lines", "kind", "message", "repair"),
    [
        ((), ActKind.RENEW, "名单是空的", "至少写一个平台"),
        (("样例丁", "样例丁"), ActKind.RENEW, "第 2 行：“样例丁”前面已经有了", "只写一行"),
        (("样例甲服务中心", CODE), ActKind.RENEW, "前面已经有了", "只写一行"),
        (("样例丙",), ActKind.RENEW, "“样例丙”有 2 个平台", "yangli-0003、yangli-0005"),
        (("yangli-0099",), ActKind.RENEW, "没有编号是 yangli-0099 的平台", "新平台不写编号"),
        (
            (f"样例乙|{CODE}",),
            ActKind.RENEW,
            "代码是 yangli-0001 的，名称却是 yangli-0002 的",
            "核对名称和代码",
        ),
        ((OTHER,), ActKind.RENEW, "没有收录，也没有写名称", "写上名称"),
        (("甲|乙|丙|丁",), ActKind.RENEW, "第 1 行的栏目太多", "platform-registry import"),
        ((f"甲|{CODE[:-1]}0",), ActKind.RENEW, "统一社会信用代码", "核对 18 位代码"),
        (("样例甲",), ActKind.RENAME, "本站没有收录“样例甲”", "是否想写“样例甲服务中心”？"),
        (("样例乙",), ActKind.RENAME, "没有写新的名称", "原来的名称 | 新的名称"),
    ],
)
def test_a_row_that_is_not_certain_is_refused(
    lines: tuple[str, ...], kind: ActKind, message: str, repair: str
) -> None:
    with pytest.raises(Misfit) as caught:
        roster(known(), "yangli", kind, lines)

    assert message in caught.value.message
    assert repair in caught.value.repair
