-- What checks read: every figure and sum of money as a claim with its interval, over the tables of store/schema.sql.

-- A number as it is written in Vietnamese: 5287 is "5.287", 54.7 is "54,7"; bounds as signs, a range with a dash.
CREATE OR REPLACE TEMP MACRO number_in_words(value) AS
    CASE WHEN value = floor(value) THEN replace(format('{:,}', CAST(value AS BIGINT)), ',', '.')
    ELSE replace(format('{:,}', CAST(floor(value) AS BIGINT)), ',', '.') || ','
        || rtrim(substr(printf('%.4f', value - floor(value)), 3), '0') END;
CREATE OR REPLACE TEMP MACRO in_words(value, high, bound) AS
    CASE bound WHEN 'more_than' THEN '> ' WHEN 'at_least' THEN '≥ ' WHEN 'less_than' THEN '< ' WHEN 'at_most' THEN '≤ '
        WHEN 'about' THEN '≈ ' ELSE '' END
    || number_in_words(value) || CASE WHEN high IS NULL THEN '' ELSE ' - ' || number_in_words(high) END;

-- The interval that a number leaves open. "about" is taken as a tenth to both sides.
CREATE OR REPLACE TEMP MACRO lowest_of(value, bound) AS
    CASE bound WHEN 'less_than' THEN 0 WHEN 'at_most' THEN 0 WHEN 'about' THEN value * 0.9 ELSE value END;
CREATE OR REPLACE TEMP MACRO highest_of(value, high, bound) AS
    CASE bound WHEN 'more_than' THEN CAST('infinity' AS DOUBLE) WHEN 'at_least' THEN CAST('infinity' AS DOUBLE)
        WHEN 'about' THEN coalesce(high, value) * 1.1 ELSE coalesce(high, value) END;

-- Half a unit of the last digit that is printed: 54,7 may stand for anything from 54,65 to 54,75.
CREATE OR REPLACE TEMP MACRO slack_of(value) AS
    CASE WHEN value = floor(value) THEN 0 ELSE 0.5 * pow(10, -length(rtrim(substr(printf('%.4f', value), -4), '0'))) END;

-- What a number is measured in: numbers of hectares and of square metres do not add up. '' for things that are counted.
CREATE OR REPLACE TEMP MACRO dimension_of(unit) AS
    CASE WHEN contains(unit, '%') THEN '%' ELSE replace(replace(replace(regexp_extract(lower(unit),
        '^(m ?[23²³]|mét vuông|mét khối|mét|km|ki-?lô-?mét|ha|héc-?ta|hecta|m|tấn|tạ|yến|kg|ki-?lô-?gam|lít|triệu|tỷ)(\s|/|$)', 1),
        ' ', ''), '²', '2'), 'métvuông', 'm2') END;

-- How far the printed number may be taken as read: one that a person has corrected is no longer what is printed, and what
-- does not fit it is no fault of the text.
CREATE OR REPLACE TEMP MACRO certainty_of(confidence, value, extracted) AS
    CASE WHEN CAST(extracted AS DOUBLE) IS DISTINCT FROM CAST(value AS DOUBLE) AND extracted IS NOT NULL
        THEN least(confidence, 0.5) ELSE confidence END;

CREATE OR REPLACE TEMP VIEW claims AS
SELECT f.* REPLACE (certainty_of(f.confidence, f.value, r.extracted ->> 'value') AS confidence), a.published_on, a.title AS headline, dimension_of(f.unit) AS dimension,
    lowest_of(f.value, f.bound) AS lowest, highest_of(f.value, f.high, f.bound) AS highest, slack_of(f.value) AS slack,
    contains(f.unit, '%') OR contains(f.unit, '/') AND NOT contains(lower(f.unit), 'điển hình') AS is_rate,
    concat_ws('|', f.place_level, coalesce(f.place_code, ''), lower(f.place_name),
        CASE WHEN f.place_code IS NULL THEN lower(concat_ws('|', f.province, f.district)) END) AS unit_key,
    {'article': f.article, 'start': f."start", 'end': f."end", 'text': f.text} AS span
FROM figures f JOIN articles a ON a.id = f.article
    LEFT JOIN reviewed r ON r.article = f.article AND r.nr = f.nr AND r.kind = 'figures' AND r.state = 'holds';

CREATE OR REPLACE TEMP VIEW sums AS
SELECT m.* REPLACE (certainty_of(m.confidence, m.amount, r.extracted ->> 'amount') AS confidence), a.published_on,
    lowest_of(CAST(m.amount AS DOUBLE), m.bound) AS lowest,
    highest_of(CAST(m.amount AS DOUBLE), CAST(m.high AS DOUBLE), m.bound) AS highest,
    {'article': m.article, 'start': m."start", 'end': m."end", 'text': m.text} AS span
FROM money m JOIN articles a ON a.id = m.article
    LEFT JOIN reviewed r ON r.article = m.article AND r.nr = m.nr AND r.kind = 'money' AND r.state = 'holds';

-- Half a unit of the last digit that a sum is printed with: "1,7 tỷ" may stand for anything from 1,65 to 1,75.
CREATE OR REPLACE TEMP MACRO rounding_in(words) AS
    CASE WHEN NOT regexp_matches(lower(words), '\d,\d+ ?(tỷ|tỉ|triệu|tr)') THEN 0
    ELSE 0.5 * CASE WHEN regexp_matches(lower(words), '\d,\d+ ?(tỷ|tỉ)') THEN 1e9 ELSE 1e6 END
        * pow(10, -length(regexp_extract(words, ',(\d+)', 1))) END;

-- Every number of the text in its order, counts and money alike, with the words between it and its neighbours. `nth` counts
-- the numbers of the article, `stops` the ends of sentences before it, `breaks` those of lines. A table, for many checks read it.
CREATE OR REPLACE TEMP TABLE in_order AS
WITH every AS (
    SELECT article, nr, false AS is_money, "start", "end", value, high, bound, lowest, highest, slack, measure, lower(unit) AS unit,
        dimension, is_rate, of, part_of, list, change_direction, status, unit_key, period_start, period_end, confidence,
        CAST(NULL AS VARCHAR) AS basis, CAST(NULL AS INTEGER) AS items, span
    FROM claims
    UNION ALL
    SELECT article, nr, true, "start", "end", CAST(amount AS DOUBLE), CAST(high AS DOUBLE), bound, lowest, highest, rounding_in(text), 'tiền', 'tiền',
        currency, false, NULL, NULL, NULL, NULL, NULL, NULL, period_start, period_end, confidence, basis, items, span
    FROM sums
),
between_them AS (
    SELECT e.*, substr(a.text, coalesce(lag(e."end") OVER line, 0) + 1, greatest(0, e."start" - coalesce(lag(e."end") OVER line, 0))) AS gap,
        lower(substr(a.text, e."end" + 1, least(120, coalesce(lead(e."start") OVER line, length(a.text)) - e."end"))) AS behind,
        lower(substr(a.text, greatest(1, e."start" - 149), least(150, e."start"))) AS led_by,
        CAST(row_number() OVER line AS INTEGER) AS nth
    FROM every e JOIN articles a ON a.id = e.article
    WINDOW line AS (PARTITION BY e.article ORDER BY e."start", e."end")
)
SELECT * EXCLUDE (gap), right(lower(gap), 120) AS ahead,
    CAST(sum(len(regexp_extract_all(gap, '[.!?…]+["”)]*\s+|\n+'))) OVER line AS INTEGER) AS stops,
    CAST(sum(len(regexp_extract_all(gap, '\n+'))) OVER line AS INTEGER) AS breaks
FROM between_them
WINDOW line AS (PARTITION BY article ORDER BY nth);

-- The words since the last stop, and up to the next one.
CREATE OR REPLACE TEMP MACRO clause_ahead(ahead) AS regexp_extract(ahead, '[^.;!?…\n]*$');
-- The same over numbers that stand between: `led_by` is what stands before, whatever it is.
CREATE OR REPLACE TEMP MACRO clause_over(led_by) AS regexp_extract(led_by, '((?:[^.;!?…\n]|[.]\d)*)$');
-- What is said of a number alone: from the start of its sentence, or from the comma behind the number before.
CREATE OR REPLACE TEMP MACRO own_words(ahead) AS
    CASE WHEN regexp_matches(ahead, '[.;!?…]\s|\n') THEN clause_ahead(ahead) WHEN contains(ahead, ',') THEN regexp_extract(ahead, ',(.*)$', 1) ELSE ahead END;
CREATE OR REPLACE TEMP MACRO clause_behind(behind) AS regexp_extract(behind, '^[^.;!?…\n]*');

-- Whether two numbers may count the same things: "896 chị" of "1.280 hội viên", "16 căn" of "48 căn nhà", "15 km" of "13,5 km đường".
CREATE OR REPLACE TEMP MACRO of_people(unit) AS regexp_matches(unit,
    '^(người|dân|hội viên|đoàn viên|đảng viên|cán bộ|chị|anh|em|cháu|học sinh|trẻ|thiếu nhi|phụ nữ|nông dân|thanh niên|lao động|công nhân'
    || '|chiến sĩ|bà|ông|cụ|học viên|đại biểu|giáo viên|sinh viên|thành viên|cựu chiến binh|quần chúng|bệnh nhân|nạn nhân|công dân)(\PL|$)');
CREATE OR REPLACE TEMP MACRO names_units(unit) AS regexp_matches(unit,
    '^(xã|phường|thị trấn|thôn|ấp|bản|buôn|làng|xóm|khóm|khu phố|khu dân cư|tổ|chi hội|chi bộ|chi đoàn|đảng bộ|cơ sở|hộ|gia đình|huyện|trường|cơ quan|đơn vị)(\PL|$)');
CREATE OR REPLACE TEMP MACRO is_than(one) AS starts_with(lower(one.span.text), 'hơn ') AND regexp_matches(one.led_by, '(nhiều|ít|cao|thấp) $');
CREATE OR REPLACE TEMP MACRO of_households(unit) AS regexp_matches(unit, '^(hộ|gia đình)(\PL|$)');
CREATE OR REPLACE TEMP MACRO alike(one, other) AS
    one.dimension = other.dimension AND one.is_money = other.is_money AND one.is_rate = other.is_rate AND (one.is_money
        OR one.measure = other.measure OR starts_with(one.unit, other.unit) OR starts_with(other.unit, one.unit)
        OR of_people(one.unit) AND of_people(other.unit) OR of_households(one.unit) AND of_households(other.unit));

-- A round number may be a rounded one without a word that says so: 11.000 for 11.182, 600 for 588.
CREATE OR REPLACE TEMP MACRO rounding_of(value) AS
    CASE WHEN value >= 1000 AND value % 1000 = 0 THEN 500 WHEN value >= 100 AND value % 100 = 0 THEN 50 ELSE 0 END;

-- What tells pages apart, whatever numbers their titles bear: the address, else the file or site with title and date.
CREATE OR REPLACE TEMP MACRO page_of(url, source, title, published) AS
    CASE WHEN url <> '' THEN url WHEN source <> '' AND title <> ''
        THEN concat_ws('|', source, regexp_replace(title, '[0-9][0-9.,]*', '#', 'g'), coalesce(published, '')) END;
-- One page by its address, or by a title of its own that comes back within three days.
CREATE OR REPLACE TEMP MACRO one_page(page, title, day, other_page, other_title, other_day) AS
    coalesce(page = other_page, false) OR coalesce(length(title) >= 15 AND abs(date_diff('day', day, other_day)) <= 3
        AND regexp_replace(title, '[0-9][0-9.,]*', '#', 'g') = regexp_replace(other_title, '[0-9][0-9.,]*', '#', 'g'), false);
-- A sentence without its numbers: what stays the same where a number is corrected.
CREATE OR REPLACE TEMP MACRO wording_of(sentence) AS
    regexp_replace(regexp_replace(sentence, '[0-9][0-9.,]*', '#', 'g'), '\s+', ' ', 'g');

CREATE OR REPLACE TEMP MACRO day_in_words(day) AS strftime(day, '%d/%m/%Y');
CREATE OR REPLACE TEMP MACRO period_in_words(first, last) AS
    CASE WHEN first IS NULL THEN '… - ' || day_in_words(last)
    WHEN year(first) = year(last) AND first = date_trunc('year', first) AND strftime(last, '%m%d') = '1231'
        THEN CAST(year(first) AS VARCHAR)
    ELSE day_in_words(first) || ' - ' || day_in_words(last) END;

-- Words after which a count may be that of one body alone ("Hội Nông dân huyện có 15 mô hình"), not of the whole unit.
CREATE OR REPLACE TEMP MACRO names_a_body(words) AS regexp_matches(lower(words),
    '(^|[^\p{L}])(hội (phụ nữ|nông dân|cựu chiến binh|liên hiệp|lhpn|ccb|chữ thập đỏ|người cao tuổi|khuyến học|viên)'
    || '|phụ nữ|nông dân|cựu chiến binh|ccb|hội viên|đoàn (thanh niên|viên|xã|phường|khối)|huyện đoàn|thành đoàn|thị đoàn|tỉnh đoàn'
    || '|tuổi trẻ|thanh niên|công an|quân sự|quân đội|bộ đội|biên phòng|lực lượng vũ trang|llvt|công đoàn|liên đoàn|người lao động'
    || '|mttq|mặt trận|(các )?đoàn thể|đảng bộ (các )?(cơ quan|khối|quân sự|công an)|đảng (bộ|ủy) khối|khối|(các )?cơ quan|chi bộ|ngành'
    || '|trường|giáo dục|y tế|bệnh viện|doanh nghiệp|tôn giáo|giáo xứ|giáo dân|vùng giáo|chùa|dân tộc|khmer|đồng bào)([^\p{L}]|$)');
CREATE OR REPLACE TEMP MACRO names_the_whole(words) AS regexp_matches(lower(words),
    '(^|[^\p{L}])(toàn (huyện|tỉnh|xã|phường|thị xã|thành phố|quận|thị trấn|đảng bộ)|trên địa bàn|cấp ủy|chính quyền|hệ thống chính trị|ban dân vận|ban chỉ đạo)([^\p{L}]|$)');


-- A word that only counts the things behind it: "căn nhà", "tuyến đường hoa".
CREATE OR REPLACE TEMP MACRO counted_as(noun) AS regexp_replace(noun,
    '^(căn|ngôi|cái|con|chiếc|tuyến|suất|phần|túi|cuộc|buổi|đoạn|cây|bộ|mô hình|m2|m²|km|ha|mét vuông|mét|m|tấn|kg) ', '');

-- What a unit has done, other than models: houses, land, gifts, meetings, money. No stages and no fields divide it, so two
-- numbers are held against each other only where the same ones did the same with the same things (`deed_of`).
CREATE OR REPLACE TEMP VIEW done AS
SELECT c.* REPLACE (counted_as(c.measure) AS measure), lower(c.unit) AS thing FROM claims c
WHERE c.measure <> 'mô hình' AND c.of IS NULL AND c.change_direction IS NULL AND c.part_of IS NULL
    AND c.status IS DISTINCT FROM 'planned' AND c.confidence >= 0.8 AND c.value >= 5 AND c.high IS NULL AND c.bound = 'exact'
    AND c.dimension NOT IN ('%', 'triệu', 'tỷ') AND NOT c.is_rate
    AND c.place_level IN ('province', 'district', 'commune') AND c.place_name IS NOT NULL AND c.place_code IS NOT NULL
    AND c.period_start IS NOT NULL
UNION ALL BY NAME
SELECT s.* EXCLUDE (amount, high, currency, basis, purpose, items), CAST(s.amount AS DOUBLE) AS value, CAST(NULL AS DOUBLE) AS high,
    'tiền' AS measure, s.currency AS unit, s.currency AS thing, s.currency AS dimension, 0 AS slack,
    concat_ws('|', s.place_level, coalesce(s.place_code, ''), lower(s.place_name)) AS unit_key, a.title AS headline
FROM sums s JOIN articles a ON a.id = s.article
WHERE s.basis = 'total' AND s.confidence >= 0.8 AND s.high IS NULL AND s.bound = 'exact' AND s.amount >= 1000000
    AND s.place_level IN ('province', 'district', 'commune') AND s.place_name IS NOT NULL AND s.place_code IS NOT NULL
    AND s.period_start IS NOT NULL;

-- Whether the year of a number is printed for it: in its sentence, or as the last year before it.
CREATE OR REPLACE TEMP MACRO prints_year(sentence, body, spot, day) AS contains(sentence, CAST(year(day) AS VARCHAR))
    OR NOT regexp_matches(sentence, '(19|20)[0-9]{2}') AND list_last(regexp_extract_all(
        substr(body, greatest(1, spot - 250), least(250, spot)), '(?:19|20)[0-9]{2}')) = CAST(year(day) AS VARCHAR);

CREATE OR REPLACE TEMP MACRO deed_verbs() AS
    '(hòa giải thành công|hòa giải thành|hòa giải|khởi công xây dựng|khởi công|khánh thành|đăng ký xây dựng|đăng ký|xây dựng mới|xây dựng|xây mới|xây'
    || '|cất|dựng|làm mới|làm|bàn giao|trao tặng|trao|cấp phát|tặng|cấp|phát quang|phát dọn|phát|hiến tặng|hiến|đóng góp|góp|ủng hộ|quyên góp|xóa|xoá'
    || '|tu sửa|sửa chữa|sửa|nâng cấp|giúp đỡ|giúp|tổ chức|mở rộng|mở|trồng mới|trồng|lắp đặt|lắp|hỗ trợ|vận động|huy động|kêu gọi|kết nạp|khám'
    || '|thu gom|thu hút|thu|giải quyết|tiếp nhận|nhận|thành lập|ra mắt|bê tông hóa|cứng hóa|nạo vét|khơi thông|di dời|di chuyển|chuyển đổi|chuyển'
    || '|kẻ vẽ|kẻ|vẽ|dọn dẹp|dọn|hoàn thành|đào tạo|đào|dạy nghề|dạy|tư vấn|tháo dỡ|phá dỡ|dỡ bỏ|dỡ|giải ngân|cho vay|cho mượn|tiết kiệm'
    || '|tuyên truyền|đối thoại|tiếp|thăm|cải tạo|thả|ký kết|ký|công nhận|biểu dương|khen thưởng|tuyên dương|giới thiệu|tạo|thoát|tham gia'
    || '|phát hiện|xử lý|gia cố|đắp|rải|nhân rộng|đưa|khoan|bắc|may|đỡ đầu|chi trả|chi|đầu tư|mua|thay|phủ|in|sáp nhập|tổ chức được|tập huấn)';
CREATE OR REPLACE TEMP MACRO plain_verb(verb) AS CASE
    WHEN regexp_matches(verb, '^(xây|cất|dựng|làm mới)') THEN 'xây' WHEN verb IN ('trao tặng', 'tặng', 'cấp phát', 'cấp') THEN 'trao'
    WHEN verb IN ('đóng góp', 'góp') THEN 'góp' WHEN verb IN ('quyên góp', 'ủng hộ') THEN 'ủng hộ' WHEN verb = 'hiến tặng' THEN 'hiến'
    WHEN verb = 'xoá' THEN 'xóa' WHEN verb IN ('huy động', 'kêu gọi') THEN 'vận động' WHEN verb IN ('sửa chữa', 'tu sửa') THEN 'sửa'
    WHEN verb = 'trồng mới' THEN 'trồng' WHEN verb = 'lắp đặt' THEN 'lắp' WHEN verb = 'giúp đỡ' THEN 'giúp' WHEN verb = 'mở' THEN 'tổ chức'
    WHEN verb = 'cho mượn' THEN 'cho vay' WHEN verb IN ('tháo dỡ', 'phá dỡ', 'dỡ bỏ') THEN 'dỡ' WHEN verb = 'hòa giải thành công' THEN 'hòa giải thành'
    WHEN verb = 'khởi công xây dựng' THEN 'khởi công' WHEN verb = 'đăng ký xây dựng' THEN 'đăng ký' WHEN verb = 'ra mắt' THEN 'thành lập'
    WHEN verb = 'di chuyển' THEN 'di dời' ELSE verb END;
-- What stands before a number, without brackets and without who reports it.
CREATE OR REPLACE TEMP MACRO words_ahead(sentence, text) AS regexp_replace(regexp_replace(regexp_replace(
        regexp_replace(lower(left(sentence, greatest(0, strpos(sentence, text) - 1))), 'kể (từ)| tổ quốc', '\1', 'g'), '\([^()]*\)', '', 'g'),
    '^.*(?:(?:cho biết|cho hay|cho thấy|khẳng định|xác nhận|nêu rõ)|(?:thông tin|thông báo|nêu|kể|khoe|tổng hợp|thống kê|công bố|ghi nhận|đánh giá|chia sẻ|nói)(?: thêm| rõ| rằng)*(?:[,:]| (trong|năm|cả|[0-9]|từ|toàn|huyện|xã|tỉnh|qua|riêng)))', ' \1'),
    '(^|[ ,.–-])(theo|báo cáo|số liệu|tại (hội nghị|buổi|lễ|cuộc))[^,:]*[,:]', ' ', 'g');
-- What is done with the things: the verb right before the number or its list, of "số ... là", or behind it.
-- Each look but the first waits for a word that is cheap to find.
CREATE OR REPLACE TEMP MACRO verb_of(ahead, behind) AS coalesce(
    nullif(regexp_extract(ahead, '(?:^|[ ,:;(“-])' || deed_verbs() || '(?: (?:được|mới|thêm|tổng cộng|tất cả|cả thảy|xong|cho|số|hết|lại|vay|không lãi|không tính lãi)){0,3} $', 1), ''),
    CASE WHEN ends_with(ahead, ' là ') OR ends_with(ahead, ' đạt ') OR ends_with(ahead, ' lên tới ') OR ends_with(ahead, ' lên đến ')
        THEN nullif(regexp_extract(ahead, '(?:^|[ ,:;(“-])(?:số|lượng) [^,;:.]*?[ ,]' || deed_verbs() || '[ ,]', 1), '') END,
    CASE WHEN ends_with(ahead, ' và ') OR ends_with(ahead, ', ')
        THEN nullif(regexp_extract(ahead, '(?:^|[ ,:;(“-])' || deed_verbs() || '(?: (?:được|mới|thêm)){0,2} [0-9][0-9.,]*(?: [^ ,.;:()]+){1,5}(?:,| và) ?$', 1), '') END,
    CASE WHEN ends_with(ahead, 'có ') OR ends_with(ahead, ' với ') OR ends_with(ahead, 'có thêm ')
        THEN nullif(regexp_extract(behind, '^(?: [^ ,.;:()0-9]+){0,4}?(?: được| đã| đã được)? ' || deed_verbs() || '(?:[ ,.;:()]|$)', 1), '') END,
    CASE WHEN contains(behind, ' được ')
        THEN nullif(regexp_extract(behind, '^(?: [^ ,.;:()0-9]+){0,4}? (?:được|đã được) ' || deed_verbs() || '(?:[ ,.;:()]|$)', 1), '') END, '');
-- Who does it, other than the unit and its people: the bodies that are named, in one spelling.
CREATE OR REPLACE TEMP MACRO bodies_in(words) AS array_to_string(list_sort(list_distinct(list_transform(regexp_extract_all(regexp_replace(words, 'tổ (chức|quốc)|lớp (tập huấn|học)', '', 'g'),
    '(?:^|[^\p{L}])(phụ nữ|lhpn|chị em|nông dân|cựu chiến binh|ccb|thanh niên|tuổi trẻ|đoàn viên|huyện đoàn|xã đoàn|thị đoàn|tỉnh đoàn|thành đoàn|mttq'
    || '|mặt trận|công an|quân sự|bộ đội|biên phòng|dân quân|lực lượng vũ trang|công đoàn|liên đoàn|công nhân|cao tuổi|chữ thập đỏ|khuyến học|giáo dục'
    || '|nhà trường|học sinh|y tế|bệnh viện|doanh nghiệp|hợp tác xã|chùa|giáo xứ|phật giáo|giáo hội|tôn giáo|phật tử|trung tâm|phòng|ngân hàng|quỹ|đồn|ngành'
    || '|khối|(?:tổ|đội|lớp|nhóm|câu lạc bộ|chi bộ|chi hội) \p{L}+(?: \p{L}+)?)(?:[^\p{L}]|$)', 1),
    lambda b: CASE WHEN b IN ('lhpn', 'chị em') THEN 'phụ nữ' WHEN b = 'ccb' THEN 'cựu chiến binh' WHEN b = 'mttq' THEN 'mặt trận'
        WHEN b IN ('tuổi trẻ', 'đoàn viên') OR ends_with(b, ' đoàn') THEN 'thanh niên'
        WHEN b IN ('bộ đội', 'dân quân', 'lực lượng vũ trang') THEN 'quân sự' WHEN b IN ('công nhân', 'liên đoàn') THEN 'công đoàn' ELSE b END))), '+');
CREATE OR REPLACE TEMP MACRO names_a_subject(words) AS regexp_matches(words,
    '(^|[^\p{L}])(toàn|cả|huyện|xã|tỉnh|thị xã|thành phố|phường|quận|thị trấn|địa phương|địa bàn|nhân dân|người dân|bà con|các hộ)([^\p{L}]|$)');
-- A body that is called by its first word alone ("Hội vận động được |347 phụ nữ"), if the article names one such body.
CREATE OR REPLACE TEMP MACRO bare_body(ahead) AS regexp_extract(ahead,
    '(?:^|[,;:.] ?|[0-9] )(?:các cấp |cán bộ, |cán bộ và )?(đội|hội|tổ|đoàn|câu lạc bộ|quỹ)(?: viên)?(?: đã| cũng)? ' || deed_verbs(), 1);
CREATE OR REPLACE TEMP MACRO bodies_of(body, word) AS list_distinct(list_transform(regexp_extract_all(lower(body),
    '(?:^|[^\p{L}])(' || word || ' (?:\p{L}+ ){0,1}\p{L}+)(?: \p{L}+){0,3} (?:huyện|thị xã|thành phố|tỉnh|xã|phường|thị trấn|quận) ', 1), lambda b: bodies_in(b)));
CREATE OR REPLACE TEMP MACRO actor_of(ahead, last_clause, bare, body, spot) AS CASE
    WHEN bare <> '' THEN list_transform([bodies_of(body, bare)], lambda b: CASE WHEN len(b) = 1 THEN b[1] ELSE '?' END)[1]
    ELSE list_transform([bodies_in(last_clause)], lambda b: CASE WHEN b <> '' OR names_a_subject(last_clause) THEN b ELSE
        list_transform([bodies_in(ahead)], lambda c: CASE WHEN c <> '' OR names_a_subject(ahead) THEN c ELSE
            list_transform([lower(substr(body, greatest(1, spot - 300), least(300, spot)))],
                lambda d: CASE WHEN names_a_subject(d) THEN bodies_in(d) ELSE '?' END)[1] END)[1] END)[1] END;
-- The words behind a number up to the next stop; for whom among the poor, at what hamlets and with how much
-- each is no other thing.
CREATE OR REPLACE TEMP MACRO scope_of(behind) AS trim(regexp_replace(regexp_replace(
    regexp_extract(behind, '^ ?([^,.;:()–\n]*)', 1), '(^| )(?:đã được|được|đã) ' || deed_verbs() || '( |$)', ' '),
    '(^| )(với|cho (các )?(hộ nghèo|người nghèo|hộ khó khăn)( và cận nghèo)?$|cho (các )?hộ nghèo (với|các xã)|trong (năm|toàn|[0-9])|so với|trị giá|tăng|giảm|đạt|nhờ|từ người|theo|(đều )?có'
        || '|để |nhằm |trên (địa bàn|các|toàn)|(ngay )?(tại|ở|từ) (cơ sở|các|khắp|ấp|thôn|bản|buôn|làng|xóm|phum|sóc|khóm|khu dân cư|cộng đồng|địa phương)( |$)).*$', ''));
-- The noun without the words that only count it, and without what it is measured as: "căn nhà Đại đoàn kết" is "đại đoàn kết".
CREATE OR REPLACE TEMP MACRO kind_named(thing, measure) AS trim(counted_as(
    ltrim(regexp_replace(CASE WHEN measure = 'tiền' THEN '' ELSE replace(' ' || thing || ' ', ' ' || measure || ' ', ' ') END, '\s+', ' ', 'g'))));
-- What is told of a number: by whom (`actor`, '' for the unit and its people, '?' where that is not said), what is done, with
-- what. Of houses that bear a name the name says for whom.
CREATE OR REPLACE TEMP MACRO deed_of(sentence, text, thing, measure, body, spot) AS list_transform(list_transform([{
        'ahead': words_ahead(sentence, text), 'behind': lower(substr(sentence, strpos(sentence, text) + length(text))),
        'kind': kind_named(thing, measure)}],
    lambda w: {'verb': verb_of(w.ahead, w.behind), 'kind': w.kind, 'ahead': w.ahead, 'behind': w.behind}),
    lambda w: {'verb': plain_verb(w.verb), 'kind': w.kind, 'ahead': w.ahead,
        'actor': CASE WHEN w.verb = '' THEN '?' ELSE actor_of(w.ahead, regexp_replace(w.ahead, '^.*; ', ''), bare_body(w.ahead), body, spot) END,
        'scope': CASE WHEN w.verb = '' THEN '' WHEN measure = 'nhà' AND w.kind <> ''
            THEN trim(concat_ws(' ', w.kind, regexp_replace(scope_of(w.behind), '(^| )cho .*$', ''))) ELSE trim(concat_ws(' ', w.kind, scope_of(w.behind))) END})[1];
-- A number that is told of a smaller unit than it was read for is none of its own.
CREATE OR REPLACE TEMP MACRO tells_of_smaller(sentence, text, place_level) AS list_transform([left(sentence, greatest(0, strpos(sentence, text) - 1))],
    lambda w: regexp_matches(w, '(^|[^\p{L}])(?i:thôn|ấp|bản|buôn|làng|xóm|khóm|khu phố|tổ dân phố) (\p{Lu}|[0-9])')
        OR place_level <> 'commune' AND regexp_matches(w, '(^|[^\p{L}])(?i:xã|phường|thị trấn) (\p{Lu}|[0-9])')
        OR place_level = 'province' AND regexp_matches(w, '(^|[^\p{L}])(?i:huyện|thị xã) \p{Lu}'))[1];
-- Whether one tells of all that the other tells of; a kind that is left out stands before the number.
CREATE OR REPLACE TEMP MACRO takes_in(whole, part) AS starts_with(part.scope, whole.scope)
    OR whole.scope = '' AND part.scope <> '' AND contains(whole.ahead, part.scope)
    OR whole.kind = '' AND part.kind <> '' AND contains(whole.ahead, part.kind) AND starts_with(part.scope, trim(part.kind || ' ' || whole.scope));
CREATE OR REPLACE TEMP MACRO same_deed(a, b) AS a.verb <> '' AND a.verb = b.verb AND a.actor <> '?' AND a.actor = b.actor;


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
        AND regexp_matches(lower(substr(body, greatest(1, two_before."start" - 3), least(4, two_before."start"))), '(^|\s|,)từ $')
        AND regexp_matches(lower(substr(body, two_before."end" + 1, greatest(0, least(60, one_before."start" - two_before."end")))),
            '^ (đã )?(xuống còn|xuống|giảm còn|còn|lên|tăng lên|lên đến|lên tới) $')
        AND regexp_matches(ahead, '^,? ?\(?((tức|tức là|hay|tương đương) )?(giảm|tăng)( được| thêm)? $')
    UNION ALL
    SELECT c, behind, one_before FROM told
    WHERE behind IS NOT NULL AND regexp_matches(ahead, '^[^.;()0-9]{0,40}[, ](tăng|giảm)( thêm)? $')
        AND regexp_matches(lower(substr(body, c."end" + 1, greatest(0, least(80, behind."start" - c."end")))),
            '^ so với [^.;()0-9]{0,25}((19|20)[0-9]{2})? ?\($')
        AND starts_with(substr(body, behind."end" + 1, 40), ')')
)
SELECT c.article, c AS change, first, last, least(first.confidence, last.confidence) AS confidence,
    CASE c.change_direction WHEN 'up' THEN last.value - first.value ELSE first.value - last.value END AS moved,
    c.bound = 'exact' AND c.high IS NULL AND first.bound = 'exact' AND first.high IS NULL AND last.bound = 'exact'
        AND last.high IS NULL AND NOT first.is_rate AND NOT last.is_rate AND first.change_direction IS NULL
        AND last.change_direction IS NULL AND first.of IS NULL AND last.of IS NULL AS is_exact
FROM found
WHERE first.measure = last.measure AND first.dimension = last.dimension;

-- Words behind a count that make it a choice from the whole: "12 mô hình tiêu biểu", "8 mô hình cấp tỉnh".
CREATE OR REPLACE TEMP MACRO names_a_choice(words) AS regexp_matches(lower(words),
    '^.{0,30}(tiêu biểu|nổi bật|xuất sắc|điểm|mới|chỉ đạo|cấp |loại |thêm|khác|còn lại|trong số|trong tổng)');

-- Why a count of `wholes` cannot be held against that of another article; null where it can.
CREATE OR REPLACE TEMP MACRO problem_of(published_on, place_code, place_level, province, district, status, confidence, sentence, text, headline) AS
    CASE
        WHEN place_code IS NULL AND (province IS NULL OR place_level = 'commune' AND district IS NULL)
            THEN 'no_unit'
        WHEN status IS NULL OR status = 'planned' THEN 'other_status'
        WHEN confidence < 0.6 THEN 'doubtful_reading'
        WHEN names_a_choice(substr(sentence, strpos(sentence, text) + length(text), 40)) THEN 'a_choice'
        WHEN names_a_body(sentence) AND NOT names_the_whole(sentence) THEN 'other_body'
        WHEN names_a_body(coalesce(headline, '')) AND NOT names_the_whole(sentence) THEN 'other_body'
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
            OR c.partition AND (t.field IS DISTINCT FROM c.field OR t.holder IS DISTINCT FROM c.holder
                OR t.level IS DISTINCT FROM c.level))));

-- A name without tones, marks, blanks and hyphens: "Hoà Bình" is "Hòa Bình", "Đăk Tăng" is "Đắk Tăng".
CREATE OR REPLACE TEMP MACRO plain_name(name) AS
    regexp_replace(replace(strip_accents(replace(lower(name), 'đ', 'd')), 'y', 'i'), '[^a-z0-9]', '', 'g');
-- The kind that stands before a name as it is written, and the kind it means.
CREATE OR REPLACE TEMP MACRO kind_written(words) AS
    regexp_extract(lower(words), '^(tỉnh|thành phố|tp\.?|quận|huyện|thị xã|tx\.?|phường|xã|thị trấn|đặc khu)\s+');
CREATE OR REPLACE TEMP MACRO kind_of(words) AS
    CASE rtrim(rtrim(kind_written(words)), '.') WHEN 'tp' THEN 'thành phố' WHEN 'tx' THEN 'thị xã' ELSE rtrim(kind_written(words)) END;
-- Whether a sentence tells of units as they were or will be: by its words, or by another year than the article's.
CREATE OR REPLACE TEMP MACRO tells_of_history(sentence, day) AS regexp_matches(lower(sentence),
    '(^|[^\p{L}])(cũ|trước đây|trước kia|nguyên|xưa|từng (là|thuộc)|ngày ấy|hồi|sáp nhập|hợp nhất|nhập (vào|về|với|thị|xã)|hình thành|thành lập'
    || '|chia tách|tách|đổi tên|về chung|trên cơ sở|thời (kỳ|đó|ấy|kháng|chiến)|lịch sử|tiền thân|nâng (cấp|lên)'
    || '|lên (thành phố|thị xã|quận|phường)|sẽ|dự kiến|đề án|quy hoạch|bây giờ|ngày nay|nay là|nay thuộc)([^\p{L}]|$)')
    OR len(list_filter(regexp_extract_all(sentence, '(19|20)[0-9][0-9]'), lambda y: y <> CAST(year(day) AS VARCHAR))) > 0;
-- The same of a unit that is gone: what "will" be done by it is no history.
CREATE OR REPLACE TEMP MACRO tells_of_past(sentence, day) AS
    tells_of_history(regexp_replace(sentence, '(^|[^\p{L}])([Ss]ẽ|[Dd]ự kiến)($|[^\p{L}])', '\1 \3', 'g'), day);
