-- Every entry of the registers in one form, to be read as the history of changes (变更记录). A word
-- that pages show in the reader's language comes as the key of its message.

CREATE FUNCTION organization_section_name(section bigint) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT name FROM organization_section_particulars
    WHERE section_id = section AND NOT replaced ORDER BY valid_from DESC LIMIT 1
$$;

CREATE FUNCTION organization_person_name(person bigint) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT name FROM organization_person_particulars
    WHERE person_id = person AND NOT replaced ORDER BY valid_from DESC LIMIT 1
$$;

CREATE VIEW organization_history AS
SELECT entry.*, organization_person_name(recorded_by) AS recorded_name,
       organization_person_name(closed_by) AS closed_name
FROM (
    SELECT a.id AS agency_id, 'agency' AS register, p.id, a.key AS subject_key, p.name AS subject,
           '' AS message_key, p.address AS content, p.valid_from, p.valid_to, p.recorded_at,
           p.recorded_by, p.closed_at, p.closed_by, p.replaced
    FROM organization_agency_particulars p JOIN organization_agency a ON a.id = p.agency_id
    UNION ALL
    SELECT a.id, 'prefix', p.id, a.key, p.prefix, '', '', p.valid_from, p.valid_to, p.recorded_at,
           p.recorded_by, p.closed_at, p.closed_by, p.replaced
    FROM organization_prefix p JOIN organization_agency a ON a.id = p.agency_id
    UNION ALL
    SELECT s.agency_id, 'section', p.id, s.key, p.name, '', p.functions, p.valid_from, p.valid_to,
           p.recorded_at, p.recorded_by, p.closed_at, p.closed_by, p.replaced
    FROM organization_section_particulars p JOIN organization_section s ON s.id = p.section_id
    UNION ALL
    SELECT s.agency_id, 'person', p.id, s.key, p.name, '', p.post, p.valid_from, p.valid_to,
           p.recorded_at, p.recorded_by, p.closed_at, p.closed_by, p.replaced
    FROM organization_person_particulars p JOIN organization_person s ON s.id = p.person_id
    UNION ALL
    SELECT s.agency_id, 'grant', g.id, s.key, organization_person_name(s.id), 'roles.role.' || g.role,
           coalesce(organization_section_name(g.section_id), ''), g.valid_from, g.valid_to,
           g.recorded_at, g.recorded_by, g.closed_at, g.closed_by, g.replaced
    FROM organization_grant g JOIN organization_person s ON s.id = g.person_id
    UNION ALL
    SELECT s.agency_id, 'officer', o.id, s.key, organization_section_name(s.id), '',
           organization_person_name(o.person_id), o.valid_from, o.valid_to,
           o.recorded_at, o.recorded_by, o.closed_at, o.closed_by, o.replaced
    FROM organization_openness_officer o JOIN organization_section s ON s.id = o.section_id
    UNION ALL
    SELECT s.agency_id, 'cover', c.id, s.key, organization_person_name(s.id), 'roles.role.' || c.role,
           organization_person_name(c.deputy_id), c.valid_from, c.valid_to,
           c.recorded_at, c.recorded_by, c.closed_at, c.closed_by, c.replaced
    FROM organization_cover c JOIN organization_person s ON s.id = c.absent_id
    UNION ALL
    SELECT d.agency_id, 'duty', d.id, s.key, d.topic, '', organization_section_name(d.section_id),
           d.valid_from, d.valid_to, d.recorded_at, d.recorded_by, d.closed_at, d.closed_by, d.replaced
    FROM organization_duty d JOIN organization_section s ON s.id = d.section_id
    UNION ALL
    SELECT m.agency_id, 'member', m.id, p.key, organization_person_name(p.id),
           'organization.function.' || m.function, '', m.valid_from, m.valid_to,
           m.recorded_at, m.recorded_by, m.closed_at, m.closed_by, m.replaced
    FROM organization_group_member m JOIN organization_person p ON p.id = m.person_id
    UNION ALL
    SELECT s.agency_id, 'list', v.id, s.key, organization_section_name(s.id), '', v.note,
           v.valid_from, NULL, v.recorded_at, v.recorded_by, NULL, NULL, false
    FROM organization_list_version v JOIN organization_section s ON s.id = v.section_id
) entry;

GRANT SELECT ON organization_history TO gongkai_app;
GRANT EXECUTE ON FUNCTION organization_section_name(bigint), organization_person_name(bigint) TO gongkai_app;
