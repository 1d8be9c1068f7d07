package org.gongkai.opengov.requests;

import java.util.List;
import org.gongkai.platform.refusals.Refusal;

/**
 * What became of many requests at once (批量办理结果).
 *
 * @param done the numbers of those that were given
 * @param refused the others, each with its reason
 */
public record Assigned(List<String> done, List<Refused> refused) {
    public Assigned {
        done = List.copyOf(done);
        refused = List.copyOf(refused);
    }

    /** A request that stays as it is. */
    public record Refused(long id, String number, Refusal why) {}
}
