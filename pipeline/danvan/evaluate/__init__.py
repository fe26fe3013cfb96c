"""Records against gold: what was found, missed and invented, kind by kind, and how sure these numbers are.

Gold is one JSON file an article, named after it (`gold/<stem>.json`). A gold fact may bear `alt` (further right
values, a list for each key); one with `repeat` or `optional` is neither missed nor wrong. A fact that is found again
elsewhere in the text counts neither for nor against; a second record over the same characters is wrong. Names are
compared in folded form: case, tone placement and the usual abbreviations do not matter. Percentages, averages and
spans of time counted from the day of publication are not annotated and not judged.

wording (when are two names the same) > gold (reading it) · where (places in files) > tallies > pairs > judge (one
article) · extents (its spans) > score (a folder) > intervals · calibration · comparison > report (rows to print)
"""

from danvan.evaluate.gold import Gold, accepts, stem_of
from danvan.evaluate.score import Score, score_folder
from danvan.evaluate.tallies import ROWS, SPAN_ROWS, Fault, Tally, Verdict
from danvan.evaluate.wording import fold, post_words, spell_out

__all__ = [
    "ROWS", "SPAN_ROWS", "Fault", "Gold", "Score", "Tally", "Verdict", "accepts", "fold", "post_words", "score_folder",
    "spell_out", "stem_of",
]  # fmt: skip
