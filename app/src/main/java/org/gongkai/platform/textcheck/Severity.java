package org.gongkai.platform.textcheck;

/** How grave a finding is (问题等级). */
public enum Severity {
    /** 须改正: stops the item; only the secrecy reviewer may override it, with a reason. */
    BLOCKING,
    /** 请核对: must be looked at by a person. */
    WARNING,
    /** 建议: better form. */
    NOTE
}
