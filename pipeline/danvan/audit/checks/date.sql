/*
severity = "error"

[title]
en = "Dates that cannot be"
vi = "Ngày tháng không thể có"

[message]
en = "{date_text}: {what_en}"
vi = "{date_text}: {what_vi}"

[settle]
en = "the document or the event itself: which day, month or year is misprinted"
vi = "văn bản hoặc sự kiện gốc: ngày, tháng hay năm nào in sai"

[[case]]
says = "30 February"
expect = ["differs"]
articles = [{ id = "a", text = "Ngày 30/2/2022, huyện tổng kết." }]

[[case]]
says = "31 April in words"
expect = ["differs"]
articles = [{ id = "a", text = "Hội nghị họp ngày 31 tháng 4 năm 2022." }]

[[case]]
says = "29 February of a leap year and of another"
expect = ["agrees", "differs"]
articles = [{ id = "a", text = "Ngày 29/02/2020 ra quân, ngày 29/02/2021 sơ kết." }]

[[case]]
says = "30 February by the moon"
expect = ["unclear"]
articles = [{ id = "a", text = "Lễ hội mở ngày 30/2 âm lịch hằng năm." }]

[[case]]
says = "a share, a number of a document"
expect = []
articles = [{ id = "a", text = "Đã có 30/2 nhóm và 31/40 xã; Quyết định số 31/4-QĐ của huyện." }]

[[case]]
says = "12/04/2022 was a Tuesday"
expect = ["agrees", "agrees"]
articles = [{ id = "a", text = "Thứ Ba, 12/04/2022\nHuyện tổng kết." }]

[[case]]
says = "and no Monday"
expect = ["agrees", "differs"]
articles = [{ id = "a", text = "Thứ Hai, ngày 12/4/2022\nHuyện tổng kết." }]

[[case]]
says = "month and day may stand the other way round: 04/12/2022 was a Sunday"
expect = ["agrees", "unclear"]
articles = [{ id = "a", text = "Chủ nhật, 12/04/2022\nHuyện tổng kết." }]

[[case]]
says = "'lần thứ hai' is no Monday"
expect = ["agrees"]
articles = [{ id = "a", text = "Hội nghị lần thứ hai, ngày 12/4/2022 đã bàn." }]

[[case]]
says = "it happened after it was reported"
expect = ["agrees", "differs"]
articles = [{ id = "a", published_on = "2022-11-04" }]
dates = [{ date_start = "2022-12-03", date_end = "2022-12-03", text = "Ngày 03.12.22", sentence = "Ngày 03.12.22, Huyện ủy đã tổ chức hội nghị tổng kết." }]

[[case]]
says = "it is still to come"
expect = ["agrees", "unclear"]
articles = [{ id = "a", published_on = "2022-11-04" }]
dates = [{ date_start = "2022-12-03", date_end = "2022-12-03", text = "Ngày 03.12.22", sentence = "Ngày 03.12.22, Huyện ủy sẽ tổ chức hội nghị tổng kết." }]

[[case]]
says = "the year was filled in"
expect = ["agrees", "unclear"]
articles = [{ id = "a", published_on = "2022-11-04" }]
dates = [{ date_start = "2022-12-03", date_end = "2022-12-03", inferred = true, text = "Ngày 03.12", sentence = "Ngày 03.12, Huyện ủy đã tổ chức hội nghị tổng kết." }]

[[case]]
says = "a letter of March puts into effect a conclusion of October"
expect = ["agrees", "agrees", "differs"]
articles = [{ id = "a", text = "Công văn số 12-CV/HU ngày 30/3/2016 về thực hiện Kết luận số 05-KL/TU ngày 07/10/2016 của Tỉnh ủy." }]
dates = [
  { date_start = "2016-03-30", date_end = "2016-03-30", role = "document", text = "ngày 30/3/2016", sentence = "s" },
  { date_start = "2016-10-07", date_end = "2016-10-07", role = "document", text = "ngày 07/10/2016", sentence = "s" },
]

[[case]]
says = "the conclusion first, the letter after it: all is well"
expect = ["agrees", "agrees", "agrees"]
articles = [{ id = "a", text = "Thực hiện Kết luận số 05-KL/TU ngày 07/10/2015, huyện ban hành Công văn số 12-CV/HU ngày 30/3/2016." }]
dates = [
  { date_start = "2015-10-07", date_end = "2015-10-07", role = "document", text = "ngày 07/10/2015", sentence = "s" },
  { date_start = "2016-03-30", date_end = "2016-03-30", role = "document", text = "ngày 30/3/2016", sentence = "s" },
]

[[case]]
says = "the weekday at the head of a sentence, behind the sign of the paper and behind a stop; an ordinal is none"
expect = ["agrees", "agrees", "agrees", "agrees", "differs"]
articles = [{ id = "a", text = "(HT) - Thứ Hai, ngày 11/4/2022, huyện ra quân. Thứ sáu, ngày 12/4/2022, xã họp lần thứ ba, ngày 13/4/2022." }]

[[case]]
says = "the day of the child before the body that issued it: younger than the parent, and older"
expect = ["agrees", "agrees", "agrees", "agrees", "agrees", "differs"]
articles = [
  { id = "a", text = "Thực hiện Kế hoạch số 8-KH/HU ngày 20/3/2022 của Huyện ủy về dân vận khéo, ngày 12/4/2022 Ban Dân vận Huyện ủy ban hành Hướng dẫn số 7." },
  { id = "b", text = "Thực hiện Kế hoạch số 8-KH/HU ngày 20/3/2022 của Huyện ủy về dân vận khéo, ngày 12/2/2022 Ban Dân vận Huyện ủy ban hành Hướng dẫn số 7." },
]
dates = [
  { article = "a", role = "document", date_start = "2022-03-20", date_end = "2022-03-20", text = "ngày 20/3/2022" },
  { article = "a", role = "document", date_start = "2022-04-12", date_end = "2022-04-12", text = "ngày 12/4/2022" },
  { article = "b", role = "document", date_start = "2022-03-20", date_end = "2022-03-20", text = "ngày 20/3/2022" },
  { article = "b", role = "document", date_start = "2022-02-12", date_end = "2022-02-12", text = "ngày 12/2/2022" },
]

[[case]]
says = "the weekday behind the date, in brackets: right, and wrong"
expect = ["agrees", "agrees", "agrees", "differs"]
articles = [{ id = "a", text = "Chiều 12/8/2020 (thứ Tư) họp dân, sáng 13/8/2020 (thứ Sáu) ra quân." }]

[[case]]
says = "two documents side by side"
expect = ["agrees", "agrees"]
articles = [{ id = "a", text = "Kế hoạch số 12 ngày 30/3/2016 và Kết luận số 05 ngày 07/10/2016 của Tỉnh ủy." }]
dates = [
  { date_start = "2016-03-30", date_end = "2016-03-30", role = "document", text = "ngày 30/3/2016", sentence = "s" },
  { date_start = "2016-10-07", date_end = "2016-10-07", role = "document", text = "ngày 07/10/2016", sentence = "s" },
]
[[case]]
says = "the weekday behind a comma; with the month in words; without the year: right, wrong, and too far from the page's day to know"
expect = ["agrees", "agrees", "agrees", "differs", "differs", "differs"]
articles = [
  { id = "a", published_on = "2022-10-17", text = "Theo lịch, Chủ nhật, 15-10-2022, đoàn về xã. Chủ nhật, 16/10, đoàn về huyện. Sáng thứ Hai, 14/10, họp. Chủ nhật, 14/1, tổng kết." },
  { id = "b", published_on = "2022-10-17", text = "Ngày 13 tháng 10 năm 2022 (thứ Sáu), xã ra quân." },
]

[[case]]
says = "counted up to a day after the page's own; an estimate; a target"
expect = ["agrees", "agrees", "agrees", "differs", "unclear"]
articles = [
  { id = "a", published_on = "2019-03-14", text = "Tính đến ngày 31/3/2019, huyện đã có 118 mô hình." },
  { id = "b", published_on = "2019-03-14", text = "Ước tính đến ngày 31/3/2019, huyện đạt 118 mô hình." },
  { id = "c", published_on = "2019-03-14", text = "Đến ngày 31/3/2019, huyện phải có 118 mô hình." },
]
dates = [
  { article = "a", role = "other", date_start = "2019-03-31", date_end = "2019-03-31", text = "ngày 31/3/2019", sentence = "Tính đến ngày 31/3/2019, huyện đã có 118 mô hình." },
  { article = "b", role = "other", date_start = "2019-03-31", date_end = "2019-03-31", text = "ngày 31/3/2019", sentence = "Ước tính đến ngày 31/3/2019, huyện đạt 118 mô hình." },
  { article = "c", role = "other", date_start = "2019-03-31", date_end = "2019-03-31", text = "ngày 31/3/2019", sentence = "Đến ngày 31/3/2019, huyện phải có 118 mô hình." },
]
[[case]]
says = "this plan was issued, the next sentence says, to carry out a directive that is younger; that plan and another paper"
expect = ["agrees", "agrees", "agrees", "agrees", "differs"]
articles = [
  { id = "a", text = "Tổng kết Kế hoạch số 65 ngày 14/5/2015. Kế hoạch này được Huyện ủy ban hành để thực hiện Chỉ thị số 28 ngày 02/12/2015." },
  { id = "b", text = "Tổng kết Kế hoạch số 65 ngày 14/5/2015. Huyện ủy sẽ thực hiện Chỉ thị số 28 ngày 02/12/2015." },
]
dates = [
  { article = "a", role = "document", date_start = "2015-05-14", date_end = "2015-05-14", text = "ngày 14/5/2015" },
  { article = "a", role = "document", date_start = "2015-12-02", date_end = "2015-12-02", text = "ngày 02/12/2015" },
  { article = "b", role = "document", date_start = "2015-05-14", date_end = "2015-05-14", text = "ngày 14/5/2015" },
  { article = "b", role = "document", date_start = "2015-12-02", date_end = "2015-12-02", text = "ngày 02/12/2015" },
]
*/
WITH printed AS (
    -- Day and month behind a word that says so, or with a year of four digits. What stands before tells numbers apart.
    SELECT id AS article, text,
        unnest(list_distinct(regexp_extract_all(text,
            '(?i)(?:(?:ngày|sáng|chiều|tối|hôm|mùng|mồng) ?\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?(?:19|20)\d{2})?|[ (,|-]\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}|ngày \d{1,2} tháng \d{1,2}(?: năm (?:19|20)\d{2})?)(?:[^\d/–-]|$)'
        ))) AS found
    FROM articles
),
days AS (
    SELECT article, text, rtrim(ltrim(left(found, CASE WHEN regexp_matches(found, '\d$') THEN length(found) ELSE length(found) - 1 END), ' (,|-')) AS found,
        says_day_word(lower(found)) AS is_named,
        CAST(regexp_extract(found, '(\d{1,2})', 1) AS INTEGER) AS d,
        CAST(regexp_extract(found, '\d{1,2} ?(?:[/.-]|tháng) ?(\d{1,2})', 1) AS INTEGER) AS m,
        TRY_CAST(regexp_extract(found, '((?:19|20)\d{2})\D?$', 1) AS INTEGER) AS y
    FROM printed
),
calendar AS (
    SELECT article, found, d, m, y, strpos(text, found) - 1 AS spot,
        m > 12 OR d > CASE WHEN m IN (4, 6, 9, 11) THEN 30 WHEN m = 2 AND y IS NOT NULL AND (y % 4 <> 0 OR y % 100 = 0 AND y % 400 <> 0) THEN 28
            WHEN m = 2 THEN 29 ELSE 31 END AS is_no_day,
        regexp_matches(lower(substr(text, strpos(text, found), length(found) + 24)), 'âm|(^|\PL)al(\PL|$)|giêng|chạp') AS is_lunar,
        regexp_matches(lower(substr(text, greatest(1, strpos(text, found) - 8), least(8, strpos(text, found) - 1))), '(số|lịch)[ :]*$') AS is_number
    FROM days WHERE d BETWEEN 1 AND 31 AND (m BETWEEN 1 AND 12 AND (is_named OR y IS NOT NULL) OR m BETWEEN 13 AND 31 AND is_named AND y IS NOT NULL)
),
weekdays AS (
    -- "Thứ Hai, ngày 13/4/2022", "13 tháng 4 năm 2022 (thứ Tư)", with or without the year.
    SELECT id AS article, text, published_on,
        unnest(list_distinct(regexp_extract_all(text,
            '(?i)(?:^|[\n(|]|[.,;!?–-] |(?:sáng|chiều|tối|vào|hôm|trưa|là) )((?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật) ?[,(-]? ?(?:ngày )?\d{1,2}(?:[/.-]| tháng )\d{1,2}(?:(?:[/.-]| năm )(?:19|20)\d{2})?)(?:[^\d/–-]|$)', 1)
            || regexp_extract_all(text, '(?i)(\d{1,2}(?:[/.-]| tháng )\d{1,2}(?:(?:[/.-]| năm )(?:19|20)\d{2})? ?\((?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật))\)', 1))) AS found
    FROM articles
),
numbered AS (
    SELECT *, list_transform(regexp_extract_all(regexp_replace(lower(found), 'thứ [2-7]', ''), '\d+'), lambda n: CAST(n AS INTEGER)) AS n FROM weekdays
),
named_days AS (
    SELECT article, found, strpos(text, found) - 1 AS spot,
        CASE WHEN regexp_matches(lower(found), 'chủ nhật') THEN 0 ELSE CASE regexp_extract(lower(found), 'thứ (\p{L}+|[2-7])', 1)
            WHEN 'hai' THEN 1 WHEN '2' THEN 1 WHEN 'ba' THEN 2 WHEN '3' THEN 2 WHEN 'tư' THEN 3 WHEN '4' THEN 3
            WHEN 'năm' THEN 4 WHEN '5' THEN 4 WHEN 'sáu' THEN 5 WHEN '6' THEN 5 ELSE 6 END END AS named,
        n[1] AS d, n[2] AS m,
        -- Without a year it is that of the day of the page, if the day lies within two months of it.
        coalesce(n[3], CASE WHEN abs(date_diff('day', published_on, TRY_CAST(format('{:04d}-{:02d}-{:02d}', year(published_on), n[2], n[1]) AS DATE))) <= 60
            THEN year(published_on) END) AS y
    FROM numbered WHERE len(n) >= 2
),
week AS (
    SELECT n.*, dayofweek(TRY_CAST(format('{:04d}-{:02d}-{:02d}', y, m, d) AS DATE)) AS is_day,
        -- Month and day may be turned round by a page's clock, but not into a day that was yet to come.
        CASE WHEN TRY_CAST(format('{:04d}-{:02d}-{:02d}', y, d, m) AS DATE) <= coalesce(a.published_on, DATE '9999-12-31')
            THEN dayofweek(TRY_CAST(format('{:04d}-{:02d}-{:02d}', y, d, m) AS DATE)) END AS is_day_turned
    FROM named_days n JOIN articles a ON a.id = n.article WHERE y IS NOT NULL
),
-- From a day to an earlier one, or from a year to an earlier one.
ranges AS (
    SELECT id AS article, text, unnest(list_distinct(every_range_of_days(text) || every_range_of_years(text))) AS found FROM articles
),
spans AS (
    SELECT article, found, strpos(text, found) - 1 AS spot,
        regexp_extract_all(found, '[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}') AS days, every_year(found) AS years
    FROM ranges
),
turned AS (
    SELECT article, found, spot, years, len(days) = 2 AS is_days,
        CASE WHEN len(days) = 2 THEN TRY_STRPTIME(regexp_replace(days[1], '[.-]', '/', 'g'), '%d/%m/%Y') ELSE make_timestamp(CAST(years[1] AS INTEGER), 1, 1, 0, 0, 0) END AS first,
        CASE WHEN len(days) = 2 THEN TRY_STRPTIME(regexp_replace(days[2], '[.-]', '/', 'g'), '%d/%m/%Y') ELSE make_timestamp(CAST(years[2] AS INTEGER), 1, 1, 0, 0, 0) END AS last
    FROM spans WHERE len(days) = 2 OR len(years) = 2
),
happened AS (
    SELECT d.article, d.text, d."start", d."end", d.date_start, a.published_on, d.inferred, d.confidence, d.role,
        CASE WHEN is_count THEN regexp_replace(lower(d.sentence), 'tính (đến|tới)( hết)?( ngày)?', '') ELSE lower(d.sentence) END AS sentence, is_count
    FROM (
        -- "Tính đến ngày 31/3/2019, huyện đã có 118 mô hình": what is counted up to a day is told as past.
        SELECT *, role = 'other' AND regexp_matches(lower(left(sentence, greatest(0, strpos(sentence, text) - 1))), 'tính (đến|tới)( hết)?( ngày)? $')
            OR role = 'other' AND regexp_matches(lower(sentence), 'tính (đến|tới)( hết)? ' || lower(text)) AS is_count
        FROM dates
    ) d JOIN articles a ON a.id = d.article
    WHERE (d.role IN ('event', 'document') OR is_count) AND d.grain = 'day' AND d.date_start > a.published_on
        AND NOT says_updated(d.sentence)
),
documents AS (
    SELECT d.article, d.text, d."start", d."end", d.date_start, d.confidence, d.inferred,
        lead(d.text) OVER chain AS next_text, lead(d."start") OVER chain AS next_start, lead(d."end") OVER chain AS next_end,
        lead(d.date_start) OVER chain AS next_day, lead(d.inferred) OVER chain AS next_inferred,
        lead(d.confidence) OVER chain AS next_confidence
    FROM dates d WHERE d.role = 'document' AND d.grain = 'day'
    WINDOW chain AS (PARTITION BY d.article ORDER BY d."start")
),
linked AS (
    SELECT d.*, lower(substr(a.text, d."end" + 1, d.next_start - d."end")) AS gap,
        lower(substr(a.text, greatest(1, d."start" - 119), least(120, d."start"))) AS ahead, lower(substr(a.text, d.next_end + 1, 120)) AS behind
    FROM documents d JOIN articles a ON a.id = d.article WHERE d.next_start - d."end" BETWEEN 1 AND 250
),
chains AS (
    SELECT *,
        CASE
            WHEN says_carries_out(gap) OR says_this_paper_for(gap)
                THEN 'child_first'
            -- "Kế hoạch số 88 ngày 20/3 thực hiện Chỉ thị ...", but not "thực hiện Nghị quyết ngày 3/6, thực hiện Chỉ thị ...".
            WHEN says_right_for(gap) AND NOT says_put_into_effect(ahead)
                THEN 'child_first'
            WHEN says_put_into_effect(ahead) AND (says_then_issued(gap) OR regexp_matches(gap, ', $') AND says_issuing(behind))
                THEN 'parent_first'
        END AS kind
    FROM linked
    WHERE NOT says_other_paper(gap) OR says_this_paper_for(gap)
)
SELECT
    CASE WHEN is_no_day AND is_lunar THEN 'unclear' WHEN is_no_day THEN 'differs' ELSE 'agrees' END AS outcome,
    CASE WHEN is_no_day AND is_lunar THEN 'not_a_date' END AS reason,
    NULL AS severity, concat_ws('|', article, spot, 'day') AS key,
    [span_of(article, spot, spot + length(found), found)] AS spans,
    found AS stated, NULL AS computed, found AS date_text,
    'the calendar has no day ' || concat_ws('/', d, m, y) AS what_en, 'lịch không có ngày ' || concat_ws('/', d, m, y) AS what_vi
FROM calendar WHERE NOT is_number
UNION ALL
SELECT
    CASE WHEN named = is_day THEN 'agrees' WHEN is_day IS NULL OR coalesce(named = is_day_turned, false) THEN 'unclear' ELSE 'differs' END,
    CASE WHEN named <> is_day AND named = is_day_turned THEN 'not_a_date' WHEN is_day IS NULL THEN 'not_a_date' END,
    'warning', concat_ws('|', article, spot, 'weekday'),
    [span_of(article, spot, spot + length(found), found)],
    found, ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'][is_day + 1], found,
    'that day is a ' || ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][is_day + 1],
    'ngày đó là ' || ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'][is_day + 1]
FROM week
UNION ALL
SELECT
    CASE WHEN first <= last THEN 'agrees' ELSE 'differs' END, NULL,
    'warning', concat_ws('|', article, spot, 'range'), [span_of(article, spot, spot + length(found), found)],
    found, NULL, found, 'it ends before it begins', 'kết thúc trước khi bắt đầu'
FROM turned WHERE first IS NOT NULL AND last IS NOT NULL
UNION ALL
SELECT
    CASE WHEN inferred OR confidence < 0.6 OR is_to_come OR NOT is_past THEN 'unclear' ELSE 'differs' END,
    CASE WHEN inferred THEN 'inferred_date' WHEN confidence < 0.6 THEN 'doubtful_reading' WHEN is_to_come OR NOT is_past THEN 'to_come' END,
    'warning', concat_ws('|', article, "start", 'later'), [span_of(article, "start", "end", text)],
    strftime(date_start, '%d/%m/%Y'), strftime(published_on, '%d/%m/%Y'), text,
    'told as past in an article published on ' || strftime(published_on, '%d/%m/%Y'),
    'được kể là đã diễn ra, trong khi bài đăng ngày ' || strftime(published_on, '%d/%m/%Y')
FROM (
    SELECT *,
        -- "Sáng 12/11, huyện đã tổ chức ... kỷ niệm ..." leaves no doubt, whatever is looked forward to in it.
        says_to_come(sentence) AND NOT (says_begun_as_past(sentence) AND NOT says_yet_to_be(sentence)) AS is_to_come,
        role = 'document' OR CASE WHEN is_count THEN regexp_matches(sentence, '(^|[ ,])(đã|có|đạt|được) ') AND NOT says_estimated(sentence) ELSE says_held(sentence) END AS is_past
    FROM happened
)
UNION ALL
SELECT
    CASE WHEN fits THEN 'agrees' WHEN inferred OR next_inferred OR least(confidence, next_confidence) < 0.6 THEN 'unclear' ELSE 'differs' END,
    CASE WHEN fits THEN NULL WHEN inferred OR next_inferred THEN 'inferred_date' WHEN least(confidence, next_confidence) < 0.6 THEN 'doubtful_reading' END,
    'warning', concat_ws('|', article, "start", next_start, 'chain'),
    [span_of(article, "start", "end", text),
        span_of(article, next_start, next_end, next_text)],
    text, next_text, text,
    CASE kind WHEN 'child_first' THEN 'older than the document that it puts into effect (' || next_text || ')'
        ELSE 'younger than the document that puts it into effect (' || next_text || ')' END,
    CASE kind WHEN 'child_first' THEN 'có trước văn bản mà nó triển khai (' || next_text || ')'
        ELSE 'có sau văn bản triển khai nó (' || next_text || ')' END
FROM (SELECT *, CASE kind WHEN 'child_first' THEN next_day <= date_start ELSE date_start <= next_day END AS fits FROM chains WHERE kind IS NOT NULL)
