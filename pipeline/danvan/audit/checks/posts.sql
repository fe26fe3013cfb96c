/*
severity = "note"

[title]
en = "Two posts that cannot be held at one time"
vi = "Hai chức vụ không thể cùng lúc"

[message]
en = "{seat}: {name} ({day}) here, {other_name} ({other_day}) there as {other_seat}"
vi = "{seat}: ở đây là {name} ({day}), chỗ kia là {other_name} ({other_day}), {other_seat}"

[settle]
en = "the decision of appointment: who held the post on which day"
vi = "quyết định bổ nhiệm: ai giữ chức vào ngày nào"

[[case]]
says = "two secretaries of one district within a week"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-05-05" }, { id = "b", published_on = "2022-05-11" }]
positions = [
  { article = "a", name = "Trần Văn Hùng", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
  { article = "b", name = "Lê Thị Mai", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
]

[[case]]
says = "two chairmen in one article"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-05-05" }]
positions = [
  { official = 0, name = "Trần Văn Hùng", title = "Chủ tịch", body = "UBND huyện Thạch Hà" },
  { official = 1, name = "Lê Thị Mai", title = "Chủ tịch", body = "Ủy ban nhân dân huyện Thạch Hà" },
]

[[case]]
says = "the first one is back after the second"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-05-05" }, { id = "b", published_on = "2022-08-11" }, { id = "c", published_on = "2022-10-01" }]
positions = [
  { article = "a", name = "Trần Văn Hùng", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
  { article = "b", name = "Lê Thị Mai", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
  { article = "c", name = "Trần Văn Hùng", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
]

[[case]]
says = "one person heads two districts in one article"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-05-05" }]
positions = [
  { official = 0, name = "Trần Văn Hùng", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
  { official = 0, name = "Trần Văn Hùng", title = "Bí thư", body = "Huyện ủy Cẩm Xuyên", place_code = "446", place_name = "Cẩm Xuyên" },
]

[[case]]
says = "two heads of one committee for mass mobilisation in one article"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-05-05" }]
positions = [
  { official = 0, name = "Trần Văn Hùng", title = "Trưởng ban", body = "Ban Dân vận Huyện ủy Thạch Hà" },
  { official = 1, name = "Lê Thị Mai", title = "Trưởng ban", body = "Ban Dân vận Huyện ủy Thạch Hà" },
]

[[case]]
says = "the head of the district's committee and that of the province's"
expect = []
articles = [{ id = "a", published_on = "2022-05-05" }]
positions = [
  { official = 0, name = "Trần Văn Hùng", title = "Trưởng ban", body = "Ban Dân vận Huyện ủy Thạch Hà" },
  { official = 1, name = "Lê Thị Mai", title = "Trưởng ban", body = "Ban Dân vận Tỉnh ủy Hà Tĩnh", place_code = "42", place_name = "Hà Tĩnh", place_level = "province" },
]

[[case]]
says = "secretary and chairman in one person"
expect = []
articles = [{ id = "a", published_on = "2022-05-05" }]
positions = [
  { name = "Trần Văn Hùng", title = "Bí thư", body = "Đảng ủy xã Thạch Lạc", place_code = "18604", place_name = "Thạch Lạc", place_level = "commune" },
  { name = "Trần Văn Hùng", title = "Chủ tịch", body = "UBND xã Thạch Lạc", place_code = "18604", place_name = "Thạch Lạc", place_level = "commune" },
]

[[case]]
says = "deputies, predecessors, acting ones and heads of other organs"
expect = []
articles = [{ id = "a", published_on = "2022-05-05" }]
positions = [
  { official = 0, name = "Trần Văn Hùng", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
  { official = 1, name = "Lê Thị Mai", title = "Phó Bí thư", body = "Huyện ủy Thạch Hà" },
  { official = 2, name = "Phan Nam", title = "nguyên Bí thư", body = "Huyện ủy Thạch Hà" },
  { official = 3, name = "Võ Tá Đinh", title = "Quyền Bí thư", body = "Huyện ủy Thạch Hà" },
  { official = 4, name = "Hồ An", title = "Bí thư", body = "Huyện đoàn Thạch Hà" },
  { official = 5, name = "Đỗ Lan", title = "Chủ tịch", body = "Hội Nông dân huyện Thạch Hà" },
]

[[case]]
says = "the same person in two articles, one with a shorter name"
expect = ["agrees"]
articles = [{ id = "a", published_on = "2022-05-05" }, { id = "b", published_on = "2022-05-11" }]
positions = [
  { article = "a", name = "Trần Văn Hùng", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
  { article = "b", name = "Văn Hùng", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
]

[[case]]
says = "half a year apart: one has followed the other"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2022-05-05" }, { id = "b", published_on = "2022-11-11" }]
positions = [
  { article = "a", name = "Trần Văn Hùng", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
  { article = "b", name = "Lê Thị Mai", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
]

[[case]]
says = "the article tells of the handing over"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2022-05-05" }]
positions = [
  { official = 0, name = "Trần Văn Hùng", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
  { official = 1, name = "Lê Thị Mai", title = "Bí thư", body = "Huyện ủy Thạch Hà", sentence = "Trao quyết định cho bà Lê Thị Mai giữ chức Bí thư Huyện ủy Thạch Hà" },
]

[[case]]
says = "one name, two spellings"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2022-05-05" }, { id = "b", published_on = "2022-05-06" }]
positions = [
  { article = "a", name = "Huỳnh Mỹ Lệ", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
  { article = "b", name = "Huỳnh Mĩ Lê", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
]

[[case]]
says = "told of years long past: both were secretaries, one after the other"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2022-05-15" }]
positions = [
  { official = 0, name = "Trần Văn Hùng", title = "Bí thư", body = "Huyện ủy Thạch Hà", sentence = "Huyện ủy Thạch Hà do đồng chí Trần Văn Hùng làm Bí thư (từ 1975 - 1981)." },
  { official = 1, name = "Lê Thị Mai", title = "Bí thư", body = "Huyện ủy Thạch Hà", sentence = "Ngày 16/7/1987, Huyện ủy Thạch Hà do đồng chí Lê Thị Mai làm Bí thư." },
]

[[case]]
says = "head of two districts in one article, by two organs"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-05-05" }]
positions = [
  { name = "Trần Văn Hùng", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
  { name = "Trần Văn Hùng", title = "Chủ tịch", body = "UBND huyện Cẩm Xuyên", place_code = "446", place_name = "Cẩm Xuyên", district = "Cẩm Xuyên" },
]

[[case]]
says = "two reports of one ceremony: one man, secretary of two districts"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-05-05" }, { id = "b", published_on = "2022-05-06" }]
positions = [
  { article = "a", name = "Trần Văn Hùng", title = "Bí thư", body = "Huyện ủy Thạch Hà", sentence = "Trần Văn Hùng, Bí thư Huyện ủy Thạch Hà" },
  { article = "b", name = "Trần Văn Hùng", title = "Bí thư", body = "Huyện ủy Cẩm Xuyên", place_code = "446", place_name = "Cẩm Xuyên", district = "Cẩm Xuyên", sentence = "Trần Văn Hùng, Bí thư Huyện ủy Cẩm Xuyên" },
]
dates = [
  { article = "a", date_start = "2022-05-04", date_end = "2022-05-04", text = "ngày 4/5/2022" },
  { article = "b", date_start = "2022-05-04", date_end = "2022-05-04", text = "ngày 04/5/2022" },
]
places = [
  { article = "a", kind = "xã", name = "Thạch Lạc", level = "commune", place_code = "18604", place_level = "commune", text = "xã Thạch Lạc" },
  { article = "b", kind = "xã", name = "Thạch Lạc", level = "commune", place_code = "18604", place_level = "commune", text = "xã Thạch Lạc" },
]

[[case]]
says = "deputy of two districts in one article; secretary and deputy secretary of one"
expect = ["differs", "differs"]
articles = [
  { id = "a", published_on = "2022-05-05", text = "Trần Văn Hùng, Phó Bí thư Huyện ủy Thạch Hà. Trần Văn Hùng, Phó Bí thư Huyện ủy Cẩm Xuyên." },
  { id = "b", published_on = "2022-05-05", text = "Lê Thị Mai, Bí thư Huyện ủy Thạch Hà. Lê Thị Mai, Phó Bí thư Huyện ủy Thạch Hà." },
]
positions = [
  { article = "a", name = "Trần Văn Hùng", title = "Phó Bí thư", body = "Huyện ủy Thạch Hà" },
  { article = "a", name = "Trần Văn Hùng", title = "Phó Bí thư", body = "Huyện ủy Cẩm Xuyên", place_code = "446", place_name = "Cẩm Xuyên", district = "Cẩm Xuyên" },
  { article = "b", name = "Lê Thị Mai", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
  { article = "b", name = "Lê Thị Mai", title = "Phó Bí thư", body = "Huyện ủy Thạch Hà" },
]

[[case]]
says = "head of the farmers' union and of the women's; head of the organisation board and of the one for mass mobilisation"
expect = ["differs", "differs"]
articles = [{ id = "a", published_on = "2022-05-05", text = "Lê Thị Mai, Chủ tịch Hội Nông dân huyện Thạch Hà. Lê Thị Mai, Chủ tịch Hội Phụ nữ huyện Thạch Hà." }, { id = "b", published_on = "2022-05-05", text = "Trần Văn Hùng, Trưởng ban Tổ chức Huyện ủy Thạch Hà. Trần Văn Hùng, Trưởng ban Dân vận Huyện ủy Thạch Hà." }]
positions = [
  { article = "a", name = "Lê Thị Mai", title = "Chủ tịch", body = "Hội Nông dân huyện Thạch Hà", sentence = "Lê Thị Mai, Chủ tịch Hội Nông dân huyện Thạch Hà" },
  { article = "a", name = "Lê Thị Mai", title = "Chủ tịch", body = "Hội Phụ nữ huyện Thạch Hà", sentence = "Lê Thị Mai, Chủ tịch Hội Phụ nữ huyện Thạch Hà" },
  { article = "b", name = "Trần Văn Hùng", title = "Trưởng ban", body = "Ban Tổ chức Huyện ủy Thạch Hà", sentence = "Trần Văn Hùng, Trưởng ban Tổ chức Huyện ủy Thạch Hà" },
  { article = "b", name = "Trần Văn Hùng", title = "Trưởng ban", body = "Ban Dân vận Huyện ủy Thạch Hà", sentence = "Trần Văn Hùng, Trưởng ban Dân vận Huyện ủy Thạch Hà" },
]

[[case]]
says = "chair of the Front and head of the board for mass mobilisation: one person by rule; both posts in one breath"
expect = []
articles = [{ id = "a", published_on = "2022-05-05", text = "Lê Thị Mai, Trưởng ban Dân vận Huyện ủy Thạch Hà. Lê Thị Mai, Chủ tịch Ủy ban MTTQ huyện Thạch Hà." }, { id = "b", published_on = "2022-05-05", text = "Trần Văn Hùng họp. Trần Văn Hùng, Chủ tịch Hội Nông dân huyện, Chủ tịch Hội Phụ nữ huyện." }]
positions = [
  { article = "a", name = "Lê Thị Mai", title = "Trưởng ban", body = "Ban Dân vận Huyện ủy Thạch Hà", sentence = "s" },
  { article = "a", name = "Lê Thị Mai", title = "Chủ tịch", body = "Ủy ban MTTQ huyện Thạch Hà", sentence = "t" },
  { article = "b", name = "Trần Văn Hùng", title = "Chủ tịch", body = "Hội Nông dân huyện Thạch Hà", sentence = "s" },
  { article = "b", name = "Trần Văn Hùng", title = "Chủ tịch", body = "Hội Phụ nữ huyện Thạch Hà", sentence = "Chủ tịch Hội Nông dân huyện, Chủ tịch Hội Phụ nữ huyện" },
]

[[case]]
says = "two reports of one day: secretary here, deputy there"
expect = ["differs"]
articles = [
  { id = "a", published_on = "2022-05-05", text = "Ngày 4/5/2022, Trần Văn Hùng, Bí thư Huyện ủy." },
  { id = "b", published_on = "2022-05-06", text = "Ngày 04/5/2022, Trần Văn Hùng, Phó Bí thư Huyện ủy." },
]
positions = [
  { article = "a", name = "Trần Văn Hùng", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
  { article = "b", name = "Trần Văn Hùng", title = "Phó Bí thư", body = "Huyện ủy Thạch Hà" },
]
dates = [
  { article = "a", date_start = "2022-05-04", date_end = "2022-05-04", text = "Ngày 4/5/2022" },
  { article = "b", date_start = "2022-05-04", date_end = "2022-05-04", text = "Ngày 04/5/2022" },
]

[[case]]
says = "two reports of one day: secretary here, deputy there beside another post"
expect = ["differs"]
articles = [
  { id = "a", published_on = "2022-05-05", text = "Ngày 4/5/2022, Trần Văn Hùng, Bí thư Huyện ủy." },
  { id = "b", published_on = "2022-05-06", text = "Ngày 04/5/2022, Trần Văn Hùng, Phó Bí thư Huyện ủy, Chủ tịch UBND huyện." },
]
positions = [
  { article = "a", name = "Trần Văn Hùng", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
  { article = "b", name = "Trần Văn Hùng", title = "Phó Bí thư", body = "Huyện ủy Thạch Hà" },
  { article = "b", name = "Trần Văn Hùng", title = "Chủ tịch", body = "UBND huyện Thạch Hà" },
]
dates = [
  { article = "a", date_start = "2022-05-04", date_end = "2022-05-04", text = "Ngày 4/5/2022" },
  { article = "b", date_start = "2022-05-04", date_end = "2022-05-04", text = "Ngày 04/5/2022" },
]

[[case]]
says = "one man heads the People's Committee and the Front"
expect = ["differs"]
articles = [{ id = "a", published_on = "2022-05-05", text = "Ông Trần Văn Hùng, Chủ tịch UBND huyện trả lời. Ông Trần Văn Hùng, Chủ tịch Ủy ban MTTQ huyện cảm ơn." }]
positions = [
  { name = "Trần Văn Hùng", title = "Chủ tịch", body = "UBND huyện Thạch Hà", sentence = "Ông Trần Văn Hùng, Chủ tịch UBND huyện trả lời." },
  { name = "Trần Văn Hùng", title = "Chủ tịch", body = "Ủy ban MTTQ huyện Thạch Hà", sentence = "Ông Trần Văn Hùng, Chủ tịch Ủy ban MTTQ huyện cảm ơn." },
]

[[case]]
says = "one man heads the committee for mass mobilisation and the Front, which is common"
expect = []
articles = [{ id = "a", published_on = "2022-05-05", text = "Ông Trần Văn Hùng, Trưởng Ban Dân vận Huyện ủy dự. Ông Trần Văn Hùng, Chủ tịch Ủy ban MTTQ huyện cảm ơn." }]
positions = [
  { name = "Trần Văn Hùng", title = "Trưởng Ban", body = "Ban Dân vận Huyện ủy Thạch Hà", sentence = "Ông Trần Văn Hùng, Trưởng Ban Dân vận Huyện ủy dự." },
  { name = "Trần Văn Hùng", title = "Chủ tịch", body = "Ủy ban MTTQ huyện Thạch Hà", sentence = "Ông Trần Văn Hùng, Chủ tịch Ủy ban MTTQ huyện cảm ơn." },
]

[[case]]
says = "moved from one commune to the next as the head of its Front"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2022-05-05", text = "Trần Văn Hùng được điều động." }]
positions = [
  { name = "Trần Văn Hùng", title = "Chủ tịch", body = "Ủy ban MTTQ xã Thạch Lạc", place_code = "18604", place_name = "Thạch Lạc", place_level = "commune" },
  { name = "Trần Văn Hùng", title = "Chủ tịch", body = "Ủy ban MTTQ xã Thạch Sơn", place_code = "18605", place_name = "Thạch Sơn", place_level = "commune" },
]

[[case]]
says = "namesakes in two districts of one province: nothing ties the articles together"
expect = []
articles = [{ id = "a", published_on = "2022-05-05" }, { id = "b", published_on = "2022-05-06" }]
positions = [
  { article = "a", name = "Trần Văn Hùng", title = "Bí thư", body = "Huyện ủy Thạch Hà" },
  { article = "b", name = "Trần Văn Hùng", title = "Bí thư", body = "Huyện ủy Cẩm Xuyên", place_code = "446", place_name = "Cẩm Xuyên", district = "Cẩm Xuyên" },
]
[[case]]
says = "head of two hamlets; the second one after a merger of hamlets, or told of by namesakes"
expect = ["differs", "unclear"]
articles = [
  { id = "a", published_on = "2021-06-30", text = "Ông Triệu Mềnh Sơn, Trưởng thôn Tân Thành, vận động dân. Ông Triệu Mềnh Sơn, Trưởng thôn Quang Vinh chia sẻ." },
  { id = "b", published_on = "2021-06-30", text = "Ông Triệu Mềnh Sơn, Trưởng thôn Tân Thành, vận động dân. Từ khi sáp nhập, ông là Trưởng thôn Quang Vinh." },
]
positions = [
  { article = "a", name = "Triệu Mềnh Sơn", title = "Trưởng thôn", body = "thôn Tân Thành", level = "hamlet", place_name = "Tân Thành" },
  { article = "a", name = "Triệu Mềnh Sơn", title = "Trưởng thôn", body = "thôn Quang Vinh", level = "hamlet", place_name = "Quang Vinh" },
  { article = "b", name = "Triệu Mềnh Sơn", title = "Trưởng thôn", body = "thôn Tân Thành", level = "hamlet", place_name = "Tân Thành" },
  { article = "b", name = "Triệu Mềnh Sơn", title = "Trưởng thôn", body = "thôn Quang Vinh", level = "hamlet", place_name = "Quang Vinh" },
]

[[case]]
says = "chairman of the Council, in one sentence with the chairwoman of the Committee; then of the Committee himself"
expect = ["differs", "differs"]
articles = [{ id = "a", published_on = "2025-10-09", text = "Có ông Bùi Văn Hiệu, Chủ tịch HĐND xã và bà Đinh Thị Hà, Chủ tịch UBND xã. Ông Bùi Văn Hiệu, Chủ tịch UBND xã trả lời. Ông Bùi Văn Hiệu hẹn." }]
positions = [
  { name = "Bùi Văn Hiệu", title = "Chủ tịch", body = "HĐND xã Cao Phong", start = 7, text = "Bùi Văn Hiệu", place_name = "Cao Phong", place_code = "1", place_level = "commune" },
  { name = "Bùi Văn Hiệu", title = "Chủ tịch", body = "UBND xã Cao Phong", start = 7, text = "Bùi Văn Hiệu", place_name = "Cao Phong", place_code = "1", place_level = "commune" },
  { name = "Đinh Thị Hà", title = "Chủ tịch", official = 1, body = "UBND xã Cao Phong", text = "Đinh Thị Hà", place_name = "Cao Phong", place_code = "1", place_level = "commune" },
]

[[case]]
says = "two reports of one day, one of them prints it without its year: secretary here, deputy there"
expect = ["differs"]
articles = [
  { id = "a", published_on = "2022-06-06", text = "Anh Lý Văn Khoa, Bí thư Huyện đoàn Đồng Hỷ phát động." },
  { id = "b", published_on = "2022-06-07", text = "Dự lễ có anh Lý Văn Khoa, Phó Bí thư Huyện đoàn Đồng Hỷ." },
]
dates = [
  { article = "a", date_start = "2022-06-05", date_end = "2022-06-05" }, { article = "b", date_start = "2022-06-05", date_end = "2022-06-05", inferred = true },
]
positions = [
  { article = "a", name = "Lý Văn Khoa", title = "Bí thư", body = "Huyện đoàn Đồng Hỷ", place_name = "Đồng Hỷ", place_code = "169" },
  { article = "b", name = "Lý Văn Khoa", title = "Phó Bí thư", body = "Huyện đoàn Đồng Hỷ", place_name = "Đồng Hỷ", place_code = "169" },
]
*/
WITH heads AS (
    SELECT p.article, p.name, p.title, p.body, p.sentence, a.published_on, coalesce(k.canonical, p.article) AS content,
        p.place_level, p.place_name, p.place_code, p.province, p.official,
        CASE p.title WHEN 'Bí thư' THEN 'party' WHEN 'Chủ tịch' THEN 'government' ELSE 'mobilisation' END AS organ,
        lower(strip_accents(replace(replace(p.name, 'đ', 'd'), 'Đ', 'D'))) AS plain,
        list_last(string_split(lower(p.name), ' ')) AS last_word,
        p.confidence,
        says_handover(lower(p.sentence)) OR says_former(p.sentence)
            -- What is told of another year may be told of another holder: the year stands before the name, or is long past.
            OR len(list_filter(regexp_extract_all(left(p.sentence, greatest(0, strpos(p.sentence, p.text))), '(?:19|20)[0-9][0-9]'),
                lambda y: y <> CAST(year(a.published_on) AS VARCHAR))) > 0
            OR len(list_filter(regexp_extract_all(p.sentence, '(?:19|20)[0-9][0-9]'), lambda y: CAST(y AS INTEGER) <= year(a.published_on) - 3)) > 0
            AS tells_of_change,
        contains(lower(p.sentence), lower(p.place_name)) AS unit_is_printed,
        is_printed(a.text, post_in_words(p.title, p.body), p.place_name) AS post_is_printed,
        span_of(p.article, p."start", p."end", p.text) AS span
    FROM positions p
    JOIN articles a ON a.id = p.article
    LEFT JOIN copies k ON k.article = p.article
    WHERE p.place_code IS NOT NULL AND p.place_level IN ('province', 'district', 'commune') AND k.article IS NULL
        AND a.published_on IS NOT NULL
        AND (p.title = 'Bí thư' AND says_party_committee(p.body) OR p.title = 'Chủ tịch' AND says_peoples_committee(p.body)
            OR lower(p.title) = 'trưởng ban' AND says_mobilisation_board(p.body))
),
seats AS (
    SELECT organ, place_level, place_code, place_name, article, plain, any_value(name) AS name, any_value(last_word) AS last_word,
        any_value(published_on) AS published_on, min(span) AS span, any_value(title || ' ' || body) AS seat,
        bool_or(tells_of_change) AS tells_of_change, bool_and(unit_is_printed) AS unit_is_printed, min(confidence) AS confidence
    FROM heads
    GROUP BY organ, place_level, place_code, place_name, article, plain
),
following AS (
    SELECT *, lag(seats) OVER seat AS other, lead(plain) OVER seat AS next_plain, lag(plain, 2) OVER seat AS plain_before
    FROM seats
    WINDOW seat AS (PARTITION BY organ, place_level, place_code, place_name ORDER BY published_on, article, span."start")
),
same_seat AS (
    SELECT *, plain = other.plain OR ends_with(plain, ' ' || other.plain) OR ends_with(other.plain, ' ' || plain) AS same_person,
        -- The one before is back after this one, or this one was there before the other: neither followed the other.
        coalesce(next_plain = other.plain, false) AS is_back,
        CASE WHEN plain <> other.plain AND (levenshtein(plain, other.plain) <= 2 OR last_word = other.last_word) THEN 'spelling'
            WHEN tells_of_change OR other.tells_of_change THEN 'handover'
            WHEN least(confidence, other.confidence) < 0.6 THEN 'doubtful_reading'
            WHEN date_diff('day', other.published_on, published_on) > 10 AND NOT coalesce(next_plain = other.plain, false)
                THEN 'handover'
        END AS doubt
    FROM following WHERE other IS NOT NULL
),
-- The second half of "A, B, A" is the same finding told again.
told_once AS (SELECT * FROM same_seat WHERE same_person OR plain_before IS DISTINCT FROM plain),
same_person AS (
    SELECT *, lag(heads) OVER (PARTITION BY article, official, organ, place_level ORDER BY span."start", body) AS other
    FROM heads
    UNION ALL
    -- No one heads two districts, or two communes, whatever the organ.
    SELECT * FROM (SELECT *, lag(heads) OVER (PARTITION BY article, official, place_level ORDER BY span."start", body) AS other FROM heads)
    WHERE other.organ <> organ
),
-- No one is deputy in two districts, head of the Front of two communes, or both head and deputy of one body.
offices AS (
    SELECT p.article, p.official, p.name, p.title, p.body, p.sentence, p.place_level, p.place_code, p.confidence, p."start", a.published_on,
        regexp_replace(lower(p.title), '^phó | thường trực$', '', 'g') AS office, starts_with(lower(p.title), 'phó ') AS is_deputy,
        organ_of(p.body, p.place_name) AS organ,
        CASE WHEN starts_with(lower(p.title), 'phó ') THEN '' ELSE plain_doer(first_own_head(organ_of(p.body, p.place_name))) END AS own_head,
        is_printed(a.text, post_in_words(p.title, p.body), p.place_name) AS post_is_printed,
        -- The unit may go without its name: "Chủ tịch HĐND huyện".
        post_in_words(p.title, trim(replace(p.body, p.place_name, ''))) AS seat, contains(lower(a.text), seat) AS seat_is_printed,
        -- Named more than once, and no post of the two bodies together: "Chủ tịch HĐND, UBND huyện".
        len(string_split(a.text, p.name)) > 2 AND NOT says_chair_of_both(a.text) AS is_apart,
        lower(strip_accents(replace(replace(p.name, 'đ', 'd'), 'Đ', 'D'))) AS plain,
        told_moved(a.text, p.name) AS tells_of_change,
        -- What is said in one breath with the name: up to a stop, or to the next one who is named.
        list_transform(string_split(lower(a.text), lower(p.name)), lambda w: regexp_extract(w, '^(.*?)(?:[.;\n]| (?:đồng chí|đ/c|ông|bà|anh|chị) |$)', 1))
            || list_transform(string_split(lower(a.text), lower(p.name)), lambda w: regexp_extract(right(w, 80), '[^.;\n]*$')) AS breaths,
        span_of(p.article, p."start", p."end", p.text) AS span
    FROM positions p JOIN articles a ON a.id = p.article
    WHERE p.place_code IS NOT NULL AND p.place_level IN ('province', 'district', 'commune') AND p.body IS NOT NULL AND a.published_on IS NOT NULL
        AND p.article NOT IN (SELECT article FROM copies)
        AND says_one_seat(lower(p.title))
),
held AS (
    SELECT *, lag(offices) OVER (PARTITION BY article, official, office, place_level ORDER BY "start", body) AS other FROM offices
),
both_posts AS (
    -- Of one unit the two posts may be printed without its name.
    SELECT * REPLACE (post_is_printed OR other.place_code = place_code AND seat_is_printed AND other.seat_is_printed AS post_is_printed,
        CASE WHEN other.place_code = place_code AND seat_is_printed AND other.seat_is_printed THEN struct_update(other, post_is_printed := true) ELSE other END AS other)
    FROM held
    WHERE other.place_code <> place_code AND (is_deputy OR other.is_deputy OR NOT says_party_or_state(lower(body)))
        AND regexp_replace(organ, '(huyện|thị xã|thành phố|quận|xã|phường|thị trấn|tỉnh)', '') = regexp_replace(other.organ, '(huyện|thị xã|thành phố|quận|xã|phường|thị trấn|tỉnh)', '')
        OR other.place_code = place_code AND other.organ = organ AND other.is_deputy <> is_deputy
),
-- No one heads two bodies of one unit that share no head, the People's Committee and the Council as well as the unions of
-- women and farmers: in one article, or in two reports of one day. Nor is one head and deputy of one body on one day.
chairs AS (
    SELECT * REPLACE (seat_is_printed AS post_is_printed) FROM offices WHERE own_head <> ''
),
two_chairs AS (
    SELECT * FROM (SELECT *, lag(chairs) OVER (PARTITION BY article, official, place_code ORDER BY "start", body) AS other FROM chairs)
    WHERE apart(own_head, other.own_head) AND is_apart
        AND len(list_filter(breaths, lambda w: contains(w, seat) AND contains(w, other.seat))) = 0
),
-- No one heads two hamlets.
hamlets AS (
    SELECT p.article, p.official, p.name, p.title, p.body, p.place_name, p.confidence, p."start", a.published_on,
        contains(lower(a.text), lower(p.body)) OR contains(lower(a.text), post_in_words(p.title, p.place_name)) AS post_is_printed,
        told_moved(a.text, p.name) OR says_knows_merger(a.text) AS tells_of_change, span_of(p.article, p."start", p."end", p.text) AS span
    FROM positions p JOIN articles a ON a.id = p.article
    WHERE p.level = 'hamlet' AND p.place_name IS NOT NULL AND says_hamlet_head(p.title || ' ' || p.body) AND a.published_on IS NOT NULL
        AND len(string_split(p.name, ' ')) > 2 AND p.article NOT IN (SELECT article FROM copies)
),
two_hamlets AS (
    SELECT * FROM (SELECT *, lag(hamlets) OVER (PARTITION BY article, official, title ORDER BY "start", body) AS other FROM hamlets)
    WHERE plain_name(place_name) <> plain_name(other.place_name)
        AND (levenshtein(lower(place_name), lower(other.place_name)) > 2 OR regexp_matches(place_name, '^[0-9]+$') AND regexp_matches(other.place_name, '^[0-9]+$'))
),
seated AS (
    SELECT * REPLACE (seat_is_printed AS post_is_printed) FROM offices WHERE len(string_split(name, ' ')) > 1
),
-- Of the posts that are printed in one breath ("Phó Bí thư Huyện ủy, Chủ tịch UBND huyện") each is held against its own kind.
chairs_told AS (
    SELECT * FROM (SELECT *, lag(seated) OVER (PARTITION BY plain, place_code ORDER BY published_on, article, "start") AS other FROM seated WHERE own_head <> '')
    WHERE other.article <> article AND date_diff('day', other.published_on, published_on) <= 10 AND apart(own_head, other.own_head)
    UNION
    SELECT * FROM (SELECT *, lag(seated) OVER (PARTITION BY plain, place_code, organ, office ORDER BY published_on, article, "start") AS other FROM seated)
    WHERE other.article <> article AND date_diff('day', other.published_on, published_on) <= 10 AND other.is_deputy <> is_deputy
),
-- Two heads of one body of a unit in one article, of those that have but one.
headed AS (
    SELECT *, lag(offices) OVER (PARTITION BY article, office, organ, place_level, place_code ORDER BY "start", body) AS other
    FROM offices
    WHERE NOT is_deputy AND says_one_head(organ)
),
two_heads AS (
    SELECT * FROM headed WHERE other.official <> official AND levenshtein(lower(name), lower(other.name)) > 2
        AND list_last(string_split(lower(name), ' ')) <> list_last(string_split(lower(other.name), ' '))
),
-- Two reports of one event: on one printed day, in one commune, and printed within days of each other.
event_days AS (
    SELECT DISTINCT d.article, d.date_start AS day FROM dates d JOIN articles a ON a.id = d.article
    WHERE d.role = 'event' AND d.grain = 'day' AND d.confidence >= 0.6
        -- The year may be filled in where the day lies within the month before.
        AND (NOT d.inferred OR d.date_start BETWEEN a.published_on - INTERVAL 30 DAY AND a.published_on)
),
communes AS (
    SELECT DISTINCT article, place_code FROM places WHERE place_level = 'commune' AND place_code IS NOT NULL
),
pairs AS (
    SELECT one, two
    FROM (
        SELECT heads AS one, lag(heads) OVER (PARTITION BY plain, organ, place_level, province ORDER BY published_on, article, span."start") AS two
        FROM heads
    )
    WHERE two.place_code <> one.place_code AND one.article <> two.article AND len(string_split(one.name, ' ')) > 2
        AND date_diff('day', two.published_on, one.published_on) <= 10
),
met AS (
    SELECT p.one, p.two FROM pairs p
    JOIN event_days d ON d.article = p.one.article JOIN event_days e ON e.article = p.two.article AND e.day = d.day
    JOIN communes c ON c.article = p.one.article JOIN communes g ON g.article = p.two.article AND g.place_code = c.place_code
    WHERE abs(date_diff('day', d.day, p.one.published_on)) <= 30
    GROUP BY ALL
),
chairs_met AS (
    SELECT t.* FROM chairs_told t SEMI JOIN (
        SELECT t.span, t.other FROM chairs_told t
        JOIN event_days d ON d.article = t.article JOIN event_days e ON e.article = t.other.article AND e.day = d.day
        LEFT JOIN communes c ON c.article = t.article LEFT JOIN communes g ON g.article = t.other.article AND g.place_code = c.place_code
        -- A name of two syllables may be another's: only in the same commune.
        WHERE g.place_code IS NOT NULL OR t.organ = t.other.organ AND len(string_split(t.name, ' ')) > 2
    ) m ON m.span = t.span AND m.other = t.other
),
reports AS (
    SELECT t.span.article AS one, t.other.span.article AS two FROM (SELECT DISTINCT span, other FROM told_once WHERE NOT same_person AND span.article <> other.span.article) t
    JOIN event_days d ON d.article = t.span.article JOIN event_days e ON e.article = t.other.span.article AND e.day = d.day
    JOIN communes c ON c.article = t.span.article JOIN communes g ON g.article = t.other.span.article AND g.place_code = c.place_code
    GROUP BY ALL
),
judged AS (
    SELECT CASE WHEN same_person THEN 'agrees' WHEN doubt IS NOT NULL THEN 'unclear' ELSE 'differs' END AS outcome,
        CASE WHEN NOT same_person THEN doubt END AS reason,
        CASE WHEN (span.article = other.span.article OR r.one IS NOT NULL) AND unit_is_printed AND other.unit_is_printed
            THEN 'warning' END AS severity,
        span, other.span AS other_span, name, other.name AS other_name, seat, other.seat AS other_seat,
        published_on, other.published_on AS other_on
    FROM told_once LEFT JOIN reports r ON r.one = span.article AND r.two = other.span.article
    UNION ALL
    SELECT CASE WHEN one.tells_of_change OR two.tells_of_change OR least(one.confidence, two.confidence) < 0.6 THEN 'unclear' ELSE 'differs' END,
        CASE WHEN one.tells_of_change OR two.tells_of_change THEN 'handover' WHEN least(one.confidence, two.confidence) < 0.6 THEN 'doubtful_reading' END,
        CASE WHEN one.unit_is_printed AND two.unit_is_printed THEN 'warning' END,
        one.span, two.span, one.name, two.name, one.title || ' ' || one.body, two.title || ' ' || two.body, one.published_on, two.published_on
    FROM met
    UNION ALL
    SELECT CASE WHEN tells_of_change OR least(confidence, other.confidence) < 0.6 THEN 'unclear' ELSE 'differs' END,
        CASE WHEN tells_of_change THEN 'handover' WHEN least(confidence, other.confidence) < 0.6 THEN 'doubtful_reading' END,
        CASE WHEN post_is_printed AND other.post_is_printed THEN 'warning' END,
        span, other.span, name, other.name, title || ' ' || body, other.title || ' ' || other.body,
        published_on, other.published_on
    FROM same_person WHERE other.place_code <> place_code
    UNION ALL
    SELECT CASE WHEN tells_of_change OR least(confidence, other.confidence) < 0.6 THEN 'unclear' ELSE 'differs' END,
        CASE WHEN tells_of_change THEN 'handover' WHEN least(confidence, other.confidence) < 0.6 THEN 'doubtful_reading' END,
        CASE WHEN post_is_printed AND other.post_is_printed THEN 'warning' END,
        span, other.span, name, other.name, title || ' ' || body, other.title || ' ' || other.body, published_on, other.published_on
    FROM (FROM both_posts UNION ALL FROM two_heads UNION ALL BY NAME FROM two_chairs UNION ALL BY NAME FROM two_hamlets UNION ALL BY NAME FROM chairs_met)
)
SELECT outcome, reason, severity,
    concat_ws('|', span.article, span."start", other_span.article, other_span."start", seat) AS key,
    [span, other_span] AS spans,
    name AS stated, other_name AS computed, name, other_name, seat, other_seat,
    day_in_words(published_on) AS day, day_in_words(other_on) AS other_day
FROM judged
