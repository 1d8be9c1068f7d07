package org.gongkai.platform.letters;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a printed form vouches for (内容校验码): a document and the SHA-256 of the content signed.
 *
 * <p>Written {@code gongkai:sha256:<64 hex digits>?doc=<id>}, in the QR code of the review form.
 */
public record ContentMark(String documentId, String sha256) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z_.:/-]{0,79}");
    private static final Pattern TEXT =
            Pattern.compile("gongkai:sha256:(" + HASH + ")\\?doc=(" + ID + ")");
    private static final int GROUP = 8;

    public ContentMark {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("A SHA-256 has 64 lower-case hex digits: " + sha256);
        }
        if (!ID.matcher(documentId).matches()) {
            throw new IllegalArgumentException("Not the id of a document: " + documentId);
        }
    }

    /** Reads the text of a QR code; empty if it is not one of ours. */
    public static Optional<ContentMark> parse(String text) {
        var matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new ContentMark(matcher.group(2), matcher.group(1)))
                : Optional.empty();
    }

    /** The text that the QR code carries. */
    public String text() {
        return "gongkai:sha256:" + sha256 + "?doc=" + documentId;
    }

    /** The hash in eight groups of eight, as people compare it. */
    public String inGroups() {
        return sha256.replaceAll("(?<=\\G.{" + GROUP + "})(?!$)", " ");
    }
}
