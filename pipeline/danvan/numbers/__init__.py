"""Numbers of running text: "30 - 35", "15/17", "6 tỷ 700 triệu", "hai mươi mốt nghìn", "gần 98,5%", with their bounds.

Only what counts something is returned. Codes, days, years, clock times, names with a numeral ("ấp 5", "Covid-19") and
slogans ("5 không, 3 sạch") are left out, and so are vague sums ("hàng trăm", "vài chục"). The forms stand in
`rules/numbers.toml`; these modules know how they join. Source: constructions.md 1.5 to 1.7; rulings 3, 20, 23.
"""

from danvan.numbers.find import bound_before, counted_behind, find_numbers, prove_number
from danvan.numbers.reader import Number
from danvan.numbers.words import names_count, small_count

__all__ = [
    "Number",
    "bound_before",
    "counted_behind",
    "find_numbers",
    "names_count",
    "prove_number",
    "small_count",
]
