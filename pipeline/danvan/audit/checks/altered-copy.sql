/*
severity = "warning"

[title]
en = "One article on two sites, with two numbers in one sentence"
vi = "Một bài trên hai trang, cùng một câu mà hai con số"

[message]
en = "{stated} here, but {computed} in {other_source} ({other_day}), in a sentence that is the same word for word. {source} ({day})"
vi = "Ở đây là {stated}, còn {other_source} ({other_day}) viết {computed}, trong một câu giống nhau từng chữ. {source} ({day})"

[settle]
en = "the report that both were written from, or the page that was mended last"
vi = "báo cáo gốc của cả hai bài, hoặc trang được sửa sau cùng"

[[case]]
says = "a paper prints another number under the same title a day later"
expect = ["differs"]
articles = [
  { id = "a", title = "Thạch Hà tổng kết dân vận khéo", source = "x.vn", published_on = "2023-01-05" },
  { id = "b", title = "Thạch Hà tổng kết dân vận khéo", source = "y.vn", published_on = "2023-01-06" },
]
copies = [{ article = "b", canonical = "a", changed = true }]
figures = [
  { article = "a", value = 138, sentence = "Huyện có 138 mô hình" }, { article = "b", value = 183, sentence = "Huyện có 183 mô hình" },
]

[[case]]
says = "a copy word for word"
expect = ["agrees"]
articles = [
  { id = "a", title = "Thạch Hà tổng kết dân vận khéo", source = "x.vn", published_on = "2023-01-05" },
  { id = "b", title = "Thạch Hà tổng kết dân vận khéo", source = "y.vn", published_on = "2023-01-06" },
]
copies = [{ article = "b", canonical = "a" }]
figures = [
  { article = "a", value = 138, sentence = "Huyện có 138 mô hình" }, { article = "b", value = 138, sentence = "Huyện có 138 mô hình" },
]

[[case]]
says = "the second number of the sentence is another one"
expect = ["agrees", "differs"]
articles = [
  { id = "a", title = "Thạch Hà tổng kết dân vận khéo", source = "x.vn", published_on = "2023-01-05" },
  { id = "b", title = "Thạch Hà tổng kết dân vận khéo", source = "y.vn", published_on = "2023-01-05" },
]
copies = [{ article = "b", canonical = "a", changed = true }]
figures = [
  { article = "a", value = 9, unit = "xã", sentence = "9 xã có 41 mô hình" }, { article = "a", value = 41, sentence = "9 xã có 41 mô hình" },
  { article = "b", value = 9, unit = "xã", sentence = "9 xã có 14 mô hình" }, { article = "b", value = 14, sentence = "9 xã có 14 mô hình" },
]

[[case]]
says = "other months, other titles, one site: a later report may well have another number"
expect = []
articles = [
  { id = "a", title = "Thạch Hà tổng kết dân vận khéo", source = "x.vn", published_on = "2023-01-05" },
  { id = "b", title = "Thạch Hà tổng kết dân vận khéo", source = "y.vn", published_on = "2023-03-06" },
  { id = "c", title = "Thạch Hà: thêm nhiều mô hình mới", source = "z.vn", published_on = "2023-01-06" },
  { id = "d", title = "Thạch Hà tổng kết dân vận khéo", source = "x.vn", published_on = "2023-01-06" },
]
copies = [
  { article = "b", canonical = "a", changed = true }, { article = "c", canonical = "a", changed = true },
  { article = "d", canonical = "a", changed = true },
]
figures = [
  { article = "a", value = 138, sentence = "Huyện có 138 mô hình" }, { article = "b", value = 183, sentence = "Huyện có 183 mô hình" },
  { article = "c", value = 184, sentence = "Huyện có 184 mô hình" }, { article = "d", value = 185, sentence = "Huyện có 185 mô hình" },
]

[[case]]
says = "a number that may have been read wrongly"
expect = ["unclear"]
articles = [
  { id = "a", title = "Thạch Hà tổng kết dân vận khéo", source = "x.vn", published_on = "2023-01-05" },
  { id = "b", title = "Thạch Hà tổng kết dân vận khéo", source = "y.vn", published_on = "2023-01-06" },
]
copies = [{ article = "b", canonical = "a", changed = true }]
figures = [
  { article = "a", value = 138, sentence = "Huyện có 138 mô hình" },
  { article = "b", value = 183, sentence = "Huyện có 183 mô hình", confidence = 0.4 },
]

[[case]]
says = "a number that the other one tells elsewhere"
expect = []
articles = [
  { id = "a", title = "Thạch Hà tổng kết dân vận khéo", source = "x.vn", published_on = "2023-01-05" },
  { id = "b", title = "Thạch Hà tổng kết dân vận khéo", source = "y.vn", published_on = "2023-01-06" },
]
copies = [{ article = "b", canonical = "a" }]
figures = [
  { article = "a", value = 138, sentence = "Huyện có 138 mô hình" }, { article = "a", value = 140, sentence = "Đến nay là 140 mô hình" },
  { article = "b", value = 140, sentence = "Huyện có 140 mô hình" },
]
*/
-- Certain only: both print one title of its own within three days, the sentence is the same but for its numbers, the
-- number stands at the same place in it, and the other article has it nowhere.
WITH numbers AS (
    SELECT article, sentence, text, lower(unit) AS unit, value, high, "start", "end", confidence FROM figures
    UNION ALL
    SELECT article, sentence, text, currency, amount, high, "start", "end", confidence FROM money
),
placed AS (
    SELECT *, regexp_replace(sentence, '[0-9]+([.,][0-9]+)*', '#', 'g') AS wording,
        row_number() OVER (PARTITION BY article, sentence ORDER BY "start", "end") AS place
    FROM numbers
    WHERE article IN (SELECT article FROM copies UNION ALL SELECT canonical FROM copies)
),
pairs AS (
    SELECT c.article, c.canonical, a.source, o.source AS other_source, a.published_on, o.published_on AS other_on
    FROM copies c JOIN articles a ON a.id = c.article JOIN articles o ON o.id = c.canonical
    WHERE a.source <> o.source AND coalesce(a.url, '') <> coalesce(o.url, '-')
        AND length(a.title) >= 15 AND abs(date_diff('day', a.published_on, o.published_on)) <= 3
        AND regexp_replace(a.title, '[0-9][0-9.,]*', '#', 'g') = regexp_replace(o.title, '[0-9][0-9.,]*', '#', 'g')
)
SELECT CASE WHEN n.value = m.value AND n.high IS NOT DISTINCT FROM m.high THEN 'agrees'
        WHEN least(n.confidence, m.confidence) < 0.6 THEN 'unclear' ELSE 'differs' END AS outcome,
    CASE WHEN (n.value <> m.value OR n.high IS DISTINCT FROM m.high) AND least(n.confidence, m.confidence) < 0.6
        THEN 'doubtful_reading' END AS reason,
    concat_ws('|', p.article, p.canonical, n.wording, n.place) AS key,
    [{'article': n.article, 'start': n."start", 'end': n."end", 'text': n.text},
     {'article': m.article, 'start': m."start", 'end': m."end", 'text': m.text}] AS spans,
    n.text AS stated, m.text AS computed,
    p.source, p.other_source, day_in_words(p.published_on) AS day, day_in_words(p.other_on) AS other_day
FROM pairs p
JOIN placed n ON n.article = p.article
JOIN placed m ON m.article = p.canonical AND m.wording = n.wording AND m.place = n.place AND m.unit = n.unit
WHERE n.value = m.value AND n.high IS NOT DISTINCT FROM m.high
    OR (NOT EXISTS (SELECT 1 FROM placed x WHERE x.article = m.article AND x.unit = n.unit AND x.value = n.value)
        AND NOT EXISTS (SELECT 1 FROM placed x WHERE x.article = n.article AND x.unit = m.unit AND x.value = m.value))
