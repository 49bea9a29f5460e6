# SPDX-License-Identifier: Apache-2.0
"""Which styles and settings does a DOCX have? Its own: the library's template is Japanese and for letters.

Fonts stand by name, for every script, because a name for East Asian text alone leaves digits in another face.
"""

from generator.render.documents.paper import (
    BODY_SIZE,
    COVER_SIZE,
    NOTE_SIZE,
    PADDING,
    PART_SIZE,
    SECTION_SIZE,
    TABLE_SIZE,
    TITLE_SIZE,
)

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
SONG, HEI, FANG_SONG, LATIN = "宋体", "黑体", "仿宋", "Times New Roman"
LANGUAGE = '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'


def twips(millimetres: float) -> int:
    """Twentieths of a point, in which DOCX measures."""
    return round(millimetres * 1440 / 25.4)


def fonts(chinese: str, latin: str = LATIN) -> str:
    """The faces of a text."""
    western = f'w:ascii="{latin}" w:hAnsi="{latin}" w:cs="{latin}"'
    return f'<w:rFonts {western} w:eastAsia="{chinese}" w:hint="eastAsia"/>'


def _style(identity: str, name: str, paragraph: str, run: str, based_on: str | None = "Normal") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    default = "" if based_on else ' w:default="1"'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{identity}"><w:name w:val="{name}"/>{base}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _face(chinese: str, size: float, *, bold: bool = False, latin: str = LATIN) -> str:
    half_points = round(size * 2)
    sizes = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    return f"{fonts(chinese, latin)}{'<w:b/>' * bold}{sizes}"


def _heading(level: int, name: str, size: float, spacing: str, **look: str) -> str:
    paragraph = (
        f'<w:keepNext/><w:keepLines/>{spacing}{look.get("align", "")}<w:outlineLvl w:val="{level - 1}"/>'
    )
    chinese = look.get("face", HEI)
    bold = chinese == SONG
    return _style(
        f"Heading{level}", name, paragraph, _face(chinese, size, bold=bold, latin=look.get("latin", HEI))
    )


CENTRE = '<w:jc w:val="center"/>'
TIGHT = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'

STYLES = f"""<w:styles {NAMESPACES}>
<w:docDefaults>
<w:rPrDefault><w:rPr>{_face(FANG_SONG, BODY_SIZE)}{LANGUAGE}</w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="440" w:lineRule="exact"/>
</w:pPr></w:pPrDefault>
</w:docDefaults>
{_style("Normal", "Normal", "", "", None)}
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd
 w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="{twips(PADDING)}" w:type="dxa"/><w:right w:w="{
    twips(PADDING)
}"
 w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
{
    _heading(
        1,
        "heading 1",
        TITLE_SIZE,
        '<w:spacing w:before="0" w:after="280" w:line="600" w:lineRule="exact"/>',
        align=CENTRE,
        face=SONG,
        latin=LATIN,
    )
}
{
    _heading(
        2, "heading 2", PART_SIZE, '<w:spacing w:before="320" w:after="160" w:line="440" w:lineRule="exact"/>'
    )
}
{
    _heading(
        3,
        "heading 3",
        SECTION_SIZE,
        '<w:spacing w:before="240" w:after="120" w:line="440" w:lineRule="exact"/>',
    )
}
{
    _style(
        "CoverTitle",
        "Cover Title",
        f'<w:spacing w:line="840" w:lineRule="exact"/>{CENTRE}',
        _face(SONG, COVER_SIZE, bold=True),
        "Heading1",
    )
}
{_style("CoverLine", "Cover Line", TIGHT, _face(FANG_SONG, SECTION_SIZE))}
{_style("BodyIndented", "Body Indented", '<w:ind w:firstLineChars="200" w:firstLine="480"/>', "")}
{
    _style(
        "Note",
        "Note",
        '<w:keepNext/><w:spacing w:before="40" w:after="80" w:line="300" w:lineRule="exact"/>',
        _face(FANG_SONG, NOTE_SIZE),
    )
}
{
    _style(
        "LabelLine",
        "Label Line",
        '<w:keepNext/><w:spacing w:before="200" w:after="100"/>',
        _face(HEI, BODY_SIZE, latin=HEI),
    )
}
{_style("Cell", "Cell", TIGHT, _face(SONG, TABLE_SIZE))}
{_style("CellNote", "Cell Note", TIGHT, _face(SONG, NOTE_SIZE))}
{_style("Between", "Between", '<w:spacing w:line="20" w:lineRule="exact"/>', _face(SONG, 1))}
{_style("Footer", "footer", TIGHT, _face(SONG, NOTE_SIZE))}
</w:styles>"""

SETTINGS = f"""<w:settings {NAMESPACES}>
<w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>
<w:characterSpacingControl w:val="compressPunctuation"/>
<w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode"
 w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>
</w:settings>"""
