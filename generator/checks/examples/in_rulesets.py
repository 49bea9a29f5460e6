# SPDX-License-Identifier: Apache-2.0
"""What may be wrong in versions of the measures, their cases and what refers to them, by example?"""

from generator.base.finding import Level
from generator.checks.examples.sample import (
    ABOUT,
    APPLICATION,
    CALL,
    CASES,
    CHANGES,
    CORRECTED,
    PROFILE,
    RENEWAL,
    RULES_2017,
    RULES_2020,
    RULES_2023,
    TOPICS,
)
from generator.model.handbook import Example, Shown

EXAMPLES = (
    Example(
        "jurisdictions-are-known",
        CALL,
        wrong="jurisdiction: yangly",
        message="没有“yangly”这个辖区",
        repair="是否想写“yangli”？或先在 jurisdictions.yaml 里加上这个辖区",
        right="jurisdiction: yangli",
    ),
    Example(
        "words-are-in-the-vocabularies",
        PROFILE,
        wrong="functions: [trainings]}",
        message="没有“trainings”这个服务功能",
        repair="是否想写“training”？",
        right="functions: [training]}",
    ),
    Example(
        "units-fit-their-metric",
        RULES_2020,
        wrong="{metric: total_assets, at_least: 100, unit: 人}",
        message="“资产总额”不能用单位“人”",
        repair="单位改用：万元",
        right="{metric: total_assets, at_least: 100, unit: 万元}",
    ),
    Example(
        "rulesets-referred-to-exist",
        RENEWAL,
        wrong="ruleset: yangli/2032",
        message="没有“yangli/2032”这个办法版本",
        repair="是否想写“yangli/2023”？没有条目的，这一行不写",
        right="ruleset: yangli/2023",
    ),
    Example(
        "forms-and-versions-know-each-other",
        APPLICATION,
        wrong="mark: 附件2",
        message="yangli/2020 的 companions 里写作“附件1”，这里写“附件2”",
        repair="在 registry/rulesets/yangli/2020.yaml 的 companions 里写明 form: yangli/application，编号"
        "一致",
        right="mark: 附件1",
    ),
    Example(
        "corrections-and-withdrawals-name-a-document",
        CORRECTED,
        wrong="    undoes: yangli/2020-06-01-frist-list",
        message="没有“yangli/2020-06-01-frist-list”这个文件",
        repair="是否想写“yangli/2020-06-01-first-list”？",
        right="    undoes: yangli/2020-06-01-first-list",
    ),
    Example(
        "successors-are-recorded",
        CHANGES,
        wrong="      - {platform: yangli-0003, name: 样例丙服务中心, successor: yangli-0009}",
        message="没有“yangli-0009”这个平台",
        repair="是否想写“yangli-0004”？",
        right="      - {platform: yangli-0003, name: 样例丙服务中心}",
    ),
    Example(
        "profiles-belong-to-a-platform",
        PROFILE,
        wrong="registry/profiles/yangli/yangli-0009.yaml",
        message="没有“yangli-0009”这个平台",
        repair="是否想写“yangli-0004”？或先收录认定它的文件",
        right=PROFILE,
        shown=Shown.NAME,
    ),
    Example(
        "identifiers-are-unique",
        TOPICS,
        wrong="- {id: principle, label: 认定原则}\n- {id: principle, label: 原则}\n",
        message="编号“principle”用了 2 次",
        repair="只留一处，其余改用没有用过的编号",
        right="- {id: principle, label: 认定原则}\n",
    ),
    Example(
        "articles-are-numbered-without-gaps",
        RULES_2020,
        wrong="  - {number: 2, chapter: 条件, heading: 功能, digest: 至少一项。}\n"
        "  - {number: 4, chapter: 程序, heading: 程序",
        message="这里应是第三条，却写着第四条",
        repair="补上缺的条款，或改正编号",
        right="  - {number: 2, chapter: 条件, heading: 功能, digest: 至少一项。}\n"
        "  - {number: 3, chapter: 程序, heading: 程序",
    ),
    Example(
        "citations-are-in-the-version",
        RULES_2020,
        wrong="validity: {years: 3, reapply: in-last-year, article: 第四十条}",
        message="本版本没有第四十条",
        repair="核对条号，或在 articles 里补上这一条",
        right="validity: {years: 3, reapply: in-last-year, article: 第四条}",
    ),
    Example(
        "provisions-cite-an-article",
        RULES_2020,
        wrong="validity: {years: 3, reapply: in-last-year, article: null}",
        message="没有写明所依据的条款",
        repair="补上 article，例如 article: 第六条（一）",
        right="validity: {years: 3, reapply: in-last-year, article: 第四条}",
    ),
    Example(
        "criteria-have-unique-ids",
        RULES_2020,
        wrong="  - {metric: legal_person, equals: true, article: 第一条（一）}",
        message="基本条件没有编号",
        repair="补上 id，例如 id: total-assets",
        right="  - {id: legal-person, metric: legal_person, equals: true, article: 第一条（一）}",
    ),
    Example(
        "in-force-follows-from-the-text",
        RULES_2020,
        wrong="years: 3, from: 2020-02-10, through",
        message="施行首日写作 2020-02-10，按正文推算应是 2020-02-09（2020年2月9日）",
        repair="改为 2020-02-09，或核对印发日期、日数和年数",
        right="years: 3, from: 2020-02-09, through",
    ),
    Example(
        "versions-do-not-overlap",
        RULES_2023,
        wrong="in_force: {starts: stated-day, from: 2023-01-09, article: null}\n",
        message="与 yangli/2020 的施行期间重叠",
        repair="若废止了前者，在 supersedes 里写 ruleset: yangli/2020；否则核对两个版本的起止日期",
        right="in_force: {starts: stated-day, from: 2023-02-09, article: null}\n"
        "supersedes:\n"
        "  - {ruleset: yangli/2020, article: null}\n",
    ),
    Example(
        "gaps-are-declared",
        RULES_2017,
        wrong="validity: {years: 2",
        message="2020-01-09 期满后没有版本接续，也没有说明",
        repair="补上 gap_after，写明期满后的情况",
        right="gap_after: 期满后约一个月没有施行中的办法（虚构）。\nvalidity: {years: 2",
    ),
    Example(
        "years-from-a-day-are-whole",
        RULES_2023,
        wrong="metric: operating_years, at_least: 1.5, unit: 年",
        message="1.5 不是 1 至 100 的整数，满几年无从推算",
        repair="写整年数；条文写月数的，不能用这个事项",
        right="metric: operating_years, at_least: 2, unit: 年",
    ),
    Example(
        "facts-are-counted-in-one-way",
        RULES_2023,
        wrong="at_least: 50, unit: 万元, counted_as: 只计流动资产",
        message="“total_assets”前面的口径是“只计净资产”，这里是“只计流动资产”",
        repair="写成同一种口径；确是两件事的，在 metrics.yaml 里另立一个事项",
        right="at_least: 50, unit: 万元, counted_as: 只计净资产",
    ),
    Example(
        "cases-belong-to-a-version",
        "registry/cases/yangli/2023.yaml",
        wrong="registry/cases/yangli/2022.yaml",
        message="没有“yangli/2022”这个办法版本",
        repair="这个辖区的版本有：yangli/2017、yangli/2020、yangli/2023",
        right="registry/cases/yangli/2023.yaml",
        shown=Shown.NAME,
    ),
    Example(
        "cases-answer-what-is-asked",
        CASES,
        wrong="    forgets: [legal_persons]",
        message="本版本没有条件问“legal_persons”",
        repair="可用的键有：legal_person、total_assets、training.trainees",
        right="    forgets: [legal_person]",
    ),
    Example(
        "units-of-cases-fit",
        CASES,
        wrong="    total_assets: 120人",
        message="“120人”的单位与“total_assets”不符",
        repair="单位改用：万元",
        right="    total_assets: 120万元",
    ),
    Example(
        "cases-come-out-as-expected",
        CASES,
        wrong="  - name: 全部达到\n    verdict: not-met",
        message="“全部达到”判为符合，例子写的是不符合",
        repair="核对例子的数字和办法的条件，改正写错的一方：各项条件都达到",
        right="  - name: 全部达到\n    verdict: met",
    ),
    Example(
        "conditions-have-their-cases",
        CASES,
        wrong="  - name: 没有申报本办法所列的任何一项功能",
        message="training-trainees（第二条）没有只差一的例子",
        repair="加一个例子，training.trainees 比要求恰好差一个单位，expects 里写 training-trainees、not-me"
        "t 和 gap",
        right="  - name: 培训服务的年培训人次差1人次\n"
        "    changes: {functions: [training], figures: {training.trainees: 299人次}}\n"
        "    verdict: not-met\n"
        "    expects: [{condition: training-trainees, state: not-met, gap: 还差1人次}]\n"
        "  - name: 培训服务未达到，没有其他功能\n"
        "    changes: {figures: {training.trainees: 299人次}}\n"
        "    verdict: not-met\n"
        "    expects: [{condition: training-trainees, state: not-met}]\n"
        "  - name: 没有申报本办法所列的任何一项功能",
        level=Level.NOTE,
    ),
    Example(
        "digests-state-recorded-quantities",
        RULES_2017,
        wrong="digest: 法人资格、九十万元资产和三名人员",
        message="第一条的摘要写“九十万元”，这里记录的是80万元（第一条）",
        repair="与条文核对：改正这里的写法，或改正记录的数",
        right="digest: 法人资格、八十万元资产和三名人员",
    ),
    Example(
        "quotations-are-recorded",
        ABOUT,
        wrong="一年培训不少于 {{ yangli/2020 training-trainee }}。",
        message="yangli/2020 没有记录“training-trainee”这个数",
        repair="可引用的有：training-trainees（300人次）、in-force（3年）、validity（3年）",
        right="一年培训不少于 {{ yangli/2020 training-trainees }}。",
    ),
)
