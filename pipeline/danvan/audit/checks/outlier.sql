/*
severity = "note"

[title]
en = "An amount for each that stands far from the usual"
vi = "Mức cho mỗi đơn vị khác xa mức thường thấy"

[message]
en = "{arithmetic} for each ({unit}); half of {articles} articles give {low} - {high}"
vi = "{arithmetic} cho mỗi đơn vị ({unit}); một nửa trong {articles} bài ghi {low} - {high}"

[settle]
en = "what the sum includes, or a digit too many or too few"
vi = "khoản tiền gồm những gì, hoặc thừa thiếu một chữ số"

[[case]]
says = "a gift a hundred times the usual"
expect = ["agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "differs"]
figures = [
  { article = "g0", value = 10, measure = "phần quà", unit = "phần quà" },
  { article = "g1", value = 11, measure = "phần quà", unit = "phần quà" },
  { article = "g2", value = 12, measure = "phần quà", unit = "phần quà" },
  { article = "g3", value = 13, measure = "phần quà", unit = "phần quà" },
  { article = "g4", value = 14, measure = "phần quà", unit = "phần quà" },
  { article = "g5", value = 15, measure = "phần quà", unit = "phần quà" },
  { article = "g6", value = 16, measure = "phần quà", unit = "phần quà" },
  { article = "g7", value = 17, measure = "phần quà", unit = "phần quà" },
  { article = "g8", value = 18, measure = "phần quà", unit = "phần quà" },
  { article = "g9", value = 19, measure = "phần quà", unit = "phần quà" },
  { article = "g10", value = 20, measure = "phần quà", unit = "phần quà" },
  { article = "g11", value = 21, measure = "phần quà", unit = "phần quà" },
  { article = "g12", value = 22, measure = "phần quà", unit = "phần quà" },
  { article = "g13", value = 23, measure = "phần quà", unit = "phần quà" },
  { article = "g14", value = 24, measure = "phần quà", unit = "phần quà" },
  { article = "g15", value = 25, measure = "phần quà", unit = "phần quà" },
  { article = "g16", value = 26, measure = "phần quà", unit = "phần quà" },
  { article = "g17", value = 27, measure = "phần quà", unit = "phần quà" },
  { article = "g18", value = 28, measure = "phần quà", unit = "phần quà" },
  { article = "g19", value = 29, measure = "phần quà", unit = "phần quà" },
  { article = "x", value = 40, measure = "phần quà", unit = "phần quà" },
]
money = [
  { article = "g0", amount = 200000, basis = "each", items = 0 },
  { article = "g1", amount = 250000, basis = "each", items = 0 },
  { article = "g2", amount = 300000, basis = "each", items = 0 },
  { article = "g3", amount = 300000, basis = "each", items = 0 },
  { article = "g4", amount = 300000, basis = "each", items = 0 },
  { article = "g5", amount = 350000, basis = "each", items = 0 },
  { article = "g6", amount = 400000, basis = "each", items = 0 },
  { article = "g7", amount = 400000, basis = "each", items = 0 },
  { article = "g8", amount = 500000, basis = "each", items = 0 },
  { article = "g9", amount = 500000, basis = "each", items = 0 },
  { article = "g10", amount = 300000, basis = "each", items = 0 },
  { article = "g11", amount = 300000, basis = "each", items = 0 },
  { article = "g12", amount = 250000, basis = "each", items = 0 },
  { article = "g13", amount = 300000, basis = "each", items = 0 },
  { article = "g14", amount = 400000, basis = "each", items = 0 },
  { article = "g15", amount = 500000, basis = "each", items = 0 },
  { article = "g16", amount = 300000, basis = "each", items = 0 },
  { article = "g17", amount = 200000, basis = "each", items = 0 },
  { article = "g18", amount = 300000, basis = "each", items = 0 },
  { article = "g19", amount = 400000, basis = "each", items = 0 },
  { article = "x", amount = 30000000, basis = "each", items = 0 },
]

[[case]]
says = "a total that makes very small gifts"
expect = ["agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "differs"]
figures = [
  { article = "g0", value = 10, measure = "phần quà", unit = "phần quà" },
  { article = "g1", value = 11, measure = "phần quà", unit = "phần quà" },
  { article = "g2", value = 12, measure = "phần quà", unit = "phần quà" },
  { article = "g3", value = 13, measure = "phần quà", unit = "phần quà" },
  { article = "g4", value = 14, measure = "phần quà", unit = "phần quà" },
  { article = "g5", value = 15, measure = "phần quà", unit = "phần quà" },
  { article = "g6", value = 16, measure = "phần quà", unit = "phần quà" },
  { article = "g7", value = 17, measure = "phần quà", unit = "phần quà" },
  { article = "g8", value = 18, measure = "phần quà", unit = "phần quà" },
  { article = "g9", value = 19, measure = "phần quà", unit = "phần quà" },
  { article = "g10", value = 20, measure = "phần quà", unit = "phần quà" },
  { article = "g11", value = 21, measure = "phần quà", unit = "phần quà" },
  { article = "g12", value = 22, measure = "phần quà", unit = "phần quà" },
  { article = "g13", value = 23, measure = "phần quà", unit = "phần quà" },
  { article = "g14", value = 24, measure = "phần quà", unit = "phần quà" },
  { article = "g15", value = 25, measure = "phần quà", unit = "phần quà" },
  { article = "g16", value = 26, measure = "phần quà", unit = "phần quà" },
  { article = "g17", value = 27, measure = "phần quà", unit = "phần quà" },
  { article = "g18", value = 28, measure = "phần quà", unit = "phần quà" },
  { article = "g19", value = 29, measure = "phần quà", unit = "phần quà" },
  { article = "x", value = 400, measure = "phần quà", unit = "phần quà" },
]
money = [
  { article = "g0", amount = 200000, basis = "each", items = 0 },
  { article = "g1", amount = 250000, basis = "each", items = 0 },
  { article = "g2", amount = 300000, basis = "each", items = 0 },
  { article = "g3", amount = 300000, basis = "each", items = 0 },
  { article = "g4", amount = 300000, basis = "each", items = 0 },
  { article = "g5", amount = 350000, basis = "each", items = 0 },
  { article = "g6", amount = 400000, basis = "each", items = 0 },
  { article = "g7", amount = 400000, basis = "each", items = 0 },
  { article = "g8", amount = 500000, basis = "each", items = 0 },
  { article = "g9", amount = 500000, basis = "each", items = 0 },
  { article = "g10", amount = 300000, basis = "each", items = 0 },
  { article = "g11", amount = 300000, basis = "each", items = 0 },
  { article = "g12", amount = 250000, basis = "each", items = 0 },
  { article = "g13", amount = 300000, basis = "each", items = 0 },
  { article = "g14", amount = 400000, basis = "each", items = 0 },
  { article = "g15", amount = 500000, basis = "each", items = 0 },
  { article = "g16", amount = 300000, basis = "each", items = 0 },
  { article = "g17", amount = 200000, basis = "each", items = 0 },
  { article = "g18", amount = 300000, basis = "each", items = 0 },
  { article = "g19", amount = 400000, basis = "each", items = 0 },
  { article = "x", amount = 1200000, basis = "total", items = 0 },
]

[[case]]
says = "a dear gift within reason"
expect = ["agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees", "agrees"]
figures = [
  { article = "g0", value = 10, measure = "phần quà", unit = "phần quà" },
  { article = "g1", value = 11, measure = "phần quà", unit = "phần quà" },
  { article = "g2", value = 12, measure = "phần quà", unit = "phần quà" },
  { article = "g3", value = 13, measure = "phần quà", unit = "phần quà" },
  { article = "g4", value = 14, measure = "phần quà", unit = "phần quà" },
  { article = "g5", value = 15, measure = "phần quà", unit = "phần quà" },
  { article = "g6", value = 16, measure = "phần quà", unit = "phần quà" },
  { article = "g7", value = 17, measure = "phần quà", unit = "phần quà" },
  { article = "g8", value = 18, measure = "phần quà", unit = "phần quà" },
  { article = "g9", value = 19, measure = "phần quà", unit = "phần quà" },
  { article = "g10", value = 20, measure = "phần quà", unit = "phần quà" },
  { article = "g11", value = 21, measure = "phần quà", unit = "phần quà" },
  { article = "g12", value = 22, measure = "phần quà", unit = "phần quà" },
  { article = "g13", value = 23, measure = "phần quà", unit = "phần quà" },
  { article = "g14", value = 24, measure = "phần quà", unit = "phần quà" },
  { article = "g15", value = 25, measure = "phần quà", unit = "phần quà" },
  { article = "g16", value = 26, measure = "phần quà", unit = "phần quà" },
  { article = "g17", value = 27, measure = "phần quà", unit = "phần quà" },
  { article = "g18", value = 28, measure = "phần quà", unit = "phần quà" },
  { article = "g19", value = 29, measure = "phần quà", unit = "phần quà" },
  { article = "x", value = 40, measure = "phần quà", unit = "phần quà" },
]
money = [
  { article = "g0", amount = 200000, basis = "each", items = 0 },
  { article = "g1", amount = 250000, basis = "each", items = 0 },
  { article = "g2", amount = 300000, basis = "each", items = 0 },
  { article = "g3", amount = 300000, basis = "each", items = 0 },
  { article = "g4", amount = 300000, basis = "each", items = 0 },
  { article = "g5", amount = 350000, basis = "each", items = 0 },
  { article = "g6", amount = 400000, basis = "each", items = 0 },
  { article = "g7", amount = 400000, basis = "each", items = 0 },
  { article = "g8", amount = 500000, basis = "each", items = 0 },
  { article = "g9", amount = 500000, basis = "each", items = 0 },
  { article = "g10", amount = 300000, basis = "each", items = 0 },
  { article = "g11", amount = 300000, basis = "each", items = 0 },
  { article = "g12", amount = 250000, basis = "each", items = 0 },
  { article = "g13", amount = 300000, basis = "each", items = 0 },
  { article = "g14", amount = 400000, basis = "each", items = 0 },
  { article = "g15", amount = 500000, basis = "each", items = 0 },
  { article = "g16", amount = 300000, basis = "each", items = 0 },
  { article = "g17", amount = 200000, basis = "each", items = 0 },
  { article = "g18", amount = 300000, basis = "each", items = 0 },
  { article = "g19", amount = 400000, basis = "each", items = 0 },
  { article = "x", amount = 1000000, basis = "each", items = 0 },
]

[[case]]
says = "models and roads have no usual price"
expect = []
figures = [{ value = 5 }]
money = [{ amount = 20000000, basis = "each", items = 0 }]

[[case]]
says = "money in another currency, or in no relation to what is counted"
expect = []
figures = [{ value = 40, measure = "phần quà" }]
money = [{ amount = 2000, currency = "USD", basis = "total", items = 0 }, { amount = 5000000, basis = "total" }]

[[case]]
says = "too few articles to know what is usual"
expect = ["unclear", "unclear"]
figures = [{ article = "a", value = 40, measure = "phần quà" }, { article = "b", value = 30, measure = "phần quà" }]
money = [
  { article = "a", amount = 300000, basis = "each", items = 0 }, { article = "b", amount = 30000000, basis = "each", items = 0 },
]

[[case]]
says = "two kinds of gifts in one article, one a hundred times the other"
expect = ["differs", "unclear"]
figures = [{ value = 15, measure = "phần quà" }, { value = 120, measure = "phần quà" }]
money = [{ amount = 30000000, basis = "each", items = 0 }, { amount = 300000, basis = "each", items = 1 }]
*/
WITH priced AS (
    SELECT m.article, f.measure, f.unit, m.basis, m.amount, f.value,
        CASE m.basis WHEN 'each' THEN sqrt(CAST(m.amount AS DOUBLE) * coalesce(m.high, m.amount)) ELSE m.amount / f.value END AS each,
        m.span, f.span AS items_span, coalesce(k.canonical, m.article) AS content, least(m.confidence, f.confidence) AS confidence
    FROM sums m
    JOIN claims f ON f.article = m.article AND f.nr = m.items
    LEFT JOIN copies k ON k.article = m.article
    WHERE m.currency = 'VND' AND m.amount > 0 AND f.value > 0 AND m.basis IN ('each', 'total')
        AND f.measure IN ('phần quà', 'nhà', 'hộ') AND f.high IS NULL AND NOT f.is_rate
        AND k.article IS NULL
),
middles AS (
    SELECT measure, median(log10(each)) AS middle, count(DISTINCT content) AS articles,
        quantile_cont(each, 0.25) AS low, quantile_cont(each, 0.75) AS high
    FROM priced WHERE confidence >= 0.6
    GROUP BY measure
),
-- Spread by the median of the distances; never under a quarter up or down, or equal gifts would make all others odd.
spreads AS (
    SELECT measure, greatest(1.4826 * median(abs(log10(each) - middle)), 0.1) AS spread
    FROM priced JOIN middles USING (measure) WHERE confidence >= 0.6
    GROUP BY measure
),
judged AS (
    -- Fifty times what the same article gives for each of the same kind is far, however few articles there are.
    SELECT *, is_far_here OR abs(log10(each) - middle) > greatest(4.5 * spread, 1) AS is_far,
        CASE WHEN confidence < 0.6 THEN 'doubtful_reading' WHEN articles < 20 AND NOT is_far_here THEN 'few_articles' END AS reason
    FROM (
        SELECT *, basis = 'each' AND each >= 50 * min(each) FILTER (basis = 'each' AND confidence >= 0.6)
            OVER (PARTITION BY article, measure) AS is_far_here
        FROM priced
    ) JOIN middles USING (measure) JOIN spreads USING (measure)
)
SELECT CASE WHEN reason IS NOT NULL THEN 'unclear' WHEN is_far THEN 'differs' ELSE 'agrees' END AS outcome,
    reason,
    concat_ws('|', article, span."start") AS key,
    [span, items_span] AS spans,
    number_in_words(round(each)) AS stated,
    number_in_words(round(pow(10, middle))) AS computed,
    CASE basis WHEN 'each' THEN number_in_words(round(each))
        ELSE number_in_words(amount) || ' : ' || number_in_words(value) || ' = ' || number_in_words(round(each)) END AS arithmetic,
    unit, articles, number_in_words(round(low)) AS low, number_in_words(round(high)) AS high
FROM judged
