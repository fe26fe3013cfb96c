-- What checks read: every figure and sum of money as a claim with its interval, over the tables of store/schema.sql and the macros
-- of store/views.sql.

-- A number as it is written in Vietnamese: 5287 is "5.287", 54.7 is "54,7"; bounds as signs, a range with a dash.
CREATE OR REPLACE TEMP MACRO number_in_words(value) AS
    CASE WHEN value = floor(value) THEN replace(format('{:,}', CAST(value AS BIGINT)), ',', '.')
    ELSE replace(format('{:,}', CAST(floor(value) AS BIGINT)), ',', '.') || ','
        || rtrim(substr(printf('%.4f', value - floor(value)), 3), '0') END;
CREATE OR REPLACE TEMP MACRO in_words(value, high, bound) AS
    CASE bound WHEN 'more_than' THEN '> ' WHEN 'at_least' THEN '≥ ' WHEN 'less_than' THEN '< ' WHEN 'at_most' THEN '≤ '
        WHEN 'about' THEN '≈ ' ELSE '' END
    || number_in_words(value) || CASE WHEN high IS NULL THEN '' ELSE ' - ' || number_in_words(high) END;

-- The bound of a quoted number, where the quotation begins with the number itself: hơn “50 mô hình”.
CREATE OR REPLACE TEMP MACRO bound_en(bound, words) AS CASE CASE WHEN regexp_matches(words, '^[0-9]') THEN bound END WHEN 'more_than' THEN 'more than ' WHEN 'at_least' THEN 'at least '
    WHEN 'less_than' THEN 'less than ' WHEN 'at_most' THEN 'at most ' WHEN 'about' THEN 'about ' ELSE '' END;
CREATE OR REPLACE TEMP MACRO bound_vi(bound, words) AS CASE CASE WHEN regexp_matches(words, '^[0-9]') THEN bound END WHEN 'more_than' THEN 'hơn ' WHEN 'at_least' THEN 'ít nhất '
    WHEN 'less_than' THEN 'gần ' WHEN 'at_most' THEN 'không quá ' WHEN 'about' THEN 'khoảng ' ELSE '' END;

-- A place in an article, as findings show it.
CREATE OR REPLACE TEMP MACRO span_of(article, first, last, words) AS
    {'article': article, 'start': CAST(first AS INTEGER), 'end': CAST(last AS INTEGER), 'text': words};

CREATE OR REPLACE TEMP MACRO pair_of(one, two) AS {
    'own': span_of(one.article, one."start", one."end", one.text), 'other': span_of(two.article, two."start", two."end", two.text)};

-- The interval that a number leaves open. "about" is taken as a tenth to both sides.
CREATE OR REPLACE TEMP MACRO lowest_of(value, bound) AS
    CASE bound WHEN 'less_than' THEN 0 WHEN 'at_most' THEN 0 WHEN 'about' THEN value * 0.9 ELSE value END;
CREATE OR REPLACE TEMP MACRO highest_of(value, high, bound) AS
    CASE bound WHEN 'more_than' THEN CAST('infinity' AS DOUBLE) WHEN 'at_least' THEN CAST('infinity' AS DOUBLE)
        WHEN 'about' THEN coalesce(high, value) * 1.1 ELSE coalesce(high, value) END;

-- Half a unit of the last digit that is printed: 54,7 may stand for anything from 54,65 to 54,75.
CREATE OR REPLACE TEMP MACRO slack_of(value) AS
    CASE WHEN value = floor(value) THEN 0 ELSE 0.5 * pow(10, -length(rtrim(substr(printf('%.4f', value), -4), '0'))) END;

-- How far the printed number may be taken as read: one that a person has corrected is no longer what is printed, and what
-- does not fit it is no fault of the text.
CREATE OR REPLACE TEMP MACRO certainty_of(confidence, value, extracted) AS
    CASE WHEN CAST(extracted AS DOUBLE) IS DISTINCT FROM CAST(value AS DOUBLE) AND extracted IS NOT NULL
        THEN least(confidence, 0.4) ELSE confidence END;

CREATE OR REPLACE TEMP VIEW claims AS
SELECT f.* REPLACE (certainty_of(f.confidence, f.value, r.extracted ->> 'value') AS confidence), a.published_on, a.title AS headline, dimension_of(f.unit) AS dimension,
    lowest_of(f.value, f.bound) AS lowest, highest_of(f.value, f.high, f.bound) AS highest, slack_of(f.value) AS slack,
    contains(f.unit, '%') OR contains(f.unit, '/') AND NOT contains(lower(f.unit), 'điển hình') AS is_rate,
    concat_ws('|', f.place_level, coalesce(f.place_code, ''), lower(f.place_name),
        CASE WHEN f.place_code IS NULL THEN lower(concat_ws('|', f.province, f.district)) END) AS unit_key,
    span_of(f.article, f."start", f."end", f.text) AS span
FROM figures f JOIN articles a ON a.id = f.article
    LEFT JOIN reviewed r ON r.article = f.article AND r.nr = f.nr AND r.kind = 'figures' AND r.state = 'holds';

CREATE OR REPLACE TEMP VIEW sums AS
SELECT m.* REPLACE (certainty_of(m.confidence, m.amount, r.extracted ->> 'amount') AS confidence), a.published_on,
    lowest_of(CAST(m.amount AS DOUBLE), m.bound) AS lowest,
    highest_of(CAST(m.amount AS DOUBLE), CAST(m.high AS DOUBLE), m.bound) AS highest,
    span_of(m.article, m."start", m."end", m.text) AS span
FROM money m JOIN articles a ON a.id = m.article
    LEFT JOIN reviewed r ON r.article = m.article AND r.nr = m.nr AND r.kind = 'money' AND r.state = 'holds';

-- How far a percentage may lie from what its numbers give: a whole one by one, others by twice their last digit's half.
CREATE OR REPLACE TEMP MACRO tolerance_of(percent) AS greatest(2 * percent.slack, CASE WHEN percent.value = floor(percent.value) THEN 1 ELSE 0 END);
-- What is told behind the sign of a percentage, whether it was read as its noun or not.
CREATE OR REPLACE TEMP MACRO percent_tail(percent) AS lower(regexp_extract(percent.span.text, '%(.*)$', 1)) || percent.behind;
-- Two numbers and what the one makes of the other, as findings spell it out.
CREATE OR REPLACE TEMP MACRO share_in_words(part, whole) AS in_words(part, NULL, 'exact') || ' / ' || in_words(whole, NULL, 'exact') || ' = '
    || in_words(round(100 * part / whole, 2), NULL, 'exact') || ' %';
CREATE OR REPLACE TEMP MACRO percent_in_words(value) AS in_words(round(value, 2), NULL, 'exact') || ' %';

-- Half a unit of the last digit that a sum is printed with: "1,7 tỷ" may stand for anything from 1,65 to 1,75.
CREATE OR REPLACE TEMP MACRO rounding_in(words) AS
    CASE WHEN NOT regexp_matches(lower(words), '\d,\d+ ?(tỷ|tỉ|triệu|tr)') THEN 0
    ELSE 0.5 * CASE WHEN regexp_matches(lower(words), '\d,\d+ ?(tỷ|tỉ)') THEN 1e9 ELSE 1e6 END
        * pow(10, -length(regexp_extract(words, ',(\d+)', 1))) END;

-- The words since the last stop, and up to the next one.
CREATE OR REPLACE TEMP MACRO clause_ahead(ahead) AS regexp_extract(ahead, '[^.;!?…\n]*$');
-- The same over numbers that stand between: `led_by` is what stands before, whatever it is.
CREATE OR REPLACE TEMP MACRO clause_over(led_by) AS regexp_extract(led_by, '((?:[^.;!?…\n]|[.]\d)*)$');
-- What is said of a number alone: from the start of its sentence, or from the comma behind the number before.
CREATE OR REPLACE TEMP MACRO own_words(ahead) AS
    CASE WHEN regexp_matches(ahead, '[.;!?…]\s|\n') THEN clause_ahead(ahead) WHEN contains(ahead, ',') THEN regexp_extract(ahead, ',(.*)$', 1) ELSE ahead END;
-- A number as it is printed, with the words beside it: "96 đại biểu nam", "nữ 134 hội viên".
CREATE OR REPLACE TEMP MACRO words_at(one) AS substr(one.sentence, greatest(1, strpos(one.sentence, one.text) - 4), length(one.text) + least(4, strpos(one.sentence, one.text) - 1) + 5);
CREATE OR REPLACE TEMP MACRO clause_behind(behind) AS regexp_extract(behind, '^[^.;!?…\n]*');

-- A list with a line for each: whether a line of it begins in the words, and the last clause before such a line.
CREATE OR REPLACE TEMP MACRO begins_point(words) AS regexp_matches(words, '\n\s*[-+•*–]');
CREATE OR REPLACE TEMP MACRO clause_over_point(ahead) AS regexp_extract(regexp_replace(ahead, '\n\s*[-+•*–][^\n]*$', ''), '[^;!?\n]*$');
-- Whether a colon leads to a number or to the lines of a list.
CREATE OR REPLACE TEMP MACRO behind_colon(ahead) AS regexp_matches(ahead, '^[^;,\n]*:|^[^;\n]*:\s*\n\s*[-+•*–]');
-- The rest of a sentence, points inside of numbers passed over.
CREATE OR REPLACE TEMP MACRO to_the_stop(words) AS regexp_extract(words, '^(?:[^.!?…\n]|[.]\d)*…?');
-- Numbers as they are printed, and how often one of them is: neither the number of a point in its list nor the 2 of "m2".
CREATE OR REPLACE TEMP MACRO numbers_printed(words) AS regexp_extract_all(words, '\d[\d.,]*\d|\d');
CREATE OR REPLACE TEMP MACRO times_printed(words, value) AS len(list_filter(list_transform(
    numbers_printed(regexp_replace(words, '\n\s*\d{1,3}\s*[|\t.)]|\bm[23]\b', chr(10), 'g')), lambda x: ltrim(replace(x, '.', ''), '0')),
    lambda x: x = ltrim(replace(number_in_words(abs(value)), '.', ''), '0')));

-- Whether the words around a number tell that there are more of the same: "trước đó", "đợt".
CREATE OR REPLACE TEMP MACRO may_be_one_of(one) AS says_one_of_several(clause_over(one.led_by) || ' # ' || clause_behind(one.behind));

-- Whether two numbers may count the same things: "896 chị" of "1.280 hội viên", "16 căn" of "48 căn nhà", "15 km" of "13,5 km đường".
CREATE OR REPLACE TEMP MACRO is_than(one) AS starts_with(lower(one.span.text), 'hơn ') AND regexp_matches(one.led_by, '(nhiều|ít|cao|thấp) $');
CREATE OR REPLACE TEMP MACRO alike(one, other) AS
    one.dimension = other.dimension AND one.is_money = other.is_money AND one.is_rate = other.is_rate AND (one.is_money
        OR one.measure = other.measure OR starts_with(one.unit, other.unit) OR starts_with(other.unit, one.unit)
        OR says_people(one.unit) AND says_people(other.unit) OR says_households(one.unit) AND says_households(other.unit));

-- A round number may be a rounded one without a word that says so: 11.000 for 11.182, 600 for 588.
CREATE OR REPLACE TEMP MACRO rounding_of(value) AS
    CASE WHEN value >= 1000 AND value % 1000 = 0 THEN 500 WHEN value >= 100 AND value % 100 = 0 THEN 50 ELSE 0 END;

-- What tells pages apart, whatever numbers their titles bear: the address, else the file or site with title and date.
CREATE OR REPLACE TEMP MACRO page_of(url, source, title, published) AS
    CASE WHEN url <> '' THEN url WHEN source <> '' AND title <> ''
        THEN concat_ws('|', source, regexp_replace(title, '[0-9][0-9.,]*', '#', 'g'), coalesce(published, '')) END;
-- Whether a number may have grown from what it was when it was first told: by a tenth, and by thrice what the rest of the
-- time would bring. "35 nhà" told on 28 December does not become 53 by the year's end.
CREATE OR REPLACE TEMP MACRO may_have_grown(earlier, told_on, later, first, last) AS
    later <= earlier * (1.1 + 3.0 * greatest(0, date_diff('day', told_on, last)) / greatest(1, date_diff('day', first, last)));
-- One page by its address, or by a title of its own that comes back within three days.
CREATE OR REPLACE TEMP MACRO one_page(page, title, day, other_page, other_title, other_day) AS
    coalesce(page = other_page, false) OR coalesce(length(title) >= 15 AND abs(date_diff('day', day, other_day)) <= 3
        AND regexp_replace(title, '[0-9][0-9.,]*', '#', 'g') = regexp_replace(other_title, '[0-9][0-9.,]*', '#', 'g'), false);
-- Whether a text prints a number of another one, whatever stands behind it.
CREATE OR REPLACE TEMP MACRO prints_number(body, words) AS
    regexp_matches(body, '(^|[^0-9.,])' || replace(regexp_extract(words, '[0-9](?:.*[0-9])?'), '.', '[.]') || '([^0-9.,]|[.,]([^0-9]|$)|$)');
-- A sentence without its numbers: what stays the same where a number is corrected.
CREATE OR REPLACE TEMP MACRO wording_of(sentence) AS
    regexp_replace(regexp_replace(sentence, '[0-9][0-9.,]*', '#', 'g'), '\s+', ' ', 'g');

-- Whether one time is a part of another: shorter by a month or so.
CREATE OR REPLACE TEMP MACRO lies_within(part, whole) AS part.period_start >= whole.period_start AND part.period_end <= whole.period_end
    AND date_diff('day', part.period_start, part.period_end) + 25 <= date_diff('day', whole.period_start, whole.period_end);
CREATE OR REPLACE TEMP MACRO day_in_words(day) AS strftime(day, '%d/%m/%Y');
CREATE OR REPLACE TEMP MACRO period_in_words(first, last) AS
    CASE WHEN first IS NULL THEN '… - ' || day_in_words(last)
    WHEN year(first) = year(last) AND first = date_trunc('year', first) AND strftime(last, '%m%d') = '1231'
        THEN CAST(year(first) AS VARCHAR)
    ELSE day_in_words(first) || ' - ' || day_in_words(last) END;

-- A word that only counts the things behind it: "căn nhà", "tuyến đường hoa".
CREATE OR REPLACE TEMP MACRO counted_as(noun) AS ltrim(without_counter(noun));

-- What a unit has done, other than models: houses, land, gifts, meetings, money. No stages and no fields divide it, so two
-- numbers are held against each other only where the same ones did the same with the same things (`deed_of`). The words that
-- tell of it (`told`) are those of the things where a sum is their worth: "trao 40 suất học bổng, tổng số tiền 20 triệu".
CREATE OR REPLACE TEMP VIEW works AS
SELECT c.* REPLACE (counted_as(c.measure) AS measure), lower(c.unit) AS thing,
    {'sentence': c.sentence, 'text': c.text, 'thing': lower(c.unit), 'measure': counted_as(c.measure), 'start': c."start"} AS told
FROM claims c
WHERE c.measure <> 'mô hình' AND c.of IS NULL AND c.change_direction IS NULL AND c.part_of IS NULL
    AND c.status IS DISTINCT FROM 'planned' AND c.confidence >= 0.8 AND (c.value >= 5 OR c.value <> floor(c.value)) AND c.high IS NULL
    AND c.dimension NOT IN ('%', 'triệu', 'tỷ') AND NOT c.is_rate
    AND c.place_level IN ('province', 'district', 'commune') AND c.place_name IS NOT NULL AND c.place_code IS NOT NULL
UNION ALL BY NAME
SELECT s.* EXCLUDE (amount, high, currency, basis, purpose, items), CAST(s.amount AS DOUBLE) AS value, CAST(NULL AS DOUBLE) AS high,
    CASE WHEN g.nr IS NULL THEN 'tiền' ELSE 'tiền cho ' || counted_as(g.measure) END AS measure, s.currency AS unit, s.currency AS thing,
    s.currency AS dimension, 0 AS slack, concat_ws('|', s.place_level, coalesce(s.place_code, ''), lower(s.place_name)) AS unit_key, a.title AS headline,
    CASE WHEN g.nr IS NULL THEN {'sentence': s.sentence, 'text': s.text, 'thing': s.currency, 'measure': 'tiền', 'start': s."start"}
    ELSE {'sentence': g.sentence, 'text': g.text, 'thing': lower(g.unit), 'measure': counted_as(g.measure), 'start': g."start"} END AS told
FROM sums s JOIN articles a ON a.id = s.article
LEFT JOIN figures g ON g.article = s.article AND g.nr = s.items AND g.sentence = s.sentence AND g."start" < s."start"
    AND says_worth(left(s.sentence, greatest(0, strpos(s.sentence, s.text) - 1)))
WHERE s.basis = 'total' AND s.confidence >= 0.8 AND s.high IS NULL AND s.amount >= 1000000
    AND s.place_level IN ('province', 'district', 'commune') AND s.place_name IS NOT NULL AND s.place_code IS NOT NULL;
CREATE OR REPLACE TEMP VIEW done AS
SELECT * EXCLUDE (told) REPLACE (CASE WHEN starts_with(measure, 'tiền cho ') THEN 'tiền' ELSE measure END AS measure) FROM works WHERE bound = 'exact';

-- The year that is told of a number: the last one before it in its sentence, else the first behind it, else the last one
-- before the sentence.
CREATE OR REPLACE TEMP MACRO year_told(sentence, text, body, spot) AS coalesce(
    list_last(every_year(left(sentence, greatest(0, strpos(sentence, text) - 1)))), every_year(substr(sentence, strpos(sentence, text) + length(text)))[1],
    list_last(every_year(substr(body, greatest(1, spot - 250), least(250, spot)))), '');
CREATE OR REPLACE TEMP MACRO prints_year(sentence, text, body, spot, day) AS year_told(sentence, text, body, spot) = CAST(year(day) AS VARCHAR);

-- What stands before a number, without brackets and without who reports it.
CREATE OR REPLACE TEMP MACRO words_ahead(sentence, text) AS list_transform(
    [regexp_replace(regexp_replace(lower(left(sentence, greatest(0, strpos(sentence, text) - 1))), 'kể từ|tổ quốc', '', 'g'), '\([^()]*\)', '', 'g')],
    lambda w: without_witness(coalesce(nullif(first_behind_reporter(w), ''), without_reporter(w))))[1];
-- What is done with the things: the verb right before the number or its list, of "số ... là", or behind it.
-- Each look but the first waits for a word that is cheap to find.
CREATE OR REPLACE TEMP MACRO verb_of(ahead, behind) AS coalesce(
    nullif(first_deed_before(ahead), ''),
    CASE WHEN ends_with(ahead, ' là ') OR ends_with(ahead, ' đạt ') OR ends_with(ahead, ' lên tới ') OR ends_with(ahead, ' lên đến ')
        THEN nullif(first_deed_of_number(ahead), '') END,
    CASE WHEN ends_with(ahead, ' và ') OR ends_with(ahead, ', ') THEN nullif(first_deed_shared(ahead), '') END,
    CASE WHEN ends_with(ahead, 'có ') OR ends_with(ahead, ' với ') OR ends_with(ahead, 'có thêm ') THEN nullif(first_deed_behind(behind), '') END,
    CASE WHEN ends_with(ahead, ' được ') THEN nullif(first_deed_with_object(ahead), '')
        WHEN says_sum_named(ahead) THEN nullif(first_deed_with_object(without_sum_named(ahead) || 'được '), '') END,
    CASE WHEN contains(behind, ' được ') THEN nullif(first_deed_done(behind), '') END,
    -- A verb with its object, in full; or one that no table knows, by the word before it: "đã kết nối tiêu thụ".
    nullif(first_deed_and_object(ahead), ''),
    CASE WHEN contains(ahead, ' đã ') AND NOT says_state(first_done_word(ahead)) THEN nullif(first_done_word(ahead), '') END, '');
-- One act by its plain verbs: what is handed over is given.
CREATE OR REPLACE TEMP MACRO same_giving(one, other) AS one <> '' AND (one = other OR says_handed_over(one) AND says_handed_over(other));
-- Who does it, other than the unit and its people: the bodies that are named, in one spelling.
CREATE OR REPLACE TEMP MACRO doers_in(words) AS array_to_string(list_sort(list_distinct(list_transform(
    every_doer(without_no_doer(words)), lambda b: plain_doer(b)))), '+');
-- A body that is called by its first word alone ("Hội vận động được |347 phụ nữ"), if the article names one such body.
CREATE OR REPLACE TEMP MACRO organs_of(body, word) AS list_distinct(list_transform(
    list_filter(every_organ(lower(body)), lambda b: starts_with(b, word || ' ')), lambda b: doers_in(b)));
CREATE OR REPLACE TEMP MACRO doer_of(ahead, last_clause, bare, body, spot) AS CASE
    WHEN bare <> '' THEN list_transform([organs_of(body, bare)], lambda b: CASE WHEN len(b) = 1 THEN b[1] ELSE '?' END)[1]
    ELSE list_transform([doers_in(last_clause)], lambda b: CASE WHEN b <> '' OR says_subject(last_clause) THEN b ELSE
        list_transform([doers_in(ahead)], lambda c: CASE WHEN c <> '' OR says_subject(ahead) THEN c ELSE
            list_transform([lower(substr(body, greatest(1, spot - 300), least(300, spot)))],
                lambda d: CASE WHEN says_subject(d) THEN doers_in(d) ELSE '?' END)[1] END)[1] END)[1] END;
-- The words behind a number up to the next stop; for whom among the poor, at what hamlets and with how much
-- each is no other thing.
-- "hộ hiến 18.600 m2 đất để làm đường" are those "hiến đất làm đường".
CREATE OR REPLACE TEMP MACRO scope_of(behind) AS trim(without_beside(without_aside(without_passive(regexp_replace(first_up_to_stop(
    regexp_replace(behind, '^((?: [a-zà-ỹ]+){1,3}) (?:hơn |trên |gần |khoảng )?[0-9][0-9.,]* ?(?:m2|m²|mét vuông|ha|km|tấn|ngày) ', '\1 ')),
    ' để (làm|xây|mở) ', ' \1 ')))));
-- The noun without the words that only count it, and without what it is measured as: "căn nhà Đại đoàn kết" is "đại đoàn kết".
CREATE OR REPLACE TEMP MACRO kind_named(thing, measure) AS trim(counted_as(
    ltrim(regexp_replace(CASE WHEN measure = 'tiền' THEN '' ELSE replace(' ' || thing || ' ', ' ' || measure || ' ', ' ') END, '\s+', ' ', 'g'))));
-- What narrows or widens the number: an occasion, a fund, "thêm", "còn lại". Two numbers with other marks count other things.
CREATE OR REPLACE TEMP MACRO marks_of(ahead, behind) AS list_sort(list_distinct(every_mark(without_no_mark(regexp_replace(ahead || ' # ' || first_up_to_stop(behind), '[“”"]', '', 'g')))));
-- Whether it is no result of the time that was read: a plan, or what another time is told of beside it.
CREATE OR REPLACE TEMP MACRO is_no_result(sentence, text) AS list_transform([left(sentence, greatest(0, strpos(sentence, text) - 1))],
    lambda w: says_plan(without_no_plan(w)) OR says_other_time(w))[1];
-- For whom it was done, the poor by one word.
CREATE OR REPLACE TEMP MACRO whom_of(behind) AS list_transform([regexp_replace(trim(first_for_whom(first_up_to_stop(behind))), '^[0-9][0-9.]* ', '')],
    lambda w: CASE WHEN says_poor(w) THEN 'nghèo' ELSE w END)[1];
-- What stands before the deed where its object stands between them and the number: "vận động Quỹ được 5 triệu" is not done
-- by the fund.
CREATE OR REPLACE TEMP MACRO words_before(words, last) AS
    CASE WHEN ends_with(words, ' được ') AND first_deed_before(words) = '' AND contains(words, last) THEN left(words, length(words) - strpos(reverse(words), reverse(last)) - length(last) + 1) ELSE words END;
CREATE OR REPLACE TEMP MACRO object_of(words, last) AS list_filter(
    [trim(regexp_replace(substr(words, length(words_before(words, last)) + length(last) + 1), '[“”"]| được $', '', 'g'))], lambda w: w <> '');
-- What is told of a number: by whom (`doer`, '' for the unit and its people, '?' where that is not said), what is done, with
-- what. Of houses that bear a name the name says for whom.
CREATE OR REPLACE TEMP MACRO deed_of(sentence, text, thing, measure, body, spot) AS list_transform(list_transform([{
        'ahead': words_ahead(sentence, text), 'behind': lower(substr(sentence, strpos(sentence, text) + length(text))),
        'kind': kind_named(thing, measure)}],
    lambda w: {'verb': CASE WHEN is_no_result(sentence, text) THEN '' ELSE verb_of(w.ahead, w.behind) END, 'kind': w.kind, 'ahead': w.ahead, 'behind': w.behind}),
    lambda w: {'verb': plain_deed(w.verb), 'kind': w.kind, 'ahead': w.ahead, 'marks': list_sort(list_distinct(list_concat(marks_of(w.ahead, w.behind), object_of(w.ahead, w.verb)))), 'whom': whom_of(w.behind),
        'doer': CASE WHEN w.verb = '' THEN '?' ELSE list_transform([words_before(w.ahead, w.verb)],
            lambda h: doer_of(h, coalesce(nullif(first_whole_clause(h), ''), regexp_replace(h, '^.*; ', '')), first_bare_doer(w.ahead), body, spot - length(w.ahead) + length(h)))[1] END,
        'scope': CASE WHEN w.verb = '' THEN '' WHEN measure = 'nhà' AND w.kind <> ''
            THEN trim(concat_ws(' ', w.kind, trim(without_for_whom(scope_of(w.behind))))) ELSE trim(concat_ws(' ', w.kind, scope_of(w.behind))) END})[1];
-- A number that is told of a smaller unit than it was read for is none of its own.
CREATE OR REPLACE TEMP MACRO tells_of_smaller(sentence, text, place_level) AS list_transform([left(sentence, greatest(0, strpos(sentence, text) - 1))],
    lambda w: says_hamlet_named(w) OR place_level <> 'commune' AND says_commune_named(w) OR place_level = 'province' AND says_district_named(w))[1];
-- Whether one tells of all that the other tells of; a kind that is left out stands before the number.
CREATE OR REPLACE TEMP MACRO takes_in(whole, part) AS starts_with(part.scope, whole.scope)
    OR whole.scope = '' AND part.scope <> '' AND contains(whole.ahead, part.scope)
    OR whole.kind = '' AND part.kind <> '' AND contains(whole.ahead, part.kind) AND starts_with(part.scope, trim(part.kind || ' ' || whole.scope));
-- The same of which something else is told: "số nhà tình nghĩa được sửa là 27 căn", "sửa 25 căn nhà tình nghĩa".
CREATE OR REPLACE TEMP MACRO tells_the_same(a, b) AS takes_in(a, b) AND takes_in(b, a)
    OR a.scope = '' AND says_number_of(a.ahead) AND contains(a.ahead, b.scope) OR b.scope = '' AND says_number_of(b.ahead) AND contains(b.ahead, a.scope);
CREATE OR REPLACE TEMP MACRO same_act(a, b) AS a.verb <> '' AND a.verb = b.verb AND a.doer <> '?' AND a.doer = b.doer
    AND (a.whom = '' OR b.whom = '' OR a.whom = b.whom OR starts_with(a.whom, b.whom) OR starts_with(b.whom, a.whom));
CREATE OR REPLACE TEMP MACRO same_deed(a, b) AS same_act(a, b) AND a.marks = b.marks;
-- Whether one deed holds the other, which may be told with more words: of a fund, of a programme, of a body of the unit.
CREATE OR REPLACE TEMP MACRO is_within(part, whole, part_marks, whole_marks) AS whole.verb <> '' AND part.verb = whole.verb
    AND (part.doer <> '?' AND part.doer = whole.doer OR whole.doer = '' AND says_whole(whole.ahead))
    AND len(list_filter(whole_marks, lambda m: NOT list_contains(part_marks, m))) = 0
    AND len(list_filter(part_marks, lambda m: NOT list_contains(whole_marks, m) AND NOT says_narrower(m))) = 0
    AND (whole.whom = '' OR starts_with(part.whom, whole.whom)) AND takes_in(whole, part);


-- A change whose two ends stand beside it: "giảm từ 48 đơn xuống còn 31 đơn, giảm 19 đơn", "134 mô hình, tăng 21 mô hình so
-- với năm 2019 (105 mô hình)". `first` is what there was, `last` what there is.
CREATE OR REPLACE TEMP VIEW moves AS
WITH changed AS (SELECT DISTINCT article, sentence FROM figures WHERE change_direction IS NOT NULL),
lined AS (
    SELECT c, lag(c, 1) OVER line AS one_before, lag(c, 2) OVER line AS two_before, lead(c, 1) OVER line AS behind
    FROM (SELECT claims.* FROM claims SEMI JOIN changed USING (article, sentence)) c
    WINDOW line AS (PARTITION BY c.article, c.sentence ORDER BY c."start")
),
told AS (
    SELECT l.*, a.text AS body,
        lower(substr(a.text, l.one_before."end" + 1, greatest(0, least(120, l.c."start" - l.one_before."end")))) AS ahead
    FROM lined l JOIN articles a ON a.id = l.c.article WHERE l.c.change_direction IS NOT NULL AND l.one_before IS NOT NULL
),
found AS (
    SELECT c, two_before AS first, one_before AS last FROM told
    WHERE two_before IS NOT NULL
        AND says_from(substr(body, greatest(1, two_before."start" - 3), least(4, two_before."start")))
        AND says_down_to(substr(body, two_before."end" + 1, greatest(0, least(60, one_before."start" - two_before."end"))))
        AND says_moved_by(ahead)
    UNION ALL
    SELECT c, behind, one_before FROM told
    WHERE behind IS NOT NULL AND says_then_moved_by(ahead)
        AND says_against_year(substr(body, c."end" + 1, greatest(0, least(80, behind."start" - c."end"))))
        AND starts_with(substr(body, behind."end" + 1, 40), ')')
)
SELECT c.article, c AS change, first, last, least(first.confidence, last.confidence) AS confidence,
    CASE c.change_direction WHEN 'up' THEN last.value - first.value ELSE first.value - last.value END AS moved,
    c.bound = 'exact' AND c.high IS NULL AND first.bound = 'exact' AND first.high IS NULL AND last.bound = 'exact'
        AND last.high IS NULL AND NOT first.is_rate AND NOT last.is_rate AND first.change_direction IS NULL
        AND last.change_direction IS NULL AND first.of IS NULL AND last.of IS NULL AS is_exact
FROM found
WHERE first.measure = last.measure AND first.dimension = last.dimension;

-- Why a count of `wholes` cannot be held against that of another article; null where it can.
CREATE OR REPLACE TEMP MACRO problem_of(published_on, place_code, place_name, place_level, province, district, level, status, confidence, sentence, text, headline) AS
    CASE
        WHEN place_code IS NULL AND (province IS NULL OR place_level = 'commune' AND district IS NULL)
            THEN 'no_unit'
        WHEN status IS NULL OR status = 'planned' THEN 'other_status'
        WHEN confidence < 0.6 THEN 'doubtful_reading'
        WHEN says_choice(substr(sentence, strpos(sentence, text) + length(text), 40)) THEN 'a_choice'
        WHEN level IS NULL AND says_some_level(substr(sentence, strpos(sentence, text) + length(text), 40)) THEN 'a_choice'
        -- The name of the unit is no body: "huyện Tủa Chùa".
        WHEN says_body(replace(sentence, place_name, '')) AND NOT says_whole(sentence) THEN 'other_body'
        WHEN says_body(replace(coalesce(headline, ''), place_name, '')) AND NOT says_whole(sentence) THEN 'other_body'
        WHEN is_no_result(sentence, text) THEN 'other_status'
        WHEN len(list_filter(marks_of(words_ahead(sentence, text), lower(substr(sentence, strpos(sentence, text) + length(text)))), lambda m: NOT says_part_of_year(m) AND m NOT IN ('trong đó', 'trong số đó'))) > 0 THEN 'a_choice'
        WHEN published_on IS NULL THEN 'undated'
    END;

-- Every count of models that speaks for a whole unit, or for one field, holder or level of it. Unlike model_reports a
-- count of several years, of any status, of one holder or level is among them: each is compared with its like only.
-- `content` is the same for copies.
CREATE OR REPLACE TEMP VIEW wholes AS
SELECT c.*, page_of(a.url, a.source, a.title, a.published) AS page,
    coalesce(k.canonical, c.article) AS content, k.canonical IS NOT NULL AS is_copy,
    c.period_start IS NULL AS is_stock,
    least(c.period_end, c.published_on) AS as_of,
    -- Eleven months told of in December are the year; a stock is held against those of its month.
    CASE WHEN c.period_start IS NULL THEN date_trunc('month', c.period_end) ELSE c.period_start END AS period_from,
    CASE WHEN c.period_start IS NULL OR (year(c.period_start) = year(c.period_end) AND month(c.period_end) = 12
        AND c.period_start = date_trunc('year', c.period_start))
        THEN date_trunc('year', c.period_end) + INTERVAL 1 YEAR - INTERVAL 1 DAY ELSE c.period_end END AS period_to,
    contains(c.sentence, CAST(year(c.period_end) AS VARCHAR))
        OR contains(coalesce(c.headline, ''), CAST(year(c.period_end) AS VARCHAR)) AS year_is_printed
FROM claims c
JOIN articles a ON a.id = c.article
LEFT JOIN copies k ON k.article = c.article
LEFT JOIN claims t ON t.article = c.article AND t.nr = c.part_of
WHERE c.topic = 'dan_van_kheo' AND c.measure = 'mô hình' AND NOT c.is_rate AND c.change_direction IS NULL
    AND c.of IS NULL AND c.place_level IN ('province', 'district', 'commune') AND c.place_name IS NOT NULL
    AND c.period_end IS NOT NULL
    AND (t.nr IS NULL OR (
        (t.field IS NULL OR t.field = c.field) AND (t.holder IS NULL OR t.holder = c.holder)
        AND (t.level IS NULL OR t.level = c.level)
        AND (t.unit_key <> c.unit_key OR c.list IS NULL AND t.status <> c.status
            OR (c.partition OR c.list IS NOT NULL AND t.status = c.status AND c.field IS NOT NULL AND t.field IS NULL) AND (t.field IS DISTINCT FROM c.field OR t.holder IS DISTINCT FROM c.holder
                OR t.level IS DISTINCT FROM c.level))));

-- A name without tones, marks, blanks and hyphens: "Hoà Bình" is "Hòa Bình", "Đăk Tăng" is "Đắk Tăng".
CREATE OR REPLACE TEMP MACRO plain_name(name) AS
    regexp_replace(replace(strip_accents(replace(lower(name), 'đ', 'd')), 'y', 'i'), '[^a-z0-9]', '', 'g');
-- The kind that stands before a name as it is written, and the kind it means.
CREATE OR REPLACE TEMP MACRO kind_of(words) AS
    CASE rtrim(first_unit_kind(lower(words)), '.') WHEN 'tp' THEN 'thành phố' WHEN 'tx' THEN 'thị xã' ELSE first_unit_kind(lower(words)) END;
-- Whether a sentence tells of units as they were or will be: by its words, or by another year than the article's.
CREATE OR REPLACE TEMP MACRO tells_of_history(sentence, day) AS says_history(without_founding(sentence)) OR says_former(sentence)
    OR len(list_filter(every_year(sentence), lambda y: y <> CAST(year(day) AS VARCHAR))) > 0;
-- The same of a unit that is gone: what "will" be done by it is no history.
CREATE OR REPLACE TEMP MACRO tells_of_past(sentence, day) AS tells_of_history(without_future(sentence), day);
-- The first and the last year that an article prints.
CREATE OR REPLACE TEMP MACRO earliest_year(words) AS
    coalesce(list_min(list_transform(every_year(words), lambda y: CAST(y AS INTEGER))), 9999);
CREATE OR REPLACE TEMP MACRO latest_year(words) AS
    coalesce(list_max(list_transform(every_year(words), lambda y: CAST(y AS INTEGER))), 0);

-- A post as it is written: "Trưởng ban" of "Ban Dân vận Huyện ủy" is "Trưởng ban Dân vận Huyện ủy".
CREATE OR REPLACE TEMP MACRO post_in_words(title, body) AS
    replace(replace(lower(title || ' ' || body), ' ban ban ', ' ban '), 'công an công an', 'công an');
-- Whether words stand in a text; where the unit's name is spelled otherwise there ("Krông Ana", "Đăk Glong"), by its letters.
CREATE OR REPLACE TEMP MACRO is_printed(body, words, place_name) AS CASE WHEN contains(lower(body), words) THEN true
    WHEN contains(body, place_name) THEN false ELSE contains(plain_name(body), plain_name(words)) END;
-- A body without the unit's name, in one spelling.
CREATE OR REPLACE TEMP MACRO organ_of(body, place_name) AS
    trim(replace(replace(replace(lower(body), 'ủy ban nhân dân', 'ubnd'), 'hội đồng nhân dân', 'hđnd'), lower(place_name), ''));

-- Whether words near a name, or near its last word alone, tell that its post has changed; or that there are two of the name.
CREATE OR REPLACE TEMP MACRO told_moved(body, name) AS says_namesakes(body) OR list_transform([string_split(body, list_last(string_split(name, ' ')))],
    lambda p: array_to_string(list_transform(p[2:], lambda w: left(w, 150)) || list_transform(p[:len(p) - 1], lambda w: right(w, 120)), ' # '))
    .list_transform(lambda w: says_moved_post(w) OR says_former(w))[1];
-- Whether two bodies never share their head.
CREATE OR REPLACE TEMP MACRO apart(one, other) AS one <> other AND NOT says_shared_head(one || '+' || other);

-- Whether two clauses have half of their words in common, four at least.
CREATE OR REPLACE TEMP MACRO words_in(words) AS list_distinct(regexp_extract_all(lower(words), '[0-9a-zà-ỹ]+'));
CREATE OR REPLACE TEMP MACRO words_shared(one, other) AS list_transform([len(list_intersect(words_in(one), words_in(other)))],
    lambda n: n >= 4 AND n >= 0.5 * least(len(words_in(one)), len(words_in(other))))[1];

-- Whether the sentence of a number names the unit that the number was read for.
CREATE OR REPLACE TEMP MACRO tells_of_unit(one) AS
    says_whole_unit(one.sentence) OR contains(lower(one.sentence), lower(one.place_kind || ' ' || one.place_name));

-- The day from which a total runs: as read, else the year that its sentence says.
CREATE OR REPLACE TEMP MACRO runs_from(first, sentence) AS
    coalesce(first, make_date(TRY_CAST(nullif(first_year_since(sentence), '') AS INTEGER), 1, 1));
