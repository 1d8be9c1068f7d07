package org.gongkai.opengov.budgets;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Who was granted something, as the public reads it (发放对象公示).
 *
 * <p>The name of a firm stands whole; of a natural person the first sign of the name stands, as ADR
 * 0247 has it for inspections. Whoever cannot be told from a person by the name is taken for one;
 * what the list says of the kind makes a firm only as a whole, because 合作社社员 is a person.
 */
record FundRecipient(FundKind kind, String published) {
    private static final Pattern FIRM =
            Pattern.compile(
                    "公司|集团|厂|合作社|企业|农场|牧场|养殖场|中心|商行|商店|超市|经营部|事务所|研究所|"
                            + "工作站|委员会|村委会|居委会|学校|医院|银行|协会|局$|站$|院$");
    private static final Pattern FIRM_KIND = Pattern.compile("企业|单位|法人|公司|合作社|事业单位|社会组织|村委会");
    private static final Pattern PERSON = Pattern.compile("个人|农户|自然人|村民|居民");
    private static final Pattern VILLAGE =
            Pattern.compile(
                    "(?:[^\\d号室]*?(?:镇|乡|街道)(?!委))?" + "(?:[^\\d号室]{0,10}?(?:村|社区|嘎查)(?!委))?");
    private static final Pattern STREET = Pattern.compile("[^\\d号室]+?(?:路|街|巷|(?<!小)区|县)");
    private static final int MOST_SIGNS = 2;

    /**
     * By what the list says.
     *
     * @param name as it stands in the list
     * @param kind what the list says of the kind; may be empty
     */
    static FundRecipient of(String name, String kind) {
        var bare = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
        var said = kind.strip();
        var firm =
                !PERSON.matcher(said).find()
                        && (FIRM_KIND.matcher(said).matches() || FIRM.matcher(bare).find());
        return firm
                ? new FundRecipient(FundKind.FIRM, bare)
                : new FundRecipient(FundKind.PERSON, masked(bare));
    }

    private static String masked(String name) {
        var first = name.substring(0, name.offsetByCodePoints(0, 1));
        var rest = name.codePointCount(0, name.length()) - 1;
        return first + "某".repeat(Math.clamp(rest, 1, MOST_SIGNS));
    }

    /**
     * Where somebody lives, to the village or street and no further; empty where the words name
     * neither these nor a district, because a house may be all they say.
     */
    static String place(String words) {
        var bare = Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("\\s", "");
        var village = VILLAGE.matcher(bare);
        if (village.lookingAt() && village.end() > 0) {
            return village.group();
        }
        var street = STREET.matcher(bare);
        return street.lookingAt() ? street.group() : "";
    }
}
