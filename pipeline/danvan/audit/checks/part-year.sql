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
figures = [
  { article = "a", value = 88, period_end = "2022-06-30", text = "88 mô hình", sentence = "6 tháng đầu năm 2022, huyện xây dựng 88 mô hình." },
  { article = "b", value = 80, text = "80 mô hình", sentence = "Năm 2022, huyện xây dựng 80 mô hình." },
]

[[case]]
says = "no year is printed, a plan, one body, a part of them"
expect = ["unclear", "unclear", "unclear", "unclear"]
articles = [
  { id = "a", published_on = "2022-07-10" }, { id = "b", published_on = "2022-12-28" }, { id = "c", published_on = "2022-12-28" },
  { id = "d", published_on = "2022-12-28" }, { id = "e", published_on = "2022-12-28" },
]
figures = [
  { article = "a", value = 88, period_end = "2022-06-30", text = "88 mô hình", sentence = "6 tháng đầu năm 2022, huyện xây dựng 88 mô hình." },
  { article = "b", value = 80, text = "80 mô hình", sentence = "Năm qua, huyện xây dựng 80 mô hình." },
  { article = "c", value = 80, text = "80 mô hình", sentence = "Năm 2022, huyện phấn đấu xây dựng 80 mô hình." },
  { article = "d", value = 80, text = "80 mô hình", sentence = "Năm 2022, Mặt trận huyện xây dựng 80 mô hình." },
  { article = "e", value = 80, text = "80 mô hình", sentence = "Năm 2022, huyện xây dựng thêm 80 mô hình." },
]

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

[[case]]
says = "meetings that the unit held, in one sentence"
expect = ["differs"]
figures = [
  { value = 92, measure = "hội nghị", unit = "hội nghị", topic = "", status = "", period_end = "2022-06-30", text = "92 hội nghị", sentence = "6 tháng đầu năm 2022 toàn huyện tổ chức 92 hội nghị cho đồng bào; tính chung cả năm 2022 toàn huyện tổ chức 85 hội nghị." },
  { value = 85, measure = "hội nghị", unit = "hội nghị", topic = "", status = "", text = "85 hội nghị", sentence = "6 tháng đầu năm 2022 toàn huyện tổ chức 92 hội nghị cho đồng bào; tính chung cả năm 2022 toàn huyện tổ chức 85 hội nghị." },
]

[[case]]
says = "the year of one body, the year for others, and a year that is not printed"
expect = []
articles = [{ id = "a", published_on = "2022-10-10" }, { id = "b", published_on = "2022-12-28" }]
figures = [
  { article = "a", value = 57, measure = "nhà", unit = "căn nhà", topic = "", status = "", period_end = "2022-09-30", text = "57 căn nhà", sentence = "9 tháng năm 2022, huyện Thạch Hà xây dựng 57 căn nhà cho hộ nghèo." },
  { article = "b", value = 49, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "49 căn nhà", sentence = "Năm 2022, Hội Nông dân huyện Thạch Hà xây dựng 49 căn nhà cho hộ nghèo." },
  { article = "b", value = 39, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "39 căn nhà", sentence = "Năm 2022, huyện Thạch Hà xây dựng 39 căn nhà cho người có công." },
  { article = "b", value = 29, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "29 căn nhà", sentence = "Năm qua, huyện Thạch Hà xây dựng 29 căn nhà cho hộ nghèo." },
]

[[case]]
says = "the mediators of a district, nine months and the year in two articles"
expect = ["differs"]
articles = [{ id = "a", published_on = "2019-10-03" }, { id = "b", published_on = "2019-12-27" }]
figures = [
  { article = "a", value = 143, measure = "vụ", unit = "vụ", topic = "", status = "", period_start = "2019-01-01", period_end = "2019-09-30", text = "143 vụ", sentence = "Chín tháng năm 2019, các tổ hòa giải huyện Thạch Hà (Hà Tĩnh) hòa giải thành 143 vụ mâu thuẫn." },
  { article = "b", value = 128, measure = "vụ", unit = "vụ", topic = "", status = "", period_start = "2019-01-01", period_end = "2019-12-31", text = "128 vụ", sentence = "Cả năm 2019, các tổ hòa giải huyện Thạch Hà (Hà Tĩnh) hòa giải thành 128 vụ mâu thuẫn ngay tại ấp." },
]

[[case]]
says = "a body by its full name, then by its first word"
expect = ["differs"]
articles = [{ id = "a", text = "Năm 2016, Hội LHPN huyện Thạch Hà vận động được 312 phụ nữ nghèo tham gia tổ tiết kiệm. Riêng 6 tháng đầu năm 2016, Hội vận động được 347 phụ nữ nghèo tham gia tổ tiết kiệm." }]
figures = [
  { value = 312, measure = "phụ nữ", unit = "phụ nữ", topic = "", status = "", period_start = "2016-01-01", period_end = "2016-12-31", text = "312 phụ nữ", sentence = "Năm 2016, Hội LHPN huyện Thạch Hà vận động được 312 phụ nữ nghèo tham gia tổ tiết kiệm." },
  { value = 347, measure = "phụ nữ", unit = "phụ nữ", topic = "", status = "", period_start = "2016-01-01", period_end = "2016-06-30", text = "347 phụ nữ", sentence = "Riêng 6 tháng đầu năm 2016, Hội vận động được 347 phụ nữ nghèo tham gia tổ tiết kiệm." },
]

[[case]]
says = "two bodies of that first word: which of them is meant is not known"
expect = []
articles = [{ id = "a", text = "Năm 2016, Hội LHPN huyện Thạch Hà vận động được 312 phụ nữ nghèo tham gia tổ tiết kiệm. Theo Hội Nông dân huyện Thạch Hà, riêng 6 tháng đầu năm 2016, Hội vận động được 347 phụ nữ nghèo tham gia tổ tiết kiệm." }]
figures = [
  { value = 312, measure = "phụ nữ", unit = "phụ nữ", topic = "", status = "", period_start = "2016-01-01", period_end = "2016-12-31", text = "312 phụ nữ", sentence = "Năm 2016, Hội LHPN huyện Thạch Hà vận động được 312 phụ nữ nghèo tham gia tổ tiết kiệm." },
  { value = 347, measure = "phụ nữ", unit = "phụ nữ", topic = "", status = "", period_start = "2016-01-01", period_end = "2016-06-30", text = "347 phụ nữ", sentence = "Theo Hội Nông dân huyện Thạch Hà, riêng 6 tháng đầu năm 2016, Hội vận động được 347 phụ nữ nghèo tham gia tổ tiết kiệm." },
]
*/
WITH likely AS (
    SELECT *, year(period_end) AS year, period_end < make_date(year(period_end), 12, 1) AS is_part
    FROM done
    WHERE NOT cumulative AND period_start = make_date(year(period_end), 1, 1)
        AND date_diff('day', period_start, period_end) >= 58 AND article NOT IN (SELECT article FROM copies)
),
several AS (
    SELECT measure, dimension, unit_key, year FROM likely GROUP BY ALL HAVING bool_or(is_part) AND bool_or(NOT is_part)
),
acted AS MATERIALIZED (
    SELECT l.*, deed_of(l.sentence, l.text, l.thing, l.measure, a.text, l."start") AS deed
    FROM likely l JOIN several s USING (measure, dimension, unit_key, year) JOIN articles a ON a.id = l.article
    WHERE prints_year(l.sentence, l.text, a.text, l."start", l.period_end) AND NOT tells_of_smaller(l.sentence, l.text, l.place_level)
),
-- In one sentence it is one body that tells of its half year and its year. What is told of the whole year must be told of
-- all, or of the same as in its part.
deeds AS (
    SELECT p.article, concat_ws('|', p.measure, p.unit_key, p.article, p.nr, w.article, w.nr) AS kind, p AS part, w AS whole
    FROM acted p JOIN acted w ON w.measure = p.measure AND w.dimension = p.dimension AND w.unit_key = p.unit_key AND w.year = p.year
    WHERE p.is_part AND NOT w.is_part
        -- "Quý I" is the part itself, and narrows nothing.
        AND (same_act(p.deed, w.deed) AND list_filter(p.deed.marks, lambda m: NOT says_quarter(m)) = w.deed.marks OR p.article = w.article AND p.sentence = w.sentence AND p.deed.verb = w.deed.verb)
        -- Or by its bare counter behind it: "30 căn nhà tình thương (riêng 6 tháng đầu năm 33 căn)".
        AND (takes_in(w.deed, p.deed) OR p.article = w.article AND p.sentence = w.sentence AND w."start" < p."start" AND p.deed.scope = '')
),
-- Counts of models by themselves: of a half and of a whole year that are printed, with nothing that narrows them.
models AS (
    SELECT *, concat_ws('|', coalesce(field, ''), coalesce(holder, ''), coalesce(level, ''), status, unit_key) AS kind,
        year(period_end) AS year, period_end < make_date(year(period_end), 12, 1) AS is_part
    FROM claims
    WHERE measure = 'mô hình' AND topic = 'dan_van_kheo' AND status IN ('built', 'registered', 'recognised', 'launched')
        AND NOT cumulative AND NOT is_rate AND of IS NULL AND change_direction IS NULL AND place_name IS NOT NULL
        AND period_start = make_date(year(period_end), 1, 1) AND (NOT partition OR part_of IS NULL)
        AND article NOT IN (SELECT article FROM copies)
),
counts AS (
    SELECT article, m.kind, value, high, bound, lowest, highest, span, confidence, published_on, period_end, m.year, is_part,
        CASE WHEN NOT prints_year(sentence, text, body, "start", period_end) THEN 'no_year'
            ELSE problem_of(published_on, place_code, place_name, place_level, province, district, level, status, confidence, sentence, text, headline) END AS problem
    FROM models m SEMI JOIN (SELECT kind, year FROM models GROUP BY ALL HAVING bool_or(is_part) AND bool_or(NOT is_part)) s
        ON s.kind = m.kind AND s.year = m.year
    JOIN (SELECT id, text AS body FROM articles) a ON a.id = article
    UNION ALL
    SELECT p.article, d.kind, p.value, p.high, p.bound, p.lowest, p.highest, p.span, p.confidence, p.published_on, p.period_end, p.year,
        p.is_part, NULL
    FROM (SELECT kind, part AS p FROM deeds UNION ALL SELECT kind, whole FROM deeds) d
),
parts AS (
    SELECT article, kind, year, max(lowest) AS least, arg_max(value, lowest) AS value, arg_max(high, lowest) AS high,
        arg_max(bound, lowest) AS bound, arg_max(span, lowest) AS span, min(confidence) AS confidence,
        min(problem) AS problem, any_value(published_on) AS published_on, max(period_end) AS period_end, count(DISTINCT value) AS values
    FROM counts WHERE is_part GROUP BY ALL
),
wholes AS (
    SELECT article, kind, year, max(highest) AS most, arg_max(value, highest) AS value, arg_max(high, highest) AS high,
        arg_max(bound, highest) AS bound, arg_max(span, highest) AS span, min(confidence) AS confidence,
        min(problem) AS problem, any_value(published_on) AS published_on
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
            WHEN w.article <> p.article THEN coalesce(p.problem, w.problem)
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
