/*
severity = "note"

[title]
en = "An amount for each that stands far from the usual"
vi = "Mức cho mỗi đơn vị khác xa mức thường thấy"

[message]
en = "{arithmetic} for each ({unit}); {usual_en}"
vi = "{arithmetic} cho mỗi đơn vị ({unit}); {usual_vi}"

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
  { article = "a", amount = 300000, basis = "each", items = 0 }, { article = "b", amount = 3000000, basis = "each", items = 0 },
]

[[case]]
says = "two kinds of gifts in one article, one a hundred times the other"
expect = ["differs", "unclear"]
figures = [{ value = 15, measure = "phần quà" }, { value = 120, measure = "phần quà" }]
money = [{ amount = 30000000, basis = "each", items = 0 }, { amount = 300000, basis = "each", items = 1 }]

[[case]]
says = "a total that makes each gift a hundred times the one beside it"
expect = ["differs", "unclear"]
articles = [{ id = "a", text = "Đoàn trao 160 suất quà gồm gạo, nước mắm cho hộ nghèo, tổng trị giá 4,8 tỷ đồng. Câu lạc bộ tặng 70 suất quà, mỗi suất 300.000 đồng." }]
figures = [{ value = 160, measure = "phần quà", text = "160 suất quà" }, { value = 70, measure = "phần quà", text = "70 suất quà" }]
money = [
  { amount = 4800000000, basis = "total", items = 0, text = "4,8 tỷ đồng" }, { amount = 300000, basis = "each", items = 1, text = "300.000 đồng" },
]

[[case]]
says = "the total pays for more than the gifts"
expect = ["unclear", "unclear"]
articles = [{ id = "a", text = "Đoàn trao 160 suất quà và xây cầu, tổng trị giá 4,8 tỷ đồng. Câu lạc bộ tặng 70 suất quà, mỗi suất 300.000 đồng." }]
figures = [{ value = 160, measure = "phần quà", text = "160 suất quà" }, { value = 70, measure = "phần quà", text = "70 suất quà" }]
money = [
  { amount = 4800000000, basis = "total", items = 0, text = "4,8 tỷ đồng" }, { amount = 300000, basis = "each", items = 1, text = "300.000 đồng" },
]

[[case]]
says = "twelve hectares of garden from each of eight households"
expect = ["differs", "unclear"]
articles = [{ id = "a", text = "Tại xã Thuận, 3 hộ hiến 640 m2 đất. Riêng xã Lìa, 8 hộ hiến 960.000 m2 đất vườn cho điểm trường." }]
figures = [
  { value = 3, measure = "hộ", unit = "hộ", text = "3 hộ", sentence = "Tại xã Thuận, 3 hộ hiến 640 m2 đất." },
  { value = 640, measure = "đất", unit = "m2 đất", text = "640 m2 đất", sentence = "Tại xã Thuận, 3 hộ hiến 640 m2 đất." },
  { value = 8, measure = "hộ", unit = "hộ", text = "8 hộ", sentence = "Riêng xã Lìa, 8 hộ hiến 960.000 m2 đất vườn cho điểm trường." },
  { value = 960000, measure = "đất", unit = "m2 đất", text = "960.000 m2 đất", sentence = "Riêng xã Lìa, 8 hộ hiến 960.000 m2 đất vườn cho điểm trường." },
]

[[case]]
says = "one farm gives a hectare"
expect = ["unclear", "unclear"]
articles = [{ id = "a", text = "Tại xã Thuận, 3 hộ hiến 640 m2 đất. Hộ ông Lê Văn Nam hiến 1 ha đất đồi." }]
figures = [
  { value = 3, measure = "hộ", unit = "hộ", text = "3 hộ", sentence = "Tại xã Thuận, 3 hộ hiến 640 m2 đất." },
  { value = 640, measure = "đất", unit = "m2 đất", text = "640 m2 đất", sentence = "Tại xã Thuận, 3 hộ hiến 640 m2 đất." },
  { value = 1, measure = "đất", unit = "ha đất", text = "1 ha đất", sentence = "Hộ ông Lê Văn Nam hiến 1 ha đất đồi." },
]

[[case]]
says = "one household in four gives a thousand times what the others give"
expect = ["differs", "unclear", "unclear"]
articles = [{ id = "a", text = "Hộ ông Tiệng hiến 850.000 m2 đất; hộ ông Inh hiến 1.200 m2, hộ bà Piếng hiến 900 m2." }]
figures = [
  { value = 850000, measure = "đất", unit = "m2 đất", text = "850.000 m2 đất" }, { value = 1200, measure = "đất", unit = "m2", text = "1.200 m2" },
  { value = 900, measure = "đất", unit = "m2", text = "900 m2" },
]

[[case]]
says = "a billion and a half from each household for a footbridge"
expect = ["differs"]
articles = [{ id = "a", text = "52 hộ dân trong ấp góp 78 tỷ đồng bắc cầu." }]
figures = [{ value = 52, measure = "hộ", unit = "hộ dân", text = "52 hộ dân", sentence = "s" }]
money = [{ amount = 78000000000, basis = "total", text = "78 tỷ đồng", sentence = "s" }]
*/
-- What the articles of the corpus give for each, and how many times that is far off however few articles there are.
WITH usual(measure, low, high, most) AS (
    VALUES ('phần quà', 200000, 1000000, 25e6), ('nhà', 15e6, 150e6, 3.75e9), ('hộ', 5e5, 30e6, CAST('infinity' AS DOUBLE)),
        ('đất hiến', 5, 500, 1e5), ('tiền góp', 2e5, 20e6, 1e9)
),
priced AS (
    SELECT m.article, f.measure, f.unit, m.basis, CAST(m.amount AS DOUBLE) AS amount, f.value,
        CASE m.basis WHEN 'each' THEN sqrt(CAST(m.amount AS DOUBLE) * coalesce(m.high, m.amount)) ELSE m.amount / f.value END AS each,
        m.span, f.span AS items_span, coalesce(k.canonical, m.article) AS content, least(m.confidence, f.confidence) AS confidence,
        says_house_of_poor(f.unit) AS is_of_poor,
        -- A total that pays for one thing alone; how large each is changes nothing.
        m.basis = 'each' OR m."start" > f."end" AND NOT regexp_matches(
            without_size_of_each(lower(substr(a.text, f."end" + 1, least(120, greatest(0, m."start" - f."end"))))), '[0-9.;\n]|(^|\PL)(với các|ngoài ra|chưa kể)(\PL|$)|(^|\PL)(và|cùng|kèm)( theo)? (xây|sửa|làm|hỗ trợ|tặng|trao|bàn giao|khám|tổ chức|xóa|xoá|lắp|mở|khởi công|nhiều|các|học bổng|xe|nhà|công trình|đường|cầu|máy|thiết bị|tiền|mua|giúp)')
            AS is_alone
    FROM sums m
    JOIN claims f ON f.article = m.article AND f.nr = m.items
    JOIN articles a ON a.id = m.article
    LEFT JOIN copies k ON k.article = m.article
    WHERE m.currency = 'VND' AND m.amount > 0 AND f.value > 0 AND m.basis IN ('each', 'total')
        AND f.measure IN ('phần quà', 'nhà', 'hộ') AND f.high IS NULL AND NOT f.is_rate
        AND k.article IS NULL
),
-- "xây nhà Đại đoàn kết, mức hỗ trợ 850 triệu đồng/căn", where no count of houses stands.
helped AS (
    SELECT m.article, 'nhà' AS measure, 'nhà' AS unit, m.basis, CAST(m.amount AS DOUBLE) AS amount, 1 AS value, CAST(m.amount AS DOUBLE) AS each,
        m.span, m.span AS items_span, m.article AS content, m.confidence, true AS is_alone, true AS is_of_poor
    FROM sums m JOIN articles a ON a.id = m.article
    WHERE m.currency = 'VND' AND m.basis = 'each' AND m.items IS NULL AND m.high IS NULL AND regexp_matches(lower(substr(a.text, m."end" + 1, 8)), '^ ?/ ?(căn|nhà|ngôi)')
        AND says_house_of_poor(left(m.sentence, strpos(m.sentence, m.text))) AND m.article NOT IN (SELECT article FROM copies)
),
-- "8 hộ hiến 960.000 m2 đất vườn", "hộ ông Tiệng hiến 1.200 m2", "52 hộ dân trong ấp góp 78 tỷ đồng".
given AS (
    SELECT article, nr, "start", value * CASE dimension WHEN 'ha' THEN 10000 ELSE 1 END AS amount, span, confidence, sentence, 'đất hiến' AS measure, 'm2/hộ' AS unit
    FROM claims WHERE measure = 'đất' AND dimension IN ('m2', 'ha', 'héc-ta', 'hecta') AND change_direction IS NULL AND of IS NULL AND high IS NULL AND NOT is_rate
    UNION ALL
    SELECT article, nr, "start", CAST(amount AS DOUBLE), span, confidence, sentence, 'tiền góp', 'đồng/hộ'
    FROM sums WHERE currency = 'VND' AND basis = 'total' AND high IS NULL AND items IS NULL
),
givers AS (
    SELECT g.*, f AS household
    FROM given g ASOF LEFT JOIN (
        SELECT article, "start", "end", value, span, confidence FROM claims
        WHERE measure = 'hộ' AND of IS NULL AND high IS NULL AND change_direction IS NULL AND NOT is_rate AND value > 0
    ) f ON f.article = g.article AND f."end" <= g."start"
    WHERE g.article NOT IN (SELECT article FROM copies)
),
donated AS (
    SELECT g.article, g.measure, g.unit, 'total' AS basis, g.amount, CASE WHEN is_counted THEN household.value ELSE 1 END AS value,
        g.amount / CASE WHEN is_counted THEN household.value ELSE 1 END AS each, g.span,
        CASE WHEN is_counted THEN household.span ELSE g.span END AS items_span, g.article AS content,
        least(g.confidence, CASE WHEN is_counted THEN household.confidence ELSE 1 END) AS confidence
    FROM (
        SELECT g.*, coalesce(g."start" - household."end" <= 60 AND regexp_matches(lower(substr(a.text, household."end" + 1, greatest(0, g."start" - household."end"))),
                '^[^.;,0-9\n]{0,50}(hiến|nhường|góp)( tặng| được| thêm)* $'), false) AS is_counted,
            regexp_matches(lower(substr(a.text, greatest(1, g."start" - 59), least(60, g."start"))),
                '(^|\PL)(hộ|gia đình) (ông|bà|anh|chị) [^.;,0-9\n]{2,40} (hiến|nhường|góp)( tặng| được| thêm)* $') AS is_one
        FROM givers g JOIN articles a ON a.id = g.article
    ) g
    WHERE is_counted OR is_one AND measure = 'đất hiến'
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
beside AS (
    SELECT *, max(each) OVER others AS most_beside, count(each) OVER others AS others
    FROM (SELECT * FROM priced UNION ALL BY NAME SELECT *, true AS is_alone FROM donated UNION ALL BY NAME SELECT * FROM helped)
    WINDOW others AS (PARTITION BY article, measure ORDER BY span."start" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW)
),
judged AS (
    -- Fifty times what the same article gives for each of the same kind is far, however few articles there are.
    SELECT *, is_far_here OR is_far_off OR coalesce(abs(log10(each) - middle) > greatest(4.5 * spread, 1), false) AS is_far,
        CASE WHEN confidence < 0.6 THEN 'doubtful_reading'
            WHEN coalesce(articles, 0) < 20 AND NOT is_far_here AND NOT is_far_off THEN 'few_articles' END AS reason
    FROM (
        SELECT b.*, u.low AS usual_low, u.high AS usual_high,
            -- One household may give much: it takes several others to tell a slip.
            coalesce(is_alone AND each >= 50 * most_beside AND (b.measure NOT IN ('đất hiến', 'tiền góp') OR value >= 3 OR others > 1), false)
                AS is_far_here,
            is_alone AND each > CASE WHEN is_of_poor THEN 5e8 ELSE u.most END AND (b.measure NOT IN ('đất hiến', 'tiền góp') OR value >= 5) AS is_far_off
        FROM beside b JOIN usual u ON u.measure = b.measure
    ) LEFT JOIN middles USING (measure) LEFT JOIN spreads USING (measure)
)
SELECT CASE WHEN reason IS NOT NULL THEN 'unclear' WHEN is_far THEN 'differs' ELSE 'agrees' END AS outcome,
    reason,
    concat_ws('|', article, span."start") AS key,
    list_distinct([span, items_span]) AS spans,
    number_in_words(round(each)) AS stated,
    number_in_words(round(CASE WHEN is_far_here THEN most_beside WHEN coalesce(articles, 0) < 20 THEN usual_high ELSE pow(10, middle) END)) AS computed,
    CASE WHEN basis = 'each' OR value = 1 THEN number_in_words(round(each))
        ELSE number_in_words(amount) || ' : ' || number_in_words(value) || ' = ' || number_in_words(round(each)) END AS arithmetic,
    unit,
    CASE WHEN is_far_here THEN 'the article itself gives at most ' || number_in_words(round(most_beside)) || ' elsewhere'
        WHEN coalesce(articles, 0) < 20 THEN 'usual are ' || number_in_words(usual_low) || ' - ' || number_in_words(usual_high)
        ELSE 'half of ' || articles || ' articles give ' || number_in_words(round(low)) || ' - ' || number_in_words(round(high)) END AS usual_en,
    CASE WHEN is_far_here THEN 'chỗ khác trong bài nhiều nhất là ' || number_in_words(round(most_beside))
        WHEN coalesce(articles, 0) < 20 THEN 'thường thấy ' || number_in_words(usual_low) || ' - ' || number_in_words(usual_high)
        ELSE 'một nửa trong ' || articles || ' bài ghi ' || number_in_words(round(low)) || ' - ' || number_in_words(round(high)) END AS usual_vi
FROM judged
