-- Holiday notices (放假安排通知) and the days they name. Append-only: a notice is amended by a later one
-- or withdrawn with a reason, never changed.

CREATE TABLE calendar_notice (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    calendar        text        NOT NULL CHECK (calendar IN ('CN', 'NX')),
    kind            text        NOT NULL CHECK (kind IN ('ANNUAL', 'AMENDMENT')),
    year            integer     NOT NULL CHECK (year BETWEEN 2014 AND 2100),
    number          text        CHECK (number <> ''),
    title           text        NOT NULL CHECK (title <> ''),
    issued_by       text        NOT NULL CHECK (issued_by <> ''),
    valid_from      date        NOT NULL,
    certainty       text        NOT NULL CHECK (certainty IN ('CHECKED', 'UNCHECKED')),
    source          text        NOT NULL,
    day_count       integer     NOT NULL CHECK (day_count BETWEEN 0 AND 200),
    entered_at      timestamptz NOT NULL,
    entered_by      bigint,
    entered_by_name text,
    -- Only notices shipped with the program have nobody who entered them, and may lack their number.
    CHECK ((entered_by IS NULL) = (entered_by_name IS NULL)),
    CHECK (number IS NOT NULL OR entered_by IS NULL),
    -- An empty list for a year means that its arrangement is unknown, not that it has no holidays.
    CHECK (day_count > 0 OR (calendar = 'NX' AND kind = 'ANNUAL'))
);

CREATE TABLE calendar_notice_day (
    notice_id bigint NOT NULL REFERENCES calendar_notice (id),
    day       date   NOT NULL CHECK (day BETWEEN DATE '2013-12-01' AND DATE '2100-12-31'),
    kind      text   NOT NULL CHECK (kind IN ('OFF', 'WORK', 'ORDINARY')),
    festival  text   NOT NULL CHECK (festival <> ''),
    PRIMARY KEY (notice_id, day)
);

CREATE TABLE calendar_notice_withdrawal (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    notice_id         bigint      NOT NULL UNIQUE REFERENCES calendar_notice (id),
    reason            text        NOT NULL CHECK (reason <> ''),
    withdrawn_at      timestamptz NOT NULL,
    withdrawn_by      bigint      NOT NULL,
    withdrawn_by_name text        NOT NULL
);

-- A notice is entered with all its days; none can be slipped in later.
CREATE FUNCTION calendar_notice_day_in_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(*) FROM calendar_notice_day d WHERE d.notice_id = NEW.notice_id)
       >= (SELECT n.day_count FROM calendar_notice n WHERE n.id = NEW.notice_id) THEN
        RAISE EXCEPTION 'calendar notice % already has all its days', NEW.notice_id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER calendar_notice_day_in_count BEFORE INSERT ON calendar_notice_day
    FOR EACH ROW EXECUTE FUNCTION calendar_notice_day_in_count();

CREATE FUNCTION calendar_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER calendar_notice_append_only BEFORE UPDATE OR DELETE ON calendar_notice
    FOR EACH ROW EXECUTE FUNCTION calendar_is_append_only();
CREATE TRIGGER calendar_notice_day_append_only BEFORE UPDATE OR DELETE ON calendar_notice_day
    FOR EACH ROW EXECUTE FUNCTION calendar_is_append_only();
CREATE TRIGGER calendar_notice_withdrawal_append_only BEFORE UPDATE OR DELETE ON calendar_notice_withdrawal
    FOR EACH ROW EXECUTE FUNCTION calendar_is_append_only();

GRANT SELECT, INSERT ON calendar_notice, calendar_notice_day, calendar_notice_withdrawal TO gongkai_app;
