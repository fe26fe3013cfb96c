"""From a line of a page back to its bytes: every fixture page in every encoding, and any markup."""

from __future__ import annotations

import hashlib
import html
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import lxml.html
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from danvan.batch import Batch
from danvan.ingest.decode import decode_file
from danvan.ingest.page_rows import read_rows
from danvan.ingest.read import read_inputs
from danvan.ingest.source_map import map_rows, read_token, tokens
from danvan.ruleset import load_rules
from danvan.store.corrections import MARK
from danvan.store.forget import forget, whole_name
from danvan.store.rows import read_page_cell
from danvan.text.article import Draft
from danvan.text.source import SourceMap
from pagebytes import EVERY, assert_leads_back, in_encoding, said_by, squeezed

NOON = datetime(2024, 5, 6, 12, 0)
PAGES = Path(__file__).parent / "pages"
TITLE = "Xã An Trạch tổng kết công tác dân vận năm 2021"
STORY = (
    "Ngày 11/01/2022, Đảng ủy xã An Trạch tổ chức hội nghị tổng kết công tác dân vận năm 2021. Trong năm, toàn xã xây "
    "dựng được 33 mô hình “Dân vận khéo”, trong đó có 20 mô hình của tập thể."
)


def drafts(data: bytes) -> list[Draft]:
    return [item for item in read_inputs(["-"], stdin=data) if isinstance(item, Draft)]


def page(body: str, *, title: str = TITLE) -> str:
    return f'<html><head><meta charset="utf-8"><title>{title}</title></head><body>{body}</body></html>'


@pytest.mark.parametrize("path", sorted(PAGES.rglob("*.htm*")), ids=lambda p: p.name)
def test_every_fixture_page(path: Path) -> None:
    data = path.read_bytes()
    if path.parent.name == "refused":
        return
    found = drafts(data)
    assert found
    for draft in found:
        assert draft.page is not None
        name = "windows-1258" if draft.page.codec == "cp1258" else draft.page.codec
        old = [note.split()[1].lower() for note in draft.notes if note.startswith("encoding: ") and "(" in note]
        assert_leads_back(draft, data, old[0] if old else name)


@pytest.mark.parametrize("encoding", EVERY)
def test_every_encoding(encoding: str) -> None:
    text = page(
        f"<div class=x>\n<h1>{TITLE}</h1>\n<p>14/01/2022</p><p>{STORY}</p>\n<p>Bà con <b>ấp Định Nam</b> "
        "góp&nbsp;1.250 ngày công &amp; hiến <i>420</i> m<sup>2</sup>\n   đất, "
        "<!-- 77 --> trị giá 35 triệu đồng.</p></div>"
    )
    data = in_encoding(text, encoding)
    (draft,) = drafts(data)
    assert "1.250" in draft.text
    assert_leads_back(draft, data, encoding)


def test_markup_between_is_left_out() -> None:
    data = page(f"<h1>{TITLE}</h1><p>{STORY}</p><p>Xã có <b>33</b> <!-- 7 -->mô&nbsp;hình, hơn năm trước.</p>").encode()
    (draft,) = drafts(data)
    at = draft.text.index("có 33")
    ranges = draft.bytes_of(at, at + len("có 33 mô hình"))
    assert ranges is not None
    assert [data[a:b].decode() for a, b in ranges] == ["có ", "33", "mô&nbsp;hình"]
    assert draft.bytes_of(at + 3, at + 5) == (ranges[1],)


def test_of_two_equal_texts_each_its_own() -> None:
    body = f"<h1>{TITLE}</h1><p>{STORY}</p><p>{STORY} Có 33 hộ.</p>"
    data = page(body).encode()
    (draft,) = drafts(data)
    first = data.index(STORY.encode())
    places = [draft.bytes_of(m, m + 20) for m in (draft.text.index(STORY), draft.text.rindex(STORY))]
    assert places[0] is not None
    assert places[1] is not None
    assert places[0][0][0] == first
    assert places[1][0][0] == data.index(STORY.encode(), first + 1)


def test_the_store_keeps_the_way_back(tmp_path: Path) -> None:
    path, db = tmp_path / "a.html", tmp_path / "a.duckdb"
    path.write_bytes(page(f"<h1>{TITLE}</h1><p>{STORY}</p>").encode())
    Batch(paths=[str(path)], db=db, rules=load_rules()).run()
    with duckdb.connect(str(db), read_only=True) as con:
        ((text, raw, starts, kept),) = con.execute("SELECT text, raw, raw_starts, page FROM articles").fetchall()
    assert kept["digest"] == hashlib.sha256(path.read_bytes()).hexdigest()
    source = SourceMap(kept["codec"], tuple(map(tuple, kept["runs"])), kept["digest"])
    at = text.index("33 mô hình")
    stored = Draft("", text, raw, tuple(map(tuple, starts)), (), page=source)
    ((first, last),) = stored.bytes_of(at, at + 10) or ()
    assert path.read_bytes()[first:last].decode() == "33 mô hình"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "entities", "NFD", "windows-1258", "viscii"])
def test_where_a_person_was_taken_out_the_rest_keeps_its_way_back(tmp_path: Path, encoding: str) -> None:
    """Of what was stored before the name went, and of what came in after it."""
    db, said = tmp_path / "a.duckdb", "Sáng nay, đồng chí Trần Văn Ngữ, Bí thư Huyện ủy, trao 33 suất quà cho hộ nghèo."
    files = [tmp_path / "a.html", tmp_path / "b.html"]
    for number, file in enumerate(files):
        file.write_bytes(in_encoding(page(f"<h1>{TITLE} {number}</h1><p>{STORY}</p><p>{said}</p>"), encoding))
    Batch(paths=[str(files[0])], db=db, rules=load_rules()).run()
    with duckdb.connect(str(db)) as con:
        (before,) = con.execute(f"SELECT {_STORED} FROM articles").fetchall()
        assert forget(con, whole_name("Trần Văn Ngữ"), NOON) == 1
    Batch(paths=[str(files[1])], db=db, rules=load_rules()).run()
    with duckdb.connect(str(db), read_only=True) as con:
        after = con.execute(f"SELECT {_STORED} FROM articles ORDER BY title").fetchall()
    plain, *marked = (_stored(row) for row in (before, *after))
    assert len(marked) == 2
    for draft, file in zip(marked, files, strict=True):
        assert draft.text.count(MARK) >= 9
        assert all(draft.bytes_of(at, at + 1) is None for at, char in enumerate(draft.text) if char == MARK)
        hidden = draft.text.index(MARK)
        assert draft.bytes_of(hidden - 5, hidden + 5) is None
        for word in re.finditer(rf"[^\s{MARK}]+", draft.text):
            ranges = draft.bytes_of(word.start(), word.end())
            assert ranges is not None, word
            assert said_by(file.read_bytes(), ranges, encoding) == squeezed(word.group())
    kept = [at for at, char in enumerate(marked[0].text) if char != MARK]
    assert [marked[0].bytes_of(at, at + 1) for at in kept] == [plain.bytes_of(at, at + 1) for at in kept]


_STORED = "text, raw, raw_starts, page"


def _stored(row: tuple[Any, ...]) -> Draft:
    text, raw, starts, cell = row
    return Draft("", text, raw, tuple(map(tuple, starts)), (), page=read_page_cell(cell))


def test_plain_text_has_no_page() -> None:
    (draft,) = drafts(f"{TITLE}\n\n{STORY}\n".encode())
    assert draft.page is None
    assert draft.bytes_of(0, 5) is None


def test_what_no_byte_says_has_no_place() -> None:
    (draft,) = drafts(page(f"<h1>{TITLE}</h1><p>{STORY}</p>").encode())
    at = draft.text.index("\n")
    assert draft.bytes_of(at, at + 1) is None


def test_where_the_parser_mends_in_its_own_way_places_are_right_or_absent() -> None:
    mended = '<p>Sáu <b x="1>hộ</b> nhận quà.</p><plaintext><p>Bảy hộ nhận quà.</p>'
    data = page(f"<h1>{TITLE}</h1><p>{STORY}</p>{mended}").encode()
    for draft in drafts(data):
        for start in range(len(draft.text)):
            ranges = draft.bytes_of(start, start + 1)
            if ranges is not None:
                ((a, b),) = ranges
                assert squeezed(html.unescape(data[a:b].decode())) == squeezed(draft.text[start])


PIECES = [
    "<p>", "</p>", "<div class='a>b'>", "</div>", "<br>", "<h1>", "</h1>", "<table><tr><td>", "</td><td>", "</table>",
    "<a href=x>", "</a>", "<b>", "</b>", "</foo>", "</>", "<!-- 12 <p> -->", "<!-->", "<!--->", "<![CDATA[ 13 ]]>",
    "<?php echo 14 ?>", "<script>var a = '<p>15';</script>", "<style>p{}</style>", "<textarea>16 &amp;</textarea>",
    "<noscript><p>17</p></noscript>", "<svg><title>18</title></svg>", "&amp;", "&nbsp;", "&eacute;", "&#7897;",
    "&#x1ED9;", "&#150;", "&notit;", "&foo;", "&", "<", " < 5 ", "<3", "\r\n", "\n  ", "\t", "\x00", "\xad", "a\u0301",
    "<select><option>19</select>", "<frameset>", "<body>", "<html>", "<title>20</title>", "<iframe><p>21</iframe>",
    "<span>xã</span><span>An</span>", TITLE, STORY, "33 mô hình", "1.250", "<td>", "<tr>", "<li>", "</ul>", "<form>",
]  # fmt: skip


@settings(deadline=None, max_examples=120)
@given(
    st.lists(st.sampled_from([p for p in PIECES if p != "\0"]), max_size=30),
    st.sampled_from(["utf-8", "utf-16", "NFD", "entities"]),
)
@example(["<p>", "a</foo>b", "</p>"], "utf-8")
def test_any_markup(pieces: list[str], encoding: str) -> None:
    data = in_encoding("<html><body>" + "".join(pieces), encoding)
    decoded = decode_file(data, html=True)
    tree = lxml.html.fromstring(decoded.text)
    rows = list(read_rows(tree))
    placed, raw = [], ""
    for row in rows:
        placed.append((len(raw), row))
        raw += row.text + "\n"
    found = map_rows(placed, tree, decoded, data)
    assert found is not None
    for at, char in enumerate(raw):
        ranges = found.ranges(raw, [(at, at + 1)])
        if ranges is None:
            continue
        ((a, b),) = ranges
        codec = found.codec
        said = html.unescape(data[a:b].decode(codec)).replace("\0", "\ufffd")
        assert said == char or (said.isspace() and char == " "), (pieces, said, char)


@settings(deadline=None, max_examples=120)
@given(st.lists(st.sampled_from([p for p in PIECES if "frameset" not in p]), max_size=30))
def test_texts_of_the_source_are_those_of_the_tree(pieces: list[str]) -> None:
    source = "<html><body>" + "".join(pieces)
    tree = lxml.html.fromstring(source)
    ours = "".join(read_token(source, token)[0] for token in tokens(source))
    theirs = "".join(tree.getroottree().xpath("//text()"))
    assert "".join(ours.split()) == "".join(theirs.split())
