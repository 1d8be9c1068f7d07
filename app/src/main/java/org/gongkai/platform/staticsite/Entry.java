package org.gongkai.platform.staticsite;

import org.gongkai.platform.pages.PublicAddress.Kind;

/**
 * What is written of one address (导出条目).
 *
 * @param stamp the address's stamp when it was written; empty without
 * @param length bytes of the file
 * @param type media type as the program answered it
 * @param note where a moved address leads; how a file is handed out (Content-Disposition); or empty
 */
record Entry(Kind kind, String stamp, long length, String type, String note) {

    /** Whether a file of this type is also kept compressed. */
    boolean compressible() {
        return type.startsWith("text/")
                || type.contains("xml")
                || type.contains("json")
                || type.contains("javascript");
    }
}
