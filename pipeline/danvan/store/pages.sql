-- What tells pages apart, and when each was read: by its fetch, else by the run. One address or file with one title, whatever
-- its numbers, is one page; of a table's rows those of one day too. What has no title stands alone.
CREATE OR REPLACE TEMP TABLE pages AS
SELECT id, run, coalesce(list_filter(notes, lambda note: starts_with(note, 'fetched: '))[1], '') AS fetched,
    CASE WHEN coalesce(title, '') = '' THEN id ELSE concat_ws('|',
        coalesce(nullif(url, ''), source), regexp_replace(title, '[0-9][0-9.,]*', '#', 'g'),
        CASE WHEN coalesce(url, '') = '' AND NOT regexp_matches(lower(source), '\.(txt|html?|docx|pdf)$')
            THEN coalesce(published, '') END)
    END AS page
FROM articles
