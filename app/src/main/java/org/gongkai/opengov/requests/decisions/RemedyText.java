package org.gongkai.opengov.requests.decisions;

import static org.gongkai.opengov.requests.decisions.Words.word;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.gongkai.opengov.requests.decisions.Remedy.Bodies;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says about remedies (救济途径告知): where, within which term, and what comes first.
 *
 * <p>行政复议法 (2023) arts. 22 ¶2 (the way to apply over the internet, when the letter goes that way),
 * 23 ¶2 (that review comes first), 24 (who decides).
 */
public final class RemedyText {
    private RemedyText() {}

    /**
     * Who decides on acts of the agency (复议机关、管辖法院).
     *
     * @param government the government of the same level: 银川市人民政府
     * @param upperDepartment the department above: 宁夏回族自治区生态环境厅
     * @param court the court that hears suits
     * @param district for an outpost in its own name, the government of its district; else null
     * @param department for an outpost, the department that set it up; else null
     * @param onlineReview the address at which review can be applied for; null where not known
     */
    public record Places(
            String government,
            String upperDepartment,
            String court,
            @Nullable String district,
            @Nullable String department,
            @Nullable String onlineReview) {}

    /**
     * The sentences for an act of this kind.
     *
     * @param paper in which they stand; it names itself
     * @param online whether the letter goes over the internet
     * @return empty when the way to apply online has to be named and is not known
     */
    public static Optional<String> of(
            RemedyKind kind, Paper paper, LocalDate madeOn, Places places, boolean online) {
        var remedy = RemedyTable.of(kind, madeOn);
        var sentence =
                word(
                        "requests.remedy." + remedy.course() + "." + place(kind),
                        bodies(remedy.bodies(), places),
                        places.court(),
                        word("requests.remedy.this." + paper));
        if (!online || remedy.bodies() != Bodies.GOVERNMENT) {
            return Optional.of(sentence);
        }
        return Optional.ofNullable(places.onlineReview())
                .map(it -> sentence + word("requests.remedy.online", it));
    }

    private static String place(RemedyKind kind) {
        return switch (kind) {
            case REFUSAL, REGISTRY, OTHER_REPLY -> "reply";
            case SILENCE -> "silence";
            case THIRD_PARTY -> "third-party";
            case FEE_NOTICE -> "fee";
        };
    }

    private static String bodies(Bodies bodies, Places places) {
        var names = new ArrayList<String>();
        var department = places.department();
        var district = places.district();
        if (bodies == Bodies.DEPARTMENT_OR_GOVERNMENT) {
            names.add(department == null ? places.upperDepartment() : department);
        }
        names.add(places.government());
        if (bodies == Bodies.GOVERNMENT && district != null) {
            names.add(district);
        }
        return String.join(word("requests.remedy.or"), names);
    }
}
