# SPDX-License-Identifier: Apache-2.0
"""What may be wrong in a list that is imported, by example?"""

from generator.model.handbook import Example, Shown

LIST = "list.csv"

EXAMPLES = (
    Example(
        "list",
        LIST,
        wrong="1,样例甲服务中心,样例市东区\n2,样例乙服务中心,样例市西区",
        message="没有认出表头：没有一行写着“平台名称”或“单位名称”（见到的是：1、样例甲服务中心、样例市东区）",
        repair="在名单上面加一行表头，至少有“平台名称”或“单位名称”和“序号”；不是名单的工作表，删去",
        right="序号,平台名称,所在地\n1,样例甲服务中心,样例市东区\n2,样例乙服务中心,样例市西区",
        shown=Shown.ROWS,
    ),
    Example(
        "list",
        LIST,
        wrong="序号,平台名称,统一社会信用代码\n1,样例甲服务中心,9.19901E+17",
        message="信用代码存成了数字，Excel 只留 15 位，后面的已经丢失",
        repair="在 Excel 里把这一列的格式设为“文本”，照原件重新填写（先设格式再填）",
        right="序号,平台名称,统一社会信用代码\n1,样例甲服务中心,91990100MA0000001G",
        shown=Shown.ROWS,
    ),
)
