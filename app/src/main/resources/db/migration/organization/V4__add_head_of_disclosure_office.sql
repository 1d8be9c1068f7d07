-- 政府信息公开工作机构负责人 (条例 art. 33): consents to an extension; may be covered for like the others.
ALTER TABLE organization_grant DROP CONSTRAINT organization_grant_role_check;
ALTER TABLE organization_grant ADD CONSTRAINT organization_grant_role_check
    CHECK (role IN ('CLERK', 'SECTION_HEAD', 'SECRECY_REVIEWER', 'DEPUTY_LEADER', 'PRINCIPAL_LEADER',
        'DISCLOSURE_OFFICE', 'DISCLOSURE_HEAD', 'LEGAL_ADVISER', 'AUDITOR', 'OPERATOR'));
ALTER TABLE organization_cover DROP CONSTRAINT organization_cover_role_check;
ALTER TABLE organization_cover ADD CONSTRAINT organization_cover_role_check
    CHECK (role IN ('CLERK', 'SECTION_HEAD', 'SECRECY_REVIEWER', 'DEPUTY_LEADER', 'PRINCIPAL_LEADER',
        'DISCLOSURE_OFFICE', 'DISCLOSURE_HEAD', 'LEGAL_ADVISER'));
