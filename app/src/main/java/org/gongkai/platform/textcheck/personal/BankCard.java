package org.gongkai.platform.textcheck.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.platform.textcheck.FoldedText;
import org.gongkai.platform.textcheck.Hit;
import org.gongkai.platform.textcheck.TextDetector;

/**
 * The number of a bank card (银行卡号): 16 to 19 digits whose last passes the Luhn check (GB/T 14504,
 * ISO/IEC 7812-1). Only numbers of card issuers, or beside words of an account, are certain.
 */
public final class BankCard implements TextDetector {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![0-9A-Za-z.*])(?<!\\d[ -])\\d{4}(?:([ -]?)\\d{4}(?:\\1\\d{4}){2}(?:\\1\\d{1,3})?)(?![0-9A-Za-z*]|[ -]\\d|\\.\\d)");
    private static final Pattern SAID = Pattern.compile("卡号|账号|帐号|账户|帐户|银行|开户|汇款|转账|收款|一卡通");
    private static final Pattern OTHER = Pattern.compile("订单|流水|凭证|发票|批次|编码|条码|编号|单号|校验");
    private static final int NEAR = 30;

    @Override
    public List<Hit> find(FoldedText text) {
        List<Hit> hits = new ArrayList<>();
        var match = NUMBER.matcher(text.text());
        while (match.find()) {
            var digits = Phones.digits(match.group());
            if (!passesLuhn(digits) || CreditCode.isValid(digits)) {
                continue;
            }
            var before = text.before(match.start(), NEAR);
            var said = SAID.matcher(before).find();
            var issuer = digits.matches("62.*|4.*|5[1-5].*|35.*|9[0-9]{15,18}");
            if (said || issuer && !OTHER.matcher(before).find()) {
                hits.add(
                        said || digits.startsWith("62")
                                ? Hit.blocking("personal.bank-card", match.start(), match.end())
                                : Hit.warning("personal.bank-card", match.start(), match.end()));
            }
        }
        return hits;
    }

    static boolean passesLuhn(String digits) {
        if (digits.chars().distinct().count() == 1) {
            return false;
        }
        var sum = 0;
        for (var at = 0; at < digits.length(); at++) {
            var digit = digits.charAt(digits.length() - 1 - at) - '0';
            var doubled = at % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
