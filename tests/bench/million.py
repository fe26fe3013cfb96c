"""Every query and the whole audit over a database of a million figures, made here.

    python tests/bench/million.py [--figures 1000000] [--threads 2] [--keep FILE]

Prints the seconds of each; issue: every query under 1 s, the audit under 2 minutes on two cores. The articles are
made by SQL: reports of real districts and communes over fifteen years with totals, parts by field and holder, funnels,
changes, other counts, money, posts and dates; one in fifty does not add up, one in a hundred disagrees with another,
one in forty is a copy.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path
from time import perf_counter

import duckdb

from danvan.answers.as_of import models_as_of
from danvan.answers.weigh import LEVELS, weigh
from danvan.audit import ledger
from danvan.audit.check import load_checks
from danvan.audit.run import compare, prepare
from danvan.queries import load_queries
from danvan.ruleset import load_rules
from danvan.store.database import create_tables
from danvan.store.read import open_for_reading, run_query
from danvan.store.write import RunFacts, Writer

_FIGURES_OF_AN_ARTICLE = 20


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--figures", type=int, default=1_000_000, help="about how many figures (1,000,000)")
    options.add_argument("--threads", type=int, default=2, help="threads of DuckDB (2)")
    options.add_argument("--keep", type=Path, help="keep the database in this file")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.keep or Path(folder) / "million.duckdb"
        path.unlink(missing_ok=True)
        with duckdb.connect(str(path)) as con:
            con.execute(f"SET threads = {chosen.threads}")
            started = perf_counter()
            make(con, chosen.figures // _FIGURES_OF_AN_ARTICLE)
            (figures,) = con.execute("SELECT count(*) FROM figures").fetchall()[0]
            (articles,) = con.execute("SELECT count(*) FROM articles").fetchall()[0]
            made = perf_counter() - started
            print(f"{articles:,} articles, {figures:,} figures, made in {made:.1f} s; {chosen.threads} threads")
        reading = open_for_reading(path)
        _queries(reading)
        reading.close()
        with duckdb.connect(str(path)) as con:
            con.execute(f"SET threads = {chosen.threads}")
            _audit(con)
    return 0


def _queries(con: duckdb.DuckDBPyConnection) -> None:
    for name, query in load_queries().items():
        started = perf_counter()
        found = run_query(con, query.sql, query.bind({}))
        answered = perf_counter() - started
        rows = sum(1 for _ in found)
        _tell(name, answered, f"{rows:,} rows, handed over after {perf_counter() - started:.2f} s")
    started = perf_counter()
    rows = sum(1 for _ in weigh(con, next(q for q, level in LEVELS.items() if level == "district"), "Thạch Hà", 2022))
    _tell("--explain", perf_counter() - started, f"{rows:,} rows")
    started = perf_counter()
    rows = sum(1 for _ in models_as_of(con, "models-per-district-year", date(2024, 12, 31), load_rules(), {}))
    _tell("--as-of", perf_counter() - started, f"{rows:,} rows")


def _audit(con: duckdb.DuckDBPyConnection) -> None:
    checks = list(load_checks().values())
    begun = started = perf_counter()
    prepare(con)
    done = []
    for check in checks:
        done.append(compare(con, check))
        compared = sum(c.comparisons for c in done[-1].coverage)
        _tell(check.slug, perf_counter() - started, f"{compared:,} comparisons, {len(done[-1].findings):,} findings")
        started = perf_counter()
    ledger.update(con, done, [c.slug for c in checks], datetime(2026, 1, 1))
    _tell("ledger", perf_counter() - started, "")
    _tell("the whole audit", perf_counter() - begun, "")


def _tell(what: str, seconds: float, more: str) -> None:
    print(f"{what:28}{seconds:8.2f} s   {more}")
    sys.stdout.flush()


def make(con: duckdb.DuckDBPyConnection, articles: int) -> None:
    """Fills an empty database with that many reports, twenty figures each."""
    create_tables(con)
    rules = load_rules()
    writer = Writer(con, RunFacts("bench", "bench"), lambda: datetime(2026, 1, 1))
    writer.replace_units(rules.table("gazetteer/units"), rules.hash)
    con.execute("RESET memory_limit")  # the writer keeps to little, for articles that come in one by one
    con.execute("SELECT setseed(0.42)")
    for statement in _MAKE.replace("$articles", str(articles)).split(";\n"):
        if statement.strip():
            con.execute(statement)
    con.execute("INSERT OR REPLACE INTO meta VALUES ('copies', 'stale')")
    writer.end(lambda _: True)


_MAKE = """
CREATE TEMP TABLE unit AS
SELECT u.code, u.name, u.kind, u.level, p.name AS district, coalesce(q.name, p.name) AS province,
    row_number() OVER (ORDER BY u.level DESC, u.code) - 1 AS nr
FROM units u JOIN units p ON p.code = u.parent_code AND p.valid_from <= DATE '2023-01-01'
    AND (p.valid_to IS NULL OR p.valid_to > DATE '2023-01-01')
LEFT JOIN units q ON q.code = p.parent_code AND q.valid_from <= DATE '2023-01-01'
    AND (q.valid_to IS NULL OR q.valid_to > DATE '2023-01-01')
WHERE u.valid_from <= DATE '2023-01-01' AND (u.valid_to IS NULL OR u.valid_to > DATE '2023-01-01')
    AND u.level IN ('district', 'commune') AND (u.level = 'district' OR hash(u.code) % 8 = 0);

CREATE TEMP TABLE report AS
SELECT i, printf('%08x', i) AS id, u.* EXCLUDE (nr),
    2009 + CAST(i // (SELECT count(*) FROM unit) % 15 AS INTEGER) AS year,
    CASE u.level WHEN 'commune' THEN 8 ELSE 120 END
        + CAST(hash(u.code, i // (SELECT count(*) FROM unit) % 15) % 30 AS INTEGER)
        + CASE WHEN random() < 0.01 THEN 3 ELSE 0 END AS total,
    random() < 0.02 AS is_wrong, i % 40 = 39 AS is_copy
FROM range($articles) r(i) JOIN unit u ON u.nr = i % (SELECT count(*) FROM unit);

UPDATE report SET total = o.total, code = o.code, name = o.name, kind = o.kind, level = o.level, district = o.district,
    province = o.province, year = o.year, is_wrong = o.is_wrong
FROM (SELECT * FROM report) o WHERE report.is_copy AND o.i = report.i - 1;

CREATE TEMP TABLE said AS
SELECT r.id, s.*
FROM report r, LATERAL (VALUES
    (0, 'mô hình', 'mô hình', r.total, NULL, NULL, NULL, 'built', NULL, NULL, 'dan_van_kheo', NULL, NULL),
    (1, 'mô hình', 'mô hình', r.total // 4, 0, 0, 'economy', 'built', NULL, true, 'dan_van_kheo', NULL, NULL),
    (2, 'mô hình', 'mô hình', r.total // 4, 0, 0, 'culture_society', 'built', NULL, true, 'dan_van_kheo', NULL, NULL),
    (3, 'mô hình', 'mô hình', r.total // 4, 0, 0, 'defence_security', 'built', NULL, true, 'dan_van_kheo', NULL, NULL),
    (4, 'mô hình', 'mô hình', r.total - 3 * (r.total // 4) - CASE WHEN r.is_wrong THEN 7 ELSE 0 END, 0, 0,
        'political_system', 'built', NULL, true, 'dan_van_kheo', NULL, NULL),
    (5, 'mô hình', 'tập thể', r.total // 3, 0, 1, NULL, 'built', 'collective', true, 'dan_van_kheo', NULL, NULL),
    (6, 'mô hình', 'cá nhân', r.total - r.total // 3, 0, 1, NULL, 'built', 'individual', true, 'dan_van_kheo',
        NULL, NULL),
    (7, 'mô hình', 'mô hình', r.total + 9, NULL, NULL, NULL, 'registered', NULL, NULL, 'dan_van_kheo', NULL, NULL),
    (8, 'mô hình', 'mô hình', r.total - 5, 0, NULL, NULL, 'recognised', NULL, false, 'dan_van_kheo', NULL, NULL),
    (9, 'mô hình', 'mô hình', 3, NULL, NULL, NULL, 'built', NULL, NULL, 'dan_van_kheo', 'up', 'previous_year'),
    (10, 'hội nghị', 'hội nghị', r.total % 23 + 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (11, 'người', 'lượt người', r.total * 31, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (12, 'phần quà', 'suất quà', r.total * 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (13, 'nhà', 'căn nhà', r.total % 17 + 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (14, 'đất', 'm2 đất', r.total * 120, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (15, 'ngày công', 'ngày công', r.total * 14, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (16, 'hộ', 'hộ', r.total * 5, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (17, 'hộ', 'hộ', r.total * 2, 16, NULL, NULL, NULL, NULL, false, NULL, NULL, NULL),
    (18, 'xã', 'xã', r.total % 13 + 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (19, 'đường', 'km đường', r.total / 7.0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
) s(nr, measure, unit, value, part_of, list, field, status, holder, partition, topic, change_direction, change_than);

CREATE TEMP TABLE placed AS
SELECT s.*, replace(round(s.value, 1) || ' ' || s.unit, '.0 ', ' ') AS text,
    s.nr * 60 AS "start"
FROM said s;

INSERT INTO articles BY NAME
SELECT r.id, r.id || '.txt' AS source, 'Báo cáo ' || r.kind || ' ' || r.name || ' ' || r.year AS title,
    CAST(make_date(r.year, 12, 20) AS VARCHAR) AS published, make_date(r.year, 12, 20) AS published_on,
    r.code AS place_code, r.name AS place_name, r.kind AS place_kind, r.level AS place_level, r.province, r.district,
    CASE r.level WHEN 'commune' THEN r.name END AS commune,
    t.text, '1' AS schema_version, md5(t.text || r.id) AS body_hash, md5(r.id) AS record_hash, 1 AS run
FROM report r JOIN (
    SELECT id, string_agg(rpad(text || ' tại đơn vị ' || id[:6], 60, ' '), '' ORDER BY nr) AS text
    FROM placed GROUP BY id
) t ON t.id = r.id;

INSERT INTO figures BY NAME
SELECT p.id AS article, p.nr, p.measure, p.unit, p.value, 'exact' AS bound, p.topic, p.field, p.holder, p.status,
    r.code AS place_code, r.name AS place_name, r.kind AS place_kind, r.level AS place_level, r.province, r.district,
    CASE r.level WHEN 'commune' THEN r.name END AS commune, make_date(r.year, 1, 1) AS period_start,
    make_date(r.year, 12, 31) AS period_end, false AS cumulative, p.part_of, p.partition, p.list, p.change_direction,
    p.change_than, p."start", p."start" + length(p.text) AS "end", p.text,
    'Báo cáo số ' || r.i - CAST(r.is_copy AS INTEGER) || ' năm ' || r.year || ', ' || r.name || ': '
        || CASE WHEN p.nr < 7 THEN r.total || ' mô hình, gồm nhiều phần' ELSE p.text END || '.' AS sentence,
    'bench' AS rule,
    0.95 AS confidence
FROM placed p JOIN report r ON r.id = p.id;

INSERT INTO money BY NAME
SELECT r.id AS article, n AS nr, CAST(50000000 * CASE n WHEN 0 THEN r.total % 17 + 1 ELSE 1 END AS BIGINT)
    AS amount,
    'VND' AS currency, 'exact' AS bound, CASE n WHEN 0 THEN 'total' ELSE 'each' END AS basis, 'nhà' AS purpose,
    13 AS items,
    r.code AS place_code, r.name AS place_name, r.kind AS place_kind, r.level AS place_level, r.province, r.district,
    make_date(r.year, 1, 1) AS period_start, make_date(r.year, 12, 31) AS period_end, false AS cumulative,
    1300 + n AS "start", 1310 + n AS "end", 'triệu đồng' AS text,
    'Trao nhà ở ' || r.name || ' năm ' || r.year AS sentence,
    'bench' AS rule, 0.95 AS confidence
FROM report r, range(2) t(n);

INSERT INTO positions BY NAME
SELECT r.id AS article, 0 AS official, 0 AS nr, 'Nguyễn Văn ' || chr(65 + CAST(hash(r.code) % 26 AS INTEGER)) AS name,
    'Bí thư' AS title, 'Huyện ủy ' || r.name AS body, r.level, r.code AS place_code, r.name AS place_name,
    r.kind AS place_kind, r.level AS place_level, r.province, r.district, 0 AS "start", 10 AS "end",
    'Nguyễn Văn' AS text,
    'Đồng chí Nguyễn Văn dự.' AS sentence, 'bench' AS rule, 0.95 AS confidence
FROM report r;

INSERT INTO dates BY NAME
SELECT r.id AS article, 0 AS nr, make_date(r.year, 12, 19) AS date_start, make_date(r.year, 12, 19) AS date_end,
    'day' AS grain, 'event' AS role, false AS inferred, 5 AS "start", 12 AS "end", '19/12' AS text,
    'Ngày 19/12.' AS sentence, 'bench' AS rule, 0.95 AS confidence
FROM report r;
"""


if __name__ == "__main__":
    sys.exit(main())
