package org.gongkai.platform.draw;

import org.gongkai.platform.commitments.Framing;
import org.gongkai.platform.commitments.Hmac;

/**
 * Tickets of one kind (抽签号), T of the specification: each record's depends on its id and the seed
 * alone, so neither the order nor the others' presence matters. HKDF-Expand of RFC 5869; for one
 * thread.
 */
final class Tickets {
    private static final byte FIRST_BLOCK = 1;

    private final Hmac hmac;
    private final Framing text = new Framing();
    private final int prefix;

    Tickets(Hmac hmac, String label) {
        this.hmac = hmac;
        this.prefix = text.part("vdraw/1/" + label).length();
    }

    byte[] of(String id) {
        return hash(text.keep(prefix).part(id));
    }

    byte[] of(String id, long number) {
        return hash(text.keep(prefix).part(id).number(Integer.BYTES).number(number));
    }

    private byte[] hash(Framing framed) {
        framed.raw(FIRST_BLOCK);
        return hmac.of(framed.array(), framed.length());
    }
}
