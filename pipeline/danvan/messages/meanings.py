"""What tables and columns mean, in Vietnamese, by their comments in the database (store/schema.sql, views.sql)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MEANINGS: Final[Mapping[str, str]] = {
    "What the database says of itself: version of the tables, hash of the views, rules that the units came from": (
        "Điều cơ sở dữ liệu tự nói về mình: phiên bản các bảng, mã băm của các view, bộ quy tắc mà đơn vị hành chính lấy từ đó"
    ),
    "Name of the entry": "Tên của mục",
    "Its value": "Giá trị của mục",
    "Every run that changed something. A run that found nothing new leaves no row": (
        "Mỗi lần chạy có làm thay đổi dữ liệu. Lần chạy không thấy gì mới thì không để lại dòng nào"
    ),
    "Number of the run, from 1": "Số thứ tự lần chạy, từ 1",
    "running | finished | interrupted (killed or stopped; its whole articles stay)": (
        "running (đang chạy) | finished (đã xong) | interrupted (bị dừng; những bài đã ghi trọn vẫn còn)"
    ),
    "When it wrote its first article, UTC": "Lúc ghi bài đầu tiên, giờ UTC",
    "When it ended, UTC; null while it runs and where it was killed": (
        "Lúc kết thúc, giờ UTC; null khi đang chạy hoặc bị dừng đột ngột"
    ),
    "Version of danvan": "Phiên bản danvan",
    "Hash of the program's own source files and of the versions of its language libraries": (
        "Mã băm của mã nguồn chương trình và phiên bản các thư viện ngôn ngữ"
    ),
    "Hash of the rules, all layers; null for records loaded from a file": (
        "Mã băm của quy tắc, mọi lớp; null với bản ghi nạp từ tệp"
    ),
    "Folders of rules, the shipped ones first": "Các thư mục quy tắc, bộ kèm theo chương trình đứng đầu",
    "Paths as they were given": "Đường dẫn như đã cho",
    "Articles that were new": "Số bài mới",
    "Articles whose facts were replaced; the earlier ones are in the schema history": (
        "Số bài có dữ kiện bị thay; dữ kiện cũ nằm trong lược đồ history"
    ),
    "Articles that were there already, the same": "Số bài đã có sẵn, không đổi",
    "Inputs that could not be read or extracted": "Số đầu vào không đọc được hoặc không trích xuất được",
    "Files that no reader is for": "Số tệp không có bộ đọc nào dành cho",
    "One row an article: what the page says of itself, its cleaned text, and the way back to the raw text": (
        "Mỗi bài một dòng: điều trang nói về mình, văn bản đã làm sạch, và đường trở về văn bản gốc"
    ),
    "Identity of the article, stable over runs; the column article of all other tables": (
        "Định danh của bài, giữ nguyên qua các lần chạy; là cột article của mọi bảng khác"
    ),
    "Path of the file or name of the site that it was read from": "Đường dẫn tệp hoặc tên trang mà bài được đọc từ đó",
    "Address of the page, where known": "Địa chỉ của trang, nếu biết",
    "Headline": "Tiêu đề",
    "Who signs the article": "Người ký tên bài",
    "Day or minute of publication as in the record: 2022-12-23T22:19 or 2022-12-23; null where the page gives none": (
        "Ngày hoặc phút đăng như trong bản ghi: 2022-12-23T22:19 hoặc 2022-12-23; null nếu trang không cho biết"
    ),
    "The day of publication": "Ngày đăng",
    "Code of the unit that the article speaks for, at the article's date; null where ambiguous": (
        "Mã đơn vị mà bài viết nói thay, theo ngày của bài; null nếu chưa rõ là đơn vị nào"
    ),
    "Its name without the kind": "Tên không kèm loại đơn vị",
    "Its kind: tỉnh, huyện, xã ...": "Loại đơn vị: tỉnh, huyện, xã ...",
    "central | province | district | commune | hamlet": (
        "central (trung ương) | province (tỉnh) | district (huyện) | commune (xã) | hamlet (thôn, ấp)"
    ),
    "Province of that unit": "Tỉnh của đơn vị",
    "District of that unit; null after 1 July 2025": "Huyện của đơn vị; null sau ngày 1/7/2025",
    "Commune of that unit": "Xã của đơn vị",
    "The cleaned text, NFC, that all offsets count in": (
        "Văn bản đã làm sạch, NFC; mọi vị trí đều tính trong văn bản này"
    ),
    "The decoded input before cleaning; null for records loaded from a file": (
        "Đầu vào đã giải mã, trước khi làm sạch; null với bản ghi nạp từ tệp"
    ),
    "Pairs [offset in text, offset in raw], ascending; between two pairs both run on character by character": (
        "Các cặp [vị trí trong text, vị trí trong raw], tăng dần; giữa hai cặp, cả hai cùng tiến từng ký tự"
    ),
    "Title, byline, lead, body, captions and author as runs of the text": (
        "Tiêu đề, dòng ngày giờ, sa-pô, thân bài, chú thích ảnh và tác giả, mỗi phần là một đoạn của văn bản"
    ),
    "The way from the raw text of a web page to its bytes: runs [offset in raw, end, first byte, end] in an encoding, and the SHA-256 of the page; null for what is no page": (
        "Đường từ văn bản gốc của trang web về từng byte: các đoạn [vị trí trong raw, hết, byte đầu, hết] theo một bảng mã, và SHA-256 của trang; null nếu không phải trang web"
    ),
    "What the reader had to say of the input": "Điều bộ đọc cần nói về đầu vào",
    "Version of the record contract": "Phiên bản của quy ước bản ghi",
    "SHA-256 of the text": "SHA-256 của văn bản",
    "SHA-256 of all that the facts depend on: text, address, date, given place, rules, code. Equal: nothing to do again": (
        "SHA-256 của mọi thứ mà dữ kiện phụ thuộc: văn bản, địa chỉ, ngày, địa bàn cho trước, quy tắc, mã nguồn. Bằng nhau: không phải làm lại"
    ),
    "SHA-256 of the record. Equal: loading it again changes nothing": (
        "SHA-256 của bản ghi. Bằng nhau: nạp lại không thay đổi gì"
    ),
    "Hash of the rules that the facts were found by": "Mã băm của bộ quy tắc đã tìm ra dữ kiện",
    "Run that wrote the facts that hold now": "Lần chạy đã ghi các dữ kiện đang có hiệu lực",
    "Every date, period and span of time": "Mọi ngày, kỳ và khoảng thời gian",
    "The article (articles.id)": "Bài viết (articles.id)",
    "Place in the record's list, from 0": "Vị trí trong danh sách của bản ghi, từ 0",
    "First day": "Ngày đầu",
    "Last day, included": "Ngày cuối, tính cả ngày đó",
    "day | week | month | quarter | half | year | span": (
        "day (ngày) | week (tuần) | month (tháng) | quarter (quý) | half (nửa năm) | year (năm) | span (khoảng)"
    ),
    "publication | event | period | document | other": (
        "publication (đăng bài) | event (sự kiện) | period (kỳ số liệu) | document (văn bản) | other (khác)"
    ),
    "True where the year or another part was filled in from context": (
        "Đúng khi năm hoặc phần khác được suy ra từ ngữ cảnh"
    ),
    "Offset of the first character in articles.text": "Vị trí ký tự đầu tiên trong articles.text",
    "Offset behind the last character": "Vị trí ngay sau ký tự cuối",
    "The characters themselves": "Chính các ký tự đó",
    "The sentence that holds them": "Câu chứa chúng",
    "Id of the rule that found it": "Mã quy tắc đã tìm ra",
    "0 to 1": "Từ 0 đến 1",
    "Every person named with a public post, once per article; the offsets are those of the first mention": (
        "Mỗi người được nêu tên cùng chức vụ công, mỗi bài một lần; vị trí là của lần nhắc đầu tiên"
    ),
    "The name without honorifics": "Họ tên không kèm cách xưng hô",
    "đồng chí, ông, bà, a rank or degree": "đồng chí, ông, bà, quân hàm hoặc học vị",
    "How often the article names the person; each one is in the table mentions": (
        "Bài nhắc tên người này bao nhiêu lần; từng lần có trong bảng mentions"
    ),
    "Every post of every official; the offsets are those of the mention of the person whose sentence names the post, else of the first": (
        "Từng chức vụ của từng cán bộ; vị trí là của lần nhắc tên mà câu có nêu chức vụ, nếu không thì của lần đầu"
    ),
    "Who holds it (officials.nr of the same article)": "Người giữ chức vụ (officials.nr của cùng bài)",
    "Place in the person's list of posts, from 0": "Thứ tự trong danh sách chức vụ của người đó, từ 0",
    "Name of the person": "Tên người",
    "The office: Phó Bí thư Thường trực": "Chức vụ: Phó Bí thư Thường trực",
    "The organ with its unit: Huyện ủy Bảo Thắng": "Cơ quan kèm đơn vị: Huyện ủy Bảo Thắng",
    "Code of the unit of the post at the article's date; null where ambiguous": (
        "Mã đơn vị của chức vụ theo ngày của bài; null nếu chưa rõ"
    ),
    "Its kind": "Loại đơn vị",
    "Its level": "Cấp của đơn vị",
    "District of that unit": "Huyện của đơn vị",
    "Id of the rule that found the person": "Mã quy tắc đã tìm ra người",
    "Every administrative unit or settlement named, once per article; the offsets are those of the first mention": (
        "Mỗi đơn vị hành chính hoặc điểm dân cư được nêu, mỗi bài một lần; vị trí là của lần nhắc đầu tiên"
    ),
    "tỉnh, huyện, xã, thôn, ấp ...": "tỉnh, huyện, xã, thôn, ấp ...",
    "Name without the kind; the gazetteer's spelling where the unit is known": (
        "Tên không kèm loại; viết như trong danh mục đơn vị nếu biết đơn vị"
    ),
    "Codes that it could be, where it stays ambiguous": "Các mã có thể đúng, khi còn chưa rõ",
    "How often the article names it; each one is in the table mentions": (
        "Bài nhắc đến bao nhiêu lần; từng lần có trong bảng mentions"
    ),
    "Code of the unit at the article's date; of a settlement, that of its commune; null where unresolved": (
        "Mã đơn vị theo ngày của bài; với thôn, ấp là mã của xã; null nếu chưa xác định được"
    ),
    "Name of the linked unit; null where there is none": "Tên đơn vị được nối tới; null nếu không có",
    "Kind of the linked unit": "Loại của đơn vị được nối tới",
    "Level of the linked unit": "Cấp của đơn vị được nối tới",
    "Province of the linked unit": "Tỉnh của đơn vị được nối tới",
    "District of the linked unit": "Huyện của đơn vị được nối tới",
    "Commune of the linked unit": "Xã của đơn vị được nối tới",
    "Every place in the text where an official or a place is named": (
        "Mọi chỗ trong văn bản có nhắc đến cán bộ hoặc địa danh"
    ),
    "officials | places: the table of what is named": "officials | places: bảng chứa điều được nhắc",
    "What is named (nr in that table, same article)": "Điều được nhắc (nr trong bảng đó, cùng bài)",
    "Which mention, from 0": "Lần nhắc thứ mấy, từ 0",
    "Id of the rule that found what is named": "Mã quy tắc đã tìm ra điều được nhắc",
    'Every counted thing: counts of "Dân vận khéo" models above all, also meetings, gifts, households ...': (
        "Mọi thứ được đếm: trước hết là số mô hình “Dân vận khéo”, cả hội nghị, phần quà, hộ dân ..."
    ),
    "Place in the record's list, from 0; part_of and money.items point to it": (
        "Vị trí trong danh sách của bản ghi, từ 0; part_of và money.items trỏ tới đây"
    ),
    "What is counted, canonical noun: mô hình, hội nghị, phần quà ...": (
        "Đếm cái gì, danh từ chuẩn: mô hình, hội nghị, phần quà ..."
    ),
    'The noun as written; "%" for a share': 'Danh từ như đã viết; "%" nếu là tỷ lệ',
    "The number; the lower end of a range": "Con số; đầu dưới của khoảng",
    "Upper end of a range, else null": "Đầu trên của khoảng, nếu không thì null",
    "exact | more_than | at_least | less_than | at_most | about": (
        "exact (đúng bằng) | more_than (hơn) | at_least (ít nhất) | less_than (dưới) | at_most (nhiều nhất) | about (khoảng)"
    ),
    'The whole in "15/17 xã"': 'Số toàn thể trong "15/17 xã"',
    "dan_van_kheo, or null": "dan_van_kheo, hoặc null",
    "economy | culture_society | defence_security | political_system | new_countryside | environment | other": (
        "economy (kinh tế) | culture_society (văn hóa - xã hội) | defence_security (quốc phòng - an ninh) | political_system (hệ thống chính trị) | new_countryside (nông thôn mới) | environment (môi trường) | other (khác)"
    ),
    "Level it is recognised, run or commended at, where the text says so": (
        "Cấp công nhận, phụ trách hoặc khen thưởng, khi văn bản nói rõ"
    ),
    "collective | individual": "collective (tập thể) | individual (cá nhân)",
    "registered | built | recognised | maintained | replicated | launched | commended | planned": (
        "registered (đăng ký) | built (xây dựng) | recognised (công nhận) | maintained (duy trì) | replicated (nhân rộng) | launched (ra mắt) | commended (biểu dương) | planned (dự kiến)"
    ),
    "Code of the unit that the number covers, at the article's date; null where ambiguous": (
        "Mã đơn vị mà con số bao quát, theo ngày của bài; null nếu chưa rõ"
    ),
    "Its name without the kind; null where the number covers no unit that is known": (
        "Tên đơn vị không kèm loại; null nếu con số không bao quát đơn vị nào biết được"
    ),
    "First day that the number covers; null where the text gives none": (
        "Ngày đầu mà con số bao quát; null nếu văn bản không nói"
    ),
    "Last day that the number covers": "Ngày cuối mà con số bao quát",
    'True for stock ("đến nay") and totals over several years; null where there is no period': (
        'Đúng với số lũy kế ("đến nay") và tổng nhiều năm; null nếu không có kỳ'
    ),
    "The figure that it is a part or subset of (figures.nr, same article)": (
        "Số mà con số này là một phần (figures.nr, cùng bài)"
    ),
    "True where it and its siblings are said to make up the whole; null where it is no part": (
        "Đúng khi nó cùng các số bên cạnh được nói là gộp thành toàn thể; null nếu không phải một phần"
    ),
    "The list that it is a part in, counted through the article": (
        "Danh sách mà con số là một phần trong đó, đánh số theo bài"
    ),
    "up | down, for a number that says by how much": "up (tăng) | down (giảm), với con số nói chênh bao nhiêu",
    "previous_year | plan | registered | other": (
        "previous_year (năm trước) | plan (kế hoạch) | registered (đăng ký) | other (khác)"
    ),
    "Every sum of money": "Mọi khoản tiền",
    "Whole units of the currency; the lower end of a range": "Đơn vị nguyên của loại tiền; đầu dưới của khoảng",
    "VND, USD ...": "VND, USD ...",
    "total | each; null where it could be either": "total (tổng) | each (mỗi đối tượng); null nếu có thể là cả hai",
    "Words that say what it paid for": "Những chữ nói tiền chi cho việc gì",
    "The counted things it paid for (figures.nr, same article)": (
        "Những thứ được đếm mà tiền chi cho (figures.nr, cùng bài)"
    ),
    "Code of the unit it was raised or spent in, at the article's date; null where ambiguous": (
        "Mã đơn vị nơi huy động hoặc chi tiền, theo ngày của bài; null nếu chưa rõ"
    ),
    "First day that the sum covers": "Ngày đầu mà khoản tiền bao quát",
    "Last day that the sum covers": "Ngày cuối mà khoản tiền bao quát",
    "True for totals over several years or since an open start": "Đúng với tổng nhiều năm hoặc tính từ một mốc để ngỏ",
    'Every single "Dân vận khéo" model that is named or described': (
        "Từng mô hình “Dân vận khéo” được nêu tên hoặc mô tả"
    ),
    "As quoted, or the describing phrase": "Như trong ngoặc kép, hoặc cụm từ mô tả",
    "Whether the name stands in quotation marks": "Tên có nằm trong ngoặc kép hay không",
    "Who has or started it": "Ai làm hoặc khởi xướng",
    "Code of its site at the article's date; null where ambiguous": (
        "Mã nơi thực hiện theo ngày của bài; null nếu chưa rõ"
    ),
    "Name of the site, without the kind": "Tên nơi thực hiện, không kèm loại",
    "Kind of the site": "Loại đơn vị nơi thực hiện",
    "Level of the site": "Cấp của nơi thực hiện",
    "Province of the site": "Tỉnh của nơi thực hiện",
    "District of the site": "Huyện của nơi thực hiện",
    "Commune of the site": "Xã của nơi thực hiện",
    "Administrative units, one row a version: a code is an identity only together with a day": (
        "Đơn vị hành chính, mỗi phiên bản một dòng: mã chỉ xác định đơn vị khi đi cùng một ngày"
    ),
    "Code of the statistics office: 2 digits province, 3 district, 5 commune": (
        "Mã của cơ quan thống kê: tỉnh 2 chữ số, huyện 3, xã 5"
    ),
    "province | district | commune": "province (tỉnh) | district (huyện) | commune (xã)",
    "tỉnh, thành phố, quận, huyện, thị xã, phường, xã, thị trấn, đặc khu": (
        "tỉnh, thành phố, quận, huyện, thị xã, phường, xã, thị trấn, đặc khu"
    ),
    "Name without the kind": "Tên không kèm loại",
    "District of a commune, province of a district; from 2025-07-01 the province of a commune": (
        "Huyện của xã, tỉnh của huyện; từ 2025-07-01 là tỉnh của xã"
    ),
    "First day of the version": "Ngày đầu của phiên bản",
    "First day on which it no longer holds; null where it still does": (
        "Ngày đầu tiên không còn hiệu lực; null nếu vẫn còn"
    ),
    "Where the version was taken from": "Phiên bản lấy từ đâu",
    "Latitude of the centre, degrees north": "Vĩ độ của tâm, độ bắc",
    "Longitude of the centre, degrees east": "Kinh độ của tâm, độ đông",
    "Articles that say what another one says: their facts are counted once. Made anew when articles have changed": (
        "Những bài nói lại điều bài khác đã nói: dữ kiện chỉ tính một lần. Lập lại khi các bài thay đổi"
    ),
    "The copy (articles.id)": "Bản chép (articles.id)",
    "The earliest article of the same content (articles.id); of the versions of one page the newest": (
        "Bài sớm nhất có cùng nội dung (articles.id); với các phiên bản của một trang là bản mới nhất"
    ),
    "How much of the shorter one both have: of its sentences with facts, by length, or of its runs of three syllables: 0.5 to 1": (
        "Hai bài chung nhau bao nhiêu của bài ngắn hơn: theo độ dài các câu có dữ kiện, hoặc theo các chuỗi ba âm tiết: 0,5 đến 1"
    ),
    "True where a number stands otherwise: no plain copy. The audit holds both numbers against each other": (
        "Đúng khi có con số khác đi: không phải bản chép nguyên. Phép kiểm đặt hai con số cạnh nhau"
    ),
    "The texts that were sketched by MinHash and held against all others, each once": (
        "Các văn bản đã lập phác họa MinHash và so với mọi văn bản khác, mỗi văn bản một lần"
    ),
    "The text (articles.body_hash)": "Văn bản (articles.body_hash)",
    "Order in which they were sketched, from 1": "Thứ tự lập phác họa, từ 1",
    "The bands of the sketches: texts that share one are compared. Of each band the earliest texts only": (
        "Các dải của phác họa: những văn bản chung một dải được so với nhau. Mỗi dải chỉ giữ những văn bản sớm nhất"
    ),
    "Hash of the band": "Mã băm của dải",
    "The sketch (sketches.nr)": "Phác họa (sketches.nr)",
    "Pairs of texts that are one by their words, verified; templates with other names, numbers or years are none": (
        "Các cặp văn bản là một theo câu chữ, đã xác minh; bài mẫu khác tên, số hoặc năm thì không phải"
    ),
    "One text (articles.body_hash)": "Một văn bản (articles.body_hash)",
    "The other": "Văn bản kia",
    "How many of the shorter one's runs of three syllables both have: 0 to 1": (
        "Hai văn bản chung nhau bao nhiêu chuỗi ba âm tiết của bài ngắn hơn: 0 đến 1"
    ),
    "True where a number stands otherwise": "Đúng khi có con số khác đi",
    "Inputs that gave no record; a row goes when its input is read well": (
        "Những đầu vào không cho bản ghi; dòng mất đi khi đầu vào đọc được"
    ),
    "Path as it was read": "Đường dẫn như đã đọc",
    "Which item of the file (line of a .jsonl), null for the whole file": (
        "Mục nào của tệp (dòng của .jsonl), null nếu là cả tệp"
    ),
    "Why: the key of a message and its values; `danvan quarantine list` tells it in words": (
        "Vì sao: khóa của câu thông báo và các giá trị; `danvan quarantine list` nói bằng lời"
    ),
    "How many bytes were read": "Đã đọc bao nhiêu byte",
    "Run that met it": "Lần chạy gặp nó",
    "Articles that danvan run --relevant only did not extract; a run without it takes them in": (
        "Những bài mà danvan run --relevant only không trích xuất; lần chạy không có tùy chọn này sẽ nhận vào"
    ),
    "Identity that the article has or will have (articles.id)": "Định danh mà bài có hoặc sẽ có (articles.id)",
    "Day or minute of publication": "Ngày hoặc phút đăng",
    "The cleaned text": "Văn bản đã làm sạch",
    "How much speaks for dân vận work; 3 and more would be extracted": (
        "Mức nói về công tác dân vận; từ 3 trở lên thì trích xuất"
    ),
    "Rules of relevance.toml that spoke for or against it": "Các quy tắc của relevance.toml nói thuận hoặc nghịch",
    "Run that set it aside": "Lần chạy đã để riêng nó",
    "Whether articles are about dân vận work, where danvan run --relevant mark has judged them": (
        "Bài có nói về công tác dân vận hay không, khi danvan run --relevant mark đã xét"
    ),
    "The verdict": "Kết luận",
    "How much speaks for it; 3 and more are relevant": "Mức nói về công tác dân vận; từ 3 trở lên là liên quan",
    "The text that was judged (articles.body_hash)": "Văn bản đã xét (articles.body_hash)",
    "Hash of the rules that it was judged by": "Mã băm của bộ quy tắc đã dùng để xét",
    "The ledger of the audit: what does not hold as printed, over all audits. Nothing is ever deleted": (
        "Sổ của phép kiểm: điều không khớp như đã in, qua mọi lần kiểm. Không có gì bị xóa"
    ),
    "Stable over audits: check and place in the articles": "Giữ nguyên qua các lần kiểm: phép kiểm và vị trí trong bài",
    "Which check (danvan audit --list)": "Phép kiểm nào (danvan audit --list)",
    "error | warning | note": "error (sai) | warning (cần xem) | note (ghi chú)",
    "open | dismissed | gone (the last audit did not find it any more)": (
        "open (đang mở) | dismissed (đã bỏ qua) | gone (lần kiểm cuối không còn thấy)"
    ),
    "What does not hold, with the arithmetic, in Vietnamese": "Điều không khớp, kèm phép tính, bằng tiếng Việt",
    "The same in English": "Như trên, bằng tiếng Anh",
    "What would settle it, in Vietnamese": "Điều gì sẽ giải quyết, bằng tiếng Việt",
    "The articles it rests on": "Những bài làm căn cứ",
    "The characters it rests on; the first ones are in question": "Những ký tự làm căn cứ; đầu tiên là chỗ cần xem",
    "What the text says": "Điều văn bản nói",
    "What follows from the other numbers; null where nothing is computed": (
        "Điều suy ra từ các số khác; null nếu không tính gì"
    ),
    "Hash of what it rests on: a finding that was dismissed is open again when this changes": (
        "Mã băm của căn cứ: điều đã bỏ qua sẽ mở lại khi căn cứ đổi"
    ),
    "When an audit first found it, UTC": "Lần kiểm đầu tiên tìm thấy, giờ UTC",
    "When it last changed in any way, UTC": "Lần cuối có thay đổi, giờ UTC",
    "The evidence for which it was dismissed": "Căn cứ lúc bị bỏ qua",
    "Who dismissed it": "Ai đã bỏ qua",
    "When, UTC": "Khi nào, giờ UTC",
    "Why": "Vì sao",
    "What the last audit could compare: how many comparisons of each check came out how": (
        "Lần kiểm cuối so được những gì: mỗi phép kiểm có bao nhiêu lần so cho kết quả nào"
    ),
    "Which check": "Phép kiểm nào",
    "differs | agrees | unclear": "differs (khác) | agrees (khớp) | unclear (chưa kết luận được)",
    "Why the comparisons are unclear": "Vì sao chưa kết luận được",
    "How many": "Bao nhiêu",
    "The journal of what people said of single facts and findings. Rows are only ever added; the last word on a key that was not undone holds": (
        "Nhật ký những điều người dùng nói về từng dữ kiện và chỗ cần xem. Chỉ ghi thêm; lời cuối cùng chưa bị rút lại là lời có hiệu lực"
    ),
    "Order of arrival in this database, from 1": "Thứ tự đến trong cơ sở dữ liệu này, từ 1",
    "Identity of the word, the same in every database that it is imported into": (
        "Định danh của lời, như nhau ở mọi cơ sở dữ liệu được nạp vào"
    ),
    "accept | correct | reject | dismiss | undo": (
        "accept (nhận) | correct (sửa) | reject (bác) | dismiss (bỏ qua) | undo (rút lại)"
    ),
    "Table of the fact, or findings": "Bảng của dữ kiện, hoặc findings",
    "Text that the offsets count in (articles.body_hash); null for findings": (
        "Văn bản mà vị trí tính trong đó (articles.body_hash); null với findings"
    ),
    "Offset of the first character of the fact": "Vị trí ký tự đầu tiên của dữ kiện",
    "Which one of several posts at these characters, from 0": "Chức vụ thứ mấy trong nhiều chức vụ ở cùng chỗ, từ 0",
    "Article that was looked at (articles.id)": "Bài đã xem (articles.id)",
    "How far behind the beginning of the sentence the fact begins": "Dữ kiện bắt đầu cách đầu câu bao xa",
    "Finding that is dismissed (findings.id); null for facts": "Chỗ cần xem bị bỏ qua (findings.id); null với dữ kiện",
    "Evidence for which it was dismissed": "Căn cứ lúc bị bỏ qua",
    "What the extraction said then, as JSON": "Điều phép trích xuất nói khi đó, dạng JSON",
    "Columns that the reviewer stands for, with their values, as JSON; laid over every later extraction": (
        "Những cột người xem chịu trách nhiệm cùng giá trị, dạng JSON; đặt lên trên mọi lần trích xuất sau"
    ),
    "The word that is taken back (reviews.id)": "Lời bị rút lại (reviews.id)",
    "Who said it": "Ai đã nói",
    "What became of the words of the journal in the articles that hold now. The extraction's own rows of these articles are in the schema extracted": (
        "Lời trong nhật ký nay ra sao ở các bài đang có hiệu lực. Dòng của chính phép trích xuất nằm trong lược đồ extracted"
    ),
    "Table of the fact": "Bảng của dữ kiện",
    "The fact now (nr in that table); null where it was rejected or is to be looked at again": (
        "Dữ kiện hiện nay (nr trong bảng đó); null nếu đã bác hoặc cần xem lại"
    ),
    "Offset of the first character in articles.text; null where the place is gone": (
        "Vị trí ký tự đầu tiên trong articles.text; null nếu chỗ ấy không còn"
    ),
    "The word (reviews.id)": "Lời (reviews.id)",
    "holds | to_review (the text and the extraction both changed: look again; the extraction stands until then)": (
        "holds (còn hiệu lực) | to_review (cả văn bản lẫn trích xuất đều đổi: xem lại; đến lúc đó theo trích xuất)"
    ),
    "What the extraction itself says there now, as JSON; null where it says nothing": (
        "Điều phép trích xuất nay nói ở đó, dạng JSON; null nếu không nói gì"
    ),
    "Persons who were taken out and stay out of every later extraction; their names are not kept": (
        "Những người đã đưa ra ngoài và vẫn ở ngoài mọi lần trích xuất sau; không giữ tên họ"
    ),
    "SHA-256 of the name, its case and tone placement folded": (
        "SHA-256 của tên, không phân biệt hoa thường và chỗ đặt dấu thanh"
    ),
    "How many words the name has": "Tên có mấy tiếng",
    "Counts and sums of copies that another article of the same content tells before them: they are counted once": (
        "Các con số và khoản tiền của bản chép mà bài khác cùng nội dung đã nói trước: chỉ tính một lần"
    ),
    "figures | money": "figures | money",
    "The fact (nr in that table)": "Dữ kiện (nr trong bảng đó)",
    'Every count of "Dân vận khéo" models, and why it cannot answer for a whole unit and one year where it cannot': (
        "Mọi số mô hình “Dân vận khéo”, và vì sao số ấy không trả lời được cho cả đơn vị trong một năm, nếu không được"
    ),
    "The figure (figures.nr)": "Con số (figures.nr)",
    "What tells units apart: level, code and name; without a code all names that are certain": (
        "Điều phân biệt các đơn vị: cấp, mã và tên; không có mã thì mọi tên đã chắc chắn"
    ),
    "Code of the unit at the article's date; null where ambiguous": "Mã đơn vị theo ngày của bài; null nếu chưa rõ",
    "Name of the unit without its kind": "Tên đơn vị, không kèm loại",
    "Its province": "Tỉnh của đơn vị",
    "Its district; null after 1 July 2025": "Huyện của đơn vị; null sau ngày 1/7/2025",
    "Its commune": "Xã của đơn vị",
    "The year that the count stands under": "Năm mà con số được xếp vào",
    "Null for a total, else the field that it counts": "Null nếu là tổng, nếu không là lĩnh vực được đếm",
    "Upper end of a range, else the number itself": "Đầu trên của khoảng, nếu không thì chính con số",
    'True for a stock ("đến nay"), false for a count of the year itself': (
        'Đúng với số lũy kế ("đến nay"), sai với số của riêng năm đó'
    ),
    "First day covered; null for a stock without a start": "Ngày đầu bao quát; null với số lũy kế không có mốc đầu",
    "Last day covered": "Ngày cuối bao quát",
    "The last day that the article can speak for: the end of the period, or its publication before that": (
        "Ngày cuối mà bài có thể nói tới: hết kỳ, hoặc ngày đăng nếu sớm hơn"
    ),
    "Day of publication of the article": "Ngày đăng bài",
    "1 for built, 2 maintained, 3 recognised, 4 registered, null for the others": (
        "1 xây dựng, 2 duy trì, 3 công nhận, 4 đăng ký, null với loại khác"
    ),
    "Months covered (1 to 11, a whole year is 11), for a stock the quarter of its end": (
        "Số tháng bao quát (1 đến 11, cả năm là 11); với số lũy kế là quý cuối"
    ),
    "The policy: the report with the smallest list answers. Places: stock, status, months covered, bound, age, size, confidence": (
        "Nguyên tắc chọn: báo cáo có danh sách nhỏ nhất là câu trả lời. Thứ tự: lũy kế, trạng thái, số tháng, giới hạn, độ mới, độ lớn, độ tin cậy"
    ),
    "The sentence": "Câu văn",
    "Null where it can answer, else: copy (of another article), rate, change, share, holder (of one kind only), level (of one level only), no_unit, other_status (planned, commended ... or none), no_year, several_years, part (of a total of the same unit)": (
        "Null nếu trả lời được, nếu không: copy (chép của bài khác), rate (tỷ lệ), change (mức tăng giảm), share (phần), holder (chỉ một loại), level (chỉ một cấp), no_unit (không rõ đơn vị), other_status (dự kiến, biểu dương ... hoặc không rõ), no_year (không rõ năm), several_years (nhiều năm), part (một phần của tổng cùng đơn vị)"
    ),
    'Every count of "Dân vận khéo" models that can answer for a whole unit and one year, or for one field of it': (
        "Mọi số mô hình “Dân vận khéo” trả lời được cho cả đơn vị trong một năm, hoặc cho một lĩnh vực của nó"
    ),
    "built | maintained | recognised | registered": (
        "built (xây dựng) | maintained (duy trì) | recognised (công nhận) | registered (đăng ký)"
    ),
    "1 for built, 2 maintained, 3 recognised, 4 registered": "1 xây dựng, 2 duy trì, 3 công nhận, 4 đăng ký",
    "The number of the best report for every unit and year, never a sum over articles. A count of the year goes before a stock; then built, maintained, recognised, registered; then the longer period, the exact number, the newer article, the larger number": (
        "Con số của báo cáo tốt nhất cho mỗi đơn vị và năm, không bao giờ cộng các bài. Số của riêng năm đứng trước số lũy kế; rồi xây dựng, duy trì, công nhận, đăng ký; rồi kỳ dài hơn, số chính xác, bài mới hơn, số lớn hơn"
    ),
    "Province of the unit": "Tỉnh của đơn vị",
    "District of the unit; null after 1 July 2025": "Huyện của đơn vị; null sau ngày 1/7/2025",
    "Commune of the unit": "Xã của đơn vị",
    "The year": "Năm",
    "Null for the total, else one field of it": "Null nếu là tổng, nếu không là một lĩnh vực",
    "True for a stock, false for a count of the year itself": "Đúng với số lũy kế, sai với số của riêng năm đó",
    "True where the report covers a part of the year only: the year so far": (
        "Đúng khi báo cáo chỉ bao quát một phần của năm: tính đến lúc đó"
    ),
    "First day covered": "Ngày đầu bao quát",
    "The last day that the article can speak for": "Ngày cuối mà bài có thể nói tới",
    "How many figures were weighed": "Đã cân nhắc bao nhiêu con số",
    "Smallest number of the rivals of the same status": "Số nhỏ nhất trong các số cùng trạng thái",
    "Largest number of the rivals of the same status": "Số lớn nhất trong các số cùng trạng thái",
    "Article that gives the number": "Bài cho con số",
    "Its sentence": "Câu của nó",
}
