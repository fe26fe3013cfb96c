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
-- The ways of telling it stand in percents.sql. Where two of them speak of one percentage, one goes before the other.
WITH tied AS MATERIALIZED (SELECT * FROM percent_tied),
printed AS MATERIALIZED (SELECT * FROM percent_printed),
spoken AS MATERIALIZED (SELECT * FROM percent_spoken),
in_row AS MATERIALIZED (SELECT * FROM percent_in_row),
of_plan AS MATERIALIZED (SELECT * FROM percent_of_plan),
-- What each way finds that no better one does; `way` ends the key of a comparison.
told AS (
    SELECT NULL AS way, * EXCLUDE (has_whole) FROM tied
    WHERE has_whole OR (article, spot) NOT IN (SELECT (article, spot) FROM printed UNION ALL SELECT (article, spot) FROM spoken UNION ALL SELECT (article, spot) FROM in_row)
    UNION ALL BY NAME
    SELECT 'beside' AS way, * FROM percent_of_move
    UNION ALL BY NAME
    SELECT 'cell' AS way, * FROM percent_in_table
    UNION ALL BY NAME
    SELECT 'grown' AS way, * FROM percent_of_growth
    UNION ALL BY NAME
    SELECT 'money' AS way, * FROM of_plan
    UNION ALL BY NAME
    SELECT 'printed' AS way, * FROM printed WHERE (article, spot) NOT IN (SELECT (article, spot) FROM tied WHERE has_whole)
    UNION ALL BY NAME
    SELECT 'spoken' AS way, * FROM spoken WHERE (article, spot) NOT IN (SELECT (article, spot) FROM tied WHERE has_whole)
    UNION ALL BY NAME
    SELECT 'row' AS way, * FROM in_row
    WHERE (article, spot) NOT IN (SELECT (article, spot) FROM tied WHERE reason IS NULL UNION ALL SELECT (article, spot) FROM printed
        UNION ALL SELECT (article, spot) FROM of_plan UNION ALL SELECT (article, spot) FROM spoken)
)
SELECT CASE WHEN reason IS NOT NULL THEN 'unclear' WHEN fits THEN 'agrees' ELSE 'differs' END AS outcome, reason, severity,
    concat_ws('|', article, spot, way) AS key, spans, stated, percent_in_words(given) AS computed, arithmetic, percent_text
FROM told
