package org.gongkai.opengov.disclosures;

import java.util.List;
import org.gongkai.platform.pages.Fact;
import org.gongkai.platform.roles.Actor;

/**
 * What is known elsewhere of a published document (外部登记), such as the index number that the city's
 * platform gave it; each module that knows something has one such bean.
 */
public interface OutsideRecord {

    /** What this person may know; empty when there is nothing. */
    List<Fact> factsOf(Actor actor, DocumentId document);
}
