-- 自查尺度: by what an agency measures itself, the newest in force. The inspection's own numbers may be undercut, never exceeded.
CREATE TABLE site_check_measure (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id      bigint NOT NULL,
    home_days      integer NOT NULL CHECK (home_days BETWEEN 1 AND 14),
    news_days      integer NOT NULL CHECK (news_days BETWEEN 1 AND 14),
    notice_months  integer NOT NULL CHECK (notice_months BETWEEN 1 AND 6),
    other_months   integer NOT NULL CHECK (other_months BETWEEN 1 AND 60),
    -- by item: points for each fault, most for all, and how many are a veto
    weights        jsonb NOT NULL,
    reason         text NOT NULL CHECK (length(btrim(reason)) > 0),
    set_by         bigint NOT NULL,
    set_at         timestamptz NOT NULL
);
CREATE INDEX site_check_measure_newest ON site_check_measure (agency_id, id DESC);

-- By what a check was measured; null before there was a choice, and where none was made.
ALTER TABLE site_check ADD COLUMN measure_id bigint REFERENCES site_check_measure (id);

GRANT SELECT, INSERT ON site_check_measure TO gongkai_app;
