-- What model calls cost. Ids only; times in milliseconds since 1970 (UTC); money in billionths of a US dollar.

-- Every model call. It counts at its worst case until it is settled, in the day and month in which it was reserved.
CREATE TABLE model_call (
    id                  TEXT    NOT NULL PRIMARY KEY,
    question_id         TEXT    NOT NULL,
    tier                TEXT    NOT NULL,
    provider            TEXT    NOT NULL,
    model               TEXT    NOT NULL,
    member_id           TEXT,
    server_id           TEXT,
    owner               TEXT    NOT NULL,
    reserved_at         INTEGER NOT NULL,
    worst_nanos         INTEGER NOT NULL,
    strong_worst_nanos  INTEGER NOT NULL,
    state               TEXT    NOT NULL CHECK (state IN ('RESERVED', 'SETTLED', 'ABANDONED', 'RELEASED')),
    settled_at          INTEGER,
    outcome             TEXT,
    tokens_in           INTEGER,
    tokens_out          INTEGER,
    cost_nanos          INTEGER,
    strong_nanos        INTEGER
) STRICT;

CREATE INDEX model_call_open ON model_call (owner) WHERE state = 'RESERVED';
CREATE INDEX model_call_time ON model_call (reserved_at);
CREATE INDEX model_call_server ON model_call (server_id, reserved_at) WHERE server_id IS NOT NULL;

-- Running sums of model_call by who pays: MEMBER and SERVER by day, INSTALLATION (with an empty id) by month.
CREATE TABLE spending (
    holder        TEXT    NOT NULL,
    holder_id     TEXT    NOT NULL,
    period        TEXT    NOT NULL,
    money_nanos   INTEGER NOT NULL,
    settled_nanos INTEGER NOT NULL,
    calls         INTEGER NOT NULL,
    PRIMARY KEY (holder, holder_id, period)
) STRICT, WITHOUT ROWID;

-- The processes that have reserved calls, and until when they are taken to live.
CREATE TABLE ledger_owner (
    owner       TEXT    NOT NULL PRIMARY KEY,
    lease_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Which shares of a month's budget have been reported as reached.
CREATE TABLE spend_alert (
    month   TEXT    NOT NULL,
    percent INTEGER NOT NULL,
    PRIMARY KEY (month, percent)
) STRICT, WITHOUT ROWID;

-- Answers by how they were served; no server is an empty id, not from the cache an empty word.
CREATE TABLE answer_tally (
    day          TEXT    NOT NULL,
    server_id    TEXT    NOT NULL,
    served_by    TEXT    NOT NULL,
    cached       TEXT    NOT NULL,
    answers      INTEGER NOT NULL,
    cost_nanos   INTEGER NOT NULL,
    strong_nanos INTEGER NOT NULL,
    PRIMARY KEY (day, server_id, served_by, cached)
) STRICT, WITHOUT ROWID;
