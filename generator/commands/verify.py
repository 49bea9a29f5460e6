# SPDX-License-Identifier: Apache-2.0
"""`platform-registry verify`: is a site that was put somewhere what its manifest says?"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from generator.commands.voice import complain, complaining, progress, refusal, say
from generator.model.published import Manifest
from generator.output.deployed.comparison import (
    Difference,
    Kind,
    Order,
    Place,
    Seen,
    Unverifiable,
    manifest_of,
    order,
)
from generator.output.deployed.folder import Folder
from generator.output.deployed.web import Web
from generator.pipeline import Progress

UNVERIFIED = "没有核对"
SHOWN = 50  # of each kind; the rest is counted
REPAIRS = {
    Kind.MISSING: "重新发布整个网站，例如再传一次 build/site",
    Kind.CHANGED: "重新发布整个网站；发布之后仍有改动的，请管理员查看服务器和缓存",
    Kind.EXTRA: "确认不需要后删除；这些文件不是这次生成的",
    Kind.UNREAD: "请管理员查看服务器，再核对一次",
}


def place(text: str | Place) -> Place:
    """Where a site lies; a usage error for what is neither a folder nor an address."""
    if not isinstance(text, str):
        return text
    if "://" not in text:
        if not Path(text).is_dir():
            raise typer.BadParameter(f"没有“{text}”这个文件夹；网址要从 https:// 写起")
        return Folder(Path(text).resolve())
    try:
        parts = urlsplit(text)
        whole = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        raise typer.BadParameter(f"“{text}”不是网址，写作 https://registry.example/") from None
    if parts.scheme not in {"http", "https"} or not whole:
        raise typer.BadParameter(f"“{text}”不是 http 或 https 的网址，写作 https://registry.example/")
    if parts.username or parts.query or parts.fragment:
        raise typer.BadParameter("写网站首页的网址，不带用户名、? 和 #")
    return Web(f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/")


Site = Annotated[
    Place, typer.Argument(help="网站所在的文件夹，或首页的网址", parser=place, metavar="文件夹|网址")
]
Against = Annotated[
    Place | None,
    typer.Option(
        "--against",
        help="再与另一份网站比先后，例如刚生成的 build/site",
        parser=place,
        metavar="文件夹|网址",
        show_default="不比",
    ),
]


def verify(site: Site, against: Against = None) -> None:
    """核对已发布或下载的网站：与它的文件清单 manifest.json 相比，缺少、改动或多出了哪些文件。

    网址上多出的文件无从知道，只有文件夹能查。退出码：0，全部一致；1，有不一致，或没能核对；2，用法不对。
    """
    try:
        with complaining(UNVERIFIED), progress("读文件清单") as step:
            known = manifest_of(site)
            other = manifest_of(against) if against else None
            total = len(known.files)
            wrong = tuple(site.differences(known.files, _tenths(step, total)))
    except Unverifiable as error:
        complain(f"{UNVERIFIED}：{error}")
        raise typer.Exit(1) from error
    say(f"网站：{_described(known)}")
    if known.preview:
        say("提示：这是预览，不是正式发布的网站")
    _tell(wrong, total)
    agrees = other is None or _compare(known, other)
    if wrong or not agrees:
        raise typer.Exit(1)


def _tenths(step: Progress, total: int) -> Seen:
    """Tells each tenth of the way."""
    told = -1

    def seen(done: int) -> None:
        nonlocal told
        if done * 10 // total != told:
            told = done * 10 // total
            step(f"核对文件 {done:,}/{total:,}")

    return seen


def _described(manifest: Manifest) -> str:
    commit = f"提交 {manifest.commit[:12]}" if manifest.commit else "没有对应的提交"
    return f"数据 {manifest.as_of}，{commit}，{len(manifest.files):,} 个文件"


def _tell(wrong: Iterable[Difference], total: int) -> None:
    """Every difference, each kind with its count and what to do."""
    found = sorted(wrong, key=lambda difference: (list(Kind).index(difference.kind), difference.path))
    counts = Counter(difference.kind for difference in found)
    told: Counter[Kind] = Counter()
    for kind, path, why in found:
        told[kind] += 1
        if told[kind] <= SHOWN:
            reason = refusal(why) if isinstance(why, OSError) else why
            name = path if path.isprintable() else ascii(path)
            say(f"{kind}：{name}{f'（{reason}）' if reason else ''}")
        if told[kind] == counts[kind]:
            if counts[kind] > SHOWN:
                say(f"{kind}：还有 {counts[kind] - SHOWN:,} 个，没有列出")
            say(f"    修法：{REPAIRS[kind]}")
    if counts:
        say(f"与清单不一致：{'，'.join(f'{kind} {count:,}' for kind, count in counts.items())}")
    else:
        say(f"与清单一致：{total:,} 个文件")


def _compare(known: Manifest, other: Manifest) -> bool:
    """Whether the site is the same as the other; how it stands to it is said."""
    how, differing = order(known, other)
    if how is Order.SAME:
        say("与另一份相同")
        return True
    relation = "与另一份不同" if how is Order.OTHER else f"比另一份{how}"
    say(f"{relation}：另一份{_described(other)}；有 {differing:,} 个文件不同")
    if how is Order.OLDER:
        say("    修法：发布没有到达，或缓存没有更新；重新发布，过几分钟再核对")
    return False
