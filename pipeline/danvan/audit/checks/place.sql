/*
severity = "note"

[title]
en = "A unit that did not exist on the day of the article, or not in the place named behind it"
vi = "Đơn vị không tồn tại vào ngày đăng bài, hoặc không thuộc nơi được nêu"

[message]
en = "“{text}”, {day}: the table of units has it {lived}"
vi = "“{text}”, {day}: theo danh mục đơn vị hành chính: {lived}"

[settle]
en = "the resolution on the unit, the date of the article, or a slip in a name"
vi = "nghị quyết về đơn vị, ngày của bài, hoặc lỗi viết tên"

[[case]]
says = "a city three years before it was founded"
expect = ["differs"]
articles = [{ id = "a", published_on = "2018-05-05" }]
units = [
  { code = "769", level = "district", kind = "thành phố", name = "Thủ Đức", parent_code = "79", valid_from = "2021-01-01" },
]
places = [{ kind = "quận", name = "Thủ Đức", text = "thành phố Thủ Đức", place_code = "762" }]

[[case]]
says = "a district that was dissolved years before"
expect = ["differs"]
articles = [{ id = "a", published_on = "2019-05-05" }]
units = [
  { code = "019", level = "district", kind = "huyện", name = "Từ Liêm", parent_code = "01", valid_from = "2004-08-31", valid_to = "2013-12-28" },
]
places = [{ name = "Từ Liêm", text = "huyện Từ Liêm", place_code = "019" }]

[[case]]
says = "a commune put into a district that it never was in"
expect = ["agrees", "agrees", "differs"]
articles = [{ id = "a", published_on = "2018-05-05", text = "Tại xã Cẩm Bình, huyện Thạch Hà. " }]
units = [
  { code = "445", level = "district", kind = "huyện", name = "Thạch Hà", parent_code = "42", valid_from = "2004-08-31" },
  { code = "18700", level = "commune", kind = "xã", name = "Cẩm Bình", parent_code = "446", valid_from = "2004-08-31" },
  { code = "446", level = "district", kind = "huyện", name = "Cẩm Xuyên", parent_code = "42", valid_from = "2004-08-31" },
]
places = [
  { kind = "xã", name = "Cẩm Bình", level = "commune", text = "xã Cẩm Bình", confidence = 0.5 },
  { text = "huyện Thạch Hà", place_code = "445" },
]

[[case]]
says = "a commune in its district"
expect = ["agrees", "agrees", "agrees"]
articles = [{ id = "a", published_on = "2018-05-05", text = "Tại xã Thạch Lạc, huyện Thạch Hà. " }]
units = [
  { code = "445", level = "district", kind = "huyện", name = "Thạch Hà", parent_code = "42", valid_from = "2004-08-31" },
  { code = "18604", level = "commune", kind = "xã", name = "Thạch Lạc", parent_code = "445", valid_from = "2004-08-31" },
]
places = [
  { kind = "xã", name = "Thạch Lạc", level = "commune", text = "xã Thạch Lạc", place_code = "18604" },
  { text = "huyện Thạch Hà", place_code = "445" },
]

[[case]]
says = "a unit of that name and kind is there somewhere"
expect = ["agrees"]
articles = [{ id = "a", published_on = "2022-05-05" }]
units = [
  { code = "1", level = "commune", kind = "xã", name = "Hòa Bình", parent_code = "9", valid_from = "2004-08-31", valid_to = "2020-01-01" },
  { code = "2", level = "commune", kind = "xã", name = "Hòa Bình", parent_code = "8", valid_from = "2004-08-31" },
]
places = [{ kind = "xã", name = "Hoà Bình", level = "commune", text = "xã Hoà Bình" }]

[[case]]
says = "a name without its kind, and one with another word between"
expect = []
articles = [{ id = "a", published_on = "2019-05-05" }]
units = [
  { code = "019", level = "district", kind = "huyện", name = "Từ Liêm", parent_code = "01", valid_from = "2004-08-31", valid_to = "2013-12-28" },
]
places = [{ name = "Từ Liêm", text = "Từ Liêm", place_code = "019" }, { name = "Từ Liêm", text = "Huyện ủy Từ Liêm", place_code = "019" }]

[[case]]
says = "a secretary of a committee that is gone for years, in an article of this year only"
expect = ["differs"]
articles = [{ id = "a", published_on = "2019-05-05", text = "Theo Bí thư Huyện ủy Từ Liêm, năm 2019 có 12 mô hình." }]
units = [
  { code = "019", level = "district", kind = "huyện", name = "Từ Liêm", parent_code = "01", valid_from = "2004-08-31", valid_to = "2013-12-28" },
]
places = [{ name = "Từ Liêm", text = "Huyện ủy Từ Liêm", place_code = "019", sentence = "Theo Bí thư Huyện ủy Từ Liêm, năm 2019 có 12 mô hình." }]

[[case]]
says = "one who was its secretary"
expect = []
articles = [{ id = "a", published_on = "2019-05-05", text = "Theo ông A, nguyên Bí thư Huyện ủy Từ Liêm, năm 2019 có 12 mô hình." }]
units = [
  { code = "019", level = "district", kind = "huyện", name = "Từ Liêm", parent_code = "01", valid_from = "2004-08-31", valid_to = "2013-12-28" },
]
places = [{ name = "Từ Liêm", text = "Huyện ủy Từ Liêm", place_code = "019", sentence = "Theo ông A, nguyên Bí thư Huyện ủy Từ Liêm, năm 2019 có 12 mô hình." }]

[[case]]
says = "a district said to lie in the province that it left years ago, by what it does now"
expect = ["agrees", "agrees", "differs"]
articles = [{ id = "a", published_on = "2015-05-05", text = "Năm 2015, huyện Mê Linh, tỉnh Vĩnh Phúc vận động 30 hộ." }]
units = [
  { code = "250", level = "district", kind = "huyện", name = "Mê Linh", parent_code = "26", valid_from = "2004-08-31", valid_to = "2008-08-01" },
  { code = "250", level = "district", kind = "huyện", name = "Mê Linh", parent_code = "01", valid_from = "2008-08-01" },
  { code = "26", level = "province", kind = "tỉnh", name = "Vĩnh Phúc", valid_from = "2004-08-31" },
  { code = "01", level = "province", kind = "thành phố", name = "Hà Nội", valid_from = "2004-08-31" },
]
places = [
  { name = "Mê Linh", text = "huyện Mê Linh", place_code = "250", sentence = "Năm 2015, huyện Mê Linh, tỉnh Vĩnh Phúc vận động 30 hộ." },
  { name = "Vĩnh Phúc", text = "tỉnh Vĩnh Phúc", kind = "tỉnh", level = "province", place_code = "26", place_level = "province", sentence = "Năm 2015, huyện Mê Linh, tỉnh Vĩnh Phúc vận động 30 hộ." },
]

[[case]]
says = "history: the sentence says that it is no more"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2019-05-05" }]
units = [
  { code = "019", level = "district", kind = "huyện", name = "Từ Liêm", parent_code = "01", valid_from = "2004-08-31", valid_to = "2013-12-28" },
]
places = [{ name = "Từ Liêm", text = "huyện Từ Liêm", place_code = "019", sentence = "Ở huyện Từ Liêm (cũ) có 12 mô hình." }]

[[case]]
says = "a district that has just been dissolved is still spoken of"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2025-11-05" }]
units = [
  { code = "445", level = "district", kind = "huyện", name = "Thạch Hà", parent_code = "42", valid_from = "2004-08-31", valid_to = "2025-07-01" },
]
places = [{ text = "huyện Thạch Hà", place_code = "445" }]

[[case]]
says = "a committee of a district at work on a printed day after the district's end"
expect = ["differs"]
articles = [{ id = "a", published_on = "2025-11-05" }]
units = [
  { code = "445", level = "district", kind = "huyện", name = "Thạch Hà", parent_code = "42", valid_from = "2004-08-31", valid_to = "2025-07-01" },
]
places = [{ text = "huyện Thạch Hà", place_code = "445", sentence = "Sáng 03/11/2025, UBND huyện Thạch Hà tổ chức hội nghị." }]

[[case]]
says = "a page without a date, and a unit that is in no table"
expect = ["unclear", "unclear"]
articles = [{ id = "a" }, { id = "b", published_on = "2019-05-05" }]
units = [
  { code = "019", level = "district", kind = "huyện", name = "Từ Liêm", parent_code = "01", valid_from = "2004-08-31", valid_to = "2013-12-28" },
]
places = [
  { article = "a", name = "Từ Liêm", text = "huyện Từ Liêm", place_code = "019" },
  { article = "b", name = "Sốp Bâu", text = "huyện Sốp Bâu" },
]

[[case]]
says = "a commune that was merged the year before, of the article's province, though its name lives elsewhere"
expect = ["differs"]
articles = [{ id = "a", published_on = "2021-08-10", province = "Hà Tĩnh", text = "Xã Cẩm Hòa đang phát động đợt cao điểm." }]
units = [
  { code = "42", level = "province", kind = "tỉnh", name = "Hà Tĩnh", valid_from = "2004-08-31" },
  { code = "446", level = "district", kind = "huyện", name = "Cẩm Xuyên", parent_code = "42", valid_from = "2004-08-31" },
  { code = "18679", level = "commune", kind = "xã", name = "Cẩm Hòa", parent_code = "446", valid_from = "2004-08-31", valid_to = "2020-01-01" },
  { code = "18679", level = "commune", kind = "xã", name = "Yên Hòa", parent_code = "446", valid_from = "2020-01-01" },
  { code = "99999", level = "commune", kind = "xã", name = "Cẩm Hòa", parent_code = "999", valid_from = "2004-08-31" },
]
places = [{ kind = "xã", name = "Cẩm Hòa", level = "commune", place_code = "18679", text = "Xã Cẩm Hòa", sentence = "Xã Cẩm Hòa đang phát động đợt cao điểm." }]

[[case]]
says = "the same, told as the old one"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2021-08-10", province = "Hà Tĩnh", text = "Ở xã Cẩm Hòa cũ, nay là xã Yên Hòa." }]
units = [
  { code = "42", level = "province", kind = "tỉnh", name = "Hà Tĩnh", valid_from = "2004-08-31" },
  { code = "446", level = "district", kind = "huyện", name = "Cẩm Xuyên", parent_code = "42", valid_from = "2004-08-31" },
  { code = "18679", level = "commune", kind = "xã", name = "Cẩm Hòa", parent_code = "446", valid_from = "2004-08-31", valid_to = "2020-01-01" },
]
places = [{ kind = "xã", name = "Cẩm Hòa", level = "commune", place_code = "18679", text = "xã Cẩm Hòa", sentence = "Ở xã Cẩm Hòa cũ, nay là xã Yên Hòa." }]

[[case]]
says = "the name is there in the next district: that one may be meant"
expect = ["agrees"]
articles = [{ id = "a", published_on = "2021-08-10", province = "Hà Tĩnh", text = "Xã Cẩm Hòa đang phát động đợt cao điểm." }]
units = [
  { code = "42", level = "province", kind = "tỉnh", name = "Hà Tĩnh", valid_from = "2004-08-31" },
  { code = "446", level = "district", kind = "huyện", name = "Cẩm Xuyên", parent_code = "42", valid_from = "2004-08-31" },
  { code = "445", level = "district", kind = "huyện", name = "Thạch Hà", parent_code = "42", valid_from = "2004-08-31" },
  { code = "18679", level = "commune", kind = "xã", name = "Cẩm Hòa", parent_code = "446", valid_from = "2004-08-31", valid_to = "2020-01-01" },
  { code = "18604", level = "commune", kind = "xã", name = "Cẩm Hòa", parent_code = "445", valid_from = "2004-08-31" },
]
places = [{ kind = "xã", name = "Cẩm Hòa", level = "commune", place_code = "18679", text = "Xã Cẩm Hòa", sentence = "Xã Cẩm Hòa đang phát động đợt cao điểm." }]

[[case]]
says = "a committee of a district that gives orders at present, months after its end"
expect = ["differs"]
articles = [{ id = "a", published_on = "2025-09-18", text = "Theo UBND huyện Thạch Hà, huyện đang chỉ đạo các xã nhân rộng." }]
units = [
  { code = "445", level = "district", kind = "huyện", name = "Thạch Hà", parent_code = "42", valid_from = "2004-08-31", valid_to = "2025-07-01" },
]
places = [{ text = "huyện Thạch Hà", place_code = "445", sentence = "Theo UBND huyện Thạch Hà, huyện đang chỉ đạo các xã nhân rộng." }]

[[case]]
says = "a district's Party committee that meets on a printed day months after its end"
expect = ["differs"]
articles = [{ id = "a", published_on = "2025-10-15", text = "Sáng 14/10/2025, Huyện ủy Thạch Hà tổ chức hội nghị đánh giá phong trào." }]
units = [
  { code = "445", level = "district", kind = "huyện", name = "Thạch Hà", parent_code = "42", valid_from = "2004-08-31", valid_to = "2025-07-01" },
]
places = [{ text = "Huyện ủy Thạch Hà", name = "Thạch Hà", level = "district", confidence = 0.96, place_code = "445", sentence = "Sáng 14/10/2025, Huyện ủy Thạch Hà tổ chức hội nghị đánh giá phong trào." }]

[[case]]
says = "the same two weeks after its end"
expect = []
articles = [{ id = "a", published_on = "2025-07-15", text = "Sáng 14/7/2025, Huyện ủy Thạch Hà tổ chức hội nghị bàn giao." }]
units = [
  { code = "445", level = "district", kind = "huyện", name = "Thạch Hà", parent_code = "42", valid_from = "2004-08-31", valid_to = "2025-07-01" },
]
places = [{ text = "Huyện ủy Thạch Hà", name = "Thạch Hà", level = "district", confidence = 0.96, place_code = "445", sentence = "Sáng 14/7/2025, Huyện ủy Thạch Hà tổ chức hội nghị bàn giao." }]

[[case]]
says = "its former secretary, on that day"
expect = []
articles = [{ id = "a", published_on = "2025-10-15", text = "Sáng 14/10/2025, nguyên Bí thư Huyện ủy Thạch Hà dự hội nghị." }]
units = [
  { code = "445", level = "district", kind = "huyện", name = "Thạch Hà", parent_code = "42", valid_from = "2004-08-31", valid_to = "2025-07-01" },
]
places = [{ text = "Huyện ủy Thạch Hà", name = "Thạch Hà", level = "district", confidence = 0.96, place_code = "445", sentence = "Sáng 14/10/2025, nguyên Bí thư Huyện ủy Thạch Hà dự hội nghị." }]

[[case]]
says = "the same three weeks after its end"
expect = ["unclear"]
articles = [{ id = "a", published_on = "2025-07-20", text = "Theo UBND huyện Thạch Hà, huyện đang chỉ đạo các xã nhân rộng." }]
units = [
  { code = "445", level = "district", kind = "huyện", name = "Thạch Hà", parent_code = "42", valid_from = "2004-08-31", valid_to = "2025-07-01" },
]
places = [{ text = "huyện Thạch Hà", place_code = "445", sentence = "Theo UBND huyện Thạch Hà, huyện đang chỉ đạo các xã nhân rộng." }]

[[case]]
says = "a town once called a city, years before it became one; right beside it its kind of that day"
expect = ["agrees", "differs"]
articles = [{ id = "a", published_on = "2019-05-14", province = "Hà Tĩnh", text = "Ở thị xã Từ Sơn. Cán bộ thành phố Từ Sơn trao đổi." }]
units = [
  { code = "261", level = "district", kind = "thị xã", name = "Từ Sơn", parent_code = "27", valid_from = "2008-10-09", valid_to = "2021-11-01" },
  { code = "261", level = "district", kind = "thành phố", name = "Từ Sơn", parent_code = "27", valid_from = "2021-11-01" },
]
places = [
  { kind = "thị xã", name = "Từ Sơn", text = "thị xã Từ Sơn", place_code = "261", sentence = "Ở thị xã Từ Sơn." },
  { kind = "thành phố", name = "Từ Sơn", text = "thành phố Từ Sơn", place_code = "261", sentence = "Cán bộ thành phố Từ Sơn trao đổi." },
]
[[case]]
says = "a district that only ever lay in one province, named in another"
expect = ["agrees", "agrees", "differs"]
articles = [{ id = "a", published_on = "2018-05-05", text = "Ở huyện Nghi Xuân, tỉnh Nghệ An, dân góp công." }]
units = [
  { code = "449", level = "district", kind = "huyện", name = "Nghi Xuân", parent_code = "42", valid_from = "2004-08-31", valid_to = "2025-07-01" },
  { code = "42", level = "province", kind = "tỉnh", name = "Hà Tĩnh", parent_code = "", valid_from = "2004-08-31" },
  { code = "40", level = "province", kind = "tỉnh", name = "Nghệ An", parent_code = "", valid_from = "2004-08-31" },
]
places = [
  { name = "Nghi Xuân", text = "huyện Nghi Xuân", place_code = "", confidence = 0.5 },
  { kind = "tỉnh", level = "province", name = "Nghệ An", text = "tỉnh Nghệ An", place_code = "40" },
]

[[case]]
says = "the province in brackets, without its kind: another one, and its own"
expect = ["agrees", "agrees", "agrees", "differs"]
articles = [{ id = "a", published_on = "2018-05-05", text = "Ở huyện Nghi Xuân (Nghệ An), dân góp công." }, { id = "b", published_on = "2018-05-05", text = "Ở huyện Nghi Xuân (Hà Tĩnh), dân góp công." }]
units = [
  { code = "449", level = "district", kind = "huyện", name = "Nghi Xuân", parent_code = "42", valid_from = "2004-08-31", valid_to = "2025-07-01" },
  { code = "42", level = "province", kind = "tỉnh", name = "Hà Tĩnh", parent_code = "", valid_from = "2004-08-31" },
  { code = "40", level = "province", kind = "tỉnh", name = "Nghệ An", parent_code = "", valid_from = "2004-08-31" },
]
places = [
  { article = "a", name = "Nghi Xuân", text = "huyện Nghi Xuân", place_code = "", confidence = 0.5 },
  { article = "a", kind = "tỉnh", level = "province", name = "Nghệ An", text = "Nghệ An", place_code = "40" },
  { article = "b", name = "Nghi Xuân", text = "huyện Nghi Xuân", place_code = "449" },
  { article = "b", kind = "tỉnh", level = "province", name = "Hà Tĩnh", text = "Hà Tĩnh", place_code = "42" },
]
[[case]]
says = "months after its end: a head of its board speaks; in an article that tells of the merger he may speak of before"
expect = ["differs"]
articles = [
  { id = "a", published_on = "2025-10-15", text = "Bà A, Trưởng Ban Tuyên giáo và Dân vận Huyện ủy Thạch Hà cho biết sẽ làm tiếp." },
  { id = "b", published_on = "2025-10-15", text = "Sau sáp nhập. Bà A, Trưởng Ban Tuyên giáo và Dân vận Huyện ủy Thạch Hà cho biết sẽ làm tiếp." },
]
units = [
  { code = "445", level = "district", kind = "huyện", name = "Thạch Hà", parent_code = "42", valid_from = "2004-08-31", valid_to = "2025-07-01" },
]
places = [{ article = "a", text = "Huyện ủy Thạch Hà", place_code = "445" }, { article = "b", text = "Huyện ủy Thạch Hà", place_code = "445" }]

[[case]]
says = "a province gives orders months after its end; it has given some"
expect = ["differs", "unclear"]
articles = [
  { id = "a", published_on = "2025-09-15", text = "UBND tỉnh Hà Nam giao các sở công khai phương án." },
  { id = "b", published_on = "2025-09-15", text = "Phương án đã được UBND tỉnh Hà Nam phê duyệt, các sở công khai." },
]
units = [
  { code = "35", level = "province", kind = "tỉnh", name = "Hà Nam", valid_from = "2004-08-31", valid_to = "2025-07-01" },
]
places = [
  { article = "a", text = "tỉnh Hà Nam", name = "Hà Nam", kind = "tỉnh", level = "province", place_code = "35" },
  { article = "b", text = "tỉnh Hà Nam", name = "Hà Nam", kind = "tỉnh", level = "province", place_code = "35" },
]

[[case]]
says = "a township in a list of December, where none is left; what it had then"
expect = ["differs", "unclear"]
articles = [
  { id = "a", published_on = "2025-12-15", text = "- Xã Bảo Thắng: 19 mô hình;\n- Thị trấn Bắc Hà: 16 mô hình." },
  { id = "b", published_on = "2025-12-15", text = "Trước khi sáp nhập, thị trấn Bắc Hà có 16 mô hình." },
]
units = [
  { code = "1", level = "commune", kind = "thị trấn", name = "Bắc Hà", parent_code = "9", valid_from = "2004-08-31", valid_to = "2025-07-01" },
  { code = "1", level = "commune", kind = "xã", name = "Bắc Hà", parent_code = "10", valid_from = "2025-07-01" },
]
places = [
  { article = "a", text = "Thị trấn Bắc Hà", name = "Bắc Hà", kind = "thị trấn", level = "commune" },
  { article = "b", text = "thị trấn Bắc Hà", name = "Bắc Hà", kind = "thị trấn", level = "commune", sentence = "Trước khi sáp nhập, thị trấn Bắc Hà có 16 mô hình." },
]

[[case]]
says = "a commune at work on a printed day weeks before it was made; it is told what it will be"
expect = ["differs", "unclear"]
articles = [
  { id = "a", published_on = "2025-05-16", text = "Ngày 15/5/2025, Đảng ủy xã Bến Hải tổ chức lớp tập huấn." },
  { id = "b", published_on = "2025-05-16", text = "Ngày 15/5/2025, dân góp ý về tên xã Bến Hải." },
]
units = [
  { code = "1", level = "commune", kind = "xã", name = "Bến Hải", parent_code = "45", valid_from = "2025-07-01" },
]
dates = [
  { article = "a", date_start = "2025-05-15", date_end = "2025-05-15", text = "15/5/2025", sentence = "Ngày 15/5/2025, Đảng ủy xã Bến Hải tổ chức lớp tập huấn." },
  { article = "b", date_start = "2025-05-15", date_end = "2025-05-15", text = "15/5/2025", sentence = "Ngày 15/5/2025, dân góp ý về tên xã Bến Hải." },
]
places = [
  { article = "a", text = "xã Bến Hải", name = "Bến Hải", kind = "xã", level = "commune", sentence = "Ngày 15/5/2025, Đảng ủy xã Bến Hải tổ chức lớp tập huấn." },
  { article = "b", text = "xã Bến Hải", name = "Bến Hải", kind = "xã", level = "commune", sentence = "Ngày 15/5/2025, dân góp ý về tên xã Bến Hải." },
]

[[case]]
says = "the name that a province bore until the new year, with its union at work"
expect = ["differs"]
articles = [{ id = "a", published_on = "2025-03-26", text = "Hội LHPN tỉnh Thừa Thiên Huế đang bàn." }]
units = [
  { code = "46", level = "province", kind = "tỉnh", name = "Thừa Thiên Huế", valid_from = "2004-08-31", valid_to = "2025-01-01" },
  { code = "46", level = "province", kind = "thành phố", name = "Huế", valid_from = "2025-01-01" },
]
places = [{ text = "tỉnh Thừa Thiên Huế", name = "Huế", kind = "thành phố", level = "province", place_code = "46" }]
[[case]]
says = "a meeting on a printed day in a commune that was made two years later; a plan for it"
expect = ["differs", "unclear"]
articles = [
  { id = "a", published_on = "2018-10-03", text = "Ngày 2/10/2018, tại xã Điền Mỹ, đoàn khám bệnh." },
  { id = "b", published_on = "2018-10-03", text = "Ngày 2/10/2018, dân bàn đề án lập xã Điền Mỹ." },
]
units = [{ code = "1", level = "commune", kind = "xã", name = "Điền Mỹ", parent_code = "444", valid_from = "2020-01-01" }]
dates = [
  { article = "a", date_start = "2018-10-02", date_end = "2018-10-02", text = "2/10/2018", sentence = "Ngày 2/10/2018, tại xã Điền Mỹ, đoàn khám bệnh." },
  { article = "b", date_start = "2018-10-02", date_end = "2018-10-02", text = "2/10/2018", sentence = "Ngày 2/10/2018, dân bàn đề án lập xã Điền Mỹ." },
]
places = [
  { article = "a", text = "xã Điền Mỹ", name = "Điền Mỹ", kind = "xã", level = "commune", sentence = "Ngày 2/10/2018, tại xã Điền Mỹ, đoàn khám bệnh." },
  { article = "b", text = "xã Điền Mỹ", name = "Điền Mỹ", kind = "xã", level = "commune", sentence = "Ngày 2/10/2018, dân bàn đề án lập xã Điền Mỹ." },
]
*/
WITH plain_units AS (
    SELECT code, level, kind, name, plain_name(name) AS plain, parent_code, valid_from, coalesce(valid_to, DATE '9999-12-31') AS valid_to
    FROM units
),
-- Wherever it is named: an article may begin with the bare name, or with that of a body.
everywhere AS (
    SELECT article, nr, place_code, province, level, confidence, sentence, name, "start", "end", text FROM places
    UNION ALL
    SELECT p.article, p.nr, p.place_code, p.province, p.level, p.confidence, m.sentence, p.name, m."start", m."end", m.text
    FROM places p JOIN mentions m ON m.article = p.article AND m.of = p.nr AND m.kind = 'places' AND m."start" <> p."start"
),
named AS (
    SELECT p.article, p.nr, p.place_code, p.level, p.confidence, a.published_on, p.sentence, p.name, coalesce(p.province = a.province, false) AS is_home,
        span_of(p.article, p."start", p."end", p.text) AS span,
        kind_of(p.text) AS kind, plain_name(substr(p.text, length(first_unit_kind(p.text)) + 1)) AS plain,
        plain_name(p.name) AS plain_place
    FROM everywhere p JOIN articles a ON a.id = p.article
    WHERE p.level IN ('province', 'district', 'commune') AND first_unit_kind(p.text) <> ''
),
-- Only where the kind stands right before the name: "Huyện ủy Từ Liêm" may bear an old name for good reasons.
spoken_everywhere AS (
    SELECT * FROM named WHERE (plain = plain_place
        -- A name that the unit bore before: "tỉnh Thừa Thiên Huế" is linked to thành phố Huế.
        OR (place_code, plain, kind) IN (SELECT (code, plain, kind) FROM plain_units)) AND (level = 'district' AND kind = 'quận' OR NOT regexp_matches(plain, '^[0-9]*$'))
),
spoken AS (
    SELECT *, count(*) OVER (PARTITION BY article, nr, kind) AS times FROM spoken_everywhere
    QUALIFY row_number() OVER (PARTITION BY article, nr, kind ORDER BY span."start") = 1
),
-- The day of an event that a sentence prints, its year too or filled in from the last weeks.
event_days AS (
    SELECT d.article, d.sentence, max(d.date_start) AS day
    FROM dates d JOIN articles a ON a.id = d.article
    WHERE d.role = 'event' AND d.grain = 'day' AND d.date_start <= a.published_on AND (NOT d.inferred OR d.date_start + INTERVAL 30 DAY >= a.published_on)
    GROUP BY ALL
),
-- A body of a unit at work: "UBND huyện A", "Huyện ủy A", and the day on which it was.
bodies AS (
    SELECT e.article, e.nr, max(coalesce(CAST(try_strptime(replace(
            regexp_extract(e.sentence, '[0-9]{1,2}[/-][0-9]{1,2}[/-]20[0-9]{2}'), '-', '/'), '%d/%m/%Y') AS DATE), d.day)) AS works_on
    FROM everywhere e LEFT JOIN event_days d ON d.article = e.article AND d.sentence = e.sentence
    WHERE e.level IN ('province', 'district') AND (regexp_matches(lower(e.text), '^(tỉnh|huyện|thị|thành|quận) ủy ')
        OR regexp_matches(e.sentence, '(UBND|Ủy ban nhân dân|HĐND|Ủy ban MTTQ) ' || e.text))
    GROUP BY ALL
),
-- "Sáng 14/10/2025, Huyện ủy A tổ chức hội nghị": a committee of a district at work on a printed day on which there was none.
gone_bodies AS (
    SELECT p.article, p.nr, arg_min(span_of(p.article, p."start", p."end", p.text), p."start") AS span, a.published_on, min(u.valid_from) AS first_day, max(u.valid_to) AS last_day
    FROM everywhere p JOIN bodies b ON b.article = p.article AND b.nr = p.nr JOIN articles a ON a.id = p.article
    JOIN plain_units u ON u.plain = plain_name(p.name) AND u.level = p.level
    WHERE p.level IN ('province', 'district') AND p.confidence >= 0.8 AND regexp_matches(p.text, '^(Tỉnh|Huyện|Thị|Quận) ủy ') AND NOT tells_of_past(p.sentence, a.published_on)
    GROUP BY p.article, p.nr, a.published_on
    HAVING bool_or(a.published_on >= b.works_on AND says_body_acts(lower(substr(a.text, p."end" + 1, 60)))
            AND contains(p.sentence, strftime(b.works_on, '%-d/%-m/%Y'))) AND max(u.valid_to) + INTERVAL 1 MONTH <= any_value(b.works_on)
        -- Or it gives orders, or its secretary speaks, months after its end, in an article that knows of no merger.
        OR max(u.valid_to) + INTERVAL 2 MONTH <= a.published_on AND NOT says_knows_merger(any_value(a.text))
            AND bool_or(says_body_now(a.text[p."end" + 1 : p."end" + 60])
                OR says_office_before(a.text[greatest(1, p."start" - 59) : p."start"]) AND says_speaks(a.text[p."end" + 1 : p."end" + 60]))
        -- Or years after its end, by an office of it or what it does, in an article that prints no year in which it was.
        OR max(u.valid_to) + INTERVAL 1 YEAR <= a.published_on
            AND bool_or(says_office_before(a.text[greatest(1, p."start" - 39) : p."start"]) OR says_body_acts(lower(a.text[p."end" + 1 : p."end" + 60])))
            AND any_value(earliest_year(a.text)) > year(max(u.valid_to) - INTERVAL 1 DAY)
),
-- What the sentences say of it, at every place where it is named.
told AS (
    SELECT s.article, s.nr, bool_or(tells_of_history(m.sentence, s.published_on)) AS is_history,
        -- A unit that is gone is not spoken of as gone where something "will" be done.
        bool_or(tells_of_past(m.sentence, s.published_on)) AS is_past
    FROM spoken s JOIN mentions m ON m.article = s.article AND m.of = s.nr AND m.kind = 'places'
    GROUP BY s.article, s.nr
),
homes AS (
    SELECT DISTINCT u.code, u.parent_code, CASE WHEN length(u.parent_code) = 2 THEN u.parent_code ELSE d.parent_code END AS province
    FROM units u LEFT JOIN (SELECT code, any_value(parent_code) AS parent_code FROM units WHERE level = 'district' GROUP BY code) d ON d.code = u.parent_code
    WHERE u.level = 'commune'
),
-- A commune of the article's own province: there, and where the linking has put it, whatever bears its name elsewhere.
here AS (
    SELECT s.article, s.nr, s.kind,
        bool_or(u.valid_from <= s.published_on AND s.published_on < u.valid_to) AS is_there,
        min(u.valid_from) FILTER (u.kind = s.kind AND u.parent_code = h.parent_code) AS first_day,
        max(u.valid_to) FILTER (u.kind = s.kind AND u.parent_code = h.parent_code) AS last_day
    FROM spoken s JOIN homes h ON h.code = s.place_code
    JOIN plain_units u ON u.plain = s.plain AND u.level = 'commune'
    JOIN homes g ON g.code = u.code AND g.parent_code = u.parent_code AND g.province = h.province
    WHERE s.level = 'commune' AND s.is_home AND s.confidence >= 0.9
    GROUP BY ALL
    HAVING NOT is_there AND last_day + INTERVAL 1 YEAR <= any_value(s.published_on)
),
found AS (
    SELECT s.article, s.nr, s.kind,
        bool_or(u.valid_from <= s.published_on AND s.published_on < u.valid_to) AS is_there,
        bool_or(u.kind = s.kind AND u.valid_from <= s.published_on AND s.published_on < u.valid_to) AS is_there_so,
        min(u.valid_from) FILTER (u.kind = s.kind) AS first_day, max(u.valid_to) FILTER (u.kind = s.kind) AS last_day
    FROM spoken s JOIN plain_units u ON u.plain = s.plain AND u.level = s.level
    GROUP BY s.article, s.nr, s.kind
),
lives AS (
    SELECT f.article, f.nr, f.kind, f.is_there AND h.nr IS NULL AS is_there, f.is_there_so AND h.nr IS NULL AS is_there_so,
        coalesce(h.first_day, f.first_day) AS first_day, coalesce(h.last_day, f.last_day) AS last_day
    FROM found f LEFT JOIN here h ON h.article = f.article AND h.nr = f.nr AND h.kind = f.kind
),
-- What a unit that was not there is said to do: itself, a body of it, or in a row of a table.
acting AS (
    SELECT s.article, s.nr, s.kind,
        bool_or((at_work OR regexp_matches(behind, '^ hiện nay')) AND says_right_now(lower(s.sentence))
            OR regexp_matches(behind, '^ (đang|vừa|sắp) ')
            -- Months after its end it gives orders, its head speaks, or a list of today's units gives it a number.
            OR (is_at_it OR is_no_kind AND regexp_matches(behind, '^ ?(:|có|với|đạt|đăng ký|-|–) ?[0-9]')) AND NOT knows
                AND s.published_on >= s.last_day + INTERVAL 2 MONTH) AS acts_now,
        bool_or(at_work AND does AND day + INTERVAL 1 MONTH <= s.first_day) AS acts_early,
        -- "Ngày 2/10/2018, tại xã Điền Mỹ": something took place there, more than a year before there was such a commune.
        bool_or(says_at_place(ahead) AND day + INTERVAL 1 YEAR <= s.first_day) AS is_scene,
        bool_or(at_work OR does) AS acts,
        bool_and(earliest > year(s.last_day - INTERVAL 1 DAY)) AS is_of_after,
        bool_and(latest <= year(s.published_on)) AS is_of_its_day,
        bool_or(is_to_come) AS is_to_come
    FROM (
        SELECT m.article, m.nr, m.kind, m.sentence, m.published_on, l.first_day, l.last_day, e.day,
            -- No unit is of this kind any more.
            m.kind IN ('huyện', 'quận', 'thị xã', 'thị trấn') AND m.published_on >= DATE '2025-07-01' AS is_no_kind, lower(substr(a.text, m.span."end" + 1, 40)) AS behind,
            lower(a.text[greatest(1, m.span."start" - 39) : m.span."start"]) AS ahead,
            says_body_before(a.text[greatest(1, m.span."start" - 29) : m.span."start"])
                OR regexp_matches(m.sentence, '(UBND|Ủy ban nhân dân|HĐND|MTTQ|Đảng ủy) ' || m.kind || ' \p{Ll}')
                OR regexp_matches(m.sentence, '(Tỉnh|Thành|Huyện|Thị|Quận) ủy ' || replace(m.name, '''', '.')) AS at_work,
            says_unit_acts(lower(substr(a.text, m.span."end" + 1, 80))) AS does,
            says_becoming(lower(m.sentence)) AS is_to_come,
            says_body_before(a.text[greatest(1, m.span."start" - 29) : m.span."start"]) AND says_body_now(a.text[m.span."end" + 1 : m.span."end" + 60])
                OR says_office_before(a.text[greatest(1, m.span."start" - 59) : m.span."start"]) AND says_speaks(a.text[m.span."end" + 1 : m.span."end" + 60]) AS is_at_it,
            says_knows_merger(a.text) AS knows,
            earliest_year(a.text) AS earliest,
            latest_year(a.text) AS latest
        FROM spoken_everywhere m JOIN lives l ON l.article = m.article AND l.nr = m.nr AND l.kind = m.kind
        JOIN articles a ON a.id = m.article
        LEFT JOIN event_days e ON e.article = m.article AND e.sentence = m.sentence
        WHERE NOT l.is_there_so AND l.first_day IS NOT NULL
    ) s
    GROUP BY s.article, s.nr, s.kind
),
existing AS (
    SELECT s.*, l.is_there, l.is_there_so, l.first_day, l.last_day, false AS is_chain, CAST(NULL AS VARCHAR) AS elsewhere,
        CASE
            -- Long before: a unit that was not there at all, or under a kind that it got later, in an article that prints no later year.
            WHEN s.level = 'district' AND s.published_on < l.first_day - INTERVAL 1 YEAR
                THEN NOT l.is_there AND s.confidence >= 0.5 OR s.times > 1
                    OR s.confidence >= 0.8 AND s.is_home AND c.is_of_its_day AND NOT c.is_to_come
            -- A commune that no one had heard of yet, with a People's Committee at work.
            WHEN s.level = 'commune' AND s.published_on < l.first_day - INTERVAL 1 YEAR THEN NOT l.is_there AND (c.acts OR coalesce(c.is_scene, false))
            WHEN c.acts_early AND NOT l.is_there THEN true
            WHEN c.acts_now AND s.kind = 'thị trấn' AND s.published_on >= DATE '2025-09-01' THEN true
            -- A People's Committee at work on a printed day on which no district of the name was left: whichever was meant.
            WHEN s.level = 'district' AND NOT l.is_there AND b.works_on >= l.last_day + INTERVAL 1 MONTH THEN true
            WHEN l.is_there OR s.published_on < l.last_day OR s.confidence < 0.8 THEN false
            WHEN c.acts_now THEN s.published_on >= l.last_day + INTERVAL 1 MONTH
            WHEN s.level IN ('province', 'district') AND b.nr IS NOT NULL THEN true
            -- Years after its end, in an article that prints no year in which it was.
            ELSE s.published_on >= l.last_day + INTERVAL 1 YEAR AND c.acts AND c.is_of_after END AS is_certain,
        CASE
            WHEN s.published_on IS NULL THEN 'undated'
            WHEN l.first_day IS NULL THEN 'unknown'
            WHEN l.is_there_so THEN NULL
            WHEN s.published_on >= l.last_day AND NOT coalesce(t.is_past, false) AND NOT tells_of_past(s.sentence, s.published_on) THEN
                CASE WHEN s.published_on < l.last_day + INTERVAL 1 YEAR AND NOT coalesce(b.works_on >= l.last_day + INTERVAL 1 MONTH, false)
                    AND NOT coalesce(c.acts_now AND s.published_on >= l.last_day + INTERVAL 1 MONTH, false) THEN 'still_spoken_of' END
            -- Before a unit was founded an earlier year explains nothing; only words of what is to come do.
            WHEN s.published_on < l.first_day AND NOT c.is_to_come
                AND NOT tells_of_history(regexp_replace(s.sentence, '(19|20)[0-9][0-9]', '', 'g'), s.published_on) THEN
                CASE WHEN c.acts_early AND NOT l.is_there THEN NULL WHEN s.published_on >= l.first_day - INTERVAL 1 YEAR THEN 'soon_to_be' WHEN s.published_on < DATE '2004-08-31' THEN 'unknown' END
            WHEN t.is_history OR tells_of_history(s.sentence, s.published_on) THEN 'told_of_before'
            WHEN s.published_on >= l.first_day AND s.published_on < l.last_day THEN 'between_versions'
            -- Within the year only where a body of it is said to work on a day on which there was none.
            WHEN s.published_on >= l.last_day AND s.published_on < l.last_day + INTERVAL 1 YEAR
                AND NOT coalesce(b.works_on >= l.last_day + INTERVAL 1 MONTH, false) THEN 'still_spoken_of'
            WHEN s.published_on < l.first_day AND s.published_on >= l.first_day - INTERVAL 1 YEAR THEN 'soon_to_be'
            WHEN s.published_on < DATE '2004-08-31' THEN 'unknown'
        END AS reason
    FROM spoken s
    LEFT JOIN lives l ON l.article = s.article AND l.nr = s.nr AND l.kind = s.kind
    LEFT JOIN acting c ON c.article = s.article AND c.nr = s.nr AND c.kind = s.kind
    LEFT JOIN told t ON t.article = s.article AND t.nr = s.nr
    LEFT JOIN bodies b ON b.article = s.article AND b.nr = s.nr
),
-- "xã A, huyện B": the two names one behind the other, with no more than a comma, a bracket or "thuộc" between; in brackets
-- the outer one may go without its kind: "huyện B (C)".
in_a_row AS (
    SELECT * FROM spoken_everywhere WHERE published_on IS NOT NULL
    UNION ALL BY NAME
    SELECT p.article, p.nr, p.place_code, p.level, p.confidence, a.published_on, p.sentence, p.name, true AS is_home,
        span_of(p.article, p."start", p."end", p.text) AS span, '' AS kind, plain_name(p.text) AS plain, plain_name(p.name) AS plain_place
    FROM everywhere p JOIN articles a ON a.id = p.article
    WHERE p.level IN ('province', 'district') AND p.place_code IS NOT NULL AND first_unit_kind(p.text) = '' AND a.published_on IS NOT NULL
        AND plain_name(p.text) = plain_name(p.name) AND a.text[p."start" : p."start"] = '('
),
placed AS (
    SELECT *, 1 AS times, lead(in_a_row) OVER (PARTITION BY article ORDER BY span."start") AS outer_unit FROM in_a_row
),
chains AS (
    SELECT c.*, c.outer_unit.plain AS outer_plain, a.text[c.span."end" + 1 : c.outer_unit.span."start"] AS between,
        -- "huyện A, tỉnh B và tỉnh C" may be a list.
        says_unit_listed(a.text[c.outer_unit.span."end" + 1 : c.outer_unit.span."end" + 30])
            OR says_unit_before(a.text[greatest(1, c.span."start" - 39) : c.span."start"]) AS is_list,
        says_body_before(a.text[greatest(1, c.span."start" - 29) : c.span."start"])
            OR says_unit_acts(lower(a.text[c.span."end" + 1 : c.span."end" + 80])) AS is_at_work,
        earliest_year(a.text) AS earliest, latest_year(a.text) AS latest
    FROM placed c JOIN articles a ON a.id = c.article
    WHERE c.kind <> '' AND c.outer_unit.place_code IS NOT NULL AND c.outer_unit.span."start" - c.span."end" BETWEEN 1 AND 8
        AND (c.level = 'commune' AND c.outer_unit.level = 'district' OR c.level = 'district' AND c.outer_unit.level = 'province'
            OR c.level = 'commune' AND c.outer_unit.level = 'province' AND c.published_on >= DATE '2025-07-01')
    QUALIFY row_number() OVER (PARTITION BY c.article, c.nr, c.outer_unit.nr ORDER BY c.span."start") = 1
),
lying AS (
    -- By the name of the outer unit, not its code: there are nine districts Châu Thành, and codes change with the kind.
    SELECT c.article, c.nr, c.outer_unit.nr AS outer_nr, bool_or(o.plain = c.outer_plain) AS was_in_it,
        min(u.valid_from) FILTER (o.plain = c.outer_plain AND u.kind = c.kind) AS first_in_it,
        max(u.valid_to) FILTER (o.plain = c.outer_plain AND u.kind = c.kind) AS last_in_it,
        -- One commune of the name in the province, in another district: a slip in the name of the district.
        count(DISTINCT u.code) FILTER (u.kind = c.kind AND o.parent_code = x.parent_code) = 1 AND count(DISTINCT u.code) FILTER (
            u.kind = c.kind AND o.parent_code = x.parent_code AND u.valid_from <= c.published_on AND c.published_on < u.valid_to) = 1
            AS is_next_door,
        count(DISTINCT u.parent_code) = 1 AS is_only_there,
        bool_or(o.plain = c.outer_plain AND u.valid_from <= c.published_on AND c.published_on < u.valid_to) AS is_in_it,
        bool_or(u.kind = c.kind) AS is_known,
        any_value(concat_ws(' ', o.kind, o.name)) FILTER (u.kind = c.kind AND o.code IS NOT NULL) AS elsewhere
    FROM chains c
    JOIN plain_units u ON u.plain = c.plain AND u.level = c.level
    LEFT JOIN plain_units o ON o.code = u.parent_code
    LEFT JOIN (SELECT code, any_value(parent_code) AS parent_code FROM units GROUP BY code HAVING count(DISTINCT parent_code) = 1) x
        ON x.code = c.outer_unit.place_code
    GROUP BY c.article, c.nr, c.outer_unit.nr
),
chained AS (
    SELECT c.* EXCLUDE (outer_unit, outer_plain, between, is_list, is_at_work, earliest, latest), coalesce(l.is_in_it, false) AS is_there,
        coalesce(l.is_in_it, false) AS is_there_so, l.first_in_it AS first_day, l.last_in_it AS last_day, true AS is_chain,
        CASE WHEN NOT l.was_in_it THEN l.elsewhere END AS elsewhere,
        c.level = 'commune' AND coalesce(l.is_next_door, false) OR l.was_in_it
            -- Of all districts that ever bore this name, none lay in the province that is named behind it.
            OR c.level = 'district' AND coalesce(l.is_only_there AND NOT l.was_in_it, false) AND NOT c.is_list
                AND c.published_on < DATE '2025-07-01' AS is_certain,
        CASE
            WHEN NOT regexp_matches(c.between, '^\s*(,|\(|-|–|thuộc|của)\s*$') THEN 'no_chain'
            WHEN l.is_in_it THEN NULL
            -- In that very district, but years before it was made, or after its end, with a body of it at work.
            WHEN l.was_in_it THEN CASE WHEN c.published_on < DATE '2025-07-01' AND c.is_at_work
                AND NOT tells_of_history(regexp_replace(c.sentence, '(19|20)[0-9][0-9]', '', 'g'), c.published_on)
                AND (c.published_on < l.first_in_it - INTERVAL 1 YEAR AND c.latest <= year(c.published_on)
                    OR c.published_on >= l.last_in_it + INTERVAL 1 YEAR AND c.earliest > year(l.last_in_it - INTERVAL 1 DAY))
                THEN NULL ELSE 'between_versions' END
            WHEN NOT coalesce(l.is_known, false) THEN 'unknown'
            WHEN tells_of_history(c.sentence, c.published_on) THEN 'told_of_before'
            WHEN c.published_on >= DATE '2025-07-01' AND c.published_on < DATE '2026-07-01' THEN 'still_spoken_of'
        END AS reason
    FROM chains c
    LEFT JOIN lying l ON l.article = c.article AND l.nr = c.nr AND l.outer_nr = c.outer_unit.nr
),
judged AS (
    SELECT * FROM existing WHERE NOT (reason IS NOT DISTINCT FROM 'still_spoken_of' AND concat_ws('|', article, nr) IN (SELECT concat_ws('|', article, nr) FROM gone_bodies))
    UNION ALL BY NAME
    SELECT article, nr, span, published_on, first_day, last_day, false AS is_there, false AS is_there_so, false AS is_chain, true AS is_certain
    FROM gone_bodies WHERE concat_ws('|', article, nr) NOT IN (SELECT concat_ws('|', article, nr) FROM existing WHERE reason IS DISTINCT FROM 'still_spoken_of')
    UNION ALL BY NAME
    -- A unit that is gone wherever it lay is told once.
    SELECT * FROM chained WHERE reason IS DISTINCT FROM 'no_chain'
        AND NOT (reason IS NULL AND NOT is_there_so AND concat_ws('|', article, nr) IN (SELECT concat_ws('|', article, nr) FROM existing WHERE NOT is_there_so AND reason IS NULL))
)
SELECT CASE WHEN reason IS NOT NULL THEN 'unclear' WHEN is_there_so THEN 'agrees' ELSE 'differs' END AS outcome,
    reason,
    concat_ws('|', article, span."start", CASE WHEN is_chain THEN 'in' END) AS key,
    [span] AS spans,
    span.text AS stated,
    CASE WHEN is_certain THEN 'warning' END AS severity,
    coalesce(elsewhere, period_in_words(first_day, last_day)) AS computed,
    span.text AS text, day_in_words(published_on) AS day,
    CASE WHEN elsewhere IS NOT NULL OR first_day IS NULL THEN coalesce(elsewhere, '?')
        ELSE day_in_words(first_day) || ' - ' || CASE WHEN year(last_day) = 9999 THEN '…' ELSE day_in_words(last_day) END END AS lived
FROM judged
