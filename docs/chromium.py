"""A page → a PNG of all of it, by the Chromium of this machine. Nothing is downloaded; no test needs it.

It talks over the browser's pipe (`--remote-debugging-pipe`: JSON, each message ended by a zero byte), so no port is
opened. https://chromedevtools.github.io/devtools-protocol/
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-lcd-text", "--font-render-hinting=none",
    "--hide-scrollbars",
    "--force-color-profile=srgb", "--disable-background-networking", "--no-first-run", "--remote-debugging-pipe",
)  # fmt: skip


class NoChromiumError(Exception):
    """There is no Chromium to draw with."""


def found() -> str:
    """The Chromium that `CHROMIUM` names, else the first one on PATH."""
    named = os.environ.get("CHROMIUM")
    path = shutil.which(named) if named else next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        looked = (
            f"CHROMIUM names {named!r}, which is no program" if named else f"none of {', '.join(_NAMES)} is on PATH"
        )
        raise NoChromiumError(f"no Chromium: {looked}; install it (Debian: chromium), or set CHROMIUM to its path")
    return path


class Chromium:
    """One browser for many pictures: `with Chromium() as browser: browser.picture(page, 400)`."""

    def __enter__(self) -> Chromium:
        program = found()
        self._folder = TemporaryDirectory(prefix="dateline-pictures-")
        # The browser reads descriptor 3 and writes descriptor 4; the shell puts our two pipes there.
        line = [
            "sh",
            "-c",
            'exec "$@" 3<&0 4>&1 >/dev/null',
            "sh",
            program,
            *_FLAGS,
            f"--user-data-dir={self._folder.name}",
        ]
        self._browser = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603
        self._asked = 0
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._call("Page.enable", self._session)
        return self

    def __exit__(self, *_: object) -> None:
        self._call("Browser.close")
        self._browser.wait(10)
        self._folder.cleanup()

    def picture(self, page: str, width: int) -> bytes:
        """A PNG of the whole page at this width in CSS pixels, one pixel each."""
        path = Path(self._folder.name) / "page.html"
        path.write_text(page, "utf-8")
        self._call(
            "Emulation.setDeviceMetricsOverride",
            self._session,
            width=width,
            height=100,
            deviceScaleFactor=1,
            mobile=False,
        )
        self._call("Page.navigate", self._session, url=path.as_uri())
        self._until("Page.loadEventFired")
        ready = "document.fonts.ready.then(() => document.documentElement.getBoundingClientRect().height)"
        told = self._call("Runtime.evaluate", self._session, expression=ready, awaitPromise=True)
        clip = {"x": 0, "y": 0, "width": width, "height": round(told["result"]["value"]), "scale": 1}
        shot = self._call("Page.captureScreenshot", self._session, clip=clip, captureBeyondViewport=True)
        return base64.b64decode(shot["data"])

    def _call(self, method: str, session: str | None = None, **params: object) -> dict[str, Any]:
        self._asked += 1
        message: dict[str, object] = {"id": self._asked, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        _pipe(self._browser.stdin).write(json.dumps(message).encode() + b"\0")
        _pipe(self._browser.stdin).flush()
        while (answer := self._next()).get("id") != self._asked:
            pass
        if "error" in answer:
            raise RuntimeError(f"Chromium refused {method}: {answer['error']['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def _until(self, event: str) -> None:
        while self._next().get("method") != event:
            pass

    def _next(self) -> dict[str, Any]:
        read = bytearray()
        while (byte := _pipe(self._browser.stdout).read(1)) != b"\0":
            if not byte:
                raise RuntimeError("Chromium ended before it drew the page; start it by hand to see why")
            read += byte
        message: dict[str, Any] = json.loads(read)
        return message


def _pipe(end: IO[bytes] | None) -> IO[bytes]:
    assert end is not None
    return end
