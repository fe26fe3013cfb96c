"""WARC files of any maker, and the raw store that `danvan crawl` fills: the pages among their answers.

Only answers with a page, a text or a report (.pdf, .docx) count; requests, pictures, style sheets, redirects and error
pages hold no article.
The address of the answer is that of the article, the time of fetching never its publication.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from danvan.ingest.load import Given, Kept, Kind, Load, Loaded
from danvan.raw.index import StoredPage, open_index, stored_pages
from danvan.raw.warc import Capture, Damaged, read_warc
from danvan.reasons import because

ARTICLES = ("article", "page")
"""Kinds of stored pages that may be articles; lists, sitemaps and feeds led to them."""
_PAGES = {"text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"}
_DOCUMENTS: Mapping[str, Kind] = {
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
_BY_NAME: Mapping[str, Kind] = {".pdf": "pdf", ".docx": "docx"}
"""Reports, where the server calls them a stream of bytes and no more."""
_NAMELESS = {"", "application/octet-stream", "application/force-download", "binary/octet-stream"}
_MAGIC: Mapping[Kind, bytes] = {"pdf": b"%PDF", "docx": b"PK"}
_CHARSET = re.compile(r"(?i)charset\s{0,3}=\s{0,3}[\"']?([\w:.-]{2,40})")
_NO_ARTICLE = re.compile(r"(?i)/(?:robots|ads|humans|security|llms)\.txt$|\.(?:xml|json|js|css|csv)$")


def charset_of(capture: Capture) -> str | None:
    """The charset that the header of the answer tells."""
    found = _CHARSET.search(capture.header("content-type") or "")
    return found[1] if found else None


def read_warc_file(given: Given) -> Iterator[Loaded]:
    """The pages of a WARC file, record by record; a damaged stretch is one unreadable item, the rest is read."""
    with _on_disk(given) as path:
        for found in read_warc(path):
            if isinstance(found, Damaged):
                where = f"record {found.number} (byte {found.offset}{', ' + found.url if found.url else ''})"
                yield given.unreadable(because("read.damaged", why=found.reason), found.length, where)
            elif (kind := _kind(found)) is not None:
                where = f"record {found.number} (byte {found.offset}, {found.url})"
                if not found.body.strip():
                    yield given.unreadable(because("read.no_body"), found.length, where)
                    continue
                cut = () if found.truncated is None else (f"cut off by the crawler: {found.truncated}",)
                yield Load(
                    kind, found.body, found.url, given.source, given.path, len(found.body), given.item(where),
                    url=found.url, published=given.published, charset=charset_of(found), fetched=found.fetched,
                    notes=(f"stored: {found.offset}+{found.length}", *cut),
                )  # fmt: skip


@contextlib.contextmanager
def _on_disk(given: Given) -> Iterator[Path]:
    """The file itself; a member of an archive is put beside first, since damage is stepped over by seeking."""
    if given.member is None:
        yield Path(given.path)
        return
    with tempfile.TemporaryDirectory(prefix="danvan-") as folder:
        path = Path(folder) / "member.warc"
        with given.open() as source, path.open("wb") as target:
            shutil.copyfileobj(source, target, 1024 * 1024)
        yield path


def _kind(capture: Capture) -> Kind | None:
    """How the answer is read; None where it holds no article."""
    if not 200 <= capture.status < 300 or capture.status == 206:
        return None
    name = capture.content_type
    if name in _PAGES:
        return "page"
    document = _document(name, capture.url)
    if document is not None and capture.body.lstrip().startswith(_MAGIC[document]):
        return document
    if name not in {"", "text/plain"} or _NO_ARTICLE.search(urlsplit(capture.url).path):
        return None
    if name == "" and b"\0" in capture.body[:1000]:
        return None
    return "text"


def _document(content_type: str, url: str) -> Kind | None:
    """The kind of a report by what its server calls it, else by the end of its address."""
    if content_type in _NAMELESS:
        return _BY_NAME.get(PurePosixPath(urlsplit(url).path.lower()).suffix)
    return _DOCUMENTS.get(content_type)


def read_raw_store(folder: Path, published: str | None = None) -> Iterator[Loaded]:
    """The pages of the raw store in this folder, by its index, none of them opened yet. Raises StoreError."""
    with contextlib.closing(open_index(folder)) as con:
        for page in stored_pages(con):
            if page.kind in ARTICLES:
                yield load_of(folder, page, published)


def load_of(folder: Path, page: StoredPage, published: str | None) -> Load:
    """The page as it lies in the raw store in `folder`, not opened yet."""
    path = str(folder / page.file)
    charset = _CHARSET.search(page.content_type or "")
    kind = _document((page.content_type or "").partition(";")[0].strip().lower(), page.url) or "page"
    return Load(
        kind, Kept(path, page.offset, page.length, page.sha256), page.url, page.site, path, page.length,
        f"byte {page.offset}, {page.url}", url=page.url, published=published,
        charset=charset[1] if charset else None, link_text=page.link_text or None, fetched=page.fetched,
        notes=(f"stored: {page.file} {page.offset}+{page.length}",),
    )  # fmt: skip
