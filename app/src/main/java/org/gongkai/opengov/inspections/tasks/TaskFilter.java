package org.gongkai.opengov.inspections.tasks;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Which inspections are asked for (检查任务筛选).
 *
 * @param words part of a number or of a unit's name; empty for all
 * @param draw number of a draw; null for any
 * @param person whose teams alone; null for all
 * @param today with a person: what is sealed and not released on this day is left out
 */
public record TaskFilter(
        @Nullable TaskState state,
        @Nullable TaskSource source,
        String words,
        @Nullable Long draw,
        @Nullable Long person,
        @Nullable LocalDate today) {

    /** Everything. */
    public static TaskFilter all() {
        return new TaskFilter(null, null, "", null, null, null);
    }

    /** The same for the team of this person alone. */
    TaskFilter of(long officer, LocalDate on) {
        return new TaskFilter(state, source, words, draw, officer, on);
    }

    /** The same in this state. */
    public TaskFilter in(@Nullable TaskState wanted) {
        return new TaskFilter(wanted, source, words, draw, person, today);
    }

    String where() {
        return " WHERE t.agency_id = :agency"
                + (state == null ? "" : " AND t.state = :state")
                + (source == null ? "" : " AND t.source = :source")
                + (words.isBlank()
                        ? ""
                        : " AND (strpos(t.number, :words) > 0 OR strpos(u.name, :words) > 0)")
                + (draw == null ? "" : " AND t.draw_seq = :draw")
                + (person == null
                        ? ""
                        : " AND EXISTS (SELECT 1 FROM inspection_task_officer m"
                                + " JOIN inspection_officer o ON o.id = m.officer_id"
                                + " WHERE m.task_id = t.id AND m.left_at IS NULL"
                                + " AND o.person_id = :person)")
                + (today == null
                        ? ""
                        : " AND NOT (t.sealed AND t.state = 'OPEN' AND t.release_on > :today)");
    }

    Map<String, Object> parameters(AgencyId agency) {
        var parameters = new HashMap<String, Object>();
        parameters.put("agency", agency.value());
        if (state != null) {
            parameters.put("state", state.name());
        }
        if (source != null) {
            parameters.put("source", source.name());
        }
        if (!words.isBlank()) {
            parameters.put("words", words.strip());
        }
        if (draw != null) {
            parameters.put("draw", draw);
        }
        if (person != null) {
            parameters.put("person", person);
        }
        if (today != null) {
            parameters.put("today", today);
        }
        return parameters;
    }
}
