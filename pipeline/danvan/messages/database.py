"""The database, and what people said of its facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    # the database
    "store.missing": (
        "{path}: chưa có cơ sở dữ liệu; tạo bằng danvan run ĐƯỜNG_DẪN --db {path}",
        "{path}: no database there; make one with danvan run PATH --db {path}",
    ),
    "store.locked": (
        "{path}: tiến trình khác ({who}) đang dùng; chờ nó xong, dừng nó nếu bị treo (bài đã ghi xong vẫn còn), hoặc cho --db khác",
        "{path}: another process ({who}) holds it; wait until it ends, stop it if it hangs (whole articles are kept), or give another --db",
    ),
    "store.foreign_version": (
        "{path}: do một phiên bản DuckDB khác ghi; cập nhật duckdb hoặc dựng lại bằng danvan run",
        "{path}: written by another version of DuckDB; update duckdb, or build it anew with danvan run",
    ),
    "store.folder": (
        "{path}: là thư mục, không phải cơ sở dữ liệu; cho --db tên một tệp, như {path}/danvan.duckdb",
        "{path}: a folder, no database; give --db the name of a file, such as {path}/danvan.duckdb",
    ),
    "store.no_database": (
        "{path}: không phải cơ sở dữ liệu DuckDB; cho --db khác",
        "{path}: not a DuckDB database; give another --db",
    ),
    "store.unopened": (
        "{path}: không mở được ({reason}); kiểm tra đường dẫn và quyền ghi",
        "{path}: cannot be opened ({reason}); check the path and its permissions",
    ),
    "store.other_content": (
        "{path}: cơ sở dữ liệu này không phải của danvan; cho --db khác",
        "{path}: a database of something else than danvan; give another --db",
    ),
    "store.other_version": (
        "{path}: bảng ở phiên bản {found}, danvan này cần {wanted}; dựng lại vào --db khác bằng danvan run",
        "{path}: its tables are of version {found}, this danvan has {wanted}; build a new --db with danvan run",
    ),
    "store.unwritten": (
        "không ghi được vào cơ sở dữ liệu ({reason}); xem đĩa còn chỗ không rồi chạy lại lệnh",
        "the database refused a write ({reason}); see that the disk has room, then run the command again",
    ),
    "sql.one_statement": ("sql: cho đúng một câu lệnh SQL", "sql: give exactly one statement"),
    "sql.wrong": (
        "sql: {reason}; xem tên bảng và cột bằng danvan describe",
        "sql: {reason}; danvan describe names tables and columns",
    ),
    "audit.fail_on": (
        "--fail-on {value}: dùng note, warning hoặc error",
        "--fail-on {value}: use note, warning or error",
    ),
    "audit.unknown": ("{name}: không có phép kiểm này; có: {names}", "{name}: no such check; there are: {names}"),
    "audit.done": (
        "{errors} lỗi, {warnings} cảnh báo, {notes} ghi chú; đã so {compared} chỗ, {unclear} chỗ không kết luận được",
        "{errors} errors, {warnings} warnings, {notes} notes; {compared} comparisons, {unclear} of them undecided",
    ),
    "audit.settle": ("Để làm rõ: {words}", "To settle it: {words}"),
    "audit.outcome": (
        "--outcome {value}: phải là một trong {values}",
        "--outcome {value}: must be one of {values}",
    ),
    "audit.reach": (
        "{compared} trong {figures} số đếm và số tiền đối chiếu được, {undecided} chưa kết luận được, {alone} không có gì để đối chiếu; {totals} tổng số có phần.",
        "{compared} of {figures} figures and sums of money were compared, {undecided} without a verdict, {alone} have nothing beside them; {totals} totals have parts.",
    ),
    "audit.coverage": ("Kiểm được đến đâu", "What could be compared"),
    "checks.broken": ("{problems} ví dụ sai trong {checks} phép kiểm", "{problems} cases fail in {checks} checks"),
    "checks.sound": ("{checks} phép kiểm, {cases} ví dụ, tất cả đúng", "{checks} checks, {cases} cases, all hold"),
    "checks.no_folder": (
        "{path}: không có thư mục này; cho thư mục có các tệp .sql",
        "{path}: no such folder; give one with .sql files",
    ),
    "checks.not_utf8": ("{path}: không phải UTF-8; hãy lưu lại tệp", "{path}: not UTF-8; save the file anew"),
    "checks.slug": (
        "tên {name!r}: dùng chữ thường không dấu và gạch nối",
        "the name {name!r}: use lower-case letters and hyphens",
    ),
    "checks.no_header": ("thiếu phần đầu /* ... */ bằng TOML", "no header /* ... */ in TOML"),
    "checks.unknown_key": ("khóa lạ {name!r}", "unknown key {name!r}"),
    "checks.severity": ("severity phải là note, warning hoặc error", "severity is note, warning or error"),
    "checks.two_languages": ("{name} cần en và vi", "{name} needs en and vi"),
    "checks.no_case": ("thiếu [[case]]: cho ít nhất một ví dụ", "no [[case]]: give at least one example"),
    "checks.no_query": ("thiếu câu SELECT sau phần đầu", "no SELECT after the header"),
    "checks.case": (
        "[[case]] cần says (chữ) và expect (danh sách)",
        "a [[case]] needs says (a text) and expect (a list)",
    ),
    "checks.case_table": ("không có bảng {name!r} cho ví dụ", "no table {name!r} for cases"),
    "checks.column": ("{path}: câu truy vấn thiếu cột {name!r}", "{path}: the query lacks the column {name!r}"),
    "checks.span": (
        "{path}: so sánh {name!r} thiếu vị trí trong văn bản",
        "{path}: the comparison {name!r} lacks a span",
    ),
    "checks.outcome": ("{path}: giá trị {name!r} không hợp lệ", "{path}: {name!r} is no value for it"),
    "checks.placeholder": (
        "{path}: thông báo dùng cột {name!r} mà câu truy vấn không có",
        "{path}: the message names the column {name!r}, which the query does not give",
    ),
    "checks.case_fails": ("{path}: ví dụ {says!r}: {reason}", "{path}: case {says!r}: {reason}"),
    "checks.case_differs": (
        "{path}: ví dụ {says!r}: cần {expected}, được {found}",
        "{path}: case {says!r}: expected {expected}, found {found}",
    ),
    "query.title_as_of": ("{title}; theo đơn vị ngày {day}", "{title}; by the units of {day}"),
    "query.as_of": ("{query}: --as-of chỉ dùng với {names}", "{query}: --as-of goes only with {names}"),
    "query.as_of_day": (
        "--as-of {day}: bảng đơn vị hành chính bắt đầu từ {first}",
        "--as-of {day}: the table of units begins on {first}",
    ),
    "query.one_view": ("--explain và --as-of: chỉ dùng một", "--explain and --as-of: use one of them"),
    "query.explain": (
        "{query}: chỉ giải thích được {names}",
        "{query}: only these can be explained: {names}",
    ),
    "query.explain_none": (
        "{name}, {year}: không có số liệu nào để cân nhắc{hint}",
        "{name}, {year}: there is no count to be weighed{hint}",
    ),
    "query.none_such": (
        "{name}={value}: không có{hint}; cơ sở dữ liệu có: {values}",
        "{name}={value}: not there{hint}; the database has: {values}",
    ),
    "query.none_such_within": (
        "{name}={value}: không có với {within}{hint}; ở đó cơ sở dữ liệu có: {values}",
        "{name}={value}: not there with {within}{hint}; there the database has: {values}",
    ),
    "query.after_reform": (
        "từ 01/07/2025 không còn cấp huyện: thêm --as-of {day} để cộng các xã của huyện cũ, hoặc dùng models-per-commune-year",
        "there are no districts from 2025-07-01 on: --as-of {day} adds up the communes of an old one; or ask models-per-commune-year",
    ),
    "query.wrong_number": (
        "--param {name}={value}: cần một số nguyên",
        "--param {name}={value}: a whole number is needed",
    ),
    "query.unknown": (
        "{name}: không có truy vấn này{hint}; có: {names}",
        "{name}: no such query{hint}; there are: {names}",
    ),
    "query.no_parameter": (
        "{query}: không có tham số {name}; có: {names}",
        "{query}: no parameter {name}; there are: {names}",
    ),
    "query.wrong_parameter": ("--param {text}: viết tên=giá_trị", "--param {text}: write name=value"),
    "query.empty": ("không có dòng nào", "no rows"),
    "export.unknown": (
        "{name}: không có bảng này{hint}; có: {names}",
        "{name}: no such table{hint}; there are: {names}",
    ),
    "export.query": (
        "{name}: là truy vấn, không phải bảng; dùng danvan query {name} --output TỆP",
        "{name}: a query, no table; use danvan query {name} --output FILE",
    ),
    "export.several": (
        "nhiều bảng: thêm --output (thư mục, hoặc một tệp .xlsx)",
        "several tables: add --output (a folder, or one .xlsx file)",
    ),
    # what people said of facts
    "review.bad_line": (
        "{path}:{line}: không phải một lời duyệt ({reason}); dùng tệp do danvan review export ghi",
        "{path}:{line}: no review ({reason}); give a file that danvan review export wrote",
    ),
    "review.target": (
        "{target}: viết BÀI:VỊ_TRÍ, như 1fb9f979:1250 hay bai.txt:1250 (cột article và start của bảng; như audit in ra)",
        "{target}: write ARTICLE:OFFSET, as 1fb9f979:1250 or news.txt:1250 (columns article and start of the tables; as audit prints it)",
    ),
    "review.no_article": (
        "{name}: không có bài này; xem danvan query articles",
        "{name}: no such article; see danvan query articles",
    ),
    "review.articles": (
        "{name}: nhiều bài như vậy; viết mã bài, dài hơn nếu cần",
        "{name}: several articles are called so; write the id, or more of it",
    ),
    "review.kind": ("--kind {name}: không có loại này; có: {names}", "--kind {name}: no such kind; there are: {names}"),
    "review.no_fact": (
        "{target}: không có dữ kiện nào ở vị trí này; xem cột start của bảng, như danvan export figures",
        "{target}: no fact at this offset; see column start of the tables, as in danvan export figures",
    ),
    "review.several_kinds": (
        "{target}: có nhiều dữ kiện ở đây; thêm --kind: {kinds}",
        "{target}: several facts here; add --kind: {kinds}",
    ),
    "review.several": (
        "{target}: có nhiều dữ kiện ở đây; thêm --nth: {found}",
        "{target}: several facts here; add --nth: {found}",
    ),
    "review.no_column": ("{kind}: không có cột {name}; có: {names}", "{kind}: no column {name}; there are: {names}"),
    "review.wrong_set": (
        "--set {text}: viết cột=giá_trị; để trống giá trị là bỏ",
        "--set {text}: write column=value; nothing behind = for null",
    ),
    "review.no_set": ("thiếu --set: cho ít nhất một cột=giá_trị", "no --set: give at least one column=value"),
    "review.wrong_value": (
        "--set {name}={value}: giá trị không hợp lệ ({reason})",
        "--set {name}={value}: no value for it ({reason})",
    ),
    "review.needs_number": ("cần một số", "a number is needed"),
    "review.needs_day": ("cần một ngày: 2024-12-31 hoặc 31/12/2024", "a day is needed: 2024-12-31 or 31/12/2024"),
    "review.needs_truth": ("cần true hoặc false", "true or false is needed"),
    "review.one_of": ("dùng {names}", "use {names}"),
    "review.no_unit": (
        "--set place={code}: không có mã này trong bảng units",
        "--set place={code}: no such code in the table units",
    ),
    "review.no_finding": (
        "{name}: cần đúng một phát hiện, có {count}; xem danvan audit",
        "{name}: one finding is needed, {count} begin so; see danvan audit",
    ),
    "review.undo_none": (
        "{target}: không có lời nào để rút lại; xem danvan review list",
        "{target}: there is nothing to take back; see danvan review list",
    ),
    "review.undo_several": (
        "{target}: có nhiều lời; cho mã của một lời: {found}",
        "{target}: several words; give the id of one: {found}",
    ),
    "review.by": (
        "thiếu người duyệt; thêm --by TÊN hoặc đặt DANVAN_REVIEWER",
        "who says so? add --by NAME or set DANVAN_REVIEWER",
    ),
    "review.why": ("thiếu lý do; thêm --why LÝ_DO", "no reason; add --why REASON"),
    "review.state": ("--state {name}: dùng {names}", "--state {name}: use {names}"),
    "review.done": ("đã ghi {id}: {verdict}, {target}", "noted {id}: {verdict}, {target}"),
    "review.to_review": (
        "{count} lời cần xem lại: bài và kết quả trích xuất đều đã đổi",
        "{count} to be looked at again: text and extraction both changed",
    ),
    "review.imported": ("{added} lời mới trên {count}", "{added} new of {count} entries"),
    "diff.run": ("{run}: không có lần chạy này; có: {runs}", "{run}: no such run; there are: {runs}"),
    "diff.same": ("cho hai lần chạy khác nhau, lần trước đứng trước", "give two different runs, the earlier one first"),
    "diff.done": (
        "{added} thêm, {removed} bớt, {changed} đổi trong {articles} bài; {fresh} bài mới không tính",
        "{added} added, {removed} removed, {changed} changed in {articles} articles; {fresh} new articles left out",
    ),
    "forget.short": ("{name}: cho cả họ và tên", "{name}: give the whole name, two words at least"),
    "forget.ask": (
        "Xóa {name} khỏi {articles} bài và mọi lần trích xuất sau? Không thể hoàn lại. [c/K] ",
        "Take {name} out of {articles} articles and every later extraction? There is no way back. [y/N] ",
    ),
    "forget.yes": ("cần xác nhận; thêm --yes", "this is for good; add --yes"),
    "forget.none": ("chưa xóa gì", "nothing was taken out"),
    "forget.unknown": (
        "{name}: không có trong bài nào (xem lại chính tả); từ nay mọi lần trích xuất đều bỏ tên này",
        "{name}: in no article (see how it is spelt); every later extraction leaves this name out",
    ),
    "forget.done": (
        "đã xóa khỏi {articles} bài; tệp gốc và bản đã xuất thì không đụng tới",
        "taken out of {articles} articles; source files and earlier exports are not touched",
    ),
}
