/*
severity = "error"

[title]
en = "A percentage that its two numbers do not give"
vi = "Tỷ lệ phần trăm không đúng với hai con số của nó"

[message]
en = "{percent_text}: as printed, {arithmetic}"
vi = "{percent_text}: theo số đã in, {arithmetic}"

[settle]
en = "the two numbers behind the percentage, or the whole that it was really taken of"
vi = "hai con số gốc của tỷ lệ, hoặc tổng thể thật sự được dùng để tính"

[[case]]
says = "96 of 103 are 93,2 %"
expect = ["agrees"]
articles = [{ id = "a", text = "giải quyết 96/103 đơn thư, đạt 93,2%." }]
figures = [
  { value = 96, of = 103, measure = "đơn thư", unit = "đơn thư", text = "96/103 đơn thư", sentence = "s" },
  { value = 93.2, measure = "%", unit = "%", text = "93,2%", sentence = "s", confidence = 0.5 },
]

[[case]]
says = "96 of 103 are not 96,2 %"
expect = ["differs"]
articles = [{ id = "a", text = "giải quyết 96/103 đơn thư, đạt 96,2%." }]
figures = [
  { value = 96, of = 103, measure = "đơn thư", unit = "đơn thư", text = "96/103 đơn thư", sentence = "s" },
  { value = 96.2, measure = "%", unit = "%", text = "96,2%", sentence = "s", confidence = 0.5 },
]

[[case]]
says = "the percentage first, its numbers in brackets"
expect = ["differs"]
articles = [{ id = "a", text = "tỷ lệ giải quyết đạt 90% (96/103 đơn thư)." }]
figures = [
  { value = 90, measure = "%", unit = "%", text = "90%", sentence = "s", confidence = 0.5 },
  { value = 96, of = 103, measure = "đơn thư", unit = "đơn thư", text = "96/103 đơn thư", sentence = "s" },
]

[[case]]
says = "cut off instead of rounded: 87 of 80 are 108,75 %"
expect = ["agrees"]
articles = [{ id = "a", text = "đăng ký 87 mô hình, đạt 108,7% kế hoạch, vượt 7 mô hình." }]
figures = [
  { value = 87, text = "87 mô hình", sentence = "s" },
  { value = 108.7, measure = "kế hoạch", unit = "%", text = "108,7% kế hoạch", sentence = "s" },
  { value = 7, change_direction = "up", change_than = "plan", text = "7 mô hình", sentence = "s" },
]

[[case]]
says = "7 above the plan and 120 % of it do not go together for 87"
expect = ["differs"]
articles = [{ id = "a", text = "đăng ký 87 mô hình, đạt 120% kế hoạch, vượt 7 mô hình." }]
figures = [
  { value = 87, text = "87 mô hình", sentence = "s" },
  { value = 120, measure = "kế hoạch", unit = "%", text = "120% kế hoạch", sentence = "s" },
  { value = 7, change_direction = "up", change_than = "plan", text = "7 mô hình", sentence = "s" },
]

[[case]]
says = "a part and what it makes of its total"
expect = ["agrees"]
articles = [{ id = "a", text = "Đăng ký 65 mô hình, 58 mô hình triển khai, chiếm 89,2%." }]
figures = [
  { value = 65, text = "65 mô hình", sentence = "s" },
  { value = 58, part_of = 0, partition = false, text = "58 mô hình", sentence = "s" },
  { value = 89.2, measure = "%", unit = "%", text = "89,2%", sentence = "s", confidence = 0.5 },
]

[[case]]
says = "a part and a percentage that is not its own"
expect = ["differs"]
articles = [{ id = "a", text = "Đăng ký 65 mô hình, trong đó 58 mô hình triển khai, chiếm 82,9%." }]
figures = [
  { value = 65, text = "65 mô hình", sentence = "s" },
  { value = 58, part_of = 0, partition = false, text = "58 mô hình", sentence = "s" },
  { value = 82.9, measure = "%", unit = "%", text = "82,9%", sentence = "s", confidence = 0.5 },
]

[[case]]
says = "a percentage of something else, which no number of the text tells"
expect = ["unclear"]
articles = [{ id = "a", text = "Có 58 mô hình, chiếm 82,9%." }]
figures = [
  { value = 58, text = "58 mô hình", sentence = "s" },
  { value = 82.9, measure = "%", unit = "%", text = "82,9%", sentence = "s", confidence = 0.5 },
]

[[case]]
says = "of the plan, not of the 17 communes"
expect = ["unclear"]
articles = [{ id = "a", text = "16/17 xã ra quân, đạt 92% so với kế hoạch." }]
figures = [
  { value = 16, of = 17, measure = "xã", unit = "xã", text = "16/17 xã", sentence = "s" },
  { value = 92, measure = "%", unit = "%", text = "92%", sentence = "s", confidence = 0.5 },
]

[[case]]
says = "'hơn 42%' for 42,53 %"
expect = ["agrees"]
articles = [{ id = "a", text = "Toàn huyện có 395 mô hình. Có 168 mô hình tại vùng giáo, chiếm hơn 42%." }]
figures = [
  { value = 395, text = "395 mô hình" },
  { value = 168, text = "168 mô hình", sentence = "s" },
  { value = 42, bound = "more_than", measure = "%", unit = "%", text = "hơn 42%", sentence = "s", confidence = 0.5 },
]

[[case]]
says = "a growth with both ends beside it"
expect = ["differs"]
articles = [{ id = "a", text = "Năm 2022 có 140 mô hình, tăng 12 % so với năm 2021 (112 mô hình)." }]
figures = [
  { value = 140, text = "140 mô hình", sentence = "s" },
  { value = 12, measure = "tỷ lệ", unit = "%", text = "12 %", change_direction = "up", change_than = "previous_year", sentence = "s", confidence = 0.5 },
  { value = 112, text = "112 mô hình", sentence = "s" },
]

[[case]]
says = "a growth with both ends beside it, and it is right"
expect = ["agrees"]
articles = [{ id = "a", text = "Năm 2022 có 140 mô hình, tăng 25 % so với năm 2021 (112 mô hình)." }]
figures = [
  { value = 140, text = "140 mô hình", sentence = "s" },
  { value = 25, measure = "tỷ lệ", unit = "%", text = "25 %", change_direction = "up", change_than = "previous_year", sentence = "s", confidence = 0.5 },
  { value = 112, text = "112 mô hình", sentence = "s" },
]

[[case]]
says = "money against the plan that stands beside it"
expect = ["differs"]
articles = [{ id = "a", text = "Huyện vận động được 460 triệu đồng, đạt 115 % kế hoạch, trong khi chỉ tiêu giao cho huyện là 500 triệu đồng." }]
figures = [{ value = 115, measure = "kế hoạch", unit = "%", text = "115 % kế hoạch", sentence = "s" }]
money = [
  { amount = 460000000, text = "460 triệu đồng", sentence = "s" }, { amount = 500000000, text = "500 triệu đồng", sentence = "s" },
]

[[case]]
says = "money against the plan, and it is right"
expect = ["agrees"]
articles = [{ id = "a", text = "Huyện vận động được 460 triệu đồng, đạt 92 % kế hoạch, trong khi chỉ tiêu giao cho huyện là 500 triệu đồng." }]
figures = [{ value = 92, measure = "kế hoạch", unit = "%", text = "92 % kế hoạch", sentence = "s" }]
money = [
  { amount = 460000000, text = "460 triệu đồng", sentence = "s" }, { amount = 500000000, text = "500 triệu đồng", sentence = "s" },
]

[[case]]
says = "money, and another sum that is no plan"
expect = []
articles = [{ id = "a", text = "Huyện vận động được 460 triệu đồng, đạt 115 % kế hoạch, trong đó xã góp 500 triệu đồng." }]
figures = [{ value = 115, measure = "kế hoạch", unit = "%", text = "115 % kế hoạch", sentence = "s" }]
money = [
  { amount = 460000000, text = "460 triệu đồng", sentence = "s" }, { amount = 500000000, text = "500 triệu đồng", sentence = "s" },
]

[[case]]
says = "a share as it is printed, though only its percentage was read"
expect = ["differs"]
articles = [{ id = "a", text = "Số hộ đăng ký thoát nghèo: 312/4.160 hộ nghèo, đạt tỷ lệ 9,5%." }]
figures = [{ value = 9.5, measure = "tỷ lệ", unit = "%", topic = "", text = "9,5%", confidence = 0.5 }]

[[case]]
says = "the same, and 312 of 4.160 is 7,5 %"
expect = ["agrees"]
articles = [{ id = "a", text = "Số hộ đăng ký thoát nghèo: 312/4.160 hộ nghèo, đạt tỷ lệ 7,5%." }]
figures = [{ value = 7.5, measure = "tỷ lệ", unit = "%", topic = "", text = "7,5%", confidence = 0.5 }]

[[case]]
says = "the whole of the commune, a part of it and its share in one breath"
expect = ["differs"]
articles = [{ id = "a", text = "Cả xã có 1.250 hộ thì 1.100 hộ đã phân loại rác tại nhà, tức là 78%, chị em kiểm tra từng bếp." }]
figures = [
  { value = 1250, measure = "hộ", unit = "hộ", topic = "", text = "1.250 hộ", sentence = "s" },
  { value = 1100, measure = "hộ", unit = "hộ", topic = "", text = "1.100 hộ", sentence = "s" },
  { value = 78, measure = "tỷ lệ", unit = "%", topic = "", text = "78%", sentence = "s", confidence = 0.5 },
]

[[case]]
says = "a share of a plan, and a number that comes from another list"
expect = ["unclear"]
articles = [{ id = "a", text = "Cả xã có 1.250 hộ, đã có 1.100 hộ phân loại rác, đạt 78% kế hoạch." }]
figures = [
  { value = 1250, measure = "hộ", unit = "hộ", topic = "", text = "1.250 hộ", sentence = "s" },
  { value = 1100, measure = "hộ", unit = "hộ", topic = "", text = "1.100 hộ", sentence = "s" },
  { value = 78, measure = "kế hoạch", unit = "%", topic = "", text = "78%", sentence = "s", confidence = 0.5 },
]

[[case]]
says = "228 'trong số đó', and the rate of the sentence behind"
expect = ["differs"]
articles = [{ id = "a", text = "Bà con nêu 240 ý kiến về đất đai. Đến cuối tháng 6, 228 ý kiến trong số đó đã có văn bản trả lời. Như vậy tỷ lệ giải quyết là 98%, còn lại chuyển lên tỉnh." }]
figures = [
  { value = 240, measure = "ý kiến", unit = "ý kiến", topic = "", text = "240 ý kiến" },
  { value = 228, measure = "ý kiến", unit = "ý kiến", topic = "", text = "228 ý kiến" },
  { value = 98, measure = "tỷ lệ", unit = "%", topic = "", text = "98%", confidence = 0.5 },
]

[[case]]
says = "the same, and another number of which 228 would be that much"
expect = ["unclear"]
articles = [{ id = "a", text = "Có 233 ý kiến trước kỳ họp. Bà con nêu 240 ý kiến về đất đai. Đến cuối tháng 6, 228 ý kiến trong số đó đã có văn bản trả lời. Như vậy tỷ lệ giải quyết là 98%." }]
figures = [
  { value = 233, measure = "ý kiến", unit = "ý kiến", topic = "", text = "233 ý kiến" },
  { value = 240, measure = "ý kiến", unit = "ý kiến", topic = "", text = "240 ý kiến" },
  { value = 228, measure = "ý kiến", unit = "ý kiến", topic = "", text = "228 ý kiến" },
  { value = 98, measure = "tỷ lệ", unit = "%", topic = "", text = "98%", confidence = 0.5 },
]

[[case]]
says = "the share names its whole, which stands in the sentence before"
expect = ["differs"]
articles = [{ id = "a", text = "Huyện Thạch Hà hiện có 33 xã, thị trấn. Đến tháng 8, đã có 22 xã ra mắt tổ, chiếm 76% tổng số xã, thị trấn." }]
figures = [
  { value = 33, measure = "xã, thị trấn", unit = "xã, thị trấn", topic = "", text = "33 xã, thị trấn" },
  { value = 22, measure = "xã", unit = "xã", topic = "", text = "22 xã", sentence = "s" },
  { value = 76, measure = "tỷ lệ", unit = "%", topic = "", text = "76%", sentence = "s", confidence = 0.5 },
]

[[case]]
says = "the whole behind its share"
expect = ["differs"]
articles = [{ id = "a", text = "Ấp vận động 120 hộ đóng góp, đạt 80% trên tổng số 160 hộ." }]
figures = [
  { value = 120, measure = "hộ", unit = "hộ", topic = "", text = "120 hộ", sentence = "s" },
  { value = 80, measure = "tỷ lệ", unit = "%", topic = "", text = "80%", sentence = "s", confidence = 0.5 },
  { value = 160, measure = "hộ", unit = "hộ", topic = "", text = "160 hộ", sentence = "s" },
]

[[case]]
says = "the whole behind its share, and it is right"
expect = ["agrees"]
articles = [{ id = "a", text = "Ấp vận động 120 hộ đóng góp, đạt 75% trên tổng số 160 hộ." }]
figures = [
  { value = 120, measure = "hộ", unit = "hộ", topic = "", text = "120 hộ", sentence = "s" },
  { value = 75, measure = "tỷ lệ", unit = "%", topic = "", text = "75%", sentence = "s", confidence = 0.5 },
  { value = 160, measure = "hộ", unit = "hộ", topic = "", text = "160 hộ", sentence = "s" },
]

[[case]]
says = "a column of percentages: two rows tell of which two columns it is, the third differs"
expect = ["agrees", "agrees", "differs"]
articles = [{ id = "a", text = "Xã | Số hộ | Hộ tham gia | Tỷ lệ (%)\nA | 1.200 | 1.080 | 90\nB | 900 | 765 | 85\nC | 1.300 | 1.040 | 88\n" }]
figures = [
  { value = 1200, measure = "hộ", unit = "hộ", text = "1.200" }, { value = 1080, measure = "hộ", unit = "hộ", text = "1.080" }, { value = 90, measure = "tỷ lệ", unit = "%", text = "90" },
  { value = 900, measure = "hộ", unit = "hộ", text = "900" }, { value = 765, measure = "hộ", unit = "hộ", text = "765" }, { value = 85, measure = "tỷ lệ", unit = "%", text = "85" },
  { value = 1300, measure = "hộ", unit = "hộ", text = "1.300" }, { value = 1040, measure = "hộ", unit = "hộ", text = "1.040" }, { value = 88, measure = "tỷ lệ", unit = "%", text = "88" },
]

[[case]]
says = "a column of percentages of something that the table does not give"
expect = []
articles = [{ id = "a", text = "Xã | Số hộ | Hộ tham gia | Tỷ lệ (%)\nA | 1.200 | 1.080 | 70\nB | 900 | 765 | 60\nC | 1.300 | 1.040 | 80\n" }]
figures = [
  { value = 1200, measure = "hộ", unit = "hộ", text = "1.200" }, { value = 1080, measure = "hộ", unit = "hộ", text = "1.080" }, { value = 70, measure = "tỷ lệ", unit = "%", text = "70" },
  { value = 900, measure = "hộ", unit = "hộ", text = "900" }, { value = 765, measure = "hộ", unit = "hộ", text = "765" }, { value = 60, measure = "tỷ lệ", unit = "%", text = "60" },
  { value = 1300, measure = "hộ", unit = "hộ", text = "1.300" }, { value = 1040, measure = "hộ", unit = "hộ", text = "1.040" }, { value = 80, measure = "tỷ lệ", unit = "%", text = "80" },
]

[[case]]
says = "what it grew by and the rate of growth in brackets: 12 more than 48 are 25 %"
expect = ["agrees", "differs", "unclear"]
articles = [
  { id = "a", text = "Hội xây dựng 60 mô hình, tăng 12 mô hình (30%) so với năm trước." },
  { id = "b", text = "Hội xây dựng 60 mô hình, tăng 12 mô hình (25%) so với năm trước." },
  { id = "c", text = "Hội xây dựng 60 mô hình, tăng 12 mô hình (20%) so với năm trước." },
]
figures = [
  { value = 60, text = "60 mô hình" }, { value = 12, change_direction = "up", change_than = "previous_year", text = "12 mô hình" }, { value = 30, measure = "tỷ lệ", unit = "%", text = "30%", confidence = 0.5 },
  { article = "b", value = 60, text = "60 mô hình" }, { article = "b", value = 12, change_direction = "up", change_than = "previous_year", text = "12 mô hình" }, { article = "b", value = 25, measure = "tỷ lệ", unit = "%", text = "25%", confidence = 0.5 },
  { article = "c", value = 60, text = "60 mô hình" }, { article = "c", value = 12, change_direction = "up", change_than = "previous_year", text = "12 mô hình" }, { article = "c", value = 20, measure = "tỷ lệ", unit = "%", text = "20%", confidence = 0.5 },
]

[[case]]
says = "the rate of the sentence behind is of something else"
expect = []
articles = [{ id = "a", text = "Trong số 240 hộ bị ngập, 120 hộ trong số đó đã dọn xong nhà. Tỷ lệ hộ nghèo là 18%." }]
figures = [
  { value = 240, measure = "hộ", unit = "hộ", topic = "", text = "240 hộ" },
  { value = 120, measure = "hộ", unit = "hộ", topic = "", text = "120 hộ" },
  { value = 18, measure = "tỷ lệ", unit = "%", topic = "", text = "18%", confidence = 0.5 },
]

[[case]]
says = "'gần 96%' is not 90 %, but 'gần 91%' is"
expect = ["agrees", "differs"]
articles = [
  { id = "a", text = "có 512 cử tri đi bỏ phiếu thì 461 cử tri đồng ý, đạt tỷ lệ gần 96%." },
  { id = "b", text = "có 512 cử tri đi bỏ phiếu thì 461 cử tri đồng ý, đạt tỷ lệ gần 91%." },
]
figures = [
  { value = 512, measure = "cử tri", unit = "cử tri", text = "512 cử tri", sentence = "có 512 cử tri đi bỏ phiếu thì 461 cử tri đồng ý, đạt tỷ lệ gần 96%." },
  { value = 461, measure = "cử tri", unit = "cử tri", text = "461 cử tri", sentence = "có 512 cử tri đi bỏ phiếu thì 461 cử tri đồng ý, đạt tỷ lệ gần 96%." },
  { value = 96, measure = "tỷ lệ", unit = "%", text = "96%", bound = "less_than", sentence = "có 512 cử tri đi bỏ phiếu thì 461 cử tri đồng ý, đạt tỷ lệ gần 96%." },
  { article = "b", value = 512, measure = "cử tri", unit = "cử tri", text = "512 cử tri", sentence = "có 512 cử tri đi bỏ phiếu thì 461 cử tri đồng ý, đạt tỷ lệ gần 91%." },
  { article = "b", value = 461, measure = "cử tri", unit = "cử tri", text = "461 cử tri", sentence = "có 512 cử tri đi bỏ phiếu thì 461 cử tri đồng ý, đạt tỷ lệ gần 91%." },
  { article = "b", value = 91, measure = "tỷ lệ", unit = "%", text = "91%", bound = "less_than", sentence = "có 512 cử tri đi bỏ phiếu thì 461 cử tri đồng ý, đạt tỷ lệ gần 91%." },
]
*/
-- "460 triệu đồng, đạt 115 % kế hoạch, trong khi chỉ tiêu giao là 500 triệu đồng": money with its plan in one sentence.
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
        AND regexp_matches(lower(substr(a.text, c."start" + 1, c."end" - c."start" + 24)), '^[0-9.,]+ ?%( so với)? (kế hoạch|chỉ tiêu|kh)')
        AND regexp_matches(lower(substr(a.text, m."end" + 1, c."start" - m."end")), '^,? ?\(?(đạt|bằng)( tỷ lệ)? $')
        AND regexp_matches(lower(substr(a.text, greatest(1, q."start" - 59), least(60, q."start"))), '(chỉ tiêu|kế hoạch)[^.;,0-9]{0,40} là $')
),
-- "312/4.160 hộ nghèo, đạt tỷ lệ 9,5%": as it is printed, whether the share was read as a figure or not.
printed AS (
    SELECT c.article, c."start", c.span, c.value, greatest(2 * c.slack, CASE WHEN c.value = floor(c.value) THEN 1 ELSE 0 END) AS tolerance,
        coalesce(nullif(first_share_told(without_days(substr(a.text, greatest(1, c."start" - 99), least(100, c."start")))), ''),
            first_share_behind(substr(a.text, c."end" + 1, 120))) AS share
    FROM claims c JOIN articles a ON a.id = c.article
    WHERE c.dimension = '%' AND c.change_direction IS NULL AND c.bound = 'exact' AND c.high IS NULL AND c.confidence >= 0.4
        AND NOT regexp_matches(lower(substr(a.text, c."start" + 1, c."end" - c."start" + 16)), '^[0-9.,]+ ?%( so với)? (kế hoạch|chỉ tiêu|kh|dự toán|mục tiêu|nghị quyết)')
),
shares AS (
    SELECT *, CAST(replace(numbers[1], '.', '') AS DOUBLE) AS part, CAST(replace(numbers[2], '.', '') AS DOUBLE) AS whole
    FROM (SELECT *, regexp_extract_all(share, '\d[\d.]*') AS numbers FROM printed WHERE share <> '')
    WHERE len(numbers) = 2 AND regexp_matches(numbers[1] || '/' || numbers[2], '^\d{1,3}(\.\d{3})*/\d{1,3}(\.\d{3})*$|^\d+/\d+$')
),
-- "Cả xã có 1.250 hộ thì 1.100 hộ đã phân loại rác, tức là 78%": the whole before its part, in one breath; "240 ý kiến. Đến cuối
-- tháng 6, 228 ý kiến trong số đó đã có trả lời. Tỷ lệ giải quyết là 98%".
likely AS (
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
        AND regexp_matches(lower(substr(a.text, l.percent."end" + 1, w."start" - l.percent."end")), '^ (trên|trong|so với)( tổng)?( số| tổng số)? $')
),
beside AS (
    SELECT s.*,
        lower(substr(a.text, greatest(1, s.whole."start" - 79), least(80, s.whole."start"))) AS ahead,
        lower(substr(a.text, s.whole."end" + 1, s.part."start" - s.whole."end")) AS gap,
        lower(substr(a.text, s.part."end" + 1, s.percent."start" - s.part."end")) AS behind_part,
        regexp_matches(lower(substr(a.text, s.percent."end" + 1, 50)),
            '^ ?([,.;()”"…]|$)|^ (tổng )?(số )?[^.;,0-9]{0,12}(của|trong|toàn) (xã|huyện|thôn|ấp|tỉnh|phường|thị trấn|thị xã|thành phố|bản|khóm|khu|buôn|làng|toàn)[^.;,0-9]{0,20}([.,;]|$)')
            AND (s.percent.measure = 'tỷ lệ' OR s.percent.measure = 'số ' || lower(s.whole.unit)) AS ends_there,
        -- The share says itself of what it is taken.
        regexp_matches(lower(substr(a.text, s.percent."end" + 1, 60)), '^ (trên |trong )?(tổng )?số ' || regexp_replace(lower(s.whole.unit), '[^\p{L} ,]', '.', 'g') || '( (của|trong|toàn) [^.;,0-9]{1,30})?[.,;]')
            AS names_whole,
        s.whole."start" > s.percent."start" AS whole_behind,
        greatest(2 * s.percent.slack, CASE WHEN s.percent.value = floor(s.percent.value) THEN 1 ELSE 0 END) AS tolerance,
        100 * s.part.value / s.whole.value AS given
    FROM spoken s JOIN articles a ON a.id = s.article
),
in_one_breath AS (
    SELECT *, least(part.confidence, whole.confidence) AS surety FROM beside
    WHERE whole_behind AND regexp_matches(behind_part, '^[^.;0-9%:]{0,90}[,(]? ?(chiếm|đạt|chiếm tỷ lệ|đạt tỷ lệ|bằng)( là)? $')
        OR names_whole AND NOT whole_behind AND regexp_matches(behind_part, '^[^.;0-9%:]{0,90}[,(] ?(tức|tức là|chiếm|đạt|bằng|tương đương)( tỷ lệ| tỉ lệ)? $')
            AND regexp_matches(ahead, '(^|\PL)(xã|huyện|thôn|ấp|tỉnh|phường|thị trấn|thị xã|thành phố|quận)(\PL[^.;:0-9]{0,60})?[ )](hiện )?có( tổng số)? $|tổng số $')
        OR ends_there AND NOT whole_behind AND (
        regexp_matches(ahead, '(^|\PL)((cả|toàn)? ?(xã|huyện|thôn|ấp|tỉnh|phường|thị trấn|thị xã|thành phố|bản|khóm|khu phố|buôn|làng|xóm|tổ dân phố)(\PL[^.;:0-9]{0,60})?[ )](hiện )?có( tổng số)?|tổng số|trong( tổng)? số|trong) $')
            AND (regexp_matches(gap, '^(,? ?(thì|mà|nhưng|trong đó)|,)( đã| mới)?( có)?( tới| đến)? $|^[^.;,0-9]{0,40}(,? ?(thì|mà|trong đó)|,)?( đã| mới) có $')
                OR regexp_matches(ahead, '(trong|tổng)( tổng)? số $') AND regexp_matches(gap, '^[^.;,0-9]{0,60},? (đã |mới )?có $'))
            AND regexp_matches(behind_part, '^[^.;0-9%:]{0,90}[,(] ?(tức|tức là|tức đạt|chiếm|đạt|tương đương|hay là|chiếm tỷ lệ|đạt tỷ lệ|chiếm tỉ lệ|đạt tỉ lệ)( là)? $')
        OR regexp_matches(behind_part, '^ trong số (đó|này|ấy|trên)(\PL)[^.;0-9%:]{0,90}(, ?(tức|tức là|chiếm|đạt|chiếm tỷ lệ|đạt tỷ lệ)|\. (như vậy|như thế|vậy|do đó|tính ra),? (là )?(tỷ lệ|tỉ lệ) (giải|trả|hoàn|xử|đạt|thực|tham|ký|đồng|chấp|thống|tán)[^.;,0-9%]{1,26} (là|đạt|bằng)) $')
            AND regexp_matches(gap, '^[^.;]{0,120}\.[^.;0-9]{0,10}(đến|tính đến|qua|sau|hết)?[^.;]{0,40}$|^[^.;]{0,120}$')
    )
),
percents AS (
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
        greatest(2 * p.slack, CASE WHEN p.value = floor(p.value) THEN 1 ELSE 0 END) AS tolerance
    FROM nearest n JOIN percents p ON p.article = n.article AND p.nr = n.nr
    JOIN counts f ON f.article = n.article AND f.nr = n.count_nr JOIN articles a ON a.id = n.article
),
tied AS (
    SELECT * EXCLUDE (is_of_plan),
        is_of_plan OR regexp_matches(behind, '^ ?(so với )?(kế hoạch|chỉ tiêu|dự toán|nghị quyết|mục tiêu|kh)') AS is_of_plan,
        regexp_matches(behind, '^ ?([,.;()]|$|tổng số|so với tổng|trong số|trên tổng|số mô hình|mô hình)') AS ends_there
    FROM near
    WHERE CASE WHEN is_behind THEN regexp_matches(behind_gap, '^ ?\($')
        ELSE regexp_matches(gap, '(chiếm|đạt|tỷ lệ|tỉ lệ|bằng|tương đương|tức|\()[^.;\d]{0,20}$') AND NOT regexp_matches(gap, '[.;\d]') END
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
-- A percentage among two numbers of one kind, whatever the words: what of them is the whole, the size tells, or the word
-- "kế hoạch". Such a pair is near by chance now and then: so it must be the nearest, tied to the percentage by a word of
-- being, and close to it, and no other pair of the article may give what is printed.
shared AS (
    SELECT p, (regexp_matches(p.span.text || p.behind, '% ?(so với )?(kế hoạch|chỉ tiêu|dự toán|nghị quyết|mục tiêu|kh(\PL|$))')) AS is_of_plan
    FROM in_order p
    WHERE p.dimension = '%' AND p.change_direction IS NULL AND p.high IS NULL AND (p.bound <> 'less_than' OR says_nearly(p.ahead)) AND p.confidence >= 0.4
        AND NOT says_no_share(clause_ahead(p.ahead)) AND NOT says_of_a_part(clause_ahead(p.ahead))
        AND (says_share(clause_ahead(p.ahead))
            OR regexp_matches(lower(regexp_extract(p.span.text, '%(.*)$', 1)) || p.behind, '^ ?,? ?(tức|tương đương|hay|\(|\))'))
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
        greatest(2 * p.slack, CASE WHEN p.value = floor(p.value) THEN 1 ELSE 0 END)
            + 100 * part.value / whole.value * (part.slack / part.value + whole.slack / whole.value
                + CASE WHEN part.bound = 'about' OR whole.bound = 'about' THEN 0.1 ELSE 0 END) AS tolerance
    FROM in_row
    WHERE (is_of_plan AND has_plan AND NOT (whole.value < part.value AND p.value < 100)
        OR NOT is_of_plan AND part.value < whole.value AND p.value < 100
            AND regexp_matches(lower(regexp_extract(p.span.text, '%(.*)$', 1)) || p.behind, '^ ?([,.;():”"…\n]|$|(tổng )?số (này|đó|đã)|tổng số|trong (tổng )?số|trên tổng|tức|tương đương|số ' || whole.measure || ')'))
        -- In a sentence of its own a rate has a subject of its own, unless it says that it follows.
        AND (part.stops = p.stops OR whole.stops = p.stops OR regexp_matches(clause_ahead(p.ahead), 'như vậy|như thế|tính ra|vậy|do đó'))
        -- A subject of its own: "1.860 hộ, có 1.767 hộ dùng điện; hộ dùng nước sạch chiếm 85 %".
        AND NOT (greatest(part.nth, whole.nth) < p.nth AND own_words(p.ahead) <> p.ahead AND contains(' ' || own_words(p.ahead) || ' ', ' ' || part.measure || ' ')) AND NOT regexp_matches(p.ahead, ';[^;]{16,}$')
        AND NOT regexp_matches(whole.behind || part.ahead || part.behind, 'cùng kỳ|năm trước|năm ngoái|so với (năm|tháng|đầu)|tăng|giảm')
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
-- Tables: numbers of one row stand together without words. Of which two columns a column of percentages is, two rows at
-- least must tell, and twice as many as those that differ.
cells AS (
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
),
-- "60 mô hình, tăng 12 mô hình (25%)": what it grew by against what it was before.
grown AS (
    SELECT p, c, n, n.value - CASE c.change_direction WHEN 'up' THEN c.value ELSE -c.value END AS base,
        greatest(2 * p.slack, CASE WHEN p.value = floor(p.value) THEN 1 ELSE 0 END)
            + CASE WHEN n.slack + c.slack > 0 THEN 100 * (n.slack + 2 * c.slack) / nullif(n.value - c.value, 0) ELSE 0 END AS tolerance
    FROM in_order p
    JOIN in_order c ON c.article = p.article AND c.nth = p.nth - 1 AND c.change_direction IS NOT NULL AND c.dimension <> '%'
    JOIN in_order n ON n.article = p.article AND n.nth = p.nth - 2 AND n.change_direction IS NULL AND n.of IS NULL AND alike(n, c)
    WHERE p.dimension = '%' AND p.bound = 'exact' AND p.high IS NULL AND c.bound = 'exact' AND c.high IS NULL AND n.bound = 'exact' AND n.high IS NULL
        AND p.confidence >= 0.4 AND says_then_moved_by(c.ahead) AND says_put_otherwise(p.ahead) AND c.value < n.value
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
            WHEN kind = 'total' AND NOT regexp_matches(coalesce(gap, ''), 'chiếm|tỷ lệ|tỉ lệ') THEN 'no_whole'
        END AS reason
    FROM measured LEFT JOIN elsewhere e ON e.article = measured.article AND e.nr = measured.nr
)
SELECT
    CASE WHEN reason IS NOT NULL THEN 'unclear' WHEN fits THEN 'agrees' ELSE 'differs' END AS outcome,
    reason,
    CASE WHEN kind <> 'of' OR bound <> 'exact' THEN 'warning' END AS severity,
    concat_ws('|', article, "start") AS key,
    list_filter([span, part_span, whole_span], lambda s: s IS NOT NULL) AS spans,
    in_words(value, high, bound) || ' %' AS stated,
    in_words(round(share, 2), NULL, 'exact') || ' %' AS computed,
    in_words(part, NULL, 'exact') || ' / ' || in_words(whole, NULL, 'exact') || ' = ' || in_words(round(share, 2), NULL, 'exact')
        || ' %' AS arithmetic,
    span.text AS percent_text
FROM reasoned
WHERE whole IS NOT NULL OR concat_ws('|', article, "start") NOT IN (
    SELECT concat_ws('|', article, "start") FROM shares WHERE whole > 0 UNION ALL SELECT concat_ws('|', article, percent."start") FROM in_one_breath
    UNION ALL SELECT concat_ws('|', p.article, p."start") FROM rowed)
UNION ALL
SELECT CASE WHEN abs(100 * moved / first.value - change.value) <= tolerance THEN 'agrees'
        WHEN confidence < 0.6 OR change.confidence < 0.4 OR NOT is_exact THEN 'unclear' ELSE 'differs' END,
    CASE WHEN abs(100 * moved / first.value - change.value) > tolerance THEN
        CASE WHEN confidence < 0.6 OR change.confidence < 0.4 THEN 'doubtful_reading' WHEN NOT is_exact THEN 'bound_only' END END,
    'warning',
    concat_ws('|', article, change."start", 'beside'),
    [change.span, last.span, first.span],
    in_words(change.value, change.high, change.bound) || ' %',
    in_words(round(100 * moved / first.value, 2), NULL, 'exact') || ' %',
    '(' || in_words(greatest(first.value, last.value), NULL, 'exact') || ' - ' || in_words(least(first.value, last.value), NULL, 'exact') || ') / '
        || in_words(first.value, NULL, 'exact') || ' = ' || in_words(round(100 * abs(moved) / first.value, 2), NULL, 'exact') || ' %',
    change.span.text
FROM (SELECT *, greatest(2 * change.slack, CASE WHEN change.value = floor(change.value) THEN 1 ELSE 0 END) AS tolerance FROM moves)
WHERE change.dimension = '%' AND first.value > 0 AND last.dimension <> '%'
UNION ALL
SELECT CASE WHEN fits THEN 'agrees' WHEN least(p.confidence, part.confidence, whole.confidence) < 0.6 THEN 'unclear' ELSE 'differs' END,
    CASE WHEN NOT fits AND least(p.confidence, part.confidence, whole.confidence) < 0.6 THEN 'doubtful_reading' END,
    'warning',
    concat_ws('|', p.article, p."start", 'cell'),
    [p.span, part.span, whole.span],
    in_words(p.value, NULL, 'exact') || ' %',
    in_words(round(100 * part.value / whole.value, 2), NULL, 'exact') || ' %',
    in_words(part.value, NULL, 'exact') || ' / ' || in_words(whole.value, NULL, 'exact') || ' = ' || in_words(round(100 * part.value / whole.value, 2), NULL, 'exact') || ' %',
    p.span.text || ' %'
FROM tabled
UNION ALL
SELECT CASE WHEN abs(100 * c.value / base - p.value) <= tolerance THEN 'agrees' WHEN reason IS NOT NULL THEN 'unclear' ELSE 'differs' END,
    CASE WHEN abs(100 * c.value / base - p.value) > tolerance THEN reason END,
    'warning',
    concat_ws('|', p.article, p."start", 'grown'),
    [p.span, c.span, n.span],
    in_words(p.value, NULL, 'exact') || ' %',
    in_words(round(100 * c.value / base, 2), NULL, 'exact') || ' %',
    in_words(c.value, NULL, 'exact') || ' / ' || in_words(base, NULL, 'exact') || ' = ' || in_words(round(100 * c.value / base, 2), NULL, 'exact') || ' %',
    p.span.text
FROM (SELECT *, CASE WHEN least(c.confidence, n.confidence) < 0.6 THEN 'doubtful_reading'
        WHEN abs(100 * c.value / n.value - p.value) <= tolerance THEN 'no_whole' END AS reason FROM grown)
WHERE base > 0
UNION ALL
SELECT CASE WHEN fits THEN 'agrees' WHEN confidence < 0.6 THEN 'unclear' ELSE 'differs' END,
    CASE WHEN NOT fits AND confidence < 0.6 THEN 'doubtful_reading' END,
    'warning',
    concat_ws('|', article, "start", 'money'),
    [span, part_span, plan_span],
    in_words(value, NULL, 'exact') || ' %',
    in_words(round(100 * part / plan, 2), NULL, 'exact') || ' %',
    in_words(part, NULL, 'exact') || ' / ' || in_words(plan, NULL, 'exact') || ' = ' || in_words(round(100 * part / plan, 2), NULL, 'exact') || ' %',
    span.text
FROM planned
UNION ALL
SELECT CASE WHEN abs(100 * part / whole - value) <= tolerance THEN 'agrees' WHEN part > whole THEN 'unclear' ELSE 'differs' END,
    CASE WHEN abs(100 * part / whole - value) > tolerance AND part > whole THEN 'against_plan' END,
    'warning',
    concat_ws('|', article, "start", 'printed'),
    [span],
    in_words(value, NULL, 'exact') || ' %',
    in_words(round(100 * part / whole, 2), NULL, 'exact') || ' %',
    in_words(part, NULL, 'exact') || ' / ' || in_words(whole, NULL, 'exact') || ' = ' || in_words(round(100 * part / whole, 2), NULL, 'exact') || ' %',
    span.text
FROM shares WHERE whole > 0 AND concat_ws('|', article, "start") NOT IN (SELECT concat_ws('|', article, "start") FROM reasoned WHERE whole IS NOT NULL)
UNION ALL
SELECT CASE WHEN abs(given - percent.value) <= tolerance THEN 'agrees' WHEN surety < 0.6 OR o.value IS NOT NULL THEN 'unclear' ELSE 'differs' END,
    CASE WHEN abs(given - percent.value) <= tolerance THEN NULL WHEN surety < 0.6 THEN 'doubtful_reading' WHEN o.value IS NOT NULL THEN 'no_whole' END,
    'warning',
    concat_ws('|', b.article, percent."start", 'spoken'),
    [percent.span, part.span, whole.span],
    in_words(percent.value, NULL, 'exact') || ' %',
    in_words(round(given, 2), NULL, 'exact') || ' %',
    in_words(part.value, NULL, 'exact') || ' / ' || in_words(whole.value, NULL, 'exact') || ' = ' || in_words(round(given, 2), NULL, 'exact') || ' %',
    percent.span.text
FROM in_one_breath b
LEFT JOIN (
    -- Any other number that it may be taken of.
    SELECT b.article, b.percent."start" AS at, any_value(c.value) AS value
    FROM in_one_breath b JOIN claims c ON c.article = b.article AND c.measure = b.part.measure AND c.value > 0 AND c."start" < b.percent."start"
        AND c.nr <> b.part.nr
    WHERE abs(100 * b.part.value / c.value - b.percent.value) <= b.tolerance
    GROUP BY ALL
) o ON o.article = b.article AND o.at = b.percent."start"
WHERE concat_ws('|', b.article, percent."start") NOT IN (SELECT concat_ws('|', article, "start") FROM reasoned WHERE whole IS NOT NULL)
UNION ALL
SELECT CASE WHEN reason IS NOT NULL THEN 'unclear' WHEN given BETWEEN CASE p.bound WHEN 'less_than' THEN 0.95 * p.value ELSE p.lowest END - tolerance AND least(p.highest, 1.1 * p.value) + tolerance THEN 'agrees'
        ELSE 'differs' END,
    reason,
    'warning',
    concat_ws('|', p.article, p."start", 'row'),
    [p.span, part.span, whole.span],
    in_words(p.value, p.high, p.bound) || ' %',
    in_words(round(given, 2), NULL, 'exact') || ' %',
    in_words(part.value, NULL, part.bound) || ' / ' || in_words(whole.value, NULL, whole.bound) || ' = ' || in_words(round(given, 2), NULL, 'exact') || ' %',
    p.span.text
FROM rowed
WHERE concat_ws('|', p.article, p."start") NOT IN (
    SELECT concat_ws('|', article, "start") FROM reasoned WHERE reason IS NULL
    UNION ALL SELECT concat_ws('|', article, "start") FROM shares WHERE whole > 0
    UNION ALL SELECT concat_ws('|', article, "start") FROM planned
    UNION ALL SELECT concat_ws('|', article, percent."start") FROM in_one_breath)
