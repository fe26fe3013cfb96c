"""sites list, sites check: the profiles of sites, and one page tried under them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from danvan.cli.app import RAW, FormatName, Lang, Output, Raw, Rules, app, load_rule_set, show, tell
from danvan.messages import say

if TYPE_CHECKING:
    from danvan.ingest.trial import Trial

sites_app = typer.Typer(no_args_is_help=True, help="help.sites")
app.add_typer(sites_app, name="sites")


@sites_app.command("list", help="help.sites_list")
def sites_list(rules: Rules = None, form: FormatName = None, output: Output = None, lang: Lang = None) -> int:
    from danvan.output import choose_format
    from danvan.rows import rows_of
    from danvan.sites import load_sites, load_systems

    rule_set = load_rule_set(rules, only=("layout",))
    listed: list[tuple[str | None, ...]] = [
        ("site", s.name, s.system, ", ".join(s.hosts), s.unit, s.where) for s in load_sites(rule_set).values()
    ]
    listed += [("system", s.name, None, None, None, s.where) for s in load_systems(rule_set).values()]
    names = ("kind", "name", "system", "hosts", "unit", "origin")
    return show(rows_of(names, listed), choose_format(form, output, "table"), output)


@sites_app.command("check", help="help.sites_check")
def sites_check(
    page: Annotated[str, typer.Argument(metavar="PAGE", help="help.sites_page")],
    site: Annotated[str | None, typer.Option("--site", metavar="NAME", help="help.sites_site")] = None,
    raw: Raw = RAW,
    rules: Rules = None,
    form: FormatName = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    from danvan.ingest.load import Unreadable
    from danvan.ingest.trial import named_site, try_page
    from danvan.output import choose_format
    from danvan.rows import rows_of

    rule_set = load_rule_set(rules)
    trial = try_page(page, rule_set, site=None if site is None else named_site(site, rule_set), raw=raw)
    chosen = choose_format(form, output, "table")
    cells = [(t.part, t.selector, t.found, t.text) for t in trial.tried]
    if chosen == "table":
        cells = _found(trial)
    show(rows_of(("part", "selector", "found", "text"), cells, ("found",)), chosen, output)
    _tell_of(trial)
    return 1 if not trial.articles or any(isinstance(a, Unreadable) for a in trial.articles) else 0


def _found(trial: Trial) -> list[tuple[str, str, int, str | None]]:
    """The selectors that found something; of a part of which none did, how many there are."""
    cells: list[tuple[str, str, int, str | None]] = []
    for part in dict.fromkeys(t.part for t in trial.tried):
        tried = [t for t in trial.tried if t.part == part]
        hits = [(part, t.selector, t.found, t.text) for t in tried if t.found]
        cells += hits or [(part, say("sites.none", count=len(tried)), 0, None)]
    return cells


def _tell_of(trial: Trial) -> None:
    """What the batch would make of the page."""
    from danvan.ingest.load import Unreadable

    tell(say("sites.no_profile") if trial.profile is None else say("sites.profile", name=trial.profile))
    for article in trial.articles:
        if isinstance(article, Unreadable):
            tell(say("sites.refused", reason=article.reason))
            continue
        tell(
            say(
                "sites.article", title=article.title or "-", published=article.published or "-",
                author=article.author or "-", characters=len(article.text),
            )
        )  # fmt: skip
        for note in article.notes:
            tell(f"  {note}")
