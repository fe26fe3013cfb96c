-- What was asked of which site, what came of it, and where the answers lie. One file for all sites of a raw store.

CREATE TABLE IF NOT EXISTS runs (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    site     TEXT NOT NULL,
    file     TEXT NOT NULL,          -- of its answers, below the raw store
    started  TEXT NOT NULL,          -- UTC, "2026-11-22T10:00:00Z", as all times here
    ended    TEXT,                   -- NULL while pages wait: the next call goes on with this run
    outcome  TEXT                    -- why it paused or how it ended
);

-- The frontier: every page of a site that is known, whatever became of it. Never deleted.
CREATE TABLE IF NOT EXISTS pages (
    id            INTEGER PRIMARY KEY,
    site          TEXT NOT NULL,
    url           TEXT NOT NULL,
    kind          TEXT NOT NULL,     -- start | list | sitemap | feed | article | page
    run           INTEGER NOT NULL,  -- the run in which it was last met
    state         TEXT NOT NULL,     -- waiting | asked | done | redirected | gone | failed | refused | old
    rank          INTEGER NOT NULL,  -- lower ones are asked first
    depth         INTEGER NOT NULL,
    chain         INTEGER NOT NULL DEFAULT 0,  -- pages of the same list in a row, up to this one, that gave nothing new
    hops          INTEGER NOT NULL DEFAULT 0,  -- redirects that led here
    tries         INTEGER NOT NULL DEFAULT 0,
    not_before    REAL NOT NULL DEFAULT 0,     -- seconds since 1970
    found_on      TEXT,
    link_text     TEXT,              -- the words of the link that led here, a hint at the title
    dated         TEXT,              -- the day that a sitemap or feed gives it
    reason        TEXT,              -- why it failed or was refused: the key of a message and its values (reasons.py)
    asked         TEXT,
    stored        INTEGER,           -- the newest of fetches that holds it
    etag          TEXT,
    last_modified TEXT,
    sha256        TEXT,              -- of the body stored last
    text_sha256   TEXT,              -- of what a reader sees of it
    UNIQUE (site, url)
);
CREATE INDEX IF NOT EXISTS pages_next ON pages (site, state, run, rank, id);

-- What every request gave. Those that hold a page have file, offset and length.
CREATE TABLE IF NOT EXISTS fetches (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    run           INTEGER NOT NULL,
    site          TEXT NOT NULL,
    url           TEXT NOT NULL,
    kind          TEXT NOT NULL,
    fetched       TEXT NOT NULL,
    status        INTEGER,           -- NULL where no answer came
    outcome       TEXT NOT NULL,     -- new | changed | unchanged | read | redirected | gone | retry | failed | refused
    reason        TEXT,
    file          TEXT,
    offset        INTEGER,
    length        INTEGER,
    bytes         INTEGER,           -- of the body
    sha256        TEXT,
    text_sha256   TEXT,
    etag          TEXT,
    last_modified TEXT,
    content_type  TEXT,
    link_text     TEXT
);
CREATE INDEX IF NOT EXISTS fetches_stored ON fetches (file, offset) WHERE file IS NOT NULL;
CREATE INDEX IF NOT EXISTS fetches_run ON fetches (run);

-- Single addresses as their list wrote them, and the spelling under which the page is known.
CREATE TABLE IF NOT EXISTS listed (
    line TEXT PRIMARY KEY,
    site TEXT NOT NULL,
    url  TEXT NOT NULL
) WITHOUT ROWID;

-- How politely a host was asked last, so that a call that follows at once keeps the same distance.
CREATE TABLE IF NOT EXISTS hosts (
    host        TEXT PRIMARY KEY,
    asked       REAL NOT NULL,       -- seconds since 1970
    crawl_delay REAL
);

-- Lists by their form ("/tin?page=#"), and the articles that each form has given in a run: a list that goes on
-- without giving anything else has ended.
CREATE TABLE IF NOT EXISTS forms (
    run    INTEGER NOT NULL,
    form   TEXT NOT NULL,
    pages  INTEGER NOT NULL DEFAULT 0,
    barren INTEGER NOT NULL DEFAULT 0,   -- in a row, now
    PRIMARY KEY (run, form)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS given (
    run     INTEGER NOT NULL,
    form    TEXT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (run, form, article)
) WITHOUT ROWID;
