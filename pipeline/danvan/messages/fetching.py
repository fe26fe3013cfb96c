"""Sites, the crawl and the raw store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    # why a page is not fetched, and why a crawl pauses
    "fetch.status": ("mã {status} {words}", "{status} {words}"),
    "fetch.dns": ("DNS: không có địa chỉ cho {host}", "DNS: no address for {host}"),
    "fetch.refused": ("máy chủ từ chối kết nối", "connection refused"),
    "fetch.hung_up": ("máy chủ ngắt kết nối mà không trả lời", "the server hung up without an answer"),
    "fetch.failed": ("không kết nối được ({error})", "connection failed ({error})"),
    "fetch.other": ("lỗi {name}: {error}", "{name}: {error}"),
    "fetch.timeout": ("không trả lời trong {seconds:g} giây", "no answer within {seconds:g} s"),
    "fetch.larger": ("lớn hơn {size}", "larger than {size}"),
    "fetch.unpacked": ("lớn hơn {size} sau khi giải nén", "larger than {size} when unpacked"),
    "fetch.packed": ("không giải nén được như máy chủ báo", "not packed as the server announced"),
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
    "crawl.unmet": ("{site}: không có được {url}: {reason}", "{site}: could not have {url}: {reason}"),
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
}
