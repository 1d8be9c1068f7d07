-- 附件插图: the pictures of a text that was read for pages, as they stand in the file. What was read before has none
-- of them and is read anew (a new maker).
CREATE TABLE file_reading_picture (
    sha256      text    NOT NULL REFERENCES file_reading (sha256) ON DELETE CASCADE,
    number      integer NOT NULL CHECK (number >= 1),
    media_type  text    NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
    content     bytea   NOT NULL,
    PRIMARY KEY (sha256, number)
);

GRANT SELECT, INSERT ON file_reading_picture TO gongkai_app;
