-- title: Sums of money by what they paid for
-- title.vi: Số tiền theo mục đích
-- parameter: purpose VARCHAR | purposes that hold these words | mục đích có chứa các chữ này
-- parameter: province VARCHAR | only this province | chỉ tỉnh này
-- parameter: year INTEGER | only sums whose period, or else publication, is in this year | chỉ khoản tiền của năm này
-- column: purpose | words that say what it paid for; null where the text does not
-- column: currency | VND, USD ...
-- column: basis | total, each, or null where it could be either; sums for each are never added up
-- column: sums | how many sums, one told by several articles counted once
-- column: total | the totals added up; null for sums for each
-- column: smallest | smallest sum
-- column: largest | largest sum
-- column: articles | how many articles tell of it
-- column: article | id of the article of the largest sum
-- column: evidence | its sentence
-- brief: purpose, currency, basis, sums, total, smallest, largest, evidence
WITH told AS (
    SELECT m.*, coalesce(m.period_end, a.published_on) AS day
    FROM money m JOIN articles a ON a.id = m.article
    WHERE ($purpose IS NULL OR contains(lower(m.purpose), lower($purpose)))
        AND ($province IS NULL OR lower(m.province) = lower($province))
        AND ($year IS NULL OR year(coalesce(m.period_end, a.published_on)) = CAST($year AS INTEGER))
),
sums AS (
    -- One sum for one purpose, place and year is one fact, however many articles tell it.
    SELECT lower(purpose) AS key, min(purpose) AS purpose, currency, basis, amount, place_code, year(day) AS year,
        min(article) AS article, arg_min(sentence, article) AS sentence, list(DISTINCT article) AS articles
    FROM told GROUP BY ALL
)
SELECT min(purpose) AS purpose, currency, basis, CAST(count(*) AS INTEGER) AS sums,
    CASE WHEN basis = 'total' THEN sum(amount) END AS total,
    min(amount) AS smallest, max(amount) AS largest,
    CAST(len(list_distinct(flatten(list(articles)))) AS INTEGER) AS articles,
    arg_max(article, amount) AS article, arg_max(sentence, amount) AS evidence
FROM sums
GROUP BY key, currency, basis
ORDER BY currency <> 'VND', currency, coalesce(total, largest) DESC, purpose, basis
