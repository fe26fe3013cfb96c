-- Which page each article is a reading of, and when it was read: by its fetch, else by the run.
CREATE OR REPLACE TEMP TABLE pages AS
SELECT id, run, fetched_of(notes) AS fetched, page_key(id, url, source, title, published) AS page FROM articles
