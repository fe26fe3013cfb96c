-- Totals and the parts that are said to make them up: one view a way of telling it, over the claims and the numbers in their
-- order. Each row: `total_nr` and `spot`, the total and where it stands; `fits`; `reason`, why it cannot be said; the rest as a
-- finding shows it. The check "breakdown-sum" says which of them goes before which.

-- "15 giải: 1 giải nhất, 4 giải nhì, 8 giải ba." without a link: every number behind the colon is of the total's kind.
CREATE OR REPLACE TEMP VIEW parts_of_kinds AS
WITH heads AS (
    SELECT *, substr(sentence, strpos(sentence, text) + length(text)) AS rest FROM claims
    WHERE part_of IS NULL AND contains(sentence, ':') AND bound = 'exact' AND high IS NULL AND of IS NULL AND NOT is_rate
        AND change_direction IS NULL AND confidence >= 0.8 AND value >= 3
        AND says_kinds_listed(substr(sentence, strpos(sentence, text) + length(text)))
),
kinds AS (
    SELECT t.article, t.nr, any_value(t.span) AS total_span, any_value(t.value) AS total, sum(p.value) AS computed, any_value(t.rest) AS rest,
        count(*) AS parts, list(p.span ORDER BY p."start") AS spans, list(p.value) AS parts_values, min(p."start") AS "first",
        string_agg(in_words(p.value, p.high, p.bound), ' + ' ORDER BY p."start") AS arithmetic,
        bool_and(p.part_of IS NULL AND p.bound = 'exact' AND p.high IS NULL AND p.of IS NULL AND NOT p.is_rate AND p.confidence >= 0.8
            AND p.change_direction IS NULL AND p.dimension = t.dimension AND p.unit_key IS NOT DISTINCT FROM t.unit_key
            AND (starts_with(p.measure, t.measure) OR starts_with(t.measure, p.measure))) AS are_kinds
    FROM heads t JOIN claims p ON p.article = t.article AND p.sentence = t.sentence AND p."start" > t."end"
    GROUP BY t.article, t.nr
),
unlinked AS (
    SELECT * FROM kinds
    WHERE are_kinds AND parts > 1 AND len(numbers_printed(rest)) = parts
        AND NOT says_no_division(lower(rest))
)
SELECT article, nr AS total_nr, total_span."start" AS spot, CAST("first" AS VARCHAR) AS tail, total = computed AS fits,
    CASE WHEN total <> computed AND list_contains(parts_values, computed - total) THEN 'may_be_nested' END AS reason, 'warning' AS severity,
    list_prepend(total_span, spans) AS spans, in_words(total, NULL, 'exact') AS stated, in_words(computed, NULL, 'exact') AS computed, arithmetic || ' = ' || in_words(computed, NULL, 'exact') AS arithmetic, total_span.text AS total_text
FROM unlinked;

-- All four fields in a list that no link ties to a total, and one number alone that the article gives for all of them.
CREATE OR REPLACE TEMP VIEW parts_by_field AS
WITH lone AS (
    SELECT *, lag("end") OVER (PARTITION BY article ORDER BY "start") AS ahead_end
    FROM claims
    WHERE topic = 'dan_van_kheo' AND measure = 'mô hình' AND part_of IS NULL AND field IS NOT NULL AND holder IS NULL
        AND bound = 'exact' AND high IS NULL AND of IS NULL AND NOT is_rate AND change_direction IS NULL AND confidence >= 0.8
),
four AS (
    SELECT article, unit_key, status, level, period_start, period_end, sum(value) AS computed, min("start") AS "first", max("end") AS "last",
        list(span ORDER BY "start") AS spans, string_agg(in_words(value, high, bound), ' + ' ORDER BY "start") AS arithmetic,
        list(value) AS parts_values
    FROM lone
    GROUP BY ALL
    HAVING count(*) = count(DISTINCT field) AND count(*) >= 4 AND max("end") - min("start") <= 500
        AND count(*) FILTER (field IN ('economy', 'culture_society', 'defence_security', 'political_system')) = 4
),
beside AS (
    SELECT f.*, t.span AS total_span, t.value AS total, count(DISTINCT t.value) OVER (PARTITION BY f.article, f."first") AS totals,
        a.text AS body
    FROM four f JOIN claims t ON t.article = f.article AND t.unit_key = f.unit_key AND t.status IS NOT DISTINCT FROM f.status
        AND t.level IS NOT DISTINCT FROM f.level AND t.period_start IS NOT DISTINCT FROM f.period_start
        AND t.period_end IS NOT DISTINCT FROM f.period_end
    JOIN articles a ON a.id = f.article
    WHERE t.topic = 'dan_van_kheo' AND t.measure = 'mô hình' AND t.field IS NULL AND t.holder IS NULL AND t.part_of IS NULL
        AND t.of IS NULL AND t.change_direction IS NULL
    QUALIFY row_number() OVER (PARTITION BY f.article, f."first", t.value ORDER BY t."start") = 1
),
fields AS (
    SELECT *, total <> computed AND list_contains(parts_values, computed - total)
            OR abs(total - computed) > 0.05 * total
            OR says_and_so_on(substr(body, "first" + 1, "last" - "first" + 12)) OR says_beside(substr(body, "first" + 1, "last" - "first" + 12))
            OR times_printed(substr(body, "first" + 1, "last" - "first"), total - computed) > 0 AS may_be_other
    FROM beside WHERE totals = 1
        AND (total_span."start" BETWEEN "first" - 400 AND "first" OR total_span."start" BETWEEN "last" AND "last" + 200)
)
SELECT article, total_span."start" AS spot, CAST("first" AS VARCHAR) AS tail, total = computed AS fits,
    CASE WHEN total <> computed AND may_be_other THEN 'open_list' END AS reason, 'warning' AS severity,
    list_prepend(total_span, spans) AS spans, in_words(total, NULL, 'exact') AS stated, in_words(computed, NULL, 'exact') AS computed, arithmetic || ' = ' || in_words(computed, NULL, 'exact') AS arithmetic, total_span.text AS total_text
FROM fields;

-- The lists that the reading of the article tied to a total.
CREATE OR REPLACE TEMP VIEW parts_linked AS
WITH lists AS (
    SELECT p.article, p.part_of, p.list, count(*) AS parts,
        bool_and(p.partition) AS is_whole,
        bool_or(p.of IS NOT NULL OR p.change_direction IS NOT NULL OR p.is_rate)
            OR any_value(t.of IS NOT NULL OR t.change_direction IS NOT NULL OR t.is_rate) AS is_odd,
        bool_and((p.measure = t.measure OR p.measure = 'mô hình' AND t.measure = 'điển hình' AND p.holder IS NOT NULL) AND p.dimension = t.dimension) AS same_measure,
        bool_and(p.bound = 'exact' AND p.high IS NULL) AND any_value(t.bound = 'exact' AND t.high IS NULL) AS is_exact,
        least(min(p.confidence), any_value(t.confidence)) AS confidence,
        any_value(t.value) AS total, any_value(t.lowest) AS total_low, any_value(t.highest) AS total_high,
        any_value(t.slack) AS total_slack, any_value(t."start") AS total_start,
        sum(p.value) AS computed, sum(p.lowest) AS lowest, sum(p.highest) AS highest, sum(p.slack) AS slack,
        -- By one facet alone: "61 tập thể, 27 cá nhân, 12 cấp huyện" mixes two ways to divide.
        sum(p.value) FILTER (p.holder IS NOT NULL AND p.level IS NOT DISTINCT FROM t.level) AS by_holder,
        sum(p.value) FILTER (p.field IS NOT NULL AND t.field IS NULL) AS by_field,
        sum(p.value) FILTER (p.unit_key <> t.unit_key) AS by_place,
        sum(p.value) FILTER (p.level IS NOT NULL AND t.level IS NULL) AS by_level,
        -- What makes up a whole by its nature, whatever word stands before it.
        count(*) = 2 AND count(DISTINCT p.holder) = 2 AND count(DISTINCT p.level) < 2 AND count(DISTINCT p.status) < 2
            AND bool_and(p.level IS NOT DISTINCT FROM t.level) AND bool_and(p.field IS NULL) AS are_holders,
        count(*) = 2 AND bool_or(says_men(words_at(p))) AND bool_or(says_women(words_at(p))) AS are_sexes,
        count(DISTINCT p.field) = count(*) AND count(DISTINCT p.level) < 2
            AND bool_and(p.level IS NOT DISTINCT FROM t.level) AND bool_and(p.status IS NOT DISTINCT FROM t.status)
            AND bool_and(p.holder IS NOT DISTINCT FROM t.holder) AND bool_and(p.unit_key IS NOT DISTINCT FROM t.unit_key)
            AS are_fields,
        count(*) FILTER (p.field IN ('economy', 'culture_society', 'defence_security', 'political_system')) = 4
            AS are_all_fields,
        count(DISTINCT p.unit_key) = count(*) AND count(DISTINCT p.place_level) = 1
            AND bool_and(p.unit_key <> t.unit_key AND p.place_level <> t.place_level) AS are_places,
        CASE WHEN count(DISTINCT p.unit_key) = count(*) AND count(*) > 2
            THEN string_agg(p.unit_key, ';' ORDER BY p."start") END AS places,
        string_agg(in_words(p.value, p.high, p.bound), ' + ' ORDER BY p."start") AS arithmetic,
        list(p.span ORDER BY p."start") AS spans, list(p.value ORDER BY p."start") AS parts_values,
        count(DISTINCT p.sentence) = 1 AS in_one_sentence,
        min(p."start") AS "first", max(p."end") AS "last"
    FROM claims p JOIN claims t ON t.article = p.article AND t.nr = p.part_of
    WHERE p.list IS NOT NULL
    GROUP BY p.article, p.part_of, p.list
),
-- The columns of a table: where one column's rows make up its total, the same rows make up the next one's.
tables AS (
    SELECT DISTINCT article, places FROM lists WHERE is_whole AND places IS NOT NULL
),
-- "mở rộng 4 tuyến đường ... trong đó tuyến A 62 hộ, tuyến B 48 hộ, tuyến C 55 hộ và tuyến D 36 hộ": each of them is named.
named AS (
    SELECT article, part_of, list
    FROM (SELECT p.article, p.part_of, p.list, p.unit, count(*) AS parts, min(first_one_listed(o.ahead)) AS noun, min(p."start") AS "first",
            bool_and(first_one_listed(o.ahead) <> '') AND count(DISTINCT first_one_listed(o.ahead)) = 1 AS are_alike
        FROM claims p JOIN in_order o ON o.article = p.article AND o.nr = p.nr AND NOT o.is_money WHERE p.list IS NOT NULL GROUP BY ALL) l
    SEMI JOIN claims c ON c.article = l.article AND c.value = l.parts AND split_part(lower(c.unit), ' ', 1) = l.noun AND c."end" BETWEEN l."first" - 500 AND l."first"
        AND c.of IS NULL AND c.bound = 'exact' AND c.change_direction IS NULL AND l.are_alike AND l.parts >= 3
),
closing AS (
    SELECT l.*,
        is_whole OR are_holders OR are_sexes OR are_fields AND are_all_fields OR t.places IS NOT NULL OR n.list IS NOT NULL AS is_closed,
        t.places IS NOT NULL AS is_column,
        highest + slack + total_slack < total_low OR lowest - slack - total_slack > total_high AS misses,
        lowest - slack - total_slack > total_high AS exceeds,
        coalesce(total IN (by_holder, by_field, by_place, by_level), false) AS closes_by_facet
    FROM lists l LEFT JOIN tables t ON t.article = l.article AND t.places = l.places
        LEFT JOIN named n ON n.article = l.article AND n.part_of = l.part_of AND n.list = l.list
),
-- Only lists that miss their total are worth a look into the text.
missing AS (
    SELECT l.article, l.part_of, l.list, l.parts, l.is_column, l.is_whole, l.total, l.computed, l.total_start, l."first", l."last", l.parts_values,
        substr(a.text, l."first" + 1, l."last" - l."first" + 12) AS stretch,
        -- To the end of its sentence, and into the next one where that goes on with the rest.
        substr(a.text, least(l."first", l.total_start) + 1, l."last" - least(l."first", l.total_start)) || CASE
            WHEN says_left_open(substr(a.text, l."last" + 1, 60)) THEN substr(a.text, l."last" + 1, 60)
            ELSE to_the_stop(substr(a.text, l."last" + 1, 60)) END AS around,
        to_the_stop(substr(a.text, l."last" + 1, 200)) AS behind
    FROM closing l JOIN articles a ON a.id = l.article
    WHERE l.misses AND NOT l.is_odd AND l.same_measure AND l.parts > 1 AND l.confidence >= 0.6
),
gaps AS (
    SELECT p.article, p.part_of, p.list, p."start",
        substr(m.stretch, lag(p."end") OVER one - m."first" + 1, p."start" - lag(p."end") OVER one) AS gap
    FROM figures p JOIN missing m ON m.article = p.article AND m.part_of = p.part_of AND m.list = p.list
    WINDOW one AS (PARTITION BY p.article, p.part_of, p.list ORDER BY p."start")
),
depths AS (
    SELECT *, sum(coalesce(length(gap) - length(replace(gap, '(', '')) - length(gap) + length(replace(gap, ')', '')), 0))
        OVER (PARTITION BY article, part_of, list ORDER BY "start") AS depth
    FROM gaps
),
nested AS (
    SELECT article, part_of, list,
        max(depth) <> min(depth) OR bool_or(says_nested(lower(gap))) AS is_nested,
        bool_and(gap IS NULL OR contains(gap, chr(10))) AS are_bullets
    FROM depths GROUP BY ALL
),
pairs AS (
    SELECT m.article, m.part_of, m.list
    FROM missing m, unnest(m.parts_values) AS one(v), unnest(m.parts_values) AS other(w)
    WHERE m.computed > m.total AND (v = m.computed - m.total OR m.parts > 3 AND v + w = m.computed - m.total)
    GROUP BY ALL
),
others AS (
    SELECT m.article, m.part_of, m.list, bool_or(c.value = m.computed) AS fits_other,
        -- What is too much stands beside the list: "(11 mô hình được tính ở cả hai lĩnh vực)".
        bool_or(m.computed > m.total AND c.value = m.computed - m.total AND c.list IS DISTINCT FROM m.list
            AND c."start" BETWEEN m."first" AND m."last" + 40) AS is_counted_twice
    FROM missing m JOIN claims c ON c.article = m.article AND (c.value = m.computed OR c.value = m.computed - m.total) AND c.nr <> m.part_of
        AND c."start" BETWEEN m.total_start - 400 AND m."last" + 200
    GROUP BY ALL
),
looked AS (
    SELECT m.article, m.part_of, m.list,
        says_and_so_on(m.stretch) OR ends_with(m.behind, '…')
            OR m.computed < m.total AND (says_others_left(m.behind) OR says_some_inside(left(m.around, greatest(0, m."first" - m.total_start))))
            -- A list in the next point of a report is of that point.
            OR NOT n.are_bullets AND begins_point(left(m.around, greatest(0, m."first" - m.total_start))) AS is_open,
        coalesce(n.is_nested, false) AS is_nested, n.are_bullets, p.list IS NOT NULL AS may_leave_out,
        coalesce(o.fits_other, false) AS fits_other, coalesce(o.is_counted_twice, false) AS is_counted_twice,
        -- A part that was not read as one: what is missing stands there as a number, once more than in a list that is closed
        -- and to the end of its sentence holds no number but its parts.
        m.computed < m.total AND NOT m.is_column AND times_printed(m.around, m.total - m.computed)
            > CASE WHEN m.is_whole AND NOT regexp_matches(m.behind, '\d') AND len(numbers_printed(left(m.stretch, m."last" - m."first"))) = m.parts
                THEN len(list_filter(m.parts_values, lambda v: v = m.total - m.computed)) ELSE 0 END AS may_be_missed,
        m.total >= 100 AND m.total % 100 = 0 AND abs(m.total - m.computed) <= 0.01 * m.total
            OR m.total >= 10000 AND m.total % 1000 = 0 AND abs(m.total - m.computed) <= 0.02 * m.total AS may_be_rounded
    FROM missing m
    LEFT JOIN nested n ON n.article = m.article AND n.part_of = m.part_of AND n.list = m.list
    LEFT JOIN pairs p ON p.article = m.article AND p.part_of = m.part_of AND p.list = m.list
    LEFT JOIN others o ON o.article = m.article AND o.part_of = m.part_of AND o.list = m.list
),
judged AS (
    SELECT l.*,
        are_holders OR are_sexes OR are_fields OR are_places AND (l.is_whole OR is_column) AS is_exclusive,
        CASE
            WHEN l.is_odd THEN 'not_counts'
            WHEN NOT l.same_measure THEN 'other_measure'
            WHEN l.parts < 2 THEN 'one_part'
            WHEN l.confidence < 0.6 THEN 'doubtful_reading'
            WHEN l.misses AND l.closes_by_facet THEN NULL
            WHEN NOT l.is_closed AND NOT (l.exceeds AND (are_holders OR are_fields)) THEN 'open_list'
            WHEN NOT l.misses THEN NULL
            WHEN k.is_open THEN 'open_list'
            -- What is far from its total is no list of it: two lists were read as one, or half of one.
            WHEN abs(l.total - l.computed) > 0.35 * l.total THEN CASE WHEN l.exceeds THEN 'may_be_nested' ELSE 'open_list' END
            -- "trong đó" may name the most of it: only what is nearly all can be all.
            WHEN NOT l.is_whole AND NOT l.exceeds AND (total_low - highest) > CASE WHEN are_holders OR are_sexes OR is_column THEN 0.15
                ELSE 0.05 END * total THEN 'open_list'
            WHEN k.is_nested OR k.is_counted_twice AND NOT are_holders OR k.may_leave_out AND NOT is_exclusive THEN 'may_be_nested'
            WHEN k.may_be_missed THEN 'may_be_missed'
            WHEN k.fits_other THEN 'fits_other_total'
            WHEN k.may_be_rounded THEN 'rounded'
            WHEN NOT l.in_one_sentence AND NOT k.are_bullets THEN 'several_sentences'
        END AS reason
    FROM closing l
    LEFT JOIN looked k ON k.article = l.article AND k.part_of = l.part_of AND k.list = l.list
)
SELECT l.article, l.part_of AS total_nr, l.list, t."start" AS spot, CAST(l."first" AS VARCHAR) AS tail, l.closes_by_facet OR NOT l.misses AS fits, l.reason,
    CASE WHEN NOT (l.is_exact AND (l.is_whole OR l.exceeds AND l.are_holders)) THEN 'warning' END AS severity,
    list_prepend(t.span, l.spans) AS spans, in_words(t.value, t.high, t.bound) AS stated, in_words(l.computed, NULL, 'exact') AS computed, l.arithmetic || ' = ' || in_words(l.computed, NULL, 'exact') AS arithmetic,
    t.span.text AS total_text, l.parts > 1 OR l.is_whole AS is_list
FROM judged l JOIN claims t ON t.article = l.article AND t.nr = l.part_of;

-- Numbers of one kind in a row, tied to a total by a word of division before them ("gồm", "chia làm ba nhóm:", "từ ba nguồn"),
-- by "còn lại" before the last of them, or by a word of adding behind them ("cộng lại").
-- What the words before a number say of it, looked at once.
CREATE OR REPLACE TEMP VIEW parts_in_row AS
WITH marked AS (
    SELECT article, nth, stops, breaks, value, is_money, measure, unit, dimension, is_rate,
        NOT is_rate AND dimension <> '%' AND of IS NULL AND high IS NULL AND change_direction IS NULL AND coalesce(basis, 'total') = 'total' AND value >= 5
            AS may_be_total,
        says_rest(clause_ahead(ahead)) AS is_rest,
        (says_opens_list(clause_over_point(ahead)) OR behind_colon(ahead))
            AND NOT says_some_of_them(without_as_follows(ahead)) AS opens,
        -- Some of a total, or level by level, need not be all of it, but is not more.
        says_of_which(clause_ahead(ahead)) OR says_level_by_level(ahead) AS opens_some,
        begins_point(ahead) AS is_bullet,
        says_added_up(clause_over(led_by))
            AND NOT says_added_elsewhere(clause_over(led_by)) AS adds
    FROM in_order
),
-- The paragraphs in which such a word stands; what bullets divide stands a line above.
lines AS (
    SELECT DISTINCT article, unnest(range(breaks - CASE WHEN is_bullet THEN 1 ELSE 0 END, breaks + 1)) AS breaks FROM marked WHERE is_rest OR opens OR opens_some OR adds
),
near_marks AS (
    SELECT m.* FROM marked m LEFT JOIN lines l ON l.article = m.article AND l.breaks = m.breaks WHERE m.is_bullet OR l.article IS NOT NULL
),
rows_of AS (
    -- Every number with the next ones of its kind in the paragraph, not further than the third sentence behind, or in the bullets.
    SELECT t AS total, p AS part, row_number() OVER (PARTITION BY t.article, t.nth ORDER BY p.nth) AS rank
    FROM near_marks t JOIN near_marks p ON p.article = t.article AND p.nth BETWEEN t.nth + 1 AND t.nth + 14 AND alike(t, p)
        AND (p.breaks = t.breaks AND p.stops <= t.stops + 3 OR p.is_bullet AND p.breaks BETWEEN t.breaks + 1 AND t.breaks + 14)
    WHERE t.may_be_total
),
divided AS (
    SELECT total, part, rank, min(part.stops) OVER list AS first_stop, min(part.breaks) OVER list AS first_break,
        min(part.nth) FILTER (part.is_rest) OVER list AS rest_nth,
        -- A word that opens a list stands in the words before its first number.
        bool_or(rank = 1 AND (part.stops - total.stops <= 1 OR part.breaks = total.breaks + 1) AND (part.opens OR part.opens_some)) OVER list AS is_opened,
        bool_or(rank = 1 AND NOT part.opens) OVER list AS is_some
    FROM rows_of
    WINDOW list AS (PARTITION BY total.article, total.nth)
),
listed_keys AS (
    SELECT total.article AS article, total.nth AS total_nth, part.nth AS part_nth, 'ahead' AS side, is_some AND rest_nth IS NULL AS is_some FROM divided
    WHERE CASE WHEN rest_nth IS NOT NULL THEN part.nth <= rest_nth ELSE is_opened AND part.breaks = total.breaks AND part.stops = first_stop AND first_stop <= total.stops + 1 END
        -- Bullets, one a line.
        OR is_opened AND rest_nth IS NULL AND part.breaks = total.breaks + rank AND first_break > total.breaks
    UNION ALL
    -- Behind: "xã A 2.400 m2, xã B 1.850 m2, xã C 970 m2. Cộng lại, ba xã hiến được 5.520 m2".
    SELECT t.article, t.nth, p.nth, 'behind', false
    FROM near_marks t JOIN near_marks p ON p.article = t.article AND p.nth BETWEEN t.nth - 10 AND t.nth - 1 AND p.breaks = t.breaks
        AND p.stops >= t.stops - 1 AND alike(t, p)
    WHERE t.may_be_total AND t.adds
),
listed AS (
    SELECT t AS total, p AS part, k.side, k.is_some
    FROM listed_keys k JOIN in_order t ON t.article = k.article AND t.nth = k.total_nth JOIN in_order p ON p.article = k.article AND p.nth = k.part_nth
    -- A list of one is none.
    SEMI JOIN (SELECT article, total_nth, side FROM listed_keys GROUP BY ALL HAVING count(*) >= 2) l
        ON l.article = k.article AND l.total_nth = k.total_nth AND l.side = k.side
),
rowed AS (
    SELECT total.article AS article, total.nth AS nth, side, is_some, any_value(total) AS total, count(*) AS parts, sum(part.value) AS computed,
        bool_and(part.bound = 'exact' AND part.high IS NULL) AND any_value(total.bound = 'exact') AS is_exact,
        bool_or(part.of IS NOT NULL OR part.change_direction IS NOT NULL OR coalesce(part.basis, '') = 'each' OR part.high IS NOT NULL
            OR (says_told_of_another(part.ahead) OR regexp_matches(part.ahead, '\([^)]*$')) AND side = 'ahead' AND part.nth > total.nth + 1)
            -- What people are need not keep them apart, but men and women.
            OR bool_or(says_quality(part.unit)) AND NOT (count(*) = 2 AND bool_or(says_men(part.unit)) AND bool_or(says_women(part.unit))) 
            -- What was registered and what was recognised of it do not add up.
            OR bool_or(side = 'behind') AND count(DISTINCT part.status) > 1 AS is_odd,
        least(min(part.confidence), any_value(total.confidence)) AS confidence,
        sum(part.lowest) AS lowest, sum(part.highest) AS highest, sum(part.slack) + any_value(total.slack) AS slack,
        list(part.value) AS parts_values, list(part.nr) AS parts_nrs, list(part.span ORDER BY part.nth) AS spans,
        string_agg(in_words(part.value, part.high, part.bound), ' + ' ORDER BY part.nth) AS arithmetic,
        max(part."end") AS "last", min(part."start") AS "first", arg_max(part.behind, part.nth) AS behind,
        -- A list that says which part is its last, or gives each a line of its own.
        NOT any_value(total.is_money) AND (ends_with(arg_max(part.ahead, part.nth), ' và ') OR count(DISTINCT part.breaks) = count(*)) AS is_closed
    FROM listed GROUP BY ALL
    HAVING count(*) >= 2 AND max(part.value) < any_value(total.value)
),
row_misses AS (
    SELECT r.*, a.text AS body,
        r.highest + r.slack < total.lowest OR r.lowest - r.slack > total.highest AS misses
    FROM rowed r JOIN articles a ON a.id = r.article
    WHERE NOT is_odd AND (abs(computed - total.value) <= 0.3 * total.value)
),
row_others AS (
    SELECT r.article, r.nth FROM row_misses r JOIN in_order c ON c.article = r.article AND c.nth <> r.nth AND alike(c, r.total)
    -- What is in a closed list already is not what it lacks.
    WHERE r.misses AND (c.value = r.computed OR c.value = r.computed - r.total.value
        OR c.value = r.total.value - r.computed AND NOT (is_closed AND list_contains(r.spans, c.span)))
    GROUP BY ALL
),
row_judged AS (
    SELECT r.*, CASE
        WHEN NOT misses THEN NULL
        WHEN confidence < 0.6 THEN 'doubtful_reading'
        -- Whom it was done for, and where, may be told of one twice.
        WHEN is_some AND (computed < total.value OR computed > 1.12 * total.value OR says_people(total.unit) OR says_households(total.unit) OR says_units(total.unit)) THEN 'open_list'
        WHEN o.nth IS NOT NULL OR list_contains(parts_values, computed - total.value) THEN 'may_be_nested'
        WHEN says_and_so_on(substr(body, r."first" + 1, r."last" - r."first" + 12))
            OR computed > total.value AND says_overlap(regexp_extract(r.behind, '^[^.!?\n]*'))
            OR computed < total.value AND says_left_open(regexp_extract(r.behind, '^[^.!?\n]*')) THEN 'open_list'
        WHEN total.value >= 1000 AND total.value % 100 = 0 AND abs(total.value - computed) <= 0.01 * total.value THEN 'rounded'
        -- Once more than in the list itself.
        WHEN times_printed(substr(body, least(r."first", total."start") + 1, greatest(r."last", total."end") - least(r."first", total."start"))
                || to_the_stop(substr(body, greatest(r."last", total."end") + 1, 40)), total.value - computed)
            > CASE WHEN computed < total.value AND is_closed THEN len(list_filter(parts_values, lambda v: v = total.value - computed)) ELSE 0 END THEN 'may_be_missed'
        END AS reason
    FROM row_misses r LEFT JOIN row_others o ON o.article = r.article AND o.nth = r.nth
    -- One total may lead to a list and end another: what closes wins.
    QUALIFY row_number() OVER (PARTITION BY r.article, r.nth ORDER BY misses, side) = 1
)
SELECT article, total.nr AS total_nr, total.is_money AS is_money, total."start" AS spot, side AS tail, NOT misses AS fits, reason, 'warning' AS severity,
    list_prepend(total.span, spans) AS spans, in_words(total.value, NULL, total.bound) AS stated, in_words(computed, NULL, 'exact') AS computed, arithmetic || ' = ' || in_words(computed, NULL, 'exact') AS arithmetic, total.span.text AS total_text
FROM row_judged;
