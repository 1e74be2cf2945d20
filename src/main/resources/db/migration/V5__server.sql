-- What a Discord server has of its own: documents, corrections, settings. Times in milliseconds since 1970 (UTC).
-- The server id is empty text for the installation.

CREATE TABLE document (
    id           TEXT    NOT NULL PRIMARY KEY,
    server_id    TEXT    NOT NULL,
    title        TEXT    NOT NULL,
    format       TEXT    NOT NULL,
    pages        INTEGER NOT NULL,
    passages     INTEGER NOT NULL,
    content_hash TEXT    NOT NULL,
    added_by     TEXT    NOT NULL,
    added_at     INTEGER NOT NULL,
    state        TEXT    NOT NULL,
    state_at     INTEGER NOT NULL,
    replaces     TEXT
) STRICT;

CREATE INDEX document_server ON document (server_id, state);

-- The text of a document as it was read, in order. The parts of a heading are lines.
CREATE TABLE document_section (
    document_id TEXT    NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    page        INTEGER NOT NULL,
    heading     TEXT    NOT NULL,
    text        TEXT    NOT NULL,
    PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

-- Answers that those who manage a server wrote. What stood there before the last change is kept, to undo it.
CREATE TABLE correction (
    id         TEXT    NOT NULL PRIMARY KEY,
    server_id  TEXT    NOT NULL,
    question   TEXT    NOT NULL,
    answer     TEXT    NOT NULL,
    live       INTEGER NOT NULL,
    before     TEXT    NOT NULL,
    live_before INTEGER NOT NULL,
    written_by TEXT    NOT NULL,
    written_at INTEGER NOT NULL
) STRICT;

CREATE INDEX correction_server ON correction (server_id);

CREATE TABLE server_setting (
    server_id TEXT NOT NULL,
    name      TEXT NOT NULL,
    value     TEXT NOT NULL,
    PRIMARY KEY (server_id, name)
) STRICT, WITHOUT ROWID;

-- Questions that were not answered or whose answer did not help: masked, and without whose they are.
CREATE TABLE gap (
    id        TEXT    NOT NULL PRIMARY KEY,
    server_id TEXT    NOT NULL,
    question  TEXT    NOT NULL,
    topic     TEXT    NOT NULL,
    vector    BLOB    NOT NULL,
    reason    TEXT    NOT NULL,
    asked_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX gap_server ON gap (server_id, asked_at);

-- How often a question was answered and how it was rated, by day and topic, without whose it is.
CREATE TABLE topic_day (
    server_id TEXT    NOT NULL,
    day       INTEGER NOT NULL,
    topic     TEXT    NOT NULL,
    asked     INTEGER NOT NULL,
    helpful   INTEGER NOT NULL,
    unhelpful INTEGER NOT NULL,
    PRIMARY KEY (server_id, day, topic)
) STRICT, WITHOUT ROWID;

-- Members who want nothing of theirs kept for logs and insights.
CREATE TABLE opted_out (
    member_id TEXT    NOT NULL PRIMARY KEY,
    since     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Servers from which the bot was removed.
CREATE TABLE server_left (
    server_id TEXT    NOT NULL PRIMARY KEY,
    left_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
