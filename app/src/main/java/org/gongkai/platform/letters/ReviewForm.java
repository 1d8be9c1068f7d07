package org.gongkai.platform.letters;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filled review form (网站信息发布保密审查和内容审核表), one for each version sent for review.
 *
 * <p>条例 art. 17; work plan 五: 谁制定、谁公开、先审查、后发布. What is not known is left empty to fill by hand.
 */
public record ReviewForm(
        Head head,
        Item item,
        Map<ReviewQuestion, Boolean> answers,
        Drafting drafting,
        List<ReviewLevel> levels,
        List<String> attachments,
        String remarks) {

    public ReviewForm {
        answers = answers.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(answers));
        levels = List.copyOf(levels);
        attachments = List.copyOf(attachments);
    }

    /** The head (表头): whose form, for which content, printed when. */
    public record Head(String agency, ContentMark mark, int version, LocalDate printedOn) {}

    /**
     * What is to be made public (拟公开信息).
     *
     * @param publishOn when it shall appear (拟公开时间); null: as soon as all have signed
     * @param repostedFrom the source of a repost (转载来源); null: made by the agency (自制)
     * @param legalGround why it has this attribute, e.g. 《政府信息公开条例》第二十条第（三）项
     */
    public record Item(
            String publisher,
            String section,
            String title,
            String kind,
            String column,
            String documentNumber,
            Carrier carrier,
            Set<PublicationChannel> channels,
            @Nullable LocalDateTime publishOn,
            @Nullable String repostedFrom,
            PublicAttribute attribute,
            String legalGround) {

        public Item {
            channels = Set.copyOf(channels);
        }
    }

    /**
     * Who made it (拟稿).
     *
     * @param screening the result of machine reading in one sentence (机器初查), or empty
     */
    public record Drafting(
            String drafter, String clerk, @Nullable LocalDate draftedOn, String screening) {}
}
