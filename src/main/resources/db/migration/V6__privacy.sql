-- Whose rows are without a member's id: a code that is made of it (HMAC-SHA-256) with a key of this installation alone.
CREATE TABLE member_key (
    name  TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Who asked a question that was not answered; null where it was kept before codes were. A code stands in opted_out, too:
-- ids that stand there from before become codes at the start.
ALTER TABLE gap ADD COLUMN asked_by TEXT;

CREATE INDEX gap_asked_by ON gap (asked_by) WHERE asked_by IS NOT NULL;

ALTER TABLE opted_out RENAME COLUMN member_id TO member_code;

-- Answers in the cache that processes share, by their names there, so that they can be taken back when no process has them
-- in memory: with the code of who asked, where that is known, and the server whose knowledge they used (else empty).
CREATE TABLE shared_answer (
    name      TEXT    NOT NULL PRIMARY KEY,
    asked_by  TEXT,
    server_id TEXT    NOT NULL,
    kept_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX shared_answer_asked_by ON shared_answer (asked_by) WHERE asked_by IS NOT NULL;
