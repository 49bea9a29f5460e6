# SPDX-License-Identifier: Apache-2.0
"""What may be wrong in lists, dates, document numbers and forms, by example?"""

from generator.base.finding import Level
from generator.model.handbook import Example

RULES_2020 = "registry/rulesets/yangli/2020.yaml"
RENEWAL = "registry/designations/yangli/2023-05-20-renewal.yaml"
LIST = "registry/designations/yangli/2020-06-01-first-list.yaml"
PROPOSED = "registry/designations/yangli/2023-12-20-proposed.yaml"
APPLICATION = "registry/forms/yangli/application.yaml"
REPORT = "registry/forms/yangli/report.yaml"

EXAMPLES = (
    Example(
        "dates-are-in-order",
        RULES_2020,
        wrong="from: 2023-02-09, through: 2023-02-08",
        message="施行末日 2023-02-08 早于施行首日 2023-02-09",
        repair="核对两个日期；施行末日不得早于施行首日",
        right="from: 2020-02-09, through: 2023-02-08",
    ),
    Example(
        "nothing-was-checked-in-the-future",
        RENEWAL,
        wrong="checked_on: 2042-01-02",
        message="日期 2042-01-02 晚于今天（2024-01-02）",
        repair="改成实际核对的日期",
        right="checked_on: 2024-01-02",
    ),
    Example(
        "file-names-carry-the-date",
        RENEWAL,
        wrong="issued_on: 2023-05",
        message="日期是 2023-05，文件名却是 yangli/2023-05-20-renewal",
        repair="把文件改名为 yangli/2023-05-短名，或改正 issued_on",
        right="issued_on: 2023-05-20",
    ),
    Example(
        "document-numbers-carry-the-year",
        RENEWAL,
        wrong="document_number: 样工信〔2022〕8号",
        message="文号“样工信〔2022〕8号”里的年份与日期 2023-05-20 不同",
        repair="核对文号和日期；确实不同的不必改",
        right="document_number: 样工信〔2023〕8号",
        level=Level.NOTE,
    ),
    Example(
        "document-numbers-use-their-brackets",
        RENEWAL,
        wrong="document_number: 样工信【2023】8号",
        message="文号“样工信【2023】8号”的括号或数字不对",
        repair="写作 样工信〔2023〕8号",
        right="document_number: 样工信〔2023〕8号",
    ),
    Example(
        "counts-agree-with-rows",
        LIST,
        wrong="    stated_count: 4",
        message="写明录全，文件称 4 家，名单却有 3 行",
        repair="核对名单；家数是 3 的，stated_count 写 3；没有录全的，complete 写 false",
        right="    stated_count: 3",
    ),
    Example(
        "acts-fit-what-came-before",
        RENEWAL,
        wrong="      - {platform: yangli-0001, name: 样例丁服务中心}",
        message="yangli-0001 此前名为“样例甲服务中心”，这里写作“样例丁服务中心”",
        repair="同一平台改了名，先用 kind: rename 的文件记录更名；不是同一平台，换一个没有用过的编号",
        right="      - {platform: yangli-0001, name: 样例甲服务中心}",
    ),
    Example(
        "acts-fit-what-came-before",
        RENEWAL,
        wrong="      - {platform: yangli-0007, name: 样例庚服务中心}",
        message="yangli-0007 从未获得认定，不能复核",
        repair="先收录认定它的文件；此前的文件确实没有收录的，在本文件写 begins_mid_history: true",
        right="      - {platform: yangli-0001, name: 样例甲服务中心}",
    ),
    Example(
        "platforms-are-listed-once-in-an-act",
        LIST,
        wrong="      - {platform: yangli-0002, name: 样例丙服务中心}",
        message="编号 yangli-0002 在这份名单里已经写过（第 2 家）",
        repair="写重了的，删去这一行；“样例丙服务中心”是另一个平台的，用它自己的编号，新平台写 yangli-0005",
        right="      - {platform: yangli-0003, name: 样例丙服务中心}",
    ),
    Example(
        "platform-ids-are-given",
        PROPOSED,
        wrong="      - {platform: yangli-0000, name: 样例丁服务中心, location: 样例市北区}",
        message="“样例丁服务中心”还没有编号",
        repair="改为 platform: yangli-0004",
        right="      - {platform: yangli-0004, name: 样例丁服务中心, location: 样例市北区}",
    ),
    Example(
        "names-and-codes-belong-to-one-platform",
        LIST,
        wrong="      - {platform: yangli-0003, name: 样例甲服务中心}",
        message="“样例甲服务中心”已经是 yangli-0001 的",
        repair="同一个平台用已有的编号 yangli-0001；确是两个平台的，核对名称和代码",
        right="      - {platform: yangli-0003, name: 样例丙服务中心}",
    ),
    Example(
        "typed-terms-agree-with-the-law",
        LIST,
        wrong="    complete: true\n    from: 2020-06-01\n    through: 2023-05-31\n    platforms:",
        message="写了有效期的日期，却没有写见于何处",
        repair="补上 term_basis，例如 term_basis: 通知正文第二段；文件没有写的，删去 from 和 through",
        right="    complete: true\n    platforms:",
    ),
    Example(
        "forms-with-a-known-layout-have-parts",
        APPLICATION,
        wrong="layout_known: true\n",
        message="写明版式已见，却没有写各部分",
        repair="补上 parts；没有见到版式的写 layout_known: false，并写 where_to_ask",
        right="layout_known: false\nwhere_to_ask: 样例市工业和信息化局\n",
    ),
    Example(
        "fields-of-a-form-have-ids-of-their-own",
        REPORT,
        wrong="{fields: [{id: assets, label: 投资方, beside: true}]}",
        message="编号“assets”用了 2 次",
        repair="只留一处，其余改用没有用过的编号",
        right="{fields: [{id: investor, label: 投资方, beside: true}]}",
    ),
    Example(
        "facts-of-a-form-are-asked-by-its-version",
        REPORT,
        wrong="type: number, unit: 人, fact: total_assets}",
        message="“资产总额”不能用单位“人”",
        repair="改用相符的单位，或删去 fact",
        right="type: number, unit: 万元, fact: total_assets}",
    ),
    Example(
        "replaced-forms-are-recorded",
        REPORT,
        wrong="replaces: yangli/aplication\nparts:",
        message="本辖区没有“yangli/aplication”这张表格",
        repair="可写的有：yangli/application；没有的不写这一行",
        right="parts:",
    ),
    Example(
        "everything-on-paper-can-be-printed",
        REPORT,
        wrong="label: 投资方\U00030000, beside: true",
        message="印不出这些字符：𰀀（U+30000）",
        repair="换成常用的字；确有此字的，请维护者补充字体",
        right="label: 投资方, beside: true",
    ),
)
