/*
severity = "error"

[title]
en = "A part of a year above the whole year"
vi = "Số của một phần năm lớn hơn số của cả năm"

[message]
en = "{part_text} by {part_end}, {whole_text} for all of {year}: {stated} > {computed}"
vi = "{part_text} đến {part_end}, {whole_text} cho cả {year}: {stated} > {computed}"

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

[[case]]
says = "the third quarter and the second half are parts of the year as well"
expect = ["differs", "agrees"]
articles = [{ id = "a", text = "Năm 2022, huyện tiếp 318 lượt người. Riêng quý III, huyện tiếp 342 lượt người; 6 tháng cuối năm 2022, huyện tiếp 300 lượt người." }]
figures = [
  { value = 318, measure = "lượt người", unit = "lượt người", topic = "", status = "", text = "318 lượt người", sentence = "Năm 2022, huyện tiếp 318 lượt người." },
  { value = 342, measure = "lượt người", unit = "lượt người", topic = "", status = "", period_start = "2022-07-01", period_end = "2022-09-30", text = "342 lượt người", sentence = "Riêng quý III, huyện tiếp 342 lượt người" },
  { value = 300, measure = "lượt người", unit = "lượt người", topic = "", status = "", period_start = "2022-10-01", period_end = "2022-12-31", text = "300 lượt người", sentence = "quý IV năm 2022, huyện tiếp 300 lượt người." },
]

[[case]]
says = "the first quarter and the first half: the latter told before it was over may be a part of it"
expect = ["differs", "unclear"]
articles = [{ id = "a", published_on = "2022-04-05" }, { id = "b", published_on = "2022-07-09" }, { id = "c", published_on = "2022-05-03" }]
figures = [
  { article = "a", value = 62, period_end = "2022-03-31", text = "62 mô hình", sentence = "Quý I năm 2022, huyện xây dựng 62 mô hình." },
  { article = "b", value = 54, period_end = "2022-06-30", text = "54 mô hình", sentence = "6 tháng đầu năm 2022, huyện xây dựng 54 mô hình." },
  { article = "c", value = 55, period_end = "2022-06-30", text = "55 mô hình", sentence = "6 tháng đầu năm 2022, huyện xây dựng 55 mô hình." },
]

[[case]]
says = "a body of the district above the whole district, and above another body"
expect = ["differs"]
articles = [{ id = "a", text = "6 tháng đầu năm 2022, các tổ hòa giải xử lý 145 vụ. Cả năm 2022, toàn huyện xử lý 131 vụ; Hội Nông dân xử lý 40 vụ." }]
figures = [
  { value = 145, measure = "vụ", unit = "vụ", topic = "", status = "", period_end = "2022-06-30", text = "145 vụ", sentence = "6 tháng đầu năm 2022, các tổ hòa giải thành 145 vụ." },
  { value = 131, measure = "vụ", unit = "vụ", topic = "", status = "", text = "131 vụ", sentence = "Cả năm 2022, toàn huyện hòa giải thành 131 vụ." },
  { value = 40, measure = "vụ", unit = "vụ", topic = "", status = "", text = "40 vụ", sentence = "Năm 2022, Hội Nông dân huyện hòa giải thành 40 vụ." },
]

[[case]]
says = "the part of a year without a verb of its own, and a plan"
expect = ["differs"]
figures = [
  { value = 44, measure = "cuộc đối thoại", unit = "cuộc đối thoại", topic = "", status = "", text = "44 cuộc đối thoại", sentence = "Cả năm 2022, huyện tổ chức 44 cuộc đối thoại, tính riêng 6 tháng cuối năm là 47 cuộc." },
  { value = 47, measure = "cuộc đối thoại", unit = "cuộc", topic = "", status = "", period_start = "2022-07-01", text = "47 cuộc", sentence = "Cả năm 2022, huyện tổ chức 44 cuộc đối thoại, tính riêng 6 tháng cuối năm là 47 cuộc." },
  { article = "b", value = 44, measure = "cuộc đối thoại", unit = "cuộc đối thoại", topic = "", status = "", text = "44 cuộc đối thoại", sentence = "Cả năm 2022, huyện tổ chức 44 cuộc đối thoại, trong đó kế hoạch 6 tháng cuối năm là 47 cuộc." },
  { article = "b", value = 47, measure = "cuộc đối thoại", unit = "cuộc", topic = "", status = "", period_start = "2022-07-01", text = "47 cuộc", sentence = "Cả năm 2022, huyện tổ chức 44 cuộc đối thoại, trong đó kế hoạch 6 tháng cuối năm là 47 cuộc." },
]
[[case]]
says = "four quarters under their labels, one of them above the year"
expect = ["differs"]
articles = [{ id = "a", text = "Năm 2022, huyện tiếp 316 lượt công dân. Quý I: 74 lượt; quý III: 361 lượt." }]
figures = [
  { value = 316, measure = "lượt người", unit = "lượt công dân", topic = "", status = "", text = "316 lượt công dân", sentence = "Năm 2022, huyện tiếp 316 lượt công dân." },
  { value = 74, measure = "lượt người", unit = "lượt", topic = "", status = "", period_end = "2022-03-31", text = "74 lượt", sentence = "Quý I: 74 lượt; quý III: 361 lượt." },
  { value = 361, measure = "lượt người", unit = "lượt", topic = "", status = "", period_start = "2022-07-01", period_end = "2022-09-30", text = "361 lượt", sentence = "Quý I: 74 lượt; quý III: 361 lượt." },
]

[[case]]
says = "buổi behind buổi tuyên truyền, and within them"
expect = ["agrees", "differs"]
articles = [{ id = "a", text = "Cả năm 2022 huyện tổ chức 240 buổi tuyên truyền, trong đó 6 tháng đầu năm tổ chức 257 buổi." }, { id = "b", text = "Cả năm 2022 huyện tổ chức 240 buổi tuyên truyền, trong đó 6 tháng đầu năm tổ chức 157 buổi." }]
figures = [
  { article = "a", value = 240, measure = "buổi tuyên truyền", unit = "buổi tuyên truyền", topic = "", status = "", text = "240 buổi tuyên truyền", sentence = "s" },
  { article = "a", value = 257, measure = "buổi", unit = "buổi", topic = "", status = "", period_end = "2022-06-30", text = "257 buổi", sentence = "s" },
  { article = "b", value = 240, measure = "buổi tuyên truyền", unit = "buổi tuyên truyền", topic = "", status = "", text = "240 buổi tuyên truyền", sentence = "t" },
  { article = "b", value = 157, measure = "buổi", unit = "buổi", topic = "", status = "", period_end = "2022-06-30", text = "157 buổi", sentence = "t" },
]

[[case]]
says = "one month of the same, right behind the year"
expect = ["differs"]
articles = [{ id = "a", text = "Năm 2022, bộ phận một cửa giải quyết 4.120 hồ sơ vào ngày thứ Bảy. Riêng tháng 11 giải quyết 4.380 hồ sơ." }]
figures = [
  { value = 4120, measure = "hồ sơ", unit = "hồ sơ", topic = "", status = "", text = "4.120 hồ sơ", sentence = "Năm 2022, bộ phận một cửa giải quyết 4.120 hồ sơ vào ngày thứ Bảy." },
  { value = 4380, measure = "hồ sơ", unit = "hồ sơ", topic = "", status = "", period_start = "2022-11-01", period_end = "2022-11-30", text = "4.380 hồ sơ", sentence = "Riêng tháng 11 giải quyết 4.380 hồ sơ." },
]

[[case]]
says = "up to June, as a share of the year's plan; and a stock of which that is not said"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-07-11" }, { id = "b", published_on = "2022-12-23" }]
figures = [
  { article = "a", value = 46.8, measure = "đường bê tông", unit = "km đường bê tông", topic = "", status = "", cumulative = true, period_start = "", period_end = "2022-06-30", text = "46,8 km đường bê tông", sentence = "Đến hết tháng 6/2022, toàn huyện làm được 46,8 km đường bê tông, đạt 61% kế hoạch." },
  { article = "a", value = 98, measure = "nhà", unit = "căn nhà", topic = "", status = "", cumulative = true, period_start = "", period_end = "2022-06-30", text = "98 căn nhà", sentence = "Đến hết tháng 6/2022, toàn huyện xây được 98 căn nhà." },
  { article = "b", value = 41.2, measure = "đường bê tông", unit = "km đường bê tông", topic = "", status = "", text = "41,2 km đường bê tông", sentence = "Năm 2022, huyện làm được 41,2 km đường bê tông." },
  { article = "b", value = 32, measure = "nhà", unit = "căn nhà", topic = "", status = "", text = "32 căn nhà", sentence = "Năm 2022, huyện xây được 32 căn nhà." },
]
*/
-- A time within a year against a longer one that takes it in: a month, a quarter, a half, nine months, the year. `is_long` may be
-- the longer. What is told "đến hết tháng 6" as a share of the year's plan has begun with the year.
WITH flows AS (
    SELECT *, year(period_end) AS year, period_start = make_date(year(period_end), 1, 1) AND month(period_end) >= 6 AS is_long
    FROM (
        SELECT * REPLACE (CASE WHEN cumulative AND period_start IS NULL THEN make_date(year(period_end), 1, 1) ELSE period_start END AS period_start)
        FROM works WHERE NOT cumulative OR period_start IS NULL AND month(period_end) < 12 AND says_of_this_year(sentence)
    )
    WHERE year(period_start) = year(period_end) AND date_diff('day', period_start, period_end) >= 27
        AND article NOT IN (SELECT article FROM copies)
),
several AS (
    SELECT measure, dimension, unit_key, year FROM flows GROUP BY ALL
    HAVING bool_or(is_long) AND count(DISTINCT hash(period_start, period_end)) > 1
),
acted AS MATERIALIZED (
    -- What narrows a number beside its time: "riêng quý III" is the time itself.
    SELECT *, list_filter(deed.marks, lambda m: NOT says_part_of_year(m)) AS narrowed
    FROM (
        SELECT l.*, deed_of(l.told.sentence, l.told.text, l.told.thing, l.told.measure, a.text, l.told.start) AS deed
        FROM flows l JOIN several s USING (measure, dimension, unit_key, year) JOIN articles a ON a.id = l.article
        WHERE prints_year(l.sentence, l.text, a.text, l."start", l.period_end) AND NOT tells_of_smaller(l.sentence, l.text, l.place_level)
    )
),
deeds AS (
    SELECT p, w
    FROM acted p JOIN acted w ON w.measure = p.measure AND w.dimension = p.dimension AND w.unit_key = p.unit_key AND w.year = p.year
    WHERE lies_within(p, w) AND (
            is_within(p.deed, w.deed, p.narrowed, w.narrowed)
            -- In one sentence it is one body that tells of both; "44 cuộc, tính riêng 6 tháng cuối năm là 47 cuộc" needs no verb.
            OR p.article = w.article AND p.sentence = w.sentence AND (p.deed.verb = w.deed.verb
                OR w."start" < p."start" AND says_part_told(p.deed.ahead) AND NOT is_no_result(p.sentence, p.text))
            -- "Riêng tháng 11 ..." right behind the year is a part of what has just been told.
            OR p.article = w.article AND p."start" - w."end" BETWEEN 1 AND 300 AND says_just_this_time(p.deed.ahead)
                AND (p.deed.verb = '' OR p.deed.verb = w.deed.verb AND p.deed.doer IN ('', w.deed.doer))
            -- In one article it may be a body of a unit that is told of as a whole.
            OR p.article = w.article AND p.deed.verb <> '' AND p.deed.verb = w.deed.verb AND w.deed.doer = '' AND says_whole(w.deed.ahead) AND p.narrowed = w.narrowed)
        -- What is told of the longer time must be told of all, or of the same as in the shorter; or that by its bare counter
        -- behind it: "30 căn nhà tình thương (riêng 6 tháng đầu năm 33 căn)".
        AND (takes_in(w.deed, p.deed) OR p.article = w.article AND w."start" < p."start" AND p.deed.scope = ''
            AND (p.sentence = w.sentence OR says_just_this_time(p.deed.ahead)))
),
-- "tiếp 316 lượt công dân. Quý I: 74 lượt; quý II: 92 lượt", "240 buổi tuyên truyền, trong đó 6 tháng đầu năm tổ chức 257 buổi":
-- parts of a year by their bare counter, or the same noun, behind the number of the year. No other number may stand there.
in_rows AS (
    SELECT o.*, p.published_on, p.confidence AS p_confidence, w AS whole, says_time_label(o.ahead) AS is_labelled
    FROM in_order o JOIN claims p ON p.article = o.article AND p.nr = o.nr AND NOT o.is_money
    JOIN claims w ON w.article = p.article AND w.unit_key = p.unit_key AND w.dimension = p.dimension AND p."start" - w."end" BETWEEN 1 AND 500
        AND (w.measure = p.measure OR starts_with(lower(w.unit), lower(p.unit) || ' '))
    WHERE NOT p.is_rate AND NOT w.is_rate AND p.of IS NULL AND w.of IS NULL AND p.change_direction IS NULL AND w.change_direction IS NULL
        AND p.bound = 'exact' AND p.high IS NULL AND w.bound = 'exact' AND w.high IS NULL AND p.dimension <> '%' AND w.value >= 5
        AND p.status IS NOT DISTINCT FROM w.status AND p.field IS NOT DISTINCT FROM w.field AND p.holder IS NOT DISTINCT FROM w.holder AND p.level IS NOT DISTINCT FROM w.level
        AND p.status IS DISTINCT FROM 'planned' AND NOT p.cumulative AND NOT w.cumulative
        AND lies_within(p, w) AND year(p.period_start) = year(w.period_end) AND w.period_start = make_date(year(w.period_end), 1, 1)
        AND (says_time_label(o.ahead) OR p.sentence = w.sentence AND says_part_of_time(o.ahead))
        AND first_up_to_stop(o.behind) IN ('', ' ', ' ' || lower(substr(w.unit, length(p.unit) + 2)), ' ' || lower(substr(w.unit, length(p.unit) + 2)) || ' ')
        AND NOT is_no_result(p.sentence, p.text) AND p.article NOT IN (SELECT article FROM copies)
    QUALIFY count(*) OVER (PARTITION BY o.article, o.nr) = 1
),
rows_of AS (
    SELECT whole, list(span ORDER BY "start") AS spans, list(value ORDER BY "start") AS numbers, sum(value) AS total, arg_max(period_end, "start") AS last,
        least(min(p_confidence), any_value(whole.confidence)) AS confidence, sum(date_diff('day', period_start, period_end) + 1) AS days, count(DISTINCT period_start) AS times
    FROM in_rows GROUP BY whole
),
-- Counts of models by themselves: of times that are printed, with nothing that narrows them.
models AS (
    SELECT *, concat_ws('|', coalesce(field, ''), coalesce(holder, ''), coalesce(level, ''), status, unit_key) AS kind,
        year(period_end) AS year, period_start = make_date(year(period_end), 1, 1) AND month(period_end) >= 6 AS is_long
    FROM claims
    WHERE measure = 'mô hình' AND topic = 'dan_van_kheo' AND status IN ('built', 'registered', 'recognised', 'launched')
        AND NOT cumulative AND NOT is_rate AND of IS NULL AND change_direction IS NULL AND place_name IS NOT NULL
        AND year(period_start) = year(period_end) AND date_diff('day', period_start, period_end) >= 58 AND (NOT partition OR part_of IS NULL)
        AND article NOT IN (SELECT article FROM copies)
),
counted AS MATERIALIZED (
    SELECT m.*, CASE WHEN NOT prints_year(sentence, text, body, "start", period_end) THEN 'no_year'
        ELSE problem_of(published_on, place_code, place_name, place_level, province, district, level, status, confidence, sentence, text, headline) END AS problem
    FROM models m SEMI JOIN (
        SELECT kind, year FROM models GROUP BY ALL HAVING bool_or(is_long) AND count(DISTINCT hash(period_start, period_end)) > 1
    ) s ON s.kind = m.kind AND s.year = m.year
    JOIN (SELECT id, text AS body FROM articles) a ON a.id = article
),
-- An article that gives several numbers for one time is held to the largest.
highest_told AS (
    SELECT article, kind, year, period_start, period_end, arg_max(c, c.highest) AS one, min(confidence) AS confidence, min(problem) AS problem,
        count(DISTINCT value) AS values
    FROM counted c GROUP BY ALL
),
pairs AS (
    SELECT p.one.span AS span, w.one.span AS w_span, p.one.value AS value, p.one.high AS high, p.one.bound AS bound, p.one.lowest AS least,
        w.one.value AS w_value, w.one.high AS w_high, w.one.bound AS w_bound, w.one.highest AS most, p.period_end, w.period_end AS w_end, p.year,
        p.one.published_on AS published_on, w.one.published_on AS w_published_on, least(p.confidence, w.confidence) AS confidence,
        coalesce(p.problem, w.problem) AS problem, p.values
    FROM highest_told p JOIN highest_told w ON w.kind = p.kind AND w.year = p.year
    WHERE lies_within(p, w)
    UNION ALL
    SELECT p.span, w.span, p.value, p.high, p.bound, p.lowest, w.value, w.high, w.bound, w.highest, p.period_end, w.period_end, p.year,
        p.published_on, w.published_on, least(p.confidence, w.confidence), NULL, 1
    FROM deeds
),
reasoned AS (
    SELECT *, span.article = w_span.article AS is_here,
        CASE
            WHEN least <= most THEN NULL
            WHEN confidence < 0.6 THEN 'doubtful_reading'
            WHEN values > 1 THEN 'several_numbers'
            WHEN value > 2 * w_value THEN 'other_measure'
            WHEN span.article <> w_span.article AND (w_published_on IS NULL OR published_on IS NULL) THEN 'undated'
            -- What is told of "the year" before its end may be a part of it too.
            WHEN span.article <> w_span.article AND (w_published_on < published_on OR w_published_on < w_end - INTERVAL 31 DAY) THEN 'other_period'
            WHEN span.article <> w_span.article THEN problem
        END AS reason
    FROM pairs
)
SELECT
    CASE WHEN reason IS NOT NULL THEN 'unclear' WHEN least > most THEN 'differs' ELSE 'agrees' END AS outcome,
    reason,
    CASE WHEN NOT is_here THEN 'warning' END AS severity,
    concat_ws('|', span.article, span."start", w_span.article, w_span."start") AS key,
    [span, w_span] AS spans,
    in_words(value, high, bound) AS stated, in_words(w_value, w_high, w_bound) AS computed,
    span.text AS part_text, w_span.text AS whole_text, day_in_words(period_end) AS part_end,
    CASE WHEN w_end = make_date(year, 12, 31) THEN CAST(year AS VARCHAR) ELSE day_in_words(make_date(year, 1, 1)) || ' - ' || day_in_words(w_end) END AS year
FROM reasoned
UNION ALL
-- Parts that lie side by side are added up.
SELECT CASE WHEN total <= whole.value THEN 'agrees' WHEN confidence < 0.6 OR total > 3 * whole.value THEN 'unclear' ELSE 'differs' END,
    CASE WHEN total > whole.value THEN CASE WHEN confidence < 0.6 THEN 'doubtful_reading' WHEN total > 3 * whole.value THEN 'other_measure' END END,
    NULL, concat_ws('|', whole.article, whole."start", 'rows'), list_append(spans, whole.span),
    in_words(total, NULL, 'exact'), in_words(whole.value, whole.high, whole.bound),
    array_to_string(list_transform(spans, lambda s: s.text), ' + '), whole.span.text, day_in_words(last), CAST(year(whole.period_end) AS VARCHAR)
FROM rows_of
WHERE times = len(numbers) AND days <= 366
    AND concat_ws('|', whole.article, whole."start") NOT IN (SELECT concat_ws('|', w_span.article, w_span."start") FROM reasoned WHERE is_here AND reason IS NULL AND least > most)
