# SPDX-License-Identifier: Apache-2.0
"""Does a source file hold the number of a person? It is refused, and never said again, not even here."""

from generator.base.finding import Finding
from generator.base.location import Location
from generator.base.personal_data import NumberKind, personal_numbers
from generator.load.text_file import line_and_column

CODE = "personal-data"
WORDS = {
    NumberKind.MOBILE: ("手机号码", "1**********"),
    NumberKind.IDENTITY: ("居民身份证号码", "******************"),
}


def personal_data(text: str, file: str) -> list[Finding]:
    """One finding for each number of a person; the masked form shows no digit but the first of a mobile."""
    findings = []
    for number in personal_numbers(text):
        what, masked = WORDS[number.kind]
        repair = f"删去它，只写科室和办公电话；必须提到的，写作 {masked}"
        place = line_and_column(text[: number.start])
        findings.append(Finding(Location(file), f"这里有{what}", repair, CODE).placed(*place))
    return findings
