-- Every count that could be meant by "models of this unit in this year": the one that answers, its rivals, and those
-- that cannot answer, each with the reason. `place_in_policy` is where a rival first loses against the answer.
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
)
SELECT province, unit_name, unit_level,
    CASE WHEN out IS NOT NULL THEN 'out' WHEN rank = 1 THEN 'answer' ELSE 'rival' END AS verdict,
    CASE WHEN out IS NOT NULL THEN out
        WHEN rank > 1 THEN coalesce(
            ['cumulative', 'status', 'extent', 'bound', 'newer', 'larger', 'surer'][
                list_position(list_transform(list_zip(weight, best), lambda pair: pair[1] <> pair[2]), true)], 'same')
    END AS reason,
    models, nullif(models_high, models) AS high, bound, status, cumulative, period_start, period_end, as_of, published_on,
    confidence, article, "start", "end", evidence
FROM ranked
ORDER BY out IS NOT NULL, out IS NOT DISTINCT FROM 'other_unit', unit_key, rank, article, "start"
