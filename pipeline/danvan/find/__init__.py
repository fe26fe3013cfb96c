"""From text to records, one file a kind. Each finder says what stands in the text; `danvan.link` joins it."""
