package org.gongkai.platform.files;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where a stored file is found within the site (文件地址): {@code /files/<sha256>.<extension>}.
 *
 * <p>Images in a text may come from these addresses only. Whether a reader may have the file is
 * decided by whoever serves the address.
 */
public final class FileAddress {
    private static final Pattern WHOLE =
            Pattern.compile("/files/([0-9a-f]{64})(?:\\.[a-z0-9]{2,5})?");

    private FileAddress() {}

    /** The address of this content. */
    public static String of(String sha256, MediaKind kind) {
        return "/files/" + sha256 + "." + kind.extension();
    }

    /** The SHA-256 in an address, if it is one of ours. */
    public static Optional<String> sha256In(String address) {
        var match = WHOLE.matcher(address);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /** Every stored file that a text shows or links to, in order, each once. */
    public static List<String> allIn(String html) {
        return WHOLE.matcher(html).results().map(FileAddress::sha256Of).distinct().toList();
    }

    private static String sha256Of(MatchResult match) {
        return match.group(1);
    }
}
