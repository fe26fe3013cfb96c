"""Small PDF files for tests: lines at places of a page, in a font without a font file but with a text layer."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

Line = tuple[float, float, str]
"""Points from the left and from the foot of an A4 page, and what stands there."""

WIDTH = 6.0
"""Points of each character."""


def pdf(pages: Sequence[Sequence[Line]], *, scanned: bool = False) -> bytes:
    """A PDF file with these pages; with `scanned` each page is a picture beside its lines."""
    chars = sorted({char for page in pages for _, _, text in page for char in text})
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        + "".join(f"1 beginbfchar <{ord(c):04X}> <{ord(c):04X}> endbfchar\n" for c in chars)
        + "endcmap end end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R] "
        "/ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /DW 500 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        _stream(cmap),
        _stream(
            "0" * 12, "/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB "
        ),
    ]
    kids = []
    for page in pages:
        shown = "".join(
            f"BT /F1 12 Tf 1 0 0 1 {x} {y} Tm <{''.join(f'{ord(c):04X}' for c in text)}> Tj ET\n" for x, y, text in page
        )
        picture = "q 500 0 0 800 0 0 cm /Im1 Do Q\n" if scanned else ""
        pictures = "/XObject << /Im1 6 0 R >> " if scanned else ""
        objects.append(_stream(picture + shown))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> {pictures}>> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{at:010} 00000 n \n" for at in places)
    tail = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return out + f"{tail}startxref\n{len(out)}\n%%EOF\n".encode()


def _stream(content: str, told: str = "") -> str:
    return f"<< {told}/Length {len(content)} >>\nstream\n{content}\nendstream"


def set_text(paragraphs: Sequence[str], top: float = 760, *, columns: int = 78) -> tuple[list[Line], float]:
    """Paragraphs as a printer sets them: first lines set in, lines of 78 characters; and where the page is free."""
    lines: list[Line] = []
    y = top
    for paragraph in paragraphs:
        broken = textwrap.wrap("    " + paragraph, columns, break_on_hyphens=False)
        for number, line in enumerate(broken):
            lines.append((60 + (4 * WIDTH if number == 0 else 0), y, line.strip()))
            y -= 17
    return lines, y
