-- What members thought of answers. Ids only; times in milliseconds since 1970 (UTC).
CREATE TABLE feedback (
    answer_id TEXT    NOT NULL,
    member_id TEXT    NOT NULL,
    server_id TEXT,
    rating    TEXT    NOT NULL CHECK (rating IN ('HELPFUL', 'UNHELPFUL')),
    rated_at  INTEGER NOT NULL,
    PRIMARY KEY (answer_id, member_id)
) STRICT, WITHOUT ROWID;
