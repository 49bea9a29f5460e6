# SPDX-License-Identifier: Apache-2.0
"""How do tests make attachments? Small files of every format, with a text planted at one of many places."""

import hashlib
import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping

import docx
import openpyxl
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from PIL import ExifTags, Image, PngImagePlugin
from pypdf import PdfWriter
from pypdf.annotations import FreeText, Link
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ASCII = str.maketrans("０１２３４５６７８９", "0123456789")
Maker = Callable[[str], bytes]
Change = Callable[[bytes], bytes]


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def document(text: str = "样例正文", **properties: str) -> bytes:
    """A Word document of one paragraph."""
    made = docx.Document()
    made.add_paragraph(text)
    for name, value in properties.items():
        setattr(made.core_properties, name, value)
    return _saved(made)


def _saved(made: "docx.document.Document") -> bytes:
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def with_part(content: bytes, name: str, change: Change) -> bytes:
    """An archive with one of its files changed."""
    files = unzipped(content)
    return zipped({**files, name: change(files.get(name, b""))})


def _body(xml: str) -> Change:
    """A change that puts XML at the head of the body of a document."""
    return lambda content: re.sub(rb"<w:body>", b"<w:body>" + xml.encode(), content, count=1)


def in_runs(text: str) -> bytes:
    made = docx.Document()
    made.add_paragraph("第一段")
    paragraph = made.add_paragraph("联系人")
    for piece in (text[:4], text[4:7], text[7:]):
        paragraph.add_run(piece).bold = piece == text[4:7]
    return _saved(made)


def in_table(text: str) -> bytes:
    made = docx.Document()
    made.add_table(2, 2).cell(1, 1).text = text
    return _saved(made)


def in_header(text: str) -> bytes:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = text
    return _saved(made)


def in_comment(text: str) -> bytes:
    made = docx.Document()
    made.add_comment(made.add_paragraph("样例").runs, text=text, author="样例局", initials="样")
    return _saved(made)


def deleted(text: str) -> bytes:
    change = f'<w:p><w:del w:id="1" w:author="样"><w:r><w:delText>{text}</w:delText></w:r></w:del></w:p>'
    return with_part(document(), "word/document.xml", _body(change))


def in_link(text: str) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    rel = f'<Relationship Id="r99" Type="{kind}" Target="tel:{text}" TargetMode="External"/></Relationships>'
    return with_part(
        document(),
        "word/_rels/document.xml.rels",
        lambda content: content.replace(b"</Relationships>", rel.encode()),
    )


def in_company(text: str) -> bytes:
    xml = f"<Properties><Company>{text}</Company></Properties>"
    return with_part(document(), "docProps/app.xml", lambda _: xml.encode())


DOCX: dict[str, Maker] = {
    "第 1 段": document,
    "第 2 段": in_runs,
    "第 4 段": in_table,
    "页眉第 1 段": in_header,
    "批注第 1 段": in_comment,
    "链接": in_link,
    "文件属性“备注”": lambda text: document(comments=text),
    "文件属性“标题”": lambda text: document(title=text),
    "文件属性“最后修改者”": lambda text: document(last_modified_by=text),
    "文件属性“公司”": in_company,
}


def workbook(text: str | float = "样例", at: str = "A1", title: str = "名单", **properties: str) -> bytes:
    """A workbook of one sheet and one cell."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = title
    sheet[at] = text
    for name, value in properties.items():
        setattr(made.properties, name, value)
    return _bytes(made)


def _bytes(made: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def in_hidden_sheet(text: str) -> bytes:
    made = openpyxl.Workbook()
    hidden = made.create_sheet("底稿")
    hidden.sheet_state = "veryHidden"
    hidden["C7"] = text
    return _bytes(made)


def in_cell_comment(text: str) -> bytes:
    made = openpyxl.Workbook()
    made.worksheets[0]["A1"].comment = Comment(text, "样例局")
    return _bytes(made)


def in_defined_name(text: str) -> bytes:
    made = openpyxl.Workbook()
    made.defined_names["样例"] = DefinedName("样例", attr_text=f'"{text}"')
    return _bytes(made)


def in_sheet_header(text: str) -> bytes:
    made = openpyxl.Workbook()
    header = made.worksheets[0].oddHeader
    assert header is not None
    header.center.text = text
    return _bytes(made)


def in_shared_strings(text: str) -> bytes:
    """A workbook by another program, which keeps all texts together; some in runs."""
    target = io.BytesIO()
    made = xlsxwriter.Workbook(target)
    sheet = made.add_worksheet("底表")
    bold = made.add_format({"bold": True})
    sheet.write_string("A1", "样例")
    sheet.write_rich_string("B2", "联系", bold, text[:5], text[5:])
    made.close()
    return target.getvalue()


def left_in_strings(text: str) -> bytes:
    return with_part(
        in_shared_strings("样例的一段文字"),
        "xl/sharedStrings.xml",
        lambda content: content.replace(b"</sst>", f"<si><t>{text}</t></si></sst>".encode()),
    )


XLSX: dict[str, Maker] = {
    "工作表“名单” A1": workbook,
    "工作表“名单” B3": lambda text: workbook(f'="{text}"', "B3"),
    "工作表“底表” B2": in_shared_strings,
    "工作表“底稿” C7": in_hidden_sheet,
    "批注": in_cell_comment,
    "定义的名称": in_defined_name,
    "工作表“Sheet”": in_sheet_header,
    "第 1 张工作表的名称": lambda text: workbook(title=text),
    "已删去的单元格留下的文字": left_in_strings,
    "文件属性“主题”": lambda text: workbook(subject=text),
    "文件属性“作者”": lambda text: workbook(creator=text),
}


def page(text: str = "sample", **properties: str) -> PdfWriter:
    """A PDF of one page."""
    made = PdfWriter()
    blank = made.add_blank_page(595, 842)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    blank[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode())
    blank[NameObject("/Contents")] = made._add_object(stream.flate_encode())
    made.add_metadata({f"/{name.title()}": value for name, value in properties.items()})
    return made


def printed(made: PdfWriter) -> bytes:
    target = io.BytesIO()
    made.write(target)
    return target.getvalue()


def on_a_page(text: str) -> bytes:
    return printed(page(text))


def on_second_page(text: str) -> bytes:
    made = page()
    made.append(io.BytesIO(on_a_page(text)))
    return printed(made)


def in_annotation(text: str) -> bytes:
    made = page()
    made.add_annotation(0, FreeText(text=text, rect=(50, 550, 200, 650)))
    return printed(made)


def in_pdf_link(text: str) -> bytes:
    made = page()
    made.add_annotation(0, Link(rect=(50, 550, 200, 650), url=f"tel:{text}"))
    return printed(made)


def in_xmp(text: str) -> bytes:
    made = page()
    stream = DecodedStreamObject()
    stream.set_data(f"<x><description>{text}</description></x>".encode())
    made._root_object[NameObject("/Metadata")] = made._add_object(stream.flate_encode())
    return printed(made)


def in_form(text: str) -> bytes:
    made = page()
    field = DictionaryObject(
        {
            NameObject("/FT"): NameObject("/Tx"),
            NameObject("/T"): TextStringObject("样例"),
            NameObject("/V"): TextStringObject(text),
        }
    )
    fields = DictionaryObject({NameObject("/Fields"): ArrayObject([made._add_object(field)])})
    made._root_object[NameObject("/AcroForm")] = fields
    return printed(made)


def in_bookmark(text: str) -> bytes:
    made = page()
    made.add_outline_item(title=text, page_number=0)
    return printed(made)


PDF: dict[str, Maker] = {
    "第 1 页": on_a_page,
    "第 2 页": on_second_page,
    "第 1 页的批注、链接或填写框": in_annotation,
    "第 1 页的批注、链接或填写框 ": in_pdf_link,
    "文件属性（XMP）": in_xmp,
    "表单的填写框": in_form,
    "书签": in_bookmark,
    "文件属性“标题”": lambda text: printed(page(title=text)),
    "文件属性“作者”": lambda text: printed(page(author=text)),
    "文件属性“关键字”": lambda text: printed(page(keywords=text)),
}


def picture(kind: str = "JPEG", **saved: object) -> bytes:
    """A small picture."""
    target = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(target, kind, **saved)
    return target.getvalue()


def with_exif(tag: int, value: object, block: int | None = None) -> bytes:
    exif = Image.Exif()
    (exif if block is None else exif.get_ifd(block))[tag] = value
    return picture(exif=exif)


def with_position() -> bytes:
    return with_exif(1, "N", ExifTags.IFD.GPSInfo)


def with_block(text: str) -> bytes:
    blocks = PngImagePlugin.PngInfo()
    blocks.add_text("Comment", text)
    return picture("PNG", pnginfo=blocks)


JPG: dict[str, Maker] = {
    "照片信息 ImageDescription": lambda text: with_exif(0x010E, text),
    "照片信息 UserComment": lambda text: with_exif(0x9286, text.encode(), ExifTags.IFD.Exif),
    "照片信息“作者”": lambda text: with_exif(0x013B, text),
    "图片信息": lambda text: picture(comment=text.encode()),
    "图片的字节": lambda text: picture() + text.encode(),
    "图片的字节 ": lambda text: with_exif(0x9286, b"UNICODE\0" + text.encode("utf-16-be"), ExifTags.IFD.Exif),
}
PNG: dict[str, Maker] = {"图片信息": with_block}
FORMATS: dict[str, dict[str, Maker]] = {"docx": DOCX, "xlsx": XLSX, "pdf": PDF, "jpg": JPG, "png": PNG}
PLANTED = [(suffix, place) for suffix, makers in FORMATS.items() for place in makers]
CLEAN: dict[str, Callable[[], bytes]] = {
    "docx": document,
    "xlsx": workbook,
    "pdf": lambda: printed(page()),
    "jpg": picture,
    "png": lambda: picture("PNG"),
}


def typeset(text: str) -> bytes:
    """A PDF as typst makes it, with a font of its own; in a process of its own, which typst wants."""
    program = "import sys, typst; sys.stdout.buffer.write(typst.compile(sys.argv[1].encode()))"
    return subprocess.run([sys.executable, "-c", program, text], capture_output=True, check=True).stdout


def checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
