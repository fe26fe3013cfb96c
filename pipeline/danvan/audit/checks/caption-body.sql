/*
severity = "warning"

[title]
en = "A title, lead or caption that says another number than the body"
vi = "Tít, sapô hoặc chú thích ảnh ghi số khác thân bài"

[message]
en = "{kind}: {head_en}{head_text}; the body has {body_en}{body_text}"
vi = "{kind_vi}: {head_vi}{head_text}; thân bài ghi {body_vi}{body_text}"

[settle]
en = "the report behind the article: which of the two numbers is right"
vi = "báo cáo gốc: số nào trong hai số là đúng"

[[case]]
says = "183 in the title, 138 in the body"
expect = ["differs"]
articles = [{ id = "a", text = "Thạch Hà xây dựng 183 mô hình\nToàn huyện đã xây dựng 138 mô hình.", parts = [{ kind = "title", start = 0, end = 29 }, { kind = "body", start = 30, end = 68 }] }]
figures = [{ value = 183, text = "183 mô hình" }, { value = 138, text = "138 mô hình" }]

[[case]]
says = "the number of the title stands in the body too, for another status"
expect = ["agrees"]
articles = [{ id = "a", text = "16 mô hình hiệu quả ở phường\nPhường có 19 mô hình, 16 trong số đó hiệu quả.", parts = [{ kind = "title", start = 0, end = 28 }, { kind = "body", start = 29, end = 76 }] }]
figures = [{ value = 16, text = "16 mô hình" }, { value = 19, text = "19 mô hình" }]

[[case]]
says = "a title rounds: 600 for 588"
expect = ["agrees"]
articles = [{ id = "a", text = "600 mô hình ở một tỉnh\nToàn tỉnh có 588 mô hình.", parts = [{ kind = "title", start = 0, end = 22 }, { kind = "body", start = 23, end = 48 }] }]
figures = [{ value = 600, text = "600 mô hình" }, { value = 588, text = "588 mô hình" }]

[[case]]
says = "'hơn 90' for 93"
expect = ["agrees"]
articles = [{ id = "a", text = "Hơn 90 mô hình vào phố\nToàn quận có 93 mô hình.", parts = [{ kind = "title", start = 0, end = 22 }, { kind = "body", start = 23, end = 47 }] }]
figures = [{ value = 90, bound = "more_than", text = "Hơn 90 mô hình" }, { value = 93, text = "93 mô hình" }]

[[case]]
says = "another year in the body"
expect = []
articles = [{ id = "a", text = "Xây dựng 183 mô hình năm nay\nNăm 2021 xây dựng 138 mô hình.", parts = [{ kind = "title", start = 0, end = 28 }, { kind = "body", start = 29, end = 59 }] }]
figures = [
  { value = 183, text = "183 mô hình" },
  { value = 138, text = "138 mô hình", period_start = "2021-01-01", period_end = "2021-12-31" },
]

[[case]]
says = "several counts in the body, none of them that of the title"
expect = ["unclear"]
articles = [{ id = "a", text = "Xây dựng 183 mô hình năm nay\nXây dựng 138 mô hình. Xây dựng 150 mô hình.", parts = [{ kind = "title", start = 0, end = 28 }, { kind = "body", start = 29, end = 72 }] }]
figures = [{ value = 183, text = "183 mô hình" }, { value = 138, text = "138 mô hình" }, { value = 150, text = "150 mô hình" }]

[[case]]
says = "the caption counts gifts of another size altogether"
expect = ["unclear"]
articles = [{ id = "a", text = "Trao 500 suất quà cho hộ nghèo\nẢnh: trao 20 suất quà.", parts = [{ kind = "body", start = 0, end = 30 }, { kind = "caption", start = 31, end = 53 }] }]
figures = [
  { value = 500, measure = "phần quà", unit = "suất quà", text = "500 suất quà" },
  { value = 20, measure = "phần quà", unit = "suất quà", text = "20 suất quà" },
]

[[case]]
says = "a caption one off from the body"
expect = ["differs"]
articles = [{ id = "a", text = "Trao 512 suất quà cho hộ nghèo\nẢnh: trao 521 suất quà.", parts = [{ kind = "body", start = 0, end = 30 }, { kind = "caption", start = 31, end = 54 }] }]
figures = [
  { value = 512, measure = "phần quà", unit = "suất quà", text = "512 suất quà" },
  { value = 521, measure = "phần quà", unit = "suất quà", text = "521 suất quà" },
]

[[case]]
says = "money in the title, its digits turned round in the body"
expect = ["differs"]
articles = [{ id = "a", title = "Huyện vận động 540 triệu đồng giúp người nghèo", text = "Huyện vận động 540 triệu đồng giúp người nghèo\nCác đơn vị ủng hộ 450 triệu đồng giúp người nghèo." }]
money = [{ amount = 540000000, text = "540 triệu đồng" }, { amount = 450000000, text = "450 triệu đồng" }]

[[case]]
says = "money in the title, and another sum for something else"
expect = ["unclear"]
articles = [{ id = "a", title = "Huyện vận động 540 triệu đồng giúp người nghèo", text = "Huyện vận động 540 triệu đồng giúp người nghèo\nXã góp nhiều nhất với 62 triệu đồng, mua thẻ 450 triệu đồng." }]
money = [{ amount = 540000000, text = "540 triệu đồng" }, { amount = 62000000, text = "62 triệu đồng" }, { amount = 450000000, text = "450 triệu đồng" }]

[[case]]
says = "a bound in the title, its digits turned round in the body, for one fund"
expect = ["differs"]
articles = [{ id = "a", title = "Hơn 3,2 tỷ đồng cho Quỹ “Vì người nghèo”", text = "Hơn 3,2 tỷ đồng cho Quỹ “Vì người nghèo”\nQuỹ “Vì người nghèo” huyện tiếp nhận 2 tỷ 315 triệu đồng." }]
money = [
  { amount = 3200000000, bound = "more_than", text = "Hơn 3,2 tỷ đồng" },
  { amount = 2315000000, text = "2 tỷ 315 triệu đồng", sentence = "Quỹ “Vì người nghèo” huyện tiếp nhận 2 tỷ 315 triệu đồng." },
]

[[case]]
says = "a bound in the title that holds"
expect = ["agrees"]
articles = [{ id = "a", title = "Hơn 3,2 tỷ đồng cho Quỹ “Vì người nghèo”", text = "Hơn 3,2 tỷ đồng cho Quỹ “Vì người nghèo”\nQuỹ “Vì người nghèo” huyện tiếp nhận 3 tỷ 215 triệu đồng, chi 2 tỷ 315 triệu đồng." }]
money = [
  { amount = 3200000000, bound = "more_than", text = "Hơn 3,2 tỷ đồng" },
  { amount = 3215000000, text = "3 tỷ 215 triệu đồng", sentence = "Quỹ “Vì người nghèo”." },
  { amount = 2315000000, text = "2 tỷ 315 triệu đồng", sentence = "Quỹ “Vì người nghèo”." },
]

[[case]]
says = "the first paragraph is set as lead and has another number than the title"
expect = ["differs"]
articles = [{ id = "a", text = "Xã ra mắt 38 mô hình\nXã đã ra mắt 33 mô hình.\nLễ ra mắt vui.", parts = [{ kind = "title", start = 0, end = 20 }, { kind = "lead", start = 21, end = 45 }, { kind = "body", start = 46, end = 60 }] }]
figures = [{ value = 38, text = "38 mô hình" }, { value = 33, text = "33 mô hình" }]

[[case]]
says = "built of those registered: told of the whole"
expect = ["differs"]
articles = [{ id = "a", text = "Xây dựng 89 mô hình\nĐăng ký 104 mô hình, xây dựng 98 mô hình.", parts = [{ kind = "title", start = 0, end = 19 }, { kind = "body", start = 20, end = 61 }] }]
figures = [
  { value = 89, text = "89 mô hình" }, { value = 104, status = "registered", text = "104 mô hình" },
  { value = 98, text = "98 mô hình", part_of = 1, partition = false },
]

[[case]]
says = "'more than' so much leaves room upwards"
expect = ["unclear"]
articles = [{ id = "a", title = "Hơn 5,6 tỷ đồng cho Quỹ “Vì người nghèo”", text = "Hơn 5,6 tỷ đồng cho Quỹ “Vì người nghèo”\nQuỹ “Vì người nghèo” huyện tiếp nhận 6 tỷ 510 triệu đồng." }]
money = [
  { amount = 5600000000, bound = "more_than", text = "Hơn 5,6 tỷ đồng" },
  { amount = 6510000000, text = "6 tỷ 510 triệu đồng", sentence = "Quỹ “Vì người nghèo” huyện tiếp nhận 6 tỷ 510 triệu đồng." },
]

[[case]]
says = "the title names the district, the body the commune: the same digits in another order"
expect = ["differs"]
articles = [{ id = "a", text = "Thạch Hà: hiến 12.500 m2 đất\nỞ xã Thạch Lạc, bà con hiến 15.200 m2 đất.", parts = [{ kind = "title", start = 0, end = 28 }, { kind = "body", start = 29, end = 72 }] }]
figures = [
  { value = 12500, measure = "đất", unit = "m2 đất", topic = "", status = "", text = "12.500 m2 đất" },
  { value = 15200, measure = "đất", unit = "m2 đất", topic = "", status = "", place_code = "18604", place_name = "Thạch Lạc", place_level = "commune", text = "15.200 m2 đất" },
]

[[case]]
says = "what one commune of the district gave is less"
expect = ["unclear"]
articles = [{ id = "a", text = "Thạch Hà: hiến 12.500 m2 đất\nỞ xã Thạch Lạc, bà con hiến 9.200 m2 đất.", parts = [{ kind = "title", start = 0, end = 28 }, { kind = "body", start = 29, end = 71 }] }]
figures = [
  { value = 12500, measure = "đất", unit = "m2 đất", topic = "", status = "", text = "12.500 m2 đất" },
  { value = 9200, measure = "đất", unit = "m2 đất", topic = "", status = "", place_code = "18604", place_name = "Thạch Lạc", place_level = "commune", text = "9.200 m2 đất" },
]

[[case]]
says = "a nought too many in the lead, for what the same people did at the same place"
expect = ["differs"]
articles = [{ id = "a", text = "Dân hiến đất mở đường\nCán bộ vận động bà con hiến 12.500 m2 đất.\nBà con đã hiến 1.250 m2 đất.", parts = [{ kind = "title", start = 0, end = 21 }, { kind = "lead", start = 22, end = 64 }, { kind = "body", start = 65, end = 93 }] }]
figures = [
  { value = 12500, measure = "đất", unit = "m2 đất", topic = "", status = "", text = "12.500 m2 đất" },
  { value = 1250, measure = "đất", unit = "m2 đất", topic = "", status = "", text = "1.250 m2 đất" },
]

[[case]]
says = "a caption of more than the body has, done with the same for the same"
expect = ["differs"]
articles = [{ id = "a", text = "Trao quà\nHội trao 8 chiếc xe đạp cho học sinh nghèo.\nẢnh: Hội trao 18 chiếc xe đạp cho học sinh nghèo.", parts = [{ kind = "title", start = 0, end = 8 }, { kind = "body", start = 9, end = 52 }, { kind = "caption", start = 53, end = 102 }] }]
figures = [
  { value = 8, measure = "xe đạp", unit = "chiếc xe đạp", topic = "", status = "", text = "8 chiếc xe đạp" },
  { value = 18, measure = "xe đạp", unit = "chiếc xe đạp", topic = "", status = "", text = "18 chiếc xe đạp" },
]

[[case]]
says = "two houses in the title, three handed over in the body"
expect = ["differs"]
articles = [{ id = "a", text = "Bàn giao 2 căn nhà\nMặt trận bàn giao 3 căn nhà.", parts = [{ kind = "title", start = 0, end = 18 }, { kind = "body", start = 19, end = 47 }] }]
figures = [
  { value = 2, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "2 căn nhà" },
  { value = 3, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "3 căn nhà" },
]

[[case]]
says = "two houses in the title, three that were handed over before"
expect = ["unclear"]
articles = [{ id = "a", text = "Bàn giao 2 căn nhà\nTrước đó, Mặt trận bàn giao 3 căn nhà.", parts = [{ kind = "title", start = 0, end = 18 }, { kind = "body", start = 19, end = 57 }] }]
figures = [
  { value = 2, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "2 căn nhà" },
  { value = 3, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "3 căn nhà" },
]

[[case]]
says = "a lead of what was given, and a body of what was cleared"
expect = ["unclear"]
articles = [{ id = "a", text = "Dân hiến đất mở đường\nCán bộ vận động bà con hiến 12.500 m2 đất.\nBà con đã san lấp 1.250 m2 đất.", parts = [{ kind = "title", start = 0, end = 21 }, { kind = "lead", start = 22, end = 64 }, { kind = "body", start = 65, end = 96 }] }]
figures = [
  { value = 12500, measure = "đất", unit = "m2 đất", topic = "", status = "", text = "12.500 m2 đất" },
  { value = 1250, measure = "đất", unit = "m2 đất", topic = "", status = "", text = "1.250 m2 đất" },
]
[[case]]
says = "what each costs is no total, and stands beside the total that has the digits of the title in another order"
expect = ["differs"]
articles = [{ id = "a", title = "240 triệu đồng học bổng cho học sinh nghèo", text = "240 triệu đồng học bổng cho học sinh nghèo\nMỗi suất 1,5 triệu đồng, tổng trị giá 204 triệu đồng." }]
money = [{ amount = 240000000, text = "240 triệu đồng" }, { amount = 1500000, basis = "each", text = "1,5 triệu đồng" }, { amount = 204000000, text = "204 triệu đồng" }]

[[case]]
says = "the body says which of its numbers is the total"
expect = ["differs"]
articles = [{ id = "a", text = "Huyện làm 45 km đường\nĐường xã: 9 km; đường thôn: 26 km. Tổng cộng 35 km.", parts = [{ kind = "title", start = 0, end = 21 }, { kind = "body", start = 22, end = 73 }] }]
figures = [
  { value = 45, measure = "đường", unit = "km", topic = "", status = "", text = "45 km" }, { value = 9, measure = "đường", unit = "km", topic = "", status = "", text = "9 km" },
  { value = 26, measure = "đường", unit = "km", topic = "", status = "", text = "26 km" }, { value = 35, measure = "đường", unit = "km", topic = "", status = "", text = "35 km" },
]

[[case]]
says = "the parts of the body's number are told of it"
expect = ["differs"]
articles = [{ id = "a", text = "12 làng ra mắt mô hình\nĐã có 10 làng ra mắt: xã A 6 làng, xã B 4 làng.", parts = [{ kind = "title", start = 0, end = 22 }, { kind = "body", start = 23, end = 70 }] }]
figures = [
  { value = 12, measure = "làng", unit = "làng", topic = "", status = "", text = "12 làng", period_end = "2022-05-31" }, { value = 10, measure = "làng", unit = "làng", topic = "", status = "", text = "10 làng" },
  { value = 6, measure = "làng", unit = "làng", topic = "", status = "", part_of = 1, list = 0, partition = true, text = "6 làng" },
  { value = 4, measure = "làng", unit = "làng", topic = "", status = "", part_of = 1, list = 0, partition = true, text = "4 làng" },
]

[[case]]
says = "a title that adds what two days brought, whatever digits it has"
expect = ["unclear"]
articles = [{ id = "a", text = "210 suất quà đến với bà con\nNgày đầu trao 120 suất quà. Ngày sau trao 90 suất quà.", parts = [{ kind = "title", start = 0, end = 27 }, { kind = "body", start = 28, end = 82 }] }]
figures = [
  { value = 210, measure = "phần quà", unit = "suất quà", topic = "", status = "", text = "210 suất quà" }, { value = 120, measure = "phần quà", unit = "suất quà", topic = "", status = "", text = "120 suất quà" },
  { value = 90, measure = "phần quà", unit = "suất quà", topic = "", status = "", place_code = "18604", place_name = "Thạch Lạc", place_level = "commune", text = "90 suất quà" },
]

[[case]]
says = "a caption of less than the body has, on the same day for the same"
expect = ["differs"]
articles = [{ id = "a", text = "Trao nhà\nXã bàn giao 6 căn nhà ngày 13/10.\nẢnh: xã trao 5 căn nhà ngày 13/10.", parts = [{ kind = "title", start = 0, end = 8 }, { kind = "body", start = 9, end = 42 }, { kind = "caption", start = 43, end = 77 }] }]
figures = [
  { value = 6, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "6 căn nhà" },
  { value = 5, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "5 căn nhà" },
]
*/
-- A sum of the title and the one of the body that is for the same, by the words behind it, or has its digits in another order.
WITH headed AS (
    SELECT s.*, a.title, lower(substr(a.text, s."end" + 1, 60)) AS behind, a.text AS body_text
    FROM sums s JOIN articles a ON a.id = s.article
    WHERE s."end" <= length(a.title) AND a.title <> '' AND starts_with(a.text, a.title) AND s.basis = 'total'
        AND s.bound IN ('exact', 'more_than') AND s.high IS NULL
    QUALIFY count(*) OVER (PARTITION BY s.article) = 1
),
titled AS (
    SELECT article, any_value(head_span) AS head_span, any_value(head) AS head, any_value(head_bound) AS head_bound,
        arg_max(body_span, is_same) AS body_span, arg_max(body, is_same) AS body,
        bool_or(is_same) AS fits, min(confidence) AS confidence
    FROM (
        SELECT h.article, h.span AS head_span, CAST(h.amount AS DOUBLE) AS head, h.bound AS head_bound, b.span AS body_span,
            CAST(b.amount AS DOUBLE) AS body, b.bound AS body_bound, least(b.confidence, h.confidence) AS confidence,
            b.amount = h.amount OR b.highest >= h.lowest AND b.lowest <= least(h.highest, 1.15 * h.amount) AS is_same,
            NOT contains(substr(h.body_text, h."end" + 1), regexp_extract(h.text, '[0-9][0-9.,]*')) AS is_told_once,
            -- For the same: by the words behind it, or by the name in quotes that title and sentence bear.
            regexp_extract(trim(h.behind), '^[^\n,.;]{8,30}') <> '' AND contains(lower(substr(h.body_text, b."end" + 1, 60)),
                    rtrim(regexp_extract(trim(split_part(h.behind, chr(10), 1)), '^[^\n,.;]{8,30}')))
                OR regexp_extract(h.title, '[“"]([^”"\n]{4,60})[”"]', 1) <> ''
                    AND contains(b.sentence, regexp_extract(h.title, '[“"]([^”"\n]{4,60})[”"]', 1)) AS is_for_the_same,
            -- As many digits, and those that the title prints in another order: 3,2 tỷ and 2 tỷ 315 triệu.
            length(CAST(h.amount AS VARCHAR)) = length(CAST(b.amount AS VARCHAR)) AND length(rtrim(CAST(h.amount AS VARCHAR), '0')) > 1
                AND list_sort(string_split(rtrim(CAST(h.amount AS VARCHAR), '0'), ''))
                    = list_sort(string_split(left(CAST(b.amount AS VARCHAR), length(rtrim(CAST(h.amount AS VARCHAR), '0'))), ''))
                AS is_turned
        FROM headed h JOIN sums b ON b.article = h.article AND b."start" > h."end" AND b.currency = h.currency AND b.basis = 'total'
            AND b.high IS NULL
    )
    WHERE is_same OR is_told_once AND is_for_the_same AND is_turned AND body_bound = 'exact'
    GROUP BY article
    HAVING bool_or(is_same) OR count(DISTINCT body) = 1
),
parts AS (
    SELECT id AS article, p.kind AS kind, p."start" AS part_start, p."end" AS part_end
    FROM (SELECT id, unnest(parts) AS p FROM articles)
    WHERE p.kind IN ('title', 'lead', 'caption')
    UNION ALL
    SELECT id, 'caption', p."start", p."end"
    FROM (SELECT id, text, unnest(parts) AS p FROM articles WHERE contains(text, 'nh:'))
    WHERE p.kind = 'body' AND says_caption_opens(substr(text, p."start" + 1, 20))
    UNION ALL
    -- Records loaded from a file have no parts: the title is known where the text begins with it.
    SELECT id, 'title', 0, length(title) FROM articles WHERE parts IS NULL AND title <> '' AND starts_with(text, title)
),
counts AS (
    SELECT c.*, concat_ws('|', c.measure, c.dimension, coalesce(c.field, ''), coalesce(c.holder, ''),
        -- What the unit's own body recognises bears the unit's level, said or not.
        CASE WHEN c.level = c.place_level AND c.status IN ('recognised', 'commended') AND NOT contains(lower(c.sentence), 'cấp ') THEN ''
            ELSE coalesce(c.level, '') END) AS sort_of
    FROM claims c
    WHERE NOT c.is_rate AND c.of IS NULL AND c.change_direction IS NULL AND c.value >= 5
),
heads AS (
    SELECT c.*, p.kind AS kind, p.part_start, p.part_end
    FROM counts c JOIN parts p ON p.article = c.article AND c."start" >= p.part_start AND c."end" <= p.part_end
    WHERE c.part_of IS NULL AND (p.kind <> 'lead' OR c.topic = 'dan_van_kheo' AND c.status IS NOT NULL)
    QUALIFY row_number() OVER (PARTITION BY c.article, c.nr ORDER BY p.kind DESC) = 1
),
-- For a title and a caption the lead is body too: many pages set their first paragraph as the lead.
bodies AS (
    SELECT c.*, coalesce(h.kind = 'lead', false) AS is_lead
    FROM counts c LEFT JOIN heads h ON h.article = c.article AND h.nr = c.nr WHERE coalesce(h.kind, 'lead') = 'lead'
),
pairs AS (
    SELECT h.article, h.nr, b.nr AS body_nr, b.value, b.high, b.bound, b.span, b.confidence, b.lowest, b.highest,
        b.highest >= h.lowest AND b.lowest <= h.highest
            -- A headline rounds, but "more than" rounds down and "almost" up.
            OR (h.bound NOT IN ('more_than', 'at_least') OR b.bound <> 'exact' OR b.value >= h.value)
                AND (h.bound NOT IN ('less_than', 'at_most') OR b.bound <> 'exact' OR b.value <= h.value) AND (
                h.value % 10 = 0 AND abs(h.value - b.value) <= 0.05 * b.value
                OR h.value % 100 = 0 AND abs(h.value - b.value) <= 0.1 * b.value
                OR h.value % 1000 = 0 AND abs(h.value - b.value) <= 0.2 * b.value) AS fits,
        CASE WHEN h.kind = 'lead' THEN abs(h.value - b.value) <= 0.1 * b.value
            ELSE h.value BETWEEN 0.66 * b.value AND 1.5 * b.value END
            OR list_sort(string_split(number_in_words(h.value), '')) = list_sort(string_split(number_in_words(b.value), '')) AS is_near,
        list_sort(string_split(number_in_words(h.value), '')) = list_sort(string_split(number_in_words(b.value), '')) AS is_turned
    FROM heads h JOIN bodies b ON b.article = h.article AND b.sort_of = h.sort_of
        AND (b.unit_key IS NOT DISTINCT FROM h.unit_key
            -- Or of a commune of the title's district, where the same digits stand in another order.
            OR h.kind = 'title' AND h.place_level = 'district' AND b.place_level = 'commune' AND b.province = h.province
                AND b.district = h.place_name AND h.value >= 100 AND list_sort(string_split(number_in_words(h.value), ''))
                    = list_sort(string_split(number_in_words(b.value), '')))
        AND b.period_start IS NOT DISTINCT FROM h.period_start AND b.period_end IS NOT DISTINCT FROM h.period_end
        AND (h.status IS NULL OR b.status IS NOT DISTINCT FROM h.status)
        AND b.part_of IS DISTINCT FROM h.nr
        AND (NOT b.is_lead OR h.kind = 'title')
    LEFT JOIN claims t ON t.article = b.article AND t.nr = b.part_of
    -- What is a stage of what was registered is told of the whole as well.
    WHERE b.part_of IS NULL OR h.part_of IS NOT NULL
        OR t.status IS DISTINCT FROM b.status AND h.status = b.status AND b.list IS NULL AND t.unit_key = b.unit_key
),
judged AS (
    SELECT h.article, h.nr, any_value(h.kind) AS kind, any_value(h.span) AS head_span, any_value(h.value) AS head,
        any_value(h.high) AS head_high, any_value(h.bound) AS head_bound,
        any_value(h.part_start) AS part_start, any_value(h.part_end) AS part_end,
        bool_or(p.fits) AS fits, count(DISTINCT p.value) AS values, bool_and(p.is_near) AS is_near,
        least(any_value(h.confidence), min(p.confidence)) AS confidence,
        arg_min(p.span, NOT p.fits) AS body_span, arg_min(p.body_nr, NOT p.fits) AS body_nr, bool_and(p.is_turned) AS is_turned, arg_min(p.value, NOT p.fits) AS body, arg_min(p.high, NOT p.fits) AS body_high,
        arg_min(p.bound, NOT p.fits) AS body_bound
    FROM heads h JOIN pairs p ON p.article = h.article AND p.nr = h.nr
    GROUP BY h.article, h.nr
),
-- What the body's number lacks stands there too: "16 căn nhà ... và sửa chữa hai căn nhà" under "18 căn nhà".
rests AS (
    SELECT DISTINCT j.article, j.nr FROM judged j JOIN claims b ON b.article = j.article AND b.nr = j.body_nr
    JOIN claims r ON r.article = j.article AND r.value = j.head - j.body AND r.measure = b.measure AND r.part_of IS DISTINCT FROM b.nr
),
reasoned AS (
    SELECT j.*,
        j.fits OR regexp_matches(without_days(left(a.text, j.part_start) || ' ' || substr(a.text, j.part_end + 1)),
            '(^|[^\d.,])0?' || replace(number_in_words(j.head), '.', '[.]?') || '([^\d.,]|[.,](\D|$)|$)') AS said_again,
        coalesce(may_be_one_of(o) AND NOT j.is_turned OR r.nr IS NOT NULL OR says_raised_to(clause_over(o.led_by))
            OR says_since(clause_over(o.led_by)) AND NOT contains(substr(a.text, j.part_start + 1, j.part_end - j.part_start), 'năm'), false) AS may_be_one
    FROM judged j JOIN articles a ON a.id = j.article
    LEFT JOIN in_order o ON o.article = j.article AND o.nr = j.body_nr AND NOT o.is_money
    LEFT JOIN rests r ON r.article = j.article AND r.nr = j.nr
),
-- Whatever place and time were read for them: a number of a title or caption and the only one of the body that counts the same.
heading AS (
    SELECT x AS h, 'caption' AS kind, x."start" AS part_start, x."end" AS part_end
    FROM in_order x
    WHERE says_in_caption(x.led_by) AND (x.value >= 5 OR x.slack > 0) AND x.of IS NULL AND x.high IS NULL
        AND x.change_direction IS NULL AND NOT x.is_rate AND x.measure <> 'mô hình' AND x.bound = 'exact' AND coalesce(x.basis, 'total') = 'total' AND x.dimension <> '%'
    UNION ALL
    SELECT x AS h, p.kind AS kind, p.part_start, p.part_end
    FROM in_order x JOIN parts p ON p.article = x.article AND x."start" >= p.part_start AND x."end" <= p.part_end
    WHERE (x.value >= CASE p.kind WHEN 'title' THEN 2 ELSE 5 END OR x.slack > 0) AND x.of IS NULL AND x.high IS NULL AND x.change_direction IS NULL AND NOT x.is_rate AND x.measure <> 'mô hình'
        AND x.bound IN ('exact', 'more_than', 'less_than') AND coalesce(x.basis, 'total') = 'total' AND x.dimension <> '%'
        AND NOT says_in_caption(x.led_by)
    QUALIFY row_number() OVER (PARTITION BY x.article, x.nth ORDER BY p.kind DESC) = 1
),
same_things AS (
    SELECT h, kind, part_start, part_end, b,
        -- The same digits in another order, or with a nought more or less.
        length(number_in_words(h.value)) > 1 AND list_sort(string_split(number_in_words(h.value), '')) = list_sort(string_split(number_in_words(b.value), ''))
            OR h.value <> b.value AND rtrim(CAST(CAST(h.value AS BIGINT) AS VARCHAR), '0') = rtrim(CAST(CAST(b.value AS BIGINT) AS VARCHAR), '0')
                AND length(rtrim(CAST(CAST(h.value AS BIGINT) AS VARCHAR), '0')) >= 3 AS is_turned,
        first_deed_before(clause_over(h.led_by)) <> '' AND first_deed_before(clause_over(h.led_by)) = first_deed_before(clause_over(b.led_by)) AS is_same_deed,
        first_two_words(h.behind) <> '' AND first_two_words(h.behind) = first_two_words(b.behind) AS is_for_the_same,
        words_shared(clause_behind(h.behind), clause_behind(b.behind)) AS is_told_alike,
        -- "27 tổ |tàu thuyền an toàn|", "17 tổ |tàu thuyền an toàn|" at one place: one digit apart.
        first_four_words(h.behind) <> '' AND first_four_words(h.behind) = first_four_words(b.behind) AND h.value BETWEEN 0.5 * b.value AND 2 * b.value
            AND levenshtein(number_in_words(h.value), number_in_words(b.value)) = 1 AND length(number_in_words(h.value)) = length(number_in_words(b.value))
            AND (h.unit_key = b.unit_key OR contains(h.led_by || h.behind, split_part(b.unit_key, '|', 3))) AS is_word_for_word
    FROM heading JOIN in_order b ON b.article = h.article AND alike(h, b) AND b.value > 0 AND NOT (b."start" >= part_start AND b."end" <= part_end)
        AND b.of IS NULL AND b.change_direction IS NULL
    ANTI JOIN (SELECT h AS other FROM heading WHERE kind <> 'lead') o ON o.other.article = b.article AND o.other.nth = b.nth
    -- A part of what counts the same is told of the whole.
    LEFT JOIN in_order t ON t.article = b.article AND NOT t.is_money AND NOT b.is_money AND t.nr = b.part_of AND alike(h, t) AND t.change_direction IS NULL
        AND NOT (t."start" >= part_start AND t."end" <= part_end)
    -- A lead is told in sentences: only what is done with the same things at the same place is held against the body.
    WHERE t.nr IS NULL AND (NOT h.is_money OR coalesce(b.basis, 'total') = 'total')
        AND (kind <> 'lead' OR h.unit_key IS NOT DISTINCT FROM b.unit_key AND h.period_end IS NOT DISTINCT FROM b.period_end AND NOT h.is_money)
),
-- Where the body says which one is the total, that one alone.
totalled AS (
    SELECT * FROM same_things
    QUALIFY says_is_total(clause_over(b.led_by)) OR NOT bool_or(says_is_total(clause_over(b.led_by))) OVER (PARTITION BY h.article, h.nth)
),
gathered AS (
    SELECT h, kind, part_start, part_end, count(*) AS numbers, sum(b.value) AS together, bool_or(b.value = h.value) AS said_again,
        bool_or(is_turned AND b.value <> h.value) AS is_turned, arg_min(b, CASE WHEN is_turned THEN 0 ELSE abs(b.value - h.value) END) AS b,
        bool_or(coalesce(b.basis, 'total') = 'each' OR b.high IS NOT NULL OR b.part_of IS NOT NULL) AS is_odd,
        bool_or(is_same_deed) AS is_same_deed, bool_or(is_for_the_same) AS is_for_the_same, bool_or(is_word_for_word) AS is_word_for_word,
        bool_or(is_told_alike) AS is_told_alike
    FROM totalled GROUP BY h, kind, part_start, part_end
),
-- The caption shows the one event that the body tells of: the same deed, on the same day, at the same place.
acts AS (
    SELECT g, clause_over(g.h.led_by) AS head_words, clause_behind(g.h.behind) AS head_behind, clause_over(g.b.led_by) AS body_words, clause_behind(g.b.behind) AS body_behind
    FROM gathered g
    WHERE g.kind = 'caption' AND g.h.unit_key = g.b.unit_key AND g.b.part_of IS NULL AND abs(g.h.value - g.b.value) <= greatest(2, 0.35 * g.b.value)
),
acts_by_verb AS (
    SELECT g, list_transform([verb_of(head_words, head_behind)], lambda v: plain_deed(v))[1] AS head_verb,
        list_transform([verb_of(body_words, body_behind)], lambda v: plain_deed(v))[1] AS body_verb
    FROM acts WHERE list_has_any(every_day_told(head_words || head_behind), every_day_told(body_words || body_behind))
),
same_events AS (
    SELECT DISTINCT g.h.article AS article, g.h.nth AS nth FROM acts_by_verb WHERE same_giving(head_verb, body_verb)
),
rowed AS (
    SELECT g.*, said_again OR h.bound = 'more_than' AND b.value BETWEEN h.value AND 1.5 * h.value OR h.bound = 'less_than' AND b.value BETWEEN 0.66 * h.value AND h.value
            OR h.bound = 'exact' AND NOT h.is_money AND abs(h.value - b.value) <= b.value * CASE WHEN h.value % 1000 = 0 THEN 0.2 WHEN h.value % 100 = 0 THEN 0.1 WHEN h.value % 10 = 0 THEN 0.05 ELSE 0 END
            OR abs(h.value - b.value) <= h.slack + b.slack
            OR h.is_money AND h.bound = 'exact' AND abs(h.value - b.value) <= 0.05 * b.value
            OR regexp_matches(without_days(left(a.text, part_start) || ' ' || substr(a.text, part_end + 1)),
                '(^|[^\d.,\p{L}])0?' || replace(regexp_extract(h.span.text, '[0-9][0-9.,]*'), '.', '[.]?') || '([^\d.,]|[.,](\D|$)|$)') AS fits,
        CASE
            WHEN least(h.confidence, b.confidence) < 0.6 THEN 'doubtful_reading'
            WHEN b.bound <> 'exact' THEN 'bound_only'
            WHEN is_odd AND NOT (is_turned AND is_for_the_same) OR NOT is_turned AND numbers > 1 OR abs(together - h.value) <= 0.02 * h.value OR numbers > 3 THEN 'several_numbers'
            WHEN h.bound = 'more_than' AND b.value > h.value THEN 'bound_only'
            WHEN kind = 'lead' AND NOT (is_turned AND (is_same_deed OR is_told_alike)) OR h.is_money AND NOT is_same_deed AND NOT is_for_the_same AND NOT (is_turned AND numbers = 1) THEN 'other_measure'
            WHEN NOT is_turned AND (may_be_one_of(b) OR says_one_of_several(clause_behind(h.behind))) OR says_raised_to(clause_over(b.led_by))
                OR says_since(clause_over(b.led_by)) AND NOT contains(clause_over(h.led_by) || clause_behind(h.behind), 'năm') THEN 'several_numbers'
            WHEN e.nth IS NOT NULL AND numbers = 1 AND NOT may_be_one_of(b) THEN NULL
            WHEN kind = 'caption' AND h.value < b.value AND NOT is_turned THEN 'other_measure'
            -- A few things are told of one by one: only the same deed at the same place, and one or two more or less.
            WHEN h.value < 5 THEN CASE WHEN is_turned AND h.slack > 0 OR is_same_deed AND h.unit_key = b.unit_key AND abs(h.value - b.value) <= 2 AND NOT says_running(clause_over(b.led_by)) THEN NULL ELSE 'other_measure' END
            -- A caption may show a part of it; a title may add to it what the body counts elsewhere.
            WHEN NOT is_turned AND NOT is_word_for_word AND NOT (kind = 'caption' AND is_same_deed AND is_for_the_same AND h.unit_key = b.unit_key
                    AND h.value BETWEEN b.value AND 3 * b.value OR kind = 'caption' AND h.value > b.value AND h.value <= 1.35 * b.value
                OR kind = 'title' AND h.value BETWEEN 0.74 * b.value AND 1.35 * b.value AND h.unit_key IS NOT DISTINCT FROM b.unit_key AND NOT (h.is_money AND h.value > b.value))
                THEN 'other_measure'
        END AS reason
    FROM gathered g JOIN articles a ON a.id = g.h.article LEFT JOIN same_events e ON e.article = g.h.article AND e.nth = g.h.nth
),
-- What one way of looking leaves open the other may decide.
decided AS (SELECT concat_ws('|', h.article, h."start") AS heading, bool_or(says_is_total(clause_over(b.led_by))) AS by_total FROM rowed WHERE reason IS NULL AND NOT fits GROUP BY ALL),
settled AS (
    SELECT *, concat_ws('|', article, head_span."start") AS heading, CASE WHEN said_again THEN NULL WHEN confidence < 0.6 THEN 'doubtful_reading' WHEN values > 1 OR may_be_one THEN 'several_numbers'
        WHEN NOT is_near THEN 'other_measure' END AS reason
    FROM reasoned
),
open_ones AS (
    SELECT * FROM settled LEFT JOIN decided USING (heading)
    WHERE by_total IS NULL OR reason IS DISTINCT FROM 'other_measure' AND (reason IS DISTINCT FROM 'several_numbers' OR NOT by_total)
)
SELECT
    CASE WHEN said_again THEN 'agrees' WHEN reason IS NOT NULL THEN 'unclear' ELSE 'differs' END AS outcome, reason,
    concat_ws('|', article, head_span."start") AS key,
    [head_span, body_span] AS spans,
    in_words(head, head_high, head_bound) AS stated, in_words(body, body_high, body_bound) AS computed,
    head_span.text AS head_text, body_span.text AS body_text, bound_en(head_bound, head_span.text) AS head_en, bound_en(body_bound, body_span.text) AS body_en,
    bound_vi(head_bound, head_span.text) AS head_vi, bound_vi(body_bound, body_span.text) AS body_vi, kind,
    CASE kind WHEN 'title' THEN 'tít' WHEN 'lead' THEN 'sapô' ELSE 'chú thích' END AS kind_vi
FROM open_ones
UNION ALL
SELECT CASE WHEN fits THEN 'agrees' WHEN confidence < 0.6 OR head_bound = 'more_than' AND body > head THEN 'unclear' ELSE 'differs' END,
    CASE WHEN NOT fits AND confidence < 0.6 THEN 'doubtful_reading' WHEN NOT fits AND head_bound = 'more_than' AND body > head THEN 'bound_only' END,
    concat_ws('|', article, head_span."start", 'money'),
    [head_span, body_span],
    in_words(head, NULL, head_bound), in_words(body, NULL, 'exact'), head_span.text, body_span.text, bound_en(head_bound, head_span.text), '',
    bound_vi(head_bound, head_span.text), '', 'title', 'tít'
FROM titled
UNION ALL
SELECT CASE WHEN fits THEN 'agrees' WHEN reason IS NOT NULL THEN 'unclear' ELSE 'differs' END, CASE WHEN NOT fits THEN reason END,
    concat_ws('|', h.article, h."start", 'row'), [h.span, b.span], in_words(h.value, NULL, h.bound), in_words(b.value, NULL, b.bound), h.span.text, b.span.text,
    bound_en(h.bound, h.span.text), bound_en(b.bound, b.span.text), bound_vi(h.bound, h.span.text), bound_vi(b.bound, b.span.text), kind,
    CASE kind WHEN 'title' THEN 'tít' WHEN 'lead' THEN 'sapô' ELSE 'chú thích' END
FROM rowed
WHERE concat_ws('|', h.article, h."start") NOT IN (
    SELECT heading FROM open_ones
    UNION ALL SELECT concat_ws('|', article, head_span."start") FROM titled
)
