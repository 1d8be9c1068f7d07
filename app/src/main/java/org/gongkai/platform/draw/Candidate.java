package org.gongkai.platform.draw;

import java.util.Arrays;
import org.gongkai.platform.commitments.CanonicalText;

/** An entity with its ticket (持签对象); the smallest tickets of a stratum are drawn. */
record Candidate(Entity entity, byte[] ticket) implements Comparable<Candidate> {

    static Candidate of(Entity entity, Tickets tickets) {
        var least = tickets.of(entity.id(), 0);
        for (var more = 1; more < entity.weight(); more++) {
            var other = tickets.of(entity.id(), more);
            if (Arrays.compareUnsigned(other, least) < 0) {
                least = other;
            }
        }
        return new Candidate(entity, least);
    }

    @Override
    public int compareTo(Candidate other) {
        var byTicket = Arrays.compareUnsigned(ticket, other.ticket);
        return byTicket != 0
                ? byTicket
                : CanonicalText.BY_BYTES.compare(entity.id(), other.entity.id());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Candidate it && compareTo(it) == 0;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ticket);
    }
}
