# SPDX-License-Identifier: Apache-2.0
"""Which findings has an office decided to live with, why, and until when?"""

from pydantic import model_validator

from generator.base.misfit import Misfit
from generator.model.record import Day, Record, Text, described


class Accepted(Record):
    """One exception: some findings of one check in one file, until a day."""

    check: Text = described("检查的代码，即信息末尾方括号里的词，例如 dates-are-in-order")
    file: Text = described("文件，照抄信息开头的路径，例如 registry/rulesets/linfen/2018.yaml")
    part: Text | None = described("这个文件里有几处、只接受其中一处的，照抄那条信息里的一段文字", None)
    reason: Text = described("为什么接受")
    by: Text = described("由哪个单位决定（写单位，不写个人）")
    accepted_on: Day = described("接受的日期")
    expires_on: Day = described("到期日，这一天也算；过后又成为错误")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "Accepted":
        if self.expires_on < self.accepted_on:
            raise Misfit(
                f"到期日 {self.expires_on} 早于接受的日期 {self.accepted_on}", "核对两个日期", "expires_on"
            )
        return self
