-- 旧版标准启用: that an agency takes over an older edition of a standard, having compared its table with the printed one;
-- samples from before the newer edition are held against it.
CREATE TABLE water_edition (
    agency_id  bigint NOT NULL,
    standard   text NOT NULL CHECK (standard <> ''),
    basis      integer NOT NULL,
    -- what the table was compared with
    compared   text NOT NULL CHECK (compared <> ''),
    PRIMARY KEY (agency_id, standard),
    UNIQUE (agency_id, basis),
    FOREIGN KEY (agency_id, basis) REFERENCES water_basis (agency_id, number)
);

GRANT SELECT, INSERT ON water_edition TO gongkai_app;
