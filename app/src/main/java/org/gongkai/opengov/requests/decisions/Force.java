package org.gongkai.opengov.requests.decisions;

/** Whether the law leaves a choice (裁量). */
public enum Force {
    /** 应当、不得: nothing to choose once the facts are so. */
    DUTY,
    /** 可以: the agency may, and says why it does. */
    OPTION
}
