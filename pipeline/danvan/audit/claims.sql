-- What checks read: every figure and sum of money as a claim with its interval, over the tables of store/schema.sql.

-- A number as it is written in Vietnamese: 5287 is "5.287", 54.7 is "54,7"; bounds as signs, a range with a dash.
CREATE OR REPLACE TEMP MACRO number_in_words(value) AS
    CASE WHEN value = floor(value) THEN replace(format('{:,}', CAST(value AS BIGINT)), ',', '.')
    ELSE replace(format('{:,}', CAST(floor(value) AS BIGINT)), ',', '.') || ','
        || rtrim(substr(printf('%.4f', value - floor(value)), 3), '0') END;
CREATE OR REPLACE TEMP MACRO in_words(value, high, bound) AS
    CASE bound WHEN 'more_than' THEN '> ' WHEN 'at_least' THEN '≥ ' WHEN 'less_than' THEN '< ' WHEN 'at_most' THEN '≤ '
        WHEN 'about' THEN '≈ ' ELSE '' END
    || number_in_words(value) || CASE WHEN high IS NULL THEN '' ELSE ' - ' || number_in_words(high) END;

-- The interval that a number leaves open. "about" is taken as a tenth to both sides.
CREATE OR REPLACE TEMP MACRO lowest_of(value, bound) AS
    CASE bound WHEN 'less_than' THEN 0 WHEN 'at_most' THEN 0 WHEN 'about' THEN value * 0.9 ELSE value END;
CREATE OR REPLACE TEMP MACRO highest_of(value, high, bound) AS
    CASE bound WHEN 'more_than' THEN CAST('infinity' AS DOUBLE) WHEN 'at_least' THEN CAST('infinity' AS DOUBLE)
        WHEN 'about' THEN coalesce(high, value) * 1.1 ELSE coalesce(high, value) END;

-- Half a unit of the last digit that is printed: 54,7 may stand for anything from 54,65 to 54,75.
CREATE OR REPLACE TEMP MACRO slack_of(value) AS
    CASE WHEN value = floor(value) THEN 0 ELSE 0.5 * pow(10, -length(rtrim(substr(printf('%.4f', value), -4), '0'))) END;

-- What a number is measured in: numbers of hectares and of square metres do not add up. '' for things that are counted.
CREATE OR REPLACE TEMP MACRO dimension_of(unit) AS
    CASE WHEN contains(unit, '%') THEN '%' ELSE replace(replace(replace(regexp_extract(lower(unit),
        '^(m ?[23²³]|mét vuông|mét khối|mét|km|ki-?lô-?mét|ha|héc-?ta|hecta|m|tấn|tạ|yến|kg|ki-?lô-?gam|lít|triệu|tỷ)(\s|/|$)', 1),
        ' ', ''), '²', '2'), 'métvuông', 'm2') END;

CREATE OR REPLACE TEMP VIEW claims AS
SELECT f.*, a.published_on, a.title AS headline, dimension_of(f.unit) AS dimension,
    lowest_of(f.value, f.bound) AS lowest, highest_of(f.value, f.high, f.bound) AS highest, slack_of(f.value) AS slack,
    contains(f.unit, '%') OR contains(f.unit, '/') AND NOT contains(lower(f.unit), 'điển hình') AS is_rate,
    concat_ws('|', f.place_level, coalesce(f.place_code, ''), lower(f.place_name),
        CASE WHEN f.place_code IS NULL THEN lower(concat_ws('|', f.province, f.district)) END) AS unit_key,
    {'article': f.article, 'start': f."start", 'end': f."end", 'text': f.text} AS span
FROM figures f JOIN articles a ON a.id = f.article;

CREATE OR REPLACE TEMP VIEW sums AS
SELECT m.*, a.published_on,
    lowest_of(CAST(m.amount AS DOUBLE), m.bound) AS lowest,
    highest_of(CAST(m.amount AS DOUBLE), CAST(m.high AS DOUBLE), m.bound) AS highest,
    {'article': m.article, 'start': m."start", 'end': m."end", 'text': m.text} AS span
FROM money m JOIN articles a ON a.id = m.article;
