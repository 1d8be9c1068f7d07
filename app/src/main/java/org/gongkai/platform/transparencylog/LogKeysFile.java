package org.gongkai.platform.transparencylog;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public keys of the log and its witnesses as a file (公钥文件), one to a line. */
public final class LogKeysFile {
    private LogKeysFile() {}

    /** The file's text. */
    public static String of(LogReading.Standing standing) {
        return Stream.concat(
                        Stream.of("# " + standing.origin()),
                        Stream.concat(
                                standing.keys().stream(),
                                standing.witnesses().stream().map(Witness::key)))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
