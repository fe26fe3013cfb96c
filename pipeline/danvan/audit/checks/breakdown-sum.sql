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
  { value = 60, part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 75, part_of = 0, partition = true, list = 0, sentence = "s" },
]

[[case]]
says = "five fields that close"
expect = ["agrees"]
figures = [
  { value = 138 },
  { value = 34, part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 28, part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 37, part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 20, part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 19, part_of = 0, partition = true, list = 0, sentence = "s" },
]

[[case]]
says = "a total that is divided twice, once well and once not: each list by itself"
expect = ["agrees", "differs"]
figures = [
  { value = 100 },
  { value = 60, part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 40, part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 70, part_of = 0, partition = true, list = 1, sentence = "s" },
  { value = 20, part_of = 0, partition = true, list = 1, sentence = "s" },
]

[[case]]
says = "a list left open"
expect = ["unclear"]
figures = [
  { value = 107 },
  { value = 43, part_of = 0, partition = false, list = 0, sentence = "s" },
  { value = 13, part_of = 0, partition = false, list = 0, sentence = "s" },
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
  { value = 110, bound = "more_than", part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 310, part_of = 0, partition = true, list = 0, sentence = "s" },
]

[[case]]
says = "a lower bound cannot make parts smaller"
expect = ["differs"]
figures = [
  { value = 400 },
  { value = 110, bound = "more_than", part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 310, part_of = 0, partition = true, list = 0, sentence = "s" },
]

[[case]]
says = "decimals rounded one by one"
expect = ["agrees"]
figures = [
  { value = 50.7, measure = "đường", unit = "km" },
  { value = 26.8, measure = "đường", unit = "km", part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 23.8, measure = "đường", unit = "km", part_of = 0, partition = true, list = 0, sentence = "s" },
]

[[case]]
says = "the reading of a part is doubtful"
expect = ["unclear"]
figures = [
  { value = 138 },
  { value = 60, part_of = 0, partition = true, list = 0, sentence = "s", confidence = 0.4 },
  { value = 75, part_of = 0, partition = true, list = 0, sentence = "s" },
]

[[case]]
says = "a part that names its own part in brackets"
expect = ["unclear"]
articles = [{ id = "a", text = "121 mô hình được công nhận, gồm: kinh tế 34, văn hóa 52 (riêng phòng dịch 31), quốc phòng 20, hệ thống chính trị 15." }]
figures = [
  { value = 121, text = "121 mô hình" },
  { value = 34, text = "34", part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 52, text = "52", part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 31, text = "31", part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 20, text = "20", part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 15, text = "15", part_of = 0, partition = true, list = 0, sentence = "s" },
]

[[case]]
says = "without one of the parts the rest is exact: the list may have been read too wide"
expect = ["unclear"]
figures = [
  { value = 90 },
  { value = 60, part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 20, part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 30, part_of = 0, partition = true, list = 0, sentence = "s" },
]

[[case]]
says = "dots behind the last part leave the list open"
expect = ["unclear"]
articles = [{ id = "a", text = "395 mô hình: kinh tế 127, văn hóa 142, an ninh 51…" }]
figures = [
  { value = 395, text = "395 mô hình" },
  { value = 127, text = "127", part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 142, text = "142", part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 51, text = "51", part_of = 0, partition = true, list = 0, sentence = "s" },
]

[[case]]
says = "collectives and individuals are all there is, also behind 'trong đó', and they are more than the total"
expect = ["differs"]
figures = [
  { value = 5236 },
  { value = 3017, holder = "collective", part_of = 0, partition = false, list = 0, sentence = "s" },
  { value = 2291, holder = "individual", part_of = 0, partition = false, list = 0, sentence = "s" },
]

[[case]]
says = "holders that are far below the total behind 'trong đó' are a choice"
expect = ["unclear"]
figures = [
  { value = 200 },
  { value = 30, holder = "collective", part_of = 0, partition = false, list = 0, sentence = "s" },
  { value = 12, holder = "individual", part_of = 0, partition = false, list = 0, sentence = "s" },
]

[[case]]
says = "all four fields behind 'trong số' miss the total by little"
expect = ["differs"]
figures = [
  { value = 176 },
  { value = 71, field = "economy", part_of = 0, partition = false, list = 0, sentence = "s" },
  { value = 52, field = "culture_society", part_of = 0, partition = false, list = 0, sentence = "s" },
  { value = 23, field = "defence_security", part_of = 0, partition = false, list = 0, sentence = "s" },
  { value = 28, field = "political_system", part_of = 0, partition = false, list = 0, sentence = "s" },
]

[[case]]
says = "two ways to divide in one list: the holders close it"
expect = ["agrees"]
figures = [
  { value = 88 },
  { value = 61, holder = "collective", part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 27, holder = "individual", part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 12, part_of = 0, partition = true, list = 0, sentence = "s" },
]

[[case]]
says = "a table: the same communes close the first column and miss the second"
expect = ["agrees", "differs"]
figures = [
  { value = 46, status = "registered" },
  { value = 38, status = "recognised" },
  { value = 20, place_code = "1", place_name = "A", place_level = "commune", part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 16, place_code = "2", place_name = "B", place_level = "commune", part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 10, place_code = "3", place_name = "C", place_level = "commune", part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 19, place_code = "1", place_name = "A", place_level = "commune", part_of = 1, partition = false, list = 1, sentence = "s" },
  { value = 11, place_code = "2", place_name = "B", place_level = "commune", part_of = 1, partition = false, list = 1, sentence = "s" },
  { value = 7, place_code = "3", place_name = "C", place_level = "commune", part_of = 1, partition = false, list = 1, sentence = "s" },
]

[[case]]
says = "what is missing stands in the sentence as a number of its own"
expect = ["unclear"]
articles = [{ id = "a", text = "138 mô hình, gồm 60 của xã, 75 của thị trấn và 03 khác." }]
figures = [
  { value = 138, text = "138 mô hình" },
  { value = 60, text = "60", part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 75, text = "75", part_of = 0, partition = true, list = 0, sentence = "s" },
]

[[case]]
says = "parts that make up another total next to it"
expect = ["unclear"]
figures = [
  { value = 145 },
  { value = 140 },
  { value = 100, part_of = 1, partition = true, list = 0, sentence = "s" },
  { value = 45, part_of = 1, partition = true, list = 0, sentence = "s" },
]

[[case]]
says = "a total in round hundreds"
expect = ["unclear"]
figures = [
  { value = 4400 },
  { value = 2059, part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 2360, part_of = 0, partition = true, list = 0, sentence = "s" },
]

[[case]]
says = "hectares and square metres"
expect = ["unclear"]
figures = [
  { value = 5, measure = "đất", unit = "ha đất" },
  { value = 4, measure = "đất", unit = "ha đất", part_of = 0, partition = true, list = 0, sentence = "s" },
  { value = 9000, measure = "đất", unit = "m2 đất", part_of = 0, partition = true, list = 0, sentence = "s" },
]

[[case]]
says = "parts that are told in two sentences"
expect = ["unclear"]
articles = [{ id = "a", text = "Có 138 mô hình. Kinh tế 60 mô hình. Văn hóa 71 mô hình." }]
figures = [
  { value = 138, text = "138 mô hình" },
  { value = 60, text = "60 mô hình", part_of = 0, partition = true, list = 0 },
  { value = 71, text = "71 mô hình", part_of = 0, partition = true, list = 0 },
]

[[case]]
says = "parts in bullets, one short"
expect = ["differs"]
articles = [{ id = "a", text = "Có 138 mô hình:\n- Kinh tế: 60 mô hình.\n- Văn hóa: 71 mô hình.\n" }]
figures = [
  { value = 138, text = "138 mô hình" },
  { value = 60, text = "60 mô hình", part_of = 0, partition = true, list = 0 },
  { value = 71, text = "71 mô hình", part_of = 0, partition = true, list = 0 },
]

[[case]]
says = "rows that bear numbers, one of them what is missing"
expect = ["differs"]
articles = [{ id = "a", text = "Số mô hình\n1 | Xã | 49\n2 | Trường | 17\nTổng cộng | 68" }]
figures = [
  { value = 68, text = "68" },
  { value = 49, text = "49", part_of = 0, partition = true, list = 0 },
  { value = 17, text = "17", part_of = 0, partition = true, list = 0 },
]

[[case]]
says = "'trong đó' with each of the three roads that were told of, and with three of five"
expect = ["differs", "unclear"]
articles = [
  { id = "a", text = "Xã mở 3 tuyến đường. Có 203 hộ hiến đất, trong đó, tuyến Mường có 62 hộ, tuyến Na 83 hộ và tuyến Kẻ 56 hộ." },
  { id = "b", text = "Xã mở 5 tuyến đường. Có 203 hộ hiến đất, trong đó, tuyến Mường có 62 hộ, tuyến Na 83 hộ và tuyến Kẻ 56 hộ." },
]
figures = [
  { value = 3, measure = "tuyến đường", unit = "tuyến đường", text = "3 tuyến đường" },
  { value = 203, measure = "hộ", unit = "hộ", text = "203 hộ", sentence = "s" },
  { value = 62, measure = "hộ", unit = "hộ", text = "62 hộ", part_of = 1, partition = false, list = 0, sentence = "s" },
  { value = 83, measure = "hộ", unit = "hộ", text = "83 hộ", part_of = 1, partition = false, list = 0, sentence = "s" },
  { value = 56, measure = "hộ", unit = "hộ", text = "56 hộ", part_of = 1, partition = false, list = 0, sentence = "s" },
  { article = "b", value = 5, measure = "tuyến đường", unit = "tuyến đường", text = "5 tuyến đường" },
  { article = "b", value = 203, measure = "hộ", unit = "hộ", text = "203 hộ", sentence = "s" },
  { article = "b", value = 62, measure = "hộ", unit = "hộ", text = "62 hộ", part_of = 1, partition = false, list = 0, sentence = "s" },
  { article = "b", value = 83, measure = "hộ", unit = "hộ", text = "83 hộ", part_of = 1, partition = false, list = 0, sentence = "s" },
  { article = "b", value = 56, measure = "hộ", unit = "hộ", text = "56 hộ", part_of = 1, partition = false, list = 0, sentence = "s" },
]

[[case]]
says = "kinds behind a colon that no link ties to their total"
expect = ["differs"]
articles = [{ id = "a", text = "Ban Tổ chức trao 15 giải: 1 giải nhất, 4 giải nhì, 8 giải ba." }]
figures = [
  { value = 15, measure = "giải", unit = "giải", text = "15 giải", sentence = "Ban Tổ chức trao 15 giải: 1 giải nhất, 4 giải nhì, 8 giải ba." },
  { value = 1, measure = "giải nhất", unit = "giải nhất", text = "1 giải nhất", sentence = "Ban Tổ chức trao 15 giải: 1 giải nhất, 4 giải nhì, 8 giải ba." },
  { value = 4, measure = "giải nhì", unit = "giải nhì", text = "4 giải nhì", sentence = "Ban Tổ chức trao 15 giải: 1 giải nhất, 4 giải nhì, 8 giải ba." },
  { value = 8, measure = "giải ba", unit = "giải ba", text = "8 giải ba", sentence = "Ban Tổ chức trao 15 giải: 1 giải nhất, 4 giải nhì, 8 giải ba." },
]

[[case]]
says = "the same, with a prize that was not read"
expect = ["unclear"]
articles = [{ id = "a", text = "Ban Tổ chức trao 15 giải: 1 giải nhất, 4 giải nhì, 8 giải ba, 2 phụ." }]
figures = [
  { value = 15, measure = "giải", unit = "giải", text = "15 giải", sentence = "Ban Tổ chức trao 15 giải: 1 giải nhất, 4 giải nhì, 8 giải ba, 2 phụ." },
  { value = 1, measure = "giải nhất", unit = "giải nhất", text = "1 giải nhất", sentence = "Ban Tổ chức trao 15 giải: 1 giải nhất, 4 giải nhì, 8 giải ba, 2 phụ." },
  { value = 4, measure = "giải nhì", unit = "giải nhì", text = "4 giải nhì", sentence = "Ban Tổ chức trao 15 giải: 1 giải nhất, 4 giải nhì, 8 giải ba, 2 phụ." },
  { value = 8, measure = "giải ba", unit = "giải ba", text = "8 giải ba", sentence = "Ban Tổ chức trao 15 giải: 1 giải nhất, 4 giải nhì, 8 giải ba, 2 phụ." },
]

[[case]]
says = "the same, as examples"
expect = ["unclear"]
articles = [{ id = "a", text = "Ban Tổ chức trao 15 giải: 1 giải nhất, 4 giải nhì, 8 giải ba..." }]
figures = [
  { value = 15, measure = "giải", unit = "giải", text = "15 giải", sentence = "Ban Tổ chức trao 15 giải: 1 giải nhất, 4 giải nhì, 8 giải ba..." },
  { value = 1, measure = "giải nhất", unit = "giải nhất", text = "1 giải nhất", sentence = "Ban Tổ chức trao 15 giải: 1 giải nhất, 4 giải nhì, 8 giải ba..." },
  { value = 4, measure = "giải nhì", unit = "giải nhì", text = "4 giải nhì", sentence = "Ban Tổ chức trao 15 giải: 1 giải nhất, 4 giải nhì, 8 giải ba..." },
  { value = 8, measure = "giải ba", unit = "giải ba", text = "8 giải ba", sentence = "Ban Tổ chức trao 15 giải: 1 giải nhất, 4 giải nhì, 8 giải ba..." },
]

[[case]]
says = "all four fields in bullets without a link, and one number for all of them behind"
expect = ["differs"]
articles = [{ id = "a", text = "Phân theo lĩnh vực: Kinh tế: 52 mô hình; Văn hóa: 47 mô hình; Quốc phòng: 21 mô hình; Hệ thống chính trị: 29 mô hình. Cũng 146 mô hình này chia theo chủ thể." }]
figures = [
  { value = 52, field = "economy", text = "52 mô hình" }, { value = 47, field = "culture_society", text = "47 mô hình" },
  { value = 21, field = "defence_security", text = "21 mô hình" }, { value = 29, field = "political_system", text = "29 mô hình" },
  { value = 146, text = "146 mô hình" },
]

[[case]]
says = "the same, and they add up"
expect = ["agrees"]
articles = [{ id = "a", text = "Phân theo lĩnh vực: Kinh tế: 52 mô hình; Văn hóa: 47 mô hình; Quốc phòng: 21 mô hình; Hệ thống chính trị: 29 mô hình. Cũng 149 mô hình này chia theo chủ thể." }]
figures = [
  { value = 52, field = "economy", text = "52 mô hình" }, { value = 47, field = "culture_society", text = "47 mô hình" },
  { value = 21, field = "defence_security", text = "21 mô hình" }, { value = 29, field = "political_system", text = "29 mô hình" },
  { value = 149, text = "149 mô hình" },
]

[[case]]
says = "the number beside them is far off: of something else"
expect = ["unclear"]
articles = [{ id = "a", text = "Phân theo lĩnh vực: Kinh tế: 52 mô hình; Văn hóa: 47 mô hình; Quốc phòng: 21 mô hình; Hệ thống chính trị: 29 mô hình. Cũng 246 mô hình này chia theo chủ thể." }]
figures = [
  { value = 52, field = "economy", text = "52 mô hình" }, { value = 47, field = "culture_society", text = "47 mô hình" },
  { value = 21, field = "defence_security", text = "21 mô hình" }, { value = 29, field = "political_system", text = "29 mô hình" },
  { value = 246, text = "246 mô hình" },
]

[[case]]
says = "men and women behind 'trong đó' are all there are"
expect = ["differs"]
articles = [{ id = "a", text = "Có 180 đại biểu, trong đó 96 đại biểu nam, 74 đại biểu nữ." }]
figures = [
  { value = 180, measure = "đại biểu", unit = "đại biểu", text = "180 đại biểu", sentence = "Có 180 đại biểu, trong đó 96 đại biểu nam, 74 đại biểu nữ." },
  { value = 96, measure = "đại biểu", unit = "đại biểu", text = "96 đại biểu", part_of = 0, partition = false, list = 0, sentence = "Có 180 đại biểu, trong đó 96 đại biểu nam, 74 đại biểu nữ." },
  { value = 74, measure = "đại biểu", unit = "đại biểu", text = "74 đại biểu", part_of = 0, partition = false, list = 0, sentence = "Có 180 đại biểu, trong đó 96 đại biểu nam, 74 đại biểu nữ." },
]

[[case]]
says = "what is missing stands as another number in the next sentence"
expect = ["differs"]
articles = [{ id = "a", text = "Huyện trao 640 suất quà ở ba xã: xã A 310 suất, xã B 185 suất và xã C 135 suất. Mỗi suất có 10 kg gạo." }]
figures = [
  { value = 640, measure = "phần quà", unit = "suất quà", text = "640 suất quà" }, { value = 310, measure = "phần quà", unit = "suất", text = "310 suất" },
  { value = 185, measure = "phần quà", unit = "suất", text = "185 suất" }, { value = 135, measure = "phần quà", unit = "suất", text = "135 suất" },
]

[[case]]
says = "the same number right behind the list"
expect = ["unclear"]
articles = [{ id = "a", text = "Huyện trao 640 suất quà ở ba xã: xã A 310 suất, xã B 185 suất, xã C 135 suất, ngoài xã 10." }]
figures = [
  { value = 640, measure = "phần quà", unit = "suất quà", text = "640 suất quà" }, { value = 310, measure = "phần quà", unit = "suất", text = "310 suất" },
  { value = 185, measure = "phần quà", unit = "suất", text = "185 suất" }, { value = 135, measure = "phần quà", unit = "suất", text = "135 suất" },
]

[[case]]
says = "'cụ thể ... như sau' and bullets that are three short, one of them three"
expect = ["differs"]
articles = [{ id = "a", text = "Năm 2023, hội sửa 41 cây cầu. Kết quả cụ thể ở các xã như sau:\n- Xã A: 17 cây cầu\n- Xã B: 3 cây cầu\n- Xã C: 18 cây cầu\nÔng Sáu vui." }]
figures = [
  { value = 41, measure = "cầu", unit = "cây cầu", text = "41 cây cầu" }, { value = 17, measure = "cầu", unit = "cây cầu", text = "17 cây cầu" },
  { value = 3, measure = "cầu", unit = "cây cầu", text = "3 cây cầu" }, { value = 18, measure = "cầu", unit = "cây cầu", text = "18 cây cầu" },
]

[[case]]
says = "sums behind 'trong đó' that are more than the total, and less"
expect = ["differs", "unclear"]
articles = [{ id = "a", text = "Huyện nhận 865 triệu đồng. Trong đó, cán bộ 412 triệu đồng; dân 473 triệu đồng." }, { id = "b", text = "Huyện nhận 865 triệu đồng. Trong đó, cán bộ 412 triệu đồng; dân 433 triệu đồng." }]
money = [
  { amount = 865000000, text = "865 triệu đồng" }, { amount = 412000000, text = "412 triệu đồng" }, { amount = 473000000, text = "473 triệu đồng" },
  { article = "b", amount = 865000000, text = "865 triệu đồng" }, { article = "b", amount = 412000000, text = "412 triệu đồng" }, { article = "b", amount = 433000000, text = "433 triệu đồng" },
]
*/
-- The ways of telling it stand in parts.sql. Where two of them speak of one total, one goes before the other.
WITH linked AS MATERIALIZED (SELECT * FROM parts_linked),
of_kinds AS MATERIALIZED (SELECT * FROM parts_of_kinds),
by_field AS MATERIALIZED (SELECT * FROM parts_by_field),
-- Totals that a link or a colon tells enough of, and the parts of links, which are no totals.
spoken_for AS (
    SELECT article, total_nr AS nr FROM linked WHERE reason IS NULL OR reason NOT IN ('open_list', 'several_sentences', 'one_part', 'other_measure')
    UNION ALL
    SELECT article, total_nr FROM of_kinds
    UNION ALL
    SELECT p.article, p.nr FROM claims p JOIN linked l ON l.article = p.article AND l.total_nr = p.part_of AND l.list = p.list
),
in_row AS (
    SELECT * FROM parts_in_row
    WHERE (reason IS NULL OR is_money OR (article, total_nr) NOT IN (SELECT (article, total_nr) FROM linked))
        AND (is_money OR (article, total_nr) NOT IN (SELECT (article, nr) FROM spoken_for))
        AND (article, spot) NOT IN (SELECT (article, spot) FROM by_field)
),
told AS (
    SELECT * EXCLUDE (is_list, list) FROM linked WHERE is_list
    UNION ALL BY NAME
    SELECT * FROM of_kinds
    UNION ALL BY NAME
    SELECT * FROM by_field
    UNION ALL BY NAME
    SELECT * EXCLUDE (is_money) FROM in_row
)
SELECT CASE WHEN reason IS NOT NULL THEN 'unclear' WHEN fits THEN 'agrees' ELSE 'differs' END AS outcome, reason, severity,
    concat_ws('|', article, spot, tail) AS key, spans, stated, computed, arithmetic, total_text
FROM told
