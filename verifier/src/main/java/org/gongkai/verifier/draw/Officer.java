package org.gongkai.verifier.draw;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.verifier.hash.Prf;
import org.gongkai.verifier.hash.Suite;

/** One that may be sent (执法检查人员), and the seats he has been given. */
final class Officer {
    /** Who is next: least loaded, then by lot, then by id. */
    static final Comparator<Officer> BY_TURN =
            Comparator.comparingLong(Officer::load)
                    .thenComparing(it -> it.ticket, Arrays::compareUnsigned)
                    .thenComparing(it -> it.place);

    private final int place;
    private final String id;
    private final byte[] bytes;
    private final List<String> tags;
    private final long loadBefore;
    private final TreeSet<Seat> seats = new TreeSet<>();
    private long cap;
    private byte[] ticket = {};
    private int repairRank;

    Officer(int place, String id, byte[] bytes, List<String> tags, long cap, long loadBefore) {
        this.place = place;
        this.id = id;
        this.bytes = bytes;
        this.tags = tags;
        this.cap = cap;
        this.loadBefore = loadBefore;
    }

    /** His place in the file, which is the order of ids. */
    int place() {
        return place;
    }

    String id() {
        return id;
    }

    byte[] bytes() {
        return bytes;
    }

    List<String> tags() {
        return tags;
    }

    /** L: visits of the year before this draw and of this draw. */
    private long load() {
        return loadBefore + seats.size();
    }

    /** When a repair asks him. */
    int repairRank() {
        return repairRank;
    }

    void setRepairRank(int rank) {
        repairRank = rank;
    }

    boolean hasRoom() {
        return seats.size() < cap;
    }

    /** The seats he holds, ascending. */
    Set<Seat> seats() {
        return seats;
    }

    void sit(Seat seat) {
        seats.add(seat);
    }

    void leave(Seat seat) {
        seats.remove(seat);
    }

    /** He can be sent nowhere any more. */
    void fallOut() {
        cap = 0;
    }

    /** Draws his lot for the load he has now. */
    void draw(Prf prf) {
        ticket = prf.lot("officer", bytes, Suite.u32(load()));
    }
}
