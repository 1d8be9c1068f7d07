-- 第三方网上答复 (条例 art. 32): a link that a third party answers by, once. Of its secret a keyed hash is kept; what the third
-- party is shown was written by an officer and names nobody who asks.
CREATE TABLE request_opinion_link (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     bigint NOT NULL REFERENCES request_case (id),
    party       text NOT NULL CHECK (length(btrim(party)) > 0),
    secret_key  text NOT NULL UNIQUE,
    shown       text NOT NULL CHECK (length(btrim(shown)) > 0),
    harm        text,
    made_by     bigint NOT NULL,
    made_at     timestamptz NOT NULL,
    ended_at    timestamptz,
    ended_by    text CHECK (ended_by IN ('ANSWER', 'NEW_LINK')),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX request_opinion_link_case ON request_opinion_link (case_id, id);
CREATE UNIQUE INDEX request_opinion_link_open ON request_opinion_link (case_id, party) WHERE ended_at IS NULL;

-- 第三方意见, as it was signed; append-only.
CREATE TABLE request_opinion (
    link_id     bigint PRIMARY KEY REFERENCES request_opinion_link (id),
    choice      text NOT NULL CHECK (choice IN ('CONSENT', 'PARTLY', 'REFUSE')),
    reasons     text,
    signed_by   text NOT NULL CHECK (length(btrim(signed_by)) > 0),
    given_at    timestamptz NOT NULL,
    CHECK (choice = 'CONSENT' OR reasons IS NOT NULL)
);

GRANT SELECT, INSERT ON request_opinion_link, request_opinion TO gongkai_app;
GRANT UPDATE (ended_at, ended_by) ON request_opinion_link TO gongkai_app;
