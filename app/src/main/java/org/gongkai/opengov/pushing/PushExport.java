package org.gongkai.opengov.pushing;

import java.util.function.Consumer;
import org.gongkai.opengov.pushing.PushDesk.PushLine;

/** The list to take out (推送台账导出): read in parts, so that its length does not matter. */
@FunctionalInterface
public interface PushExport {

    /** Hands over each line, newest first. */
    void forEach(Consumer<PushLine> line);
}
