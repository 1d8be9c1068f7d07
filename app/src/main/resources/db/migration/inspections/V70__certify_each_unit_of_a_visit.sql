-- 抽查凭证: a certificate is of a visit to one unit. Where an amendment sends the visit to another unit, that one gets a
-- certificate of its own, so that the code which the first unit holds never opens who comes next in a sealed draw. What
-- the visit is about (抽查事项) stays as it was told.
ALTER TABLE inspection_draw_certificate
    ADD COLUMN edition      integer NOT NULL DEFAULT 0 CHECK (edition >= 0),
    ADD COLUMN item_number  text NOT NULL DEFAULT '',
    ADD COLUMN item_title   text NOT NULL DEFAULT '',
    DROP CONSTRAINT inspection_draw_certificate_pkey,
    ADD PRIMARY KEY (draw_id, t, edition);
-- 短码: what is typed where no telephone reads the sign; the first twelve signs.
CREATE UNIQUE INDEX inspection_draw_certificate_short ON inspection_draw_certificate (left(code, 12));
