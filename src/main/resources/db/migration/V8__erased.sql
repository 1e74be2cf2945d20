-- Members who had all of theirs deleted within the last day, as codes: every process that shares the database follows. Times in
-- milliseconds since 1970 (UTC), each later than all before it.
CREATE TABLE erased (
    member_code TEXT    NOT NULL PRIMARY KEY,
    erased_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX erased_in_order ON erased (erased_at);
