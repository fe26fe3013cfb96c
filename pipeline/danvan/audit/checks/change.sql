/*
severity = "error"

[title]
en = "A change that its two numbers do not give"
vi = "Mức tăng, giảm không đúng với hai con số của nó"

[message]
en = "{change_text}: as printed, {arithmetic}; the text has {stated}"
vi = "{change_text}: theo số đã in, {arithmetic}; bài ghi {stated}"

[settle]
en = "the earlier report or plan that the change is measured against"
vi = "báo cáo trước hoặc kế hoạch dùng làm mốc so sánh"

[[case]]
says = "138 this year, 26 more than the 112 of last year"
expect = ["agrees"]
figures = [
  { value = 138, sentence = "s" },
  { value = 26, change_direction = "up", change_than = "previous_year", sentence = "s" },
  { value = 112, period_start = "2021-01-01", period_end = "2021-12-31" },
]

[[case]]
says = "138 this year, said to be 36 more than the 112 of last year"
expect = ["differs"]
figures = [
  { value = 138, sentence = "s" },
  { value = 36, change_direction = "up", change_than = "previous_year", sentence = "s" },
  { value = 112, period_start = "2021-01-01", period_end = "2021-12-31" },
]

[[case]]
says = "a fall, told for another status: nothing to compare"
expect = []
figures = [
  { value = 96, status = "registered", sentence = "s" },
  { value = 5, status = "registered", change_direction = "down", change_than = "previous_year", sentence = "s" },
  { value = 77, status = "recognised", period_start = "2021-01-01", period_end = "2021-12-31" },
]

[[case]]
says = "nine months against a whole year"
expect = ["unclear"]
figures = [
  { value = 100, period_end = "2022-09-30", sentence = "s" },
  { value = 30, period_end = "2022-09-30", change_direction = "up", change_than = "previous_year", sentence = "s" },
  { value = 112, period_start = "2021-01-01", period_end = "2021-12-31" },
]

[[case]]
says = "'vượt 03 so với đăng ký' and the number registered, in one article"
expect = ["differs"]
figures = [
  { value = 138, sentence = "s" },
  { value = 3, change_direction = "up", change_than = "registered", sentence = "s" },
  { value = 130, status = "registered" },
]

[[case]]
says = "'đến nay' in December against what was registered for the year"
expect = ["differs"]
figures = [
  { value = 138, cumulative = true, period_end = "2022-12-12", sentence = "s" },
  { value = 3, period_end = "2022-12-12", change_direction = "up", change_than = "registered", sentence = "s" },
  { value = 130, status = "registered" },
]

[[case]]
says = "135 registered in another article is what 138 and 'vượt 03' imply"
expect = ["agrees"]
articles = [{ id = "a", published_on = "2022-12-23" }, { id = "b", published_on = "2022-03-01" }]
figures = [
  { article = "a", value = 138, sentence = "s" },
  { article = "a", value = 3, change_direction = "up", change_than = "registered", sentence = "s" },
  { article = "b", value = 135, status = "registered" },
]

[[case]]
says = "another article has 140 registered"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-12-23" }, { id = "b", published_on = "2022-03-01" }]
figures = [
  { article = "a", value = 138, sentence = "s" },
  { article = "a", value = 3, change_direction = "up", change_than = "registered", sentence = "s" },
  { article = "b", value = 140, status = "registered" },
]

[[case]]
says = "the other article has no date: it may be of another year"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2022-12-23" }, { id = "b" }]
figures = [
  { article = "a", value = 138, sentence = "s" },
  { article = "a", value = 3, change_direction = "up", change_than = "registered", sentence = "s" },
  { article = "b", value = 140, status = "registered" },
]

[[case]]
says = "'hơn 50' above the plan leaves it open"
expect = ["agrees"]
figures = [
  { value = 200, bound = "more_than", sentence = "s" },
  { value = 50, bound = "more_than", change_direction = "up", change_than = "previous_year", sentence = "s" },
  { value = 120, period_start = "2021-01-01", period_end = "2021-12-31" },
]

[[case]]
says = "both ends stand beside the change"
expect = ["differs"]
articles = [{ id = "a", text = "Số đơn giảm từ 48 đơn xuống còn 31 đơn, giảm 19 đơn so với đầu năm." }]
figures = [
  { value = 48, measure = "đơn", unit = "đơn", text = "48 đơn", sentence = "s" },
  { value = 31, measure = "đơn", unit = "đơn", text = "31 đơn", sentence = "s" },
  { value = 19, measure = "đơn", unit = "đơn", text = "19 đơn", change_direction = "down", change_than = "other", sentence = "s" },
]

[[case]]
says = "both ends stand beside the change, and it is right"
expect = ["agrees"]
articles = [{ id = "a", text = "Số đơn giảm từ 48 đơn xuống còn 31 đơn, giảm 17 đơn so với đầu năm." }]
figures = [
  { value = 48, measure = "đơn", unit = "đơn", text = "48 đơn", sentence = "s" },
  { value = 31, measure = "đơn", unit = "đơn", text = "31 đơn", sentence = "s" },
  { value = 17, measure = "đơn", unit = "đơn", text = "17 đơn", change_direction = "down", change_than = "other", sentence = "s" },
]

[[case]]
says = "one end of it is read with doubt"
expect = ["unclear"]
articles = [{ id = "a", text = "Số đơn giảm từ 48 đơn xuống còn 31 đơn, giảm 19 đơn so với đầu năm." }]
figures = [
  { value = 48, measure = "đơn", unit = "đơn", text = "48 đơn", sentence = "s" },
  { value = 31, measure = "đơn", unit = "đơn", text = "31 đơn", sentence = "s", confidence = 0.5 },
  { value = 19, measure = "đơn", unit = "đơn", text = "19 đơn", change_direction = "down", change_than = "other", sentence = "s" },
]

[[case]]
says = "above the plan that the sentence before tells"
expect = ["differs"]
articles = [{ id = "a", text = "Kế hoạch năm 2022 của huyện là xây dựng 45 căn nhà. Kết quả, huyện xây dựng được 65 căn nhà, vượt 15 căn nhà so với kế hoạch." }]
figures = [
  { value = 45, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "45 căn nhà" },
  { value = 65, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "65 căn nhà", sentence = "s" },
  { value = 15, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "15 căn nhà", change_direction = "up", change_than = "plan", sentence = "s" },
]

[[case]]
says = "above the plan, as the sentence before tells it"
expect = ["agrees"]
articles = [{ id = "a", text = "Kế hoạch năm 2022 của huyện là xây dựng 50 căn nhà. Kết quả, huyện xây dựng được 65 căn nhà, vượt 15 căn nhà so với kế hoạch." }]
figures = [
  { value = 50, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "50 căn nhà" },
  { value = 65, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "65 căn nhà", sentence = "s" },
  { value = 15, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "15 căn nhà", change_direction = "up", change_than = "plan", sentence = "s" },
]

[[case]]
says = "the year before is not the one that it is measured against: 'so với năm 2019' in a report of 2021"
expect = []
articles = [{ id = "a", text = "Năm 2021 xây dựng 90 mô hình, tăng 6 mô hình so với năm 2019. Năm 2020 có 72 mô hình." }]
figures = [
  { value = 90, text = "90 mô hình", period_start = "2021-01-01", period_end = "2021-12-31", sentence = "Năm 2021 xây dựng 90 mô hình, tăng 6 mô hình so với năm 2019." },
  { value = 6, text = "6 mô hình", period_start = "2021-01-01", period_end = "2021-12-31", change_direction = "up", change_than = "previous_year", sentence = "Năm 2021 xây dựng 90 mô hình, tăng 6 mô hình so với năm 2019." },
  { value = 72, text = "72 mô hình", period_start = "2020-01-01", period_end = "2020-12-31" },
]
*/
WITH counts AS (
    SELECT c.*, concat_ws('|', c.measure, c.dimension, coalesce(c.topic, ''), coalesce(c.field, ''), coalesce(c.holder, '')) AS kind,
        coalesce(c.status, '') AS stage, year(c.period_end) AS year, coalesce(c.cumulative, false) AS is_stock,
        strftime(c.period_start, '%m-%d') AS from_day, strftime(c.period_end, '%m-%d') AS to_day
    FROM claims c
    WHERE NOT c.is_rate AND c.of IS NULL AND c.period_end IS NOT NULL AND c.place_name IS NOT NULL
),
changes AS (
    SELECT * FROM counts
    WHERE change_direction IS NOT NULL AND change_than IN ('previous_year', 'plan', 'registered') AND high IS NULL
        -- Where another year is named behind it, that one is the base.
        AND NOT coalesce(change_than = 'previous_year' AND TRY_CAST(nullif(regexp_extract(
            substr(sentence, strpos(sentence, text) + length(text), 60), '^[^.;0-9]{0,40}((19|20)[0-9]{2})', 1), '') AS INTEGER)
            <> year - 1, false)
),
plain AS (SELECT * FROM counts WHERE change_direction IS NULL),
-- What has changed: the number of the same kind that stands nearest before it, of the same year and status.
nows AS (
    SELECT c.article, c.nr, x.nr AS now_nr
    FROM changes c ASOF JOIN plain x
        ON x.article = c.article AND x.kind = c.kind AND x.stage = c.stage AND x.unit_key = c.unit_key
            AND x.year = c.year AND x."start" <= c."start"
    WHERE c."start" - x."end" <= 400
),
implied AS (
    SELECT c.article, c.nr, c.kind, c.stage, c.unit_key, c.level, c.place_level, c.change_than, c.published_on, c.span, c.confidence AS change_confidence,
        c.change_direction, c.value AS change, c.bound AS change_bound, c."start",
        x.nr AS now_nr, x.value AS now, x.high AS now_high, x.bound AS now_bound, x.span AS now_span, x.confidence AS now_confidence,
        x.year, x.is_stock, x.from_day, x.to_day,
        c.bound = 'exact' AND x.bound = 'exact' AND x.high IS NULL AS is_exact,
        x.value - CASE c.change_direction WHEN 'up' THEN c.value ELSE -c.value END AS before,
        CASE c.change_direction WHEN 'up' THEN x.lowest - c.highest ELSE x.lowest + c.lowest END AS before_low,
        CASE c.change_direction WHEN 'up' THEN x.highest - c.lowest ELSE x.highest + c.highest END AS before_high
    FROM nows n JOIN changes c ON c.article = n.article AND c.nr = n.nr JOIN plain x ON x.article = n.article AND x.nr = n.now_nr
),
-- The number that it is measured against, here or in another article.
pairs AS (
    SELECT i.*, b.article AS other, b.article = i.article AS is_here, b.value AS known, b.high AS known_high, b.bound AS known_bound,
        b.lowest AS known_low, b.highest AS known_top, b.span AS known_span, b.confidence AS known_confidence,
        b.published_on AS known_published,
        b.highest >= i.before_low AND b.lowest <= i.before_high AS fits,
        -- Far off, or the number that was looked for stands beside it: another count was read for it.
        contains(b.sentence, number_in_words(i.before)) OR i.before NOT BETWEEN 0.7 * b.value AND 1.4 * b.value AS is_other_count,
        CASE WHEN i.change_than = 'previous_year' THEN b.is_stock = i.is_stock
                AND (i.is_stock AND b.to_day = '12-31' OR NOT i.is_stock AND b.from_day = i.from_day AND b.to_day = i.to_day)
            ELSE NOT b.is_stock AND b.from_day = '01-01' END AS same_span
    FROM implied i JOIN plain b ON b.kind = i.kind AND b.unit_key = i.unit_key
        AND b.year = i.year - CASE i.change_than WHEN 'previous_year' THEN 1 ELSE 0 END
        AND b.stage = CASE i.change_than WHEN 'previous_year' THEN i.stage WHEN 'plan' THEN 'planned' ELSE 'registered' END
        -- What the unit's own body recognises bears the unit's level.
        AND nullif(b.level, b.place_level) IS NOT DISTINCT FROM nullif(i.level, i.place_level)
    WHERE NOT (b.article = i.article AND b.nr = i.now_nr) AND (b.article <> i.article OR b.part_of IS DISTINCT FROM i.now_nr)
        AND (b.article = i.article OR i.change_than <> 'plan')
        AND (b.article = i.article OR b.article NOT IN (SELECT article FROM copies)
            AND i.article NOT IN (SELECT article FROM copies))
),
judged AS (
    SELECT p.article, p.nr, p.is_here,
        bool_or(p.fits) AS fits, bool_or(p.is_other_count) AS is_other_count, count(DISTINCT p.known) AS values, bool_and(p.same_span) AS same_span,
        bool_and(p.is_here OR p.known_published IS NOT NULL AND p.published_on IS NOT NULL) AS is_dated,
        least(min(p.known_confidence), any_value(p.now_confidence), any_value(p.change_confidence)) AS confidence,
        bool_and(p.is_exact AND p.known_bound = 'exact' AND p.known_high IS NULL) AS is_exact,
        arg_min(p.known, NOT p.fits) AS known, arg_min(p.known_high, NOT p.fits) AS known_high,
        arg_min(p.known_bound, NOT p.fits) AS known_bound, arg_min(p.known_span, NOT p.fits) AS known_span
    FROM pairs p GROUP BY p.article, p.nr, p.is_here
),
reasoned AS (
    SELECT j.*, i.* EXCLUDE (article, nr, is_exact), CASE
        WHEN j.fits THEN NULL
        WHEN j.confidence < 0.6 THEN 'doubtful_reading'
        WHEN j.is_other_count THEN 'other_measure'
        WHEN NOT j.same_span THEN 'other_period'
        WHEN NOT j.is_dated THEN 'undated'
        WHEN j.values > 1 THEN 'several_numbers'
        END AS reason
    FROM judged j JOIN implied i ON i.article = j.article AND i.nr = j.nr
),
differences AS (
    SELECT d, says_less(clause_over(d.led_by)) AS is_down, says_from_plan(clause_behind(d.behind)) AS is_from_plan,
        says_apart(clause_over(d.led_by)) AS is_apart
    FROM in_order d
    -- "nhiều hơn 27 tin" is no bound.
    WHERE (d.bound = 'exact' OR d.bound = 'more_than' AND is_than(d)) AND d.high IS NULL AND d.of IS NULL AND d.value > 0
        -- "năm nay thêm 21 mô hình nữa" tells of more of them, not of how far two numbers are apart.
        AND NOT says_some_more(clause_over(d.led_by))
        AND (is_than(d) OR d.change_direction IS NOT NULL AND d.part_of IS NULL
            OR says_differs_by(clause_over(d.led_by)) OR says_misses_by(clause_over(d.led_by)) AND says_from_plan(clause_behind(d.behind)))
        AND NOT says_beside(clause_over(d.led_by)) AND NOT says_planned_change(clause_over(d.led_by))
        AND (says_from_plan(clause_behind(d.behind)) OR NOT says_rate_or_plan(clause_behind(d.behind)))
),
near_it AS (
    SELECT s.d, s.is_down, s.is_apart, x,
        -- By its words, or by another year than the article's or the other number's; what was planned goes before what was done.
        CASE WHEN s.is_from_plan THEN says_plan_of_it(clause_over(x.led_by))
            ELSE says_before(own_words(x.ahead) || ' ' || regexp_extract(clause_behind(x.behind), '^[^,;]{0,30}')) END AS says_before,
        CASE WHEN NOT s.is_from_plan THEN TRY_CAST(nullif(regexp_extract(own_words(x.ahead) || ' ' || regexp_extract(x.behind, '^[^,;.]{0,20}'), '((?:19|20)\d\d)', 1), '') AS INTEGER) END AS named_year
    FROM differences s JOIN in_order x ON x.article = s.d.article AND x.nth <> s.d.nth AND x.nth BETWEEN s.d.nth - 5 AND s.d.nth + 2
        AND x.stops BETWEEN s.d.stops - 2 AND s.d.stops AND x.breaks = s.d.breaks AND x.change_direction IS NULL AND x.of IS NULL
        AND alike(x, s.d)
),
ends AS (
    SELECT d, is_down, is_apart, count(DISTINCT x.value) AS numbers, arg_min(x, x.nth) AS one, arg_max(x, x.nth) AS other,
        arg_min(says_before, x.nth) AS one_before, arg_max(says_before, x.nth) AS other_before,
        arg_min(coalesce(named_year, -1), x.nth) AS one_year, arg_max(coalesce(named_year, -1), x.nth) AS other_year,
        bool_and(x.bound = 'exact' AND x.high IS NULL) AS is_exact, min(x.confidence) AS confidence
    FROM near_it GROUP BY d, is_down, is_apart
    HAVING count(*) = 2
),
ordered AS (
    SELECT *, CASE WHEN one_year > 0 AND other_year > 0 AND one_year <> other_year THEN CASE WHEN one_year < other_year THEN one ELSE other END
            WHEN other_before AND NOT one_before THEN other WHEN one_before AND NOT other_before THEN one
            WHEN one_before THEN one
            -- "143 mô hình. Năm 2020, con số này là 118": one of the year before, told in a sentence of its own.
            WHEN one_year < 0 AND other_year = year(one.period_end) - 1 AND other.stops > one.stops AND one.status IS NOT DISTINCT FROM other.status
                AND one.unit_key IS NOT DISTINCT FROM other.unit_key THEN other END AS before,
        TRY_CAST(nullif(regexp_extract(d.behind, '^[^;.]{0,40}?so với[^,;.]{0,20}?((?:19|20)\d\d)', 1), '') AS INTEGER) AS against
    FROM ends
),
rowed AS (
    SELECT *, CASE WHEN before.nth = one.nth THEN other ELSE one END AS now, abs(one.value - other.value) AS apart,
        abs(abs(one.value - other.value) - d.value) <= d.slack + one.slack + other.slack + 1e-6 AS fits,
        CASE WHEN least(confidence, CASE WHEN d.dimension = '%' THEN 1 ELSE d.confidence END) < CASE WHEN d.dimension = '%' THEN 0.4 ELSE 0.6 END THEN 'doubtful_reading'
            WHEN NOT is_exact THEN 'rounded'
            -- "Năm 2021 có 58, năm 2022 có 96, tăng 21 so với năm 2020": the year that it is measured against is another.
            WHEN against <> coalesce(nullif(CASE WHEN before.nth = one.nth THEN one_year ELSE other_year END, -1), year(before.period_end)) THEN 'other_period'
            WHEN d.value NOT BETWEEN 0.4 * abs(one.value - other.value) AND 2.5 * abs(one.value - other.value)
                OR NOT is_apart AND (CASE WHEN before.nth = one.nth THEN other.value ELSE one.value END > before.value) = is_down THEN 'other_measure'
        END AS reason
    FROM ordered
    WHERE before IS NOT NULL
)
SELECT
    CASE WHEN reason IS NOT NULL THEN 'unclear' WHEN fits THEN 'agrees' ELSE 'differs' END AS outcome,
    reason,
    CASE WHEN NOT (is_here AND is_exact) THEN 'warning' END AS severity,
    concat_ws('|', article, "start", CASE WHEN NOT is_here THEN known_span.article END) AS key,
    [span, now_span, known_span] AS spans,
    in_words(known, known_high, known_bound) AS stated,
    in_words(before, NULL, 'exact') AS computed,
    in_words(now, now_high, now_bound) || CASE change_direction WHEN 'up' THEN ' - ' ELSE ' + ' END
        || in_words(change, NULL, change_bound) || ' = ' || in_words(before, NULL, 'exact') AS arithmetic,
    span.text AS change_text
FROM reasoned
UNION ALL
SELECT CASE WHEN confidence < 0.6 OR NOT is_exact THEN 'unclear' WHEN moved = change.value THEN 'agrees' ELSE 'differs' END,
    CASE WHEN confidence < 0.6 THEN 'doubtful_reading' WHEN NOT is_exact THEN 'rounded' END,
    NULL,
    concat_ws('|', article, change."start", 'beside'),
    [change.span, last.span, first.span],
    in_words(change.value, change.high, change.bound), in_words(moved, NULL, 'exact'),
    CASE WHEN moved < 0 OR change.change_direction = 'up' THEN in_words(last.value, NULL, 'exact') || ' - ' || in_words(first.value, NULL, 'exact')
        ELSE in_words(first.value, NULL, 'exact') || ' - ' || in_words(last.value, NULL, 'exact') END || ' = ' || in_words(abs(moved), NULL, 'exact'),
    change.span.text
FROM moves WHERE change.dimension <> '%' AND change.measure = last.measure
UNION ALL
-- Two numbers of one kind, one of an earlier time, and what lies between them, in any order: "cuối năm 2015 mới có 58 tổ ... đến nay
-- là 83 tổ, nhiều hơn năm trước 35 tổ". No other number of the kind may stand beside them.
SELECT CASE WHEN fits THEN 'agrees' WHEN reason IS NOT NULL THEN 'unclear' ELSE 'differs' END, CASE WHEN NOT fits THEN reason END,
    'warning', concat_ws('|', d.article, d."start", 'row'), [d.span, now.span, before.span],
    in_words(d.value, d.high, d.bound), in_words(round(apart, 4), NULL, 'exact'),
    in_words(greatest(now.value, before.value), NULL, 'exact') || ' - ' || in_words(least(now.value, before.value), NULL, 'exact') || ' = ' || in_words(round(apart, 4), NULL, 'exact'),
    d.span.text
FROM rowed
WHERE concat_ws('|', d.article, d."start") NOT IN (
    SELECT concat_ws('|', article, "start") FROM reasoned WHERE is_here AND reason IS NULL
    UNION ALL SELECT concat_ws('|', article, change."start") FROM moves WHERE change.dimension <> '%')
