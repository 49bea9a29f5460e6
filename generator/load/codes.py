# SPDX-License-Identifier: Apache-2.0
"""What does each code mean that reading a file may give? One sentence each, for the editors' handbook.

Checks explain themselves by their docstrings; what is found in reading has no function of its own.
"""

from collections.abc import Mapping

CODES: Mapping[str, str] = {
    "files": "文件放在约定的文件夹里，按约定命名；必备的文件都在；不用符号链接。",
    "file-size": "一个文件不超过 1 MB。",
    "encoding": "文件是 UTF-8 编码；开头有没有字节顺序标记（BOM）、行尾是不是 Windows 格式，都可以。",
    "merge-conflict": "文件里没有 git 合并时留下的冲突标记。",
    "hidden-characters": "文字里没有看不见的字符：制表符、零宽空格、文字方向控制符、不是普通空格的空格等。",
    "front-matter": "公告和说明页以一行 --- 开头，字段写完再写一行 ---。",
    "pasted-text": "正文里没有从 Word 带来的网页代码；列表用“- ”或“1. ”开头，不用“1、”“●”。",
    "yaml-syntax": "记录合乎 YAML 的写法：缩进用空格，冒号用半角、后面空一格，引号和括号成对。",
    "one-document": "一个文件只写一份记录，中间没有“---”。",
    "no-directives": "记录里没有以 % 开头的指令。",
    "no-anchors": "记录里没有锚点（&名称）。",
    "no-aliases": "记录里没有别名（*名称）。",
    "no-tags": "记录里没有标签（!名称）。",
    "no-merge-keys": "记录里没有合并键（<<）。",
    "keys-are-text": "字段名都是文字。",
    "no-duplicate-keys": "同一处的字段只写一遍。",
    "depth": "记录的嵌套不超过规定的层数。",
    "fields": "字段名都是约定的，该写的字段都写了。",
    "values": "每个值都合乎字段的要求：日期是日历上有的，词是可选的，数是数，网址、代码的格式正确。",
    "jurisdictions": "辖区的编号不重复。",
    "lock": "网址登记册 registry/addresses.lock 一行一个网址，由命令写出，不用手改。",
    "personal-data": "没有手机号码、居民身份证号码、银行卡号和家庭住址。",
    "attachments-can-be-read": "附件完好，能从头读到尾，大小不超过限度，格式是约定的几种。",
    "hidden-data": "附件里没有读者看不到的内容：作者姓名、批注、修订、隐藏的工作表、拍摄位置等。",
}
