-- 全文检索: what is asked, noted and written in a case, without who asks, as words and as pairs of signs. Follows from the
-- case and can be written again at any time. sketch: of what is asked, by which similar cases are found.
CREATE TABLE request_text (
    case_id  bigint PRIMARY KEY REFERENCES request_case (id),
    words    text NOT NULL,
    folded   text NOT NULL,
    pairs    text[] NOT NULL,
    sketch   integer[] NOT NULL
);
CREATE INDEX request_text_pairs ON request_text USING gin (pairs);
CREATE INDEX request_text_sketch ON request_text USING gin (sketch);

-- The day on which who asks was erased; from then on the texts stay as they are.
ALTER TABLE request_case ADD COLUMN erased_on date;

GRANT SELECT, INSERT, UPDATE (words, folded, pairs, sketch) ON request_text TO gongkai_app;
