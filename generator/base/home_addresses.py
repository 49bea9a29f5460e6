# SPDX-License-Identifier: Apache-2.0
"""Where in a text does somebody's home seem to stand?

An office has a road and a number, a tower and a floor; a home has a stairway (单元) and a door, a building
and a door in a residential quarter, a household in a village, or is called a home. Offices in such buildings
are not told from homes here: those who know the fields that hold the address of an office leave them out.
"""

import re

from generator.base.personal_data import Kind, Trace

FIGURE = "[0-9０-９A-Za-zＡ-Ｚ一二三四五六七八九十百甲乙丙丁]"
DOOR = "(?:[0-9０-９]{1,4}|[一二三四五六七八九十百〇零]{1,4})"
SPACE = "[ 　,，-]{0,2}"
QUARTERS = (
    *("小区", "家属院", "家属楼", "家属区", "宿舍", "新村", "公寓", "家园", "花园", "花苑", "嘉园", "嘉苑"),
    *("名苑", "佳苑", "雅苑", "华庭", "住宅楼", "住宅区"),
)
QUARTER = f"(?:{'|'.join(QUARTERS)})"
# One of these stands in every address below; where none does nothing is looked for.
HINTS = ("单元", *QUARTERS, "村", "住址", "家住", "家庭", "户籍", "居住", "现住")
HOME = re.compile(
    rf"(?:{FIGURE}{{1,4}}(?:栋|幢|座|号?楼|号){SPACE})?{FIGURE}{{1,3}}单元{SPACE}(?:{DOOR}[室号户房]|[0-9０-９]{{3,4}}(?![0-9０-９]))"
    rf"|{QUARTER}[^\n，。；、：:]{{0,8}}?{FIGURE}{{1,4}}(?:栋|幢|座|号?楼|号){SPACE}"
    rf"(?:{FIGURE}{{1,3}}(?:层|楼){SPACE})?{DOOR}(?:室|户|房)"
    rf"|{QUARTER}{SPACE}[0-9０-９]{{1,3}}[-－—][0-9０-９]{{1,2}}[-－—][0-9０-９]{{3,4}}(?![0-9０-９])"
    rf"|村{SPACE}第?{DOOR}(?:村民小)?(?:组|社|队){SPACE}(?:附)?{DOOR}(?:号|户)"
    r"|(?:(?:家庭|户籍|居住|现住|经常居住)(?:住址|地址|所在地|地|址)[ 　]*[：:]?|住址[ 　]*[：:]|家住)"
    rf"[ 　]*[^\s，。；、：:]{{2,30}}?{DOOR}[号室户组]"
)


def home_addresses(text: str) -> list[Trace]:
    """Every place where a home seems to stand, in order."""
    if not any(hint in text for hint in HINTS):
        return []
    return [Trace(Kind.HOME, *found.span()) for found in HOME.finditer(text)]
