/*
severity = "note"

[title]
en = "An amount for each that stands far from the usual"
vi = "Mức cho mỗi đơn vị khác xa mức thường thấy"

[message]
en = "{arithmetic} for each ({unit}); {usual_en}"
vi = "{arithmetic} cho mỗi đơn vị ({unit}); {usual_vi}"

[settle]
en = "what the sum includes, or a digit too many or too few"
vi = "khoản tiền gồm những gì, hoặc thừa thiếu một chữ số"

[[case]]
says = "a gift a hundred times the usual"
expect = ["agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "differs"]
figures = [
  { article = "g0", value = 10, measure = "phần quà", unit = "phần quà" },
  { article = "g1", value = 11, measure = "phần quà", unit = "phần quà" },
  { article = "g2", value = 12, measure = "phần quà", unit = "phần quà" },
  { article = "g3", value = 13, measure = "phần quà", unit = "phần quà" },
  { article = "g4", value = 14, measure = "phần quà", unit = "phần quà" },
  { article = "g5", value = 15, measure = "phần quà", unit = "phần quà" },
  { article = "g6", value = 16, measure = "phần quà", unit = "phần quà" },
  { article = "g7", value = 17, measure = "phần quà", unit = "phần quà" },
  { article = "g8", value = 18, measure = "phần quà", unit = "phần quà" },
  { article = "g9", value = 19, measure = "phần quà", unit = "phần quà" },
  { article = "g10", value = 20, measure = "phần quà", unit = "phần quà" },
  { article = "g11", value = 21, measure = "phần quà", unit = "phần quà" },
  { article = "g12", value = 22, measure = "phần quà", unit = "phần quà" },
  { article = "g13", value = 23, measure = "phần quà", unit = "phần quà" },
  { article = "g14", value = 24, measure = "phần quà", unit = "phần quà" },
  { article = "g15", value = 25, measure = "phần quà", unit = "phần quà" },
  { article = "g16", value = 26, measure = "phần quà", unit = "phần quà" },
  { article = "g17", value = 27, measure = "phần quà", unit = "phần quà" },
  { article = "g18", value = 28, measure = "phần quà", unit = "phần quà" },
  { article = "g19", value = 29, measure = "phần quà", unit = "phần quà" },
  { article = "x", value = 40, measure = "phần quà", unit = "phần quà" },
]
money = [
  { article = "g0", amount = 200000, basis = "each", items = 0 },
  { article = "g1", amount = 250000, basis = "each", items = 0 },
  { article = "g2", amount = 300000, basis = "each", items = 0 },
  { article = "g3", amount = 300000, basis = "each", items = 0 },
  { article = "g4", amount = 300000, basis = "each", items = 0 },
  { article = "g5", amount = 350000, basis = "each", items = 0 },
  { article = "g6", amount = 400000, basis = "each", items = 0 },
  { article = "g7", amount = 400000, basis = "each", items = 0 },
  { article = "g8", amount = 500000, basis = "each", items = 0 },
  { article = "g9", amount = 500000, basis = "each", items = 0 },
  { article = "g10", amount = 300000, basis = "each", items = 0 },
  { article = "g11", amount = 300000, basis = "each", items = 0 },
  { article = "g12", amount = 250000, basis = "each", items = 0 },
  { article = "g13", amount = 300000, basis = "each", items = 0 },
  { article = "g14", amount = 400000, basis = "each", items = 0 },
  { article = "g15", amount = 500000, basis = "each", items = 0 },
  { article = "g16", amount = 300000, basis = "each", items = 0 },
  { article = "g17", amount = 200000, basis = "each", items = 0 },
  { article = "g18", amount = 300000, basis = "each", items = 0 },
  { article = "g19", amount = 400000, basis = "each", items = 0 },
  { article = "x", amount = 30000000, basis = "each", items = 0 },
]

[[case]]
says = "a total that makes very small gifts"
expect = ["agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "differs"]
figures = [
  { article = "g0", value = 10, measure = "phần quà", unit = "phần quà" },
  { article = "g1", value = 11, measure = "phần quà", unit = "phần quà" },
  { article = "g2", value = 12, measure = "phần quà", unit = "phần quà" },
  { article = "g3", value = 13, measure = "phần quà", unit = "phần quà" },
  { article = "g4", value = 14, measure = "phần quà", unit = "phần quà" },
  { article = "g5", value = 15, measure = "phần quà", unit = "phần quà" },
  { article = "g6", value = 16, measure = "phần quà", unit = "phần quà" },
  { article = "g7", value = 17, measure = "phần quà", unit = "phần quà" },
  { article = "g8", value = 18, measure = "phần quà", unit = "phần quà" },
  { article = "g9", value = 19, measure = "phần quà", unit = "phần quà" },
  { article = "g10", value = 20, measure = "phần quà", unit = "phần quà" },
  { article = "g11", value = 21, measure = "phần quà", unit = "phần quà" },
  { article = "g12", value = 22, measure = "phần quà", unit = "phần quà" },
  { article = "g13", value = 23, measure = "phần quà", unit = "phần quà" },
  { article = "g14", value = 24, measure = "phần quà", unit = "phần quà" },
  { article = "g15", value = 25, measure = "phần quà", unit = "phần quà" },
  { article = "g16", value = 26, measure = "phần quà", unit = "phần quà" },
  { article = "g17", value = 27, measure = "phần quà", unit = "phần quà" },
  { article = "g18", value = 28, measure = "phần quà", unit = "phần quà" },
  { article = "g19", value = 29, measure = "phần quà", unit = "phần quà" },
  { article = "x", value = 400, measure = "phần quà", unit = "phần quà" },
]
money = [
  { article = "g0", amount = 200000, basis = "each", items = 0 },
  { article = "g1", amount = 250000, basis = "each", items = 0 },
  { article = "g2", amount = 300000, basis = "each", items = 0 },
  { article = "g3", amount = 300000, basis = "each", items = 0 },
  { article = "g4", amount = 300000, basis = "each", items = 0 },
  { article = "g5", amount = 350000, basis = "each", items = 0 },
  { article = "g6", amount = 400000, basis = "each", items = 0 },
  { article = "g7", amount = 400000, basis = "each", items = 0 },
  { article = "g8", amount = 500000, basis = "each", items = 0 },
  { article = "g9", amount = 500000, basis = "each", items = 0 },
  { article = "g10", amount = 300000, basis = "each", items = 0 },
  { article = "g11", amount = 300000, basis = "each", items = 0 },
  { article = "g12", amount = 250000, basis = "each", items = 0 },
  { article = "g13", amount = 300000, basis = "each", items = 0 },
  { article = "g14", amount = 400000, basis = "each", items = 0 },
  { article = "g15", amount = 500000, basis = "each", items = 0 },
  { article = "g16", amount = 300000, basis = "each", items = 0 },
  { article = "g17", amount = 200000, basis = "each", items = 0 },
  { article = "g18", amount = 300000, basis = "each", items = 0 },
  { article = "g19", amount = 400000, basis = "each", items = 0 },
  { article = "x", amount = 1200000, basis = "total", items = 0 },
]

[[case]]
says = "a dear gift within reason"
expect = ["agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees"]
figures = [
  { article = "g0", value = 10, measure = "phần quà", unit = "phần quà" },
  { article = "g1", value = 11, measure = "phần quà", unit = "phần quà" },
  { article = "g2", value = 12, measure = "phần quà", unit = "phần quà" },
  { article = "g3", value = 13, measure = "phần quà", unit = "phần quà" },
  { article = "g4", value = 14, measure = "phần quà", unit = "phần quà" },
  { article = "g5", value = 15, measure = "phần quà", unit = "phần quà" },
  { article = "g6", value = 16, measure = "phần quà", unit = "phần quà" },
  { article = "g7", value = 17, measure = "phần quà", unit = "phần quà" },
  { article = "g8", value = 18, measure = "phần quà", unit = "phần quà" },
  { article = "g9", value = 19, measure = "phần quà", unit = "phần quà" },
  { article = "g10", value = 20, measure = "phần quà", unit = "phần quà" },
  { article = "g11", value = 21, measure = "phần quà", unit = "phần quà" },
  { article = "g12", value = 22, measure = "phần quà", unit = "phần quà" },
  { article = "g13", value = 23, measure = "phần quà", unit = "phần quà" },
  { article = "g14", value = 24, measure = "phần quà", unit = "phần quà" },
  { article = "g15", value = 25, measure = "phần quà", unit = "phần quà" },
  { article = "g16", value = 26, measure = "phần quà", unit = "phần quà" },
  { article = "g17", value = 27, measure = "phần quà", unit = "phần quà" },
  { article = "g18", value = 28, measure = "phần quà", unit = "phần quà" },
  { article = "g19", value = 29, measure = "phần quà", unit = "phần quà" },
  { article = "x", value = 40, measure = "phần quà", unit = "phần quà" },
]
money = [
  { article = "g0", amount = 200000, basis = "each", items = 0 },
  { article = "g1", amount = 250000, basis = "each", items = 0 },
  { article = "g2", amount = 300000, basis = "each", items = 0 },
  { article = "g3", amount = 300000, basis = "each", items = 0 },
  { article = "g4", amount = 300000, basis = "each", items = 0 },
  { article = "g5", amount = 350000, basis = "each", items = 0 },
  { article = "g6", amount = 400000, basis = "each", items = 0 },
  { article = "g7", amount = 400000, basis = "each", items = 0 },
  { article = "g8", amount = 500000, basis = "each", items = 0 },
  { article = "g9", amount = 500000, basis = "each", items = 0 },
  { article = "g10", amount = 300000, basis = "each", items = 0 },
  { article = "g11", amount = 300000, basis = "each", items = 0 },
  { article = "g12", amount = 250000, basis = "each", items = 0 },
  { article = "g13", amount = 300000, basis = "each", items = 0 },
  { article = "g14", amount = 400000, basis = "each", items = 0 },
  { article = "g15", amount = 500000, basis = "each", items = 0 },
  { article = "g16", amount = 300000, basis = "each", items = 0 },
  { article = "g17", amount = 200000, basis = "each", items = 0 },
  { article = "g18", amount = 300000, basis = "each", items = 0 },
  { article = "g19", amount = 400000, basis = "each", items = 0 },
  { article = "x", amount = 1000000, basis = "each", items = 0 },
]

[[case]]
says = "models and roads have no usual price"
expect = []
figures = [{ value = 5 }]
money = [{ amount = 20000000, basis = "each", items = 0 }]

[[case]]
says = "money in another currency, or in no relation to what is counted"
expect = []
figures = [{ value = 40, measure = "phần quà" }]
money = [{ amount = 2000, currency = "USD", basis = "total", items = 0 }, { amount = 5000000, basis = "total" }]

[[case]]
says = "too few articles to know what is usual"
expect = ["unclear", "unclear"]
figures = [{ article = "a", value = 40, measure = "phần quà" }, { article = "b", value = 30, measure = "phần quà" }]
money = [
  { article = "a", amount = 300000, basis = "each", items = 0 }, { article = "b", amount = 3000000, basis = "each", items = 0 },
]

[[case]]
says = "two kinds of gifts in one article, one a hundred times the other"
expect = ["differs", "unclear"]
figures = [{ value = 15, measure = "phần quà" }, { value = 120, measure = "phần quà" }]
money = [{ amount = 30000000, basis = "each", items = 0 }, { amount = 300000, basis = "each", items = 1 }]

[[case]]
says = "a total that makes each gift a hundred times the one beside it"
expect = ["differs", "unclear"]
articles = [{ id = "a", text = "Đoàn trao 160 suất quà gồm gạo, nước mắm cho hộ nghèo, tổng trị giá 4,8 tỷ đồng. Câu lạc bộ tặng 70 suất quà, mỗi suất 300.000 đồng." }]
figures = [{ value = 160, measure = "phần quà", text = "160 suất quà" }, { value = 70, measure = "phần quà", text = "70 suất quà" }]
money = [
  { amount = 4800000000, basis = "total", items = 0, text = "4,8 tỷ đồng" }, { amount = 300000, basis = "each", items = 1, text = "300.000 đồng" },
]

[[case]]
says = "the total pays for more than the gifts"
expect = ["unclear", "unclear"]
articles = [{ id = "a", text = "Đoàn trao 160 suất quà và xây cầu, tổng trị giá 4,8 tỷ đồng. Câu lạc bộ tặng 70 suất quà, mỗi suất 300.000 đồng." }]
figures = [{ value = 160, measure = "phần quà", text = "160 suất quà" }, { value = 70, measure = "phần quà", text = "70 suất quà" }]
money = [
  { amount = 4800000000, basis = "total", items = 0, text = "4,8 tỷ đồng" }, { amount = 300000, basis = "each", items = 1, text = "300.000 đồng" },
]

[[case]]
says = "twelve hectares of garden from each of eight households"
expect = ["differs", "unclear"]
articles = [{ id = "a", text = "Tại xã Thuận, 3 hộ hiến 640 m2 đất. Riêng xã Lìa, 8 hộ hiến 960.000 m2 đất vườn cho điểm trường." }]
figures = [
  { value = 3, measure = "hộ", unit = "hộ", text = "3 hộ", sentence = "Tại xã Thuận, 3 hộ hiến 640 m2 đất." },
  { value = 640, measure = "đất", unit = "m2 đất", text = "640 m2 đất", sentence = "Tại xã Thuận, 3 hộ hiến 640 m2 đất." },
  { value = 8, measure = "hộ", unit = "hộ", text = "8 hộ", sentence = "Riêng xã Lìa, 8 hộ hiến 960.000 m2 đất vườn cho điểm trường." },
  { value = 960000, measure = "đất", unit = "m2 đất", text = "960.000 m2 đất", sentence = "Riêng xã Lìa, 8 hộ hiến 960.000 m2 đất vườn cho điểm trường." },
]

[[case]]
says = "one farm gives a hectare"
expect = ["unclear", "unclear"]
articles = [{ id = "a", text = "Tại xã Thuận, 3 hộ hiến 640 m2 đất. Hộ ông Lê Văn Nam hiến 1 ha đất đồi." }]
figures = [
  { value = 3, measure = "hộ", unit = "hộ", text = "3 hộ", sentence = "Tại xã Thuận, 3 hộ hiến 640 m2 đất." },
  { value = 640, measure = "đất", unit = "m2 đất", text = "640 m2 đất", sentence = "Tại xã Thuận, 3 hộ hiến 640 m2 đất." },
  { value = 1, measure = "đất", unit = "ha đất", text = "1 ha đất", sentence = "Hộ ông Lê Văn Nam hiến 1 ha đất đồi." },
]

[[case]]
says = "one household in four gives a thousand times what the others give"
expect = ["differs", "unclear", "unclear"]
articles = [{ id = "a", text = "Hộ ông Tiệng hiến 850.000 m2 đất; hộ ông Inh hiến 1.200 m2, hộ bà Piếng hiến 900 m2." }]
figures = [
  { value = 850000, measure = "đất", unit = "m2 đất", text = "850.000 m2 đất" }, { value = 1200, measure = "đất", unit = "m2", text = "1.200 m2" },
  { value = 900, measure = "đất", unit = "m2", text = "900 m2" },
]

[[case]]
says = "a billion and a half from each household for a footbridge"
expect = ["differs"]
articles = [{ id = "a", text = "52 hộ dân trong ấp góp 78 tỷ đồng bắc cầu." }]
figures = [{ value = 52, measure = "hộ", unit = "hộ dân", text = "52 hộ dân", sentence = "s" }]
money = [{ amount = 78000000000, basis = "total", text = "78 tỷ đồng", sentence = "s" }]

[[case]]
says = "a cow for a billion and a half, one for a usual sum, and a scholarship of 500 dong"
expect = ["differs", "differs", "unclear"]
figures = [
  { value = 85, measure = "bò", unit = "con bò giống" }, { value = 12, measure = "bò", unit = "con bò" },
  { value = 120, measure = "suất học bổng", unit = "suất học bổng" },
]
money = [
  { amount = 1500000000, basis = "each", items = 0 }, { amount = 15000000000, basis = "total", items = 1, text = "15 tỷ đồng" },
  { amount = 500, basis = "each", items = 2 },
]

[[case]]
says = "one house of a person, a house of culture, a parcel of cakes"
expect = ["differs", "differs"]
articles = [{ id = "a", text = "Căn nhà rộng 48 m2 trị giá 7 tỷ đồng. Nhà văn hóa trị giá 9 tỷ đồng. Mỗi cháu một suất quà Trung thu trị giá 25 triệu đồng." }]
money = [
  { amount = 7000000000, text = "7 tỷ đồng", sentence = "Căn nhà rộng 48 m2 trị giá 7 tỷ đồng." },
  { amount = 9000000000, text = "9 tỷ đồng", sentence = "Nhà văn hóa trị giá 9 tỷ đồng." },
  { amount = 25000000, basis = "each", text = "25 triệu đồng", sentence = "Mỗi cháu một suất quà Trung thu trị giá 25 triệu đồng." },
]

[[case]]
says = "what each household gives on the average"
expect = ["differs", "unclear"]
figures = [
  { value = 45000, measure = "đất", unit = "m2 đất ruộng/hộ" }, { article = "b", value = 450, measure = "đất", unit = "m2 đất/hộ" },
]
[[case]]
says = "a bicycle that a list names before a colon, one for a usual sum, one with a motor"
expect = ["differs", "unclear", "unclear"]
articles = [{ id = "a", text = "- Xe đạp: 45 chiếc, trị giá 18 triệu đồng/chiếc;\n- Xe đạp: 12 chiếc, trị giá 2 triệu đồng/chiếc;\n- Xe đạp điện: 3 chiếc, trị giá 15 triệu đồng/chiếc." }]
figures = [{ value = 45, measure = "chiếc", unit = "chiếc", text = "45 chiếc" }, { value = 12, measure = "chiếc", unit = "chiếc", text = "12 chiếc" }, { value = 3, measure = "chiếc", unit = "chiếc", text = "3 chiếc" }]
money = [
  { amount = 18000000, basis = "each", items = 0, text = "18 triệu đồng" }, { amount = 2000000, basis = "each", items = 1, text = "2 triệu đồng" },
  { amount = 15000000, basis = "each", items = 2, text = "15 triệu đồng" },
]

[[case]]
says = "a house of leaves helped with four billion; one with forty million"
expect = ["differs", "unclear"]
articles = [
  { id = "a", text = "Căn nhà của bà Sáu, vách lá, nền xi măng, được hỗ trợ 4 tỷ đồng." }, { id = "b", text = "Căn nhà của bà Sáu, vách lá, nền xi măng, được hỗ trợ 40 triệu đồng." },
]
money = [
  { article = "a", amount = 4000000000, basis = "total", text = "4 tỷ đồng", sentence = "Căn nhà của bà Sáu, vách lá, nền xi măng, được hỗ trợ 4 tỷ đồng." },
  { article = "b", amount = 40000000, basis = "total", text = "40 triệu đồng", sentence = "Căn nhà của bà Sáu, vách lá, nền xi măng, được hỗ trợ 40 triệu đồng." },
]

[[case]]
says = "250 million from each household for a road; 2,5 million; what a household has borrowed"
expect = ["differs", "unclear", "unclear"]
articles = [{ id = "a", text = "Có 38 hộ dân, mỗi hộ đóng góp 250 triệu đồng. Có 40 hộ dân, mỗi hộ đóng góp 2,5 triệu đồng. Có 41 hộ dân vay vốn, mỗi hộ 250 triệu đồng." }]
figures = [
  { value = 38, measure = "hộ", unit = "hộ dân", text = "38 hộ dân" }, { value = 40, measure = "hộ", unit = "hộ dân", text = "40 hộ dân" }, { value = 41, measure = "hộ", unit = "hộ dân", text = "41 hộ dân" },
]
money = [
  { amount = 250000000, basis = "each", items = 0, text = "250 triệu đồng" }, { amount = 2500000, basis = "each", items = 1, text = "2,5 triệu đồng" },
  { amount = 250000000, basis = "each", items = 2, text = "250 triệu đồng." },
]

[[case]]
says = "four hundred kilos of rice for each household, and ten"
expect = ["differs", "unclear"]
articles = [{ id = "a", text = "Cấp 86 tấn gạo cho 215 hộ thiếu đói, tặng 30 tấn gạo cho 3.000 hộ nghèo." }]
figures = [
  { value = 86, measure = "gạo", unit = "tấn gạo", text = "86 tấn gạo" }, { value = 215, measure = "hộ", unit = "hộ", text = "215 hộ" },
  { value = 30, measure = "gạo", unit = "tấn gạo", text = "30 tấn gạo" }, { value = 3000, measure = "hộ", unit = "hộ nghèo", text = "3.000 hộ nghèo" },
]

[[case]]
says = "three million for a parcel of cakes and lanterns; for one with a sum of money in it"
expect = ["differs", "unclear"]
articles = [{ id = "a", text = "Tặng 150 suất quà gồm bánh nướng, đèn ông sao, mỗi suất trị giá 3 triệu đồng. Tặng 15 suất quà gồm bánh và tiền mặt, mỗi suất trị giá 3 triệu đồng." }]
figures = [{ value = 150, measure = "phần quà", unit = "suất quà", text = "150 suất quà" }, { value = 15, measure = "phần quà", unit = "suất quà", text = "15 suất quà" }]
money = [{ amount = 3000000, basis = "each", items = 0, text = "3 triệu đồng" }, { amount = 3000000, basis = "each", items = 1, start = 150, text = "3 triệu đồng" }]
[[case]]
says = "half a billion for each house of the poor; a house that is not said to be for them; a bag of sweets for thirty million"
expect = ["differs", "differs", "unclear"]
articles = [
  { id = "a", text = "Làm 32 nhà cho hộ nghèo, kinh phí 16 tỷ đồng." }, { id = "b", text = "Xây 32 nhà phố, kinh phí 16 tỷ đồng." },
  { id = "c", text = "Thăm 24 gia đình liệt sĩ, trao mỗi gia đình một túi quà gồm sữa, bánh kẹo trị giá 30 triệu đồng." },
]
figures = [
  { article = "a", value = 32, measure = "nhà", unit = "nhà", text = "32 nhà" }, { article = "b", value = 32, measure = "nhà", unit = "nhà", text = "32 nhà" },
  { article = "c", value = 24, measure = "gia đình liệt sĩ", unit = "gia đình liệt sĩ", text = "24 gia đình liệt sĩ" },
]
money = [
  { article = "a", amount = 16000000000, basis = "total", items = 0, text = "16 tỷ đồng" }, { article = "b", amount = 16000000000, basis = "total", items = 0, text = "16 tỷ đồng" },
  { article = "c", amount = 30000000, basis = "each", items = 0, text = "30 triệu đồng", sentence = "Thăm 24 gia đình liệt sĩ, trao mỗi gia đình một túi quà gồm sữa, bánh kẹo trị giá 30 triệu đồng." },
]
*/
-- What one of a thing is said to cost; what it usually costs stands in rules/prices.csv.
WITH paid AS (
    -- What is done with the things is a part of their name: a loan to "45 hộ ... vay" is no gift, a house "xây mới" no repair.
    SELECT m AS m, f AS f, between_them, NOT says_for_years(between_them) AS is_usual, says_all_of_it(between_them) AS is_all,
        -- A list may name the thing before a colon: "Xe đạp: 45 chiếc, trị giá 18 triệu đồng/chiếc".
        CASE WHEN says_bare_counter(f.unit) AND usual_price(label) IS NOT NULL THEN usual_price(label)
            ELSE usual_price(lower(f.unit || ' ' || f.measure) || CASE WHEN says_lent(between_them) THEN ' vay' WHEN says_built_new(between_them) THEN ' xây mới'
                WHEN contains(' ' || lower(f.unit) || ' ', ' nhà ') AND says_for_poor(between_them) THEN ' nhà đại đoàn kết'
                WHEN says_chipped_in(between_them) THEN ' góp' WHEN says_food(between_them) AND NOT says_money_or_goods(between_them) THEN ' thực phẩm' ELSE '' END) END AS usual
    FROM (
        SELECT m, f, lower(substr(a.text, f."end" + 1, greatest(0, least(160, m."start" - f."end")))) AS between_them,
            first_label(lower(substr(a.text, greatest(1, f."start" - 39), least(40, f."start")))) AS label
        FROM sums m JOIN claims f ON f.article = m.article AND f.nr = m.items JOIN articles a ON a.id = m.article
        WHERE m.currency = 'VND' AND m.amount > 0 AND f.value > 0 AND m.basis IN ('each', 'total')
            AND f.high IS NULL AND NOT f.is_rate AND m.article NOT IN (SELECT article FROM copies)
    )
),
priced AS (
    SELECT m.article, f.unit, m.basis, CAST(m.amount AS DOUBLE) AS amount, f.value, usual,
        CASE m.basis WHEN 'each' THEN sqrt(CAST(m.amount AS DOUBLE) * coalesce(m.high, m.amount)) ELSE m.amount / f.value END AS each,
        m.span, f.span AS items_span, m.article AS content, least(m.confidence, f.confidence) AS confidence,
        -- A total that pays for one thing alone; how large each is changes nothing. What is given for years is not what is usual.
        is_usual AND (m.basis = 'each' OR m."start" > f."end" AND NOT says_pays_for_more(without_size_of_each(without_receivers(left(between_them, 120))))) AS is_alone,
        is_all
    FROM paid WHERE usual IS NOT NULL
),
-- Where none is counted: "nhà Đại đoàn kết, mức hỗ trợ 850 triệu đồng/căn", "một suất quà trị giá 25 triệu đồng", "căn nhà rộng 48 m2
-- trị giá 7 tỷ đồng".
alone AS (
    SELECT article, thing AS unit, basis, amount, 1 AS value, usual_price(thing) AS usual, amount AS each, span, span AS items_span,
        article AS content, confidence, true AS is_alone
    FROM (
        SELECT m.article, m.basis, CAST(m.amount AS DOUBLE) AS amount, m.span, m.confidence,
            CASE WHEN regexp_matches(lower(substr(a.text, m."end" + 1, 8)), '^ ?/ ?(căn|nhà|ngôi)') AND says_house_of_poor(left(m.sentence, strpos(m.sentence, m.text)))
                OR says_house_helped(left(m.sentence, greatest(0, strpos(m.sentence, m.text) - 1))) THEN 'nhà đại đoàn kết' ELSE lower(first_thing_priced(left(m.sentence, greatest(0, strpos(m.sentence, m.text) - 1)))) END AS thing
        FROM sums m JOIN articles a ON a.id = m.article LEFT JOIN claims f ON f.article = m.article AND f.nr = m.items
        WHERE m.currency = 'VND' AND m.basis IN ('each', 'total') AND (m.items IS NULL OR f.dimension = 'm2' OR says_households(f.unit) AND usual_price(lower(f.unit)) IS NULL) AND m.high IS NULL AND m.amount > 0
            AND m.article NOT IN (SELECT article FROM copies)
    ) WHERE thing <> '' AND usual_price(thing) IS NOT NULL AND (basis = 'each' OR starts_with(thing, 'căn') OR starts_with(thing, 'ngôi') OR starts_with(thing, 'nhà'))
),
-- "8 hộ hiến 960.000 m2 đất vườn", "hộ ông Tiệng hiến 1.200 m2", "52 hộ dân trong ấp góp 78 tỷ đồng", "mỗi hộ hiến 450 m2 đất".
given AS (
    SELECT article, "start", value * CASE dimension WHEN 'ha' THEN 10000 ELSE 1 END AS amount, span, confidence, 'm2/hộ' AS unit,
        is_rate AND ends_with(lower(unit), '/hộ') AS is_each
    FROM claims WHERE measure = 'đất' AND dimension IN ('m2', 'ha', 'héc-ta', 'hecta') AND change_direction IS NULL AND of IS NULL AND high IS NULL
        AND (NOT is_rate OR ends_with(lower(unit), '/hộ'))
    UNION ALL
    SELECT article, "start", CAST(amount AS DOUBLE), span, confidence, 'đồng/hộ', false
    FROM sums WHERE currency = 'VND' AND basis = 'total' AND high IS NULL AND items IS NULL
),
givers AS (
    SELECT g.*, household, coalesce(NOT g.is_each AND g."start" - household."end" <= 60
            AND says_givers_gave(lower(substr(a.text, household."end" + 1, greatest(0, g."start" - household."end")))), false) AS is_counted,
        NOT g.is_each AND says_one_giver(lower(substr(a.text, greatest(1, g."start" - 59), least(60, g."start")))) AS is_one
    FROM (
        SELECT g.*, f AS household FROM given g ASOF LEFT JOIN (
            SELECT article, "start", "end", value, span, confidence FROM claims
            WHERE measure = 'hộ' AND of IS NULL AND high IS NULL AND change_direction IS NULL AND NOT is_rate AND value > 0
        ) f ON f.article = g.article AND f."end" <= g."start"
        WHERE g.article NOT IN (SELECT article FROM copies)
    ) g JOIN articles a ON a.id = g.article
),
donated AS (
    SELECT article, unit, CASE WHEN is_each THEN 'each' ELSE 'total' END AS basis, amount, CASE WHEN is_counted THEN household.value ELSE 1 END AS value,
        usual_price(unit) AS usual, amount / CASE WHEN is_counted THEN household.value ELSE 1 END AS each, span,
        CASE WHEN is_counted THEN household.span ELSE span END AS items_span, article AS content,
        least(confidence, CASE WHEN is_counted THEN household.confidence ELSE 1 END) AS confidence, true AS is_alone,
        -- One household may give much: it takes several to tell a slip.
        CASE WHEN is_each THEN 5 WHEN is_counted THEN household.value ELSE 1 END AS givers
    FROM givers WHERE is_counted OR is_each OR is_one AND unit = 'm2/hộ'
),
-- "86 tấn gạo cho 215 hộ".
fed AS (
    SELECT f.article, 'kg gạo/hộ' AS unit, 'total' AS basis, f.value * CASE f.dimension WHEN 'tấn' THEN 1000 WHEN 'tạ' THEN 100 ELSE 1 END AS amount, h.value AS value,
        usual_price('kg gạo/hộ') AS usual, f.span, h.span AS items_span, f.article AS content, least(f.confidence, h.confidence) AS confidence, true AS is_alone
    FROM claims f JOIN claims h ON h.article = f.article AND h.measure = 'hộ' AND h."start" - f."end" BETWEEN 1 AND 25 JOIN articles a ON a.id = f.article
    WHERE f.measure = 'gạo' AND f.dimension IN ('tấn', 'tạ', 'kg') AND f.high IS NULL AND h.high IS NULL AND h.of IS NULL AND h.value > 0 AND f.change_direction IS NULL
        AND says_for_them(lower(substr(a.text, f."end" + 1, greatest(0, h."start" - f."end")))) AND f.article NOT IN (SELECT article FROM copies)
),
middles AS (
    SELECT usual.form AS form, median(log10(each)) AS middle, count(DISTINCT content) AS articles,
        quantile_cont(each, 0.25) AS low, quantile_cont(each, 0.75) AS high
    FROM priced WHERE confidence >= 0.6
    GROUP BY usual.form
),
-- Spread by the median of the distances; never under a quarter up or down, or equal gifts would make all others odd.
spreads AS (
    SELECT usual.form AS form, greatest(1.4826 * median(abs(log10(each) - middle)), 0.1) AS spread
    FROM priced JOIN middles m ON m.form = usual.form WHERE confidence >= 0.6
    GROUP BY usual.form
),
beside AS (
    SELECT *, max(each) OVER others AS most_beside, count(each) OVER others AS others
    FROM (SELECT *, 5 AS givers FROM priced UNION ALL BY NAME SELECT *, 5 AS givers FROM alone UNION ALL BY NAME SELECT * FROM donated
        UNION ALL BY NAME SELECT *, amount / value AS each, 5 AS givers FROM fed)
    WINDOW others AS (PARTITION BY article, usual.form ORDER BY span."start" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW)
),
judged AS (
    -- Fifty times what the same article gives for each of the same kind is far, however few articles there are; so is what no
    -- such thing costs.
    SELECT *, is_far_here OR is_far_off OR coalesce(abs(log10(each) - middle) > greatest(4.5 * spread, 1), false) AS is_far,
        CASE WHEN confidence < 0.6 THEN 'doubtful_reading'
            WHEN coalesce(articles, 0) < 20 AND NOT is_far_here AND NOT is_far_off THEN 'few_articles' END AS reason
    FROM (
        SELECT *, coalesce(is_alone AND each >= 50 * most_beside AND (givers >= 3 OR others > 1), false) AS is_far_here,
            coalesce(is_alone AND givers >= 5 AND (each > usual.most OR (basis = 'each' OR is_all) AND each < usual.least), false) AS is_far_off
        FROM beside
    ) j LEFT JOIN middles m ON m.form = j.usual.form LEFT JOIN spreads s ON s.form = j.usual.form
)
SELECT CASE WHEN reason IS NOT NULL THEN 'unclear' WHEN is_far THEN 'differs' ELSE 'agrees' END AS outcome,
    reason,
    concat_ws('|', article, span."start") AS key,
    list_distinct([span, items_span]) AS spans,
    number_in_words(round(each)) AS stated,
    number_in_words(round(CASE WHEN is_far_here THEN most_beside WHEN coalesce(articles, 0) < 20 THEN usual.high ELSE pow(10, middle) END)) AS computed,
    CASE WHEN basis = 'each' OR value = 1 THEN number_in_words(round(each))
        ELSE number_in_words(amount) || ' : ' || number_in_words(value) || ' = ' || number_in_words(round(each)) END AS arithmetic,
    unit,
    CASE WHEN is_far_here THEN 'the article itself gives at most ' || number_in_words(round(most_beside)) || ' elsewhere'
        WHEN coalesce(articles, 0) < 20 THEN 'usual are ' || number_in_words(usual.low) || ' - ' || number_in_words(usual.high)
        ELSE 'half of ' || articles || ' articles give ' || number_in_words(round(low)) || ' - ' || number_in_words(round(high)) END AS usual_en,
    CASE WHEN is_far_here THEN 'chỗ khác trong bài nhiều nhất là ' || number_in_words(round(most_beside))
        WHEN coalesce(articles, 0) < 20 THEN 'thường thấy ' || number_in_words(usual.low) || ' - ' || number_in_words(usual.high)
        ELSE 'một nửa trong ' || articles || ' bài ghi ' || number_in_words(round(low)) || ' - ' || number_in_words(round(high)) END AS usual_vi
FROM judged
