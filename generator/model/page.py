# SPDX-License-Identifier: Apache-2.0
"""What does the front matter of a page of prose say? Its body is Markdown."""

from generator.model.record import Record, Text, described


class PageHead(Record):
    """How a page is called, and in one sentence what is on it."""

    title: Text = described("标题")
    description: Text | None = described("一句话说明，供检索结果显示", None)
