package org.gongkai.platform.textcheck.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.platform.textcheck.FoldedText;
import org.gongkai.platform.textcheck.Hit;
import org.gongkai.platform.textcheck.TextDetector;

/**
 * Telephone numbers (电话号码): mobile numbers of the numbering plan (1[3-9] and nine digits), and
 * landlines with their area code. Numbers on the agency's list of official contacts may stand.
 *
 * <p>A landline alone is mostly an office's: it is shown, and blocks only beside words of a home.
 */
public final class Phones implements TextDetector {
    private static final Pattern MOBILE =
            Pattern.compile(
                    "(?<![0-9.*])(?:(?:\\+|00)?86[ -]?)?"
                            + "(1[ ]?[3-9](?:\\d{9}|\\d[ .-]\\d{4}[ .-]\\d{4}|\\d{2}[ .-]\\d{3}[ .-]\\d{4}"
                            + "|\\d[ .-]\\d{3}[ .-]\\d{5}|\\d[ .-]\\d{8}|(?: \\d){9}))"
                            + "(?![0-9A-Za-z*]|\\.\\d)");
    private static final Pattern LANDLINE =
            Pattern.compile(
                    "(?<![0-9A-Za-z.*/])(?:\\(0\\d{2,3}\\)|（0\\d{2,3}）|0\\d{2,3}) ?-? ?([2-8]\\d{2}[ -]?\\d{4,5})(?![0-9A-Za-z*.]|-\\d{5})");
    private static final Pattern AMOUNT =
            Pattern.compile("^\\s?(?:[万亿]?元|万|亿|吨|公斤|千克|立方|平方|米|千瓦|度|株|人次|户|家|m|k|t|%|％|个|件|条|美元)");
    private static final Pattern GLUED = Pattern.compile("(?i)(?:[a-z0-9]*[a-z]|[a-z]+[0-9]*)$");
    private static final Pattern LABEL =
            Pattern.compile("(?i)(?:tel|phone|mobile|mob|wechat|weixin|wx|vx|qq|no)$");
    private static final Pattern HOME = Pattern.compile("家庭|住宅|家里|私人|本人|投诉人|举报人|信访人|当事人|申请人|群众");

    private final Set<String> official;

    /** Digits of the numbers that are official. */
    public Phones(Set<String> official) {
        this.official = Set.copyOf(official);
    }

    @Override
    public List<Hit> find(FoldedText text) {
        List<Hit> hits = new ArrayList<>();
        var mobile = MOBILE.matcher(text.text());
        while (mobile.find()) {
            if (!isOfficial(mobile.group(1))
                    && !isSomethingElse(text, mobile.start(), mobile.end())) {
                hits.add(Hit.blocking("personal.mobile", mobile.start(1), mobile.end(1)));
            }
        }
        var landline = LANDLINE.matcher(text.text());
        while (landline.find()) {
            if (!isOfficial(landline.group()) && hasAreaCode(landline.group())) {
                hits.add(landline(text, landline.start(), landline.end()));
            }
        }
        return hits;
    }

    private static Hit landline(FoldedText text, int start, int end) {
        return HOME.matcher(text.before(start, 16)).find()
                ? Hit.blocking("personal.landline-home", start, end)
                : Hit.warning("personal.landline", start, end);
    }

    /** 010, 02x or four digits 03xx–09xx, the lengths that the plan gives. */
    private static boolean hasAreaCode(String written) {
        var digits = digits(written);
        var three = digits.startsWith("010") || digits.startsWith("02");
        var length = digits.length() - (three ? 3 : 4);
        return (three ? length == 8 : length == 7 || length == 8) && digits.charAt(1) != '0';
    }

    private boolean isOfficial(String written) {
        return official.contains(digits(written));
    }

    private static boolean isSomethingElse(FoldedText text, int start, int end) {
        if (AMOUNT.matcher(text.behind(end, 4)).find()) {
            return true;
        }
        var before = text.before(start, 40);
        var glued = GLUED.matcher(before).find() && !LABEL.matcher(before).find();
        return glued
                || before.matches("(?s).*(?:https?://|www\\.)[^\\s\\u4e00-\\u9fff]*$")
                || before.endsWith("_");
    }

    static String digits(String written) {
        return written.replaceAll("[^0-9]", "");
    }
}
