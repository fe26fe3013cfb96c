"""The lines of a page as parts of an article; thin."""

from __future__ import annotations

import hashlib

from danvan.ruleset import RuleSet
from danvan.text.article import Draft, Part, PartKind
from danvan.text.clean import clean, cut
from danvan.text.view import fold_view


def read_parts(raw: str, rules: RuleSet, *, source: str | None = None, url: str | None = None, title: str | None = None, published: str | None = None) -> Draft:
    """The article that stands in `raw`."""
    cleaned = clean(raw)
    view = fold_view(cleaned.text)
    found: list[tuple[PartKind, int, int]] = []
    at = 0
    stamp = None
    span = None
    ended = False
    for line in view.split("\n"):
        start, at = at, at + len(line) + 1
        text = line.strip(" \t\u00a0•")
        if not text or ended:
            continue
        start += line.index(text)
        end = start + len(text)
        if len(text) < 200:
            if any(m.regex.search(text) for m in rules.starting("layout", "end.")):
                ended = True
                continue
            if any(r.regex.search(text) and not r.regex.sub("", text).strip(" -:|()") for p in ("furniture.", "counter.", "nav.") for r in rules.starting("layout", p)):
                continue
            if any(r.id == "furniture.share" and not "".join(c for c in r.regex.sub("", text) if c.isalnum()) for r in rules.of("layout")):
                continue
            when = next((m for r in rules.starting("layout", "when.") for m in r.regex.finditer(text)), None)
            if when is not None and stamp is None and len(text) < 60 and len(found) < 3:
                clock = rules.starting("layout", "clock.")[0].regex.search(text[: when.start()] + " " * len(when.group()) + text[when.end() :])
                stamp = f"{when['year']}-{int(when['month']):02d}-{int(when['day']):02d}" + (f"T{int(clock['hour']):02d}:{clock['minute']}" if clock else "")
                span = (start + when.start(), start + when.end())
                found.append(("byline", start, end))
                continue
        kind: PartKind = "title" if not found and len(text) < 200 else "body"
        found.append((kind, start, end))
    pieces: list[tuple[int, int]] = []
    parts: list[Part] = []
    where = 0
    shift = {}
    for kind, start, end in found:
        if pieces:
            gap = cleaned.text.index("\n", pieces[-1][1])
            pieces.append((gap, gap + 1))
            where += 1
        pieces.append((start, end))
        shift[start] = where - start
        parts.append(Part(kind, where, where + end - start))
        where += end - start
    text = "".join(cleaned.text[a:b] for a, b in pieces)
    published_span = None
    if span is not None:
        home = max(s for s in shift if s <= span[0])
        published_span = (span[0] + shift[home], span[1] + shift[home])
    return Draft(
        id=hashlib.sha256(f"{url or source or ''}\0{text}".encode()).hexdigest()[:16], text=text, raw=raw, raw_starts=cut(cleaned.starts, pieces),
        parts=tuple(parts), source=source, url=url, title=title or next((text[p.start : p.end] for p in parts if p.kind == "title"), None),
        published=stamp or published, published_span=published_span,
    )
