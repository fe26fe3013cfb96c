"""What stands under the heading of a plan: "III. PHƯƠNG HƯỚNG NĂM 2015", "Năm tới, xã đặt ra:" and its list."""

from __future__ import annotations

from danvan.link.bullets import is_bullet
from danvan.link.cues import cues
from danvan.reading import Reading
from danvan.text.segment import Sentence

_HEADING = 120
"""Characters: a longer line is no heading."""


def planned_sentences(reading: Reading) -> frozenset[int]:
    """Where the sentences begin that stand under the heading of a plan, or in a list that a plan leads to."""
    found: set[int] = set()
    heading = leads = False
    led = run_in = -1
    for index, sentence in enumerate(reading.sentences):
        if _is_heading(reading, index):
            heading = _matches(reading, sentence, "section.plan")
            leads = reading.view[sentence.end - 1] == ":" and _plans(reading, sentence)
            continue
        if (heading or run_in >= 0) and _matches(reading, sentence, "section.over"):
            heading, run_in = False, -1
        bullet = is_bullet(reading, sentence.start, sentence.end)
        # an item may have several sentences: its later ones go with it
        leads = leads and (bullet or sentence.paragraph == led)
        if heading or leads or sentence.paragraph == run_in:
            found.add(sentence.start)
        if sentence.paragraph != led and _is_run_in(reading, sentence):
            run_in = sentence.paragraph
        if reading.view[sentence.end - 1] == ":" and not leads:
            leads = _plans(reading, sentence)
        led = sentence.paragraph
    return frozenset(found)


def _is_run_in(reading: Reading, sentence: Sentence) -> bool:
    """Whether a paragraph begins with the heading of a plan and a colon: "Phương hướng đến cuối nhiệm kỳ: mỗi năm"."""
    plan = reading.match(reading.rules.rule("cues", "status.planned.heading"), sentence.start, sentence.end)
    if plan is not None:
        return True
    colon = reading.view.find(":", sentence.start, min(sentence.end, sentence.start + _HEADING))
    return colon >= 0 and reading.lower.startswith("phương hướng", sentence.start)


def _plans(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence says that what it leads to is to come."""
    return bool(cues(reading, "status.planned", sentence.start, sentence.end))


def _is_heading(reading: Reading, index: int) -> bool:
    """Whether a sentence is a short line of its own without a stop."""
    sentence = reading.sentences[index]
    if sentence.end - sentence.start > _HEADING or reading.view[sentence.end - 1] in ".;,!?":
        return False
    near = reading.sentences[max(0, index - 1) : index] + reading.sentences[index + 1 : index + 2]
    return sentence.part == "body" and all(s.paragraph != sentence.paragraph for s in near)


def _matches(reading: Reading, sentence: Sentence, rule: str) -> bool:
    """Whether a sentence begins with what the rule says."""
    return reading.match(reading.rules.rule("cues", rule), sentence.start, sentence.end) is not None
