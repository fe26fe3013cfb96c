"""Every exception of the package.

```text
DanvanError           what, where, what to do: one line, fit for a reader
├── UsageError        a wrong argument: unknown name, path that is not there, date that is none (exit code 2)
├── ReadError         an input that cannot be read; it goes to quarantine with this reason
├── RuleError         a rule file that is wrong: names file, rule and remedy
└── StoreError        a database that is missing, locked or of another version
```

Odd *articles* are not errors: they give fewer records, or a row in quarantine.
"""

from typing import Any


class DanvanError(Exception):
    """Base of all. `str(error)` is one line: what, where, what to do."""


class UsageError(DanvanError):
    """The call itself is wrong: an unknown option value, a path that is not there, a date that is none."""


class ReadError(DanvanError):
    """An input cannot be read as an article. Its one argument is a Reason (reasons.py)."""

    @property
    def reason(self) -> Any:
        return self.args[0]


class RuleError(DanvanError):
    """A rule file is wrong: file, rule, what is the matter, what to do."""


class StoreError(DanvanError):
    """A database is missing, held by another process, or written by another version."""
