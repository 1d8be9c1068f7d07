package org.gongkai.opengov.remediation;

import java.time.LocalDate;

/** That the work is done (整治完成), by whom it is told and what shows it. */
public record Completion(LocalDate on, String evidence) {}
