-- 名录导入: a file is read into rows, compared with the register, shown, confirmed and carried out in parts;
-- place and counts move with each part, so that a killed run goes on there.
CREATE TABLE inspection_import (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id      bigint NOT NULL,
    register       text NOT NULL CHECK (register IN ('ITEM', 'UNIT', 'OFFICER', 'RECUSAL')),
    file_name      text NOT NULL,
    state          text NOT NULL CHECK (state IN ('READING', 'COMPARING', 'CHECKED', 'APPLYING', 'DONE',
        'CANCELLED', 'FAILED')),
    rows_total     integer,
    rows_read      integer NOT NULL DEFAULT 0,
    rows_broken    integer NOT NULL DEFAULT 0,
    rows_new       integer NOT NULL DEFAULT 0,
    rows_changed   integer NOT NULL DEFAULT 0,
    rows_same      integer NOT NULL DEFAULT 0,
    rows_missing   integer NOT NULL DEFAULT 0,
    rows_applied   integer NOT NULL DEFAULT 0,
    rows_overtaken integer NOT NULL DEFAULT 0,
    new_place      integer NOT NULL DEFAULT 0,
    changed_place  integer NOT NULL DEFAULT 0,
    -- whether its rows have not been forgotten yet
    rows_kept      boolean NOT NULL DEFAULT true,
    failure        text,
    begun_by       bigint NOT NULL,
    confirmed_by   bigint,
    begun_at       timestamptz NOT NULL,
    changed_at     timestamptz NOT NULL
);
CREATE INDEX inspection_import_open ON inspection_import (id) WHERE state IN ('READING', 'COMPARING', 'APPLYING');
CREATE INDEX inspection_import_over ON inspection_import (id)
    WHERE rows_kept AND state IN ('DONE', 'CANCELLED', 'FAILED');
CREATE INDEX inspection_import_list ON inspection_import (agency_id, id DESC);

-- Rows as they are kept, the fields of the register in their order; gone when the run is over.
CREATE TABLE inspection_import_row (
    import_id   bigint NOT NULL REFERENCES inspection_import (id),
    row_number  integer NOT NULL,
    c1 text NOT NULL,
    c2 text NOT NULL,
    c3 text NOT NULL,
    c4 text NOT NULL,
    c5 text NOT NULL,
    c6 text NOT NULL,
    c7 text NOT NULL,
    c8 text NOT NULL,
    c9 text NOT NULL,
    c10 text NOT NULL,
    c11 text NOT NULL,
    c12 text NOT NULL,
    c13 text NOT NULL,
    c14 text NOT NULL,
    c15 text NOT NULL,
    c16 text NOT NULL,
    PRIMARY KEY (import_id, row_number)
);

-- What the file would do: new by row, changed by row, missing by entry.
CREATE TABLE inspection_import_difference (
    import_id  bigint NOT NULL REFERENCES inspection_import (id),
    kind       text NOT NULL CHECK (kind IN ('NEW', 'CHANGED', 'MISSING')),
    place      bigint NOT NULL,
    entry_id   bigint,
    version    bigint,
    PRIMARY KEY (import_id, kind, place)
);

-- 问题清单: row, field, what stands there and why it is wrong.
CREATE TABLE inspection_import_problem (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    import_id   bigint NOT NULL REFERENCES inspection_import (id),
    row_number  integer NOT NULL,
    field       text NOT NULL,
    reason      text NOT NULL
);
CREATE INDEX inspection_import_problem_run ON inspection_import_problem (import_id, row_number, id);

GRANT SELECT, INSERT, UPDATE ON inspection_import TO gongkai_app;
GRANT SELECT, INSERT, DELETE ON inspection_import_row, inspection_import_difference, inspection_import_problem
    TO gongkai_app;
