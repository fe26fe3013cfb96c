"""Any article as a page of eight systems, with what such pages hold beside it: menus, other news, counters, comments.

The markup follows the systems' own templates in names and nesting; every word of the furniture is ours. Each page draws
its details (where the date stands, what a paragraph is made of, which boxes break the text) from its article's name and
its layout, so that the same article always gives the same page. What a page says for machines is at times wrong, as on
the web: an author "admin", a day in the year 1, the name of the site for a title.
"""

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from danvan.text.article import Draft
from pagebytes import codes, old, windows_1258

_NO_TITLE = "Chuyện ở cơ sở"
_SITE = "Trang tin điện tử tổng hợp"
_WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
_MENU = (
    "Giới thiệu",
    "Tin tức - Sự kiện",
    "Thời sự",
    "Kinh tế",
    "Văn hóa - Xã hội",
    "Xây dựng Đảng",
    "Văn bản",
    "Liên hệ",
)
_OTHER = (
    "Hương Khê công nhận 58 mô hình “Dân vận khéo” cấp huyện",
    "Hội Nông dân Tam Nông trao 120 triệu đồng vốn quay vòng",
    "Thanh Chương: 14 xã ra quân làm đường hoa",
    "Khánh thành 3 cây cầu ở Cái Nước",
    "Bắc Hà có 212 hộ hiến đất mở đường lên bản",
    "Đoàn thanh niên Long Khánh nhận đỡ đầu 25 em mồ côi",
    "Bí thư Huyện ủy Trần Công Bằng tiếp dân tháng 8",
    "Phước Long: hơn 2,4 tỷ đồng xây nhà đại đoàn kết",
    "Ra mắt tổ tự quản đường biên ở Mường Khương",
    "Phú Xuyên tổng kết 5 năm phong trào thi đua, khen 36 tập thể",
    "Hội Cựu chiến binh Vạn Ninh trồng 1.500 cây dừa",
    "Ngày hội đọc sách của học sinh Chợ Mới",
)
_COMMENTS = (
    ("Trần Văn Tám", "Bài viết hay, xã tôi cũng có 4 mô hình như vậy, mỗi hộ góp 200.000 đồng."),
    ("Lê Thị Hạnh", "Mong huyện làm tiếp 12 km đường còn lại cho bà con đỡ khổ."),
    ("bạn đọc", "Rất ý nghĩa!"),
)
_LEADS = (
    "Chiều 12/3, 45 hội viên phụ nữ cùng dọn 3 km kênh, góp 18 triệu đồng mua thùng rác.",
    "Đến nay toàn huyện có 77 tổ tự quản, tăng 9 tổ so với năm trước.",
    "Đồng chí Phan Văn Đông, Chủ tịch UBND thị trấn, đã đến thăm 16 gia đình chính sách.",
)


@dataclass(frozen=True)
class Story:
    """An article as its parts: `lines` are (kind, text) in order, of "lead", "body", "caption", "row" and "author".

    `published` is an ISO day or minute, None where the page gives none; `units` are lines that name who runs the site.
    """

    stem: str
    title: str
    published: str | None
    author: str | None
    lines: tuple[tuple[str, str], ...]
    units: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def story_of(stem: str, draft: Draft) -> Story:
    """The parts of an article that was read from a plain text."""
    lines: list[tuple[str, str]] = []
    sources: list[str] = []
    for part in draft.parts:
        text = " ".join(draft.text[part.start : part.end].replace("Ð", "Đ").split())
        if part.kind == "title":
            continue
        if part.kind != "byline":
            row = part.kind in {"body", "lead"} and text.count(" | ") > 0 and len(text) < 200
            lines.append(("row" if row else part.kind, text))
        elif text.startswith(("Nguồn", "(Theo")):
            sources.append(text)
    units = tuple(note.removeprefix("site: ") for note in draft.notes if note.startswith("site: "))
    if draft.author is not None and not any(kind == "author" for kind, _ in lines):
        lines.append(("author", draft.author))
    return Story(
        stem,
        (draft.title or _NO_TITLE).replace("Ð", "Đ"),
        draft.published,
        draft.author,
        tuple(lines),
        units,
        tuple(sources),
    )


@dataclass
class Page:
    """A page that is being written: the article, and the dice that settle its details."""

    story: Story
    dice: random.Random
    plain: bool = False
    """Letters only as they are: no entities for letters, which would hide those of an old encoding."""

    def either(self, *choices: str) -> str:
        return self.dice.choice(choices)

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    def number(self, low: int, high: int) -> str:
        return f"{self.dice.randint(low, high):,}".replace(",", self.dice.choice([".", ","]))

    @property
    def site(self) -> str:
        return self.story.units[0] if self.story.units else _SITE

    @property
    def imprint(self) -> str:
        return self.story.units[1] if len(self.story.units) > 1 else f"Bản quyền thuộc {_SITE}"

    # Days.

    def near(self) -> date:
        """A day of other news: some days or years from that of the article."""
        base = date.fromisoformat(self.story.published[:10]) if self.story.published else date(2023, 5, 15)
        return base + timedelta(days=self.dice.choice([-1, 1, -6, 9, -40, 75, 400, 1200]))

    def day(self, when: date | None = None) -> str:
        when = when or self.near()
        return when.strftime(self.dice.choice(["%d/%m/%Y", "%d-%m-%Y", "%d/%m/%Y"]))

    def clock_of_page(self) -> str:
        """The day of the visit, as headers have it."""
        day = date(2026, 11, 13)
        return f"{_WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}" + self.either("", " | 10:22:41", ", 10:22 (GMT+7)")

    def stamp(self, *formats: str) -> str:
        """The day of publication as the page writes it; with {clock}, {day} and {weekday}. "" where there is none."""
        stamp = self.story.published
        if stamp is None:
            return ""
        day = date.fromisoformat(stamp[:10])
        form = self.either(*formats)
        clock = stamp[11:16]
        if not clock:
            form = re.sub(r"\{clock\}(?:[,|\s-]| GMT\+7| \(GMT\+7\)| \[GMT\+7\])*|[,|\s-]*\{clock\}", "", form)
        said = form.replace("{clock}", clock).replace("{day}", f"{day:%d/%m/%Y}").replace("{dash}", f"{day:%d-%m-%Y}")
        return said.replace("{weekday}", _WEEKDAYS[day.weekday()]).strip()

    def iso(self, zone: str = "+07:00") -> str:
        stamp = self.story.published or ""
        return f"{stamp}:00{zone}" if len(stamp) > 10 else stamp

    # Text.

    def text(self, said: str) -> str:
        """A text with entities and tags as editors leave them, in the middle of words and numbers too."""
        out = html.escape(said, quote=False)
        if self.chance(0.3):
            out = (
                out.replace("“", "&ldquo;").replace("”", "&rdquo;").replace(" - ", " &ndash; ").replace("…", "&hellip;")
            )
        if self.chance(0.25):
            out = re.sub(r"(\d) (?=[^\W\d_])", r"\1&nbsp;", out, count=2)
        if self.chance(0.15):
            out = out.replace("  ", " &nbsp;").replace(". ", ".&nbsp; ", 1)
        if self.chance(0.25):
            out = re.sub(r"(\d)(\d*\.\d{3}|\d)(?![\d;])", r"\1<b>\2</b>", out, count=1)
        if self.chance(0.25):
            out = re.sub(r"(?<![\w&;])([^\W\d_]{2})([^\W\d_]{2,4})(?![\w;])", r"<span>\1</span>\2", out, count=2)
        if self.chance(0.2):
            out = re.sub(r"\bm2\b", "m<sup>2</sup>", out)
        if self.chance(0.2):
            out = re.sub(
                r"((?:xã|huyện|phường) [^\W\d_]+ [^\W\d_]+)", r'<a href="/tu-khoa/dia-phuong">\1</a>', out, count=1
            )
        if self.chance(0.15) and len(out) < 400:
            out = f"<em>{out}</em>" if self.chance(0.5) else f"<strong>{out}</strong>"
        if self.chance(0.2) and not self.plain:
            out = re.sub("[àéôưđ]", lambda m: f"&#{ord(m.group())};", out)
        if self.chance(0.1) and not self.plain:
            out = out.replace("phong trào", "phong\u200b trào", 1)
        return out

    def picture(self) -> str:
        return f'<img src="/upload/{self.dice.randint(2008, 2025)}/anh_{self.number(100, 999)}.jpg" alt="{self.either("", "IMG_3915", html.escape(self.story.title))}" width="600"/>'

    # Boxes.

    def menu(self, *, tag: str = "li") -> str:
        return "".join(f'<{tag}><a href="/muc/{i}">{name}</a></{tag}>' for i, name in enumerate(_MENU))

    def others(self, count: int = 4) -> list[tuple[str, str]]:
        """Titles of other news with their days."""
        return [(title, self.day()) for title in self.dice.sample(_OTHER, count)]

    def other_list(self, item: str, count: int = 4) -> str:
        return "".join(item.format(title=title, day=day) for title, day in self.others(count))

    def share(self) -> str:
        return self.either(
            '<a href="#">Facebook</a> <a href="#">Zalo</a> <a href="#">Twitter</a> <a href="#">Bản in</a>',
            '<span>Chia sẻ</span> <a href="#">Zalo</a> <span>Cỡ chữ</span> <a href="#">A-</a> <a href="#">A+</a>',
            '<a href="#" title="In">In bài viết</a> | <a href="#">Gửi email</a>',
        )

    def views(self) -> str:
        return self.either("Lượt xem: {}", "Đã xem: {}", "{} lượt xem", "Số lượt đọc: {}").format(self.number(37, 9400))

    def visitors(self) -> str:
        return (
            f"Đang truy cập: {self.dice.randint(2, 60)}<br/>Hôm nay: {self.number(120, 4000)}<br/>"
            f"Tháng này: {self.number(9000, 80000)}<br/>Tổng lượt truy cập: {self.number(200000, 9000000)}"
        )

    def licence(self) -> str:
        return (
            f"Giấy phép số {self.dice.randint(12, 320)}/GP-TTĐT do Sở Thông tin và Truyền thông cấp ngày {self.day()}. "
            f"Điện thoại: 02{self.dice.randint(10, 99)}.3{self.dice.randint(100, 999)}.{self.dice.randint(100, 999)}"
        )

    def comments(self, item: str) -> str:
        return "".join(item.format(who=who, said=said, day=self.day()) for who, said in _COMMENTS)

    def linked_data(self, kind: str = "NewsArticle", **more: str) -> str:
        """JSON-LD of the article; systems that know no day give none."""
        known = {"headline": self.story.title, "datePublished": self.iso(), "dateModified": self.iso(), **more}
        said = ",".join(f'"{k}":{quoted(v)}' for k, v in known.items() if v)
        return (
            f'<script type="application/ld+json">{{"@context":"https://schema.org","@type":"{kind}",{said}}}</script>'
        )

    # The body.

    def body(
        self,
        paragraph: str,
        picture: str,
        box: str = "",
        *,
        lead: str | None = None,
        author: str | None = None,
        table: str = '<table border="1">{rows}</table>',
    ) -> str:
        """The lines of the article, each in its frame; `box` breaks in after some paragraph.

        Without a frame of their own lead and signature are paragraphs; with "" they are left out.
        """
        lines, out = list(self.story.lines), []
        breaks = self.dice.randint(2, 5) if box else -1
        while lines:
            kind, said = lines.pop(0)
            if kind == "row":
                rows = [said]
                while lines and lines[0][0] == "row":
                    rows.append(lines.pop(0)[1])
                out.append(table.format(rows=self.rows(rows)))
                continue
            if kind == "caption":
                out.append(picture.format(picture=self.picture(), text=self.text(said)))
                continue
            frame = {"lead": lead, "author": author}.get(kind)
            frame = paragraph if frame is None else frame
            if frame:
                out.append(frame.format(text=self.text(said)))
            breaks -= 1
            if breaks == 0 and lines:
                out.append(box)
        if author != "":
            out += [paragraph.format(text=self.text(said)) for said in self.story.sources]
        return "\n".join(out)

    def rows(self, rows: Sequence[str]) -> str:
        """The rows of a table, at times with a head of two rows."""
        cells = [[html.escape(c.strip()) for c in row.split("|")] for row in rows]
        head, *rest = cells
        cell = self.either("<td>{}</td>", '<td><p style="text-align:center">{}</p></td>', "<td>&nbsp;{}</td>")
        out = ""
        if len(head) > 2 and self.chance(0.4) and not any(c[:1].isdigit() for c in head[1:]):
            out += f'<tr><td rowspan="2">{head[0]}</td><td colspan="{len(head) - 1}">Kết quả thực hiện</td></tr>'
            out += "<tr>" + "".join(f"<td>{c}</td>" for c in head[1:]) + "</tr>"
        else:
            out += "<tr>" + "".join((f"<th>{c}</th>" if self.chance(0.3) else cell.format(c)) for c in head) + "</tr>"
        return out + "".join("<tr>" + "".join(cell.format(c) for c in row) + "</tr>\n" for row in rest)

    def lead(self) -> str:
        return next((said for kind, said in self.story.lines if kind == "lead"), "")


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def vnpt(page: Page) -> str:
    """A portal of VNPT: boxes of divs, a box of other news inside the text, no linked data."""
    dated = page.stamp(
        "Cập nhật: {day} {clock}", "{weekday}, {day} | {clock}", "Ngày đăng: {day} - {clock}", "{clock} {day}"
    )
    head = f'<div class="article-date">{dated} <span class="view">{page.views()}</span></div>' if dated else ""
    box = (
        '<div class="tin-lien-quan"><b>Tin liên quan</b><ul>'
        + page.other_list('<li><a href="/t">{title}</a></li>', 3)
        + "</ul></div>"
    )
    body = page.body(
        page.either(
            '<p style="text-align: justify;">{text}</p>',
            "<div>{text}</div>",
            '<p class="MsoNormal"><span style="font-size:14pt">{text}</span></p>',
        ),
        page.either(
            '<div style="text-align:center">{picture}</div><div style="text-align:center"><em>{text}</em></div>',
            '<table align="center"><tr><td>{picture}</td></tr><tr><td class="pCaption">{text}</td></tr></table>',
            '<p style="text-align: center;">{picture}<br/><i>{text}</i></p>',
        ),
        box if page.chance(0.5) else "",
        lead="",
        author='<p style="text-align: right;"><strong>{text}</strong></p>',
    )
    return f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"/><title>{page.either(html.escape(page.story.title) + " - " + html.escape(page.site), html.escape(page.site))}</title>
<meta name="generator" content="VNPT Portal"/><meta property="og:title" content="{html.escape(page.story.title)}"/></head>
<body class="vnpt-portal"><div id="header"><div class="banner">{html.escape(page.site)}</div><div class="clock">{page.clock_of_page()}</div><ul class="menu">{page.menu()}</ul></div>
<div class="breadcrumb"><a href="/">Trang chủ</a> &raquo; <a href="/tt">Tin tức - Sự kiện</a> &raquo; Tin địa phương</div>
<div class="row"><div class="col-md-9 main"><div class="article-detail"><h1 class="article-title">{html.escape(page.story.title)}</h1>
{head}<div class="social-share">{page.share()}</div>
<div class="article-sapo"><strong>{page.text(page.lead())}</strong></div>
<div class="article-content">{body}</div></div>
<div class="rating">Tổng số điểm của bài viết là: 5 trong 1 đánh giá</div>
<div class="tin-khac"><h3>Các tin khác</h3><ul>{page.other_list('<li><a href="/t">{title}</a> <i>({day})</i></li>', 5)}</ul></div></div>
<div class="col-md-3 sidebar"><h3>Đọc nhiều</h3>{page.other_list('<div><a href="/t">{title}</a><p>{day}</p></div>', 4)}<div class="thongke">{page.visitors()}</div></div></div>
<div class="footer">{html.escape(page.imprint)}<br/>{page.licence()}</div></body></html>"""


def nukeviet(page: Page) -> str:
    """NukeViet 4: panel and hidden schema, lead in a block of its own, author at the foot, lists by age."""
    dated = page.stamp("{weekday} - {day} {clock}", "{day} {clock}", "{day} {clock}")
    schema = (
        f'<span class="hidden d-none hide" itemprop="datePublished">{page.iso()}</span><span class="hidden d-none hide" itemprop="dateModified">{page.iso()}</span>'
        if dated
        else ""
    )
    time = (
        page.either(
            f'<em class="time">{dated}</em>',
            f'<span class="h5">{dated}</span>',
            f'<span class="text-muted">{dated} <em class="fa fa-eye"></em> {page.number(20, 900)}</span>',
        )
        if dated
        else ""
    )
    body = page.body(
        page.either(
            "{text}<br />\n<br />", '<p style="text-align: justify;">{text}</p>', "<div>{text}</div>\n<div>&nbsp;</div>"
        ),
        page.either(
            '<div class="image-center" style="text-align:center">{picture}<br /><em>{text}</em></div>',
            "<figure>{picture}<figcaption>{text}</figcaption></figure>",
            '<div style="text-align: center;">{picture}</div>\n<div style="text-align: center;"><span style="font-size:12px"><em>{text}</em></span></div>',
        ),
        lead="",
        author="",
    )
    signed = "".join(
        f'<p class="h5 text-right"><strong>Tác giả bài viết: </strong>{html.escape(said)}</p>'
        if i == 0
        else f'<p class="h5 text-right">{html.escape(said)}</p>'
        for i, said in enumerate([said for kind, said in page.story.lines if kind == "author"])
    ).replace("Tác giả bài viết: </strong>Tác giả bài viết: ", "Tác giả bài viết: </strong>")
    source = "".join(f'<p class="text-right">{html.escape(said)}</p>' for said in page.story.sources)
    return f"""<!DOCTYPE html>
<html lang="vi" prefix="og: http://ogp.me/ns#"><head><title>{html.escape(page.story.title)} - {html.escape(page.site)}</title>
<meta name="author" content="{html.escape(page.site)}"/><meta name="generator" content="NukeViet v4.5"/><meta property="og:title" content="{html.escape(page.story.title)}"/>
<script>var nv_base_siteurl="/",nv_module_name="news",nv_timezone="Asia/Saigon";</script></head><body>
<noscript><div class="alert alert-danger">Trình duyệt của bạn đã tắt chức năng hỗ trợ JavaScript.</div></noscript>
<header><div id="header"><h2>{html.escape(page.site)}</h2></div><nav class="navbar"><ul>{page.menu()}</ul></nav><span class="current-time">{page.clock_of_page()}</span></header>
<ul class="temp-breadcrumbs breadcrumb"><li><a href="/"><span itemprop="title">Trang nhất</span></a></li><li><a href="/news/">Tin tức</a></li></ul>
<div class="row"><div class="col-sm-16"><div class="news_column panel panel-default" itemtype="http://schema.org/NewsArticle" itemscope><div class="panel-body">
<h1 class="title margin-bottom-lg" itemprop="headline">{html.escape(page.story.title)}</h1><div class="hidden hide d-none" itemprop="author"><span itemprop="name">{page.either("admin", "Ban biên tập", "Quản trị")}</span></div>{schema}
<div class="row margin-bottom-lg"><div class="col-md-12">{time}</div><div class="col-md-12"><ul class="list-inline text-right"><li><a href="#">Gửi bài viết qua email</a></li><li><a href="#">In ra</a></li></ul></div></div>
<div class="clearfix"><div class="hometext m-bottom" itemprop="description">{page.text(page.lead())}</div></div>
<div id="news-bodyhtml" class="bodytext margin-bottom-lg">{body}</div>
<div class="margin-bottom-lg">{signed}{source}</div></div></div>
<div class="news_column panel"><form id="form3B"><div class="h5 clearfix"><p id="stringrating">Tổng số điểm của bài viết là: {page.dice.randint(5, 60)} trong {page.dice.randint(1, 12)} đánh giá</p></div></form></div>
<div class="news_column panel"><div class="panel-body"><div class="h5">Từ khóa: <a href="/tag/a"><em>dân vận</em></a>, <a href="/tag/b"><em>huyện ủy</em></a></div></div></div>
<div id="idcomment" class="news_column"><h3>Ý kiến bạn đọc</h3>{page.comments('<div class="media"><strong>{who}</strong> - <em>{day}</em><p>{said}</p></div>')}</div>
<div class="news_column panel"><div class="panel-body other-news"><p class="h3"><strong>Những tin mới hơn</strong></p><ul class="related list-inline">{page.other_list('<li><h4><a href="/t">{title}</a></h4><em>({day})</em></li>', 3)}</ul>
<p class="h3"><strong>Những tin cũ hơn</strong></p><ul class="related list-inline">{page.other_list('<li><a href="/t">{title}</a><em>({day})</em></li>', 4)}</ul></div></div></div>
<div class="col-sm-8"><div class="panel"><div class="panel-heading">Thống kê</div><ul class="counter list-none"><li><span>Đang truy cập</span><span>{page.dice.randint(3, 80)}</span></li><li><span>Tháng hiện tại</span><span>{page.number(9000, 90000)}</span></li></ul></div></div></div>
<footer><p>{html.escape(page.imprint)}</p><p>{page.licence()}</p></footer></body></html>"""


def liferay(page: Page) -> str:
    """Liferay: portlets of the asset publisher around a web content of the editor's own."""
    dated = page.stamp("{day} {clock}", "{clock} - {day}", "Ngày xuất bản {day} {clock}", "{day} {clock}")
    inside = page.chance(0.5)
    when = f'<span class="metadata-entry metadata-publish-date">{dated}</span>' if dated else ""
    paragraph = page.either(
        "<p>{text}</p>",
        '<p style="text-align:justify"><span style="font-family:Times New Roman">{text}</span></p>',
        "{text}<br />",
    )
    body = page.body(
        paragraph,
        page.either(
            '<p style="text-align:center">{picture}</p><p style="text-align:center"><em>{text}</em></p>',
            '<div class="image-wrapper">{picture}<div class="image-caption">{text}</div></div>',
            "{picture}<br /><em>{text}</em><br />",
        ),
        lead=None
        if page.chance(0.4)
        else f'<div class="{page.either("sapo", "summary", "abstract-lead")}">{{text}}</div>',
        author='<p style="text-align: right"><strong>{text}</strong></p>',
    )
    return f"""<!DOCTYPE html>
<html class="ltr" dir="ltr" lang="vi-VN"><head><title>{page.either(html.escape(page.story.title), "Chi tiết tin", "Tin tức - Sự kiện")} - {html.escape(page.site)}</title>
<meta content="text/html; charset=UTF-8" http-equiv="content-type"/><script>var Liferay = {{}}; Liferay.currentURL="/web/guest/tin";</script></head>
<body class="controls-visible yui3-skin-sam signed-out public-page site"><a id="skip-to-content" href="#main-content">Skip to Content</a>
<div id="wrapper"><header id="banner"><div id="heading"><h1 class="site-title"><a class="logo" href="/">{html.escape(page.site)}</a></h1></div><nav id="navigation"><ul>{page.menu()}</ul></nav></header>
<div id="content"><div class="columns-2" id="main-content"><div class="portlet-column portlet-column-first" id="column-1"><div class="portlet-boundary portlet-asset-publisher"><section class="portlet"><header class="portlet-topper"><span class="portlet-title-text">Chi tiết tin</span></header>
<div class="portlet-content"><div class="portlet-body"><div class="asset-full-content"><h3 class="header-title"><span>{html.escape(page.story.title)}</span></h3>
<div class="asset-content"><div class="asset-user-actions"><a href="#">Print</a></div>{when if inside else ""}<div class="journal-content-article">{"" if inside or not dated else f'<div class="date">{dated}</div>'}{body}</div></div>
<div class="asset-metadata"><span class="metadata-entry metadata-view-count">{page.number(11, 4000)} Lượt xem</span></div>
<div class="asset-ratings taglib-ratings">Trung bình (0 Bình chọn)</div></div>
<div class="tin-moi"><h4>Tin khác</h4><ul>{page.other_list('<li><a href="/-/t">{title}</a><span class="ngay">({day})</span></li>', 5)}</ul></div></div></div></section></div></div>
<div class="portlet-column portlet-column-last" id="column-2"><div class="portlet-boundary"><section class="portlet"><h2 class="portlet-title-text">Thông báo</h2>{page.other_list('<div class="item"><a href="/-/t">{title}</a> <span>{day}</span></div>', 3)}</section><div class="counter">{page.visitors()}</div></div></div></div></div>
<footer id="footer"><p>{html.escape(page.imprint)}</p><p>{page.licence()}</p></footer></div></body></html>"""


def sharepoint(page: Page) -> str:
    """A SharePoint portal: web parts in tables, view state, a body pasted from Word."""
    dated = page.stamp("{day} {clock}", "{weekday}, {day}, {clock}", "{clock} | {day}")
    state = "/wEPDwUKLTY0" + "".join(page.dice.choice("abcDEF0123456789+/") for _ in range(400))
    wide = page.chance(0.5)
    body = page.body(
        page.either(
            '<p class="MsoNormal" style="margin:6pt 0in;text-align:justify;text-indent:.5in"><span style="font-size:14pt;line-height:107%">{text}<o:p></o:p></span></p>',
            "<p>{text}</p><p>\u200b</p>",
            '<div style="text-align:justify"><font size="3" face="Times New Roman">{text}</font></div><div><br/></div>',
        ),
        page.either(
            '<p align="center">{picture}</p><p align="center"><em>{text}</em></p>',
            '<div class="ms-rtestate-read">{picture}</div><div class="ms-rteImage-caption">{text}</div>',
            '<table border="0"><tbody><tr><td>{picture}</td></tr><tr><td style="text-align:center"><i>{text}</i></td></tr></tbody></table>',
        ),
        lead="",
        author='<p align="right"><b>{text}</b></p>',
        table='<table class="MsoTableGrid" border="1" cellspacing="0">{rows}</table>',
    )
    lead = f'<div class="{page.either("news-summary", "article-byline", "noi-dung-tom-tat")}"><b>{page.text(page.lead())}</b></div>'
    when = f'<div class="{page.either("news-date", "date", "ngay-xuat-ban")}">{dated}</div>' if dated else ""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html dir="ltr" lang="vi-VN"><head><meta name="GENERATOR" content="Microsoft SharePoint"/><meta http-equiv="Content-type" content="text/html; charset=utf-8"/>
<title>
	{page.either("Tin tức - Sự kiện", html.escape(page.story.title), html.escape(page.site))}
</title></head><body><form method="post" action="./tin.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="{state}"/>
<script type="text/javascript">var _spPageContextInfo = {{webServerRelativeUrl: "\\u002f"}};</script>
<div id="s4-ribbonrow" class="noindex"><span>Trình duyệt</span><span>Trang</span></div><div id="s4-workspace"><div id="s4-bodyContainer">
<div id="currentdate">{page.clock_of_page()}</div><div class="banner">{html.escape(page.site)}</div><div class="ms-core-listMenu-horizontalBox"><ul>{page.menu()}</ul></div>
<table width="100%" cellpadding="0"><tr><td valign="top" width="200"><div class="ms-webpart-chrome-title"><span>Chuyên mục</span></div>{page.menu(tag="div")}</td>
<td valign="top"><div id="MSOZoneCell_WebPartWPQ2"><div class="ms-WPBody">
<div class="{page.either("news-title", "article-title", "tieu-de-bai")}">{html.escape(page.story.title)}</div>{when if wide else ""}{lead}{"" if wide else when}
<div class="{page.either("news-content", "article-content", "chi-tiet-bai-viet")}"><div class="ms-rtestate-field">{body}</div></div>
<div class="view-count">{page.views()}</div><div>{page.share()}</div>
<div class="other-news"><span>{page.either("Tin cùng chuyên mục", "Các tin đã đưa", "Tin liên quan")}</span><table>{page.other_list('<tr><td>• <a href="t.aspx">{title}</a></td><td>{day}</td></tr>', 5)}</table></div></div></div></td>
<td valign="top" width="220"><b>Thông báo mới</b>{page.other_list('<div class="tb"><a href="t.aspx">{title}</a></div>', 3)}<div>{page.visitors()}</div></td></tr></table>
<div class="footer"><div>{html.escape(page.imprint)}</div><div>{page.licence()}</div></div></div></div></form></body></html>"""


def newspaper(page: Page) -> str:
    """A paper with a system of its own: class names that no profile knows, linked data, boxes between paragraphs."""
    dated = page.stamp(
        "{clock} {day}", "{weekday}, {day} {clock} (GMT+7)", "{day} {clock} GMT+7", "{weekday}, ngày {day} - {clock}"
    )
    iso = f' datetime="{page.iso()}"' if page.chance(0.6) else ""
    when = (
        page.either(
            f'<time class="bx-when"{iso}>{dated}</time>',
            f'<span class="bx-ngay">{dated}</span>',
            f'<div class="bx-meta"><span>{dated}</span></div>',
        )
        if dated
        else ""
    )
    box = page.either(
        '<div class="bx-insert"><a href="/b-{n}.html" title="x"><img src="/t.jpg"/></a><a class="bx-t" href="/b.html">{a}</a></div>',
        '<div class="bx-docthem"><strong>Đọc thêm:</strong><ul><li><a href="/b.html">{a}</a></li><li><a href="/c.html">{b}</a></li></ul></div>',
        '<p class="bx-rel"><a href="/b.html">&gt;&gt; {a}</a></p><p class="bx-rel"><a href="/c.html">&gt;&gt; {b}</a></p>',
    ).format(n=page.dice.randint(10**5, 10**6), a=page.dice.choice(_OTHER), b=page.dice.choice(_OTHER))
    body = page.body(
        "<p>{text}</p>",
        page.either(
            '<figure class="bx-photo"><div>{picture}</div><figcaption><p>{text}</p></figcaption></figure>',
            '<div class="bx-img">{picture}<span class="bx-caption">{text}</span></div>',
            '<table class="picBox"><tbody><tr><td class="pic">{picture}</td></tr><tr><td class="caption"><p>{text}</p></td></tr></tbody></table>',
        ),
        box if page.chance(0.7) else "",
        lead="",
        author=page.either('<p class="bx-sign"><strong>{text}</strong></p>', '<div class="bx-tacgia">{text}</div>'),
    )
    lead = f'<{(tag := page.either("h2", "div", "p"))} class="bx-sa">{page.text(page.lead())}</{tag}>'
    over = page.chance(0.35)
    machine = page.chance(0.6)
    title = html.escape(page.story.title)
    said = (
        page.linked_data(dateModified=(page.iso() and "2026-10-02T09:00:00+07:00"), description=page.lead())
        if machine
        else ""
    )
    wrong = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Organization","name":"Tòa soạn","foundingDate":"1987-05-10"}</script>'
    return f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{title} | {html.escape(page.site)}</title>{wrong}{said}
<meta property="og:title" content="{title}"><meta property="og:type" content="article">{f'<meta property="article:published_time" content="{page.iso()}">' if dated and machine else ""}<meta property="og:updated_time" content="2026-10-02T09:00:00+07:00">
<meta name="author" content="{page.either("Tòa soạn", html.escape(page.story.author or "Tòa soạn"))}"></head>
<body><div class="bx-top"><a class="bx-logo" href="/">{html.escape(page.site)}</a><span>{page.clock_of_page()}</span><span>Hotline: 0907.{page.dice.randint(100, 999)}.{page.dice.randint(100, 999)}</span></div>
<div class="bx-nav"><ul>{page.menu()}</ul></div><div class="bx-tick"><b>Tin nóng</b> {page.other_list('<a href="/t.html">{title}</a> * ', 3)}</div>
<main class="bx-main"><div class="bx-left"><div class="bx-path"><a href="/">Trang chủ</a> / <a href="/xd">Xây dựng Đảng</a></div>
{when if over else ""}<h1 class="bx-tit">{title}</h1>{"" if over else when}<div class="bx-soc">{page.share()}</div>
{lead}<article class="bx-noidung">{body}</article>
<div class="bx-tagz">Từ khóa: <a href="/tk/1">dân vận khéo</a> <a href="/tk/2">nông thôn mới</a></div>
<section class="bx-cmt"><h3>Bình luận (3)</h3>{page.comments('<div class="bx-c"><b>{who}</b><span>{day}</span><p>{said}</p><a href="#">Thích</a> 12</div>')}<p>0 / 500 ký tự</p></section>
<section class="bx-cung"><h3>{page.either("Cùng chuyên mục", "Tin cùng chuyên mục", "Có thể bạn quan tâm")}</h3>{page.other_list('<div class="bx-i"><h3><a href="/t.html">{title}</a></h3><p>' + page.dice.choice(_LEADS) + "</p><span>{day}</span></div>", 4)}</section></div>
<div class="bx-right"><h4>Xem nhiều</h4><ol>{page.other_list('<li><a href="/t.html">{title}</a></li>', 5)}</ol></div></main>
<div class="bx-foot"><p>{html.escape(page.imprint)}</p><p>{page.licence()}</p><p>Tổng Biên tập: Hoàng Minh Trí - Phó Tổng Biên tập: Vũ Thị Lan Anh</p></div></body></html>"""


def old_tables(page: Page) -> str:
    """A site of about 2008: nested tables, fonts, lines parted by <br>, in TCVN3."""
    dated = page.stamp(
        "({clock} - {day})", "Cập nhật lúc {clock} {day}", "[{day} {clock}]", "{weekday}, {day}, {clock}"
    )
    below = page.chance(0.25)
    body = page.body(
        page.either(
            "{text}<br><br>",
            "&nbsp;&nbsp;&nbsp;&nbsp;{text}<br>",
            '<p align="justify">{text}</p>',
            "<div align=justify>{text}</div>",
        ),
        page.either(
            "<table align=center width=300 cellpadding=2><tr><td>{picture}</td></tr><tr><td align=center><i>{text}</i></td></tr></table>",
            "<center>{picture}<br><i>{text}</i></center>",
            "<table border=0 align=left><tr><td>{picture}</td></tr><tr><td><font size=1>{text}</font></td></tr></table>",
        ),
        lead="<b>{text}</b><br><br>" if page.chance(0.6) else None,
        author=page.either("<div align=right><b>{text}</b></div>", "<br><b><i>{text}</i></b><br>"),
    )
    when = f'<font size="1" color="#666666">{dated}</font><br>' if dated else ""
    title = html.escape(page.story.title)
    return f"""<html><head><title>{page.either(title, html.escape(page.site), "Welcome")}</title></head>
<body bgcolor="#FFFFFF" topmargin="0"><table width="780" border="0" cellspacing="0" cellpadding="0" align="center"><tr><td colspan="3"><img src="images/banner.jpg" width="780" height="90"></td></tr>
<tr><td colspan="3" bgcolor="#CC0000"><font color="#FFFFFF"><b>{html.escape(page.site)}</b></font> &nbsp; {page.clock_of_page()}</td></tr>
<tr><td width="150" valign="top"><table width="100%">{"".join(f'<tr><td bgcolor="#EEEEEE"><a href="?c={i}">{name}</a></td></tr>' for i, name in enumerate(_MENU))}</table><br>{page.visitors()}</td>
<td width="480" valign="top"><table width="100%" cellpadding="4"><tr><td><a href="?c=1">Tin tức</a> &gt; <a href="?c=2">Tin địa phương</a></td></tr>
<tr><td><font size="4" color="#CC0000"><b>{title}</b></font><br>{"" if below else when}</td></tr><tr><td><div align="justify">
{body}</div></td></tr>{f'<tr><td align="right">{when}</td></tr>' if below else ""}<tr><td align="right"><a href="#">In trang này</a> | <a href="#">Về đầu trang</a></td></tr></table>
<table width="100%"><tr><td><b>{page.either("Các tin khác", "Các tin đã đưa", "Tin liên quan")}:</b></td></tr>{page.other_list('<tr><td>- <a href="?id=7">{title}</a> <font size=1>({day})</font></td></tr>', 5)}</table></td>
<td width="150" valign="top"><b>Thông báo</b><br>{page.other_list('<a href="?id=9">{title}</a><br><br>', 3)}</td></tr>
<tr><td colspan="3" align="center"><hr>{html.escape(page.imprint)}<br>{page.licence()}</td></tr></table></body></html>"""


def wordpress(page: Page) -> str:
    """WordPress under a theme of a shop: widgets, share buttons in the text, posts below."""
    dated = (
        page.stamp("{day}", "{day}")
        if len(page.story.published or "") == 10
        else page.stamp("{day} {clock}", "{clock} {day}")
    )
    title = html.escape(page.story.title)
    body = page.body(
        page.either(
            "<p>{text}</p>",
            '<p class="has-text-align-justify wp-block-paragraph">{text}</p>',
            '<p><span style="font-weight: 400;">{text}</span></p>',
        ),
        page.either(
            '<figure class="wp-caption aligncenter">{picture}<figcaption class="wp-caption-text">{text}</figcaption></figure>',
            '<figure class="wp-block-image">{picture}<figcaption>{text}</figcaption></figure>',
            '<p><img class="aligncenter" src="/a.jpg"/></p><p style="text-align: center;"><em>{text}</em></p>',
        ),
        lead=None if page.chance(0.5) else "<p><strong>{text}</strong></p>",
        author='<p style="text-align: right;"><strong>{text}</strong></p>',
        table='<figure class="wp-block-table"><table><tbody>{rows}</tbody></table></figure>',
        box='<div class="yarpp"><p>Bài liên quan:</p><ol>'
        + page.other_list('<li><a href="/t/">{title}</a></li>', 3)
        + "</ol></div>"
        if page.chance(0.3)
        else "",
    )
    when = (
        page.either(
            f'<span class="posted-on"><a href="/2020/"><time class="entry-date published" datetime="{page.iso()}">{dated}</time></a></span>',
            f'<div class="entry-meta">Đăng bởi <a href="/author/admin/">admin</a> | {dated} | <a href="/c/">Tin tức</a> | 0</div>',
            f'<div class="td-post-date">{dated}</div>',
        )
        if dated
        else '<div class="entry-meta">Đăng bởi <a href="/author/admin/">admin</a></div>'
    )
    machine = (
        page.linked_data("BlogPosting", author="admin")
        if page.chance(0.6)
        else '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":"BreadcrumbList"}]}</script>'
    )
    return f"""<!DOCTYPE html>
<html lang="vi" class="no-js"><head><meta charset="UTF-8"><title>{title} &#8211; {html.escape(page.site)}</title><meta name="generator" content="WordPress 6.4.3">
{machine}</head><body class="post-template-default single single-post"><div id="page" class="site"><a class="skip-link screen-reader-text" href="#content">Chuyển tới nội dung</a>
<header id="masthead" class="site-header"><p class="site-title"><a href="/">{html.escape(page.site)}</a></p><div class="main-nav"><ul id="primary-menu">{page.menu()}</ul></div></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><div class="type-post">
<div class="entry-header"><h1 class="entry-title">{title}</h1>{when}</div>
<div class="entry-content single-content">{'<div class="sharedaddy">' + page.share() + "</div>" if page.chance(0.4) else ""}{body}<div class="post-views">Post Views: {page.number(30, 3000)}</div></div>
<div class="entry-footer"><span class="cat-links">Chuyên mục: <a href="/c/">Tin tức</a></span><span class="tags-links">Thẻ: <a href="/t/">dân vận</a></span></div></div>
<div class="post-navigation"><a href="/p/" rel="prev"><span>Bài trước</span> {page.dice.choice(_OTHER)}</a><a href="/n/" rel="next"><span>Bài sau</span> {page.dice.choice(_OTHER)}</a></div>
<div class="related-posts"><h3>Bài viết cùng chủ đề</h3>{page.other_list('<div class="rp"><h4><a href="/t/">{title}</a></h4><span>{day}</span></div>', 3)}</div>
<div id="comments"><h2>{page.dice.randint(2, 3)} bình luận</h2><ol class="comment-list">{page.comments('<li><article><b class="fn">{who}</b> <a href="#c"><time>{day}</time></a><div class="comment-content"><p>{said}</p></div></article></li>')}</ol></div></div>
<div id="secondary" class="widget-area"><section class="widget"><h2 class="widget-title">Bài viết mới</h2><ul>{page.other_list('<li><a href="/t/">{title}</a></li>', 4)}</ul></section><section class="widget"><h2>Thống kê</h2>{page.visitors()}</section></div></div>
<div class="site-footer"><p>{html.escape(page.imprint)}</p><p>{page.licence()}</p></div></div></body></html>"""


def pasted(page: Page) -> str:
    """The print view of a page that was pasted together out of Word and FrontPage: no class tells what a line is."""
    dated = page.stamp("Cập nhật: {clock} - {day}", "{weekday}, {day} - {clock}", "{day} {clock}")
    body = page.body(
        page.either(
            '<P class=MsoNormal style="TEXT-ALIGN: justify"><SPAN style="FONT-SIZE: 12pt">{text}</SPAN></P>',
            "<P>{text}</P>\n<P>&nbsp;</P>",
            "<DIV><FONT size=2>{text}</FONT></DIV>",
            "<SPAN>{text}</SPAN><BR/>\n<BR/>",
        ),
        page.either(
            "<P align=center>{picture}</P><P align=center><EM>{text}</EM></P>",
            "<DIV align=center>{picture}<BR/><I>{text}</I></DIV>",
            "<P align=center>{picture}<BR/>{text}</P>",
        ),
        lead=None if page.chance(0.5) else "<P><B>{text}</B></P>",
        author="<P align=right><B>{text}</B></P>",
    )
    title = html.escape(page.story.title)
    when = f"<P><I>{dated}</I></P>" if dated else ""
    over = page.chance(0.3)
    return f"""<HTML><HEAD><TITLE>{page.either(title, html.escape(page.site), "Untitled Document")}</TITLE><META content="MSHTML 6.00.2900.2180" name=GENERATOR></HEAD>
<BODY><P align=center><FONT color=#ff0000 size=4><B>{html.escape(page.site)}</B></FONT></P>
<P><A href="index.htm">Trang chủ</A> | <A href="a.htm">Giới thiệu</A> | <A href="b.htm">Tin tức</A> | <A href="c.htm">Liên hệ</A></P><HR>
{when if over else ""}<P align=center><B><FONT color=#0000ff size=5>{title}</FONT></B></P>{"" if over else when}
{body}
<HR>{"<P><B>Tin đã đưa:</B></P>" + page.other_list('<P>* <A href="t.htm">{title}</A> ({day})</P>', 4) if page.chance(0.6) else ""}<P><A href="javascript:window.print()">In trang</A> <A href="javascript:window.close()">Đóng cửa sổ</A></P>
<P align=center><FONT size=1>{html.escape(page.imprint)}<BR/>{page.licence()}</FONT></P></BODY></HTML>"""


LAYOUTS: Mapping[str, Callable[[Page], str]] = {
    f.__name__: f for f in (vnpt, nukeviet, liferay, sharepoint, newspaper, old_tables, wordpress, pasted)
}
OLD: Mapping[str, tuple[str, ...]] = {"old_tables": ("tcvn3",), "pasted": ("vni", "windows-1258")}
"""Layouts of the years before Unicode, and the encodings they are in, one a page."""


def render(story: Story, layout: str) -> bytes:
    """The article as a page of this layout, in its bytes."""
    dice = random.Random(f"{layout} {story.stem}")
    names = OLD.get(layout)
    page = LAYOUTS[layout](Page(story, dice, plain=names is not None))
    return page.encode() if names is None else in_old_encoding(page, dice.choice(names), dice)


def in_old_encoding(page: str, name: str, dice: random.Random) -> bytes:
    """A page in an encoding before Unicode, its letters under the fonts of the time."""
    if name == "windows-1258":
        said = page.replace(
            "<HEAD>", '<HEAD><META http-equiv=Content-Type content="text/html; charset=windows-1258">', 1
        )
        return windows_1258(_spelt(said, lambda c: _fits(windows_1258, c)))
    font = {"tcvn3": dice.choice([".VnTime", ".VnArial"]), "vni": "VNI-Times"}[name]
    said = re.sub(r"(?i)<body", f'<body style="font-family:{font}"', page, count=1)
    if name == "tcvn3" and dice.random() < 0.3:
        said = _with_capitals(said, font)
    return old(_spelt(said, lambda c: _fits(lambda t: old(t, name), c)), name)


def _with_capitals(page: str, font: str) -> str:
    """Capitals that TCVN3 lacks drawn by the font of capitals, as careful typists did, letter by letter."""
    known = codes("tcvn3")

    def drawn(match: re.Match[str]) -> str:
        letter = match.group()
        return letter if letter in known or letter.isascii() else f'<font face="{font}H">{letter.lower()}</font>'

    pieces = re.split(r"(<[^>]*>|<title>.*?</title>)", page)
    return "".join(
        p if p.startswith("<") else re.sub(r"[^\W\d_a-z]", lambda m: drawn(m) if m.group().isupper() else m.group(), p)
        for p in pieces
    )


def _spelt(page: str, fits: Callable[[str], bool]) -> str:
    """Signs that an encoding lacks as entities."""
    lost = {c for c in set(page) if not c.isascii() and not fits(c)}
    return "".join(f"&#{ord(c)};" if c in lost else c for c in page)


def _fits(encode: Callable[[str], bytes], sign: str) -> bool:
    try:
        encode(sign)
    except UnicodeEncodeError:
        return False
    return True
