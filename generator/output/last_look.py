# SPDX-License-Identifier: Apache-2.0
"""Does a file that is about to be written hold the number of a person, whatever way it came there?

The sources were read with care; this is the last look, at what is really published. It looks at every text
file. Workbooks, documents and PDF that the machine makes hold the words of the pages and data beside them,
attachments were read through when they were loaded, and the manifest has only paths that were looked at.

A search for digits over the bytes costs next to nothing; only what has the shape of a number of a person
is looked at more closely. Homes are not looked for: the address of an office may look like one, and here
fields are no more told apart.
"""

import re
from collections.abc import Iterator

from generator.base.output_file import OutputFile
from generator.base.personal_data import Kind, masked, personal_numbers
from generator.render.manifest import PATH as MANIFEST

TEXTS = (
    *(".html", ".json", ".csv", ".atom", ".ics", ".js", ".css", ".svg", ".xml", ".txt", ".md"),
    *(".webmanifest", ".conf", ".caddy"),
)
WORDS = {Kind.MOBILE: "手机号码", Kind.IDENTITY: "居民身份证号码", Kind.BANK_CARD: "银行卡号"}
REPAIR = "    修法：在来源文件里找到并删去它；查不到来源的，请维护者查看模板和脚本"

# Digits with what may separate them; by how many there are, what they must begin like to be a number of a
# person: eleven make a mobile number, fifteen an identity number or a bank card too.
RUN = re.compile(rb"[0-9][-0-9 .]{10,}")
SIGNS = b" .-"
MOBILE, IDENTITY = 11, 15
AS_A_MOBILE = (
    rb"(?:(?:00)?86[ -]?|0)?1(?:[3-9][0-9]{9}(?![0-9])|[3-9][0-9]{1,5}[ .-]{1,3}[0-9]{3,8}|"
    rb"([ .-])[3-9]\1[0-9]\1[0-9]\1)"
)
LIKE_A_MOBILE = re.compile(rb"(?<![0-9])" + AS_A_MOBILE)
LIKE_ANY = re.compile(
    rb"(?<![0-9])(?:" + AS_A_MOBILE + rb"|[1-8][ .-]*(?:[0-9][ .-]*){5}(?:19|20)|"
    rb"[1-8][0-9]{5}[ .-]*[2-9][0-9]{5}[ .-]*[0-9]{3}(?![0-9])|6[02]|9[0-9]{18}|"
    rb"[2-5][0-9]{3}[ -]*[0-9]{4}[ -]*[0-9]{4})"
)
WIDE_DIGIT = re.compile(rb"\xef\xbc[\x90-\x99]")
BEFORE, AFTER = 400, 30  # what stands around a number says what it is: an address of the web, an amount


class Leaked(Exception):
    """A file holds the number of a person; the message says which file and never the number."""


def look_at(file: OutputFile) -> None:
    """Leaked if a text file, or the path of any file, holds such a number."""
    kinds = _kinds_in(file.path.replace("/", " ").encode())
    if file.path.endswith(TEXTS) and file.path != MANIFEST:
        kinds |= _kinds_in(file.content)
    if kinds:
        what = "、".join(sorted(WORDS[kind] for kind in kinds))
        raise Leaked(f"/{masked(file.path)} 里有{what}\n{REPAIR}")


def _kinds_in(content: bytes) -> set[Kind]:
    """Which kinds of numbers a text holds."""
    if WIDE_DIGIT.search(content):
        return {trace.kind for trace in personal_numbers(content.decode("utf-8", "ignore"))}
    kinds: set[Kind] = set()
    for run in RUN.finditer(content):
        figures = len(run[0].translate(None, SIGNS))
        if figures >= MOBILE and (LIKE_ANY if figures >= IDENTITY else LIKE_A_MOBILE).search(run[0]):
            kinds.update(_looked_at_closely(content, *run.span()))
    return kinds


def _looked_at_closely(content: bytes, start: int, end: int) -> Iterator[Kind]:
    """The kinds of numbers that stand in a run of digits, seen with what is around it."""
    before = content[max(start - BEFORE, 0) : start].decode("utf-8", "ignore")
    after = content[end : end + AFTER].decode("utf-8", "ignore")
    first, last = len(before), len(before) + end - start
    for trace in personal_numbers(before + content[start:end].decode() + after):
        if trace.start < last and first < trace.end:
            yield trace.kind
