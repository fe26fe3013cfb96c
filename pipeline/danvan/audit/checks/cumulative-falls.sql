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
[[case]]
says = "since one beginning without a day, a year apart; and since another"
expect = ["differs"]
articles = [
  { id = "a", published_on = "2020-12-15", text = "Tổng kết năm 2020. Lũy kế từ khi triển khai phong trào, nhân dân huyện hiến 412.000 m2 đất." },
  { id = "b", published_on = "2021-12-17", text = "Tổng kết năm 2021. Lũy kế từ khi triển khai phong trào, nhân dân huyện hiến 397.000 m2 đất." },
  { id = "c", published_on = "2022-12-17", text = "Tổng kết năm 2022. Lũy kế từ khi thành lập xã mới, nhân dân huyện hiến 197.000 m2 đất." },
]
figures = [
  { article = "a", value = 412000, measure = "đất", unit = "m2 đất", topic = "", status = "", cumulative = true, period_start = "", period_end = "2020-12-15", text = "412.000 m2 đất", sentence = "Lũy kế từ khi triển khai phong trào, nhân dân huyện hiến 412.000 m2 đất." },
  { article = "b", value = 397000, measure = "đất", unit = "m2 đất", topic = "", status = "", cumulative = true, period_start = "", period_end = "2021-12-17", text = "397.000 m2 đất", sentence = "Lũy kế từ khi triển khai phong trào, nhân dân huyện hiến 397.000 m2 đất." },
  { article = "c", value = 197000, measure = "đất", unit = "m2 đất", topic = "", status = "", cumulative = true, period_start = "", period_end = "2022-12-17", text = "197.000 m2 đất", sentence = "Lũy kế từ khi thành lập xã mới, nhân dân huyện hiến 197.000 m2 đất." },
]

[[case]]
says = "a list under one head"
expect = ["agrees", "differs"]
articles = [{ id = "a", published_on = "2019-12-18", text = "Số mô hình tính lũy kế từ năm 2013:\n- Đến hết năm 2017: 268 mô hình\n- Đến hết năm 2018: 321 mô hình\n- Đến hết năm 2019: 296 mô hình" }]
figures = [
  { value = 268, status = "", cumulative = true, period_start = "", period_end = "2017-12-31", text = "268 mô hình" },
  { value = 321, status = "", cumulative = true, period_start = "", period_end = "2018-12-31", text = "321 mô hình" },
  { value = 296, status = "", cumulative = true, period_start = "", period_end = "2019-12-31", text = "296 mô hình" },
]

[[case]]
says = "one article tells its start once; a verb that no table knows"
expect = ["differs", "differs"]
articles = [{ id = "a", published_on = "2021-12-24" }]
figures = [
  { value = 284, measure = "nhà", unit = "căn nhà", topic = "", status = "", cumulative = true, period_start = "", period_end = "2019-12-31", text = "284 căn nhà", sentence = "Đến cuối năm 2019, huyện đã xây dựng 284 căn nhà cho hộ nghèo." },
  { value = 261, measure = "nhà", unit = "căn", topic = "", status = "", cumulative = true, period_start = "", period_end = "2021-12-24", text = "261 căn", sentence = "Tính đến tháng 12/2021, tổng số căn nhà huyện đã xây dựng từ năm 2016 là 261 căn." },
  { value = 18600, measure = "xoài", unit = "tấn xoài", topic = "", status = "", cumulative = true, period_start = "2016-01-01", period_end = "2020-12-31", text = "18.600 tấn xoài", sentence = "Từ năm 2016 đến cuối năm 2020, huyện đã kết nối tiêu thụ 18.600 tấn xoài." },
  { value = 16800, measure = "xoài", unit = "tấn xoài", topic = "", status = "", cumulative = true, period_start = "2016-01-01", period_end = "2021-12-24", text = "16.800 tấn xoài", sentence = "Từ năm 2016 đến tháng 12/2021, huyện đã kết nối tiêu thụ 16.800 tấn xoài." },
]

[[case]]
says = "what scholarships were worth since 2015; more of them, and less money"
expect = ["agrees", "differs"]
articles = [{ id = "a", published_on = "2021-10-20" }, { id = "b", published_on = "2022-10-21" }]
figures = [
  { article = "a", value = 6840, measure = "suất học bổng", unit = "suất học bổng", topic = "", status = "", cumulative = true, period_start = "2015-01-01", period_end = "2021-10-20", text = "6.840 suất học bổng", sentence = "Từ năm 2015 đến nay, huyện trao 6.840 suất học bổng, tổng số tiền 5,2 tỷ đồng." },
  { article = "b", value = 7310, measure = "suất học bổng", unit = "suất học bổng", topic = "", status = "", cumulative = true, period_start = "2015-01-01", period_end = "2022-10-21", text = "7.310 suất học bổng", sentence = "Từ năm 2015 đến nay, huyện trao 7.310 suất học bổng, tổng số tiền 4,7 tỷ đồng." },
]
money = [
  { article = "a", amount = 5200000000, basis = "total", items = 0, cumulative = true, period_start = "2015-01-01", period_end = "2021-10-20", text = "5,2 tỷ đồng", sentence = "Từ năm 2015 đến nay, huyện trao 6.840 suất học bổng, tổng số tiền 5,2 tỷ đồng." },
  { article = "b", amount = 4700000000, basis = "total", items = 0, cumulative = true, period_start = "2015-01-01", period_end = "2022-10-21", text = "4,7 tỷ đồng", sentence = "Từ năm 2015 đến nay, huyện trao 7.310 suất học bổng, tổng số tiền 4,7 tỷ đồng." },
]
*/
-- From when on it is counted: a day, or what began then ("từ khi phát động phong trào").
WITH likely AS (
    SELECT *, coalesce(CAST(runs_from(period_start, sentence) AS VARCHAR), nullif(lower(first_beginning(sentence)), '')) AS since FROM works
    WHERE cumulative AND article NOT IN (SELECT article FROM copies)
),
several AS (
    SELECT measure, dimension, unit_key, since FROM likely WHERE since IS NOT NULL GROUP BY ALL HAVING count(DISTINCT period_end) > 1
),
-- In one article the start may be told once for all.
several_here AS (
    SELECT article, measure, dimension, unit_key FROM likely GROUP BY ALL HAVING count(DISTINCT period_end) > 1 AND count(DISTINCT since) <= 1 AND bool_or(since IS NULL)
),
-- What is kept may become less; what was once done cannot.
acted AS MATERIALIZED (
    SELECT *, list_filter(deed.marks, lambda m: NOT says_accrued(m) AND NOT (m = 'tiếp tục' AND says_accrued(deed.ahead))) AS narrowed
    FROM (
        SELECT d.*, deed_of(d.told.sentence, d.told.text, d.told.thing, d.told.measure, a.text, d.told.start) AS deed
        FROM (
            SELECT * FROM likely SEMI JOIN several s ON s.measure = likely.measure AND s.dimension = likely.dimension AND s.unit_key = likely.unit_key AND s.since = likely.since
            UNION
            SELECT * FROM likely SEMI JOIN several_here s ON s.article = likely.article AND s.measure = likely.measure AND s.dimension = likely.dimension AND s.unit_key = likely.unit_key
        ) d JOIN articles a ON a.id = d.article
        WHERE year_told(d.sentence, d.text, a.text, d."start") <> '' AND NOT tells_of_smaller(d.sentence, d.text, d.place_level)
            AND (TRY_CAST(d.since AS DATE) IS NULL OR contains(d.sentence, CAST(year(TRY_CAST(d.since AS DATE)) AS VARCHAR)))
    )
    WHERE deed.verb NOT IN ('', 'tham gia', 'quản lý', 'duy trì')
),
-- Each against the last one before it that it must hold.
deeds AS (
    SELECT l AS l, e AS e FROM acted l JOIN acted e ON e.measure = l.measure AND e.dimension = l.dimension AND e.unit_key = l.unit_key AND e.deed.verb = l.deed.verb
    WHERE e.period_end < l.period_end AND is_within(e.deed, l.deed, e.narrowed, l.narrowed) AND l.deed.doer <> '?'
        AND (e.since = l.since OR e.article = l.article AND (e.since IS NULL OR l.since IS NULL OR e.since = l.since))
    QUALIFY row_number() OVER (PARTITION BY l.article, l.nr, l.measure ORDER BY e.period_end DESC, e.highest DESC, e.article, e.nr) = 1
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
-- A list under one head: "Lũy kế từ năm 2013: - Đến hết năm 2018: 321 mô hình. - Đến hết năm 2019: 296 mô hình".
in_rows AS (
    SELECT c.*, o.nth, lag(c) OVER line AS e, lag(o.nth) OVER line AS e_nth, o.ahead, lag(o.ahead) OVER line AS e_ahead, a.text AS body
    FROM claims c JOIN in_order o ON o.article = c.article AND o.nr = c.nr AND NOT o.is_money JOIN articles a ON a.id = c.article
    WHERE c.cumulative AND NOT c.is_rate AND c.of IS NULL AND c.change_direction IS NULL AND c.dimension <> '%' AND c.status IS DISTINCT FROM 'planned'
        AND c.article NOT IN (SELECT article FROM copies)
    WINDOW line AS (PARTITION BY c.article, c.measure, c.dimension, c.unit_key, c.status, c.field, c.holder, c.level ORDER BY c."start")
),
all_steps AS (
    SELECT article, value, high, bound, lowest, highest, span, confidence, published_on, period_end, values,
        e_article, e_lowest, e_value, e_high, e_bound, e_span, e_confidence, e_published, e_end, e_values
    FROM steps
    UNION ALL
    SELECT l.article, l.value, l.high, l.bound, l.lowest, l.highest, l.span, l.confidence, l.published_on, l.period_end, 1,
        e.article, e.lowest, e.value, e.high, e.bound, e.span, e.confidence, e.published_on, e.period_end, 1
    FROM deeds
    UNION ALL
    SELECT r.article, r.value, r.high, r.bound, r.lowest, r.highest, r.span, r.confidence, r.published_on, r.period_end, 1,
        r.article, e.lowest, e.value, e.high, e.bound, e.span, e.confidence, e.published_on, e.period_end, 1
    FROM in_rows r
    WHERE nth = e_nth + 1 AND says_until(ahead) AND says_until(e_ahead) AND e.period_end < r.period_end
        AND says_summed_up(substr(body, greatest(1, e."start" - 400), least(400, e."start"))) AND NOT says_kept(substr(body, greatest(1, e."start" - 400), least(400, e."start")))
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
    FROM all_steps WHERE e_end < period_end
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
