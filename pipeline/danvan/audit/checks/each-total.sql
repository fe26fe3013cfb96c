/*
severity = "error"

[title]
en = "A sum for each that does not make up the total"
vi = "Mức từng phần nhân lên không bằng tổng số tiền"

[message]
en = "{total_text}: as printed, {arithmetic}, the total says {stated}"
vi = "{total_text}: theo số đã in, {arithmetic}, còn tổng ghi {stated}"

[settle]
en = "the list of what was given: its number, the sum for each, the total"
vi = "danh sách trao tặng: số lượng, mức mỗi phần, tổng số tiền"

[[case]]
says = "650 gifts at 500.000 are 325 million, not 345"
expect = ["differs"]
figures = [{ value = 650, measure = "phần quà", unit = "suất quà" }]
money = [
  { amount = 500000, basis = "each", items = 0, sentence = "s" },
  { amount = 345000000, basis = "total", items = 0, sentence = "s" },
]

[[case]]
says = "40 gifts at 500.000 are 20 million"
expect = ["agrees"]
figures = [{ value = 40, measure = "phần quà", unit = "suất quà" }]
money = [
  { amount = 500000, basis = "each", items = 0, sentence = "s" },
  { amount = 20000000, basis = "total", items = 0, sentence = "s" },
]

[[case]]
says = "two kinds of prizes and the sum of both"
expect = ["differs"]
articles = [{ id = "a", text = "24 tập thể, 18 cá nhân, thưởng 1.500.000đ/tập thể, 700.000đ/cá nhân, tổng cộng 46,8 triệu đồng" }]
figures = [
  { value = 24, measure = "tập thể", unit = "tập thể", text = "24 tập thể", sentence = "s" },
  { value = 18, measure = "cá nhân", unit = "cá nhân", text = "18 cá nhân", sentence = "s" },
]
money = [
  { amount = 1500000, basis = "each", items = 0, text = "1.500.000đ", sentence = "s" },
  { amount = 700000, basis = "each", items = 1, text = "700.000đ", sentence = "s" },
  { amount = 46800000, basis = "total", text = "46,8 triệu đồng", sentence = "s" },
]

[[case]]
says = "the same that closes"
expect = ["agrees"]
articles = [{ id = "a", text = "24 tập thể, 18 cá nhân, thưởng 1.500.000đ/tập thể, 700.000đ/cá nhân, tổng cộng 48,6 triệu đồng" }]
figures = [
  { value = 24, measure = "tập thể", unit = "tập thể", text = "24 tập thể", sentence = "s" },
  { value = 18, measure = "cá nhân", unit = "cá nhân", text = "18 cá nhân", sentence = "s" },
]
money = [
  { amount = 1500000, basis = "each", items = 0, text = "1.500.000đ", sentence = "s" },
  { amount = 700000, basis = "each", items = 1, text = "700.000đ", sentence = "s" },
  { amount = 48600000, basis = "total", text = "48,6 triệu đồng", sentence = "s" },
]

[[case]]
says = "4.120 gifts at 300.000 are 1,236 billion: 'over 1,2 billion' is right"
expect = ["agrees"]
figures = [{ value = 4120, measure = "phần quà", unit = "phần quà" }]
money = [
  { amount = 300000, basis = "each", items = 0, sentence = "s" },
  { amount = 1200000000, bound = "more_than", basis = "total", items = 0, sentence = "s" },
]

[[case]]
says = "rounded to what is printed: 1,2 billion"
expect = ["agrees"]
articles = [{ id = "a", text = "4.120 phần quà, mỗi phần 300.000đ, trị giá 1,2 tỷ đồng" }]
figures = [{ value = 4120, measure = "phần quà", unit = "phần quà", text = "4.120 phần quà", sentence = "s" }]
money = [
  { amount = 300000, basis = "each", items = 0, text = "300.000đ", sentence = "s" },
  { amount = 1200000000, basis = "total", items = 0, text = "1,2 tỷ đồng", sentence = "s" },
]

[[case]]
says = "an average sum is rounded"
expect = ["unclear"]
articles = [{ id = "a", text = "10.131 căn nhà, bình quân 50 triệu đồng/căn, tổng cộng 518 tỷ đồng" }]
figures = [{ value = 10131, measure = "nhà", unit = "căn nhà", text = "10.131 căn nhà", sentence = "s" }]
money = [
  { amount = 50000000, basis = "each", items = 0, text = "50 triệu đồng", sentence = "s" },
  { amount = 518000000000, basis = "total", items = 0, text = "518 tỷ đồng", sentence = "s" },
]

[[case]]
says = "each month"
expect = ["unclear"]
articles = [{ id = "a", text = "đỡ đầu 38 em, mỗi em 300.000 đồng/tháng, tổng cộng 136,8 triệu đồng" }]
figures = [{ value = 38, measure = "em", unit = "em", text = "38 em", sentence = "s" }]
money = [
  { amount = 300000, basis = "each", items = 0, text = "300.000 đồng", sentence = "s" },
  { amount = 136800000, basis = "total", items = 0, text = "136,8 triệu đồng", sentence = "s" },
]

[[case]]
says = "the total pays for more than what is counted"
expect = ["unclear"]
articles = [{ id = "a", text = "trao 40 suất quà, mỗi suất 500.000 đồng và nhiều nhu yếu phẩm, tổng trị giá 25 triệu đồng" }]
figures = [{ value = 40, measure = "phần quà", unit = "suất quà", text = "40 suất quà", sentence = "s" }]
money = [
  { amount = 500000, basis = "each", items = 0, text = "500.000 đồng", sentence = "s" },
  { amount = 25000000, basis = "total", items = 0, text = "25 triệu đồng", sentence = "s" },
]

[[case]]
says = "a sum for each of something that was not counted"
expect = ["unclear"]
articles = [{ id = "a", text = "tập thể 1.500.000 đồng, cá nhân 750.000 đồng, tổng tiền thưởng 15.750.000 đồng" }]
money = [
  { amount = 1500000, basis = "each", text = "1.500.000 đồng", sentence = "s" },
  { amount = 750000, basis = "each", text = "750.000 đồng", sentence = "s" },
  { amount = 15750000, basis = "total", text = "15.750.000 đồng", sentence = "s" },
]

[[case]]
says = "a range for each holds the total"
expect = ["agrees"]
figures = [{ value = 37, measure = "nhà", unit = "nhà" }]
money = [
  { amount = 50000000, high = 70000000, basis = "each", items = 0, sentence = "s" },
  { amount = 2100000000, basis = "total", items = 0, sentence = "s" },
]

[[case]]
says = "over three sentences"
expect = ["differs"]
articles = [{ id = "a", text = "Hội tặng 35 xe đạp cho học sinh nghèo. Mỗi chiếc trị giá 1,8 triệu đồng. Tổng số tiền mua xe là 73 triệu đồng." }]
figures = [{ value = 35, measure = "xe đạp", unit = "xe đạp", text = "35 xe đạp", sentence = "s" }]
money = [
  { amount = 1800000, basis = "each", text = "1,8 triệu đồng", sentence = "s1" },
  { amount = 73000000, basis = "total", text = "73 triệu đồng", sentence = "s2" },
]

[[case]]
says = "the total first, the gifts behind it"
expect = ["differs"]
articles = [{ id = "a", text = "Quà có tổng trị giá 45 triệu đồng, chia thành 80 phần (600.000 đồng/phần)." }]
figures = [{ value = 80, measure = "phần quà", unit = "phần quà", text = "80 phần", sentence = "s" }]
money = [
  { amount = 600000, basis = "each", text = "600.000 đồng", sentence = "s1" },
  { amount = 45000000, basis = "total", text = "45 triệu đồng", sentence = "s2" },
]

[[case]]
says = "each household first, how many behind it"
expect = ["agrees"]
articles = [{ id = "a", text = "Mỗi hộ được nhận 15 triệu đồng; có 24 hộ được nhận với tổng số tiền 360 triệu đồng." }]
figures = [{ value = 24, measure = "hộ", unit = "hộ", text = "24 hộ", sentence = "s" }]
money = [
  { amount = 15000000, basis = "each", text = "15 triệu đồng", sentence = "s1" },
  { amount = 360000000, basis = "total", text = "360 triệu đồng", sentence = "s2" },
]

[[case]]
says = "over three sentences, with something else between"
expect = ["unclear"]
articles = [{ id = "a", text = "Hội tặng 35 xe đạp và sách vở. Mỗi chiếc trị giá 1,8 triệu đồng. Cùng ngày trao nhà. Tổng số tiền là 73 triệu đồng." }]
figures = [{ value = 35, measure = "xe đạp", unit = "xe đạp", text = "35 xe đạp", sentence = "s" }]
money = [
  { amount = 1800000, basis = "each", text = "1,8 triệu đồng", sentence = "s1" },
  { amount = 73000000, basis = "total", text = "73 triệu đồng", sentence = "s2" },
]

[[case]]
says = "what each house is helped with, and what all of them cost"
expect = ["unclear"]
articles = [{ id = "a", text = "Huyện xây 10 căn nhà cho hộ nghèo. Mỗi căn được hỗ trợ 40 triệu đồng. Tổng kinh phí là 600 triệu đồng." }]
figures = [{ value = 10, measure = "nhà", unit = "căn nhà", text = "10 căn nhà", sentence = "s" }]
money = [
  { amount = 40000000, basis = "each", text = "40 triệu đồng", sentence = "s1" },
  { amount = 600000000, basis = "total", text = "600 triệu đồng", sentence = "s2" },
]

[[case]]
says = "the total names its count: 'tổng kinh phí hỗ trợ cho 36 hộ lên 1 tỷ 640 triệu đồng'"
expect = ["differs"]
articles = [{ id = "a", text = "Mỗi hộ được hỗ trợ 40 triệu đồng, đưa tổng kinh phí hỗ trợ cho 36 hộ lên 1.640 triệu đồng." }]
figures = [{ value = 36, measure = "hộ", unit = "hộ", topic = "", text = "36 hộ", sentence = "s" }]
money = [
  { amount = 40000000, basis = "each", items = 0, text = "40 triệu đồng", sentence = "s" },
  { amount = 1640000000, basis = "total", text = "1.640 triệu đồng", sentence = "s" },
]

[[case]]
says = "the total is for other households than those that got so much each"
expect = ["unclear"]
articles = [{ id = "a", text = "Mỗi hộ trong 20 hộ được hỗ trợ 40 triệu đồng, đưa tổng kinh phí hỗ trợ cho 36 hộ lên 1.640 triệu đồng." }]
figures = [
  { value = 20, measure = "hộ", unit = "hộ", topic = "", text = "20 hộ", sentence = "s" },
  { value = 36, measure = "hộ", unit = "hộ", topic = "", text = "36 hộ", sentence = "s" },
]
money = [
  { amount = 40000000, basis = "each", items = 0, text = "40 triệu đồng", sentence = "s" },
  { amount = 1640000000, basis = "total", text = "1.640 triệu đồng", sentence = "s" },
]

[[case]]
says = "the sentence behind gives the total of the gifts 'nói trên'"
expect = ["differs"]
articles = [{ id = "a", text = "Có 140 học sinh nhận học bổng, mỗi em 1.200.000 đồng. Toàn bộ 178 triệu đồng chi cho 140 suất học bổng nói trên do bà con gửi về." }]
figures = [
  { value = 140, measure = "học sinh", unit = "học sinh", topic = "", text = "140 học sinh" },
  { value = 140, measure = "suất học bổng", unit = "suất học bổng", topic = "", text = "140 suất học bổng" },
]
money = [
  { amount = 1200000, basis = "each", text = "1.200.000 đồng" },
  { amount = 178000000, basis = "total", text = "178 triệu đồng" },
]

[[case]]
says = "the sentence behind speaks of other gifts"
expect = ["unclear"]
articles = [{ id = "a", text = "Có 140 học sinh nhận học bổng, mỗi em 1.200.000 đồng. Toàn bộ 178 triệu đồng chi cho 90 suất học bổng nói trên do bà con gửi về." }]
figures = [
  { value = 140, measure = "học sinh", unit = "học sinh", topic = "", text = "140 học sinh" },
  { value = 90, measure = "suất học bổng", unit = "suất học bổng", topic = "", text = "90 suất học bổng" },
]
money = [
  { amount = 1200000, basis = "each", text = "1.200.000 đồng" },
  { amount = 178000000, basis = "total", text = "178 triệu đồng" },
]

[[case]]
says = "the total behind names its count again"
expect = ["differs"]
articles = [{ id = "a", text = "Huyện bàn giao 12 căn nhà, mỗi căn trị giá 50 triệu đồng. Tổng kinh phí xây dựng 12 căn nhà là 650 triệu đồng." }]
figures = [{ value = 12, measure = "nhà", unit = "căn nhà", topic = "", text = "12 căn nhà" }]
money = [{ amount = 50000000, basis = "each", items = 0, text = "50 triệu đồng" }, { amount = 650000000, basis = "total", text = "650 triệu đồng" }]

[[case]]
says = "the sum for each in brackets behind the total"
expect = ["differs"]
articles = [{ id = "a", text = "Có 40 em được nhận học bổng với tổng số tiền 24 triệu đồng (mỗi suất 500.000 đồng)." }]
figures = [{ value = 40, measure = "học sinh", unit = "em", topic = "", text = "40 em" }]
money = [{ amount = 24000000, basis = "total", items = 0, text = "24 triệu đồng" }, { amount = 500000, basis = "each", text = "500.000 đồng" }]

[[case]]
says = "scholarships and gifts in one total"
expect = ["unclear"]
articles = [{ id = "a", text = "Có 40 em được nhận học bổng và quà với tổng số tiền 24 triệu đồng (mỗi suất 500.000 đồng)." }]
figures = [{ value = 40, measure = "học sinh", unit = "em", topic = "", text = "40 em" }]
money = [{ amount = 24000000, basis = "total", items = 0, text = "24 triệu đồng" }, { amount = 500000, basis = "each", text = "500.000 đồng" }]

[[case]]
says = "what each house is helped with is not what the houses cost"
expect = ["unclear"]
articles = [{ id = "a", text = "Huyện bàn giao 12 căn nhà, mỗi căn được hỗ trợ 50 triệu đồng. Tổng kinh phí xây dựng 12 căn nhà là 900 triệu đồng." }]
figures = [{ value = 12, measure = "nhà", unit = "căn nhà", topic = "", text = "12 căn nhà" }]
money = [{ amount = 50000000, basis = "each", items = 0, text = "50 triệu đồng" }, { amount = 900000000, basis = "total", text = "900 triệu đồng" }]

[[case]]
says = "kilometres of each road, and a total that is divided into gifts"
expect = ["differs", "differs"]
articles = [{ id = "a", text = "Xã làm 3 tuyến đường. Mỗi tuyến dài 1,2 km, tổng chiều dài 4,6 km." }, { id = "b", text = "Hội có 96 triệu đồng, chia thành 80 suất học bổng, mỗi suất 1 triệu đồng." }]
figures = [
  { value = 3, measure = "tuyến đường", unit = "tuyến đường", text = "3 tuyến đường" }, { value = 1.2, measure = "tuyến", unit = "km", text = "1,2 km" },
  { value = 4.6, measure = "chiều dài", unit = "km", text = "4,6 km" },
  { article = "b", value = 80, measure = "suất học bổng", unit = "suất học bổng", text = "80 suất học bổng" },
]
money = [
  { article = "b", amount = 96000000, basis = "total", text = "96 triệu đồng", sentence = "s" }, { article = "b", amount = 1000000, basis = "each", items = 0, text = "1 triệu đồng", sentence = "s" },
]
[[case]]
says = "a sum for each month, and how many months; until they are grown"
expect = ["agrees", "differs", "unclear"]
articles = [
  { id = "a", text = "Giúp 24 em, mỗi em 500.000 đồng/tháng, trong 9 tháng, tổng kinh phí 108 triệu đồng." },
  { id = "b", text = "Giúp 24 em, mỗi em 500.000 đồng/tháng, trong 9 tháng, tổng kinh phí 98 triệu đồng." },
  { id = "c", text = "Giúp 24 em, mỗi em 500.000 đồng/tháng đến khi đủ 18 tuổi, tổng kinh phí 1,4 tỷ đồng." },
]
figures = [
  { article = "a", value = 24, measure = "em", unit = "em", text = "24 em" }, { article = "b", value = 24, measure = "em", unit = "em", text = "24 em" },
  { article = "c", value = 24, measure = "em", unit = "em", text = "24 em" },
]
money = [
  { article = "a", amount = 500000, basis = "each", items = 0, text = "500.000 đồng", sentence = "s" }, { article = "a", amount = 108000000, basis = "total", items = 0, text = "108 triệu đồng", sentence = "s" },
  { article = "b", amount = 500000, basis = "each", items = 0, text = "500.000 đồng", sentence = "s" }, { article = "b", amount = 98000000, basis = "total", items = 0, text = "98 triệu đồng", sentence = "s" },
  { article = "c", amount = 500000, basis = "each", items = 0, text = "500.000 đồng", sentence = "s" }, { article = "c", amount = 1400000000, basis = "total", items = 0, text = "1,4 tỷ đồng", sentence = "s" },
]

[[case]]
says = "what each gives, and what came together of it; a mean that is far off"
expect = ["differs", "differs"]
articles = [
  { id = "a", text = "Có 312 hội viên mỗi người góp 200.000 đồng, được 72,4 triệu đồng cho 9 gia đình vay." },
  { id = "b", text = "Lắp 140 bóng đèn, chi phí bình quân mỗi bóng 350.000 đồng, tổng cộng 94 triệu đồng." },
]
figures = [
  { article = "a", value = 312, measure = "hội viên", unit = "hội viên", text = "312 hội viên" },
  { article = "a", value = 9, measure = "gia đình", unit = "gia đình", text = "9 gia đình" },
  { article = "b", value = 140, measure = "bóng đèn", unit = "bóng đèn", text = "140 bóng đèn" },
]
money = [
  { article = "a", amount = 200000, basis = "each", items = 0, text = "200.000 đồng", sentence = "s" },
  { article = "a", amount = 72400000, basis = "total", items = 1, text = "72,4 triệu đồng", sentence = "s" },
  { article = "b", amount = 350000, basis = "each", items = 0, text = "350.000 đồng", sentence = "s" },
  { article = "b", amount = 94000000, basis = "total", items = 0, text = "94 triệu đồng", sentence = "s" },
]

[[case]]
says = "the rows of a table whose last column is the sum"
expect = ["agrees", "differs"]
articles = [{ id = "a", text = "Nội dung | Số lượng | Mức | Tổng số tiền\nHọc bổng | 65 suất | 1 triệu đồng/suất | 65 triệu đồng\nQuà | 420 suất | 500.000 đồng/suất | 240 triệu đồng" }]
figures = [{ value = 65, measure = "phần quà", unit = "suất", text = "65 suất" }, { value = 420, measure = "phần quà", unit = "suất", text = "420 suất" }]
money = [
  { amount = 1000000, basis = "each", items = 0, text = "1 triệu đồng", sentence = "s" }, { amount = 65000000, basis = "total", text = "65 triệu đồng", sentence = "t" },
  { amount = 500000, basis = "each", items = 1, text = "500.000 đồng", sentence = "u" }, { amount = 240000000, basis = "total", text = "240 triệu đồng", sentence = "v" },
]
[[case]]
says = "what a gift holds is not paid beside it, weighed or not; gifts of money beside the parcels are"
expect = ["differs", "unclear"]
articles = [
  { id = "a", text = "Trao 150 phần quà, mỗi phần 500.000 đồng, gồm 10 kg gạo và tiền mặt, tổng kinh phí 85 triệu đồng." },
  { id = "b", text = "Trao 150 phần quà, mỗi phần 500.000 đồng và 10 kg gạo, tổng kinh phí 85 triệu đồng." },
]
figures = [
  { article = "a", value = 150, measure = "phần quà", unit = "phần quà", text = "150 phần quà" }, { article = "a", value = 10, measure = "gạo", unit = "kg gạo", text = "10 kg gạo" },
  { article = "b", value = 150, measure = "phần quà", unit = "phần quà", text = "150 phần quà" }, { article = "b", value = 10, measure = "gạo", unit = "kg gạo", text = "10 kg gạo" },
]
money = [
  { article = "a", amount = 500000, basis = "each", items = 0, text = "500.000 đồng", sentence = "s" }, { article = "a", amount = 85000000, basis = "total", items = 0, text = "85 triệu đồng", sentence = "s" },
  { article = "b", amount = 500000, basis = "each", items = 0, text = "500.000 đồng", sentence = "s" }, { article = "b", amount = 85000000, basis = "total", items = 0, text = "85 triệu đồng", sentence = "s" },
]

[[case]]
says = "what each house is helped with, and all of it out of the fund"
expect = ["differs"]
articles = [{ id = "a", text = "Khởi công 14 căn nhà; mức hỗ trợ 60 triệu đồng/căn, tổng kinh phí 940 triệu đồng trích từ Quỹ “Vì người nghèo”." }]
figures = [{ value = 14, measure = "nhà", unit = "căn nhà", text = "14 căn nhà" }]
money = [{ amount = 60000000, basis = "each", items = 0, text = "60 triệu đồng", sentence = "s" }, { amount = 940000000, basis = "total", items = 0, text = "940 triệu đồng", sentence = "s" }]
[[case]]
says = "three kinds of scholarships, all of them counted again with their sum: right, and wrong"
expect = ["agrees", "differs"]
articles = [
  { id = "a", text = "Có 10 suất 2 triệu đồng, 20 suất 1 triệu đồng. Cộng cả 30 suất là 40 triệu đồng." },
  { id = "b", text = "Có 10 suất 2 triệu đồng, 20 suất 1 triệu đồng. Cộng cả 30 suất là 45 triệu đồng." },
]
figures = [
  { article = "a", value = 10, measure = "phần quà", unit = "suất", text = "10 suất" }, { article = "a", value = 20, measure = "phần quà", unit = "suất", text = "20 suất" },
  { article = "a", value = 30, measure = "phần quà", unit = "suất", text = "30 suất" },
  { article = "b", value = 10, measure = "phần quà", unit = "suất", text = "10 suất" }, { article = "b", value = 20, measure = "phần quà", unit = "suất", text = "20 suất" },
  { article = "b", value = 30, measure = "phần quà", unit = "suất", text = "30 suất" },
]
money = [
  { article = "a", amount = 2000000, text = "2 triệu đồng", sentence = "s" }, { article = "a", amount = 1000000, text = "1 triệu đồng", sentence = "s" }, { article = "a", amount = 40000000, text = "40 triệu đồng", sentence = "t" },
  { article = "b", amount = 2000000, text = "2 triệu đồng", sentence = "s" }, { article = "b", amount = 1000000, text = "1 triệu đồng", sentence = "s" }, { article = "b", amount = 45000000, text = "45 triệu đồng", sentence = "t" },
]
[[case]]
says = "the lead tells the total of the cows, the body how many households got one and for how much: too little, enough, and of something else"
expect = ["differs", "unclear"]
articles = [
  { id = "a", text = "Tổng giá trị số bò giống trao cho hộ nghèo là 675 triệu đồng.\nTheo kế hoạch, 45 hộ được chọn, mỗi hộ nhận 1 con bò cái trị giá 17 triệu đồng." },
  { id = "b", text = "Tổng giá trị số bò giống trao cho hộ nghèo là 900 triệu đồng.\nTheo kế hoạch, 45 hộ được chọn, mỗi hộ nhận 1 con bò cái trị giá 17 triệu đồng." },
  { id = "c", text = "Tổng giá trị số dê trao cho hộ nghèo là 675 triệu đồng.\nTheo kế hoạch, 45 hộ được chọn, mỗi hộ nhận 1 con bò cái trị giá 17 triệu đồng." },
]
figures = [
  { article = "a", value = 45, measure = "hộ", unit = "hộ", text = "45 hộ" }, { article = "a", value = 1, measure = "bò", unit = "con bò cái", text = "1 con bò cái" },
  { article = "b", value = 45, measure = "hộ", unit = "hộ", text = "45 hộ" }, { article = "b", value = 1, measure = "bò", unit = "con bò cái", text = "1 con bò cái" },
  { article = "c", value = 45, measure = "hộ", unit = "hộ", text = "45 hộ" }, { article = "c", value = 1, measure = "bò", unit = "con bò cái", text = "1 con bò cái" },
]
money = [
  { article = "a", amount = 675000000, text = "675 triệu đồng", sentence = "s" }, { article = "a", amount = 17000000, basis = "each", items = 0, text = "17 triệu đồng", sentence = "t" },
  { article = "b", amount = 900000000, text = "900 triệu đồng", sentence = "s" }, { article = "b", amount = 17000000, basis = "each", items = 0, text = "17 triệu đồng", sentence = "t" },
  { article = "c", amount = 675000000, text = "675 triệu đồng", sentence = "s" }, { article = "c", amount = 17000000, basis = "each", items = 0, text = "17 triệu đồng", sentence = "t" },
]
[[case]]
says = "the total is for two lots of the same gifts, told on two days"
expect = ["unclear"]
figures = [
    { value = 120, measure = "phần quà", unit = "suất quà", text = "120 suất quà", sentence = "Ngày đầu trao 120 suất quà." },
    { value = 90, measure = "phần quà", unit = "suất quà", text = "90 suất quà", sentence = "Ngày sau trao 90 suất quà, mỗi suất 600 nghìn đồng; tổng kinh phí 126 triệu đồng." },
]
money = [
    { amount = 600000, basis = "each", items = 1, text = "600 nghìn đồng", sentence = "Ngày sau trao 90 suất quà, mỗi suất 600 nghìn đồng; tổng kinh phí 126 triệu đồng." },
    { amount = 126000000, basis = "total", items = 1, text = "126 triệu đồng", sentence = "Ngày sau trao 90 suất quà, mỗi suất 600 nghìn đồng; tổng kinh phí 126 triệu đồng." },
]
articles = [{ text = "Ngày đầu trao 120 suất quà. Ngày sau trao 90 suất quà, mỗi suất 600 nghìn đồng; tổng kinh phí 126 triệu đồng." }]
*/
WITH lined AS (
    SELECT *, lag(sentence) OVER line AS ahead_sentence, lag("end") OVER line AS ahead_end,
        -- Several sums for each of several things: the sentence behind may tell the total of them all.
        lag(basis) OVER line = 'each' AND lag(basis, 2) OVER line = 'each' AND lag(sentence) OVER line = lag(sentence, 2) OVER line
            AND lag(items) OVER line <> lag(items, 2) OVER line AS is_behind_several
    FROM sums WINDOW line AS (PARTITION BY article ORDER BY "start")
),
heads AS (
    -- A line break may cut the sentence of one of the two: its head is the same.
    SELECT s.* EXCLUDE (ahead_sentence, ahead_end, is_behind_several) REPLACE (left(CASE WHEN is_behind_several AND s.basis = 'total' AND s.sentence <> ahead_sentence
        AND says_total_next(substr(a.text, ahead_end + 1, greatest(0, least(80, s."start" - ahead_end)))) THEN ahead_sentence ELSE s.sentence END, 60) AS sentence)
    FROM lined s JOIN articles a ON a.id = s.article
),
together AS (
    SELECT article, sentence FROM heads
    GROUP BY ALL HAVING bool_or(basis = 'each') AND bool_or(basis = 'total')
),
told AS (
    SELECT s.*,
        -- How many totals stand before it in its sentence: a total takes in what stands since the one before.
        coalesce(sum(CAST(s.basis = 'total' AS INTEGER)) OVER (PARTITION BY s.article, s.sentence ORDER BY s."start"
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS run,
        -- "tổng kinh phí hỗ trợ cho 36 hộ lên": the number between is kept apart, for it must be the one that is multiplied.
        regexp_replace(regexp_extract(lower(substr(a.text, greatest(1, s."start" - 60), least(61, s."start"))), '.{0,36}$'),
            ' (cho|của) [0-9.]+ \p{L}+ ', ' cho ') AS ahead,
        TRY_CAST(replace(nullif(regexp_extract(lower(substr(a.text, greatest(1, s."start" - 35), least(36, s."start"))),
            ' (?:cho|của) ([0-9.]+) \p{L}+ [^.;\d]*$', 1), ''), '.', '') AS DOUBLE) AS shared_by,
        lower(substr(a.text, s."end" + 1, 24)) AS behind
    FROM heads s JOIN together t ON t.article = s.article AND t.sentence = s.sentence JOIN articles a ON a.id = s.article
    WHERE s.basis IS NOT NULL
),
-- The count that stands right before a sum is what it is for: "gồm 20 suất trị giá 500.000 đồng/suất, 10 suất ...".
counted_next AS (
    SELECT t.article, t.nr, f.nr AS next_nr
    FROM (SELECT * FROM told WHERE basis = 'each') t
    ASOF JOIN (SELECT article, nr, "end" FROM claims WHERE NOT is_rate AND of IS NULL) f
        ON f.article = t.article AND f."end" <= t."start"
    JOIN articles a ON a.id = t.article
    WHERE t."start" - f."end" <= 40
        AND regexp_matches(lower(substr(a.text, f."end" + 1, t."start" - f."end")),
            '^ ?(tiền mặt|quà)? ?[(:,]? ?(trị giá|mức|loại|giá|mỗi (suất|phần|căn|nhà|ngôi|em|hộ|giải|con|chiếc|cái|người|túi))? ?(trị giá|là|được|gồm)? ?$')
),
eaches AS (
    SELECT t.* EXCLUDE (items), coalesce(n.next_nr, t.items) AS items
    FROM told t LEFT JOIN counted_next n ON n.article = t.article AND n.nr = t.nr
    WHERE t.basis = 'each' AND NOT says_rate_of_then(t.ahead)
),
pairs AS (
    SELECT t.article, t.nr, t.items AS total_items, e.items IS NOT DISTINCT FROM t.items AND t.items IS NOT NULL AS is_own, e.items, e.span AS each_span, e."start" AS each_start,
        e."end" AS each_end, t."start" AS total_start,
        c.span AS items_span, c.nr AS items_nr, c.value AS k, c.high AS k_high, c.bound AS k_bound,
        c.lowest AS k_lowest, c.highest AS k_highest, c.is_rate OR c.of IS NOT NULL
            -- "Tặng mỗi đại biểu 1 suất quà": one for each is not how many there are.
            OR c.value <= 1 AS is_odd_count,
        c.confidence AS k_confidence, e.amount, e.high, e.bound, e.lowest, e.highest, e.confidence,
        e.currency = t.currency AS same_currency,
        -- "500.000 đồng/em/tháng, trong 9 tháng": so many times.
        CASE WHEN regexp_matches(e.behind, '^ ?/[^ ,.;)]*?tháng(\PL|$)|^ (mỗi|một|hàng|hằng) tháng') OR regexp_matches(e.ahead, '(mỗi|hàng|hằng) tháng[^.;\d]*$')
            THEN list_transform([first_months(lower(substr(a.text, least(e."start", c."start") + 1, greatest(0, t."start" - least(e."start", c."start")))))],
                lambda w: CASE WHEN ends_with(w, 'năm') THEN 12 ELSE TRY_CAST(split_part(w, ' ', 1) AS INTEGER) END)[1] END AS months,
        regexp_matches(e.ahead, '(bình quân|trung bình)[^.;]*$') AS is_mean,
        regexp_matches(e.behind, '^ ?/[^ ,.;)]*?(tháng|năm|ngày|quý|tuần|vụ|lứa|buổi|kg|ha|m2|m²|sào|công)(\PL|$)|^ (mỗi|một|hàng) (tháng|năm|ngày|tuần|quý)')
            OR says_each_time(e.ahead) AS is_each_time,
        -- What the total itself is called the help for is all that there is of it.
        regexp_matches(e.ahead, '(hỗ trợ|định mức|mức|góp)[^.;\d]*$') AND NOT regexp_matches(t.ahead, 'hỗ trợ[^.;\d]*$') AS is_support
    FROM told t JOIN eaches e ON e.article = t.article AND e.sentence = t.sentence JOIN articles a ON a.id = t.article
    LEFT JOIN claims c ON c.article = e.article AND c.nr = e.items
    WHERE t.basis = 'total' AND (
        e.items = t.items
        OR e.run = t.run AND e."start" < t."start" AND coalesce(t.shared_by = c.value, true)
            AND regexp_matches(t.ahead, '(tổng|trị giá|thành tiền|số tiền|kinh phí|cộng)[^.;\d]*$'))
),
products AS (
    SELECT article, nr,
        count(DISTINCT items) AS kinds, count(*) AS eaches, bool_or(is_own) AS has_own, any_value(total_items) AS total_items, count(*) FILTER (items IS NULL OR k IS NULL) AS unknown,
        bool_or(is_mean) AS is_mean, bool_or(is_each_time AND months IS NULL) AS is_each_time, bool_or(is_support) AS is_support,
        bool_or(is_odd_count) OR NOT bool_and(same_currency) AS is_odd,
        least(min(confidence), min(k_confidence)) AS confidence,
        bool_and(bound = 'exact' AND high IS NULL AND k_bound = 'exact' AND k_high IS NULL) AS is_exact,
        sum(k * amount * coalesce(months, 1)) AS computed, sum(k_lowest * lowest * coalesce(months, 1)) AS lowest, sum(k_highest * highest * coalesce(months, 1)) AS highest,
        sum(k_lowest * lowest * coalesce(months, 1)) FILTER (is_own) AS own_lowest, sum(k_highest * highest * coalesce(months, 1)) FILTER (is_own) AS own_highest,
        string_agg(in_words(k, k_high, k_bound) || ' × ' || in_words(CAST(amount AS DOUBLE), CAST(high AS DOUBLE), bound) || coalesce(' × ' || months, ''),
            ' + ' ORDER BY each_start) AS arithmetic,
        list(items_span ORDER BY each_start) || list(each_span ORDER BY each_start) AS spans,
        list(DISTINCT items) AS items, sum(k) AS counted, max(amount) AS dearest,
        least(min(each_start), min(items_span."start")) AS "first", max(each_end) AS "last",
        any_value(total_start) AS total_start
    FROM pairs GROUP BY article, nr
),
-- Other things counted between them: the total may pay for these too.
more AS (
    SELECT p.article, p.nr, count(*) AS others
    FROM products p JOIN articles a ON a.id = p.article JOIN figures f ON f.article = p.article AND f."start" BETWEEN p."first" AND p.total_start
        -- What one of them holds is not paid beside it: "500.000 đồng, gồm 10 kg gạo và tiền mặt".
        AND NOT says_contents_up_to(substr(a.text, p."last" - 4, greatest(0, f."start" - p."last" + 5)))
        AND NOT list_contains(p.items, f.nr) AND f.value <> p.counted AND NOT contains(f.unit, '%')
        AND NOT says_receiver(f.measure)
    GROUP BY ALL
),
compared AS (
    SELECT p.*, t.span AS total_span, t.amount AS total, t.high AS total_high, t.bound AS total_bound,
        t.lowest AS total_low, t.highest AS total_top, t.confidence AS total_confidence, t.ahead, t.behind,
        substr(a.text, p."last" + 1, greatest(0, t."start" - p."last")) AS between_them, coalesce(m.others, 0) AS others,
        -- Half of the last digit printed, or half a percent.
        greatest(0.005 * t.amount, CASE
            WHEN regexp_matches(lower(t.text), '\d,\d+ ?(tỷ|tỉ)') THEN 5e8 * pow(10, -length(regexp_extract(t.text, ',(\d+)', 1)))
            WHEN regexp_matches(lower(t.text), '\d,\d+ ?(triệu|tr)') THEN 5e5 * pow(10, -length(regexp_extract(t.text, ',(\d+)', 1)))
            ELSE 0 END) AS slack
    FROM products p JOIN told t ON t.article = p.article AND t.nr = p.nr JOIN articles a ON a.id = p.article
    LEFT JOIN more m ON m.article = p.article AND m.nr = p.nr
    LEFT JOIN claims w ON w.article = p.article AND w.nr = p.total_items
    -- What belongs to something else is no comparison: "3 căn, mỗi căn 50 triệu; sửa 2 căn, tổng số tiền 35 triệu".
    WHERE p.has_own OR coalesce(w.value = p.counted, p.total_items IS NULL OR list_contains(p.items, p.total_items))
        AND (p.kinds > 1 OR regexp_matches(t.ahead, '(tổng|thành tiền|cộng)[^.;\d]*$'))
        AND (says_total_next(substr(a.text, p."last" + 1, greatest(0, t."start" - p."last")))
            OR NOT regexp_matches(substr(a.text, p."last" + 1, greatest(0, t."start" - p."last")), ';[^;]*\d|\.\s'))
),
judged AS (
    SELECT *,
        highest + slack < total_low OR lowest - slack > total_top AS misses,
        coalesce(own_highest + slack >= total_low AND own_lowest - slack <= total_top, false) AS own_fits
    FROM compared
),
reasoned AS (
    SELECT *, CASE
        WHEN unknown > 0 THEN 'other_items'
        -- Two sums for each of one thing: both may be added ("tiền và quà"), or one is the least and one the most.
        WHEN misses AND NOT own_fits AND eaches > kinds THEN 'other_items'
        WHEN is_odd THEN 'not_counts'
        WHEN least(confidence, total_confidence) < 0.6 THEN 'doubtful_reading'
        WHEN NOT misses OR own_fits THEN NULL
        WHEN is_each_time THEN 'rate'
        WHEN is_mean AND (abs(total - computed) <= 0.1 * total OR NOT regexp_matches(ahead, '(tổng|cộng|tất cả|toàn bộ)[^.;\d]*$')) THEN 'mean'
        WHEN highest < total_low AND (others > 0 OR says_taken_in(behind)
            OR is_support AND regexp_matches(ahead, '(kinh phí|giá trị)[^.;\d]*$') AND NOT says_from_fund(behind)
            OR says_and_more(regexp_replace(regexp_replace(lower(between_them), '^[ ,(]{0,2}(bao )?gồm [^.;:]*?(, tổng|$)', ' '), '(^|\PL)với (tổng|số tiền|trị giá|giá trị|kinh phí)', ' '))) THEN 'several_items'
        WHEN total % 1000000000 = 0 AND abs(total - computed) < 0.05 * total
            OR total % 10000000 = 0 AND abs(total - computed) < 0.01 * total THEN 'rounded'
        END AS reason
    FROM judged
),
-- A count, what each of them gets and what all of them get, whatever stands between: near each other in the text, one word that
-- says "each", and a product that is close to the total. What else the total may pay for, or another count, leaves it open.
-- "mỗi suất gồm 500.000 đồng tiền mặt và túi hàng trị giá 300.000 đồng": two sums that each of them gets are one.
paired AS (
    SELECT a AS one, b AS other FROM in_order a JOIN in_order b ON b.article = a.article AND b.nth = a.nth + 1
    WHERE a.is_money AND b.is_money AND a.bound = 'exact' AND b.bound = 'exact' AND a.high IS NULL AND b.high IS NULL AND a.dimension = b.dimension
        AND says_each(clause_over(a.led_by)) AND says_also_for_each(b.ahead) AND a.stops = b.stops
),
sums_for_each AS (
    SELECT * FROM in_order ANTI JOIN (SELECT one.article AS article, unnest([one.nth, other.nth]) AS nth FROM paired) USING (article, nth)
    UNION ALL BY NAME
    SELECT one.* REPLACE (one.value + other.value AS value, least(one.confidence, other.confidence) AS confidence, other."end" AS "end", 'each' AS basis) FROM paired
),
given_each AS (
    SELECT e
    FROM sums_for_each e JOIN articles a ON a.id = e.article
    WHERE e.is_money AND e.bound IN ('exact', 'about') AND e.high IS NULL AND e.dimension = 'VND'
        AND (e.basis = 'each' OR says_each(clause_over(e.led_by))
            OR regexp_matches(lower(substr(a.text, e."end" + 1, 22)), '^ ?(/|(cho )?(mỗi|một) )'))
        AND NOT regexp_matches(lower(substr(a.text, e."end" + 1, 22)), '^ ?(/|(cho )?(mỗi|một|hàng|hằng)) ?[^,.;)]{0,12}(tháng|năm|ngày|quý|tuần|vụ|lứa|buổi|kg|ha|m2|sào)')
        AND NOT regexp_matches(clause_over(e.led_by), '(mỗi|hàng|hằng|từng) (tháng|năm|ngày|quý|tuần|vụ|lứa|buổi)[^0-9]{0,30}$|(tối đa|tối thiểu|thu nhập|lợi nhuận|lãi|từ)[^0-9]{0,25}$')
        AND NOT says_rate_of_then(clause_ahead(e.ahead))
),
threes AS (
    SELECT g.e AS one, t AS total, k, k.value * g.e.value AS product,
        regexp_matches(clause_over(g.e.led_by), '(bình quân|trung bình)[^0-9]{0,30}$') AS is_mean,
        -- By the money's own link, or by the words: "450.000 đồng/suất" is of the "suất".
        coalesce(g.e.items = k.nr, false) AS is_linked
    FROM given_each g
    JOIN in_order t ON t.article = g.e.article AND t.is_money AND t.nth BETWEEN g.e.nth - 3 AND g.e.nth + 4 AND abs(t.stops - g.e.stops) <= 2
        AND t.breaks = g.e.breaks AND t.dimension = 'VND' AND t.value >= 2 * g.e.value AND t.high IS NULL AND t.bound <> 'less_than' AND t.bound <> 'at_most'
    JOIN in_order k ON k.article = t.article AND NOT k.is_money AND k.breaks = t.breaks AND k.nth BETWEEN least(t.nth, g.e.nth) - 3 AND greatest(t.nth, g.e.nth) + 2
        AND (abs(k.stops - g.e.stops) <= 1 OR abs(k.stops - t.stops) <= 1) AND k.dimension = '' AND NOT k.is_rate AND k.of IS NULL AND k.change_direction IS NULL
        AND k.high IS NULL AND k.value >= 2 AND k.bound IN ('exact', 'about')
    WHERE (coalesce(t.basis, 'total') = 'total' OR regexp_matches(clause_ahead(t.ahead), '(tổng|hết|tất cả|toàn bộ|cộng|kinh phí)[^0-9]{0,25}$'))
        AND NOT regexp_matches(t.behind, '^ ?(/|(cho )?(mỗi|một) )')
),
grouped AS (
    SELECT one.article AS article, any_value(total) AS total, count(DISTINCT one.value) AS ones,
        count(DISTINCT k.value) FILTER (abs(product - total.value) <= 0.34 * total.value) AS counts,
        bool_or(abs(product - total.value) <= greatest(0.006 * total.value, total.slack + k.value * one.slack)
            + CASE WHEN is_mean OR one.bound = 'about' OR k.bound = 'about' OR total.bound = 'about' THEN 0.1 * total.value ELSE 0 END
            OR total.bound IN ('more_than', 'at_least') AND product BETWEEN total.value AND 1.15 * total.value) AS fits,
        arg_min(one, abs(product - total.value)) AS one, arg_min(k, abs(product - total.value)) AS k,
        max(k.value) FILTER (is_linked) AS linked_value, min(abs(product - total.value)) AS off, bool_or(is_mean) AS is_mean
    FROM threes GROUP BY one.article, total.nth
),
-- The same of counts alone: "18 buổi, mỗi buổi có 70 người, tổng cộng 1.620 lượt người", the three in a row and nothing among them.
of_each AS (
    SELECT e, first_for_each(clause_ahead(e.ahead)) AS thing FROM in_order e
    WHERE NOT e.is_money AND e.bound = 'exact' AND e.high IS NULL AND NOT e.is_rate AND e.of IS NULL AND e.change_direction IS NULL AND (e.value >= 2 OR e.dimension <> '')
        AND contains(e.ahead, 'mỗi ') AND NOT says_open_each(clause_ahead(e.ahead))
),
counted_threes AS (
    SELECT o.e AS one, k, t AS total, least(o.e.confidence, k.confidence, t.confidence) AS confidence
    FROM (SELECT *, e.article AS article, unnest([-1, 1]) AS side FROM of_each WHERE thing <> '') o
    JOIN in_order k ON k.article = o.article AND k.nth = o.e.nth + o.side
    JOIN in_order t ON t.article = o.article AND t.nth = o.e.nth + CASE o.side WHEN 1 THEN 2 ELSE 1 END
    WHERE starts_with(o.thing || ' ', split_part(k.unit, ' ', 1) || ' ') AND k.bound = 'exact' AND k.high IS NULL AND k.of IS NULL AND k.change_direction IS NULL
        AND t.bound = 'exact' AND t.high IS NULL AND t.of IS NULL AND t.change_direction IS NULL AND NOT t.is_money AND k.value >= 2
        AND t.stops - least(k.stops, o.e.stops) <= 1 AND t.breaks = k.breaks
        AND (alike(o.e, t) OR says_people(o.e.unit) AND says_people(ltrim(without_turns(t.unit)))) AND NOT says_open_each(o.e.behind)
        AND says_in_all(own_words(t.ahead)) AND NOT says_added_elsewhere(own_words(t.ahead)) AND t.value > greatest(k.value, o.e.value)
),
counted AS (
    SELECT *, CASE
        WHEN closes THEN NULL
        WHEN confidence < 0.6 THEN 'doubtful_reading'
        WHEN abs(k.value * one.value - total.value) > 0.34 * total.value OR k.value * one.value < total.value
            AND (says_something_else(one.behind) OR says_something_else(k.behind) OR says_left_open(total.behind)) THEN 'other_items'
        WHEN total.value % 100 = 0 AND abs(k.value * one.value - total.value) <= 0.05 * total.value THEN 'rounded'
        END AS reason
    FROM (SELECT *, k.value * one.value AS product, abs(k.value * one.value - total.value) <= k.value * one.slack + total.slack + 1e-6 AS closes FROM counted_threes)
    QUALIFY row_number() OVER (PARTITION BY one.article, total.nth ORDER BY abs(k.value * one.value - total.value)) = 1
),
-- "10 suất 2 triệu đồng, 20 suất 1 triệu đồng. Cộng cả 30 suất là 40 triệu đồng": counts with a sum right behind each, all of them counted again, and one total.
tiers AS (
    SELECT k, m, k.nth - 2 * row_number() OVER (PARTITION BY k.article ORDER BY k.nth) AS run
    FROM in_order k JOIN in_order m ON m.article = k.article AND m.nth = k.nth + 1
    WHERE NOT k.is_money AND m.is_money AND k.dimension = '' AND NOT k.is_rate AND k.of IS NULL AND k.value >= 2 AND k.bound = 'exact' AND m.bound = 'exact'
        AND k.high IS NULL AND m.high IS NULL AND regexp_matches(m.ahead, '^ ?(loại|mức|trị giá|giá|x|×)? ?$')
),
tiered AS (
    SELECT any_value(k.article) AS article, max(m.nth) AS nth, max(m.stops) AS stops, count(*) AS kinds, sum(k.value) AS counted, sum(k.value * m.value) AS computed, sum(m.value) AS added,
        max(m.value) AS dearest, least(min(k.confidence), min(m.confidence)) AS confidence, count(DISTINCT k.unit) AS units,
        string_agg(in_words(k.value, NULL, k.bound) || ' × ' || in_words(m.value, NULL, m.bound), ' + ' ORDER BY k.nth) AS arithmetic,
        list(k.span ORDER BY k.nth) || list(m.span ORDER BY k.nth) AS spans
    FROM tiers GROUP BY k.article, run HAVING count(*) >= 2 AND units = 1
),
tier_totals AS (
    SELECT r.*, t, abs(r.computed - t.value) <= t.slack + 0.005 * t.value AS closes, least(r.confidence, t.confidence) < 0.6 AS is_doubtful
    FROM tiered r JOIN in_order c ON c.article = r.article AND c.nth = r.nth + 1 AND NOT c.is_money AND c.value = r.counted
    JOIN in_order t ON t.article = r.article AND t.nth = r.nth + 2 AND t.is_money AND t.stops - r.stops <= 1
    WHERE t.bound = 'exact' AND t.high IS NULL AND t.value > r.dearest AND abs(r.added - t.value) > 0.005 * t.value AND abs(r.computed - t.value) <= 0.34 * t.value
),
-- The lead tells the total of some thing, paragraphs later so many get one for so much each, alone in the article: together they
-- cannot cost more.
led AS (
    SELECT t, e, k, k.value * e.value AS product, least(t.confidence, e.confidence, k.confidence) AS confidence
    FROM in_order t JOIN in_order e ON e.article = t.article AND e.nth > t.nth AND e.breaks > t.breaks AND e.is_money AND e.basis = 'each'
    JOIN in_order k ON k.article = e.article AND NOT k.is_money AND k.nr = e.items
    WHERE t.is_money AND t.bound = 'exact' AND e.bound = 'exact' AND k.bound = 'exact' AND t.high IS NULL AND e.high IS NULL AND k.high IS NULL AND k.of IS NULL
        AND k.breaks = e.breaks AND k.nth < e.nth AND k.value >= 2 AND t.dimension = e.dimension AND says_total_told(clause_ahead(t.ahead)) AND says_each(clause_over(e.led_by))
        AND NOT regexp_matches(e.behind, '^ ?(/|(cho )?(mỗi|một|hàng|hằng)) ?[^,.;)]{0,12}(tháng|năm|ngày|quý|tuần|vụ|lứa|buổi|kg|ha|m2|sào)')
        AND (SELECT count(*) FROM in_order o WHERE o.article = t.article AND o.is_money AND o.basis = 'each') = 1
        -- What is given is what the total is of.
        AND EXISTS (SELECT 1 FROM in_order f WHERE f.article = t.article AND NOT f.is_money AND f.nth BETWEEN k.nth AND e.nth - 1 AND f.dimension = ''
            AND NOT says_households(f.unit) AND NOT says_people(f.unit) AND NOT says_units(f.unit) AND contains(' ' || clause_ahead(t.ahead), ' ' || lower(f.measure) || ' '))
),
-- The total pays for as many again of the same, told elsewhere: "hôm đầu trao 120 suất ... trao 90 suất nữa, mỗi suất ...; tổng kinh phí cả đợt ...".
with_more AS (
    SELECT DISTINCT r.article, r.total_span."start" AS at
    FROM reasoned r JOIN figures own ON own.article = r.article AND list_contains(r.items, own.nr)
    JOIN figures f ON f.article = r.article AND f.measure = own.measure AND f.nr <> own.nr
    WHERE r.kinds = 1 AND r.misses AND abs((f.value + r.counted) * r.dearest - r.total) <= r.slack
),
-- A total that another count near it gives, or that one of them alone would cost, belongs to something else.
settled AS (
    SELECT r.* REPLACE (CASE WHEN r.reason IS NULL AND r.misses AND NOT r.own_fits
        AND (r.total < r.dearest OR g.article IS NOT NULL OR w.article IS NOT NULL) THEN 'other_items' ELSE r.reason END AS reason)
    FROM reasoned r LEFT JOIN (SELECT DISTINCT article, total."start" AS at FROM grouped WHERE fits) g
        ON g.article = r.article AND g.at = r.total_span."start"
    LEFT JOIN with_more w ON w.article = r.article AND w.at = r.total_span."start"
),
three_judged AS (
    SELECT g.*, least(one.confidence, k.confidence, total.confidence) AS confidence,
        -- Without what stands between two sums that each of them gets.
        replace(lower(substr(a.text, least(one."start", k."start", total."start") + 1, greatest(one."end", k."end", total."end") - least(one."start", k."start", total."start"))),
            lower(substr(a.text, one."start" + 1, one."end" - one."start")), ' đồng') AS stretch,
        regexp_matches(clause_over(total.led_by), '(tổng|toàn bộ|tất cả|cộng|trị giá|giá trị|số tiền|kinh phí|chi phí|khoản|tức|tương đương|tương ứng|hết|tốn|chi|trao|tài trợ|hỗ trợ|thành tiền|quy ra|cả |là)[^0-9]{0,60}$|(tổng|toàn bộ|tức|cả )[^;.\n]{0,60}$') OR says_divided_into(total.behind)
            OR is_made OR regexp_matches(total.ahead, '^[^|\n]*\| $') AND regexp_matches(one.ahead, '^[^|\n]*\| (mỗi [^|0-9]*)?$')
                AND regexp_matches(total.behind, '^ ?\|?\s*(\n|$)') AND says_total_column(right(left(a.text, total."start"), 2000)) AS is_total
    FROM (SELECT *, total.nth = one.nth + 1 AND says_makes_in_all(total.ahead) AS is_made FROM grouped) g JOIN articles a ON a.id = g.article
),
-- Other things counted, or other sums, from the first to the last of the three.
three_others AS (
    SELECT g.article, g.total.nth AS nth, count(*) FILTER (f.nth <= greatest(g.one.nth, g.k.nth, g.total.nth) AND NOT f.is_money AND NOT says_contents_up_to(f.led_by) AND f.value <> g.k.value AND f.dimension <> '%' AND NOT says_people(f.unit) AND NOT says_households(f.unit) AND NOT says_units(f.unit)) AS things,
        count(*) FILTER (f.is_money AND f.nth BETWEEN least(g.one.nth, g.k.nth, g.total.nth) AND greatest(g.one.nth, g.k.nth, g.total.nth)) AS sums,
        -- The count beside the total is another one.
        bool_or(NOT f.is_money AND f.stops = g.total.stops AND abs(f.nth - g.total.nth) = 1 AND f.dimension = '' AND f.value <> g.k.value
            AND (f.nth > g.total.nth OR regexp_matches(f.behind, '^[^.;]{0,40}$')) AND NOT says_units(f.unit) OR NOT f.is_money
            AND f.stops = g.total.stops AND abs(f.nth - g.total.nth) = 1 AND f.dimension = '' AND says_households(f.unit) AND f.value <> g.k.value
            -- For whom what came together is spent is no other count.
            AND NOT (f.nth > g.total.nth AND g.total.nth = g.one.nth + 1 AND says_makes_in_all(g.total.ahead))) AS is_other
    FROM grouped g JOIN sums_for_each f ON f.article = g.article AND f.nth BETWEEN least(g.one.nth, g.k.nth, g.total.nth) AND greatest(g.one.nth, g.k.nth, g.total.nth + 1)
        AND f.nth NOT IN (g.one.nth, g.k.nth, g.total.nth) AND NOT f.span.text ILIKE '%năm%'
    GROUP BY ALL
),
three_reasoned AS (
    SELECT j.*, CASE
        WHEN fits THEN NULL
        WHEN confidence < 0.6 THEN 'doubtful_reading'
        WHEN off > 0.34 * total.value OR ones > 1 OR counts > 1 OR NOT is_total OR coalesce(o.is_other, false) OR coalesce(linked_value <> k.value, false) THEN 'other_items'
        WHEN is_mean AND off <= 0.1 * total.value THEN 'mean'
        WHEN coalesce(o.sums, 0) > 0 OR k.value * one.value < total.value AND (coalesce(o.things, 0) > 0
            OR says_something_else(regexp_replace(without_contents(stretch), '(^|[^\p{L}])(với|và) (mức|tổng|số tiền|trị giá|giá|kinh phí)', ' ', 'g')))
            OR says_paid_in_part(stretch) OR k.value * one.value < total.value AND (says_taken_in(total.behind)
            -- What each is helped with need not be what it costs.
            OR says_helped_with(clause_over(one.led_by)) AND says_cost(clause_over(total.led_by)) AND NOT says_from_fund(total.behind) AND NOT says_helped_with(clause_over(total.led_by))) THEN 'several_items'
        WHEN total.bound <> 'exact' THEN 'rounded'
        WHEN total.value % 1000000000 = 0 AND off < 0.05 * total.value OR total.value % 10000000 = 0 AND off < 0.01 * total.value THEN 'rounded'
        END AS reason
    FROM three_judged j LEFT JOIN three_others o ON o.article = j.article AND o.nth = j.total.nth
)
SELECT
    CASE WHEN reason IS NOT NULL THEN 'unclear' WHEN misses AND NOT own_fits THEN 'differs' ELSE 'agrees' END AS outcome,
    reason,
    CASE WHEN NOT is_exact OR total_bound <> 'exact' OR highest < total_low THEN 'warning' END AS severity,
    concat_ws('|', article, total_span."start") AS key,
    list_prepend(total_span, list_filter(list_distinct(spans), lambda s: s IS NOT NULL)) AS spans,
    in_words(CAST(total AS DOUBLE), CAST(total_high AS DOUBLE), total_bound) AS stated,
    in_words(computed, NULL, 'exact') AS computed,
    arithmetic || ' = ' || in_words(computed, NULL, 'exact') AS arithmetic,
    total_span.text AS total_text
FROM settled
UNION ALL
SELECT CASE WHEN fits THEN 'agrees' WHEN reason IS NOT NULL THEN 'unclear' ELSE 'differs' END, CASE WHEN NOT fits THEN reason END,
    'warning', concat_ws('|', article, total."start"),
    [total.span, k.span, one.span],
    in_words(total.value, NULL, total.bound), in_words(k.value * one.value, NULL, 'exact'),
    in_words(k.value, NULL, k.bound) || ' × ' || in_words(one.value, NULL, one.bound) || ' = ' || in_words(k.value * one.value, NULL, 'exact'),
    total.span.text
FROM three_reasoned
WHERE (NOT fits AND reason IS NULL OR concat_ws('|', article, total."start") NOT IN (SELECT concat_ws('|', article, total_span."start") FROM settled))
    AND concat_ws('|', article, total."start") NOT IN (
    SELECT concat_ws('|', article, total_span."start") FROM settled WHERE reason IS NULL OR reason NOT IN ('other_items', 'not_counts', 'mean')
)
UNION ALL
SELECT CASE WHEN closes THEN 'agrees' WHEN reason IS NOT NULL THEN 'unclear' ELSE 'differs' END, reason,
    'warning', concat_ws('|', one.article, total."start", 'counted'),
    [total.span, k.span, one.span],
    in_words(total.value, NULL, total.bound), in_words(product, NULL, 'exact'),
    in_words(k.value, NULL, k.bound) || ' × ' || in_words(one.value, NULL, one.bound) || ' = ' || in_words(product, NULL, 'exact'),
    total.span.text
FROM counted
UNION ALL
SELECT CASE WHEN closes THEN 'agrees' WHEN is_doubtful THEN 'unclear' ELSE 'differs' END, CASE WHEN NOT closes AND is_doubtful THEN 'doubtful_reading' END,
    'warning', concat_ws('|', article, t."start", 'tiers'), list_prepend(t.span, spans),
    in_words(t.value, NULL, t.bound), in_words(computed, NULL, 'exact'), arithmetic || ' = ' || in_words(computed, NULL, 'exact'), t.span.text
FROM tier_totals WHERE concat_ws('|', article, t."start") NOT IN (SELECT concat_ws('|', article, total_span."start") FROM settled WHERE reason IS NULL)
UNION ALL
SELECT CASE WHEN abs(product - t.value) <= t.slack + 0.005 * t.value THEN 'agrees' WHEN confidence < 0.6 OR product < t.value OR product > 1.34 * t.value THEN 'unclear' ELSE 'differs' END,
    CASE WHEN abs(product - t.value) <= t.slack + 0.005 * t.value THEN NULL WHEN confidence < 0.6 THEN 'doubtful_reading' WHEN product < t.value OR product > 1.34 * t.value THEN 'other_items' END,
    'warning', concat_ws('|', t.article, t."start", 'led'), [t.span, k.span, e.span],
    in_words(t.value, NULL, t.bound), in_words(product, NULL, 'exact'),
    in_words(k.value, NULL, k.bound) || ' × ' || in_words(e.value, NULL, e.bound) || ' = ' || in_words(product, NULL, 'exact'), t.span.text
FROM led
