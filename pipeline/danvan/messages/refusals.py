"""Why something is not read, passed over or no article (reasons.py, layout.toml)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    # why something is not read (reasons.py)
    "read.empty": ("rỗng", "empty"),
    "read.no_body": ("rỗng: câu trả lời không có nội dung", "empty: the answer has no body"),
    "read.binary": ("tệp nhị phân, không phải văn bản", "binary"),
    "read.no_letters": ("không có chữ nào", "no letters"),
    "read.no_article": ("không có bài nào trên trang", "no article on the page"),
    "read.furniture": ("chỉ có khung trang, không có bài", "nothing but the furniture of a page"),
    "read.not_vietnamese": (
        "không phải tiếng Việt: chữ mã hóa, mã phông cũ, hoặc tiếng khác",
        "no Vietnamese text: a cipher, the code of an old font, or another language",
    ),
    "read.no_html": ("không phải trang HTML", "no HTML page"),
    "read.headlines": (
        "danh sách {count} tiêu đề không có bài; hãy lưu chính các bài",
        "a list of {count} headlines without their texts; save the articles themselves",
    ),
    "read.several": (
        "nhiều bài trên một trang ({dates} ngày), không rõ ranh giới; hãy lưu từng bài",
        "several articles on one page ({dates} dates), borders uncertain; save each by itself",
    ),
    "read.too_large": (
        "lớn hơn {mb} MB: không phải một tài liệu; hãy tách ra",
        "larger than {mb} MB: no single document; split it",
    ),
    "read.too_long": (
        "dài hơn {millions} triệu ký tự: không phải một bài; hãy tách ra",
        "longer than {millions} million characters: no single article; split it",
    ),
    "read.unopened": ("không mở được: {error}", "cannot be opened: {error}"),
    "read.damaged": ("hỏng: {why}", "damaged: {why}"),
    "read.encrypted": ("có mật khẩu; lưu lại không đặt mật khẩu", "encrypted; save it without a password"),
    "read.no_reader": (
        "không đọc được loại {suffix}; đọc được {names}",
        "no reader for {suffix}; readable are {names}",
    ),
    "read.save_as": ("không đọc được loại {suffix}; lưu lại thành {kind}", "no reader for {suffix}; save it as {kind}"),
    "read.not_in": ("không phải {codec}", "not {codec}"),
    "read.not_decoded": ("không phải {name}", "not in {name}"),
    "read.no_encoding": (
        "không phải UTF-8, UTF-16, windows-1258, TCVN3, VNI, VISCII hay VPS",
        "neither UTF-8 nor UTF-16 nor windows-1258, TCVN3, VNI, VISCII or VPS",
    ),
    "read.no_text_file": ("{what}, không phải văn bản", "{what}, not text"),
    "read.long_line": ("một dòng dài hơn {mb} MB", "a line of more than {mb} MB"),
    "read.no_json": ("không phải JSON, từ ký tự {at}", "not JSON, from character {at} on"),
    "read.no_object": ("không phải đối tượng JSON", "not a JSON object"),
    "read.no_string": ("{name} không phải chuỗi", "{name} is not a string"),
    "read.no_text": ("thiếu text hoặc text rỗng", "text is missing or empty"),
    "read.no_day": ("published không phải ngày: {value!r}", "published is no day: {value!r}"),
    "file.pdf": ("tệp PDF", "a PDF file"),
    "file.zip": ("tệp ZIP hoặc tài liệu văn phòng", "a ZIP archive or an office document"),
    "file.office": ("tài liệu văn phòng kiểu cũ", "an old office document"),
    "file.picture": ("ảnh", "a picture"),
    "file.packed": ("tệp nén", "a compressed file"),
    "file.rtf": ("tài liệu RTF", "an RTF document"),
    "table.no_rows": ("bảng không có dòng nào", "a table without rows"),
    "table.quote": (
        "dấu ngoặc kép không đóng, hoặc dòng quá dài",
        "a quotation mark that is not closed, or a row that is too long",
    ),
    "table.cells": ("{count} ô trong khi dòng đầu có {head}", "{count} cells where the head has {head}"),
    "table.large": (
        "lớn hơn {mb} MB và không phải UTF-8; hãy lưu lại bằng UTF-8",
        "larger than {mb} MB and not in UTF-8; save it in UTF-8",
    ),
    "table.no_column": ("không có cột {name!r}; có các cột: {columns}", "no column {name!r}; there are: {columns}"),
    "table.no_text": (
        "không cột nào tên text; chỉ ra bằng --columns text=TÊN_CỘT; có các cột: {columns}",
        "no column is named as the text; say which with --columns text=NAME; there are: {columns}",
    ),
    "pdf.none": ("không phải PDF: không bắt đầu bằng %PDF-", "not a PDF file: it does not begin with %PDF-"),
    "pdf.damaged": ("PDF bị hỏng", "a damaged PDF file"),
    "pdf.no_text": ("PDF không có chữ", "a PDF without text"),
    "pdf.scanned": (
        "PDF chụp ảnh: {pages} trang, không có chữ; nhận dạng chữ trước (ocrmypdf -l vie)",
        "a scanned PDF: {pages} pages of pictures and no text; have it read by OCR (ocrmypdf -l vie)",
    ),
    "pdf.pages": ("{count} trang: quá {most} trang; hãy tách ra", "{count} pages: more than {most}; split it"),
    "pdf.characters": (
        "quá {millions} triệu ký tự; hãy tách ra",
        "more than {millions} million characters; split it",
    ),
    "docx.none": ("không phải tài liệu .docx, hoặc bị hỏng", "not a .docx document, or a damaged one"),
    "docx.damaged": ("tài liệu .docx bị hỏng", "a damaged .docx document"),
    "docx.no_text": (
        "tài liệu không có chữ, chẳng hạn chỉ có ảnh chụp trang; nhận dạng chữ trước",
        "a document without text: pictures of pages, say; have them read by OCR",
    ),
    "docx.old": (
        "có mật khẩu, hoặc là tài liệu .doc kiểu cũ; lưu thành .docx không đặt mật khẩu",
        "encrypted, or a .doc document of old; save it as .docx without a password",
    ),
    "docx.other": (
        "không phải tài liệu .docx: tệp ZIP chứa thứ khác",
        "not a .docx document: a ZIP archive of something else",
    ),
    "docx.grows": (
        "giải nén ra {mb} MB: không báo cáo nào lớn thế",
        "grows to {mb} MB when unpacked: no report does",
    ),
    "zip.none": ("không phải tệp ZIP", "not a ZIP archive"),
    "zip.damaged": ("tệp ZIP bị hỏng hoặc bị cắt", "a damaged ZIP archive, or a part of one"),
    "zip.empty": ("tệp nén rỗng", "an empty archive"),
    "zip.files": (
        "{count} tệp: một tệp nén chỉ được chứa {most}; hãy tách ra",
        "{count} files: an archive may hold {most}; split it",
    ),
    "zip.grows": (
        "giải nén ra {gb:.1f} GB: một tệp nén chỉ được ra {most} GB",
        "grows to {gb:.1f} GB when unpacked: an archive may grow to {most} GB",
    ),
    "zip.overlap": (
        "các mục chồng lên nhau: bom nén, hoặc tệp nén bị hỏng",
        "its entries overlap: a bomb, or a damaged archive",
    ),
    "zip.damaged_member": ("bị hỏng trong tệp nén", "damaged in the archive"),
    "zip.method": (
        "nén theo cách không đọc được; nén lại thành ZIP thường",
        "packed in a way that is not read; pack it as a plain ZIP",
    ),
    "zip.leads_out": ("đường dẫn đi ra ngoài tệp nén", "its path leads out of the archive"),
    "zip.link": ("một liên kết, không phải tệp", "a link, not a file"),
    "zip.encrypted": ("có mật khẩu; nén lại không đặt mật khẩu", "encrypted; pack it without a password"),
    "zip.nested": ("tệp nén trong tệp nén; giải nén trước", "an archive inside an archive; unpack it first"),
    "zip.member_grows": (
        "giải nén ra {gb:.1f} GB: một tệp chỉ được ra {most} GB",
        "grows to {gb:.1f} GB when unpacked: a file may grow to {most} GB",
    ),
    "zip.bomb": ("giải nén ra gấp {times} lần: bom nén", "unpacks to {times} times its size: a bomb"),
    "warc.empty": ("tệp rỗng", "an empty file"),
    "warc.none": (
        "không phải tệp WARC: không bắt đầu bằng WARC/1. hay gzip",
        "not a WARC file: it begins with neither WARC/1. nor gzip",
    ),
    "warc.larger": ("lớn hơn {mb} MB", "larger than {mb} MB"),
    "warc.head": ("phần đầu không kết thúc", "a head that does not end"),
    "warc.head_line": ("một dòng của phần đầu không kết thúc", "a line of the head that does not end"),
    "warc.cut_head": ("bị cắt trong phần đầu", "cut off inside of the head"),
    "warc.cut_member": ("bị cắt: tệp hết giữa một khối gzip", "cut off: the file ends inside of a gzip member"),
    "warc.no_gzip": ("không còn là gzip", "not gzip any more"),
    "warc.no_record": ("không có bản ghi WARC bắt đầu ở đây", "no WARC record begins here"),
    "warc.no_length": ("thiếu Content-Length", "no Content-Length"),
    "warc.short": (
        "bị cắt: bản ghi ngắn hơn Content-Length của nó",
        "cut off: the record is shorter than its Content-Length",
    ),
    "warc.long": (
        "Content-Length không tới cuối bản ghi",
        "the Content-Length does not reach the end of the record",
    ),
    "warc.block_digest": (
        "các byte không phải những byte đã lưu (WARC-Block-Digest)",
        "the bytes are not those that were stored (WARC-Block-Digest)",
    ),
    "warc.payload_digest": (
        "nội dung không phải nội dung đã lưu (WARC-Payload-Digest)",
        "the body is not the one that was stored (WARC-Payload-Digest)",
    ),
    "warc.cut_at": (
        "{path}: bản ghi ở byte {byte} bị cắt; hãy tải lại trang",
        "{path}: the record at byte {byte} is cut off; crawl the page again",
    ),
    "warc.damaged_at": (
        "{path}: bản ghi ở byte {byte} bị hỏng ({why}); hãy tải lại trang",
        "{path}: the record at byte {byte} is damaged ({why}); crawl the page again",
    ),
    "warc.other_at": (
        "{path}: bản ghi ở byte {byte} không phải bản đã ghi trong chỉ mục; hãy tải lại",
        "{path}: the record at byte {byte} is not the one that was indexed; crawl it again",
    ),
    "warc.none_at": (
        "{path}: không có câu trả lời nào ở byte {byte}; chỉ mục là của tệp khác",
        "{path}: no answer stands at byte {byte}; the index belongs to another file",
    ),
    "http.none": ("không phải câu trả lời của máy chủ web", "no answer of a web server"),
    "http.zstd": (
        "nén bằng zstd, không đọc được; lưu trang không nén hoặc bằng gzip",
        "packed with zstd, which is not read; store the pages unpacked or with gzip",
    ),
    "http.last_chunk": ("bị cắt: thiếu khúc cuối", "cut off: the last chunk is missing"),
    "http.chunk": ("bị cắt giữa một khúc", "cut off inside of a chunk"),
    "http.grows": ("giải nén ra quá {mb} MB", "grows above {mb} MB when unpacked"),
    "http.cut": ("bị cắt: nội dung nén không kết thúc", "cut off: the packed body does not end"),
    "http.broken": ("nội dung nén bị hỏng", "the packed body is broken"),
    "crf.no_model": (
        "{path}: không phải mô hình CRFsuite; cài lại underthesea",
        "{path}: no CRFsuite model; install underthesea again",
    ),
    "crf.no_weights": (
        "{path}: không có trọng số của bộ gán tên; cài lại danvan hoặc huấn luyện lại",
        "{path}: no weights of a name tagger; install danvan again or train anew",
    ),
    "crf.template": (
        "không đọc được mẫu {template!r} của underthesea; cài underthesea 9.5",
        "template {template!r} of underthesea cannot be read; install underthesea 9.5",
    ),
    "crf.far": (
        "mẫu {template!r} của underthesea với quá xa; cài underthesea 9.5",
        "template {template!r} of underthesea reaches too far; install underthesea 9.5",
    ),
    # what is passed over
    "skip.hidden": ("tệp ẩn", "hidden"),
    "skip.suffix": ("không đọc loại {suffix}", "no reader for {suffix}"),
    "skip.save_as": ("không đọc loại {suffix}, lưu lại thành {kind}", "no reader for {suffix}; save it as {kind}"),
    "skip.nameless": ("không đọc tệp không có đuôi", "no reader for files without a suffix"),
    "skip.published": ("đăng trước {since}", "published before {since}"),
    "skip.fetched": ("tải trước {since}", "fetched before {since}"),
    # what is no article, by the rule of layout.toml that says so
    "refuse.error": (
        "trang báo lỗi, không phải bài; hãy tải lại địa chỉ",
        "an error page, not an article; fetch the address again",
    ),
    "refuse.login": (
        "trang đăng nhập, không phải bài; đăng nhập rồi lưu lại",
        "a page to sign in, not an article; sign in and save it again",
    ),
    "refuse.robot": (
        "trang kiểm tra người máy, không phải bài; mở trang trong trình duyệt rồi lưu lại",
        "a check for robots, not an article; open the page in a browser and save it",
    ),
    "refuse.cookies": (
        "thông báo về cookie, không có bài; chấp nhận rồi lưu trang",
        "a notice on cookies without an article; accept it, then save the page",
    ),
    "refuse.closed": (
        "trang đóng hoặc đang bảo trì; hãy tải lại địa chỉ",
        "the site was closed or under repair; fetch the address again",
    ),
    "refuse.bets": (
        "quảng cáo cá cược hoặc cho vay, không phải bài",
        "an advertisement for bets or loans, not an article",
    ),
    "refuse.other": ("không phải bài: {what}", "no article: {what}"),
}
