-- Percentages and the two numbers that they are said to come from: one view a way of telling it, over the claims and the numbers
-- in their order. Each row: `spot`, where the percentage stands; `fits`; `reason`, why it cannot be said; the rest as a finding
-- shows it. The check "percent" says which of them goes before which.

-- "460 triệu đồng, đạt 115 % kế hoạch, trong khi chỉ tiêu giao là 500 triệu đồng": money with its plan in one sentence.
CREATE OR REPLACE TEMP VIEW percent_of_plan AS
WITH planned AS (
    SELECT c.article, c."start", c.span, c.value, m.span AS part_span, q.span AS plan_span, CAST(m.amount AS DOUBLE) AS part,
        CAST(q.amount AS DOUBLE) AS plan, least(m.confidence, q.confidence) AS confidence,
        abs(100 * CAST(m.amount AS DOUBLE) / CAST(q.amount AS DOUBLE) - c.value) <= greatest(2 * c.slack, 1) AS fits
    FROM claims c
    JOIN sums m ON m.article = c.article AND m.sentence = c.sentence AND m."end" <= c."start" AND c."start" - m."end" <= 40
    JOIN sums q ON q.article = c.article AND q.sentence = c.sentence AND q.nr <> m.nr
    JOIN articles a ON a.id = c.article
    WHERE c.dimension = '%' AND c.change_direction IS NULL AND c.bound = 'exact' AND c.high IS NULL AND c.confidence >= 0.4
        AND m.bound = 'exact' AND m.high IS NULL AND q.bound = 'exact' AND q.high IS NULL AND q.amount > 0 AND m.currency = q.currency
        AND says_of_plan(substr(a.text, c."start" + 1, c."end" - c."start" + 24))
        AND says_reaching(substr(a.text, m."end" + 1, c."start" - m."end"))
        AND says_plan_is(substr(a.text, greatest(1, q."start" - 59), least(60, q."start")))
)
SELECT article, "start" AS spot, fits, CASE WHEN NOT fits AND confidence < 0.6 THEN 'doubtful_reading' END AS reason, 'warning' AS severity,
    [span, part_span, plan_span] AS spans, in_words(value, NULL, 'exact') || ' %' AS stated, 100 * part / plan AS given,
    share_in_words(part, plan) AS arithmetic, span.text AS percent_text
FROM planned;

-- "312/4.160 hộ nghèo, đạt tỷ lệ 9,5%": as it is printed, whether the share was read as a figure or not.
CREATE OR REPLACE TEMP VIEW percent_printed AS
WITH printed AS (
    SELECT c.article, c."start", c.span, c.value, tolerance_of(c) AS tolerance,
        coalesce(nullif(first_share_told(without_days(substr(a.text, greatest(1, c."start" - 99), least(100, c."start")))), ''),
            first_share_behind(substr(a.text, c."end" + 1, 120))) AS share
    FROM claims c JOIN articles a ON a.id = c.article
    WHERE c.dimension = '%' AND c.change_direction IS NULL AND c.bound = 'exact' AND c.high IS NULL AND c.confidence >= 0.4
        AND NOT says_of_plan(substr(a.text, c."start" + 1, c."end" - c."start" + 24))
),
shares AS (
    SELECT *, CAST(replace(numbers[1], '.', '') AS DOUBLE) AS part, CAST(replace(numbers[2], '.', '') AS DOUBLE) AS whole
    FROM (SELECT *, regexp_extract_all(share, '\d[\d.]*') AS numbers FROM printed WHERE share <> '')
    WHERE len(numbers) = 2 AND regexp_matches(numbers[1] || '/' || numbers[2], '^\d{1,3}(\.\d{3})*/\d{1,3}(\.\d{3})*$|^\d+/\d+$')
)
SELECT article, "start" AS spot, abs(100 * part / whole - value) <= tolerance AS fits,
    CASE WHEN abs(100 * part / whole - value) > tolerance AND part > whole THEN 'against_plan' END AS reason, 'warning' AS severity,
    [span] AS spans, in_words(value, NULL, 'exact') || ' %' AS stated, 100 * part / whole AS given,
    share_in_words(part, whole) AS arithmetic, span.text AS percent_text
FROM shares WHERE whole > 0;

-- "Cả xã có 1.250 hộ thì 1.100 hộ đã phân loại rác, tức là 78%": the whole before its part, in one breath; "240 ý kiến. Đến cuối
-- tháng 6, 228 ý kiến trong số đó đã có trả lời. Tỷ lệ giải quyết là 98%".
CREATE OR REPLACE TEMP VIEW percent_spoken AS
WITH likely AS (
    SELECT c.article, c."start", c."end", c.value, c.bound, c.high, c.span, c.measure, c.unit, c.confidence, c.slack
    FROM claims c JOIN articles a ON a.id = c.article
    WHERE c.dimension = '%' AND c.change_direction IS NULL AND c.bound = 'exact' AND c.high IS NULL AND c.of IS NULL AND c.value < 100
        AND says_share_before(lower(substr(a.text, greatest(1, c."start" - 19), least(20, c."start"))))
),
lined AS (
    SELECT p AS percent, f AS part
    FROM likely p ASOF JOIN (
        SELECT article, nr, "start", "end", value, span, measure, unit, unit_key, confidence, bound, high, of, part_of, sentence FROM claims
        WHERE dimension = '' AND change_direction IS NULL AND NOT is_rate
    ) f ON f.article = p.article AND f."end" <= p."start"
    WHERE p."start" - f."end" <= 140
),
spoken AS (
    SELECT l.percent, l.part, w AS whole, l.part.article AS article
    FROM (SELECT *, part.article AS article, part.measure AS measure, part.unit_key AS unit_key, part."start" AS at FROM lined) l
    ASOF JOIN (
        SELECT article, nr, "start", "end", value, span, measure, unit, unit_key, confidence FROM claims
        WHERE dimension = '' AND change_direction IS NULL AND NOT is_rate AND bound = 'exact' AND high IS NULL AND of IS NULL
            AND part_of IS NULL
    ) w ON w.article = l.article AND split_part(w.measure, ',', 1) = split_part(l.measure, ',', 1) AND w.unit_key IS NOT DISTINCT FROM l.unit_key AND w."end" <= l.at
    WHERE l.part.bound = 'exact' AND l.part.high IS NULL AND l.part.of IS NULL AND l.part.value < w.value AND l.at - w."end" <= 250
    UNION ALL
    -- "120 hộ, đạt 80% trên tổng số 160 hộ".
    SELECT l.percent, l.part, w, l.part.article
    FROM lined l JOIN articles a ON a.id = l.part.article
    JOIN (
        SELECT article, nr, "start", "end", value, span, measure, unit, unit_key, confidence FROM claims
        WHERE dimension = '' AND change_direction IS NULL AND NOT is_rate AND bound = 'exact' AND high IS NULL AND of IS NULL
    ) w ON w.article = l.part.article AND w.measure = l.part.measure AND w."start" - l.percent."end" BETWEEN 2 AND 24
    WHERE l.part.bound = 'exact' AND l.part.high IS NULL AND l.part.of IS NULL AND l.part.value < w.value
        AND says_out_of(substr(a.text, l.percent."end" + 1, w."start" - l.percent."end"))
),
beside AS (
    SELECT s.*,
        lower(substr(a.text, greatest(1, s.whole."start" - 79), least(80, s.whole."start"))) AS ahead,
        lower(substr(a.text, s.whole."end" + 1, s.part."start" - s.whole."end")) AS gap,
        lower(substr(a.text, s.part."end" + 1, s.percent."start" - s.part."end")) AS behind_part,
        says_of_the_unit(substr(a.text, s.percent."end" + 1, 50))
            AND (s.percent.measure = 'tỷ lệ' OR s.percent.measure = 'số ' || lower(s.whole.unit)) AS ends_there,
        -- The share says itself of what it is taken.
        list_transform([without_of_number(lower(substr(a.text, s.percent."end" + 1, 60)))],
            lambda w: starts_with(w, ' ' || lower(s.whole.unit)) AND says_named_whole_ends(substr(w, length(s.whole.unit) + 2)))[1] AS names_whole,
        s.whole."start" > s.percent."start" AS whole_behind,
        tolerance_of(s.percent) AS tolerance,
        100 * s.part.value / s.whole.value AS given
    FROM spoken s JOIN articles a ON a.id = s.article
),
in_one_breath AS (
    SELECT *, least(part.confidence, whole.confidence) AS surety FROM beside
    WHERE whole_behind AND says_takes_at_once(behind_part)
        OR names_whole AND NOT whole_behind AND says_which_is(behind_part)
            AND says_unit_holds(ahead)
        OR ends_there AND NOT whole_behind AND (
        (says_unit_holds(ahead) OR says_among(ahead)) AND (says_of_it_has(gap) OR says_among(ahead) AND says_it_has(gap)) AND says_which_is(behind_part)
        OR says_those_reach(behind_part) AND regexp_matches(gap, '^[^.;]{0,120}(\.[^.;]{0,55})?$')
    )
)
SELECT b.article, percent."start" AS spot, abs(given - percent.value) <= tolerance AS fits,
    CASE WHEN abs(given - percent.value) <= tolerance THEN NULL WHEN surety < 0.6 THEN 'doubtful_reading' WHEN o.value IS NOT NULL THEN 'no_whole' END AS reason,
    'warning' AS severity, [percent.span, part.span, whole.span] AS spans, in_words(percent.value, NULL, 'exact') || ' %' AS stated, given,
    share_in_words(part.value, whole.value) AS arithmetic, percent.span.text AS percent_text
FROM in_one_breath b
LEFT JOIN (
    -- Any other number that it may be taken of.
    SELECT b.article, b.percent."start" AS at, any_value(c.value) AS value
    FROM in_one_breath b JOIN claims c ON c.article = b.article AND c.measure = b.part.measure AND c.value > 0 AND c."start" < b.percent."start"
        AND c.nr <> b.part.nr
    WHERE abs(100 * b.part.value / c.value - b.percent.value) <= b.tolerance
    GROUP BY ALL
) o ON o.article = b.article AND o.at = b.percent."start";

-- The number nearest to it, of its own whole ("96/103 đơn thư, đạt 93,2%"), of the total that it is a part of, or of the plan.
CREATE OR REPLACE TEMP VIEW percent_tied AS
WITH percents AS (
    -- "gần 96%" is less, but by little.
    SELECT c.* REPLACE (CASE WHEN c.bound = 'less_than' AND says_nearly(left(c.sentence, greatest(0, strpos(c.sentence, c.text) - 1))) THEN 0.95 * c.value ELSE c.lowest END AS lowest),
        c.measure IN ('kế hoạch', 'chỉ tiêu', 'dự toán', 'nghị quyết') AS is_of_plan
    FROM claims c WHERE c.dimension = '%' AND c.change_direction IS NULL
),
counts AS (
    SELECT article, nr, measure, value, of, bound, high, lowest, highest, part_of, sentence, "start", "end", span, confidence, rule
    FROM claims WHERE dimension <> '%' AND change_direction IS NULL AND NOT is_rate AND high IS NULL
),
nearest AS (
    SELECT p.article, p.nr, f.nr AS count_nr, false AS is_behind
    FROM percents p ASOF JOIN counts f ON f.article = p.article AND f."end" <= p."start"
    WHERE f.sentence = p.sentence AND p."start" - f."end" <= 90
    UNION ALL
    SELECT p.article, p.nr, f.nr, true
    FROM percents p ASOF JOIN counts f ON f.article = p.article AND f."start" >= p."end"
    WHERE f.of IS NOT NULL AND f.sentence = p.sentence AND f."start" - p."end" <= 3
),
near AS (
    SELECT n.article, n.nr, n.is_behind, p.value, p.high, p.bound, p.lowest, p.highest, p.span, p.confidence, p.is_of_plan,
        p.sentence, p."start", f.nr AS count_nr, f.value AS part, f.of, f.bound AS part_bound, f.measure, f.part_of,
        f.span AS part_span, f.confidence AS part_confidence, f."start" AS part_start,
        CASE WHEN NOT n.is_behind THEN lower(substr(a.text, f."end" + 1, p."start" - f."end")) END AS gap,
        CASE WHEN n.is_behind THEN substr(a.text, p."end" + 1, f."start" - p."end") END AS behind_gap,
        lower(substr(a.text, p."end" + 1, 24)) AS behind,
        tolerance_of(p) AS tolerance
    FROM nearest n JOIN percents p ON p.article = n.article AND p.nr = n.nr
    JOIN counts f ON f.article = n.article AND f.nr = n.count_nr JOIN articles a ON a.id = n.article
),
tied AS (
    SELECT * EXCLUDE (is_of_plan),
        is_of_plan OR says_of_plan(behind) AS is_of_plan,
        says_of_all(behind) AS ends_there
    FROM near
    WHERE CASE WHEN is_behind THEN regexp_matches(behind_gap, '^ ?\($')
        ELSE says_makes_up(gap) AND NOT regexp_matches(gap, '[.;\d]') END
),
-- What it may be a share of: its own whole, the total that it is a part of, what the plan must have been.
changes AS (
    SELECT article, sentence, "start", span, value, change_direction, confidence FROM claims
    WHERE change_than IN ('plan', 'registered') AND bound = 'exact' AND high IS NULL AND dimension <> '%'
),
wholes AS (
    SELECT t.article, t.nr, t.count_nr, t.is_behind, 'of' AS kind, t.of AS whole, NULL AS whole_span, 1.0 AS surety
    FROM tied t WHERE t.of IS NOT NULL AND NOT t.is_of_plan
    UNION ALL
    SELECT t.article, t.nr, t.count_nr, t.is_behind, 'total', w.value, w.span, w.confidence
    FROM tied t JOIN claims w ON w.article = t.article AND w.nr = t.part_of
    WHERE t.of IS NULL AND NOT t.is_of_plan AND w.measure = t.measure AND w.bound = 'exact' AND w.high IS NULL
    UNION ALL
    SELECT t.article, t.nr, t.count_nr, t.is_behind, 'plan',
        t.part - CASE c.change_direction WHEN 'up' THEN c.value ELSE -c.value END, c.span, c.confidence
    FROM tied t JOIN changes c ON c.article = t.article AND c.sentence = t.sentence AND c."start" > t.part_start
    WHERE t.of IS NULL AND t.is_of_plan AND t.part_bound = 'exact'
),
-- Any other number of the article that it may be taken of.
others AS (
    SELECT t.article, t.nr, arg_min(c.value, abs(100 * t.part / c.value - t.value)) AS whole,
        arg_min(c.span, abs(100 * t.part / c.value - t.value)) AS whole_span
    FROM tied t JOIN claims c ON c.article = t.article AND c.measure = t.measure AND c.nr <> t.count_nr
        AND c.value > 0 AND c."start" < t."start"
    WHERE t.of IS NULL AND NOT t.is_of_plan AND 100 * t.part / c.value
        BETWEEN t.lowest - t.tolerance AND least(t.highest, CASE t.bound WHEN 'more_than' THEN t.value * 1.1 ELSE t.highest END) + t.tolerance
    GROUP BY ALL
),
judged AS (
    SELECT t.*, coalesce(w.kind, 'none') AS kind, w.surety,
        CASE WHEN w.kind IS NULL OR 100 * t.part / w.whole NOT BETWEEN t.lowest - t.tolerance AND t.highest + t.tolerance
            THEN coalesce(o.whole, w.whole) ELSE w.whole END AS whole,
        CASE WHEN w.kind IS NULL OR 100 * t.part / w.whole NOT BETWEEN t.lowest - t.tolerance AND t.highest + t.tolerance
            THEN coalesce(o.whole_span, w.whole_span) ELSE w.whole_span END AS whole_span
    FROM tied t
    LEFT JOIN wholes w ON w.article = t.article AND w.nr = t.nr AND w.count_nr = t.count_nr AND w.is_behind = t.is_behind
    LEFT JOIN others o ON o.article = t.article AND o.nr = t.nr
    QUALIFY row_number() OVER (PARTITION BY t.article, t.nr ORDER BY w.kind IS NULL, t.is_behind DESC) = 1
),
measured AS (
    SELECT *, 100 * part / nullif(whole, 0) AS share FROM judged
),
-- The percentage may be that of two other numbers of the paragraph: "có 318 ... công nhận 279, trong đó 43 cá nhân, chiếm 87,7 %".
elsewhere AS (
    SELECT DISTINCT m.article, m.nr
    FROM measured m JOIN in_order p ON p.article = m.article AND p."start" = m."start" AND p.dimension = '%'
    JOIN in_order a ON a.article = p.article AND a.breaks = p.breaks AND a.nth BETWEEN p.nth - 8 AND p.nth + 2
    JOIN in_order b ON b.article = p.article AND b.breaks = p.breaks AND b.nth BETWEEN p.nth - 8 AND p.nth + 2 AND b.measure = a.measure AND b.value > a.value
    WHERE m.kind IN ('total', 'none') AND a.dimension = '' AND b.dimension = '' AND abs(100 * a.value / b.value - m.value) <= greatest(2 * p.slack, 0.5)
    UNION
    -- Or that of what the article counts by a fuller name: "128 tổ dân vận ... 97 tổ loại tốt ... 41 tổ do nữ đứng đầu, chiếm 32 %".
    SELECT m.article, m.nr FROM measured m JOIN claims c ON c.article = m.article AND split_part(c.measure, ' ', 1) = split_part(m.measure, ' ', 1)
        AND c."start" < m."start" AND c.value > m.part
    WHERE m.kind = 'total' AND abs(100 * m.part / c.value - m.value) <= 0.5
),
reasoned AS (
    SELECT measured.*, share BETWEEN lowest - tolerance AND highest + tolerance AS fits,
        CASE
            WHEN whole IS NULL THEN 'no_whole'
            WHEN share BETWEEN lowest - tolerance AND highest + tolerance THEN NULL
            WHEN confidence < 0.4 OR least(part_confidence, surety) < 0.6 THEN 'doubtful_reading'
            WHEN part_bound <> 'exact' THEN 'bound_only'
            WHEN kind = 'none' OR kind <> 'plan' AND NOT ends_there OR e.nr IS NOT NULL THEN 'no_whole'
            -- "8/10 thôn đạt 95 %" may tell what each of the eight reaches.
            WHEN kind = 'of' AND says_units(measure) AND says_reaches(gap) THEN 'no_whole'
            -- Of a total it may be the share of something between: only "chiếm" and "tỷ lệ" tie it to this total.
            WHEN kind = 'total' AND NOT says_takes(coalesce(gap, '')) THEN 'no_whole'
        END AS reason
    FROM measured LEFT JOIN elsewhere e ON e.article = measured.article AND e.nr = measured.nr
)
SELECT article, "start" AS spot, fits, reason, CASE WHEN kind <> 'of' OR bound <> 'exact' THEN 'warning' END AS severity,
    list_filter([span, part_span, whole_span], lambda s: s IS NOT NULL) AS spans, in_words(value, high, bound) || ' %' AS stated, share AS given,
    share_in_words(part, whole) AS arithmetic, span.text AS percent_text, whole IS NOT NULL AS has_whole
FROM reasoned;

-- A percentage among two numbers of one kind, whatever the words: what of them is the whole, the size tells, or the word
-- "kế hoạch". Such a pair is near by chance now and then: so it must be the nearest, tied to the percentage by a word of
-- being, and close to it, and no other pair of the article may give what is printed.
CREATE OR REPLACE TEMP VIEW percent_in_row AS
WITH shared AS (
    SELECT p, says_of_plan(percent_tail(p)) AS is_of_plan
    FROM in_order p
    WHERE p.dimension = '%' AND p.change_direction IS NULL AND p.high IS NULL AND (p.bound <> 'less_than' OR says_nearly(p.ahead)) AND p.confidence >= 0.4
        AND NOT says_no_share(clause_ahead(p.ahead)) AND NOT says_of_a_part(clause_ahead(p.ahead))
        AND (says_share(clause_ahead(p.ahead))
            OR says_that_is(percent_tail(p)))
),
beside_it AS (
    SELECT s.p, s.is_of_plan, x,
        says_planned_before(clause_ahead(x.ahead))
            OR says_planned_behind(regexp_extract(clause_behind(x.behind), '^[^,(]*')) AS is_plan
    FROM shared s JOIN in_order x ON x.article = s.p.article
    WHERE x.nth BETWEEN s.p.nth - 4 AND s.p.nth + 2 AND abs(x.stops - s.p.stops) <= 1 AND x.breaks = s.p.breaks
        AND (x.nth < s.p.nth OR x.stops = s.p.stops) AND x.change_direction IS NULL AND NOT x.is_rate AND x.of IS NULL AND x.high IS NULL
        AND x.bound IN ('exact', 'about') AND x.value > 0 AND x.dimension <> '%'
),
in_row AS (
    SELECT one.p, one.is_of_plan,
        CASE WHEN one.is_plan AND NOT other.is_plan OR NOT one.is_of_plan AND one.x.value > other.x.value THEN other.x ELSE one.x END AS part,
        CASE WHEN one.is_plan AND NOT other.is_plan OR NOT one.is_of_plan AND one.x.value > other.x.value THEN one.x ELSE other.x END AS whole,
        one.is_plan OR other.is_plan AS has_plan
    FROM beside_it one JOIN beside_it other ON other.p.article = one.p.article AND other.p.nth = one.p.nth AND one.x.nth < other.x.nth
        AND alike(one.x, other.x) AND one.x.value <> other.x.value
    -- The nearest pair alone.
    QUALIFY row_number() OVER (PARTITION BY one.p.article, one.p.nth
        ORDER BY greatest(abs(one.x.nth - one.p.nth), abs(other.x.nth - one.p.nth)), abs(one.x.nth - one.p.nth) + abs(other.x.nth - one.p.nth)) = 1
),
weighed AS (
    SELECT *, 100 * part.value / whole.value AS given,
        tolerance_of(p)
            + 100 * part.value / whole.value * (part.slack / part.value + whole.slack / whole.value
                + CASE WHEN part.bound = 'about' OR whole.bound = 'about' THEN 0.1 ELSE 0 END) AS tolerance
    FROM in_row
    WHERE (is_of_plan AND has_plan AND NOT (whole.value < part.value AND p.value < 100)
        OR NOT is_of_plan AND part.value < whole.value AND p.value < 100
            AND (says_of_those(percent_tail(p)) OR starts_with(ltrim(percent_tail(p)), 'số ' || whole.measure)))
        -- In a sentence of its own a rate has a subject of its own, unless it says that it follows.
        AND (part.stops = p.stops OR whole.stops = p.stops OR says_it_follows(clause_ahead(p.ahead)))
        -- A subject of its own: "1.860 hộ, có 1.767 hộ dùng điện; hộ dùng nước sạch chiếm 85 %".
        AND NOT (greatest(part.nth, whole.nth) < p.nth AND own_words(p.ahead) <> p.ahead AND contains(' ' || own_words(p.ahead) || ' ', ' ' || part.measure || ' ')) AND NOT regexp_matches(p.ahead, ';[^;]{16,}$')
        AND NOT says_of_another_time(whole.behind || part.ahead || part.behind)
),
rivals AS (
    SELECT w.p.article AS article, w.p.nth AS nth
    FROM weighed w JOIN in_order a ON a.article = w.p.article JOIN in_order b ON b.article = w.p.article AND b.value > a.value
    WHERE abs(w.given - w.p.value) > w.tolerance AND a.dimension <> '%' AND (a.measure = b.measure OR alike(a, b))
        AND (abs(100 * a.value / b.value - w.p.value) <= greatest(1, w.tolerance)
            OR a.nr = w.part.nr AND b.nr = w.whole.nr AND abs(100 - 100 * a.value / b.value - w.p.value) <= w.tolerance)
    GROUP BY ALL
    UNION
    -- Another percentage beside it is that of the pair: "45 trong 50 vụ, đạt 90%, lĩnh vực đất đai đạt 95%".
    SELECT w.p.article, w.p.nth FROM weighed w JOIN in_order o ON o.article = w.p.article AND o.nth BETWEEN w.p.nth - 4 AND w.p.nth + 4 AND o.nth <> w.p.nth
    WHERE o.dimension = '%' AND abs(o.value - w.given) <= w.tolerance
),
rowed AS (
    SELECT w.*, CASE
        WHEN given BETWEEN CASE p.bound WHEN 'less_than' THEN 0.95 * p.value ELSE p.lowest END - tolerance AND least(p.highest, 1.1 * p.value) + tolerance THEN NULL
        WHEN least(part.confidence, whole.confidence) < 0.6 THEN 'doubtful_reading'
        WHEN r.nth IS NOT NULL OR abs(given - p.value) > 20 THEN 'no_whole'
        END AS reason
    FROM weighed w LEFT JOIN rivals r ON r.article = w.p.article AND r.nth = w.p.nth
)
SELECT p.article, p."start" AS spot, reason IS NULL AND given BETWEEN CASE p.bound WHEN 'less_than' THEN 0.95 * p.value ELSE p.lowest END - tolerance
        AND least(p.highest, 1.1 * p.value) + tolerance AS fits,
    reason, 'warning' AS severity, [p.span, part.span, whole.span] AS spans, in_words(p.value, p.high, p.bound) || ' %' AS stated, given,
    in_words(part.value, NULL, part.bound) || ' / ' || in_words(whole.value, NULL, whole.bound) || ' = ' || percent_in_words(given) AS arithmetic,
    p.span.text AS percent_text
FROM rowed;

-- Tables: numbers of one row stand together without words. Of which two columns a column of percentages is, two rows at
-- least must tell, and twice as many as those that differ.
CREATE OR REPLACE TEMP VIEW percent_in_table AS
WITH cells AS (
    SELECT o AS one, o.article AS article, o.nth AS nth,
        sum(CASE WHEN regexp_matches(o.ahead, '^[\s|]*$') THEN 0 ELSE 1 END) OVER (PARTITION BY o.article ORDER BY o.nth) AS row
    FROM in_order o
),
in_rows AS (
    SELECT p.one AS p, part.one AS part, whole.one AS whole, p.nth - part.nth AS part_at, p.nth - whole.nth AS whole_at,
        abs(100 * part.one.value / whole.one.value - p.one.value) <= greatest(2 * p.one.slack, CASE WHEN p.one.value = floor(p.one.value) THEN 1 ELSE 0.1 END) AS fits
    FROM cells p
    JOIN cells part ON part.article = p.article AND part.row = p.row AND part.nth <> p.nth
    JOIN cells whole ON whole.article = p.article AND whole.row = p.row AND whole.nth NOT IN (p.nth, part.nth)
    WHERE p.one.dimension = '%' AND part.one.dimension <> '%' AND whole.one.dimension <> '%' AND whole.one.value > 0
),
tabled AS (
    SELECT *, count(*) FILTER (fits) OVER columns AS fitting, count(*) FILTER (NOT fits) OVER columns AS failing
    FROM in_rows
    WINDOW columns AS (PARTITION BY p.article, part_at, whole_at)
    QUALIFY fitting >= 2 AND fitting >= 2 * failing
)
SELECT p.article, p."start" AS spot, fits, CASE WHEN NOT fits AND least(p.confidence, part.confidence, whole.confidence) < 0.6 THEN 'doubtful_reading' END AS reason,
    'warning' AS severity, [p.span, part.span, whole.span] AS spans, in_words(p.value, NULL, 'exact') || ' %' AS stated, 100 * part.value / whole.value AS given,
    share_in_words(part.value, whole.value) AS arithmetic, p.span.text || ' %' AS percent_text
FROM tabled;

-- "60 mô hình, tăng 12 mô hình (25%)": what it grew by against what it was before.
CREATE OR REPLACE TEMP VIEW percent_of_growth AS
WITH grown AS (
    SELECT p, c, n, n.value - CASE c.change_direction WHEN 'up' THEN c.value ELSE -c.value END AS base,
        tolerance_of(p)
            + CASE WHEN n.slack + c.slack > 0 THEN 100 * (n.slack + 2 * c.slack) / nullif(n.value - c.value, 0) ELSE 0 END AS tolerance
    FROM in_order p
    JOIN in_order c ON c.article = p.article AND c.nth = p.nth - 1 AND c.change_direction IS NOT NULL AND c.dimension <> '%'
    JOIN in_order n ON n.article = p.article AND n.nth = p.nth - 2 AND n.change_direction IS NULL AND n.of IS NULL AND alike(n, c)
    WHERE p.dimension = '%' AND p.bound = 'exact' AND p.high IS NULL AND c.bound = 'exact' AND c.high IS NULL AND n.bound = 'exact' AND n.high IS NULL
        AND p.confidence >= 0.4 AND says_then_moved_by(c.ahead) AND says_put_otherwise(p.ahead) AND c.value < n.value
)
SELECT p.article, p."start" AS spot, abs(100 * c.value / base - p.value) <= tolerance AS fits,
    CASE WHEN abs(100 * c.value / base - p.value) <= tolerance THEN NULL WHEN least(c.confidence, n.confidence) < 0.6 THEN 'doubtful_reading'
        WHEN abs(100 * c.value / n.value - p.value) <= tolerance THEN 'no_whole' END AS reason,
    'warning' AS severity, [p.span, c.span, n.span] AS spans, in_words(p.value, NULL, 'exact') || ' %' AS stated, 100 * c.value / base AS given,
    share_in_words(c.value, base) AS arithmetic, p.span.text AS percent_text
FROM grown WHERE base > 0;

-- "giảm từ 48 đơn xuống còn 31 đơn, giảm 35%", "tăng 12 % so với năm 2021 (112 mô hình)".
CREATE OR REPLACE TEMP VIEW percent_of_move AS
WITH held AS (
    SELECT *, 100 * moved / first.value AS given, abs(100 * moved / first.value - change.value) <= tolerance_of(change) AS fits
    FROM moves WHERE change.dimension = '%' AND first.value > 0 AND last.dimension <> '%'
)
SELECT article, change."start" AS spot, fits, CASE WHEN fits THEN NULL WHEN confidence < 0.6 OR change.confidence < 0.4 THEN 'doubtful_reading'
        WHEN NOT is_exact THEN 'bound_only' END AS reason,
    'warning' AS severity, [change.span, last.span, first.span] AS spans, in_words(change.value, change.high, change.bound) || ' %' AS stated, given,
    '(' || in_words(greatest(first.value, last.value), NULL, 'exact') || ' - ' || in_words(least(first.value, last.value), NULL, 'exact') || ') / '
        || in_words(first.value, NULL, 'exact') || ' = ' || percent_in_words(abs(given)) AS arithmetic, change.span.text AS percent_text
FROM held;
