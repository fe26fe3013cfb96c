-- title: "Dân vận khéo" models per commune and year: the best report of each
-- title.vi: Số mô hình “Dân vận khéo” theo xã và năm: theo báo cáo tốt nhất
-- parameter: province VARCHAR | only this province | chỉ tỉnh này
-- parameter: district VARCHAR | only this district | chỉ huyện này
-- parameter: commune VARCHAR | only this commune | chỉ xã này
-- parameter: year INTEGER | only this year | chỉ năm này
-- column: province | the province, without its kind
-- column: district | the district; null for a commune after 1 July 2025
-- column: commune | the commune
-- column: code | code of the unit at the article's date; null where it stays ambiguous
-- column: year | the year that the number stands under
-- column: models | the number that the best report gives, never a sum over articles; the lower end of a range
-- column: bound | exact, more_than, at_least, less_than, at_most or about
-- column: status | built, else maintained, else recognised, else registered
-- column: cumulative | true for a stock ("đến nay"), which stands only where the year has no count of its own
-- column: so_far | true where the report covers a part of the year only: it fills the year so far
-- column: period_start | first day that the number covers
-- column: period_end | last day that the number covers
-- column: as_of | the last day that the article can speak for
-- column: reports | how many figures were weighed
-- column: low | smallest number of the rivals of the same status
-- column: high | largest number of the rivals of the same status
-- column: article | id of the article that gives the number
-- column: evidence | its sentence
-- brief: province, district, commune, year, models, bound, status, cumulative, so_far, as_of, evidence
SELECT province, district, commune, code, year, models, bound, status, cumulative, so_far, period_start, period_end, as_of, reports, low, high,
    article, evidence
FROM models_per_year
WHERE unit_level = 'commune' AND field IS NULL
    AND ($province IS NULL OR lower(province) = lower($province))
    AND ($district IS NULL OR lower(district) = lower($district))
    AND ($commune IS NULL OR lower(commune) = lower($commune))
    AND ($year IS NULL OR year = CAST($year AS INTEGER))
ORDER BY province COLLATE vi, district COLLATE vi, commune COLLATE vi, code, year
