# SPDX-License-Identifier: Apache-2.0
"""What may a change not do to what was published, by example?"""

from generator.checks.examples.sample import (
    ACCEPTED,
    CALL,
    JURISDICTIONS,
    LIST,
    LOCK,
    REDIRECTS,
    RULES_2020,
    SECOND,
)
from generator.model.handbook import Example, Shown

EXAMPLES = (
    Example(
        "published-addresses-answer",
        CALL,
        wrong="content/notices/2023/2023-11-01-yangli-other-call.md",
        message="发布过的网址 /notices/2023/yangli-call/ 打不开了",
        repair="恢复原来的文件和文件名；确实移走的，在 registry/redirects.yaml 里各加一条：{from: notices/"
        "2023/yangli-call/, to: 新的网址/, since: 移走的日期, reason: 理由}",
        right=CALL,
        shown=Shown.NAME,
    ),
    Example(
        "redirects-lead-somewhere",
        REDIRECTS,
        wrong="to: notices/2023/yangli-cal/",
        message="站内没有网页 /notices/2023/yangli-cal/",
        repair="核对网址；原来的网页没有可以代替的，写相近的一页，例如所在辖区的名单",
        right="to: notices/2023/yangli-call/",
    ),
    Example(
        "acceptances-hold",
        ACCEPTED,
        wrong="- check: conditions-have-their-case\n",
        message="没有“conditions-have-their-case”这个检查",
        repair="是否想写“conditions-have-their-cases”？",
        right="- check: conditions-have-their-cases\n",
    ),
    Example(
        "published-documents-stay",
        LIST,
        wrong="name: 样例乙服务中心, location: 样例市南区}",
        message="已经发布，不能改：location 原来是“样例市西区”，现在却是“样例市南区”",
        repair="恢复原来的内容：样例市西区；机关更正了的，另写一份 kind: correct 的文件，全文作废的写 kind"
        ": withdraw；确是录入有误的，与原文核对后改正，并在 registry/accepted.yaml 登记理由和期限",
        right="name: 样例乙服务中心, location: 样例市西区}",
    ),
    Example(
        "issued-versions-stay",
        RULES_2020,
        wrong="- {metric: trainees, at_least: 400, unit: 人次}",
        message="已经发布，不能改：at_least 原来是“300”，现在却是“400”",
        repair="恢复原来的内容：300；办法修订了的，另建一个版本；确是录入有误的，与原文核对后改正，并在 re"
        "gistry/accepted.yaml 登记理由和期限",
        right="- {metric: trainees, at_least: 300, unit: 人次}",
    ),
    Example(
        "identifiers-keep-their-meaning",
        JURISDICTIONS,
        wrong="- id: yangli\n"
        "  name: 样例省虚构市\n"
        "  short_name: 虚构\n"
        "  level: city\n"
        "  parent: national\n"
        '  code: "990200"\n',
        message="yangli 原来是“样例省样例市”，现在却是“样例省虚构市”",
        repair="恢复原来的内容；新的另用一个没有用过的编号（文件名）",
        right="- id: yangli\n"
        "  name: 样例省样例市\n"
        "  short_name: 样例\n"
        "  level: city\n"
        "  parent: national\n"
        '  code: "990100"\n',
    ),
    Example(
        "pages-before-a-change-answer",
        SECOND,
        wrong="content/notices/2023/2023-11-20-yangli-other-call.md",
        message="发布过的网址 /notices/2023/yangli-second-call/ 打不开了",
        repair="恢复原来的文件和文件名；确实移走的，在 registry/redirects.yaml 里各加一条：{from: notices/"
        "2023/yangli-second-call/, to: 新的网址/, since: 移走的日期, reason: 理由}",
        right=SECOND,
        shown=Shown.NAME,
    ),
    Example(
        "ledgers-only-grow",
        LOCK,
        wrong="notices/2020/yangli-first-list/\nregistry/yangli-0001/\n",
        message="少了 1 个网址：/notices/2023/yangli-call/",
        repair="从版本库恢复这个文件；它由命令写出，只增不减，不用手改",
        right="notices/2020/yangli-first-list/\nnotices/2023/yangli-call/\nregistry/yangli-0001/\n",
    ),
)
