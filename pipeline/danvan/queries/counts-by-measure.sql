-- title: What is counted, and how often
-- title.vi: Những gì được đếm, và bao nhiêu lần
-- parameter: measure VARCHAR | measures that hold these words | đơn vị đếm có chứa các chữ này
-- parameter: province VARCHAR | only this province | chỉ tỉnh này
-- parameter: year INTEGER | only figures whose period, or else publication, is in this year | chỉ số liệu của năm này
-- column: measure | the canonical noun
-- column: topic | dan_van_kheo, or null
-- column: dimension | m2, ha, km, kg ... where it is measured: numbers of several are never compared; null for things counted
-- column: figures | how many figures count it; shares, rates ("%", "hộ/năm") and copies are left out
-- column: smallest | smallest number
-- column: largest | largest number
-- column: articles | how many articles count it
-- column: article | id of the article of the largest number
-- column: evidence | its sentence
-- brief: measure, topic, dimension, figures, smallest, largest, articles, evidence
WITH measured AS (
    SELECT unit, nullif(dimension_of(unit), '') AS dimension FROM (SELECT DISTINCT unit FROM figures) WHERE NOT is_rate(unit)
)
SELECT f.measure, f.topic, dimension, CAST(count(*) AS INTEGER) AS figures, min(f.value) AS smallest,
    max(coalesce(f.high, f.value)) AS largest, CAST(count(DISTINCT f.article) AS INTEGER) AS articles,
    arg_max(f.article, coalesce(f.high, f.value)) AS article, arg_max(f.sentence, coalesce(f.high, f.value)) AS evidence
FROM figures f JOIN measured USING (unit) JOIN articles a ON a.id = f.article
WHERE NOT EXISTS (SELECT 1 FROM repeated r WHERE r.kind = 'figures' AND r.article = f.article AND r.nr = f.nr)
    AND ($measure IS NULL OR contains(lower(f.measure), lower($measure)))
    AND ($province IS NULL OR lower(f.province) = lower($province))
    AND ($year IS NULL OR year(coalesce(f.period_end, a.published_on)) = CAST($year AS INTEGER))
GROUP BY f.measure, f.topic, dimension
ORDER BY figures DESC, f.measure COLLATE vi, f.topic, dimension
