-- Every count that could be meant by "models of this unit in this year": the one that answers, its rivals, and those
-- that cannot answer, each with the reason. The reason of a rival is where it first loses against the answer; `findings`
-- names the checks of the audit that have an open finding on the number.
WITH asked AS (
    SELECT * FROM model_claims
    WHERE field IS NULL
        AND (period_end IS NULL OR year(period_end) >= $year AND coalesce(year(period_start), 0) <= $year)
        AND ($province IS NULL OR lower(province) = lower($province))
        AND lower(CASE $level WHEN 'province' THEN province WHEN 'district' THEN district ELSE commune END) = lower($name)
),
judged AS (
    SELECT *, CASE
        WHEN unit_level IS DISTINCT FROM $level THEN 'other_unit'
        WHEN excluded IS NULL AND year <> $year THEN 'other_year'
        ELSE excluded END AS out
    FROM asked
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY unit_key, out IS NULL ORDER BY weight, article, nr) AS rank,
        first_value(weight) OVER (PARTITION BY unit_key, out IS NULL ORDER BY weight, article, nr) AS best
    FROM judged
),
doubted AS (
    SELECT r.article, r.nr, string_agg(DISTINCT f."check", ', ' ORDER BY f."check") AS findings
    FROM (SELECT "check", unnest(spans) AS span FROM findings WHERE state = 'open') AS f
    JOIN ranked AS r ON r.article = f.span.article AND r."start" < f.span."end" AND f.span."start" < r."end"
    GROUP BY r.article, r.nr
)
SELECT province, unit_name, unit_level,
    CASE WHEN out IS NOT NULL THEN 'out' WHEN rank = 1 THEN 'answer' ELSE 'rival' END AS verdict,
    CASE WHEN out IS NOT NULL THEN out
        WHEN rank > 1 THEN coalesce(
            ['cumulative', 'status', 'extent', 'bound', 'newer', 'larger', 'surer'][
                list_position(list_transform(list_zip(weight, best), lambda pair: pair[1] <> pair[2]), true)], 'same')
    END AS reason,
    models, nullif(models_high, models) AS high, bound, status, cumulative, period_start, period_end, as_of, published_on,
    findings, confidence, article, "start", "end", evidence
FROM ranked LEFT JOIN doubted USING (article, nr)
ORDER BY out IS NOT NULL, out IS NOT DISTINCT FROM 'other_unit', unit_key, rank, article, "start"
