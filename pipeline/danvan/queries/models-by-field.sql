-- title: "Dân vận khéo" models by field, unit and year: the best report of each
-- title.vi: Số mô hình “Dân vận khéo” theo lĩnh vực, đơn vị và năm: theo báo cáo tốt nhất
-- parameter: province VARCHAR | only this province | chỉ tỉnh này
-- parameter: level VARCHAR | only this level of units: province, district, commune | chỉ cấp này: province, district, commune
-- parameter: field VARCHAR | only this field, such as economy | chỉ lĩnh vực này, ví dụ economy
-- parameter: year INTEGER | only this year | chỉ năm này
-- column: level | level of the unit: province, district, commune
-- column: province | province of the unit
-- column: district | district of the unit
-- column: commune | commune of the unit
-- column: code | code of the unit at the article's date; null where it stays ambiguous
-- column: year | the year that the number stands under
-- column: field | economy, culture_society, defence_security, political_system, new_countryside, environment, other
-- column: models | the number that the best report gives
-- column: share | its share of the total that the same article gives for the unit and year, percent; null without one
-- column: bound | exact, more_than, at_least, less_than, at_most or about
-- column: status | built, else maintained, else recognised, else registered
-- column: cumulative | true for a stock
-- column: as_of | the last day that the article can speak for
-- column: article | id of the article
-- column: evidence | its sentence
-- brief: province, district, commune, year, field, models, share, status, cumulative, evidence
WITH totals AS (
    SELECT article, unit_key, year, status, cumulative, max(models) AS total
    FROM model_reports WHERE field IS NULL GROUP BY ALL
)
SELECT m.unit_level AS level, m.province, m.district, m.commune, m.code, m.year, m.field, m.models,
    round(100.0 * m.models / nullif(t.total, 0), 1) AS share,
    m.bound, m.status, m.cumulative, m.as_of, m.article, m.evidence
FROM models_per_year m
LEFT JOIN totals t ON t.article = m.article AND t.unit_key = m.unit_key AND t.year = m.year AND t.status = m.status
    AND t.cumulative = m.cumulative AND t.total >= m.models
WHERE m.field IS NOT NULL
    AND ($province IS NULL OR lower(m.province) = lower($province))
    AND ($level IS NULL OR m.unit_level = $level)
    AND ($field IS NULL OR m.field = $field)
    AND ($year IS NULL OR m.year = CAST($year AS INTEGER))
ORDER BY m.province COLLATE vi, m.district COLLATE vi, m.commune COLLATE vi, m.code, m.year, m.models DESC, m.field
