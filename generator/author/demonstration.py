# SPDX-License-Identifier: Apache-2.0
"""What does a whole project consist of in which anybody may try everything? Of fiction, and of the real look.

The words, the pages of prose and the look are those of a real project; the register, the notices, the name
of the site and its home page are fictitious, and every page says so in its head.
"""

from collections.abc import Iterator, Mapping

from generator.author.fiction import fictitious_register, first_place
from generator.author.fictitious_list import fictitious_list
from generator.author.yaml_text import written
from generator.base.output_file import OutputFile
from generator.model.settings import Settings

LIST = "import/2026-list.xlsx"
LIST_TITLE = "2026年度{place}中小企业公共服务示范平台名单（虚构）"
SETTINGS_NOTE = "虚构的演示项目：name 里的“虚构”显示在每一页的页首，不要删去。"
IGNORED = "/build/\n/.cache/\n"
HOME = """---
title: 首页
---

这是**虚构的演示网站**：辖区、办法、平台、文件和日期都是编造的，只供试用，不能作为任何依据。
"""
README = """# 虚构的演示项目

这里的辖区、办法、平台、文件和日期都是编造的，随便改，改坏了也不碍事；每一页的页首都写着“虚构”。
共 {platforms} 个平台。文件夹的分工与正式的项目一样：`registry/` 是数据，`content/` 是文字，
`site_config/` 是样子。

以下命令都在这个文件夹里运行。终端说没有 `platform-registry` 的，写它的全路径：它在生成工具的
`.venv/bin/` 里。

## 先存一个底

以后的每一步都与它比：

```
git init --initial-branch=main
git add --all
git commit --message "虚构的演示项目"
platform-registry serve
```

最后一条生成网站，打开它给出的网址就能看到；以后改了文件，页面自己更新。按 Ctrl+C 结束。

## 一、改错一处，看它怎么说

打开 `{document}`，把第一个 `stated_count` 的数字加 1，存盘，然后：

```
platform-registry check
```

它会写明哪个文件、哪一行、错在哪里、怎样改。改回来（`git checkout .`），再运行一次，就没有错误了。

## 二、导入一份名单

`{list}` 是一份像机关发的那样的名单：合并的标题行、表头、末尾的注。把它变成一份认定文件：

```
platform-registry import {list} \\
  --jurisdiction {jurisdiction} --kind designate \\
  --title "{title}" \\
  --document-number "虚工信〔2026〕20号" --issuer "{issuer}" \\
  --issued-on 2026-01-04 --source https://{jurisdiction}.example/2026-list
git add --all
platform-registry check --base HEAD
platform-registry diff HEAD
```

`diff` 用话说出公众会看到什么变化：哪些平台得到称号，从哪天到哪天。满意了再 `git commit`。

## 三、写一份公告

```
platform-registry new notice
```

它一项一项地问；答完写出一份草稿，已经通过检查，并说明下一步做什么。
"""


def demonstration(platforms: int, kept: Mapping[str, bytes], settings: Settings) -> Iterator[OutputFile]:
    """Every file of a project with so many fictitious platforms; `kept` is what a real one lends it."""
    register = list(fictitious_register(platforms))
    own = {file.path: file.content for file in register}
    jurisdiction, place = first_place(platforms)
    title = LIST_TITLE.format(place=place)
    document = next(path for path in own if path.startswith("registry/designations/"))
    readme = README.format(
        platforms=f"{platforms:,}",
        document=document,
        list=LIST,
        jurisdiction=jurisdiction,
        title=title,
        issuer=f"{place}工业和信息化局",
    )
    texts = {
        "README.md": readme,
        ".gitignore": IGNORED,
        "content/index.md": HOME,
        "site_config/site.yaml": written(_fictitious(settings), {"name": SETTINGS_NOTE}),
    }
    own |= {path: text.encode() for path, text in texts.items()}
    own[LIST] = fictitious_list(title, place)
    for path, content in sorted((dict(kept) | own).items()):
        yield OutputFile(path, content)


def _fictitious(settings: Settings) -> Settings:
    """The settings of a site that nobody may take for real, and that nobody has to keep up."""
    return settings.model_copy(
        update={
            "name": "虚构的示范平台名录",
            "short_name": "虚构名录",
            "tagline": "虚构的演示，不能作为任何依据",
            "site_url": None,
            "publisher": None,
            "feedback": "这是虚构的演示网站，不用反馈。",
            "freshness": None,
        }
    )
