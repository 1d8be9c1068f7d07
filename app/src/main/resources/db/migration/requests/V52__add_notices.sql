-- 通知 (短信、电子邮件): what is to be told to an applicant, written with the event that it tells of and sent afterwards. No
-- address and no word about a person: both are read when it is sent.
CREATE TABLE request_notice (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     bigint NOT NULL REFERENCES request_case (id),
    agency_id   bigint NOT NULL,
    number      text NOT NULL,
    way         text NOT NULL CHECK (way IN ('EMAIL', 'SMS')),
    kind        text NOT NULL,
    state       text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENT', 'GIVEN_UP', 'TOLD_OTHERWISE')),
    tries       integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
    made_at     timestamptz NOT NULL,
    next_at     timestamptz NOT NULL,
    settled_at  timestamptz,
    failure     text
);
CREATE INDEX request_notice_case ON request_notice (case_id, id);
CREATE INDEX request_notice_due ON request_notice (next_at, id) WHERE state = 'WAITING';
CREATE INDEX request_notice_given_up ON request_notice (agency_id, id) WHERE state = 'GIVEN_UP';

GRANT SELECT, INSERT ON request_notice TO gongkai_app;
GRANT UPDATE (state, tries, next_at, settled_at, failure) ON request_notice TO gongkai_app;
