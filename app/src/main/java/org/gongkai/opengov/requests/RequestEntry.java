package org.gongkai.opengov.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.platform.files.SeenText;
import org.gongkai.platform.organization.SocialCreditCode;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant typed, or what was typed for one (申请表内容), 《政府信息公开条例》 art. 29. No purpose is
 * asked for: the Regulation wants none.
 *
 * @param applicantClass as {@code natural-person}
 * @param identityKind as {@code id-card}
 * @param matters what is asked, one text for each matter
 * @param form as {@code paper}
 * @param delivery as {@code email}
 * @param website a field that people do not see and machines fill in
 * @param identityProof the code of an uploaded picture of the identity paper; see {@link
 *     ProofIntake}
 * @param mandateProof the code of an uploaded mandate
 */
public record RequestEntry(
        @Nullable String applicantClass,
        @Nullable String name,
        @Nullable String representative,
        @Nullable String identityKind,
        @Nullable String identityNumber,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable List<String> matters,
        @Nullable String form,
        @Nullable String delivery,
        @Nullable String agentName,
        @Nullable String agentNumber,
        @Nullable String agentPhone,
        @Nullable String mandate,
        @Nullable String website,
        @Nullable String identityProof,
        @Nullable String mandateProof) {

    /** The longest text of one matter, in characters: some forty printed pages. */
    public static final int MATTER = 60_000;

    /** The most matters of one request; what is more is sent as a further request. */
    public static final int MATTERS = 50;

    private static final int NAME = 100;
    private static final int LINE = 200;
    private static final int SHORTEST_PAPER = 5;

    /** Of a telephone; the shortest ones that anybody has are service numbers (12369). */
    private static final int FEWEST_DIGITS = 5;

    /** One without uploaded files. */
    public RequestEntry(
            @Nullable String applicantClass,
            @Nullable String name,
            @Nullable String representative,
            @Nullable String identityKind,
            @Nullable String identityNumber,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable List<String> matters,
            @Nullable String form,
            @Nullable String delivery,
            @Nullable String agentName,
            @Nullable String agentNumber,
            @Nullable String agentPhone,
            @Nullable String mandate,
            @Nullable String website) {
        this(
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
                null,
                null);
    }

    /** A form with nothing typed yet. */
    public static RequestEntry empty() {
        return new RequestEntry(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }

    /** The same, asking for this. */
    public RequestEntry asking(List<String> other) {
        return new RequestEntry(
                applicantClass,
                name,
                representative,
                identityKind,
                identityNumber,
                phone,
                email,
                address,
                List.copyOf(other),
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

    /** The same with these uploaded files. */
    public RequestEntry proved(@Nullable String identity, @Nullable String mandated) {
        return new RequestEntry(
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
                identity,
                mandated);
    }

    /**
     * What was typed, in order.
     *
     * @param identityProof the code of an uploaded picture; null without one
     * @param mandateProof the code of an uploaded mandate; null without one
     */
    public record Checked(
            ApplicantClass applicantClass,
            Applicant applicant,
            List<String> matters,
            WantedForm form,
            DeliveryWay delivery,
            @Nullable String identityProof,
            @Nullable String mandateProof) {
        public Checked {
            matters = List.copyOf(matters);
        }

        @Override
        public String toString() {
            return "Checked";
        }
    }

    /** Refuses with every field that has to be mended. */
    public Checked check() {
        var problems = new ArrayList<FieldProblem>();
        if (!line(website).isEmpty()) {
            problems.add(FieldProblem.of("website", "requests.field.website"));
        }
        // In the order of the form, so that who mends it goes down the page.
        var asked = asked(problems);
        var wanted = chosen("form", WantedForm.named(line(form)), problems);
        var way = chosen("delivery", DeliveryWay.named(line(delivery)), problems);
        var who = chosen("applicantClass", ApplicantClass.named(line(applicantClass)), problems);
        var identity = identity(problems);
        var contact = contact(way.orElse(null), problems);
        var agent = agent(problems);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(List.copyOf(problems));
        }
        return new Checked(
                who.orElseThrow(),
                new Applicant(identity.orElseThrow(), contact, agent),
                asked,
                wanted.orElseThrow(),
                way.orElseThrow(),
                given(identityProof),
                agent == null ? null : given(mandateProof));
    }

    /** The identity that was typed alone; refuses with every field that has to be mended. */
    static Applicant.Identity identityOf(
            @Nullable String name, @Nullable String kind, @Nullable String number) {
        var problems = new ArrayList<FieldProblem>();
        var entry =
                new RequestEntry(
                        null, name, null, kind, number, null, null, null, null, null, null, null,
                        null, null, null, null);
        var identity = entry.identity(problems);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(List.copyOf(problems));
        }
        return identity.orElseThrow();
    }

    private Optional<Applicant.Identity> identity(List<FieldProblem> problems) {
        var called = line(name);
        required("name", called, NAME, problems);
        atMost(NAME, "representative", representative, problems);
        var signs = line(identityNumber).replace(" ", "").toUpperCase(Locale.ROOT);
        var kind = chosen("identityKind", IdentityKind.named(line(identityKind)), problems);
        if (kind.filter(it -> !it.hasNumber()).isPresent()) {
            if (given(identityProof) == null) {
                problems.add(FieldProblem.of("identityFile", "requests.field.identity.picture"));
            }
            return Optional.of(
                    new Applicant.Identity(
                            called, IdentityKind.PICTURE, "", given(representative)));
        }
        if (signs.isEmpty()) {
            problems.add(FieldProblem.of("identityNumber", "requests.field.identity.required"));
            return Optional.empty();
        }
        if (kind.isPresent() && !fits(kind.get(), signs)) {
            problems.add(
                    FieldProblem.of(
                            "identityNumber", "requests.field.identity." + kind.get().slug()));
        }
        return kind.map(it -> new Applicant.Identity(called, it, signs, given(representative)));
    }

    private static boolean fits(IdentityKind kind, String signs) {
        return switch (kind) {
            case ID_CARD -> IdentityNumber.isValid(signs);
            case CREDIT_CODE -> SocialCreditCode.isValid(signs);
            case OTHER_PAPER -> signs.length() >= SHORTEST_PAPER && signs.length() <= NAME;
            case PICTURE -> true;
        };
    }

    /** By the channel that was chosen the answer must be able to arrive; else any way will do. */
    private Applicant.Contact contact(@Nullable DeliveryWay way, List<FieldProblem> problems) {
        var to = new Applicant.Contact(given(phone), given(email), given(address));
        var mail = to.email();
        if (mail != null && !mail.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+")) {
            problems.add(FieldProblem.of("email", "requests.field.email"));
        }
        if (way == DeliveryWay.EMAIL && mail == null) {
            problems.add(FieldProblem.of("email", "requests.field.email.required"));
        }
        if (way == DeliveryWay.POST && to.address() == null) {
            problems.add(FieldProblem.of("address", "requests.field.address.required"));
        }
        if (to.phone() == null && mail == null && to.address() == null) {
            problems.add(FieldProblem.of("phone", "requests.field.contact"));
        }
        telephone("phone", phone, problems);
        atMost(LINE, "email", email, problems);
        atMost(LINE, "address", address, problems);
        return to;
    }

    /**
     * However it is written, with an extension or a second one: a telephone is called by digits.
     */
    private static void telephone(
            String field, @Nullable String typed, List<FieldProblem> problems) {
        var line = line(typed);
        atMost(LINE, field, line, problems);
        if (!line.isEmpty() && line.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
            problems.add(FieldProblem.of(field, "requests.field.phone"));
        }
    }

    private static void atMost(
            int longest, String field, @Nullable String typed, List<FieldProblem> problems) {
        if (line(typed).length() > longest) {
            problems.add(FieldProblem.of(field, "requests.field.too-long", longest));
        }
    }

    private List<String> asked(List<FieldProblem> problems) {
        var asked =
                Objects.requireNonNullElse(matters, List.<String>of()).stream()
                        .map(RequestEntry::text)
                        .filter(it -> !it.isEmpty())
                        .toList();
        if (asked.isEmpty()) {
            problems.add(FieldProblem.of("matters", "requests.field.matters.required"));
        }
        if (asked.size() > MATTERS) {
            problems.add(FieldProblem.of("matters", "requests.field.matters.many", MATTERS));
        }
        if (asked.stream().anyMatch(it -> it.length() > MATTER)) {
            problems.add(FieldProblem.of("matters", "requests.field.too-long", MATTER));
        }
        return asked;
    }

    private Applicant.@Nullable Agent agent(List<FieldProblem> problems) {
        var called = line(agentName);
        if (called.isEmpty()) {
            return null;
        }
        var by = line(mandate);
        required("mandate", by, LINE, problems);
        atMost(NAME, "agentName", called, problems);
        atMost(NAME, "agentNumber", agentNumber, problems);
        telephone("agentPhone", agentPhone, problems);
        return new Applicant.Agent(called, given(agentNumber), given(agentPhone), by);
    }

    private static <T> Optional<T> chosen(
            String field, Optional<T> found, List<FieldProblem> problems) {
        if (found.isEmpty()) {
            problems.add(FieldProblem.of(field, "requests.field.choose." + field));
        }
        return found;
    }

    private static void required(
            String field, String typed, int longest, List<FieldProblem> problems) {
        if (typed.isEmpty()) {
            problems.add(FieldProblem.of(field, "requests.field.required." + field));
        }
        atMost(longest, field, typed, problems);
    }

    static @Nullable String given(@Nullable String typed) {
        var line = line(typed);
        return line.isEmpty() ? null : line;
    }

    static String line(@Nullable String typed) {
        return text(typed).replaceAll("\\s+", " ");
    }

    /** Without signs that nobody sees. */
    static String text(@Nullable String typed) {
        return SeenText.of(Objects.requireNonNullElse(typed, "").replace("\r\n", "\n"))
                .replace("\r", "")
                .strip();
    }

    @Override
    public String toString() {
        return "RequestEntry";
    }
}
