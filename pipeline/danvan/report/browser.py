"""PDF through a browser that is there already."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from danvan.errors import StoreError, UsageError
from danvan.messages import say

BROWSERS = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge",
    "microsoft-edge-stable",
)  # fmt: skip
"""Names looked for on the PATH, in this order: all print by the same options."""

_SECONDS = 120


def find_browser() -> str:
    """The path of a browser. Raises UsageError where the PATH has none."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        raise UsageError(say("report.no_browser", names=", ".join(("chromium", "google-chrome", "msedge"))))
    return found


def print_pdf(page: str, output: Path, browser: str) -> None:
    """Prints the page into `output`. Raises StoreError where the browser fails or takes too long."""
    with tempfile.TemporaryDirectory(prefix="danvan-", ignore_cleanup_errors=True) as folder:
        source, printed = Path(folder, "report.html"), Path(folder, "report.pdf")
        source.write_text(page, encoding="utf-8")
        options = [
            "--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer",
            f"--user-data-dir={Path(folder, 'profile')}", f"--print-to-pdf={printed}",
        ]  # fmt: skip
        # Chromium refuses its sandbox to root; the page has no script and loads nothing.
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            options.append("--no-sandbox")
        try:
            done = subprocess.run(
                [browser, *options, source.as_uri()], capture_output=True, timeout=_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise StoreError(say("report.browser_failed", browser=browser, reason=type(error).__name__)) from None
        if done.returncode or not printed.is_file() or not printed.read_bytes().startswith(b"%PDF"):
            raise StoreError(say("report.browser_failed", browser=browser, reason=done.returncode))
        shutil.copyfile(printed, output)
