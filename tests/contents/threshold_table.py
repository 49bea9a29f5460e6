# SPDX-License-Identifier: Apache-2.0
"""Which numbers do the texts of the five measures demand? Compiled from the texts, not from the registry.

One line each: function (- for a basic condition), metric, number, unit, article and, where the text limits
it, for whom. Every number is a lower bound.
"""

from typing import NamedTuple

PUBLIC_BODIES = "public-institution+social-association"
SERVICES, GUARANTORS = "service-organization", "guarantee-institution"


class Demand(NamedTuple):
    """One number that a text demands."""

    function: str | None
    metric: str
    number: str
    unit: str
    article: str
    applies_to: tuple[str, ...] = ()


LINFEN = """
-                operating_years        1     年    第六条（一）
-                total_assets           50    万元  第六条（一）
-                smes_served_per_year   30    家    第六条（二）
-                satisfaction_rate      80    %     第六条（二）
-                public_benefit_share   20    %     第六条（四）
-                service_staff          5     人    第六条（五）
-                qualified_staff_share  80    %     第六条（五）
information      offline_smes_served    30    家    第七条（一）
information      activities             2     次    第七条（一）
technology       activities             2     次    第七条（二）
entrepreneurship activities             2     次    第七条（三）
training         trainees               500   人次  第七条（四）
financing        activities             2     次    第七条（五）
"""

XIAMEN = f"""
-                operating_years        2     年    第六条（一）
-                total_assets           150   万元  第六条（一）
-                smes_served_per_year   80    家    第六条（二）
-                satisfaction_rate      80    %     第六条（二）
-                service_organizations  3     家    第六条（三）
-                public_benefit_share   20    %     第六条（四）
-                service_staff          10    人    第六条（五）
-                qualified_staff_share  80    %     第六条（五）
information      offline_smes_served    75    家    第八条（一）
information      activities             4     次    第八条（一）
technology       activities             3     次    第八条（二）
entrepreneurship activities             4     次    第八条（三）
training         trainees               1000  人次  第八条（四）
financing        activities             5     次    第八条（五）
financing        financing_amount       4     亿元  第八条（五） {SERVICES}
financing        guarantee_amount       15    亿元  第八条（五） {GUARANTORS}
"""

LIAOCHENG = f"""
-                operating_years          2    年    第七条（一）
-                total_assets             200  万元  第七条（一）
-                total_assets             100  万元  第七条第二款 {PUBLIC_BODIES}
-                smes_served_per_year     80   家    第七条（三）
-                specialized_smes_served  5    家    第七条（三）
-                satisfaction_rate        85   %     第七条（三）
-                service_organizations    3    家    第七条（四）
-                public_benefit_share     15   %     第七条（六）
-                service_staff            15   人    第七条（七）
-                service_staff            10   人    第七条第二款 {PUBLIC_BODIES}
-                qualified_staff_share    80   %     第七条（七）
information      offline_smes_served      80   家    第八条（一）
information      activities               5    次    第八条（一）
technology       activities               5    次    第八条（二）
entrepreneurship activities               5    次    第八条（三）
training         trainees                 800  人次  第八条（四）
financing        activities               5    次    第八条（五） {SERVICES}
financing        financing_amount         3    亿元  第八条（五） {SERVICES}
financing        guarantee_amount         10   亿元  第八条（五） {GUARANTORS}
consulting       activities               4    次    第八条（六）
legal            activities               4    次    第八条（七）
"""

TIBET = """
-                operating_years        2    年    第十二条（一）
-                total_assets           100  万元  第十二条（一）
-                smes_served_per_year   20   家    第十二条（二）
-                satisfaction_rate      80   %     第十二条（二）
-                service_organizations  2    家    第十二条（三）
-                public_benefit_share   20   %     第十二条（五）
-                service_staff          10   人    第十二条（六）
-                qualified_staff_share  60   %     第十二条（六）
information      offline_smes_served    20   家    第十三条（一）
information      activities             2    次    第十三条（一）
technology       activities             3    次    第十三条（二）
entrepreneurship activities             2    次    第十三条（三）
training         trainees               600  人次  第十三条（四）
financing        matchmaking_events     2    次    第十三条（五）
financing        lectures               2    次    第十三条（五）
"""

YUNNAN = """
-                   operating_years          2     年    第六条（二）
-                   total_assets             200   万元  第六条（二）
-                   smes_served_per_year     100   家    第六条（三）
-                   specialized_smes_served  3     家    第六条（三）
-                   satisfaction_rate        80    %     第六条（三）
-                   public_benefit_share     20    %     第六条（五）
-                   service_staff            10    人    第六条
-                   qualified_staff_share    80    %     第六条
information         smes_served              100   家    第七条（一）
information         activities               5     次    第七条（一）
technology          activities               3     次    第七条（二）
entrepreneurship    activities               5     次    第七条（三）
training            trainees                 1000  人次  第七条（四）
financing           activities               6     次    第七条（五）
financing           financing_amount         5     亿元  第七条（五）
financing           guarantee_amount         15    亿元  第七条（五）
consulting          activities               3     次    第七条（六）
market-development  activities               3     次    第七条（七）
digitalization      activities               3     次    第七条（八）
green-development   activities               3     次    第七条（九）
human-resources     activities               3     次    第七条（十）
"""


def _demand(line: str) -> Demand:
    function, metric, number, unit, article, *kinds = line.split()
    applies_to = tuple(kinds[0].split("+")) if kinds else ()
    return Demand(None if function == "-" else function, metric, number, unit, article, applies_to)


DEMANDS = {
    id_: [_demand(line) for line in table.strip().splitlines()]
    for id_, table in {
        "linfen/2018": LINFEN,
        "xiamen/2021": XIAMEN,
        "liaocheng/2021-draft": LIAOCHENG,
        "tibet/2021": TIBET,
        "yunnan/2022": YUNNAN,
    }.items()
}
