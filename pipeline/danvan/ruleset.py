"""Finds, layers, checks and compiles the rules. The only reader of `rules/`; README.md there tells the formats.

Layers: the shipped rules, then each folder given by the user, in order. TOML entries merge by `id`, CSV rows by the
key columns of their table; `disabled = true` (or a column `disabled` with 1) removes one.
"""

from __future__ import annotations

import csv
import functools
import hashlib
import io
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

import regex

from danvan.errors import RuleError

PATTERN_FILES = (
    "dates",
    "numbers",
    "money",
    "figures",
    "models",
    "places",
    "officials",
    "cues",
    "layout",
    "relevance",
    "audit",
)
"""Files of `[[rule]]` entries; `define.toml` holds fragments that all of them may use."""

TABLES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # name: (key columns, further columns)
    "titles": (("form",), ("canonical", "level", "body", "example", "source")),
    "bodies": (("form",), ("canonical", "level", "example", "source")),
    "honorifics": (("form",), ("canonical", "official", "example", "source")),
    "surnames": (("form",), ("example", "source")),
    "measures": (("form",), ("canonical", "class", "example", "source")),
    "unit_words": (("form",), ("kind", "level", "role", "example", "source")),
    "deeds": (("form",), ("plain", "example", "source")),
    "doers": (("form",), ("plain", "example", "source")),
    "prices": (("form",), ("least", "low", "high", "most", "example", "source")),
    "confidence": (("kind", "rule", "rating"), ("confidence", "records")),
    "gazetteer/units": (
        ("code", "valid_from"),
        ("level", "kind", "name", "parent_code", "valid_to", "open_start", "source", "lat", "lon"),
    ),
    "gazetteer/aliases": (("code", "alias"), ("why", "of")),
    "gazetteer/successions": (("predecessor_code", "successor_code", "date"), ("how", "certain")),
    **{f"encodings/{name}": (("code",), ("letter",)) for name in ("tcvn3", "vni", "viscii", "vps")},
    "encodings/charsets": (("charset",), ("encoding",)),
    "encodings/fonts": (("prefix",), ("encoding", "capitals", "example", "capital_example")),
}
_CASED = regex.compile(r"\\p\{\^?L[ut]|\\p\{\^|\\P|\[:\^?\w+:\]|\(\?-?[a-z]{1,3}[:)-]|\\[NQ]")
_PIECE = regex.compile(r"(?s)\\p\{\w+\}|\\g<\w+>|\\.|\(\?P[<=>&]\w+|.")
_RULE_KEYS = {"id", "pattern", "words", "gives", "needs", "source", "examples", "never", "disabled"}
_TIMEOUT_S = 2.0
"""No rule may think longer about one text; patterns bound their quantifiers, this is the last guard (stack.md A3)."""


@dataclass(frozen=True)
class Rule:
    """One entry of a pattern file, compiled. `gives` holds the values that a match sets (`status = "built"`).

    `needs`: lower-case strings of which the text must hold one before the pattern is tried. `examples` are texts with
    "[…]" around each expected match, `never` texts in which the rule finds nothing. `guarded`: a layer
    lies over the shipped rules, so that nobody has proved yet that this one ends.
    """

    id: str
    file: str
    origin: str
    regex: Any
    gives: Mapping[str, Any]
    needs: tuple[str, ...]
    source: str
    examples: tuple[Mapping[str, Any], ...]
    never: tuple[str, ...]
    guarded: bool = False

    @functools.cached_property
    def groups(self) -> tuple[str, ...]:
        """The names of the pattern's groups."""
        return tuple(self.regex.groupindex)

    @functools.cached_property
    def lower(self) -> Any:
        """The same pattern for the view in lower case, None where case matters: ignoring case takes twice as long."""
        source = lower_pattern(self.regex.pattern)
        return None if source is None else regex.compile(source, regex.V1)


@dataclass(frozen=True, slots=True)
class Profile:
    """A file below `sites/` as it stands: `where` names it in messages, `name` is its path below `sites/`."""

    where: str
    name: str
    content: bytes


@dataclass(frozen=True)
class RuleSet:
    """All rules of all layers, merged. `hash` names exactly this set of rules."""

    rules: Mapping[str, tuple[Rule, ...]]
    tables: Mapping[str, tuple[Mapping[str, str], ...]]
    hash: str
    layers: tuple[str, ...]
    profiles: tuple[Profile, ...] = ()
    """The files of `sites/` of every layer in order; sites.py reads them."""
    cache: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """For what others build out of the tables (automata, indexes); keyed by the builder's name."""
    _started: dict[tuple[str, str], tuple[Rule, ...]] = field(default_factory=dict, compare=False, repr=False)
    _named: dict[tuple[str, str], Rule] = field(default_factory=dict, compare=False, repr=False)

    def of(self, file: str) -> tuple[Rule, ...]:
        """The rules of one pattern file, in their order."""
        return self.rules.get(file, ())

    def starting(self, file: str, prefix: str) -> tuple[Rule, ...]:
        """The rules of one file whose id starts with `prefix`."""
        key = file, prefix
        if (found := self._started.get(key)) is None:
            found = self._started[key] = tuple(r for r in self.of(file) if r.id.startswith(prefix))
        return found

    def rule(self, file: str, name: str) -> Rule:
        """The rule of one file with this id. Raises RuleError where a layer has taken out what the code needs."""
        key = file, name
        if (found := self._named.get(key)) is None:
            found = next((r for r in self.of(file) if r.id == name), None)
            if found is None:
                raise RuleError(f"rules/{file}.toml: rule {name!r} is missing; the reader needs it, do not disable it")
            self._named[key] = found
        return found

    def table(self, name: str) -> tuple[Mapping[str, str], ...]:
        """The rows of one table, in their order."""
        return self.tables.get(name, ())


def load_rules(*layers: Path | str, only: tuple[str, ...] = PATTERN_FILES) -> RuleSet:
    """The shipped rules with the given folders laid over them. Cached by the folders' names.

    `only` names the pattern files that are needed: compiling all of them takes two seconds. Raises RuleError for a
    file, key or value that does not belong, naming file, entry and remedy.
    """
    return _load(tuple(str(Path(layer)) for layer in layers), only)


@functools.cache
def _load(layers: tuple[str, ...], only: tuple[str, ...]) -> RuleSet:
    folders: list[tuple[str, Any]] = [("rules", resources.files("danvan.rules"))]
    for layer in layers:
        path = Path(layer)
        if not path.is_dir():
            raise RuleError(f"{layer}: no such folder of rules; give a folder with .toml or .csv files as in rules/")
        folders.append((layer, path))
    digest = hashlib.sha256()
    entries: dict[str, dict[str, tuple[dict[str, Any], str]]] = {name: {} for name in PATTERN_FILES}
    defines: dict[str, dict[str, str]] = {name: {} for name in (*PATTERN_FILES, "define")}
    tables: dict[str, dict[tuple[str, ...], dict[str, str]]] = {name: {} for name in TABLES}
    profiles: list[Profile] = []
    for label, folder in folders:
        for name, content in _files(label, folder):
            digest.update(name.encode() + b"\0" + content)
            where = f"{label}/{name}"
            stem, _, suffix = name.rpartition(".")
            if name.startswith("sites/"):
                profiles.append(Profile(where, name.removeprefix("sites/"), content))
            elif suffix == "toml":
                _merge_toml(where, stem, content, entries, defines)
            else:
                _merge_csv(where, stem, content, tables)
    rows = {name: tuple(table.values()) for name, table in tables.items()}
    rules = {
        name: _compile_file(name, entries[name], {**defines["define"], **defines[name]}, rows, guarded=bool(layers))
        for name in only
    }
    labels = tuple(label for label, _ in folders)
    return RuleSet(rules, rows, digest.hexdigest()[:16], labels, tuple(profiles))


def _files(label: str, folder: Any) -> list[tuple[str, bytes]]:
    """Every rule file of a folder as (name below the folder, bytes), sorted; an unknown file is an error."""
    found = []
    for entry in folder.iterdir():
        if entry.name in {"README.md", "__init__.py", "__pycache__"} or entry.name.startswith("."):
            continue
        if entry.is_dir():
            if entry.name == "sites":
                found += _profiles(entry)
            elif entry.name in {"encodings", "gazetteer"}:
                found += [
                    (f"{entry.name}/{e.name}", e.read_bytes())
                    for e in entry.iterdir()
                    if e.name.endswith((".toml", ".csv"))
                ]
            continue
        stem, _, suffix = entry.name.rpartition(".")
        if (suffix == "toml" and stem in (*PATTERN_FILES, "define")) or (suffix == "csv" and stem in TABLES):
            found.append((entry.name, entry.read_bytes()))
        else:
            raise RuleError(f"{label}/{entry.name}: no such rule file; the names are in rules/README.md")
    return sorted(found)


def _profiles(folder: Any) -> list[tuple[str, bytes]]:
    """The .toml files of `sites/` and of `sites/systems/`."""
    inner = [e for e in folder.iterdir() if e.name == "systems" and e.is_dir()]
    return [
        (f"{path}/{entry.name}", entry.read_bytes())
        for path, place in (("sites", folder), *(("sites/systems", e) for e in inner))
        for entry in place.iterdir()
        if entry.name.endswith(".toml") and not entry.name.startswith(".")
    ]


def _merge_toml(
    where: str,
    stem: str,
    content: bytes,
    entries: dict[str, dict[str, tuple[dict[str, Any], str]]],
    defines: dict[str, dict[str, str]],
) -> None:
    try:
        data = tomllib.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RuleError(f"{where}: not TOML in UTF-8 ({error}); mend the file") from None
    if unknown := set(data) - {"rule", "define"}:
        raise RuleError(f"{where}: unknown key {sorted(unknown)[0]!r}; use [[rule]] and [define]")
    defines[stem].update(data.get("define", {}))
    seen = set()
    for entry in data.get("rule", []):
        name = entry.get("id")
        if not isinstance(name, str) or not name:
            raise RuleError(f"{where}: a rule without an id; give it one")
        if name in seen:
            raise RuleError(f"{where}: rule {name!r} stands twice; rename one")
        seen.add(name)
        if unknown := set(entry) - _RULE_KEYS:
            raise RuleError(
                f"{where}: rule {name!r}: unknown key {sorted(unknown)[0]!r}; the keys are in rules/README.md"
            )
        if entry.get("disabled"):
            if entries[stem].pop(name, None) is None:
                raise RuleError(f"{where}: rule {name!r} is disabled but does not exist; correct the id")
            continue
        entries[stem][name] = (entry, where)


def _merge_csv(where: str, stem: str, content: bytes, tables: dict[str, dict[tuple[str, ...], dict[str, str]]]) -> None:
    if stem not in TABLES:
        raise RuleError(f"{where}: no such table; the names are in rules/README.md")
    key_columns, others = TABLES[stem]
    try:
        reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        rows = list(reader)
    except (UnicodeDecodeError, csv.Error) as error:
        raise RuleError(f"{where}: not CSV in UTF-8 ({error}); mend the file") from None
    columns = set(reader.fieldnames or ())
    if missing := set(key_columns) - columns:
        raise RuleError(f"{where}: column {sorted(missing)[0]!r} is missing; the columns are in rules/README.md")
    if unknown := columns - set(key_columns) - set(others) - {"disabled"}:
        raise RuleError(
            f"{where}: unknown column {sorted(str(c) for c in unknown)[0]!r}; the columns are in rules/README.md"
        )
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise RuleError(f"{where}: line {number}: wrong number of columns; quote cells that hold a comma")
        key = tuple(row[c] for c in key_columns)
        if row.pop("disabled", "") in {"1", "true"}:
            if tables[stem].pop(key, None) is None:
                raise RuleError(f"{where}: line {number}: {key} is disabled but does not exist; correct the key")
            continue
        tables[stem][key] = {**dict.fromkeys(others, ""), **row}


def _compile_file(
    file: str,
    entries: Mapping[str, tuple[dict[str, Any], str]],
    defines: Mapping[str, str],
    tables: Mapping[str, Any],
    *,
    guarded: bool,
) -> tuple[Rule, ...]:
    return tuple(_compile(file, entry, where, defines, tables, guarded=guarded) for entry, where in entries.values())


def _compile(
    file: str,
    entry: Mapping[str, Any],
    where: str,
    defines: Mapping[str, str],
    tables: Mapping[str, Any],
    *,
    guarded: bool,
) -> Rule:
    name = entry["id"]
    if ("pattern" in entry) == ("words" in entry):
        raise RuleError(f"{where}: rule {name!r}: give either pattern or words")
    if not entry.get("examples"):
        raise RuleError(f"{where}: rule {name!r}: no examples; give at least one text with the match in [brackets]")
    source = entry["pattern"] if "pattern" in entry else words_pattern(entry["words"])
    try:
        compiled = regex.compile(_expand(source, defines, tables, f"{where}: rule {name!r}"), regex.V1)
    except regex.error as error:
        raise RuleError(f"{where}: rule {name!r}: {error}; mend the pattern") from None
    examples = tuple(e if isinstance(e, Mapping) else {"text": e} for e in entry["examples"])
    needs = entry.get("needs", ())
    if isinstance(needs, str) or any(n != n.lower() for n in needs):
        raise RuleError(f"{where}: rule {name!r}: needs is a list of lower-case strings")
    return Rule(
        name,
        file,
        where,
        compiled,
        entry.get("gives", {}),
        tuple(needs),
        entry.get("source", ""),
        examples,
        tuple(entry.get("never", ())),
        guarded,
    )


def lower_pattern(source: str) -> str | None:
    """A pattern "(?i)…" as it matches on lower case the same characters; None where case matters in it."""
    flags = next((f for f in ("(?i)", "(?im)") if source.startswith(f)), None)
    if flags is None or _CASED.search(source, len(flags)):
        return None
    return flags.replace("i", "").replace("(?)", "") + in_lower_case(source.removeprefix(flags))


def in_lower_case(source: str) -> str:
    """A pattern with its letters in lower case; classes and names of groups stay."""
    pieces = _PIECE.findall(source)
    return "".join(piece if piece.startswith(("\\", "(?P")) else piece.lower() for piece in pieces)


def words_pattern(words: Iterable[str]) -> str:
    """A pattern for any of these phrases, longest first, in any case, blanks of any width, whole words only."""
    tree: dict[str, Any] = {}
    for phrase in words:
        node = tree
        for char in " ".join(phrase.split()):
            node = node.setdefault(char, {})
        node[""] = {}
    return r"(?i)(?<![\w])" + _branches(tree) + r"(?![\w])"


def _branches(tree: Mapping[str, Any]) -> str:
    """The phrases as a tree of shared beginnings: ten times as fast as trying one after the other."""
    ways = [(r"\s{1,3}" if c == " " else regex.escape(c)) + _branches(after) for c, after in tree.items() if c]
    if not ways:
        return ""
    if len(ways) == 1 and "" not in tree:
        return ways[0]
    return "(?:" + "|".join(ways) + ")" + ("?" if "" in tree else "")


def _phrase(words: str) -> str:
    return r"\s{1,3}".join(regex.escape(w) for w in words.split())


def _expand(source: str, defines: Mapping[str, str], tables: Mapping[str, Any], where: str) -> str:
    """`{{name}}` is a fragment of [define]; `{{table.column}}` the alternation of a column, longest first."""

    def replace(match: Any) -> str:
        name = match.group(1)
        if name in defines:
            return "(?:" + _expand(defines[name], defines, tables, where) + ")"
        table, _, column = name.rpartition(".")
        if table in tables:
            forms = sorted({row[column] for row in tables[table] if row.get(column)}, key=lambda w: (-len(w), w))
            return "(?:" + "|".join(_phrase(f) for f in forms) + ")"
        raise RuleError(f"{where}: no fragment {{{{{name}}}}}; add it to [define]")

    return str(regex.sub(r"\{\{([\w./]+)\}\}", replace, source))


TIMEOUT_S = _TIMEOUT_S
