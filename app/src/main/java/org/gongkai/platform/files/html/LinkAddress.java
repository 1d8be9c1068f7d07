package org.gongkai.platform.files.html;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.platform.files.FileAddress;

/** Which addresses a link or a picture may have (链接与图片地址). */
final class LinkAddress {
    private static final Pattern IGNORED = Pattern.compile("[\\p{Cc}\\p{Cf}\\s]+");
    private static final Pattern WEB =
            Pattern.compile("(?i)https?://[^/?#@\\\\<>\"'`]+(?:[/?#][^\\\\<>\"'`]*)?");
    private static final Pattern MAIL =
            Pattern.compile("(?i)mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+");
    private static final Pattern TELEPHONE = Pattern.compile("(?i)tel:[+0-9*#()-]+");
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[^\\\\<>\"'`]*");
    private static final Pattern FOOTNOTE = Pattern.compile("#fn(ref)?-[1-9][0-9]{0,3}");

    private LinkAddress() {}

    /** The address without invisible signs, if it is of a kind that links may have. */
    static Optional<String> clean(String address) {
        var plain = IGNORED.matcher(address).replaceAll("");
        var allowed =
                WEB.matcher(plain).matches()
                        || MAIL.matcher(plain).matches()
                        || TELEPHONE.matcher(plain).matches()
                        || OWN.matcher(plain).matches()
                        || FOOTNOTE.matcher(plain).matches();
        return allowed ? Optional.of(plain) : Optional.empty();
    }

    static boolean isOwnImage(String address) {
        return FileAddress.sha256In(address).isPresent();
    }
}
