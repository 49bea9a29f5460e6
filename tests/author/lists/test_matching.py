# SPDX-License-Identifier: Apache-2.0
"""Do rows find their platforms by code and by name, and is nothing merged that is only alike?"""

from generator.author.lists.matching import Matching, match
from generator.model.platform import Platform
from tests.author.lists.reading import platforms, read, sheet
from tests.builders import act, designation, register
from tests.builders import row as listed
from tests.official_lists import HEAD, code, row

KNOWN = {
    "platform": "yangli-0007",
    "name": "样例（甲）服务中心",
    "credit_code": code(7),
    "operator": "样例甲公司",
}


def matching(*lines: list[object], known: list[Platform] | None = None) -> Matching:
    found = read(sheet(HEAD, *lines))
    assert found.findings == ()
    return match(found.entries, "yangli", platforms(KNOWN) if known is None else known)


def told(*lines: list[object], known: list[Platform] | None = None) -> list[str]:
    return [f"{f.location.part}：{f.message}。{f.repair}" for f in matching(*lines, known=known).findings]


def test_a_new_platform_gets_the_id_after_the_highest() -> None:
    found = matching(row(1), row(2))

    assert [(one.platform, one.how) for one in found.matches] == [("yangli-0008", ""), ("yangli-0009", "")]


def test_the_first_platform_of_a_jurisdiction_gets_number_one() -> None:
    assert matching(row(1), known=[]).matches[0].platform == "yangli-0001"


def test_the_same_name_is_the_same_platform_and_is_written_as_it_is_known() -> None:
    (one,) = matching(row(1, name="样例(甲) 服务中心", credit_code=None)).matches

    assert (one.platform, one.name) == ("yangli-0007", "样例（甲）服务中心")
    assert one.how == "名称相同，照已有的写法写“样例（甲）服务中心”"


def test_the_same_code_and_name_are_the_same_platform() -> None:
    assert matching(row(1, name=KNOWN["name"], credit_code=code(7))).matches[0].how == "代码和名称相同"


def test_a_former_name_is_known() -> None:
    renamed = designation(act("rename", listed("yangli-0001", "样例新名")), issued_on="2021-03-01")
    history = {"yangli/2020-06-01-list": designation(), "yangli/2021-03-01-renamed": renamed}
    (one,) = matching(
        row(1, name="样例甲服务中心"), known=register(designations=history).platforms_of("yangli")
    ).matches

    assert (one.platform, one.name) == ("yangli-0001", "样例甲服务中心")
    assert one.how == "是它的曾用名，现名“样例新名”"


def test_the_same_code_under_another_name_is_refused() -> None:
    assert told(row(1, name="样例乙中心", credit_code=code(7))) == [
        (
            "工作表“名单”第 2 行：“样例乙中心”的信用代码"
            "与已有的 yangli-0007“样例（甲）服务中心”相同，名称却不同。"
            "同一个平台改了名的，先收录更名的文件（kind: rename），再导入；名称或代码抄错的，照原件改正名单"
        )
    ]


def test_a_name_and_a_code_of_two_platforms_are_refused() -> None:
    known = platforms(KNOWN, {"platform": "yangli-0008", "name": "样例乙中心", "credit_code": code(8)})

    assert (
        "的名称是 yangli-0008 的，信用代码却是 yangli-0007"
        in told(row(1, name="样例乙中心", credit_code=code(7)), known=known)[0]
    )


def test_the_same_name_with_another_code_is_a_doubt() -> None:
    found = matching(row(1, name=KNOWN["name"]))

    assert found.matches[0].platform == "yangli-0007"
    assert found.doubts == (
        "工作表“名单”第 2 行“样例（甲）服务中心”：与 yangli-0007 同名，信用代码却不同；是不是同一个平台？",
    )


def test_a_near_name_is_asked_and_gets_an_id_of_its_own() -> None:
    found = matching(row(1, name="样例（甲）服务中新", credit_code=None))

    assert found.matches[0].platform == "yangli-0008"
    (doubt,) = found.doubts
    assert doubt == (
        "工作表“名单”第 2 行“样例（甲）服务中新”："
        "与 yangli-0007 名称只差一个字：样例（甲）服务中心；是不是同一个平台？"
    )


def test_a_near_name_with_another_code_is_another_platform() -> None:
    assert matching(row(1, name="样例（甲）服务中新")).doubts == ()


def test_rows_of_the_same_name_are_refused_with_both_places() -> None:
    assert told(row(1, name="样例丙(甲)"), row(2), row(3, name="样例 丙（甲）")) == [
        (
            "工作表“名单”第 4 行：“样例丙（甲）”与工作表“名单”第 2 行重复。"
            "一个平台只留一行；确是两个平台的，写全称，使名称不同"
        )
    ]


def test_rows_of_the_same_code_are_refused_with_both_places() -> None:
    (found,) = told(row(1), row(2, credit_code=code(1)))

    assert found.startswith(
        "工作表“名单”第 3 行：“样例第2号公共服务平台”的信用代码"
        "与工作表“名单”第 2 行“样例第1号公共服务平台”相同"
    )
    assert "代码只写在其中一行" in found


def test_two_names_of_one_platform_are_refused() -> None:
    renamed = designation(act("rename", listed("yangli-0001", "样例新名")), issued_on="2021-03-01")
    history = {"yangli/2020-06-01-list": designation(), "yangli/2021-03-01-renamed": renamed}
    known = register(designations=history).platforms_of("yangli")

    assert (
        "第 3 行：“样例新名”与工作表“名单”第 2 行“样例甲服务中心”都是 yangli-0001"
        in told(row(1, name="样例甲服务中心"), row(2, name="样例新名"), known=known)[0]
    )
