-- 涉农涉企资金发放: lists of what was granted to farmers and firms. The file itself is never kept; of a natural person
-- the first sign of the name, and no number of a card, telephone or account.
CREATE TABLE fund_batch (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id    bigint NOT NULL,
    file_name    text NOT NULL,
    -- heads of columns that were not read
    unread       text NOT NULL DEFAULT '',
    state        text NOT NULL CHECK (state IN ('READ', 'TAKEN', 'CANCELLED')),
    begun_by     bigint NOT NULL,
    begun_at     timestamptz NOT NULL,
    ended_at     timestamptz,
    document_id  uuid,
    published_on date,
    is_public    boolean NOT NULL DEFAULT false,
    CHECK ((state = 'READ') = (ended_at IS NULL)),
    CHECK (NOT is_public OR (state = 'TAKEN' AND document_id IS NOT NULL AND published_on IS NOT NULL))
);
CREATE INDEX fund_batch_list ON fund_batch (agency_id, id DESC);
CREATE INDEX fund_batch_document ON fund_batch (document_id);

CREATE TABLE fund_payment (
    batch_id  bigint NOT NULL REFERENCES fund_batch (id),
    line      integer NOT NULL CHECK (line > 0),
    kind      text NOT NULL CHECK (kind IN ('PERSON', 'FIRM')),
    recipient text NOT NULL CHECK (recipient <> ''),
    place     text NOT NULL,
    policy    text NOT NULL CHECK (policy <> ''),
    basis     text NOT NULL CHECK (basis <> ''),
    amount    numeric(15, 2) NOT NULL CHECK (amount > 0),
    paid_on   date NOT NULL,
    PRIMARY KEY (batch_id, line),
    CHECK (kind = 'FIRM' OR recipient ~ '^.某{1,2}$'),
    CHECK (recipient || '|' || place || '|' || policy || '|' || basis !~ '[0-9]{11}')
);

GRANT SELECT, INSERT ON fund_batch, fund_payment TO gongkai_app;
GRANT UPDATE (state, ended_at, document_id, published_on, is_public) ON fund_batch TO gongkai_app;
