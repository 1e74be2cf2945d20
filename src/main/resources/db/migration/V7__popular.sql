-- What members ask, for what is asked most: masked, without whose it is. Times in milliseconds since 1970 (UTC).
-- The id is made of server, member, day and question, so that the same question of a member counts once a day; matter is
-- which roles, direction, denial and numbers the question is about; helpful is how the member rated an answer to it, 1 for 👍.
CREATE TABLE asked_question (
    id        TEXT    NOT NULL PRIMARY KEY,
    server_id TEXT    NOT NULL,
    asked_by  TEXT    NOT NULL,
    question  TEXT    NOT NULL,
    matter    TEXT    NOT NULL,
    vector    BLOB    NOT NULL,
    helpful   INTEGER CHECK (helpful IN (0, 1)),
    asked_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX asked_question_server ON asked_question (server_id, asked_at, id);
CREATE INDEX asked_question_asked_by ON asked_question (asked_by, server_id, asked_at);
