-- title: Sums of money by place, year and purpose; totals and sums for each never mixed
-- title.vi: Số tiền theo địa bàn, năm và mục đích; tổng và từng suất không lẫn nhau
-- parameter: purpose VARCHAR | purposes that hold these words | mục đích có chứa các chữ này
-- parameter: province VARCHAR | only this province | chỉ tỉnh này
-- parameter: district VARCHAR | only this district | chỉ huyện này
-- parameter: year INTEGER | only this year | chỉ năm này
-- column: level | level of the place
-- column: province | its province
-- column: district | its district
-- column: commune | its commune
-- column: year | year of the period, else of publication
-- column: purpose | words that say what it paid for; null where the text does not
-- column: currency | VND, USD ...
-- column: basis | total, each, or null where it could be either; sums for each are never added up
-- column: sums | how many different sums; one that several articles tell is counted once
-- column: total | the totals added up; null for sums for each
-- column: smallest | smallest sum
-- column: largest | largest sum
-- column: article | id of the article of the largest sum
-- column: evidence | its sentence
-- brief: province, district, commune, year, purpose, currency, basis, sums, total, smallest, largest, evidence
WITH facts AS (
    -- One sum for one purpose, place and year is one fact, however many articles tell it.
    SELECT m.place_level AS level, m.province, m.district, m.commune, m.place_code,
        year(coalesce(m.period_end, a.published_on)) AS year, lower(m.purpose) AS key, min(m.purpose) AS purpose,
        m.currency, m.basis, m.amount, min({'article': m.article, 'sentence': m.sentence}) AS told
    FROM money m JOIN articles a ON a.id = m.article
    WHERE ($purpose IS NULL OR contains(lower(m.purpose), lower($purpose)))
        AND ($province IS NULL OR lower(m.province) = lower($province))
        AND ($district IS NULL OR lower(m.district) = lower($district))
        AND ($year IS NULL OR year(coalesce(m.period_end, a.published_on)) = CAST($year AS INTEGER))
        AND NOT EXISTS (SELECT 1 FROM repeated r WHERE r.kind = 'money' AND r.article = m.article AND r.nr = m.nr)
    GROUP BY ALL
)
SELECT level, province, district, commune, year, min(purpose) AS purpose, currency, basis,
    CAST(count(*) AS INTEGER) AS sums, CASE WHEN basis = 'total' THEN sum(amount) END AS total,
    min(amount) AS smallest, max(amount) AS largest, arg_max(told.article, amount) AS article,
    arg_max(told.sentence, amount) AS evidence
FROM facts
GROUP BY level, province, district, commune, year, key, currency, basis
ORDER BY province COLLATE vi NULLS LAST, district COLLATE vi NULLS FIRST, commune COLLATE vi NULLS FIRST, year,
    currency <> 'VND', currency, coalesce(total, largest) DESC, purpose, basis
