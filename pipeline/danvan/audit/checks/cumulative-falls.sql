/*
severity = "warning"

[title]
en = "A total over years that has become smaller"
vi = "Số lũy kế giảm theo thời gian"

[message]
en = "{later_text} by {later_day}, after {earlier_text} by {earlier_day}: {stated} < {computed}"
vi = "{later_text} đến {later_day}, trước đó {earlier_text} đến {earlier_day}: {stated} < {computed}"

[settle]
en = "both reports: whether they count the same from the same day on"
vi = "hai báo cáo: có tính cùng phạm vi và cùng mốc bắt đầu không"

[[case]]
says = "from 2016 on: 300 by 2018, 280 by 2020"
expect = ["differs"]
articles = [{ id = "a", published_on = "2019-01-10" }, { id = "b", published_on = "2021-01-10" }]
figures = [
  { article = "a", value = 300, cumulative = true, period_start = "2016-01-01", period_end = "2018-12-31" },
  { article = "b", value = 280, cumulative = true, period_start = "2016-01-01", period_end = "2020-12-31" },
]

[[case]]
says = "one sentence lets it rise, to less"
expect = ["differs"]
articles = [{ id = "a", published_on = "2021-10-10", text = "Đến cuối năm 2020, lũy kế toàn huyện xóa được 187 căn nhà tạm; đến hết tháng 9/2021, con số này nâng lên 178 căn." }]
figures = [
  { value = 187, measure = "nhà", unit = "căn nhà", topic = "", status = "", cumulative = true, period_end = "2020-12-31", text = "187 căn nhà", sentence = "Đến cuối năm 2020, lũy kế toàn huyện xóa được 187 căn nhà tạm; đến hết tháng 9/2021, con số này nâng lên 178 căn." },
  { value = 178, measure = "nhà", unit = "căn", topic = "", status = "", cumulative = true, period_end = "2021-09-30", text = "178 căn", sentence = "Đến cuối năm 2020, lũy kế toàn huyện xóa được 187 căn nhà tạm; đến hết tháng 9/2021, con số này nâng lên 178 căn." },
]

[[case]]
says = "one sentence lets it rise, to more; and another number is told of"
expect = ["agrees"]
articles = [
  { id = "a", published_on = "2021-10-10", text = "Đến cuối năm 2020 toàn huyện xóa được 187 căn nhà tạm; đến hết tháng 9/2021, con số này tăng lên 231 căn." },
  { id = "b", published_on = "2021-10-11", text = "Đến cuối năm 2020 toàn huyện xóa được 187 căn nhà tạm; đến hết tháng 9/2021 còn 31 căn." },
]
figures = [
  { article = "a", value = 187, measure = "nhà", unit = "căn nhà", topic = "", status = "", cumulative = true, period_end = "2020-12-31", text = "187 căn nhà", sentence = "Đến cuối năm 2020 toàn huyện xóa được 187 căn nhà tạm; đến hết tháng 9/2021, con số này tăng lên 231 căn." },
  { article = "a", value = 231, measure = "nhà", unit = "căn", topic = "", status = "", cumulative = true, period_end = "2021-09-30", text = "231 căn", sentence = "Đến cuối năm 2020 toàn huyện xóa được 187 căn nhà tạm; đến hết tháng 9/2021, con số này tăng lên 231 căn." },
  { article = "b", value = 187, measure = "nhà", unit = "căn nhà", topic = "", status = "", cumulative = true, period_end = "2020-12-31", text = "187 căn nhà", sentence = "Đến cuối năm 2020 toàn huyện xóa được 187 căn nhà tạm; đến hết tháng 9/2021 còn 31 căn." },
  { article = "b", value = 31, measure = "nhà", unit = "căn", topic = "", status = "", cumulative = true, period_end = "2021-09-30", text = "31 căn", sentence = "Đến cuối năm 2020 toàn huyện xóa được 187 căn nhà tạm; đến hết tháng 9/2021 còn 31 căn." },
]

[[case]]
says = "it grows"
expect = ["agrees"]
articles = [{ id = "a", published_on = "2019-01-10" }, { id = "b", published_on = "2021-01-10" }]
figures = [
  { article = "a", value = 300, cumulative = true, period_start = "2016-01-01", period_end = "2018-12-31" },
  { article = "b", value = 380, cumulative = true, period_start = "2016-01-01", period_end = "2020-12-31" },
]

[[case]]
says = "a stock that is kept may become smaller"
expect = []
articles = [{ id = "a", published_on = "2019-01-10" }, { id = "b", published_on = "2021-01-10" }]
figures = [
  { article = "a", value = 300, status = "maintained", cumulative = true, period_start = "2016-01-01", period_end = "2018-12-31" },
  { article = "b", value = 280, status = "maintained", cumulative = true, period_start = "2016-01-01", period_end = "2020-12-31" },
]

[[case]]
says = "counted from another year on"
expect = []
articles = [{ id = "a", published_on = "2019-01-10" }, { id = "b", published_on = "2021-01-10" }]
figures = [
  { article = "a", value = 300, cumulative = true, period_start = "2016-01-01", period_end = "2018-12-31" },
  { article = "b", value = 280, cumulative = true, period_start = "2018-01-01", period_end = "2020-12-31" },
]

[[case]]
says = "the first article has no day of its own"
expect = ["unclear"]
articles = [{ id = "a" }, { id = "b", published_on = "2021-01-10" }]
figures = [
  { article = "a", value = 300, cumulative = true, period_start = "2016-01-01", period_end = "2018-12-31" },
  { article = "b", value = 280, cumulative = true, period_start = "2016-01-01", period_end = "2020-12-31" },
]

[[case]]
says = "'gần 300' and 280"
expect = ["agrees"]
articles = [{ id = "a", published_on = "2019-01-10" }, { id = "b", published_on = "2021-01-10" }]
figures = [
  { article = "a", value = 300, bound = "less_than", cumulative = true, period_start = "2016-01-01", period_end = "2018-12-31" },
  { article = "b", value = 280, cumulative = true, period_start = "2016-01-01", period_end = "2020-12-31" },
]

[[case]]
says = "houses handed over since 2013"
expect = ["differs"]
articles = [{ id = "a", published_on = "2017-11-14" }, { id = "b", published_on = "2018-10-09" }]
figures = [
  { article = "a", value = 152, measure = "nhà", unit = "căn nhà", topic = "", status = "", cumulative = true, period_start = "2013-01-01", period_end = "2017-11-14", text = "152 căn nhà", sentence = "Tính từ năm 2013 đến nay, huyện Thạch Hà (Hà Tĩnh) bàn giao 152 căn nhà cho hộ nghèo ven biển." },
  { article = "b", value = 147, measure = "nhà", unit = "căn nhà", topic = "", status = "", cumulative = true, period_start = "2013-01-01", period_end = "2018-10-09", text = "147 căn nhà", sentence = "Từ năm 2013 đến nay, huyện Thạch Hà đã bàn giao 147 căn nhà cho hộ nghèo ven biển." },
]

[[case]]
says = "houses of another body, and for others"
expect = []
articles = [{ id = "a", published_on = "2017-11-14" }, { id = "b", published_on = "2018-10-09" }, { id = "c", published_on = "2018-10-10" }]
figures = [
  { article = "a", value = 152, measure = "nhà", unit = "căn nhà", topic = "", status = "", cumulative = true, period_start = "2013-01-01", period_end = "2017-11-14", text = "152 căn nhà", sentence = "Từ năm 2013 đến nay, huyện Thạch Hà đã bàn giao 152 căn nhà cho hộ nghèo." },
  { article = "b", value = 47, measure = "nhà", unit = "căn nhà", topic = "", status = "", cumulative = true, period_start = "2013-01-01", period_end = "2018-10-09", text = "47 căn nhà", sentence = "Từ năm 2013 đến nay, Hội Nông dân huyện Thạch Hà đã bàn giao 47 căn nhà cho hộ nghèo." },
  { article = "c", value = 37, measure = "nhà", unit = "căn nhà", topic = "", status = "", cumulative = true, period_start = "2013-01-01", period_end = "2018-10-10", text = "37 căn nhà", sentence = "Từ năm 2013 đến nay, huyện Thạch Hà đã bàn giao 37 căn nhà cho người có công." },
]

[[case]]
says = "one team since 2008, by its name and by its first word"
expect = ["differs"]
articles = [
  { id = "a", published_on = "2017-11-10", text = "Đội cất nhà từ thiện huyện Thạch Hà tính ra từ năm 2008 đến tháng 10/2017 đã cất được 1.460 căn nhà cho hộ nghèo." },
  { id = "b", published_on = "2019-11-15", text = "Đội cất nhà của huyện Thạch Hà đang làm. Từ năm 2008 đến tháng 10/2019, đội cất được 1.406 căn nhà cho hộ nghèo." },
]
figures = [
  { article = "a", value = 1460, measure = "nhà", unit = "căn nhà", topic = "", status = "", cumulative = true, period_start = "2008-01-01", period_end = "2017-10-31", text = "1.460 căn nhà", sentence = "Đội cất nhà từ thiện huyện Thạch Hà tính ra từ năm 2008 đến tháng 10/2017 đã cất được 1.460 căn nhà cho hộ nghèo." },
  { article = "b", value = 1406, measure = "nhà", unit = "căn nhà", topic = "", status = "", cumulative = true, period_start = "2008-01-01", period_end = "2019-10-31", text = "1.406 căn nhà", sentence = "Từ năm 2008 đến tháng 10/2019, đội cất được 1.406 căn nhà cho hộ nghèo." },
]

[[case]]
says = "another team"
expect = []
articles = [
  { id = "a", published_on = "2017-11-10", text = "Đội cất nhà từ thiện huyện Thạch Hà tính ra từ năm 2008 đến tháng 10/2017 đã cất được 1.460 căn nhà cho hộ nghèo." },
  { id = "b", published_on = "2019-11-15", text = "Đội xung kích của huyện Thạch Hà đang làm. Từ năm 2008 đến tháng 10/2019, đội cất được 1.406 căn nhà cho hộ nghèo." },
]
figures = [
  { article = "a", value = 1460, measure = "nhà", unit = "căn nhà", topic = "", status = "", cumulative = true, period_start = "2008-01-01", period_end = "2017-10-31", text = "1.460 căn nhà", sentence = "Đội cất nhà từ thiện huyện Thạch Hà tính ra từ năm 2008 đến tháng 10/2017 đã cất được 1.460 căn nhà cho hộ nghèo." },
  { article = "b", value = 1406, measure = "nhà", unit = "căn nhà", topic = "", status = "", cumulative = true, period_start = "2008-01-01", period_end = "2019-10-31", text = "1.406 căn nhà", sentence = "Từ năm 2008 đến tháng 10/2019, đội cất được 1.406 căn nhà cho hộ nghèo." },
]
*/
WITH likely AS (
    SELECT * REPLACE (runs_from(period_start, sentence) AS period_start) FROM done
    WHERE cumulative AND runs_from(period_start, sentence) IS NOT NULL AND article NOT IN (SELECT article FROM copies)
),
several AS (
    SELECT measure, dimension, unit_key, period_start FROM likely GROUP BY ALL HAVING count(*) > 1
),
acted AS MATERIALIZED (
    SELECT d.*, deed_of(d.sentence, d.text, d.thing, d.measure, a.text, d."start") AS deed
    FROM likely d JOIN several s USING (measure, dimension, unit_key, period_start) JOIN articles a ON a.id = d.article
    WHERE year_told(d.sentence, d.text, a.text, d."start") <> '' AND contains(d.sentence, CAST(year(d.period_start) AS VARCHAR)) AND NOT tells_of_smaller(d.sentence, d.text, d.place_level)
),
-- What is kept may become less; what was once done cannot.
deeds AS (
    SELECT * FROM acted WHERE deed.verb NOT IN ('', 'tham gia', 'quản lý', 'duy trì') AND deed.doer <> '?'
),
totals AS (
    SELECT c.article, c.value, c.high, c.bound, c.lowest, c.highest, c.span, c.confidence, c.published_on, runs_from(c.period_start, c.sentence) AS period_start, c.period_end,
        concat_ws('|', c.measure, c.topic, coalesce(c.field, ''), coalesce(c.holder, ''), coalesce(c.level, ''), c.status, c.unit_key,
            runs_from(c.period_start, c.sentence)) AS kind
    FROM claims c
    WHERE c.measure = 'mô hình' AND c.topic = 'dan_van_kheo' AND c.status IN ('built', 'registered', 'recognised', 'launched', 'replicated')
        -- Only what is added up from a printed day on cannot fall; "hiện có" can.
        AND c.cumulative AND runs_from(c.period_start, c.sentence) IS NOT NULL
        AND NOT c.is_rate AND c.of IS NULL AND c.change_direction IS NULL AND c.part_of IS NULL AND c.place_name IS NOT NULL
        AND c.article NOT IN (SELECT article FROM copies)
    UNION ALL
    SELECT d.article, d.value, d.high, d.bound, d.lowest, d.highest, d.span, d.confidence, d.published_on, d.period_start, d.period_end,
        concat_ws('|', d.measure, d.deed.verb, d.deed.doer,
            list_filter(d.deed.marks, lambda m: NOT says_accrued(m) AND NOT (m = 'tiếp tục' AND says_accrued(d.deed.ahead))), d.deed.scope, d.unit_key, d.period_start)
    FROM deeds d
),
ordered AS (
    SELECT article, kind, period_end, max(highest) AS highest, max(lowest) AS lowest, arg_max(value, lowest) AS value,
        arg_max(high, lowest) AS high, arg_max(bound, lowest) AS bound, arg_max(span, lowest) AS span,
        min(confidence) AS confidence, any_value(published_on) AS published_on, count(DISTINCT value) AS values
    FROM totals GROUP BY ALL
),
-- "187 căn; đến hết tháng 9, con số này nâng lên 178 căn": the words behind the first number tell of the same.
risen AS (
    SELECT unnest(c), o AS other FROM (
        SELECT claims AS c, lag(claims) OVER (PARTITION BY article, sentence ORDER BY "start") AS o FROM claims
        WHERE article NOT IN (SELECT article FROM copies)
    ) JOIN articles a ON a.id = c.article
    WHERE o.measure = c.measure AND o.dimension = c.dimension AND o.unit_key = c.unit_key AND o.period_end < c.period_end
        AND NOT c.is_rate AND NOT o.is_rate AND c.of IS NULL AND o.of IS NULL AND c.change_direction IS NULL AND o.change_direction IS NULL
        AND c."start" - o."end" < 120 AND says_this_rises(a.text[o."end" + 1 : c."start"])
),
steps AS (
    SELECT *, lag(article) OVER line AS e_article, lag(lowest) OVER line AS e_lowest, lag(value) OVER line AS e_value,
        lag(high) OVER line AS e_high, lag(bound) OVER line AS e_bound, lag(span) OVER line AS e_span,
        lag(confidence) OVER line AS e_confidence, lag(published_on) OVER line AS e_published,
        lag(period_end) OVER line AS e_end, lag(values) OVER line AS e_values
    FROM ordered
    WINDOW line AS (PARTITION BY kind ORDER BY period_end, article)
),
reasoned AS (
    SELECT *, CASE
        WHEN highest >= e_lowest THEN NULL
        WHEN least(confidence, e_confidence) < 0.6 THEN 'doubtful_reading'
        WHEN published_on IS NULL OR e_published IS NULL THEN 'undated'
        WHEN values > 1 OR e_values > 1 THEN 'several_numbers'
        WHEN value < 0.5 * e_value THEN 'other_measure'
        -- On 1 July 2025 communes and provinces were joined: a name may stand for another territory.
        WHEN e_end < DATE '2025-07-01' AND period_end >= DATE '2025-07-01' THEN 'other_place'
        END AS reason
    FROM steps WHERE e_end < period_end
)
SELECT
    CASE WHEN reason IS NOT NULL THEN 'unclear' WHEN highest < e_lowest THEN 'differs' ELSE 'agrees' END AS outcome,
    reason,
    concat_ws('|', article, span."start", e_article, e_span."start") AS key,
    [span, e_span] AS spans,
    in_words(value, high, bound) AS stated, in_words(e_value, e_high, e_bound) AS computed,
    span.text AS later_text, e_span.text AS earlier_text,
    strftime(period_end, '%d/%m/%Y') AS later_day, strftime(e_end, '%d/%m/%Y') AS earlier_day
FROM reasoned
UNION ALL
SELECT CASE WHEN highest >= other.lowest THEN 'agrees' WHEN least(confidence, other.confidence) < 0.6 THEN 'unclear' ELSE 'differs' END,
    CASE WHEN highest < other.lowest AND least(confidence, other.confidence) < 0.6 THEN 'doubtful_reading' END,
    concat_ws('|', article, span."start", article, other.span."start", 'risen'), [span, other.span],
    in_words(value, high, bound), in_words(other.value, other.high, other.bound), span.text, other.span.text,
    strftime(period_end, '%d/%m/%Y'), strftime(other.period_end, '%d/%m/%Y')
FROM risen
