# SPDX-License-Identifier: Apache-2.0
"""What may be said of a period in which a list is shown to the public, and of each of its days?"""

from typing import Annotated

from pydantic import Field, model_validator

from generator.base.misfit import Misfit
from generator.model.record import Day, Labelled, Record, only_if_said

Days = Annotated[int, Field(ge=1, le=366)]


class Unit(Labelled):
    """In which days a period is counted."""

    WORKING = "working-days", "工作日"
    CALENDAR = "calendar-days", "自然日"


class FirstDay(Labelled):
    """Whether the day on which a list is put up counts."""

    COUNTED = "counted", "登出当日计入"
    NOT_COUNTED = "not-counted", "登出次日起算"


class LastDay(Labelled):
    """On which day a period ends."""

    WHEN_FULL = "when-full", "数满之日即为末日"
    NEXT_WORKING_DAY = "next-working-day", "末日逢休息日的，顺延到下一个工作日"


class DayKind(Labelled):
    """Why a day is a working day or none."""

    WORKING = "working-day", "工作日"
    WEEKEND = "weekend", "周末"
    HOLIDAY = "holiday", "放假"
    MAKE_UP = "make-up-workday", "调休上班"
    UNSETTLED = "unsettled", "放假安排待公布"


class PublicityPeriod(Record):
    """How long a notice shows its list; what it does not state follows from the version that it cites."""

    from_: Day = Field(alias="from", description="公示首日，即名单登出之日")
    working_days: Days | None = only_if_said("公告自己写明的工作日数；没有写就不写，按所依据的办法")
    calendar_days: Days | None = only_if_said("公告自己写明的自然日数；没有写就不写，按所依据的办法")
    first_day: FirstDay | None = only_if_said("公告写明首日是否计入；没有写就不写")
    last_day: LastDay | None = only_if_said("公告写明末日逢休息日怎样算；没有写就不写")
    through: Day | None = only_if_said("公告写明的末日，这一天也算；没有写就不写，由系统推算")

    @model_validator(mode="after")
    def _is_one_period(self) -> "PublicityPeriod":
        one_unit(self.working_days, self.calendar_days)
        if self.through and self.through < self.from_:
            raise Misfit(
                f"公示末日 {self.through} 早于首日 {self.from_}", "核对两个日期，末日不早于首日", "through"
            )
        return self


def one_unit(working_days: int | None, calendar_days: int | None) -> None:
    """Misfit where both are stated."""
    if working_days and calendar_days:
        raise Misfit("工作日数和自然日数只能写一个", "删去其中一行，照原文的说法写", "calendar_days")
