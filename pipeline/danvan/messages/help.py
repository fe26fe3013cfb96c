"""The help of every command and option."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "help.danvan": (
        "Đọc tin địa phương về công tác dân vận, rút ra số liệu, ngày tháng, cán bộ, địa danh, tiền, mô hình: mỗi dữ kiện kèm đúng chỗ của nó trong bài.\n\nVí dụ: danvan run corpus/work && danvan query models-per-district-year",
        "Reads local news on dân vận work into counts, dates, officials, places, money and models, each with the characters that say it.\n\nExample: danvan run corpus/work && danvan query models-per-district-year",
    ),
    "help.run": (
        "Đọc bài, trích xuất và nạp vào cơ sở dữ liệu. Chạy lại thì chỉ làm phần còn thiếu.\n\nVí dụ: danvan run corpus/work --db extracted/danvan.duckdb",
        "Read articles, extract and load them into the database. The same call again does only what is missing.\n\nExample: danvan run corpus/work --db extracted/danvan.duckdb",
    ),
    "help.extract": (
        "Trích xuất và in bản ghi (jsonl), không cần cơ sở dữ liệu.\n\nVí dụ: danvan extract bai.txt --published 2022-11-04 --format json",
        "Extract and print records (jsonl); needs no database.\n\nExample: danvan extract article.txt --published 2022-11-04 --format json",
    ),
    "help.load": (
        "Nạp bản ghi do danvan extract in ra vào cơ sở dữ liệu.\n\nVí dụ: danvan extract corpus/work | danvan load -",
        "Load records that danvan extract wrote into the database.\n\nExample: danvan extract corpus/work | danvan load -",
    ),
    "help.audit": (
        "Kiểm các con số trong cơ sở dữ liệu; ghi những chỗ không khớp vào sổ (bảng findings).\n\n"
        "Ví dụ: danvan audit --fail-on error",
        "Audit the numbers in the database; what does not hold as printed goes into the ledger (table findings).\n\n"
        "Example: danvan audit --fail-on error",
    ),
    "help.checks_dir": (
        "Thư mục phép kiểm .sql của riêng bạn; lặp lại được",
        "Folder of your own .sql checks; may be repeated",
    ),
    "help.audit_only": ("Chỉ phép kiểm này; lặp lại được", "Only this check; may be repeated"),
    "help.audit_list": ("Liệt kê các phép kiểm", "List the checks"),
    "help.audit_prove": ("Thử từng phép kiểm bằng ví dụ của nó", "Try every check on its own cases"),
    "help.audit_outcome": (
        "Liệt kê từng phép so: agrees (khớp), unclear (chưa rõ, kèm lý do), differs; không ghi sổ",
        "List the comparisons that came out so: agrees, unclear (with the reason), differs; the ledger stays as it is",
    ),
    "help.audit_dismissed": ("Kể cả những chỗ đã bỏ qua", "Show dismissed findings too"),
    "help.fail_on": (
        "Mã thoát 1 khi có chỗ từ mức này: note, warning, error",
        "Exit code 1 where a finding is at least: note, warning, error",
    ),
    "help.review": (
        "Lời của người duyệt về từng dữ kiện: giữ riêng, áp lên mọi lần trích xuất sau.\n\nVí dụ: danvan review list",
        "What people say of single facts: kept apart, laid over every later extraction.\n\nExample: danvan review list",
    ),
    "help.review_list": (
        "Liệt kê các lời đang có hiệu lực, trước hết là lời cần xem lại.\n\nVí dụ: danvan review list --state to_review",
        "List the words that hold, those to be looked at again first.\n\nExample: danvan review list --state to_review",
    ),
    "help.review_accept": (
        "Dữ kiện này đúng: giữ nguyên qua mọi lần trích xuất sau.\n\nVí dụ: danvan review accept 1fb9f979:1250 --by Lan",
        "This fact is right: it stays through every later extraction.\n\nExample: danvan review accept 1fb9f979:1250 --by Lan",
    ),
    "help.review_correct": (
        "Sửa một dữ kiện. Đơn vị: --set place=MÃ.\n\nVí dụ: danvan review correct 1fb9f979:1250 --set value=138 --by Lan --why 'bảng ghi 138'",
        "Correct a fact. A unit: --set place=CODE.\n\nExample: danvan review correct 1fb9f979:1250 --set value=138 --by Lan --why 'the table says 138'",
    ),
    "help.review_reject": (
        "Đây không phải dữ kiện: bỏ khỏi các bảng.\n\nVí dụ: danvan review reject 1fb9f979:1250 --by Lan --why 'số điện thoại'",
        "This is no fact: out of the tables with it.\n\nExample: danvan review reject 1fb9f979:1250 --by Lan --why 'a telephone number'",
    ),
    "help.review_dismiss": (
        "Bỏ qua một phát hiện, đến khi căn cứ của nó đổi.\n\nVí dụ: danvan review dismiss 3fa91c --by Lan --why 'đã hỏi huyện'",
        "Dismiss a finding until its evidence changes.\n\nExample: danvan review dismiss 3fa91c --by Lan --why 'asked the district'",
    ),
    "help.review_undo": (
        "Rút lại lời cuối về một dữ kiện hay phát hiện; lời trước đó lại có hiệu lực.\n\nVí dụ: danvan review undo 1fb9f979:1250 --by Lan",
        "Take back the last word on a fact or finding; the one before it holds again.\n\nExample: danvan review undo 1fb9f979:1250 --by Lan",
    ),
    "help.review_export": (
        "Ghi mọi lời ra tệp jsonl; - là đầu ra chuẩn.\n\nVí dụ: danvan review export duyet.jsonl",
        "Write the whole journal to a jsonl file; - for standard output.\n\nExample: danvan review export reviews.jsonl",
    ),
    "help.review_import": (
        "Nạp lời duyệt từ tệp; lời đã có thì thôi.\n\nVí dụ: danvan review import duyet.jsonl",
        "Load reviews from a file; those that are there already change nothing.\n\nExample: danvan review import reviews.jsonl",
    ),
    "help.review_target": (
        "BÀI:VỊ_TRÍ của dữ kiện (cột article, start); mã bài viết phần đầu là đủ",
        "ARTICLE:OFFSET of the fact (columns article, start); the beginning of the id will do",
    ),
    "help.review_undo_target": (
        "BÀI:VỊ_TRÍ, mã phát hiện, hoặc mã của lời",
        "ARTICLE:OFFSET, id of a finding, or id of the word",
    ),
    "help.review_finding": ("Mã phát hiện; phần đầu là đủ", "Id of the finding; its beginning will do"),
    "help.review_kind": (
        "Loại dữ kiện, khi một chỗ có nhiều loại: figures, money ...",
        "Kind of fact where one place has several: figures, money ...",
    ),
    "help.review_nth": ("Dữ kiện thứ mấy ở chỗ này, từ 0", "Which of several facts there, from 0"),
    "help.review_set": ("Sửa cột thành giá trị; lặp lại được", "The column is to have this value; may be repeated"),
    "help.review_by": ("Ai nói (hoặc biến DANVAN_REVIEWER)", "Who says so (or the environment's DANVAN_REVIEWER)"),
    "help.review_why": ("Vì sao", "Why"),
    "help.review_state": (
        "Chỉ lời ở tình trạng này: holds, to_review, waiting, settled, undone",
        "Only words in this state: holds, to_review, waiting, settled, undone",
    ),
    "help.review_all": ("Kể cả lời đã rút và lời cũ", "Also what was taken back or said over"),
    "help.review_file": ("Tệp .jsonl, hoặc -", "A .jsonl file, or -"),
    "help.diff": (
        "So dữ kiện của hai lần chạy: thêm, bớt, đổi.\n\nVí dụ: danvan diff 1 2",
        "Compare the facts of two runs: added, removed, changed.\n\nExample: danvan diff 1 2",
    ),
    "help.diff_run": ("Số của lần chạy (bảng runs)", "Number of the run (table runs)"),
    "help.forget": (
        "Xóa một người: khỏi cán bộ, chức vụ, và tên trong mọi văn bản đã lưu, cả các lần trích xuất sau.\n\nVí dụ: danvan forget 'Nguyễn Văn An'",
        "Take one person out: officials, posts, and the name in all stored text, also of later extractions.\n\nExample: danvan forget 'Nguyễn Văn An'",
    ),
    "help.forget_name": ("Họ và tên", "The whole name"),
    "help.yes": ("Không hỏi lại", "Do not ask"),
    "help.query": (
        "Chạy một truy vấn có sẵn; không cho tên thì liệt kê các truy vấn.\n\nVí dụ: danvan query models-per-district-year -p year=2022 --format csv",
        "Run a named query; without a name, list them.\n\nExample: danvan query models-per-district-year -p year=2022 --format csv",
    ),
    "help.sql": (
        'Chạy một câu SQL, chỉ đọc.\n\nVí dụ: danvan sql "SELECT name, title, body FROM positions"',
        'Run one SQL statement, read-only.\n\nExample: danvan sql "SELECT name, title, body FROM positions"',
    ),
    "help.export": (
        "Ghi bảng ra tệp; nhiều bảng vào một thư mục hoặc một tệp .xlsx. Bảng records là các bản ghi như lúc nạp (jsonl).\n\nVí dụ: danvan export --output dan-van.xlsx",
        "Write tables to files; several into a folder or one .xlsx. The table records gives the records as they were loaded (jsonl).\n\nExample: danvan export --output dan-van.xlsx",
    ),
    "help.describe": (
        "Cho biết các bảng, cột và ý nghĩa của chúng.\n\nVí dụ: danvan describe figures",
        "Say what the tables and columns hold.\n\nExample: danvan describe figures",
    ),
    "help.explain": (
        "Cho biết luật nào nói gì về một chỗ trong bài, và vì sao chỗ khác bị loại.\n\nVí dụ: danvan explain corpus/work/bai.txt:1250",
        "Say which rule said what about a place in an article, and why others were ruled out.\n\nExample: danvan explain corpus/work/article.txt:1250",
    ),
    "help.rules": (
        "Kiểm tra và liệt kê các luật.\n\nVí dụ: danvan rules check",
        "Check and list the rules.\n\nExample: danvan rules check",
    ),
    "help.rules_check": (
        "Thử mọi luật với ví dụ và phản ví dụ của nó.\n\nVí dụ: danvan rules check --rules luat-cua-toi",
        "Prove every rule by its examples and counter-examples.\n\nExample: danvan rules check --rules my-rules",
    ),
    "help.rules_list": (
        "Liệt kê mọi luật: mã, tệp, lớp.\n\nVí dụ: danvan rules list --format csv",
        "List every rule: id, file, layer.\n\nExample: danvan rules list --format csv",
    ),
    "help.sites": (
        "Hồ sơ của các trang: tải gì, đọc ở đâu (rules/sites/README.md).\n\nVí dụ: danvan sites check trang.html",
        "Profiles of sites: what to fetch, where to read (rules/sites/README.md).\n\nExample: danvan sites check page.html",
    ),
    "help.sites_list": (
        "Liệt kê hồ sơ của các trang và các hệ thống.\n\nVí dụ: danvan sites list --rules cua-toi",
        "List the profiles of sites and systems.\n\nExample: danvan sites list --rules mine",
    ),
    "help.sites_check": (
        "Thử một trang: mỗi bộ chọn tìm thấy gì, và bài đọc được ra sao.\n\nVí dụ: danvan sites check trang.html --site phuhac --rules cua-toi",
        "Try one page: what each selector finds, and the article that comes of it.\n\nExample: danvan sites check page.html --site phuhac --rules mine",
    ),
    "help.sites_page": (
        "Tệp .html đã lưu, hoặc địa chỉ của một trang trong kho",
        "A saved .html file, or the address of a page of the raw store",
    ),
    "help.sites_site": ("Đọc theo hồ sơ này, dù tên máy là gì", "Read by this profile, whatever the host"),
    "help.crawl": (
        "Tải các trang đã khai trong sites/ vào kho trang (WARC), lịch sự và tiếp tục được sau khi bị ngắt.\n\nChỉ hỏi những máy mà hồ sơ nêu tên, theo robots.txt. Bước đọc bài làm sau: danvan run corpus/raw\n\nVí dụ: danvan crawl phuhac --rules cua-toi --contact toi@vidu.vn",
        "Fetch sites of sites/ into the raw store (WARC), politely; a call that was broken off is gone on with.\n\nOnly hosts that the profile names are asked, as robots.txt allows. Reading is a step of its own: danvan run corpus/raw\n\nExample: danvan crawl phuhac --rules mine --contact me@example.org",
    ),
    "help.crawl_sites": (
        "Tên hồ sơ trong sites/, hoặc một URL của trang.\n\nVí dụ: phuhac",
        "Names of profiles in sites/, or a URL of the site.\n\nExample: phuhac",
    ),
    "help.list_raw": (
        "Kho trang của danvan crawl: trang của danh sách địa chỉ (.urls) được đọc từ đó",
        "Raw store of danvan crawl: the pages of lists of addresses (.urls) are read from it",
    ),
    "help.crawl_urls": (
        "Tệp có mỗi dòng một URL (- là đầu vào chuẩn); chỉ tải đúng những trang đó. Ví dụ: --urls bai.txt",
        "File with a URL a line (- is standard input); these pages are fetched and nothing else. Example: --urls pages.txt",
    ),
    "help.crawl_raw": (
        "Thư mục của kho trang. Ví dụ: --raw corpus/raw",
        "Folder of the raw store. Example: --raw corpus/raw",
    ),
    "help.crawl_contact": (
        "Email hoặc URL để quản trị trang liên hệ; đứng trong User-Agent. Cũng đặt được bằng DANVAN_CONTACT. Ví dụ: --contact toi@vidu.vn",
        "Email or URL by which the site's keepers reach you; it stands in the User-Agent. DANVAN_CONTACT sets it too. Example: --contact me@example.org",
    ),
    "help.crawl_since": (
        "Bỏ qua bài có ngày trước ngày này, và bài đã tải trước đó. Ví dụ: --since 2026-11-01",
        "Leave alone articles dated before this day, and those stored before it. Example: --since 2026-11-01",
    ),
    "help.crawl_limit": (
        "Nhiều nhất bấy nhiêu trang mỗi nơi trong lần chạy này. Ví dụ: --limit 100",
        "At most so many pages of each site in this call. Example: --limit 100",
    ),
    "help.crawl_dry_run": (
        "Chỉ nói sẽ làm gì, không hỏi trang nào. Ví dụ: --dry-run",
        "Only tell what would be done; nothing is asked. Example: --dry-run",
    ),
    "help.crawl_private": (
        "Cho phép địa chỉ mạng nội bộ (127.0.0.1, 10.x ...) mà hồ sơ nêu tên. Ví dụ: --allow-private",
        "Allow addresses of the network inside (127.0.0.1, 10.x …) that the profile names. Example: --allow-private",
    ),
    "help.evaluate": (
        "Chấm điểm trên những bài có gold/ bên cạnh, kèm khoảng tin cậy 95 % (bootstrap theo bài).\n\nSo trước và sau khi sửa luật: danvan extract corpus/work --format jsonl -o before.jsonl, sửa, rồi\n\nVí dụ: danvan evaluate corpus/work --against before.jsonl",
        "Score the articles that have gold/ beside them, with 95 % intervals (bootstrap over articles).\n\nBefore and after a change of rules: danvan extract corpus/work --format jsonl -o before.jsonl, the change, then\n\nExample: danvan evaluate corpus/work --against before.jsonl",
    ),
    "help.report": (
        'Viết báo cáo về một địa bàn: số mô hình, biểu đồ, chỗ cần xem lại, tiền, cán bộ, nguồn. Một tệp .html, .pdf (cần trình duyệt) hoặc .xlsx.\n\nVí dụ: danvan report --place "huyện Thạch Hà, Hà Tĩnh" --year 2022 -o thach-ha.html',
        'Write the report on a place: models, charts, findings, money, officials, sources. One file: .html, .pdf (needs a browser) or .xlsx.\n\nExample: danvan report --place "huyện Thạch Hà, Hà Tĩnh" --year 2022 -o thach-ha.html',
    ),
    "help.report_place": (
        "Tỉnh, huyện hoặc xã: “huyện Thạch Hà, Hà Tĩnh”",
        'Province, district or commune: "huyện Thạch Hà, Hà Tĩnh"',
    ),
    "help.report_year": ("Năm", "The year"),
    "help.report_to": ("Đến hết năm này", "Up to this year"),
    "help.report_output": (
        "Tệp .html, .pdf hoặc .xlsx; không cho thì in HTML ra màn hình",
        "File .html, .pdf or .xlsx; without it the HTML goes to standard output",
    ),
    "help.report_lang": ("Ngôn ngữ của báo cáo; mặc định vi", "Language of the report; vi by default"),
    "help.with_names": ("Giữ cả tên người không có chức vụ công", "Keep the names of people without a public post"),
    "help.inputs": (
        "Tệp .txt, .html, .jsonl, .csv, .warc.gz, .zip, .docx, .pdf, .urls (danh sách địa chỉ đã tải), thư mục chứa chúng (cả corpus/raw), hoặc - cho đầu vào chuẩn",
        "Files .txt, .html, .jsonl, .csv, .warc.gz, .zip, .docx, .pdf, .urls (addresses that were fetched), folders of them (corpus/raw too), or - for standard input",
    ),
    "help.status": (
        "Tình trạng: lần chạy gần nhất, số trang, bài, dữ kiện, lỗi, cách ly theo lý do. Ví dụ: danvan status --db my.duckdb",
        "How things stand: last run, pages, articles, facts, failures, quarantine by reason. Example: danvan status --db my.duckdb",
    ),
    "help.quarantine": (
        "Những đầu vào không đọc được. Ví dụ: danvan quarantine list",
        "Inputs that could not be read. Example: danvan quarantine list",
    ),
    "help.quarantine_list": (
        "Liệt kê kèm lý do. Ví dụ: danvan quarantine list --format csv",
        "List them with the reason. Example: danvan quarantine list --format csv",
    ),
    "help.quarantine_retry": (
        "Đọc lại các tệp bị cách ly như lần trước: cùng luật, --published, --place, --names, --columns, trừ những gì nói lại ở đây.\n\nVí dụ: danvan quarantine retry --columns text=noi_dung",
        "Read the files in quarantine again as they were read: by the same rules, --published, --place, --names and --columns, but for what is said anew.\n\nExample: danvan quarantine retry --columns text=content",
    ),
    "help.log": (
        "Ghi thêm nhật ký vào tệp này, mỗi sự kiện một dòng JSON. Ví dụ: --log run.jsonl",
        "Append a log to this file, one JSON line an event. Example: --log run.jsonl",
    ),
    "help.run_relevant": (
        "off: lấy mọi bài; mark: ghi bài nào về công tác dân vận; only: để riêng bài khác. Ví dụ: --relevant only",
        "off: every article; mark: note which are about dân vận work; only: set the others aside. Example: --relevant only",
    ),
    "help.db": ("Tệp cơ sở dữ liệu", "Database file"),
    "help.published": (
        "Ngày đăng cho bài không ghi ngày: 2022-11-04 hoặc 04/11/2022",
        "Day of publication where the text has none: 2022-11-04",
    ),
    "help.place": (
        "Địa bàn mà các bài nói về, khi bài không nêu: “huyện Yên Lập, tỉnh Phú Thọ”",
        'The unit that the articles speak for, where they do not say: "huyện Yên Lập, tỉnh Phú Thọ"',
    ),
    "help.names": (
        "Bộ nhận tên dùng khi luật không rõ ai là người: danvan, underthesea, hoặc thư mục hay gói của một pipeline "
        "spaCy có ner; nhãn người khác PER, PERSON thì viết MODEL=NHÃN [dim][mặc định: danvan][/dim]",
        "Tagger asked where no rule knows a person: danvan, underthesea, or the folder or package of a spaCy pipeline "
        "with ner; labels of persons other than PER, PERSON as MODEL=LABEL [dim][default: danvan][/dim]",
    ),
    "help.rules_dir": (
        "Thư mục luật đặt chồng lên luật có sẵn; có thể lặp lại",
        "Folder of rules laid over the shipped ones; may be repeated",
    ),
    "help.columns": (
        "Tên cột của tệp .csv. Ví dụ: --columns text=noi_dung,title=tieu_de,published=ngay,url=link",
        "Which columns of .csv files hold what. Example: --columns text=noi_dung,title=tieu_de,published=ngay,url=link",
    ),
    "help.run_since": (
        "Chỉ đọc bài đăng hoặc tải từ ngày này. Ví dụ: --since 2026-11-01",
        "Only articles published or fetched from this day on. Example: --since 2026-11-01",
    ),
    "help.run_limit": (
        "Dừng sau bấy nhiêu bài mới hoặc thay đổi. Ví dụ: --limit 100",
        "Stop after so many new or changed articles. Example: --limit 100",
    ),
    "help.run_dry_run": (
        "Chỉ nói sẽ đọc gì: mới, đổi, không đổi, không đọc được; không ghi gì. Ví dụ: --dry-run --format csv",
        "Only tell what would be read: new, changed, unchanged, refused; nothing is written. Example: --dry-run --format csv",
    ),
    "help.jobs": ("Số tiến trình trích xuất; 0 là mọi nhân", "Processes that extract; 0 for every core"),
    "help.format": (
        "table, csv, json, jsonl, parquet hoặc xlsx; mặc định theo đuôi của --output",
        "table, csv, json, jsonl, parquet or xlsx; by default after the suffix of --output",
    ),
    "help.output": ("Ghi vào tệp này thay vì màn hình", "Write to this file instead of the screen"),
    "help.lang": (
        "Ngôn ngữ của thông báo và đầu cột; mặc định theo máy",
        "Language of messages and column heads; by default after the locale",
    ),
    "help.help": ("Hiện hướng dẫn này rồi thoát", "Show this message and exit"),
    "help.install_completion": ("Cài tự hoàn thành lệnh cho shell đang dùng", "Install completion for this shell"),
    "help.show_completion": (
        "In đoạn mã tự hoàn thành lệnh cho shell đang dùng, để chép hoặc sửa",
        "Print the completion for this shell",
    ),
    "help.version": ("In phiên bản", "Print the version"),
    "help.records": (
        "Tệp bản ghi .jsonl (hoặc một mảng .json), hoặc -",
        "File of records, .jsonl (or one .json array), or -",
    ),
    "help.query_explain": (
        'Vì sao có con số này: tên đơn vị và năm, ví dụ --explain "Thạch Hà" 2022',
        'Why the number is what it is: name of the unit and year, as in --explain "Thạch Hà" 2022',
    ),
    "help.as_of": (
        "Theo đơn vị hành chính của ngày này (sáp nhập thì cộng, chia tách thì không trả lời)",
        "By the administrative units of this day (merged ones are added up, divided ones are not answered)",
    ),
    "help.query_name": ("Tên truy vấn", "Name of the query"),
    "help.param": ("Tham số của truy vấn; có thể lặp lại", "Parameter of the query; may be repeated"),
    "help.all_columns": ("Hiện mọi cột trong bảng", "Show every column in the table"),
    "help.statement": (
        "Một câu lệnh SQL, hoặc - để đọc từ đầu vào chuẩn",
        "One SQL statement, or - to read it from standard input",
    ),
    "help.tables": ("Tên bảng; không cho thì mọi bảng", "Tables; all where none is named"),
    "help.table": ("Chỉ bảng này", "Only this table"),
    "help.json_schema": ("In JSON schema của bản ghi", "Print the JSON schema of the records"),
    "help.target": (
        "Tệp bài báo, có thể kèm vị trí ký tự trong văn bản đã làm sạch",
        "An article's file, with or without an offset in its cleaned text",
    ),
    "help.evaluate_dir": ("Thư mục bài báo có gold/ bên cạnh", "Folder of articles with gold/ beside them"),
    "help.errors": (
        "Liệt kê lỗi theo tệp:dòng:cột: - sót, + thừa, ! sai giá trị",
        "List the errors as path:line:column: - missed, + invented, ! wrong value",
    ),
    "help.only": ("Chỉ những bài có tên khớp mẫu, ví dụ 'v-*'", "Only articles whose name fits the pattern, as 'v-*'"),
    "help.spans": (
        "Chấm theo đoạn trùng khít, đoạn chồng nhau và giá trị",
        "Score by exact span, by overlap and by value",
    ),
    "help.calibration": (
        "Độ tin có đúng không: trong các bản ghi có độ tin c, bao nhiêu phần đúng",
        "Whether confidence holds: of the records at confidence c, how many are right",
    ),
    "help.against": (
        "So với các bản ghi đã lưu bằng danvan extract --format jsonl: được gì, mất gì; với csv, json là bảng, thêm --errors là danh sách",
        "Compare with records saved by danvan extract --format jsonl: what was gained and lost; as csv or json the table, with --errors the list",
    ),
}
