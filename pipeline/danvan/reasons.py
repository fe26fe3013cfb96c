"""Why something could not be fetched or read, in the reader's language.

Index, quarantine and logs keep every reason in English, so that they are the same wherever they are made; what stands
on the screen goes through here. A reason that this file does not know stays as it is.
"""

from __future__ import annotations

import re
from typing import Final

from danvan.messages import language

VIETNAMESE: Final[tuple[tuple[str, str], ...]] = (
    # of a crawl
    (r"robots\.txt", "robots.txt không cho phép"),
    (r"robots\.txt of (\S+) cannot be had \((.+)\), so that nothing may be asked",
     r"không lấy được robots.txt của \1 (\2) nên không được hỏi gì"),
    (r"robots\.txt leads to (.+?) \((.+)\); add the host to the profile's hosts",
     r"robots.txt dẫn sang nơi khác (\1, \2); thêm máy đó vào hosts của hồ sơ"),
    (r"the site does not answer: (.+)", r"trang không trả lời: \1"),
    (r"the site asks to be left alone until (.+)", r"trang yêu cầu chờ đến \1"),
    (r"the limit of (\d+) pages a run", r"đã đến giới hạn \1 trang mỗi lượt"),
    (r"DNS: no address for (.+)", r"DNS: không có địa chỉ cho \1"),
    (r"a private address: (\S+) is (.+)", r"địa chỉ nội bộ: \1 là \2"),
    (r"a private address: (.+)", r"địa chỉ nội bộ: \1"),
    (r"another host: (.+)", r"máy khác: \1"),
    (r"redirects to (.+?) \((.+)\)", r"chuyển sang \1 (\2)"),
    (r"redirects to no page: (.+)", r"chuyển đến nơi không phải trang: \1"),
    (r"redirect loop: (.+)", r"chuyển hướng vòng tròn: \1"),
    (r"more than (\d+) redirects", r"chuyển hướng quá \1 lần"),
    (r"what the profile leaves alone", "thứ mà hồ sơ bỏ qua"),
    (r"connection refused", "máy chủ từ chối kết nối"),
    (r"connection failed \((.+)\)", r"không kết nối được (\1)"),
    (r"no answer within (\S+) s", r"không trả lời trong \1 giây"),
    (r"larger than (.+) when unpacked", r"lớn hơn \1 sau khi giải nén"),
    (r"larger than ([\d.]+ [Mk]B)", r"lớn hơn \1"),
    (r"cut off: fewer bytes than the server announced", "bị cắt: ít byte hơn máy chủ báo"),
    (r"an empty answer", "câu trả lời rỗng"),
    (r"no page: (.+)", r"không phải trang web: \1"),
    (r"no (sitemap|feed): (.+)", r"không phải \1: \2"),
    (r'certificate of (\S+): it is made out to another name; certificate = "any" in the profile asks all the same',
     r'chứng chỉ của \1 mang tên máy khác; viết certificate = "any" trong hồ sơ nếu vẫn muốn tải'),
    (r'certificate of (\S+): nobody known .+; certificate = "any" in the profile asks all the same',
     r'chứng chỉ của \1 không ai bảo đảm, hoặc đã hết hạn; viết certificate = "any" trong hồ sơ nếu vẫn muốn tải'),
    (r"endless list (\S+): (\d+) pages, each behind the other, gave nothing new",
     r"danh sách không có cuối \1: \2 trang nối nhau không có gì mới"),
    (r"endless list (\S+): (\d+) pages in a row gave nothing new",
     r"danh sách không có cuối \1: \2 trang liền không có gì mới"),
    (r"a list that gives nothing since (.+)", r"danh sách không có gì từ \1"),
    (r"from before (.+)", r"trước \1"),
    (r"more than (\d+) links from a start page", r"cách trang bắt đầu quá \1 liên kết"),
    (r"a path that repeats itself", "đường dẫn lặp lại chính nó"),
    (r"the crawl broke off at this page again and again", "lần nào cũng bị ngắt ở trang này"),
    (r"asked, and nothing was recorded", "đã hỏi nhưng không có gì được ghi"),
    (r"store", "kho trang không ghi được"),
    # of reading
    (r"empty(?:: the answer has no body)?", "rỗng"),
    (r"binary", "tệp nhị phân, không phải văn bản"),
    (r"no letters", "không có chữ nào"),
    (r"no article on the page", "không có bài nào trên trang"),
    (r"nothing but the furniture of a page", "chỉ có khung trang, không có bài"),
    (r"no Vietnamese text: .+", "không phải tiếng Việt: chữ mã hóa, mã phông cũ, hoặc tiếng khác"),
    (r"damaged: (.+)", r"hỏng: \1"),
    (r"a damaged (.+)", r"hỏng: \1"),
    (r"a scanned PDF: (\d+) pages of pictures and no text", r"PDF chụp ảnh: \1 trang, không có chữ; chạy OCR trước"),
    (r"a PDF without text", "PDF không có chữ"),
    (r"encrypted; save it without a password", "có mật khẩu; lưu lại không đặt mật khẩu"),
    (r"cannot be opened: (.+)", r"không mở được: \1"),
    (r"no reader for (\S+); readable are (.+)", r"không đọc được loại \1; đọc được \2"),
    (r"no column is named as the text; say which with --columns text=NAME; there are: (.+)",
     r"không cột nào tên text; chỉ ra bằng --columns text=TÊN_CỘT; có các cột: \1"),
    (r"no column (.+); there are: (.+)", r"không có cột \1; có các cột: \2"),
    (r"(\d+) cells where the head has (\d+)", r"\1 ô trong khi dòng đầu có \2"),
    (r"(\w+) is not a string", r"\1 không phải chuỗi"),
    (r"text is missing or empty", "thiếu text hoặc text rỗng"),
    (r"published is no day: (.+)", r"published không phải ngày: \1"),
    (r"not JSON: (.+)", r"không phải JSON: \1"),
    (r"a list of (\d+) headlines without their texts; save the articles themselves",
     r"danh sách \1 tiêu đề không có bài; hãy lưu chính các bài"),
    (r"several articles on one page \((\d+) dates\), borders uncertain; save each by itself",
     r"nhiều bài trên một trang (\1 ngày), không rõ ranh giới; hãy lưu từng bài"),
    (r"larger than (\d+) MB: no single document; split it", r"lớn hơn \1 MB: không phải một tài liệu; hãy tách ra"),
    (r"its path leads out of the archive", "đường dẫn đi ra ngoài tệp nén"),
    (r"an archive inside an archive; unpack it first", "tệp nén trong tệp nén; giải nén trước"),
    (r"unpacks to (\d+) times its size: a bomb", r"giải nén gấp \1 lần: bom nén"),
)  # fmt: skip
"""A reason as a pattern, and its Vietnamese."""


def in_words(reason: str) -> str:
    """The reason in the language in force."""
    return in_vietnamese(reason) if language() == "vi" else reason


def in_vietnamese(reason: str) -> str:
    """The reason in Vietnamese, where it is known; what another reason stands in is translated with it."""
    for pattern, told in VIETNAMESE:
        found = re.fullmatch(pattern, reason)
        if found is not None:
            words = told
            for number, group in enumerate(found.groups(), start=1):
                words = words.replace(f"\\{number}", in_vietnamese(group) if " " in group else group)
            return words
    return reason
