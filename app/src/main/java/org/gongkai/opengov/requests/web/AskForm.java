package org.gongkai.opengov.requests.web;

import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.requests.Matters;
import org.gongkai.opengov.requests.RequestEntry;
import org.jspecify.annotations.Nullable;

/**
 * The form as it was typed (申请表), so that it can be shown again.
 *
 * @param matters one text; several matters are numbered in it
 * @param split {@code each} to make each matter a request of its own
 * @param shown how many documents already public were shown
 * @param task what the browser worked on; empty without script
 * @param answer its answer
 * @param identityProof the code of a picture uploaded with the form before; empty without one
 * @param mandateProof the code of a mandate uploaded before; empty without one
 */
public record AskForm(
        @Nullable String applicantClass,
        @Nullable String name,
        @Nullable String representative,
        @Nullable String identityKind,
        @Nullable String identityNumber,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String matters,
        @Nullable String form,
        @Nullable String delivery,
        @Nullable String agentName,
        @Nullable String agentNumber,
        @Nullable String agentPhone,
        @Nullable String mandate,
        @Nullable String website,
        @Nullable String split,
        @Nullable Integer shown,
        @Nullable String task,
        @Nullable String answer,
        @Nullable String identityProof,
        @Nullable String mandateProof) {

    static AskForm empty() {
        return new AskForm(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null);
    }

    /** The matters asked, told apart by their numbers. */
    public List<String> asked() {
        return Matters.of(Objects.requireNonNullElse(matters, "").replace("\r\n", "\n"));
    }

    /** Whether each matter is to be a request of its own. */
    public boolean each() {
        return "each".equals(split);
    }

    /** The same with the files that came with it. */
    AskForm proved(@Nullable String identity, @Nullable String mandated) {
        return new AskForm(
                applicantClass,
                name,
                representative,
                identityKind,
                identityNumber,
                phone,
                email,
                address,
                matters,
                form,
                delivery,
                agentName,
                agentNumber,
                agentPhone,
                mandate,
                website,
                split,
                shown,
                task,
                answer,
                identity == null ? identityProof : identity,
                mandated == null ? mandateProof : mandated);
    }

    RequestEntry entry() {
        return new RequestEntry(
                applicantClass,
                name,
                representative,
                identityKind,
                identityNumber,
                phone,
                email,
                address,
                asked(),
                form,
                delivery,
                agentName,
                agentNumber,
                agentPhone,
                mandate,
                website,
                identityProof,
                mandateProof);
    }

    @Override
    public String toString() {
        return "AskForm";
    }
}
