package org.gongkai.opengov.redaction;

import java.util.Optional;
import org.gongkai.platform.roles.Actor;

/** Where the case of a file is worked on (所属案件); told by the module of cases. */
public interface CaseHome {
    /**
     * The way back to the case.
     *
     * @param address of its page
     * @param name how the page calls it: 申请YSQ-2021-00001
     */
    record Way(String address, String name) {}

    /** The way for this person; empty where they do not see the case. */
    Optional<Way> of(Actor by, String caseKey);
}
