package org.gongkai.platform.textcheck;

import java.util.List;

/** One thing the machine looks for in a text (检查项). */
public interface TextDetector {

    /** The hits in the order of the text; a hit may be claimed by an earlier detector. */
    List<Hit> find(FoldedText text);
}
