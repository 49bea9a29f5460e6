# SPDX-License-Identifier: Apache-2.0
"""Where has a page moved whose address was published?"""

from typing import Annotated

from pydantic import AfterValidator, Field

from generator.base.addresses import PAGE
from generator.base.misfit import Misfit
from generator.model.record import Day, Record, Text, described


def page_address(text: str) -> str:
    """The text itself if it is the address of a page below the site's root, else Misfit."""
    if not PAGE.fullmatch(text):
        raise Misfit(
            f"“{text}”不是站内网页的网址",
            "从网站的根写起，开头不写 / 和网站名，以 / 结尾，例如 registry/linfen-0001/",
        )
    return text


PageAddress = Annotated[Text, AfterValidator(page_address)]


class Redirect(Record):
    """One address that leads to another."""

    from_: PageAddress = Field(alias="from", description="原来的网址，例如 registry/linfen-0001/")
    to: PageAddress = described("现在的网址，须是站内有的网页")
    since: Day = described("从哪一天起移走")
    reason: Text = described("为什么移走，读者会看到")
