-- title: What is counted, and how often
-- title.vi: Những gì được đếm, và bao nhiêu lần
-- parameter: measure VARCHAR | measures that hold these words | đơn vị đếm có chứa các chữ này
-- parameter: province VARCHAR | only this province | chỉ tỉnh này
-- parameter: year INTEGER | only figures whose period, or else publication, is in this year | chỉ số liệu của năm này
-- column: measure | the canonical noun
-- column: topic | dan_van_kheo, or null
-- column: figures | how many figures count it; shares ("%") are left out
-- column: smallest | smallest number
-- column: largest | largest number
-- column: articles | how many articles count it
-- column: article | id of the article of the largest number
-- column: evidence | its sentence
-- brief: measure, topic, figures, smallest, largest, articles, evidence
SELECT f.measure, f.topic, CAST(count(*) AS INTEGER) AS figures, min(f.value) AS smallest,
    max(coalesce(f.high, f.value)) AS largest, CAST(count(DISTINCT f.article) AS INTEGER) AS articles,
    arg_max(f.article, coalesce(f.high, f.value)) AS article, arg_max(f.sentence, coalesce(f.high, f.value)) AS evidence
FROM figures f JOIN articles a ON a.id = f.article
WHERE NOT contains(f.unit, '%')
    AND ($measure IS NULL OR contains(lower(f.measure), lower($measure)))
    AND ($province IS NULL OR lower(f.province) = lower($province))
    AND ($year IS NULL OR year(coalesce(f.period_end, a.published_on)) = CAST($year AS INTEGER))
GROUP BY f.measure, f.topic
ORDER BY figures DESC, f.measure COLLATE vi, f.topic
