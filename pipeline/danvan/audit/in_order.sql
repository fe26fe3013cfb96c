-- Every number of the text in its order, counts and money alike, with the words between it and its neighbours. `nth` counts
-- the numbers of the article, `stops` the ends of sentences before it, `breaks` those of lines. Many checks read it: it is kept as
-- a table, `in_order`.
CREATE OR REPLACE TEMP VIEW numbers_in_order AS
WITH every AS (
    SELECT article, nr, false AS is_money, "start", "end", value, high, bound, lowest, highest, slack, measure, lower(unit) AS unit,
        dimension, is_rate, of, part_of, list, change_direction, status, unit_key, period_start, period_end, confidence,
        CAST(NULL AS VARCHAR) AS basis, CAST(NULL AS INTEGER) AS items, span
    FROM claims
    UNION ALL
    SELECT article, nr, true, "start", "end", CAST(amount AS DOUBLE), CAST(high AS DOUBLE), bound, lowest, highest, rounding_in(text), 'tiền', 'tiền',
        currency, false, NULL, NULL, NULL, NULL, NULL, NULL, period_start, period_end, confidence, basis, items, span
    FROM sums
),
between_them AS (
    SELECT e.*, substr(a.text, coalesce(lag(e."end") OVER line, 0) + 1, greatest(0, e."start" - coalesce(lag(e."end") OVER line, 0))) AS gap,
        lower(substr(a.text, e."end" + 1, least(120, coalesce(lead(e."start") OVER line, length(a.text)) - e."end"))) AS behind,
        lower(substr(a.text, greatest(1, e."start" - 149), least(150, e."start"))) AS led_by,
        CAST(row_number() OVER line AS INTEGER) AS nth
    FROM every e JOIN articles a ON a.id = e.article
    WINDOW line AS (PARTITION BY e.article ORDER BY e."start", e."end")
)
SELECT * EXCLUDE (gap), right(lower(gap), 120) AS ahead,
    CAST(sum(len(regexp_extract_all(gap, '[.!?…]+["”)]*\s+|\n+'))) OVER line AS INTEGER) AS stops,
    CAST(sum(len(regexp_extract_all(gap, '\n+'))) OVER line AS INTEGER) AS breaks
FROM between_them
WINDOW line AS (PARTITION BY article ORDER BY nth);
