"""What the program says, in Vietnamese and English: messages, column heads, the words for coded values.

Data keeps its keys in every language; only tables on the screen and in spreadsheets bear the heads of this file.
"""

from __future__ import annotations

import contextlib
import contextvars
import locale
import os
from collections.abc import Iterator, Mapping
from typing import Final, Literal, get_args

from danvan.errors import UsageError

Language = Literal["vi", "en"]

_language: contextvars.ContextVar[Language | None] = contextvars.ContextVar("language", default=None)


def set_language(name: str | None) -> None:
    """Sets the language of all that follows; None leaves it to the locale. Raises UsageError for another name."""
    if name is None:
        _language.set(None)
    elif name in get_args(Language):
        _language.set("vi" if name == "vi" else "en")
    else:
        raise UsageError(say("lang.unknown", name=name))


def language() -> Language:
    """The language in force: as set, else Vietnamese where the locale is Vietnamese, else English."""
    chosen = _language.get()
    if chosen is not None:
        return chosen
    # The order of gettext; Windows names its locale in words ("Vietnamese_Vietnam").
    named = next((os.environ[v] for v in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(v)), None)
    name = named if named is not None else locale.getlocale()[0] or ""
    return "vi" if name.lower().startswith(("vi_", "vi-", "vi.", "vietnam")) or name.lower() == "vi" else "en"


@contextlib.contextmanager
def speaking(name: str | None, default: Language) -> Iterator[None]:
    """Inside, the language is `name`, or else `default` whatever the locale. Raises UsageError for another name."""
    token = _language.set(_language.get())
    try:
        set_language(name or default)
        yield
    finally:
        _language.reset(token)


def asked_language() -> Language | None:
    """The language that was asked for; None where it is left to the locale."""
    return _language.get()


def say(key: str, **values: object) -> str:
    """The message in the language in force, its blanks filled in."""
    vietnamese, english = TEXTS[key]
    return (vietnamese if language() == "vi" else english).format(**values)


def head(column: str, subject: str = "") -> str:
    """What stands over a column of a table or query; its own name where there is no better one."""
    pair = HEADS.get(f"{subject}.{column}") or HEADS.get(column)
    return column if pair is None else pair[0 if language() == "vi" else 1]


def value_word(column: str, value: str) -> str:
    """The word for a coded value of a column ("built"); the value itself where it is no code."""
    pair = VALUES.get(column, {}).get(value)
    return value if pair is None else pair[0 if language() == "vi" else 1]


TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    # the program's frame
    "error": ("danvan: lỗi: {text}", "danvan: error: {text}"),
    "error.internal": (
        "lỗi trong chương trình ({name}: {text}); đặt DANVAN_DEBUG=1 để xem chi tiết và báo cho nhóm phát triển",
        "a fault of the program ({name}: {text}); set DANVAN_DEBUG=1 to see where, and report it",
    ),
    "stopped": (
        "đã dừng; những bài ghi xong vẫn còn, chạy lại lệnh để làm tiếp",
        "stopped; whole articles are kept, the same command goes on from here",
    ),
    "lang.unknown": (
        "--lang {name}: không có ngôn ngữ này; dùng vi hoặc en",
        "--lang {name}: no such language; use vi or en",
    ),
    "usage.no_option": (
        "{command}: không có tùy chọn {name}{hint}; xem {command} --help",
        "{command}: no such option: {name}{hint}; see {command} --help",
    ),
    "usage.no_command": (
        "không có lệnh {name}{hint}; xem danvan --help",
        "no such command: {name}{hint}; see danvan --help",
    ),
    "usage.missing": (
        "{command}: thiếu {name}; xem {command} --help",
        "{command}: {name} is missing; see {command} --help",
    ),
    "usage.bad_value": (
        "{command}: {name}: giá trị không hợp lệ ({reason})",
        "{command}: {name}: wrong value ({reason})",
    ),
    "usage.whole_number": ("cần một số nguyên", "a whole number is needed"),
    "usage.usage": ("Cách dùng: ", "Usage: "),
    "usage.options": ("Tùy chọn", "Options"),
    "usage.arguments": ("Đối số", "Arguments"),
    "usage.commands": ("Các lệnh", "Commands"),
    "usage.some_options": ("[TÙY CHỌN]", "[OPTIONS]"),
    "usage.some_command": ("LỆNH [ĐỐI SỐ]...", "COMMAND [ARGS]..."),
    "usage.required": ("[bắt buộc]", "[required]"),
    "usage.default": ("[mặc định: {value}]", "[default: {value}]"),
    "usage.other": ("{command}: {reason}; xem {command} --help", "{command}: {reason}; see {command} --help"),
    "usage.did_you_mean": (" (ý bạn là {name}?)", " (did you mean {name}?)"),
    "path.missing": (
        "{path}: không có tệp hoặc thư mục này; cho một đường dẫn có thật, hoặc - cho đầu vào chuẩn",
        "{path}: no such file or folder; give a path that exists, or - for standard input",
    ),
    "day.wrong": (
        "{option} {value}: không phải ngày; viết 2024-12-31 hoặc 31/12/2024",
        "{option} {value}: no such day; write 2024-12-31 or 31/12/2024",
    ),
    "date.wrong": (
        "--published {value}: không phải ngày tháng; viết 2022-11-04, 2022-11-04T09:30 hoặc 04/11/2022",
        "--published {value}: no such date; write 2022-11-04, 2022-11-04T09:30 or 04/11/2022",
    ),
    "names.missing": (
        "--names {model}: không có thư mục hay gói này; cho đường dẫn tới một pipeline spaCy hoặc cài gói đó",
        "--names {model}: no such folder or package; give the path of a spaCy pipeline, or install the package",
    ),
    "names.broken": (
        "--names {model}: không nạp được ({reason}); kiểm tra bằng python -m spacy validate",
        "--names {model}: cannot be loaded ({reason}); see python -m spacy validate",
    ),
    "names.no_ner": (
        "--names {model}: không có thành phần nào gán tên (chỉ có: {pipes}); cần một pipeline có ner",
        "--names {model}: no component that sets entities (it has: {pipes}); it needs one such as ner",
    ),
    "names.no_label": (
        "--names {model}: không có nhãn {persons}; mô hình có: {labels}; viết {model}=NHÃN",
        "--names {model}: knows no label {persons}; it has: {labels}; write {model}=LABEL",
    ),
    "format.unknown": (
        "--format {name}: không có định dạng này; dùng {names}",
        "--format {name}: no such format; use {names}",
    ),
    "format.needs_file": (
        "--format {name}: định dạng nhị phân không in ra màn hình được; thêm --output TỆP",
        "--format {name}: not for a screen; add --output FILE",
    ),
    "format.not_here": (
        "--format {name}: lệnh này không ghi được định dạng đó; dùng {names}",
        "--format {name}: this command does not write it; use {names}",
    ),
    "output.unwritten": (
        "{path}: không ghi được ({reason}); chọn nơi khác cho --output",
        "{path}: cannot be written ({reason}); give another --output",
    ),
    "output.written": ("đã ghi {rows} dòng vào {path}", "wrote {rows} rows to {path}"),
    "jobs.wrong": (
        "--jobs {value}: cho một số từ 1 trở lên, hoặc 0 để dùng mọi nhân",
        "--jobs {value}: give 1 or more, or 0 for every core",
    ),
    # reading and loading
    "input.refused": ("{told} ({bytes} byte đã đọc)", "{told} ({bytes} bytes read)"),
    "input.item": (", mục {item}", ", item {item}"),
    "input.none": (
        "không có bài nào trong đầu vào; cho tệp .txt, .html, .jsonl, .csv, .warc.gz, .zip, .docx, .pdf hoặc thư mục chứa chúng",
        "no article in the input; give .txt, .html, .jsonl, .csv, .warc.gz, .zip, .docx or .pdf files, or a folder of them",
    ),
    "input.extraction_failed": ("không trích xuất được: {name}: {text}", "extraction failed: {name}: {text}"),
    "input.worker_died": (
        "tiến trình trích xuất bị ngắt hai lần ở bài này",
        "the extracting process died twice on this article",
    ),
    "input.unfit": ("không vừa các bảng: {reason}", "does not fit the tables: {reason}"),
    "input.no_record": ("không phải bản ghi: {reason}", "not a record: {reason}"),
    "input.addresses": (
        "danh sách địa chỉ, không phải bài; tải bằng danvan crawl --urls {path}, rồi danvan run corpus/raw",
        "a list of addresses, no articles; fetch them with danvan crawl --urls {path}, then danvan run corpus/raw",
    ),
    "columns.wrong": (
        "--columns {value}: viết text=TÊN_CỘT,title=TÊN_CỘT; tên biết được là {names}",
        "--columns {value}: write text=COLUMN,title=COLUMN; the names known are {names}",
    ),
    "run.done": (
        "{db}: {added} bài mới, {replaced} bài thay, {unchanged} bài không đổi, {quarantined} không đọc được ({seconds:.1f} giây)",
        "{db}: {added} new, {replaced} replaced, {unchanged} unchanged, {quarantined} in quarantine ({seconds:.1f} s)",
    ),
    "run.passed_save_as": ("{suffix} (lưu lại thành {kind} thì đọc được)", "{suffix} (saved as {kind} it is read)"),
    "run.passed_over": ("không phải bài, để nguyên: {kinds}", "no articles, passed over: {kinds}"),
    "run.passed_hidden": ("tệp ẩn", "hidden"),
    "run.passed_old": ("cũ hơn --since", "older than --since"),
    "run.passed_nameless": ("không có đuôi", "without a suffix"),
    "log.unwritten": (
        "{path}: không ghi được nhật ký ({reason}); cho --log tệp khác",
        "{path}: the log cannot be written ({reason}); give --log another file",
    ),
    "quarantine.gone": (
        "{path}: tệp không còn; vẫn để trong khu cách ly",
        "{path}: the file is gone; it stays in quarantine",
    ),
    "quarantine.loaded": (
        "{path}: tệp bản ghi, không phải bài; sửa lại rồi nạp bằng danvan load",
        "{path}: a file of records, no articles; mend it and load it with danvan load",
    ),
    "quarantine.nothing": ("không có gì để đọc lại", "nothing to read again"),
    "quarantine.retried": (
        "đọc lại {inputs} tệp: {articles} bài đọc được, {quarantined} mục vẫn bị cách ly",
        "{inputs} files read again: {articles} articles read, {quarantined} inputs still in quarantine",
    ),
    "run.aside": (
        "{count} bài không thuộc công tác dân vận được để riêng (bảng set_aside); chạy lại với --relevant off để lấy vào",
        "{count} articles are not about dân vận work and were set aside (table set_aside); a run with --relevant off takes them in",
    ),
    "run.relevant": ("--relevant {value}: chỉ nhận off, mark hoặc only", "--relevant {value}: give off, mark or only"),
    "run.progress": ("đọc", "reading"),
    "run.unit": ("bài", "articles"),
    "run.line": (
        "{done} bài, {refused} không đọc được, {skipped} bỏ qua ({rate:.1f}/giây{left})",
        "{done} articles, {refused} refused, {skipped} skipped ({rate:.1f}/s{left})",
    ),
    "run.time_left": ("; khoảng {total}, còn {minutes} phút", "; of about {total}, {minutes} min left"),
    "run.no_rows": (
        "--format và --output chỉ dùng với --dry-run; lấy kết quả bằng danvan query hoặc danvan export",
        "--format and --output go with --dry-run; get results with danvan query or danvan export",
    ),
    "extract.done": (
        "{articles} bài, {refused} không đọc được",
        "{articles} articles, {refused} refused",
    ),
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
    "read.no_html": ("không phải trang HTML: {error}", "no HTML page: {error}"),
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
    "read.not_decoded": ("không phải {name}: {error}", "not {name}: {error}"),
    "read.no_encoding": (
        "không phải UTF-8, UTF-16, windows-1258, TCVN3, VNI, VISCII hay VPS",
        "neither UTF-8 nor UTF-16 nor windows-1258, TCVN3, VNI, VISCII or VPS",
    ),
    "read.no_text_file": ("{what}, không phải văn bản", "{what}, not text"),
    "read.long_line": ("một dòng dài hơn {mb} MB", "a line of more than {mb} MB"),
    "read.no_json": ("không phải JSON: {error}", "not JSON: {error}"),
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
    "pdf.damaged": ("PDF bị hỏng ({error})", "a damaged PDF file ({error})"),
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
    "docx.none": (
        "không phải tài liệu .docx, hoặc bị hỏng ({error})",
        "not a .docx document, or a damaged one ({error})",
    ),
    "docx.damaged": ("tài liệu .docx bị hỏng ({error})", "a damaged .docx document ({error})"),
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
    "zip.damaged": ("tệp ZIP bị hỏng ({error})", "a damaged ZIP archive ({error})"),
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
    "zip.damaged_member": ("bị hỏng trong tệp nén ({error})", "damaged in the archive ({error})"),
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
    "warc.no_gzip": ("không còn là gzip ({error})", "not gzip any more ({error})"),
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
    # why a page is not fetched, and why a crawl pauses
    "fetch.status": ("mã {status} {words}", "{status} {words}"),
    "fetch.dns": ("DNS: không có địa chỉ cho {host}", "DNS: no address for {host}"),
    "fetch.refused": ("máy chủ từ chối kết nối", "connection refused"),
    "fetch.failed": ("không kết nối được ({error})", "connection failed ({error})"),
    "fetch.other": ("lỗi {name}: {error}", "{name}: {error}"),
    "fetch.timeout": ("không trả lời trong {seconds:g} giây", "no answer within {seconds:g} s"),
    "fetch.larger": ("lớn hơn {size}", "larger than {size}"),
    "fetch.unpacked": ("lớn hơn {size} sau khi giải nén", "larger than {size} when unpacked"),
    "fetch.cut": ("bị cắt: ít byte hơn máy chủ báo", "cut off: fewer bytes than the server announced"),
    "fetch.empty": ("câu trả lời rỗng", "an empty answer"),
    "fetch.no_page": ("không phải trang web: {kind}", "no page: {kind}"),
    "fetch.no_end": ("không có </html>", "no </html>"),
    "fetch.no_list": ("không phải {kind}: {why}", "no {kind}: {why}"),
    "xml.gzip": ("gzip bị hỏng", "broken gzip"),
    "xml.larger": ("lớn hơn {mb} MB sau khi giải nén", "larger than {mb} MB when unpacked"),
    "xml.neither": ("không phải XML cũng không phải danh sách địa chỉ", "neither XML nor a list of URLs"),
    "xml.page": ("một trang web, không phải XML", "a page, no XML"),
    "xml.broken": ("XML bị hỏng ({error})", "broken XML ({error})"),
    "fetch.other_name": (
        'chứng chỉ của {host} mang tên máy khác; viết certificate = "any" trong hồ sơ nếu vẫn muốn tải',
        'certificate of {host}: it is made out to another name; certificate = "any" in the profile asks all the same',
    ),
    "fetch.no_voucher": (
        'chứng chỉ của {host} không ai bảo đảm, hoặc đã hết hạn; viết certificate = "any" trong hồ sơ nếu vẫn muốn tải',
        'certificate of {host}: nobody known vouches for it, or it has run out; certificate = "any" in the profile asks all the same',
    ),
    "fetch.robots": ("robots.txt không cho phép", "robots.txt"),
    "fetch.scheme": ("không phải http hay https: {scheme}", "not http or https: {scheme}"),
    "fetch.user_name": ("địa chỉ có tên người dùng", "a URL with a user name"),
    "fetch.other_host": ("máy khác: {host}", "another host: {host}"),
    "fetch.private_address": ("địa chỉ nội bộ: {address}", "a private address: {address}"),
    "fetch.private": ("địa chỉ nội bộ: {host} là {address}", "a private address: {host} is {address}"),
    "fetch.left_alone": ("thứ mà hồ sơ bỏ qua", "what the profile leaves alone"),
    "fetch.redirected": ("sang {url}", "to {url}"),
    "fetch.redirects_to": ("chuyển sang {why} ({url})", "redirects to {why} ({url})"),
    "fetch.redirects_nowhere": ("chuyển đến nơi không phải trang: {url}", "redirects to no page: {url}"),
    "fetch.redirect_loop": ("chuyển hướng vòng tròn: {way}", "redirect loop: {way}"),
    "fetch.redirects": ("chuyển hướng quá {most} lần", "more than {most} redirects"),
    "fetch.cookie": ("muốn được hỏi lại kèm cookie", "asks to be asked with its cookie"),
    "fetch.same_bytes": ("không khác một byte", "the same bytes"),
    "fetch.same_text": ("không khác một chữ", "the same text"),
    "fetch.endless_chain": (
        "danh sách không có cuối {form}: {pages} trang nối nhau không có gì mới",
        "endless list {form}: {pages} pages, each behind the other, gave nothing new",
    ),
    "fetch.endless_form": (
        "danh sách không có cuối {form}: {pages} trang liền không có gì mới",
        "endless list {form}: {pages} pages in a row gave nothing new",
    ),
    "fetch.nothing_since": ("danh sách không có gì từ {since}", "a list that gives nothing since {since}"),
    "fetch.before": ("trước {since}", "from before {since}"),
    "fetch.depth": ("cách trang bắt đầu quá {links} liên kết", "more than {links} links from a start page"),
    "fetch.repeats": ("đường dẫn lặp lại chính nó", "a path that repeats itself"),
    "fetch.broke_off": (
        "lần nào cũng bị ngắt ở trang này",
        "the crawl broke off at this page again and again",
    ),
    "fetch.unrecorded": ("đã hỏi nhưng không có gì được ghi", "asked, and nothing was recorded"),
    "pause.limit": ("giới hạn --limit", "limit"),
    "pause.pages": ("đã đến giới hạn {most} trang mỗi lượt", "the limit of {most} pages a run"),
    "pause.store": ("kho trang không ghi được", "store"),
    "pause.silent": ("trang không trả lời: {why}", "the site does not answer: {why}"),
    "pause.rest": ("trang yêu cầu chờ đến {until}", "the site asks to be left alone until {until}"),
    "pause.robots": (
        "không lấy được robots.txt của {host} ({why}) nên không được hỏi gì",
        "robots.txt of {host} cannot be had ({why}), so that nothing may be asked",
    ),
    "pause.robots_elsewhere": (
        "robots.txt dẫn sang nơi khác ({why}, {url}); thêm máy đó vào hosts của hồ sơ",
        "robots.txt leads to {why} ({url}); add the host to the profile's hosts",
    ),
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
    # rules, explanation, evaluation
    "explain.nothing": ("không có bản ghi nào ở vị trí {offset}", "no record covers offset {offset}"),
    "explain.bytes": ("byte {bytes} của trang gốc", "bytes {bytes} of the stored page"),
    "explain.found": ("TÌM THẤY", "FOUND"),
    "explain.rejected": ("BỊ LOẠI", "RULED OUT"),
    "explain.offset": (
        "{path}: vị trí {offset} ngoài bài (dài {length} ký tự)",
        "{path}: offset {offset} lies outside the article ({length} characters)",
    ),
    "explain.wrong_offset": (
        "{path}: không có tệp này; viết TỆP hoặc TỆP:VỊ_TRÍ",
        "{path}: no such file; write FILE or FILE:OFFSET",
    ),
    "rules.sound": (
        "{rules} luật đúng với mọi ví dụ của mình ({examples} ví dụ, {never} phản ví dụ)",
        "{rules} rules hold by all their examples ({examples} examples, {never} counter-examples)",
    ),
    "rules.broken": ("số lỗi: {problems}, trong {rules} luật", "problems: {problems}, in {rules} rules"),
    "evaluate.no_gold": (
        "{path}: không có gold/{only}.json; cho thư mục bài báo có gold/ bên cạnh",
        "{path}: no gold/{only}.json; give a folder of articles with gold/ beside them",
    ),
    "evaluate.articles": ("{scored} trên {gold} bài có gold", "{scored} of {gold} articles with gold"),
    "evaluate.missing": ("{stem}: có gold nhưng không có bài", "{stem}: gold without an article"),
    "evaluate.all": ("tất cả", "all"),
    "evaluate.one_view": (
        "chỉ chọn một trong --spans, --calibration, --against; --errors không đi với --calibration",
        "choose one of --spans, --calibration, --against; --errors does not go with --calibration",
    ),
    "evaluate.bad_records": (
        "{path}{line}: không phải bản ghi ({reason}); ghi lại bằng danvan extract --format jsonl",
        "{path}{line}: no record ({reason}); save it again with danvan extract --format jsonl",
    ),
    "evaluate.no_records": (
        "{path}: không có bản ghi nào của các bài được chấm; ghi lại bằng danvan extract trên thư mục này",
        "{path}: holds no record of the articles scored; save it with danvan extract on this folder",
    ),
    "evaluate.unsaved": ("{stem}: không có trong {path}, không so", "{stem}: not in {path}, left out"),
    "evaluate.compared": (
        "{articles} bài: {fixed} lỗi đã hết, {broken} lỗi mới",
        "{articles} articles: {fixed} faults fixed, {broken} new",
    ),
    "evaluate.bad_gold": (
        "{path}: gold không đọc được ({reason}); sửa tệp",
        "{path}: gold cannot be read ({reason}); mend the file",
    ),
    # the report
    "report.no_place": (
        "--place {name}: không có đơn vị này{hint}; viết như “huyện Thạch Hà, Hà Tĩnh”",
        '--place {name}: no such unit{hint}; name it as in "huyện Thạch Hà, Hà Tĩnh"',
    ),
    "report.several_places": (
        "--place {name}: có nhiều đơn vị cùng tên; viết thêm huyện hoặc tỉnh, ví dụ “xã Tân Lập, Vũ Thư, Thái Bình”",
        '--place {name}: several units bear this name; add its district or province, as in "xã Tân Lập, Vũ Thư, Thái Bình"',
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
    "report.sum": ("cộng các xã", "sum of communes"),
    "report.summed": (
        "Không bài nào nêu tổng toàn huyện. Đây là tổng của {reporting} trên {communes} xã có số liệu: {added}.",
        "No article gives a total for the district. This is the sum of the {reporting} communes of {communes} that have a number: {added}.",
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
    # sites
    "sites.unknown": ("{name}: không có hồ sơ này; có: {names}", "{name}: no such site; there are: {names}"),
    "sites.not_stored": (
        "{url}: kho trang {raw} không có trang này; tải bằng danvan crawl, hoặc đưa tệp đã lưu",
        "{url}: not in the raw store {raw}; fetch it with danvan crawl, or give a saved file",
    ),
    "sites.none": ("({count} bộ chọn, không thấy gì)", "({count} selectors, none found anything)"),
    "sites.profile": ("đọc theo hồ sơ {name}", "read by the profile {name}"),
    "sites.no_profile": (
        "không hồ sơ nào hợp với trang này: đọc theo tiêu đề; --site TÊN để thử một hồ sơ",
        "no profile fits this page: read by its title; --site NAME to try one",
    ),
    "sites.refused": ("không có bài: {reason}", "no article: {reason}"),
    "sites.article": (
        "bài: {title} | ngày đăng {published} | tác giả {author} | {characters} ký tự",
        "article: {title} | published {published} | author {author} | {characters} characters",
    ),
    "sites.not_toml": (
        "{where}: không phải TOML bằng UTF-8 ({reason}); sửa lại tệp",
        "{where}: not TOML in UTF-8 ({reason}); mend the file",
    ),
    "sites.file_name": (
        "{where}: đặt tên tệp bằng chữ thường không dấu, chữ số, dấu chấm, gạch nối, gạch dưới",
        "{where}: name the file with lower-case letters, digits, dots, hyphens or underscores",
    ),
    "sites.other_name": (
        "{where}: name là {name!r} nhưng tệp tên {stem!r}; cho hai tên giống nhau",
        "{where}: name is {name!r} but the file is {stem!r}; make them the same",
    ),
    "sites.not_there": (
        "{where}: disabled nhưng không có {name!r} ở lớp trước; sửa tên tệp",
        "{where}: disabled, but no earlier layer has {name!r}; correct the name of the file",
    ),
    "sites.key": ("{where}: khóa lạ {field!r}; có: {names}", "{where}: unknown key {field!r}; there are: {names}"),
    "sites.no_hosts": (
        '{where}: thiếu hosts; viết hosts = ["tên.miền"]',
        '{where}: hosts is missing; write hosts = ["domain.name"]',
    ),
    "sites.host": (
        "{where}: hosts: {host!r} không phải tên máy; viết tên miền, không có http:// và đường dẫn",
        "{where}: hosts: {host!r} is no host; write its name without http:// and without a path",
    ),
    "sites.host_twice": (
        "{where}: {host} đã thuộc {other}; giữ nó ở một tệp",
        "{where}: {host} belongs to {other} already; keep it in one file",
    ),
    "sites.system": (
        "{where}: không có hệ thống {name!r}; có: {names}",
        "{where}: no such system: {name!r}; there are: {names}",
    ),
    "sites.table": ("{where}: {field} phải là một bảng: [{field}]", "{where}: {field} must be a table: [{field}]"),
    "sites.texts": (
        "{where}: {field}: cần chuỗi hoặc danh sách chuỗi, không rỗng",
        "{where}: {field}: give a text or a list of texts, none of them empty",
    ),
    "sites.url": (
        "{where}: {field}: {url!r} không thuộc hosts; viết https://máy/đường-dẫn hoặc /đường-dẫn, hoặc thêm máy vào hosts",
        "{where}: {field}: {url!r} is not on its hosts; write https://host/path or /path, or add the host to hosts",
    ),
    "sites.pattern": (
        "{where}: {field}: mẫu {pattern!r} sai ({reason}); sửa lại mẫu",
        "{where}: {field}: wrong pattern {pattern!r} ({reason}); mend it",
    ),
    "sites.slow": (
        "{where}: mẫu {pattern!r} chạy quá lâu; giới hạn mọi phép lặp, ví dụ {{1,60}}",
        "{where}: the pattern {pattern!r} takes too long; bound every repetition, as {{1,60}}",
    ),
    "sites.selector": (
        "{where}: {field}: bộ chọn CSS {css!r} sai ({reason}); sửa lại",
        "{where}: {field}: wrong CSS selector {css!r} ({reason}); mend it",
    ),
    "sites.limit": (
        "{where}: {field}: {value!r} không hợp lệ; cho một số từ {low} đến {high}",
        "{where}: {field}: {value!r} will not do; give a number from {low} to {high}",
    ),
    "sites.expect": (
        "{where}: expect: min và max phải là số nguyên từ 0, min không quá max",
        "{where}: expect: min and max are whole numbers from 0, min not above max",
    ),
    "sites.certificate": (
        '{where}: certificate: {value!r} không hợp lệ; viết "checked" hoặc "any"',
        '{where}: certificate: {value!r} will not do; write "checked" or "any"',
    ),
    "sites.encoding": (
        "{where}: encoding: không có bảng mã {name!r}; dùng tên mà Python biết, hoặc {names}",
        "{where}: encoding: no such encoding: {name!r}; use a name that Python knows, or {names}",
    ),
    # the raw store
    "raw.missing": (
        "{path}: chưa có kho trang; tạo bằng danvan crawl TRANG --raw {path}",
        "{path}: no raw store there; make one with danvan crawl SITE --raw {path}",
    ),
    "raw.version": (
        "{path}: ở phiên bản {found}, danvan này cần {wanted}; cho --raw khác",
        "{path}: of version {found}, this danvan has {wanted}; give another --raw",
    ),
    "raw.locked": (
        "{path}: tiến trình khác đang giữ cơ sở dữ liệu của kho trang; đóng nó rồi chạy lại lệnh",
        "{path}: another process holds the index of the raw store; close it, then run the command again",
    ),
    "raw.unwritten": (
        "{path}: không ghi được ({reason}); giải phóng đĩa hoặc kiểm tra quyền ghi, rồi chạy lại lệnh",
        "{path}: cannot be written ({reason}); free the disk or mend its permissions, then run the command again",
    ),
    "raw.no_index": (
        "{path}: không phải cơ sở dữ liệu của kho trang ({reason}); cho --raw khác",
        "{path}: not the index of a raw store ({reason}); give another --raw",
    ),
    # crawling
    "crawl.unknown": (
        "{name}: không có trang này; có: {names} (thêm bằng --rules THƯ_MỤC/sites/tên.toml)",
        "{name}: no such site; there are: {names} (add one with --rules DIR/sites/name.toml)",
    ),
    "crawl.nothing": (
        "chưa nói tải gì; cho tên trang, hoặc --urls TỆP",
        "nothing to fetch; name a site, or give --urls FILE",
    ),
    "crawl.bad_url": ("không phải URL của một trang: {line}", "not the URL of a page: {line}"),
    "crawl.no_contact": (
        "thiếu liên hệ để quản trị trang biết ai đang đọc; thêm --contact EMAIL hoặc đặt DANVAN_CONTACT",
        "no contact, by which the keepers of a site can reach you; add --contact EMAIL or set DANVAN_CONTACT",
    ),
    "crawl.contact": (
        "--contact {value}: cho một địa chỉ email hoặc một URL http(s)://",
        "--contact {value}: give an email address or an http(s):// URL",
    ),
    "crawl.since": (
        "--since {value}: viết ngày dạng 2026-11-01",
        "--since {value}: write the day as 2026-11-01",
    ),
    "crawl.limit": ("--limit {value}: cho một số từ 1 trở lên", "--limit {value}: give 1 or more"),
    "crawl.held": (
        "{site}: tiến trình {who} đang tải trang này; chờ nó xong hoặc cho --raw khác",
        "{site}: process {who} is crawling this site; wait until it ends, or give another --raw",
    ),
    "crawl.once": (
        "mỗi tiến trình chỉ tải được một lần; gọi lại trong tiến trình mới",
        "one crawl a process; start another process for the next",
    ),
    "crawl.fault": (
        "lỗi khi tải trang ({name}: {text}); chạy lại lệnh để làm tiếp, đặt DANVAN_DEBUG=1 để xem chi tiết",
        "the crawl broke off ({name}: {text}); the same command goes on, DANVAN_DEBUG=1 shows where",
    ),
    "crawl.too_few": (
        "{site}: chỉ thấy {found} bài, cần ít nhất {expected}; xem lại các mẫu list và article",
        "{site}: only {found} articles, at least {expected} expected; look at its list and article patterns",
    ),
    "crawl.too_many": (
        "{site}: thấy {found} bài, nhiều nhất nên là {expected}; xem lại các mẫu article và deny",
        "{site}: {found} articles, at most {expected} expected; look at its article and deny patterns",
    ),
    "crawl.step": (
        "{site}: {asked} trang đã hỏi, {new} mới, {changed} đổi, {unchanged} không đổi, {failed} hỏng; {rate:.1f} trang/s, còn {waiting} ({left})",
        "{site}: {asked} asked, {new} new, {changed} changed, {unchanged} unchanged, {failed} failed; {rate:.1f} pages/s, {waiting} left ({left})",
    ),
    "crawl.trouble": ("{site}: hỏng {url}: {reason}", "{site}: failed {url}: {reason}"),
    "crawl.more": (
        "{site}: còn {count} trang khác hỏng; xem bảng pages trong {path}",
        "{site}: {count} more failed; see the table pages of {path}",
    ),
    "crawl.refused": ("{site}: không hỏi {count} trang: {reason}", "{site}: {count} pages not asked: {reason}"),
    "crawl.done": (
        "{site}: xong; {articles} bài ({new} mới, {changed} đổi, {unchanged} không đổi), {failed} hỏng, {gone} không còn, {refused} không được hỏi, {old} cũ hơn ({seconds:.1f} giây)",
        "{site}: done; {articles} articles ({new} new, {changed} changed, {unchanged} unchanged), {failed} failed, {gone} gone, {refused} not asked, {old} older ({seconds:.1f} s)",
    ),
    "crawl.limited": (
        "{site}: dừng ở --limit; {new} mới, {changed} đổi, {unchanged} không đổi, còn {waiting} trang; chạy lại lệnh để làm tiếp",
        "{site}: ended at --limit; {new} new, {changed} changed, {unchanged} unchanged, {waiting} pages left; the same command goes on",
    ),
    "crawl.paused": (
        "{site}: tạm dừng, còn {waiting} trang: {why}; chạy lại lệnh để làm tiếp",
        "{site}: paused with {waiting} pages left: {why}; the same command goes on",
    ),
    "crawl.stopped": (
        "{site}: đã dừng, còn {waiting} trang; chạy lại lệnh để làm tiếp",
        "{site}: stopped with {waiting} pages left; the same command goes on",
    ),
    # help texts
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
        "Tệp .txt, .html, .jsonl, .csv, .warc.gz, .zip, .docx, .pdf, thư mục chứa chúng (cả corpus/raw), hoặc - cho đầu vào chuẩn",
        "Files .txt, .html, .jsonl, .csv, .warc.gz, .zip, .docx, .pdf, folders of them (corpus/raw too), or - for standard input",
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

HEADS: Final[Mapping[str, tuple[str, str]]] = {
    "plan.new": ("Mới", "New"), "plan.changed": ("Đổi", "Changed"), "plan.unchanged": ("Không đổi", "Unchanged"),
    "plan.set_aside": ("Để riêng", "Set aside"),
    "plan.refused": ("Không đọc được", "Refused"), "plan.skipped": ("Bỏ qua", "Skipped"),
    "runs.added": ("Bài mới", "New"), "runs.replaced": ("Bài thay", "Replaced"), "runs.unchanged": ("Không đổi", "Unchanged"),
    "runs.quarantined": ("Không đọc được", "In quarantine"), "runs.skipped": ("Để nguyên", "Passed over"),
    "runs.inputs": ("Đầu vào", "Inputs"), "runs.layers": ("Lớp luật", "Layers"), "runs.version": ("Phiên bản", "Version"),
    "crawl.site": ("Trang", "Site"), "crawl.end": ("Kết quả", "Outcome"), "crawl.why": ("Lý do", "Why"),
    "crawl.asked": ("Đã hỏi", "Asked"), "crawl.articles": ("Bài", "Articles"), "crawl.new": ("Mới", "New"),
    "crawl.changed": ("Đổi", "Changed"), "crawl.unchanged": ("Không đổi", "Unchanged"), "crawl.failed": ("Hỏng", "Failed"),
    "crawl.gone": ("Không còn", "Gone"), "crawl.refused": ("Không hỏi", "Not asked"), "crawl.old": ("Cũ hơn", "Older"),
    "crawl.waiting": ("Còn lại", "Waiting"), "crawl.seconds": ("Giây", "Seconds"), "crawl.file": ("Tệp", "File"),
    "crawl.crawl_run": ("Lượt", "Run"), "crawl.system": ("Hệ thống", "System"), "crawl.hosts": ("Máy", "Hosts"),
    "crawl.delay": ("Giãn cách (giây)", "Delay (s)"), "crawl.stored": ("Đã lưu", "Stored"), "crawl.start": ("Bắt đầu từ", "Starts at"),
    "crawl.last_run": ("Lần trước", "Last run"), "crawl.profile": ("Hồ sơ", "Profile"),
    "article": ("Bài", "Article"), "id": ("Bài", "Article"), "source": ("Nguồn", "Source"), "url": ("Địa chỉ", "URL"),
    "title": ("Tiêu đề", "Title"), "author": ("Tác giả", "Author"), "published": ("Ngày đăng", "Published"),
    "published_on": ("Ngày đăng", "Published on"), "text": ("Nguyên văn", "Text"), "place": ("Địa bàn", "Place"),
    "province": ("Tỉnh", "Province"), "district": ("Huyện", "District"), "commune": ("Xã", "Commune"),
    "code": ("Mã", "Code"), "place_code": ("Mã", "Code"), "place_name": ("Tên địa bàn", "Place name"),
    "place_kind": ("Loại địa bàn", "Kind of place"), "place_level": ("Cấp địa bàn", "Level of place"),
    "year": ("Năm", "Year"), "models": ("Mô hình", "Models"), "models_counted": ("Số liệu mô hình", "Model counts"),
    "bound": ("Giới hạn", "Bound"), "status": ("Trạng thái", "Status"), "cumulative": ("Lũy kế", "Cumulative"),
    "period_start": ("Từ ngày", "From"), "period_end": ("Đến ngày", "To"), "as_of": ("Tính đến", "As of"),
    "reports": ("Số báo cáo", "Reports"), "low": ("Thấp nhất", "Low"), "high": ("Cao nhất", "High"),
    "evidence": ("Câu dẫn", "Evidence"), "sentence": ("Câu", "Sentence"), "level": ("Cấp", "Level"),
    "field": ("Lĩnh vực", "Field"), "share": ("Tỷ lệ %", "Share %"), "name": ("Tên", "Name"), "body": ("Cơ quan", "Body"),
    "honorific": ("Danh xưng", "Honorific"), "first_seen": ("Thấy từ", "First seen"), "last_seen": ("Thấy đến", "Last seen"),
    "articles": ("Số bài", "Articles"), "purpose": ("Mục đích", "Purpose"), "currency": ("Tiền", "Currency"),
    "basis": ("Cách tính", "Basis"), "sums": ("Số khoản", "Sums"), "total": ("Tổng", "Total"),
    "smallest": ("Nhỏ nhất", "Smallest"), "largest": ("Lớn nhất", "Largest"), "measure": ("Đơn vị đếm", "Measure"),
    "topic": ("Chủ đề", "Topic"), "figures": ("Số liệu", "Figures"), "money": ("Khoản tiền", "Money"),
    "dates": ("Ngày tháng", "Dates"), "officials": ("Cán bộ", "Officials"), "places": ("Địa danh", "Places"),
    "characters": ("Số ký tự", "Characters"), "kind": ("Loại", "Kind"), "candidates": ("Có thể là", "Candidates"),
    "value": ("Giá trị", "Value"), "unit": ("Danh từ", "Unit"), "of": ("Trên tổng số", "Of"), "holder": ("Chủ thể", "Holder"),
    "part_of": ("Thuộc", "Part of"), "partition": ("Chia hết", "Partition"), "list": ("Danh sách", "List"),
    "change_direction": ("Tăng/giảm", "Change"), "change_than": ("So với", "Compared with"), "amount": ("Số tiền", "Amount"),
    "items": ("Cho", "Items"), "owner": ("Chủ mô hình", "Owner"), "quoted": ("Trong ngoặc kép", "Quoted"),
    "date_start": ("Từ ngày", "First day"), "date_end": ("Đến ngày", "Last day"), "grain": ("Độ mịn", "Grain"),
    "role": ("Vai trò", "Role"), "inferred": ("Suy ra", "Inferred"), "mentions": ("Số lần nhắc", "Mentions"),
    "start": ("Đầu", "Start"), "end": ("Cuối", "End"), "rule": ("Luật", "Rule"), "confidence": ("Độ tin", "Confidence"),
    "official": ("Cán bộ", "Official"), "nr": ("STT", "No."), "run": ("Lần chạy", "Run"), "path": ("Đường dẫn", "Path"),
    "item": ("Mục", "Item"), "reason": ("Lý do", "Reason"), "bytes": ("Byte đã đọc", "Bytes read"),
    "table": ("Bảng", "Table"), "column": ("Cột", "Column"), "type": ("Kiểu", "Type"), "meaning": ("Ý nghĩa", "Meaning"),
    "query": ("Truy vấn", "Query"), "parameters": ("Tham số", "Parameters"), "file": ("Tệp", "File"),
    "origin": ("Lớp", "Layer"), "examples": ("Ví dụ", "Examples"), "never": ("Phản ví dụ", "Counter-examples"),
    "row": ("Hạng mục", "Row"), "gold": ("Chuẩn", "Gold"), "found": ("Tìm được", "Found"), "p": ("P", "P"), "r": ("R", "R"),
    "f1": ("F1", "F1"), "p_interval": ("P, 95 %", "P, 95 %"), "r_interval": ("R, 95 %", "R, 95 %"), "f1_interval": ("F1, 95 %", "F1, 95 %"),
    "before": ("Trước", "Before"), "after": ("Sau", "After"), "difference": ("Chênh lệch, 95 %", "Difference, 95 %"),
    "fixed": ("Hết lỗi", "Fixed"), "broken": ("Lỗi mới", "Broken"), "bin": ("Khoảng độ tin", "Bin"), "n": ("Số bản ghi", "Records"),
    "right": ("Đúng, 95 %", "Right, 95 %"), "ece": ("ECE", "ECE"), "offset": ("Vị trí", "Offset"), "error": ("Lỗi", "Error"), "what": ("Nội dung", "What"),
    "gives": ("Cho biết", "Gives"), "why": ("Căn cứ", "Source"), "head": ("Tên gọi", "Head"), "date": ("Thời gian", "Date"), "official_name": ("Cán bộ", "Official"),
    "officials-directory.title": ("Chức vụ", "Office"), "positions.title": ("Chức vụ", "Office"),
    "officials-directory.name": ("Họ tên", "Name"), "positions.name": ("Họ tên", "Name"), "officials.name": ("Họ tên", "Name"),
    "models.name": ("Mô hình", "Model"), "places.unit": ("Đơn vị", "Unit"), "mentions.of": ("Thuộc STT", "Of No."),
    "so_far": ("Chưa hết năm", "So far"), "communes": ("Trên tổng số xã", "Communes"),
    "registered": ("Đăng ký", "Registered"), "built": ("Xây dựng", "Built"), "recognised": ("Công nhận", "Recognised"),
    "maintained": ("Duy trì", "Maintained"), "commended": ("Biểu dương", "Commended"), "planned": ("Kế hoạch", "Planned"),
    "predecessor_code": ("Mã cũ", "Predecessor"), "successor_code": ("Mã mới", "Successor"), "how": ("Cách tính", "How"), "added": ("Cộng từ", "Added up"),
    "reporting": ("Có báo cáo", "Reporting"), "units": ("Trên tổng số đơn vị", "Units"), "weigh.reason": ("Vì sao", "Why"), "verdict": ("Kết luận", "Verdict"), "unit_name": ("Đơn vị", "Unit"),
    "excluded": ("Loại vì", "Excluded"), "weight": ("Trọng số", "Weight"), "canonical": ("Bài gốc", "Canonical"),
    "changed": ("Đổi số", "Number changed"), "one": ("Một bản", "One"), "other": ("Bản kia", "Other"), "band": ("Băm", "Band"),
    "sketches.body": ("Thân bài", "Body"), "relevant": ("Đúng chủ đề", "Relevant"), "score": ("Điểm", "Score"),
    "part": ("Phần", "Part"), "selector": ("Bộ chọn", "Selector"), "relevance.reasons": ("Căn cứ", "Reasons"), "set_aside.reasons": ("Căn cứ", "Reasons"),
    "check": ("Phép kiểm", "Check"), "severity": ("Mức độ", "Severity"), "message": ("Nội dung", "Message"),
    "stated": ("Đã in", "Stated"), "computed": ("Tính ra", "Computed"), "settle": ("Để làm rõ", "To settle it"),
    "differs": ("Không khớp", "Differs"), "agrees": ("Khớp", "Agrees"), "unclear": ("Chưa rõ", "Unclear"),
    "reasons": ("Vì sao chưa rõ", "Why unclear"), "spans": ("Đoạn văn", "Spans"), "outcome": ("Kết quả", "Outcome"),
    "arithmetic": ("Phép tính", "Arithmetic"), "where": ("Ở đâu", "Where"), "comparisons.reason": ("Vì sao chưa rõ", "Why unclear"),
    "comparisons": ("Số lần so", "Comparisons"), "last_changed": ("Đổi lần cuối", "Last changed"),
    "dismissed_by": ("Người bỏ qua", "Dismissed by"), "dismissed_at": ("Bỏ qua lúc", "Dismissed at"),
    "dismissed_why": ("Lý do bỏ qua", "Why dismissed"),
    "ref": ("Nguồn số", "Source no."), "refs": ("Nguồn số", "Source no."), "facts": ("Dùng cho", "Used for"),
    "sources.canonical": ("Đăng lại bài số", "Copy of no."), "about.item": ("Mục", "Item"), "about.evidence": ("Nội dung", "Content"),
    "findings.id": ("Mã", "Id"), "findings.articles": ("Các bài", "Articles"),
    "review": ("Mã", "Id"), "reviews.id": ("Mã", "Id"), "target": ("Chỗ", "Place"), "changes": ("Sửa thành", "Changed to"),
    "extracted": ("Máy đọc", "Extracted"), "said": ("Máy đọc khi đó", "Extracted then"), "reviewer": ("Người xem", "Reviewer"),
    "reviewed_at": ("Lúc", "When"), "reviews.why": ("Lý do", "Why"), "finding": ("Mã phát hiện", "Finding"),
    "undoes": ("Rút lại", "Takes back"), "forgotten_at": ("Lúc", "When"), "words": ("Số từ", "Words"),
    "diff.before": ("Trước", "Before"), "diff.after": ("Sau", "After"), "change": ("Thay đổi", "Change"),
    "result": ("Kết quả", "Result"), "state": ("Tình trạng", "State"), "started": ("Bắt đầu", "Started"), "ended": ("Kết thúc", "Ended"),
}  # fmt: skip

_BOUNDS = {
    "exact": ("", ""), "more_than": ("hơn", "more than"), "at_least": ("ít nhất", "at least"),
    "less_than": ("gần/dưới", "less than"), "at_most": ("tối đa", "at most"), "about": ("khoảng", "about"),
}  # fmt: skip
_LEVELS = {
    "central": ("trung ương", "central"), "province": ("tỉnh", "province"), "district": ("huyện", "district"),
    "commune": ("xã", "commune"), "hamlet": ("thôn, ấp", "hamlet"),
}  # fmt: skip

_REASONS = {
    "split": ("đã chia tách: không biết được", "divided since: it cannot be known"),
    "grown": ("đã nhận thêm địa bàn khác", "other land has come to it since"),
    "abolished": ("không còn cấp này", "the unit was abolished"),
    "unknown": ("không có trong danh mục", "not in the table of units"),
    "missing": ("thiếu báo cáo của một phần", "a part has no report"),
    "mixed": ("các phần khác trạng thái", "the parts have different statuses"),
    "open_list": ("danh sách còn bỏ ngỏ", "list left open"),
    "not_counts": ("không phải số đếm", "not plain counts"),
    "other_measure": ("khác thứ được đếm", "another thing counted"),
    "one_part": ("chỉ một phần", "one part only"),
    "may_be_nested": ("có thể một phần nằm trong phần khác", "a part may lie within another one"),
    "may_be_missed": ("có thể một phần chưa được đọc ra", "a part may not have been read"),
    "fits_other_total": ("khớp với một tổng khác ở gần đó", "fits another total next to it"),
    "rounded": ("số làm tròn", "a round number"),
    "several_sentences": ("các phần nằm ở nhiều câu", "parts told in several sentences"),
    "against_plan": ("so với kế hoạch, có thể vượt", "against a plan, which can be exceeded"),
    "other_stage": ("ở bước khác", "another stage"),
    "other_whole": ("có thể là tổng thể khác", "may be another whole"),
    "mean": ("là mức bình quân", "an average"),
    "several_items": ("một số tiền cho nhiều thứ", "one sum for several things"),
    "other_items": ("không rõ tiền cho thứ nào", "what it paid for is not certain"),
    "no_whole": ("không rõ tính trên số nào", "what it is a share of is not certain"),
    "other_period": ("khác thời kỳ", "another period"),
    "other_place": ("khác địa bàn", "another place"),
    "page_clock": ("ngày giờ của trang, không chắc là ngày đăng", "the page's own clock"),
    "bound_only": ("chỉ là cận trên hoặc dưới", "a bound only"),
    "inferred_date": ("ngày có phần suy ra", "a part of the date is inferred"),
    "not_a_date": ("có thể không phải ngày", "may be no date"),
    "a_choice": ("có thể chỉ là số được chọn ra", "may be a choice from the whole"),
    "other_body": ("có thể chỉ của một tổ chức", "may be that of one body only"),
    "two_numbers": ("chính một bài đã có hai số", "one article has two numbers itself"),
    "later_stage": ("tính đến một ngày muộn hơn trong năm", "a later stage of the year"),
    "same_page": ("cùng một trang", "the same page"),
    "reworded": ("câu đã viết lại", "the sentence was written anew"),
    "few_articles": ("quá ít bài để biết mức thường thấy", "too few articles to know what is usual"),
    "by_chance": ("có thể trùng ngẫu nhiên", "may meet by chance"),
    "handover": ("có thể đã bàn giao chức vụ", "one may have followed the other"),
    "spelling": ("có thể là một tên viết hai cách", "may be one name in two spellings"),
    "told_of_before": ("câu nói về trước đây hoặc sau này", "the sentence tells of earlier or later times"),
    "between_versions": ("địa giới đã đổi", "its bounds have changed"),
    "still_spoken_of": ("mới giải thể, vẫn còn quen gọi", "dissolved lately, still spoken of"),
    "soon_to_be": ("sắp thành lập", "soon to be founded"),
    "undated": ("không rõ ngày đăng", "published on a day that is not known"),
    "several_numbers": ("có nhiều số có thể là nó", "several numbers may be it"),
    "to_come": ("có thể là việc sắp tới", "may be still to come"),
    "doubtful_reading": ("đọc chưa chắc", "doubtful reading"),
    "cumulative": ("lũy kế: số của riêng năm đứng trước", "a stock: a count of the year itself goes before it"),
    "status": (
        "trạng thái: xây dựng, duy trì, công nhận, đăng ký theo thứ tự đó",
        "status: built, maintained, recognised, registered, in this order",
    ),
    "extent": ("báo cáo kia bao quát nhiều tháng hơn", "the other report covers more months"),
    "bound": ("không phải số chính xác", "not an exact number"),
    "newer": ("báo cáo kia mới hơn", "the other report is newer"),
    "larger": ("cùng bài: số lớn hơn là tổng", "same day: the larger number is the total"),
    "surer": ("đọc kém chắc hơn", "the reading is less sure"),
    "same": ("không khác gì", "nothing tells them apart"),
    "copy": ("bài đăng lại: tính một lần ở bài gốc", "a copy: counted once, in the first article"),
    "rate": ("là tỷ lệ hoặc bình quân", "a share or an average"),
    "change": ("là mức tăng, giảm", "a change"),
    "share": ("là phần trên tổng số", "one number out of another"),
    "holder": ("chỉ của tập thể hoặc cá nhân", "of collectives or of individuals only"),
    "level": ("chỉ của một cấp", "of one level only"),
    "no_unit": ("không rõ của đơn vị nào", "its unit is not known"),
    "other_status": (
        "trạng thái không trả lời được (kế hoạch, biểu dương ...)",
        "its status cannot answer (planned, commended ...)",
    ),
    "no_year": ("không rõ năm nào", "its year is not known"),
    "several_years": ("gộp nhiều năm", "covers several years"),
    "part": ("là một phần của tổng", "a part of a total"),
    "other_unit": ("của đơn vị khác", "of another unit"),
    "other_year": ("của năm khác", "of another year"),
}
"""Why a comparison of the audit is unclear, and why a count does not answer."""

_STATUS_PARTS: Final[Mapping[str, tuple[str, str]]] = {
    "run": ("lượt nạp", "run"), "database": ("cơ sở dữ liệu", "database"), "source": ("nguồn", "source"),
    "quarantine": ("cách ly", "quarantine"), "set_aside": ("để riêng", "set aside"), "site": ("trang", "site"),
}  # fmt: skip
_STATUS_LINES: Final[Mapping[str, tuple[str, str]]] = {
    "state": ("tình trạng", "state"), "started": ("bắt đầu (UTC)", "started (UTC)"), "ended": ("xong (UTC)", "ended (UTC)"),
    "added": ("bài mới", "new articles"), "replaced": ("bài thay", "replaced"), "unchanged": ("không đổi", "unchanged"),
    "quarantined": ("không đọc được", "in quarantine"), "skipped": ("tệp để nguyên", "passed over"),
    "articles": ("bài", "articles"), "copies": ("bài trùng", "copies"), "quarantine": ("đang cách ly", "in quarantine"),
    "set_aside": ("để riêng", "set aside"), "facts": ("dữ kiện", "facts"), "inputs": ("đầu vào", "inputs"),
    "last_run": ("lượt tải gần nhất (UTC)", "last crawl (UTC)"), "pages": ("trang biết được", "pages known"),
    "stored": ("trang đã lưu", "pages stored"), "waiting": ("chờ hỏi", "waiting"), "asked": ("đang hỏi", "under way"),
    "failed": ("hỏng", "failed"), "refused": ("không hỏi", "not asked"), "gone": ("không còn", "gone"),
}  # fmt: skip
_STATUS_STATES: Final[Mapping[str, tuple[str, str]]] = {
    "finished": ("xong", "finished"), "running": ("đang chạy, hoặc bị ngắt đột ngột", "running, or killed"),
    "interrupted": ("dừng giữa chừng; chạy lại lệnh để làm tiếp", "interrupted; the same command goes on"),
}  # fmt: skip

VALUES: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "status.part": _STATUS_PARTS,
    "status.what": _STATUS_LINES,
    "status.state": _STATUS_STATES,
    "bound": _BOUNDS,
    "reason": _REASONS,
    "how": {
        "same": ("nguyên đơn vị", "the same unit"), "renamed": ("đổi tên", "renamed"), "merged": ("cộng sáp nhập", "merged"),
        "communes": ("cộng các xã", "sum of communes"),
    },
    "verdict": {"answer": ("trả lời", "answer"), "rival": ("cũng có thể", "rival"), "out": ("không tính", "out"),
        "accept": ("đúng", "accept"), "correct": ("sửa", "correct"), "reject": ("loại", "reject"), "dismiss": ("bỏ qua", "dismiss"), "undo": ("rút lại", "undo"),
    },
    "state": {
        "open": ("còn mở", "open"), "dismissed": ("đã bỏ qua", "dismissed"), "gone": ("không còn", "gone"),
        "holds": ("có hiệu lực", "holds"), "to_review": ("cần xem lại", "look again"), "waiting": ("chưa có bài", "no such article"),
        "settled": ("đã có lời sau", "settled since"), "undone": ("đã rút", "undone"), "earlier": ("đã có lời sau", "settled since"),
        "running": ("đang chạy", "running"), "finished": ("xong", "finished"), "interrupted": ("bị ngắt", "interrupted"),
    },
    "end": {
        "done": ("xong", "done"), "paused": ("tạm dừng", "paused"), "stopped": ("đã dừng", "stopped"),
        "failed": ("hỏng", "failed"),
    },
    "severity": {"error": ("lỗi", "error"), "warning": ("cảnh báo", "warning"), "note": ("ghi chú", "note")},
    "level": _LEVELS,
    "place_level": _LEVELS,
    "status": {
        "registered": ("đăng ký", "registered"), "built": ("xây dựng", "built"), "recognised": ("công nhận", "recognised"),
        "maintained": ("duy trì", "maintained"), "replicated": ("nhân rộng", "replicated"), "launched": ("ra mắt", "launched"),
        "commended": ("biểu dương", "commended"), "planned": ("kế hoạch", "planned"),
    },
    "field": {
        "economy": ("kinh tế", "economy"), "culture_society": ("văn hóa, xã hội", "culture, society"),
        "defence_security": ("quốc phòng, an ninh", "defence, security"),
        "political_system": ("hệ thống chính trị", "political system"),
        "new_countryside": ("nông thôn mới", "new countryside"), "environment": ("môi trường", "environment"),
        "other": ("khác", "other"),
    },
    "holder": {"collective": ("tập thể", "collective"), "individual": ("cá nhân", "individual")},
    "topic": {"dan_van_kheo": ("dân vận khéo", "dân vận khéo")},
    "basis": {"total": ("tổng", "total"), "each": ("mỗi", "each")},
    "role": {
        "publication": ("đăng bài", "publication"), "event": ("sự kiện", "event"), "period": ("thời kỳ", "period"),
        "document": ("văn bản", "document"), "other": ("khác", "other"),
    },
    "grain": {
        "day": ("ngày", "day"), "week": ("tuần", "week"), "month": ("tháng", "month"), "quarter": ("quý", "quarter"),
        "half": ("nửa năm", "half"), "year": ("năm", "year"), "span": ("khoảng", "span"),
    },
    "kind": {
        "date": ("ngày tháng", "date"), "official": ("cán bộ", "official"), "place": ("địa danh", "place"),
        "figure": ("số liệu", "figure"), "money": ("tiền", "money"), "model": ("mô hình", "model"),
        "dates": ("ngày tháng", "date"), "officials": ("cán bộ", "official"), "positions": ("chức vụ", "post"), "places": ("địa danh", "place"),
        "figures": ("số liệu", "figure"), "models": ("mô hình", "model"), "findings": ("phát hiện", "finding"),
        "model count": ("số mô hình", "model count"), "other count": ("số liệu khác", "other count"), "all": ("tất cả", "all"),
    },
    "change": {
        "fixed": ("hết lỗi", "fixed"), "broken": ("lỗi mới", "broken"),
        "added": ("thêm", "added"), "removed": ("bớt", "removed"), "changed": ("đổi", "changed"),
    },
    "inferred": {"yes": ("suy ra", "inferred")},
    "change_direction": {"up": ("tăng", "up"), "down": ("giảm", "down")},
    "change_than": {
        "previous_year": ("năm trước", "previous year"), "plan": ("kế hoạch", "plan"),
        "registered": ("đăng ký", "registered"), "other": ("khác", "other"),
    },
}  # fmt: skip
