/*
severity = "error"

[title]
en = "Parts that do not add up to their total"
vi = "Các phần cộng lại không bằng tổng"

[message]
en = "{total_text}: the parts as printed give {arithmetic}, the total says {stated}"
vi = "{total_text}: các phần như đã in cho {arithmetic}, còn tổng ghi {stated}"

[settle]
en = "the report behind the article, or a part that the list leaves out"
vi = "báo cáo gốc, hoặc một phần mà danh sách bỏ sót"

[[case]]
says = "two parts are three short of the total"
expect = ["differs"]
figures = [
  { value = 138 },
  { value = 60, part_of = 0, partition = true, list = 0 },
  { value = 75, part_of = 0, partition = true, list = 0 },
]

[[case]]
says = "five fields that close"
expect = ["agrees"]
figures = [
  { value = 138 },
  { value = 34, part_of = 0, partition = true, list = 0 },
  { value = 28, part_of = 0, partition = true, list = 0 },
  { value = 37, part_of = 0, partition = true, list = 0 },
  { value = 20, part_of = 0, partition = true, list = 0 },
  { value = 19, part_of = 0, partition = true, list = 0 },
]

[[case]]
says = "a total that is divided twice, once well and once not: each list by itself"
expect = ["agrees", "differs"]
figures = [
  { value = 100 },
  { value = 60, part_of = 0, partition = true, list = 0 },
  { value = 40, part_of = 0, partition = true, list = 0 },
  { value = 70, part_of = 0, partition = true, list = 1 },
  { value = 20, part_of = 0, partition = true, list = 1 },
]

[[case]]
says = "a list left open"
expect = ["unclear"]
figures = [
  { value = 107 },
  { value = 43, part_of = 0, partition = false, list = 0 },
  { value = 13, part_of = 0, partition = false, list = 0 },
]

[[case]]
says = "a mere subset"
expect = []
figures = [
  { value = 33 },
  { value = 15, part_of = 0, partition = false, of = 15 },
]

[[case]]
says = "one part is a lower bound and can fill what is missing"
expect = ["agrees"]
figures = [
  { value = 460 },
  { value = 110, bound = "more_than", part_of = 0, partition = true, list = 0 },
  { value = 310, part_of = 0, partition = true, list = 0 },
]

[[case]]
says = "a lower bound cannot make parts smaller"
expect = ["differs"]
figures = [
  { value = 400 },
  { value = 110, bound = "more_than", part_of = 0, partition = true, list = 0 },
  { value = 310, part_of = 0, partition = true, list = 0 },
]

[[case]]
says = "decimals rounded one by one"
expect = ["agrees"]
figures = [
  { value = 50.7, measure = "đường", unit = "km" },
  { value = 26.8, measure = "đường", unit = "km", part_of = 0, partition = true, list = 0 },
  { value = 23.8, measure = "đường", unit = "km", part_of = 0, partition = true, list = 0 },
]

[[case]]
says = "the reading of a part is doubtful"
expect = ["unclear"]
figures = [
  { value = 138 },
  { value = 60, part_of = 0, partition = true, list = 0, confidence = 0.4 },
  { value = 75, part_of = 0, partition = true, list = 0 },
]
*/
WITH lists AS (
    SELECT p.article, p.part_of, p.list, count(*) AS parts,
        bool_and(p.partition) AS is_whole,
        bool_or(p.of IS NOT NULL OR p.change_direction IS NOT NULL OR p.is_rate) AS is_odd,
        bool_and(p.measure = t.measure) AS same_measure,
        bool_and(p.bound = 'exact' AND p.high IS NULL) AND any_value(t.bound = 'exact' AND t.high IS NULL) AS is_exact,
        least(min(p.confidence), any_value(t.confidence)) AS confidence,
        sum(p.value) AS computed, sum(p.lowest) AS lowest, sum(p.highest) AS highest, sum(p.slack) AS slack,
        string_agg(in_words(p.value, p.high, p.bound), ' + ' ORDER BY p."start") AS arithmetic,
        list(p.span ORDER BY p."start") AS spans,
        min(p."start") AS "first"
    FROM claims p JOIN claims t ON t.article = p.article AND t.nr = p.part_of
    WHERE p.list IS NOT NULL
    GROUP BY p.article, p.part_of, p.list
)
SELECT
    CASE
        WHEN NOT l.is_whole OR l.is_odd OR NOT l.same_measure OR l.parts < 2 OR l.confidence < 0.6 THEN 'unclear'
        WHEN l.highest + l.slack + t.slack < t.lowest OR l.lowest - l.slack - t.slack > t.highest THEN 'differs'
        ELSE 'agrees'
    END AS outcome,
    CASE
        WHEN NOT l.is_whole THEN 'open_list'
        WHEN l.is_odd THEN 'not_counts'
        WHEN NOT l.same_measure THEN 'other_measure'
        WHEN l.parts < 2 THEN 'one_part'
        WHEN l.confidence < 0.6 THEN 'doubtful_reading'
    END AS reason,
    CASE WHEN NOT l.is_exact THEN 'warning' END AS severity,
    concat_ws('|', t.article, t."start", l."first") AS key,
    list_prepend(t.span, l.spans) AS spans,
    in_words(t.value, t.high, t.bound) AS stated,
    in_words(l.computed, NULL, 'exact') AS computed,
    l.arithmetic || ' = ' || in_words(l.computed, NULL, 'exact') AS arithmetic,
    t.span.text AS total_text
FROM lists l JOIN claims t ON t.article = l.article AND t.nr = l.part_of
