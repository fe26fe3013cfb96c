/*
severity = "error"

[title]
en = "A part of a year above the whole year"
vi = "Số của một phần năm lớn hơn số của cả năm"

[message]
en = "{part_text} by {part_end}, {whole_text} for the whole of {year}: {stated} > {computed}"
vi = "{part_text} đến {part_end}, {whole_text} cho cả năm {year}: {stated} > {computed}"

[settle]
en = "the report of the whole year: what it counts that the earlier one does not"
vi = "báo cáo cả năm: phạm vi tính có khác báo cáo trước không"

[[case]]
says = "88 in six months, 80 in the year, in one article"
expect = ["differs"]
figures = [{ value = 88, period_end = "2022-06-30" }, { value = 80 }]

[[case]]
says = "88 in six months, 120 in the year"
expect = ["agrees"]
figures = [{ value = 88, period_end = "2022-06-30" }, { value = 120 }]

[[case]]
says = "two articles, the year told later"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-07-10" }, { id = "b", published_on = "2022-12-28" }]
figures = [{ article = "a", value = 88, period_end = "2022-06-30" }, { article = "b", value = 80 }]

[[case]]
says = "the year told before the half year was over"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2022-07-10" }, { id = "b", published_on = "2022-03-28" }]
figures = [{ article = "a", value = 88, period_end = "2022-06-30" }, { article = "b", value = 80 }]

[[case]]
says = "an article without a date"
expect = ["unclear"]
articles = [{ id = "a" }, { id = "b", published_on = "2022-12-28" }]
figures = [{ article = "a", value = 88, period_end = "2022-06-30" }, { article = "b", value = 80 }]

[[case]]
says = "another status, another unit, another field"
expect = []
figures = [
  { value = 88, period_end = "2022-06-30", status = "registered" },
  { value = 87, period_end = "2022-06-30", place_code = "446", place_name = "Cẩm Xuyên" },
  { value = 86, period_end = "2022-06-30", field = "economy" },
  { value = 80 },
]

[[case]]
says = "at least 80 in the year may be more"
expect = ["agrees"]
figures = [{ value = 88, period_end = "2022-06-30" }, { value = 80, bound = "at_least" }]
*/
WITH counts AS (
    SELECT c.article, concat_ws('|', coalesce(c.field, ''), coalesce(c.holder, ''), coalesce(c.level, ''), c.status, c.unit_key) AS kind,
        c.value, c.high, c.bound, c.lowest, c.highest, c.span, c.confidence, c.published_on, c.period_end, year(c.period_end) AS year,
        c.period_end < make_date(year(c.period_end), 12, 1) AS is_part
    FROM claims c
    WHERE c.measure = 'mô hình' AND c.topic = 'dan_van_kheo' AND c.status IN ('built', 'registered', 'recognised', 'launched')
        AND NOT c.cumulative AND NOT c.is_rate AND c.of IS NULL AND c.change_direction IS NULL AND c.place_name IS NOT NULL
        AND c.period_start = make_date(year(c.period_end), 1, 1)
        AND (NOT c.partition OR c.part_of IS NULL)
        AND c.article NOT IN (SELECT article FROM copies)
),
parts AS (
    SELECT article, kind, year, max(lowest) AS least, arg_max(value, lowest) AS value, arg_max(high, lowest) AS high,
        arg_max(bound, lowest) AS bound, arg_max(span, lowest) AS span, min(confidence) AS confidence,
        any_value(published_on) AS published_on, max(period_end) AS period_end, count(DISTINCT value) AS values
    FROM counts WHERE is_part GROUP BY ALL
),
wholes AS (
    SELECT article, kind, year, max(highest) AS most, arg_max(value, highest) AS value, arg_max(high, highest) AS high,
        arg_max(bound, highest) AS bound, arg_max(span, highest) AS span, min(confidence) AS confidence,
        any_value(published_on) AS published_on
    FROM counts WHERE NOT is_part AND period_end = make_date(year, 12, 31) GROUP BY ALL
),
reasoned AS (
    SELECT p.*, w.value AS w_value, w.high AS w_high, w.bound AS w_bound, w.span AS w_span, w.most,
        w.article = p.article AS is_here,
        CASE
            WHEN p.least <= w.most THEN NULL
            WHEN least(p.confidence, w.confidence) < 0.6 THEN 'doubtful_reading'
            WHEN p.values > 1 THEN 'several_numbers'
            WHEN p.value > 2 * w.value THEN 'other_measure'
            WHEN w.article <> p.article AND (w.published_on IS NULL OR p.published_on IS NULL) THEN 'undated'
            -- What is told of "the year" before its end may be a part of it too.
            WHEN w.article <> p.article AND w.published_on < p.published_on THEN 'other_period'
        END AS reason
    FROM parts p JOIN wholes w ON w.kind = p.kind AND w.year = p.year
)
SELECT
    CASE WHEN reason IS NOT NULL THEN 'unclear' WHEN least > most THEN 'differs' ELSE 'agrees' END AS outcome,
    reason,
    CASE WHEN NOT is_here THEN 'warning' END AS severity,
    concat_ws('|', article, span."start", w_span.article, w_span."start") AS key,
    [span, w_span] AS spans,
    in_words(value, high, bound) AS stated, in_words(w_value, w_high, w_bound) AS computed,
    span.text AS part_text, w_span.text AS whole_text, strftime(period_end, '%d/%m/%Y') AS part_end, year
FROM reasoned
