-- Which articles say what another one says. Two articles are of one content where their texts are equal, or where the
-- sentences that hold facts are the same for at least four fifths of the shorter one and 300 characters; where a short body
-- tells fewer facts, three fifths of its paragraphs and 240 characters of them must be the same too. A lead, byline, date or
-- caption of its own does not matter; a changed number does: its sentence is another one then. Gives pairs; copies.py
-- brings them together with those that are alike by their words (sketches.py).
WITH told AS (
    SELECT DISTINCT article, hash(sentence) AS sentence, length(sentence) AS size
    FROM (SELECT article, sentence FROM figures UNION ALL SELECT article, sentence FROM money)
    WHERE length(sentence) >= 40
),
sizes AS (SELECT article, sum(size) AS size FROM told GROUP BY article),
-- A sentence that fifty articles have is a form of words, no copy; what remains keeps the join small.
shared AS (SELECT sentence FROM told GROUP BY sentence HAVING count(*) BETWEEN 2 AND 50),
alike AS (
    SELECT a.article AS one, b.article AS other, sum(a.size) AS size, sum(a.size) / least(any_value(s.size), any_value(t.size)) AS share
    FROM told a JOIN told b ON a.sentence = b.sentence AND a.article < b.article
    JOIN sizes s ON s.article = a.article JOIN sizes t ON t.article = b.article
    WHERE a.sentence IN (FROM shared)
    GROUP BY ALL
    HAVING sum(a.size) >= 0.8 * least(any_value(s.size), any_value(t.size))
),
short AS (SELECT one, other FROM alike WHERE size < 300),
paragraphs AS (
    SELECT DISTINCT id AS article, hash(paragraph) AS paragraph, length(paragraph) AS size
    FROM (
        SELECT id, unnest(string_split(text, chr(10))) AS paragraph FROM articles
        WHERE id IN (SELECT one FROM short UNION ALL SELECT other FROM short)
    )
    WHERE length(paragraph) >= 40
),
bodies AS (SELECT article, sum(size) AS size FROM paragraphs GROUP BY article),
reprinted AS (
    SELECT p.one, p.other
    FROM short p
    JOIN paragraphs a ON a.article = p.one
    JOIN paragraphs b ON b.article = p.other AND b.paragraph = a.paragraph
    JOIN bodies s ON s.article = p.one JOIN bodies t ON t.article = p.other
    GROUP BY ALL
    HAVING sum(a.size) >= 240 AND sum(a.size) >= 0.6 * least(any_value(s.size), any_value(t.size))
),
near AS (
    SELECT one, other, share FROM alike LEFT JOIN reprinted r USING (one, other) WHERE size >= 300 OR r.one IS NOT NULL
),
-- Of equal texts each is paired with one of them: a stub that ten thousand pages have makes ten thousand pairs.
same AS (
    SELECT * FROM (SELECT min(id) OVER (PARTITION BY body_hash) AS one, id AS other, 1.0 AS share FROM articles)
    WHERE one <> other
)
SELECT one, other, least(1.0, max(share)) AS share FROM (FROM near UNION ALL FROM same) GROUP BY ALL ORDER BY ALL;
