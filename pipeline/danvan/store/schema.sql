-- The tables that hold now. The schema `history` holds their twins, made by database.py: the same columns, and the run
-- that replaced the row. COMMENT texts are what `danvan describe` prints. Offsets count code points, half-open.

CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
COMMENT ON TABLE meta IS 'What the database says of itself: version of the tables, hash of the views, rules that the units came from';
COMMENT ON COLUMN meta.key IS 'Name of the entry';
COMMENT ON COLUMN meta.value IS 'Its value';

CREATE TABLE runs (
    run INTEGER PRIMARY KEY, state VARCHAR NOT NULL, started TIMESTAMP NOT NULL, ended TIMESTAMP,
    version VARCHAR NOT NULL, code_hash VARCHAR NOT NULL, rules_hash VARCHAR, layers VARCHAR[], inputs VARCHAR[],
    added INTEGER NOT NULL, replaced INTEGER NOT NULL, unchanged INTEGER NOT NULL, quarantined INTEGER NOT NULL,
    skipped INTEGER NOT NULL
);
COMMENT ON TABLE runs IS 'Every run that changed something. A run that found nothing new leaves no row';
COMMENT ON COLUMN runs.run IS 'Number of the run, from 1';
COMMENT ON COLUMN runs.state IS 'running | finished | interrupted (killed or stopped; its whole articles stay)';
COMMENT ON COLUMN runs.started IS 'When it wrote its first article, UTC';
COMMENT ON COLUMN runs.ended IS 'When it ended, UTC; null while it runs and where it was killed';
COMMENT ON COLUMN runs.version IS 'Version of danvan';
COMMENT ON COLUMN runs.code_hash IS 'Hash of the program''s own source files and of the versions of its language libraries';
COMMENT ON COLUMN runs.rules_hash IS 'Hash of the rules, all layers; null for records loaded from a file';
COMMENT ON COLUMN runs.layers IS 'Folders of rules, the shipped ones first';
COMMENT ON COLUMN runs.inputs IS 'Paths as they were given';
COMMENT ON COLUMN runs.added IS 'Articles that were new';
COMMENT ON COLUMN runs.replaced IS 'Articles whose facts were replaced; the earlier ones are in the schema history';
COMMENT ON COLUMN runs.unchanged IS 'Articles that were there already, the same';
COMMENT ON COLUMN runs.quarantined IS 'Inputs that could not be read or extracted';
COMMENT ON COLUMN runs.skipped IS 'Files that no reader is for';

CREATE TABLE articles (
    id VARCHAR PRIMARY KEY, source VARCHAR, url VARCHAR, title VARCHAR, author VARCHAR,
    published VARCHAR, published_on DATE,
    place_code VARCHAR, place_name VARCHAR, place_kind VARCHAR, place_level VARCHAR,
    province VARCHAR, district VARCHAR, commune VARCHAR,
    text VARCHAR NOT NULL, raw VARCHAR, raw_starts INTEGER[][], parts STRUCT(kind VARCHAR, "start" INTEGER, "end" INTEGER)[],
    page STRUCT(codec VARCHAR, digest VARCHAR, runs INTEGER[][]),
    notes VARCHAR[], schema_version VARCHAR NOT NULL, body_hash VARCHAR NOT NULL, input_hash VARCHAR,
    record_hash VARCHAR NOT NULL, rules_hash VARCHAR, run INTEGER NOT NULL
);
COMMENT ON TABLE articles IS 'One row an article: what the page says of itself, its cleaned text, and the way back to the raw text';
COMMENT ON COLUMN articles.id IS 'Identity of the article, stable over runs; the column article of all other tables';
COMMENT ON COLUMN articles.source IS 'Path of the file or name of the site that it was read from';
COMMENT ON COLUMN articles.url IS 'Address of the page, where known';
COMMENT ON COLUMN articles.title IS 'Headline';
COMMENT ON COLUMN articles.author IS 'Who signs the article';
COMMENT ON COLUMN articles.published IS 'Day or minute of publication as in the record: 2022-12-23T22:19 or 2022-12-23; null where the page gives none';
COMMENT ON COLUMN articles.published_on IS 'The day of publication';
COMMENT ON COLUMN articles.place_code IS 'Code of the unit that the article speaks for, at the article''s date; null where ambiguous';
COMMENT ON COLUMN articles.place_name IS 'Its name without the kind';
COMMENT ON COLUMN articles.place_kind IS 'Its kind: tỉnh, huyện, xã ...';
COMMENT ON COLUMN articles.place_level IS 'central | province | district | commune | hamlet';
COMMENT ON COLUMN articles.province IS 'Province of that unit';
COMMENT ON COLUMN articles.district IS 'District of that unit; null after 1 July 2025';
COMMENT ON COLUMN articles.commune IS 'Commune of that unit';
COMMENT ON COLUMN articles.text IS 'The cleaned text, NFC, that all offsets count in';
COMMENT ON COLUMN articles.raw IS 'The decoded input before cleaning; null for records loaded from a file';
COMMENT ON COLUMN articles.raw_starts IS 'Pairs [offset in text, offset in raw], ascending; between two pairs both run on character by character';
COMMENT ON COLUMN articles.parts IS 'Title, byline, lead, body, captions and author as runs of the text';
COMMENT ON COLUMN articles.page IS 'The way from the raw text of a web page to its bytes: runs [offset in raw, end, first byte, end] in an encoding, and the SHA-256 of the page; null for what is no page';
COMMENT ON COLUMN articles.notes IS 'What the reader had to say of the input';
COMMENT ON COLUMN articles.schema_version IS 'Version of the record contract';
COMMENT ON COLUMN articles.body_hash IS 'SHA-256 of the text';
COMMENT ON COLUMN articles.input_hash IS 'SHA-256 of all that the facts depend on: text, address, date, given place, rules, code. Equal: nothing to do again';
COMMENT ON COLUMN articles.record_hash IS 'SHA-256 of the record. Equal: loading it again changes nothing';
COMMENT ON COLUMN articles.rules_hash IS 'Hash of the rules that the facts were found by';
COMMENT ON COLUMN articles.run IS 'Run that wrote the facts that hold now';

CREATE TABLE dates (
    article VARCHAR NOT NULL, nr INTEGER NOT NULL, date_start DATE NOT NULL, date_end DATE NOT NULL,
    grain VARCHAR NOT NULL, role VARCHAR NOT NULL, inferred BOOLEAN NOT NULL,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, text VARCHAR NOT NULL, sentence VARCHAR NOT NULL,
    rule VARCHAR NOT NULL, confidence DOUBLE NOT NULL
);
COMMENT ON TABLE dates IS 'Every date, period and span of time';
COMMENT ON COLUMN dates.article IS 'The article (articles.id)';
COMMENT ON COLUMN dates.nr IS 'Place in the record''s list, from 0';
COMMENT ON COLUMN dates.date_start IS 'First day';
COMMENT ON COLUMN dates.date_end IS 'Last day, included';
COMMENT ON COLUMN dates.grain IS 'day | week | month | quarter | half | year | span';
COMMENT ON COLUMN dates.role IS 'publication | event | period | document | other';
COMMENT ON COLUMN dates.inferred IS 'True where the year or another part was filled in from context';
COMMENT ON COLUMN dates."start" IS 'Offset of the first character in articles.text';
COMMENT ON COLUMN dates."end" IS 'Offset behind the last character';
COMMENT ON COLUMN dates.text IS 'The characters themselves';
COMMENT ON COLUMN dates.sentence IS 'The sentence that holds them';
COMMENT ON COLUMN dates.rule IS 'Id of the rule that found it';
COMMENT ON COLUMN dates.confidence IS '0 to 1';

CREATE TABLE officials (
    article VARCHAR NOT NULL, nr INTEGER NOT NULL, name VARCHAR NOT NULL, honorific VARCHAR, mentions INTEGER NOT NULL,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, text VARCHAR NOT NULL, sentence VARCHAR NOT NULL,
    rule VARCHAR NOT NULL, confidence DOUBLE NOT NULL
);
COMMENT ON TABLE officials IS 'Every person named with a public post, once per article; the offsets are those of the first mention';
COMMENT ON COLUMN officials.article IS 'The article (articles.id)';
COMMENT ON COLUMN officials.nr IS 'Place in the record''s list, from 0';
COMMENT ON COLUMN officials.name IS 'The name without honorifics';
COMMENT ON COLUMN officials.honorific IS 'đồng chí, ông, bà, a rank or degree';
COMMENT ON COLUMN officials.mentions IS 'How often the article names the person; each one is in the table mentions';
COMMENT ON COLUMN officials."start" IS 'Offset of the first character in articles.text';
COMMENT ON COLUMN officials."end" IS 'Offset behind the last character';
COMMENT ON COLUMN officials.text IS 'The characters themselves';
COMMENT ON COLUMN officials.sentence IS 'The sentence that holds them';
COMMENT ON COLUMN officials.rule IS 'Id of the rule that found it';
COMMENT ON COLUMN officials.confidence IS '0 to 1';

CREATE TABLE positions (
    article VARCHAR NOT NULL, official INTEGER NOT NULL, nr INTEGER NOT NULL, name VARCHAR NOT NULL,
    title VARCHAR NOT NULL, body VARCHAR, level VARCHAR,
    place_code VARCHAR, place_name VARCHAR, place_kind VARCHAR, place_level VARCHAR,
    province VARCHAR, district VARCHAR, commune VARCHAR,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, text VARCHAR NOT NULL, sentence VARCHAR NOT NULL,
    rule VARCHAR NOT NULL, confidence DOUBLE NOT NULL
);
COMMENT ON TABLE positions IS 'Every post of every official; the offsets are those of the mention of the person whose sentence names the post, else of the first';
COMMENT ON COLUMN positions.article IS 'The article (articles.id)';
COMMENT ON COLUMN positions.official IS 'Who holds it (officials.nr of the same article)';
COMMENT ON COLUMN positions.nr IS 'Place in the person''s list of posts, from 0';
COMMENT ON COLUMN positions.name IS 'Name of the person';
COMMENT ON COLUMN positions.title IS 'The office: Phó Bí thư Thường trực';
COMMENT ON COLUMN positions.body IS 'The organ with its unit: Huyện ủy Bảo Thắng';
COMMENT ON COLUMN positions.level IS 'central | province | district | commune | hamlet';
COMMENT ON COLUMN positions.place_code IS 'Code of the unit of the post at the article''s date; null where ambiguous';
COMMENT ON COLUMN positions.place_name IS 'Its name without the kind';
COMMENT ON COLUMN positions.place_kind IS 'Its kind';
COMMENT ON COLUMN positions.place_level IS 'Its level';
COMMENT ON COLUMN positions.province IS 'Province of that unit';
COMMENT ON COLUMN positions.district IS 'District of that unit';
COMMENT ON COLUMN positions.commune IS 'Commune of that unit';
COMMENT ON COLUMN positions."start" IS 'Offset of the first character in articles.text';
COMMENT ON COLUMN positions."end" IS 'Offset behind the last character';
COMMENT ON COLUMN positions.text IS 'The characters themselves';
COMMENT ON COLUMN positions.sentence IS 'The sentence that holds them';
COMMENT ON COLUMN positions.rule IS 'Id of the rule that found the person';
COMMENT ON COLUMN positions.confidence IS '0 to 1';

CREATE TABLE places (
    article VARCHAR NOT NULL, nr INTEGER NOT NULL, kind VARCHAR, name VARCHAR NOT NULL, level VARCHAR NOT NULL,
    candidates VARCHAR[] NOT NULL, mentions INTEGER NOT NULL,
    place_code VARCHAR, place_name VARCHAR, place_kind VARCHAR, place_level VARCHAR,
    province VARCHAR, district VARCHAR, commune VARCHAR,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, text VARCHAR NOT NULL, sentence VARCHAR NOT NULL,
    rule VARCHAR NOT NULL, confidence DOUBLE NOT NULL
);
COMMENT ON TABLE places IS 'Every administrative unit or settlement named, once per article; the offsets are those of the first mention';
COMMENT ON COLUMN places.article IS 'The article (articles.id)';
COMMENT ON COLUMN places.nr IS 'Place in the record''s list, from 0';
COMMENT ON COLUMN places.kind IS 'tỉnh, huyện, xã, thôn, ấp ...';
COMMENT ON COLUMN places.name IS 'Name without the kind; the gazetteer''s spelling where the unit is known';
COMMENT ON COLUMN places.level IS 'central | province | district | commune | hamlet';
COMMENT ON COLUMN places.candidates IS 'Codes that it could be, where it stays ambiguous';
COMMENT ON COLUMN places.mentions IS 'How often the article names it; each one is in the table mentions';
COMMENT ON COLUMN places.place_code IS 'Code of the unit at the article''s date; of a settlement, that of its commune; null where unresolved';
COMMENT ON COLUMN places.place_name IS 'Name of the linked unit; null where there is none';
COMMENT ON COLUMN places.place_kind IS 'Kind of the linked unit';
COMMENT ON COLUMN places.place_level IS 'Level of the linked unit';
COMMENT ON COLUMN places.province IS 'Province of the linked unit';
COMMENT ON COLUMN places.district IS 'District of the linked unit';
COMMENT ON COLUMN places.commune IS 'Commune of the linked unit';
COMMENT ON COLUMN places."start" IS 'Offset of the first character in articles.text';
COMMENT ON COLUMN places."end" IS 'Offset behind the last character';
COMMENT ON COLUMN places.text IS 'The characters themselves';
COMMENT ON COLUMN places.sentence IS 'The sentence that holds them';
COMMENT ON COLUMN places.rule IS 'Id of the rule that found it';
COMMENT ON COLUMN places.confidence IS '0 to 1';

CREATE TABLE mentions (
    article VARCHAR NOT NULL, kind VARCHAR NOT NULL, of INTEGER NOT NULL, nr INTEGER NOT NULL,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, text VARCHAR NOT NULL, sentence VARCHAR NOT NULL,
    rule VARCHAR NOT NULL, confidence DOUBLE NOT NULL
);
COMMENT ON TABLE mentions IS 'Every place in the text where an official or a place is named';
COMMENT ON COLUMN mentions.article IS 'The article (articles.id)';
COMMENT ON COLUMN mentions.kind IS 'officials | places: the table of what is named';
COMMENT ON COLUMN mentions.of IS 'What is named (nr in that table, same article)';
COMMENT ON COLUMN mentions.nr IS 'Which mention, from 0';
COMMENT ON COLUMN mentions."start" IS 'Offset of the first character in articles.text';
COMMENT ON COLUMN mentions."end" IS 'Offset behind the last character';
COMMENT ON COLUMN mentions.text IS 'The characters themselves';
COMMENT ON COLUMN mentions.sentence IS 'The sentence that holds them';
COMMENT ON COLUMN mentions.rule IS 'Id of the rule that found what is named';
COMMENT ON COLUMN mentions.confidence IS '0 to 1';

CREATE TABLE figures (
    article VARCHAR NOT NULL, nr INTEGER NOT NULL, measure VARCHAR NOT NULL, unit VARCHAR NOT NULL,
    value DOUBLE NOT NULL, high DOUBLE, bound VARCHAR NOT NULL, of DOUBLE, topic VARCHAR, field VARCHAR, level VARCHAR,
    holder VARCHAR, status VARCHAR,
    place_code VARCHAR, place_name VARCHAR, place_kind VARCHAR, place_level VARCHAR,
    province VARCHAR, district VARCHAR, commune VARCHAR,
    period_start DATE, period_end DATE, cumulative BOOLEAN,
    part_of INTEGER, partition BOOLEAN, list INTEGER, change_direction VARCHAR, change_than VARCHAR,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, text VARCHAR NOT NULL, sentence VARCHAR NOT NULL,
    rule VARCHAR NOT NULL, confidence DOUBLE NOT NULL
);
COMMENT ON TABLE figures IS 'Every counted thing: counts of "Dân vận khéo" models above all, also meetings, gifts, households ...';
COMMENT ON COLUMN figures.article IS 'The article (articles.id)';
COMMENT ON COLUMN figures.nr IS 'Place in the record''s list, from 0; part_of and money.items point to it';
COMMENT ON COLUMN figures.measure IS 'What is counted, canonical noun: mô hình, hội nghị, phần quà ...';
COMMENT ON COLUMN figures.unit IS 'The noun as written; "%" for a share';
COMMENT ON COLUMN figures.value IS 'The number; the lower end of a range';
COMMENT ON COLUMN figures.high IS 'Upper end of a range, else null';
COMMENT ON COLUMN figures.bound IS 'exact | more_than | at_least | less_than | at_most | about';
COMMENT ON COLUMN figures.of IS 'The whole in "15/17 xã"';
COMMENT ON COLUMN figures.topic IS 'dan_van_kheo, or null';
COMMENT ON COLUMN figures.field IS 'economy | culture_society | defence_security | political_system | new_countryside | environment | other';
COMMENT ON COLUMN figures.level IS 'Level it is recognised, run or commended at, where the text says so';
COMMENT ON COLUMN figures.holder IS 'collective | individual';
COMMENT ON COLUMN figures.status IS 'registered | built | recognised | maintained | replicated | launched | commended | planned';
COMMENT ON COLUMN figures.place_code IS 'Code of the unit that the number covers, at the article''s date; null where ambiguous';
COMMENT ON COLUMN figures.place_name IS 'Its name without the kind; null where the number covers no unit that is known';
COMMENT ON COLUMN figures.place_kind IS 'Its kind';
COMMENT ON COLUMN figures.place_level IS 'Its level';
COMMENT ON COLUMN figures.province IS 'Province of that unit';
COMMENT ON COLUMN figures.district IS 'District of that unit; null after 1 July 2025';
COMMENT ON COLUMN figures.commune IS 'Commune of that unit';
COMMENT ON COLUMN figures.period_start IS 'First day that the number covers; null where the text gives none';
COMMENT ON COLUMN figures.period_end IS 'Last day that the number covers';
COMMENT ON COLUMN figures.cumulative IS 'True for stock ("đến nay") and totals over several years; null where there is no period';
COMMENT ON COLUMN figures.part_of IS 'The figure that it is a part or subset of (figures.nr, same article)';
COMMENT ON COLUMN figures.partition IS 'True where it and its siblings are said to make up the whole; null where it is no part';
COMMENT ON COLUMN figures.list IS 'The list that it is a part in, counted through the article';
COMMENT ON COLUMN figures.change_direction IS 'up | down, for a number that says by how much';
COMMENT ON COLUMN figures.change_than IS 'previous_year | plan | registered | other';
COMMENT ON COLUMN figures."start" IS 'Offset of the first character in articles.text';
COMMENT ON COLUMN figures."end" IS 'Offset behind the last character';
COMMENT ON COLUMN figures.text IS 'The characters themselves';
COMMENT ON COLUMN figures.sentence IS 'The sentence that holds them';
COMMENT ON COLUMN figures.rule IS 'Id of the rule that found it';
COMMENT ON COLUMN figures.confidence IS '0 to 1';

CREATE TABLE money (
    article VARCHAR NOT NULL, nr INTEGER NOT NULL, amount BIGINT NOT NULL, high BIGINT, currency VARCHAR NOT NULL,
    bound VARCHAR NOT NULL, basis VARCHAR, purpose VARCHAR, items INTEGER,
    place_code VARCHAR, place_name VARCHAR, place_kind VARCHAR, place_level VARCHAR,
    province VARCHAR, district VARCHAR, commune VARCHAR,
    period_start DATE, period_end DATE, cumulative BOOLEAN,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, text VARCHAR NOT NULL, sentence VARCHAR NOT NULL,
    rule VARCHAR NOT NULL, confidence DOUBLE NOT NULL
);
COMMENT ON TABLE money IS 'Every sum of money';
COMMENT ON COLUMN money.article IS 'The article (articles.id)';
COMMENT ON COLUMN money.nr IS 'Place in the record''s list, from 0';
COMMENT ON COLUMN money.amount IS 'Whole units of the currency; the lower end of a range';
COMMENT ON COLUMN money.high IS 'Upper end of a range, else null';
COMMENT ON COLUMN money.currency IS 'VND, USD ...';
COMMENT ON COLUMN money.bound IS 'exact | more_than | at_least | less_than | at_most | about';
COMMENT ON COLUMN money.basis IS 'total | each; null where it could be either';
COMMENT ON COLUMN money.purpose IS 'Words that say what it paid for';
COMMENT ON COLUMN money.items IS 'The counted things it paid for (figures.nr, same article)';
COMMENT ON COLUMN money.place_code IS 'Code of the unit it was raised or spent in, at the article''s date; null where ambiguous';
COMMENT ON COLUMN money.place_name IS 'Its name without the kind';
COMMENT ON COLUMN money.place_kind IS 'Its kind';
COMMENT ON COLUMN money.place_level IS 'Its level';
COMMENT ON COLUMN money.province IS 'Province of that unit';
COMMENT ON COLUMN money.district IS 'District of that unit';
COMMENT ON COLUMN money.commune IS 'Commune of that unit';
COMMENT ON COLUMN money.period_start IS 'First day that the sum covers';
COMMENT ON COLUMN money.period_end IS 'Last day that the sum covers';
COMMENT ON COLUMN money.cumulative IS 'True for totals over several years or since an open start';
COMMENT ON COLUMN money."start" IS 'Offset of the first character in articles.text';
COMMENT ON COLUMN money."end" IS 'Offset behind the last character';
COMMENT ON COLUMN money.text IS 'The characters themselves';
COMMENT ON COLUMN money.sentence IS 'The sentence that holds them';
COMMENT ON COLUMN money.rule IS 'Id of the rule that found it';
COMMENT ON COLUMN money.confidence IS '0 to 1';

CREATE TABLE models (
    article VARCHAR NOT NULL, nr INTEGER NOT NULL, name VARCHAR NOT NULL, quoted BOOLEAN NOT NULL, owner VARCHAR,
    field VARCHAR,
    place_code VARCHAR, place_name VARCHAR, place_kind VARCHAR, place_level VARCHAR,
    province VARCHAR, district VARCHAR, commune VARCHAR,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, text VARCHAR NOT NULL, sentence VARCHAR NOT NULL,
    rule VARCHAR NOT NULL, confidence DOUBLE NOT NULL
);
COMMENT ON TABLE models IS 'Every single "Dân vận khéo" model that is named or described';
COMMENT ON COLUMN models.article IS 'The article (articles.id)';
COMMENT ON COLUMN models.nr IS 'Place in the record''s list, from 0';
COMMENT ON COLUMN models.name IS 'As quoted, or the describing phrase';
COMMENT ON COLUMN models.quoted IS 'Whether the name stands in quotation marks';
COMMENT ON COLUMN models.owner IS 'Who has or started it';
COMMENT ON COLUMN models.field IS 'economy | culture_society | defence_security | political_system | new_countryside | environment | other';
COMMENT ON COLUMN models.place_code IS 'Code of its site at the article''s date; null where ambiguous';
COMMENT ON COLUMN models.place_name IS 'Name of the site, without the kind';
COMMENT ON COLUMN models.place_kind IS 'Kind of the site';
COMMENT ON COLUMN models.place_level IS 'Level of the site';
COMMENT ON COLUMN models.province IS 'Province of the site';
COMMENT ON COLUMN models.district IS 'District of the site';
COMMENT ON COLUMN models.commune IS 'Commune of the site';
COMMENT ON COLUMN models."start" IS 'Offset of the first character in articles.text';
COMMENT ON COLUMN models."end" IS 'Offset behind the last character';
COMMENT ON COLUMN models.text IS 'The characters themselves';
COMMENT ON COLUMN models.sentence IS 'The sentence that holds them';
COMMENT ON COLUMN models.rule IS 'Id of the rule that found it';
COMMENT ON COLUMN models.confidence IS '0 to 1';

CREATE TABLE units (
    code VARCHAR NOT NULL, level VARCHAR NOT NULL, kind VARCHAR NOT NULL, name VARCHAR NOT NULL, parent_code VARCHAR,
    valid_from DATE NOT NULL, valid_to DATE, source VARCHAR, lat DOUBLE, lon DOUBLE
);
COMMENT ON TABLE units IS 'Administrative units, one row a version: a code is an identity only together with a day';
COMMENT ON COLUMN units.code IS 'Code of the statistics office: 2 digits province, 3 district, 5 commune';
COMMENT ON COLUMN units.level IS 'province | district | commune';
COMMENT ON COLUMN units.kind IS 'tỉnh, thành phố, quận, huyện, thị xã, phường, xã, thị trấn, đặc khu';
COMMENT ON COLUMN units.name IS 'Name without the kind';
COMMENT ON COLUMN units.parent_code IS 'District of a commune, province of a district; from 2025-07-01 the province of a commune';
COMMENT ON COLUMN units.valid_from IS 'First day of the version';
COMMENT ON COLUMN units.valid_to IS 'First day on which it no longer holds; null where it still does';
COMMENT ON COLUMN units.source IS 'Where the version was taken from';
COMMENT ON COLUMN units.lat IS 'Latitude of the centre, degrees north';
COMMENT ON COLUMN units.lon IS 'Longitude of the centre, degrees east';

CREATE TABLE copies (
    article VARCHAR PRIMARY KEY, canonical VARCHAR NOT NULL, share DOUBLE NOT NULL, changed BOOLEAN NOT NULL DEFAULT false
);
COMMENT ON TABLE copies IS 'Articles that say what another one says: their facts are counted once. Made anew when articles have changed';
COMMENT ON COLUMN copies.article IS 'The copy (articles.id)';
COMMENT ON COLUMN copies.canonical IS 'The earliest article of the same content (articles.id); of the versions of one page the newest';
COMMENT ON COLUMN copies.share IS 'How much of the shorter one both have: of its sentences with facts, by length, or of its runs of three syllables: 0.5 to 1';
COMMENT ON COLUMN copies.changed IS 'True where a number stands otherwise: no plain copy. The audit holds both numbers against each other';

CREATE TABLE sketches (body VARCHAR PRIMARY KEY, nr INTEGER NOT NULL);
COMMENT ON TABLE sketches IS 'The texts that were sketched by MinHash and held against all others, each once';
COMMENT ON COLUMN sketches.body IS 'The text (articles.body_hash)';
COMMENT ON COLUMN sketches.nr IS 'Order in which they were sketched, from 1';

CREATE TABLE bands (band UBIGINT NOT NULL, nr INTEGER NOT NULL);
COMMENT ON TABLE bands IS 'The bands of the sketches: texts that share one are compared. Of each band the earliest texts only';
COMMENT ON COLUMN bands.band IS 'Hash of the band';
COMMENT ON COLUMN bands.nr IS 'The sketch (sketches.nr)';

CREATE TABLE likenesses (one VARCHAR NOT NULL, other VARCHAR NOT NULL, share DOUBLE NOT NULL, changed BOOLEAN NOT NULL);
COMMENT ON TABLE likenesses IS 'Pairs of texts that are one by their words, verified; templates with other names, numbers or years are none';
COMMENT ON COLUMN likenesses.one IS 'One text (articles.body_hash)';
COMMENT ON COLUMN likenesses.other IS 'The other';
COMMENT ON COLUMN likenesses.share IS 'How many of the shorter one''s runs of three syllables both have: 0 to 1';
COMMENT ON COLUMN likenesses.changed IS 'True where a number stands otherwise';

CREATE TABLE quarantine (
    path VARCHAR NOT NULL, item VARCHAR, reason VARCHAR NOT NULL, bytes BIGINT NOT NULL, run INTEGER NOT NULL
);
COMMENT ON TABLE quarantine IS 'Inputs that gave no record; a row goes when its input is read well';
COMMENT ON COLUMN quarantine.path IS 'Path as it was read';
COMMENT ON COLUMN quarantine.item IS 'Which item of the file (line of a .jsonl), null for the whole file';
COMMENT ON COLUMN quarantine.reason IS 'Why: the key of a message and its values; `danvan quarantine list` tells it in words';
COMMENT ON COLUMN quarantine.bytes IS 'How many bytes were read';
COMMENT ON COLUMN quarantine.run IS 'Run that met it';

CREATE TABLE set_aside (
    id VARCHAR PRIMARY KEY, source VARCHAR, url VARCHAR, title VARCHAR, published VARCHAR, text VARCHAR NOT NULL,
    body_hash VARCHAR NOT NULL, score DOUBLE NOT NULL, reasons VARCHAR[] NOT NULL, run INTEGER NOT NULL
);
COMMENT ON TABLE set_aside IS 'Articles that danvan run --relevant only did not extract; a run without it takes them in';
COMMENT ON COLUMN set_aside.id IS 'Identity that the article has or will have (articles.id)';
COMMENT ON COLUMN set_aside.source IS 'Path of the file or name of the site that it was read from';
COMMENT ON COLUMN set_aside.url IS 'Address of the page, where known';
COMMENT ON COLUMN set_aside.title IS 'Headline';
COMMENT ON COLUMN set_aside.published IS 'Day or minute of publication';
COMMENT ON COLUMN set_aside.text IS 'The cleaned text';
COMMENT ON COLUMN set_aside.body_hash IS 'SHA-256 of the text';
COMMENT ON COLUMN set_aside.score IS 'How much speaks for dân vận work; 3 and more would be extracted';
COMMENT ON COLUMN set_aside.reasons IS 'Rules of relevance.toml that spoke for or against it';
COMMENT ON COLUMN set_aside.run IS 'Run that set it aside';

CREATE TABLE relevance (
    article VARCHAR NOT NULL, relevant BOOLEAN NOT NULL, score DOUBLE NOT NULL, reasons VARCHAR[] NOT NULL,
    body_hash VARCHAR NOT NULL, rules_hash VARCHAR NOT NULL
);
COMMENT ON TABLE relevance IS 'Whether articles are about dân vận work, where danvan run --relevant mark has judged them';
COMMENT ON COLUMN relevance.article IS 'The article (articles.id)';
COMMENT ON COLUMN relevance.relevant IS 'The verdict';
COMMENT ON COLUMN relevance.score IS 'How much speaks for it; 3 and more are relevant';
COMMENT ON COLUMN relevance.reasons IS 'Rules of relevance.toml that spoke for or against it';
COMMENT ON COLUMN relevance.body_hash IS 'The text that was judged (articles.body_hash)';
COMMENT ON COLUMN relevance.rules_hash IS 'Hash of the rules that it was judged by';

CREATE TABLE findings (
    id VARCHAR PRIMARY KEY, "check" VARCHAR NOT NULL, severity VARCHAR NOT NULL, state VARCHAR NOT NULL,
    message_vi VARCHAR NOT NULL, message_en VARCHAR NOT NULL, settle_vi VARCHAR NOT NULL, settle_en VARCHAR NOT NULL,
    articles VARCHAR[] NOT NULL, spans STRUCT(article VARCHAR, "start" INTEGER, "end" INTEGER, text VARCHAR)[] NOT NULL,
    stated VARCHAR, computed VARCHAR, evidence VARCHAR NOT NULL,
    first_seen TIMESTAMP NOT NULL, last_changed TIMESTAMP NOT NULL,
    dismissed_evidence VARCHAR, dismissed_by VARCHAR, dismissed_at TIMESTAMP, dismissed_why VARCHAR
);
COMMENT ON TABLE findings IS 'The ledger of the audit: what does not hold as printed, over all audits. Nothing is ever deleted';
COMMENT ON COLUMN findings.id IS 'Stable over audits: check and place in the articles';
COMMENT ON COLUMN findings."check" IS 'Which check (danvan audit --list)';
COMMENT ON COLUMN findings.severity IS 'error | warning | note';
COMMENT ON COLUMN findings.state IS 'open | dismissed | gone (the last audit did not find it any more)';
COMMENT ON COLUMN findings.message_vi IS 'What does not hold, with the arithmetic, in Vietnamese';
COMMENT ON COLUMN findings.message_en IS 'The same in English';
COMMENT ON COLUMN findings.settle_vi IS 'What would settle it, in Vietnamese';
COMMENT ON COLUMN findings.settle_en IS 'The same in English';
COMMENT ON COLUMN findings.articles IS 'The articles it rests on';
COMMENT ON COLUMN findings.spans IS 'The characters it rests on; the first ones are in question';
COMMENT ON COLUMN findings.stated IS 'What the text says';
COMMENT ON COLUMN findings.computed IS 'What follows from the other numbers; null where nothing is computed';
COMMENT ON COLUMN findings.evidence IS 'Hash of what it rests on: a finding that was dismissed is open again when this changes';
COMMENT ON COLUMN findings.first_seen IS 'When an audit first found it, UTC';
COMMENT ON COLUMN findings.last_changed IS 'When it last changed in any way, UTC';
COMMENT ON COLUMN findings.dismissed_evidence IS 'The evidence for which it was dismissed';
COMMENT ON COLUMN findings.dismissed_by IS 'Who dismissed it';
COMMENT ON COLUMN findings.dismissed_at IS 'When, UTC';
COMMENT ON COLUMN findings.dismissed_why IS 'Why';

CREATE TABLE coverage (
    "check" VARCHAR NOT NULL, outcome VARCHAR NOT NULL, reason VARCHAR, comparisons BIGINT NOT NULL
);
COMMENT ON TABLE coverage IS 'What the last audit could compare: how many comparisons of each check came out how';
COMMENT ON COLUMN coverage."check" IS 'Which check';
COMMENT ON COLUMN coverage.outcome IS 'differs | agrees | unclear';
COMMENT ON COLUMN coverage.reason IS 'Why the comparisons are unclear';
COMMENT ON COLUMN coverage.comparisons IS 'How many';

CREATE TABLE reviews (
    nr INTEGER PRIMARY KEY, id VARCHAR NOT NULL, verdict VARCHAR NOT NULL, kind VARCHAR NOT NULL,
    body_hash VARCHAR, "start" INTEGER, "end" INTEGER, nth INTEGER, article VARCHAR, text VARCHAR, sentence VARCHAR,
    within INTEGER, finding VARCHAR, evidence VARCHAR, said VARCHAR, changes VARCHAR, undoes VARCHAR,
    reviewer VARCHAR NOT NULL, reviewed_at TIMESTAMP NOT NULL, why VARCHAR
);
COMMENT ON TABLE reviews IS 'The journal of what people said of single facts and findings. Rows are only ever added; the last word on a key that was not undone holds';
COMMENT ON COLUMN reviews.nr IS 'Order of arrival in this database, from 1';
COMMENT ON COLUMN reviews.id IS 'Identity of the word, the same in every database that it is imported into';
COMMENT ON COLUMN reviews.verdict IS 'accept | correct | reject | dismiss | undo';
COMMENT ON COLUMN reviews.kind IS 'Table of the fact, or findings';
COMMENT ON COLUMN reviews.body_hash IS 'Text that the offsets count in (articles.body_hash); null for findings';
COMMENT ON COLUMN reviews."start" IS 'Offset of the first character of the fact';
COMMENT ON COLUMN reviews."end" IS 'Offset behind the last character';
COMMENT ON COLUMN reviews.nth IS 'Which one of several posts at these characters, from 0';
COMMENT ON COLUMN reviews.article IS 'Article that was looked at (articles.id)';
COMMENT ON COLUMN reviews.text IS 'The characters themselves';
COMMENT ON COLUMN reviews.sentence IS 'The sentence that holds them';
COMMENT ON COLUMN reviews.within IS 'How far behind the beginning of the sentence the fact begins';
COMMENT ON COLUMN reviews.finding IS 'Finding that is dismissed (findings.id); null for facts';
COMMENT ON COLUMN reviews.evidence IS 'Evidence for which it was dismissed';
COMMENT ON COLUMN reviews.said IS 'What the extraction said then, as JSON';
COMMENT ON COLUMN reviews.changes IS 'Columns that the reviewer stands for, with their values, as JSON; laid over every later extraction';
COMMENT ON COLUMN reviews.undoes IS 'The word that is taken back (reviews.id)';
COMMENT ON COLUMN reviews.reviewer IS 'Who said it';
COMMENT ON COLUMN reviews.reviewed_at IS 'When, UTC';
COMMENT ON COLUMN reviews.why IS 'Why';

CREATE TABLE reviewed (
    article VARCHAR NOT NULL, kind VARCHAR NOT NULL, nr INTEGER, "start" INTEGER, "end" INTEGER,
    review VARCHAR NOT NULL, state VARCHAR NOT NULL, extracted VARCHAR
);
COMMENT ON TABLE reviewed IS 'What became of the words of the journal in the articles that hold now. The extraction''s own rows of these articles are in the schema extracted';
COMMENT ON COLUMN reviewed.article IS 'The article (articles.id)';
COMMENT ON COLUMN reviewed.kind IS 'Table of the fact';
COMMENT ON COLUMN reviewed.nr IS 'The fact now (nr in that table); null where it was rejected or is to be looked at again';
COMMENT ON COLUMN reviewed."start" IS 'Offset of the first character in articles.text; null where the place is gone';
COMMENT ON COLUMN reviewed."end" IS 'Offset behind the last character';
COMMENT ON COLUMN reviewed.review IS 'The word (reviews.id)';
COMMENT ON COLUMN reviewed.state IS 'holds | to_review (the text and the extraction both changed: look again; the extraction stands until then)';
COMMENT ON COLUMN reviewed.extracted IS 'What the extraction itself says there now, as JSON; null where it says nothing';

CREATE TABLE forgotten (
    name_hash VARCHAR PRIMARY KEY, words INTEGER NOT NULL, forgotten_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE forgotten IS 'Persons who were taken out and stay out of every later extraction; their names are not kept';
COMMENT ON COLUMN forgotten.name_hash IS 'SHA-256 of the name, its case and tone placement folded';
COMMENT ON COLUMN forgotten.words IS 'How many words the name has';
COMMENT ON COLUMN forgotten.forgotten_at IS 'When, UTC';
