-- title: "Dân vận khéo" models by status, unit and year: registered, built, recognised, maintained, commended
-- title.vi: Số mô hình “Dân vận khéo” theo trạng thái, đơn vị và năm: đăng ký, xây dựng, công nhận, duy trì, biểu dương
-- parameter: level VARCHAR | only this level of units: province, district, commune | chỉ cấp này: province, district, commune
-- parameter: province VARCHAR | only this province | chỉ tỉnh này
-- parameter: district VARCHAR | only this district | chỉ huyện này
-- parameter: year INTEGER | only this year | chỉ năm này
-- column: level | level of the unit
-- column: province | its province
-- column: district | its district
-- column: commune | its commune
-- column: code | its code at the article's date
-- column: year | the year that the numbers stand under
-- column: registered | registered models, by the best report of that status
-- column: built | built
-- column: recognised | recognised
-- column: maintained | maintained: a stock
-- column: commended | commended
-- column: planned | planned
-- column: stocks | those of the statuses whose number is a stock ("đến nay")
-- column: partial | those whose number covers a part of the year only
-- column: inexact | those whose number is none exactly: "hơn", "gần", "khoảng"
-- column: articles | ids of the articles
-- brief: province, district, commune, year, registered, built, recognised, maintained, commended, stocks, partial, inexact
WITH claims AS (
    SELECT * FROM model_claims
    WHERE (excluded IS NULL OR excluded = 'other_status') AND field IS NULL AND year IS NOT NULL AND unit_name IS NOT NULL
        AND unit_level IN ('province', 'district', 'commune')
        AND (period_start IS NULL OR year(period_start) = year(period_end))
        AND status IN ('registered', 'built', 'recognised', 'maintained', 'commended', 'planned')
),
best AS (
    SELECT * FROM claims
    QUALIFY row_number() OVER (
        PARTITION BY unit_key, year, status
        ORDER BY list_concat([weight[1]], weight[3:]), article, nr) = 1
)
SELECT unit_level AS level, arg_min(province, article) AS province, arg_min(district, article) AS district,
    arg_min(commune, article) AS commune, arg_min(code, article) AS code, year,
    max(models) FILTER (status = 'registered') AS registered, max(models) FILTER (status = 'built') AS built,
    max(models) FILTER (status = 'recognised') AS recognised, max(models) FILTER (status = 'maintained') AS maintained,
    max(models) FILTER (status = 'commended') AS commended, max(models) FILTER (status = 'planned') AS planned,
    list(status ORDER BY status) FILTER (cumulative) AS stocks,
    list(status ORDER BY status) FILTER (NOT cumulative AND extent < 11) AS partial,
    list(status ORDER BY status) FILTER (bound <> 'exact') AS inexact,
    list(DISTINCT article ORDER BY article) AS articles
FROM best
WHERE ($level IS NULL OR unit_level = $level)
    AND ($province IS NULL OR lower(province) = lower($province))
    AND ($district IS NULL OR lower(district) = lower($district))
    AND ($year IS NULL OR year = CAST($year AS INTEGER))
GROUP BY unit_level, unit_key, year
ORDER BY province COLLATE vi, district COLLATE vi NULLS FIRST, commune COLLATE vi NULLS FIRST, code, year
