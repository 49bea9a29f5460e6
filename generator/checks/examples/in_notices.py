# SPDX-License-Identifier: Apache-2.0
"""What may be wrong in notices and in how they hang together, by example?"""

from generator.base.finding import Level
from generator.model.handbook import Example, Shown

PUBLICITY = "content/notices/2023/2023-09-28-yangli-publicity.md"
RULES_2020 = "registry/rulesets/yangli/2020.yaml"
SETTINGS = "site_config/site.yaml"
CALL = "content/notices/2023/2023-11-01-yangli-call.md"
CORRECTION = "content/notices/2023/2023-12-10-yangli-correction.md"
PROPOSED = "registry/designations/yangli/2023-12-20-proposed.yaml"
CORRECTED = "registry/designations/yangli/2023-12-08-corrected.yaml"
ANNOUNCEMENT = "content/notices/2020/2020-06-01-yangli-announcement.md"
SECOND = "content/notices/2023/2023-11-20-yangli-second-call.md"

EXAMPLES = (
    Example(
        "publicity-periods-have-an-end",
        PUBLICITY,
        wrong="ruleset: yangli/2023\npublicity: {from: 2023-09-28}",
        message="不知道公示到哪一天为止：没有写末日，也没有可以推算的天数",
        repair="照公告补上 through（末日）或 working_days（工作日数）；依据的办法写明天数的，写上 ruleset",
        right="ruleset: yangli/2020\npublicity: {from: 2023-09-28, through: 2023-10-10}",
    ),
    Example(
        "publicity-periods-last-as-long-as-demanded",
        PUBLICITY,
        wrong="publicity: {from: 2023-09-28, through: 2023-10-09}",
        message="公示末日 2023-10-09 太早：yangli/2020 第三条要求5个工作日，末日是 2023-10-10",
        repair="核对首日和天数；没有错的，末日改为 2023-10-10，或删去 through，由系统推算",
        right="publicity: {from: 2023-09-28, through: 2023-10-10}",
    ),
    Example(
        "publicity-periods-are-stated-as-such",
        PUBLICITY,
        wrong="windows:\n  - {what: 公示, from: 2023-09-28, through: 2023-10-10}",
        message="公示的起止日期写在 windows 里，没有与办法核对",
        repair="是公示期的，改写作 publicity: {from: 2023-09-28, through: 2023-10-10}",
        right="publicity: {from: 2023-09-28, through: 2023-10-10}",
        level=Level.NOTE,
    ),
    Example(
        "versions-were-checked-lately",
        RULES_2020,
        wrong="checked_on: 2023-03-01",
        message="距最近核对已有 307 天，超过设置的 180 天",
        repair="与来源再核对一次，改写 checked_on",
        right="checked_on: 2024-01-02",
        level=Level.NOTE,
    ),
    Example(
        "columns-are-kept-up",
        SETTINGS,
        wrong="  designations_days: 10",
        message="1个辖区的认定文件超过 10 天没有新内容：样例（最近 2023-12-20）",
        repair="到这些机关的网站看看有没有新的；确实没有的不必改",
        right="  designations_days: 395",
        level=Level.NOTE,
    ),
    Example(
        "attachments-are-there-and-listed",
        CALL,
        wrong="  - {title: 附件1　样例名单, file: lost.pdf}",
        message="没有附件文件“lost.pdf”",
        repair="把文件放在 content/notices/2023/2023-11-01-yangli-call/lost.pdf，或改正文件名",
        right="  - {title: 附件1　样例名单, file: list.pdf}",
    ),
    Example(
        "notices-state-what-their-kind-needs",
        CORRECTION,
        wrong="corrects: 2023/2023-11-01-yangli-call\nsource:",
        message="更正没有写更正或撤回的理由",
        repair="补上 reason；来源没有写明的，写 reason: null",
        right="corrects: 2023/2023-11-01-yangli-call\nreason: 截止日期写错\nsource:",
    ),
    Example(
        "proposals-and-corrections-state-what-they-need",
        PROPOSED,
        wrong="ruleset: yangli/2020\ncontact:",
        message="拟认定公示没有写公示期",
        repair="补上 publicity: {from: 首日}；来源没有写明的，写 publicity: null",
        right="ruleset: yangli/2020\npublicity: {from: 2023-12-20}\ncontact:",
    ),
    Example(
        "acts-have-an-effect",
        CORRECTED,
        wrong="      - {platform: yangli-0001, name: 样例甲服务中心, location: 样例市东区}",
        message="yangli-0001 更正后与原文相同",
        repair="写更正后的内容；没有更正的，删去这一行",
        right="      - {platform: yangli-0001, name: 样例甲服务中心, location: 样例市南区}",
    ),
    Example(
        "counts-in-documents-agree-with-their-lists",
        PROPOSED,
        wrong="title: 关于拟认定3家示范平台的公示（虚构）",
        message="写着“拟认定3家”，名单所称的是1家",
        repair="核对原文和 stated_count；stated_count 没有错的，改为1家",
        right="title: 关于拟认定1家示范平台的公示（虚构）",
    ),
    Example(
        "linked-records-are-there",
        CORRECTION,
        wrong="corrects: 2023/2023-11-01-yangli-cal\n",
        message="没有“2023/2023-11-01-yangli-cal”这份公告或文件",
        repair="是否想写“2023/2023-11-01-yangli-call”？",
        right="corrects: 2023/2023-11-01-yangli-call\n",
    ),
    Example(
        "announcements-fit-what-is-decided",
        ANNOUNCEMENT,
        wrong="kind: revocation\ntitle: 关于首批",
        message="撤销公告公布的文件里没有撤销的决定",
        repair="核对 kind 和 announces；文件漏录决定的，补在文件里",
        right="kind: designation\ntitle: 关于首批",
    ),
    Example(
        "counts-in-notices-agree-with-the-list",
        ANNOUNCEMENT,
        wrong="summary: 虚构的公告，认定4家。",
        message="写着“认定4家”，所公布的 yangli/2020-06-01-first-list 是3家",
        repair="核对原文和名单；名单没有错的，改为3家",
        right="summary: 虚构的公告，认定3家。",
    ),
    Example(
        "announcements-have-an-effect",
        ANNOUNCEMENT,
        wrong="announces: null",
        message="认定公告没有收录所公布的文件，平台的状态不会跟着变",
        repair="把名单录进 registry/designations/，在 announces 里写明",
        right="announces: yangli/2020-06-01-first-list",
        level=Level.NOTE,
    ),
    Example(
        "addresses-are-unique",
        SECOND,
        wrong="content/notices/2023/2023-11-20-yangli-call.md",
        message="网址 /notices/2023/yangli-call/ 已由 content/notices/2023/2023-11-01-yangli-call.md 占用",
        repair="改用另一个短名（文件名中日期以后的部分）",
        right=SECOND,
        shown=Shown.NAME,
    ),
)
