"""crawl: from sites to the raw store."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from danvan.cli.app import RAW, FormatName, Lang, Output, Raw, Rules, app, load_rule_set, show, tell
from danvan.errors import UsageError
from danvan.messages import say

if TYPE_CHECKING:
    from danvan.crawl.run import Plan, SiteResult, Step
    from danvan.rows import Rows

CONTACT = "DANVAN_CONTACT"
_LINE_SECONDS = 30.0
"""Between two lines of progress where no terminal is there to draw a table on."""

_SHOWN = 20
"""Failed pages that are named; the rest are counted."""


@app.command(help="help.crawl")
def crawl(
    sites: Annotated[list[str] | None, typer.Argument(metavar="SITE", help="help.crawl_sites")] = None,
    raw: Raw = RAW,
    urls: Annotated[str | None, typer.Option("--urls", metavar="FILE", help="help.crawl_urls")] = None,
    rules: Rules = None,
    contact: Annotated[str | None, typer.Option("--contact", metavar="EMAIL", help="help.crawl_contact")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="help.crawl_since")] = None,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", help="help.crawl_limit")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="help.crawl_dry_run")] = False,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="help.crawl_private")] = False,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.crawl import run
    from danvan.output import choose_format

    chosen = choose_format(form, output, "table")
    rule_set = load_rule_set(rules, only=("layout",))
    named = run.choose_sites(sites or (), rule_set)
    listed, addresses, wrong = run.choose_listed(_lines(urls), rule_set)
    named += listed.values()
    for line in wrong:
        tell(say("crawl.bad_url", line=line[:200]))
    if not named:
        raise UsageError(say("crawl.nothing"))
    day = _day(since)
    if limit is not None and limit < 1:
        raise UsageError(say("crawl.limit", value=limit))
    if dry_run:
        return show(_rows_of_plans(run.plan(named, raw)), chosen, output)
    reach = run.check_contact(contact or os.environ.get(CONTACT))
    with _Steps() as steps:
        results = run.crawl(
            named, raw=raw, contact=reach, rules=rule_set, since=day, limit=limit, allow_private=allow_private,
            listed=addresses, report=steps.told,
        )  # fmt: skip
    for result in results:
        _tell_of(result, raw)
    show(_rows_of_results(results), chosen, output)
    return 0 if all(result.sound for result in results) and not wrong else 1


def _lines(path: str | None) -> list[str]:
    if path is None:
        return []
    if path == "-":
        return sys.stdin.read().splitlines()
    if not Path(path).is_file():
        raise UsageError(say("path.missing", path=path))
    return Path(path).read_text(encoding="utf-8-sig", errors="replace").splitlines()


def _day(value: str | None) -> str | None:
    from datetime import date

    try:
        return None if value is None else date.fromisoformat(value).isoformat()
    except ValueError:
        raise UsageError(say("crawl.since", value=value)) from None


def _tell_of(result: SiteResult, raw: Path) -> None:
    tally = result.tally
    failed = [(url, reason) for state, url, reason in result.troubles if state == "failed"]
    for url, reason in failed[:_SHOWN]:
        tell(say("crawl.trouble", site=result.site, url=url, reason=reason))
    if (more := tally.failed - len(failed[:_SHOWN])) > 0:
        tell(say("crawl.more", site=result.site, count=more, path=raw / "crawl.sqlite"))
    for url, reason in result.unmet[:_SHOWN]:
        tell(say("crawl.unmet", site=result.site, url=url, reason=reason))
    for (state, reason), count in sorted(result.reasons.items(), key=lambda one: -one[1]):
        if state == "refused":
            tell(say("crawl.refused", site=result.site, count=count, reason=reason))
    if result.end == "done":
        tell(
            say(
                "crawl.done", site=result.site, articles=tally.articles, new=tally.new, changed=tally.changed,
                unchanged=tally.unchanged, failed=tally.failed, gone=tally.gone, refused=tally.refused, old=tally.old,
                seconds=result.seconds,
            )
        )  # fmt: skip
    elif result.end == "stopped":
        tell(say("crawl.stopped", site=result.site, waiting=tally.waiting))
    elif result.why is not None and result.why.key == "pause.limit":
        tell(
            say(
                "crawl.limited", site=result.site, new=tally.new, changed=tally.changed, unchanged=tally.unchanged,
                waiting=tally.waiting,
            )
        )  # fmt: skip
    else:
        tell(say("crawl.paused", site=result.site, waiting=tally.waiting, why=result.why))
    if result.unexpected is not None:
        tell(result.unexpected)


_COUNTS = ("asked", "articles", "new", "changed", "unchanged", "failed", "gone", "refused", "old", "waiting")


def _rows_of_results(results: list[SiteResult]) -> Rows:
    from danvan.rows import rows_of

    cells = [
        (
            r.site,
            r.run,
            r.end,
            str(r.why or r.end),
            *(getattr(r.tally, name) for name in _COUNTS),
            round(r.seconds, 1),
            r.file,
        )
        for r in results
    ]
    names = ("site", "crawl_run", "end", "why", *_COUNTS, "seconds", "file")
    rows = rows_of(names, cells, numbers=("crawl_run", *_COUNTS, "seconds"))
    return type(rows)(rows.columns, rows.cells, ("site", "end", *_COUNTS[:6], "waiting"), "crawl")


def _rows_of_plans(plans: list[Plan]) -> Rows:
    from danvan.rows import rows_of

    cells = [
        (
            p.site.name, p.site.system, " ".join(p.site.hosts), p.site.limits.delay, p.waiting, p.stored, p.run,
            p.last, " ".join(p.site.start), p.site.where,
        )
        for p in plans
    ]  # fmt: skip
    names = ("site", "system", "hosts", "delay", "waiting", "stored", "crawl_run", "last_run", "start", "profile")
    rows = rows_of(names, cells, numbers=("delay", "waiting", "stored", "crawl_run"))
    return type(rows)(rows.columns, rows.cells, names[:8], "crawl")


class _Steps:
    """Progress a site: a table that is drawn anew on a terminal, else a line now and then, on standard error."""

    def __init__(self) -> None:
        self._live: Any = None
        self._steps: dict[str, Step] = {}
        self._last: dict[str, float] = {}

    def __enter__(self) -> _Steps:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.live import Live

            self._live = Live(console=Console(stderr=True), transient=True, auto_refresh=False)
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._live is not None:
            self._live.stop()

    def told(self, step: Step) -> None:
        from time import monotonic

        self._steps[step.site] = step
        if self._live is not None:
            from rich.text import Text

            lines = [self._line(one) for one in self._steps.values() if not one.over]
            self._live.update(Text("\n".join(lines)), refresh=True)
            return
        now = monotonic()
        if not step.over and now - self._last.setdefault(step.site, now) >= _LINE_SECONDS:
            self._last[step.site] = now
            tell(self._line(step))

    def _line(self, step: Step) -> str:
        tally, left = step.tally, step.seconds_left
        clock = "?" if left is None else f"{int(left) // 3600}:{int(left) // 60 % 60:02d}:{int(left) % 60:02d}"
        return say(
            "crawl.step", site=step.site, asked=tally.asked, new=tally.new, changed=tally.changed,
            unchanged=tally.unchanged, failed=tally.failed, rate=step.rate, waiting=tally.waiting, left=clock,
        )  # fmt: skip
