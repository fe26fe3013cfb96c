"""The report and the sheets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "report.no_place": (
        "--place {name}: không có đơn vị này{hint}; viết như “huyện Thạch Hà, Hà Tĩnh”",
        '--place {name}: no such unit{hint}; name it as in "huyện Thạch Hà, Hà Tĩnh"',
    ),
    "report.several_places": (
        "--place {name}: có nhiều đơn vị cùng tên; viết thêm huyện hoặc tỉnh, ví dụ “xã Tân Lập, Vũ Thư, Thái Bình”",
        '--place {name}: several units bear this name; add its district or province, as in "xã Tân Lập, Vũ Thư, Thái Bình"',
    ),
    "report.two_levels": (
        "--place {name}: trong những năm đó là {one}, rồi {other}; viết rõ một trong hai",
        "--place {name}: in these years this is {one} and then {other}; write one of them",
    ),
    "report.years_wrong": ("--to {last}: trước --year {first}", "--to {last}: before --year {first}"),
    "report.year_wrong": ("--year: dùng năm từ {first} đến 2100", "--year: use a year from {first} to 2100"),
    "report.suffix": ("{path}: dùng đuôi .html, .pdf hoặc .xlsx", "{path}: use the suffix .html, .pdf or .xlsx"),
    "report.no_browser": (
        "chưa có trình duyệt để in PDF; cài một trong {names}, hoặc ghi .html rồi in từ trình duyệt",
        "no browser to print PDF; install one of {names}, or write .html and print it from a browser",
    ),
    "report.browser_failed": (
        "{browser}: không in được PDF ({reason}); ghi .html rồi in từ trình duyệt",
        "{browser}: could not print the PDF ({reason}); write .html and print it from a browser",
    ),
    "report.written": (
        "đã ghi {path}: {articles} bài, {findings} chỗ cần xem lại",
        "wrote {path}: {articles} articles, {findings} findings",
    ),
    "report.kicker": ("Báo cáo số liệu dân vận", "Report on dân vận figures"),
    "report.title": ("“Dân vận khéo” ở {place}, {years}", "“Dân vận khéo” in {place}, {years}"),
    "report.made": (
        "Lập ngày {day}, từ {used} trong {articles} bài báo của cơ sở dữ liệu. Số trong ngoặc vuông chỉ bài nguồn ở cuối.",
        "Made on {day} from {used} of the {articles} articles in the database. Numbers in brackets lead to the sources below.",
    ),
    "report.answers": ("Số mô hình theo năm", "Models per year"),
    "report.year": ("Năm {year}", "{year}"),
    "report.models_of": ("mô hình", "models"),
    "report.stock": ("lũy kế", "a stock"),
    "report.so_far": ("chưa hết năm", "the year so far"),
    "report.as_of": ("tính đến {day}", "as of {day}"),
    "report.sum_communes": ("cộng các xã", "sum of communes"),
    "report.sum_merged": ("cộng các đơn vị cũ", "sum of the former units"),
    "report.sum_land": ("cộng các xã trên địa bàn cũ", "sum of the communes on its former land"),
    "report.summed_communes": (
        "Không bài nào nêu tổng toàn huyện. Đây là tổng của {reporting} trên {units} xã có số liệu: {added}.",
        "No article gives a total for the district. This is the sum of the {reporting} communes of {units} that have a number: {added}.",
    ),
    "report.summed_merged": (
        "Năm này đơn vị chưa sáp nhập. Đây là tổng của các đơn vị cũ: {added}.",
        "In this year the unit was not yet merged. This is the sum of the former units: {added}.",
    ),
    "report.summed_land": (
        "Không còn cấp huyện. Đây là tổng của các xã nay nằm trên địa bàn cũ: {added}.",
        "The district is no more. This is the sum of the communes that lie on its former land: {added}.",
    ),
    "report.not_summed": (
        "Chưa cộng được ({reason}); {reporting} trên {units} đơn vị có số: {added}.",
        "Not added up ({reason}); {reporting} of {units} units have a number: {added}.",
    ),
    "report.land_merged": (
        "Từ ngày {day}, {place} gồm các đơn vị trước đó là {former}. Số của những năm trước là tổng của các đơn vị ấy, chỉ khi đơn vị nào cũng có số; các bảng bên dưới ghi cả số liệu của các đơn vị ấy.",
        "Since {day} {place} is made of what was {former}. A number of the years before is their sum, only where each of them has one; the tables below hold what is told of each.",
    ),
    "report.land_divided": (
        "Địa giới của {place} thay đổi ngày {day} mà không tách bạch được: số trước và sau ngày đó không so sánh được với nhau.",
        "The borders of {place} changed on {day} in a way that cannot be undone: numbers from before and after do not compare.",
    ),
    "report.land_ended": (
        "Từ ngày {day} không còn {place}.",
        "Since {day} there is no {place}.",
    ),
    "report.land_ended_district": (
        "Từ ngày {day} không còn {place}. Số từ ngày đó, nếu có, là tổng của các xã nay nằm trọn trên địa bàn cũ.",
        "Since {day} there is no {place}. A number since then, where there is one, is the sum of the communes that lie wholly on its former land.",
    ),
    "report.range": (
        "Các báo cáo cùng trạng thái nêu từ {low} đến {high}.",
        "Reports of the same status give from {low} to {high}.",
    ),
    "report.no_answer": (
        "Không có bài nào nêu số của cả đơn vị cho năm này.",
        "No article gives a number for the whole unit and this year.",
    ),
    "report.years_without": (
        "Không có bài nào nêu số mô hình của cả đơn vị cho: {years}.",
        "No article gives a number of models for the whole unit in: {years}.",
    ),
    "report.only_one": ("Không có số liệu nào khác để cân nhắc.", "There was no other number to weigh."),
    "report.why": ("Những số đã cân nhắc, và vì sao", "What was weighed, and why"),
    "report.policy": (
        "Mỗi năm lấy số của báo cáo tốt nhất, không cộng số của nhiều bài. Thứ tự chọn: số của riêng năm trước số lũy kế; xây dựng, rồi duy trì, công nhận, đăng ký; báo cáo bao quát nhiều tháng hơn; số chính xác; bài mới hơn; số lớn hơn.",
        "Each year takes the number of the best report; numbers of several articles are never added up. In order: a count of the year itself before a stock; built, then maintained, recognised, registered; the report that covers more months; the exact number; the newer article; the larger number.",
    ),
    "report.by_year": ("Bảng theo năm", "By year"),
    "report.by_status": ("Theo trạng thái", "By status"),
    "report.by_field": ("Theo lĩnh vực", "By field"),
    "report.below_district": ("Theo xã, phường, thị trấn", "By commune"),
    "report.below_province": ("Theo huyện và xã", "By district and commune"),
    "report.chart_years": ("Số mô hình theo năm", "Models per year"),
    "report.chart_fields": ("Số mô hình theo lĩnh vực, năm {year}", "Models by field, {year}"),
    "report.legend_count": ("số của năm", "count of the year"),
    "report.legend_so_far": ("chưa hết năm", "the year so far"),
    "report.legend_stock": ("lũy kế", "stock"),
    "report.nothing": ("không có số liệu", "no data"),
    "report.findings": ("Chỗ cần xem lại", "Findings of the audit"),
    "report.findings_note": (
        "Phép kiểm chỉ nói rằng các con số như đã in không khớp nhau; không phải kết luận về cơ quan hay người viết.",
        "A finding says that numbers as printed do not agree; it is no judgement of a body or an author.",
    ),
    "report.no_audit": (
        "Cơ sở dữ liệu này chưa được kiểm: chạy danvan audit.",
        "This database has not been audited yet: run danvan audit.",
    ),
    "report.coverage": (
        "Trên toàn cơ sở dữ liệu đã so {compared} chỗ, {unclear} chỗ không kết luận được.",
        "Over the whole database {compared} comparisons could be made, {unclear} of them undecided.",
    ),
    "report.old_audit": (
        "Dữ liệu đã thay đổi sau lần kiểm gần nhất: chạy danvan audit rồi lập lại báo cáo.",
        "Facts have changed since the last audit: run danvan audit, then write this report again.",
    ),
    "report.no_finding": (
        "Không có chỗ nào không khớp ở địa bàn và thời gian này.",
        "Nothing disagrees for this place and time.",
    ),
    "report.money": ("Tiền", "Money"),
    "report.money_note": (
        "Tổng số tiền và số tiền cho mỗi đối tượng (một hộ, một căn nhà, một suất) để riêng. Các khoản không cộng với nhau: khoản này có thể nằm trong khoản kia.",
        "Totals and sums for each (a household, a house, a gift) stand apart. Sums are not added up: one may lie within another.",
    ),
    "report.money_total": ("Tổng số tiền", "Totals"),
    "report.money_each": ("Cho mỗi đối tượng", "For each"),
    "report.money_unclear": ("Không rõ là tổng hay cho mỗi đối tượng", "Total or for each: not clear"),
    "report.goods": ("Đất, ngày công, phần quà, nhà", "Land, workdays, gifts, houses"),
    "report.goods_note": (
        "Mỗi dòng là số lớn nhất mà một bài nêu; số của nhiều bài không cộng với nhau.",
        "Each row is the largest number that an article gives; numbers of several articles are not added up.",
    ),
    "report.officials": ("Cán bộ được nhắc tên", "Officials named"),
    "report.models": ("Mô hình được nêu tên", "Models named"),
    "report.sources": ("Nguồn", "Sources"),
    "report.gives": ("Dùng cho: {facts}.", "Used for: {facts}."),
    "report.copy": ("Đăng lại bài [{number}].", "A copy of [{number}]."),
    "report.use_answers": ("số mô hình", "models per year"),
    "report.use_weighed": ("số đã cân nhắc", "numbers weighed"),
    "report.use_status": ("trạng thái", "status"),
    "report.use_fields": ("lĩnh vực", "fields"),
    "report.use_below": ("đơn vị bên dưới", "units below"),
    "report.use_money": ("tiền", "money"),
    "report.use_officials": ("cán bộ", "officials"),
    "report.use_counts": ("số liệu khác", "other counts"),
    "report.use_models": ("mô hình", "models"),
    "report.use_findings": ("chỗ cần xem lại", "findings"),
    "report.method": ("Cách làm và giới hạn", "Method and limits"),
    "report.method_read": (
        "Số liệu do máy đọc từ bài báo theo luật viết sẵn; mỗi số kèm câu gốc của nó.",
        "Numbers are read from articles by written rules; each one stands with its sentence.",
    ),
    "report.method_copies": (
        "Bài đăng lại chỉ tính một lần, ở bài đầu tiên.",
        "Articles that repeat another one count once, as the first of them.",
    ),
    "report.method_unit": (
        "Đơn vị hành chính theo tên và mã tại ngày của bài; từ 01/7/2025 không còn cấp huyện.",
        "Administrative units are those of the article's day; there are no districts from 1 July 2025 on.",
    ),
    "report.method_limits": (
        "Chỉ có những gì báo đã in, và máy có thể đọc sai: trước khi dùng một con số hãy xem câu gốc và báo cáo của cơ quan.",
        "It holds only what was printed, and the reading can be wrong: see the sentence and the body's own report before using a number.",
    ),
    "report.names_out": (
        "Tên người không giữ chức vụ được bỏ, thay bằng “…”.",
        "Names of people without a public post are left out: “…” stands for them.",
    ),
    "report.names_in": (
        "Báo cáo này có cả tên người không giữ chức vụ: chỉ dùng nội bộ.",
        "This report bears names of people without a public post: for internal use only.",
    ),
    "report.foot": (
        "danvan {version}, luật {hashes}, cơ sở dữ liệu {database}, ngày {day}",
        "danvan {version}, rules {hashes}, database {database}, {day}",
    ),
    "sheet.about": ("Giới thiệu", "About"),
    "sheet.answers": ("Câu trả lời", "Answers"),
    "sheet.why": ("Vì sao", "Why"),
    "sheet.status": ("Trạng thái", "By status"),
    "sheet.fields": ("Lĩnh vực", "By field"),
    "sheet.below": ("Đơn vị bên dưới", "Units below"),
    "sheet.counts": ("Số liệu khác", "Other counts"),
    "sheet.money_total": ("Tiền - tổng", "Money - totals"),
    "sheet.money_each": ("Tiền - mỗi", "Money - each"),
    "sheet.money_unclear": ("Tiền - chưa rõ", "Money - not clear"),
    "sheet.officials": ("Cán bộ", "Officials"),
    "sheet.models": ("Mô hình", "Models"),
    "sheet.findings": ("Chỗ cần xem lại", "Findings"),
    "sheet.sources": ("Nguồn", "Sources"),
    "sheet.day": ("Ngày lập", "Made on"),
    "sheet.version": ("Phiên bản danvan", "Version of danvan"),
    "sheet.rules": ("Luật", "Rules"),
    "sheet.database": ("Cơ sở dữ liệu", "Database"),
}
