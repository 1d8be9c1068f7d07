-- 财政事权和支出责任划分清单: which level of government pays for what, in versions that are added and never changed.
CREATE TABLE fiscal_duty_list (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id    bigint NOT NULL,
    number       integer NOT NULL CHECK (number > 0),
    duties       jsonb NOT NULL CHECK (jsonb_typeof(duties) = 'array' AND duties <> '[]'),
    reason       text NOT NULL CHECK (number = 1 OR reason <> ''),
    person_id    bigint,
    at           timestamptz NOT NULL,
    document_id  uuid,
    published_on date,
    is_public    boolean NOT NULL DEFAULT false,
    UNIQUE (agency_id, number),
    CHECK (NOT is_public OR (document_id IS NOT NULL AND published_on IS NOT NULL))
);
CREATE UNIQUE INDEX fiscal_duty_list_public ON fiscal_duty_list (agency_id) WHERE is_public;
CREATE INDEX fiscal_duty_list_document ON fiscal_duty_list (document_id);

GRANT SELECT, INSERT ON fiscal_duty_list TO gongkai_app;
GRANT UPDATE (document_id, published_on, is_public) ON fiscal_duty_list TO gongkai_app;
