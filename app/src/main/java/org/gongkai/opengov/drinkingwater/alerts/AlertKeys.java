package org.gongkai.opengov.drinkingwater.alerts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.platform.settings.SecretBox;
import org.gongkai.platform.settings.Secrets;
import org.springframework.stereotype.Component;

/**
 * Keys of the alerts (提醒密钥): addresses lie closed, and the code of a link follows from the number
 * of its alert, so that none is kept.
 */
@Component
class AlertKeys {
    private static final Pattern CODE = Pattern.compile("(\\d{1,18})-([0-9a-f]{40})");
    private static final int CODE_SIGNS = 40;

    private final SecretBox box;
    private final SecretKeySpec key;

    AlertKeys(Secrets secrets) {
        this.box = new SecretBox(secrets, "water-alert-address");
        this.key = new SecretKeySpec(secrets.key("water-alert-hash"), "HmacSHA256");
    }

    byte[] close(String address, String mark) {
        return box.close(address.getBytes(StandardCharsets.UTF_8), mark);
    }

    String open(byte[] closed, String mark) {
        return new String(box.open(closed, mark), StandardCharsets.UTF_8);
    }

    /** The same for the same text of this kind. */
    String mark(String kind, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of()
                    .formatHex(
                            mac.doFinal((kind + "\u0000" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The code in the links of an alert. */
    String code(long alert) {
        return alert + "-" + mark("code", Long.toString(alert)).substring(0, CODE_SIGNS);
    }

    /** The alert whose code this is; empty for any other text. */
    Optional<Long> alert(String code) {
        var match = CODE.matcher(code.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var alert = Long.parseLong(match.group(1));
        return java.security.MessageDigest.isEqual(
                        code(alert).getBytes(StandardCharsets.US_ASCII),
                        code.strip().getBytes(StandardCharsets.US_ASCII))
                ? Optional.of(alert)
                : Optional.empty();
    }
}
