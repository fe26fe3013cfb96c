-- Which articles say what another one says. Two articles are of one content where their texts are equal, or where the
-- sentences that hold facts are the same for at least four fifths of the shorter one and 300 characters; where a short body
-- tells fewer facts, three fifths of its paragraphs and 240 characters of them must be the same too. A lead, byline, date or
-- caption of its own does not matter; a changed number does: its sentence is another one then.
INSERT INTO copies
WITH RECURSIVE told AS (
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
same AS (
    SELECT a.id AS one, b.id AS other, 1.0 AS share
    FROM articles a JOIN articles b ON a.body_hash = b.body_hash AND a.id < b.id
),
pairs AS (
    SELECT one, other, max(share) AS share FROM (FROM near UNION ALL FROM same) GROUP BY ALL
),
edges AS (SELECT one, other, share FROM pairs UNION ALL SELECT other, one, share FROM pairs),
ranked AS (SELECT id, row_number() OVER (ORDER BY published_on NULLS LAST, id) AS rank FROM articles),
reached AS (
    SELECT one AS article, one AS seen FROM edges
    UNION
    SELECT r.article, e.other FROM reached r JOIN edges e ON e.one = r.seen
),
firsts AS (
    SELECT r.article, arg_min(r.seen, k.rank) AS canonical
    FROM reached r JOIN ranked k ON k.id = r.seen GROUP BY r.article
)
SELECT f.article, f.canonical, (SELECT least(1.0, max(e.share)) FROM edges e WHERE e.one = f.article)
FROM firsts f WHERE f.article <> f.canonical;
