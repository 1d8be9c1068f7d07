package org.gongkai.verifier.draw;

import java.util.Arrays;
import java.util.Comparator;
import org.gongkai.verifier.hash.Prf;
import org.gongkai.verifier.hash.Suite;
import org.jspecify.annotations.Nullable;

/** One that may be drawn (检查对象), and its lot. */
final class Entity {
    /** By lot, then by id: the order in which a stratum is drawn. */
    static final Comparator<Entity> BY_TICKET =
            Comparator.<Entity, byte[]>comparing(it -> it.ticket, Arrays::compareUnsigned)
                    .thenComparing(Entity::bytes, Arrays::compareUnsigned);

    private final int place;
    private final String id;
    private final String stratum;
    private final int weight;
    private final @Nullable String need;
    private byte[] ticket = {};

    Entity(int place, String id, String stratum, int weight, @Nullable String need) {
        this.place = place;
        this.id = id;
        this.stratum = stratum;
        this.weight = weight;
        this.need = need;
    }

    /** Draws its lot: the smallest of as many as its weight. */
    void draw(Prf prf) {
        byte[] bytes = bytes();
        for (int j = 0; j < weight; j++) {
            byte[] lot = prf.lot("entity", bytes, Suite.u32(j));
            if (j == 0 || Arrays.compareUnsigned(lot, ticket) < 0) {
                ticket = lot;
            }
        }
    }

    /** Its place in the file. */
    int place() {
        return place;
    }

    String id() {
        return id;
    }

    /** Its id as UTF-8. */
    byte[] bytes() {
        return Suite.utf8(id);
    }

    String stratum() {
        return stratum;
    }

    byte[] ticket() {
        return ticket;
    }

    /** The tag that whoever has the first seat must hold, if any. */
    @Nullable String need() {
        return need;
    }
}
