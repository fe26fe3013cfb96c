-- title: The articles, and what was found in each
-- title.vi: Các bài báo và những gì tìm thấy trong mỗi bài
-- parameter: province VARCHAR | only articles that speak for a unit of this province | chỉ bài của tỉnh này
-- parameter: year INTEGER | only articles published in this year | chỉ bài đăng năm này
-- column: article | its id
-- column: published | day or minute of publication
-- column: title | headline
-- column: source | file or site that it was read from
-- column: url | address of the page
-- column: place | the unit that it speaks for
-- column: province | province of that unit
-- column: district | district of that unit
-- column: models_counted | counts of "Dân vận khéo" models
-- column: figures | counted things
-- column: money | sums of money
-- column: dates | dates
-- column: officials | officials
-- column: places | places
-- column: models | named or described models
-- column: characters | length of the text
-- brief: published, title, place, province, models_counted, figures, money, dates, officials, places, models
SELECT a.id AS article, a.published, a.title, a.source, a.url,
    nullif(concat_ws(' ', a.place_kind, a.place_name), '') AS place, a.province, a.district,
    CAST((SELECT count(*) FROM figures f WHERE f.article = a.id AND f.topic = 'dan_van_kheo' AND f.measure = 'mô hình') AS INTEGER)
        AS models_counted,
    CAST((SELECT count(*) FROM figures f WHERE f.article = a.id) AS INTEGER) AS figures,
    CAST((SELECT count(*) FROM money m WHERE m.article = a.id) AS INTEGER) AS money,
    CAST((SELECT count(*) FROM dates d WHERE d.article = a.id) AS INTEGER) AS dates,
    CAST((SELECT count(*) FROM officials o WHERE o.article = a.id) AS INTEGER) AS officials,
    CAST((SELECT count(*) FROM places p WHERE p.article = a.id) AS INTEGER) AS places,
    CAST((SELECT count(*) FROM models m WHERE m.article = a.id) AS INTEGER) AS models,
    length(a.text) AS characters
FROM articles a
WHERE ($province IS NULL OR lower(a.province) = lower($province))
    AND ($year IS NULL OR year(a.published_on) = CAST($year AS INTEGER))
ORDER BY a.published NULLS LAST, a.id
