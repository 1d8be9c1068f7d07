package org.gongkai.platform.worklist;

import org.gongkai.platform.roles.SectionId;

/** What a section is called (科室名称); answered by whoever keeps the sections. */
@FunctionalInterface
public interface SectionNames {

    /** The name as it is today. */
    String nameOf(SectionId section);
}
