package org.gongkai.platform.audit;

import java.util.function.Consumer;

/** A part of the trail to take out (审计记录导出): read in parts, so that its length does not matter. */
@FunctionalInterface
public interface AuditExport {

    /** Hands over each line, newest first. */
    void forEach(Consumer<AuditEntry> line);
}
