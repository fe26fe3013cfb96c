/*
severity = "note"

[title]
en = "One body under another lead, byline or date"
vi = "Cùng một nội dung đăng lại dưới lời dẫn, tác giả hoặc ngày khác"

[message]
en = "{share} % of what is told here stands in {other_source} ({other_day}) as well; its facts are counted once{but_en}. {source} ({day})"
vi = "{share} % nội dung ở đây đã có trong {other_source} ({other_day}); số liệu chỉ tính một lần{but_vi}. {source} ({day})"

[settle]
en = "nothing to settle: only where both are taken as independent would a number be counted twice"
vi = "không cần làm rõ: chỉ sai khi coi hai bài là hai nguồn độc lập rồi tính số hai lần"

[[case]]
says = "the same sentences under another date"
expect = ["differs"]
articles = [
  { id = "a", title = "Tổng kết", published_on = "2023-01-05" }, { id = "b", title = "Huyện Thạch Hà tổng kết", published_on = "2023-01-09" },
]
copies = [{ article = "b", canonical = "a", share = 0.92 }]
figures = [{ article = "a", value = 138 }, { article = "b", value = 138 }]

[[case]]
says = "the same text on two sites, one of them undated"
expect = ["differs"]
articles = [{ id = "a", source = "x.vn", text = "Năm qua.", published_on = "2023-01-05" }, { id = "b", source = "y.vn", text = "Năm qua." }]
copies = [{ article = "b", canonical = "a", share = 1.0 }]

[[case]]
says = "two articles of their own"
expect = []
articles = [{ id = "a", published_on = "2023-01-05" }, { id = "b", published_on = "2023-01-09" }]
figures = [{ article = "a", value = 138 }, { article = "b", value = 138 }]

[[case]]
says = "one number in common"
expect = []
figures = [{ article = "a", value = 138 }, { article = "b", value = 138 }, { article = "b", value = 17 }]

[[case]]
says = "one page alone"
expect = []
figures = [{ value = 138 }]

[[case]]
says = "one page read twice"
expect = ["unclear"]
articles = [
  { id = "a", url = "https://x.vn/1", published_on = "2023-01-05" }, { id = "b", url = "https://x.vn/1", published_on = "2023-01-05" },
]
copies = [{ article = "b", canonical = "a" }]
figures = [{ article = "a", value = 138 }, { article = "b", value = 138 }]
[[case]]
says = "the same sentences, one number of them another one"
expect = ["differs"]
articles = [
  { id = "a", source = "x.vn", title = "Tổng kết", published_on = "2023-01-05" },
  { id = "b", source = "y.vn", title = "Tổng kết", published_on = "2023-01-06" },
]
copies = [{ article = "b", canonical = "a", share = 0.97, changed = true }]
figures = [
  { article = "a", value = 138, text = "138 mô hình", sentence = "Huyện có 138 mô hình" },
  { article = "b", value = 183, text = "183 mô hình", sentence = "Huyện có 183 mô hình" },
]

*/
-- The number that stands otherwise in a sentence that is else the same word for word; without one the first sentence
-- with a number that both have; without that, how the texts begin.
WITH numbers AS (
    SELECT article, sentence, text, lower(unit) AS unit, "start", "end",
        wording_of(sentence) AS wording,
        row_number() OVER (PARTITION BY article, sentence ORDER BY "start", "end") AS place
    FROM figures
    WHERE article IN (SELECT article FROM copies WHERE changed UNION ALL SELECT canonical FROM copies WHERE changed)
),
altered AS (
    SELECT c.article, c.canonical, arg_min(pair_of(n, m), n."start") AS pair
    FROM copies c
    JOIN numbers n ON n.article = c.article
    JOIN numbers m ON m.article = c.canonical AND m.wording = n.wording AND m.place = n.place AND m.unit = n.unit
    WHERE m.text <> n.text AND NOT EXISTS (SELECT 1 FROM numbers x WHERE x.article = c.canonical AND x.text = n.text)
    GROUP BY c.article, c.canonical
),
shared AS (
    SELECT c.article, c.canonical, arg_min(pair_of(f, g), f."start") AS pair
    FROM copies c
    JOIN figures f ON f.article = c.article
    JOIN figures g ON g.article = c.canonical AND g.sentence = f.sentence AND g.text = f.text
    GROUP BY c.article, c.canonical
),
paired AS (
    SELECT c.article, c.canonical, c.share, a.source, o.source AS other_source, a.published_on, o.published_on AS other_on,
        coalesce(page_of(a.url, a.source, a.title, a.published) = page_of(o.url, o.source, o.title, o.published), false) AS same_page,
        w.pair IS NOT NULL AS changed, coalesce(w.pair, s.pair, {
            'own': span_of(a.id, 0, least(60, length(a.text)), a.text[:60]),
            'other': span_of(o.id, 0, least(60, length(o.text)), o.text[:60])
        }) AS pair
    FROM copies c
    JOIN articles a ON a.id = c.article
    JOIN articles o ON o.id = c.canonical
    LEFT JOIN altered w ON w.article = c.article AND w.canonical = c.canonical
    LEFT JOIN shared s ON s.article = c.article AND s.canonical = c.canonical
)
SELECT CASE WHEN same_page THEN 'unclear' ELSE 'differs' END AS outcome,
    CASE WHEN same_page THEN 'same_page' END AS reason,
    concat_ws('|', article, canonical) AS key,
    [pair.own, pair.other] AS spans,
    CAST(round(100 * share) AS INTEGER) || ' %' AS stated,
    CAST(NULL AS VARCHAR) AS computed,
    CAST(floor(100 * share) AS INTEGER) AS share,
    CASE WHEN changed THEN '; but it says ' || pair.own.text || ', that one ' || pair.other.text ELSE '' END AS but_en,
    CASE WHEN changed THEN '; nhưng bài này viết ' || pair.own.text || ', bài kia viết ' || pair.other.text ELSE '' END AS but_vi,
    coalesce(source, article) AS source, coalesce(other_source, canonical) AS other_source,
    coalesce(day_in_words(published_on), '?') AS day, coalesce(day_in_words(other_on), '?') AS other_day
FROM paired
