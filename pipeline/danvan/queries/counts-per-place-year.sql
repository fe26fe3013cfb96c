-- title: Land, workdays, gifts, houses and every other counted thing, by place and year
-- title.vi: Đất, ngày công, phần quà, nhà và mọi thứ được đếm, theo địa bàn và năm
-- parameter: measure VARCHAR | only this measure: đất, ngày công, phần quà, nhà ... | chỉ thứ này: đất, ngày công, phần quà, nhà ...
-- parameter: province VARCHAR | only this province | chỉ tỉnh này
-- parameter: district VARCHAR | only this district | chỉ huyện này
-- parameter: year INTEGER | only this year | chỉ năm này
-- column: measure | what is counted
-- column: unit | the unit it is counted in, as written
-- column: level | level of the place
-- column: province | its province
-- column: district | its district
-- column: commune | its commune
-- column: code | its code at the article's date; null where it stays ambiguous
-- column: year | year of the period, else of publication
-- column: cumulative | true for stocks and totals over several years
-- column: largest | the largest number that an article gives; numbers of different articles are never added up
-- column: bound | exact, more_than, at_least, less_than, at_most or about
-- column: smallest | the smallest
-- column: figures | how many figures were weighed; parts of a total, shares and copies are left out
-- column: article | id of the article of the largest
-- column: evidence | its sentence
-- brief: measure, unit, province, district, commune, year, largest, bound, figures, evidence
WITH told AS (
    SELECT f.measure, lower(f.unit) AS unit, f.place_level AS level, f.province, f.district, f.commune, f.place_code AS code,
        year(coalesce(f.period_end, a.published_on)) AS year, coalesce(f.cumulative, false) AS cumulative,
        max({'largest': coalesce(f.high, f.value), 'bound': f.bound, 'article': f.article, 'evidence': f.sentence}) AS best,
        min(f.value) AS smallest, count(*) AS figures
    FROM figures f JOIN articles a ON a.id = f.article
    WHERE f.topic IS NULL AND f.part_of IS NULL AND f.of IS NULL AND f.change_direction IS NULL
        AND NOT is_rate(f.unit)
        AND NOT EXISTS (SELECT 1 FROM repeated r WHERE r.kind = 'figures' AND r.article = f.article AND r.nr = f.nr)
        AND ($measure IS NULL OR lower(f.measure) = lower($measure))
        AND ($province IS NULL OR lower(f.province) = lower($province))
        AND ($district IS NULL OR lower(f.district) = lower($district))
        AND ($year IS NULL OR year(coalesce(f.period_end, a.published_on)) = CAST($year AS INTEGER))
    GROUP BY ALL
)
SELECT measure, unit, level, province, district, commune, code, year, cumulative, best.largest, best.bound, smallest,
    CAST(figures AS INTEGER) AS figures, best.article, best.evidence
FROM told
ORDER BY measure COLLATE vi, province COLLATE vi NULLS LAST, district COLLATE vi NULLS FIRST,
    commune COLLATE vi NULLS FIRST, code, year, unit, cumulative
