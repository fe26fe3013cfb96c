-- Views over the tables of schema.sql, and macros for them. They are written anew whenever this file has changed.

-- What a number is measured in: numbers of hectares and of square metres do not add up. '' for things that are counted.
CREATE OR REPLACE MACRO dimension_of(unit) AS
    CASE WHEN contains(unit, '%') THEN '%' ELSE replace(replace(replace(regexp_extract(lower(unit),
        '^(m ?[23²³]|mét vuông|mét khối|mét|km|ki-?lô-?mét|ha|héc-?ta|hecta|m|tấn|tạ|yến|kg|ki-?lô-?gam|lít|triệu|tỷ)(\s|/|$)', 1),
        ' ', ''), '²', '2'), 'métvuông', 'm2') END;

-- What tells pages apart. One address or file with one title, whatever its numbers, is one page; of a table's rows those
-- of one day too. What has no title stands alone.
CREATE OR REPLACE MACRO page_key(id, url, source, title, published) AS CASE WHEN coalesce(title, '') = '' THEN id
    ELSE concat_ws('|', coalesce(nullif(url, ''), source), regexp_replace(title, '[0-9][0-9.,]*', '#', 'g'),
        CASE WHEN coalesce(url, '') = '' AND NOT regexp_matches(lower(source), '\.(txt|html?|docx|pdf)$')
            THEN coalesce(published, '') END) END;
CREATE OR REPLACE MACRO fetched_of(notes) AS coalesce(list_filter(notes, lambda note: starts_with(note, 'fetched: '))[1], '');

-- A number for each of something ("hộ/tháng", "%"), never a count.
CREATE OR REPLACE MACRO is_rate(unit) AS contains(unit, '%') OR regexp_matches(
    lower(unit), '/\s*(năm|tháng|tuần|ngày|quý|vụ|ha|xã|phường|thị trấn|huyện|đơn vị|chi bộ|người|hộ)');

-- The facts of copies that the article they were taken from tells, or a copy before them: the same number of the same
-- unit, or one sentence with another number. What a copy alone tells is its own; an earlier reading of the same page has
-- nothing of its own.
CREATE OR REPLACE VIEW repeated AS
WITH told AS (
    SELECT 'figures' AS kind, article, nr, lower(unit) AS unit, value, high, sentence FROM figures
    UNION ALL
    SELECT 'money', article, nr, currency, amount, high, sentence FROM money
),
of_groups AS (
    SELECT t.*, coalesce(c.canonical, t.article) AS content,
        row_number() OVER (ORDER BY c.canonical IS NOT NULL, a.published_on NULLS LAST, a.published, a.id) AS rank,
        regexp_replace(t.sentence, '[0-9]+([.,][0-9]+)*', '#', 'g') AS wording
    FROM told t JOIN articles a ON a.id = t.article LEFT JOIN copies c ON c.article = t.article
    WHERE t.article IN (SELECT article FROM copies UNION ALL SELECT canonical FROM copies)
),
superseded AS (
    SELECT c.article FROM copies c JOIN articles a ON a.id = c.article JOIN articles n ON n.id = c.canonical
    WHERE page_key(a.id, a.url, a.source, a.title, a.published) = page_key(n.id, n.url, n.source, n.title, n.published)
)
SELECT kind, article, nr FROM of_groups
QUALIFY article IN (FROM superseded)
    OR article <> first_value(article) OVER (PARTITION BY kind, content, unit, value, high ORDER BY rank)
    OR article <> first_value(article) OVER (PARTITION BY kind, content, unit, wording ORDER BY rank);
COMMENT ON VIEW repeated IS 'Counts and sums of copies that another article of the same content tells before them: they are counted once';
COMMENT ON COLUMN repeated.kind IS 'figures | money';
COMMENT ON COLUMN repeated.article IS 'The article (articles.id)';
COMMENT ON COLUMN repeated.nr IS 'The fact (nr in that table)';

-- A count answers for its unit where it is a whole: no part at all, or a part only in that its unit is another than
-- that of its total ("toàn huyện 138, trong đó xã A 12": 12 is the whole of xã A), or its status ("đăng ký 150,
-- công nhận 120": the later stage of a funnel, contract ruling 13), or it counts one year of several ("2009 - 2010: 143,
-- năm 2010: 85"). A share of fields is a whole of its field.
CREATE OR REPLACE VIEW model_claims AS
WITH RECURSIVE counts AS (
    SELECT f.*, a.published_on, r.nr IS NOT NULL AS is_repeated,
        concat_ws('|', f.place_level, coalesce(f.place_code, ''), lower(f.place_name),
            CASE WHEN f.place_code IS NULL THEN lower(concat_ws('|', f.province, f.district)) END) AS unit_key,
        is_rate(f.unit) AS is_rate,
        -- What the unit's own body recognises bears the unit's level and is no part by level ("UBND huyện công nhận 63"),
        -- unless the list that it stands in counts level by level ("cấp tỉnh 36, cấp huyện 174").
        f.level IS NOT NULL AND NOT coalesce(
            f.status = 'recognised' AND f.level = f.place_level
                AND (f.list IS NULL OR (min(f.level) OVER list = max(f.level) OVER list AND count(*) OVER list > 1)),
            false) AS is_of_level
    FROM figures f JOIN articles a ON a.id = f.article
        LEFT JOIN repeated r ON r.kind = 'figures' AND r.article = f.article AND r.nr = f.nr
    WHERE f.topic = 'dan_van_kheo' AND f.measure = 'mô hình'
    WINDOW list AS (PARTITION BY f.article, f.list)
),
plain AS (
    SELECT * FROM counts
    WHERE NOT is_of_level AND holder IS NULL AND change_direction IS NULL AND of IS NULL AND NOT is_rate
),
wholes AS (
    SELECT p.* FROM plain p
    WHERE p.part_of IS NULL
        OR NOT EXISTS (SELECT 1 FROM counts c WHERE c.article = p.article AND c.nr = p.part_of)
    UNION ALL
    SELECT p.* FROM plain p JOIN wholes w ON w.article = p.article AND w.nr = p.part_of
    WHERE (w.field IS NULL OR w.field IS NOT DISTINCT FROM p.field)
        AND (p.unit_key IS DISTINCT FROM w.unit_key OR p.status IS DISTINCT FROM w.status
            OR p.field IS DISTINCT FROM w.field
            OR (year(p.period_start) = year(p.period_end)
                AND year(w.period_start) IS DISTINCT FROM year(w.period_end)))
)
SELECT
    c.article, c.nr, c.unit_key, c.place_level AS unit_level, c.place_code AS code, c.place_name AS unit_name,
    c.province, c.district, c.commune, year(c.period_end) AS year, c.field,
    CAST(round(c.value) AS BIGINT) AS models, CAST(round(coalesce(c.high, c.value)) AS BIGINT) AS models_high,
    c.bound, c.status, coalesce(c.cumulative, false) OR c.period_start IS NULL AS cumulative, c.period_start, c.period_end,
    least(c.period_end, coalesce(c.published_on, c.period_end)) AS as_of, c.published_on,
    CASE c.status WHEN 'built' THEN 1 WHEN 'maintained' THEN 2 WHEN 'recognised' THEN 3 WHEN 'registered' THEN 4 END
        AS status_rank,
    -- A count of the year itself: the months that it covers, eleven and twelve alike. A stock: the quarter it stands at.
    CASE WHEN c.cumulative OR c.period_start IS NULL THEN quarter(c.period_end)
        ELSE least(11, greatest(1, CAST(round(date_diff('day', c.period_start, c.period_end) / 30.4) AS INTEGER)))
        END AS extent,
    -- The policy: of two reports the one whose list is smaller answers. Its places, in order, are what danvan query
    -- --explain calls cumulative, status, extent, bound, newer, larger, surer.
    [
        CAST(c.cumulative OR c.period_start IS NULL AS DOUBLE), status_rank, -extent, CAST(c.bound <> 'exact' AS DOUBLE),
        coalesce(-date_diff('day', DATE '1900-01-01', c.published_on), 0), -models, -c.confidence
    ] AS weight,
    c.confidence, c.sentence AS evidence, c."start", c."end", c.text,
    CASE
        WHEN c.is_repeated THEN 'copy'
        WHEN c.is_rate THEN 'rate'
        WHEN c.change_direction IS NOT NULL THEN 'change'
        WHEN c.of IS NOT NULL THEN 'share'
        WHEN c.holder IS NOT NULL THEN 'holder'
        WHEN c.is_of_level THEN 'level'
        WHEN c.place_name IS NULL OR c.place_level NOT IN ('province', 'district', 'commune') THEN 'no_unit'
        WHEN c.status IS NULL OR c.status NOT IN ('built', 'maintained', 'recognised', 'registered') THEN 'other_status'
        WHEN c.period_end IS NULL THEN 'no_year'
        WHEN year(c.period_start) <> year(c.period_end) THEN 'several_years'
        WHEN w.nr IS NULL THEN 'part'
    END AS excluded
FROM counts c LEFT JOIN wholes w ON w.article = c.article AND w.nr = c.nr;
COMMENT ON VIEW model_claims IS 'Every count of "Dân vận khéo" models, and why it cannot answer for a whole unit and one year where it cannot';
COMMENT ON COLUMN model_claims.article IS 'The article (articles.id)';
COMMENT ON COLUMN model_claims.nr IS 'The figure (figures.nr)';
COMMENT ON COLUMN model_claims.unit_key IS 'What tells units apart: level, code and name; without a code all names that are certain';
COMMENT ON COLUMN model_claims.unit_level IS 'province | district | commune';
COMMENT ON COLUMN model_claims.code IS 'Code of the unit at the article''s date; null where ambiguous';
COMMENT ON COLUMN model_claims.unit_name IS 'Name of the unit without its kind';
COMMENT ON COLUMN model_claims.province IS 'Its province';
COMMENT ON COLUMN model_claims.district IS 'Its district; null after 1 July 2025';
COMMENT ON COLUMN model_claims.commune IS 'Its commune';
COMMENT ON COLUMN model_claims.year IS 'The year that the count stands under';
COMMENT ON COLUMN model_claims.field IS 'Null for a total, else the field that it counts';
COMMENT ON COLUMN model_claims.models IS 'The number; the lower end of a range';
COMMENT ON COLUMN model_claims.models_high IS 'Upper end of a range, else the number itself';
COMMENT ON COLUMN model_claims.bound IS 'exact | more_than | at_least | less_than | at_most | about';
COMMENT ON COLUMN model_claims.status IS 'registered | built | recognised | maintained | replicated | launched | commended | planned';
COMMENT ON COLUMN model_claims.cumulative IS 'True for a stock ("đến nay"), false for a count of the year itself';
COMMENT ON COLUMN model_claims.period_start IS 'First day covered; null for a stock without a start';
COMMENT ON COLUMN model_claims.period_end IS 'Last day covered';
COMMENT ON COLUMN model_claims.as_of IS 'The last day that the article can speak for: the end of the period, or its publication before that';
COMMENT ON COLUMN model_claims.published_on IS 'Day of publication of the article';
COMMENT ON COLUMN model_claims.status_rank IS '1 for built, 2 maintained, 3 recognised, 4 registered, null for the others';
COMMENT ON COLUMN model_claims.extent IS 'Months covered (1 to 11, a whole year is 11), for a stock the quarter of its end';
COMMENT ON COLUMN model_claims.weight IS 'The policy: the report with the smallest list answers. Places: stock, status, months covered, bound, age, size, confidence';
COMMENT ON COLUMN model_claims.confidence IS '0 to 1';
COMMENT ON COLUMN model_claims.evidence IS 'The sentence';
COMMENT ON COLUMN model_claims."start" IS 'Offset of the first character in articles.text';
COMMENT ON COLUMN model_claims."end" IS 'Offset behind the last character';
COMMENT ON COLUMN model_claims.text IS 'The characters themselves';
COMMENT ON COLUMN model_claims.excluded IS 'Null where it can answer, else: copy (of another article), rate, change, share, holder (of one kind only), level (of one level only), no_unit, other_status (planned, commended ... or none), no_year, several_years, part (of a total of the same unit)';

CREATE OR REPLACE VIEW model_reports AS SELECT * EXCLUDE (excluded) FROM model_claims WHERE excluded IS NULL;
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
COMMENT ON COLUMN model_reports.weight IS 'The policy: the report with the smallest list answers. Places: stock, status, months covered, bound, age, size, confidence';
COMMENT ON COLUMN model_reports.confidence IS '0 to 1';
COMMENT ON COLUMN model_reports.evidence IS 'The sentence';
COMMENT ON COLUMN model_reports."start" IS 'Offset of the first character in articles.text';
COMMENT ON COLUMN model_reports."end" IS 'Offset behind the last character';
COMMENT ON COLUMN model_reports.text IS 'The characters themselves';

CREATE OR REPLACE VIEW models_per_year AS
WITH ranked AS (
    SELECT *,
        row_number() OVER (
            PARTITION BY unit_key, year, field
            ORDER BY weight, article, nr
        ) AS place_in_row,
        count(*) OVER (PARTITION BY unit_key, year, field) AS reports,
        min(models) OVER rivals AS low,
        max(models_high) OVER rivals AS high
    FROM model_reports
    WINDOW rivals AS (PARTITION BY unit_key, year, field, cumulative, status)
)
SELECT unit_level, unit_key, province, district, commune, code, year, field, models, bound, status, cumulative,
    NOT cumulative AND extent < 11 AS so_far, period_start, period_end, as_of, CAST(reports AS INTEGER) AS reports, low, high, article, evidence
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
COMMENT ON COLUMN models_per_year.so_far IS 'True where the report covers a part of the year only: the year so far';
COMMENT ON COLUMN models_per_year.period_start IS 'First day covered';
COMMENT ON COLUMN models_per_year.period_end IS 'Last day covered';
COMMENT ON COLUMN models_per_year.as_of IS 'The last day that the article can speak for';
COMMENT ON COLUMN models_per_year.reports IS 'How many figures were weighed';
COMMENT ON COLUMN models_per_year.low IS 'Smallest number of the rivals of the same status';
COMMENT ON COLUMN models_per_year.high IS 'Largest number of the rivals of the same status';
COMMENT ON COLUMN models_per_year.article IS 'Article that gives the number';
COMMENT ON COLUMN models_per_year.evidence IS 'Its sentence';
