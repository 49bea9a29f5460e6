# SPDX-License-Identifier: Apache-2.0
"""Is every file that a notice attaches there, and every file that is there attached by its notice?"""

from collections.abc import Iterator

from generator.base.finding import Finding
from generator.checks import places
from generator.derive.register import Register

UNLISTED = "在公告的 attachments 里加一项，写 title 和 file；用不着的删去文件"


def attachments_are_there_and_listed(register: Register) -> Iterator[Finding]:
    """公告的附件须与公告同名的文件夹里的文件一一对应。"""
    site = register.site
    for id_, notice in site.notices.items():
        listed: set[str] = set()
        for number, attachment in enumerate(notice.front.attachments):
            file = attachment.file
            if file is None:
                continue
            location = places.notice(id_).at("attachments", number, "file")
            if file in listed:
                yield Finding(location, f"附件“{file}”列了两遍", "只留一处")
            listed.add(file)
            target = places.attachment(id_, file).file
            if file not in site.attached.get(id_, {}) and target not in site.unreadable:
                yield Finding(location, f"没有附件文件“{file}”", f"把文件放在 {target}，或改正文件名")
        for file in site.attached.get(id_, {}).keys() - listed:
            yield Finding(places.attachment(id_, file), "公告没有列出这个附件", UNLISTED).placed(1, 1)
    for id_, files in site.attached.items():
        if id_ not in site.notices and places.notice(id_).file not in site.unreadable:
            for file in files:
                wrong = f"没有与这个文件夹同名的公告 {places.notice(id_).file}"
                yield Finding(places.attachment(id_, file), wrong, "文件夹改成与公告同名，或删去")
