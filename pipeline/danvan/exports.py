"""Tables and records as they leave the house: without the names of people who hold no public post.

Names are replaced by marks of the same length, so that every offset stays what it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from danvan.privacy import Names
from danvan.records import ArticleRecord
from danvan.rows import Rows
from danvan.store.forgotten import hider, marked, rewritten

_TEXTS = {
    "text", "sentence", "title", "evidence", "message_vi", "message_en", "stated", "said", "changes", "extracted",
    "purpose", "models.name",
}  # fmt: skip
"""Columns in which a name can stand, with their table where only one is meant."""


def without_names(rows: Rows, names: Names) -> Rows:
    """The rows of a table without such names: marks in texts, no owner, no raw page."""
    table = rows.subject.rpartition(".")[2]
    article = rows.names.index("article") if "article" in rows.names else None
    if article is None and table == "articles":
        article = rows.names.index("id")
    texts = [at for at, name in enumerate(rows.names) if {name, f"{table}.{name}"} & _TEXTS and table != "positions"]
    posts = [at for at, name in enumerate(rows.names) if table == "positions" and name in {"text", "sentence"}]
    others = {name: at for at, name in enumerate(rows.names) if name in {"owner", "raw", "spans"}}

    def clean() -> Iterator[Sequence[Any]]:
        for row in rows:
            cells = list(row)
            of = None if article is None else cells[article]
            for at in (*texts, *posts):
                if isinstance(cells[at], str):
                    cells[at] = blanked(cells[at], names, of)
            if "owner" in others:
                cells[others["owner"]] = names.owner(cells[others["owner"]], of)
            if "raw" in others:
                cells[others["raw"]] = None
            if "spans" in others:
                cells[others["spans"]] = [
                    {**s, "text": blanked(s["text"], names, s["article"])} for s in cells[others["spans"]]
                ]
            yield cells

    return Rows(rows.columns, clean(), rows.brief, rows.subject)


def record_without_names(record: ArticleRecord, names: Names) -> ArticleRecord:
    """The record without such names; its spans still prove its text."""
    article = record.article
    text = marked(article.text, names.spans(article.text, article.id))
    hide = hider(article.text, text, lambda s: blanked(s, names, article.id))
    kept = record.model_dump(mode="json")
    clean: dict[str, Any] = {**rewritten({k: kept[k] for k in ("article", "money", "models")}, text, hide)}
    plain = rewritten({k: kept[k] for k in ("dates", "officials", "places", "figures")}, text, lambda s: s)
    for model, own in zip(clean["models"], record.models, strict=True):
        model["owner"] = names.owner(own.owner, article.id)
    clean["article"] |= {"text": text, "author": article.author}
    return ArticleRecord.model_validate({**kept, **plain, **clean})


def blanked(text: str, names: Names, article: str | None) -> str:
    """The text with marks for such names, of the same length."""
    return marked(text, names.spans(text, article))
