-- title: Districts without a total of their own: the sum of the communes that report
-- title.vi: Huyện không có số tổng: cộng các xã có báo cáo
-- parameter: province VARCHAR | only this province | chỉ tỉnh này
-- parameter: district VARCHAR | only this district | chỉ huyện này
-- parameter: year INTEGER | only this year | chỉ năm này
-- column: province | the province, without its kind
-- column: district | the district
-- column: code | code of the district
-- column: year | the year that the numbers stand under
-- column: models | the numbers of the communes that report, added up: never more than these say
-- column: status | built, maintained, recognised or registered: communes of different statuses are never added up
-- column: cumulative | true for stocks, which are never added to counts of a year
-- column: reporting | communes that have a number of their own
-- column: communes | communes that the district has at the end of the year
-- column: added | what was added up
-- column: articles | ids of the articles
-- brief: province, district, year, models, status, cumulative, reporting, communes, added
WITH own AS (
    SELECT m.*, u.parent_code, greatest(make_date(m.year, 1, 1), u.valid_from) AS since
    FROM models_per_year m
    JOIN units u ON u.code = m.code AND u.level = 'commune' AND u.name = m.commune
        AND u.valid_from <= make_date(m.year, 12, 31) AND (u.valid_to IS NULL OR u.valid_to > make_date(m.year, 1, 1))
    WHERE m.unit_level = 'commune' AND m.field IS NULL AND m.district IS NOT NULL AND m.status <> 'registered'
    QUALIFY row_number() OVER (PARTITION BY m.unit_key, m.year ORDER BY u.valid_from DESC) = 1
),
communes AS (
    SELECT u.parent_code, y.year, count(DISTINCT u.code) AS communes
    FROM units u JOIN (SELECT DISTINCT parent_code, year FROM own) y ON y.parent_code = u.parent_code
    WHERE u.level = 'commune' AND u.valid_from <= least(make_date(y.year, 12, 31), DATE '2025-06-30')
        AND (u.valid_to IS NULL OR u.valid_to > least(make_date(y.year, 12, 31), DATE '2025-06-30'))
    GROUP BY ALL
)
SELECT o.province, o.district, o.parent_code AS code, o.year, CAST(sum(o.models) AS BIGINT) AS models, o.status,
    o.cumulative, CAST(count(*) AS INTEGER) AS reporting, CAST(any_value(c.communes) AS INTEGER) AS communes,
    string_agg(o.commune || ' ' || o.models, ' + ' ORDER BY o.commune COLLATE vi) AS added,
    list(DISTINCT o.article ORDER BY o.article) AS articles
FROM own o LEFT JOIN communes c ON c.parent_code = o.parent_code AND c.year = o.year
WHERE NOT EXISTS (
        SELECT 1 FROM models_per_year d
        WHERE d.unit_level = 'district' AND d.field IS NULL AND d.year = o.year
            AND (d.code = o.parent_code OR (lower(d.district) = lower(o.district) AND lower(d.province) = lower(o.province)))
    )
    AND ($province IS NULL OR lower(o.province) = lower($province))
    AND ($district IS NULL OR lower(o.district) = lower($district))
    AND ($year IS NULL OR o.year = CAST($year AS INTEGER))
GROUP BY o.province, o.district, o.parent_code, o.year, o.status, o.cumulative
ORDER BY o.province COLLATE vi, o.district COLLATE vi, o.year, o.status, o.cumulative
