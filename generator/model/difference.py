# SPDX-License-Identifier: Apache-2.0
"""What does a change of the sources do to what the public reads? Told in words, for reviewers and programs.

Everything stands in a settled order, and nothing depends on the day, but for what `as_of` is named for.
"""

from datetime import date

from generator.model.record import Labelled, Record, Several, described


class Turn(Labelled):
    """What happens to a thing."""

    GAINED = "gained", "新获称号"
    RENEWED = "renewed", "继续认定"
    LOST = "lost", "失去称号"
    TERM = "term-changed", "有效期改变"
    PROPOSED = "proposed", "列入公示"
    ADDED = "added", "新增"
    CHANGED = "changed", "改变"
    INNER = "condition-changed", "只有条件的结果改变"
    MOVED = "moved", "移到新网址"
    GONE = "gone", "不再有"


class Section(Labelled):
    """What kind of thing it happens to."""

    TITLES = "titles", "称号"
    PLATFORMS = "platforms", "平台的名称和资料"
    DEADLINES = "deadlines", "期限"
    VERDICTS = "verdicts", "自测的判定"
    MEASURES = "measures", "办法和条件"
    NOTICES = "notices", "公告和认定文件"
    FORMS = "forms", "表格"
    PAGES = "pages", "指南和文字页面"
    WORDS = "words", "词表、辖区、设置、例外和检验的例子"
    ADDRESSES = "addresses", "网址"


class Told(Record):
    """One difference in words."""

    turn: Turn = described("发生了什么")
    id: str = described("所涉记录的编号")
    title: str = described("所涉事物的名称")
    address: str | None = described("站内网址；没有网页的为 null")
    text: str = described("差别，一句话；没有更多可说的为空")
    details: Several[str] = described("逐条的细节")
    count: int = described("涉及多少个；一个编号的几处差别只算一次", 1)


class ToldSection(Record):
    """All differences of one kind."""

    id: Section = described("类别")
    title: str = described("类别的名称")
    differences: Several[Told] = described("各处差别")


class Kept(Record):
    """How much stays as it was, where anything was looked at."""

    titles: int = described("有改动的辖区里，称号和有效期都不变的平台数")
    jurisdictions_untouched: int = described("名单没有改动、因而没有逐个比较的辖区数")


class DifferenceReport(Record):
    """What a change does, as a reviewer signs it."""

    base: str = described("旧版本的提交号")
    head: str | None = described("新版本的提交号；工作区为 null")
    as_of: date = described("按这一天决定哪些公示名单不再显示、指南依据哪一版办法")
    site_url: str | None = described("站点网址；尚未确定为 null")
    changes_conclusions: bool | None = described(
        "是否改变任何结论；能比较的部分没有差别、但有一部分没有比较的为 null"
    )
    summary: str = described("一句话的总结")
    sections: Several[ToldSection] = described("有差别的各类")
    kept: Kept = described("不变的")
    files: Several[str] = described("改动的来源文件")
    not_compared: Several[str] = described("没有比较的部分和原因")
