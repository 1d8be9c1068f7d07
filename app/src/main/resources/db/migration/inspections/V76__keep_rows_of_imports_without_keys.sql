-- Rows of an import and their differences are written by the million by the import itself and go with it: a look at
-- inspection_import for each of them took longer than writing it.
ALTER TABLE inspection_import_row DROP CONSTRAINT inspection_import_row_import_id_fkey;
ALTER TABLE inspection_import_difference DROP CONSTRAINT inspection_import_difference_import_id_fkey;
