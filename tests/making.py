"""Makes records for tests out of marked texts: no offset is counted by hand."""

from __future__ import annotations

from typing import Any

from danvan.records import (
    Article,
    ArticleRecord,
    Change,
    Date,
    Figure,
    Model,
    Money,
    Official,
    Period,
    Place,
    PlaceRef,
    Position,
    Span,
)
from danvan.store.write import StoredArticle


def span(text: str, words: str, nth: int = 0) -> Span:
    """The nth place of `words` in `text`."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(start=at, end=at + len(words), text=words)


def district(name: str, province: str = "Hà Tĩnh", code: str | None = None) -> PlaceRef:
    return PlaceRef(code=code, name=name, kind="huyện", level="district", province=province, district=name)


def commune(
    name: str, district: str | None = None, province: str | None = "Hà Tĩnh", code: str | None = None
) -> PlaceRef:
    return PlaceRef(
        code=code, name=name, kind="xã", level="commune", province=province, district=district, commune=name
    )


def year(of: int, to: str | None = None, start: str | None = None) -> Period:
    """A count of the year itself; `to` and `start` narrow it."""
    return Period(start=start or f"{of}-01-01", end=to or f"{of}-12-31")


def stock(at: str, start: str | None = None) -> Period:
    """What has come together up to a day."""
    return Period(start=start, end=at, cumulative=True)


def count(text: str, words: str, value: float, **facets: Any) -> Figure:
    """A count of "Dân vận khéo" models; facets as in Figure."""
    given = {
        "measure": "mô hình",
        "unit": "mô hình",
        "topic": "dan_van_kheo",
        "status": "built",
        "rule": "test.count",
        "confidence": 0.9,
    }
    return Figure(value=value, span=span(text, words), **{**given, **facets})


def record(text: str, id_: str = "a", *, published: str | None = None, **facts: Any) -> ArticleRecord:
    return ArticleRecord(article=Article(id=id_, source=f"{id_}.txt", text=text, published=published), **facts)


def counted(value: float, id_: str, *, published: str | None = None, **facets: Any) -> ArticleRecord:
    """An article of one sentence with one count."""
    text = f"Toàn huyện có {value} mô hình."
    return record(text, id_, published=published, figures=(count(text, f"{value} mô hình", value, **facets),))


def full_record(id_: str = "full") -> ArticleRecord:
    """A record with every kind of fact and every optional value set somewhere."""
    text = (
        "Đồng chí Lê Văn Tám - Phó Bí thư Thường trực Huyện ủy Thạch Hà dự hội nghị ngày 20/12/2022.\n"
        "Năm 2022 huyện Thạch Hà có 138 mô hình, trong đó 34 mô hình kinh tế, tăng 3 mô hình so với kế hoạch.\n"
        "Xã Thạch Lạc chi từ 1,5 đến 2 tỷ đồng làm 12/15 tuyến đường. Tiêu biểu là mô hình “Nhà sạch” của bà Hoa.\n"
        "Ông Lê Văn Tám trao quà tại xã Thạch Lạc."
    )
    here, there = district("Thạch Hà", code="445"), commune("Thạch Lạc", "Thạch Hà", code="18604")
    said = {"rule": "test.full", "confidence": 0.75}
    article = Article(
        id=id_,
        source=f"{id_}.txt",
        url="https://example.vn/1",
        title="Hội nghị",
        author="Hà An",
        text=text,
        published="2022-12-23T22:19",
        place=here,
    )
    return ArticleRecord(
        article=article,
        dates=(
            Date(
                start="2022-12-20",
                end="2022-12-20",
                grain="day",
                role="event",
                inferred=True,
                span=span(text, "ngày 20/12/2022"),
                **said,
            ),
        ),
        officials=(
            Official(
                name="Lê Văn Tám",
                honorific="đồng chí",
                positions=(
                    Position(title="Phó Bí thư Thường trực", body="Huyện ủy Thạch Hà", level="district", place=here),
                    Position(title="Chủ tịch"),
                ),
                spans=(span(text, "Lê Văn Tám"), span(text, "Lê Văn Tám", 1)),
                **said,
            ),
        ),
        places=(
            Place(
                kind="xã",
                name="Thạch Lạc",
                level="commune",
                unit=there,
                spans=(span(text, "Xã Thạch Lạc"), span(text, "xã Thạch Lạc")),
                **said,
            ),
            Place(
                kind="huyện",
                name="Thạch Hà",
                level="district",
                candidates=("445", "446"),
                spans=(span(text, "huyện Thạch Hà"),),
                **said,
            ),
        ),
        figures=(
            count(text, "138 mô hình", 138, place=here, period=year(2022)),
            count(
                text,
                "34 mô hình kinh tế",
                34,
                field="economy",
                part_of=0,
                partition=False,
                list=0,
                place=here,
                period=year(2022),
            ),
            count(
                text, "3 mô hình", 3, change=Change(direction="up", than="plan"), place=here, period=stock("2022-12-23")
            ),
            Figure(
                measure="tuyến đường",
                unit="tuyến đường",
                value=12,
                of=15,
                high=13.5,
                span=span(text, "12/15 tuyến đường"),
                holder="collective",
                level="commune",
                **said,
            ),
        ),
        money=(
            Money(
                amount=1_500_000_000,
                high=2_000_000_000,
                bound="about",
                basis="total",
                purpose="làm đường",
                items=3,
                place=there,
                period=Period(),
                span=span(text, "từ 1,5 đến 2 tỷ đồng"),
                **said,
            ),
        ),
        models=(
            Model(
                name="Nhà sạch",
                quoted=True,
                owner="bà Hoa",
                field="environment",
                place=there,
                span=span(text, "Nhà sạch"),
                **said,
            ),
        ),
    )


def stored(one: ArticleRecord, input_hash: str | None = None, raw: str | None = None) -> StoredArticle:
    """The record as the store takes it: a sentence ends at a stop followed by a blank, or at the end of a line."""
    spans, start = [], 0
    text = one.article.text
    for at, char in enumerate(text):
        if char == "\n" or text[at : at + 2] == ". " or at == len(text) - 1:
            spans.append((start, at + 1))
            start = at + 1
    return StoredArticle(one, one.model_dump_json(), spans, raw=raw, input_hash=input_hash)


def news(district: str, count: int, year: int = 2022) -> str:
    """A short article as a portal prints it; the counts differ by the caller's numbers."""
    return (
        f"Huyện {district} sơ kết phong trào thi đua “Dân vận khéo”\n"
        f"(08:15 | 20/12/{year})\n"
        f"Sáng 19/12/{year}, Huyện ủy {district} tổ chức hội nghị sơ kết. "
        f"Đồng chí Trần Văn Lộc, Bí thư Huyện ủy {district}, chủ trì.\n"
        f"Năm {year}, toàn huyện {district} xây dựng được {count} mô hình “Dân vận khéo”, "
        f"vận động 250 triệu đồng tặng 120 phần quà cho hộ nghèo.\n"
    )
