"""The program's frame: usage, input and output, rules, explanation, evaluation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

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
    "input.not_fetched": (
        "chưa tải trang này; tải bằng danvan crawl --urls {path}",
        "not fetched yet; fetch it with danvan crawl --urls {path}",
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
    "evaluate.gold_lacks": (
        "{path}: gold thiếu {name}; bổ sung (danh sách rỗng nếu bài không có)",
        "{path}: the gold lacks {name}; add it (an empty list where the article has none)",
    ),
}
