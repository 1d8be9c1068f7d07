package org.gongkai.platform.textcheck.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.platform.textcheck.FoldedText;
import org.gongkai.platform.textcheck.Hit;
import org.gongkai.platform.textcheck.TextDetector;

/**
 * E-mail addresses and the numbers of WeChat and QQ (电子邮箱、微信号、QQ号). Addresses under {@code gov.cn}
 * and those on the agency's list are official and may stand.
 */
public final class Emails implements TextDetector {
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?<![A-Za-z0-9._%+*-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63} ?(?:@|\\(at\\)|\\[at\\]) ?(?:[A-Za-z0-9-]{1,63}\\.){1,4}[A-Za-z]{2,12}(?![A-Za-z0-9])");
    private static final Pattern ACCOUNT =
            Pattern.compile(
                    "(?i)(?:微信号?|wechat|QQ号?|QQ)\\s?(?:号码|是|为)?\\s?[:：]\\s?([A-Za-z][A-Za-z0-9_-]{5,19}|[1-9]\\d{4,10})(?![A-Za-z0-9_@])");

    private final Set<String> official;

    /** The addresses that are official, in lower case. */
    public Emails(Set<String> official) {
        this.official = Set.copyOf(official);
    }

    @Override
    public List<Hit> find(FoldedText text) {
        List<Hit> hits = new ArrayList<>();
        var address = ADDRESS.matcher(text.text());
        while (address.find()) {
            var written = address.group().replace(" ", "").toLowerCase(Locale.ROOT);
            var office = written.endsWith(".gov.cn") || written.endsWith("@gov.cn");
            if (!office && !official.contains(written)) {
                hits.add(Hit.blocking("personal.e-mail", address.start(), address.end()));
            }
        }
        var account = ACCOUNT.matcher(text.text());
        while (account.find()) {
            if (!official.contains(account.group(1).toLowerCase(Locale.ROOT))) {
                hits.add(Hit.blocking("personal.account", account.start(1), account.end(1)));
            }
        }
        return hits;
    }
}
