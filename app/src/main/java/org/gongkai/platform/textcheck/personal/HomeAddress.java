package org.gongkai.platform.textcheck.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.platform.textcheck.FoldedText;
import org.gongkai.platform.textcheck.Hit;
import org.gongkai.platform.textcheck.TextDetector;

/**
 * Where somebody lives, more exactly than street or village (住址). Places of work, projects and
 * water sources have addresses too: so a residential name with unit or room is needed, or a word
 * such as 住址 before it.
 */
public final class HomeAddress implements TextDetector {
    private static final String NUMBER = "[0-9A-Za-z一二三四五六七八九十]{1,5}";
    private static final Pattern FLAT =
            Pattern.compile(
                    "(?:(?:小区|花园|家园|公寓|新村|佳苑|雅苑|嘉苑|名苑|花苑|苑|府|名邸|名都|豪庭|新居|安置区|家属院|家属楼|宿舍|御景|一期|二期|三期|[东西南北]区))"
                            + "[\\u4e00-\\u9fff]{0,4}"
                            + NUMBER
                            + " ?-? ?(?:号楼|号|栋|幢|座|楼|#)?[ -]?(?:"
                            + NUMBER
                            + "单元[ -]?(?:"
                            + NUMBER
                            + "(?:室|号|户)?)?|"
                            + "(?<=[号楼栋幢座#-])[ -]?[0-9]{3,4}(?:室|号|户)?|[0-9]{1,2}-[0-9]{3,4}(?:室|号|户)?)");
    private static final Pattern LABELLED =
            Pattern.compile(
                    "(?:家庭住址|家庭地址|现住址|住址|居住地址|居住地|现居住|现住|家住|户籍地址|户籍地|户籍所在地|户口所在地)(?:为|是|在|于)?[:： ]{0,2}"
                            + "([\\u4e00-\\u9fff0-9A-Za-z（）()-]{2,40}?(?:"
                            + NUMBER
                            + "(?:号院|号楼|号|栋|幢|单元|室|组|队|户|社)(?:"
                            + NUMBER
                            + "(?:号楼|号|栋|幢|单元|室|户)){0,3}))");
    private static final Pattern VILLAGE =
            Pattern.compile("村[\\u4e00-\\u9fff]{0,4}" + NUMBER + "[组队社][0-9]{1,4}[号户]");
    private static final Pattern OFFICE =
            Pattern.compile("大厦|写字楼|办公|政务|商务|产业园|广场|中心|园区|公司|局|厂|机关|酒店|学校|医院|政府");

    @Override
    public List<Hit> find(FoldedText text) {
        List<Hit> hits = new ArrayList<>();
        var labelled = LABELLED.matcher(text.text());
        while (labelled.find()) {
            hits.add(Hit.blocking("personal.address", labelled.start(1), labelled.end(1)));
        }
        for (var pattern : List.of(FLAT, VILLAGE)) {
            var match = pattern.matcher(text.text());
            while (match.find()) {
                var start = nameBefore(text.text(), match.start());
                var around =
                        text.text().substring(start, match.end()) + text.behind(match.end(), 10);
                if (!OFFICE.matcher(around).find()) {
                    hits.add(Hit.blocking("personal.address", start, match.end()));
                }
            }
        }
        return hits;
    }

    /** The name of the place begins before the word that tells its kind. */
    private static int nameBefore(String text, int end) {
        var start = end;
        while (start > 0 && end - start < 24 && isPartOfName(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isPartOfName(char sign) {
        return sign >= '\u4e00' && sign <= '\u9fff' || sign >= '0' && sign <= '9';
    }
}
