# SPDX-License-Identifier: Apache-2.0
"""What do conditions look like where every comparison says which fact it asks for?"""

from typing import Annotated

from pydantic import Discriminator, Tag

from generator.model.criterion import AllOf, AnyOf, Threshold, shape
from generator.model.record import Several, described, many
from generator.model.ruleset import FunctionRule, Functions


class AskedThreshold(Threshold):
    """One comparison with the key of the fact that it asks for."""

    fact: str = described("所问的键；kinds 表示由机构类型得出，不另问")


class AskedAllOf(AllOf):
    """Every one of the inner conditions must hold."""

    all: Several["AskedCondition"] = many("须同时满足的各条件", least=1)


class AskedAnyOf(AnyOf):
    """At least one of the inner conditions must hold."""

    any: Several["AskedCondition"] = many("满足其一即可的各条件", least=2)


AskedCondition = Annotated[
    Annotated[AskedThreshold, Tag("threshold")]
    | Annotated[AskedAllOf, Tag("all")]
    | Annotated[AskedAnyOf, Tag("any")],
    Discriminator(shape),
]
AskedAllOf.model_rebuild()
AskedAnyOf.model_rebuild()


class AskedFunctionRule(FunctionRule):
    """What one function consists of and demands."""

    requires: Several[AskedCondition] = many("须同时满足的各条件", least=1)


class AskedFunctions(Functions):
    """What is demanded of functions."""

    items: Several[AskedFunctionRule] = many("各项功能", least=1)
