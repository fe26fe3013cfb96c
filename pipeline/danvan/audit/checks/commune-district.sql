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
[[case]]
says = "nine months of a commune, whatever others did for it, above the whole year of its district"
expect = ["differs"]
articles = [{ id = "a", published_on = "2018-01-12" }, { id = "b", published_on = "2017-10-15" }]
figures = [
  { article = "a", value = 412, measure = "hộ", unit = "hộ", topic = "", status = "", period_start = "2017-01-01", period_end = "2017-12-31", text = "412 hộ", sentence = "Cả năm 2017, toàn huyện Thạch Hà có 412 hộ thoát nghèo." },
  { article = "b", value = 437, measure = "hộ", unit = "hộ", topic = "", status = "", place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", period_start = "2017-01-01", period_end = "2017-09-30", text = "437 hộ", sentence = "Được các ngành tiếp sức, 9 tháng đầu năm 2017 toàn xã có 437 hộ thoát nghèo." },
]

[[case]]
says = "'hơn 500' in the commune is above 480, 'hơn 400' leaves the district open"
expect = ["agrees", "differs"]
articles = [{ id = "a", published_on = "2018-01-12" }, { id = "b", published_on = "2018-01-15" }]
figures = [
  { article = "a", value = 480, measure = "hộ", unit = "hộ", topic = "", status = "", period_start = "2017-01-01", period_end = "2017-12-31", text = "480 hộ", sentence = "Năm 2017, toàn huyện Thạch Hà có 480 hộ thoát nghèo." },
  { article = "b", value = 510, bound = "more_than", measure = "hộ", unit = "hộ", topic = "", status = "", place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", period_start = "2017-01-01", period_end = "2017-12-31", text = "hơn 510 hộ", sentence = "Năm 2017, toàn xã có hơn 510 hộ thoát nghèo." },
  { article = "a", value = 4000, bound = "more_than", measure = "ngày công", unit = "ngày công", topic = "", status = "", period_start = "2017-01-01", period_end = "2017-12-31", text = "hơn 4.000 ngày công", sentence = "Năm 2017, nhân dân toàn huyện Thạch Hà góp hơn 4.000 ngày công." },
  { article = "b", value = 4200, measure = "ngày công", unit = "ngày công", topic = "", status = "", place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", period_start = "2017-01-01", period_end = "2017-12-31", text = "4.200 ngày công", sentence = "Năm 2017, nhân dân toàn xã góp 4.200 ngày công." },
]

[[case]]
says = "three communes behind the total of their district: together more, and no more"
expect = ["agrees", "differs"]
articles = [{ id = "a", text = "Năm 2022, toàn huyện xây 61 căn nhà cho hộ nghèo: xã Thạch Lạc 24 căn, xã Thạch Kênh 22 căn, xã Thạch Sơn 21 căn." }, { id = "b", text = "Năm 2022, toàn huyện xây 61 căn nhà cho hộ nghèo: xã Thạch Lạc 24 căn, xã Thạch Kênh 22 căn." }]
figures = [
  { article = "a", value = 61, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "61 căn nhà", sentence = "Năm 2022, toàn huyện xây 61 căn nhà cho hộ nghèo: xã Thạch Lạc 24 căn, xã Thạch Kênh 22 căn, xã Thạch Sơn 21 căn." },
  { article = "a", value = 24, measure = "nhà", unit = "căn", topic = "", status = "", place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", text = "24 căn", sentence = "Năm 2022, toàn huyện xây 61 căn nhà cho hộ nghèo: xã Thạch Lạc 24 căn, xã Thạch Kênh 22 căn, xã Thạch Sơn 21 căn." },
  { article = "a", value = 22, measure = "nhà", unit = "căn", topic = "", status = "", place_code = "18605", place_name = "Thạch Kênh", place_kind = "xã", place_level = "commune", text = "22 căn", sentence = "Năm 2022, toàn huyện xây 61 căn nhà cho hộ nghèo: xã Thạch Lạc 24 căn, xã Thạch Kênh 22 căn, xã Thạch Sơn 21 căn." },
  { article = "a", value = 21, measure = "nhà", unit = "căn", topic = "", status = "", place_code = "18606", place_name = "Thạch Sơn", place_kind = "xã", place_level = "commune", text = "21 căn", sentence = "Năm 2022, toàn huyện xây 61 căn nhà cho hộ nghèo: xã Thạch Lạc 24 căn, xã Thạch Kênh 22 căn, xã Thạch Sơn 21 căn." },
  { article = "b", value = 61, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "61 căn nhà", sentence = "Năm 2022, toàn huyện xây 61 căn nhà cho hộ nghèo: xã Thạch Lạc 24 căn, xã Thạch Kênh 22 căn." },
  { article = "b", value = 24, measure = "nhà", unit = "căn", topic = "", status = "", place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", text = "24 căn", sentence = "Năm 2022, toàn huyện xây 61 căn nhà cho hộ nghèo: xã Thạch Lạc 24 căn, xã Thạch Kênh 22 căn." },
  { article = "b", value = 22, measure = "nhà", unit = "căn", topic = "", status = "", place_code = "18605", place_name = "Thạch Kênh", place_kind = "xã", place_level = "commune", text = "22 căn", sentence = "Năm 2022, toàn huyện xây 61 căn nhà cho hộ nghèo: xã Thạch Lạc 24 căn, xã Thạch Kênh 22 căn." },
]

[[case]]
says = "what the communes did beside the district's own"
expect = []
articles = [{ id = "a", text = "Năm 2022, huyện mở 11 điểm cấp nước. Ngoài các điểm ấy, xã Thạch Lạc 12 điểm." }]
figures = [
  { value = 11, measure = "điểm", unit = "điểm", topic = "", status = "", text = "11 điểm", sentence = "Năm 2022, huyện mở 11 điểm cấp nước." },
  { value = 12, measure = "điểm", unit = "điểm", topic = "", status = "", place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", text = "12 điểm", sentence = "Ngoài các điểm ấy, xã Thạch Lạc 12 điểm." },
]

[[case]]
says = "those that are at work in the district, those that there are in a commune"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-07-13" }]
figures = [
  { value = 68, status = "maintained", cumulative = true, period_start = "", period_end = "2022-07-13", text = "68 mô hình", sentence = "Đến nay toàn huyện có 68 mô hình đang hoạt động." },
  { value = 86, cumulative = true, period_start = "", period_end = "2022-07-13", place_code = "18604", place_name = "Thạch Lạc", place_kind = "xã", place_level = "commune", text = "86 mô hình", sentence = "Riêng xã Thạch Lạc hiện có 86 mô hình." },
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
    FROM works d LEFT JOIN only_dates o ON d.period_end IS NULL AND o.article = d.article AND o.sentence = d.sentence
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
-- Only what is told of a unit and of one that it lies in, of a time and of the same or a longer one, is looked at closely.
times_told AS (SELECT DISTINCT outer_key, own_key, measure, dimension, period_start, period_to FROM likely),
nested AS (
    SELECT i.outer_key, w.own_key, w.measure, w.dimension, i.period_start, i.period_to, w.period_start AS w_start, w.period_to AS w_to
    FROM times_told i JOIN times_told w ON w.own_key = i.outer_key AND w.measure = i.measure AND w.dimension = i.dimension
    WHERE i.period_start >= w.period_start AND i.period_to <= w.period_to
),
acted AS MATERIALIZED (
    SELECT l.*, deed_of(l.told.sentence, l.told.text, l.told.thing, l.told.measure, a.text, l.told.start) AS deed,
        lower(substr(a.text, greatest(1, l."start" - 400), least(400, l."start"))) AS before
    FROM (
        SELECT likely.* FROM likely SEMI JOIN nested n ON n.own_key = likely.own_key AND n.measure = likely.measure
            AND n.dimension = likely.dimension AND n.w_start = likely.period_start AND n.w_to = likely.period_to
        UNION
        SELECT likely.* FROM likely SEMI JOIN nested n ON n.outer_key = likely.outer_key AND n.measure = likely.measure
            AND n.dimension = likely.dimension AND n.period_start = likely.period_start AND n.period_to = likely.period_to
    ) l JOIN articles a ON a.id = l.article
    WHERE prints_year(l.sentence, l.text, a.text, l."start", l.period_end) AND NOT tells_of_smaller(l.sentence, l.text, l.place_level)
),
-- The largest of each outer unit and time: one comparison for each inner number.
largest AS (
    SELECT * FROM acted WHERE own_key IS NOT NULL AND deed.verb <> '' AND deed.doer <> '?'
    QUALIFY row_number() OVER (
        PARTITION BY own_key, measure, dimension, period_start, period_to, deed.verb, deed.doer, deed.marks, deed.scope, deed.whom ORDER BY highest DESC, article, nr) = 1
),
-- Of one verb and for the same; or the commune is named as the first of all behind the district's number.
tied AS (
    SELECT i, w FROM (
        SELECT i AS i, w AS w FROM acted i JOIN largest w ON w.own_key = i.outer_key AND w.measure = i.measure AND w.dimension = i.dimension AND w.deed.verb = i.deed.verb
        WHERE i.period_start >= w.period_start AND i.period_to <= w.period_to AND is_within(i.deed, w.deed, i.deed.marks, w.deed.marks)
            -- What came into a fund is a part of what was collected where the other article tells of that fund.
            AND len(list_filter(i.deed.marks, lambda m: says_fund(m) AND NOT list_contains(w.deed.marks, m) AND NOT contains(regexp_replace(w.before, '[“”"]', '', 'g'), m))) = 0
            AND (i.article = w.article OR NOT i.is_by_sentence AND NOT w.is_by_sentence)
        QUALIFY row_number() OVER (PARTITION BY i.article, i.nr, i.measure, w.period_start, w.period_to ORDER BY w.highest DESC, w.article, w.nr) = 1
    )
    QUALIFY row_number() OVER (PARTITION BY i.article, i.nr, i.measure ORDER BY i.lowest > w.highest DESC, date_diff('day', w.period_start, w.period_to), w.article, w.nr) = 1
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
-- "Toàn huyện xây 61 căn. Xã A 24 căn, xã B 22 căn, xã C 21 căn": communes that are told of right behind their district, in its
-- words or without a verb of their own; no other number of the district may stand there.
in_list AS (
    SELECT i.*, o.ahead, o.behind, o.stops, w AS whole
    FROM claims i JOIN in_order o ON o.article = i.article AND o.nr = i.nr AND NOT o.is_money
    JOIN claims w ON w.article = i.article AND w.place_level = 'district' AND i.place_level = 'commune' AND lower(w.place_name) = lower(i.district)
        AND w.dimension = i.dimension AND (w.measure = i.measure OR starts_with(lower(w.unit), lower(i.unit) || ' '))
        AND w.topic IS NOT DISTINCT FROM i.topic AND w.field IS NOT DISTINCT FROM i.field AND w.holder IS NOT DISTINCT FROM i.holder
        AND (w.level IS NOT DISTINCT FROM i.level OR w.measure <> 'mô hình') AND w.status IS NOT DISTINCT FROM i.status
        AND w.period_end IS NOT DISTINCT FROM i.period_end AND w.period_start IS NOT DISTINCT FROM i.period_start
    WHERE i."start" - w."end" BETWEEN 1 AND 700 AND NOT i.is_rate AND NOT w.is_rate AND i.of IS NULL AND w.of IS NULL AND i.change_direction IS NULL
        AND w.change_direction IS NULL AND i.bound = 'exact' AND w.bound = 'exact' AND i.high IS NULL AND w.high IS NULL AND i.status IS DISTINCT FROM 'planned'
        AND i.dimension <> '%' AND least(i.confidence, w.confidence) >= 0.7 AND (i.part_of IS NULL OR i.part_of = w.nr AND NOT coalesce(i.partition, false))
    QUALIFY count(*) OVER (PARTITION BY i.article, i.nr) = 1
),
listed AS (
    SELECT whole, list(span ORDER BY "start") AS spans, list(value ORDER BY "start") AS numbers, list(DISTINCT concat_ws(' ', place_kind, place_name)) AS names, sum(value) AS total
    FROM (
        SELECT l.*, deed_of(whole.sentence, whole.text, lower(whole.unit), counted_as(whole.measure), a.text, whole."start") AS deed,
            substr(a.text, whole."end" + 1, greatest(0, l."start" - whole."end")) AS between_them, first_deed_before(clause_over(l.ahead)) AS own_deed
        FROM in_list l JOIN articles a ON a.id = l.article
        QUALIFY row_number() OVER (PARTITION BY l.article, whole.nr, l.place_code ORDER BY l."start") = 1
    )
    WHERE NOT says_beside_them(between_them) AND NOT is_no_result(sentence, text) AND NOT tells_of_smaller(whole.sentence, whole.text, 'district')
        AND (own_deed = '' OR plain_deed(own_deed) = deed.verb) AND NOT says_hamlet_named(own_words(ahead))
        AND trim(first_up_to_stop(behind)) IN ('', lower(substr(whole.unit, length(unit) + 2)))
        AND (measure <> 'mô hình' OR problem_of(published_on, whole.place_code, whole.place_name, whole.place_level, whole.province, whole.district,
            whole.level, whole.status, least(confidence, whole.confidence), whole.sentence, whole.text, headline) IS NULL)
    GROUP BY whole
    HAVING count(*) > 1 OR whole.measure <> 'mô hình'
),
deeds AS (
    SELECT i.article, i.span, i.value, i.high, i.bound, i.lowest, i.place_kind, i.place_name, w.period_start, w.period_end, w AS whole, i.published_on,
        0 AS days_later, false AS may_be_later
    FROM behind
    UNION ALL BY NAME
    SELECT i.article, i.span, i.value, i.high, i.bound, i.lowest, i.place_kind, i.place_name, i.period_start, i.period_end, w AS whole, i.published_on,
        date_diff('day', w.published_on, i.published_on) AS days_later,
        -- What is told of a year in its December is the year.
        date_diff('day', w.published_on, i.published_on) > CASE WHEN w.published_on > w.period_to - INTERVAL 31 DAY THEN 31 ELSE 10 END
            AND may_have_grown(w.highest, w.published_on, i.lowest, w.period_start, w.period_to) AS may_be_later
    FROM tied
),
-- What there is now is told as "hiện có" and as "đang hoạt động": one stock under two verbs.
standing AS (
    SELECT * REPLACE ('standing' AS status) FROM wholes
    WHERE is_stock AND (status = 'maintained' OR status = 'built' AND says_at_present(own_words(lower(left(sentence, greatest(0, strpos(sentence, text) - 1))))))
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
    FROM (FROM wholes UNION ALL FROM standing)
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
            WHEN is_stock AND article = largest.article AND lowest > 2 * whole.highest THEN 'other_measure'
            WHEN lowest <= whole.highest * 1.05 AND (whole.bound <> 'exact' OR bound <> 'exact') THEN 'rounded'
        END AS reason
    FROM paired
)
SELECT CASE WHEN reason IS NOT NULL THEN 'unclear' WHEN fits THEN 'agrees' ELSE 'differs' END AS outcome,
    reason,
    CASE WHEN article <> largest.article AND (is_stock OR NOT (year_is_printed AND largest.year_is_printed)) THEN 'note' END
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
SELECT CASE WHEN lowest <= whole.highest THEN 'agrees'
        WHEN article <> whole.article AND coalesce(may_be_later, true) OR (bound <> 'exact' OR whole.bound <> 'exact') AND lowest <= 1.05 * whole.highest
        THEN 'unclear' ELSE 'differs' END,
    CASE WHEN lowest > whole.highest THEN
        CASE WHEN article <> whole.article AND days_later IS NULL THEN 'undated' WHEN article <> whole.article AND may_be_later THEN 'later_stage'
            WHEN (bound <> 'exact' OR whole.bound <> 'exact') AND lowest <= 1.05 * whole.highest THEN 'rounded' END END,
    'warning',
    concat_ws('|', article, span."start", whole.article, whole."start"),
    [span, whole.span],
    in_words(value, high, bound),
    in_words(whole.value, whole.high, whole.bound),
    concat_ws(CASE WHEN lowest <= whole.highest THEN ' <= ' ELSE ' > ' END, in_words(value, high, bound),
        in_words(whole.value, whole.high, whole.bound)),
    concat_ws(' ', place_kind, place_name), concat_ws(' ', whole.place_kind, whole.place_name),
    span.text, whole.span.text, period_in_words(period_start, period_end)
FROM deeds
UNION ALL
SELECT CASE WHEN total <= whole.highest THEN 'agrees' WHEN total > 3 * whole.highest THEN 'unclear' ELSE 'differs' END,
    CASE WHEN total > 3 * whole.highest THEN 'other_measure' END, 'warning', concat_ws('|', whole.article, whole."start", 'communes'),
    list_append(spans, whole.span),
    in_words(total, NULL, 'exact'), in_words(whole.value, whole.high, whole.bound),
    concat_ws(CASE WHEN total <= whole.highest THEN ' <= ' ELSE ' > ' END, array_to_string(list_transform(numbers, lambda n: in_words(n, NULL, 'exact')), ' + ')
        || CASE WHEN len(numbers) > 1 THEN ' = ' || in_words(total, NULL, 'exact') ELSE '' END, in_words(whole.value, whole.high, whole.bound)),
    array_to_string(names, ', '), concat_ws(' ', whole.place_kind, whole.place_name),
    array_to_string(list_transform(spans, lambda s: s.text), ', '), whole.span.text, period_in_words(whole.period_start, whole.period_end)
FROM listed
WHERE NOT list_contains((SELECT coalesce(list(concat_ws('|', whole.article, whole."start")), []) FROM deeds WHERE lowest > whole.highest), concat_ws('|', whole.article, whole."start"))
