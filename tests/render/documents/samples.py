# SPDX-License-Identifier: Apache-2.0
"""Which documents do these tests make into files? Fictitious ones, with everything there can be in one."""

from generator.render.documents.document import (
    Blank,
    Cell,
    Cover,
    Document,
    Heading,
    Line,
    Listing,
    PageBreak,
    Paragraph,
    Sheet,
    Style,
    Tick,
    Words,
)

RARE = "样例𠮷䶮咨询有限公司"
LONG_NAME = "样例省样例市样例区样例街道中小企业综合服务与技术创新促进中心有限公司"


def words(text: str, style: Style = "body") -> Line:
    return Line((Words(text),), style)


def asks(text: str, span: int = 1, rows: int = 1) -> Cell:
    return Cell((words(text, "label"),), span, rows, is_head=True)


def blank(identity: str, label: str, span: int = 1, lines: int = 1, value: str = "") -> Cell:
    part = Blank(identity, label, "paragraph" if lines > 1 else "text", lines=lines, value=value)
    return Cell((Line((part,)),), span)


COVER = Cover(
    ("样例市中小企业公共服务示范平台", "申请报告（样例）"),
    (
        Line((Words("平台名称："), Blank("platform-name", "平台名称", characters=18))),
        Line((Words("申报单位（盖章）："), Blank("applicant", "申报单位", characters=18))),
        Line((Words("联系人及电话："), Blank("contact", "联系人及电话", characters=18))),
        Line((Words("申报日期："), Blank("applied-on", "申报日期", "date"))),
    ),
    "样例市工业和信息化局 制",
)

GRID = Sheet(
    "basics",
    "申报单位基本情况",
    (2, 3, 2, 3),
    (
        (asks("单位名称"), blank("name", "单位名称", 3, value=LONG_NAME)),
        (
            asks("平台名称"),
            blank("platform", "平台名称", value=RARE),
            asks("成立日期"),
            blank("founded", "成立日期"),
        ),
        (
            asks("单位性质"),
            Cell(
                (
                    Line(
                        tuple(
                            Tick("kind", option, option == "事业单位", "单位性质", alone=True)
                            for option in ("企业", "事业单位", "社会团体", "民办非企业单位")
                        )
                    ),
                ),
                3,
            ),
        ),
        (
            asks("资产", rows=2),
            Cell((Line((Words("总额 "), Blank("assets", "资产总额", "number", 6), Words(" 万元"))),)),
            asks("人员"),
            Cell((Line((Words("共 "), Blank("staff", "从业人员", "number", 4), Words(" 人"))),)),
        ),
        (
            Cell((Line((Words("其中固定资产 "), Blank("fixed", "固定资产", "number", 6), Words(" 万元"))),)),
            asks("日期"),
            Cell((Line((Blank("day", "日期", "date"),)),)),
        ),
        (asks("服务内容"), blank("services", "服务内容", 3, lines=6)),
    ),
)

LIST = Sheet(
    "equipment",
    "仪器设备清单",
    (1, 4, 3, 2, 2),
    (
        (asks("序号", rows=2), asks("名称", rows=2), asks("规格型号", rows=2), asks("购置", 2)),
        (asks("年份"), asks("金额（万元）")),
        *(
            (
                Cell((words(str(number), "centred"),)),
                *(
                    blank(f"equipment.{number}.{name}", f"第{number}行{label}")
                    for name, label in (
                        ("name", "名称"),
                        ("model", "规格型号"),
                        ("year", "年份"),
                        ("amount", "金额（万元）"),
                    )
                ),
            )
            for number in range(1, 41)
        ),
    ),
    heads=2,
)

OPINION = Sheet(
    "opinions",
    "推荐意见",
    (1, 5),
    (
        (
            asks("推荐单位意见"),
            Cell(
                (
                    Line((Blank("opinion", "推荐单位意见", "paragraph", lines=7),)),
                    words("（盖章）　　　　　　", "right"),
                    Line((Blank("opinion-day", "推荐日期", "date"),), "right"),
                )
            ),
        ),
    ),
)

JOINED = Sheet(
    "statement",
    "声明",
    (1,),
    ((Cell((words("本单位所填内容真实，如有不实，愿意承担相应责任。"),)),),),
    joins=True,
)

SAMPLE = Document(
    "样例市中小企业公共服务示范平台申请报告",
    "样例市中小企业公共服务示范平台认定管理办法（样例工信〔2024〕1号），2024版",
    "依样例市认定管理办法2024版附件1制作；官方文本为准 https://example.org/forms/sample/application/",
    (
        COVER,
        Heading("目录", 2),
        Listing((("一、申请表", 0), ("二、附件", 0), ("（一）仪器设备清单", 1), ("（二）服务企业名单", 1))),
        PageBreak(),
        Heading("样例市中小企业公共服务示范平台申请表", 1),
        Heading("一、基本情况", 2),
        Paragraph(words("填写前请阅读说明；数字保留两位小数。", "note")),
        GRID,
        JOINED,
        Heading("二、仪器设备清单", 2),
        LIST,
        Heading("三、推荐意见", 2),
        OPINION,
        Heading("四、情况说明", 2),
        Heading("（一）服务能力", 3),
        Paragraph(
            words("说明近两年服务中小企业的数量、方式和成效，以及为此投入的人员和设备，可以另附材料。")
        ),
        Paragraph(Line((Blank("ability", "服务能力", "paragraph", lines=12),))),
        Paragraph(
            Line(
                (
                    Words("本年服务企业 ", strong=True),
                    Blank("served", "服务企业", "number", 6),
                    Words(" 家，满意率 "),
                    Blank("satisfaction", "满意率", "number", 4),
                    Words(" %。"),
                )
            )
        ),
        Paragraph(words("以下由专家填写", "label")),
        Paragraph(Line((Tick("method", "现场查看"), Words("　"), Tick("method", "电话回访", ticked=True)))),
        Paragraph(words("样例市工业和信息化局", "right")),
    ),
)
LANDSCAPE = Document(
    "样例服务企业名单", "样例", "样例", (Heading("样例服务企业名单", 1), LIST), landscape=True
)
