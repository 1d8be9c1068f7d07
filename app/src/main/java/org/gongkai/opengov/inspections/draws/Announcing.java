package org.gongkai.opengov.inspections.draws;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.inspections.LocalRules;
import org.gongkai.opengov.inspections.RiskClass;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.opengov.inspections.draws.PlanTies.Owed;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Path;
import org.gongkai.platform.commitments.Suite;
import org.gongkai.platform.draw.DrawMode;
import org.gongkai.platform.draw.NumbersSource;
import org.gongkai.platform.pages.Moments;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/** Checks what was typed for an announcement (抽取公告核对), all fields at once. */
final class Announcing {
    private static final int LINE = 200;
    private static final int MOST_SEATS = 8;
    private static final int MOST_WITNESSES = 16;
    private static final int MOST_STRATA = 20;

    private final AnnounceEntry entry;
    private final @Nullable Owed owed;
    private final LocalRules local;
    private final boolean beaconsOn;
    private final Instant now;
    private final List<FieldProblem> problems = new ArrayList<>();

    /**
     * What was typed.
     *
     * @param owed what the plan owes; null for a draw outside the plan
     */
    Announcing(
            AnnounceEntry entry,
            @Nullable Owed owed,
            LocalRules local,
            boolean beaconsOn,
            Instant now) {
        this.entry = entry;
        this.owed = owed;
        this.local = local;
        this.beaconsOn = beaconsOn;
        this.now = now;
    }

    /** The announcement under this name and number; strata as the register has them. */
    Announcement under(String name, long seq, List<PlannedStratum> strata, List<String> items) {
        var mode = mode();
        var sources = sources();
        var checkFrom = day("checkFrom", entry.checkFrom());
        var checkTo = day("checkTo", entry.checkTo());
        var reveal = entry.revealBy();
        var revealBy = mode == DrawMode.OPEN && blank(reveal) ? checkTo : day("revealBy", reveal);
        var title = title();
        var outside = outside();
        var seats = seats();
        var suite = suite();
        var first = first(sources);
        var until = noncesUntil(first);
        times(first, until, checkFrom, checkTo, revealBy);
        year(checkFrom);
        finish();
        return new Announcement(
                name,
                seq,
                mode,
                suite,
                title,
                items,
                strata,
                seats,
                cap(strata),
                sources,
                Objects.requireNonNull(until),
                Objects.requireNonNull(checkFrom),
                Objects.requireNonNull(checkTo),
                Objects.requireNonNull(revealBy),
                owed == null ? null : PlanPart.of(owed.draw()),
                outside);
    }

    /**
     * What is to be drawn of which class; outside the plan the register's numbers come in
     * afterwards.
     */
    List<PlannedStratum> strata() {
        return owed == null ? typedStrata() : owed.strata();
    }

    private List<PlannedStratum> typedStrata() {
        var strata = new ArrayList<PlannedStratum>();
        var names = new HashSet<String>();
        for (var each : orEmpty(entry.strata())) {
            var of = SupervisionClass.named(orEmpty(each.of()));
            var n = each.n();
            if (of.isEmpty() || n == null || n < 0) {
                problem("strata", "stratum");
                continue;
            }
            if (n == 0) {
                continue;
            }
            var risks = risks(each);
            var name = name(of.get(), risks);
            if (!names.add(name)) {
                problem("strata", "stratum-twice");
            }
            strata.add(
                    new PlannedStratum(
                            name,
                            Set.of(of.get()),
                            risks,
                            n,
                            0,
                            Boolean.TRUE.equals(each.weighted())));
        }
        if (strata.isEmpty() || strata.size() > MOST_STRATA) {
            problem("strata", "strata");
        }
        return strata;
    }

    /** The day whose register counts; today where none was typed. */
    LocalDate registerDay(LocalDate today) {
        try {
            return LocalDate.parse(orEmpty(entry.checkFrom()));
        } catch (DateTimeException e) {
            return today;
        }
    }

    List<String> items() {
        if (owed != null) {
            return owed.items();
        }
        var items =
                orEmpty(entry.items()).stream()
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList();
        if (items.isEmpty()) {
            problem("items", "items");
        }
        return items;
    }

    void problem(String field, String what, Object... arguments) {
        problems.add(FieldProblem.of(field, "inspections.draw.field." + what, arguments));
    }

    void finish() {
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private Set<RiskClass> risks(AnnounceEntry.StratumEntry stratum) {
        var risks = EnumSet.noneOf(RiskClass.class);
        for (var each : orEmpty(stratum.risk())) {
            RiskClass.named(each).ifPresentOrElse(risks::add, () -> problem("strata", "stratum"));
        }
        return risks;
    }

    private static String name(SupervisionClass of, Set<RiskClass> risks) {
        if (risks.isEmpty()) {
            return of.slug();
        }
        var letters = new StringBuilder();
        EnumSet.copyOf(risks).forEach(it -> letters.append(it.name().toLowerCase(Locale.ROOT)));
        return of.slug() + "-" + letters;
    }

    private DrawMode mode() {
        return switch (orEmpty(entry.mode())) {
            case "", "sealed" -> DrawMode.SEALED;
            case "open" -> DrawMode.OPEN;
            default -> {
                problem("mode", "mode");
                yield DrawMode.SEALED;
            }
        };
    }

    private Suite suite() {
        return switch (orEmpty(entry.suite())) {
            case "", "sm3" -> Suite.SM3;
            case "sha256" -> Suite.SHA256;
            default -> {
                problem("suite", "suite");
                yield Suite.SM3;
            }
        };
    }

    private String title() {
        var title = line(entry.title());
        if (title.isEmpty() || title.length() > LINE) {
            problem("title", "title", LINE);
        }
        return title;
    }

    /** Why the draw stands outside the plan; everybody reads it. */
    private String outside() {
        if (owed != null) {
            return "";
        }
        var outside = line(entry.outsidePlan());
        if (outside.isEmpty() || outside.length() > DrawDesk.WORDS) {
            problem("outsidePlan", "outside", DrawDesk.WORDS);
        }
        return outside;
    }

    private List<String> seats() {
        if (owed != null) {
            return Collections.nCopies(owed.draw().seats(), "");
        }
        if (entry.seats() == null || entry.seats().isEmpty()) {
            return Collections.nCopies(local.seats(), "");
        }
        var seats = entry.seats().stream().map(Announcing::line).toList();
        if (seats.size() < LocalRules.FEWEST_SEATS || seats.size() > MOST_SEATS) {
            problem("seats", "seats");
        }
        return seats;
    }

    private int cap(List<PlannedStratum> strata) {
        if (owed != null) {
            return owed.draw().officerCap();
        }
        return entry.officerCap() == null
                ? strata.stream().mapToInt(PlannedStratum::n).sum()
                : Math.max(0, entry.officerCap());
    }

    private List<PlannedSource> sources() {
        var sources = new ArrayList<PlannedSource>();
        for (var each : orEmpty(entry.numbers())) {
            numbers(each, sources.size()).ifPresent(sources::add);
        }
        beacons(sources);
        if (sources.isEmpty()) {
            problem("numbers", "sources");
        }
        var witnesses =
                orEmpty(entry.witnesses()).stream()
                        .map(Announcing::line)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList();
        if (witnesses.size() > MOST_WITNESSES
                || witnesses.stream().anyMatch(it -> it.length() > LINE)) {
            problem("witnesses", "witnesses", MOST_WITNESSES);
        }
        var number = 1;
        for (var each : witnesses) {
            sources.add(new PlannedSource.Witness("witness-" + number++, each));
        }
        return sources;
    }

    private Optional<PlannedSource> numbers(AnnounceEntry.NumbersEntry typed, int place) {
        var game = PrintedGame.named(orEmpty(typed.game()));
        var issue = line(typed.issue());
        var at = moment(typed.at());
        if (game.isEmpty() || issue.isEmpty() || issue.length() > LINE || at == null) {
            problem("numbers", "numbers");
            return Optional.empty();
        }
        return Optional.of(
                new PlannedSource.Public(
                        new NumbersSource(
                                game.get().slug() + "-" + (place + 1),
                                game.get().term(),
                                issue,
                                Moments.written(at),
                                game.get().groups())));
    }

    private void beacons(List<PlannedSource> sources) {
        var given = orEmpty(entry.beacons());
        if (!given.isEmpty() && !beaconsOn) {
            problem("beacons", "beacons-off");
            return;
        }
        for (var each : given) {
            try {
                var source = PlannedSource.of(whole(each), Path.ROOT);
                if (source.asPublic().isEmpty()
                        || sources.stream().anyMatch(it -> it.id().equals(source.id()))) {
                    problem("beacons", "beacons");
                } else {
                    sources.add(source);
                }
            } catch (CommitmentRefused | ClassCastException e) {
                problem("beacons", "beacons");
            }
        }
    }

    /** The same value with numbers as canonical JSON reads them. */
    private static Object whole(Object value) {
        return CanonicalJson.read(CanonicalJson.write(value));
    }

    private static @Nullable Instant first(List<PlannedSource> sources) {
        return sources.stream()
                .flatMap(it -> it.asPublic().stream())
                .map(PlannedSource.Public::at)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private @Nullable Instant noncesUntil(@Nullable Instant first) {
        if (blank(entry.noncesUntil())) {
            return first == null ? null : first.minus(Announcement.NONCES_AHEAD);
        }
        var typed = moment(entry.noncesUntil());
        if (typed == null || first != null && !typed.isBefore(first)) {
            problem("noncesUntil", "nonces-until");
        }
        return typed;
    }

    private void times(
            @Nullable Instant first,
            @Nullable Instant until,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate reveal) {
        if (first != null && !first.minus(Announcement.AHEAD).isAfter(now)) {
            problem("numbers", "c1-too-soon");
        }
        if (until != null && !until.isAfter(now)) {
            problem("noncesUntil", "nonces-until");
        }
        if (from != null
                && first != null
                && from.isBefore(first.atZone(Draws.ZONE).toLocalDate())) {
            problem("checkFrom", "check-from");
        }
        if (from != null && to != null && to.isBefore(from)) {
            problem("checkTo", "check-to");
        }
        if (to != null && reveal != null && reveal.isBefore(to)) {
            problem("revealBy", "reveal-by");
        }
    }

    /** A plan is carried out in its year: ratios and caps are of that year. */
    private void year(@Nullable LocalDate from) {
        if (owed != null && from != null && from.getYear() != owed.draw().year()) {
            problem("checkFrom", "check-year", Integer.toString(owed.draw().year()));
        }
    }

    private @Nullable LocalDate day(String field, @Nullable String typed) {
        try {
            return LocalDate.parse(orEmpty(typed));
        } catch (DateTimeException e) {
            problem(field, "day");
            return null;
        }
    }

    /** With its zone, or as a form types it, in Beijing time. */
    private static @Nullable Instant moment(@Nullable String typed) {
        var text = orEmpty(typed).strip();
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2})?")
                    ? LocalDateTime.parse(text.replace(' ', 'T')).atZone(Draws.ZONE).toInstant()
                    : Moments.read(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** One line, composed, without control characters. */
    static String line(@Nullable String text) {
        return Normalizer.normalize(
                        orEmpty(text).replaceAll("\\p{Cntrl}+", " "), Normalizer.Form.NFC)
                .strip();
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
