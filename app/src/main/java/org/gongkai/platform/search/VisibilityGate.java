package org.gongkai.platform.search;

import java.util.Collection;
import java.util.Set;

/** Says which documents may be shown at this moment (可见性检查); asked before anything is shown. */
@FunctionalInterface
public interface VisibilityGate {

    /** Those of {@code ids} that are public now. */
    Set<String> publicAmong(Collection<String> ids);
}
