-- 双随机管理员 keeps the registers of inspections, 执法人员 inspects. The keeper may be covered for;
-- an officer may not: the certificate is their own (行政处罚法 art. 42).
ALTER TABLE organization_grant DROP CONSTRAINT organization_grant_role_check;
ALTER TABLE organization_grant ADD CONSTRAINT organization_grant_role_check
    CHECK (role IN ('CLERK', 'SECTION_HEAD', 'SECRECY_REVIEWER', 'DEPUTY_LEADER', 'PRINCIPAL_LEADER',
        'DISCLOSURE_OFFICE', 'DISCLOSURE_HEAD', 'LEGAL_ADVISER', 'INSPECTION_KEEPER', 'ENFORCEMENT_OFFICER',
        'AUDITOR', 'OPERATOR'));
ALTER TABLE organization_cover DROP CONSTRAINT organization_cover_role_check;
ALTER TABLE organization_cover ADD CONSTRAINT organization_cover_role_check
    CHECK (role IN ('CLERK', 'SECTION_HEAD', 'SECRECY_REVIEWER', 'DEPUTY_LEADER', 'PRINCIPAL_LEADER',
        'DISCLOSURE_OFFICE', 'DISCLOSURE_HEAD', 'LEGAL_ADVISER', 'INSPECTION_KEEPER'));
