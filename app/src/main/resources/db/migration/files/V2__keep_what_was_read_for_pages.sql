-- 附件网页阅读: what was read from a file, so that pages of it need not read it again. It follows from the bytes and the
-- maker's edition alone, may be thrown away at any time, and goes with the bytes.
CREATE TABLE file_reading (
    sha256  text        PRIMARY KEY REFERENCES stored_file (sha256),
    maker   integer     NOT NULL,
    outcome text        NOT NULL CHECK (outcome IN ('WHOLE', 'SHORTENED', 'NO_TEXT', 'TOO_LARGE', 'BROKEN')),
    parts   integer     NOT NULL CHECK (parts >= 0),
    made_at timestamptz NOT NULL
);

CREATE TABLE file_reading_section (
    sha256   text    NOT NULL REFERENCES file_reading (sha256) ON DELETE CASCADE,
    place    integer NOT NULL,
    part     integer NOT NULL CHECK (part >= 1),
    name     text    NOT NULL,
    first_at bigint  NOT NULL,
    last_at  bigint  NOT NULL,
    of_all   bigint  NOT NULL,
    html     text    NOT NULL,
    PRIMARY KEY (sha256, place)
);
CREATE INDEX file_reading_section_part ON file_reading_section (sha256, part);

GRANT SELECT, INSERT, DELETE ON file_reading TO gongkai_app;
GRANT SELECT, INSERT ON file_reading_section TO gongkai_app;
