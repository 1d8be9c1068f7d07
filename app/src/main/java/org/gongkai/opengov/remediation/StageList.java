package org.gongkai.opengov.remediation;

import java.util.List;
import java.util.Optional;

/**
 * The stages of projects, in order, and which of them owe a published document (环节清单).
 *
 * @param number of the version; 0 for the list that the program comes with
 */
public record StageList(int number, List<StageKind> kinds) {
    public StageList {
        kinds = List.copyOf(kinds);
    }

    /** The stage of this key. */
    public Optional<StageKind> kind(String key) {
        return kinds.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /** Whether a document is owed for this stage; one that nobody lists owes one. */
    boolean owes(Stage stage) {
        return kind(stage.kind()).map(StageKind::owesDocument).orElse(true);
    }
}
