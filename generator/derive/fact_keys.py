# SPDX-License-Identifier: Apache-2.0
"""stand-in until eligibility is merged"""
from generator.model.criterion import Threshold
def fact_key(ruleset: str, node: Threshold, function: str | None) -> str:
    scope = f"{function}." if function else ""
    years = f"@{node.over_years}" if node.over_years else ""
    return f"{scope}{node.metric}{years}"
