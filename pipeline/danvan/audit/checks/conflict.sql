/*
severity = "warning"

[title]
en = "Two articles that give different numbers for the same unit and period"
vi = "Hai bài đưa số khác nhau cho cùng địa bàn và thời gian"

[message]
en = "{unit_name}, {period}: {own_en}“{span_text}” ({day}) here, {other_en}“{other_text}” ({other_day}) in another article"
vi = "{unit_name}, {period}: bài này ghi {own_vi}“{span_text}” ({day}), bài khác ghi {other_vi}“{other_text}” ({other_day})"

[settle]
en = "the reports behind the two articles: which day and which kinds of models each one counts"
vi = "báo cáo gốc của hai bài: mỗi số tính đến ngày nào và gồm những loại mô hình nào"

[[case]]
says = "two numbers for one year that is over"
expect = ["differs"]
articles = [{ id = "a", published_on = "2023-01-05" }, { id = "b", published_on = "2023-02-20" }]
figures = [{ article = "a", value = 138 }, { article = "b", value = 183 }]

[[case]]
says = "a later report of the same year falls"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-06-05" }, { id = "b", published_on = "2022-12-20" }]
figures = [{ article = "a", value = 138, status = "registered" }, { article = "b", value = 121, status = "registered" }]

[[case]]
says = "two numbers for one field"
expect = ["differs"]
articles = [{ id = "a", published_on = "2023-01-05" }, { id = "b", published_on = "2023-01-06" }]
figures = [
  { article = "a", value = 138 }, { article = "a", value = 34, field = "economy", part_of = 0, partition = true, list = 0 },
  { article = "a", value = 104, field = "other", part_of = 0, partition = true, list = 0 },
  { article = "b", value = 43, field = "economy" },
]

[[case]]
says = "three articles, one of them different"
expect = ["agrees", "differs"]
articles = [
  { id = "a", published_on = "2023-01-05" }, { id = "b", published_on = "2023-02-20" }, { id = "c", published_on = "2023-03-01" },
]
figures = [{ article = "a", value = 138 }, { article = "b", value = 138 }, { article = "c", value = 132 }]

[[case]]
says = "the same number, and a bound that allows it"
expect = ["agrees", "agrees"]
articles = [
  { id = "a", published_on = "2023-01-05" }, { id = "b", published_on = "2023-02-20" }, { id = "c", published_on = "2023-03-01" },
]
figures = [
  { article = "a", value = 138 }, { article = "b", value = 138 }, { article = "c", value = 140, bound = "less_than" },
]

[[case]]
says = "other status, other period, other unit, other level: nothing to compare"
expect = []
articles = [
  { id = "a", published_on = "2023-01-05" }, { id = "b", published_on = "2023-02-20" }, { id = "c", published_on = "2023-03-01" },
  { id = "d", published_on = "2023-03-02" }, { id = "e", published_on = "2023-03-03" },
]
figures = [
  { article = "a", value = 138 }, { article = "b", value = 150, status = "registered" },
  { article = "c", value = 90, period_start = "2021-01-01", period_end = "2021-12-31" },
  { article = "d", value = 70, place_code = "446", place_name = "Cẩm Xuyên", district = "Cẩm Xuyên" },
  { article = "e", value = 15, level = "province" },
]

[[case]]
says = "a subset is no total"
expect = []
articles = [{ id = "a", published_on = "2023-01-05" }, { id = "b", published_on = "2023-02-20" }]
figures = [
  { article = "a", value = 138 }, { article = "b", value = 150, status = "registered" },
  { article = "b", value = 15, part_of = 0, partition = false, list = 0, status = "built" },
]

[[case]]
says = "a copy says the same, which is no second witness"
expect = []
articles = [{ id = "a", published_on = "2023-01-05" }, { id = "b", published_on = "2023-02-20" }]
copies = [{ article = "b", canonical = "a" }]
figures = [{ article = "a", value = 138 }, { article = "b", value = 138 }]

[[case]]
says = "a page without a date of publication"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2023-01-05" }, { id = "b" }]
figures = [{ article = "a", value = 138 }, { article = "b", value = 183 }]

[[case]]
says = "a later stage of the year"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2022-06-05" }, { id = "b", published_on = "2022-12-20" }]
figures = [{ article = "a", value = 100 }, { article = "b", value = 138 }]

[[case]]
says = "one article has two numbers itself"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2023-01-05" }, { id = "b", published_on = "2023-01-06" }]
figures = [{ article = "a", value = 138 }, { article = "b", value = 150 }, { article = "b", value = 12 }]

[[case]]
says = "the models of one body"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2023-01-05" }, { id = "b", published_on = "2023-01-06" }]
figures = [
  { article = "a", value = 138 },
  { article = "b", value = 15, sentence = "Hội Nông dân huyện có 15 mô hình" },
]

[[case]]
says = "a round number may be rounded"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2023-01-05" }, { id = "b", published_on = "2023-01-06" }]
figures = [{ article = "a", value = 11182 }, { article = "b", value = 11000 }]

[[case]]
says = "two readings of one page"
expect = ["unclear"]
articles = [
  { id = "a", published_on = "2023-01-05", url = "https://x.vn/1" }, { id = "b", published_on = "2023-01-05", url = "https://x.vn/1" },
]
figures = [{ article = "a", value = 138 }, { article = "b", value = 140 }]

[[case]]
says = "a commune that has grown under its old name"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2025-06-05" }, { id = "b", published_on = "2025-12-06" }]
figures = [
  { article = "a", value = 38, place_level = "commune", place_kind = "xã", period_start = "2025-01-01", period_end = "2025-12-31" },
  { article = "b", value = 30, place_level = "commune", place_kind = "xã", period_start = "2025-01-01", period_end = "2025-12-31" },
]

[[case]]
says = "gifts of one half year: the unit, the verb and the words behind are the same"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-07-14" }, { id = "b", published_on = "2022-07-16" }]
figures = [
  { article = "a", value = 250, measure = "phần quà", unit = "phần quà", topic = "", status = "", period_end = "2022-06-30", text = "250 phần quà", sentence = "Sáu tháng đầu năm 2022, huyện Thạch Hà (Hà Tĩnh) trao 250 phần quà cho gia đình chính sách." },
  { article = "b", value = 520, measure = "phần quà", unit = "phần quà", topic = "", status = "", period_end = "2022-06-30", text = "520 phần quà", sentence = "6 tháng đầu năm 2022, huyện Thạch Hà trao 520 phần quà cho gia đình chính sách." },
]

[[case]]
says = "gifts of a body, for others, and without the year"
expect = []
articles = [{ id = "a", published_on = "2022-07-14" }, { id = "b", published_on = "2022-07-16" }]
figures = [
  { article = "a", value = 250, measure = "phần quà", unit = "phần quà", topic = "", status = "", period_end = "2022-06-30", text = "250 phần quà", sentence = "6 tháng đầu năm 2022, huyện Thạch Hà trao 250 phần quà cho gia đình chính sách." },
  { article = "b", value = 520, measure = "phần quà", unit = "phần quà", topic = "", status = "", period_end = "2022-06-30", text = "520 phần quà", sentence = "6 tháng đầu năm 2022, Mặt trận huyện Thạch Hà trao 520 phần quà cho gia đình chính sách." },
  { article = "b", value = 530, measure = "phần quà", unit = "phần quà", topic = "", status = "", period_end = "2022-06-30", text = "530 phần quà", sentence = "6 tháng đầu năm 2022, huyện Thạch Hà trao 530 phần quà cho học sinh." },
  { article = "b", value = 540, measure = "phần quà", unit = "phần quà", topic = "", status = "", period_end = "2022-06-30", text = "540 phần quà", sentence = "6 tháng đầu năm, huyện Thạch Hà trao 540 phần quà cho gia đình chính sách." },
]

[[case]]
says = "how many were given a scholarship, told twice"
expect = ["differs"]
articles = [{ id = "a", published_on = "2019-12-20" }, { id = "b", published_on = "2019-12-27" }]
figures = [
  { article = "a", value = 420, measure = "học sinh", unit = "học sinh", topic = "", status = "", period_start = "2019-01-01", period_end = "2019-12-31", text = "420 học sinh", sentence = "Năm 2019, toàn huyện có 420 học sinh nghèo nhận học bổng." },
  { article = "b", value = 462, measure = "học sinh", unit = "học sinh", topic = "", status = "", period_start = "2019-01-01", period_end = "2019-12-31", text = "462 học sinh", sentence = "Nhờ vậy, năm 2019 cả huyện có 462 học sinh nghèo nhận học bổng." },
]

[[case]]
says = "how many there are, at two times"
expect = []
articles = [{ id = "a", published_on = "2019-12-20" }, { id = "b", published_on = "2019-12-27" }]
figures = [
  { article = "a", value = 420, measure = "học sinh", unit = "học sinh", topic = "", status = "", period_start = "2019-01-01", period_end = "2019-12-31", text = "420 học sinh", sentence = "Năm 2019, toàn huyện có 420 học sinh nghèo." },
  { article = "b", value = 462, measure = "học sinh", unit = "học sinh", topic = "", status = "", period_start = "2019-01-01", period_end = "2019-12-31", text = "462 học sinh", sentence = "Năm 2019 cả huyện có 462 học sinh nghèo." },
]

[[case]]
says = "two bodies of one district"
expect = []
articles = [{ id = "a", published_on = "2019-12-20" }, { id = "b", published_on = "2019-12-27" }]
figures = [
  { article = "a", value = 420, measure = "phần quà", unit = "phần quà", topic = "", status = "", period_start = "2019-01-01", period_end = "2019-12-31", text = "420 phần quà", sentence = "Năm 2019, Hội Nông dân huyện Thạch Hà trao 420 phần quà." },
  { article = "b", value = 462, measure = "phần quà", unit = "phần quà", topic = "", status = "", period_start = "2019-01-01", period_end = "2019-12-31", text = "462 phần quà", sentence = "Năm 2019, Hội Chữ thập đỏ huyện Thạch Hà trao 462 phần quà." },
]

[[case]]
says = "who reports it has posts, what was given beside it has a number of its own, and neither tells the numbers apart"
expect = ["differs"]
articles = [{ id = "a", published_on = "2023-01-05" }, { id = "b", published_on = "2023-01-12" }]
figures = [
  { article = "a", value = 12450, measure = "đất", unit = "m2 đất", topic = "", status = "", text = "12.450 m2 đất", sentence = "Theo ông Trần Văn Hùng, Chủ tịch Ủy ban MTTQ huyện, năm 2022 nhân dân toàn huyện đã hiến 12.450 m2 đất và 930 cây ăn trái." },
  { article = "b", value = 14250, measure = "đất", unit = "m2 đất", topic = "", status = "", text = "14.250 m2 đất", sentence = "Năm 2022, nhân dân toàn huyện đã hiến 14.250 m2 đất, góp 320 ngày công." },
]

[[case]]
says = "land for one thing, beside land for all"
expect = []
articles = [{ id = "a", published_on = "2023-01-05" }, { id = "b", published_on = "2023-01-12" }]
figures = [
  { article = "a", value = 12450, measure = "đất", unit = "m2 đất", topic = "", status = "", text = "12.450 m2 đất", sentence = "Năm 2022, nhân dân toàn huyện đã hiến 12.450 m2 đất và vườn cây làm đường vào ấp." },
  { article = "b", value = 14250, measure = "đất", unit = "m2 đất", topic = "", status = "", text = "14.250 m2 đất", sentence = "Năm 2022, nhân dân toàn huyện đã hiến 14.250 m2 đất, góp 320 ngày công." },
]

[[case]]
says = "one title, mended two days later"
expect = ["unclear"]
articles = [
  { id = "a", published_on = "2022-12-20", title = "Thạch Hà tổng kết công tác dân vận" },
  { id = "b", published_on = "2022-12-22", title = "Thạch Hà tổng kết công tác dân vận" },
]
figures = [
  { article = "a", value = 138, sentence = "Năm 2022, toàn huyện xây dựng 138 mô hình." },
  { article = "b", value = 183, sentence = "Năm 2022, toàn huyện xây dựng 183 mô hình." },
]
[[case]]
says = "land told in one sentence with the same road: the time is read, not printed, and one of them has a body"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-12-20" }, { id = "b", published_on = "2023-01-12" }]
figures = [
  { article = "a", value = 5860, measure = "đất", unit = "m2 đất", topic = "", status = "", text = "5.860 m2 đất", sentence = "Năm 2022, nhân dân hiến 5.860 m2 đất để mở rộng 4,7 km đường." },
  { article = "a", value = 4.7, measure = "đường", unit = "km đường", topic = "", status = "", text = "4,7 km đường", sentence = "Năm 2022, nhân dân hiến 5.860 m2 đất để mở rộng 4,7 km đường." },
  { article = "b", value = 8560, measure = "đất", unit = "m2 đất", topic = "", status = "", text = "8.560 m2 đất", sentence = "Năm qua, Mặt trận vận động nhân dân hiến 8.560 m2 đất, mở rộng 4,7 km đường." },
  { article = "b", value = 4.7, measure = "đường", unit = "km đường", topic = "", status = "", text = "4,7 km đường", sentence = "Năm qua, Mặt trận vận động nhân dân hiến 8.560 m2 đất, mở rộng 4,7 km đường." },
]

[[case]]
says = "nothing else that both tell alike, or the other number printed as well"
expect = []
articles = [{ id = "a", published_on = "2022-12-20" }, { id = "b", published_on = "2023-01-12" }, { id = "c", published_on = "2023-01-13", text = "Phụ nữ hiến 7.700 m2 đất của 5.860 m2 và 8.560 m2 đất, 4,7 km đường." }]
figures = [
  { article = "a", value = 5860, measure = "đất", unit = "m2 đất", topic = "", status = "", text = "5.860 m2 đất", sentence = "Năm 2022, nhân dân hiến 5.860 m2 đất để mở rộng 4,7 km đường." },
  { article = "a", value = 4.7, measure = "đường", unit = "km đường", topic = "", status = "", text = "4,7 km đường", sentence = "Năm 2022, nhân dân hiến 5.860 m2 đất để mở rộng 4,7 km đường." },
  { article = "b", value = 8560, measure = "đất", unit = "m2 đất", topic = "", status = "", text = "8.560 m2 đất", sentence = "Năm qua, Mặt trận vận động nhân dân hiến 8.560 m2 đất, mở rộng 9 km đường." },
  { article = "b", value = 9, measure = "đường", unit = "km đường", topic = "", status = "", text = "9 km đường", sentence = "Năm qua, Mặt trận vận động nhân dân hiến 8.560 m2 đất, mở rộng 9 km đường." },
  { article = "c", value = 7700, measure = "đất", unit = "m2 đất", topic = "", status = "", text = "7.700 m2 đất", sentence = "Năm qua, phụ nữ hiến 7.700 m2 đất, 4,7 km đường." },
  { article = "c", value = 4.7, measure = "đường", unit = "km đường", topic = "", status = "", text = "4,7 km đường", sentence = "Năm qua, phụ nữ hiến 7.700 m2 đất, 4,7 km đường." },
]

[[case]]
says = "one later report of the same facts, in the year: what was given has grown"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2022-12-05" }, { id = "b", published_on = "2022-12-28" }]
figures = [
  { article = "a", value = 2350, measure = "phần quà", unit = "phần quà", topic = "", status = "", text = "2.350 phần quà", sentence = "Năm 2022, huyện Thạch Hà trao 2.350 phần quà, xây 21 nhà, sửa 6 nhà." },
  { article = "a", value = 21, measure = "nhà", unit = "nhà", topic = "", status = "", text = "21 nhà", sentence = "Năm 2022, huyện Thạch Hà trao 2.350 phần quà, xây 21 nhà, sửa 6 nhà." },
  { article = "b", value = 2450, measure = "phần quà", unit = "phần quà", topic = "", status = "", text = "2.450 phần quà", sentence = "Mặt trận huyện đã trao 2.450 phần quà, xây 21 nhà, sửa 6 nhà." },
  { article = "b", value = 21, measure = "nhà", unit = "nhà", topic = "", status = "", text = "21 nhà", sentence = "Mặt trận huyện đã trao 2.450 phần quà, xây 21 nhà, sửa 6 nhà." },
]
*/
WITH likely AS (
    SELECT * REPLACE (coalesce(period_start, DATE '0001-01-01') AS period_start), CASE WHEN period_end >= make_date(year(period_end), 12, 1) THEN make_date(year(period_end), 12, 31) ELSE period_end END AS period_to
    FROM done
    WHERE published_on IS NOT NULL AND (period_start IS NULL AND cumulative OR date_diff('day', period_start, period_end) >= 58) AND article NOT IN (SELECT article FROM copies)
        -- What grows from day to day is held against another number of the same printed day only.
        AND (NOT cumulative OR period_end <> published_on AND contains(sentence, CAST(year(period_end) AS VARCHAR)))
),
shared AS (
    SELECT unit_key, measure, dimension, period_start, period_to FROM likely GROUP BY ALL HAVING count(DISTINCT article) > 1
),
acted AS MATERIALIZED (
    SELECT l.*, deed_of(l.sentence, l.text, l.thing, l.measure, a.text, l."start") AS deed, page_of(a.url, a.source, a.title, a.published) AS page
    FROM likely l JOIN shared s USING (unit_key, measure, dimension, period_start, period_to) JOIN articles a ON a.id = l.article
    WHERE prints_year(l.sentence, l.text, a.text, l."start", l.period_end) AND NOT tells_of_smaller(l.sentence, l.text, l.place_level)
),
-- Where an article says it twice with two numbers, it is no witness.
said_once AS (
    SELECT *, row_number() OVER deed_line AS nth
    FROM (
        SELECT * FROM acted WHERE deed.verb <> '' AND deed.doer <> '?'
        QUALIFY count(DISTINCT value) OVER (PARTITION BY article, unit_key, measure, dimension, period_start, period_to, deed.verb, deed.doer, deed.marks, deed.scope) = 1
            AND row_number() OVER (PARTITION BY article, unit_key, measure, dimension, period_start, period_to, deed.verb, deed.doer, deed.marks, deed.scope ORDER BY "start") = 1
    )
    WINDOW deed_line AS (PARTITION BY unit_key, measure, dimension, period_start, period_to, deed.verb, deed.doer, deed.marks ORDER BY published_on, article, "start")
),
-- A hamlet that an article names at its head is its scene: the numbers may be that hamlet's, whatever unit publishes them.
scenes AS (
    SELECT article, list(DISTINCT lower(name)) AS hamlets FROM places WHERE level = 'hamlet' AND "start" < 350 GROUP BY article
),
-- The nearest of the three told before it that tells of the same; so a hundred articles make a hundred comparisons.
deeds AS (
    SELECT s.*, o AS other
    FROM said_once s JOIN said_once o USING (unit_key, measure, dimension, period_start, period_to)
    WHERE o.nth BETWEEN s.nth - 3 AND s.nth - 1 AND o.article <> s.article AND same_deed(s.deed, o.deed)
        -- Told of more, and yet less, is no agreement either: all the houses, and those of the veterans.
        AND (tells_the_same(o.deed, s.deed) OR takes_in(o.deed, s.deed) AND s.value > o.value
            OR takes_in(s.deed, o.deed) AND o.value > s.value)
    QUALIFY row_number() OVER (PARTITION BY s.article, s.nr, s.measure ORDER BY o.nth DESC) = 1
),
-- One event told twice: on one day, in one commune, by the same body, and no other day of late in either article.
event_days AS (
    SELECT d.article, any_value(d.date_start) AS day, any_value(a.published_on) AS published_on
    FROM dates d JOIN articles a ON a.id = d.article
    WHERE d.role = 'event' AND d.grain = 'day' AND d.confidence >= 0.6 AND date_diff('day', d.date_start, a.published_on) BETWEEN 0 AND 14
        AND d.article NOT IN (SELECT article FROM copies)
    GROUP BY d.article HAVING count(DISTINCT d.date_start) = 1
),
communes AS (
    SELECT DISTINCT article, place_code FROM places WHERE level = 'commune' AND place_code IS NOT NULL
),
meetings AS MATERIALIZED (
    SELECT DISTINCT d.article, e.article AS other, d.day
    FROM event_days d JOIN communes c ON c.article = d.article
    JOIN event_days e ON e.day = d.day JOIN communes g ON g.article = e.article AND g.place_code = c.place_code
    WHERE (e.published_on, e.article) < (d.published_on, d.article)
),
hamlets AS (
    SELECT article, list(DISTINCT lower(name)) AS hamlets FROM places WHERE level = 'hamlet' AND article IN (SELECT article FROM meetings UNION SELECT other FROM meetings) GROUP BY article
),
given AS MATERIALIZED (
    SELECT *
    FROM (
        SELECT f.*, deed_of(f.sentence, f.text, f.thing, f.measure, a.text, f."start") AS deed, page_of(a.url, a.source, a.title, a.published) AS page,
            lower(a.text) AS body, string_split(doers_in(lower(left(a.text, f."start"))), '+') AS bodies
        FROM done f JOIN articles a ON a.id = f.article
        WHERE f.period_end IS NULL AND f.article IN (SELECT article FROM meetings UNION SELECT other FROM meetings)
    )
    QUALIFY count(DISTINCT value) OVER (PARTITION BY article, measure, dimension, deed.verb) = 1
        AND row_number() OVER (PARTITION BY article, measure, dimension, deed.verb ORDER BY "start") = 1
),
told_twice AS (
    SELECT g.*, o AS other, m.day,
        g.deed.doer = o.deed.doer OR contains(g.deed.doer, o.deed.doer) AND g.value < o.value
            OR contains(o.deed.doer, g.deed.doer) AND o.value < g.value OR g.deed.doer IN ('', '?') OR o.deed.doer IN ('', '?') AS is_enough,
        says_hamlet_named(g.sentence) OR says_hamlet_named(o.sentence) OR NOT coalesce(list_has_any(s.hamlets, t.hamlets), true) AS is_of_hamlet
    FROM meetings m JOIN given g ON g.article = m.article
    JOIN given o ON o.article = m.other AND o.measure = g.measure AND o.dimension = g.dimension AND o.deed.verb = g.deed.verb
    LEFT JOIN hamlets s ON s.article = g.article LEFT JOIN hamlets t ON t.article = o.article
    -- Those who came along can only have added to it: two bodies gave 120, and one of them 150.
    -- Those who come to a meeting are the same whoever holds it. Who "the delegation" is was said before: one body of both.
    WHERE (g.deed.verb = 'tham dự' AND (contains(g.deed.doer, o.deed.doer) OR contains(o.deed.doer, g.deed.doer)) OR g.deed.verb <> '' AND CASE
            WHEN g.deed.doer NOT IN ('', '?') AND o.deed.doer NOT IN ('', '?') THEN contains(g.deed.doer, o.deed.doer) OR contains(o.deed.doer, g.deed.doer)
            ELSE list_has_any(CASE WHEN g.deed.doer IN ('', '?') THEN g.bodies ELSE string_split(g.deed.doer, '+') END,
                CASE WHEN o.deed.doer IN ('', '?') THEN o.bodies ELSE string_split(o.deed.doer, '+') END) END)
        AND list_filter(g.deed.marks, lambda k: k <> 'phối hợp') = list_filter(o.deed.marks, lambda k: k <> 'phối hợp')
        AND (g.deed.whom = '' OR o.deed.whom = '' OR starts_with(g.deed.whom, o.deed.whom) OR starts_with(o.deed.whom, g.deed.whom))
        AND (takes_in(g.deed, o.deed) AND takes_in(o.deed, g.deed)
            -- The same kind, said once for all: "trao quà Tết ... 150 suất quà".
            OR g.deed.scope = '' AND contains(g.body, split_part(o.thing, ' ', -1) || ' ' || o.deed.scope)
            OR o.deed.scope = '' AND contains(o.body, split_part(g.thing, ' ', -1) || ' ' || g.deed.scope))
),
-- Two articles that tell the same numbers of one unit and time, and one that is not the same: what both have alike bears
-- out that they tell the same facts. Three articles back at most, so a hundred articles make a hundred comparisons.
kin AS MATERIALIZED (
    SELECT s.article, o.article AS other, s.unit_key, s.period_start, s.period_to, count(DISTINCT s.measure || s.value) AS alike,
        -- 2,18 tỷ has three digits of its own, 34 has two.
        max(length(trim(regexp_replace(number_in_words(s.value), '[.,]', '', 'g'), '0'))) AS digits,
        list(DISTINCT s.sentence) AS sentences, list(DISTINCT o.sentence) AS other_sentences
    FROM (
        SELECT *, dense_rank() OVER (PARTITION BY unit_key, measure, dimension, period_start, period_to, value ORDER BY published_on, article) AS nth
        FROM likely
    ) s
    JOIN (
        SELECT *, dense_rank() OVER (PARTITION BY unit_key, measure, dimension, period_start, period_to, value ORDER BY published_on, article) AS nth
        FROM likely
    ) o USING (unit_key, measure, dimension, period_start, period_to, value)
    WHERE o.nth BETWEEN s.nth - 3 AND s.nth - 1
    GROUP BY ALL
),
of_kin AS MATERIALIZED (
    SELECT l.*, deed_of(l.sentence, l.text, l.thing, l.measure, a.text, l."start") AS deed, page_of(a.url, a.source, a.title, a.published) AS page,
        marks_of(own_words(lower(left(l.sentence, greatest(0, strpos(l.sentence, l.text) - 1)))), scope_of(lower(substr(l.sentence, strpos(l.sentence, l.text) + length(l.text))))) AS marks,
        a.text AS body
    FROM likely l JOIN articles a ON a.id = l.article
    WHERE (l.article, l.unit_key, l.period_start, l.period_to) IN (
            SELECT (article, unit_key, period_start, period_to) FROM kin UNION SELECT (other, unit_key, period_start, period_to) FROM kin)
        AND NOT is_no_result(l.sentence, l.text) AND NOT tells_of_smaller(l.sentence, l.text, l.place_level)
),
beside AS (
    SELECT s.*, o AS other, list_contains(k.sentences, s.sentence) AND list_contains(k.other_sentences, o.sentence) AS is_near
    FROM kin k
    JOIN of_kin s ON s.article = k.article AND s.unit_key = k.unit_key AND s.period_start = k.period_start AND s.period_to = k.period_to
    JOIN of_kin o ON o.article = k.other AND o.unit_key = k.unit_key AND o.period_start = k.period_start AND o.period_to = k.period_to
        AND o.measure = s.measure AND o.dimension = s.dimension AND o.value <> s.value
    WHERE (k.alike > 1 OR k.digits > 2 AND s.deed.kind = o.deed.kind AND s.deed.kind <> ''
            OR list_contains(k.sentences, s.sentence) AND list_contains(k.other_sentences, o.sentence))
        AND s.value BETWEEN 0.5 * o.value AND 2 * o.value
        AND (s.deed.verb = o.deed.verb AND s.deed.verb <> '' OR (s.deed.verb = '' OR o.deed.verb = '') AND s.measure <> 'tiền')
        AND (s.deed.doer = o.deed.doer OR s.deed.doer IN ('', '?') OR o.deed.doer IN ('', '?'))
        AND (s.deed.kind = o.deed.kind OR s.deed.kind = '' OR o.deed.kind = '')
        AND s.marks = o.marks AND (s.deed.whom = o.deed.whom OR s.deed.whom = '' OR o.deed.whom = '')
        -- Neither prints the number of the other anywhere.
        AND NOT prints_number(s.body, o.text) AND NOT prints_number(o.body, s.text)
    -- One number of each that it can be.
    QUALIFY count(*) OVER (PARTITION BY s.article, s.nr, s.measure, o.article) = 1 AND count(*) OVER (PARTITION BY o.article, o.nr, o.measure, s.article) = 1
        AND row_number() OVER (PARTITION BY s.article, s.nr, s.measure ORDER BY o.published_on DESC, o.article) = 1
),
-- A stock that is kept up is one of what there is: it may be less, and never more.
staged AS (
    SELECT * REPLACE (CASE WHEN is_stock AND status = 'maintained' THEN 'built' ELSE status END AS status), is_stock AND status = 'maintained' AS is_kept_up
    FROM wholes
    QUALIFY NOT is_kept_up OR NOT bool_or(wholes.status = 'built') OVER (PARTITION BY article, unit_key, period_from, period_to, is_stock, level, holder, field)
),
several AS (
    SELECT unit_key, period_from, period_to, is_stock, status, level, holder, field FROM staged GROUP BY ALL
    HAVING count(DISTINCT content) > 1 OR bool_or(is_copy)
),
-- Only what two articles tell is looked at closely.
doubted AS (
    SELECT w.*, problem_of(w.published_on, w.place_code, w.place_name, w.place_level, w.province, w.district, w.level, w.status, w.confidence, w.sentence,
        w.text, w.headline) AS problem
    FROM staged w JOIN several s ON s.unit_key = w.unit_key AND s.period_from = w.period_from AND s.period_to = w.period_to
        AND s.is_stock = w.is_stock AND s.status IS NOT DISTINCT FROM w.status AND s.level IS NOT DISTINCT FROM w.level
        AND s.holder IS NOT DISTINCT FROM w.holder AND s.field IS NOT DISTINCT FROM w.field
),
told AS (
    -- One number an article: the exact one goes before a bound, then the larger.
    SELECT unit_key, period_from, period_to, is_stock, status, level, holder, field, article,
        arg_max(span, CAST(bound = 'exact' AS INTEGER) * 1e9 + value) AS span,
        arg_max({'value': value, 'high': high, 'bound': bound}, CAST(bound = 'exact' AS INTEGER) * 1e9 + value) AS number,
        max(lowest) AS lowest, min(highest) AS highest, max(slack) AS slack, max(rounding_of(value)) AS rounding,
        CASE WHEN max(lowest) > min(highest) THEN 'two_numbers' ELSE min(problem) END AS problem,
        any_value(place_name) AS unit_name, min(period_start) AS period_start, max(period_end) AS period_end,
        max(as_of) AS as_of, any_value(published_on) AS published_on, any_value(page) AS page, any_value(headline) AS headline, any_value(content) AS content,
        bool_or(is_copy) AS is_copy, bool_and(year_is_printed) AS year_is_printed, any_value(place_level) AS place_level, bool_or(is_kept_up) AS is_kept_up
    FROM doubted
    GROUP BY unit_key, period_from, period_to, is_stock, status, level, holder, field, article
),
single AS (
    SELECT *, count(*) OVER (PARTITION BY unit_key, period_from, period_to, is_stock, status, level, holder, field) AS articles
    FROM told
    QUALIFY row_number() OVER (
        PARTITION BY unit_key, period_from, period_to, is_stock, status, level, holder, field, content, number
        ORDER BY published_on, article) = 1
),
-- Each is held against the one before it in time, so that a hundred articles make a hundred comparisons.
chained AS (
    SELECT *, lag(single) OVER (
        PARTITION BY unit_key, period_from, period_to, is_stock, status, level, holder, field, problem IS NULL
        ORDER BY as_of, published_on, article) AS other
    FROM single WHERE articles > 1
),
compared AS (
    SELECT *, date_diff('day', other.as_of, as_of) > 10 AS is_later,
        highest + slack >= other.lowest - other.slack AND lowest - slack <= other.highest + other.slack AS meets,
        highest + rounding >= other.lowest - other.rounding AND lowest - rounding <= other.highest + other.rounding AS nearly
    FROM chained WHERE problem IS NOT NULL OR other IS NOT NULL
),
judged AS (
    SELECT *, CASE
        WHEN problem IS NOT NULL THEN problem
        WHEN one_page(page, headline, published_on, other.page, other.headline, other.published_on) THEN 'same_page'
        WHEN meets THEN NULL
        WHEN is_kept_up AND NOT other.is_kept_up AND highest < other.lowest OR other.is_kept_up AND NOT is_kept_up AND lowest > other.highest THEN 'other_status'
        WHEN place_level <> 'district' AND other.published_on < DATE '2025-07-01' AND published_on >= DATE '2025-07-01' THEN 'grown'
        WHEN nearly THEN 'rounded'
        WHEN is_later AND lowest > other.highest
            AND (is_stock OR may_have_grown(other.highest, other.as_of, lowest, period_from, period_to)) THEN 'later_stage'
    END AS reason
    FROM compared
)
SELECT CASE WHEN reason IS NOT NULL THEN 'unclear' WHEN meets THEN 'agrees' ELSE 'differs' END AS outcome,
    reason,
    -- A stock of one printed day is held against another of that day as a year's number is.
    CASE WHEN is_stock AND NOT coalesce(period_end = other.period_end AND period_end < published_on AND other.period_end < other.published_on, false) OR is_copy AND content = other.content OR NOT year_is_printed OR NOT other.year_is_printed THEN 'note' END
        AS severity,
    concat_ws('|', article, span."start", other.article, other.span."start") AS key,
    list_filter([span, other.span], lambda one: one IS NOT NULL) AS spans,
    in_words(number.value, number.high, number.bound) AS stated,
    in_words(other.number.value, other.number.high, other.number.bound) AS computed,
    unit_name, period_in_words(period_start, period_end) AS period,
    span.text AS span_text, other.span.text AS other_text,
    day_in_words(published_on) AS day, day_in_words(other.published_on) AS other_day,
    bound_en(number.bound, span.text) AS own_en, bound_en(other.number.bound, other.span.text) AS other_en,
    bound_vi(number.bound, span.text) AS own_vi, bound_vi(other.number.bound, other.span.text) AS other_vi
FROM judged
UNION ALL
SELECT CASE WHEN one_page(page, headline, published_on, other.page, other.headline, other.published_on) THEN 'unclear' WHEN value = other.value THEN 'agrees'
        WHEN value > other.value AND other.published_on <= period_end AND date_diff('day', other.published_on, published_on) > 10
                AND may_have_grown(other.value, other.published_on, value, period_start, period_end)
            THEN 'unclear'
        WHEN guard IS NOT NULL OR abs(value - other.value) <= greatest(rounding_of(value), rounding_of(other.value)) THEN 'unclear' ELSE 'differs' END,
    CASE WHEN one_page(page, headline, published_on, other.page, other.headline, other.published_on) THEN 'same_page' WHEN value = other.value THEN NULL
        WHEN guard IS NOT NULL THEN guard
        WHEN value > other.value AND other.published_on <= period_end AND date_diff('day', other.published_on, published_on) > 10
                AND may_have_grown(other.value, other.published_on, value, period_start, period_end)
            THEN 'later_stage'
        WHEN abs(value - other.value) <= greatest(rounding_of(value), rounding_of(other.value)) THEN 'rounded' END,
    NULL,
    concat_ws('|', article, span."start", other.article, other.span."start"),
    [span, other.span],
    in_words(value, high, bound), in_words(other.value, other.high, other.bound),
    place_name, period_in_words(nullif(period_start, DATE '0001-01-01'), period_end), span.text, other.span.text,
    day_in_words(published_on), day_in_words(other.published_on), '', '', '', ''
FROM (
    SELECT d.*, CASE
        -- A correction prints the number that it takes back.
        WHEN contains(a.text, d.other.span.text) OR contains(b.text, d.span.text) THEN 'two_numbers'
        WHEN NOT coalesce(list_has_any(s.hamlets, t.hamlets), false) AND (s.hamlets IS NOT NULL AND NOT tells_of_unit(d)
            OR t.hamlets IS NOT NULL AND NOT tells_of_unit(d.other)) THEN 'other_place' END AS guard
    FROM deeds d JOIN articles a ON a.id = d.article JOIN articles b ON b.id = d.other.article
    LEFT JOIN scenes s ON s.article = d.article LEFT JOIN scenes t ON t.article = d.other.article
) WHERE other IS NOT NULL
UNION ALL
SELECT CASE WHEN reason IS NULL THEN 'differs' ELSE 'unclear' END, reason, NULL,
    concat_ws('|', article, span."start", other.article, other.span."start", 'beside'),
    [span, other.span],
    in_words(value, high, bound), in_words(other.value, other.high, other.bound),
    place_name, period_in_words(nullif(period_start, DATE '0001-01-01'), period_end), span.text, other.span.text,
    day_in_words(published_on), day_in_words(other.published_on), '', '', '', ''
FROM (
    SELECT *, CASE
        WHEN one_page(page, headline, published_on, other.page, other.headline, other.published_on) THEN 'same_page'
        WHEN value > other.value AND other.published_on <= period_end AND date_diff('day', other.published_on, published_on) > 10
            AND may_have_grown(other.value, other.published_on, value, period_start, period_end) THEN 'later_stage'
        WHEN abs(value - other.value) <= greatest(rounding_of(value), rounding_of(other.value)) THEN 'rounded' END AS reason
    FROM beside
    ANTI JOIN deeds d ON d.article = beside.article AND d.nr = beside.nr AND d.measure = beside.measure
)
UNION ALL
SELECT CASE WHEN value = other.value THEN 'agrees' WHEN reason IS NOT NULL THEN 'unclear' ELSE 'differs' END,
    CASE WHEN value <> other.value THEN reason END, NULL,
    concat_ws('|', article, span."start", other.article, other.span."start", 'event'),
    [span, other.span],
    in_words(value, high, bound), in_words(other.value, other.high, other.bound),
    place_name, day_in_words(day), span.text, other.span.text,
    day_in_words(published_on), day_in_words(other.published_on), '', '', '', ''
FROM (
    SELECT *, CASE
        WHEN one_page(page, headline, published_on, other.page, other.headline, other.published_on) THEN 'same_page'
        WHEN NOT is_enough THEN 'other_body'
        WHEN is_of_hamlet THEN 'other_place'
        WHEN greatest(value, other.value) > 3 * least(value, other.value) THEN 'other_measure'
        WHEN abs(value - other.value) <= greatest(rounding_of(value), rounding_of(other.value)) THEN 'rounded' END AS reason
    FROM told_twice
)
