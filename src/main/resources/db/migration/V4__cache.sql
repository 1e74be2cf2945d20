-- What members said of answers that were made for another question. Ids and numbers only; times in milliseconds since 1970
-- (UTC); similarity is the cosine of the two questions, correct is 1 where it helped.
CREATE TABLE reuse (
    answer_id  TEXT    NOT NULL,
    member_id  TEXT    NOT NULL,
    similarity REAL    NOT NULL,
    correct    INTEGER NOT NULL CHECK (correct IN (0, 1)),
    judged_at  INTEGER NOT NULL,
    PRIMARY KEY (answer_id, member_id)
) STRICT, WITHOUT ROWID;
