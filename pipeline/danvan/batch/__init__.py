"""Many inputs: read, extract, load or quarantine. One article that fails goes to quarantine, the others go on.

An input goes from run.py through pipeline.py (what is known already) to attempt.py, in workers.py where there are
several processes, and back into the database by writing.py.
"""

from danvan.batch.pipeline import extract_all
from danvan.batch.recorded import read_records
from danvan.batch.run import Batch, Plan, load
from danvan.batch.task import Extracted, Outcome, Unchanged, code_hash, input_hash

__all__ = [
    "Batch",
    "Extracted",
    "Outcome",
    "Plan",
    "Unchanged",
    "code_hash",
    "extract_all",
    "input_hash",
    "load",
    "read_records",
]
