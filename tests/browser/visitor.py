# SPDX-License-Identifier: Apache-2.0
"""Who reads the site? A visitor with a width, a colour scheme, a clock and a place, who hears complaints.

Complaints are what a browser objects to: errors on the console, violations of the policy, scripts that
fail, and requests to any other host than the one of the page.
"""

from datetime import datetime
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from tests.browser.moments import moment
from tests.conftest import REAL_DAY

HEIGHT = 800
PATIENCE = 10_000  # milliseconds; a machine may be busy
Scheme = Literal["light", "dark"]
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`));
"""
FORGET = "() => { try { localStorage.clear(); } catch { /* nothing was kept */ } }"


class Visitor:
    """Opens pages in one profile for each place; a profile keeps nothing from one test to the next."""

    def __init__(self, browser: Browser) -> None:
        self.complaints: list[str] = []
        self._browser = browser
        self._profiles: dict[tuple[str, bool], BrowserContext] = {}

    def __call__(
        self,
        address: str,
        *,
        width: int = 1280,
        scheme: Scheme = "light",
        script: bool = True,
        at: datetime | None = None,
        zone: str = "Asia/Shanghai",
    ) -> Page:
        """The page at an address, as it is seen at an instant; without one, on the day of the real data."""
        page = self._profile(zone, script).new_page()
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        page.clock.set_fixed_time(at or moment(REAL_DAY.isoformat()))
        page.goto(address)
        return page

    def leave(self) -> list[str]:
        """Close and forget every page; the complaints that were heard."""
        for profile in self._profiles.values():
            for page in profile.pages:
                page.evaluate(FORGET)
                page.close()
        heard, self.complaints = self.complaints, []
        return heard

    def close(self) -> None:
        """Give up every profile."""
        for profile in self._profiles.values():
            profile.close()

    def _profile(self, zone: str, script: bool) -> BrowserContext:
        """The profile of a browser in a place, with script or without."""
        if (zone, script) not in self._profiles:
            profile = self._browser.new_context(timezone_id=zone, java_script_enabled=script, locale="zh-CN")
            profile.set_default_timeout(PATIENCE)
            self._listen(profile)
            self._profiles[zone, script] = profile
        return self._profiles[zone, script]

    def _listen(self, profile: BrowserContext) -> None:
        """Note every complaint from now on."""

        def hear(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                self.complaints.append(f"{message.page and message.page.url}: {message.text}")

        def see(request: Request) -> None:
            if urlsplit(request.url).hostname not in {"127.0.0.1", None}:
                self.complaints.append(f"{request.frame.url} asked for {request.url}")

        profile.add_init_script(REPORT_VIOLATIONS)
        profile.on("console", hear)
        profile.on("request", see)
        profile.on("weberror", lambda error: self.complaints.append(str(error.error)))
