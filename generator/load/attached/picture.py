# SPDX-License-Identifier: Apache-2.0
"""What does a picture carry beside what it shows? EXIF with position and owner, comments, XMP.

What is drawn in it is not read: whoever attaches a picture has to look at it.
"""

import io
import warnings
from collections.abc import Iterator

from PIL import ExifTags, Image

from generator.load.attached.piece import Piece, Refused, Remnant, Taken, figures_in

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
MAX_PIXELS = 60_000_000
EXIF, GPS = ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo
WITHOUT = "删去照片信息后再放：Windows 里“属性→详细信息→删除属性和个人信息”，或截图另存"
# Who took it, with which camera: XPAuthor, Artist, CameraOwnerName, the serial numbers.
PEOPLE = {0x9C9D: "作者", 0x013B: "作者", 0xA430: "相机的主人"}
SERIALS = {0xA431: "相机的序列号", 0xA435: "镜头的序列号", 0xC62F: "相机的序列号"}
WINDOWS_TEXT = range(0x9C9B, 0x9CA0)
FEWEST = 8  # characters: shorter texts hold no number of a person


def picture(content: bytes, name: str) -> Iterator[Taken]:
    """Everything that a picture carries."""
    suffix = name[name.rindex(".") :]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a picture of too many pixels only warns
            with Image.open(io.BytesIO(content), formats=[FORMATS[suffix]]) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise Refused("图片的像素太多", "缩小后另存，长和宽都不超过 7000 像素")
                yield from _exif(image.getexif())
                yield from _texts(image)
    except (OSError, SyntaxError, Warning, Image.DecompressionBombError) as error:
        raise Refused("图片已损坏，或内容与后缀不符", "用画图之类的程序打开，另存为 .png 或 .jpg") from error
    yield Piece("图片的字节", figures_in(content))


def _exif(exif: Image.Exif) -> Iterator[Taken]:
    """Position, owner and texts of the EXIF block."""
    if exif.get_ifd(GPS):
        yield Remnant("照片信息", "拍摄地点（GPS）", WITHOUT)
    for tag, value in [*exif.items(), *exif.get_ifd(EXIF).items()]:
        text = _as_text(value, wide=tag in WINDOWS_TEXT)
        if not text.strip():
            continue
        if tag in SERIALS:
            yield Remnant("照片信息", SERIALS[tag], WITHOUT)
        elif tag in PEOPLE:
            yield Piece(f"照片信息“{PEOPLE[tag]}”", text, names_a_person=True)
        elif len(text) >= FEWEST:
            yield Piece(f"照片信息 {ExifTags.TAGS.get(tag, tag)}", text)


def _texts(image: Image.Image) -> Iterator[Taken]:
    """Comments and text blocks; those after the pixels are read with them."""
    image.load()
    blocks = {**image.info, **getattr(image, "text", {})}
    for key, value in blocks.items():
        text = _as_text(value)
        if str(key).lower() in {"author", "artist"} and text.strip():
            yield Piece("图片信息“作者”", text, names_a_person=True)
        elif len(text) >= FEWEST and key not in {"exif", "icc_profile"}:
            yield Piece("图片信息", f"{text}")


def _as_text(value: object, *, wide: bool = False) -> str:
    """A value as text."""
    if isinstance(value, bytes):
        return value.decode("utf-16-le" if wide else "utf-8", "ignore").replace("\0", "")
    return value if isinstance(value, str) else ""
