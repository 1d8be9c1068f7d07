-- 每人每季度上限: what other draws of the quarter gave an officer lowers what this one may give.
ALTER TABLE inspection_draw_officer ADD COLUMN cap integer CHECK (cap >= 0);

GRANT SELECT, INSERT ON inspection_draw_officer TO gongkai_app;
