-- Marks that the foot of each page has (国办发〔2017〕47号): ICP备案号, 公安备案号 and the address of the mark of
-- party and government organs (党政机关网站标识); empty while the agency has none.
ALTER TABLE organization_agency_particulars
    ADD COLUMN icp_number    text NOT NULL DEFAULT '',
    ADD COLUMN police_number text NOT NULL DEFAULT '',
    ADD COLUMN organ_mark    text NOT NULL DEFAULT '' CHECK (organ_mark = '' OR organ_mark ~ '^https?://');
