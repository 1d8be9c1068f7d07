package org.gongkai.platform.pages;

import java.util.List;
import org.gongkai.platform.roles.Actor;

/**
 * The desk entries of one module (模块入口): each module with desk pages has one such bean, which names
 * only what this person may open.
 */
public interface DeskEntries {

    /** What this person may open. */
    List<DeskEntry> entriesFor(Actor actor);
}
