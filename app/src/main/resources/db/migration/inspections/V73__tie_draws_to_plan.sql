-- 计划内抽取: a ceremony carries out a line and quarter of the plan in force, or its announcement says why it stands
-- outside. Of a line and quarter there is one ceremony; one that was called off makes room.
ALTER TABLE inspection_draw ADD COLUMN plan_quarter integer CHECK (plan_quarter BETWEEN 1 AND 4);
CREATE UNIQUE INDEX inspection_draw_planned ON inspection_draw (plan_line_id, plan_quarter)
    WHERE plan_quarter IS NOT NULL AND state <> 'VOID';

-- The ceremony that froze the counts, by its number in the agency.
ALTER TABLE inspection_planned_draw ADD COLUMN draw_seq bigint CHECK (draw_seq > 0);
CREATE UNIQUE INDEX inspection_planned_draw_seq ON inspection_planned_draw (agency_id, draw_seq);

GRANT SELECT, INSERT ON inspection_draw, inspection_planned_draw TO gongkai_app;
