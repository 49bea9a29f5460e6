# SPDX-License-Identifier: Apache-2.0
"""How does a page, a terminal or a sheet become a small picture of the guide's width?"""

import io
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

from PIL import Image, ImageChops
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import ARGUMENTS

WIDTH = 600  # as wide as a picture is shown
SHARP = 1.5  # so many dots for each of these
MOST_BYTES = 60_000


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser that takes the pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=ARGUMENTS)
        yield browser
        browser.close()


def of_html(browser: Browser, html: str) -> Image.Image:
    """A page of our own making, as high as it is."""
    page = browser.new_page(viewport={"width": WIDTH, "height": 60}, device_scale_factor=SHARP)
    page.set_content(html)
    taken = page.screenshot(full_page=True)
    page.close()
    return Image.open(io.BytesIO(taken))


def of_page(browser: Browser, address: str, height: int, day: str, at: str = "") -> Image.Image:
    """The upper part of a page of the site, or that from an element on, on a day."""
    page = browser.new_page(viewport={"width": WIDTH, "height": height}, device_scale_factor=SHARP)
    page.clock.set_fixed_time(f"{day}T12:00:00+08:00")
    page.goto(address)
    if at:
        page.locator(at).first.evaluate(
            """element => scrollTo(
              { top: element.getBoundingClientRect().top + scrollY - 12, behavior: "instant" })"""
        )
    taken = page.screenshot()
    page.close()
    return Image.open(io.BytesIO(taken))


def of_workbook(file: Path, folder: Path) -> Image.Image:
    """A sheet as LibreOffice lays it out, without the paper around it."""
    office = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf"]
    subprocess.run([*office, "--outdir", folder, file], check=True, capture_output=True)
    paper = folder / file.with_suffix(".pdf").name
    subprocess.run(["pdftoppm", "-r", "150", "-png", "-singlefile", paper, folder / "sheet"], check=True)
    image = Image.open(folder / "sheet.png").convert("RGB")
    ground = Image.new("RGB", image.size, "white")
    box = ImageChops.difference(image, ground).getbbox()
    assert box, "the sheet is not empty"
    pad = 12
    cut = image.crop((box[0] - pad, box[1] - pad, box[2] + pad, box[3] + pad))
    width = round(WIDTH * SHARP)
    return cut.resize((width, round(cut.height * width / cut.width)), Image.Resampling.LANCZOS)


def developed(image: Image.Image) -> bytes:
    """The picture as WebP, as good as its size allows."""
    for quality in (90, 80, 70, 60, 50):
        out = io.BytesIO()
        image.convert("RGB").save(out, "WEBP", quality=quality, method=6)
        content = out.getvalue()
        if len(content) <= MOST_BYTES:
            return content
    raise ValueError(f"a picture of {image.size} is larger than {MOST_BYTES} bytes")
