package org.gongkai.platform.commitments;

/** Why something does not hold (不成立的原因). */
public interface Fault {

    /** The name in the API and in message keys. */
    String slug();
}
