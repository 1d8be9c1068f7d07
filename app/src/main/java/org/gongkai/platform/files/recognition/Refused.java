package org.gongkai.platform.files.recognition;

import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;

/** Why a file is not taken in (不接收文件的理由), each problem by its own name. */
enum Refused {
    EMPTY("empty"),
    EXECUTABLE("executable"),
    HTML("html"),
    SVG("svg"),
    ARCHIVE("archive"),
    MACROS("macros"),
    ENCRYPTED("encrypted"),
    ZIP_BOMB("zip-bomb"),
    POLYGLOT("polyglot"),
    BROKEN("broken"),
    ENTITIES("entities"),
    REMOTE_TEMPLATE("remote-template"),
    TOO_MANY_PIXELS("too-many-pixels"),
    OLD_PRESENTATION("old-presentation"),
    UNKNOWN("unknown");

    private final String key;

    Refused(String key) {
        this.key = "files.refused." + key;
    }

    /** The refusal, naming the file. */
    Refusal naming(String name) {
        return Refusal.of(RefusalKind.UNSUPPORTED, key, name);
    }
}
