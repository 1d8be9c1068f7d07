package org.gongkai.opengov.inspections.draws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.opengov.inspections.draws.CertificateCodes.Coded;
import org.gongkai.opengov.inspections.draws.DrawnVisits.DrawnVisit;
import org.gongkai.opengov.inspections.draws.Openings.Opened;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.draw.DrawCertificate;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.transparencylog.LogReading;
import org.gongkai.platform.transparencylog.Logged;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a visited firm is shown at its door (抽查凭证): that this visit, with this team, comes out of
 * the draw. By the code on the officers' paper from the first day of the visits on; for everybody,
 * without a name, once the draw is open to all. Of a sealed draw it opens this one visit and none
 * beside it (ADR 0263).
 */
@Service
public class Certificates {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Draws draws;
    private final DrawStories stories;
    private final CertificateCodes codes;
    private final DrawnVisits visits;
    private final FrozenLists lists;
    private final Openings openings;
    private final CertificatePaper paper;
    private final LogReading log;
    private final Clock clock;

    Certificates(
            Draws draws,
            DrawStories stories,
            CertificateCodes codes,
            DrawnVisits visits,
            FrozenLists lists,
            Openings openings,
            CertificatePaper paper,
            LogReading log,
            Clock clock) {
        this.draws = draws;
        this.stories = stories;
        this.codes = codes;
        this.visits = visits;
        this.lists = lists;
        this.openings = openings;
        this.paper = paper;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A change since the draw.
     *
     * @param number the amendment's
     * @param op {@code replace_entity} and its like
     */
    public record Change(int number, String op, String reason, Instant at) {}

    /**
     * A certificate with what a reader at the door wants to know.
     *
     * @param code the whole code
     * @param typed what is typed of it, in groups
     * @param visit as it stands, or as it last stood for the unit that has the certificate
     * @param item what it is about; empty texts where that was not kept
     * @param drawnAt when the log says the result came out
     * @param witnessedAt when enough witnesses of the log had seen what binds it; null before
     * @param changes those that concern this visit, in turn
     * @param isSigned whether the log has signed what binds it, so that there is a file to check
     * @param opened whom the names in the file mean
     */
    public record Shown(
            String code,
            String typed,
            DrawStory story,
            DrawnVisit visit,
            DrawChoices.Item item,
            Instant drawnAt,
            @Nullable Instant witnessedAt,
            CertificateStanding standing,
            List<Change> changes,
            boolean isSigned,
            List<Opened> opened) {
        public Shown {
            changes = List.copyOf(changes);
            opened = List.copyOf(opened);
        }
    }

    /**
     * A visit as one unit has to do with it.
     *
     * @param last as it stands, or as it last stood for this unit
     * @param changes the editions that changed it after the unit came to it, its end included
     * @param replacedBy the amendment that sent it elsewhere; null while it goes to this unit
     */
    private record Course(DrawnVisit last, List<Integer> changes, @Nullable Integer replacedBy) {

        /** The edition whose root binds it: the last in which it goes to this unit. */
        int edition(DrawStory story) {
            return replacedBy == null ? story.amendments().size() : replacedBy - 1;
        }
    }

    /** By the code in the sign. */
    @Transactional(readOnly = true)
    public Shown byCode(String code) {
        var coded = opened(code);
        var draw = draws.find(coded.draw()).orElseThrow();
        var story = stories.story(draw);
        var course = course(coded);
        var leaf = story.root(course.edition(story)).orElseThrow();
        var receipt = log.receipt(leaf.leafIndex());
        var announced = draw.announcement();
        var facts =
                new CertificateStanding.Facts(
                        isTrue(
                                draw,
                                course.last(),
                                leaf,
                                certificate(coded, course, story, leaf, receipt.orElse(""))),
                        course.replacedBy() != null,
                        course.last().isShort(),
                        !course.changes().isEmpty());
        return new Shown(
                coded.code(),
                CertificateCodes.shown(coded.code()),
                story,
                course.last(),
                coded.item(),
                story.event(DrawEvent.Kind.RESULT).orElseThrow().at(),
                log.witnessedAt(leaf.leafIndex()).orElse(null),
                CertificateStanding.of(
                        facts, announced.checkFrom(), announced.checkTo(), LocalDate.now(clock)),
                course.changes().stream().map(it -> change(story, it)).toList(),
                receipt.isPresent(),
                openings.of(draw, course.last()));
    }

    /** The file of a certificate, by the code in the sign. */
    @Transactional(readOnly = true)
    public DrawCertificate fileByCode(String code) {
        return file(opened(code));
    }

    /**
     * The file of a certificate by its place: for everybody once the draw is open to all, before
     * for whoever has its code.
     */
    @Transactional(readOnly = true)
    public DrawCertificate file(String agencyKey, long seq, int t, @Nullable String code) {
        var draw = stories.of(agencyKey, seq).draw();
        if (code != null) {
            var coded = opened(code);
            if (coded.draw() != draw.id() || coded.t() != t) {
                throw Refusal.notFound();
            }
            return file(coded);
        }
        if (!draw.isOpenToAll()) {
            throw Refusal.notFound();
        }
        return file(codes.of(draw.id(), t).flatMap(codes::find).orElseThrow(Refusal::notFound));
    }

    /**
     * The whole code of what was typed.
     *
     * @throws Refusal if it opens nothing
     */
    @Transactional(readOnly = true)
    public String typed(String typed) {
        return codes.typed(typed)
                .orElseThrow(
                        () -> Refusal.invalid("code", "inspections.draw.field.certificate-code"));
    }

    /** The paper that the officers carry, of the certificate that is read at this address. */
    @Transactional(readOnly = true)
    public byte[] paper(String address) {
        var coded = codes.find(CertificateCodes.codeIn(address)).orElseThrow(Refusal::notFound);
        var story = stories.story(draws.find(coded.draw()).orElseThrow());
        return paper.of(story, course(coded).last(), coded);
    }

    /** What is typed of the code in this address, in groups. */
    public static String typedOf(String address) {
        return CertificateCodes.shown(CertificateCodes.codeIn(address));
    }

    private DrawCertificate file(Coded coded) {
        var story = stories.story(draws.find(coded.draw()).orElseThrow());
        var course = course(coded);
        var leaf = story.root(course.edition(story)).orElseThrow();
        var receipt =
                log.receipt(leaf.leafIndex())
                        .orElseThrow(
                                () ->
                                        Refusal.unavailable(
                                                SOON, "inspections.draw.refusal.not-signed-yet"));
        return certificate(coded, course, story, leaf, receipt);
    }

    /** Before the first day of the visits a sealed one is for nobody, with or without the code. */
    private Coded opened(String code) {
        var coded = codes.find(code).orElseThrow(Refusal::notFound);
        var draw = draws.find(coded.draw()).orElseThrow();
        var first = draw.announcement().checkFrom();
        if (!draw.isOpenToAll() && LocalDate.now(clock).isBefore(first)) {
            throw Refusal.of(
                    RefusalKind.NOT_FOUND, "inspections.draw.refusal.certificate-early", first);
        }
        return coded;
    }

    private Course course(Coded coded) {
        var editions =
                visits.editions(coded.draw(), coded.t()).stream()
                        .filter(it -> it.edition() >= coded.edition())
                        .toList();
        var unit = editions.getFirst().unit().id();
        var own = editions.stream().takeWhile(it -> it.unit().id().equals(unit)).toList();
        var after = editions.stream().skip(own.size()).map(DrawnVisit::edition).findFirst();
        return new Course(
                own.getLast(),
                Stream.concat(own.stream().skip(1).map(DrawnVisit::edition), after.stream())
                        .toList(),
                after.orElse(null));
    }

    private DrawCertificate certificate(
            Coded coded, Course course, DrawStory story, DrawEvent leaf, String receipt) {
        return DrawCertificate.of(
                lists.manifest(coded.draw()).orElseThrow().manifest(),
                visits.records(coded.draw(), course.edition(story)),
                coded.t(),
                leaf.leaf(),
                receipt);
    }

    /**
     * Whether the log still holds what binds this visit, and the names in it mean whom the page
     * names: who edits a row is found out at the door.
     */
    private boolean isTrue(
            InspectionDraw draw, DrawnVisit visit, DrawEvent leaf, DrawCertificate certificate) {
        try {
            certificate.requireTrue();
        } catch (CommitmentRefused different) {
            return false;
        }
        return log.entry(leaf.leafIndex()).map(Logged::leaf).map(leaf.leaf()::equals).orElse(true)
                && openings.areTrue(draw, visit);
    }

    private static Change change(DrawStory story, int edition) {
        var amendment = story.amendments().get(edition - 1);
        Map<String, Object> json = amendment.toJson();
        return new Change(
                edition,
                Optional.ofNullable(json.get("op")).map(Object::toString).orElseThrow(),
                amendment.reason(),
                story.root(edition).orElseThrow().at());
    }
}
