-- 检索统计: what was asked how often on a day, without who. Only questions that were asked several times on that day and in
-- which no personal data was found; rarer ones never leave the memory of the program.
CREATE TABLE search_question (
    day        date    NOT NULL,
    question   text    NOT NULL CHECK (question <> '' AND length(question) <= 60),
    asked      integer NOT NULL CHECK (asked >= 0),
    unanswered integer NOT NULL CHECK (unanswered >= 0),
    opened     integer NOT NULL CHECK (opened >= 0),
    PRIMARY KEY (day, question)
);

GRANT SELECT, INSERT, DELETE ON search_question TO gongkai_app;
GRANT UPDATE (asked, unanswered, opened) ON search_question TO gongkai_app;
