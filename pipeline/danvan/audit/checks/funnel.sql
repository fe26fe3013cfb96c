/*
severity = "error"

[title]
en = "A later stage above the one before it"
vi = "Bước sau lớn hơn bước trước"

[message]
en = "{later_text} ({later_word}) is more than {earlier_text} ({earlier_word}): {stated} > {computed}"
vi = "{later_text} ({later_vi}) nhiều hơn {earlier_text} ({earlier_vi}): {stated} > {computed}"

[settle]
en = "the report behind the article: whether both numbers are of the same models"
vi = "báo cáo gốc: hai con số có cùng nói về một nhóm mô hình không"

[[case]]
says = "more recognised than registered, in one article and year"
expect = ["differs"]
figures = [{ value = 120, status = "registered" }, { value = 130, status = "recognised" }]

[[case]]
says = "recognised by the district's own committee"
expect = ["differs"]
figures = [{ value = 120, status = "registered" }, { value = 130, status = "recognised", level = "district" }]

[[case]]
says = "fewer recognised than registered"
expect = ["agrees"]
figures = [{ value = 120, status = "registered" }, { value = 110, status = "recognised" }]

[[case]]
says = "all that were registered"
expect = ["agrees"]
figures = [{ value = 120, status = "registered" }, { value = 120, status = "recognised" }]

[[case]]
says = "built above registered is good work"
expect = []
figures = [{ value = 135, status = "registered" }, { value = 138, status = "built" }]

[[case]]
says = "another year"
expect = []
figures = [
  { value = 120, status = "registered" },
  { value = 130, status = "recognised", period_start = "2021-01-01", period_end = "2021-12-31" },
]

[[case]]
says = "registered in half a year, recognised in the whole of it"
expect = ["unclear"]
figures = [
  { value = 60, status = "registered", period_end = "2022-06-30" },
  { value = 90, status = "recognised" },
]

[[case]]
says = "half a year and all of it in one sentence: what was read for both is the half"
expect = ["unclear"]
figures = [
  { value = 31, status = "registered", period_start = "2022-07-01", sentence = "Sáu tháng cuối năm đăng ký 31 mô hình, cả năm công nhận 58 mô hình." },
  { value = 58, status = "recognised", period_start = "2022-07-01", sentence = "Sáu tháng cuối năm đăng ký 31 mô hình, cả năm công nhận 58 mô hình." },
]

[[case]]
says = "a part by field beside the total: not the same models"
expect = []
figures = [
  { value = 40, status = "registered", field = "economy" },
  { value = 90, status = "recognised" },
]

[[case]]
says = "registered twice: the larger one holds what was recognised"
expect = ["agrees"]
figures = [
  { value = 40, status = "registered" },
  { value = 95, status = "registered" },
  { value = 90, status = "recognised" },
]

[[case]]
says = "newly registered this year, recognised out of all that there are"
expect = ["unclear"]
articles = [{ id = "a", text = "Đăng ký mới 57 mô hình, công nhận 70 mô hình." }]
figures = [
  { value = 57, status = "registered", text = "57 mô hình", sentence = "Đăng ký mới 57 mô hình, công nhận 70 mô hình." },
  { value = 70, status = "recognised", text = "70 mô hình", sentence = "Đăng ký mới 57 mô hình, công nhận 70 mô hình." },
]

[[case]]
says = "two articles of one year: a warning"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-12-20" }, { id = "b", published_on = "2022-12-23" }]
figures = [
  { article = "a", value = 120, status = "registered" },
  { article = "b", value = 150, status = "recognised" },
]

[[case]]
says = "registered in spring, more came until winter"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2022-03-20" }, { id = "b", published_on = "2022-12-23" }]
figures = [
  { article = "a", value = 120, status = "registered" },
  { article = "b", value = 150, status = "recognised" },
]

[[case]]
says = "more commended than recognised, as printed"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-12-20" }]
figures = [{ value = 120, status = "recognised" }, { value = 150, status = "commended" }]

[[case]]
says = "chosen out of fewer, in one sentence"
expect = ["differs"]
articles = [{ id = "a", text = "Trong 18 mô hình được công nhận, lựa chọn 21 mô hình đề nghị Tỉnh ủy khen thưởng." }]
figures = [{ value = 21, text = "21 mô hình", status = "commended", sentence = "Trong 18 mô hình được công nhận, lựa chọn 21 mô hình đề nghị Tỉnh ủy khen thưởng." }]

[[case]]
says = "chosen out of more"
expect = ["agrees"]
articles = [{ id = "a", text = "Trong 81 mô hình được công nhận, lựa chọn 21 mô hình đề nghị Tỉnh ủy khen thưởng." }]
figures = [{ value = 21, text = "21 mô hình", status = "commended", sentence = "Trong 81 mô hình được công nhận, lựa chọn 21 mô hình đề nghị Tỉnh ủy khen thưởng." }]

[[case]]
says = "chosen out of those that have just been recognised"
expect = ["differs"]
articles = [{ id = "a", text = "Huyện công nhận 40 mô hình. Huyện chọn ra trong số mô hình vừa được công nhận 46 mô hình tiêu biểu." }]
figures = [
  { value = 40, text = "40 mô hình", status = "recognised", sentence = "Huyện công nhận 40 mô hình." },
  { value = 46, text = "46 mô hình tiêu biểu", topic = "", status = "recognised", sentence = "Huyện chọn ra trong số mô hình vừa được công nhận 46 mô hình tiêu biểu." },
]

[[case]]
says = "chosen this year, beside what was recognised"
expect = []
articles = [{ id = "a", text = "Huyện công nhận 40 mô hình. Năm sau huyện chọn 46 mô hình làm điểm." }]
figures = [
  { value = 40, text = "40 mô hình", status = "recognised", sentence = "Huyện công nhận 40 mô hình." },
  { value = 46, text = "46 mô hình", topic = "", status = "planned", sentence = "Năm sau huyện chọn 46 mô hình làm điểm." },
]

[[case]]
says = "1.026 registered, 816 of them in communes; the district and its communes recognise 869"
expect = ["unclear"]
figures = [
  { value = 1026, status = "registered" },
  { value = 816, status = "registered", level = "commune", part_of = 0, partition = true, list = 0 },
  { value = 869, status = "recognised", level = "commune", part_of = 0, partition = false },
]

[[case]]
says = "by levels on both sides: more are recognised in communes than were registered there"
expect = ["agrees", "differs"]
figures = [
  { value = 1026, status = "registered" },
  { value = 816, status = "registered", level = "commune", part_of = 0, partition = true, list = 0 },
  { value = 900, status = "recognised" },
  { value = 830, status = "recognised", level = "commune", part_of = 2, partition = true, list = 1 },
]

[[case]]
says = "more initiatives recognised than were entered"
expect = ["differs"]
articles = [{ id = "a", text = "Các trường đăng ký 112 sáng kiến. Hội đồng họp và công nhận 121 sáng kiến." }]
figures = [{ value = 112, measure = "sáng kiến", unit = "sáng kiến", topic = "", status = "", text = "112 sáng kiến" }, { value = 121, measure = "sáng kiến", unit = "sáng kiến", topic = "", status = "", text = "121 sáng kiến" }]

[[case]]
says = "households of another title, and of two rounds"
expect = []
articles = [
  { id = "a", text = "Có 1.240 hộ đăng ký danh hiệu “Gia đình văn hóa”. Kết quả, 1.305 hộ được công nhận “Gia đình học tập”." },
  { id = "b", text = "Đợt 1 có 1.240 hộ đăng ký danh hiệu “Gia đình văn hóa”. Kết quả, 1.305 hộ được công nhận “Gia đình văn hóa”." },
]
figures = [
  { article = "a", value = 1240, measure = "hộ", unit = "hộ", topic = "", status = "", text = "1.240 hộ" }, { article = "a", value = 1305, measure = "hộ", unit = "hộ", topic = "", status = "", text = "1.305 hộ" },
  { article = "b", value = 1240, measure = "hộ", unit = "hộ", topic = "", status = "", text = "1.240 hộ" }, { article = "b", value = 1305, measure = "hộ", unit = "hộ", topic = "", status = "", text = "1.305 hộ" },
]

[[case]]
says = "recognised in December from the list of March, and from any list"
expect = ["differs", "unclear"]
articles = [{ id = "a", published_on = "2022-03-20" }, { id = "b", published_on = "2022-12-19" }, { id = "c", published_on = "2022-12-19" }]
figures = [
  { article = "a", value = 85, status = "registered", text = "85 mô hình", sentence = "Huyện có 85 mô hình được đăng ký." },
  { article = "b", value = 94, status = "recognised", text = "94 mô hình", sentence = "Từ danh sách các đơn vị đăng ký hồi đầu năm, huyện công nhận 94 mô hình." },
  { article = "c", value = 95, status = "recognised", text = "95 mô hình", sentence = "Huyện công nhận 95 mô hình." },
]
*/
WITH stages AS (
    SELECT c.*, concat_ws('|', c.measure, coalesce(c.topic, ''), coalesce(c.field, ''), coalesce(c.holder, '')) AS kind,
        -- What the unit's own body recognises bears the unit's level.
        CASE WHEN c.level IS DISTINCT FROM c.place_level THEN coalesce(c.level, '') ELSE '' END AS above,
        year(c.period_end) AS year, coalesce(c.cumulative, false) AS is_stock,
        CASE c.status WHEN 'registered' THEN 1 WHEN 'recognised' THEN 2 WHEN 'commended' THEN 3 END AS stage,
        says_new_ones(lower(c.sentence)) AS is_new, says_of_years(c.sentence) AS is_of_years, c.list IS NOT NULL AND t.status = c.status AS is_in_list
    FROM claims c LEFT JOIN figures t ON t.article = c.article AND t.nr = c.part_of
    WHERE c.measure = 'mô hình' AND c.topic = 'dan_van_kheo' AND c.status IN ('registered', 'recognised', 'commended')
        AND NOT c.is_rate AND c.of IS NULL AND c.change_direction IS NULL AND c.period_end IS NOT NULL
        AND c.place_name IS NOT NULL
        -- An aside tells of what is named before it: "sau ngành Giáo dục (102 mô hình)".
        AND NOT (c.status = 'commended' AND contains(c.sentence, '(' || c.text || ')'))
),
-- "Trong 18 mô hình được công nhận, lựa chọn 21 mô hình đề nghị khen thưởng": as printed in one sentence.
named_choices AS (
    SELECT article, nr, value, span, confidence, sentence, text, "start", period_end, unit_key, ahead,
        first_choice_of(ahead) AS whole, says_picked_from(ahead) OR says_choosing(ahead) AND says_of_the_known(behind) AS is_picked
    FROM (
        SELECT *, lower(left(sentence, strpos(sentence, text) - 1)) AS ahead, lower(substr(sentence, strpos(sentence, text) + length(text))) AS behind
        FROM claims
        WHERE measure = 'mô hình' AND bound = 'exact' AND high IS NULL AND of IS NULL AND change_direction IS NULL AND value >= 3 AND contains(lower(sentence), 'chọn')
    )
),
chosen AS (
    SELECT article, value, span, confidence, CAST(replace(whole, '.', '') AS DOUBLE) AS whole,
        CAST(NULL AS STRUCT(article VARCHAR, "start" INTEGER, "end" INTEGER, text VARCHAR)) AS whole_span
    FROM named_choices WHERE whole <> ''
),
-- "Ban Chỉ đạo công nhận 40 mô hình. ... huyện chọn ra trong số mô hình vừa được công nhận 46 mô hình tiêu biểu".
picked AS (
    SELECT c.article, c.value, c.span, least(c.confidence, t.confidence) AS confidence, t.value AS whole, t.span AS whole_span
    FROM named_choices c JOIN (
        SELECT k.article, k.unit_key, count(DISTINCT k.value) AS values, any_value(k.value) AS value, any_value(k.span) AS span,
            min(k.confidence) AS confidence, min(k."start") AS "start"
        FROM claims k ANTI JOIN (SELECT article, nr FROM named_choices WHERE is_picked) p ON p.article = k.article AND p.nr = k.nr
        LEFT JOIN figures t ON t.article = k.article AND t.nr = k.part_of
        WHERE k.measure = 'mô hình' AND k.topic = 'dan_van_kheo' AND k.status = 'recognised' AND k.bound = 'exact' AND k.high IS NULL AND k.of IS NULL
            AND k.change_direction IS NULL AND t.status IS DISTINCT FROM 'recognised'
        GROUP BY k.article, k.unit_key
    ) t ON t.article = c.article AND t.unit_key = c.unit_key AND t."start" < c."start" AND t.values = 1
    WHERE c.is_picked
),
-- "đưa 29 mô hình ra thẩm định, kết quả 31 mô hình được công nhận": those that were put forward and those that came out. Of
-- other things than models, which have stages of their own, also those that were entered for a title, and for no other one.
examined AS (
    SELECT p.article AS article, p.value AS value, p.span AS span, least(p.confidence, x.confidence) AS confidence, x.value AS whole, x.span AS whole_span
    FROM in_order p JOIN in_order x ON x.article = p.article AND x.nth BETWEEN p.nth - CASE p.measure WHEN 'mô hình' THEN 1 ELSE 2 END AND p.nth - 1
        AND alike(x, p) AND x.breaks = p.breaks AND p.stops - x.stops <= CASE p.measure WHEN 'mô hình' THEN 1 ELSE 2 END
    WHERE NOT p.is_money AND p.dimension = '' AND NOT p.is_rate AND NOT x.is_rate AND p.bound = 'exact' AND p.high IS NULL AND p.of IS NULL AND p.change_direction IS NULL
        AND x.change_direction IS NULL AND x.bound = 'exact' AND x.high IS NULL AND x.of IS NULL AND p.value <= 1.5 * x.value AND x.value >= 3
        AND says_as_result(p.ahead) AND NOT says_more_put_forward(x.led_by || x.behind || p.ahead || p.behind)
        AND CASE p.measure WHEN 'mô hình' THEN
            says_put_forward(clause_ahead(x.ahead) || first_up_to_comma(clause_behind(x.behind)))
            AND says_came_out(own_words(p.ahead) || first_up_to_comma(clause_behind(p.behind)))
        ELSE (says_put_forward(clause_ahead(x.ahead) || first_up_to_comma(clause_behind(x.behind))) OR says_entered(own_words(x.ahead)) OR says_entering(x.behind))
            AND NOT says_won(own_words(x.ahead) || first_up_to_comma(clause_behind(x.behind)))
            AND says_won(own_words(p.ahead) || first_up_to_comma(clause_behind(p.behind)))
            AND (first_title(without_title_word(p.behind)) = '' OR contains(regexp_replace(x.led_by || x.behind || p.ahead, '[“”"]', '', 'g'), first_title(without_title_word(p.behind))))
        END
    QUALIFY row_number() OVER (PARTITION BY p.article, p.nth ORDER BY x.nth DESC) = 1
),
-- A stage of a unit and year in one article: its largest number must hold what comes later.
tops AS (
    SELECT article, kind, above, unit_key, year, is_stock, stage, any_value(published_on) AS published_on,
        arg_max(sentence, highest) AS sentence, bool_or(is_of_years) AS is_of_years, any_value(place_level) AS place_level,
        max(highest) AS most, arg_max(value, highest) AS value, arg_max(high, highest) AS high, arg_max(bound, highest) AS bound,
        arg_max(span, highest) AS span, min(confidence) AS confidence, bool_or(is_new) AS is_new,
        arg_max(is_in_list, highest) AS is_listed,
        arg_max(coalesce(period_start, DATE '1900-01-01'), highest) AS period_start, max(period_end) AS period_end,
        count(*) AS numbers
    FROM stages GROUP BY ALL
),
leasts AS (
    SELECT article, kind, above, unit_key, year, is_stock, stage, any_value(published_on) AS published_on,
        arg_max(sentence, lowest) AS sentence, arg_max(is_of_years, lowest) AS is_of_years, max(lowest) AS least, arg_max(value, lowest) AS value, arg_max(high, lowest) AS high, arg_max(bound, lowest) AS bound,
        arg_max(span, lowest) AS span, arg_max(confidence, lowest) AS confidence, bool_or(is_new) AS is_new,
        arg_max(is_in_list, lowest) AS is_listed,
        arg_max(coalesce(period_start, DATE '1900-01-01'), lowest) AS period_start, arg_max(period_end, lowest) AS period_end
    FROM stages GROUP BY ALL
),
pairs AS (
    SELECT l.article = e.article AS is_here, l.stage AS later, e.stage AS earlier, l.least, e.most,
        l.article, l.value, l.high, l.bound, l.span, e.value AS e_value, e.high AS e_high, e.bound AS e_bound, e.span AS e_span,
        least(l.confidence, e.confidence) AS confidence, l.is_new OR e.is_new AS is_new,
        (l.is_stock OR l.period_start = e.period_start AND l.period_end <= e.period_end) AND l.is_of_years = e.is_of_years
            AND NOT (date_diff('day', e.period_start, e.period_end) BETWEEN 1 AND 350 AND says_all_year(l.sentence)) AS same_span,
        e.published_on, l.published_on AS later_published,
        -- A part of a list ("36 cấp tỉnh, 816 cấp cơ sở") holds what is a part of another list, but no total.
        e.is_listed AND NOT l.is_listed AS is_part,
        l.value < 0.5 * e.value OR l.value > 2 * e.value AS is_far, says_of_first_list(l.sentence) AS is_of_list
    FROM leasts l JOIN tops e ON e.kind = l.kind AND e.unit_key = l.unit_key AND e.year = l.year
        AND e.is_stock = l.is_stock AND e.stage < l.stage
    -- Of those of all levels, what a level above recognises is a part, where one sentence tells of both.
    WHERE (l.above = e.above OR e.above = '' AND l.article = e.article AND l.sentence = e.sentence AND l.value <= 1.5 * e.value) AND (l.article = e.article
        OR NOT l.is_stock AND l.article NOT IN (SELECT article FROM copies) AND e.article NOT IN (SELECT article FROM copies))
),
reasoned AS (
    SELECT *, CASE
        WHEN least <= most THEN NULL
        WHEN confidence < 0.6 THEN 'doubtful_reading'
        WHEN NOT same_span THEN 'other_period'
        WHEN is_new THEN 'other_stage'
        WHEN is_far OR is_part THEN 'other_measure'
        WHEN NOT is_here AND (published_on IS NULL OR later_published IS NULL) THEN 'undated'
        -- A list stays open for months: only what was printed at the same time or later bounds it, unless it is that list that is meant.
        WHEN NOT is_here AND published_on < later_published - INTERVAL 60 DAY AND NOT is_of_list THEN 'other_period'
        END AS reason
    FROM pairs
)
SELECT
    CASE WHEN reason IS NOT NULL THEN 'unclear' WHEN least > most THEN 'differs' ELSE 'agrees' END AS outcome,
    reason,
    CASE WHEN NOT is_here OR later = 3 THEN 'warning' END AS severity,
    concat_ws('|', article, span."start", e_span.article, e_span."start") AS key,
    [span, e_span] AS spans,
    in_words(value, high, bound) AS stated, in_words(e_value, e_high, e_bound) AS computed,
    span.text AS later_text, e_span.text AS earlier_text,
    CASE later WHEN 2 THEN 'recognised' ELSE 'commended' END AS later_word,
    CASE earlier WHEN 1 THEN 'registered' ELSE 'recognised' END AS earlier_word,
    CASE later WHEN 2 THEN 'công nhận' ELSE 'biểu dương' END AS later_vi,
    CASE earlier WHEN 1 THEN 'đăng ký' ELSE 'công nhận' END AS earlier_vi
FROM reasoned
UNION ALL
SELECT CASE WHEN value <= whole THEN 'agrees' WHEN confidence < 0.6 THEN 'unclear' ELSE 'differs' END,
    CASE WHEN value > whole AND confidence < 0.6 THEN 'doubtful_reading' END,
    'warning',
    concat_ws('|', article, span."start", 'chosen'),
    list_filter([span, whole_span], lambda s: s IS NOT NULL),
    in_words(value, NULL, 'exact'), in_words(whole, NULL, 'exact'),
    span.text, coalesce(whole_span.text, in_words(whole, NULL, 'exact')),
    'chosen', 'those chosen from', 'được chọn', 'số đưa ra chọn'
FROM (
    SELECT * FROM chosen
    UNION ALL
    SELECT * FROM picked
    UNION ALL
    SELECT * FROM examined
)
