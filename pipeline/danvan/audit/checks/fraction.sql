/*
severity = "error"

[title]
en = "Shares and subsets that are larger than their whole"
vi = "Phần, tập con lớn hơn tổng thể"

[message]
en = "{stated}: does not fit as printed, {computed} is the whole that the text gives"
vi = "{stated}: không khớp như đã in, tổng thể trong bài là {computed}"

[settle]
en = "the report behind the article: which of the two numbers is the misprint"
vi = "báo cáo gốc: con số nào bị in sai"

[[case]]
says = "more communes than there are"
expect = ["differs"]
figures = [{ value = 17, of = 15, measure = "xã", unit = "xã", text = "17/15 xã" }]

[[case]]
says = "all of them"
expect = ["agrees"]
figures = [{ value = 15, of = 15, measure = "xã", unit = "xã", text = "15/15 xã" }]

[[case]]
says = "more than was planned is no error"
expect = ["unclear"]
figures = [{ value = 110, of = 100, text = "110/100 mô hình", sentence = "Toàn huyện thực hiện 110/100 mô hình so với kế hoạch." }]

[[case]]
says = "a doubtful reading"
expect = ["unclear"]
figures = [{ value = 17, of = 15, measure = "xã", unit = "xã", text = "17/15 xã", confidence = 0.5 }]

[[case]]
says = "15/15 and 14/14 out of 33: subsets, each of a whole of its own"
expect = ["agrees", "agrees", "agrees", "agrees"]
figures = [
  { value = 33 },
  { value = 15, of = 15, part_of = 0, partition = false, list = 0 },
  { value = 14, of = 14, part_of = 0, partition = false, list = 0 },
]

[[case]]
says = "a subset that is larger than its whole"
expect = ["differs"]
figures = [{ value = 40 }, { value = 45, part_of = 0, partition = false }]

[[case]]
says = "a whole of which only a lower bound is printed"
expect = ["agrees"]
figures = [{ value = 40, bound = "more_than" }, { value = 45, part_of = 0, partition = false }]

[[case]]
says = "'trong đó' with a number above all that come before it"
expect = ["differs"]
articles = [{ id = "a", text = "Toàn huyện có 40 mô hình, trong đó có 45 mô hình tập thể." }]
figures = [
  { value = 40, text = "40 mô hình", sentence = "s" },
  { value = 45, text = "45 mô hình", sentence = "s" },
]

[[case]]
says = "'trong đó' that goes on from a larger number further up"
expect = ["agrees"]
articles = [{ id = "a", text = "Toàn huyện có 100 mô hình, làm mới 40 mô hình, trong đó có 45 mô hình tập thể." }]
figures = [
  { value = 100, text = "100 mô hình", sentence = "s" },
  { value = 40, text = "40 mô hình", sentence = "s" },
  { value = 45, text = "45 mô hình", sentence = "s" },
]

[[case]]
says = "'trong số này' behind a number above the whole"
expect = ["differs"]
articles = [{ id = "a", text = "Tổ đã gặp tất cả 240 hộ; kết quả, 268 hộ trong số này ký cam kết." }]
figures = [
  { value = 240, measure = "hộ", unit = "hộ", text = "240 hộ", sentence = "s" },
  { value = 268, measure = "hộ", unit = "hộ", text = "268 hộ", sentence = "s" },
]

[[case]]
says = "'trong 61 thôn đã có 64 thôn'"
expect = ["differs"]
articles = [{ id = "a", text = "Trong 61 thôn của huyện đã có 64 thôn lập tổ." }]
figures = [
  { value = 61, measure = "thôn", unit = "thôn", text = "61 thôn", sentence = "s" },
  { value = 64, measure = "thôn", unit = "thôn", text = "64 thôn", sentence = "s" },
]

[[case]]
says = "a hamlet more in another time: no 'trong' before the first"
expect = []
articles = [{ id = "a", text = "Năm trước 61 thôn của huyện lập tổ, nay đã có 64 thôn lập tổ." }]
figures = [
  { value = 61, measure = "thôn", unit = "thôn", text = "61 thôn", sentence = "s" },
  { value = 64, measure = "thôn", unit = "thôn", text = "64 thôn", sentence = "s" },
]

[[case]]
says = "more communes in the share than the district is said to have"
expect = ["agrees", "differs"]
articles = [{ id = "a", text = "Huyện có 17 xã, thị trấn, dân số đông. Đã có 15/18 xã, thị trấn ra quân." }]
figures = [
  { value = 17, measure = "xã, thị trấn", unit = "xã, thị trấn", text = "17 xã, thị trấn" },
  { value = 15, of = 18, measure = "xã, thị trấn", unit = "xã, thị trấn", text = "15/18 xã, thị trấn" },
]

[[case]]
says = "a number of communes that did something is not the number that there are"
expect = ["agrees"]
articles = [{ id = "a", text = "Có 12 xã, thị trấn đạt chuẩn. Đã có 15/18 xã, thị trấn ra quân." }]
figures = [
  { value = 12, measure = "xã, thị trấn", unit = "xã, thị trấn", text = "12 xã, thị trấn" },
  { value = 15, of = 18, measure = "xã, thị trấn", unit = "xã, thị trấn", text = "15/18 xã, thị trấn" },
]

[[case]]
says = "a paper that bears a number sets no plan: 15 of 14 communes"
expect = ["differs"]
figures = [{ value = 15, of = 14, measure = "xã", unit = "xã", text = "15/14 xã", sentence = "Đã có 15/14 xã hoàn thành việc học tập Nghị quyết số 25-NQ/TW." }]

[[case]]
says = "but the resolution may have asked for 14 of them"
expect = ["unclear"]
figures = [{ value = 15, of = 14, measure = "xã", unit = "xã", text = "15/14 xã", sentence = "Đã có 15/14 xã đạt chuẩn theo Nghị quyết đề ra." }]

[[case]]
says = "'cả 12 xã' of a district that has eleven, and of one that has twelve"
expect = ["agrees", "differs"]
articles = [{ id = "a", text = "Huyện có 11 xã, thị trấn. Giữa tháng 8, cả 12 xã, thị trấn đã lập tổ." }, { id = "b", text = "Huyện có 12 xã, thị trấn. Giữa tháng 8, cả 12 xã, thị trấn đã lập tổ." }]
figures = [
  { value = 11, measure = "xã, thị trấn", unit = "xã, thị trấn", text = "11 xã, thị trấn" },
  { value = 12, measure = "xã, thị trấn", unit = "xã, thị trấn", text = "12 xã, thị trấn" },
  { article = "b", value = 12, measure = "xã, thị trấn", unit = "xã, thị trấn", text = "12 xã, thị trấn" },
  { article = "b", value = 12, measure = "xã, thị trấn", unit = "xã, thị trấn", text = "12 xã, thị trấn", start = 43 },
]

[[case]]
says = "some of the communes are not all of them"
expect = []
articles = [{ id = "a", text = "Huyện có 11 xã, thị trấn. Giữa tháng 8, đã có 9 xã, thị trấn lập tổ." }]
figures = [
  { value = 11, measure = "xã, thị trấn", unit = "xã, thị trấn", text = "11 xã, thị trấn" },
  { value = 9, measure = "xã, thị trấn", unit = "xã, thị trấn", text = "9 xã, thị trấn" },
]

[[case]]
says = "those who had not agreed, and more of them who agree after many talks"
expect = ["differs"]
articles = [{ id = "a", text = "Tuyến đường qua đất của 85 hộ. Trong số 23 hộ chưa đồng ý, sau nhiều lần gặp gỡ đã có 26 hộ giao đất." }]
figures = [
  { value = 85, measure = "hộ", unit = "hộ", text = "85 hộ" },
  { value = 23, measure = "hộ", unit = "hộ", text = "23 hộ" },
  { value = 26, measure = "hộ", unit = "hộ", text = "26 hộ" },
]

[[case]]
says = "a list of the paragraph above"
expect = ["differs"]
articles = [{ id = "a", text = "Đầu năm, Mặt trận lập danh sách 120 hộ nghèo.\nCuối năm, 134 hộ trong danh sách này đã thoát nghèo." }]
figures = [
  { value = 120, measure = "hộ", unit = "hộ nghèo", text = "120 hộ nghèo" },
  { value = 134, measure = "hộ", unit = "hộ", text = "134 hộ" },
]

[[case]]
says = "the whole is told again beside the part, and is no figure of its own"
expect = ["differs", "differs"]
articles = [{ id = "a", text = "Trong số 1.045 hội viên này, có 1.120 hội viên đăng ký." }, { id = "b", text = "Chủ tọa trả lời 71 ý kiến trong số 64 ý kiến nêu trên." }]
figures = [
  { value = 1120, measure = "hội viên", unit = "hội viên", text = "1.120 hội viên" },
  { article = "b", value = 71, measure = "ý kiến", unit = "ý kiến", text = "71 ý kiến" },
]

[[case]]
says = "a time is no whole, and 'từ ... lên' is a change"
expect = []
articles = [{ id = "a", text = "Trong 6 tháng qua, có 18 hội viên thoát nghèo." }, { id = "b", text = "Số hộ khá tăng từ 45 hộ lên 52 hộ." }]
figures = [
  { value = 18, measure = "hội viên", unit = "hội viên", text = "18 hội viên" },
  { article = "b", value = 52, measure = "hộ", unit = "hộ", text = "52 hộ" },
]
*/
WITH shares AS (
    SELECT c.*, says_against_plan(CASE WHEN says_units(lower(c.unit)) OR says_people(c.unit) THEN without_papers(c.sentence) ELSE c.sentence END)
            -- Of hamlets and branches there are no more than there are, whatever they were given to do.
            OR NOT says_units(lower(c.unit)) AND contains(without_other_giving(lower(c.sentence)), 'giao') AS may_exceed
    FROM claims c WHERE c.of IS NOT NULL AND c.dimension <> '%'
),
parts AS (
    SELECT p.*, t.value AS whole, t.high AS whole_high, t.bound AS whole_bound, t.highest AS whole_highest,
        t.span AS whole_span, least(p.confidence, t.confidence) AS surety,
        p.measure = t.measure AND p.dimension = t.dimension AND NOT p.is_rate AND NOT t.is_rate
            AND p.change_direction IS NULL AND t.change_direction IS NULL AS are_alike,
        -- Stages of a funnel are the business of another check.
        p.status IS DISTINCT FROM t.status AS is_stage
    FROM claims p JOIN claims t ON t.article = p.article AND t.nr = p.part_of
    WHERE coalesce(NOT p.partition, true)
),
-- Every number of its kind that stands shortly before: what is above them all is part of none of them.
before AS (
    SELECT c.*,
        max(c.highest) OVER near AS most, arg_max(c.span, c.highest) OVER near AS most_span,
        arg_max(c.sentence, c.highest) OVER near AS most_sentence, min(c.confidence) OVER near AS least_sure
    FROM claims c
    WHERE c.change_direction IS NULL AND NOT c.is_rate
    WINDOW near AS (PARTITION BY c.article, c.measure, c.dimension ORDER BY c."start"
        RANGE BETWEEN 500 PRECEDING AND 1 PRECEDING)
),
inner_parts AS (
    SELECT b.* FROM before b JOIN articles a ON a.id = b.article
    WHERE b.lowest > b.most AND b.part_of IS NULL AND b.of IS NULL AND b.sentence = b.most_sentence
        AND b.measure NOT IN ('lượt người', 'người') AND b.confidence >= 0.8 AND b.least_sure >= 0.8
        AND (says_among_them(lower(substr(a.text, greatest(1, b."start" - 24), least(25, b."start"))))
            OR says_of_these(substr(a.text, b."end" + 1, 20))
            OR says_among(substr(a.text, greatest(1, b.most_span."start" - 15), least(16, b.most_span."start")))
                AND says_then_has(substr(a.text, b.most_span."end" + 1, greatest(0, least(80, b."start" - b.most_span."end")))))
),
-- A number that a later one says to be part of: "danh sách 38 hộ ... 41 hộ trong danh sách ấy", "64 hộ. Sau nửa năm, 71 hộ trong
-- diện này", "95 thôn, thì nay đã có 98 thôn". The largest of its kind shortly before is the whole.
pointing AS (
    SELECT w, p, bool_or(w.highest >= p.lowest) OVER (PARTITION BY p.article, p.nth) AS may_be_other
    FROM in_order p JOIN in_order w ON w.article = p.article AND w.nth < p.nth AND w.nth >= p.nth - 8 AND p.breaks - w.breaks <= 1 AND alike(w, p)
    WHERE NOT p.is_money AND p.of IS NULL AND p.part_of IS NULL AND p.change_direction IS NULL AND NOT p.is_rate AND p.dimension <> '%'
        AND p.bound IN ('exact', 'more_than') AND p.confidence >= 0.6
        AND w.change_direction IS NULL AND w.high IS NULL AND p.high IS NULL
        AND NOT says_that_number(clause_ahead(p.ahead))
        AND (says_part_of_those(clause_behind(p.behind)) OR says_from_those(clause_ahead(p.ahead))
            OR p.breaks = w.breaks AND w.nth = p.nth - 1 AND (says_there_are(clause_ahead(w.ahead)) AND says_and_then(p.ahead)
                OR says_among(clause_ahead(w.ahead)) AND says_has_now(p.ahead)))
),
pointed AS (
    SELECT *, CASE WHEN least(w.confidence, p.confidence) < 0.8 THEN 'doubtful_reading' WHEN may_be_other OR p.value > 2 * w.value THEN 'other_whole' END AS reason
    FROM pointing
    WHERE p.stops - w.stops <= 2
    QUALIFY row_number() OVER (PARTITION BY p.article, p.nth ORDER BY w.highest DESC) = 1
),
-- A share in words: "124 trên tổng số 118 tổ", "trong số 1.045 hội viên này, có 1.120 hội viên", "71 ý kiến trong số 64 ý kiến nêu
-- trên". One of the two may be a number that is told before, and so no figure of its own: `spoken` is how it is printed.
spoken AS (
    SELECT p, first_number_of(p.ahead) AS part_words, first_whole_ahead(p.led_by) AS whole_ahead, first_whole_behind(lower(substr(a.text, p."end" + 1, 80))) AS whole_behind
    FROM in_order p JOIN articles a ON a.id = p.article
    WHERE NOT p.is_money AND p.bound = 'exact' AND p.high IS NULL AND p.of IS NULL AND NOT p.is_rate AND p.dimension = '' AND p.change_direction IS NULL
        AND (contains(p.led_by, 'trong ') OR contains(p.ahead, 'trên t') OR contains(substr(a.text, p."end" + 1, 80), ' tr'))
),
worded AS (
    SELECT p AS w, p.article AS article, p.span."start" AS spot, CAST(replace(part_words, '.', '') AS DOUBLE) AS part, p.value AS whole, says_against_plan(clause_behind(p.behind)) AS is_of_plan
    FROM spoken WHERE part_words <> ''
    UNION ALL
    SELECT p, p.article, p.span."start", p.value, CAST(replace(split_part(words, ' ', 1), '.', '') AS DOUBLE), says_beyond_plan(clause_behind(p.behind))
    FROM (SELECT p, unnest([whole_ahead, whole_behind]) AS words FROM spoken)
    -- The same noun: "trong 6 tháng, có 18 hội viên" is no share.
    WHERE words <> '' AND (split_part(words, ' ', 2) = split_part(p.unit, ' ', 1) OR says_people(p.unit) AND says_people(substr(words, strpos(words, ' ') + 1))) AND p.part_of IS NULL
),
-- What speaks of all there are: the whole of a share, and "cả 12 xã, thị trấn".
alls AS (
    SELECT * FROM shares
    UNION ALL BY NAME
    SELECT c.* REPLACE (c.value AS of), false AS may_exceed
    FROM in_order p JOIN claims c ON c.article = p.article AND c.nr = p.nr AND NOT p.is_money
    WHERE c.of IS NULL AND says_every_one(clause_ahead(p.ahead)) AND says_units(lower(c.unit)) AND c.bound = 'exact' AND c.high IS NULL AND c.change_direction IS NULL
),
-- "Huyện có 17 xã, thị trấn," and no verb behind it: how many there are.
wholes AS (
    SELECT s.article, s.nr, s.of, s.value AS part, s.span, s.confidence, t.value AS whole, t.span AS whole_span,
        t.confidence AS whole_confidence, t."start" AS whole_start, t."end" AS whole_end, s."start"
    FROM alls s JOIN claims t ON t.article = s.article AND t.unit_key = s.unit_key AND lower(t.unit) = lower(s.unit) AND t.nr <> s.nr
    WHERE t.of IS NULL AND t.bound = 'exact' AND t.high IS NULL AND s.measure <> 'mô hình' AND t.part_of IS NULL
        AND s.part_of IS NULL AND t.change_direction IS NULL AND t.value > 1
        AND coalesce(year(t.period_end) = year(s.period_end), true)
),
stated_wholes AS (
    SELECT w.*, says_of_units(lower(w.whole_span.text)) AS is_of_units FROM wholes w JOIN articles a ON a.id = w.article
    WHERE says_unit_has(substr(a.text, greatest(1, w.whole_start - 39), least(40, w.whole_start)))
        AND NOT says_once(lower(substr(a.text, greatest(1, w.whole_start - 39), least(40, w.whole_start))))
        AND regexp_matches(substr(a.text, w.whole_end + 1, 3), '^( ?[,.;)]| và| -)')
)
SELECT
    CASE WHEN value <= of THEN 'agrees' WHEN confidence < 0.6 OR may_exceed THEN 'unclear' ELSE 'differs' END AS outcome,
    CASE WHEN value > of THEN CASE WHEN confidence < 0.6 THEN 'doubtful_reading' WHEN may_exceed THEN 'against_plan' END
        END AS reason,
    NULL AS severity, concat_ws('|', article, "start", 'of') AS key, [span] AS spans, text AS stated,
    in_words(of, NULL, 'exact') AS computed
FROM shares
UNION ALL
SELECT
    CASE WHEN NOT are_alike OR surety < 0.6 OR lowest > whole_highest AND is_stage THEN 'unclear'
        WHEN lowest > whole_highest THEN 'differs' ELSE 'agrees' END,
    CASE WHEN NOT are_alike THEN 'other_measure' WHEN surety < 0.6 THEN 'doubtful_reading'
        WHEN lowest > whole_highest AND is_stage THEN 'other_stage' END,
    NULL, concat_ws('|', article, "start", 'part'), [span, whole_span], in_words(value, high, bound),
    in_words(whole, whole_high, whole_bound)
FROM parts WHERE list IS NULL OR of IS NOT NULL OR NOT are_alike OR lowest > whole_highest OR NOT partition
UNION ALL
SELECT 'differs', NULL, 'warning', concat_ws('|', article, "start", 'inner'), [span, most_span],
    in_words(value, high, bound), in_words(most, NULL, 'exact')
FROM inner_parts
UNION ALL
SELECT
    CASE WHEN of = whole THEN 'agrees' WHEN least(confidence, whole_confidence) < 0.6 THEN 'unclear'
        WHEN of > whole OR of > 0.95 * whole THEN 'differs' ELSE 'unclear' END,
    CASE WHEN of = whole THEN NULL WHEN least(confidence, whole_confidence) < 0.6 THEN 'doubtful_reading'
        WHEN of <= 0.95 * whole THEN 'other_whole' END,
    CASE WHEN of > whole AND is_of_units THEN 'warning' ELSE 'note' END, concat_ws('|', article, "start", 'whole'), [span, whole_span],
    span.text, in_words(whole, NULL, 'exact')
FROM stated_wholes
UNION ALL
SELECT CASE WHEN p.lowest <= w.highest THEN 'agrees' WHEN reason IS NOT NULL THEN 'unclear' ELSE 'differs' END,
    CASE WHEN p.lowest > w.highest THEN reason END,
    'warning', concat_ws('|', p.article, p."start", 'pointed'), [p.span, w.span], in_words(p.value, p.high, p.bound), in_words(w.value, w.high, w.bound)
FROM pointed
WHERE concat_ws('|', p.article, p."start") NOT IN (SELECT concat_ws('|', article, "start") FROM inner_parts)
UNION ALL
SELECT CASE WHEN part <= whole THEN 'agrees' WHEN reason IS NOT NULL THEN 'unclear' ELSE 'differs' END,
    CASE WHEN part > whole THEN reason END,
    'warning', concat_ws('|', article, spot, 'worded'), [w.span], in_words(part, NULL, 'exact'), in_words(whole, NULL, 'exact')
FROM (SELECT *, CASE WHEN w.confidence < 0.6 THEN 'doubtful_reading' WHEN is_of_plan THEN 'against_plan' WHEN part > 2 * whole THEN 'other_whole' END AS reason FROM worded)
WHERE concat_ws('|', article, spot) NOT IN (SELECT concat_ws('|', p.article, p."start") FROM pointed UNION ALL SELECT concat_ws('|', article, "start") FROM inner_parts)
QUALIFY row_number() OVER (PARTITION BY article, spot ORDER BY part) = 1
