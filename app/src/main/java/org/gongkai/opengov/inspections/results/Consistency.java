package org.gongkai.opengov.inspections.results;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether what was drawn, checked and published agrees (一致性): drawn = checked + justified skips;
 * checked and skipped = published.
 *
 * <p>Our convention (ADR 0248), for the promise that no drawn unit is left out in silence. A pure
 * function of the cases; each number opens to them.
 *
 * @param drawn all, in the order of the draw
 * @param checked 已检查
 * @param skipped 有正当理由未检查
 * @param open neither checked nor skipped with a reason: keeps the draw from being closed
 * @param published of those checked or skipped, what is public now
 * @param unpublished checked or skipped, not public
 * @param premature public though neither checked nor skipped: must never be
 */
public record Consistency(
        List<Visit> drawn,
        List<Visit> checked,
        List<Visit> skipped,
        List<Visit> open,
        List<Visit> published,
        List<Visit> unpublished,
        List<Visit> premature) {

    /** How a visit of the draw ended. */
    public enum Ending {
        OPEN,
        CHECKED,
        SKIPPED
    }

    /**
     * A visit of a draw.
     *
     * @param task its task; unique
     * @param number of the task, for people
     * @param isPublic whether its result is public now
     */
    public record Visit(long task, String number, Ending ending, boolean isPublic) {}

    /** Counts these visits; the same task twice is refused. */
    public static Consistency of(List<Visit> visits) {
        Set<Long> seen = new HashSet<>();
        var checked = new ArrayList<Visit>();
        var skipped = new ArrayList<Visit>();
        var open = new ArrayList<Visit>();
        var published = new ArrayList<Visit>();
        var unpublished = new ArrayList<Visit>();
        var premature = new ArrayList<Visit>();
        for (var it : visits) {
            if (!seen.add(it.task())) {
                throw new IllegalArgumentException("Task " + it.task() + " twice");
            }
            switch (it.ending()) {
                case CHECKED -> checked.add(it);
                case SKIPPED -> skipped.add(it);
                case OPEN -> open.add(it);
            }
            if (it.ending() == Ending.OPEN) {
                if (it.isPublic()) {
                    premature.add(it);
                }
            } else {
                (it.isPublic() ? published : unpublished).add(it);
            }
        }
        return new Consistency(
                List.copyOf(visits),
                List.copyOf(checked),
                List.copyOf(skipped),
                List.copyOf(open),
                List.copyOf(published),
                List.copyOf(unpublished),
                List.copyOf(premature));
    }

    /** Whether the draw may be closed: nothing is open. */
    public boolean mayClose() {
        return open.isEmpty();
    }

    /** Whether everything agrees. */
    public boolean holds() {
        return open.isEmpty() && unpublished.isEmpty() && premature.isEmpty();
    }
}
