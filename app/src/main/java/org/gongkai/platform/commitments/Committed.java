package org.gongkai.platform.commitments;

import java.util.SortedMap;

/** A record that a Merkle root binds (记录): one line of canonical JSON. */
public interface Committed {

    /** What is hashed. What a record leaves to its default it does not have here either. */
    SortedMap<String, Object> toJson();
}
