/*
severity = "note"

[title]
en = "The same set of numbers under another period"
vi = "Cùng một bộ số liệu dưới hai thời gian khác nhau"

[message]
en = "{numbers} numbers stand under {period} here and under {other_period} in an article of {other_day}: {arithmetic}"
vi = "{numbers} số ở đây ghi cho {period}, bài ngày {other_day} ghi cho {other_period}: {arithmetic}"

[settle]
en = "the reports of both periods: whether the numbers were carried over"
vi = "báo cáo của cả hai thời gian: số liệu có bị lấy lại hay không"

[[case]]
says = "three numbers of one year told again for the next"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-12-20" }, { id = "b", published_on = "2023-12-20" }]
figures = [
  { article = "a", value = 138 }, { article = "a", value = 1267, measure = "ngày công" }, { article = "a", value = 41.7, measure = "đất", unit = "ha" },
  { article = "b", value = 138, period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023 là 138" },
  { article = "b", value = 1267, measure = "ngày công", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023 là 1267" },
  { article = "b", value = 41.7, measure = "đất", unit = "ha", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023 là 41.7" },
]

[[case]]
says = "a division by five fields told again"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-12-20" }, { id = "b", published_on = "2023-12-20" }]
figures = [
  { article = "a", value = 134 }, { article = "a", value = 34, field = "economy" }, { article = "a", value = 28, field = "culture_society" },
  { article = "a", value = 37, field = "defence_security" },
  { article = "b", value = 134, period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023 là 134" },
  { article = "b", value = 34, field = "economy", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023 là 34" },
  { article = "b", value = 28, field = "culture_society", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023 là 28" },
  { article = "b", value = 37, field = "defence_security", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023 là 37" },
]

[[case]]
says = "the later article tells of the earlier year, under its own name"
expect = []
articles = [{ id = "a", published_on = "2022-12-20" }, { id = "b", published_on = "2023-12-20" }]
figures = [
  { article = "a", value = 138 }, { article = "a", value = 1267, measure = "ngày công" }, { article = "a", value = 41.7, measure = "đất" },
  { article = "b", value = 138 }, { article = "b", value = 1267, measure = "ngày công" }, { article = "b", value = 41.7, measure = "đất" },
]

[[case]]
says = "copies under two dates"
expect = []
articles = [{ id = "a", published_on = "2022-12-20" }, { id = "b", published_on = "2023-12-20" }]
copies = [{ article = "b", canonical = "a" }]
figures = [
  { article = "a", value = 138 }, { article = "a", value = 1267, measure = "ngày công" }, { article = "a", value = 41.7, measure = "đất" },
  { article = "b", value = 138, period_start = "2023-01-01", period_end = "2023-12-31" },
  { article = "b", value = 1267, measure = "ngày công", period_start = "2023-01-01", period_end = "2023-12-31" },
  { article = "b", value = 41.7, measure = "đất", period_start = "2023-01-01", period_end = "2023-12-31" },
]

[[case]]
says = "how many communes and households there are does not change from year to year"
expect = []
articles = [{ id = "a", published_on = "2022-12-20" }, { id = "b", published_on = "2023-12-20" }]
figures = [
  { article = "a", value = 138, measure = "thôn" }, { article = "a", value = 12671, measure = "hộ" }, { article = "a", value = 4173, measure = "đảng viên" },
  { article = "b", value = 138, measure = "thôn", period_start = "2023-01-01", period_end = "2023-12-31" },
  { article = "b", value = 12671, measure = "hộ", period_start = "2023-01-01", period_end = "2023-12-31" },
  { article = "b", value = 4173, measure = "đảng viên", period_start = "2023-01-01", period_end = "2023-12-31" },
]

[[case]]
says = "stocks may stay what they are"
expect = []
articles = [{ id = "a", published_on = "2022-12-20" }, { id = "b", published_on = "2023-12-20" }]
figures = [
  { article = "a", value = 138, cumulative = true }, { article = "a", value = 34, field = "economy", cumulative = true }, { article = "a", value = 104, field = "other", cumulative = true },
  { article = "b", value = 138, cumulative = true, period_start = "2023-01-01", period_end = "2023-12-31" },
  { article = "b", value = 34, field = "economy", cumulative = true, period_start = "2023-01-01", period_end = "2023-12-31" },
  { article = "b", value = 104, field = "other", cumulative = true, period_start = "2023-01-01", period_end = "2023-12-31" },
]

[[case]]
says = "two numbers may meet by chance"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2022-12-20" }, { id = "b", published_on = "2023-12-20" }]
figures = [
  { article = "a", value = 138 }, { article = "a", value = 1267, measure = "ngày công" }, { article = "a", value = 12, measure = "cầu" },
  { article = "b", value = 138, period_start = "2023-01-01", period_end = "2023-12-31" },
  { article = "b", value = 1267, measure = "ngày công", period_start = "2023-01-01", period_end = "2023-12-31" },
  { article = "b", value = 15, measure = "cầu", period_start = "2023-01-01", period_end = "2023-12-31" },
]

[[case]]
says = "word for word the same sentences, without a year: the period is only read into them"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2022-12-20" }, { id = "b", published_on = "2023-12-20" }]
figures = [
  { article = "a", value = 138, sentence = "Kết quả." }, { article = "a", value = 1267, measure = "ngày công", sentence = "Kết quả." },
  { article = "a", value = 41.7, measure = "đất", sentence = "Kết quả." },
  { article = "b", value = 138, period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Kết quả." },
  { article = "b", value = 1267, measure = "ngày công", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Kết quả." },
  { article = "b", value = 41.7, measure = "đất", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Kết quả." },
]

[[case]]
says = "two numbers of four digits each"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-12-20" }, { id = "b", published_on = "2023-12-20" }]
figures = [
  { article = "a", value = 8964, measure = "ngày công" }, { article = "a", value = 5218, measure = "đường bê tông" },
  { article = "b", value = 8964, measure = "ngày công", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023." },
  { article = "b", value = 5218, measure = "đường bê tông", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023." },
]

[[case]]
says = "a list of the district's results that was read as a commune's"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-12-20" }, { id = "b", published_on = "2023-12-20" }]
figures = [
  { article = "a", value = 2367, measure = "bóng đèn" }, { article = "a", value = 18450, measure = "tường" }, { article = "a", value = 1276, measure = "mái che" },
  { article = "b", value = 2367, measure = "bóng đèn", place_level = "commune", place_name = "Thạch Lạc", place_code = "18604", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023." },
  { article = "b", value = 18450, measure = "tường", place_level = "commune", place_name = "Thạch Lạc", place_code = "18604", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023." },
  { article = "b", value = 1276, measure = "mái che", place_level = "commune", place_name = "Thạch Lạc", place_code = "18604", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023." },
]
[[case]]
says = "the same things ordered for each year are no results"
expect = []
articles = [{ id = "a", published_on = "2022-01-20" }, { id = "b", published_on = "2023-01-20" }]
figures = [
  { article = "a", value = 1382, measure = "phần quà", text = "1.382 phần quà", sentence = "Năm 2022, huyện giao các xã trao 1.382 phần quà, xây 127 nhà." },
  { article = "a", value = 127, measure = "nhà", text = "127 nhà", sentence = "Năm 2022, huyện giao các xã trao 1.382 phần quà, xây 127 nhà." },
  { article = "a", value = 41.7, measure = "đất", text = "41,7 ha đất", sentence = "Năm 2022, huyện giao các xã vận động hiến 41,7 ha đất." },
  { article = "b", value = 1382, measure = "phần quà", text = "1.382 phần quà", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023, huyện giao các xã trao 1.382 phần quà, xây 127 nhà." },
  { article = "b", value = 127, measure = "nhà", text = "127 nhà", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023, huyện giao các xã trao 1.382 phần quà, xây 127 nhà." },
  { article = "b", value = 41.7, measure = "đất", text = "41,7 ha đất", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023, huyện giao các xã vận động hiến 41,7 ha đất." },
]

[[case]]
says = "two counts and a sum of which it is not sure what it paid for"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-12-20" }, { id = "b", published_on = "2023-12-20" }]
figures = [
  { article = "a", value = 2870, measure = "đất" }, { article = "a", value = 4160, measure = "đường" },
  { article = "b", value = 2870, measure = "đất", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023." },
  { article = "b", value = 4160, measure = "đường", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023." },
]
money = [
  { article = "a", amount = 1735000000, text = "1,735 tỷ đồng" },
  { article = "b", amount = 1735000000, confidence = 0.5, text = "1.735 triệu đồng", period_start = "2023-01-01", period_end = "2023-12-31", sentence = "Năm 2023, 1.735 triệu đồng." },
]
*/
WITH told AS (
    -- By the district: a list of its results may be read as that of the commune named last. The words behind the noun may
    -- be others: "418 chuồng trâu bò", "418 chuồng trại".
    SELECT article, value, measure, split_part(lower(unit), ' ', 1) AS noun, period_start, period_end, published_on, span, sentence,
        hash(province, coalesce(district, place_name), value, dimension, field, holder, level) AS token
    FROM claims
    WHERE published_on IS NOT NULL AND place_name IS NOT NULL AND period_start IS NOT NULL AND NOT coalesce(cumulative, false)
        AND change_direction IS NULL AND of IS NULL AND NOT is_rate AND confidence >= 0.6 AND (value >= 10 OR value <> floor(value))
        AND status IS DISTINCT FROM 'planned' AND NOT is_no_result(sentence, text) AND article NOT IN (SELECT article FROM copies)
        -- What a place has is the same every year: no result that could be carried over.
        AND NOT says_standing(measure)
        -- Households and people only where the sentence says what they did, or what was done for them.
        AND (NOT says_only_people(measure) OR says_deed(left(sentence, greatest(0, strpos(sentence, text) - 1)))
            OR says_deed_behind(substr(sentence, strpos(sentence, text) + length(text))))
    UNION ALL BY NAME
    SELECT article, CAST(amount AS DOUBLE) AS value, 'tiền' AS measure, currency AS noun, period_start, period_end, published_on, span, sentence,
        hash(province, coalesce(district, place_name), amount, currency) AS token
    -- A sum of which it is not sure what it paid for is sure to be printed.
    FROM sums
    WHERE published_on IS NOT NULL AND place_name IS NOT NULL AND period_start IS NOT NULL AND NOT coalesce(cumulative, false)
        AND basis = 'total' AND confidence >= 0.5 AND NOT is_no_result(sentence, text) AND article NOT IN (SELECT article FROM copies)
),
-- A number that seven articles have is nothing of its own.
few AS (SELECT token FROM told GROUP BY token HAVING count(DISTINCT article) BETWEEN 2 AND 6),
-- A number tells the more the more digits it has before its zeros: 193.000 three, 2.000 one, 419,7 four.
rare AS (
    SELECT t.article, t.token, t.value, t.measure, t.noun, t.period_start, t.period_end, t.published_on, t.span, t.sentence,
        page_of(a.url, a.source, a.title, a.published) AS page,
        contains(t.sentence || ' ' || coalesce(a.title, ''), CAST(year(t.period_end) AS VARCHAR)) AS is_year_printed,
        length(trim(regexp_replace(number_in_words(t.value), '[.,]', '', 'g'), '0')) AS weight
    FROM told t JOIN few USING (token) JOIN articles a ON a.id = t.article
),
pairs AS (
    SELECT l.article, e.article AS other, l.value, any_value(l.weight) AS weight, min(l.span) AS span, min(e.span) AS other_span,
        min(l.period_start) AS period_start, max(l.period_end) AS period_end, min(e.period_start) AS other_start,
        max(e.period_end) AS other_end, any_value(e.published_on) AS other_on,
        bool_and(l.sentence = e.sentence AND NOT l.is_year_printed) AS is_read_in,
        bool_and(l.is_year_printed AND e.is_year_printed) AS is_printed
    FROM rare l JOIN rare e ON l.token = e.token AND (l.measure = e.measure OR l.noun = e.noun) AND e.period_end < l.period_start AND l.article <> e.article
        AND NOT coalesce(l.page = e.page, false)
    WHERE l.weight >= 2
    GROUP BY l.article, e.article, l.token, l.value
),
sets AS (
    SELECT article, other, count(*) AS numbers, sum(weight) AS weight, min(weight) AS least_weight, count(*) FILTER (NOT is_read_in) AS own_numbers,
        bool_and(is_printed) AS is_printed,
        list(span ORDER BY span."start") AS spans, list(other_span ORDER BY other_span."start") AS other_spans,
        string_agg(number_in_words(value), ', ' ORDER BY span."start") AS arithmetic,
        min(period_start) AS period_start, max(period_end) AS period_end, min(other_start) AS other_start,
        max(other_end) AS other_end, any_value(other_on) AS other_on
    FROM pairs GROUP BY article, other
    HAVING count(*) >= 2
    -- One earlier article for each later one: that with most numbers in common.
    QUALIFY row_number() OVER (PARTITION BY article ORDER BY count(*) DESC, any_value(other_on) DESC, other) = 1
),
judged AS (
    SELECT *, CASE WHEN weight < 8 OR numbers < 3 AND least_weight < 4 THEN 'by_chance'
            WHEN own_numbers < numbers AND own_numbers < 3 THEN 'no_year' END AS reason FROM sets
)
SELECT CASE WHEN reason IS NULL THEN 'differs' ELSE 'unclear' END AS outcome,
    reason,
    CASE WHEN is_printed AND weight >= 12 AND numbers > 2 THEN 'warning' END AS severity,
    concat_ws('|', article, other) AS key,
    list_concat(spans, other_spans) AS spans,
    arithmetic AS stated, CAST(NULL AS VARCHAR) AS computed, arithmetic, numbers,
    period_in_words(period_start, period_end) AS period, period_in_words(other_start, other_end) AS other_period,
    day_in_words(other_on) AS other_day
FROM judged
