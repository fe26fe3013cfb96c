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
*/
WITH shares AS (
    SELECT c.*, regexp_matches(regexp_replace(lower(c.sentence), 'giao (ban|lưu|thông|dịch|tiếp|hữu)|bàn giao', '', 'g'),
            'kế hoạch|chỉ tiêu|đăng ký|đăng kí|vượt|so với|mục tiêu|nghị quyết|dự kiến'
                -- Of hamlets and branches there are no more than there are, whatever they were given to do.
                || CASE WHEN says_units(lower(c.unit)) THEN '' ELSE '|giao' END) AS may_exceed
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
            OR regexp_matches(lower(substr(a.text, b."end" + 1, 20)), '^ trong số (này|đó|trên)(\PL|$)')
            OR regexp_matches(lower(substr(a.text, greatest(1, b.most_span."start" - 15), least(16, b.most_span."start"))),
                    '(^|[\s.,])trong (tổng số |số |tổng )?$')
                AND regexp_matches(lower(substr(a.text, b.most_span."end" + 1, greatest(0, least(80, b."start" - b.most_span."end")))),
                    '^[^.;0-9]{0,60}[ ,](đã có|có) $'))
),
-- A number that a later one says to be part of: "danh sách 38 hộ ... 41 hộ trong danh sách ấy", "64 hộ. Sau nửa năm, 71 hộ trong
-- diện này", "95 thôn, thì nay đã có 98 thôn". The largest of its kind shortly before is the whole.
pointing AS (
    SELECT w, p, bool_or(w.highest >= p.lowest) OVER (PARTITION BY p.article, p.nth) AS may_be_other
    FROM in_order p JOIN in_order w ON w.article = p.article AND w.nth < p.nth AND w.nth >= p.nth - 8 AND p.breaks = w.breaks AND alike(w, p)
    WHERE NOT p.is_money AND p.of IS NULL AND p.part_of IS NULL AND p.change_direction IS NULL AND NOT p.is_rate AND p.dimension <> '%'
        AND p.bound IN ('exact', 'more_than') AND p.confidence >= 0.6
        AND w.change_direction IS NULL AND w.high IS NULL AND p.high IS NULL
        AND NOT regexp_matches(clause_ahead(p.ahead), 'con số (này|đó|ấy)')
        AND (regexp_matches(clause_behind(p.behind),
                '(^|[^\p{L}])(trong|thuộc|ở|của) ((tổng )?số|danh sách|diện|nhóm|đợt|lớp|những|các)( \p{L}+){0,5} (này|đó|ấy|trên|vừa nêu|vừa rồi|của lớp)([^\p{L}]|$)')
            OR regexp_matches(clause_ahead(p.ahead),
                '(^|[^\p{L}])(trong|từ) ((tổng )?số|danh sách|diện|nhóm|những|các)( \p{L}+){0,4} (này|đó|ấy|trên|vừa nêu)([^\p{L}][^0-9]{0,60})?$|(^|[^\p{L}])(trong (số )?đó|số (này|đó|ấy))([^\p{L}][^0-9]{0,60})?$')
            OR w.nth = p.nth - 1 AND regexp_matches(clause_ahead(w.ahead), '(có|lập|gồm|tổng số|trong số|trong) $')
                AND regexp_matches(p.ahead, '^[^.;!?\n0-9]{0,40}(,? thì) ([^.;!?\n0-9,]{0,20} )?$')
            OR w.nth = p.nth - 1 AND regexp_matches(p.ahead, '^[^.;!?\n0-9,]{0,60}, (đã |nay đã |mới )có (tới |đến )?$')
                AND regexp_matches(clause_ahead(w.ahead), '(trong (tổng )?(số )?|tổng số )$'))
),
pointed AS (
    SELECT *, CASE WHEN least(w.confidence, p.confidence) < 0.8 THEN 'doubtful_reading' WHEN may_be_other OR p.value > 2 * w.value THEN 'other_whole' END AS reason
    FROM pointing
    WHERE p.stops - w.stops <= 2
    QUALIFY row_number() OVER (PARTITION BY p.article, p.nth ORDER BY w.highest DESC) = 1
),
-- "124 trên tổng số 118 tổ": a share in words.
worded AS (
    SELECT w, w.article AS article, w.span."start" AS spot,
        CAST(replace(regexp_extract(w.ahead, '(?:^|[^\p{L}\d/.,-])(\d[\d.]*)(?: [^\d.;:,()\n]{1,40})? (?:trên|trong) (?:tổng số|tổng cộng|tổng) $', 1), '.', '') AS DOUBLE) AS part
    FROM in_order w
    WHERE NOT w.is_money AND w.bound = 'exact' AND w.high IS NULL AND w.of IS NULL AND NOT w.is_rate AND w.dimension = ''
        AND regexp_matches(w.ahead, '(?:^|[^\p{L}\d/.,-])(\d[\d.]*)(?: [^\d.;:,()\n]{1,40})? (?:trên|trong) (?:tổng số|tổng cộng|tổng) $')
    UNION ALL
    SELECT w, w.article, w.span."start", p.value
    FROM in_order w JOIN in_order p ON p.article = w.article AND p.nth = w.nth - 1 AND alike(p, w)
    WHERE NOT w.is_money AND w.bound = 'exact' AND w.high IS NULL AND p.high IS NULL AND p.bound = 'exact' AND w.of IS NULL AND NOT w.is_rate
        AND p.change_direction IS NULL AND regexp_matches(w.ahead, '^[^\d.;:,()\n]{0,50} (trên|trong) (tổng số|tổng cộng|tổng) $')
),
-- "Huyện có 17 xã, thị trấn," and no verb behind it: how many there are.
wholes AS (
    SELECT s.article, s.nr, s.of, s.value AS part, s.span, s.confidence, t.value AS whole, t.span AS whole_span,
        t.confidence AS whole_confidence, t."start" AS whole_start, t."end" AS whole_end, s."start"
    FROM shares s JOIN claims t ON t.article = s.article AND t.unit_key = s.unit_key AND lower(t.unit) = lower(s.unit)
    WHERE t.of IS NULL AND t.bound = 'exact' AND t.high IS NULL AND s.measure <> 'mô hình' AND t.part_of IS NULL
        AND s.part_of IS NULL AND t.change_direction IS NULL AND t.value > 1
        AND coalesce(year(t.period_end) = year(s.period_end), true)
),
stated_wholes AS (
    SELECT w.*, says_of_units(lower(w.whole_span.text)) AS is_of_units FROM wholes w JOIN articles a ON a.id = w.article
    WHERE regexp_matches(lower(substr(a.text, greatest(1, w.whole_start - 39), least(40, w.whole_start))),
            '(huyện|thị xã|thành phố|quận|tỉnh|xã|phường|thị trấn|ấp|thôn|bản|khóm|xóm|khu phố|tổ dân phố|địa bàn)[^.;:,\d\n]{0,24} (hiện )?(có|gồm)( tổng số| tất cả)? $')
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
SELECT CASE WHEN part <= w.value THEN 'agrees' WHEN w.confidence < 0.6 OR part > 2 * w.value OR regexp_matches(w.behind, 'kế hoạch|chỉ tiêu|đăng ký|giao|vượt') THEN 'unclear' ELSE 'differs' END,
    CASE WHEN part > w.value THEN CASE WHEN w.confidence < 0.6 THEN 'doubtful_reading' WHEN regexp_matches(w.behind, 'kế hoạch|chỉ tiêu|đăng ký|giao|vượt') THEN 'against_plan'
        WHEN part > 2 * w.value THEN 'other_whole' END END,
    'warning', concat_ws('|', article, spot, 'worded'), [w.span], in_words(part, NULL, 'exact'), in_words(w.value, NULL, 'exact')
FROM worded
QUALIFY row_number() OVER (PARTITION BY article, spot ORDER BY part) = 1
