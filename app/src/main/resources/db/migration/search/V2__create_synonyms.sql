-- 同义词表: the office's own lines beside the shipped ones of search/synonyms.txt. Lines are added and switched, never
-- changed and never deleted; the last switch counts, for shipped lines too.
CREATE TABLE search_synonym (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    line     text        NOT NULL UNIQUE CHECK (line <> '' AND length(line) <= 300),
    added_by text        NOT NULL,
    added_at timestamptz NOT NULL
);

CREATE TABLE search_synonym_switch (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    line    text        NOT NULL CHECK (line <> ''),
    active  boolean     NOT NULL,
    made_by text        NOT NULL,
    made_at timestamptz NOT NULL
);
CREATE INDEX search_synonym_switch_latest ON search_synonym_switch (line, id DESC);

GRANT SELECT, INSERT ON search_synonym TO gongkai_app;
GRANT SELECT, INSERT ON search_synonym_switch TO gongkai_app;
