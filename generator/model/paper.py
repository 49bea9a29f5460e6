# SPDX-License-Identifier: Apache-2.0
"""Which papers can be downloaded? Official forms, and those that this site makes for every version."""

from generator.model.record import Labelled


class PaperKind(Labelled):
    """Where a paper comes from."""

    OFFICIAL = "official", "官方表格"
    CHECKLIST = "checklist", "申报材料清单"
    SELF_ASSESSMENT = "self-assessment", "申报条件自评表"
