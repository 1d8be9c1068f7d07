package org.gongkai.opengov.requests;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who asks (申请人), 《政府信息公开条例》 art. 29: personal data, kept sealed and apart from the case.
 *
 * @param agent who acts for the applicant; null when nobody does
 */
public record Applicant(Identity identity, Contact contact, @Nullable Agent agent) {

    /**
     * Name and proof of identity (姓名或者名称、身份证明).
     *
     * @param representative of an organisation, the person who signs for it; null for a person
     */
    public record Identity(
            String name, IdentityKind kind, String number, @Nullable String representative) {}

    /** How the applicant is reached (联系方式); each as far as it was given. */
    public record Contact(
            @Nullable String phone, @Nullable String email, @Nullable String address) {}

    /** An agent or guardian (代理人、监护人) and by what he may act (委托). */
    public record Agent(
            String name, @Nullable String number, @Nullable String phone, String mandate) {}

    /** The name with all but its first sign hidden: enough to tell two cases apart. */
    String mask() {
        var name = identity.name();
        var first = name.substring(0, name.offsetByCodePoints(0, 1));
        return first + "*".repeat(Math.clamp(name.codePointCount(0, name.length()) - 1L, 1, 3));
    }

    /** Whether a text names the applicant or the agent, or how they are reached. */
    boolean isNamedIn(String text) {
        return names().anyMatch(text::contains);
    }

    /** The text with every such name covered. */
    String coveredIn(String text) {
        return names().sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(text, (it, name) -> it.replace(name, COVER));
    }

    /** What stands for a name that is covered. */
    static final String COVER = "＊＊";

    Stream<String> names() {
        return Stream.of(
                        identity.name(),
                        identity.number(),
                        identity.representative(),
                        contact.phone(),
                        contact.email(),
                        contact.address(),
                        agent == null ? null : agent.name(),
                        agent == null ? null : agent.number(),
                        agent == null ? null : agent.phone())
                .flatMap(it -> Optional.ofNullable(it).stream())
                .filter(it -> it.length() > 1);
    }

    @Override
    public String toString() {
        return "Applicant";
    }
}
