# SPDX-License-Identifier: Apache-2.0
"""Which fillable documents do the measures name, and is their official layout known?"""

from pydantic import model_validator

from generator.base.misfit import Misfit
from generator.model.record import Citation, Labelled, Record, RulesetId, Text, described


class FormRole(Labelled):
    """Who fills a form in."""

    APPLICANT = "applicant", "申报单位"
    RECOMMENDER = "recommender", "推荐单位"
    AUTHORITY = "authority", "认定机关"


class Form(Record):
    """One form that a version names."""

    title: Text = described("表格名称")
    issuer: Text = described("制表机关")
    ruleset: RulesetId = described("属于哪个办法版本")
    mark: Text = described("在办法中的编号，例如 附件1")
    article: Citation | None = described("提到它的条款", None)
    role: FormRole = described("由谁填写")
    layout_known: bool = described("官方版式是否见到；没有见到的不编造")
    where_to_ask: Text | None = described("版式未见时，向哪里索取", None)

    @model_validator(mode="after")
    def _an_unknown_layout_says_where_to_ask(self) -> "Form":
        if not self.layout_known and self.where_to_ask is None:
            raise Misfit(
                "版式未见，却没有写向哪里索取", "补上 where_to_ask，例如：向认定机关索取", "layout_known"
            )
        return self
