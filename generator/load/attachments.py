# SPDX-License-Identifier: Apache-2.0
"""May a file be published as it is? Everything in it and beside it is looked at before that.

Whatever a file does not show to readers but tells of people is refused: an author, an owner of the camera, a
position, comments, tracked changes, hidden sheets. Institutions may be authors. A file that cannot be read
to its end is refused too: nobody could vouch for it.
"""

import re
from collections.abc import Callable, Iterator
from hashlib import sha256

from generator.base.finding import Finding
from generator.base.location import Location
from generator.load.attached.docx import docx
from generator.load.attached.package import INSPECT, OLD_FORMAT
from generator.load.attached.pdf import pdf
from generator.load.attached.picture import WITHOUT, picture
from generator.load.attached.piece import Piece, Refused, Taken
from generator.load.attached.xlsx import xlsx
from generator.load.personal_data import UNSEEN, told, traces
from generator.model.site import Attached

REFUSED = "attachments-can-be-read"
HIDDEN = "hidden-data"
MAX_BYTES = 10_000_000
READERS: dict[str, Callable[[bytes], Iterator[Taken]]] = {
    "pdf": pdf,
    "docx": docx,
    "xlsx": xlsx,
    "png": lambda content: picture(content, ".png"),
    "jpg": lambda content: picture(content, ".jpg"),
    "webp": lambda content: picture(content, ".webp"),
}
INSTITUTION = re.compile(
    ".{3,}[局厅部委处科所院校会社行]$|中心|公司|政府|办公室|平台|集团|协会|学会|委员会|管理|工业|信息化"
)
# What programs write where no author was named.
NOBODY = re.compile(
    r"(?i)(?:microsoft|微软|windows|wps|office|python-docx|openpyxl|administrator|admin|user|用户|unknown|"
    r"apache poi|lenovo|hp|dell|pc|huawei|thinkpad|libreoffice|word|excel|typst|[\s._-])+|"
)


def read_attachment(
    content: bytes, file: str, known: str | None = None
) -> tuple[Attached | None, list[Finding]]:
    """Size and checksum of a file that may be published, or None and every reason why not.

    One with the checksum `known` was read through before.
    """
    attached = Attached(len(content), sha256(content).hexdigest())
    if attached.sha256 == known:
        return attached, []
    if len(content) > MAX_BYTES:
        message = f"附件有 {len(content):,} 字节，超过 {MAX_BYTES:,} 字节"
        return None, [_refused(file, message, "压缩图片或拆成几个文件；很大的原件写网址链接过去")]
    findings = list(dict.fromkeys(_findings(content, file)))
    return (None, findings) if findings else (attached, [])


def _refused(file: str, message: str, repair: str) -> Finding:
    return Finding(Location(file), message, repair, REFUSED).placed(1, 1)


def _findings(content: bytes, file: str) -> Iterator[Finding]:
    """Everything there is to say about a file."""
    clean: set[str] = set()  # texts of formats repeat themselves a thousand times
    try:
        for taken in READERS[file.rpartition(".")[2]](content):
            if isinstance(taken, Piece) and taken.text in clean and not taken.names_a_person:
                continue
            found = list(_judged(taken, file))
            if isinstance(taken, Piece) and not found:
                clean.add(taken.text)
            yield from found
    except Refused as refused:
        yield _refused(file, refused.message, refused.repair)
    except Exception:  # noqa: BLE001  (readers of crooked files fail in any way, and with its words in their errors)
        old = content.startswith(OLD_FORMAT)
        yield _refused(
            file, "文件读不出来，可能已损坏", "用原来的程序打开，另存为新文件" if not old else "另存为新格式"
        )


def _judged(taken: Taken, file: str) -> Iterator[Finding]:
    """What is wrong with a text or with something left in the file."""
    place = Location(file, part=taken.place)
    if not isinstance(taken, Piece):
        yield Finding(place, f"文件里有{taken.what}", taken.repair, HIDDEN)
        return
    text = UNSEEN.sub("", taken.text)
    found = {trace.kind: None for trace in traces(text)}
    yield from (told(place, kind) for kind in found)
    if taken.names_a_person and not found and not _names_nobody(text):
        repair = WITHOUT if file.endswith(("png", "jpg", "webp")) else INSPECT
        yield Finding(place, "这里像是个人的姓名", repair, HIDDEN)


def _names_nobody(text: str) -> bool:
    """Whether an author is an institution, or what programs write by themselves."""
    return bool(INSTITUTION.search(text.strip()) or NOBODY.fullmatch(text.strip()))
