-- 保管期限: third parties named in a request, and who claims, have years of their own; until an agency says otherwise those of the
-- applicant.
ALTER TABLE request_retention ADD COLUMN party_years integer CHECK (party_years BETWEEN 1 AND 30);
ALTER TABLE request_retention ADD COLUMN claim_years integer CHECK (claim_years BETWEEN 1 AND 30);
UPDATE request_retention SET party_years = identity_years, claim_years = identity_years;
ALTER TABLE request_retention ALTER COLUMN party_years SET NOT NULL;
ALTER TABLE request_retention ALTER COLUMN claim_years SET NOT NULL;

-- 清除的是谁: an erasure is of one kind.
ALTER TABLE request_erasure ADD COLUMN kind text NOT NULL DEFAULT 'APPLICANTS'
    CHECK (kind IN ('APPLICANTS', 'PARTIES', 'CLAIMANTS'));
ALTER TABLE request_erasure ALTER COLUMN kind DROP DEFAULT;
CREATE TABLE request_erasure_claim (
    erasure_id  bigint NOT NULL REFERENCES request_erasure (id),
    claim_id    bigint NOT NULL REFERENCES request_claim (id),
    erased_at   timestamptz,
    PRIMARY KEY (erasure_id, claim_id)
);
CREATE INDEX request_erasure_claim_claim ON request_erasure_claim (claim_id);

-- The day on which third parties were covered; from then on the texts stay as they are.
ALTER TABLE request_case ADD COLUMN parties_erased_on date;

CREATE FUNCTION request_erasure_agreed(agreed bigint, wanted text) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM request_erasure e WHERE e.id = agreed AND e.kind = wanted AND e.confirmed
        AND e.decided_by <> e.proposed_by)
$$;

-- As before, and only by an erasure of applicants.
CREATE OR REPLACE FUNCTION request_erase_identity(agreed bigint, erased bigint, names text[], day date, moment timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    name text;
BEGIN
    IF NOT request_erasure_agreed(agreed, 'APPLICANTS') OR NOT EXISTS (
            SELECT 1 FROM request_erasure_case c JOIN request_case r ON r.id = c.case_id
            WHERE c.erasure_id = agreed AND c.case_id = erased AND r.answered_on IS NOT NULL AND r.erased_on IS NULL) THEN
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

-- 第三方: each is known by a cover from then on (第三方1), the same wherever it stands, so that the days of its consultation stay
-- what they were. Who signed an opinion goes. Letters stay as they were signed, until the file is appraised.
CREATE FUNCTION request_erase_parties(agreed bigint, erased bigint, names text[], covers text[], day date, moment timestamptz)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT request_erasure_agreed(agreed, 'PARTIES') OR NOT EXISTS (
            SELECT 1 FROM request_erasure_case c JOIN request_case r ON r.id = c.case_id
            WHERE c.erasure_id = agreed AND c.case_id = erased AND r.answered_on IS NOT NULL AND r.parties_erased_on IS NULL) THEN
        RAISE EXCEPTION 'Third parties are erased only when two people agreed and the request is answered';
    END IF;
    FOR i IN 1 .. coalesce(array_length(names, 1), 0) LOOP
        UPDATE request_event SET party = covers[i] WHERE case_id = erased AND party = names[i] AND step LIKE 'THIRD_PARTY%';
        UPDATE request_event SET note = replace(note, names[i], covers[i]), evidence = replace(evidence, names[i], covers[i]),
            late_reason = replace(late_reason, names[i], covers[i])
            WHERE case_id = erased AND position(names[i] IN concat(note, evidence, late_reason)) > 0;
        UPDATE request_holding SET note = replace(note, names[i], covers[i])
            WHERE case_id = erased AND position(names[i] IN note) > 0;
        UPDATE request_chase SET words = replace(words, names[i], covers[i]), answer = replace(answer, names[i], covers[i])
            WHERE case_id = erased AND position(names[i] IN concat(words, answer)) > 0;
        UPDATE request_message SET words = replace(words, names[i], covers[i])
            WHERE case_id = erased AND position(names[i] IN words) > 0;
        UPDATE request_paper SET words = replace(words, names[i], covers[i])
            WHERE case_id = erased AND position(names[i] IN words) > 0;
        UPDATE request_opinion_link SET party = replace(party, names[i], covers[i]), shown = replace(shown, names[i], covers[i]),
            harm = replace(harm, names[i], covers[i]) WHERE case_id = erased;
        UPDATE request_opinion SET reasons = replace(reasons, names[i], covers[i])
            WHERE link_id IN (SELECT id FROM request_opinion_link WHERE case_id = erased);
    END LOOP;
    UPDATE request_opinion SET signed_by = '＊' WHERE link_id IN (SELECT id FROM request_opinion_link WHERE case_id = erased);
    UPDATE request_case SET parties_erased_on = day WHERE id = erased;
    UPDATE request_erasure_case SET erased_at = moment WHERE erasure_id = agreed AND case_id = erased;
END $$;

-- 提出人: who claims goes, with the finished letters; where notes name the person, the name is covered.
CREATE FUNCTION request_erase_claimant(agreed bigint, erased bigint, names text[], moment timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    name text;
BEGIN
    IF NOT request_erasure_agreed(agreed, 'CLAIMANTS') OR NOT EXISTS (
            SELECT 1 FROM request_erasure_claim c JOIN request_claim r ON r.id = c.claim_id
            WHERE c.erasure_id = agreed AND c.claim_id = erased AND r.closed_on IS NOT NULL) THEN
        RAISE EXCEPTION 'Who claims is erased only when two people agreed and nothing is owed';
    END IF;
    DELETE FROM request_claim_person WHERE claim_id = erased;
    FOREACH name IN ARRAY names LOOP
        UPDATE request_claim SET about = replace(about, name, '＊＊'), evidence = replace(evidence, name, '＊＊')
            WHERE id = erased AND position(name IN concat(about, evidence)) > 0;
        UPDATE request_claim_event SET note = replace(note, name, '＊＊')
            WHERE claim_id = erased AND position(name IN note) > 0;
    END LOOP;
    UPDATE request_claim SET person_mask = '＊' WHERE id = erased;
    UPDATE request_erasure_claim SET erased_at = moment WHERE erasure_id = agreed AND claim_id = erased;
END $$;

REVOKE ALL ON FUNCTION request_erasure_agreed(bigint, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION request_erase_parties(bigint, bigint, text[], text[], date, timestamptz) FROM PUBLIC;
REVOKE ALL ON FUNCTION request_erase_claimant(bigint, bigint, text[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION request_erase_parties(bigint, bigint, text[], text[], date, timestamptz) TO gongkai_app;
GRANT EXECUTE ON FUNCTION request_erase_claimant(bigint, bigint, text[], timestamptz) TO gongkai_app;
GRANT SELECT, INSERT ON request_erasure_claim TO gongkai_app;
