-- Marks the copies in which a number stands otherwise: one sentence, word for word, with another number of the same unit.
UPDATE copies SET changed = true
WHERE NOT changed AND article IN (
    WITH told AS (
        SELECT article, sentence, lower(unit) AS unit, value, high FROM figures
        UNION ALL
        SELECT article, sentence, currency, amount, high FROM money
    ),
    worded AS (
        SELECT t.*, regexp_replace(sentence, '[0-9]+([.,][0-9]+)*', '#', 'g') AS wording
        FROM told t
        WHERE article IN (SELECT article FROM copies UNION ALL SELECT canonical FROM copies)
    )
    SELECT c.article
    FROM copies c
    JOIN worded o ON o.article = c.article
    JOIN worded f ON f.article = c.canonical AND f.wording = o.wording AND f.sentence <> o.sentence AND f.unit = o.unit
    WHERE NOT EXISTS (
        SELECT 1 FROM worded s
        WHERE s.article = c.canonical AND s.wording = o.wording AND s.unit = o.unit AND s.value = o.value
            AND s.high IS NOT DISTINCT FROM o.high
    )
);
