-- Views over the tables of schema.sql. They are written anew whenever this file has changed.

-- A count answers for its unit where it is a whole: no part at all, or a part only in that its unit is another than
-- that of its total ("toàn huyện 138, trong đó xã A 12": 12 is the whole of xã A), or its status ("đăng ký 150,
-- công nhận 120": the later stage of a funnel, contract ruling 13). A share of fields is a whole of its field.
CREATE OR REPLACE VIEW model_reports AS
WITH RECURSIVE counts AS (
    SELECT f.*, a.published_on,
        concat_ws('|', f.place_level, coalesce(f.place_code, ''), lower(f.place_name),
            CASE WHEN f.place_code IS NULL THEN lower(concat_ws('|', f.province, f.district)) END) AS unit_key
    FROM figures f JOIN articles a ON a.id = f.article
    WHERE f.topic = 'dan_van_kheo' AND f.measure = 'mô hình'
),
plain AS (
    -- No share, average or change, and nothing for one level or kind of holder only. What the unit's own body recognises
    -- bears the unit's level and is no part by level ("UBND huyện công nhận 63 mô hình").
    SELECT * FROM counts
    WHERE (level IS NULL OR (status = 'recognised' AND level = place_level AND list IS NULL))
        AND holder IS NULL AND change_direction IS NULL AND of IS NULL
        AND NOT contains(unit, '%')
        AND NOT regexp_matches(lower(unit), '/\s*(năm|tháng|quý|xã|phường|thị trấn|huyện|đơn vị|chi bộ|người|hộ)')
),
wholes AS (
    SELECT p.* FROM plain p
    WHERE p.part_of IS NULL
        OR NOT EXISTS (SELECT 1 FROM counts c WHERE c.article = p.article AND c.nr = p.part_of)
    UNION ALL
    SELECT p.* FROM plain p JOIN wholes w ON w.article = p.article AND w.nr = p.part_of
    WHERE (w.field IS NULL OR w.field IS NOT DISTINCT FROM p.field)
        AND (p.unit_key IS DISTINCT FROM w.unit_key OR p.status IS DISTINCT FROM w.status
            OR p.field IS DISTINCT FROM w.field)
)
SELECT
    article, nr, unit_key, place_level AS unit_level, place_code AS code, place_name AS unit_name,
    province, district, commune, year(period_end) AS year, field,
    CAST(round(value) AS BIGINT) AS models, CAST(round(coalesce(high, value)) AS BIGINT) AS models_high, bound, status,
    cumulative OR period_start IS NULL AS cumulative, period_start, period_end,
    least(period_end, coalesce(published_on, period_end)) AS as_of, published_on,
    CASE status WHEN 'built' THEN 1 WHEN 'maintained' THEN 2 WHEN 'recognised' THEN 3 ELSE 4 END AS status_rank,
    -- A count of the year itself: the months that it covers, eleven and twelve alike. A stock: the quarter it stands at.
    CASE WHEN cumulative OR period_start IS NULL THEN quarter(period_end)
        ELSE least(11, greatest(1, CAST(round(date_diff('day', period_start, period_end) / 30.4) AS INTEGER))) END AS extent,
    confidence, sentence AS evidence
FROM wholes
WHERE status IN ('built', 'maintained', 'recognised', 'registered')
    AND place_level IN ('province', 'district', 'commune') AND place_name IS NOT NULL
    AND period_end IS NOT NULL AND (period_start IS NULL OR year(period_start) = year(period_end));
COMMENT ON VIEW model_reports IS 'Every count of "Dân vận khéo" models that can answer for a whole unit and one year, or for one field of it';
COMMENT ON COLUMN model_reports.article IS 'The article (articles.id)';
COMMENT ON COLUMN model_reports.nr IS 'The figure (figures.nr)';
COMMENT ON COLUMN model_reports.unit_key IS 'What tells units apart: level, code and name; without a code all names that are certain';
COMMENT ON COLUMN model_reports.unit_level IS 'province | district | commune';
COMMENT ON COLUMN model_reports.code IS 'Code of the unit at the article''s date; null where ambiguous';
COMMENT ON COLUMN model_reports.unit_name IS 'Name of the unit without its kind';
COMMENT ON COLUMN model_reports.province IS 'Its province';
COMMENT ON COLUMN model_reports.district IS 'Its district; null after 1 July 2025';
COMMENT ON COLUMN model_reports.commune IS 'Its commune';
COMMENT ON COLUMN model_reports.year IS 'The year that the count stands under';
COMMENT ON COLUMN model_reports.field IS 'Null for a total, else the field that it counts';
COMMENT ON COLUMN model_reports.models IS 'The number; the lower end of a range';
COMMENT ON COLUMN model_reports.models_high IS 'Upper end of a range, else the number itself';
COMMENT ON COLUMN model_reports.bound IS 'exact | more_than | at_least | less_than | at_most | about';
COMMENT ON COLUMN model_reports.status IS 'built | maintained | recognised | registered';
COMMENT ON COLUMN model_reports.cumulative IS 'True for a stock ("đến nay"), false for a count of the year itself';
COMMENT ON COLUMN model_reports.period_start IS 'First day covered; null for a stock without a start';
COMMENT ON COLUMN model_reports.period_end IS 'Last day covered';
COMMENT ON COLUMN model_reports.as_of IS 'The last day that the article can speak for: the end of the period, or its publication before that';
COMMENT ON COLUMN model_reports.published_on IS 'Day of publication of the article';
COMMENT ON COLUMN model_reports.status_rank IS '1 for built, 2 maintained, 3 recognised, 4 registered';
COMMENT ON COLUMN model_reports.extent IS 'Months covered (1 to 11, a whole year is 11), for a stock the quarter of its end';
COMMENT ON COLUMN model_reports.confidence IS '0 to 1';
COMMENT ON COLUMN model_reports.evidence IS 'The sentence';

CREATE OR REPLACE VIEW models_per_year AS
WITH ranked AS (
    SELECT *,
        row_number() OVER (
            PARTITION BY unit_key, year, field
            ORDER BY cumulative, status_rank, extent DESC, bound <> 'exact', published_on DESC NULLS LAST, models DESC,
                confidence DESC, article, nr
        ) AS place_in_row,
        count(*) OVER (PARTITION BY unit_key, year, field) AS reports,
        min(models) OVER rivals AS low,
        max(models_high) OVER rivals AS high
    FROM model_reports
    WINDOW rivals AS (PARTITION BY unit_key, year, field, cumulative, status)
)
SELECT unit_level, unit_key, province, district, commune, code, year, field, models, bound, status, cumulative, period_start,
    period_end, as_of, CAST(reports AS INTEGER) AS reports, low, high, article, evidence
FROM ranked WHERE place_in_row = 1;
COMMENT ON VIEW models_per_year IS 'The number of the best report for every unit and year, never a sum over articles. A count of the year goes before a stock; then built, maintained, recognised, registered; then the longer period, the exact number, the newer article, the larger number';
COMMENT ON COLUMN models_per_year.unit_level IS 'province | district | commune';
COMMENT ON COLUMN models_per_year.unit_key IS 'What tells units apart: level, code and name; without a code all names that are certain';
COMMENT ON COLUMN models_per_year.province IS 'Province of the unit';
COMMENT ON COLUMN models_per_year.district IS 'District of the unit; null after 1 July 2025';
COMMENT ON COLUMN models_per_year.commune IS 'Commune of the unit';
COMMENT ON COLUMN models_per_year.code IS 'Code of the unit at the article''s date; null where ambiguous';
COMMENT ON COLUMN models_per_year.year IS 'The year';
COMMENT ON COLUMN models_per_year.field IS 'Null for the total, else one field of it';
COMMENT ON COLUMN models_per_year.models IS 'The number; the lower end of a range';
COMMENT ON COLUMN models_per_year.bound IS 'exact | more_than | at_least | less_than | at_most | about';
COMMENT ON COLUMN models_per_year.status IS 'built | maintained | recognised | registered';
COMMENT ON COLUMN models_per_year.cumulative IS 'True for a stock, false for a count of the year itself';
COMMENT ON COLUMN models_per_year.period_start IS 'First day covered';
COMMENT ON COLUMN models_per_year.period_end IS 'Last day covered';
COMMENT ON COLUMN models_per_year.as_of IS 'The last day that the article can speak for';
COMMENT ON COLUMN models_per_year.reports IS 'How many figures were weighed';
COMMENT ON COLUMN models_per_year.low IS 'Smallest number of the rivals of the same status';
COMMENT ON COLUMN models_per_year.high IS 'Largest number of the rivals of the same status';
COMMENT ON COLUMN models_per_year.article IS 'Article that gives the number';
COMMENT ON COLUMN models_per_year.evidence IS 'Its sentence';
