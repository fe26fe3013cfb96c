"""Everything that a report says, read from the database: tables, why an answer is the answer, findings, sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from danvan.answers.weigh import LEVELS, weigh
from danvan.messages import language, value_word
from danvan.privacy import Names
from danvan.queries import find_query
from danvan.report.contents import Answer, FindingShown, Quote, Report, Row, Source, Table
from danvan.report.marks import cut, passages
from danvan.report.scope import Scope
from danvan.report.sums import is_merged, land_notes, sums
from danvan.rows import Column
from danvan.ruleset import RuleSet
from danvan.store.database import meta
from danvan.store.read import run_query

if TYPE_CHECKING:
    import duckdb

_QUERY_OF = {level: query for query, level in LEVELS.items()}
_BELOW = {"province": ("district", "commune"), "district": ("commune",)}
_GOODS = ("đất", "ngày công", "phần quà", "nhà")
"""The measures that stand on the page; the workbook has all of them."""

_KINDS: Mapping[str, Any] = {
    **dict.fromkeys(
        ("year", "models", "low", "high", "reports", "ref", "share", "amount", "largest", "smallest",
         "figures", "articles", "reporting", "communes", "planned", "registered", "built", "recognised",
         "maintained", "commended"),
        "number",
    ),
    **dict.fromkeys(("period_start", "period_end", "as_of", "published_on", "first_seen", "last_seen"), "day"),
    **dict.fromkeys(("cumulative", "so_far"), "truth"),
}  # fmt: skip


@dataclass
class _Reader:
    """Reads the sections of one report and keeps which article was used where."""

    con: duckdb.DuckDBPyConnection
    scope: Scope
    names: Names | None
    uses: dict[str, Counter[str]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    refs: dict[str, int] = field(default_factory=dict)

    def ask(self, query: str, **given: str | None) -> list[Row]:
        """The rows of a query. Where no province is given: of each that the unit lies in or lay in."""
        wanted = find_query(query)
        provinces = (given["province"],) if "province" in given else self.scope.provinces
        told = []
        for province in provinces:
            bound = {k: v for k, v in {**given, "province": province}.items() if v is not None}
            rows = run_query(self.con, wanted.sql, wanted.bind(bound))
            told += [dict(zip(rows.names, row, strict=True)) for row in rows]
        return told

    def rows(self, sql: str, *values: Any) -> list[Row]:
        cursor = self.con.execute(sql, list(values))
        columns = [d[0] for d in cursor.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]

    def use(self, section: str, articles: Iterable[str]) -> None:
        for article in articles:
            self.uses.setdefault(article, Counter())[section] += 1

    def hide(self, text: str | None, article: str | None) -> str | None:
        return text if text is None or self.names is None else self.names.blank(text, article)

    def text(self, article: str) -> str:
        if article not in self.texts:
            row = self.con.execute("SELECT text FROM articles WHERE id = ?", [article]).fetchone()
            self.texts[article] = row[0] if row else ""
        return self.texts[article]

    def sentences(self, article: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Where the sentences of the facts at these places begin and end."""
        told = self.rows(
            'SELECT DISTINCT "start", sentence FROM (SELECT article, "start", sentence FROM figures UNION ALL SELECT '
            'article, "start", sentence FROM money UNION ALL SELECT article, "start", sentence FROM dates UNION ALL '
            'SELECT article, "start", sentence FROM positions) WHERE article = ? AND "start" IN (SELECT unnest(?)) '
            "ORDER BY ALL",
            article, [start for start, _ in spans],
        )  # fmt: skip
        text = self.text(article)
        places = []
        for row in told:
            at = text.rfind(row["sentence"], 0, row["start"] + len(row["sentence"]))
            if 0 <= at <= row["start"]:
                places.append((at, at + len(row["sentence"])))
        return places

    def quotes(self, article: str, spans: Sequence[tuple[int, int]]) -> list[Quote]:
        """The passages of an article that hold the spans, these marked."""
        text = self.text(article)
        hidden = [] if self.names is None else self.names.spans(text, article)
        shown = passages(text, spans, self.sentences(article, spans))
        return [Quote(self.refs.get(article, 0), cut(text, begin, end, spans, hidden)) for begin, end in shown]


def gather(con: duckdb.DuckDBPyConnection, scope: Scope, names: Names | None, rules: RuleSet) -> Report:
    """The report on a unit and its years. `names` blanks people without a post; None leaves all names in."""
    reader = _Reader(con, scope, names)
    summed = sums(con, scope, rules)
    rows = {
        # before a merger the number of the unit that kept the name is not that of the land
        "answers": [row for row in _answer_rows(reader) if not is_merged(summed.get(row["year"]))],
        "by_status": _by_unit(reader, "models-by-status"),
        "fields": _by_unit(reader, "models-by-field"),
        "below": _below(reader),
        "money": _money(reader),
        "officials": _officials(reader),
        "counts": _counts(reader),
        "models": _models(reader),
    }
    findings = _findings(reader)
    for name, found in rows.items():
        for row in found:
            reader.use(name, row["articles"] if isinstance(row.get("articles"), list) else [row["article"]])
    for row in summed.values():
        reader.use("answers", row["articles"])
    for found_row in findings:
        reader.use("findings", found_row["articles"])
    weighed = {year: _weighed(reader, year) for year in range(scope.first, scope.last + 1)}
    for year, rivals in weighed.items():
        told = {row["article"] for row in rows["answers"] if row["year"] == year}
        reader.use("weighed", sorted({row["article"] for row in rivals} - told))
    sources = _sources(reader)
    answers = tuple(_answer(reader, year, rows["answers"], summed, weighed[year]) for year in weighed)
    shown = tuple(_finding(reader, row) for row in findings)
    coverage = con.execute(
        "SELECT sum(comparisons), coalesce(sum(comparisons) FILTER (outcome = 'unclear'), 0) FROM coverage"
    ).fetchone()
    facts = con.execute(
        "SELECT count(*), list(DISTINCT rules_hash ORDER BY rules_hash) FILTER (rules_hash IS NOT NULL) FROM articles"
    ).fetchone()
    compared, unclear = coverage or (None, 0)
    articles, hashes = facts or (0, [])
    return Report(
        scope, answers, _tables(reader, rows, answers), shown, compared, unclear, "audited" in meta(con),
        land_notes(scope), sources, articles, tuple(hashes or ()), names is None,
    )  # fmt: skip


def _answer_rows(reader: _Reader) -> list[Row]:
    place = reader.scope.place
    given = {level: getattr(place, level) for level in ("province", "district", "commune")}
    known = {p.name for p in find_query(_QUERY_OF[str(place.level)]).parameters}
    rows = reader.ask(_QUERY_OF[str(place.level)], **{k: v for k, v in given.items() if k in known})
    rows = [{"district": None, "commune": None, **row} for row in rows]
    return [row for row in rows if reader.scope.form.covers(row) and reader.scope.in_years(row["year"])]


def _by_unit(reader: _Reader, query: str) -> list[Row]:
    rows = reader.ask(query, level=reader.scope.place.level)
    return [row for row in rows if reader.scope.is_unit(row) and reader.scope.in_years(row["year"])]


def _below(reader: _Reader) -> list[Row]:
    """The units in the unit, each by its own best report."""
    found = []
    for level in _BELOW.get(str(reader.scope.place.level), ()):
        for row in reader.ask(_QUERY_OF[level]):
            whole = {"commune": None, **row}
            if reader.scope.covers(whole) and reader.scope.in_years(row["year"]):
                found.append({**whole, "level": level})
    return found


def _money(reader: _Reader) -> list[Row]:
    """Sums of money; one that several articles tell is one row."""
    rows = reader.rows(
        "SELECT m.purpose, m.amount, m.high, m.currency, m.bound, m.basis, m.province, m.district, m.commune, "
        "m.place_code AS code, year(coalesce(m.period_end, a.published_on)) AS year, m.period_start, m.period_end, "
        "coalesce(m.cumulative, false) AS cumulative, m.article, m.\"start\", m.\"end\", m.sentence AS evidence "
        "FROM money m JOIN articles a ON a.id = m.article "
        "WHERE m.place_name IS NOT NULL AND list_contains(?, lower(m.province)) "
        "AND NOT EXISTS (SELECT 1 FROM copies c WHERE c.article = m.article) "
        "ORDER BY year DESC, currency <> 'VND', currency, amount DESC, a.published_on, m.article, m.nr",
        [province.lower() for province in reader.scope.provinces],
    )  # fmt: skip
    found: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        if reader.scope.covers(row) and reader.scope.in_years(row["year"]):
            key = (row["purpose"] or "").lower(), row["amount"], row["currency"], row["basis"], row["code"], row["year"]
            found.setdefault(key, row)
    return list(found.values())


def _officials(reader: _Reader) -> list[Row]:
    """Posts in the unit whose holders an article of these years names, or one without a date."""
    scope = reader.scope
    return [
        row
        for row in reader.ask("officials-directory")
        if scope.covers(row)
        and (row["last_seen"] is None or row["last_seen"].year >= scope.first)
        and (row["first_seen"] is None or row["first_seen"].year <= scope.last)
    ]


def _counts(reader: _Reader) -> list[Row]:
    rows = reader.ask("counts-per-place-year")
    return [row for row in rows if reader.scope.covers(row) and reader.scope.in_years(row["year"])]


def _models(reader: _Reader) -> list[Row]:
    """Models by name, from articles of these years; the owner only where it is an organ or an official."""
    rows = reader.rows(
        "SELECT m.name, m.owner, m.field, m.province, m.district, m.commune, m.place_code AS code, m.article, "
        "m.sentence AS evidence, year(a.published_on) AS year "
        "FROM models m JOIN articles a ON a.id = m.article WHERE list_contains(?, lower(m.province)) "
        "AND NOT EXISTS (SELECT 1 FROM copies c WHERE c.article = m.article) "
        "ORDER BY m.commune COLLATE vi NULLS FIRST, m.name COLLATE vi, m.article, m.nr",
        [province.lower() for province in reader.scope.provinces],
    )  # fmt: skip
    names = reader.names
    return [
        {**row, "owner": row["owner"] if names is None else names.owner(row["owner"], row["article"])}
        for row in rows
        if reader.scope.covers(row) and reader.scope.in_years(row["year"])
    ]


def _findings(reader: _Reader) -> list[Row]:
    """Open findings on facts of the unit and these years; one on no fact where its article speaks for the unit."""
    rows = reader.rows(
        "SELECT * FROM findings WHERE state = 'open' ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 "
        'ELSE 2 END, "check", articles, id'
    )
    if not rows:
        return []
    wanted = sorted({article for row in rows for article in row["articles"]})
    facts = reader.rows(
        'SELECT article, "start", f.province, f.district, f.commune, place_code AS code, '
        "year(coalesce(period_end, published_on)) AS year "
        'FROM (SELECT article, "start", province, district, commune, place_name, place_code, period_end FROM figures '
        'UNION ALL SELECT article, "start", province, district, commune, place_name, place_code, period_end FROM money'
        ") f JOIN (SELECT id, published_on FROM articles) a ON a.id = f.article "
        "WHERE article IN (SELECT unnest(?)) AND place_name IS NOT NULL",
        wanted,
    )  # fmt: skip
    articles = reader.rows(
        "SELECT id, province, district, commune, place_code AS code, year(published_on) AS year FROM articles "
        "WHERE id IN (SELECT unnest(?)) AND place_name IS NOT NULL",
        wanted,
    )
    placed = {(row["article"], row["start"]): row for row in facts}
    speaking = {row["id"]: row for row in articles}
    return [row for row in rows if _concerns(reader.scope, row, placed, speaking)]


def _concerns(scope: Scope, finding: Row, placed: Mapping[tuple[str, int], Row], speaking: Mapping[str, Row]) -> bool:
    own = [placed[key] for s in finding["spans"] if (key := (s["article"], s["start"])) in placed]
    about = own or [speaking[article] for article in finding["articles"] if article in speaking]
    return any(scope.covers(row) and scope.in_years(row["year"]) for row in about)


def _sources(reader: _Reader) -> tuple[Source, ...]:
    """The articles that were used, by day, numbered from 1."""
    rows = reader.rows(
        "SELECT a.id, a.title, a.source, a.url, a.published_on, c.canonical FROM articles a "
        "LEFT JOIN copies c ON c.article = a.id WHERE a.id IN (SELECT unnest(?)) "
        "ORDER BY a.published_on NULLS LAST, a.id",
        sorted(reader.uses),
    )
    reader.refs = {row["id"]: at for at, row in enumerate(rows, start=1)}
    return tuple(
        Source(
            reader.refs[row["id"]], row["id"], reader.hide(row["title"], row["id"]), row["source"], row["url"],
            row["published_on"], reader.refs.get(row["canonical"]), tuple(reader.uses[row["id"]].items()),
        )
        for row in rows
    )  # fmt: skip


def _weighed(reader: _Reader, year: int) -> tuple[Row, ...]:
    """What was weighed for the unit and the year, the answer first."""
    place = reader.scope.place
    told = weigh(reader.con, _QUERY_OF[str(place.level)], place.name, year, place.province)
    weighed = [dict(zip(told.names, row, strict=True)) for row in told]
    ours = {
        (row["article"], row["start"])
        for row in reader.rows(
            'SELECT article, "start", place_code AS code, province, district, commune FROM figures '
            "WHERE article IN (SELECT unnest(?))",
            sorted({row["article"] for row in weighed}),
        )
        if reader.scope.form.covers(row)
    }
    return tuple(
        {**row, "year": year} for row in weighed if (row["article"], row["start"]) in ours and _tells(row, year)
    )


def _answer(
    reader: _Reader, year: int, rows: Sequence[Row], summed: Mapping[int, Row], weighed: tuple[Row, ...]
) -> Answer:
    row = next((r for r in rows if r["year"] == year), None)
    chosen = next((w for w in weighed if w["verdict"] == "answer"), None)
    quotes = [] if chosen is None else reader.quotes(chosen["article"], [(chosen["start"], chosen["end"])])
    return Answer(year, row, summed.get(year), weighed, quotes[0] if quotes else None)


def _tells(weighed: Row, year: int) -> bool:
    """Whether the page shows it: not what is of other units and years, and what covers years only in its last one."""
    if weighed["verdict"] == "out" and weighed["period_end"] is not None and weighed["period_end"].year != year:
        return False
    return weighed["reason"] not in {"other_unit", "other_year"}


def _finding(reader: _Reader, row: Row) -> FindingShown:
    lang = language()
    quotes = [
        quote
        for article in row["articles"]
        for quote in reader.quotes(article, [(s["start"], s["end"]) for s in row["spans"] if s["article"] == article])
    ]
    article = row["articles"][0] if row["articles"] else None
    return FindingShown(
        row["id"], row["check"], row["severity"], reader.hide(row[f"message_{lang}"], article) or "",
        row[f"settle_{lang}"], row["stated"], row["computed"], tuple(quotes),
    )  # fmt: skip


def _tables(reader: _Reader, rows: Mapping[str, Sequence[Row]], answers: Sequence[Answer]) -> dict[str, Table]:
    """The sections as tables, in the order of the page."""
    weighed = [row for answer in answers for row in answer.weighed]
    money = {basis: [row for row in rows["money"] if row["basis"] == basis] for basis in ("total", "each", None)}
    goods = [row for row in rows["counts"] if row["measure"] in _GOODS]
    places = "commune" if reader.scope.place.level != "province" else "district commune"
    sums = "purpose amount high currency bound commune district year period_start period_end cumulative ref evidence"
    paid = f"purpose amount {places} year cumulative evidence ref"
    counted = "measure unit largest bound smallest figures commune district year cumulative ref evidence"
    page = f"measure unit largest {places} year cumulative evidence ref"
    statuses = "year planned registered built recognised maintained commended stocks partial inexact refs"
    made = (
        ("answers", [row for answer in answers if (row := answer.number)], "year models bound status cumulative so_far "
         "as_of low high reports added ref period_start period_end evidence",
         "year models status cumulative so_far as_of low high reports added ref"),
        ("weigh", weighed, "year verdict reason models bound status cumulative period_start period_end unit_name ref "
         "evidence", "verdict models status period_start period_end reason ref"),
        ("by_status", rows["by_status"], statuses, statuses),
        ("fields", rows["fields"], "year field models bound share status cumulative ref evidence",
         "year field models share status cumulative ref"),
        ("below", rows["below"], "district commune year models bound status cumulative so_far as_of ref evidence",
         f"{places} year models status cumulative so_far as_of ref"),
        ("money_total", money["total"], sums, paid),
        ("money_each", money["each"], sums, paid),
        ("money_unclear", money[None], sums, paid),
        ("goods", goods, counted, page),
        ("counts", rows["counts"], counted, page),
        ("officials", rows["officials"], "name title body level district commune first_seen last_seen articles ref "
         "evidence", "name title body first_seen last_seen ref"),
        ("models", rows["models"], "name owner field district commune year ref evidence",
         f"name owner field {places} ref"),
    )  # fmt: skip
    return {
        name: _table(reader, name, found, columns.split(), tuple(shown.split())) for name, found, columns, shown in made
    }


_SUBJECTS = {"officials": "officials-directory", "models": "models", "weigh": "weigh"}


def _table(reader: _Reader, name: str, rows: Sequence[Row], columns: Sequence[str], shown: tuple[str, ...]) -> Table:
    kinds = tuple(Column(column, _KINDS.get(column, "text")) for column in columns)
    cells = tuple(tuple(_cell(reader, row, column) for column in columns) for row in rows)
    filled = {column.name for at, column in enumerate(kinds) if any(row[at] not in {None, "", False} for row in cells)}
    return Table(name, kinds, cells, tuple(c for c in shown if c in filled), _SUBJECTS.get(name, ""))


def _cell(reader: _Reader, row: Row, column: str) -> Any:
    if column == "ref":
        return reader.refs.get(row.get("article", ""))
    if column == "refs":
        return ", ".join(str(reader.refs[a]) for a in row["articles"] if a in reader.refs)
    if column in {"stocks", "partial", "inexact"}:
        return ", ".join(value_word(column, status) for status in row[column] or ())
    if column in {"evidence", "purpose"} or (column == "name" and "owner" in row):
        return reader.hide(row.get(column), row.get("article"))
    return row.get(column)
