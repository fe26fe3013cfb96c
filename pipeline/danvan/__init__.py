"""Reads Vietnamese local news on dân vận work into records with character-exact provenance.

```python
import danvan
record = danvan.extract(text, published="2022-11-04", place="huyện Yên Lập")
for record in danvan.extract_files(["corpus/work"]):
    print(record.model_dump_json())
```
Every name below is loaded at its first use: importing the package loads no spaCy, DuckDB or pydantic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from danvan.api import extract, extract_files
    from danvan.components import nlp
    from danvan.errors import DanvanError
    from danvan.records import ArticleRecord
    from danvan.ruleset import load_rules

_HOMES = {
    "ArticleRecord": "danvan.records",
    "DanvanError": "danvan.errors",
    "extract": "danvan.api",
    "extract_files": "danvan.api",
    "load_rules": "danvan.ruleset",
    "nlp": "danvan.components",
}

__all__ = ["ArticleRecord", "DanvanError", "extract", "extract_files", "load_rules", "nlp"]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("danvan")
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'danvan' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
