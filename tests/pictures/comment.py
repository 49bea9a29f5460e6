# SPDX-License-Identifier: Apache-2.0
"""How does the comment of a pull request look? As hosts of repositories show Markdown, in plain colours."""

import re

from markdown import markdown

PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 14px; background: #fff; color: #1f2328;
  font: 15px/1.6 "Noto Sans CJK SC", sans-serif; }}
section {{ border: 1px solid #d0d7de; border-radius: 6px; padding: 4px 16px 8px; }}
h2 {{ font-size: 20px; border-bottom: 1px solid #d8dee4; padding-bottom: 5px; margin: 10px 0; }}
h3 {{ font-size: 16px; margin: 12px 0 4px; }} p, ul {{ margin: 6px 0; }} ul {{ padding-left: 22px; }}
a {{ color: #0969da; }} code {{ font-size: 13px; background: #eff1f3; border-radius: 4px; padding: 1px 4px; }}
</style><section>{body}</section>"""


def page(text: str) -> str:
    """What `diff` says, as a page."""
    body = re.sub(r"^(#+ .*|<details>|- .*)$", r"\n\1", text, flags=re.MULTILINE)
    body = re.sub(r"\n\n(- )", r"\n\1", body)
    body = re.sub(r"^(?!- |#|\n)(.*)\n(- )", r"\1\n\n\2", body, flags=re.MULTILINE)
    return PAGE.format(body=markdown(body))
