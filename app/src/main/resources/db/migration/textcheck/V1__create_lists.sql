-- 词表: lines are added and switched, never changed and never deleted.
CREATE TABLE textcheck_rule (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id  bigint,
    kind       text        NOT NULL CHECK (kind IN ('WORDING', 'NAME_AND_TITLE', 'OFFICIAL_CONTACT')),
    subject    text        NOT NULL CHECK (subject <> '' AND length(subject) <= 100),
    correct    text        NOT NULL CHECK (length(correct) <= 100 AND (correct <> '' OR kind = 'OFFICIAL_CONTACT')),
    exceptions text        NOT NULL DEFAULT '',
    note       text        NOT NULL DEFAULT '' CHECK (length(note) <= 500),
    added_by   text        NOT NULL,
    added_at   timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (agency_id, kind, subject, correct, exceptions)
);

CREATE TABLE textcheck_rule_switch (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule_id   bigint      NOT NULL REFERENCES textcheck_rule,
    agency_id bigint      NOT NULL,
    active    boolean     NOT NULL,
    made_by   text        NOT NULL,
    made_at   timestamptz NOT NULL
);
CREATE INDEX textcheck_rule_switch_latest ON textcheck_rule_switch (rule_id, agency_id, id DESC);

GRANT SELECT, INSERT ON textcheck_rule TO gongkai_app;
GRANT SELECT, INSERT ON textcheck_rule_switch TO gongkai_app;
