package org.gongkai.opengov.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Texts of a request without who asked (隐去申请人信息), 个人信息保护法 art. 51: the applicant is known here and
 * not told; what looks like the number or address of anybody is taken out too.
 */
@Component
public class RequestMasking {
    private static final Pattern PERSONAL =
            Pattern.compile(
                    "(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|1[3-9][0-9]{9})(?![0-9A-Za-z])"
                            + "|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

    private final Applicants applicants;
    private final Wording wording;

    RequestMasking(Applicants applicants, Wording wording) {
        this.applicants = applicants;
        this.wording = wording;
    }

    /** The text with an applicant where he is named, and nothing where others can be reached. */
    @Transactional(readOnly = true)
    public String masked(long id, String text) {
        var said = text;
        var found = applicants.find(id);
        if (found.isPresent()) {
            for (var word : names(found.get())) {
                said = said.replace(word, wording.say("requests.log.applicant"));
            }
            for (var word : contacts(found.get())) {
                said = said.replace(word, wording.say("requests.log.left-out"));
            }
        }
        return PERSONAL.matcher(said).replaceAll(wording.say("requests.log.left-out"));
    }

    /** Whether the text names the applicant or says how anybody can be reached. */
    @Transactional(readOnly = true)
    public boolean isPersonal(long id, String text) {
        return PERSONAL.matcher(text).find()
                || applicants.find(id).filter(it -> it.isNamedIn(text)).isPresent();
    }

    private static List<String> names(Applicant who) {
        var words = new ArrayList<String>();
        add(words, who.identity().name());
        add(words, who.identity().representative());
        if (who.agent() != null) {
            add(words, who.agent().name());
        }
        return words;
    }

    private static List<String> contacts(Applicant who) {
        var words = new ArrayList<String>();
        add(words, who.identity().number());
        add(words, who.contact().phone());
        add(words, who.contact().email());
        add(words, who.contact().address());
        if (who.agent() != null) {
            add(words, who.agent().number());
            add(words, who.agent().phone());
        }
        return words;
    }

    /** A single sign names nobody. */
    private static void add(List<String> words, @Nullable String word) {
        if (word != null && word.length() > 1) {
            words.add(word);
        }
    }
}
