package org.gongkai.platform.settings;

import java.util.List;

/**
 * What must be in order before anybody is answered (启动检查): each bean of this type is asked at every
 * start, after migrations and demo data; one problem is enough to refuse the start.
 */
public interface StartupCheck {

    /** What is missing or unsafe, empty if nothing is. */
    List<StartProblem> problems();
}
