-- 超标邮件提醒: who asked to be told by mail. The address lies closed; whoever leaves is gone with everything.
CREATE TABLE water_alert (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id     bigint NOT NULL,
    -- encrypted, bound to its mark
    address       bytea NOT NULL,
    -- a keyed hash of the address: the same address is known again without being named
    mark          text NOT NULL CHECK (mark ~ '^[0-9a-f]{64}$'),
    asked_at      timestamptz NOT NULL,
    -- null until its owner has confirmed by mail
    confirmed_at  timestamptz,
    UNIQUE (agency_id, mark)
);

-- 待发邮件: one to confirm, one for each month in which a source failed.
CREATE TABLE water_alert_mail (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert_id  bigint NOT NULL REFERENCES water_alert (id) ON DELETE CASCADE,
    kind      text NOT NULL CHECK (kind IN ('CONFIRM', 'FAILURE')),
    month     date CHECK (extract(day FROM month) = 1),
    state     text NOT NULL CHECK (state IN ('WAITING', 'SENT', 'GIVEN_UP')),
    tries     integer NOT NULL DEFAULT 0,
    made_at   timestamptz NOT NULL,
    next_at   timestamptz NOT NULL,
    CHECK ((kind = 'FAILURE') = (month IS NOT NULL))
);
CREATE UNIQUE INDEX water_alert_mail_once ON water_alert_mail (alert_id, month) WHERE kind = 'FAILURE';
CREATE INDEX water_alert_mail_due ON water_alert_mail (next_at) WHERE state = 'WAITING';

-- 防刷: that somebody asked from there, as a keyed hash, for a day.
CREATE TABLE water_alert_try (
    origin_key  text NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX water_alert_try_origin ON water_alert_try (origin_key, at);

GRANT SELECT, INSERT, DELETE ON water_alert, water_alert_mail, water_alert_try TO gongkai_app;
GRANT UPDATE (confirmed_at) ON water_alert TO gongkai_app;
GRANT UPDATE (state, tries, next_at) ON water_alert_mail TO gongkai_app;
