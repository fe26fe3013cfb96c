/*
severity = "warning"

[title]
en = "A unit that counts more than the unit it lies in"
vi = "Một đơn vị có số lớn hơn cả đơn vị bao trùm"

[message]
en = "{inner_name} “{inner_text}”, yet all of {outer_name} “{outer_text}”: {arithmetic} ({period})"
vi = "{inner_name} “{inner_text}”, trong khi toàn {outer_name} “{outer_text}”: {arithmetic} ({period})"

[settle]
en = "whether both numbers count the same kinds of models up to the same day"
vi = "hai số có gồm cùng loại mô hình và tính đến cùng ngày không"

[[case]]
says = "a commune above its district in one article"
expect = ["differs"]
articles = [{ id = "a", published_on = "2023-01-05" }]
figures = [
  { value = 40 },
  { value = 45, place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", commune = "Thạch Lạc" },
]

[[case]]
says = "a commune above its district, the district's report being later"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-07-05" }, { id = "b", published_on = "2022-12-20" }]
figures = [
  { article = "a", value = 45, status = "registered", place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", commune = "Thạch Lạc" },
  { article = "b", value = 40, status = "registered" },
]

[[case]]
says = "a district above its province"
expect = ["differs"]
articles = [{ id = "a", published_on = "2023-01-05" }, { id = "b", published_on = "2023-01-06" }]
figures = [
  { article = "a", value = 238 },
  { article = "b", value = 150, place_code = "42", place_name = "Hà Tĩnh", place_kind = "tỉnh", place_level = "province", district = "" },
]

[[case]]
says = "a commune within its district"
expect = ["agrees"]
articles = [{ id = "a", published_on = "2023-01-05" }]
figures = [
  { value = 40 },
  { value = 12, place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", commune = "Thạch Lạc" },
]

[[case]]
says = "another status, another year, another district: nothing to compare"
expect = []
articles = [{ id = "a", published_on = "2023-01-05" }]
figures = [
  { value = 40 },
  { value = 45, status = "registered", place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", commune = "Thạch Lạc" },
  { value = 46, period_start = "2021-01-01", period_end = "2021-12-31", place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", commune = "Thạch Lạc" },
  { value = 47, place_code = "18700", place_name = "Cẩm Bình", place_kind = "xã", place_level = "commune", commune = "Cẩm Bình", district = "Cẩm Xuyên" },
]

[[case]]
says = "the district has more than forty"
expect = ["agrees"]
articles = [{ id = "a", published_on = "2023-01-05" }]
figures = [
  { value = 40, bound = "more_than" },
  { value = 45, place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", commune = "Thạch Lạc" },
]

[[case]]
says = "the district's number is of an earlier stage of the year"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2022-06-05" }, { id = "b", published_on = "2022-12-20" }]
figures = [
  { article = "a", value = 40 },
  { article = "b", value = 45, place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", commune = "Thạch Lạc" },
]

[[case]]
says = "one of two articles bears no date"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2023-01-05" }, { id = "b" }]
figures = [
  { article = "a", value = 40 },
  { article = "b", value = 45, place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", commune = "Thạch Lạc" },
]

[[case]]
says = "the district's number is a choice"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2023-01-05" }]
figures = [
  { value = 40, text = "40 mô hình", sentence = "Huyện có 40 mô hình cấp huyện" },
  { value = 45, place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", commune = "Thạch Lạc" },
]

[[case]]
says = "land: the first of the communes gave more than the whole district"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-12-13" }]
figures = [
  { value = 18400, measure = "đất", unit = "m2 đất", topic = "", status = "", text = "18.400 m2 đất", sentence = "Trong năm 2022, nhân dân toàn huyện Thạch Hà hiến 18.400 m2 đất làm đường." },
  { value = 21600, measure = "đất", unit = "m2 đất", topic = "", status = "", place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", commune = "Thạch Lạc", text = "21.600 m2 đất", sentence = "Dẫn đầu là xã Thạch Lạc với 21.600 m2 đất hiến trong năm 2022." },
]

[[case]]
says = "houses: the commune built with its own, the district's number is for others, or for the houses of one body"
expect = []
articles = [{ id = "a", published_on = "2022-12-13" }, { id = "b", published_on = "2022-12-20" }]
figures = [
  { article = "a", value = 41, measure = "nhà", unit = "nhà", topic = "", status = "", place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", commune = "Thạch Lạc", text = "41 nhà", sentence = "Năm 2022, xã Thạch Lạc xây dựng 41 nhà ở." },
  { article = "b", value = 36, measure = "nhà", unit = "nhà", topic = "", status = "", text = "36 nhà", sentence = "Năm 2022, huyện Thạch Hà xây dựng 36 nhà cho người có công." },
  { article = "b", value = 26, measure = "nhà", unit = "nhà", topic = "", status = "", text = "26 nhà", sentence = "Năm 2022, Mặt trận huyện Thạch Hà xây dựng 26 nhà." },
]

[[case]]
says = "beside the whole, 'trong đó' the commune"
expect = ["differs"]
figures = [
  { article = "a", value = 39, sentence = "Toàn huyện có 39 mô hình" },
  { article = "a", value = 45, place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", text = "45 mô hình", sentence = "Trong đó, xã Thạch Lạc xây dựng 45 mô hình" },
]

[[case]]
says = "beside the whole, what one body of a commune has"
expect = ["differs"]
figures = [
  { value = 39, sentence = "Toàn huyện có 39 mô hình" },
  { value = 46, place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", text = "46 mô hình", sentence = "Hội Phụ nữ xã Thạch Lạc xây dựng 46 mô hình" },
]

[[case]]
says = "beside the whole of this year a total that runs on"
expect = ["unclear"]
figures = [
  { value = 39, sentence = "Toàn huyện có 39 mô hình" },
  { value = 45, place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", text = "45 mô hình", sentence = "Lũy kế, xã Thạch Lạc xây dựng 45 mô hình" },
]

[[case]]
says = "the households of a commune gave more land than all those of its district"
expect = ["differs"]
articles = [{ id = "a", published_on = "2019-12-16" }, { id = "b", published_on = "2019-12-20" }]
figures = [
  { article = "a", value = 24300, measure = "đất", unit = "m2 đất", topic = "", status = "", period_start = "2019-01-01", period_end = "2019-12-31", text = "24.300 m2 đất", sentence = "Năm 2019, nhân dân toàn huyện Thạch Hà (Hà Tĩnh) hiến 24.300 m2 đất làm đường liên thôn." },
  { article = "b", value = 27600, measure = "đất", unit = "m2 đất", topic = "", status = "", place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", period_start = "2019-01-01", period_end = "2019-12-31", text = "27.600 m2 đất", sentence = "Xã Thạch Lạc (huyện Thạch Hà) trong năm 2019 có 141 hộ hiến 27.600 m2 đất làm đường liên thôn." },
]

[[case]]
says = "the district's number is of the middle of December, and what is told of the commune in January is twice as much"
expect = ["differs"]
articles = [{ id = "a", published_on = "2019-12-16" }, { id = "b", published_on = "2020-01-24" }]
figures = [
  { article = "a", value = 24300, measure = "đất", unit = "m2 đất", topic = "", status = "", period_start = "2019-01-01", period_end = "2019-12-31", text = "24.300 m2 đất", sentence = "Năm 2019, nhân dân toàn huyện Thạch Hà (Hà Tĩnh) hiến 24.300 m2 đất làm đường liên thôn." },
  { article = "b", value = 57600, measure = "đất", unit = "m2 đất", topic = "", status = "", place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", period_start = "2019-01-01", period_end = "2019-12-31", text = "57.600 m2 đất", sentence = "Xã Thạch Lạc (huyện Thạch Hà) trong năm 2019 có 141 hộ hiến 57.600 m2 đất làm đường liên thôn." },
]

[[case]]
says = "the same, but so much may have come to the district by the year's end"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2019-12-16" }, { id = "b", published_on = "2020-01-24" }]
figures = [
  { article = "a", value = 24300, measure = "đất", unit = "m2 đất", topic = "", status = "", period_start = "2019-01-01", period_end = "2019-12-31", text = "24.300 m2 đất", sentence = "Năm 2019, nhân dân toàn huyện Thạch Hà (Hà Tĩnh) hiến 24.300 m2 đất làm đường liên thôn." },
  { article = "b", value = 27600, measure = "đất", unit = "m2 đất", topic = "", status = "", place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", period_start = "2019-01-01", period_end = "2019-12-31", text = "27.600 m2 đất", sentence = "Xã Thạch Lạc (huyện Thạch Hà) trong năm 2019 có 141 hộ hiến 27.600 m2 đất làm đường liên thôn." },
]
*/
WITH only_dates AS (
    -- The one time that a sentence names: "Tết Quý Mão 2023".
    SELECT article, sentence, min(date_start) AS first, max(date_end) AS last FROM dates
    WHERE role <> 'publication' AND grain IN ('year', 'quarter', 'month') GROUP BY ALL HAVING count(DISTINCT (date_start, date_end)) = 1
),
timed AS (
    SELECT d.* REPLACE (CASE WHEN d.period_end IS NULL THEN o.first WHEN d.cumulative THEN coalesce(d.period_start, DATE '0001-01-01') ELSE d.period_start END AS period_start,
            coalesce(d.period_end, o.last) AS period_end), d.period_end IS NULL AS is_by_sentence
    FROM done d LEFT JOIN only_dates o ON d.period_end IS NULL AND o.article = d.article AND o.sentence = d.sentence
),
likely AS (
    SELECT * EXCLUDE (unit_key),
        CASE WHEN period_end >= make_date(year(period_end), 12, 1) THEN make_date(year(period_end), 12, 31) ELSE period_end END AS period_to,
        CASE WHEN place_level = 'commune' AND district IS NOT NULL THEN lower(concat_ws('|', 'district', province, district))
            WHEN place_level <> 'province' THEN lower(concat_ws('|', 'province', province)) END AS outer_key,
        CASE place_level WHEN 'district' THEN lower(concat_ws('|', 'district', province, place_name))
            WHEN 'province' THEN lower(concat_ws('|', 'province', place_name)) END AS own_key
    FROM timed
    WHERE province IS NOT NULL AND date_diff('day', period_start, period_end) >= 27
),
-- Only what is told of a unit and of one that it lies in is looked at closely.
nested AS (
    SELECT DISTINCT w.own_key, w.measure, w.dimension, w.period_start, w.period_to
    FROM (SELECT DISTINCT own_key, measure, dimension, period_start, period_to FROM likely) w
    SEMI JOIN likely i ON i.outer_key = w.own_key AND i.measure = w.measure AND i.dimension = w.dimension
        AND i.period_start = w.period_start AND i.period_to = w.period_to
),
acted AS MATERIALIZED (
    SELECT l.*, deed_of(l.sentence, l.text, l.thing, l.measure, a.text, l."start") AS deed
    FROM (
        SELECT likely.* FROM likely SEMI JOIN nested n ON n.own_key = likely.own_key AND n.measure = likely.measure
            AND n.dimension = likely.dimension AND n.period_start = likely.period_start AND n.period_to = likely.period_to
        UNION
        SELECT likely.* FROM likely SEMI JOIN nested n ON n.own_key = likely.outer_key AND n.measure = likely.measure
            AND n.dimension = likely.dimension AND n.period_start = likely.period_start AND n.period_to = likely.period_to
    ) l JOIN articles a ON a.id = l.article
    WHERE prints_year(l.sentence, l.text, a.text, l."start", l.period_end) AND NOT tells_of_smaller(l.sentence, l.text, l.place_level)
),
-- The largest of each outer unit: one comparison for each inner number.
largest AS (
    SELECT * FROM acted WHERE own_key IS NOT NULL AND deed.verb <> '' AND deed.doer <> '?'
    QUALIFY row_number() OVER (
        PARTITION BY own_key, measure, dimension, period_start, period_to, deed.verb, deed.doer, deed.marks, deed.scope ORDER BY value DESC, article, nr) = 1
),
-- Of one verb and for the same; or the commune is named as the first of all behind the district's number.
tied AS (
    SELECT i AS i, w AS w FROM acted i JOIN largest w ON w.own_key = i.outer_key AND w.measure = i.measure AND w.dimension = i.dimension
        AND w.period_start = i.period_start AND w.period_to = i.period_to AND w.deed.verb = i.deed.verb AND w.deed.doer = i.deed.doer AND w.deed.marks = i.deed.marks
    WHERE takes_in(w.deed, i.deed) AND (i.article = w.article OR NOT i.is_by_sentence AND NOT w.is_by_sentence)
    UNION
    SELECT i, w FROM acted i JOIN acted w ON w.article = i.article AND w.own_key = i.outer_key AND w.measure = i.measure
        AND w.dimension = i.dimension AND w.period_start = i.period_start AND w.period_to = i.period_to
    WHERE w.deed.verb <> '' AND i.deed.verb IN ('', w.deed.verb) AND i."start" > w."start" AND i."start" - w."end" < 300
        AND contains(lower(i.sentence), w.deed.verb)
        AND says_foremost(lower(i.sentence))
),
-- What is told right behind all of the district, in the same words and without a time of its own, is of the district's time.
untimed AS (
    SELECT d.*, deed_of(d.sentence, d.text, d.thing, d.measure, a.text, d."start") AS deed
    FROM done d JOIN articles a ON a.id = d.article
    WHERE d.place_level = 'commune' AND d.period_end IS NULL AND d.district IS NOT NULL AND NOT says_any_time(lower(d.sentence))
),
whole_told AS (
    SELECT d.*, deed_of(d.sentence, d.text, d.thing, d.measure, a.text, d."start") AS deed
    FROM done d JOIN articles a ON a.id = d.article
    WHERE d.place_level = 'district' AND d.period_end IS NOT NULL AND d.article IN (SELECT article FROM untimed)
        AND says_whole_unit(d.sentence) AND NOT tells_of_smaller(d.sentence, d.text, d.place_level)
),
behind AS (
    SELECT i, w FROM untimed i JOIN whole_told w ON w.article = i.article AND w.measure = i.measure AND w.dimension = i.dimension
        AND lower(w.place_name) = lower(i.district)
    WHERE i."start" - w."end" BETWEEN 1 AND 600 AND same_deed(w.deed, i.deed) AND takes_in(w.deed, i.deed) AND w.deed.whom = i.deed.whom
),
deeds AS (
    SELECT i.article, i.span, i.value, i.high, i.bound, i.place_kind, i.place_name, w.period_start, w.period_end, w AS whole, i.published_on,
        0 AS days_later, false AS may_be_later
    FROM behind
    UNION ALL BY NAME
    SELECT i.article, i.span, i.value, i.high, i.bound, i.place_kind, i.place_name, i.period_start, i.period_end, w AS whole, i.published_on,
        date_diff('day', w.published_on, i.published_on) AS days_later,
        -- What is told of a year in its December is the year.
        date_diff('day', w.published_on, i.published_on) > CASE WHEN w.published_on > w.period_to - INTERVAL 31 DAY THEN 31 ELSE 10 END
            AND may_have_grown(w.value, w.published_on, i.value, w.period_start, w.period_to) AS may_be_later
    FROM tied
),
told AS (
    SELECT unit_key, place_level, province, district, place_name, place_kind, article, published_on, as_of, period_start,
        period_end, period_from, period_to, is_stock, status, level, holder, field, span, value, high, bound, lowest, highest,
        slack, year_is_printed,
        nullif(problem_of(published_on, place_code, place_name, place_level, province, district, level, status, confidence, sentence, text, headline),
            'undated') AS problem,
        level IS NULL AND says_some_level(clause_behind(substr(sentence, strpos(sentence, text) + length(text))))
            OR len(list_filter(marks_of(words_ahead(sentence, text), lower(substr(sentence, strpos(sentence, text) + length(text)))),
                lambda m: NOT says_narrower(m))) > 0 AS may_be_wider,
        -- What it lies in: a commune in its district, from 1 July 2025 in its province; a district in its province.
        CASE WHEN place_level = 'commune' AND district IS NOT NULL THEN lower(concat_ws('|', 'district', province, district))
            WHEN place_level <> 'province' THEN lower(concat_ws('|', 'province', province)) END AS outer_key,
        CASE place_level WHEN 'district' THEN lower(concat_ws('|', 'district', province, place_name))
            WHEN 'province' THEN lower(concat_ws('|', 'province', place_name)) END AS own_key
    FROM wholes
    WHERE province IS NOT NULL
),
-- The largest number that an outer unit is given anywhere, by what it counts: one comparison for each inner number.
outers AS (
    SELECT own_key, period_from, period_to, is_stock, status, level, holder, field,
        arg_max(told, highest) AS whole, arg_max(told, value) AS largest, count(DISTINCT article) AS articles
    -- What the outer unit recognises is of its own level, said or not.
    FROM (FROM told UNION ALL SELECT * REPLACE (place_level AS level) FROM told WHERE level IS NULL AND status IN ('recognised', 'commended')) told
    WHERE own_key IS NOT NULL AND problem IS NULL
    GROUP BY ALL
),
doubtful AS (
    SELECT own_key, period_from, period_to, is_stock, status, level, holder, field, arg_max(told, value) AS whole
    FROM told
    WHERE own_key IS NOT NULL AND problem IS NOT NULL
    GROUP BY ALL
),
paired AS (
    SELECT i.*, coalesce(o.whole, d.whole) AS whole, coalesce(o.largest, d.whole) AS largest,
        d.whole IS NOT NULL AND (o.whole IS NULL OR d.whole.value >= i.value) AS is_doubtful
    FROM told i
    LEFT JOIN outers o ON o.own_key = i.outer_key AND o.period_from = i.period_from AND o.period_to = i.period_to
        AND o.is_stock = i.is_stock AND o.status IS NOT DISTINCT FROM i.status AND o.level IS NOT DISTINCT FROM i.level
        AND o.holder IS NOT DISTINCT FROM i.holder AND o.field IS NOT DISTINCT FROM i.field
    LEFT JOIN doubtful d ON d.own_key = i.outer_key AND d.period_from = i.period_from AND d.period_to = i.period_to
        AND d.is_stock = i.is_stock AND d.status IS NOT DISTINCT FROM i.status AND d.level IS NOT DISTINCT FROM i.level
        AND d.holder IS NOT DISTINCT FROM i.holder AND d.field IS NOT DISTINCT FROM i.field
    WHERE coalesce(o.whole, d.whole) IS NOT NULL
),
judged AS (
    -- Beside the whole, a part of what the inner unit has speaks no less than all of it: "trong đó, riêng xã A có 45".
    SELECT *, lowest - slack <= whole.highest + whole.slack AS fits,
        CASE
            WHEN problem IS NOT NULL AND NOT (problem IN ('other_body', 'a_choice') AND NOT may_be_wider AND NOT is_doubtful AND article = largest.article)
                THEN problem
            WHEN lowest - slack <= whole.highest + whole.slack THEN NULL
            WHEN is_doubtful THEN coalesce(whole.problem, 'doubtful_reading')
            WHEN article <> largest.article AND (published_on IS NULL OR largest.published_on IS NULL) THEN 'undated'
            WHEN article <> largest.article AND date_diff('day', largest.as_of, as_of) > 10
                AND (is_stock OR may_have_grown(largest.highest, largest.as_of, lowest, period_from, period_to)) THEN 'later_stage'
            WHEN lowest <= whole.highest * 1.05 AND (whole.bound <> 'exact' OR bound <> 'exact') THEN 'rounded'
        END AS reason
    FROM paired
)
SELECT CASE WHEN reason IS NOT NULL THEN 'unclear' WHEN fits THEN 'agrees' ELSE 'differs' END AS outcome,
    reason,
    CASE WHEN is_stock OR article <> largest.article AND NOT (year_is_printed AND largest.year_is_printed) THEN 'note' END
        AS severity,
    concat_ws('|', article, span."start", largest.article, largest.span."start") AS key,
    [span, largest.span] AS spans,
    in_words(value, high, bound) AS stated,
    in_words(largest.value, largest.high, largest.bound) AS computed,
    concat_ws(CASE WHEN fits THEN ' <= ' ELSE ' > ' END, in_words(value, high, bound),
        in_words(largest.value, largest.high, largest.bound)) AS arithmetic,
    concat_ws(' ', place_kind, place_name) AS inner_name,
    concat_ws(' ', largest.place_kind, largest.place_name) AS outer_name,
    span.text AS inner_text, largest.span.text AS outer_text,
    period_in_words(period_start, period_end) AS period
FROM judged
UNION ALL
SELECT CASE WHEN value <= whole.value THEN 'agrees'
        WHEN article <> whole.article AND coalesce(may_be_later, true) THEN 'unclear' ELSE 'differs' END,
    CASE WHEN value > whole.value AND article <> whole.article THEN
        CASE WHEN days_later IS NULL THEN 'undated' WHEN may_be_later THEN 'later_stage' END END,
    'warning',
    concat_ws('|', article, span."start", whole.article, whole."start"),
    [span, whole.span],
    in_words(value, high, bound),
    in_words(whole.value, whole.high, whole.bound),
    concat_ws(CASE WHEN value <= whole.value THEN ' <= ' ELSE ' > ' END, in_words(value, high, bound),
        in_words(whole.value, whole.high, whole.bound)),
    concat_ws(' ', place_kind, place_name), concat_ws(' ', whole.place_kind, whole.place_name),
    span.text, whole.span.text, period_in_words(period_start, period_end)
FROM deeds
