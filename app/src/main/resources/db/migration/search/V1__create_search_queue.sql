-- What has to be indexed anew (待索引队列). Written in the transaction that changes a document; a line
-- goes only after the index holds the change durably.
CREATE TABLE search_queue (
    number    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document  text        NOT NULL CHECK (document <> ''),
    queued_at timestamptz NOT NULL,
    failures  integer     NOT NULL DEFAULT 0 CHECK (failures >= 0),
    reason    text
);

CREATE INDEX search_queue_failed ON search_queue (failures, number) WHERE failures > 0;

GRANT SELECT, INSERT, DELETE ON search_queue TO gongkai_app;
GRANT UPDATE (failures, reason) ON search_queue TO gongkai_app;
