/*
severity = "note"

[title]
en = "A page that changed a number after it had been published"
vi = "Trang đã sửa số liệu sau khi đăng"

[message]
en = "“{text}” stood as “{before}” in an earlier reading of this page; the sentence is otherwise the same"
vi = "“{text}” ở lần đọc trước là “{before}”; phần còn lại của câu không đổi"

[settle]
en = "a notice of correction on the page, or the report behind it"
vi = "thông báo đính chính trên trang, hoặc báo cáo gốc"

[[case]]
says = "the same article, one number replaced"
expect = ["differs"]
articles = [{ id = "a", published_on = "2023-01-05" }]
figures = [{ value = 138, text = "138 mô hình" }]
earlier_articles = [{ id = "a", published_on = "2023-01-05" }]
earlier_figures = [{ value = 183, text = "183 mô hình" }]

[[case]]
says = "one address, read twice, one number of two replaced"
expect = ["agrees", "differs"]
articles = [
  { id = "a", url = "https://x.vn/1", run = 1, text = "Huyện có 183 mô hình. Xã có 12 mô hình." },
  { id = "b", url = "https://x.vn/1", run = 2, text = "Huyện có 138 mô hình. Xã có 12 mô hình." },
]
figures = [
  { article = "a", value = 183, text = "183 mô hình", sentence = "Huyện có 183 mô hình." },
  { article = "a", value = 12, text = "12 mô hình", sentence = "Xã có 12 mô hình." },
  { article = "b", value = 138, text = "138 mô hình", sentence = "Huyện có 138 mô hình." },
  { article = "b", value = 12, text = "12 mô hình", sentence = "Xã có 12 mô hình." },
]

[[case]]
says = "a sum of money replaced"
expect = ["differs"]
articles = [{ id = "a" }]
money = [{ amount = 42000000, text = "42 triệu đồng" }]
earlier_articles = [{ id = "a" }]
earlier_money = [{ amount = 46000000, text = "46 triệu đồng" }]

[[case]]
says = "the same text read by other rules is no revision"
expect = []
articles = [{ id = "a", text = "Huyện có 138 mô hình." }]
figures = [{ value = 138, text = "138 mô hình" }]
earlier_articles = [{ id = "a", text = "Huyện có 138 mô hình." }]
earlier_figures = [{ value = 13, text = "138 mô hình" }]

[[case]]
says = "the text grew, the number stayed"
expect = ["agrees"]
articles = [{ id = "a", text = "Huyện có 138 mô hình. Ảnh: Minh." }]
figures = [{ value = 138, text = "138 mô hình" }]
earlier_articles = [{ id = "a", text = "Huyện có 138 mô hình." }]
earlier_figures = [{ value = 138, text = "138 mô hình" }]

[[case]]
says = "two articles of one site"
expect = []
articles = [{ id = "a", source = "x.vn", title = "Tổng kết" }, { id = "b", source = "x.vn", title = "Sơ kết" }]
figures = [{ article = "a", value = 138 }, { article = "b", value = 140 }]

[[case]]
says = "the sentence was written anew"
expect = ["unclear"]
articles = [{ id = "a" }]
figures = [{ value = 138, sentence = "Huyện hiện có 138 mô hình." }]
earlier_articles = [{ id = "a", text = "Trước đây. " }]
earlier_figures = [{ value = 183, sentence = "Cả huyện xây dựng 183 mô hình." }]

[[case]]
says = "one title, mended a day later, of one day"
expect = ["differs"]
articles = [
  { id = "a", title = "Bình Liêu: Ngày hội đại đoàn kết", published_on = "2018-11-12", text = "Ngày 11/11/2018, huyện trao 46 phần quà." },
  { id = "b", title = "Bình Liêu: Ngày hội đại đoàn kết", published_on = "2018-11-13", text = "Ngày 11/11/2018, huyện trao 64 phần quà." },
]
dates = [
  { article = "a", date_start = "2018-11-11", date_end = "2018-11-11", text = "Ngày 11/11/2018" },
  { article = "b", date_start = "2018-11-11", date_end = "2018-11-11", text = "Ngày 11/11/2018" },
]
figures = [
  { article = "a", value = 46, text = "46 phần quà", unit = "phần quà", sentence = "Ngày 11/11/2018, huyện trao 46 phần quà." },
  { article = "b", value = 64, text = "64 phần quà", unit = "phần quà", sentence = "Ngày 11/11/2018, huyện trao 64 phần quà." },
]

[[case]]
says = "one title, two days later, said to be an update, that tells of no day"
expect = ["differs"]
articles = [
  { id = "a", title = "Bình Liêu hiến đất", published_on = "2018-11-12", text = "Bình Liêu hiến đất. 12/11/2018. Huyện có 46 hộ." },
  { id = "b", title = "Bình Liêu hiến đất", published_on = "2018-11-14", text = "Bình Liêu hiến đất. Cập nhật: 14/11/2018. Huyện có 64 hộ." },
]
figures = [
  { article = "a", value = 46, text = "46 hộ", unit = "hộ", sentence = "Huyện có 46 hộ." },
  { article = "b", value = 64, text = "64 hộ", unit = "hộ", sentence = "Huyện có 64 hộ." },
]

[[case]]
says = "a bulletin of every day under one title"
expect = []
articles = [
  { id = "a", title = "Tình hình ngập lụt trong ngày", published_on = "2018-11-12", text = "Ngày 11/11/2018, huyện trao 46 phần quà." },
  { id = "b", title = "Tình hình ngập lụt trong ngày", published_on = "2018-11-13", text = "Ngày 12/11/2018, huyện trao 64 phần quà." },
]
dates = [
  { article = "a", date_start = "2018-11-11", date_end = "2018-11-11", text = "Ngày 11/11/2018" },
  { article = "b", date_start = "2018-11-12", date_end = "2018-11-12", text = "Ngày 12/11/2018" },
]
figures = [
  { article = "a", value = 46, text = "46 phần quà", unit = "phần quà", sentence = "Ngày 11/11/2018, huyện trao 46 phần quà." },
  { article = "b", value = 64, text = "64 phần quà", unit = "phần quà", sentence = "Ngày 12/11/2018, huyện trao 64 phần quà." },
]
*/
WITH pages AS (
    SELECT id, run, body_hash, published_on, CASE WHEN url <> '' THEN url
        -- Files bear names of their own: one title and one day, or a few days for "cập nhật", are one page.
        WHEN title <> '' AND published_on IS NOT NULL THEN regexp_replace(title, '[0-9][0-9.,]*', '#', 'g')
        ELSE page_of(url, source, title, published) END AS page,
        url <> '' AS has_address, says_updated(left(text, 300)) AS is_update
    FROM articles
),
-- The days that an article tells of: a bulletin of every day has one title too.
told_days AS (
    SELECT article, list_sort(list_distinct(list(date_start))) AS days FROM dates
    WHERE role = 'event' AND grain = 'day' AND NOT inferred GROUP BY article
),
-- The reading of a page that went before: of the same article, or of the same page under an id of its own.
versions AS (
    SELECT id AS newer, arg_max(id, replaced_by) AS older, max(replaced_by) AS replaced_by
    FROM history.articles h JOIN pages USING (id)
    WHERE h.body_hash <> pages.body_hash
    GROUP BY ALL
),
before AS (
    SELECT v.newer, v.older, NULL AS kept, f.sentence, f.text, f.unit, f.value, f.high, f.bound, f."start", f."end"
    FROM versions v JOIN history.figures f ON f.article = v.older AND f.replaced_by = v.replaced_by
    UNION ALL
    SELECT v.newer, v.older, NULL, m.sentence, m.text, m.currency, m.amount, m.high, m.bound, m."start", m."end"
    FROM versions v JOIN history.money m ON m.article = v.older AND m.replaced_by = v.replaced_by
),
readings AS (
    SELECT p.id AS newer, p.older
    FROM (
        SELECT *, lag(id) OVER line AS older, lag(published_on) OVER line AS older_on, lag(is_update) OVER line AS older_is_update
        FROM pages WHERE page IS NOT NULL
        WINDOW line AS (PARTITION BY page ORDER BY run, published_on, id)
    ) p
    LEFT JOIN told_days n ON n.article = p.id LEFT JOIN told_days o ON o.article = p.older
    WHERE p.has_address OR p.published_on IS NULL OR p.published_on = p.older_on
        OR abs(date_diff('day', p.older_on, p.published_on)) <= 3 AND n.days = o.days
        -- The later one is said to be an update, the earlier one is not: no bulletin of every day.
        OR date_diff('day', p.older_on, p.published_on) BETWEEN 0 AND 7 AND p.is_update AND NOT p.older_is_update
),
now AS (
    SELECT article, sentence, text, unit, value, high, bound, "start", "end" FROM figures
    UNION ALL
    SELECT article, sentence, text, currency, amount, high, bound, "start", "end" FROM money
),
read_before AS (
    FROM before
    UNION ALL
    SELECT p.newer, p.older, p.older, n.sentence, n.text, n.unit, n.value, n.high, n.bound, n."start", n."end"
    FROM readings p JOIN now n ON n.article = p.older
),
old_numbers AS (
    SELECT *, wording_of(sentence) AS wording,
        row_number() OVER (PARTITION BY newer, older, wording_of(sentence) ORDER BY "start", "end") AS place
    FROM read_before
),
new_numbers AS (
    SELECT *, wording_of(sentence) AS wording,
        row_number() OVER (PARTITION BY article, wording_of(sentence) ORDER BY "start", "end") AS place
    FROM now WHERE article IN (SELECT newer FROM read_before)
)
SELECT CASE WHEN n.article IS NULL THEN 'unclear' WHEN n.value = o.value AND n.high IS NOT DISTINCT FROM o.high THEN 'agrees'
        ELSE 'differs' END AS outcome,
    CASE WHEN n.article IS NULL THEN 'reworded' END AS reason,
    concat_ws('|', o.newer, coalesce(n."start", o."start"), o.kept) AS key,
    list_filter([
        span_of(o.newer, n."start", n."end", n.text),
        span_of(o.kept, o."start", o."end", o.text)
    ], lambda s: s.article IS NOT NULL AND s.text IS NOT NULL) AS spans,
    in_words(n.value, n.high, n.bound) AS stated,
    in_words(o.value, o.high, o.bound) AS computed,
    n.text AS text, o.text AS before
FROM old_numbers o
LEFT JOIN new_numbers n ON n.article = o.newer AND n.wording = o.wording AND n.place = o.place AND n.unit = o.unit
