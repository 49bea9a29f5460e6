# SPDX-License-Identifier: Apache-2.0
"""Are everyday answers understood, and wrong ones told with their repair?"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.author.drafts import parsing
from generator.base.days import PartialDate
from generator.base.misfit import Misfit
from generator.model.jurisdiction import Contact, Jurisdiction
from generator.model.source import Source
from tests.builders import tiny_site

TELEPHONE = parsing.fitting(Contact, "telephone")
PLACE = parsing.jurisdiction(tiny_site())


@pytest.mark.parametrize(
    ("parse", "answer", "meant"),
    [
        (parsing.partial_date, "2023-11-01", PartialDate(2023, 11, 1)),
        (parsing.partial_date, "2023年11月1日", PartialDate(2023, 11, 1)),
        (parsing.partial_date, "２０２３．１１", PartialDate(2023, 11)),
        (parsing.partial_date, "2023", PartialDate(2023)),
        (parsing.day, "2023/11/1", date(2023, 11, 1)),
        (parsing.count, "１２家", 12),
        (TELEPHONE, '"0990-5550100"', "0990-5550100"),
        (parsing.document_number, "样工信[2023]20号", "样工信〔2023〕20号"),
        (parsing.document_number, "", None),
        (parsing.document_number, "没有", None),
        (parsing.publicity_end, "", {}),
        (parsing.publicity_end, "没有", {}),
        (parsing.publicity_end, "5个工作日", {"working_days": 5}),
        (parsing.publicity_end, "７ 自然日", {"calendar_days": 7}),
        (parsing.publicity_end, "2023年11月8日", {"through": date(2023, 11, 8)}),
        (TELEPHONE, "0990-5550100", "0990-5550100"),
        (PLACE, "样例", "yangli"),
        (PLACE, "样例省样例市", "yangli"),
        (PLACE, "样例市", "yangli"),
        (PLACE, "yangli", "yangli"),
        (parsing.optional(parsing.day), "无", None),
        (parsing.slug, "annual-call", "annual-call"),
    ],
)
def test_what_is_meant_is_understood(parse: Callable[[str], Any], answer: str, meant: object) -> None:
    assert parse(answer) == meant


@pytest.mark.parametrize(
    ("parse", "answer", "message", "repair"),
    [
        (parsing.partial_date, "明天", "“明天”不是日期", "写作 2021-05-07"),
        (parsing.partial_date, "2023-02-30", "“2023-02-30”不是日期", "2023 年 2 月只有 28 天"),
        (parsing.partial_date, "1023-02-01", "“1023-02-01”不在 1900 至 2199 年之间", "核对年份"),
        (parsing.day, "2023-11", "“2023-11”没有写到日", "例如 2023-11-01"),
        (parsing.count, "十二", "“十二”不是家数", "写数字"),
        (parsing.count, "0", "“0”不是家数", "写数字"),
        (parsing.publicity_end, "5天", "“5天”不是日期，也不是日数", "例如 5个工作日、7个自然日"),
        (parsing.words, "", "没有写内容", "写上内容"),
        (parsing.words, "甲\n乙", "写了不止一行", "写在一行里"),
        (parsing.file_name, "https://example.org/a.pdf", "不是文件名", "网址写在来源网址里"),
        (TELEPHONE, "5550100", "“办公电话”的写法不对：“5550100”", "区号和号码之间用半角短横"),
        (
            parsing.fitting(Source, "url"),
            "www.example.org",
            "不是可用的网址",
            '写作 "https://www.example.org"',
        ),
        (parsing.fitting(Jurisdiction, "code"), "9901", "“GB/T 2260 行政区划代码”的写法不对", "六位半角数字"),
        (PLACE, "样例县", "没有“样例县”这个辖区", "是否想写“样例”？"),
        (PLACE, "无此地", "没有“无此地”这个辖区", "先运行 platform-registry new jurisdiction"),
        (parsing.slug, "Call 1", "“Call 1”不能作短名", "用小写字母、数字和连字符"),
    ],
)
def test_what_does_not_do_is_told_with_its_repair(
    parse: Callable[[str], Any], answer: str, message: str, repair: str
) -> None:
    with pytest.raises(Misfit) as caught:
        parse(answer)

    assert message in caught.value.message
    assert repair in caught.value.repair
