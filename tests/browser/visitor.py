# SPDX-License-Identifier: Apache-2.0
"""Who reads the site? A visitor with a width, a colour scheme, a clock and a place, who hears complaints.

Complaints are what a browser objects to: errors on the console, violations of the policy, scripts that
fail, and requests to any other host than the one of the page.
"""

from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

HEIGHT = 800
PATIENCE = 10_000  # milliseconds; a machine may be busy
Scheme = Literal["light", "dark"]
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`));
"""


@dataclass
class Visitor:
    """Opens pages, each in a browser of its own that remembers nothing of the others."""

    browser: Browser
    complaints: list[str] = field(default_factory=list)
    _open: ExitStack = field(default_factory=ExitStack)

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
        """The page at an address, as it is seen at an instant."""
        context = self.browser.new_context(
            viewport={"width": width, "height": HEIGHT},
            color_scheme=scheme,
            java_script_enabled=script,
            timezone_id=zone,
            locale="zh-CN",
        )
        self._open.callback(context.close)
        context.set_default_timeout(PATIENCE)
        self._listen(context, urlsplit(address).netloc)
        page = context.new_page()
        if at:
            page.clock.set_fixed_time(at)
        page.goto(address)
        return page

    def leave(self) -> None:
        """Close every page."""
        self._open.close()

    def _listen(self, context: BrowserContext, host: str) -> None:
        """Note every complaint from now on."""

        def hear(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                self.complaints.append(f"{message.page and message.page.url}: {message.text}")

        def see(request: Request) -> None:
            if urlsplit(request.url).netloc not in {host, ""}:
                self.complaints.append(f"{request.frame.url} asked for {request.url}")

        context.add_init_script(REPORT_VIOLATIONS)
        context.on("console", hear)
        context.on("request", see)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
