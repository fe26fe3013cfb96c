-- title: Who held which post, and when articles name them
-- title.vi: Danh bạ cán bộ: ai giữ chức vụ gì, được nhắc đến khi nào
-- parameter: name VARCHAR | names that hold these words | tên có chứa các chữ này
-- parameter: title VARCHAR | posts that hold these words | chức vụ có chứa các chữ này
-- parameter: province VARCHAR | only this province | chỉ tỉnh này
-- parameter: district VARCHAR | only this district | chỉ huyện này
-- parameter: level VARCHAR | only this level: central, province, district, commune, hamlet | chỉ cấp này: central, province, district, commune, hamlet
-- column: name | the person
-- column: title | the office
-- column: body | the organ with its unit
-- column: level | level of the post
-- column: province | province of the post
-- column: district | district of the post
-- column: commune | commune of the post
-- column: code | code of the unit
-- column: first_seen | publication of the first article that names the post
-- column: last_seen | publication of the last one
-- column: articles | how many articles name it
-- column: article | id of the newest of them
-- column: evidence | its sentence
-- brief: name, title, body, province, district, commune, first_seen, last_seen, articles
SELECT arg_max(p.name, rank) AS name, arg_max(p.title, rank) AS title, arg_max(p.body, rank) AS body,
    arg_max(p.level, rank) AS level,
    arg_max(p.province, rank) AS province, arg_max(p.district, rank) AS district, arg_max(p.commune, rank) AS commune,
    arg_max(p.place_code, rank) AS code,
    min(p.published_on) AS first_seen, max(p.published_on) AS last_seen,
    CAST(count(DISTINCT p.article) AS INTEGER) AS articles,
    arg_max(p.article, rank) AS article, arg_max(p.sentence, rank) AS evidence
FROM (
    -- The newest article speaks for the row; undated ones come first, ids break ties.
    SELECT p.*, a.published_on, row_number() OVER (ORDER BY a.published_on NULLS FIRST, p.article, p.official, p.nr) AS rank
    FROM positions p JOIN articles a ON a.id = p.article
) p
WHERE ($name IS NULL OR contains(lower(p.name), lower($name)))
    AND ($title IS NULL OR contains(lower(p.title || ' ' || coalesce(p.body, '')), lower($title)))
    AND ($province IS NULL OR lower(p.province) = lower($province))
    AND ($district IS NULL OR lower(p.district) = lower($district))
    AND ($level IS NULL OR p.level = $level)
GROUP BY lower(p.name), lower(p.title), lower(p.body), p.place_code, lower(p.place_name)
ORDER BY province COLLATE vi NULLS LAST, district COLLATE vi NULLS FIRST, commune COLLATE vi NULLS FIRST,
    name COLLATE vi, last_seen DESC NULLS LAST, title
