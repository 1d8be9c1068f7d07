package org.gongkai.platform.textcheck.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.platform.textcheck.FoldedText;
import org.gongkai.platform.textcheck.Hit;
import org.gongkai.platform.textcheck.TextDetector;

/**
 * The name of a natural person in a place where it is not that of an officer (自然人姓名): behind 投诉人,
 * 举报人, 当事人, 申请人 and the like.
 *
 * <p>Who complained is never named (信访工作条例 art. 30, 行政处罚法 art. 50: blocking); who is a party is
 * named by surname and 某 (to be looked at). Names already written 张某 stand.
 */
public final class PersonName implements TextDetector {
    private static final String ROLES =
            "投诉人|举报人|信访人|反映人|来信人|来访人|检举人|报案人|受害人|当事人|申请人|被申请人|被处罚人|违法行为人|当事者|行为人|死者|伤者|患者|监护人";
    private static final Pattern CERTAIN =
            Pattern.compile("投诉人|举报人|信访人|反映人|来信人|来访人|检举人|报案人|受害人|患者|监护人");
    private static final String SURNAMES =
            "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段漕钱汤尹黎易常武乔贺赖龚文纳妥摆虎海哈拜买穆撒冶者勉";
    private static final Set<String> COMPOUND =
            Set.of("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "司徒");
    private static final Pattern AFTER_COLON =
            Pattern.compile(
                    "("
                            + ROLES
                            + ")(?:姓名)?(?:（[^）]{0,6}）)?[:： ]{1,3}([\\u4e00-\\u9fff·]{2,6})(?=[，,。；;、（(\\s\\t]|$)");
    private static final Pattern DIRECT =
            Pattern.compile(
                    "("
                            + ROLES
                            + ")([\\u4e00-\\u9fff]{2,4}?)(?=[，,、（(]|反映|称|于\\d|于20|的|提出|来电|来信|向我|不服|系|电话|住|举报|投诉|\\s|。)");
    private static final Set<String> WORDS =
            Set.of(
                    "应当", "提交", "申请", "可以", "认为", "及其", "要求", "同意", "本人", "单位", "姓名", "名称", "无法",
                    "基本", "信息", "情况", "权利", "义务", "身份", "联系", "满意", "对此", "来信", "来访", "代表", "家属",
                    "委托", "陈述", "申辩", "有权", "于是", "和其", "任何", "何时", "方可", "方式", "方面", "文书", "文件",
                    "全部", "所有", "对象", "共计", "共同", "常见", "高度", "金额", "程序", "任意", "余下", "万一", "曾经",
                    "白天", "江苏", "海南", "海原", "石嘴山", "马上", "易于", "田地", "于法", "杨树", "广大");
    private static final Pattern NOT_A_NAME =
            Pattern.compile(".*(某|×|公司|单位|部门|人员|应|需|可|将|未|已|被|对|向|和|或|及|按|在|为|有|是|与|由|不|等|的).*");

    @Override
    public List<Hit> find(FoldedText text) {
        List<Hit> hits = new ArrayList<>();
        for (var pattern : List.of(AFTER_COLON, DIRECT)) {
            var match = pattern.matcher(text.text());
            while (match.find()) {
                if (isName(match.group(2))) {
                    hits.add(hit(match.group(1), match.start(2), match.end(2), match.group(2)));
                }
            }
        }
        return hits;
    }

    private static Hit hit(String role, int start, int end, String name) {
        var surname =
                COMPOUND.contains(name.substring(0, 2))
                        ? name.substring(0, 2)
                        : name.substring(0, 1);
        return CERTAIN.matcher(role).matches()
                ? Hit.blocking("personal.name-protected", start, end).naming(role)
                : Hit.warning("personal.name", start, end).naming(role).proposing(surname + "某");
    }

    static boolean isName(String words) {
        if (words.contains("·")) {
            return words.length() >= 4;
        }
        var compound = words.length() >= 3 && COMPOUND.contains(words.substring(0, 2));
        var length = words.length() - (compound ? 2 : 1);
        return (compound || SURNAMES.indexOf(words.charAt(0)) >= 0)
                && length >= 1
                && length <= 2
                && !WORDS.contains(words)
                && !WORDS.contains(words.substring(0, 2))
                && !NOT_A_NAME.matcher(words).matches();
    }
}
