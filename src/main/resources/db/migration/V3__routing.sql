-- How questions were routed to tiers, kept by the id of their answers. Ids and numbers only; times in milliseconds since
-- 1970 (UTC).

-- An answer whose tier routing chose. The vector and the marks describe the question: they hold no text of it.
CREATE TABLE routed_answer (
    answer_id  TEXT    NOT NULL PRIMARY KEY,
    vector     BLOB    NOT NULL,
    marks      BLOB    NOT NULL,
    need       TEXT    NOT NULL,
    complexity REAL    NOT NULL,
    wanted     TEXT    NOT NULL,
    served_by  TEXT    NOT NULL,
    kept_share REAL,
    routed_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX routed_answer_time ON routed_answer (routed_at);

-- Money and calls each have shares of their own that are reported.
CREATE TABLE budget_alert (
    month   TEXT    NOT NULL,
    cap     TEXT    NOT NULL,
    percent INTEGER NOT NULL,
    PRIMARY KEY (month, cap, percent)
) STRICT, WITHOUT ROWID;

INSERT INTO budget_alert (month, cap, percent) SELECT month, 'INSTALLATION_MONTH_USD', percent FROM spend_alert;

DROP TABLE spend_alert;
