"""Text in the encodings before Unicode: tables, plain texts, pages by font, charset and content; what is refused."""

from __future__ import annotations

import json
import shutil
import subprocess
import unicodedata
from collections.abc import Mapping
from html import escape
from pathlib import Path

import duckdb
import pytest

from danvan.batch import Batch
from danvan.ingest.decode import Decoded, decode_file, mend_titled
from danvan.ingest.legacy import ENCODINGS, load_tables
from danvan.ingest.read import Skipped, Unreadable, read_inputs
from danvan.ingest.syllable import is_syllable, tally
from danvan.reasons import because
from danvan.ruleset import load_rules
from danvan.text.article import Draft
from danvan.text.clean import to_raw

RULES = load_rules()
TABLES = load_tables(RULES)
CORPUS = Path(__file__).parents[1] / "corpus" / "work"
PAGES = Path(__file__).parent / "pages"
TONES = "\u0301\u0300\u0309\u0303\u0323"
SMALL = [
    letter
    for base in "aăâeêioôơuưy"
    for letter in (base, *(unicodedata.normalize("NFC", base + tone) for tone in TONES))
    if not letter.isascii()
] + ["đ"]
ALPHABET = [*SMALL, *(letter.upper() for letter in SMALL)]

TITLE = "Thạnh Lộc: Hơn 40 hộ hiến đất mở đường liên ấp"
STORY = (
    "Sáng 12-9, đồng chí Nguyễn Thị Bảy, Phó Bí thư Đảng ủy xã Thạnh Lộc, cho biết từ đầu năm đến nay toàn xã có 42 hộ "
    "hiến 3.150m2 đất để mở 2 tuyến đường. Tổng kinh phí hơn 1,2 tỷ đồng, trong đó nhân dân đóng góp 460 triệu đồng. "
    "Ở ấp Kênh Giữa, các chi bộ đăng ký 7 mô hình dân vận khéo, đã công nhận 5 mô hình; nhiều nhất vẫn là mô hình về "
    "vệ sinh môi trường."
)
TEXT = f"{TITLE}\n(07:30 | 14/09/2022)\n\n{STORY}\n"


def codes(name: str) -> Mapping[str, bytes]:
    return {row["letter"]: bytes.fromhex(row["code"]) for row in RULES.table(f"encodings/{name}")}


def encoded(text: str, name: str) -> bytes:
    """The bytes of a text. TCVN3 has no capitals with a tone: the font draws them out of the small ones."""
    table = codes(name)
    return b"".join(table.get(c) or table.get(c.lower()) or c.encode("cp1252") for c in text)


def seen(text: str, name: str) -> str:
    """The text as it reads where nobody knows the encoding."""
    return encoded(text, name).decode("latin-1")


def entities(text: str, name: str) -> str:
    return "".join(c if c.isascii() else f"&#{ord(c)};" for c in seen(text, name))


def draft_of(folder: Path, name: str, data: bytes) -> Draft:
    (item,) = items_of(folder, name, data)
    assert isinstance(item, Draft), item
    return item


def items_of(folder: Path, name: str, data: bytes) -> list[Draft | Unreadable | Skipped]:
    path = folder / name
    path.write_bytes(data)
    return list(read_inputs([path]))


def notes_on(draft: Draft) -> list[str]:
    return [note.removeprefix("encoding: ") for note in draft.notes if note.startswith("encoding: ")]


def page(body: str, head: str = "") -> str:
    return f"<html><head><title>Trang tin</title>{head}</head><body>{body}</body></html>"


def paragraphs(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


# ---- tables


@pytest.mark.parametrize("name", ENCODINGS)
def test_every_letter_has_its_code(name: str) -> None:
    rows = RULES.table(f"encodings/{name}")
    letters = [row["letter"] for row in rows]
    capitals = list("ĂÂÊÔƠƯĐ")
    assert sorted(letters) == sorted([*SMALL, *capitals] if name == "tcvn3" else ALPHABET)
    assert len({row["code"] for row in rows}) == len(rows)
    for row in rows:
        code = bytes.fromhex(row["code"])
        around = "x" if row["code"] == "A0" else ""
        for read in {code.decode("latin-1"), code.decode("cp1252", "ignore") or code.decode("latin-1")}:
            text = f"n{read}{around}"
            assert TABLES[name].convert(text) == f"n{row['letter']}{around}", row


@pytest.mark.parametrize(("name", "charset"), [("tcvn3", "TCVN"), ("viscii", "VISCII")])
def test_tables_are_those_of_iconv(name: str, charset: str) -> None:
    iconv = shutil.which("iconv")
    if iconv is None:
        pytest.skip("no iconv on this machine to check against")
    rows = RULES.table(f"encodings/{name}")
    data = b"\n".join(bytes.fromhex(row["code"]) for row in rows)
    done = subprocess.run([iconv, "-f", charset, "-t", "UTF-8"], input=data, capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"this iconv does not know {charset}: {done.stderr.decode()[:80]}")
    assert unicodedata.normalize("NFC", done.stdout.decode()).split("\n") == [row["letter"] for row in rows]


VNI = """
a aù aø aû aõ aï · â aâ aá aà aå aã aä · ă aê aé aè aú aü aë · e eù eø eû eõ eï · ê eâ eá eà eå eã eä · i í ì æ ó ò
o où oø oû oõ oï · ô oâ oá oà oå oã oä · ơ ô ôù ôø ôû ôõ ôï · u uù uø uû uõ uï · ư ö öù öø öû öõ öï · y yù yø yû yõ î
"""
"""The layout by letter and tone, as xvnkb (vni.h) and the comparison of encodings of the Vietnamese Unicode project
(VPS, VISCII, VNI, TCVN, with their bytes) print it."""


def test_vni_is_the_published_layout() -> None:
    table = codes("vni")
    for row in VNI.replace("\n", " · ").split("·"):
        if not row.split():
            continue
        base, *marked = row.split()
        tones = marked[1:] if len(marked) == 6 else marked
        assert len(tones) == 5
        if len(marked) == 6:
            assert table[base] == marked[0].encode("latin-1")
        for tone, code in zip(TONES, tones, strict=True):
            letter = unicodedata.normalize("NFC", base + tone)
            assert table[letter] == code.encode("latin-1"), letter
            assert table[letter.upper()] == code.upper().encode("latin-1"), letter
    assert (table["đ"], table["Đ"]) == (b"\xf1", b"\xd1")


VPS = """
ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ..ỀỂỄỐỒỔỖýỷỵỚỜỞ.ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự
ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ.àáâãảạă.èéêẽìí.ĩẴĐòóôõ.Ơụùúủ.ỶẼỳ
"""
"""From 0x80 on, "." for what is no letter: Mozilla's x-viet-vps and the chart of the Vietnamese Unicode project."""


def test_vps_is_the_published_layout() -> None:
    published = {letter: bytes([0x80 + i]) for i, letter in enumerate(VPS.replace("\n", "")) if letter != "."}
    low = dict(zip("ẠẬẶẸỆỊỌỘỢỤỰỴẪỮ", bytes.fromhex("0203040506101112131415191c1d"), strict=True))
    assert codes("vps") == published | {letter: bytes([byte]) for letter, byte in low.items()}


def test_fonts_and_charsets_name_tables() -> None:
    for row in (*RULES.table("encodings/fonts"), *RULES.table("encodings/charsets")):
        assert row["encoding"] in ENCODINGS
    for row in RULES.table("encodings/fonts"):
        assert row["example"].lower().startswith(row["prefix"])
        assert not row["capitals"] or row["capital_example"].lower().endswith(row["capitals"])


# ---- syllables


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "giếng",
        "gì",
        "giữ",
        "quý",
        "quốc",
        "khuỷu",
        "nguyễn",
        "thuở",
        "hòa",
        "hoà",
        "uỷ",
        "ủy",
        "yếu",
        "xoong",
        "đường",
        "rượu",
    ],
)
def test_a_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["héi", "nghþ", "c«ng", "hoäi", "ñöôïc", "été", "ăẳeă", "mât", "mắnt", "ườ̀n", "đđi"])
def test_no_syllable(word: str) -> None:
    assert not is_syllable(word)


# ---- plain texts


@pytest.mark.parametrize("name", ENCODINGS)
@pytest.mark.parametrize("stored", ["bytes", "characters"])
def test_text_is_read_by_its_content(tmp_path: Path, name: str, stored: str) -> None:
    data = encoded(TEXT, name) if stored == "bytes" else seen(TEXT, name).encode()
    draft = draft_of(tmp_path, "a.txt", data)
    plain = draft_of(tmp_path, "a.txt", TEXT.encode())
    assert (draft.text, draft.published, draft.parts) == (plain.text, plain.published, plain.parts)
    assert notes_on(draft) == [f"{ENCODINGS[name]} (content)"]
    assert notes_on(plain) == []
    assert draft.raw == TEXT


@pytest.mark.parametrize("name", ENCODINGS)
def test_offsets_lead_back_to_the_bytes(name: str) -> None:
    data = encoded(TEXT, name)
    done = decode_file(data)
    assert (done.text, done.codec, len(done.source)) == (TEXT, "windows-1252", len(data))
    assert_way_back(done)
    for i, letter in enumerate(done.text):
        at = to_raw(done.starts, i)
        until = to_raw(done.starts, i + 1) if i + 1 < len(done.text) else len(data)
        assert data[at:until].lower() == encoded(letter, name).lower(), (i, letter)


def assert_way_back(done: Decoded) -> None:
    ends = [to_raw(done.starts, i) for i in range(len(done.text))]
    assert ends == sorted(set(ends))
    assert all(0 <= end < len(done.source) for end in ends)


def test_capitals_of_tcvn3(tmp_path: Path) -> None:
    lines = [
        "HỘI NGHỊ TỔNG KẾT CÔNG TÁC DÂN VẬN Ở HUYỆN ÍCH HẠ",
        "Tổ dân phố 3, thị trấn Ích Hạ có ông Lê Văn Út và bà Trần Thị Ánh tham gia. Ấp Tân Lập hỗ trợ 25 suất quà.",
        "UBMTTQ huyện và Hội LHPN xã đóng góp 12 triệu đồng ở các ấp; TP. HỒ CHÍ MINH hỗ trợ thêm.",
    ]
    data = b"\n".join(encoded(line, "tcvn3") for line in lines)
    expected = lines[0], lines[1].replace("trấn Ích", "trấn ích"), lines[2]
    assert decode_file(data).text.splitlines() == list(expected)


def test_a_wrapped_line_begins_no_sentence() -> None:
    line = "Cán bộ xã cùng các chi hội đã vận động người dân ở năm ấp đóng góp ngày công và"
    text = f"{STORY}\n\n{line}\nấp Kênh Giữa dẫn đầu."
    assert decode_file(encoded(text, "tcvn3")).text == text


def test_vni_marks_in_either_case() -> None:
    text = seen(STORY, "vni").replace("Ñaû", "ÑaÛ").replace("ÔÛ", "Ôû").replace("aá", "aÁ")
    assert decode_file(text.encode("latin-1")).text == STORY


@pytest.mark.parametrize("title", [TITLE, "Hiến đất mở đường"])
def test_json_of_characters(tmp_path: Path, title: str) -> None:
    line = {"text": seen(STORY, "vni"), "title": seen(title, "vni"), "published": "2022-09-14"}
    draft = draft_of(tmp_path, "a.jsonl", json.dumps(line).encode())
    assert (draft.raw, draft.title) == (STORY, title)
    assert notes_on(draft) == ["VNI (content)"]
    text = seen(STORY, "vni")
    _, done = mend_titled(seen(title, "vni"), text)
    assert "".join(text[to_raw(done.starts, i)] for i in range(12)) == "Sang 12-9, ñ"


# ---- pages


@pytest.mark.parametrize("name", ENCODINGS)
@pytest.mark.parametrize("stored", ["bytes", "characters", "entities"])
@pytest.mark.parametrize("style", ["font", "style", "class", "body", "none"])
def test_page_reads_as_in_unicode(tmp_path: Path, name: str, stored: str, style: str) -> None:
    font = {"tcvn3": ".VnTime", "vni": "VNI-Times", "viscii": "VISCII Times", "vps": "VPS Times"}[name]
    opening, closing, head = {
        "font": (f'<p><font face="{font}, serif" size=2>', "</font></p>", ""),
        "style": (f"<p style='margin:0; font-family:\"{font}\"'>", "</p>", ""),
        "class": (
            '<p class="a MsoNormal">',
            "",
            f"<style><!-- p.MsoNormal {{font-family:'{font}'; color:red}} --></style>",
        ),
        "body": ("<p>", "</p>", f"<style>/* x */ body, td {{ font: 12pt {font} }}</style>"),
        "none": ("<p>", "</p>", ""),
    }[style]
    change = entities if stored == "entities" else seen

    def build(text: str) -> str:
        return page("".join(f"{opening}{line}{closing}" for line in paragraphs(text)), head)

    html = build(escape(TEXT))
    old = html.replace(TITLE, change(TITLE, name)).replace(STORY, change(STORY, name))
    draft = draft_of(tmp_path, "a.html", old.encode("latin-1" if stored == "bytes" else "utf-8"))
    plain = draft_of(tmp_path, "a.html", html.encode())
    assert draft.text == plain.text
    assert STORY in draft.text
    assert (draft.parts, draft.published) == (plain.parts, plain.published)
    assert notes_on(draft) == [f"{ENCODINGS[name]} ({'content' if style == 'none' else f'font {font}'})"]


def test_only_what_stands_under_the_font_is_converted() -> None:
    html = page(
        f'<h1>{TITLE}</h1><p class="x" style="font-family: .VnTime">{seen(STORY, "tcvn3")} '
        f'<font face="Arial">Một câu ở giữa là của máy chủ, “à ơi”.</font> {seen("Hết bài.", "tcvn3")}'
        "<p>Bản quyền © 2004 · Ban biên tập là đơn vị giữ.<p>còn ai hỏi đó"
    )
    done = decode_file(html.encode(), html=True)
    assert done.text == html.replace(seen(STORY, "tcvn3"), STORY).replace(seen("Hết bài.", "tcvn3"), "Hết bài.")
    assert done.notes == ("encoding: TCVN3 (font .VnTime)",)
    assert_way_back(done)


def test_a_word_across_tags_and_entities() -> None:
    story = f'<div style="font-family:VNI-Times"><p>{seen(STORY, "vni")}</p>'
    twice = decode_file(page(f"{story}<p>Ho&acirc;&#239;</p></div>").encode(), html=True)
    assert "<p>Hô&#239;</p>" in twice.text, "a letter of VNI has one mark"
    html = page(f"{story}<p>H<b>o&auml;</b>i <i>o</i>&acirc;ng &lt; 3</p></div>")
    done = decode_file(html.encode(), html=True)
    assert "<p>H<b>ộ</b>i <i>ô</i>ng &lt; 3</p>" in done.text
    at = done.text.index("<b>ộ") + 3
    assert done.source[to_raw(done.starts, at) : to_raw(done.starts, at + 1)] == "o&auml;"
    assert_way_back(done)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_old_text_saved_with_a_byte_order_mark(codec: str) -> None:
    html = page(f'<p><font face=".VnTime">{STORY}</font></p>')
    done = decode_file(html.replace(STORY, seen(STORY, "tcvn3")).encode(codec), html=True)
    assert (done.text.removeprefix("\ufeff"), done.codec) == (html, codec)
    assert "encoding: TCVN3 (font .VnTime)" in done.notes


def test_fonts_of_capitals(tmp_path: Path) -> None:
    head = seen("hội nghị dân vận huyện ích hạ năm 2005", "tcvn3")
    html = page(
        f'<p><font face=".VnTimeH">{head}</font></p><p><font face=".VnTimeH">{seen("ô", "tcvn3")}</font>'
        f'<font face=".VnTime">{seen("ng Lê Văn Tám phát biểu. ", "tcvn3")}{seen(STORY, "tcvn3")}</font></p>'
    )
    done = decode_file(html.encode("latin-1"), html=True)
    assert ">HỘI NGHỊ DÂN VẬN HUYỆN ÍCH HẠ NĂM 2005<" in done.text
    assert '>Ô</font><font face=".VnTime">ng Lê Văn Tám phát biểu. Sáng 12-9' in done.text


def test_unicode_under_the_name_of_an_old_font_stays() -> None:
    html = page(f'<p style="font-family:.VnTime">{STORY}</p><p style="font-family:.VnTime">và là có</p>' * 3)
    done = decode_file(html.encode(), html=True)
    assert (done.text, done.notes) == (html, ())


def test_old_text_in_a_template_of_unicode() -> None:
    menu = "".join(f"<li>Trang chủ, giới thiệu, tin tức mục {n}</li>" for n in range(4))
    html = page(f"<ul>{menu}</ul><h1>{seen(TITLE, 'vni')}</h1><p>{seen(STORY, 'vni')}</p><p>là cơ sở</p><p>có ích</p>")
    expected = html.replace(seen(TITLE, "vni"), TITLE).replace(seen(STORY, "vni"), STORY)
    assert decode_file(html.encode(), html=True).text == expected
    bytes_of_both = html.encode().replace(seen(STORY, "vni").encode(), encoded(STORY, "vni"))
    done = decode_file(bytes_of_both.replace(seen(TITLE, "vni").encode(), encoded(TITLE, "vni")), html=True)
    assert (done.text, done.codec) == (expected, None)
    assert done.notes == ("encoding: VNI (content)", "encoding: UTF-8 and single bytes")


@pytest.mark.parametrize(("name", "charset"), [("viscii", "viscii"), ("vps", "x-viet-vps"), ("tcvn3", "x-viet-tcvn")])
def test_declared_charset(name: str, charset: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    html = page(f"<h1>{TITLE}</h1><p>{STORY}</p><p>Caf&eacute; &#7879;</p>", head)
    done = decode_file(encoded(html, name), html=True)
    assert done.text == html
    assert done.notes == (f"encoding: {ENCODINGS[name]} (charset {charset})",)


def test_a_wrong_charset_is_not_believed() -> None:
    head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">'
    html = page(f"<h1>{TITLE}</h1><p>{STORY}</p>", head)
    assert decode_file(encoded(html, "vni"), html=True).text == html


def test_what_the_head_of_a_page_says(tmp_path: Path) -> None:
    linked = f'<script type="application/ld+json">{{"headline": "{TITLE}"}}</script>'
    head = f'<meta property="og:title" content="{TITLE}">{linked}'
    html = page(f'<div style="font-family:VNI-Times"><h1>{TITLE}</h1><p>{STORY}</p></div>', head)
    old = html.replace(TITLE, seen(TITLE, "vni")).replace(STORY, seen(STORY, "vni"))
    assert decode_file(old.encode(), html=True).text == html
    assert draft_of(tmp_path, "a.html", old.encode()).title == TITLE


def test_pages_without_old_text_are_left_alone() -> None:
    for path in sorted(p for p in PAGES.rglob("*.htm*") if "1258" not in p.name):
        done = decode_file(path.read_bytes(), html=True)
        assert (done.text, done.notes) == (path.read_text("utf-8"), ()), path.name


# ---- Unicode and windows-1258


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda p: p.stem)
def test_good_articles_are_left_alone(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    for form in (text, unicodedata.normalize("NFD", text)):
        done = decode_file(form.encode())
        assert (done.text, done.starts, done.notes) == (form, ((0, 0),), ())
    assert tally(text).share > 0.9


def test_windows_1258_with_marks_of_their_own() -> None:
    out = []
    for char in TEXT:
        letters = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(c for c in letters if c not in TONES))
        out.append(base + "".join(c for c in letters if c in TONES))
    data = "".join(out).encode("cp1258")
    done = decode_file(data)
    assert (done.text, done.notes) == (TEXT, ("encoding: windows-1258",))
    assert_way_back(done)
    at = TEXT.index("ộ hiến")
    assert data[to_raw(done.starts, at) : to_raw(done.starts, at + 1)] == "ô\u0323".encode("cp1258")
    if (iconv := shutil.which("iconv")) is not None:
        back = subprocess.run([iconv, "-f", "CP1258", "-t", "UTF-8"], input=data, capture_output=True, check=True)
        assert unicodedata.normalize("NFC", back.stdout.decode()) == done.text


def test_latin_signs_do_not_make_text_old() -> None:
    text = f"{STORY}\n© 2004 · Café Élysée « à la carte » ½ º ª µ ¶ ¸ ² ³\n" * 3
    assert decode_file(text.encode()).text == text


# ---- what cannot be read


CIPHER = "ăẲeăỞ ẸẺệửỗ ỒẳỵởĂ ễữẵẴ ậẨỬỹỔẽ ẻỀợỶẾở ĩỳỏẳ ẵỗẻậ ờẲỡ "
SHIFTED = "".join(ALPHABET[(ALPHABET.index(c) + 31) % len(ALPHABET)] if c in ALPHABET else c for c in STORY)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", (CIPHER * 20).encode(), "a cipher, the code of an old font"),
        ("a.txt", SHIFTED.encode(), "a cipher, the code of an old font"),
        ("a.html", page(f"<h1>{CIPHER}</h1><p>{CIPHER * 5}</p><p>{CIPHER * 6}</p>").encode(), "a cipher"),
        ("a.txt", bytes(range(0x80, 0x100)) * 8, "neither UTF-8"),
        ("a.txt", b" ".join(bytes([a, b, 0xE9]) for a in range(0x80, 0xC0) for b in (0xC0, 0xFF)), "neither UTF-8"),
        ("a.html", page("<p>" + "&#169;&#174; &#222;&#254;&#240; " * 40 + "</p>").encode(), "another language"),
    ],
    ids=["cipher", "letters shifted", "page of a cipher", "all bytes", "no letters", "entities at random"],
)
def test_garbage_is_refused_with_its_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (item,) = items_of(tmp_path, name, data)
    assert isinstance(item, Unreadable)
    assert reason in str(item.reason)


def test_a_readable_title_over_a_cipher(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "a.txt", f"{TITLE}\n14/09/2022\n\n{STORY}\n\n{CIPHER * 3}\n\n{CIPHER * 4}\n".encode())
    assert "garbled: 2" in draft.notes
    assert STORY in draft.text
    assert "Ẳe" not in draft.text


def test_text_without_marks_is_read_and_another_language_is_not(tmp_path: Path) -> None:
    letters = unicodedata.normalize("NFD", STORY * 2).replace("đ", "d").replace("Đ", "D")
    bare = "".join(c for c in letters if c.isascii())
    assert draft_of(tmp_path, "a.txt", bare.encode()).raw == bare
    english = "The committee of the commune said that the people gave land for a new road and would build it. " * 6
    indonesian = "Pemerintah kabupaten mengatakan bahwa warga menyerahkan tanah untuk jalan baru di desa mereka. " * 6
    for text in (english, indonesian):
        (item,) = items_of(tmp_path, "a.txt", text.encode())
        assert isinstance(item, Unreadable)
        assert item.reason == because("read.not_vietnamese")


def test_a_title_over_nothing_but_a_cipher_is_no_article(tmp_path: Path) -> None:
    (item,) = items_of(tmp_path, "a.txt", f"{TITLE}\n14/09/2022\n\n{CIPHER * 3}\n\n{CIPHER * 4}\n".encode())
    assert isinstance(item, Unreadable)
    assert item.reason == because("read.not_vietnamese")


def test_some_zero_bytes_make_no_text_binary(tmp_path: Path) -> None:
    words = STORY.split(" ")
    data = " ".join([*words[:9], "\0" + words[9], *words[10:], "\0"]).encode()
    assert draft_of(tmp_path, "a.txt", data).text == draft_of(tmp_path, "b.txt", STORY.encode()).text
    page = f"<html><body><h1>{TITLE}</h1><p>{STORY}</p><p>Xã có\0 12 mô hình dân vận khéo.</p></body></html>"
    assert "12 mô hình dân vận khéo" in draft_of(tmp_path, "c.html", page.encode()).text


# ---- the store


def test_what_was_converted_stands_in_the_store(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_bytes(encoded(TEXT, "tcvn3"))
    (folder / "b.txt").write_bytes((CIPHER * 20).encode())
    db = tmp_path / "danvan.duckdb"
    counts = Batch(paths=[str(folder)], db=db, rules=RULES).run()
    assert (counts.added, counts.quarantined) == (1, 1)
    with duckdb.connect(str(db), read_only=True) as con:
        assert con.execute("SELECT raw, notes FROM articles").fetchall() == [(TEXT, ["encoding: TCVN3 (content)"])]
