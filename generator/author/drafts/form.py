# SPDX-License-Identifier: Apache-2.0
"""What does the first draft of a form say? That the measures name it; its layout is never made up."""

from collections.abc import Mapping
from typing import Any

from generator.author.drafts.known import Draft, Edit
from generator.author.splice import with_field, with_item
from generator.author.yaml_text import written
from generator.model.form import Form, FormRole
from generator.model.ruleset import Ruleset
from generator.model.site import Site

WORDS: Mapping[FormRole, str] = {  # of the forms in file names
    FormRole.APPLICANT: "application-form",
    FormRole.RECOMMENDER: "recommendation-form",
    FormRole.AUTHORITY: "evaluation-form",
}
COMMENTS = {
    "title": "带 # 的行是说明，看完可以删去。",
    "article": "办法在哪一条提到它：article: 第十六条",
    "layout_known": "见到了官方版式的，改为 true，删去 where_to_ask，再照原表的顺序写 parts。"
    "\n没有见到的不编造。parts 的写法照 registry/forms/ 里已有的表格。",
    "replaces": "取代旧表的，写明是哪一张：replaces: 辖区/表格编号",
    "source": "录了版式的，写明版式所据的来源（source）。",
}


def draft(site: Site, id_: str, fields: Mapping[str, Any]) -> Draft:
    """The draft of a form with this id, which its version then names too."""
    form = Form.model_validate(fields)
    version = f"registry/rulesets/{form.ruleset}.yaml"
    told = (f"在 {version} 的 companions 里也登记上了这张表",)
    edit = naming(site.rulesets[form.ruleset], form, id_)
    return Draft(f"registry/forms/{id_}.yaml", written(form, COMMENTS), told, {version: edit})


def naming(version: Ruleset, form: Form, id_: str) -> Edit:
    """What makes the file of a version name a form as one of its companions."""
    marks = [companion.mark for companion in version.companions]
    companion = {"mark": form.mark, "title": form.title, "form": id_}
    if form.mark in marks and version.companions[marks.index(form.mark)].form is None:
        return lambda text: with_field(text, ("companions", marks.index(form.mark)), "form", id_)
    if marks:
        return lambda text: with_item(text, ("companions",), companion)
    return lambda text: with_field(text, (), "companions", [companion])
