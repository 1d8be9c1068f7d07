package org.gongkai.platform.draw;

import java.util.List;
import java.util.SortedMap;
import org.gongkai.platform.commitments.CanonicalJson;

/**
 * One visit as drawn (抽查任务): what the result's root binds and a certificate shows.
 *
 * @param t its number, from 0
 * @param entity whom it goes to
 * @param ticket why this entity was drawn: its ticket, hexadecimal
 * @param team officers by seat; {@code ""} where nobody could be sent
 * @param salt hexadecimal; keeps those who hold a certificate from guessing their neighbours in the
 *     tree
 */
public record Visit(int t, Entity entity, String ticket, List<String> team, String salt)
        implements DrawRecord {
    /** A seat that stays empty. */
    public static final String NOBODY = "";

    public Visit {
        team = List.copyOf(team);
    }

    /** Seats with nobody on them; such a visit may not be made. */
    public int unfilled() {
        return (int) team.stream().filter(NOBODY::equals).count();
    }

    @Override
    public SortedMap<String, Object> toJson() {
        return CanonicalJson.object(
                "t", t,
                "e", entity.id(),
                "s", entity.stratum(),
                "k", ticket,
                "team", team,
                "salt", salt);
    }
}
