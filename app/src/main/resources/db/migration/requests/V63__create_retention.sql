-- 保管期限: how many years after the answer who asks is erased, and when the file comes up for appraisal. The latest counts.
CREATE TABLE request_retention (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id       bigint NOT NULL,
    identity_years  integer NOT NULL CHECK (identity_years BETWEEN 1 AND 30),
    file_years      integer NOT NULL CHECK (file_years BETWEEN identity_years AND 100),
    reason          text NOT NULL CHECK (length(btrim(reason)) BETWEEN 1 AND 200),
    person_id       bigint NOT NULL,
    written_at      timestamptz NOT NULL
);
CREATE INDEX request_retention_agency ON request_retention (agency_id, id DESC);

-- 身份信息清除: put forward by one person, decided by another.
CREATE TABLE request_erasure (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id    bigint NOT NULL,
    proposed_by  bigint NOT NULL,
    proposed_at  timestamptz NOT NULL,
    decided_by   bigint,
    decided_at   timestamptz,
    confirmed    boolean,
    CHECK (num_nonnulls(decided_by, decided_at, confirmed) IN (0, 3)),
    CHECK (confirmed IS NOT TRUE OR decided_by <> proposed_by)
);
CREATE INDEX request_erasure_agency ON request_erasure (agency_id, id DESC);
CREATE TABLE request_erasure_case (
    erasure_id  bigint NOT NULL REFERENCES request_erasure (id),
    case_id     bigint NOT NULL REFERENCES request_case (id),
    erased_at   timestamptz,
    PRIMARY KEY (erasure_id, case_id)
);
CREATE INDEX request_erasure_case_case ON request_erasure_case (case_id);

-- Nothing is erased that two people did not agree on. What the notes say of the applicant by name is covered; class, dates,
-- outcome and the words of the public register stay, so that every figure stays.
CREATE FUNCTION request_erase_identity(agreed bigint, erased bigint, names text[], day date, moment timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    name text;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM request_erasure e JOIN request_erasure_case c ON c.erasure_id = e.id
                   JOIN request_case r ON r.id = c.case_id
                   WHERE e.id = agreed AND c.case_id = erased AND e.confirmed AND e.decided_by <> e.proposed_by
                       AND r.answered_on IS NOT NULL AND r.erased_on IS NULL) THEN
        RAISE EXCEPTION 'Who asks is erased only when two people agreed and the request is answered';
    END IF;
    DELETE FROM request_identity WHERE case_id = erased;
    DELETE FROM request_contact WHERE case_id = erased;
    DELETE FROM request_mandate WHERE case_id = erased;
    FOREACH name IN ARRAY names LOOP
        UPDATE request_matter SET words = replace(words, name, '＊＊')
            WHERE case_id = erased AND position(name IN words) > 0;
        UPDATE request_event SET note = replace(note, name, '＊＊'), evidence = replace(evidence, name, '＊＊'),
            late_reason = replace(late_reason, name, '＊＊')
            WHERE case_id = erased AND position(name IN concat(note, evidence, late_reason)) > 0;
        UPDATE request_holding SET note = replace(note, name, '＊＊')
            WHERE case_id = erased AND position(name IN note) > 0;
        UPDATE request_chase SET words = replace(words, name, '＊＊'), answer = replace(answer, name, '＊＊')
            WHERE case_id = erased AND position(name IN concat(words, answer)) > 0;
    END LOOP;
    UPDATE request_case SET applicant_mask = '＊', applicant_key = 'erased:' || id, fingerprint = 'erased:' || id,
        erased_on = day WHERE id = erased;
    UPDATE request_erasure_case SET erased_at = moment WHERE erasure_id = agreed AND case_id = erased;
END $$;
REVOKE ALL ON FUNCTION request_erase_identity(bigint, bigint, text[], date, timestamptz) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION request_erase_identity(bigint, bigint, text[], date, timestamptz) TO gongkai_app;
GRANT SELECT, INSERT ON request_retention, request_erasure, request_erasure_case TO gongkai_app;
GRANT UPDATE (decided_by, decided_at, confirmed) ON request_erasure TO gongkai_app;
