-- title: Places that stay ambiguous or are in no gazetteer
-- title.vi: Địa danh chưa xác định được hoặc không có trong danh mục
-- parameter: level VARCHAR | only this level: province, district, commune | chỉ cấp này: province, district, commune
-- column: level | province, district or commune; settlements are in no gazetteer and left out
-- column: kind | its kind as written
-- column: name | its name
-- column: articles | how many articles name it
-- column: candidates | what it could be on the day of the newest article (the last known units for an undated one): unit, district, province (code); null for none
-- column: article | id of the newest article
-- column: evidence | its sentence
-- brief: level, kind, name, articles, candidates, evidence
WITH open AS (
    SELECT p.*, coalesce(a.published_on, DATE '9999-12-31') AS day,
        row_number() OVER (ORDER BY a.published_on NULLS FIRST, p.article, p.nr) AS rank
    FROM places p JOIN articles a ON a.id = p.article
    WHERE p.place_code IS NULL AND p.level IN ('province', 'district', 'commune') AND ($level IS NULL OR p.level = $level)
),
names AS (
    SELECT level, arg_max(kind, rank) AS kind, arg_max(name, rank) AS name,
        CAST(count(DISTINCT article) AS INTEGER) AS articles, arg_max(candidates, rank) AS candidates,
        arg_max(day, rank) AS day, arg_max(article, rank) AS article, arg_max(sentence, rank) AS evidence
    FROM open GROUP BY level, lower(name), lower(kind)
)
SELECT n.level, n.kind, n.name, n.articles,
    (
        SELECT string_agg(concat_ws(', ', u.kind || ' ' || u.name, d.name, p.name) || ' (' || u.code || ')', '; ' ORDER BY u.code)
        FROM units u
        LEFT JOIN units d ON d.code = u.parent_code AND d.valid_from <= n.day AND (d.valid_to IS NULL OR n.day < d.valid_to)
        LEFT JOIN units p ON p.code = d.parent_code AND p.valid_from <= n.day AND (p.valid_to IS NULL OR n.day < p.valid_to)
        WHERE u.code IN (SELECT unnest(n.candidates)) AND u.valid_from <= n.day AND (u.valid_to IS NULL OR n.day < u.valid_to)
    ) AS candidates,
    n.article, n.evidence
FROM names n
ORDER BY n.level, n.articles DESC, n.name COLLATE vi, n.kind
